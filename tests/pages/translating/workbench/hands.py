"""What the hands of a translator do at the bench, over HTTP."""

from django.test import TestCase
from django.urls import reverse

from pages.translating.bench import mark_of
from pages.translating.measuring import measure_page
from pages.translating.sheets import opening

from ..work import edit_address


class Desk:
    """One text in one language, as a person works on it over HTTP."""

    def __init__(self, client, person, page, language="es"):
        client.force_login(person)
        self.client, self.language = client, language
        self.original = measure_page(page.translation_key)
        self.address = reverse("translate_text", args=[self.original.pk, language])

    def unit(self, begins):
        units = opening.open_sheet(self.original, self.language).units()
        return next(unit for unit in units if unit.source.startswith(begins))

    def send(self, begins, action="save", seen=None, by_script=False, **sent):
        unit = self.unit(begins)
        data = {"key": unit.key, "seen": mark_of(unit) if seen is None else seen, "action": action}
        headers = {"accept": "application/json"} if by_script else {}
        with TestCase.captureOnCommitCallbacks(execute=True):
            return self.client.post(self.address, data | sent, headers=headers)

    def read(self, show=""):
        page = opening.open_sheet(self.original, self.language).page
        return self.client.get(edit_address(page), {"show": show} if show else {}).content.decode()


def block(page, begins):
    """The part of the screen that shows the sentence with this beginning."""
    return next(part for part in page.split('<li class="bench-sentence')[1:] if begins in part)
