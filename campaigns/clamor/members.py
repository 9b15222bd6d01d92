"""The files inside a kit, one after the other, each made only when its turn comes."""

import csv
from io import StringIO

from django.template.loader import render_to_string
from django.utils.translation import override

from uprcities.library.press_copies import PRESS_EDGE, WEB_EDGE, press_copy

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def members(contents):
    """Yield ``(name, bytes or open file)`` for every member of the zip but its manifest."""
    language = contents.language
    with override(language):
        texts = [
            ("README.txt", _text("readme", contents)),
            (f"release-{language}.txt", contents.release and contents.release + "\n"),
            (f"factsheet-{language}.txt", _text("factsheet", contents)),
            (f"captions-{language}.txt", contents.pictures and _text("captions", contents)),
            ("credits.csv", contents.pictures and credits_csv(contents)),
            ("LICENCES.txt", _text("licences", contents)),
        ]
    yield from ((name, text.encode()) for name, text in texts if text)
    yield from _pictures(contents)
    for document in contents.documents:
        yield (
            f"documents/{document.name}",
            document.document.file.storage.open(document.document.file.name, "rb"),
        )


def picture_names(picture):
    """Names in the kit of the press copy and the web copy."""
    return f"images/{picture.stem}-press.jpg", f"images/{picture.stem}-web.jpg"


def _pictures(contents):
    for picture in contents.pictures:
        for name, edge in zip(picture_names(picture), (PRESS_EDGE, WEB_EDGE), strict=True):
            yield name, press_copy(picture.image, edge, contents.language, contents.address)


def _text(name, contents):
    return render_to_string(f"clamor/kit/{name}.txt", {"kit": contents}).strip() + "\n"


def credits_csv(contents):
    """Who made each picture and how it may be used; safe to open in a spreadsheet."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["file", "caption", "alt_text", "credit", "licence", "licence_url"])
    for picture in contents.pictures:
        for name in picture_names(picture):
            row = [
                name,
                picture.caption,
                picture.alt,
                picture.credit,
                picture.licence,
                picture.licence_url,
            ]
            writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue()


def _harmless(cell):
    """A spreadsheet would run a cell that begins like a formula; an apostrophe keeps it text."""
    return f"'{cell}" if str(cell).startswith(FORMULA_STARTS) else str(cell)
