"""The services that may be asked: the translation package’s own, mended, by language."""

from django.conf import settings
from django.utils.functional import cached_property
from wagtail_localize.machine_translators import deepl, libretranslate
from wagtail_localize.strings import StringValue

from .asking_a_service import NOT_ITS_LANGUAGE, ServiceError, ask, texts_of

#: What DeepL calls a language that is asked for, where that differs from its first letters.
DEEPL_TARGETS = {
    "en": "EN-US",
    "pt": "PT-BR",
    "zh-hans": "ZH-HANS",
    "zh-cn": "ZH-HANS",
    "zh-hant": "ZH-HANT",
    "zh-tw": "ZH-HANT",
}
#: Under which names LibreTranslate, in its several versions, knows a language.
LIBRE_NAMES = {
    "zh-hans": ["zh-hans", "zh-cn", "zh"],
    "zh-hant": ["zh-hant", "zh-tw", "zt"],
    "pt-br": ["pt-br", "pb", "pt"],
}


class DeepL(deepl.DeepLTranslator):
    """DeepL; a code of ours as it wants it, and an answer that is checked."""

    most_texts, most_signs = 50, 20_000  # of one parcel; it takes 50 texts and 128 KiB

    def get_api_endpoint(self):
        if address := self.options.get("URL"):
            return f"{address.removesuffix('/v2/translate')}/v2/translate"
        return super().get_api_endpoint()

    def get_parameters(self, source_locale, target_locale, strings):
        target = target_locale.language_code
        named = {"target_lang": DEEPL_TARGETS[target]} if target in DEEPL_TARGETS else {}
        return super().get_parameters(source_locale, target_locale, strings) | named

    def translate(self, source_locale, target_locale, strings):
        strings = list(strings)
        said = ask(
            self.display_name,
            "POST",
            self.get_api_endpoint(),
            json=self.get_parameters(source_locale, target_locale, strings),
            headers=self.get_headers(),
        )
        found = said.get("translations") if isinstance(said, dict) else None
        if isinstance(found, list):
            found = [text.get("text") if isinstance(text, dict) else None for text in found]
        return _answers(strings, texts_of(self.display_name, found, len(strings)))


class LibreTranslate(libretranslate.LibreTranslator):
    """LibreTranslate, here or elsewhere; asked first under which name it knows a language."""

    most_texts, most_signs = 25, 4_000  # many are set to refuse more

    def language_code(self, code):
        """The service’s own code for a language of ours; ServiceError when it has none."""
        for name in LIBRE_NAMES.get(code, [code, code.split("-")[0]]):
            if name in self._known:
                return self._known[name]
        raise ServiceError(NOT_ITS_LANGUAGE)

    def can_translate(self, source_locale, target_locale):
        return source_locale.language_code != target_locale.language_code

    def translate(self, source_locale, target_locale, strings):
        strings = list(strings)
        question = {
            "q": [string.data for string in strings],
            "source": self.language_code(source_locale.language_code),
            "target": self.language_code(target_locale.language_code),
            "format": "html",
        }
        if self.options.get("API_KEY"):
            question["api_key"] = self.options["API_KEY"]
        address = f"{self.get_api_endpoint()}/translate"
        said = ask(self.display_name, "POST", address, json=question)
        found = said.get("translatedText") if isinstance(said, dict) else None
        return _answers(strings, texts_of(self.display_name, found, len(strings)))

    @cached_property
    def _known(self):
        """``{code in small letters: code}`` of what it knows; nothing is told to it for that."""
        said = ask(self.display_name, "GET", f"{self.get_api_endpoint()}/languages")
        found = said if isinstance(said, list) else []
        codes = [one.get("code") for one in found if isinstance(one, dict)]
        return {code.lower(): code for code in codes if isinstance(code, str)}


def _answers(strings, texts):
    return {string: StringValue(text) for string, text in zip(strings, texts, strict=True)}


def service_for(language):
    """The service that drafts into a language (a code), or None where the site names none."""
    name = settings.MACHINE_TRANSLATION.get(language)
    if name == "deepl":
        return DeepL({"AUTH_KEY": settings.DEEPL_AUTH_KEY, "URL": settings.DEEPL_URL})
    if name == "libretranslate":
        return LibreTranslate(
            {
                "LIBRETRANSLATE_URL": settings.LIBRETRANSLATE_URL,
                "API_KEY": settings.LIBRETRANSLATE_API_KEY,
            }
        )
    return None
