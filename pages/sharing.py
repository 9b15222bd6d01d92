"""What the head of a page tells those who pass it on: title, sentence, picture, and what it is.

``what_to_share`` is a context processor: ``share`` is a ``Share`` on every page of the tree. Our
own views put theirs into the context instead. Templates hand it to components/meta.html.
"""

from dataclasses import dataclass, field
from datetime import datetime

from babel.core import get_global
from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from uprcities.library.pictures import picture_for

from . import structured_data
from .models import Entry, EntryKind

PRESS_KINDS = {EntryKind.NEWSROOM, EntryKind.RELEASE, EntryKind.KIT}
#: The size of pictures.SPECS["share"].
SHARED_WIDTH, SHARED_HEIGHT = 1200, 630


@dataclass(frozen=True)
class SharedImage:
    """A public picture, cut for those who show a link as a card."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class FeedLink:
    """A feed that belongs to a page."""

    title: str
    url: str


@dataclass(frozen=True)
class Share:
    """All that components/meta.html says; addresses are whole, nothing asks the database."""

    title: str
    description: str
    url: str
    language: str
    json_ld: SafeString
    kind: str = "website"
    image: SharedImage | None = None
    published: datetime | None = None
    modified: datetime | None = None
    is_listed: bool = True
    feeds: list[FeedLink] = field(default_factory=list)

    @property
    def site_name(self):
        return settings.WAGTAIL_SITE_NAME

    @property
    def locale(self):
        """The language as Open Graph writes it: es_ES, zh_CN."""
        spoken = self.language.split("-")[0]
        parts = get_global("likely_subtags").get(spoken, "").split("_")
        return f"{parts[0]}_{parts[-1]}" if len(parts) > 1 else ""


def what_to_share(request):
    """Context processor: see the head of this module."""
    return {"share": SimpleLazyObject(lambda: share_of_page(request))}


def share_of_page(request):
    """The Share of the page of the tree that a request reads, or None. At most four queries."""
    page, entry = getattr(request, "page_here", None), getattr(request, "entry_here", None)
    if page is None or entry is None:
        return None
    description = page.search_description or page.summary
    image = _image(page, entry)
    image_url = image.url if image else None
    nodes = structured_data.nodes_of_page(page, entry, description, image_url)
    is_article = entry.kind in structured_data.ARTICLES
    return Share(
        title=page.seo_title or page.title,
        description=description,
        url=_whole(entry.url),
        language=entry.language,
        json_ld=structured_data.as_script([*nodes, structured_data.breadcrumbs(_crumbs(entry))]),
        kind="article" if is_article else "website",
        image=image,
        published=entry.published_at if is_article else None,
        modified=entry.changed_at if is_article else None,
        feeds=_feeds(entry),
    )


def share_of_list(request, title, is_listed=True):
    """The Share of a list of ours; a narrowed list is not for search engines."""
    url = _whole(request.path)
    nodes = [
        structured_data.collection(title, url, get_language()),
        structured_data.breadcrumbs([_front(), (title, url)]),
    ]
    return Share(
        title=title,
        description="",
        url=url,
        language=get_language(),
        json_ld=structured_data.as_script(nodes),
        is_listed=is_listed,
        feeds=[_main_feed()],
    )


def share_of_right(request, entry, is_listed=True):
    """The Share of a treaty or an article, with the feed of its treaty."""
    url, treaty = _whole(request.path), entry.treaty
    title = str(entry.label) or entry.code
    about = structured_data.legislation(entry, url)
    crumbs = [_front(), (_("Treaties"), _whole(reverse("treaties")))]
    if entry.code != treaty.abbreviation:
        crumbs.append((treaty.abbreviation, _whole(reverse("treaty", args=[treaty.slug]))))
    nodes = [
        structured_data.collection(title, url, get_language(), about),
        structured_data.breadcrumbs([*crumbs, (entry.code, url)]),
    ]
    feed = FeedLink(treaty.abbreviation, _whole(reverse("treaty_feed", args=[treaty.slug])))
    return Share(
        title=f"{entry.code} · {title}",
        description=str(entry.plain),
        url=url,
        language=get_language(),
        json_ld=structured_data.as_script(nodes),
        is_listed=is_listed,
        feeds=[feed, _main_feed()],
    )


def _image(page, entry):
    if not entry.picture_id:
        return None
    # The page’s own copy where it has one: its words are then read once for head and body.
    own = [getattr(page, name) for name in ("photo", "picture") if hasattr(page, name)]
    original = next((image for image in own if image and image.pk == entry.picture_id), None)
    picture = picture_for(original or entry.picture, "share", entry.language)
    if picture is None:
        return None
    return SharedImage(_whole(picture.src), SHARED_WIDTH, SHARED_HEIGHT, picture.alt)


def _crumbs(entry):
    """(title, whole address) from the front door down to a page (one query)."""
    parts = entry.tail.strip("/").split("/")
    tails = ["".join(f"{part}/" for part in parts[:length]) for length in range(len(parts))]
    above = Entry.objects.visible().in_language(entry.language).filter(tail__in=tails)
    steps = sorted((found.tail, found.title) for found in above.only("tail", "title"))
    named = [(title, _whole(f"/{entry.language}/{tail}")) for tail, title in steps]
    return [*named, (entry.title, _whole(entry.url))] if entry.tail else named


def _front():
    return settings.WAGTAIL_SITE_NAME, _whole(f"/{get_language()}/")


def _feeds(entry):
    feeds = [_main_feed()]
    if entry.city:
        feeds.insert(0, FeedLink(entry.city_name, _whole(_city_address(entry, "city_feed"))))
    if entry.kind in PRESS_KINDS:
        address = _city_address(entry, "city_press_feed") if entry.city else reverse("press_feed")
        feeds.insert(0, FeedLink(_("For the press"), _whole(address)))
    return feeds


def _city_address(entry, name):
    return reverse(name, args=[entry.city.slug])


def _main_feed():
    return FeedLink(settings.WAGTAIL_SITE_NAME, _whole(reverse("feed")))


def _whole(path):
    return path if path.startswith("http") else f"{settings.SITE_URL}{path}"
