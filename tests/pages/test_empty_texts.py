"""The editor keeps a text left empty as an empty paragraph; readers get no heading over it."""

import pytest
from django.core.exceptions import ValidationError

from pages.blocks.words import ProseBlock
from tests.factories.pages import NewsroomPageFactory

EMPTY = '<p data-block-key="abcde"></p>'
HEADING = "How you may use our material"


@pytest.mark.django_db
class LeftEmptyTests:
    @pytest.fixture
    def newsroom(self, home):
        return NewsroomPageFactory(parent=home.pittsburgh["en"])

    @pytest.mark.parametrize(
        ("kept", "is_shown"),
        [("", False), (EMPTY, False), ("<p> </p>", False), ("<p>Nothing.</p>", True)],
    )
    def test_no_heading_stands_over_nothing(self, client, newsroom, kept, is_shown):
        newsroom.terms = kept
        newsroom.full_clean()
        newsroom.save()

        assert (HEADING in client.get(newsroom.url).content.decode()) == is_shown


class RequiredTests:
    @pytest.mark.parametrize("kept", ["", EMPTY])
    def test_an_empty_paragraph_does_not_fill_a_required_text(self, kept):
        block = ProseBlock()

        with pytest.raises(ValidationError, match="required"):
            block.clean(block.normalize(kept))

    def test_one_that_may_be_left_out_is_an_empty_string(self):
        block = ProseBlock(required=False)

        assert block.clean(block.normalize(EMPTY)).source == ""
