"""How far a text is in each language: measured when it changes, by whichever way it changed."""

from django.test import TestCase

from pages.models import Original, Stage, TranslationRequest
from pages.translating.asking import begin_translation

from .work import locale, publish_in_editor, reword, translation_of, turn


def state_of(page, language="es"):
    return Original.objects.get(key=str(page.translation_key)).states.get(language=language)


def saved():
    """What is measured once a change is saved happens at the end of this block."""
    return TestCase.captureOnCommitCallbacks(execute=True)


class MeasuringTests:
    def test_a_page_is_known_before_anybody_asked_for_it_elsewhere(self, finding):
        with saved():
            finding.save()

        original = Original.objects.get(key=str(finding.translation_key))
        assert (original.title, original.language) == (finding.title, "en")
        assert original.words > 10
        assert not original.states.exists()

    def test_its_language_goes_from_asked_for_to_in_work_to_live(self, client, cast, finding):
        with saved():
            finding.save()
        original = Original.objects.get(key=str(finding.translation_key))
        with saved():
            request = TranslationRequest.objects.create(original=original, language="es")
        assert state_of(finding).stage == Stage.REQUESTED

        with saved():
            draft = begin_translation(finding, locale("es"), cast.pittsburgh_editor)[-1]
            request.person = cast.translator_es
            request.save()
        state = state_of(finding)
        assert (state.stage, state.person) == (Stage.IN_WORK, cast.translator_es)
        assert state.strings == state.strings_missing > 3

        with saved():
            turn(translation_of(draft))
        assert state_of(finding).strings_missing == state_of(finding).words_left == 0

        publish_in_editor(client, cast.pittsburgh_editor, draft)
        assert state_of(finding).stage == Stage.LIVE

    def test_a_reworded_original_leaves_its_languages_behind(self, spanish, finding):
        with saved():
            reword(finding, "Nine in ten", "Eight in ten")

        state = state_of(finding)
        assert (state.stage, state.strings_behind) == (Stage.BEHIND, 1)
        assert state.words_left == 6

    def test_what_is_deleted_leaves_the_desk(self, finding):
        with saved():
            finding.save()
        with saved():
            finding.delete()

        assert not Original.objects.filter(title=finding.title).exists()
