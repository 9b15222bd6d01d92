"""What a page says, as plain words: the index reads them, and excerpts are cut from them."""

from html import unescape

from django.utils.html import strip_tags
from wagtail.fields import RichTextField, StreamField

from campaigns.treaties.models.catalogue import catalogue

from .plain_blocks import spoken

NAMES_FOLLOW = "\f"
#: Short texts of our page types that readers see beside the prose.
SHORT_TEXTS = (
    "headline",
    "about_teller",
    "teller_name",
    "told_place",
    "told_when",
    "since",
    "dateline",
    "venue",
    "access",
    "boilerplate_long",
)


def page_words(page, right_slugs=(), theme_slugs=(), city_title=""):
    """Everything a reader can read on a page, a line for each part; the summary first.

    After ``NAMES_FOLLOW`` come the names of its rights, topics and city, which are no prose.
    """
    words = catalogue(page.locale.language_code)
    names = [_names(right) for right in map(words.right, right_slugs) if right]
    names += [str(words.themes[slug].label) for slug in theme_slugs if slug in words.themes]
    names += [page.city.name, city_title] if page.city else []
    prose = [page.summary, *_prose(page), *_short_texts(page)]
    return f"{_lines(prose)}{NAMES_FOLLOW}{_lines(names)}"


def _lines(parts):
    return "\n".join(dict.fromkeys(" ".join(str(part).split()) for part in parts if part))


def _prose(page):
    for field in page._meta.concrete_fields:
        value = getattr(page, field.attname)
        if isinstance(field, StreamField) and value:
            yield from map(_without_tags, spoken(value, page.locale.language_code))
        elif isinstance(field, RichTextField) and value:
            yield _without_tags(value)


def _short_texts(page):
    for name in SHORT_TEXTS:
        yield getattr(page, name, "")


def _names(right):
    """All that a treaty or article is called: ICERD 5, equality before the law, CERD."""
    treaty = right.treaty
    return ", ".join([right.code, str(right.label), treaty.abbreviation, *treaty.also_known_as])


def _without_tags(html):
    return unescape(strip_tags(html.replace("</", " </").replace("<br", " <br")))
