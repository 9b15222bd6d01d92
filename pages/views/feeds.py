"""What is new, for programs that ask again: everything, one city, one treaty, or the press.

Every feed is in one language; a line that may no longer be seen leaves it at once.
"""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import Http404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from campaigns.treaties.models.catalogue import catalogue

from ..models import Entry, EntryKind, TranslationMade

MOST_LINES = 40
KINDS = (
    EntryKind.STORY,
    EntryKind.FINDING,
    EntryKind.OUTCOME,
    EntryKind.RESOURCE,
    EntryKind.EVENT,
    EntryKind.RELEASE,
    EntryKind.KIT,
)
PRESS_KINDS = (EntryKind.RELEASE, EntryKind.KIT)


@dataclass(frozen=True)
class FeedSource:
    """What one feed gathers, and the page that it belongs to."""

    title: str
    path: str
    entries: object
    feed_path: str


class EverythingFeed(Feed):
    """What is new in one language, as Atom."""

    feed_type = Atom1Feed
    kinds = KINDS

    def get_object(self, request, **kwargs):
        here = Entry.objects.visible().in_language(get_language()).of_kind(*self.kinds)
        return self.source(request, here, **kwargs)

    def source(self, request, here):
        return FeedSource(settings.WAGTAIL_SITE_NAME, _home(), here, request.path)

    def title(self, source):
        return source.title

    def subtitle(self, source):
        return _("What people told us, what we found, and what the UN said.")

    description = subtitle

    def link(self, source):
        return f"{settings.SITE_URL}{source.path}"

    def feed_url(self, source):
        return f"{settings.SITE_URL}{source.feed_path}"

    def feed_guid(self, source):
        return self.feed_url(source)

    def feed_copyright(self, source):
        return _("Our words: CC BY 4.0. Testimony belongs to those who told it.")

    def author_name(self, source):
        return settings.WAGTAIL_SITE_NAME

    def get_feed(self, obj, request):
        self.language = get_language()
        return super().get_feed(obj, request)

    def items(self, source):
        return (
            source.entries.newest_first().for_reading().select_related("city", "page")[:MOST_LINES]
        )

    def item_title(self, entry):
        return entry.title

    def item_description(self, entry):
        if entry.translation_made != TranslationMade.MACHINE:
            return entry.summary
        told = _("A machine translated this page. Nobody has checked it yet.")
        return f"{entry.summary} [{told}]".strip()

    def item_link(self, entry):
        return f"{settings.SITE_URL}{entry.url}"

    def item_guid(self, entry):
        """A name that outlives a new address: RFC 4151."""
        host = settings.SITE_URL.split("://")[1].split(":")[0]
        first = (entry.page.first_published_at or entry.shown_on).date().isoformat()
        return f"tag:{host},{first}:{entry.translation_key}/{entry.language}"

    item_guid_is_permalink = False

    def item_pubdate(self, entry):
        return entry.shown_on

    def item_updateddate(self, entry):
        return max(entry.changed_at, entry.shown_on)

    def item_categories(self, entry):
        book = catalogue()
        rights = filter(None, map(book.right, entry.right_slugs))
        place = [entry.city_name] if entry.city_id else []
        return [str(entry.get_kind_display()), *place, *(right.code for right in rights)]


class EverythingRss(EverythingFeed):
    """The same for programs that read only RSS."""

    feed_type = Rss201rev2Feed


class CityFeed(EverythingFeed):
    """What is new in one city."""

    def source(self, request, here, city):
        place, name = _city(city)
        path = f"{_home()}cities/{city}/"
        return FeedSource(name, path, here.for_city(place), request.path)


class TreatyFeed(EverythingFeed):
    """What is new under one treaty or any of its articles."""

    def source(self, request, here, slug):
        entry = catalogue().treaty(slug)
        if entry is None:
            raise Http404
        title = f"{entry.code} · {entry.label}"
        resting = here.resting_on(entry.treaty)
        return FeedSource(title, reverse("treaty", args=[slug]), resting, request.path)


class PressFeed(EverythingFeed):
    """What is new for the press: releases and media kits."""

    kinds = PRESS_KINDS

    def source(self, request, here):
        return FeedSource(_("For the press"), f"{_home()}press/", here, request.path)


class CityPressFeed(PressFeed):
    """What is new for the press from one city."""

    def source(self, request, here, city):
        place, name = _city(city)
        title = _("For the press: %(city)s") % {"city": name}
        path = f"{_home()}cities/{city}/press/"
        return FeedSource(title, path, here.for_city(place), request.path)


def _city(slug):
    """A city that has a profile in this language, and its name there (one query)."""
    profiles = Entry.objects.visible().in_language(get_language()).of_kind(EntryKind.CITY)
    profile = profiles.filter(city__slug=slug).select_related("city").first()
    if profile is None:
        raise Http404
    return profile.city, profile.title


def _home():
    return f"/{get_language()}/"
