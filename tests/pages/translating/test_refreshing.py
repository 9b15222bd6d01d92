"""A page type learns a new field: translators see it, and keep what they have done."""

from io import StringIO

from django.core.management import call_command
from wagtail_localize.models import StringSegment, TranslationSource

from pages.models.translated import sentences_left
from pages.translating.refreshing import refresh_sources

from .work import translation_of, turn


def forget_summary(page):
    """As if the page had been read before its type had a summary."""
    StringSegment.objects.filter(
        source__object_id=page.translation_key, context__path="summary"
    ).delete()


def refresh(**options):
    told = StringIO()
    call_command("refresh_translation_sources", stdout=told, **options)
    return told.getvalue()


class RefreshingTests:
    def test_the_package_alone_goes_on_without_the_new_field(self, finding, draft):
        forget_summary(finding)

        source, is_new = TranslationSource.update_or_create_from_instance(finding)

        assert not is_new
        assert not source.schema_out_of_date()
        assert not source.stringsegment_set.filter(context__path="summary").exists()

    def test_the_new_field_is_shown_and_nothing_done_is_lost(self, finding, draft):
        turn(translation_of(draft))
        forget_summary(finding)
        StringSegment.objects.filter(string__data="Hearings are short.").delete()

        assert "1 original read again" in refresh()

        assert sentences_left(translation_of(draft)) == (0, 0)
        summary = StringSegment.objects.filter(context__path="summary")
        assert summary.filter(source__object_id=finding.translation_key).exists()

    def test_what_is_up_to_date_is_left_alone(self, spanish):
        assert refresh_sources() == []
        assert "0 originals" in refresh()

    def test_a_dry_run_changes_nothing(self, finding, draft):
        forget_summary(finding)

        assert finding.title in refresh(dry_run=True)
        assert refresh_sources(dry_run=True) == [finding]
