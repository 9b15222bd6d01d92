"""What nobody named can be told apart, and languages are chosen by their names."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.factories.library import DocumentFactory, ImageFactory
from uprcities.lib.language_choices import LanguageSelect, language_choices

pytestmark = pytest.mark.django_db


class TitleTests:
    @pytest.mark.parametrize(
        ("factory", "name"),
        [(DocumentFactory, "Untitled document"), (ImageFactory, "Untitled picture")],
    )
    def test_no_two_are_called_the_same(self, factory, name):
        titles = [factory(title=" ").title for _number in range(3)]

        assert titles == [name, f"{name} 2", f"{name} 3"]

    def test_the_first_keeps_its_name_when_it_is_saved_again(self):
        document = DocumentFactory(title="")
        document.title = ""
        document.save()

        assert document.title == "Untitled document"


class LanguageTests:
    def test_they_are_named_in_the_language_of_the_editor(self):
        with override("es"):
            names = dict(language_choices()[0][1])

        assert names["en"] == "Inglés"
        assert list(names)[:2] == ["en", "es"]

    def test_others_follow_by_name(self):
        names = [name for _code, name in language_choices()[1][1]]

        assert "Haitian Creole" in names
        assert names == sorted(names, key=str.casefold)

    def test_one_that_is_not_on_the_list_is_kept(self):
        shown = LanguageSelect().render("language", "mam")

        assert '<option value="mam" selected>' in shown

    def test_a_documents_form_offers_them(self, admin_client):
        document = DocumentFactory(language="ht")

        page = admin_client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()

        assert '<option value="ht" selected>Haitian Creole</option>' in page

    def test_a_storys_form_offers_them(self, client, cast, home):
        client.force_login(cast.pittsburgh_editor)
        parent = home.pittsburgh["en"].pk

        page = client.get(
            reverse("wagtailadmin_pages:add", args=["pages", "testimonystorypage", parent])
        ).content.decode()

        assert '<select name="words_language"' in page
        assert '<option value="en" selected>English</option>' in page
