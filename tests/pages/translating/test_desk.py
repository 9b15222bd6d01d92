"""What waits for a translator, and what it costs to find out."""

import re

from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail_localize.models import (
    TranslationSource,
)

from campaigns.places.models import Role
from pages.translating.asking import begin_translation
from pages.translating.desk import work_for
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory

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
        for _number in range(5):
            FindingPageFactory(parent=home.pittsburgh["en"], revised=False)

        with django_assert_max_num_queries(10):
            assert len(list(work_for(cast.translator_es))) == 6

    def test_queries_do_not_grow_with_cities(self, cast, home, django_assert_max_num_queries):
        for group in (home.pittsburgh_group, home.washington_group):
            MembershipFactory(user=cast.translator_es, local_group=group, role=Role.TRANSLATOR)
        for city in (home.pittsburgh, home.washington):
            FindingPageFactory(parent=city["en"], revised=False)

        with django_assert_max_num_queries(3):
            assert list(work_for(cast.translator_es))


class ScreenTests:
    """Each has a heading, and no way back to what the person may not open."""

    def heading(self, answer):
        return re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", answer.content.decode(), re.DOTALL)

    def test_what_waits(self, client, cast, home):
        client.force_login(cast.translator_es)

        assert self.heading(client.get(reverse("pages_to_translate"))) == ["To translate"]

    def test_asking_for_a_translation(self, client, cast, finding):
        client.force_login(cast.translator_es)

        answer = client.get(reverse("ask_for_translation", args=[finding.pk]))

        assert self.heading(answer) == [f"Translate this page: {finding.title}"]
        assert answer.context["back"] == reverse("pages_to_translate")

    def test_saying_how_it_was_made(self, client, cast, spanish):
        client.force_login(cast.pittsburgh_editor)

        answer = client.get(reverse("say_how_it_was_made", args=[spanish.pk]))

        assert self.heading(answer) == ["How was it translated?"]
        assert spanish.title in answer.content.decode()


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
