"""What readers and translators see when the original is reworded."""

from django.urls import reverse
from wagtail_localize.models import (
    StringTranslation,
)

from pages.models import Entry
from pages.models.made import EARLIER
from pages.models.translated import sentences_left
from tests.factories.pages import publish

from .work import publish_in_editor, reword, translation_of


class CorrectedOriginalTests:
    def test_a_comma_never_puts_english_on_the_spanish_page(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nine in ten, or more, have")

        def read():
            return client.get("/es/cities/pittsburgh/alone/").content.decode()

        assert "ES Nine in ten have no lawyer." in read()
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert "ES Nine in ten have no lawyer." in read()
        assert "or more" not in read()

    def test_the_translator_sees_which_sentence_is_older(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nine in ten, or more, have")
        client.force_login(cast.translator_es)

        page = client.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()

        assert "1 sentence was translated from an earlier version" in page
        assert sentences_left(translation_of(spanish)) == (0, 1)
        kept = StringTranslation.objects.get(translation_type=EARLIER)
        assert kept.data == "ES Nine in ten have no lawyer."

    def test_readers_are_told_until_the_sentence_is_looked_at(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nearly all have")
        original = Entry.objects.get(page=finding)
        assert Entry.objects.get(page=spanish).is_behind(original)

        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert Entry.objects.get(page=spanish).is_behind(original)

        StringTranslation.objects.filter(translation_type=EARLIER).update(
            data="ES Casi nadie", translation_type="manual"
        )
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert not Entry.objects.get(page=spanish).is_behind(original)

    def test_a_small_correction_marks_nothing(self, finding, spanish):
        reword(finding, "ten have", "ten  have", is_small_correction=True)

        assert sentences_left(translation_of(spanish)) == (0, 0)
        assert not Entry.objects.get(page=spanish).is_behind(Entry.objects.get(page=finding))

    def test_a_new_paragraph_waits_for_its_translation(self, client, cast, finding, spanish):
        page = finding.specific
        page.body.append(("paragraph", {"words": "<p>Judges rule in two minutes.</p>"}))
        publish(page)

        assert sentences_left(translation_of(spanish)) == (1, 0)
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert "two minutes" not in client.get("/es/cities/pittsburgh/alone/").content.decode()

    def test_two_sentences_of_a_paragraph_keep_their_own(self, finding, spanish):
        finding = reword(finding, "Nine in ten have", "Nine in ten, then, have")
        reword(finding, "Hearings are short", "Hearings are very short")

        kept = StringTranslation.objects.filter(translation_type=EARLIER).select_related(
            "translation_of"
        )
        pairs = {words.translation_of.data: words.data for words in kept}
        assert pairs == {
            "Nine in ten, then, have no lawyer.": "ES Nine in ten have no lawyer.",
            "Hearings are very short.": "ES Hearings are short.",
        }
