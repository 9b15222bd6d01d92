"""Whatever has a language of its own can be found on the translation desk."""

from django.apps import apps
from wagtail.models import Page, TranslatableMixin
from wagtail.snippets.models import get_snippet_models

from pages.models import BasePage
from pages.translating.sheets.opening import OPENERS


def without_a_sheet(models):
    """Models with a language that no translator would ever be shown.

    Make it a BasePage, or better: keep the thing the same in every language with its words in
    rows of their own, as treaties do, and say in OPENERS how their sheet is opened.
    """
    return {
        model
        for model in models
        if issubclass(model, TranslatableMixin)
        and not issubclass(model, BasePage)
        and model is not Page
        and model._meta.model_name not in OPENERS
    }


def test_nothing_with_a_language_is_left_out_of_the_desk():
    ours = [model for model in apps.get_models() if model.__module__.startswith(("pages", "camp"))]

    assert without_a_sheet([*ours, *get_snippet_models()]) == set()


def test_the_rule_sees_a_model_that_was_forgotten():
    class Meta:
        abstract = True

    words = {"__module__": __name__, "Meta": Meta}
    forgotten = type("Forgotten", (TranslatableMixin,), words)

    assert without_a_sheet([forgotten]) == {forgotten}


def test_choosers_mix_no_languages():
    """A snippet per language stands in every list beside its translations."""
    assert not [model for model in get_snippet_models() if issubclass(model, TranslatableMixin)]
