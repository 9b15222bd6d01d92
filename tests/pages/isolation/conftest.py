"""Everything of Washington’s that an id can name."""

import pytest
from wagtail.models import Locale, Task, Workflow
from wagtail_localize.models import Translation, TranslationSource

from tests.factories.collect import ConsentFactory
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory

from .addresses import CANARY


@pytest.fixture
def theirs(home, cast):
    """Everything of Washington’s that an id can name, each with the canary in its title."""
    group, profile = home.washington_group, home.washington["en"]
    draft = FindingPageFactory(parent=profile, title=f"{CANARY} quokka draft", live=False)
    draft.owner = cast.washington_editor
    revision = draft.save_revision(user=cast.washington_editor, log_action=True)
    renamed = FindingPageFactory(parent=profile, title="Seen by readers", slug="seen")
    renamed.title = f"{CANARY} quokka new title"
    renamed.save_revision(log_action=True)
    image = ImageFactory(collection=group.collection, title=f"{CANARY} quokka picture")
    image.tags.add(f"{CANARY}-tag")
    document = DocumentFactory(collection=group.collection, title=f"{CANARY} quokka paper")
    document.tags.add(f"{CANARY}-paper-tag")
    record = ConsentFactory(
        testimony__city=group.city, testimony__reference=f"{CANARY}-1"
    ).testimony
    story = TestimonyStoryPageFactory(
        parent=profile, testimony=record, live=False, title=f"{CANARY} quokka story"
    )
    seen_story = TestimonyStoryPageFactory(parent=profile, title="Told to readers")
    workflow = Workflow.objects.first() or Workflow.objects.create(name="Review")
    task = Task.objects.first() or Task.objects.create(name="Look")
    state = workflow.start(draft, cast.washington_editor)
    source, _made = TranslationSource.update_or_create_from_instance(draft)
    translation = Translation.objects.create(
        source=source, target_locale=Locale.objects.get(language_code="fr"), enabled=False
    )
    cast.washington_editor.first_name = f"{CANARY} person"
    cast.washington_editor.save()
    return {
        "page": draft.pk,
        "renamed": renamed.pk,
        "story": story.pk,
        "seen_story": seen_story.pk,
        "profile": profile.pk,
        "image": image.pk,
        "document": document.pk,
        "revision": revision.pk,
        "testimony": record.pk,
        "collection": group.collection.pk,
        "user": cast.washington_editor.pk,
        "task": task.pk,
        "workflow": workflow.pk,
        "workflow_state": state.pk,
        "task_state": state.current_task_state_id,
        "translation": translation.pk,
        "source": source.pk,
        "locale": Locale.objects.get(language_code="fr").pk,
        "site": home.site.pk,
        "own_page": home.pittsburgh["en"].pk,
        "own_finding": FindingPageFactory(parent=home.pittsburgh["en"]).pk,
    }
