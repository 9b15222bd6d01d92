"""Nobody meets a text on the desk that they may not know of, nor a button that would be refused."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from campaigns.places.models import LocalGroup, Role
from pages.models import HomePage, Original
from pages.translating.asking import begin_translation
from tests.factories.accounts import UserFactory
from tests.factories.pages import (
    FindingPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    TestimonyStoryPageFactory,
)
from tests.factories.places import MembershipFactory

from ..work import locale
from .seen import ask_desk, ask_for, ask_way, original_of, seen


@pytest.fixture
def translator(home):
    """translator("ar") translates for Pittsburgh into Arabic, and nothing else."""

    def make(language, group=None):
        group = group or home.pittsburgh_group
        role = MembershipFactory(local_group=group, role=Role.TRANSLATOR, language=language)
        return role.user

    return make


@pytest.fixture
def unpublished(home):
    page = FindingPageFactory(parent=home.pittsburgh["en"], title="Not told yet", live=False)
    original_of(page)
    return page


class CityTests:
    def test_a_page_that_nobody_asked_for_is_there_and_can_be_asked_for(
        self, client, cast, finding
    ):
        way = ask_way(finding, "ar")

        cell = seen(client, cast.pittsburgh_editor)[finding.title]["ar"]

        assert (cell.stage, cell.address) == ("missing", way)

    def test_nobody_sees_the_pages_of_another_city(self, client, cast, finding):
        original_of(finding)

        assert finding.title not in seen(client, cast.washington_editor)
        assert finding.title not in seen(client, cast.washington_editor, q=finding.title)

    def test_somebody_without_a_language_sees_an_empty_desk(self, client, cast, finding):
        original_of(finding)
        answer = ask_desk(client, cast.press_officer)

        assert answer.context["rows"] == []
        assert "do not translate for any city yet" in answer.content.decode()

    def test_who_is_nobody_here_is_not_let_in(self, client, db):
        client.force_login(UserFactory())

        assert client.get(reverse("translation_desk")).status_code == 403

    def test_another_citys_name_is_no_choice(self, client, cast, home, translator):
        form = ask_desk(client, translator("ar")).context["form"]
        assert "city" not in form.fields

        names = ask_desk(client, cast.translator_es).context["form"].fields["city"].choices
        assert "Washington" in dict(names).values()


class LanguageTests:
    def test_a_translator_can_ask_only_for_their_own_language(self, client, finding, translator):
        original_of(finding)

        cells = seen(client, translator("ar"))[finding.title]

        assert cells["ar"].address
        assert not any(cells[code].address for code in ("es", "fr", "ru", "zh-hans"))

    def test_a_front_door_is_begun_by_administrators_only(self, client, cast, home):
        front = home.homes["en"]
        HomePage.objects.filter(pk=home.homes["ru"].pk).delete()
        original_of(front)

        assert not seen(client, cast.translator_es)[front.title]["ru"].address
        assert seen(client, cast.admin)[front.title]["ru"].address


class DraftTests:
    def test_who_writes_its_language_sees_a_draft(self, client, cast, unpublished):
        assert "Not told yet" in seen(client, cast.pittsburgh_editor)

    def test_a_translator_of_another_language_does_not(self, client, translator, unpublished):
        assert "Not told yet" not in seen(client, translator("ar"))

    def test_they_do_once_it_was_asked_for_in_theirs(self, client, translator, unpublished):
        ask_for(unpublished, "ar")

        assert "Not told yet" in seen(client, translator("ar"))
        assert "Not told yet" not in seen(client, translator("ru"))

    def test_or_begun_in_theirs(self, client, cast, translator, unpublished):
        begin_translation(unpublished, locale("ar"), cast.pittsburgh_editor)
        original_of(unpublished)

        assert "Not told yet" in seen(client, translator("ar"))

    def test_a_draft_title_of_a_public_page_is_not_told(self, client, finding, translator):
        finding.title = "What the mayor hides"
        finding.save_revision()
        assert original_of(finding).title == "Tenants face judges alone"

        page = ask_desk(client, translator("ar"), q="mayor").content.decode()
        assert "the mayor hides" not in page

    def test_what_opens_with_a_password_counts_as_a_draft(self, client, finding, translator):
        original_of(finding)
        PageViewRestriction.objects.create(page=finding, restriction_type="login")

        assert finding.title not in seen(client, translator("ar"))

    def test_what_was_taken_down_a_moment_ago_is_gone(self, client, finding, translator):
        original_of(finding)
        type(finding).objects.filter(pk=finding.pk).update(live=False)

        assert finding.title not in seen(client, translator("ar"))

    def test_a_release_before_its_day_stays_among_its_writers(self, client, cast, home, translator):
        room = NewsroomPageFactory(parent=home.pittsburgh["en"])
        release = PressReleasePageFactory(parent=room, title="Embargoed words", live=False)
        original_of(release)

        assert "Embargoed words" in seen(client, cast.pittsburgh_editor)
        for user in (translator("ar"), cast.press_officer, cast.washington_editor):
            assert "Embargoed words" not in seen(client, user)


class TestimonyTests:
    @pytest.fixture
    def story(self, home):
        page = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        original_of(page)
        return page

    def test_a_story_with_consent_is_on_the_desk(self, client, translator, story):
        assert seen(client, translator("ar"))[story.title]["ar"].address

    def test_once_it_is_taken_back_translators_see_nothing_of_it(self, client, translator, story):
        ask_for(story, "ar")
        story.testimony.consent.withdraw()

        assert story.title not in seen(client, translator("ar"))

    def test_its_editors_see_that_it_is_withheld_and_nothing_to_do(self, client, cast, story):
        story.testimony.consent.withdraw()

        answer = ask_desk(client, cast.pittsburgh_editor, q=story.title)
        (row,) = answer.context["rows"]

        assert row.is_withheld
        assert not row.may_choose
        assert not any(cell.address for cell in row.cells)
        assert "Withheld" in answer.content.decode()


class RestingGroupTests:
    @pytest.fixture(params=["suspended_on", "archived_on"])
    def away(self, request, home):
        facts = {request.param: timezone.now()}
        LocalGroup.objects.filter(pk=home.pittsburgh_group.pk).update(**facts)

    def test_its_people_see_nothing(self, client, translator, finding, away):
        """Their rights rest; whoever is still signed in meets an empty desk, or a closed door."""
        original_of(finding)
        client.force_login(translator("ar"))
        answer = client.get(reverse("translation_desk"))

        assert finding.title not in answer.content.decode()

    def test_for_the_alliance_its_lines_can_be_read_only(self, client, cast, finding, away):
        original_of(finding)

        (row,) = ask_desk(client, cast.admin, q=finding.title).context["rows"]

        assert row.is_resting
        assert not row.may_choose
        assert not row.cells[1].address


class NameTests:
    def test_who_works_on_it_is_told_to_colleagues_only(self, client, cast, finding, home):
        stranger = UserFactory(username="u-77", first_name="Zdenka", last_name="Nováková")
        MembershipFactory(user=stranger, local_group=home.washington_group)
        ask_for(finding, "ar", person=stranger)

        answer = ask_desk(client, cast.pittsburgh_editor)
        assert "Zdenka" not in answer.content.decode()
        assert "somebody" in answer.content.decode()
        assert "Zdenka" in ask_desk(client, cast.admin).content.decode()

    def test_strangers_are_no_choice_either(self, client, cast, finding, home):
        ask_for(finding, "ar", person=cast.pittsburgh_editor)

        people = ask_desk(client, cast.washington_editor).context["form"].fields["person"].choices
        assert str(cast.pittsburgh_editor.pk) not in dict(people)
        assert not seen(client, cast.washington_editor, person=cast.pittsburgh_editor.pk).get(
            finding.title
        )


def test_every_kind_of_original_is_of_a_city_or_the_alliance(client, cast, db):
    """What is no page belongs to the whole alliance, and to those who write for it."""
    Original.objects.create(
        key="treaty-1", kind="treaty", language="en", title="The Covenant", is_public=True
    )

    assert "The Covenant" in seen(client, cast.translator_es)
    assert "The Covenant" not in seen(client, cast.pittsburgh_editor)
