"""Fault 6: one comma in the original, and readers of its translation get the original."""

from django.test import TestCase
from wagtail_localize.models import StringTranslation
from wagtail_localize.views.update_translations import UpdateTranslationsView

from pages.models.made import EARLIER

from ..test_what_the_package_alone_allows import ask_package
from ..work import publish_in_editor, reword, translation_of
from .plain import plain_page, plain_translation, published


def sync(user, page):
    """The button “Sync translated pages” of the package, with its tick “Publish immediately”."""
    source = translation_of(page).source_id
    with TestCase.captureOnCommitCallbacks(execute=True):
        data = {"publish_translations": "on"}
        ask_package(UpdateTranslationsView, user, data, translation_source_id=source)


class CommaTests:
    def test_the_package_puts_english_on_the_spanish_page(self, cast, home):
        page = plain_page(body=[("paragraph", "<p>Nine in ten have no lawyer.</p>")])
        spanish = published(plain_translation(page))
        assert "ES Nine in ten" in str(spanish.body)

        page.body = [("paragraph", "<p>Nine in ten, or more, have no lawyer.</p>")]
        page.save_revision().publish()
        sync(cast.admin, page)

        spanish.refresh_from_db()
        assert spanish.live
        assert "<p>Nine in ten, or more, have no lawyer.</p>" in str(spanish.body)
        assert not StringTranslation.objects.filter(data__contains="or more").exists()

    def test_ours_stays_spanish_and_is_marked(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nine in ten, or more, have")
        publish_in_editor(client, cast.pittsburgh_editor, spanish)

        shown = client.get("/es/cities/pittsburgh/alone/").content.decode()
        assert "ES Nine in ten have no lawyer." in shown
        assert ">Nine in ten, or more" not in shown
        kept = StringTranslation.objects.get(translation_type=EARLIER)
        assert kept.translation_of.data == "Nine in ten, or more, have no lawyer."
