"""The drawing of a review's answers shows as many dots as there were recommendations."""

import re

from django.template import Context, Template
from django.test import SimpleTestCase

from pages.templatetags.outcome_dots import CELL, DotGroup


def dots_inside(outline):
    """How many cells an outline of full rows and a last row encloses."""
    rows = re.search(r"M0 0H(\d+)V(\d+)H0Z", outline)
    full = int(rows[1]) * int(rows[2]) // CELL**2 if rows else 0
    last = re.search(r"M0 \d+h(\d+)v", outline)
    return full + (int(last[1]) // CELL if last else 0)


class OutlineTests(SimpleTestCase):
    def test_it_encloses_exactly_the_number(self):
        for number in [1, 17, 50, 51, 67, 100, 263]:
            with self.subTest(number):
                group = DotGroup("noted", "Noted", number)
                assert dots_inside(group.outline) == number
                assert group.height == -(-number // 50) * CELL

    def test_a_narrow_screen_has_half_as_many_in_a_row(self):
        narrow = DotGroup("noted", "Noted", 67).narrow
        assert (narrow.width, narrow.height) == (25 * CELL, 3 * CELL)
        assert dots_inside(narrow.outline) == 67


class DrawingTests(SimpleTestCase):
    def setUp(self):
        counts = {"supported": 263, "supported_noted": 17, "noted": 67}
        template = Template("{% load outcome_dots %}{% outcome_dots counts %}")
        self.html = template.render(Context({"counts": counts}))

    def test_the_table_says_what_is_drawn(self):
        cells = re.findall(r"<td>(\d+)</td>", self.html)
        assert cells == ["263", "17", "67", "347"]

    def test_an_answer_that_nobody_gave_is_left_out(self):
        assert self.html.count('<svg class="across-50"') == 3
        assert "No answer yet" not in self.html

    def test_it_needs_no_inline_style_or_script(self):
        assert "style=" not in self.html
        assert "<script" not in self.html
