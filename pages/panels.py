"""What stands in the editor beside the fields of a page."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList, TabbedInterface


def tabs_of(page_type):
    """Wagtail’s three tabs; the first ends with what a person says about the change."""
    tabs = [
        ObjectList([*page_type.content_panels, about_the_change()], heading=_("Content")),
        ObjectList(page_type.promote_panels, heading=_("Promote")),
        ObjectList(page_type.settings_panels, heading=_("Settings")),
    ]
    return TabbedInterface(tabs, base_form_class=page_type.base_form_class)


def guide(name):
    """Advice with an example, folded away beside the fields that it is about."""
    return HelpPanel(template=f"guides/{name}.html")


def about_the_change():
    """Asked where the eyes are last before saving; nobody comments on a comment."""
    return MultiFieldPanel(
        [
            FieldPanel("change_note", disable_comments=True),
            FieldPanel("is_small_correction", disable_comments=True),
        ],
        heading=_("Before you save"),
    )
