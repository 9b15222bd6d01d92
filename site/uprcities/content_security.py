"""Content-Security-Policies by path: a strict one for readers, a looser one for editors."""

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.urls import reverse
from django.utils.functional import cached_property


class ContentSecurityMiddleware(CSPMiddleware):
    """Tells the browser where scripts, styles and pictures may come from."""

    @cached_property
    def admin_path(self):
        return reverse("wagtailadmin_home")

    @cached_property
    def accounts_path(self):
        return reverse("your_account")

    def process_response(self, request, response):
        if request.path.startswith(self.accounts_path):
            response._csp_update = {"img-src": ["data:"]}  # the picture that an app scans
        if request.path.startswith(self.admin_path):
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return super().process_response(request, response)
