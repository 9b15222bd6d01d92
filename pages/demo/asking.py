"""What the demo’s people have asked each other to translate."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.models import Page

from ..models import Original, TranslationRequest
from ..translating.measuring import measure_page
from ..translating.requesting import ask
from .files import FIRST_LANGUAGE

#: Not put into these languages, so that there is something to ask for: keys by language.
LEFT_OUT = {"es": {"event-eugene", "event-washington-dc"}}

REQUESTS = [
    # (slug, language, who asked, who was asked or nobody, days until it is due or none, facts)
    (
        "draw-us-a-map",
        "es",
        "admin",
        "translator-es",
        3,
        {"note": "We print the invitation on Monday."},
    ),
    (
        "reading-the-record",
        "es",
        "washington-editor",
        None,
        10,
        {"note": "Half of those who come speak Spanish at home."},
    ),
    (
        "bring-your-paper",
        "fr",
        "pittsburgh-editor",
        "pittsburgh-reviewer",
        12,
        {"note": "Please keep the names of the forms in English: the court uses no others."},
    ),
    (
        "still-let-it-run",
        "ar",
        "pittsburgh-editor",
        None,
        None,
        {"is_essentials_only": True, "note": "The Arabic radio hour wants to read it."},
    ),
]


def ask_for_translations():
    """Ask for what nobody asked for before; returns how many that were. Safe to repeat."""
    people = {user.username: user for user in get_user_model().objects.all()}
    asked = 0
    for slug, language, asker, person, days, facts in REQUESTS:
        original = _original(slug)
        if original is None or _was_asked(original, language) or asker not in people:
            continue
        due_on = timezone.localdate() + timedelta(days=days) if days else None
        ask(original, language, people[asker], person=people.get(person), due_on=due_on, **facts)
        asked += 1
    return asked


def _original(slug):
    page = Page.objects.filter(slug=slug, locale__language_code=FIRST_LANGUAGE).first()
    if page is None:
        return None
    known = Original.objects.filter(key=page.translation_key).select_related("page", "city")
    return known.first() or measure_page(page.translation_key)


def _was_asked(original, language):
    return TranslationRequest.objects.filter(original=original, language=language).exists()
