"""The template city: ordinary pages, never published, with which a new city begins."""

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import yaml
from django.conf import settings
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from campaigns.places.models import City

from ..land import rights_at_the_end
from ..models import CityIndexPage, CityProfilePage, NewsroomPage, ResourcePage, TranslationMade
from ..translating.asking import begin_translation
from .matching import keep, pairs, words_of

WORDS = Path(__file__).parent / "words"
SLUG = "template-city"
MODELS = {"profile": CityProfilePage, "newsroom": NewsroomPage, "listening": ResourcePage}
SLUGS = {"profile": SLUG, "newsroom": "press", "listening": "how-we-listen"}


def lists_of_cities():
    """``{language code: CityIndexPage}``: below these stand the profiles."""
    found = CityIndexPage.objects.filter(alias_of=None).select_related("locale").order_by("-pk")
    return {page.locale.language_code: page for page in found}


def find_template():
    """The template’s profiles as ``{language code: page}``, the original first; empty without one."""
    found = CityProfilePage.objects.filter(place__is_template=True, alias_of=None)
    pages = sorted(found.select_related("locale", "place"), key=lambda p: (not p.is_original, p.pk))
    return {page.locale.language_code: page for page in pages}


def template_pages():
    """Every page of the template as ``{translation key: {language code: page}}``, parents first."""
    pages = {}
    for profile in find_template().values():
        below = profile.get_descendants(inclusive=True).filter(alias_of=None)
        for page in below.specific().select_related("locale"):
            pages.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return pages


def make_template():
    """The template, made from our files where nobody made any; {} before there is a list of cities."""
    there, lists = find_template(), lists_of_cities()
    if there or not lists:
        return there
    with rights_at_the_end():
        facts = {"slug": SLUG, "name": "New city", "state_code": "XX"}
        place, _made = City.objects.get_or_create(is_template=True, defaults=facts)
        originals = _originals(place, lists)
        first = originals["profile"].locale.language_code
        for code in sorted((lists.keys() & _languages_at_hand()) - {first}):
            _translate(originals, code)
    return find_template()


def words_in(language):
    """What the default template says in one language, from its file."""
    return yaml.safe_load((WORDS / f"{language}.yaml").read_text("utf-8"))


def _languages_at_hand():
    return {path.stem for path in WORDS.glob("*.yaml")}


def _originals(place, lists):
    """The template’s first pages by the name of their words."""
    first = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in lists else next(iter(lists))
    words = words_in(first if first in _languages_at_hand() else settings.LANGUAGE_CODE)
    profile = _place(lists[first], "profile", words, place=place)
    below = {key: _place(profile, key, words) for key in ("newsroom", "listening")}
    return {"profile": profile, **below}


def _place(parent, key, words, **facts):
    page = MODELS[key](slug=SLUGS[key], locale=parent.locale, live=False, **facts)
    say(page, key, words[key])
    parent.add_child(instance=page)
    page.save_revision(changed=False)
    return page


def say(page, key, words):
    """Write the words of a file into a page; its blocks have the same marks in every language."""
    for name, value in words.items():
        is_stream = isinstance(value, list)
        setattr(page, name, _stream(f"{key}-{name}", value, page) if is_stream else value)


def _stream(name, blocks, page):
    field = page._meta.get_field(name.split("-", 1)[1])
    raw = [
        {
            "type": block["type"],
            "value": block["value"],
            "id": str(uuid5(NAMESPACE_URL, f"{name}-{n}")),
        }
        for n, block in enumerate(blocks)
    ]
    return field.stream_block.to_python(raw)


def _translate(originals, code):
    locale = Locale.objects.get(language_code=code)
    words = words_in(code)
    for key, page in originals.items():
        other = MODELS[key](locale=locale)
        say(other, key, words[key])
        source, _new = TranslationSource.update_or_create_from_instance(page)
        keep(source, locale, pairs(words_of(page), words_of(other)))
        begin_translation(page, locale, made=TranslationMade.MACHINE)
