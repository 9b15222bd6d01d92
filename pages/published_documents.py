"""A document is handed to strangers as long as a page that they may see shows it."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from uprcities.library import publication

from .models import Entry


@publication.register
def is_shown_on_a_visible_page(document):
    pages = ReferenceIndex.get_references_to(document).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    page_ids = set(pages.values_list("object_id", flat=True))
    return bool(page_ids) and Entry.objects.visible().filter(page__in=page_ids).exists()
