"""Keeps the template what it is: never public, and with its translators up to date."""

from django.dispatch import receiver
from django.shortcuts import redirect
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.signals import post_page_move

from ..models import BasePage
from ..translating.carrying import follow_new_words


@receiver(post_page_move, dispatch_uid="pages-moved-into-template")
def take_down_what_came_here(instance, **kwargs):
    """What readers saw is not readable below the template, by whichever way it came there."""
    if _is_template(instance):
        below = instance.get_descendants(inclusive=True).filter(live=True)
        for page in below.specific():
            page.unpublish()


def give_new_words_to_translators(request, page):
    """After the template was saved: it is never published, which is when other pages do this."""
    if _is_template(page) and page.specific.is_original:
        follow_new_words(page.specific)


def refuse_to_publish_many(request, action_type, objects, action):
    """Before publishing several pages at once: none goes out when one is the template’s."""
    if action_type != "publish":
        return None
    for page in objects:
        if isinstance(page, Page) and _is_template(page):
            messages.error(request, page.specific.why_not_yet())
            return redirect(action.next_url)
    return None


def _is_template(page):
    page = page.specific
    return isinstance(page, BasePage) and page.is_template
