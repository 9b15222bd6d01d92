"""Opens a text for whoever may write it, and for nobody else."""

from django.core.exceptions import ObjectDoesNotExist

from ...models import Original
from ..rights import is_withheld
from ..sheets.opening import open_sheet


def sheet_for(user, language, **which):
    """The Sheet of the Original that ``which`` finds, or None: not there, or not theirs.

    None too while a teller does not agree: their words leave the site with nobody.
    """
    original = Original.objects.filter(**which).first()
    try:
        sheet = original and open_sheet(original, language)
        is_theirs = (
            sheet and sheet.may_write(user) and not is_withheld(getattr(sheet, "page", None))
        )
        return sheet if is_theirs else None
    except ObjectDoesNotExist:  # the page in this language was deleted
        return None
