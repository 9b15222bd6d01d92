"""An editor is told what readers and journalists will not get; nothing is held up for it."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from pages.left_out import left_out_of
from pages.models import StandardPage
from tests.factories.collect import ConsentFactory
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import (
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    StandardPageFactory,
    TestimonyStoryPageFactory,
)


def said(answer):
    return " ".join(str(message) for message in get_messages(answer.wsgi_request))


def names_left_out(page):
    """As the editor’s form reads it: from what is stored."""
    return [(item.what, item.why) for item in left_out_of(type(page).objects.get(pk=page.pk))]


def opened(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.admin)
    return client


@pytest.fixture
def silent(home):
    """A story whose teller agreed to the website, and not to the press."""
    consent = ConsentFactory(testimony__city=home.pittsburgh["en"].place, press_kit=False)
    return TestimonyStoryPageFactory(parent=home.pittsburgh["en"], testimony=consent.testimony)


@pytest.fixture
def kit(home, silent):
    return MediaKitPageFactory(
        parent=NewsroomPageFactory(parent=home.pittsburgh["en"]),
        quotes=[
            ("quote", {"story": silent, "words": "Nobody asked.", "speaker": "Rosa"}),
            ("quote", {"words": "We asked.", "speaker": "A spokesperson"}),
        ],
        pictures=[("picture", {"picture": ImageFactory(title="Rivers", licence="")})],
    )


class KitTests:
    def test_what_is_left_out_is_named_with_its_reason(self, kit):
        assert names_left_out(kit) == [
            ("“Nobody asked.”", "The teller has not agreed to the press."),
            ("“Rivers”", "Its licence does not let the press have it (Not stated)."),
        ]

    def test_a_story_that_nobody_can_open_is_named_too(self, kit, silent):
        silent.testimony.consent.withdraw()

        assert names_left_out(kit)[0][1] == "Readers cannot open it now."

    def test_the_form_says_so(self, editor, kit):
        page = opened(editor, kit)

        assert "Journalists do not get everything that you chose for this kit" in page
        assert "Nobody asked." in page.partition("Journalists do not get")[2][:400]

    def test_a_whole_kit_is_no_matter_for_words(self, editor, home):
        kit = MediaKitPageFactory(
            parent=NewsroomPageFactory(parent=home.pittsburgh["en"]),
            quotes=[("quote", {"words": "We asked.", "speaker": "A spokesperson"})],
            documents=[("document", {"title": "a", "file": DocumentFactory(licence="cc-by-4.0")})],
        )

        assert names_left_out(kit) == []
        assert "Journalists do not get" not in opened(editor, kit)


class EvidenceTests:
    def test_evidence_that_readers_do_not_see_is_marked(self, editor, home, silent):
        voice = {"story": silent, "words": "It was cold."}
        finding = FindingPageFactory(parent=home.pittsburgh["en"], evidence=[("story", voice)])
        assert names_left_out(finding) == []

        silent.testimony.consent.withdraw()

        page = opened(editor, finding)
        assert "Readers do not see all the evidence that you chose" in page


class PictureTests:
    def publish(self, editor, page, picture):
        form = {
            "title": page.title,
            "slug": page.slug,
            "summary": "",
            "body": streamfield([("picture", {"picture": picture.pk, "caption": ""})]),
            "introduction": rich_text(""),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
            "action-publish": "1",
        }
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        return editor.post(address, nested_form_data(form))

    def test_a_picture_without_words_is_published_and_told(self, editor, home):
        page, picture = StandardPageFactory(parent=home.homes["en"]), ImageFactory(title="Rivers")
        picture.texts.create(language="es", alt="Tres ríos")

        answer = self.publish(editor, page, picture)

        link = reverse("wagtailimages:edit", args=[picture.pk])
        assert f'<a href="{link}">Rivers</a>' in said(answer)
        assert StandardPage.objects.get(pk=page.pk).body[0].value["picture"] == picture

    def test_one_with_words_is_not(self, editor, home):
        page, picture = StandardPageFactory(parent=home.homes["en"]), ImageFactory()
        picture.texts.create(language="en", alt="Three rivers")

        assert "say nothing" not in said(self.publish(editor, page, picture))

    def test_the_pictures_own_form_says_what_is_missing(self, editor):
        picture = ImageFactory()
        picture.texts.create(language="en", alt="Three rivers")

        fields = editor.get(reverse("wagtailimages:edit", args=[picture.pk])).context["form"].fields

        assert "Still missing" not in str(fields["alt_en"].help_text)
        assert "Still missing" in str(fields["alt_es"].help_text)
