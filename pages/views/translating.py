"""A guard before the translation package’s own screens: nobody reaches beyond their pages."""

from functools import wraps

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.views import edit_translation
from wagtail_localize.views.report import TranslationsReportView

from campaigns.places.rights import may_publish

from ..approving.translations import send_for_approval
from ..models.made import TranslationMade
from ..models.translated import sentences_left
from ..translating.measuring import original_of
from ..translating.rights import require_publishing, require_writing
from ..translating.sheets.page_sheet import PageSheet
from ..warning_hooks import warn_of_silent_pictures
from .one_form import say_what_changed
from .workbench import show_workbench

#: What the package adds to the page editor and we do not offer.
NOT_OFFERED = ("localize-restart-translation", "localize-convert-to-alias")


def for_writers(view):
    """The package’s view of one translation, for those who may change the page it makes."""

    @wraps(view)
    def guarded(request, translation_id, **kwargs):
        translation = get_object_or_404(Translation, pk=translation_id)
        require_writing(request.user, _target_of(translation))
        return view(request, translation_id=translation_id, **kwargs)

    return guarded


def _target_of(translation):
    try:
        return translation.get_target_instance()
    except ObjectDoesNotExist:
        raise Http404 from None


preview = for_writers(edit_translation.preview_translation)


def stop(request, translation_id):
    """Goes on by hand in the ordinary editor; not before every sentence is in its own language."""
    translation = get_object_or_404(Translation, pk=translation_id)
    page = _target_of(translation)
    require_publishing(request.user, page)
    missing, _earlier = sentences_left(translation)
    if missing:
        messages.error(
            request,
            _("Some sentences still stand in the language of the original. Translate them first."),
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    return edit_translation.stop_translation(request, translation_id=translation_id)


def say_that_they_follow(request, translation_source_id):
    """Translations follow their original by themselves; the button for it has nothing to do."""
    source = get_object_or_404(TranslationSource, pk=translation_source_id)
    page = source.get_source_instance()
    require_writing(request.user, page)
    messages.info(
        request,
        _("Translators are shown what changed as soon as the original is published."),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


def closed(request, *args, **kwargs):
    """What the package offers and we do not: machine translation, aliases, snippets."""
    raise Http404


class TranslationsReport(TranslationsReportView):
    """Translations of the pages that a person may change, and no others."""

    def get_queryset(self):
        policy = policy_registry.get_by_type(Page)
        mine = policy.instances_user_has_permission_for(self.request.user, "change")
        found = super().get_queryset().filter(source__object_id__in=mine.values("translation_key"))
        return found.order_by("source__object_repr", "target_locale__language_code")


def hold_back(request, page):
    """Before the editor of a translation opens or publishes: what is missing, and what is older.

    Runs before the package’s own hook, which publishes with the original’s words in every gap.
    """
    if request.method == "POST" and any(name in request.POST for name in NOT_OFFERED):
        raise PermissionDenied
    translation = _translation_of(page)
    if translation is None:
        if request.method == "GET":
            say_what_changed(request, page.specific)
        return None
    missing, earlier = sentences_left(translation)
    if request.method == "POST" and request.POST.get("action") in ("publish", "send"):
        return _go_on(request, translation, page.specific, missing)
    if request.method != "GET":
        return None
    if earlier:
        messages.warning(request, _earlier_words(earlier))
    _say_how_it_was_made(request, page.specific)
    original = original_of(page)
    return show_workbench(request, PageSheet(original, translation)) if original else None


def _say_how_it_was_made(request, page):
    """Readers are told that a machine did it: whoever may change that finds the way here."""
    if page.translation_made == TranslationMade.MACHINE and may_publish(request.user, page):
        way = reverse("say_how_it_was_made", args=[page.pk])
        words = _("Readers are told that a machine translated this page and nobody checked it.")
        messages.info(request, words, buttons=[messages.button(way, _("How was it translated?"))])


def _go_on(request, translation, page, missing):
    """Publish, or send for approval, where nothing is left to do; else say what is."""
    page.untranslated = missing
    reason = page.why_not_yet()
    is_sent = request.POST["action"] == "send"
    if not reason and page.must_be_approved and not is_sent:
        reason = page.who_approves()
    if reason:
        messages.error(request, reason)
        return redirect(request.path)
    if is_sent:
        return _send(request, translation, page)
    _say_when(request, page)
    warn_of_silent_pictures(request, page)
    return None


def _send(request, translation, page):
    require_writing(request.user, page)
    try:
        send_for_approval(translation, page, request.user)
    except ValidationError as error:
        messages.validation_error(request, " ".join(error.messages), None)
    else:
        messages.success(request, _("Sent for approval. %(who)s") % {"who": page.who_approves()})
        _say_when(request, page)
        warn_of_silent_pictures(request, page)
    return redirect(request.path)


def _say_when(request, page):
    """The package says “published” even where the original still waits for its day."""
    original = page.find_original()
    if original and not original.live:
        messages.info(request, _("It appears together with its original, on the same day."))


def _translation_of(page):
    translations = Translation.objects.select_related("source", "target_locale")
    return translations.filter(
        source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
    ).first()


def _earlier_words(number):
    return ngettext(
        "%(number)s sentence was translated from an earlier version of the original."
        " Say that it is still right, or mend it.",
        "%(number)s sentences were translated from an earlier version of the original."
        " Say that they are still right, or mend them.",
        number,
    ) % {"number": number}
