"""The fields in a page's form: what is on the list goes through, nothing else does."""

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.admin.panels import ObjectList
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from campaigns.treaties.forms import ControlledTagsField
from campaigns.treaties.models import RightsTag, Theme
from campaigns.treaties.panels import TaggingPanel
from pages.models import FindingPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def fill_in():
    """fill_in(rights=[…]): the tagging part of a finding's form, sent by an editor."""
    panels = ObjectList([TaggingPanel()]).bind_to_model(FindingPage)
    form_class = panels.get_form_class()
    return lambda **data: form_class(data, instance=FindingPage(title="A finding"))


class ControlledTagsTests:
    def test_a_page_gets_the_tags_chosen_in_the_order_of_the_list(self, treaties, fill_in):
        form = fill_in(rights=["icescr-11", "icerd-5"], themes=["housing"])

        assert form.is_valid(), form.errors
        page = form.save(commit=False)
        assert [tag.code for tag in page.rights.all()] == ["ICERD 5", "ICESCR 11"]
        assert [theme.slug for theme in page.themes.all()] == ["housing"]

    def test_a_made_up_tag_is_refused_and_not_made(self, treaties, fill_in):
        form = fill_in(rights=["icescr-11", "right-to-ice-cream"])

        assert not form.is_valid()
        assert "“right-to-ice-cream” is not on the list" in form.errors["rights"][0]
        assert RightsTag.objects.count() == 336

    def test_a_made_up_theme_is_refused_too(self, treaties, fill_in):
        form = fill_in(themes=["ice-cream"])

        assert not form.is_valid()
        assert "themes" in form.errors
        assert Theme.objects.count() == 20

    def test_no_tag_at_all_is_fine(self, treaties, fill_in):
        assert fill_in().is_valid()

    def test_typed_text_of_wagtails_own_tag_field_is_not_understood(self, treaties):
        field = ControlledTagsField(tag_model=RightsTag, required=False)

        assert field.clean(None) == []
        with pytest.raises(Exception, match="Enter a list of values"):
            field.clean("ICESCR 11, something new")

    def test_the_form_shows_the_chosen_right_with_its_status_in_the_editors_language(
        self, treaties
    ):
        field = ControlledTagsField(tag_model=RightsTag, required=False)
        value = field.prepare_value([RightsTag.objects.get(slug="icescr-11")])

        with override("es"):
            html = field.widget.render("rights", value, {"id": "id_rights"})

        assert '<option value="icescr-11" selected>' in html
        assert "Nivel de vida adecuado" in html
        assert 'role="combobox"' in html
        assert "<script" not in html
        assert "style=" not in html

    def test_the_themes_are_ticked_by_name(self, treaties):
        field = ControlledTagsField(tag_model=Theme, required=False)
        html = field.widget.render("themes", ["housing"], {"id": "id_themes"})

        assert html.count('type="checkbox"') == 20
        assert html.count("checked") == 1

    def test_pictures_keep_their_free_tags(self):
        field = get_image_form(get_image_model()).base_fields["tags"]
        assert not isinstance(field, ControlledTagsField)


class FindTests:
    def find(self, client, **query):
        return client.get(reverse("treaties_find_rights"), query)

    def test_an_editor_finds_a_right_with_its_words_and_its_status(self, treaties, client, cast):
        client.force_login(cast.pittsburgh_editor)

        answer = self.find(client, q="cescr 11").json()

        assert answer["rights"][0] == {
            "slug": "icescr-11",
            "code": "ICESCR 11",
            "label": "Adequate standard of living: food, clothing, housing",
            "lang": "en",
            "status": "US signed, not ratified",
            "standing": "signed",
        }
        assert answer["said"]

    def test_ticked_themes_suggest_before_anything_is_typed(self, treaties, client, cast):
        client.force_login(cast.pittsburgh_editor)

        answer = self.find(client, theme=["housing"]).json()

        assert [right["code"] for right in answer["rights"]] == ["UDHR 25", "ICERD 5", "ICESCR 11"]

    def test_no_result_says_what_to_try(self, treaties, client, cast):
        client.force_login(cast.pittsburgh_editor)

        assert "Try an abbreviation" in self.find(client, q="zebra").json()["said"]

    @pytest.mark.parametrize("words", ['"', "\x00", "%", "a" * 5000, "第条", "٣"])
    def test_odd_input_is_only_not_found(self, treaties, client, cast, words):
        client.force_login(cast.pittsburgh_editor)

        assert self.find(client, q=words).status_code == 200

    def test_strangers_are_sent_to_sign_in(self, treaties, client):
        assert self.find(client, q="cerd").status_code == 302
