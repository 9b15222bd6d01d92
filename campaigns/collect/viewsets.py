from django.urls import path
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from campaigns.places.rights import vault_cities_of

from .views import (
    GiveAnewView,
    RenewView,
    TestimonyCreateView,
    TestimonyEditView,
    TestimonyIndexView,
    WithdrawView,
)


class VaultMenuItem(MenuItem):
    """Shown to those who may open testimony."""

    def is_shown(self, request):
        return vault_cities_of(request.user).exists()


class TestimonyViewSet(ViewSet):
    """The vault in the admin’s menu: every view finds only the person’s own cities."""

    name = "testimony"
    icon = "openquote"
    menu_label = _("Testimony")
    menu_order = 150
    add_to_admin_menu = True

    @cached_property
    def menu_item_class(self):
        return VaultMenuItem

    def get_common_view_kwargs(self, **kwargs):
        return super().get_common_view_kwargs(
            **{
                "header_icon": self.icon,
                "index_url_name": self.get_url_name("index"),
                "index_results_url_name": self.get_url_name("index_results"),
                "add_url_name": self.get_url_name("add"),
                "edit_url_name": self.get_url_name("edit"),
                **kwargs,
            }
        )

    def get_urlpatterns(self):
        listing = self.construct_view(TestimonyIndexView)
        results = self.construct_view(TestimonyIndexView, results_only=True)
        return [
            path("", listing, name="index"),
            path("results/", results, name="index_results"),
            path("new/", self.construct_view(TestimonyCreateView), name="add"),
            path("<int:pk>/", self.construct_view(TestimonyEditView), name="edit"),
            path("<int:pk>/withdraw/", WithdrawView.as_view(), name="withdraw"),
            path("<int:pk>/renew/", RenewView.as_view(), name="renew"),
            path("<int:pk>/again/", GiveAnewView.as_view(), name="give_anew"),
        ]
