"""Where administrators look after the treaties, and every editor may read them."""

from django.conf import settings
from django.forms import Select
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from campaigns.treaties.admin_forms import HandEditedForm
from campaigns.treaties.models import MonitoringBody, Theme, Treaty, TreatyArticle, TreatyLabel
from campaigns.treaties.models.catalogue import catalogue
from uprcities.lib.lists import listed


def languages():
    return [("", "")] + [(code, name_local(code)) for code, _name in settings.LANGUAGES]


def name_local(code):
    """A language in its own words."""
    return get_language_info(code)["name_local"]


def words_panel(*fields):
    """The words in each language, with the mark that keeps them when the treaties are loaded again."""
    language = FieldPanel("language", widget=Select(choices=languages()))
    return InlinePanel(
        "labels",
        [language, *fields, "edited_by_hand"],
        heading=_("Words in each language"),
        label=_("Language"),
    )


class ConfirmPanel(FieldPanel):
    """What an editor must still check against a source, in words."""

    def __init__(self, field_name="to_confirm", **kwargs):
        super().__init__(field_name, **{**kwargs, "read_only": True})

    def format_value_for_display(self, value):
        return listed(map(name_of_fact, value)) or _("nothing")


def name_of_fact(code):
    """ "us_signed day" and "title es" as an administrator reads them."""
    name, _space, detail = code.partition(" ")
    if name == "title":
        return f"{TreatyLabel._meta.get_field('title').verbose_name} ({name_local(detail)})"
    parts = {"day": _("day and month"), "year": _("year")}
    fact = str(Treaty._meta.get_field(name).verbose_name)
    return f"{fact} ({parts[detail]})" if detail else fact


class OfTreaties(ModelViewSet):
    """What the four listings have in common."""

    add_to_reference_index = True
    copy_view_enabled = False
    inspect_view_enabled = True
    list_per_page = 50
    search_backend_name = None


class TreatyViewSet(OfTreaties):
    model = Treaty
    icon = "globe"
    menu_label = _("Treaties")
    list_display = [
        "abbreviation",
        Column(
            "title", label=_("Title"), accessor=lambda treaty: catalogue().treaty(treaty.slug).label
        ),
        Column("us", label=_("Status in the US"), accessor=lambda treaty: treaty.us_status_words()),
    ]
    list_filter = ["kind", "us_status"]
    search_fields = ["abbreviation", "slug"]
    inspect_view_fields = [
        "abbreviation",
        "kind",
        "adopted",
        "in_force",
        "body",
        "us_status",
        "us_signed",
        "us_ratified",
        "us_supported",
        "url",
        "to_confirm",
    ]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    "us_status",
                    FieldRowPanel(["us_signed", "us_ratified"]),
                    FieldRowPanel(["us_supported", "us_bound_by"]),
                ],
                heading=_("The United States"),
            ),
            MultiFieldPanel(
                [
                    FieldRowPanel(["abbreviation", "kind"]),
                    FieldRowPanel(["adopted", "in_force"]),
                    "url",
                    ConfirmPanel(),
                    "edited_by_hand",
                ],
                heading=_("Facts"),
            ),
            words_panel("title", "plain"),
        ],
        base_form_class=HandEditedForm,
    )


class ArticleViewSet(OfTreaties):
    model = TreatyArticle
    icon = "list-ol"
    menu_label = _("Articles")
    list_display = [
        Column("code", label=_("Article"), accessor="code"),
        Column(
            "label",
            label=_("What it is about"),
            accessor=lambda article: catalogue().article(article.treaty.slug, article.number).label,
        ),
    ]
    list_filter = ["treaty"]
    search_fields = ["treaty__abbreviation", "number"]
    inspect_view_fields = ["treaty", "number"]
    edit_handler = ObjectList([words_panel("label", "plain")], base_form_class=HandEditedForm)


class ThemeViewSet(OfTreaties):
    model = Theme
    icon = "tag"
    menu_label = _("Themes")
    list_display = [Column("label", label=_("Theme"), accessor=lambda theme: theme.label()), "slug"]
    search_fields = ["slug"]
    inspect_view_fields = ["slug", "uhri_themes", "sdgs"]
    edit_handler = ObjectList([words_panel("label")], base_form_class=HandEditedForm)


class BodyViewSet(OfTreaties):
    model = MonitoringBody
    icon = "group"
    menu_label = _("Monitoring bodies")
    list_display = ["abbreviation"]
    search_fields = ["abbreviation"]
    inspect_view_fields = ["abbreviation"]
    edit_handler = ObjectList([words_panel("name")], base_form_class=HandEditedForm)


class TreatiesGroup(ModelViewSetGroup):
    menu_label = _("Treaties")
    menu_icon = "globe"
    menu_order = 600
    items = (TreatyViewSet, ArticleViewSet, ThemeViewSet, BodyViewSet)
