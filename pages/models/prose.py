from wagtail.fields import RichTextField

from ..blocks.words import PROSE_FEATURES, says_something


class ProseField(RichTextField):
    """Running text that may be left out: empty, it is an empty string.

    The rich text editor turns nothing into an empty paragraph. That would show readers a heading over
    nothing, and pass for a change that whoever only read the page has made.
    """

    def __init__(self, *args, features=PROSE_FEATURES, blank=True, **kwargs):
        super().__init__(*args, features=features, blank=blank, **kwargs)

    def to_python(self, value):
        html = super().to_python(value)
        return html if says_something(html) else ""
