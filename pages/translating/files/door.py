"""Opens a text for whoever may write it, and for nobody else."""

from django.core.exceptions import ObjectDoesNotExist

from ...models import Original
from ..sheets.opening import open_sheet


def sheet_for(user, language, **which):
    """The Sheet of the Original that ``which`` finds, or None: not there, or not theirs."""
    original = Original.objects.filter(**which).first()
    try:
        sheet = original and open_sheet(original, language)
        return sheet if sheet and sheet.may_write(user) else None
    except ObjectDoesNotExist:  # the page in this language was deleted
        return None
