"""“Translate this page”, and many at once: asks for drafts in other languages."""

from django import forms
from django.conf import settings
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page

from campaigns.places.rights import may_edit
from uprcities.lib.day_inputs import DayField

from ..languages import tongue
from ..models import Original, TranslationMade
from ..translating.asking import languages_without
from ..translating.measuring import measure_page
from ..translating.offering import Askable
from ..translating.requesting import ask_for_all
from ..translating.rights import languages_to_ask
from .preparing import address_of_preparation
from .screens import screen

#: So many texts may be asked for at once.
MOST = 200
#: Longer numbers are no ids, and more than a database takes.
LONGEST_NUMBER = 18
#: Of what stands in the way so much is told.
MOST_REASONS = 10


class AskForm(forms.Form):
    """Into which languages, who will do it, and by when."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one language.")},
    )
    is_essentials_only = forms.BooleanField(
        label=gettext_lazy("First only title and summary"),
        required=False,
        help_text=gettext_lazy("A start that readers can be shown soon. The rest can follow."),
    )
    due_on = DayField(
        label=gettext_lazy("Needed by"),
        required=False,
        help_text=gettext_lazy("Leave it empty when there is no hurry."),
    )
    person = forms.ModelChoiceField(
        queryset=None,
        label=gettext_lazy("Ask somebody"),
        required=False,
        empty_label=gettext_lazy("Whoever has time"),
        help_text=gettext_lazy("People who may translate here."),
    )
    note = forms.CharField(
        label=gettext_lazy("Note to the translator"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("What it is for, and what to look out for."),
    )
    made = forms.ChoiceField(
        label=gettext_lazy("Who will translate it?"),
        choices=TranslationMade.choices,
        initial=TranslationMade.PEOPLE,
        help_text=gettext_lazy(
            "Readers are told. “How was it translated?” above the page changes it later."
        ),
    )

    def __init__(self, offer, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.not_given = []  # what the person is not asked for, and why
        self.fields["languages"].choices = list(_choices(offer))
        self.fields["person"].queryset = offer.people().order_by("first_name", "username")
        self.fields["person"].label_from_instance = get_user_display_name

    def clean_due_on(self):
        day = self.cleaned_data["due_on"]
        if day and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose today or a later day."))
        return day

    def clean(self):
        told = super().clean()
        self.wanted = self.offer.wanted(told.get("languages", []))
        reasons = list(dict.fromkeys(self.offer.why_not_pairs(self.wanted)))
        for reason in _first(reasons):
            self.add_error("languages", reason)
        if (person := told.get("person")) and self.wanted:
            self._clean_person(person)
        return told

    def _clean_person(self, person):
        """Whoever may do some of it is asked for that; whoever may do nothing is refused."""
        told = self.offer.why_not_by(person, self.wanted)
        reasons = _first(list(told.values()))
        if all((original.city, code) in told for original, code in self.wanted):
            for reason in reasons:
                self.add_error("person", reason)
        else:
            self.not_given = reasons


def _first(reasons):
    """So many that somebody reads them, and how many more there are."""
    more = len(reasons) - MOST_REASONS
    if more <= 0:
        return reasons
    words = ngettext("… and %(count)s more.", "… and %(count)s more.", more) % {"count": more}
    return [*reasons[:MOST_REASONS], words]


def _choices(offer):
    """Languages in the order of the settings; of several texts, how many lack each."""
    counts, texts = offer.counts(), len(offer.originals)
    for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES:
        if count := counts[code]:
            name = tongue(code)
            label = format_html('<bdi lang="{}" dir="{}">{}</bdi>', code, name.direction, name.name)
            if texts > 1:
                how_many = _("%(count)s of %(texts)s lack it") % {"count": count, "texts": texts}
                label = format_html('{} <span class="our-count">{}</span>', label, how_many)
            yield code, label


def ask_for_translation(request, page_id):
    """A form with the languages that this person may begin for one page."""
    page = get_object_or_404(Page, pk=page_id)
    original = _original_of(page)
    if original is None:
        raise Http404
    desk = (reverse("translation_desk"), _("Translation desk"))
    title = page.get_admin_display_title()
    editor = (reverse("wagtailadmin_pages:edit", args=[page.pk]), title)
    # A translator may not open the original: for them the way back is what waits for them.
    above = [desk, editor] if may_edit(request.user, page) else [desk]
    words = screen(_("Translate this page"), title, above)
    return _ask(request, [original], words | {"back": above[-1][0]})


def ask_for_translations(request):
    """The same form for several texts (``?text=`` each), pages or not; 404 if one is not theirs."""
    desk = (reverse("translation_desk"), _("Translation desk"))
    ids = request.POST.getlist("text") or request.GET.getlist("text")
    if not all(pk.isdecimal() and len(pk) < LONGEST_NUMBER for pk in ids):
        raise Http404
    ids = {int(pk) for pk in ids}
    if len(ids) > MOST or not ids:
        messages.error(request, _how_many(len(ids)))
        return redirect("translation_desk")
    found = Original.objects.filter(pk__in=ids).select_related("city", "page__content_type")
    originals = list(found.order_by("title", "pk"))
    if len(originals) < len(ids):
        raise Http404
    words = screen(_("Ask for translations"), above=[desk])
    return _ask(request, originals, words | {"back": desk[0]})


def _how_many(number):
    if not number:
        return _("Choose the texts first that you want to have translated.")
    return _(
        "You chose %(number)s texts. At most %(most)s can be asked for at once: choose fewer."
    ) % {"number": number, "most": MOST}


def _ask(request, originals, words):
    offer = Askable(request.user, originals)
    if not offer.is_allowed:
        raise Http404
    if not offer.counts():
        messages.info(request, _nothing_left(originals))
        return redirect("translation_desk")
    language = request.GET.get("language") or request.GET.get("select_locale")
    form = AskForm(offer, request.POST or None, initial={"languages": [language]})
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in form.fields.keys() - {"languages"}}
        requests = ask_for_all(form.wanted, request.user, **told)
        if form.not_given:
            messages.warning(request, _say_what_is_free(form.not_given))
        return redirect(address_of_preparation(requests))
    several = originals if len(originals) > 1 else []
    return render(
        request,
        "pages/admin/ask_for_translation.html",
        words | {"form": form, "originals": several, "number": len(originals)},
    )


def _say_what_is_free(reasons):
    words = _("Not everything was given to one person; the rest is free to take. %(reasons)s")
    return words % {"reasons": " ".join(reasons)}


def _nothing_left(originals):
    return ngettext(
        "This page exists in every language that you write.",
        "These texts exist in every language that you write.",
        len(originals),
    )


def offered_locales(user, page):
    """Locales that lack this page and that this person may begin."""
    return languages_without(page).filter(language_code__in=languages_to_ask(user, page))


def _original_of(page):
    """The Original of a page in whatever language; measured now where nobody has, yet."""
    found = Original.objects.filter(key=page.translation_key).select_related("city", "page")
    return found.first() or measure_page(page.translation_key)
