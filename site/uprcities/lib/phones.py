"""Makes the telephone numbers in a text ready to be called."""

import re

from .markup import change_words

GAP = "[ \u00a0\u202f.\u2010\u2011\u2013-]"
BEFORE = r"(?<![0-9A-Za-z$€£§#%./+-])(?<![0-9],)(?<!§ )"
AFTER = r"(?![0-9A-Za-z%/-])(?![.,:][0-9])"
AMERICAN = (
    rf"(?:\+?1{GAP})?(?:\([2-9][0-9]{{2}}\){GAP}?|[2-9][0-9]{{2}}{GAP}?)[0-9]{{3}}{GAP}?[0-9]{{4}}"
)
ABROAD = rf"\+[1-9](?:{GAP}?\(?[0-9]\)?){{6,14}}"
SHORT = r"988|[2-8]11|911"
NUMBER = re.compile(
    f"{BEFORE}(?:(?P<american>{AMERICAN})|(?P<abroad>{ABROAD})|(?P<short>{SHORT})){AFTER}"
)


def with_phone_links(html):
    """Safe HTML in which each telephone number is a link that reads from left to right.

    Knows numbers of ten digits as the United States write them, their lines of three digits
    (988, 911, 211 …) and numbers of other countries with their +. Links stay as they are.
    """
    return change_words(html, lambda words: NUMBER.sub(_link, words), _is_link)


def _link(found):
    digits = re.sub("[^0-9]", "", found[0])
    if found["american"]:
        digits = f"+1{digits[-10:]}"
    elif found["abroad"]:
        digits = f"+{digits}"
    return f'<a class="phone" href="tel:{digits}" dir="ltr">{found[0]}</a>'


def _is_link(tag):
    return tag.lower().startswith(("<a ", "<a>", "<bdi"))
