"""The public pages for programs: Wagtail’s stable API (v2), read only, behind our own door.

Only what ``visible()`` lets through is listed. Streams are given without what they point at, and
nothing of testimony records or consent is a field here.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.urls import path
from django.utils.translation import override
from rest_framework.fields import Field, SerializerMethodField
from rest_framework.filters import BaseFilterBackend
from rest_framework.permissions import AllowAny
from rest_framework.renderers import JSONRenderer
from wagtail.api.v2.filters import FieldsFilter, LocaleFilter, OrderingFilter
from wagtail.api.v2.pagination import WagtailPagination
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.api.v2.serializers import PageSerializer
from wagtail.api.v2.utils import BadRequestError
from wagtail.api.v2.views import PagesAPIViewSet
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from campaigns.treaties.models.catalogue import catalogue

from .models import Entry
from .plain_blocks import plain_stream
from .searching import clean_question, find

LARGEST_NUMBER = 2**31 - 1
NARROWING = {
    "city": "entry__city__slug",
    "right": "entry__rights__slug",
    "theme": "entry__themes__slug",
}


class PlainStreamField(Field):
    """A stream of blocks as plain values."""

    def get_attribute(self, page):
        return super().get_attribute(page), page.locale.language_code

    def to_representation(self, value):
        return plain_stream(*value)


class PublicRichTextField(Field):
    """Prose as HTML, its links leading to public addresses."""

    def to_representation(self, value):
        return expand_db_html(value)


class EntryPageSerializer(PageSerializer):
    """A page with what its line in the record adds: address, city, rights and translations."""

    serializer_field_mapping = PageSerializer.serializer_field_mapping | {
        StreamField: PlainStreamField,
        RichTextField: PublicRichTextField,
    }
    html_url = SerializerMethodField()
    city = SerializerMethodField()
    rights = SerializerMethodField()
    themes = SerializerMethodField()
    translations = SerializerMethodField()

    def get_html_url(self, page):
        return f"{settings.SITE_URL}{page.entry.url}"

    def get_city(self, page):
        return page.entry.city.slug if page.entry.city else None

    def get_rights(self, page):
        """The code of each right and how the United States stands to it."""
        known = filter(None, map(catalogue("en").right, page.entry.right_slugs))
        with override("en"):
            return [
                {
                    "slug": right.tag_slug,
                    "code": right.code,
                    "us_status": right.treaty.us_status,
                    "official_url": right.treaty.url,
                }
                for right in known
            ]

    def get_themes(self, page):
        return page.entry.theme_slugs

    def get_translations(self, page):
        return [
            {"id": other.page_id, "locale": other.language, "html_url": self._address(other)}
            for other in self.context["editions"].get(page.entry.translation_key, [])
            if other.page_id != page.pk
        ]

    def _address(self, entry):
        return f"{settings.SITE_URL}{entry.url}"


class NarrowingFilter(BaseFilterBackend):
    """?city=pittsburgh&right=icerd-5&theme=housing"""

    def filter_queryset(self, request, queryset, view):
        for name, lookup in NARROWING.items():
            if name in request.GET:
                queryset = queryset.filter(**{lookup: request.GET[name]})
        return queryset


class WordsFilter(BaseFilterBackend):
    """?search=words finds what the search page finds, in every language."""

    def filter_queryset(self, request, queryset, view):
        if "search" not in request.GET:
            return queryset
        keys = find(clean_question(request.GET["search"]))
        return queryset.filter(entry__in=keys)


class BoundedPagination(WagtailPagination):
    """Refuses numbers that no database counts to."""

    def paginate_queryset(self, queryset, request, view=None):
        offset = request.GET.get("offset", "0")
        if len(offset) > 10 or (offset.isdecimal() and int(offset) > LARGEST_NUMBER):
            raise BadRequestError("offset is too large")
        return super().paginate_queryset(queryset, request, view)


class PublicPagesViewSet(PagesAPIViewSet):
    """Lists and shows what anybody may see."""

    base_serializer_class = EntryPageSerializer
    pagination_class = BoundedPagination
    renderer_classes = [JSONRenderer]
    authentication_classes = []
    permission_classes = [AllowAny]
    http_method_names = ["get", "head", "options"]
    filter_backends = [FieldsFilter, NarrowingFilter, LocaleFilter, OrderingFilter, WordsFilter]
    known_query_parameters = frozenset(
        {"limit", "offset", "fields", "order", "search", "type", "locale", "_", *NARROWING}
    )
    body_fields = ["id", "title"]
    meta_fields = [
        "type",
        "detail_url",
        "html_url",
        "slug",
        "locale",
        "translations",
        "first_published_at",
        "city",
        "rights",
        "themes",
    ]
    listing_default_fields = [*body_fields, *meta_fields]
    nested_default_fields = ["id", "title"]
    detail_only_fields = []

    @classmethod
    def get_urlpatterns(cls):
        return [
            path("", cls.as_view({"get": "listing_view"}), name="listing"),
            path("<int:pk>/", cls.as_view({"get": "detail_view"}), name="detail"),
        ]

    def get_base_queryset(self):
        seen = Entry.objects.visible().order_by().values("page_id")
        return Page.objects.filter(pk__in=seen).order_by("id")

    def get_queryset(self):
        return super().get_queryset().select_related("locale", "entry__city")

    @classmethod
    def get_available_fields(cls, model, db_fields_only=False):
        """Pages are not narrowed or ordered by whole texts."""
        names = super().get_available_fields(model, db_fields_only)
        return [name for name in names if not (db_fields_only and _is_prose(model, name))]

    def filter_queryset(self, queryset):
        try:
            return super().filter_queryset(queryset)
        except (ValidationError, ValueError) as error:
            raise BadRequestError("a value does not fit its field") from error

    def check_query_parameters(self, queryset):
        super().check_query_parameters(queryset)
        for name, value in self.request.GET.items():
            if len(value) > 1000 or "\x00" in value:
                raise BadRequestError(f"{name} is not readable")
            if value.isdecimal() and int(value) > LARGEST_NUMBER and name != "search":
                raise BadRequestError(f"{name} is too large")

    def get_object(self):
        if self.kwargs["pk"] > LARGEST_NUMBER:
            raise BadRequestError("there is no page of this number")
        return super().get_object()

    def get_serializer_context(self):
        return super().get_serializer_context() | {"editions": self._editions}

    def paginate_queryset(self, queryset):
        self._shown = super().paginate_queryset(queryset)
        return self._shown

    @property
    def _editions(self):
        """Visible versions of the pages shown, by translation key (one query)."""
        if not hasattr(self, "_found_editions"):
            shown = self._shown if self.action == "listing_view" else [self.get_object()]
            keys = [page.entry.translation_key for page in shown]
            self._found_editions = {}
            for entry in Entry.objects.visible().filter(translation_key__in=keys).defer("words"):
                self._found_editions.setdefault(entry.translation_key, []).append(entry)
        return self._found_editions

    def finalize_response(self, request, response, *args, **kwargs):
        """Any site may read it in a browser: nothing here depends on who asks."""
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        return response


def _is_prose(model, name):
    return isinstance(model._meta.get_field(name), StreamField | RichTextField)


def no_such_address(request):
    """A program asked: it is told in JSON, in no language of the site."""
    answer = JsonResponse({"message": "there is nothing at this address"}, status=404)
    answer["Access-Control-Allow-Origin"] = "*"
    return answer


router = WagtailAPIRouter("api")
router.register_endpoint("pages", PublicPagesViewSet)
