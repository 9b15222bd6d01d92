"""Fault 14: what is one thing more in each language stands in every list as often."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.views.generic.chooser import ChooseResultsView
from wagtail.models import TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from campaigns.treaties.forms import ControlledTagsField
from campaigns.treaties.models import Theme, ThemeLabel
from tests.factories.pages import FindingPageFactory, translate
from tests.plain.models import PlainNotice

from ..work import locale


def offered(rf, user):
    """What Wagtail’s chooser of notices lists before anybody filters."""
    request = rf.get("/")
    request.user = user
    view = ChooseResultsView.as_view(
        model=PlainNotice,
        chosen_url_name="wagtailimages_chooser:chosen",
        results_url_name="wagtailimages_chooser:choose_results",
    )
    return view(request).render().content.decode()


class PageChooserTests:
    @pytest.fixture
    def found(self, client, cast, home):
        """found(address) are the titles that a search finds in a chooser opened on that screen."""
        english = FindingPageFactory(parent=home.pittsburgh["en"], title="Radiators stay cold")
        translate(english, "es", title="Radiators en casa")
        client.force_login(cast.pittsburgh_editor)

        def search(screen):
            referer = {"HTTP_REFERER": f"http://testserver{screen}"} if screen else {}
            address = reverse("wagtailadmin_choose_page_search")
            answer = client.get(address, {"q": "Radiators"}, **referer).content.decode()
            return [t for t in ("Radiators stay cold", "Radiators en casa") if t in answer]

        return search

    def test_a_search_finds_pages_in_the_language_of_the_page_that_is_written(self, found, home):
        for language, title in (("en", "Radiators stay cold"), ("es", "Radiators en casa")):
            city = home.pittsburgh[language].pk
            add = reverse("wagtailadmin_pages:add", args=["pages", "findingpage", city])

            assert found(reverse("wagtailadmin_pages:edit", args=[city])) == [title]
            assert found(add) == [title]

    @pytest.mark.parametrize("screen", ["", "/nowhere/", "/admin/", "//["])
    def test_elsewhere_it_finds_all(self, found, screen):
        assert len(found(screen)) == 2


class ChooserTests:
    def test_one_notice_is_offered_once_for_each_language(self, rf, cast):
        notice = PlainNotice.objects.create(words="Hearing on Tuesday", locale=locale("en"))
        spanish = notice.copy_for_translation(locale("es"))
        spanish.words = "Audiencia el martes"
        spanish.save()

        shown = offered(rf, cast.admin)

        assert "Hearing on Tuesday" in shown
        assert "Audiencia el martes" in shown

    def test_ours_is_one_topic_in_the_language_of_whoever_looks(self, cast):
        topic = Theme.objects.create(name="of-water", slug="of-water")
        for language, words in (("en", "Clean water"), ("es", "Agua limpia")):
            ThemeLabel.objects.create(theme=topic, language=language, label=words)
        field = ControlledTagsField(tag_model=Theme, required=False)

        with override("es"):
            shown = field.widget.render("themes", [])

        assert (shown.count("Agua limpia"), shown.count("Clean water")) == (1, 0)

    def test_ours_has_nothing_else_to_choose_that_is_there_once_for_each_language(self):
        """Pages are, and Wagtail names the language of each in its chooser."""
        assert not [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
