"""The front door: which address leads to which app."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from pages.api import no_such_address
from pages.api import router as api_router
from pages.views.front_door import choose_language
from pages.views.robots import robots
from pages.views.sitemaps import sitemap, sitemap_file
from uprcities.accounts.views import account_settings, to_password_reset, to_sign_in
from uprcities.health import healthz

handler404 = "pages.views.missing.nothing_here"
handler500 = "pages.views.broken.something_broke"

urlpatterns = [
    path("", choose_language, name="choose_language"),
    path("healthz", healthz, name="healthz"),
    path("robots.txt", robots, name="robots"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", sitemap_file, name="sitemap_file"),
    path("api/v2/", api_router.urls),
    re_path(r"^api/(?:.+/)?$", no_such_address),
    path("accounts/", include("uprcities.accounts.urls")),
    # Before Wagtail's own.
    path("admin/account/", account_settings),
    path("admin/login/", to_sign_in),
    path("admin/password_reset/", to_password_reset),
    path("admin/password_reset/<path:rest>", to_password_reset),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include("uprcities.library.urls")),
    *static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT),
    *i18n_patterns(
        path("_util/login/", to_sign_in),  # before Wagtail's own
        path("", include("pages.urls")),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]
