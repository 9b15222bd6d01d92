"""Where Wagtail’s figure for how easy a page reads means something."""

from django import template

register = template.Library()

#: It counts words of more than six letters and words in a sentence. The same pages, translated,
#: come out alike in these; harder in Russian, whose words are longer; and always easy in Arabic,
#: which writes few vowels, and in Chinese, which has no such words.
MEASURED = {"en", "es", "fr"}


@register.filter
def reading_ease_is_measured(page):
    """Whether this page’s language is one of them; unknown ones are not."""
    locale = getattr(page, "locale", None)
    return bool(locale) and locale.language_code.partition("-")[0] in MEASURED
