"""Takes back a city that was started, for as long as nothing of anybody’s hangs on it."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError, Q
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail_localize.models import TranslatableObject

from campaigns.places.models import City, LocalGroup

from ..land import rights_at_the_end
from .making import by_tail, profiles_of, tail_of
from .template import template_pages


def why_not_undone(city):
    """Sentences that say what would be lost with this city; none while it is empty."""
    if city.is_template:
        return [_("This is what a new city begins with.")]
    pages = _pages(city)
    reasons = {
        _("Testimony was recorded."): city.testimonies.exists(),
        _("Something was published."): pages.filter(Q(live=True) | _WAS_PUBLIC).exists(),
        _("Pages were added."): _has_own_pages(city),
        _("Pictures or documents were added."): _has_files(city),
    }
    return [sentence for sentence, is_so in reasons.items() if is_so]


@transaction.atomic
def undo_start(city):
    """Delete the city with all that was made for it. ValidationError says what forbids it."""
    reasons = why_not_undone(city)
    if reasons:
        raise ValidationError([_("%(city)s stays.") % {"city": city.name}, *reasons])
    try:
        with rights_at_the_end():
            _delete(city)
    except ProtectedError:
        words = _("%(city)s stays: something on this site still refers to it.")
        raise ValidationError(words % {"city": city.name}) from None


_WAS_PUBLIC = Q(first_published_at__isnull=False) | Q(expired=True)


def _pages(city):
    """The pages of a city in every language, also those that a translator began."""
    pages = Page.objects.none()
    for profile in profiles_of(city).values():
        pages |= Page.objects.descendant_of(profile, inclusive=True)
    return pages


def _has_own_pages(city):
    begun = by_tail(template_pages())
    return any(
        tail_of(page, profile) not in begun
        for profile in profiles_of(city).values()
        for page in profile.get_descendants()
    )


def _has_files(city):
    collections = _collections(city)
    models = (get_image_model(), get_document_model())
    return any(model.objects.filter(collection__in=collections).exists() for model in models)


def _collections(city):
    group = LocalGroup.objects.filter(city=city).select_related("collection").first()
    if group is None or group.collection is None:
        return []
    return list(group.collection.get_descendants(inclusive=True))


def _delete(city):
    keys = set(_pages(city).values_list("translation_key", flat=True))
    for profile in profiles_of(city).values():
        profile.delete()
    # What translators were given would stay behind: the package never deletes it.
    TranslatableObject.objects.filter(translation_key__in=keys).delete()
    collections = _collections(city)
    newcomers = _newcomers(city)
    LocalGroup.objects.filter(city=city).delete()
    for collection in reversed(collections):
        collection.refresh_from_db()
        collection.delete()
    get_user_model().objects.filter(pk__in=newcomers).delete()
    City.objects.get(pk=city.pk).delete()


def _newcomers(city):
    """Ids of accounts that were made for this city and that nobody ever opened."""
    people = get_user_model().objects.filter(memberships__local_group__city=city, last_login=None)
    elsewhere = Q(memberships__local_group=None) | ~Q(memberships__local_group__city=city)
    people = people.exclude(pk__in=people.filter(elsewhere).values("pk"))
    return [user.pk for user in people.distinct() if not user.has_usable_password()]
