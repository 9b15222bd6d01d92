"""What templates ask for while a page is put together; none of it queries per row."""

import re
from datetime import datetime
from datetime import time as clock_time
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time, get_timezone_name
from django import template
from django.utils.dateparse import parse_date
from django.utils.html import format_html
from django.utils.translation import get_language, get_language_info

from campaigns.treaties.models.catalogue import catalogue
from uprcities.lib.addresses import harmless_address
from uprcities.lib.lists import listed

from ..shown_rights import shown_rights

register = template.Library()

CLOCK_OF_PLACE = re.compile(r"^([01]?\d|2[0-3]):([0-5]\d) ([\w/+-]+)$", re.ASCII)


@register.simple_tag
def rights(slugs):
    """Rights by the slugs of their tags, with the US status of each; unknown ones are left out."""
    return shown_rights(slugs)


@register.filter
def by_status(rights):
    """Rights in groups of one US status each, in the order in which the statuses come."""
    groups = {}
    for right in rights or []:
        groups.setdefault(right.status_words, []).append(right)
    return list(groups.values())


@register.simple_tag
def topics(slugs):
    """Topics by their slugs, each with its words; unknown ones are left out."""
    themes = catalogue().themes
    return [themes[slug] for slug in slugs or [] if slug in themes]


@register.filter
def harmless(address):
    """An address that somebody typed, to be written into href or src; nothing when it may do harm."""
    return harmless_address(address)


@register.filter
def direction(language):
    """``rtl`` or ``ltr`` for a language code."""
    try:
        is_rtl = Locale.parse(language.replace("-", "_")).text_direction == "rtl"
    except (UnknownLocaleError, ValueError):
        is_rtl = False
    return "rtl" if is_rtl else "ltr"


@register.filter
def language_name(language):
    """A language’s name in the language of the page: Spanish, español, espagnol."""
    try:
        name = Locale.parse(language.replace("-", "_")).get_display_name(_babel_locale())
    except (UnknownLocaleError, ValueError):
        name = None
    return name or language


@register.filter
def own_name(language):
    """A language’s own name for itself."""
    try:
        return get_language_info(language)["name_local"]
    except KeyError:
        return language_name(language)


@register.filter(expects_localtime=True)
def day(value, length="long"):
    """A date in the words of the page’s language: 9 November 2020, 2020年11月9日."""
    return format_date(value, format=length, locale=_babel_locale()) if value else ""


@register.filter(expects_localtime=True)
def dated(value):
    """A date as ``day`` says it, marked up so that programs read it too."""
    if not value:
        return ""
    return format_html('<time datetime="{}">{}</time>', f"{value:%Y-%m-%d}", day(value))


@register.filter(expects_localtime=True)
def month(value):
    """The month and year of a date: November 2020, 2020年11月."""
    return format_skeleton("yMMMM", value, locale=_babel_locale()) if value else ""


@register.filter
def fuzzy_day(value):
    """A year, month or day written as 2019, 2019-05 or 2019-05-14, in words."""
    text = str(value or "")
    if len(text) == 10 and parse_date(text):
        return day(parse_date(text))
    if len(text) == 7 and parse_date(f"{text}-01"):
        return month(parse_date(f"{text}-01"))
    return text


@register.filter
def clock(value):
    """A time of day as the page’s language says it."""
    return format_time(value, format="short", tzinfo=value.tzinfo, locale=_babel_locale())


@register.filter
def on_clock(time, date):
    """15:00 Europe/Zurich on a day as its readers say it; anything else stays as it was written."""
    written = CLOCK_OF_PLACE.match(str(time or ""))
    if not written or written[3] not in available_timezones():
        return time
    hour, minute = int(written[1]), int(written[2])
    moment = datetime.combine(date, clock_time(hour, minute), ZoneInfo(written[3]))
    return listed([clock(moment), zone_name(moment)])


@register.filter
def zone_name(value):
    """The name of a moment’s time zone in the page’s language: Eastern Standard Time."""
    return get_timezone_name(value, locale=_babel_locale())


def _babel_locale():
    return Locale.parse((get_language() or "en").replace("-", "_"))
