"""“Translate this page”: asks for drafts in other languages."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.models import Page

from campaigns.places.rights import may_edit

from ..languages import tongue
from ..models import HomePage, TranslationMade
from ..translating.asking import begin_translation, languages_without, missing_above
from ..translating.rights import languages_to_ask, may_ask
from .screens import screen


class AskForm(forms.Form):
    """Into which languages, and who will do it."""

    locales = forms.ModelMultipleChoiceField(
        queryset=None,
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Only languages in which the page does not exist yet."),
    )
    made = forms.ChoiceField(
        label=gettext_lazy("Who will translate it?"),
        choices=TranslationMade.choices,
        initial=TranslationMade.PEOPLE,
        help_text=gettext_lazy(
            "Readers are told. “How was it translated?” above the page changes it later."
        ),
    )

    def __init__(self, locales, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["locales"].queryset = locales
        self.fields["locales"].label_from_instance = lambda locale: (
            tongue(locale.language_code).name
        )


def ask_for_translation(request, page_id):
    """A form with the languages that this person may begin; sends them to the new draft."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not languages_to_ask(request.user, page):
        raise PermissionDenied
    locales = offered_locales(request.user, page)
    if not locales.exists():
        messages.info(request, _("This page exists in every language that you write."))
        return redirect("translation_desk")
    initial = {"locales": locales.filter(language_code=request.GET.get("select_locale", ""))}
    form = AskForm(locales, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid() and (drafts := _begin(request, page, form)):
        return redirect(_next_address(page, drafts))
    return render(request, "pages/admin/ask_for_translation.html", _screen(request, page, form))


def _screen(request, page, form):
    """A translator may not open the original: for them the way back is what waits for them."""
    desk = (reverse("translation_desk"), _("Translation desk"))
    title = page.get_admin_display_title()
    editor = (reverse("wagtailadmin_pages:edit", args=[page.pk]), title)
    above = [desk, editor] if may_edit(request.user, page) else [desk]
    words = screen(_("Translate this page"), title, above)
    return words | {"form": form, "back": above[-1][0]}


def offered_locales(user, page):
    """Locales that lack this page and that this person may begin."""
    return languages_without(page).filter(language_code__in=languages_to_ask(user, page))


def _begin(request, page, form):
    """Begin what was asked for; on trouble the form says what to do, and nothing is made."""
    drafts = []
    for locale in form.cleaned_data["locales"]:
        if reason := _why_not(request.user, page, locale):
            form.add_error("locales", reason)
    if form.errors:
        return []
    for locale in form.cleaned_data["locales"]:
        try:
            made = form.cleaned_data["made"]
            drafts.append(begin_translation(page, locale, request.user, made))
        except ValidationError as error:
            form.add_error("locales", error.messages)
    for above, draft in ((drafted[:-1], drafted[-1]) for drafted in drafts):
        _tell(request, above, draft)
    return drafts


def _why_not(user, page, locale):
    """Why this translation cannot begin: a page above it is missing, and not theirs to make."""
    for above in missing_above(page, locale):
        if isinstance(above, HomePage) or not may_ask(user, above, locale.language_code):
            return _(
                "“%(title)s” does not exist in %(language)s yet. Ask somebody of the alliance to"
                " translate it first."
            ) % {"title": above.title, "language": tongue(locale.language_code).name}
    return ""


def _tell(request, above, draft):
    language = tongue(draft.locale.language_code).name
    words = _("A draft in %(language)s is ready. Nobody sees it before it is published.")
    messages.success(request, words % {"language": language})
    if above:
        words = ngettext(
            "The page above it had to be begun too: %(titles)s.",
            "The pages above it had to be begun too: %(titles)s.",
            len(above),
        )
        titles = ", ".join(f"“{draft.title}”" for draft in above)
        messages.warning(request, words % {"titles": titles})


def _next_address(page, drafts):
    if len(drafts) == 1:
        return reverse("wagtailadmin_pages:edit", args=[drafts[0][-1].pk])
    return reverse("wagtailadmin_explore", args=[page.get_parent().pk])
