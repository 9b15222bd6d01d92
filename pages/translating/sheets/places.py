"""Where a sentence of a page stands, in the words of the form in which the page is written."""

import json
from collections import Counter
from dataclasses import replace

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.fields import StreamField


class Places:
    """``page_class`` is a type of page, ``content`` the JSON of a page, as a source keeps it."""

    def __init__(self, page_class, content):
        self.page_class, self.content = page_class, json.loads(content)
        self._types = {}

    def field(self, name):
        """The field of this name, or None."""
        try:
            return self.page_class._meta.get_field(name)
        except FieldDoesNotExist:
            return None

    def label(self, path):
        """“Summary”, “Heading”, or “Quote: Who said it”, for the path of a segment."""
        name, *within = path.split(".")
        field = self.field(name)
        if field is None:
            return ""
        label = self._label_within(field, within) if isinstance(field, StreamField) else ""
        return label or capfirst(str(field.verbose_name))

    def _label_within(self, field, within):
        kind = self._types_in(field.name).get(within[0]) if within else None
        block = field.stream_block.child_blocks.get(kind)
        if block is None:
            return ""
        part = getattr(block, "child_blocks", {}).get(within[1]) if len(within) > 1 else None
        if part is None or len(block.child_blocks) == 1:
            return capfirst(str(block.label))
        told = {"block": capfirst(str(block.label)), "part": capfirst(str(part.label))}
        return _("%(block)s: %(part)s") % told

    def _types_in(self, name):
        """``{id of a block: its type}`` of a stream."""
        if name not in self._types:
            blocks = json.loads(self.content.get(name) or "[]")
            self._types[name] = {block.get("id"): block.get("type") for block in blocks}
        return self._types[name]


def numbered(units):
    """The same Units; those that would stand in one place are counted: “Text 1”, “Text 2”."""
    units = list(units)
    totals, seen = Counter(unit.place for unit in units), Counter()
    for unit in units:
        place = unit.place
        seen[place] += 1
        if place and totals[place] > 1:
            told = {"place": place, "number": seen[place]}
            unit = replace(unit, place=_("%(place)s %(number)s") % told)
        yield unit
