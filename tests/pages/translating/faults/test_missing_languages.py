"""Faults 7, 8 and 21: what stands for a language that a page lacks."""

from wagtail.models import Page

from pages.translating.asking import begin_translation
from tests.factories.pages import FindingPageFactory

from ..work import locale
from .plain import plain_page, plain_translation, published


class MissingParentTests:
    """Faults 7 and 21: the package puts an alias, English under a Spanish address, above it."""

    def test_the_package_makes_an_alias_of_the_missing_parent(self, home):
        parent = plain_page()
        child = plain_page(parent=parent, slug="child")

        published(plain_translation(child))

        alias = parent.get_translation(locale("es"))
        assert alias.alias_of_id == parent.pk
        assert (alias.live, alias.title) == (True, "Plain")

    def test_spanish_first_is_no_better(self, home):
        parent = plain_page(language="es", title="Primero")
        child = plain_page(parent=parent, language="es", slug="hija")

        published(plain_translation(child, "en"))

        assert parent.get_translation(locale("en")).alias_of_id == parent.pk

    def test_ours_is_a_draft_of_its_own_whichever_language_came_first(self, home, cast):
        for written in ("en", "es"):
            finding = FindingPageFactory(parent=home.pittsburgh[written], slug=f"from-{written}")
            for page in home.pittsburgh["en"].get_translations().filter(locale=locale("ru")):
                page.delete()

            above, draft = begin_translation(finding, locale("ru"), cast.admin)

            assert above.alias_of_id is None
            assert (above.live, draft.live) == (False, False)
            assert draft.written_in == written


class NamedLanguagesTests:
    """Fault 8: search engines are told of a Spanish page where an English one answers."""

    def test_with_the_package_an_alias_is_named_as_the_spanish_page(self, home):
        parent = plain_page()
        published(plain_translation(plain_page(parent=parent, slug="child")))
        alias = parent.get_translation(locale("es"))

        assert alias in parent.get_translations().live()

    def test_ours_names_what_is_really_in_a_language(self, client, home):
        finding = FindingPageFactory(parent=home.pittsburgh["en"], slug="lawyers")
        alias = finding.copy_for_translation(locale("es"), alias=True)
        Page.objects.filter(pk=alias.pk).update(live=True)

        page = client.get("/en/cities/pittsburgh/lawyers/").content.decode()

        assert 'hreflang="es"' not in page
        assert "/es/cities/pittsburgh/lawyers/" not in client.get("/sitemap.xml").content.decode()
        assert client.get("/es/cities/pittsburgh/lawyers/").status_code == 404
