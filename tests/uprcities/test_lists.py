"""Several things in one line, as each language sets its comma."""

from django.utils.translation import override

from uprcities.lib.lists import listed


def test_each_language_has_its_own_comma():
    said = {}
    for language in ("en", "ar", "zh-hans"):
        with override(language):
            said[language] = listed(["a", 2, "c"])

    assert said == {"en": "a, 2, c", "ar": "a، 2، c", "zh-hans": "a，2，c"}
