"""A telephone number in running text can be tapped and reads from left to right."""

import pytest

from uprcities.lib.phones import with_phone_links


def link(digits, words):
    return f'<a class="phone" href="tel:{digits}" dir="ltr">{words}</a>'


class PhoneLinkTests:
    @pytest.mark.parametrize(
        ("words", "digits"),
        [
            ("412-255-2600", "+14122552600"),
            ("(412) 255-2600", "+14122552600"),
            ("412.255.2600", "+14122552600"),
            ("4122552600", "+14122552600"),
            ("1-800-273-8255", "+18002738255"),
            ("+1 412 255 2600", "+14122552600"),
            ("+41 22 917 9220", "+41229179220"),
            ("988", "988"),
            ("911", "911"),
            ("211", "211"),
        ],
    )
    def test_a_number_becomes_a_link(self, words, digits):
        assert with_phone_links(f"<p>{words}.</p>") == f"<p>{link(digits, words)}.</p>"

    def test_arabic_and_chinese_words_may_touch_it(self):
        assert with_phone_links("拨打988。") == f"拨打{link('988', '988')}。"
        assert link("+14122552600", "412-255-2600") in with_phone_links("شفويين: 412-255-2600.")

    @pytest.mark.parametrize(
        "words",
        ["2020-11-09", "Ordinance 2024-0770", "$211", "1,988", "988.5", "15213-1234", "§ 911"],
    )
    def test_other_numbers_stay_as_they_are(self, words):
        assert with_phone_links(words) == words

    def test_links_attributes_and_escaped_signs_stay_as_they_are(self):
        html = '<p title="988"><a href="https://x.org/988">Call 988</a> &lt;b&gt;</p>'
        assert with_phone_links(html) == html
