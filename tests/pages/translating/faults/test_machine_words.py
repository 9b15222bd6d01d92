"""Fault 19: with the package, two clicks put a machine’s words before readers as anybody’s."""

from inspect import signature

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import TestCase
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import StringTranslation
from wagtail_localize.views.edit_translation import edit_translation, machine_translate

from pages.models import Entry, NotApprovedError
from pages.translating.machine.translators import service_for

from ..work import approve_in_editor, send_in_editor, translation_of
from .plain import plain_page, plain_translation

DUMMY = {"CLASS": "wagtail_localize.machine_translators.dummy.DummyTranslator"}


def press(view, rf, user, data, *args, **names):
    """One button of the package’s own screen."""
    request = rf.post("/", data)
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return view(request, *args, **names)


def two_clicks(rf, user, translation, page):
    """Translate by machine, publish."""
    press(machine_translate, rf, user, {}, translation_id=translation.pk)
    return press(edit_translation, rf, user, {"action": "publish"}, translation, page)


@pytest.fixture(autouse=True)
def machine(settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = DUMMY


class LabelTests:
    def by_machine(self, rf, cast):
        translation = plain_translation(plain_page(intro="<p>no lawyer</p>"))
        StringTranslation.objects.all().delete()
        translation.save_target(publish=False)
        page = translation.get_target_instance()
        two_clicks(rf, cast.admin, translation, page)
        return page

    def test_the_package_has_one_machine_for_every_language(self):
        assert not signature(get_machine_translator).parameters

    def test_ours_has_one_for_each_language_or_none(self, settings):
        settings.MACHINE_TRANSLATION = {"es": "libretranslate", "zh-hans": "deepl"}

        names = {code: type(service_for(code)).__name__ for code in ("es", "zh-hans", "ar")}

        assert names == {"es": "LibreTranslate", "zh-hans": "DeepL", "ar": "NoneType"}

    def test_with_the_package_readers_are_told_nothing(self, rf, cast, home):
        page = self.by_machine(rf, cast)
        page.refresh_from_db()

        assert page.live
        assert "lawyer no" in page.intro
        assert "machine" not in str(page.serializable_data())

    def test_ours_is_not_published_by_the_same_two_clicks(self, rf, cast, draft):
        with pytest.raises(NotApprovedError):
            two_clicks(rf, cast.pittsburgh_reviewer, translation_of(draft), draft)

        assert not type(draft).objects.get(pk=draft.pk).live

    def test_ours_tells_readers_even_when_it_went_the_packages_way(self, rf, client, cast, draft):
        translation = translation_of(draft)
        press(machine_translate, rf, cast.pittsburgh_editor, {}, translation_id=translation.pk)
        send_in_editor(client, cast.pittsburgh_editor, draft)
        approve_in_editor(client, draft)

        assert Entry.objects.get(page=draft).translation_made == "machine_reviewed"
        note = client.get("/es/cities/pittsburgh/alone/").context["translation_note"]()
        assert note.made == "machine_reviewed"
