"""What stands around a workbench: the header of a page with its state, or a plain one."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.admin.widgets.button import ButtonWithDropdown

from ..approving.translations import approval_of
from .screens import screen


def frame_of_page(request, sheet, is_whole):
    """The header, the state and the ways on of a page, as its own editor has them."""
    page = sheet.page
    panels = MediaContainer([_status_panel(request, sheet)])
    return {
        "page": page,
        "instance": page,
        "page_perms": page.permissions_for_user(request.user),
        "translation": sheet.translation,
        "approval": approval_of(sheet.translation, page, request.user, is_whole),
        "header_title": page.get_admin_display_title(),
        "header_buttons": _buttons(request, page),
        "side_panels": panels,
        "media": panels.media,
    }


def frame_of_words(original):
    """The header of a text that is no page."""
    desk = (reverse("translation_desk"), _("Translation desk"))
    return {"page": None, "approval": None} | screen(original.title, above=[desk])


def _status_panel(request, sheet):
    page = sheet.page
    return PageStatusSidePanel(
        page,
        request,
        show_schedule_publishing_toggle=False,
        live_object=page,
        scheduled_object=page.get_scheduled_revision_as_object(),
        locale=sheet.translation.target_locale,
        translations=[],
    )


def _buttons(request, page):
    more = sorted(get_page_header_buttons(page, request.user, request.path, "edit"))
    if not more:
        return []
    return [
        ButtonWithDropdown(
            buttons=more,
            icon_name="dots-horizontal",
            attrs={"aria-label": _("Actions")},
            classname="w-h-slim-header",
        )
    ]
