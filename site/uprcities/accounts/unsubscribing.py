"""The link in each reminder that ends them, without signing in."""

from django.conf import settings
from django.core import signing
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from .models import User

SALT = "uprcities.accounts.reminders"


def address_to_end_reminders(user):
    """The full address that ends this person’s reminders; it opens nothing else, and never expires."""
    token = signing.dumps(user.pk, salt=SALT)
    return settings.SITE_URL + reverse("end_reminders", args=[token])


def language_of(user):
    """The language that somebody chose for the admin, or the site’s first."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


# A mail program posts here on its own (RFC 8058) and has no token but the one in the address.
@csrf_exempt
@require_http_methods(["GET", "POST"])
def end_reminders(request, token):
    """Asks first: programs that look into mail follow links, and must not end anything."""
    user = _owner_of(token)
    if request.method == "POST":
        User.objects.filter(pk=user.pk).update(wants_reminders=False)
    with translation.override(language_of(user)):
        return render(request, "account/end_reminders.html", {"is_ended": request.method == "POST"})


def _owner_of(token):
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        raise Http404 from None
    return get_object_or_404(User.objects.select_related("wagtail_userprofile"), pk=pk)
