"""Codes and Latin names keep their order inside right-to-left text."""

import pytest

from uprcities.lib.isolates import with_isolates


def apart(words):
    return f'<bdi dir="ltr">{words}</bdi>'


class IsolateTests:
    @pytest.mark.parametrize(
        "words",
        [
            "2024-0770",
            "Ordinance 2024-0770",
            "A/HRC/46/15 ¶ 26.214",
            "Eugene Code (4.816)",
            "ICERD 5(e)(iii)",
            "Pittsburgh Water, 2019 report, p. 5",
            "Washington Lawyers’ Committee",
            "AT&amp;T",
            "info@example.org",
        ],
    )
    def test_a_run_stands_apart_as_a_whole(self, words):
        assert with_isolates(f"<p>قال {words}، ثم</p>") == f"<p>قال {apart(words)}، ثم</p>"

    def test_plain_numbers_and_arabic_need_nothing(self):
        for words in ["في 2019 شهد", "302\u202f971 نسمة", "سنة", "&quot;نعم&quot; &#x27;لا&#x27;"]:
            assert with_isolates(words) == words

    def test_a_year_before_a_name_does_not_change_sides(self):
        assert with_isolates("في 2019 RentHelp") == f"في 2019 {apart('RentHelp')}"

    def test_tags_attributes_and_what_is_apart_already_stay(self):
        html = (
            '<a href="/en/a-1/" title="A-1"><bdi>A-1</bdi></a> <a dir="ltr" href="tel:1">412-1</a>'
        )
        assert with_isolates(html) == html

    def test_words_inside_a_link_stand_apart_inside_it(self):
        assert with_isolates('<a href="/x-1/">B-2</a>') == f'<a href="/x-1/">{apart("B-2")}</a>'
