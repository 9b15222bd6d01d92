"""What waits for a translator, and what it costs to find out."""

from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail_localize.models import (
    TranslationSource,
)

from pages.translating.asking import begin_translation
from tests.factories.pages import FindingPageFactory

from .work import locale, reword


class DeskTests:
    """Where a translator, who cannot open the English tree, finds what to do."""

    def desk(self, client, user, **query):
        client.force_login(user)
        return client.get(reverse("pages_to_translate"), query).content.decode()

    def test_a_translator_finds_what_their_language_lacks(self, client, cast, finding):
        page = self.desk(client, cast.translator_es)

        ask = reverse("ask_for_translation", args=[finding.pk])
        assert f"{ask}?select_locale=es" in page
        assert f"{ask}?select_locale=fr" not in page

    def test_nobody_is_offered_the_pages_of_another_city(self, client, cast, finding):
        assert "Tenants face judges" not in self.desk(client, cast.washington_editor)

    def test_a_draft_is_offered_to_go_on_with(self, client, cast, draft):
        page = self.desk(client, cast.translator_es, language="es")

        assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in page

    def test_an_older_translation_comes_back(self, client, cast, finding, spanish):
        address = reverse("wagtailadmin_pages:edit", args=[spanish.pk])
        assert address not in self.desk(client, cast.translator_es)

        reword(finding, "Nine in ten have", "Nearly all have")

        assert address in self.desk(client, cast.translator_es)

    def test_queries_do_not_grow_with_pages(
        self, client, cast, home, finding, django_assert_max_num_queries
    ):
        from pages.translating.desk import work_for

        for _number in range(5):
            FindingPageFactory(parent=home.pittsburgh["en"], revised=False)

        with django_assert_max_num_queries(10):
            assert len(list(work_for(cast.translator_es))) == 6


class EffortTests:
    def test_thirty_paragraphs_into_five_languages_are_asked_for_at_once(
        self, home, django_assert_max_num_queries
    ):
        body = [("paragraph", {"words": f"<p>Paragraph number {n}.</p>"}) for n in range(30)]
        page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
        languages = [locale(code) for code in ("es", "fr", "ar", "ru", "zh-hans")]

        with django_assert_max_num_queries(2000):  # two seconds on an idle machine
            for language in languages:
                begin_translation(page, language)

    def test_the_source_is_read_once(self, finding):
        begin_translation(finding, locale("es"))
        begin_translation(finding, locale("fr"))

        assert TranslationSource.objects.filter(object_id=finding.translation_key).count() == 1


def test_rights_are_wagtails_own(cast, home):
    """A translator holds the permission to change Spanish pages, and none to publish any."""
    groups = cast.translator_es.groups.all()
    rights = GroupPagePermission.objects.filter(group__in=groups)
    assert {right.permission.codename for right in rights} == {"change_page"}
