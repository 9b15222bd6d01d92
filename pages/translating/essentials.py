"""The title and summary of a page, shown to readers of a language before the rest is there.

They are kept apart from the page, whose draft stays a draft. Whether they may be shown is asked
of the original each time; what is clear from an event is taken back at once.
"""

from itertools import islice

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _
from wagtail.signals import page_published, page_unpublished

from campaigns.collect.news import Surface, consent_withdrawn, surfaces_wanted
from campaigns.places.models import Role
from campaigns.places.rights import may_publish

from ..models import BasePage, Entry, Essentials, TestimonyStoryPage
from .essential_words import essential_words

#: People who are named to somebody who has to ask one of them.
MOST_NAMES = 3


class CannotShowEssentialsError(PermissionDenied):
    """A title and summary that may not go before readers; the message says why."""


def essentials_for(translation_key, language):
    """What readers of a language may be shown of a page they lack: Essentials, or None.

    One query. None as soon as the original is hidden, or the whole page is there.
    """
    versions = Entry.objects.visible().filter(translation_key=translation_key)
    shown = Essentials.objects.filter(translation_key=translation_key, language=language)
    is_there = versions.filter(is_original=True).exclude(language=language)
    return (
        shown.filter(
            translation_key__in=is_there.values("translation_key"),
        )
        .exclude(
            translation_key__in=versions.filter(language=language).values("translation_key"),
        )
        .first()
    )


def why_not_shown(page, user, words=None):
    """Why this person cannot show the title and summary of a draft to readers, or "".

    ``page`` is the draft of a translation, in its own type; ``words`` are its EssentialWords
    where they are at hand. Told to whoever translates it.
    """
    return _why_not(page, words or essential_words(page), user)


def who_can_show(page, user, words=None):
    """Whom to ask who cannot show them: people who can, those of the group first.

    Nobody while the words themselves are not ready. A few questions for each person.
    """
    words = words or essential_words(page)
    if not words.is_whole or words.is_behind:
        return []
    people = page.approvers().exclude(pk=user.pk).order_by("is_superuser", "pk")
    able = (person for person in people if not _why_not(page, words, person))
    return list(islice(able, MOST_NAMES))


@transaction.atomic
def show_essentials(page, user, seen=None):
    """Show the title and summary of this draft as they stand; answers the Essentials.

    ``seen`` is the mark of the EssentialWords that this person looked at: others are not shown.
    CannotShowEssentialsError says why not. Also puts new words in the place of older ones.
    """
    words, original = essential_words(page), _original_of(page)
    if reason := _why_not(page, words, user):
        raise CannotShowEssentialsError(reason)
    if seen not in (None, words.mark):
        raise CannotShowEssentialsError(
            _("Title or summary changed while you looked at them. Look again.")
        )
    shown, _is_new = Essentials.objects.update_or_create(
        translation_key=page.translation_key,
        language=page.locale.language_code,
        defaults={
            "title": words.title,
            "summary": words.summary,
            "made": words.made,
            "follows_title": original.title,
            "follows_summary": original.summary,
            "follows_words_of": original.words_changed_at,
            "written_by_id": words.writer,
            "approved_by": user,
        },
    )
    return shown


def take_back_essentials(translation_key, language):
    """Readers no longer see them; says whether there were any."""
    kept = Essentials.objects.filter(translation_key=translation_key, language=language)
    return bool(kept.delete()[0])


def may_take_back(page, user):
    """Whoever may show them, and whoever may take a page of that language down."""
    return may_publish(user, page) or not _why_not_by(page, user)


def _why_not(page, words, user):
    return _why_not_by(page, user) or _why_not_of(page) or _why_not_words(page, words, user)


def _why_not_by(page, user):
    is_story = Role.SAFETY_REVIEWER in page.approved_by
    if page.must_be_approved and not page.has_approver(user):
        return page.who_approves()
    if not is_story and not may_publish(user, page):
        return _("An editor who publishes in this language can show them.")
    return ""


def _why_not_of(page):
    """What about the page itself, or its original, keeps them from readers."""
    if page.is_original or page.is_template or page.alias_of_id:
        return _("This is not a translation of a page.")
    if page.live:
        return _("Readers have the whole page in this language.")
    if page.first_published_at:
        return _("Readers knew the whole page in this language. Publish it again instead.")
    if _original_of(page) is None:
        return _("Readers cannot see the original.")
    if isinstance(page, TestimonyStoryPage):
        return page.why_not_shown()
    return ""


def _why_not_words(page, words, user):
    if not words.is_whole:
        return _("Translate the title and the summary first.")
    if words.is_behind:
        return _("The original says something else by now. Look at title and summary again first.")
    if not page.must_be_approved:
        return ""
    is_author = page.is_never_approved_by_author and page.owner_id == user.pk
    if is_author or user.pk in words.writers:
        return _("You wrote the title or the summary. Somebody else has to approve them.")
    return ""


def _original_of(page):
    """The Entry of the original, while readers may see it, or None."""
    originals = Entry.objects.visible().filter(is_original=True).defer("words")
    return originals.filter(translation_key=page.translation_key).first()


@receiver(page_published, dispatch_uid="pages-essentials-published")
def give_way(instance, **kwargs):
    """The whole page is there now."""
    if isinstance(instance, BasePage) and not instance.is_original and instance.live:
        take_back_essentials(instance.translation_key, instance.locale.language_code)


@receiver(page_unpublished, dispatch_uid="pages-essentials-unpublished")
def go_with_original(instance, **kwargs):
    """What an original loses its translations lose: they come back only when somebody says so."""
    page = instance.specific
    if isinstance(page, BasePage) and page.is_original:
        Essentials.objects.filter(translation_key=page.translation_key).delete()


@receiver(pre_delete, dispatch_uid="pages-essentials-deleted")
def go_with_draft(sender, instance, **kwargs):
    if not issubclass(sender, BasePage) or instance.alias_of_id:
        return
    kept = Essentials.objects.filter(translation_key=instance.translation_key)
    if not instance.is_original:
        kept = kept.filter(language=instance.locale.language_code)
    kept.delete()


@receiver(surfaces_wanted, dispatch_uid="pages-essentials-surfaces")
def name_surfaces(testimony_id, **kwargs):
    return [
        Surface(
            what=_("Title and summary of a story"),
            title=shown.title,
            url="",
            language=shown.language,
            key=str(shown.translation_key),
        )
        for shown in _of_testimony(testimony_id)
    ]


@receiver(consent_withdrawn, dispatch_uid="pages-essentials-withdrawn")
def go_with_consent(testimony_id, **kwargs):
    _of_testimony(testimony_id).delete()


def _of_testimony(testimony_id):
    stories = TestimonyStoryPage.objects.filter(testimony=testimony_id)
    return Essentials.objects.filter(translation_key__in=stories.values("translation_key"))
