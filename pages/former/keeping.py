"""Keeps what was once public findable: redirects for moved pages, a line for deleted ones.

Wagtail itself keeps redirects for a page that moves and for live pages below it.
"""

from django.db import transaction
from django.db.models.signals import pre_delete
from django.dispatch import receiver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.signals import page_slug_changed, post_page_move

from campaigns.collect.publishable import was_taken_back

from ..models import GoneAddress, TestimonyStoryPage
from ..models.gone import WhyGone
from ..record import tail_of
from .standing import once_public


@receiver(pre_delete, sender=Page, dispatch_uid="pages-former-deleted")
def keep_deleted(instance, **kwargs):
    """The address of a page that readers knew, and every earlier one, answers 410 from now on."""
    if not once_public().filter(pk=instance.pk).exists():
        return
    here = (instance.locale.language_code, tail_of(instance))
    led_here = Redirect.objects.filter(redirect_page=instance.pk, automatically_created=True)
    earlier = {_parts(path) for path in led_here.values_list("old_path", flat=True)}
    why = _why(instance)
    GoneAddress.objects.bulk_create(
        [GoneAddress(language=code, tail=tail, why=why) for code, tail in {here, *earlier}],
        update_conflicts=True,
        unique_fields=["language", "tail"],
        update_fields=["why", "gone_on"],
    )
    _automatic_from([_old_path(*here)]).delete()


@receiver(page_slug_changed, dispatch_uid="pages-former-new-address")
def keep_renamed(instance, instance_before, **kwargs):
    _keep_unpublished_below(instance, instance_before.url_path)


@receiver(post_page_move, dispatch_uid="pages-former-moved")
def keep_moved(instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after:
        instance.url_path = url_path_after
        _keep_unpublished_below(instance, url_path_before)


def _keep_unpublished_below(page, url_path_before):
    """Pages that readers knew and that are down at the moment: their old addresses follow them."""
    below = page.get_descendants().filter(live=False, first_published_at__isnull=False)
    code = page.locale.language_code
    site = Site.objects.filter(is_default_site=True).first()
    redirects = []
    for found in below.filter(alias_of=None):
        found.url_path = url_path_before + found.url_path[len(page.url_path) :]
        redirects.append(
            Redirect(
                old_path=_old_path(code, tail_of(found)),
                site=site,
                redirect_page_id=found.pk,
                automatically_created=True,
            )
        )
    with transaction.atomic():
        _automatic_from([redirect.old_path for redirect in redirects]).delete()
        Redirect.objects.bulk_create(redirects, ignore_conflicts=True)


def _automatic_from(paths):
    return Redirect.objects.filter(old_path__in=paths, automatically_created=True)


def _why(page):
    story = TestimonyStoryPage.objects.filter(pk=page.pk)
    is_taken_back = was_taken_back(story.values("testimony"))
    return WhyGone.TAKEN_BACK if is_taken_back else WhyGone.TAKEN_DOWN


def _old_path(language, tail):
    return Redirect.normalise_path(f"/{language}/{tail}")


def _parts(old_path):
    """(language, tail) of an address as redirects keep it: ``/es/cities/pittsburgh``."""
    language, _slash, tail = old_path.strip("/").partition("/")
    return language, f"{tail}/" if tail else ""
