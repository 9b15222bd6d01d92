"""Begins a translation: a draft in the other language, with nothing public about it."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation

from ..languages import tongue
from ..models import HomePage, TranslationMade
from .extracting import read_source
from .following import write_into_draft
from .rights import is_withheld, may_ask


def languages_without(page):
    """Locales in which this page does not exist yet; aliases do not count."""
    there = page.get_translations(inclusive=True).filter(alias_of=None)
    return Locale.objects.exclude(pk__in=there.values("locale"))


def missing_above(page, locale):
    """The pages above this one that a language lacks, the highest first."""
    missing = missing_above_each([page], [locale.language_code])
    return [above.specific for above in missing.get((page.pk, locale.language_code), [])]


def missing_above_each(pages, languages):
    """The same for many: ``{(page id, code): [pages above]}`` of what lacks any (two queries)."""
    steps = {page.pk: _paths_above(page) for page in pages}
    paths = {path for above in steps.values() for path in above}
    ancestors = {above.path: above for above in Page.objects.filter(path__in=paths)}
    there = defaultdict(set)
    versions = Page.objects.filter(
        translation_key__in={above.translation_key for above in ancestors.values()},
        locale__language_code__in=languages,
        alias_of=None,
    )
    for key, code in versions.values_list("translation_key", "locale__language_code"):
        there[code].add(key)
    missing = {}
    for pk, above in steps.items():
        known = [ancestors[path] for path in above if path in ancestors]
        for code in languages:
            if lacking := [page for page in known if page.translation_key not in there[code]]:
                missing[pk, code] = lacking
    return missing


def _paths_above(page):
    """From the front door down to the page’s parent."""
    ends = range(2 * Page.steplen, len(page.path), Page.steplen)
    return [page.path[:end] for end in ends]


def why_not_begun(user, pages_above, language):
    """Why a person cannot begin below these pages that a language lacks; empty where they can.

    They begin along with the page where the person may begin them too; else somebody of the
    alliance has to.
    """
    for above in pages_above:
        above = above.specific
        if isinstance(above, HomePage) or not may_ask(user, above, language):
            return _(
                "“%(title)s” does not exist in %(language)s yet. Ask somebody of the alliance to"
                " translate it first."
            ) % {"title": above.title, "language": tongue(language).name}
    return ""


@transaction.atomic
def begin_translation(page, locale, user=None, made=TranslationMade.PEOPLE):
    """Make the draft of ``page`` in ``locale``, and of every page above it that is missing there.

    Returns the drafts, the highest first. Nothing becomes public. ValidationError tells what
    the new page lacks; then nothing is made.
    """
    wanted = [*missing_above(page, locale), page.specific]
    return [_begin_one(original, locale, user, made) for original in wanted]


def begin_if_allowed(page, locale, user, made):
    """The same, where this person may begin the pages above that are missing, too.

    Asked when it is made, not when it was asked for: a teller may have taken a story back since.
    """
    page = page.specific
    if is_withheld(page):
        raise ValidationError(page.why_not_shown())
    if reason := why_not_begun(user, missing_above(page, locale), locale.language_code):
        raise ValidationError(reason)
    return begin_translation(page, locale, user, made)


def _begin_one(page, locale, user, made):
    _refuse_taken_address(page, locale)
    source = read_source(page)
    translation, _is_new = Translation.objects.update_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    translation.save_target(user=user, publish=False)
    draft = translation.get_target_instance()
    _sign(draft, user, made)
    return draft


def _refuse_taken_address(page, locale):
    """The address is the same in every language; the package would add a number and say nothing."""
    above = page.get_parent().get_translation_or_none(locale) if page.depth > 2 else None
    if above is None:
        return
    others = above.get_children().filter(slug=page.slug)
    other = others.exclude(translation_key=page.translation_key).first()
    if other:
        raise ValidationError(
            _(
                "“%(other)s” has the address “%(slug)s” in %(language)s already. Give one of the two"
                " pages another address, then try again."
            )
            % {
                "other": other.get_admin_display_title(),
                "slug": page.slug,
                "language": tongue(locale.language_code).name,
            }
        )


def _sign(draft, user, made):
    """Say in the draft whose it is and who translates it, without making another version of it."""
    owner = user or draft.owner
    if draft.translation_made != made or draft.owner != owner:
        draft.translation_made, draft.owner = made, owner
        type(draft).objects.filter(pk=draft.pk).update(translation_made=made, owner=owner)
        write_into_draft(draft, {"translation_made": made, "owner": owner and owner.pk})
