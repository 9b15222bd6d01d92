"""Whether the US is bound, in the reader's words: officials challenge a finding that gets this wrong."""

import pytest
from django.core.exceptions import ValidationError

from campaigns.treaties.choices import STANDING, STATUS_SENTENCES, UsStatus
from campaigns.treaties.models import RightsTag, Treaty

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("slug", "sentence"),
    [
        ("udhr", "Declaration: the US voted for it in 1948."),
        (
            "iccpr",
            "The US has been a party since 1992, with reservations that limit what it agreed to.",
        ),
        ("icescr", "Signed by the US in 1977, not ratified."),
        ("crc-op-ac", "The US has been a party since 2002."),
        ("icmw", "The US has not signed it."),
        ("ilo-169", "The US is not a party."),
        (
            "refugee-convention",
            (
                "The US is not a party, but its later Protocol, which the US joined in 1968, "
                "binds the US to the main articles."
            ),
        ),
        (
            "undrip",
            "Declaration: the US first voted against it, and announced its support in 2010.",
        ),
    ],
)
def test_the_status_is_a_sentence_with_its_year(treaties, slug, sentence):
    assert Treaty.objects.get(slug=slug).us_status_words("en") == sentence


class StatusTests:
    def test_an_article_has_the_status_of_its_treaty(self, treaties):
        tag = RightsTag.objects.get(slug="icescr-11")

        assert tag.us_status_words("en") == "Signed by the US in 1977, not ratified."
        assert tag.us_status_short("en") == "US signed, not ratified"
        assert tag.standing == "signed"

    def test_every_status_has_a_sentence_and_a_standing(self):
        assert set(STATUS_SENTENCES) == set(STANDING) == set(UsStatus)

    def test_a_status_that_names_a_year_needs_the_day(self, treaties):
        treaty = Treaty.objects.get(slug="crpd")
        treaty.us_status = UsStatus.PARTY

        with pytest.raises(ValidationError, match="since when the US is a party"):
            treaty.full_clean()
