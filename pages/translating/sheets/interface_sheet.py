"""Our own words around the pages, written by people of the site for its languages."""

from django.utils.translation import gettext as _

from campaigns.places.rights import languages_of

from ...models import SiteWord
from ..other_texts.interface import fault_in, numbers_in, read_interface, words_of_groups
from .words_sheet import WordsSheet


class InterfaceSheet(WordsSheet):
    """One group of words; those who write for the alliance write them."""

    is_one_line = True

    def __init__(self, original, language, text):
        super().__init__(original, language, text)
        self.known = words_of_groups()[text.pk]

    def may_write(self, user):
        return self.language in languages_of(user, None)

    def why_not(self, unit, words):
        plain = self._as_kept(words)
        return super().why_not(unit, words) or fault_in(self.known[unit.key], plain, self.language)

    def _place(self, name):
        word = self.known[name].text
        if word.plural:
            return _("For the numbers %(numbers)s") % {"numbers": numbers_in(self.language)}
        return word.context or self.text.title

    def _limit(self, name):
        return 0

    def _put(self, written):
        for key, words in written.items():
            row = SiteWord.objects.filter(language=self.language, key=key).first()
            if not words and row:
                row.delete()
            elif words:
                row = row or SiteWord(language=self.language, key=key)
                row.msgid, row.words = self.known[key].text.msgid, words
                row.save()

    def _text_now(self):
        return next(read_interface(self.text.pk), None)


def open_interface_sheet(original, language):
    """The sheet of a group of our words; None in the language of the code."""
    text = next(read_interface(int(original.key.partition("-")[2])), None)
    if text is None or language not in text.words or language == text.language:
        return None
    return InterfaceSheet(original, language, text)
