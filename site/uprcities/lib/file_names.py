import re

from anyascii import anyascii


def ascii_file_name(words, extension, fallback="file", longest=60):
    """A plain file name that any machine can store, made from words in any script."""
    plain = re.sub(r"[^a-z0-9]+", "-", anyascii(str(words)).lower())
    stem = plain[:longest].strip("-") or fallback
    return f"{stem}.{extension}"


def has_control_characters(name):
    return any(ord(letter) < 32 or ord(letter) == 127 for letter in name)
