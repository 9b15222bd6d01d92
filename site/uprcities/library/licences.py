"""The licences under which a picture or a document may be shown and passed on."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Licence:
    """What the owner of a work allows, in words that a reader understands."""

    code: str
    name: str | Promise
    words: str | Promise
    url: str = ""
    allows_press: bool = False


# Closed on doubt: what nobody stated may be shown here, and is never handed to the press.
NOT_STATED = Licence(
    code="",
    name=_("Not stated"),
    words=_("Nobody has told us yet how this may be used. Please ask before you use it."),
)

LICENCES = {
    licence.code: licence
    for licence in (
        Licence(
            code="cc-by-4.0",
            name=_("CC BY 4.0"),
            words=_("You may use and change this for any purpose if you name its maker."),
            url="https://creativecommons.org/licenses/by/4.0/",
            allows_press=True,
        ),
        Licence(
            code="cc-by-sa-4.0",
            name=_("CC BY-SA 4.0"),
            words=_(
                "You may use and change this for any purpose if you name its maker and "
                "share what you make from it under the same license."
            ),
            url="https://creativecommons.org/licenses/by-sa/4.0/",
            allows_press=True,
        ),
        Licence(
            code="cc0",
            name=_("CC0 1.0"),
            words=_("Its maker has given up all rights. You may use this freely."),
            url="https://creativecommons.org/publicdomain/zero/1.0/",
            allows_press=True,
        ),
        Licence(
            code="public-domain",
            name=_("Public domain"),
            words=_("No copyright is known. You may use this freely."),
            url="https://creativecommons.org/publicdomain/mark/1.0/",
            allows_press=True,
        ),
        Licence(
            code="press-only",
            name=_("Free for news reporting"),
            words=_(
                "News media may use this, with its credit, to report on the subject it shows. "
                "Other uses need permission."
            ),
            allows_press=True,
        ),
        Licence(
            code="all-rights-permission",
            name=_("All rights reserved, used with permission"),
            words=_("We have permission to show this here. Ask the owner before you use it."),
        ),
    )
}


def licence_for(code):
    """The licence of that code; an unknown code allows nothing."""
    return LICENCES.get(code, NOT_STATED)


def licence_choices():
    return [(licence.code, licence.name) for licence in (NOT_STATED, *LICENCES.values())]
