"""The screens around a translation, and what it costs to ask for one."""

import re

from django.urls import reverse
from wagtail.models import GroupPagePermission
from wagtail_localize.models import (
    TranslationSource,
)

from pages.translating.asking import begin_translation
from tests.factories.pages import FindingPageFactory

from .work import locale


class ScreenTests:
    """Each has a heading, and no way back to what the person may not open."""

    def heading(self, answer):
        return re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", answer.content.decode(), re.DOTALL)

    def test_asking_for_a_translation(self, client, cast, finding):
        client.force_login(cast.translator_es)

        answer = client.get(reverse("ask_for_translation", args=[finding.pk]))

        assert self.heading(answer) == [f"Translate this page: {finding.title}"]
        assert answer.context["back"] == reverse("translation_desk")

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
