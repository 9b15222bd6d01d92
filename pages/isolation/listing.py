"""Wagtail’s own screens for pages, naming only people one works with."""

from django.contrib.auth.models import Group
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.page_privacy import SetPrivacyView
from wagtail.admin.views.pages.listing import (
    EditedByFilter,
    ExplorableIndexView,
    GenericPageFilterSet,
    PageFilterSet,
)
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageViewSet

from campaigns.places.rights import colleagues_of

from ..views.approving import ReadVersionActionView
from ..views.comparing import FrameableVersionView, SideBySideView

#: So many pages below one can still be dragged into order.
MOST_TO_ORDER = 200


class AmongColleagues(PageFilterSet):
    """Filters by the person’s own colleagues; every name for an administrator."""

    owner = MultipleUserFilter(
        label=_("Owner"),
        queryset=lambda request: colleagues_of(request.user),
        widget=CheckboxSelectMultiple,
    )
    edited_by = EditedByFilter(
        label=_("Edited by"),
        queryset=lambda request: colleagues_of(request.user),
        widget=CheckboxSelectMultiple,
    )


class AmongColleaguesOfAnyType(AmongColleagues, GenericPageFilterSet):
    """The same, with the filter by type of page."""


class ExplorerView(ExplorableIndexView):
    """The pages below one, fifty at a time; by hand one orders only what fits on a screen."""

    base_filterset_class = AmongColleaguesOfAnyType

    def get_valid_orderings(self):
        valid = super().get_valid_orderings()
        return [name for name in valid if name != "ord"] if self._are_too_many else valid

    def get_ordering(self):
        """By hand Wagtail would send every one of them at once."""
        if self._are_too_many and self.request.GET.get("ordering") == "ord":
            words = _("More than %(number)s pages cannot be put in order by hand.")
            messages.warning(self.request, words % {"number": MOST_TO_ORDER})
        return super().get_ordering()

    @property
    def _are_too_many(self):
        return self.parent_page.numchild > MOST_TO_ORDER


class TypeUseView(ContentTypeUseView):
    base_filterset_class = AmongColleagues


class PrivacyView(SetPrivacyView):
    """Who may read a page: the form does not carry the names of every role in every city."""

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["groups"].queryset = Group.objects.none()
        return form


class OurPageViewSet(PageViewSet):
    """Wagtail’s screens for pages, with our filters and our comparison."""

    index_view_class = ExplorerView
    filterset_class = AmongColleaguesOfAnyType
    content_type_use_view_class = TypeUseView
    set_privacy_view_class = PrivacyView
    workflow_action_view_class = ReadVersionActionView
    revisions_view_class = FrameableVersionView
    revisions_compare_view_class = SideBySideView
