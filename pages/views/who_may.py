"""“Who may do what”: every role in one table, and what differs from the roles."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from campaigns.places.auditing import deviations, lines
from campaigns.places.rights import is_administrator

from ..land import plots


class WhoMayDoWhatView(WagtailAdminTemplateMixin, TemplateView):
    """For administrators only: it names everybody."""

    template_name = "pages/admin/who_may.html"
    page_title = _("Who may do what")
    header_icon = "group"

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def dispatch(self, request, *args, **kwargs):
        if not is_administrator(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        told = {"lines": list(lines()), "deviations": list(deviations(plots()))}
        return super().get_context_data(**kwargs) | told
