"""Everything that an id can name, made once for one city, one language or one newsroom."""

from dataclasses import dataclass
from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import (
    Comment,
    CommentReply,
    Locale,
    Site,
    Task,
    UploadedFile,
    Workflow,
    WorkflowTask,
)
from wagtail_localize.models import Translation, TranslationSource

from pages.models import TranslationRequest
from pages.translating.measuring import measure_page
from tests.factories.collect import ConsentFactory
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import FindingPageFactory, PressReleasePageFactory
from uprcities.library.models import Document, Image

#: What a title says, by what it is the title of. “quokka” stands in all: it is searched for.
WORDS = {
    "page": "Zanzibarine",
    "file": "Zilverine",
    "reference": "Zumbonine",
    "person": "Zephyrine",
}


@dataclass
class Things:
    """The ids of one city’s things by what they are, each with its kind’s word in its title."""

    city: str
    language: str
    is_press: bool
    ids: dict
    addresses: list

    def __getitem__(self, name):
        return self.ids[name]


#: What a person must be allowed to meet so that an id of it may be answered.
KIND_OF = {
    "page": "page",
    "revision": "page",
    "scheduled": "page",
    "workflow_state": "page",
    "task_state": "page",
    "translation": "page",
    "request": "page",
    "source": "page",
    "original": "page",
    "string_segment": "page",
    "overridable_segment": "page",
    "image": "file",
    "document": "file",
    "testimony": "testimony",
}


def things_of(home, parent, owner, words=WORDS, is_press=False):
    """Everything of one city below ``parent``, a profile or a newsroom."""
    city = parent.specific.city
    group = home.pittsburgh_group if city.slug == "pittsburgh" else home.washington_group
    page = _draft(parent, owner, words, is_press)
    ids = {"page": page.pk, "owner": owner.pk, "collection": group.collection.pk}
    ids |= _versions(page, owner) | _translation(page) | _files(group, owner, words, ids)
    ids |= _said_about(page, owner, words)
    record = ConsentFactory(testimony__city=city, testimony__reference=words["reference"]).testimony
    ids |= {"testimony": record.pk, "user": owner.pk, "city": city.pk, "group": group.pk}
    ids |= _of_the_site(page, owner)
    owner.first_name = words["person"]
    owner.save()
    return Things(
        city=city.slug,
        language=page.locale.language_code,
        is_press=is_press,
        ids=ids,
        addresses=_addresses(page, ids),
    )


def _draft(parent, owner, words, is_press):
    factory = PressReleasePageFactory if is_press else FindingPageFactory
    link = '<p>See <a href="https://un.org">the UN</a>.</p>'
    page = factory(
        parent=parent,
        title=f"{words['page']} quokka draft",
        live=False,
        body=[("paragraph", {"words": link})],
    )
    page.owner = owner
    return page


def _versions(page, owner):
    earlier = page.save_revision(user=owner, log_action=True)
    page.go_live_at = timezone.now() + timedelta(days=1)
    page.save()
    scheduled = page.save_revision(user=owner, approved_go_live_at=page.go_live_at)
    workflow = Workflow.objects.create(name="Look twice")
    task = Task.objects.first() or Task.objects.create(name="Look")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    state = workflow.start(page, owner)
    return {
        "revision": earlier.pk,
        "scheduled": scheduled.pk,
        "workflow": workflow.pk,
        "task": task.pk,
        "workflow_state": state.pk,
        "task_state": state.current_task_state_id,
    }


def _translation(page):
    """A translation that is begun, with its draft, into a language that is nobody’s own here."""
    source, _made = TranslationSource.update_or_create_from_instance(page)
    target = Locale.objects.get(language_code="ru")
    translation = Translation.objects.create(source=source, target_locale=target)
    translation.save_target(publish=False)
    original = measure_page(page.translation_key)
    asked = TranslationRequest.objects.create(original=original, language="ru")
    return {
        "translation": translation.pk,
        "request": asked.pk,
        "source": source.pk,
        "original": original.pk,
        "string_segment": source.stringsegment_set.first().pk,
        "overridable_segment": source.overridablesegment_set.first().pk,
        "locale": target.pk,
    }


def _files(group, owner, words, ids):
    image = ImageFactory(collection=group.collection, title=f"{words['file']} quokka picture")
    image.tags.add(f"{words['file']}-tag")
    document = DocumentFactory(collection=group.collection, title=f"{words['file']} quokka paper")
    document.tags.add(f"{words['file']}-paper-tag")
    parked = UploadedFile.objects.create(
        for_content_type=ContentType.objects.get_for_model(Image),
        file=ContentFile(b"x", name=f"{words['file']}.jpg"),
        uploaded_by_user=owner,
    )
    return {"image": image.pk, "document": document.pk, "uploaded_file": parked.pk}


def _said_about(page, owner, words):
    comment = Comment.objects.create(
        page=page, user=owner, text=f"{words['page']} comment", contentpath="title"
    )
    reply = CommentReply.objects.create(comment=comment, user=owner, text=words["page"])
    return {"comment": comment.pk, "reply": reply.pk}


def _of_the_site(page, owner):
    """What belongs to no city; only administrators open it."""
    kind = ContentType.objects.get_for_model(type(page))
    session = EditingSession.objects.create(
        user=owner, content_type=kind, object_id=page.pk, last_seen_at=timezone.now()
    )
    redirect = Redirect.objects.create(old_path=f"/en/{page.pk}", redirect_page=page)
    site = Site.objects.get(is_default_site=True)
    return {"session": session.pk, "redirect": redirect.pk, "site": site.pk}


def _addresses(page, ids):
    """Where a stranger would try it, with no admin around."""
    tail = page.url_path.strip("/").partition("/")[2]
    document = Document.objects.get(pk=ids["document"])
    language = page.locale.language_code
    return [
        f"/{language}/{tail}/",
        f"/{language}/{tail}/release.txt",
        f"/{language}/{tail}/kit.zip",
        f"/{language}/{tail}/event.ics",
        f"/{language}/{tail}/pictures/x-press.jpg",
        f"/api/v2/pages/{ids['page']}/",
        f"/media/{document.file.name}",
        f"/media/{Image.objects.get(pk=ids['image']).file.name}",
        f"/documents/{ids['document']}/{document.filename}",
        document.url,
    ]
