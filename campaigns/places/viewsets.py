"""Where administrators say who belongs to which group, and with which role."""

from django.conf import settings
from django.forms import Select
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets.button import Button

from .models import City, LocalGroup, Membership
from .views import CityList, LocalGroupScreen, PeopleList, invite_again


def languages():
    return [("", _("Every language")), *settings.WAGTAIL_CONTENT_LANGUAGES]


class MembershipViewSet(ModelViewSet):
    """Who may do what, for which group."""

    model = Membership
    index_view_class = PeopleList
    icon = "group"
    menu_label = _("People and roles")
    list_display = [
        "user",
        "local_group",
        Column("get_role_display", label=_("Role"), accessor="get_role_display"),
        Column("language_name", label=_("Language"), accessor="language_name"),
    ]
    list_filter = ["local_group", "role"]
    search_fields = ["user__username", "user__email", "user__first_name", "user__last_name"]
    search_backend_name = None
    panels = [
        "user",
        "local_group",
        "role",
        FieldPanel("language", widget=Select(choices=languages())),
    ]
    copy_view_enabled = False

    def get_urlpatterns(self):
        again = path("invite/<int:pk>/", invite_again, name="invite_again")
        return [*super().get_urlpatterns(), again]


class LocalGroupIndexView(IndexView):
    """The list of groups, with the way to what can happen to each."""

    def get_list_more_buttons(self, instance):
        life = reverse("group_life", args=[instance.pk])  # its screens know the pages
        button = Button(_("Life of the group"), life, icon_name="history", priority=5)
        return [button, *super().get_list_more_buttons(instance)]


class LocalGroupViewSet(ModelViewSet):
    """The groups and how to reach them."""

    model = LocalGroup
    edit_view_class = LocalGroupScreen
    icon = "home"
    index_view_class = LocalGroupIndexView
    list_display = ["name", "city", "email", "suspended_on", "archived_on"]
    list_filter = ["city"]
    panels = ["city", "name", "email", "collection", "machine_characters_a_month"]
    copy_view_enabled = False


class CityForm(WagtailAdminModelForm):
    """A city; its address is chosen once, and then changed where every page follows it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["slug"].disabled = True
            self.fields["slug"].help_text = _("Changed in the life of its group, by “Rename”.")


class CityViewSet(ModelViewSet):
    """The cities: the part of an address that names them, and their clocks."""

    model = City
    index_view_class = CityList
    icon = "site"
    list_display = ["name", "state_code", "slug"]
    edit_handler = ObjectList(
        [FieldPanel(name) for name in ("name", "slug", "state_code", "time_zone")],
        base_form_class=CityForm,
    )
    copy_view_enabled = False


class PlacesViewSetGroup(ModelViewSetGroup):
    """Local groups in the administrator’s menu."""

    menu_label = _("Local groups")
    menu_icon = "group"
    menu_order = 260
    items = (MembershipViewSet, LocalGroupViewSet, CityViewSet)
    submenu_hook = "register_local_groups_menu_item"  # where those who know the pages add theirs
