"""Our own words that readers see around the pages, in groups that one person can finish.

They come with the project in six languages. In any other, and where somebody finds a better word,
people of the site write them, and ``write_site_words`` puts them before those of the project.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import sha1
from pathlib import Path

import polib
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override, to_locale, trans_real

from campaigns.compile.models.recommendation import Position
from campaigns.compile.models.review import DocumentKind, ReviewStatus
from uprcities import site_words
from uprcities.lib.lists import listed
from uprcities.lib.plurals import examples, number_of_forms
from uprcities.lib.words import Text, texts_of

from ...models import EntryKind, FindingKind, FindingStatus, OtherKind, SiteWord, TranslationMade
from ...models.city import DeclarationBasis
from .text import OtherText

#: Number of the group: its name, the files whose words readers see, and choices they see.
GROUPS = {
    1: (
        gettext_noop("Words around every page"),
        [
            "templates/*.html",
            "templates/components/*.html",
            "pages/navigation.py",
            "pages/sharing.py",
            "pages/templatetags/*.py",
        ],
        [EntryKind, TranslationMade],
    ),
    2: (
        gettext_noop("Words of lists, search and treaties"),
        [
            "templates/pages/*.html",
            "pages/dimensions.py",
            "pages/views/feeds.py",
            "pages/views/listing.py",
            "pages/views/search.py",
            "pages/views/treaties.py",
            "campaigns/treaties/choices.py",
            "site/uprcities/library/licences.py",
        ],
        [],
    ),
    3: (
        gettext_noop("Words inside pages"),
        ["templates/blocks/*.html", "pages/blocks/choices.py"],
        [FindingKind, FindingStatus, DeclarationBasis, Position, ReviewStatus, DocumentKind],
    ),
}
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")
#: What would end an attribute, begin a tag or stand for something else where the words are shown.
FORBIDDEN = re.compile(r'[<>"{}%]')


@dataclass(frozen=True)
class Word:
    """One text of ours, as the code has it."""

    key: str
    text: Text

    @property
    def source(self):
        """What a translator reads; of what is counted both forms, with “|” between."""
        return " | ".join(filter(None, [self.text.msgid, self.text.plural]))

    @property
    def msgid(self):
        """As a catalogue looks it up."""
        context = self.text.context
        return f"{context}\x04{self.text.msgid}" if context else self.text.msgid

    def forms(self, words):
        return [form.strip() for form in words.split("|")] if self.text.plural else [words]


@cache
def words_of_groups():
    """``{group: {key: Word}}``; each text once, where it is met first."""
    known, groups = set(), {}
    for number, (_name, patterns, choices) in GROUPS.items():
        texts = _texts(patterns, choices) - known
        known |= texts
        ordered = sorted(texts, key=lambda text: (text.msgid, text.context or ""))
        groups[number] = {(key := _key(text)): Word(key, text) for text in ordered}
    return groups


def _texts(patterns, choices):
    paths = (path for pattern in patterns for path in Path(settings.BASE_DIR).glob(pattern))
    texts = set().union(*(texts_of(path) for path in paths))
    with override(None):
        return texts | {Text(str(said), None, None) for kind in choices for said in kind.labels}


def _key(text):
    return sha1("\x04".join(map(str, text)).encode(), usedforsecurity=False).hexdigest()[:20]


def read_interface(group=None):
    """The OtherText of each group (or of this one); one query."""
    written = _written()
    for number, words in words_of_groups().items():
        if group in (None, number):
            said = {code: _in_language(code, words, written) for code in other_codes()}
            source = {key: word.source for key, word in words.items()}
            with override(settings.LANGUAGE_CODE):
                title = _(GROUPS[number][0])
            yield OtherText(OtherKind.INTERFACE, number, title, "en", {"en": source, **said})


def other_codes():
    """Languages of the site that are not the one in which the code is written."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code != "en"]


def _written():
    rows = SiteWord.objects.values_list("language", "key", "words")
    return {(language, key): words for language, key, words in rows}


def _in_language(code, words, written):
    """``{key: words}``: what people of this site wrote, else what comes with the project."""
    catalogue = trans_real.translation(code)._catalog
    number = number_of_forms(to_locale(code))
    return {
        key: written.get((code, key)) or _shipped(word, catalogue, number)
        for key, word in words.items()
    }


def _shipped(word, catalogue, number):
    if not word.text.plural:
        return catalogue.get(word.msgid) or ""
    forms = [catalogue.get((word.msgid, form)) for form in range(number)]
    return " | ".join(forms) if all(forms) else ""


def fault_in(word, words, code):
    """Why these words cannot stand on every page of the site, or an empty string.

    Templates show them as they are, so nothing in them may be read as anything but words; and a
    placeholder that is missing or wrong would break every page.
    """
    forms, number = word.forms(words), number_of_forms(to_locale(code))
    if word.text.plural and (len(forms) != number or not all(forms)):
        told = {"numbers": numbers_in(code)}
        return _("Write it once for each of these numbers, with “|” between: %(numbers)s") % told
    wanted = Counter(PLACEHOLDER.findall(word.source if word.text.plural else word.text.msgid))
    for form in forms:
        found = Counter(PLACEHOLDER.findall(form))
        if found != wanted if not word.text.plural else set(found) - set(wanted):
            told = {"names": " ".join(wanted) or _("nothing")}
            return _("Keep what stands in brackets exactly as it is: %(names)s") % told
        if FORBIDDEN.search(PLACEHOLDER.sub("", form)):
            return _("Leave out < > { }, percent signs and straight quotation marks.")
    return ""


def numbers_in(code):
    """“1 | 0, 2, 3”: a few numbers for each form of what is counted."""
    return " | ".join(listed(some) for some in examples(to_locale(code)))


def write_site_words(code):
    """Put what people of this site wrote in a language before the words of the project."""
    known = {key: word for words in words_of_groups().values() for key, word in words.items()}
    rows = SiteWord.objects.filter(language=code, key__in=known).values_list("key", "words")
    fit = {key: words for key, words in rows if not fault_in(known[key], words, code)}
    entries = [_entry(known[key], words) for key, words in sorted(fit.items())]
    site_words.write_words(code, entries)
    site_words.say_whole(code, all(_in_language(code, known, {}).values()))


def _entry(word, words):
    entry = polib.POEntry(msgid=word.text.msgid, msgctxt=word.text.context)
    if word.text.plural:
        entry.msgid_plural = word.text.plural
        entry.msgstr_plural = dict(enumerate(word.forms(words)))
    else:
        entry.msgstr = words
    return entry
