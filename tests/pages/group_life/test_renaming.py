"""A city takes another name and address; nothing of it is lost."""

import pytest
from django.contrib.auth.models import Group
from wagtail.contrib.redirects.models import Redirect

from pages.land import sync_rights
from tests.factories.pages import (
    FindingPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]
NEW = {"name": "Steel City", "group_name": "Steel City Rights", "slug": "steel-city"}


@pytest.fixture
def rename(client, cast, home, django_capture_on_commit_callbacks):
    """Renames a group through the screen, as an administrator; returns the answer."""

    def do(group=home.pittsburgh_group, **names):
        client.force_login(cast.admin)
        sent = NEW | names | {"confirmed": "1"}
        with django_capture_on_commit_callbacks(execute=True):
            answer = client.post(f"/admin/groups/{group.pk}/rename/", sent)
        client.logout()
        return answer

    return do


def leads(client, before, after):
    answer = client.get(before)
    assert answer.status_code == 301, before
    assert answer["Location"] == after
    assert client.get(after).status_code == 200


class RenameTests:
    def test_it_says_first_what_moves(self, client, cast, home):
        client.force_login(cast.admin)
        path = f"/admin/groups/{home.pittsburgh_group.pk}/rename/"
        page = client.post(path, NEW).content.decode()
        assert "/cities/steel-city/" in page
        assert "6 public pages have new addresses" in page
        home.pittsburgh_group.refresh_from_db()
        assert home.pittsburgh_group.name != "Steel City Rights"

    def test_every_page_in_every_language_is_found_from_its_old_address(self, client, home, rename):
        finding = FindingPageFactory(parent=home.pittsburgh["en"], slug="heat")
        translate(finding, "ar")
        room = NewsroomPageFactory(parent=home.pittsburgh["en"])
        PressReleasePageFactory(parent=room, slug="lawyers")
        rename()
        for language in home.pittsburgh:
            leads(client, f"/{language}/cities/pittsburgh/", f"/{language}/cities/steel-city/")
        for language in ("en", "ar"):
            city = f"/{language}/cities/"
            leads(client, f"{city}pittsburgh/heat/", f"{city}steel-city/heat/")
        city = "/en/cities/"
        leads(client, f"{city}pittsburgh/press/lawyers/", f"{city}steel-city/press/lawyers/")
        text = "press/lawyers/release.txt"
        leads(client, f"{city}pittsburgh/{text}", f"{city}steel-city/{text}")

    def test_feeds_lead_on_too(self, client, home, rename):
        NewsroomPageFactory(parent=home.pittsburgh["en"])
        rename()
        for feed, language in (("feed/", "en"), ("feed/", "es"), ("press/feed/", "en")):
            city = f"/{language}/cities/"
            leads(client, f"{city}pittsburgh/{feed}", f"{city}steel-city/{feed}")

    def test_a_press_feed_without_a_newsroom_leads_on(self, client, rename):
        rename()
        leads(client, "/en/cities/pittsburgh/press/feed/", "/en/cities/steel-city/press/feed/")

    def test_lists_the_api_and_the_collection_follow(self, client, home, rename):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Cold homes", slug="heat")
        rename()
        [found] = client.get("/api/v2/pages/?city=steel-city&type=pages.FindingPage").json()[
            "items"
        ]
        assert found["meta"]["html_url"].endswith("/en/cities/steel-city/heat/")
        assert "Cold homes" in client.get("/en/findings/?city=steel-city").content.decode()
        home.pittsburgh_group.collection.refresh_from_db()
        assert home.pittsburgh_group.collection.name == "Steel City"

    def test_a_list_narrowed_to_the_old_address_leads_on(self, client, home, rename):
        FindingPageFactory(parent=home.pittsburgh["en"], title="Cold homes")
        rename()
        for path in ("/en/findings/", "/es/search/", "/api/v2/pages/"):
            answer = client.get(f"{path}?q=x&city=pittsburgh")
            assert answer.status_code == 301
            assert answer["Location"] == f"{path}?q=x&city=steel-city"
        assert client.get("/en/findings/?city=washington").status_code == 200
        assert client.get("/en/findings/?city=nowhere").status_code == 200

    def test_its_people_keep_their_rights(self, client, cast, home, rename):
        before = Group.objects.get(name="role/pittsburgh/editor").pk
        rename()
        assert not sync_rights(dry_run=True)
        assert Group.objects.get(name="role/steel-city/editor").pk == before
        client.force_login(cast.pittsburgh_editor)
        assert client.get(f"/admin/pages/{home.pittsburgh['en'].pk}/edit/").status_code == 200

    def test_it_is_undone_by_renaming_back(self, client, home, rename):
        FindingPageFactory(parent=home.pittsburgh["en"], slug="heat")
        rename()
        rename(slug="pittsburgh", name="Pittsburgh")
        assert client.get("/en/cities/pittsburgh/heat/").status_code == 200
        leads(client, "/en/cities/steel-city/heat/", "/en/cities/pittsburgh/heat/")

    def test_a_further_draft_keeps_the_new_address(self, client, home, rename):
        rename()
        profile = type(home.pittsburgh["en"]).objects.get(pk=home.pittsburgh["en"].pk)
        profile.get_latest_revision_as_object().save_revision().publish()
        assert client.get("/en/cities/steel-city/").status_code == 200

    def test_another_citys_address_is_refused(self, home, rename):
        assert "Another city has this address" in rename(slug="washington").content.decode()

    def test_another_citys_old_address_is_refused(self, client, home, rename):
        rename(slug="steel-city")
        answer = rename(group=home.washington_group, slug="pittsburgh", name="Washington")
        assert "Another city has this address" in answer.content.decode()
        leads(client, "/en/cities/pittsburgh/", "/en/cities/steel-city/")

    def test_names_alone_move_nothing(self, client, home, rename):
        rename(slug="pittsburgh")
        assert client.get("/en/cities/pittsburgh/").status_code == 200
        assert not Redirect.objects.exists()
        home.pittsburgh_group.refresh_from_db()
        assert home.pittsburgh_group.name == "Steel City Rights"

    def test_the_address_is_not_changed_on_the_citys_own_screen(self, client, cast, home):
        client.force_login(cast.admin)
        city = home.pittsburgh_group.city
        path = f"/admin/city/edit/{city.pk}/"
        sent = {"name": "X", "slug": "elsewhere", "state_code": "PA", "time_zone": city.time_zone}
        assert client.post(path, sent).status_code == 302
        city.refresh_from_db()
        assert (city.name, city.slug) == ("X", "pittsburgh")
