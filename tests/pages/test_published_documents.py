"""A document is public exactly as long as a page that shows it is."""

import pytest
from wagtail.models import PageViewRestriction

from tests.factories.library import DocumentFactory
from tests.factories.pages import ResourcePageFactory, TestimonyStoryPageFactory


@pytest.fixture
def document(db):
    return DocumentFactory(title="Minutes")


def shown_on(document, parent, factory=ResourcePageFactory, **facts):
    rich = f'<p><a linktype="document" id="{document.pk}">Minutes</a></p>'
    return factory(parent=parent, body=[("paragraph", {"words": rich})], **facts)


class PublishedDocumentTests:
    def test_a_visible_page_opens_it(self, document, home, client):
        assert client.get(document.url).status_code == 404

        shown_on(document, home.homes["en"])

        assert client.get(document.url).status_code == 200

    def test_a_document_in_a_list_of_documents_counts(self, document, home, client):
        block = {"title": "Minutes", "file": document}
        ResourcePageFactory(parent=home.homes["en"], documents=[("document", block)])

        assert client.get(document.url).status_code == 200

    def test_a_draft_does_not_open_it(self, document, home, client):
        page = ResourcePageFactory(parent=home.homes["en"])
        page.body = [("paragraph", {"words": f'<a linktype="document" id="{document.pk}">M</a>'})]
        page.save_revision()
        shown_on(document, home.homes["en"], live=False)

        assert client.get(document.url).status_code == 404

    def test_unpublishing_closes_it(self, document, home, client):
        page = shown_on(document, home.homes["en"])

        page.unpublish()

        assert client.get(document.url).status_code == 404

    def test_a_password_on_the_page_closes_it(self, document, home, client):
        page = shown_on(document, home.homes["en"])

        PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")

        assert client.get(document.url).status_code == 404

    def test_withdrawn_consent_closes_it(self, document, home, client):
        story = shown_on(document, home.pittsburgh["en"], TestimonyStoryPageFactory)
        assert client.get(document.url).status_code == 200

        story.testimony.consent.withdraw()

        assert client.get(document.url).status_code == 404

    def test_one_visible_page_is_enough(self, document, home, client):
        shown_on(document, home.homes["en"]).unpublish()
        shown_on(document, home.homes["es"])

        assert client.get(document.url).status_code == 200
