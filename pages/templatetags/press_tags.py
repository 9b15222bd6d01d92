"""What the press pages show: what a kit holds now, and the time where a contact works."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django import template
from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from campaigns.clamor.contents import KitContents, KitPicture
from campaigns.clamor.members import picture_names
from campaigns.clamor.models import KitBuild
from uprcities.library.press_copies import PRESS_EDGE, WEB_EDGE, press_size

from ..kits import contents_of
from ..releases import quotes_of
from ..releases import release_text as text_of_release

register = template.Library()


@dataclass(frozen=True)
class ShownSize:
    """One of the two sizes of a picture, with its address and what it weighs once packed."""

    url: str
    width: int
    height: int
    weight: str


@dataclass(frozen=True)
class ShownPicture:
    """A picture of the kit as the contact sheet shows it."""

    picture: KitPicture
    press: ShownSize
    web: ShownSize


@dataclass(frozen=True)
class ShownKit:
    """A kit as its page shows it: the same contents that the download has."""

    contents: KitContents
    pictures: list[ShownPicture]
    build: KitBuild | None
    is_fresh: bool


@register.simple_tag
def kit_of(page):
    """What a kit page may hand out now, with its zip if that is packed."""
    contents = contents_of(page)
    build = KitBuild.objects.filter(page_id=page.pk).first()
    is_fresh = bool(build and build.holds(contents))
    sizes = (
        {member["name"]: member["size"] for member in build.manifest.get("members", [])}
        if is_fresh
        else {}
    )
    pictures = [_shown(picture, page.get_url() or "", sizes) for picture in contents.pictures]
    return ShownKit(contents, pictures, build, is_fresh)


def _shown(picture, address, sizes):
    names = picture_names(picture)
    shown = []
    for name, edge, kind in zip(names, (PRESS_EDGE, WEB_EDGE), ("press", "web"), strict=True):
        width, height = press_size(picture.image, edge)
        weight = filesizeformat(sizes[name]) if name in sizes else ""
        shown.append(
            ShownSize(f"{address}pictures/{picture.stem}-{kind}.jpg", width, height, weight)
        )
    return ShownPicture(picture, *shown)


@register.simple_tag
def release_text(page):
    """A release as the plain text that journalists copy."""
    return text_of_release(page)


@register.simple_tag
def printable_quotes(page):
    """The quotes of a release that may be printed now."""
    return quotes_of(page)


@register.filter
def time_there(zone_name):
    """The time now where somebody works, such as 14:05, or nothing for an unknown zone."""
    try:
        return timezone.now().astimezone(ZoneInfo(zone_name)).strftime("%H:%M")
    except (ZoneInfoNotFoundError, ValueError):
        return ""
