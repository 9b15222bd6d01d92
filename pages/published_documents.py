"""A document is handed to strangers as long as a page that they may see shows it."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, ReferenceIndex

from campaigns.collect.publishable import may_be_shown, may_go_to_press
from uprcities.library import publication

from .models import Entry
from .models.entry import FOR_THE_PRESS
from .models.tellers_file import tellers_of


@publication.register
def is_shown_on_a_visible_page(document):
    pages = ReferenceIndex.get_references_to(document).filter(
        base_content_type=ContentType.objects.get_for_model(Page)
    )
    page_ids = set(pages.values_list("object_id", flat=True))
    if not page_ids:
        return False
    kinds = set(Entry.objects.visible().filter(page__in=page_ids).values_list("kind", flat=True))
    return bool(kinds) and _tellers_agree(document, only_for_press=kinds <= FOR_THE_PRESS)


def _tellers_agree(document, only_for_press):
    """A teller’s own file needs what the teller agreed to, wherever it stands."""
    tellers = tellers_of("document", [document.pk]).get(document.pk, set())
    if only_for_press:
        return tellers <= may_go_to_press(tellers)
    return all(may_be_shown(testimony_id) for testimony_id in tellers)
