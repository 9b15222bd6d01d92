"""A translation that goes on in one form: its editor is told what became of the original."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from campaigns.places.rights import may_explore

from ..models import BasePage


def say_what_changed(request, page):
    """Above the form: that the original was reworded since, with a way to see how."""
    if not isinstance(page, BasePage) or page.is_original:
        return
    original = page.find_original()
    if original is None or not _is_behind(page, original):
        return
    words = _(
        "The original was changed after this was translated. Mend what is not right any more. Once"
        " your page is approved again, it counts as up to date, also when nothing had to be mended."
    )
    messages.warning(request, words, buttons=_then_and_now(request.user, page, original))


def _is_behind(page, original):
    changed, followed = original.words_changed_at, page.follows_words_of
    return bool(changed and original.live and (followed is None or followed < changed))


def _then_and_now(user, page, original):
    """A comparison of the original, for those who may open its versions."""
    if page.follows_words_of is None or not may_explore(user, original):
        return []
    later = original.revisions.filter(created_at__gte=page.follows_words_of)
    then = later.order_by("created_at", "pk").first()
    if then is None or then.pk == original.live_revision_id:
        return []
    address = reverse("wagtailadmin_pages:revisions_compare", args=[original.pk, then.pk, "live"])
    return [messages.button(address, _("The original then and now"))]
