"""A language that is added later is inside the walls at once: no command is run."""

import pytest
from wagtail.models import Locale

from campaigns.places.models import Role
from pages.models import TranslationRequest
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory

from .addresses import body

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


@pytest.fixture
def creole(home, settings):
    """A site that adds Haitian Creole: its front door, its cities, and a draft of Pittsburgh’s."""
    further = [*settings.LANGUAGES, ("ht", "Kreyòl ayisyen")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = further
    language = Locale.objects.create(language_code="ht")
    for page in (home.homes["en"], home.indexes["en"], home.washington["en"]):
        page.copy_for_translation(language)
    profile = home.pittsburgh["en"].copy_for_translation(language)
    draft = FindingPageFactory(parent=profile, title="Zanmi draft", live=False)
    return {"profile": profile, "draft": draft, "language": language}


class NewLanguageTests:
    def edit(self, client, user, page):
        client.force_login(user)
        return client.get(f"/admin/pages/{page.pk}/edit/").status_code

    def test_the_city_s_editor_works_in_it(self, client, cast, creole):
        assert self.edit(client, cast.pittsburgh_editor, creole["profile"]) == 200
        assert self.edit(client, cast.pittsburgh_editor, creole["draft"]) == 200

    def test_another_city_s_editor_meets_nothing_of_it(self, client, cast, creole):
        assert self.edit(client, cast.washington_editor, creole["draft"]) == 404
        for address in ("/admin/pages/?q=Zanmi&search_all=1", "/admin/choose-page/search/?q=Zanmi"):
            assert "Zanmi draft" not in body(client.get(address))

    def test_a_translator_of_another_language_stays_outside(self, client, cast, creole):
        assert self.edit(client, cast.translator_es, creole["draft"]) == 404

    def test_its_translator_works_in_it_and_in_no_other(self, client, home, creole):
        person = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="ht"
        ).user

        assert self.edit(client, person, creole["draft"]) == 200
        assert self.edit(client, person, home.pittsburgh["fr"]) == 404

    def test_a_page_is_turned_into_it_by_its_own_city_alone(self, client, cast, home, creole):
        finding = FindingPageFactory(parent=home.pittsburgh["en"])
        address = f"/admin/translating/{finding.pk}/"
        asked = {"languages": ["ht"], "made": "people"}

        client.force_login(cast.washington_editor)
        client.post(address, asked)
        assert not TranslationRequest.objects.exists()
        client.force_login(cast.pittsburgh_editor)
        client.post(address, asked)

        assert TranslationRequest.objects.get().language == "ht"
