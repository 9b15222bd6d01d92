"""A picture of Pittsburgh with English words, and an article with words in six languages."""

import pytest
from django.core.management import call_command
from django.test import TestCase

from campaigns.treaties.models import TreatyArticle
from pages.models import Original
from pages.translating.measuring_words import measure_other_texts
from tests.factories.library import ImageFactory
from uprcities.library.models import ImageText


@pytest.fixture
def saved():
    """What is measured once a change is saved happens at the end of such a block."""
    return lambda: TestCase.captureOnCommitCallbacks(execute=True)


@pytest.fixture
def picture(home):
    image = ImageFactory(collection=home.pittsburgh_group.collection)
    ImageText.objects.create(
        image=image, language="en", alt="A courtroom & two tenants", caption="They waited an hour."
    )
    measure_other_texts()
    return image


@pytest.fixture
def treaties(db):
    call_command("load_treaties", verbosity=0)
    measure_other_texts()


@pytest.fixture
def article(treaties):
    return TreatyArticle.objects.get(treaty__slug="icescr", number="11")


@pytest.fixture
def line():
    """line(thing): its line on the translation desk, or None."""
    kinds = {"image": "picture", "treatyarticle": "article", "monitoringbody": "body"}

    def find(thing):
        name = thing._meta.model_name
        return Original.objects.filter(key=f"{kinds.get(name, name)}-{thing.pk}").first()

    return find
