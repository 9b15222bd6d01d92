"""A service that listens, a group that may use it, and a finding whose Spanish is missing."""

import pytest

from campaigns.places.models import LocalGroup
from pages.translating.measuring import measure_page
from pages.translating.sheets.opening import open_sheet

from .service import Service, start


@pytest.fixture
def service(settings):
    service = Service()
    server = start(service)
    settings.MACHINE_TRANSLATION = {"es": "libretranslate", "zh-hans": "deepl"}
    settings.LIBRETRANSLATE_URL = settings.DEEPL_URL = service.address
    settings.LIBRETRANSLATE_API_KEY = settings.DEEPL_AUTH_KEY = "a-secret-key:fx"
    yield service
    server.shutdown()
    server.server_close()


@pytest.fixture
def group(home):
    """Pittsburgh’s, with an allowance that is more than enough."""
    LocalGroup.objects.filter(city=home.pittsburgh["en"].place).update(
        machine_characters_a_month=10_000
    )
    return LocalGroup.objects.get(city=home.pittsburgh["en"].place)


@pytest.fixture
def original(finding, draft, group):
    return measure_page(finding.translation_key)


@pytest.fixture
def sheet(original):
    """The Spanish of the finding, with every sentence missing."""
    return open_sheet(original, "es")
