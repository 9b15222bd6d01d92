"""Public pages with a picture that says nothing in their language to those who cannot see it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, CharField, Exists, OuterRef, Subquery
from django.db.models.functions import Cast
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex, get_default_page_content_type
from wagtail.permissions import policy_registry

from uprcities.library.models import Image, ImageText

from .line import Kind, Urgency
from .page_rows import line_of, rows, this_page

PICTURES = Kind(
    "pictures",
    _("Pictures without a description"),
    _("Say what is to be seen, in the page’s language, for people who cannot see it."),
)
KINDS = [PICTURES]


def rows_for(person):
    """Only where the person may describe the picture."""
    policy = policy_registry.get_by_type(Image)
    own = policy.instances_user_has_permission_for(person.user, "change").order_by()
    described = ImageText.objects.filter(
        image=Cast(OuterRef("to_object_id"), BigIntegerField()),
        language=OuterRef(OuterRef("locale__language_code")),
    ).exclude(alt="")
    silent = ReferenceIndex.objects.filter(
        ~Exists(described),
        base_content_type=get_default_page_content_type(),
        to_content_type=ContentType.objects.get_for_model(Image),
        to_object_id__in=own.annotate(key=Cast("pk", CharField())).values("key"),
        object_id=this_page(),
    )
    pages = person.pages("change").filter(Exists(silent), live=True)
    yield rows(pages, PICTURES, note=Subquery(silent.values("to_object_id")[:1]))


def lines_from(found, kind, person):
    for row in found:
        address = reverse_lazy("wagtailimages:edit", args=[row.note])
        yield line_of(row, kind, person, address=address, urgency=Urgency.LATER)
