"""A passage for the readers of some languages: the others neither see nor translate it."""

import pytest
from wagtail_localize.models import StringSegment

from pages.models import Entry
from pages.models.translated import sentences_left
from pages.translating.asking import begin_translation
from pages.translating.measuring import measure_page
from tests.factories.pages import FindingPageFactory, publish

from .work import locale, publish_in_editor, translation_of, turn

HELP = "Help in your language on Tuesdays."


@pytest.fixture
def finding(home):
    return FindingPageFactory(
        parent=home.pittsburgh["en"],
        slug="alone",
        body=[
            ("paragraph", {"words": "<p>Nine in ten have no lawyer.</p>"}),
            ("for_some", {"languages": ["es"], "words": f"<p>{HELP}</p>"}),
        ],
    )


def begin(finding, language, cast):
    return begin_translation(finding, locale(language), cast.pittsburgh_editor)[-1]


class ForSomeReadersTests:
    def test_readers_of_other_languages_find_it_nowhere(self, client, finding):
        assert HELP not in client.get("/en/cities/pittsburgh/alone/").content.decode()
        assert HELP not in client.get(f"/api/v2/pages/{finding.pk}/?fields=*").content.decode()
        publish(finding)
        assert HELP not in Entry.objects.get(page=finding).words

    def test_its_readers_find_it(self, client, cast, finding):
        draft = begin(finding, "es", cast)
        turn(translation_of(draft))
        publish_in_editor(client, cast.pittsburgh_editor, draft)

        assert f"ES {HELP}" in client.get("/es/cities/pittsburgh/alone/").content.decode()
        assert f"ES {HELP}" in Entry.objects.get(page=draft).words

    def test_nobody_has_to_translate_it_for_the_others(self, client, cast, finding):
        """The package asks for every sentence in every language, and counts it as a gap."""
        draft = begin(finding, "fr", cast)
        translation = translation_of(draft, "fr")
        hidden = StringSegment.objects.filter(source=translation.source, string__data=HELP)
        assert hidden.exists()
        state = measure_page(finding.translation_key).states.get(language="fr")
        assert state.strings == translation.get_progress()[0] - 1
        assert sentences_left(translation)[0] == translation.get_progress()[0] - 1

        turn(translation, "FR ")
        hidden.get().string.translations.all().delete()
        publish_in_editor(client, cast.pittsburgh_editor, draft)

        draft.refresh_from_db()
        assert draft.live
        assert HELP not in client.get("/fr/cities/pittsburgh/alone/").content.decode()
