"""What translators get of a page is what the package would give them, in few questions."""

import pytest
from wagtail_localize.models import OverridableSegment, StringSegment, TemplateSegment

from pages.translating import preparing
from pages.translating.asking import begin_translation
from pages.translating.extracting import read_source
from pages.translating.requesting import ask
from tests.factories.pages import FindingPageFactory

from .work import locale, original_of, reword


class ExtractingTests:
    def segments(self, page):
        source = {"source__object_id": page.translation_key}
        return (
            sorted(
                StringSegment.objects.filter(**source).values_list(
                    "order", "string__data", "attrs", "context__path", "context__field_path"
                )
            ),
            sorted(
                TemplateSegment.objects.filter(**source).values_list(
                    "order", "template__template", "context__path", "context__field_path"
                )
            ),
            sorted(
                OverridableSegment.objects.filter(**source).values_list(
                    "order", "data_json", "context__path", "context__field_path"
                )
            ),
        )

    @pytest.fixture
    def linked(self, home):
        words = '<p>See <a href="https://un.org">the UN</a> and <b>ask</b>.</p><p>Twice.</p>'
        body = [
            ("paragraph", {"words": words}),
            ("paragraph", {"words": "<p>Twice.</p>"}),
            ("figure", {"value": "42", "label": "evictions", "source": "County court"}),
        ]
        return FindingPageFactory(parent=home.pittsburgh["en"], body=body, live=False)

    def test_it_reads_what_the_package_reads(self, linked):
        source = read_source(linked)
        ours = self.segments(linked)
        assert len(ours[0]) > 6
        assert ours[2]

        for segment in (StringSegment, TemplateSegment, OverridableSegment):
            segment.objects.filter(source=source).delete()
        source.refresh_segments()

        assert self.segments(linked) == ours

    def test_what_is_said_no_more_is_gone(self, linked):
        read_source(linked)
        linked.body = [("paragraph", {"words": "<p>Only this.</p>"})]
        linked.save()

        read_source(linked)

        said = [row[1] for row in self.segments(linked)[0]]
        assert "Only this." in said
        assert "evictions" not in said

    def test_thirty_paragraphs_are_read_in_few_questions(self, home, django_assert_max_num_queries):
        body = [("paragraph", {"words": f"<p>Paragraph number {n}.</p>"}) for n in range(30)]
        page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)

        with django_assert_max_num_queries(40):
            read_source(page)
        with django_assert_max_num_queries(6):
            read_source(page)

    def test_a_reworded_original_is_followed(self, finding, cast):
        begin_translation(finding, locale("es"))
        reword(finding, "Nine in ten", "Eight in ten")
        request = ask(original_of(finding), "fr", cast.pittsburgh_editor)

        preparing.prepare(request.pk)

        assert "Eight in ten have no lawyer." in [row[1] for row in self.segments(finding)[0]]
