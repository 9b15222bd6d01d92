"""Treaties and articles as a reader meets them: cited, named, and with who is bound."""

from dataclasses import dataclass

from django.utils.translation import get_language

from campaigns.treaties.models.catalogue import catalogue


@dataclass(frozen=True)
class ShownRight:
    """A treaty or article as a reader meets it: its code, words, address, and who is bound.

    ``label_language`` is empty where the label is in the reader’s language.
    """

    code: str
    label: str
    label_language: str
    url: str
    status: str
    status_words: str
    status_sentence: str


def shown_right(entry):
    """A TreatyEntry or ArticleEntry of the catalogue, for components/docket.html and others."""
    treaty, here = entry.treaty, get_language()
    return ShownRight(
        code=entry.code,
        label=entry.label.text,
        label_language=entry.label.lang if entry.label.lang != here else "",
        url=f"/{here}/{entry.url_path}",
        status=treaty.standing,
        status_words=treaty.us_status_short(),
        status_sentence=treaty.us_status_words(),
    )


def shown_rights(slugs):
    """Rights by the slugs of their tags; unknown ones are left out. Asks the database nothing."""
    found = map(catalogue().right, slugs or [])
    return [shown_right(entry) for entry in found if entry]
