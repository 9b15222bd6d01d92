"""Faults 4 and 5: with the package alone, a translation goes its own way."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page

from tests.factories.pages import FindingPageFactory, publish
from tests.factories.pages import translate as translated

from .plain import plain_page, plain_translation, published


class EmbargoTests:
    """Fault 4: an original that is held back longer leaves its translation at the first day."""

    def test_the_package_leaves_the_translation_at_the_first_day(self, home):
        tomorrow = timezone.now() + timedelta(days=1)
        page = plain_page(live=False, go_live_at=tomorrow)
        spanish = published(plain_translation(page))

        page.go_live_at = tomorrow + timedelta(days=7)
        page.save_revision().publish()

        waiting = spanish.revisions.get(approved_go_live_at__isnull=False)
        assert waiting.approved_go_live_at < page.go_live_at

    def test_ours_moves_along(self, home):
        tomorrow = timezone.now() + timedelta(days=1)
        finding = FindingPageFactory(parent=home.pittsburgh["en"], live=False, go_live_at=tomorrow)
        spanish = translated(finding, "es", live=False)
        publish(finding)
        publish(spanish)

        finding.go_live_at = tomorrow + timedelta(days=7)
        publish(finding)

        waiting = spanish.revisions.get(approved_go_live_at__isnull=False)
        assert waiting.approved_go_live_at == finding.go_live_at


class TakingDownTests:
    """Fault 5: taking down, deleting and moving the original leave its translations where they are."""

    def test_the_package_leaves_the_translation_up(self, home):
        page = plain_page()
        spanish = published(plain_translation(page))

        page.unpublish()
        spanish.refresh_from_db()
        assert spanish.live

        page.delete()
        spanish.refresh_from_db()
        assert spanish.live

    def test_the_package_leaves_it_at_its_place(self, home):
        page, elsewhere = plain_page(), plain_page(slug="elsewhere", title="Elsewhere")
        spanish = published(plain_translation(page))
        published(plain_translation(elsewhere))
        before = spanish.url_path

        page.move(elsewhere, pos="last-child")

        assert Page.objects.get(pk=spanish.pk).url_path == before

    def test_ours_comes_down_and_moves_along(self, client, home):
        finding = FindingPageFactory(parent=home.pittsburgh["en"], slug="alone")
        spanish = translated(finding, "es")
        assert client.get("/es/cities/pittsburgh/alone/").status_code == 200

        finding.move(home.washington["en"], pos="last-child")
        spanish.refresh_from_db()
        assert spanish.get_parent().pk == home.washington["es"].pk

        finding = type(finding).objects.get(pk=finding.pk)
        finding.unpublish()
        spanish.refresh_from_db()
        assert not spanish.live
