"""Whether a person may meet the thing that an id in an address names: one question for each kind."""

from django.apps import apps
from django.conf import settings
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, TaskState, WorkflowState
from wagtail.permissions import policy_registry
from wagtail_localize.models import Translation

from campaigns.places.rights import languages_of, may_explore, may_translate

from ..models import Entry, Original, TranslationRequest
from ..translating.files.door import sheet_for
from ..translating.rights import may_ask

FILE_ACTIONS = ["change", "delete", "choose"]


def choosable_pages(user):
    """Pages whose titles a person may meet in a chooser: what readers see, and their own."""
    public = Entry.objects.visible().values("page")
    return Page.objects.filter(pk__in=public) | explorable_pages(user)


def explorable_pages(user):
    """A person’s own part of the tree, and the way to it; worked out once a request."""
    if not hasattr(user, "_explorable_pages"):
        explorable = policy_registry.get_by_type(Page).explorable_instances(user)
        user._explorable_pages = Page.objects.filter(pk__in=explorable.values("pk"))
    return user._explorable_pages.all()


def own_page(user, pk):
    page = Page.objects.filter(pk=pk).first()
    return bool(page) and may_explore(user, page)


def way_to_own_page(user, pk):
    return explorable_pages(user).filter(pk=pk).exists()


def choosable_page(user, pk):
    return choosable_pages(user).filter(pk=pk).exists()


def own_image(user, pk):
    return _own_files(user, get_image_model()).filter(pk=pk).exists()


def own_document(user, pk):
    return _own_files(user, get_document_model()).filter(pk=pk).exists()


def own_revision(user, pk):
    if not str(pk).isdigit():  # “live”, “earliest”, “latest” of a page that is asked for itself
        return True
    revision = Revision.objects.filter(pk=pk).first()
    return bool(revision) and _is_own(user, revision.content_object)


def own_workflow_state(user, pk):
    state = WorkflowState.objects.filter(pk=pk).first()
    return bool(state) and _is_own(user, state.content_object)


def is_step_of_page(user, kwargs):
    """Whether a step of an approval is one of the page beside it.

    Wagtail asks whether the person may decide on the page, and then decides on the step: with a
    page of one’s own and a step of another, one would approve what one may not even see.
    """
    step = TaskState.objects.select_related("revision").filter(pk=kwargs["task_state_id"]).first()
    page = step.revision.content_object if step else None
    return isinstance(page, Page) and page.pk == kwargs["page_id"]


def own_translation(user, pk):
    translation = (
        Translation.objects.select_related("source", "target_locale").filter(pk=pk).first()
    )
    if not translation:
        return False
    page = translation.source.get_source_instance()
    return isinstance(page, Page) and may_translate(
        user, page.specific, translation.target_locale.language_code
    )


def own_request(user, pk):
    """A request for a translation that a person made, or that they may fulfil."""
    request = TranslationRequest.objects.select_related("original__city").filter(pk=pk).first()
    if not request:
        return False
    is_theirs = request.language in languages_of(user, request.original.city)
    return is_theirs or request.asked_by_id == user.pk


def translatable_page(user, pk):
    """One that a person may turn into some language: what readers see, and their own."""
    page = Page.objects.filter(pk=pk).first()
    if not page or not choosable_page(user, pk):
        return False
    return any(may_translate(user, page.specific, code) for code, _name in settings.LANGUAGES)


def own_text(user, kwargs):
    """A text that a person may write in the language beside it, or begin, or whose page is theirs."""
    pk, language = kwargs["original_id"], kwargs["language"]
    original = Original.objects.filter(pk=pk).select_related("page").first()
    if original is None:
        return False
    return (
        bool(sheet_for(user, language, pk=pk))
        or _may_begin(user, original, language)
        or _has_own_version(user, original, language)
    )


def _may_begin(user, original, language):
    return bool(original.page) and may_ask(user, original.page.specific, language)


def _has_own_version(user, original, language):
    versions = Page.objects.filter(
        translation_key=original.key if original.page_id else None,
        locale__language_code=language,
        alias_of=None,
    )
    return any(may_explore(user, page) for page in versions)


def own_object(user, kwargs):
    """For addresses that name a model and an id of it: pages, pictures and documents only."""
    question = _question_for(kwargs["app_label"], kwargs["model_name"])
    return bool(question) and question(user, kwargs["object_id"])


def own_objects(user, kwargs, ids):
    """For an action on many: each is asked for. “all” is what the list showed, hence own."""
    question = _question_for(kwargs["app_label"], kwargs["model_name"])
    return bool(question) and all(question(user, pk) for pk in ids if pk != "all")


def _question_for(app_label, model_name):
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        return None
    if issubclass(model, Page):
        return own_page
    return {get_image_model(): own_image, get_document_model(): own_document}.get(model)


def _own_files(user, model):
    policy = policy_registry.get_by_type(model)
    return policy.instances_user_has_any_permission_for(user, FILE_ACTIONS)


def _is_own(user, thing):
    return isinstance(thing, Page) and may_explore(user, thing)
