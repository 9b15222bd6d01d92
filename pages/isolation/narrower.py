"""Wagtail’s own views, holding less: what they list beside the person’s own things is left out."""

from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.http import JsonResponse
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from taggit.models import Tag, TaggedItem
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BaseLinkFormView, PageTitleColumn, ParentPageColumn
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .questions import FILE_ACTIONS


def own_tags(user):
    """Tags that stand on a person’s own pictures or documents, the most used first."""
    tagged = TaggedItem.objects.none()
    for model in (get_image_model(), get_document_model()):
        policy = policy_registry.get_by_type(model)
        own = policy.instances_user_has_any_permission_for(user, FILE_ACTIONS)
        kind = ContentType.objects.get_for_model(model)
        tagged |= TaggedItem.objects.filter(content_type=kind, object_id__in=own.values("pk"))
    return Tag.objects.filter(pk__in=tagged.values("tag")).order_by("name")


def suggest_own_tags(request, app_name=None, model_name=None):
    """Completes a tag from those on a person’s own things."""
    term = request.GET.get("term", "")
    tags = own_tags(request.user).filter(name__istartswith=term) if term else Tag.objects.none()
    return JsonResponse(list(tags.values_list("name", flat=True)[:10]), safe=False)


class OwnTags:
    """A list of files that offers only the tags of the person’s own."""

    @cached_property
    def filterset_class(self):
        class OwnTagsFilterSet(super().filterset_class):
            def __init__(self, *args, request=None, **kwargs):
                super().__init__(*args, request=request, **kwargs)
                if "tag" in self.filters:
                    names = own_tags(request.user).values_list("name", flat=True)[:10]
                    self.filters["tag"].extra["choices"] = [(name, name) for name in names]

        return OwnTagsFilterSet


class OwnImageTags(OwnTags):
    """A list of pictures, which reads what each shows at once."""

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("texts")


class OwnPopularTags:
    """A chooser that offers only the tags of the person’s own files."""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {"popular_tags": own_tags(self.request.user)[:10]}


class SharedParentColumn(PageTitleColumn):
    """A row names its page’s parent: it is looked up once for all that lie side by side."""

    def __init__(self, column):
        super().__init__(
            column.name, label=column.label, is_multiple_choice=column.is_multiple_choice
        )
        self.parents = {}

    def get_cell_context_data(self, instance, parent_context):
        place = instance.path[: -instance.steplen]
        if place in self.parents:
            instance._cached_parent_obj = self.parents[place]
        self.parents[place] = instance.get_parent()
        return super().get_cell_context_data(instance, parent_context)


class SharesParents:
    """A page chooser that asks no more the more pages it shows."""

    @property
    def columns(self):
        return [
            SharedParentColumn(column) if isinstance(column, PageTitleColumn) else column
            for column in super().columns
        ]


class BeginsAtHome(SharesParents):
    """A page chooser that begins in the person’s own city, not where the first such page lies."""

    def get(self, request, parent_page_id=None):
        return super().get(request, parent_page_id or _where_to_begin(request))


class WithoutParents(SharesParents):
    """A search that does not name the pages above what it finds: those may be drafts."""

    @property
    def columns(self):
        return [column for column in super().columns if not isinstance(column, ParentPageColumn)]


class PlainLink:
    """An address stays what was typed; looking up its page would tell the draft’s title."""

    def post(self, request):
        if f"{self.form_prefix}-url" not in request.POST:  # Wagtail’s form would break over it
            return self.get(request)
        return BaseLinkFormView.post(self, request)


NARROWER = {
    "choose-page/": BeginsAtHome,
    "choose-page/<int:parent_page_id>/": SharesParents,
    "choose-page/search/": WithoutParents,
    "choose-external-link/": PlainLink,
    "images/": OwnImageTags,
    "images/results/": OwnImageTags,
    "images/chooser/": OwnPopularTags,
    "documents/": OwnTags,
    "documents/results/": OwnTags,
}
INSTEAD = {"tag-autocomplete/": suggest_own_tags}


def narrowed(route, view):
    """The view to answer with at this route instead of Wagtail’s, or None."""
    if route in INSTEAD:
        return _as_admin_does(INSTEAD[route])
    return _narrower_view(route, view) if route in NARROWER else None


@cache
def _narrower_view(route, view):
    base = view.view_class
    narrower = type(base.__name__, (NARROWER[route], base), {})
    return _as_admin_does(narrower.as_view(**view.view_initkwargs))


def _as_admin_does(view):
    return never_cache(require_admin_access(view))


def _where_to_begin(request):
    policy = policy_registry.get_by_type(Page)
    if not request.GET.get("page_type"):
        root = policy.explorable_root_instance(request.user) or Page.get_first_root_node()
        return root.pk
    rights = sorted(policy.get_cached_permissions_for_user(request.user), key=lambda r: r.page.path)
    return rights[0].page_id if rights else Page.get_first_root_node().pk
