"""Draws one dot for every recommendation, grouped by how the State answered."""

from dataclasses import dataclass, replace

from django import template

from ..blocks.choices import Answer

register = template.Library()

ACROSS = 50
ACROSS_NARROW = 25
CELL = 10
LOOKS = {
    Answer.SUPPORTED: "yes",
    Answer.IN_PART: "part",
    Answer.NOTED: "no",
    Answer.PENDING: "no",
}


@dataclass(frozen=True)
class DotGroup:
    """As many dots as there were recommendations with one answer."""

    answer: str
    words: str
    number: int
    across: int = ACROSS

    @property
    def narrow(self):
        """The same dots for a narrow screen."""
        return replace(self, across=ACROSS_NARROW)

    @property
    def drawings(self):
        """The dots as they are drawn where there is room, and where there is little."""
        return [self, self.narrow]

    @property
    def look(self):
        return LOOKS[self.answer]

    @property
    def width(self):
        return self.across * CELL

    @property
    def height(self):
        return -(-self.number // self.across) * CELL

    @property
    def outline(self):
        """An SVG path around full rows and the rest of the last one."""
        full, rest = divmod(self.number, self.across)
        rows = f"M0 0H{self.width}V{full * CELL}H0Z" if full else ""
        last = f"M0 {full * CELL}h{rest * CELL}v{CELL}H0Z" if rest else ""
        return rows + last


@register.inclusion_tag("components/outcome_dots.html")
def outcome_dots(counts):
    """``counts`` is ``{answer: number}``; an answer that nobody got is left out."""
    return {
        "groups": [
            DotGroup(answer, answer.label, counts[answer])
            for answer in Answer
            if counts.get(answer)
        ],
        "total": sum(counts.values()),
    }
