"""A press release as plain text, to be copied into a newsroom’s system."""

import re

from django.template.loader import render_to_string
from django.utils.translation import override

from uprcities.lib.html import as_plain_text

from .models import NewsroomPage
from .models.links import stories_for_press
from .plain_blocks import shown


def release_text(release):
    """The whole release in its language: headline, dateline, body, quotes, notes, contacts."""
    newsroom = NewsroomPage.objects.parent_of(release).first()
    body = shown(release.body, release.locale.language_code)
    context = {
        "release": release,
        "paragraphs": [words for block in body if (words := _words_of(block))],
        "quotes": quotes_of(release),
        "notes": as_plain_text(release.notes),
        "contacts": [block.value for block in newsroom.contacts_at_work] if newsroom else [],
        "newsroom": newsroom,
    }
    with override(release.locale.language_code):
        text = render_to_string("clamor/release.txt", context)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def quotes_of(release):
    """The quotes that may be printed now: a teller’s words only while the press may have them."""
    chosen = [block.value["story"].pk for block in release.quotes if block.value["story"]]
    cleared = stories_for_press(chosen, release.locale.language_code)
    return [block.value for block in release.quotes if _may_be_printed(block.value, cleared)]


def _may_be_printed(quote, cleared):
    if quote["story"]:
        return quote["story"].pk in cleared
    return not quote.get("is_tellers")


def _words_of(block):
    if block.block_type == "figure":
        value = block.value
        return f"{value['value']} {value['unit']} {value['label']} ({value['source']})".replace(
            "  ", " "
        )
    return as_plain_text(str(block.value.get("words") or ""))
