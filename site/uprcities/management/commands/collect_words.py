from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand

from uprcities.lib.plurals import OURS as PLURALS
from uprcities.lib.words import texts_in

FOLDERS = ["campaigns", "pages", "site", "templates"]


class Command(BaseCommand):
    help = "Bring locale/ up to date with the texts in the code; keeps every translation in use."

    def handle(self, **options):
        texts = texts_in([Path(settings.BASE_DIR) / folder for folder in FOLDERS])
        for language, plurals in PLURALS.items():
            path = Path(settings.BASE_DIR) / "locale" / language / "LC_MESSAGES" / "django.po"
            missing = bring_up_to_date(path, texts, language, plurals)
            self.stdout.write(f"{language}: {len(texts)} texts, {missing} to translate")


def bring_up_to_date(path, texts, language, plurals):
    """Write the catalogue anew, sorted by text; answers how many texts wait for a translation."""
    known = {}
    if path.exists():
        known = {(entry.msgid, entry.msgctxt): entry for entry in polib.pofile(str(path))}
    catalogue = polib.POFile(wrapwidth=100)
    catalogue.metadata = {
        "Project-Id-Version": "UPR Cities",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": plurals,
    }
    forms = int(plurals.split("nplurals=")[1].split(";")[0])
    for text in sorted(texts, key=lambda text: (text.msgid, text.context or "")):
        catalogue.append(entry_for(text, known.get((text.msgid, text.context)), forms))
    path.parent.mkdir(parents=True, exist_ok=True)
    catalogue.save(str(path))
    return len(catalogue.untranslated_entries())


def entry_for(text, known, forms):
    entry = polib.POEntry(msgid=text.msgid, msgctxt=text.context)
    if text.plural:
        entry.msgid_plural = text.plural
        kept = known.msgstr_plural if known else {}
        entry.msgstr_plural = {form: kept.get(form, "") for form in range(forms)}
    elif known:
        entry.msgstr = known.msgstr
    if "%(" in text.msgid or "%s" in text.msgid:
        entry.flags.append("python-format")
    return entry
