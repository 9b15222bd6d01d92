"""Keeps what a file held while a person looks at it: in their form, signed, nowhere else."""

from dataclasses import astuple

from django.core import signing

from .sentence import Sentence

LONGEST_LOOK = 24 * 60 * 60  # seconds


def kept(sheet, user, sentences, findings):
    """A text for a hidden field, good for this sheet and this person only."""
    told = [[astuple(sentence) for sentence in sentences], findings.state]
    return signing.dumps(told, salt=_salt(sheet, user), compress=True)


def recall(sheet, user, text):
    """(Sentences, the state of the findings that were shown); BadSignature where it is not ours."""
    told, state = signing.loads(text, salt=_salt(sheet, user), max_age=LONGEST_LOOK)
    return [Sentence(*values) for values in told], state


def _salt(sheet, user):
    return f"pages.translation-file.{sheet.identity}.{user.pk}"
