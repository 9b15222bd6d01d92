"""Where a group keeps what people told it, and what they agreed to."""

from django.db import transaction
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from .forms import ConsentAnewForm, ConsentRenewForm, TestimonyForm
from .models import Testimony
from .news import places_of, still_public
from .vault import testimonies_of


class OwnTestimony:
    """Only testimony of the person’s own cities can be found; any other answers 404."""

    model = Testimony

    def get_queryset(self):
        return testimonies_of(self.request.user)

    get_base_queryset = get_queryset


class TestimonyIndexView(OwnTestimony, generic.IndexView):
    """The testimony of the person’s own cities, with what may be shown."""

    page_title = gettext_lazy("Testimony")
    add_item_label = gettext_lazy("Add a testimony record")
    default_ordering = "reference"
    template_name = "collect/testimonies.html"

    @cached_property
    def columns(self):
        return [
            self._get_title_column("reference", TitleColumn),
            Column("city", label=_("City"), accessor="city.name"),
            Column("state", label=_("Consent"), accessor=state_of),
            BooleanColumn("press", label=_("Press"), accessor=goes_to_press),
            BooleanColumn("machine", label=_("Machine translation"), accessor=goes_to_machines),
        ]


class TestimonyCreateView(OwnTestimony, generic.CreateView):
    """A new record; consent is no until somebody says yes."""

    form_class = TestimonyForm
    page_title = gettext_lazy("New testimony record")
    template_name = "collect/testimony_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"for_user": self.request.user}


class TestimonyEditView(OwnTestimony, generic.EditView):
    """One record, its consent, and what readers see of it."""

    form_class = TestimonyForm
    template_name = "collect/testimony_form.html"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"for_user": self.request.user}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "consent": getattr(self.object, "consent", None),
            "places": places_of(self.object.pk),
        }


class RecordScreen(WagtailAdminTemplateMixin):
    """A screen about one record (self.testimony), reached through the record itself."""

    def get_page_subtitle(self):
        return self.testimony.reference

    def get_breadcrumbs_items(self):
        record = reverse("testimony:edit", args=[self.testimony.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("testimony:index"), "label": _("Testimony")},
            {"url": record, "label": self.testimony.reference},
            {"url": "", "label": self.get_page_title()},
        ]


class WithdrawView(OwnTestimony, RecordScreen, DetailView):
    """The teller takes the testimony back: says what that clears, and does it at once."""

    context_object_name = "testimony"
    template_name = "collect/withdraw.html"
    page_title = gettext_lazy("Withdraw consent")
    header_icon = "warning"

    def get_queryset(self):
        return super().get_queryset().filter(consent__isnull=False)

    @property
    def testimony(self):
        return self.object

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"places": places_of(self.object.pk)}

    def post(self, request, pk):
        testimony = self.get_object()
        with transaction.atomic():
            testimony.consent.withdraw()
        if still_public(testimony.pk):
            text = _(
                "The consent is withdrawn and nobody can read it. Some pages still wait to be cleared; it will be tried again."
            )
            messages.warning(request, text)
        else:
            messages.success(request, _("The consent is withdrawn. Nobody can read it any more."))
        return redirect("testimony:edit", pk=testimony.pk)


class GiveAnewView(RecordScreen, FormView):
    """A teller who had taken their testimony back agrees once more."""

    form_class = ConsentAnewForm
    template_name = "collect/give_anew.html"
    page_title = gettext_lazy("The teller agrees again")
    header_icon = "check"

    def setup(self, request, *args, pk, **kwargs):
        super().setup(request, *args, **kwargs)
        withdrawn = testimonies_of(request.user).filter(consent__withdrawn_on__isnull=False)
        self.testimony = get_object_or_404(withdrawn, pk=pk)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.testimony.consent}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"testimony": self.testimony}

    def form_valid(self, form):
        form.save()
        text = _("The new consent is written down. Publish the story again when it is ready.")
        messages.success(self.request, text)
        return redirect("testimony:edit", pk=self.testimony.pk)


class RenewView(RecordScreen, FormView):
    """The group asked the teller again, and they still agree."""

    form_class = ConsentRenewForm
    template_name = "collect/renew.html"
    page_title = gettext_lazy("The teller still agrees")
    header_icon = "check"

    def setup(self, request, *args, pk, **kwargs):
        super().setup(request, *args, **kwargs)
        agreed = testimonies_of(request.user).publishable()
        self.testimony = get_object_or_404(agreed, pk=pk)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"consent": self.testimony.consent}

    def get_context_data(self, **kwargs):
        told = {"testimony": self.testimony, "consent": self.testimony.consent}
        return super().get_context_data(**kwargs) | told

    def form_valid(self, form):
        form.save()
        messages.success(self.request, _("Written down. In a year you will be reminded again."))
        return redirect("testimony:edit", pk=self.testimony.pk)


def state_of(testimony):
    """What the teller agreed to, in two words for a list."""
    consent = getattr(testimony, "consent", None)
    if consent is None or not consent.given_on:
        return _("Not asked yet")
    if consent.is_withdrawn:
        return _("Taken back")
    if consent.is_to_renew:
        return _("Website: ask again")
    return _("Website") if consent.is_live else _("Not for the website")


def goes_to_machines(testimony):
    consent = getattr(testimony, "consent", None)
    return bool(consent and consent.is_live and consent.machine_translation)


def goes_to_press(testimony):
    consent = getattr(testimony, "consent", None)
    return bool(consent and consent.is_live and consent.press_kit)
