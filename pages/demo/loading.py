"""Builds the demo site from its files: all of it, or nothing."""

from datetime import UTC, date, datetime, time

from django.conf import settings
from django.db import transaction
from wagtail.models import Locale, Page, Site

from campaigns.collect.models import Consent, Testimony
from campaigns.treaties.models import RightsTag, Theme

from .. import models as page_types
from ..approving.recording import record_approval
from ..models import HomePage, TranslationMade
from . import files
from .asking import LEFT_OUT
from .fields import Known, fill
from .people import make_places
from .pictures import make_pictures


def is_loaded():
    """Whether there is a site already; the demo never touches one."""
    return HomePage.objects.exists()


@transaction.atomic
def load_site(say=lambda line: None):
    """Make cities, pictures, testimony and every page in every language at hand.

    ``say`` is told each step. Raises KeyError when a file names a page or picture that no file
    makes; then nothing is kept.
    """
    locales = _make_locales()
    cities = make_places()
    known = Known(images=make_pictures(files.languages_at_hand()))
    say(f"{len(known.images)} pictures drawn")
    originals = files.pages_in(files.FIRST_LANGUAGE)
    _make_testimonies(originals, cities)
    _make_originals(originals, locales[files.FIRST_LANGUAGE], known)
    say(f"{len(originals)} pages in {files.FIRST_LANGUAGE}")
    for language in files.languages_at_hand()[1:]:
        number = _translate_into(locales[language], originals, known)
        say(f"{number} pages in {language}")
    return known


def _make_locales():
    return {
        code: Locale.objects.get_or_create(language_code=code)[0]
        for code, _name in settings.LANGUAGES
    }


def _make_testimonies(originals, cities):
    for page in originals.values():
        facts = page.get("testimony")
        if facts:
            testimony = Testimony.objects.create(
                reference=facts["reference"],
                city=cities[facts["city"]],
                heard_on=facts.get("heard_on"),
            )
            Consent.objects.create(testimony=testimony, **facts["consent"])


def _make_originals(originals, locale, known):
    waiting = dict(originals)
    for key, facts in originals.items():
        known.pages[key] = _place(facts, locale, known)
    for key, facts in waiting.items():
        fill(known.pages[key], facts.get("fields", {}), known)
        _tag(known.pages[key], facts)
        _publish(known.pages[key], _day_of(facts))


def _publish(page, day):
    """Publish as of the day that the page itself names, at noon, or as of now."""
    if day:
        page.first_published_at = datetime.combine(day, time(12), tzinfo=UTC)
    page.full_clean()
    revision = page.save_revision()
    if page.must_be_approved:
        record_approval(revision)  # its makers read each other’s pages
    revision.publish()


def _day_of(facts):
    fields = facts["fields"]
    day = fields.get("status_on") or fields.get("released_on")
    return date.fromisoformat(str(day)) if day else None


def _place(facts, locale, known):
    """Put a page at its place in the tree, not yet public: others may refer to it from now on."""
    model = getattr(page_types, facts["type"])
    title = facts["fields"]["title"]
    page = model(title=title, slug=facts["slug"], locale=locale, live=False)
    _fill_required(page, facts, known)
    if "parent" not in facts or facts["parent"] is None:
        return _place_home(page)
    return known.pages[facts["parent"]].add_child(instance=page)


def _fill_required(page, facts, known):
    """What the database asks of a page from its first line on."""
    fields = facts["fields"]
    first = {
        name: fields[name]
        for name in ["place", "review", "starts_at", "time_zone"]
        if name in fields
    }
    if "testimony" in facts:
        first["testimony"] = facts["testimony"]["reference"]
    fill(page, dict(sorted(first.items(), key=lambda item: item[0] != "time_zone")), known)


def _place_home(page):
    root = Page.get_first_root_node()
    welcome = root.get_children().first()  # Wagtail’s own
    root.add_child(instance=page)
    Site.objects.update_or_create(
        is_default_site=True,
        defaults={"hostname": "localhost", "root_page": page, "site_name": "UPR Cities"},
    )
    if welcome:
        welcome.delete()
    return page


def _translate_into(locale, originals, known):
    translated = files.pages_in(locale.language_code)
    for key in LEFT_OUT.get(locale.language_code, ()):
        translated.pop(key, None)
    for key in originals:
        if key in translated:
            page = known.pages[key].copy_for_translation(locale)
            fill(page, translated[key]["fields"], known)
            if known.pages[key].depth > 2:  # home pages stand side by side, each needs its own
                page.slug = known.pages[key].slug
            page.translation_made = TranslationMade.MACHINE
            _publish(page, _day_of(originals[key]))
    return len(translated)


def _tag(page, facts):
    if facts.get("rights"):
        slugs = [code.replace(":", "-").lower() for code in facts["rights"]]
        page.rights.set(_all_of(RightsTag, slugs))
    if facts.get("themes"):
        page.themes.set(_all_of(Theme, facts["themes"]))


def _all_of(model, slugs):
    found = {tag.slug: tag for tag in model.objects.filter(slug__in=slugs)}
    return [found[slug] for slug in slugs]
