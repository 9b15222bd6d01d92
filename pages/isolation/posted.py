"""What an editor’s form points at: nobody puts another city’s picture into a page of their own.

Wagtail takes any id that a form sends, and shows the thing behind it in the next screen.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import ForeignKey
from wagtail.documents import get_document_model
from wagtail.fields import RichTextField, StreamField
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex

from . import questions


def points_at_own_things(person, kwargs, post):
    """Whether everything a page’s form newly points at is the person’s, or public."""
    model, before = _page_before(kwargs)
    if model is None:
        return True
    kept = set(_references_in(before)) if before else set()
    return all(_may_point_at(person, *one) for one in set(_references_posted(model, post)) - kept)


def _page_before(kwargs):
    """The model whose form this is, and the page as it was last saved, when it is there."""
    if "page_id" in kwargs:
        page = Page.objects.get(pk=kwargs["page_id"])
        return page.specific_class, page.get_latest_revision_as_object()
    names = kwargs.get("content_type_app_name"), kwargs.get("content_type_model_name")
    try:
        model = apps.get_model(*names) if all(names) else None
    except LookupError:
        model = None
    return (model if model and issubclass(model, Page) else None), None


def _references_in(page):
    """(model, id) of every page, picture and document that a page points at."""
    for kind, pk, *_path in ReferenceIndex._extract_references_from_object(page):
        yield _kind_of(ContentType.objects.get_for_id(kind).model_class()), str(pk)


def _references_posted(model, post):
    """The same, of what a form sends: valid or not, since an invalid form is shown again."""
    for field in model._meta.get_fields():
        if isinstance(field, ForeignKey) and post.get(field.name):
            yield _kind_of(field.related_model), str(post[field.name])
        elif isinstance(field, StreamField) and f"{field.name}-count" in post:
            value = field.stream_block.value_from_datadict(post, {}, field.name)
            yield from _references_of(field, value)
        elif isinstance(field, RichTextField) and post.get(field.name):
            widget = field.formfield().widget
            yield from _references_of(field, widget.value_from_datadict(post, {}, field.name))


def _references_of(field, value):
    for kind, pk, *_path in field.extract_references(value):
        yield _kind_of(kind), str(pk)


def _kind_of(model):
    """Pages, pictures and documents are asked for; whatever else a page points at is not secret."""
    if model and issubclass(model, Page):
        return Page
    return model if model in (get_image_model(), get_document_model()) else None


def _may_point_at(person, kind, pk):
    asked = {
        Page: questions.choosable_page,
        get_image_model(): questions.own_image,
        get_document_model(): questions.own_document,
    }
    try:
        return kind not in asked or asked[kind](person, pk)
    except ValueError:  # an id that is no number names nothing
        return False
