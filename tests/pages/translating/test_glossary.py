"""Official titles are found in any form, and the longest one wins."""

import pytest
from django.core.management import call_command

from pages.translating.glossary import Glossary


@pytest.fixture(autouse=True)
def treaties(db):
    call_command("load_treaties", verbosity=0)


def keys(text, source="en", target="es"):
    return [term.key for term in Glossary(source, target).terms_in(text)]


class FindingTests:
    @pytest.mark.parametrize(
        ("language", "text", "key"),
        [
            ("en", "the convention on rights of the child says", "crc"),
            ("en", "CONVENTION ON THE RIGHTS OF THE CHILD", "crc"),
            ("en", "What ICERD asks", "icerd"),
            ("en", "What CERD asks", "icerd"),
            ("es", "según la convencion sobre los derechos del nino", "crc"),
            ("fr", "la Convention relative aux droits de l’enfant", "crc"),
            ("ru", "Согласно Конвенции о правах ребёнка", "crc"),
            ("ar", "بموجب إتفاقيّة حقوق الطفـل", "crc"),
            ("ar", "وفقاً لاتفاقية حقوق الطفل", "crc"),
            ("zh-hans", "根据《儿童权利公约》，", "crc"),
        ],
    )
    def test_a_title_is_known_in_its_forms(self, language, text, key):
        assert keys(text, language, "es" if language != "es" else "en") == [key]

    def test_a_protocol_is_not_its_covenant(self):
        text = "the Optional Protocol to the International Covenant on Civil and Political Rights"

        assert keys(text) == ["iccpr-op1"]
        assert keys("公民权利和政治权利国际公约任择议定书", "zh-hans") == ["iccpr-op1"]

    def test_common_words_are_no_abbreviations(self):
        assert keys("The cat sat by the crc.") == []

    def test_a_body_is_known_by_its_name(self):
        found = Glossary("en", "es").terms_in("the Committee on the Rights of the Child")

        assert [term.target for term in found] == ["Comité de los Derechos del Niño"]


class MissingTests:
    def missing(self, source, target, language):
        glossary = Glossary("en", language)
        return [term.key for term in glossary.missing_in(glossary.terms_in(source), target)]

    @pytest.mark.parametrize(
        ("language", "target"),
        [
            ("es", "La Convención sobre los Derechos del Niño."),
            ("es", "La CRC."),
            ("ar", "تنص اتفاقية حقوق الطفل على ذلك"),
            ("ar", "واتفاقية حقوق الطفل"),
            ("zh-hans", "《儿童权利公约》规定"),
        ],
    )
    def test_the_official_title_is_enough(self, language, target):
        assert self.missing("the Convention on the Rights of the Child", target, language) == []

    @pytest.mark.parametrize(
        ("language", "target"),
        [("es", "El Convenio del Niño."), ("ar", "معاهدة الأطفال"), ("zh-hans", "儿童公约")],
    )
    def test_free_words_are_not(self, language, target):
        assert self.missing("the Convention on the Rights of the Child", target, language) == [
            "crc"
        ]
