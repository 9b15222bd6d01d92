"""Fault 15: the package lets a translator change the address, and changes it once more unasked."""

from django.test import TestCase
from wagtail_localize.models import StringSegment
from wagtail_localize.segments import StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from pages.translating.requesting import ask, try_again
from tests.factories.pages import FindingPageFactory, publish

from ..work import edit_address, locale, original_of, run_jobs, translation_of, turn
from .plain import plain_page, plain_translation, published, put_sentence


def has_slug(page):
    found = [part for part in extract_segments(page) if isinstance(part, StringSegmentValue)]
    return "slug" in {part.path for part in found}


class AddressTests:
    def test_the_package_gives_the_address_to_translators(self, cast):
        page = plain_page(slug="tenants")
        translation = plain_translation(page)
        published(translation)
        assert has_slug(page)
        segment = StringSegment.objects.get(source=translation.source, context__path="slug")

        answer = put_sentence(cast.admin, translation, segment, "¡Los inquilinos!")

        assert answer.status_code in (200, 201)
        assert published(translation).slug == "los-inquilinos"  # neither theirs nor the original’s

    def test_the_package_numbers_an_address_that_is_taken_and_tells_nobody(self, cast):
        plain_page(language="es", slug="inquilinos")
        translation = plain_translation(plain_page(slug="tenants"))
        published(translation)
        segment = StringSegment.objects.get(source=translation.source, context__path="slug")
        put_sentence(cast.admin, translation, segment, "inquilinos")

        assert published(translation).slug == "inquilinos-1"

        words = translation.source.get_translated_instance(locale("es"))
        assert words.slug != segment.string.translations.get(locale=locale("es")).data

    def test_ours_is_the_same_in_every_language(self, client, cast, home, finding, spanish):
        assert not has_slug(finding)
        assert spanish.slug == finding.slug == "alone"

        finding.slug = "by-oneself"
        with TestCase.captureOnCommitCallbacks(execute=True):
            publish(finding)

        assert client.get("/es/cities/pittsburgh/by-oneself/").status_code == 200

    def test_ours_that_another_page_has_already_is_told_and_nothing_is_made(
        self, client, cast, home, finding
    ):
        FindingPageFactory(parent=home.pittsburgh["es"], slug="alone", title="Solos")
        with TestCase.captureOnCommitCallbacks(execute=True):
            request = ask(original_of(finding), "es", cast.pittsburgh_editor)

        run_jobs()

        request.refresh_from_db()
        assert not finding.get_translations().exists()
        assert "“Solos” has the address “alone” in español already" in request.trouble

        finding.slug = "by-oneself"
        with TestCase.captureOnCommitCallbacks(execute=True):
            publish(finding)
            try_again(request, cast.pittsburgh_editor)
        run_jobs()
        assert finding.get_translations().get().slug == "by-oneself"

    def test_ours_stays_where_a_translator_sends_another(self, client, cast, finding, draft):
        turn(translation_of(draft))
        client.force_login(cast.translator_es)
        with TestCase.captureOnCommitCallbacks(execute=True):
            client.post(edit_address(draft), {"action": "send", "slug": "solos"})

        draft.refresh_from_db()
        assert draft.get_latest_revision_as_object().slug == draft.slug == "alone"
