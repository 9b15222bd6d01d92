"""A finding, its draft in Spanish, and its Spanish."""

import pytest
from wagtail.models import Locale

from pages.models import Original
from pages.translating.asking import begin_translation
from pages.translating.measuring_words import measure_pictures
from tests.factories.library import ImageFactory
from tests.factories.pages import FindingPageFactory
from uprcities.library.models import ImageText

from .work import locale, publish_in_editor, translation_of, turn


@pytest.fixture
def finding(home):
    return FindingPageFactory(
        parent=home.pittsburgh["en"],
        slug="alone",
        title="Tenants face judges alone",
        body=[
            (
                "paragraph",
                {"words": "<p>Nine in ten have no lawyer.</p><p>Hearings are short.</p>"},
            ),
            ("figure", {"value": "42", "label": "evictions", "source": "County court"}),
        ],
    )


@pytest.fixture
def draft(finding, cast):
    """The finding asked for in Spanish: a draft with every sentence still in English."""
    return begin_translation(finding, locale("es"), cast.pittsburgh_editor)[-1]


@pytest.fixture
def spanish(draft, client, cast):
    """The finding, wholly translated and published through the translation editor."""
    turn(translation_of(draft))
    publish_in_editor(client, cast.pittsburgh_editor, draft)
    draft.refresh_from_db()
    assert draft.live
    return draft


@pytest.fixture
def creole(home, settings):
    """A seventh language, so that there are six beside English; its code."""
    further = [*settings.LANGUAGES, ("ht", "Kreyòl ayisyen")]
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = further
    language = Locale.objects.create(language_code="ht")
    for page in (home.homes["en"], home.indexes["en"], home.pittsburgh["en"]):
        page.copy_for_translation(language)
    return "ht"


@pytest.fixture
def picture_with_words(home):
    """A picture of Pittsburgh that says something in English, and its line on the desk."""
    image = ImageFactory(collection=home.pittsburgh_group.collection)
    ImageText.objects.create(image=image, language="en", alt="A courtroom")
    measure_pictures([image.pk])
    return image, Original.objects.get(key=f"picture-{image.pk}")
