"""Reads HTML as a person would copy it."""

import html as entities
import re

from django.utils.html import strip_tags

BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|ul|ol|blockquote)>|<br\s*/?>")


def as_plain_text(html):
    """Rich text as plain text, with a blank line between paragraphs."""
    spaced = BLOCK_ENDS.sub("\n\n", str(html or ""))
    lines = (line.strip() for line in entities.unescape(strip_tags(spaced)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
