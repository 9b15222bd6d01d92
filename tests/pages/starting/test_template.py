"""With what a new city begins: pages like any others, except that no reader ever sees them."""

import pytest
from django.core.exceptions import PermissionDenied
from wagtail.models import Page

from campaigns.places import rights
from campaigns.places.models import City
from pages.models import CityProfilePage, Entry
from pages.next_steps import steps_for
from pages.starting.city import start_city
from pages.starting.template import find_template, make_template
from pages.waiting.person import Person
from tests.factories.pages import FindingPageFactory

from .plans import plan

pytestmark = pytest.mark.django_db


@pytest.fixture
def template(home):
    return make_template()


class NeverPublicTests:
    def test_nothing_of_it_is_published(self, template):
        room = template["en"].get_children().first().specific

        for page in (template["en"], template["es"], room):
            with pytest.raises(PermissionDenied, match="start a city"):
                page.save_revision().publish()

    def test_the_editor_is_told_why(self, template, client, cast):
        client.force_login(cast.admin)
        page = template["en"]
        address = f"/admin/pages/add/pages/eventpage/{page.pk}/"
        form = {"title": "Hearing", "slug": "hearing", "body-count": "0", "action-publish": "1"}

        answer = client.post(address, form)

        assert "never published" in answer.content.decode()
        assert not Page.objects.filter(slug="hearing").exists()

    def test_many_at_once_are_refused_with_a_sentence(self, template, client, cast):
        client.force_login(cast.admin)
        address = f"/admin/bulk/wagtailcore/page/publish/?id={template['en'].pk}&next=/admin/"

        answer = client.post(address, follow=True)

        assert "never published" in answer.content.decode()
        assert not Page.objects.get(pk=template["en"].pk).live

    def test_what_is_moved_into_it_comes_down(self, template, home):
        finding = FindingPageFactory(parent=home.pittsburgh["en"])

        finding.move(template["en"], pos="last-child")

        assert not Page.objects.get(pk=finding.pk).live
        assert not Entry.objects.filter(page=finding).exists()

    def test_no_reader_finds_it(self, template, client):
        assert client.get("/en/cities/template-city/").status_code == 404
        assert "New city" not in client.get("/en/cities/").content.decode()

    def test_visible_leaves_it_out_even_with_a_line_about_it(self, template, home):
        entry = FindingPageFactory(parent=home.pittsburgh["en"]).entry
        Entry.objects.filter(pk=entry.pk).update(city=template["en"].place)

        assert entry not in Entry.objects.visible()


class NoCityTests:
    def test_nobody_records_testimony_for_it(self, template, cast):
        assert template["en"].place not in rights.cities_of(cast.admin)

    def test_it_is_in_no_list_of_cities(self, template, client, cast):
        client.force_login(cast.admin)

        assert "New city" not in client.get("/admin/city/").content.decode()
        assert "New city" not in client.get("/admin/localgroup/new/").content.decode()

    def test_it_is_no_place_to_write_a_story(self, template, home, cast):
        CityProfilePage.objects.exclude(place=template["en"].place).filter(
            place=home.washington_group.city
        ).delete()

        addresses = [step.address for step in steps_for(Person(cast.admin))]

        assert not any(f"/{page.pk}/" in way for page in template.values() for way in addresses)

    def test_an_editor_does_not_open_it(self, template, client, cast):
        client.force_login(cast.pittsburgh_editor)

        assert client.get(f"/admin/pages/{template['en'].pk}/edit/").status_code == 404

    def test_there_is_one(self, template, home):
        make_template()

        assert City.objects.filter(is_template=True).count() == 1
        assert set(find_template()) == set(template)


class EditedTests:
    def test_a_new_city_begins_with_what_was_changed(self, template):
        page = template["en"]
        page.group_about = "<p>We are librarians.</p>"
        page.save_revision()
        page.save()

        start_city(plan())

        profile = CityProfilePage.objects.get(place__slug="new-haven", locale=page.locale)
        assert "librarians" in profile.group_about

    def test_a_page_added_to_it_comes_along(self, template):
        FindingPageFactory(parent=template["en"], slug="our-first", live=False)

        made = start_city(plan())

        assert "our-first" in {page.slug for page in made.pages}
