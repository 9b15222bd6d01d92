"""Whatever lists, searches, filters or chooses holds nothing of Washington’s but what readers see."""

import pytest

from tests.factories.pages import FindingPageFactory

from .addresses import CANARY, body

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

QUERIES = [
    "/admin/",
    "/admin/pages/",
    "/admin/pages/?q=quokka&search_all=1",
    "/admin/pages/search/?q=quokka",
    "/admin/pages/search/results/?q=quokka",
    "/admin/pages/usage/pages/findingpage/",
    "/admin/pages/usage/pages/findingpage/?q=quokka",
    "/admin/pages/create/pages/findingpage",
    "/admin/choose-page/",
    "/admin/choose-page/?page_type=pages.findingpage",
    "/admin/choose-page/?page_type=pages.testimonystorypage",
    "/admin/choose-page/{profile}/",
    "/admin/choose-page/{profile}/?user_perms=copy_to",
    "/admin/choose-page/search/?q=quokka",
    "/admin/choose-page/search/?q=Seen",
    "/admin/choose-page/search/?q=Seen&page_type=pages.findingpage&user_perms=move_to",
    "/admin/choose-page/chosen-multiple/?id={page}",
    "/admin/choose-page/chosen-multiple/?id={renamed}",
    "/admin/choose-page/chosen-multiple/?id={own_page}&id={page}",
    "/admin/bulk/wagtailcore/page/delete/?id={page}",
    "/admin/bulk/wagtailcore/page/move/?id={page}",
    "/admin/bulk/wagtailcore/page/publish/?id=all&childOf={profile}",
    "/admin/bulk/wagtailcore/page/unpublish/?id=all",
    "/admin/bulk/library/image/delete/?id={image}",
    "/admin/bulk/library/image/add_tags/?id=all",
    "/admin/bulk/library/image/add_to_collection/?id=all",
    "/admin/bulk/library/document/delete/?id=all",
    "/admin/bulk/library/document/add_tags/?id={document}",
    "/admin/bulk/accounts/user/delete/?id={user}",
    "/admin/bulk/accounts/user/delete/?id=all",
    "/admin/tag-autocomplete/?term=Zan",
    "/admin/tag-autocomplete/taggit/tag/?term=Zan",
    "/admin/images/",
    "/admin/images/?q=quokka",
    "/admin/images/?tag=zanzibarine-tag",
    "/admin/images/?collection_id={collection}",
    "/admin/images/results/?q=quokka",
    "/admin/images/add/",
    "/admin/images/chooser/",
    "/admin/images/chooser/?q=quokka",
    "/admin/images/chooser/results/?q=quokka&collection_id={collection}",
    "/admin/images/chooser/chosen-multiple/?id={image}",
    "/admin/documents/",
    "/admin/documents/?q=quokka",
    "/admin/documents/chooser/?q=quokka",
    "/admin/documents/chooser/chosen-multiple/?id={document}",
    "/admin/api/main/pages/",
    "/admin/api/main/pages/?search=quokka",
    "/admin/api/main/pages/?child_of={profile}",
    "/admin/api/main/pages/?descendant_of={profile}",
    "/admin/api/main/pages/?translation_of={page}",
    "/admin/api/main/pages/find/?id={page}",
    "/admin/api/main/images/?search=quokka",
    "/admin/api/main/documents/?search=quokka",
    "/admin/reports/site-history/",
    "/admin/reports/aging-pages/",
    "/admin/reports/workflow/",
    "/admin/reports/page-types-usage/",
    "/admin/localize/reports/translations/",
    "/admin/testimony/?q=quokka",
    "/admin/users/?q=quokka",
    "/admin/pages/add/pages/testimonystorypage/{own_page}/",
    "/admin/pages/add/pages/findingpage/{own_page}/",
    "/admin/pages/{own_page}/edit/",
    "/admin/pages/{own_page}/move/{page}/confirm/",
    "/admin/pages/{own_finding}/move/{page}/confirm/",
    "/admin/pages/{own_finding}/copy/",
]


class ListsAndChoosersTests:
    @pytest.mark.parametrize("who", ["pittsburgh_editor", "translator_es"])
    def test_nothing_that_lists_names_what_is_washingtons(self, client, cast, theirs, who):
        if who == "translator_es":  # works for the whole alliance, in Spanish only
            cast.washington_editor.first_name = ""
            cast.washington_editor.save()
        client.force_login(getattr(cast, who))
        leaks = []

        for query in QUERIES:
            answer = client.get(query.format(**theirs))
            if CANARY in body(answer):
                leaks.append(query)
            if answer.status_code >= 500:
                leaks.append(f"{query}: {answer.status_code}")

        assert leaks == []

    def test_without_the_guard_wagtail_tells(self, client, cast, theirs, settings):
        """A control: the questions above do find what Wagtail shows when nobody stands guard."""
        guard = "pages.isolation.guard.AdminGuard"
        settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != guard]
        client.raise_request_exception = False
        client.force_login(cast.pittsburgh_editor)
        told = [query for query in QUERIES if CANARY in body(client.get(query.format(**theirs)))]

        assert {
            "/admin/choose-page/{profile}/",
            "/admin/choose-page/chosen-multiple/?id={page}",
            "/admin/bulk/wagtailcore/page/delete/?id={page}",
            "/admin/tag-autocomplete/?term=Zan",
            "/admin/images/",
            "/admin/images/chooser/",
            "/admin/api/main/documents/?search=quokka",
        } <= set(told)

    def test_a_chooser_offers_what_readers_see_of_another_city(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)

        body_ = body(client.get("/admin/choose-page/search/?q=Seen"))

        assert "Seen by readers" in body_

    def test_a_typed_address_does_not_tell_the_title_of_the_draft(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)

        answer = client.post(
            "/admin/choose-external-link/",
            {
                "external-link-chooser-url": "http://testserver/en/cities/washington/seen/",
                "external-link-chooser-link_text": "",
            },
        )

        assert answer.status_code == 200
        assert CANARY not in body(answer)

    def test_filters_name_colleagues_only(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)

        assert f"{CANARY} person" not in body(client.get("/admin/pages/"))

    def test_menus_lead_to_open_doors(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)
        props = body(client.get("/admin/"))

        for closed in ("/admin/reports/site-history/", "/admin/users/", "/admin/redirects/"):
            assert closed not in props
        for open_ in ("/admin/images/", "/admin/documents/", "/admin/testimony/"):
            assert open_ in props

    def test_what_was_edited_is_forgotten_with_the_right(self, client, cast, theirs, home):
        page = FindingPageFactory(parent=home.washington["en"], title=f"{CANARY} once mine")
        page.save_revision(user=cast.pittsburgh_editor, log_action=True)
        client.force_login(cast.pittsburgh_editor)

        assert CANARY not in body(client.get("/admin/"))

    def test_what_all_the_others_have_is_not_counted(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)

        assert "w-summary" not in body(client.get("/admin/"))

    @pytest.mark.parametrize("who", ["pittsburgh_editor", "admin"])
    def test_nobody_is_offered_to_open_a_page_to_groups(self, client, cast, home, who):
        client.force_login(getattr(cast, who))

        form = client.get(f"/admin/pages/{home.pittsburgh['en'].pk}/privacy/").json()["html"]

        assert 'value="password"' in form
        assert 'value="groups"' not in form

    def test_the_form_for_privacy_does_not_name_the_roles_of_other_cities(self, client, cast, home):
        client.force_login(cast.pittsburgh_editor)

        form = client.get(f"/admin/pages/{home.pittsburgh['en'].pk}/privacy/").json()["html"]

        assert "role/" not in form
