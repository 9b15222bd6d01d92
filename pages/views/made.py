"""“How was it translated?”, for translations that are written sentence by sentence."""

from django import forms
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtail.models import Page

from ..models import BasePage, TranslationMade
from ..models.made import mark_as_said
from ..record import record
from ..translating.following import write_into_draft
from ..translating.rights import require_publishing
from .screens import screen


class MadeForm(forms.Form):
    """Who turned the page into its language."""

    made = forms.ChoiceField(
        label=gettext_lazy("Who translated it?"),
        choices=TranslationMade.choices,
        help_text=gettext_lazy("Readers are told. A machine’s work that people checked says both."),
    )


def say_how_it_was_made(request, page_id):
    """A form for those who may publish the page; readers of a public one are told at once."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not isinstance(page, BasePage) or page.is_original:
        raise Http404
    require_publishing(request.user, page)
    form = MadeForm(request.POST or None, initial={"made": page.translation_made})
    if request.method == "POST" and form.is_valid() and _keep(page, form, request.user):
        messages.success(request, _("Readers are told who translated this page."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    above = [(reverse("wagtailadmin_pages:edit", args=[page.pk]), page.get_admin_display_title())]
    words = screen(_("How was it translated?"), above=above)
    return render(request, "pages/admin/how_it_was_made.html", words | {"page": page, "form": form})


@transaction.atomic
def _keep(page, form, user):
    """Readers are told at once: no word changes, so there is nothing to approve.

    Nobody can say that people wrote what a machine did: then nothing is kept.
    """
    made = form.cleaned_data["made"]
    if not mark_as_said(page, made):
        form.add_error(
            "made",
            _(
                "A machine drafted sentences of this page. When you have read them all, say that"
                " people reviewed it."
            ),
        )
        return False
    type(page).objects.filter(pk=page.pk).update(translation_made=made)
    write_into_draft(page, {"translation_made": made})
    log(page, "wagtail.edit", user=user)
    page.refresh_from_db()
    record(page)
    return True
