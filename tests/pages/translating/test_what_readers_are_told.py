"""The quiet line on a translation: who made it, who read it, and what is newer in the original."""

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail_localize.models import StringTranslation

from pages.models import Entry
from pages.models.made import EARLIER
from pages.translating.asking import begin_translation
from tests.factories.pages import EventPageFactory, publish

from .work import locale, publish_in_editor, reword, translation_of, turn

ADDRESS = "/es/cities/pittsburgh/alone/"


def entry_of(page):
    return Entry.objects.get(page=page.pk)


def read(client, address=ADDRESS):
    return client.get(address).content.decode()


def mend(words):
    """The translator turned the newer sentences anew, and nothing is published by it."""
    for kept in StringTranslation.objects.filter(translation_type=EARLIER):
        kept.data, kept.translation_type = words, "manual"
        kept.save()


class BehindTests:
    def test_nothing_is_newer_at_first(self, client, spanish):
        assert entry_of(spanish).paragraphs_behind == 0
        assert "newer" not in read(client)

    def test_one_paragraph_is_newer_and_the_line_leads_to_it(self, client, finding, spanish):
        reword(finding, "Nine in ten have", "Nearly all have")

        page = read(client)

        assert entry_of(spanish).paragraphs_behind == 1
        assert "/en/cities/pittsburgh/alone/#:~:text=Nearly%20all%20have%20no%20lawyer." in page

    def test_what_a_translator_mended_counts_once_readers_have_it(
        self, client, cast, finding, spanish
    ):
        reword(finding, "Nine in ten have", "Nearly all have")
        mend("Casi nadie")
        reword(finding, "Hearings are short", "Hearings take two minutes")
        assert entry_of(spanish).paragraphs_behind == 2

        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert entry_of(spanish).paragraphs_behind == 1

        mend("Dos minutos")
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert entry_of(spanish).paragraphs_behind == 0
        assert not entry_of(spanish).is_behind(entry_of(finding))

    def test_a_new_paragraph_is_newer_too(self, finding, spanish):
        page = finding.specific
        page.body.append(("paragraph", {"words": "<p>Judges rule in two minutes.</p>"}))
        publish(page)

        assert entry_of(spanish).paragraphs_behind == 1
        assert entry_of(spanish).newer_words == "Judges rule in two minutes."

    def test_a_small_correction_changes_no_count(self, finding, spanish):
        reword(finding, "Nine in ten have", "Nine in ten, have", is_small_correction=True)
        assert entry_of(spanish).paragraphs_behind == 0

        reword(type(finding).objects.get(pk=finding.pk), "Hearings are short", "Hearings are brief")
        assert entry_of(spanish).paragraphs_behind == 1

    def test_a_draft_of_the_original_is_nobodys_news(self, finding, spanish):
        page = finding.specific
        page.title = "Something else"
        page.save_revision()

        assert entry_of(spanish).paragraphs_behind == 0

    def test_where_nobody_can_count_the_line_says_that_it_changed(
        self, client, cast, finding, spanish
    ):
        translation = translation_of(spanish)
        translation.enabled = False  # goes on in one form
        translation.save()
        publish(spanish.specific)
        reword(finding, "Nine in ten have", "Nearly all have")

        assert entry_of(spanish).paragraphs_behind is None
        page = read(client)
        assert f'<time datetime="{timezone.localdate():%Y-%m-%d}">' in page
        assert "#:~:text=" not in page

    def test_a_hidden_original_is_not_quoted(self, client, finding, spanish):
        reword(finding, "Nine in ten have", "Nearly all have")
        type(finding).objects.filter(pk=finding.pk).update(live=False)

        assert "Nearly" not in read(client)


class ReviewedTests:
    def test_the_day_of_the_approval_by_somebody_else(self, client, spanish):
        assert entry_of(spanish).reviewed_on == timezone.localdate()
        assert f'datetime="{timezone.localdate():%Y-%m-%d}"' in read(client)

    def test_a_machines_work_was_read_by_nobody(self, client, spanish):
        page = spanish.specific
        page.translation_made = "machine"
        publish(page)

        assert entry_of(spanish).reviewed_on is None
        assert "translation-note--machine" in read(client)

    @pytest.mark.parametrize(("who", "is_reviewed"), [("admin", True), ("translator_es", False)])
    def test_without_approval_somebody_else_must_have_published_it(
        self, cast, home, who, is_reviewed
    ):
        event = EventPageFactory(parent=home.pittsburgh["en"])
        draft = begin_translation(event, locale("es"))[-1]
        turn(translation_of(draft))
        StringTranslation.objects.update(last_translated_by=cast.translator_es)

        draft.save_revision(user=getattr(cast, who)).publish()

        assert bool(entry_of(draft).reviewed_on) == is_reviewed

    def test_programs_are_told_both(self, client, finding, spanish):
        reword(finding, "Nine in ten have", "Nearly all have")

        meta = client.get(f"/api/v2/pages/{spanish.pk}/").json()["meta"]

        assert meta["reviewed_on"] == timezone.localdate().isoformat()
        assert meta["paragraphs_behind"] == 1

    def test_a_feed_says_what_a_machine_translated(self, client, spanish):
        Entry.objects.filter(page=spanish).update(translation_made="machine")

        assert "[" in client.get("/es/feed/").content.decode().partition("<summary")[2]


class SwitcherTests:
    def test_it_marks_the_original_and_no_other(self, client, finding, spanish):
        page = read(client)

        assert page.count('class="first"') == 1
        assert 'hreflang="en" rel="alternate"><bdi>English</bdi></a> <small class="first">' in page

    def test_front_doors_are_no_originals_of_a_page_that_is_missing(self, client, finding):
        page = read(client, "/fr/cities/pittsburgh/alone/").partition("<main")[0]

        with override("fr"):
            original, front_page = gettext("original"), gettext("front page")
        assert page.count(f"({original})") == 1
        assert f'<bdi>English</bdi></a> <small class="first">({original})</small>' in page
        assert f'<bdi>español</bdi></a> <small class="first">({front_page})</small>' in page
