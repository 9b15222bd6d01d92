"""What goes over the wire, and what is made of every kind of answer."""

import logging

import pytest
from wagtail.models import Locale
from wagtail_localize.strings import StringValue

from pages.translating.machine import asking_a_service
from pages.translating.machine.asking_a_service import ServiceError
from pages.translating.machine.services import service_for

WORDS = [StringValue("Tea &amp; <b>bread</b>"), StringValue('See <a id="a1">the law</a>.')]


def translate(language, strings=WORDS, source="en"):
    target = Locale(language_code=language)
    return service_for(language).translate(Locale(language_code=source), target, strings)


class WireTests:
    def test_libretranslate_is_sent_escaped_html_in_one_question(self, service):
        found = translate("es")

        [(path, _headers, sent)] = service.heard
        assert path == "/translate"
        assert sent["q"] == [word.data for word in WORDS]
        assert (sent["source"], sent["target"], sent["format"]) == ("en", "es", "html")
        assert sent["api_key"] == "a-secret-key:fx"
        assert found[WORDS[0]].data == "MT Tea &amp; <b>bread</b>"

    def test_deepl_is_sent_simplified_chinese_by_its_own_name(self, service):
        found = translate("zh-hans")

        [(path, headers, sent)] = service.heard
        assert path == "/v2/translate"
        assert headers["Authorization"] == "DeepL-Auth-Key a-secret-key:fx"
        assert (sent["source_lang"], sent["target_lang"]) == ("EN", "ZH-HANS")
        assert sent["text"] == [word.data for word in WORDS]
        assert found[WORDS[1]].data == 'MT See <a id="a1">the law</a>.'

    @pytest.mark.parametrize(
        ("known", "name"), [("zh-Hans", "zh-Hans"), ("zh", "zh"), ("zh-CN", "zh-CN")]
    )
    def test_libretranslate_is_asked_what_it_calls_chinese(self, service, settings, known, name):
        settings.MACHINE_TRANSLATION = {"zh-hans": "libretranslate"}
        service.languages = ["en", known]

        translate("zh-hans")

        assert service.heard[0][2]["target"] == name

    def test_a_language_that_it_does_not_know_is_told_before_anything_is_sent(
        self, service, settings
    ):
        settings.MACHINE_TRANSLATION = {"fr": "libretranslate"}
        service.languages = ["en", "de"]

        with pytest.raises(ServiceError, match="does not know this language"):
            translate("fr")
        assert not service.heard

    def test_without_settings_nobody_is_asked(self, settings):
        assert settings.MACHINE_TRANSLATION == {}
        assert service_for("es") is None
        assert not hasattr(settings, "WAGTAILLOCALIZE_MACHINE_TRANSLATOR")


class TroubleTests:
    @pytest.mark.parametrize("language", ["es", "zh-hans"])
    @pytest.mark.parametrize(
        ("status", "says", "was_counted"),
        [
            (500, "did not answer", False),
            (429, "too much to do", False),
            (456, "used up", False),
            (403, "does not let this site in", False),
            (307, "did not answer", False),
        ],
    )
    def test_each_refusal_is_a_sentence(self, service, language, status, says, was_counted):
        service.status = status

        with pytest.raises(ServiceError, match=says) as caught:
            translate(language)
        assert caught.value.was_counted == was_counted
        assert len(service.heard) == 1  # a redirect is not followed with the text

    @pytest.mark.parametrize("language", ["es", "zh-hans"])
    @pytest.mark.parametrize(
        "body",
        [
            b"<html>",
            b"[]",
            b"null",
            b"{}",
            b'{"translatedText": ["one"], "translations": [{"text": "one"}]}',
            b'{"translatedText": [1, 2], "translations": [{"text": 1}, {}]}',
            b'{"translatedText": "one", "translations": ["one", "two"]}',
        ],
    )
    def test_an_answer_that_is_none_is_not_taken(self, service, language, body):
        service.body = body

        with pytest.raises(ServiceError, match="makes no sense") as caught:
            translate(language)
        assert caught.value.was_counted

    def test_an_answer_without_end_is_not_read(self, service, monkeypatch):
        monkeypatch.setattr(asking_a_service, "LARGEST_ANSWER", 50)
        service.body = b'{"translatedText": ["' + b"x" * 100 + b'"]}'

        with pytest.raises(ServiceError, match="makes no sense"):
            translate("es")

    def test_nobody_waits_for_ever(self, service, monkeypatch):
        monkeypatch.setattr(asking_a_service, "TO_ANSWER", 0.1)
        service.delay = 0.5

        with pytest.raises(ServiceError, match="did not answer") as caught:
            translate("es")
        assert caught.value.was_counted

    def test_a_service_that_is_down_is_a_sentence(self, service, settings):
        settings.LIBRETRANSLATE_URL = "http://127.0.0.1:9"

        with pytest.raises(ServiceError, match="did not answer"):
            translate("es")

    def test_the_log_holds_neither_the_text_nor_the_key(self, service, caplog):
        caplog.set_level(logging.DEBUG)
        service.status = 500

        for language in ("es", "zh-hans"):
            with pytest.raises(ServiceError):
                translate(language)

        assert "LibreTranslate answered 500" in caplog.text
        assert "the law" not in caplog.text
        assert "a-secret-key" not in caplog.text
