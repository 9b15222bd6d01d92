"""Fault 23: the package takes what belongs to a page along one level deep, and not reliably."""

from django.apps import apps
from modelcluster.models import get_all_child_relations
from wagtail.models import Comment, Page, TranslatableMixin

from pages.models import BasePage


def our_page_types():
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


class NestingTests:
    """It cannot reach anybody here: nothing of a page has parts of its own, or words elsewhere."""

    def test_what_belongs_to_a_page_has_no_parts_of_its_own(self):
        for model in our_page_types():
            parts = {relation.related_model for relation in get_all_child_relations(model)}
            for part in parts - {Comment}:  # what editors say to each other
                assert not get_all_child_relations(part), part

    def test_no_page_points_at_something_that_the_package_would_have_to_translate_first(self):
        for model in our_page_types():
            for field in model._meta.get_fields():
                other = field.related_model if field.many_to_one or field.many_to_many else None
                is_words_elsewhere = isinstance(other, type) and issubclass(
                    other, TranslatableMixin
                )
                assert not is_words_elsewhere or issubclass(other, Page), field
