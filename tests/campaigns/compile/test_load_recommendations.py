from io import StringIO

from django.core.management import call_command
from django.test import TestCase

from campaigns.compile.models import Position, Recommendation, Review, ReviewStatus


def load(**options):
    out = StringIO()
    call_command("load_recommendations", stdout=out, **options)
    return out.getvalue()


class LoadRecommendationsTests(TestCase):
    def test_it_loads_how_the_united_states_answered_in_2020(self):
        load()

        counts = Review.objects.get(slug="united-states-2020").recommendations.counts()

        assert counts == {Position.SUPPORTED: 263, Position.IN_PART: 17, Position.NOTED: 67}

    def test_a_second_load_changes_nothing(self):
        load()

        assert "0 made, 0 changed" in load()

    def test_a_dry_run_says_what_it_would_do_and_does_nothing(self):
        assert "would be made" in load(dry_run=True)
        assert not Review.objects.exists()

    def test_a_wrong_answer_is_put_right(self):
        load()
        Recommendation.objects.filter(paragraph="26.1").update(position=Position.NOTED)

        assert "1 changed" in load()
        assert Recommendation.objects.get(paragraph="26.1").position == Position.SUPPORTED

    def test_a_status_that_an_editor_set_survives(self):
        load()
        Review.objects.filter(slug="united-states-2025").update(status=ReviewStatus.HELD)

        load()

        assert Review.objects.get(slug="united-states-2025").status == ReviewStatus.HELD
