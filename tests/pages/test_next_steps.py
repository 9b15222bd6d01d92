"""“What next?”: the front page of the admin, as each person finds it."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from pages.next_steps import latest_drafts, steps_for
from pages.waiting.person import Person
from tests.factories.collect import ConsentFactory
from tests.factories.pages import (
    FindingPageFactory,
    NewsroomPageFactory,
    TestimonyStoryPageFactory,
    publish,
)

pytestmark = pytest.mark.django_db
PEOPLE = ["pittsburgh_editor", "translator_es", "press_officer", "admin"]


@pytest.fixture
def room(home):
    return NewsroomPageFactory(parent=home.pittsburgh["en"], title="Press here")


def labels(user):
    return [step.label for step in steps_for(Person(user))]


def draft_of(user, parent, **facts):
    page = FindingPageFactory(parent=parent, live=False, **facts)
    page.save_revision(user=user, log_action=True)
    return page


class StepTests:
    def test_an_editor_records_and_writes_for_their_city(self, cast, home, room):
        steps = {step.label: step for step in steps_for(Person(cast.pittsburgh_editor))}

        assert list(steps) == [
            "Record a testimony",
            "Write a story",
            "Write a finding",
            "Translation desk",
            "Newsroom",
        ]
        assert steps["Write a story"].address.endswith(f"/{home.pittsburgh['en'].pk}/")
        assert steps["Write a story"].city == home.pittsburgh_group.city.name
        assert steps["Write a story"].tongue.name == "English"

    def test_the_language_of_their_admin_comes_first(self, cast, home):
        with translation.override("es"):
            steps = [step for step in steps_for(Person(cast.pittsburgh_editor)) if step.city]

        assert {step.tongue.code for step in steps} == {"es"}

    def test_a_translator_translates(self, cast, home):
        assert labels(cast.translator_es) == ["Translation desk"]

    def test_a_press_officer_goes_to_the_press_room(self, cast, room):
        assert labels(cast.press_officer) == ["Newsroom"]

    @pytest.mark.parametrize("who", PEOPLE)
    def test_no_link_ends_at_a_closed_door(self, client, cast, home, room, who):
        FindingPageFactory(parent=home.pittsburgh["en"])
        draft_of(cast.pittsburgh_editor, home.pittsburgh["en"])
        client.force_login(getattr(cast, who))
        panel = client.get("/admin/").content.decode().split('id="next-steps-content"')[1]

        links = re.findall(r'href="([^"]+)"', panel.split("</section>")[0])

        assert links
        assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


class DraftTests:
    def test_mine_come_with_their_city_and_language(self, client, cast, home):
        draft = draft_of(cast.pittsburgh_editor, home.pittsburgh["es"], title="Radiadores")
        client.force_login(cast.pittsburgh_editor)

        panel = client.get("/admin/").content.decode().split('id="next-steps-content"')[1]

        assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in panel
        [(page, city, tongue)] = latest_drafts(Person(cast.pittsburgh_editor))
        assert (page.pk, city, tongue.code) == (draft.pk, home.pittsburgh_group.city.name, "es")

    def test_what_is_published_as_it_stands_is_no_draft(self, cast, home):
        page = draft_of(cast.pittsburgh_editor, home.pittsburgh["en"])
        publish(page.get_latest_revision())

        assert latest_drafts(Person(cast.pittsburgh_editor)) == []

    def test_what_lies_in_another_city_is_forgotten(self, client, cast, home):
        draft_of(cast.pittsburgh_editor, home.washington["en"], title="Zanzibarine draft")
        draft_of(cast.washington_editor, home.washington["en"], title="Zanzibarine draft too")
        client.force_login(cast.pittsburgh_editor)

        page = client.get("/admin/").content.decode()

        assert "Zanzibarine" not in page
        assert home.washington_group.city.name not in page

    def test_a_story_that_its_teller_took_back_is_not_offered_again(self, cast, home):
        record = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], testimony=record)
        story.save_revision(user=cast.pittsburgh_editor)
        assert latest_drafts(Person(cast.pittsburgh_editor))

        record.consent.withdrawn_on = timezone.now()
        record.consent.save()

        assert latest_drafts(Person(cast.pittsburgh_editor)) == []

    def test_five_are_enough(self, cast, home):
        for _number in range(6):
            draft_of(cast.pittsburgh_editor, home.pittsburgh["en"])

        assert len(latest_drafts(Person(cast.pittsburgh_editor))) == 5


class CostTests:
    @pytest.mark.parametrize("who", PEOPLE)
    def test_the_panel_asks_little_however_much_there_is(
        self, cast, home, room, who, django_assert_max_num_queries
    ):
        for city in (home.pittsburgh, home.washington):
            for language in ("en", "es"):
                draft_of(cast.pittsburgh_editor, city[language])
                FindingPageFactory(parent=city[language])

        with django_assert_max_num_queries(6):
            person = Person(getattr(cast, who))
            list(steps_for(person))
            latest_drafts(person)
