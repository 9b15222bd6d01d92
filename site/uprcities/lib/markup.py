"""Walks through the words of HTML and leaves its tags alone."""

import re

TAG = re.compile(r"(<[^>]*>)")
NAME = re.compile(r"</?\s*([a-z0-9]+)", re.IGNORECASE)


def change_words(html, change, leave):
    """HTML with ``change(words)`` for every stretch of words outside of tags.

    ``leave`` says of an opening tag, such as ``<a href="/">``, whether what it holds stays as it
    is. The answer is as safe as ``html`` and what ``change`` adds.
    """
    left, depth, pieces = "", 0, []
    for piece in TAG.split(str(html)):
        if piece.startswith("<"):
            name = NAME.match(piece)
            name = name[1].lower() if name else ""
            is_end = piece.startswith("</")
            if left and name == left:
                depth += -1 if is_end else 1
                left = left if depth else ""
            elif not left and not is_end and leave(piece):
                left, depth = name, 1
            pieces.append(piece)
        else:
            pieces.append(piece if left else change(piece))
    return "".join(pieces)
