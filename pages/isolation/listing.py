"""The page explorer with filters that name only people one works with."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import MultipleUserFilter
from wagtail.admin.views.pages.listing import (
    EditedByFilter,
    ExplorableIndexView,
    GenericPageFilterSet,
    PageFilterSet,
)
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageViewSet

from campaigns.places.rights import colleagues_of


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
    base_filterset_class = AmongColleaguesOfAnyType


class TypeUseView(ContentTypeUseView):
    base_filterset_class = AmongColleagues


class OurPageViewSet(PageViewSet):
    """Wagtail’s screens for pages, with our filters."""

    index_view_class = ExplorerView
    filterset_class = AmongColleaguesOfAnyType
    content_type_use_view_class = TypeUseView
