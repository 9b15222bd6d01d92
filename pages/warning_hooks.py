"""Tells an editor what readers will miss; nothing is held up for it."""

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from wagtail.admin import messages

from uprcities.library.models import Image, ImageText

from .left_out import left_out_of
from .models import MediaKitPage


def warn_on_opening(request, page):
    """The editor’s form begins with what of it stays away from readers."""
    if request.method == "GET":
        warn_of_left_out(request, page)


def warn_on_publishing(request, page):
    """After publishing: what stayed away, and which pictures say nothing to the blind."""
    page = page.specific
    warn_of_left_out(request, page)
    warn_of_silent_pictures(request, page)


def warn_of_left_out(request, page):
    items = left_out_of(page)
    if not items:
        return
    lead = (
        _("Journalists do not get everything that you chose for this kit:")
        if isinstance(page, MediaKitPage)
        else _("Readers do not see all the evidence that you chose:")
    )
    lines = format_html_join("", "<li>{} {}</li>", ((item.what, item.why) for item in items))
    messages.warning(request, format_html("{} <ul>{}</ul>", lead, lines))


def warn_of_silent_pictures(request, page):
    """One message that leads to each picture without a description in the page’s language."""
    pictures = silent_pictures(page)
    if not pictures:
        return
    lead = _(
        "Some pictures say nothing to people who cannot see them. Describe them in this page’s language:"
    )
    links = format_html_join(
        ", ",
        '<a href="{}">{}</a>',
        ((reverse("wagtailimages:edit", args=[one.pk]), one.title) for one in pictures),
    )
    messages.warning(request, format_html("{} {}", lead, links))


def silent_pictures(page):
    """The pictures of a page that have no alt text in its language (two queries)."""
    pictures = Image.objects.filter(pk__in=pictures_of(page))
    words = ImageText.objects.filter(image__in=pictures, language=page.locale.language_code)
    return list(pictures.exclude(pk__in=words.exclude(alt="").values("image")))


def pictures_of(page):
    """Ids of the pictures that a page names, in its fields and its blocks."""
    found = set()
    for field in page._meta.concrete_fields:
        if field.is_relation and field.related_model is Image:
            found.add(getattr(page, field.attname))
        elif hasattr(field, "extract_references"):
            for model, pk, *_path in field.extract_references(getattr(page, field.attname)):
                if model is Image:
                    found.add(int(pk))
    return found - {None}
