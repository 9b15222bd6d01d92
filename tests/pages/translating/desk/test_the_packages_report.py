"""The overview that the translation package brings, beside ours."""

import pytest
from django.urls import reverse
from wagtail_localize.views.report import TranslationsReportView

from tests.factories.pages import FindingPageFactory

from ..test_what_the_package_alone_allows import ask_package
from .seen import ask_desk, original_of, seen

pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::django.core.paginator.UnorderedObjectListWarning"
)


@pytest.fixture
def never_asked(home):
    page = FindingPageFactory(parent=home.pittsburgh["en"], title="Nobody ever asked for this")
    original_of(page)
    return page


def test_the_package_is_silent_about_what_nobody_asked_for(client, cast, never_asked, draft):
    told = ask_package(TranslationsReportView, cast.pittsburgh_editor).content.decode()
    assert draft.title in told
    assert never_asked.title not in told

    cell = seen(client, cast.pittsburgh_editor)[never_asked.title]["ar"]

    assert cell.stage == "missing"
    assert cell.address


def test_the_package_shows_every_city_to_everybody(client, cast, finding, draft):
    original_of(finding)
    told = ask_package(TranslationsReportView, cast.washington_editor).content.decode()
    assert finding.title in told

    assert finding.title not in ask_desk(client, cast.washington_editor).content.decode()
    report = client.get(reverse("wagtail_localize:translations_report")).content.decode()
    assert finding.title not in report
