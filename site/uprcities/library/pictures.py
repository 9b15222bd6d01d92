"""Pictures ready for a template: addresses, sizes and words as plain values.

    [lead, face] = pictures_for([(page.photo, "wide"), (story.photo, "upright")], "es")

Any number of pictures costs two queries, or one when "texts" were prefetched. A picture that cannot be shown is None.
"""

import logging
from dataclasses import dataclass, replace
from operator import itemgetter

from django.core.cache import cache
from django.db.models import prefetch_related_objects
from django.utils.functional import Promise
from django.utils.translation import get_language_info
from wagtail.images.models import Filter, SourceImageIOError

from uprcities.library.models import Rendition

logger = logging.getLogger(__name__)

FORMATS = ("avif", "webp", "jpeg")  # the last is for browsers that know neither of the others
MADE_PER_REQUEST = 8
REST_AFTER_FAILURE = 600  # seconds until a broken picture is tried again


@dataclass(frozen=True)
class PictureSpec:
    """The sizes that a place on a page needs, narrowest first, and its share of the window."""

    method: str  # fill cuts to the shape around the focal point, max keeps the picture's own
    boxes: tuple[tuple[int, int], ...]  # width and height in pixels
    sizes: str
    formats: tuple[str, ...] = FORMATS

    def filters(self, image):
        """The names of Wagtail's filters by format; but for the first, none is wider than the original."""
        boxes = [box for box in self.boxes if box[0] <= image.width] or self.boxes[:1]
        resized = [f"{self.method}-{width}x{height}" for width, height in boxes]
        return {kind: [f"format-{kind}|{name}" for name in resized] for kind in self.formats}


SPECS = {
    "wide": PictureSpec("fill", ((480, 320), (960, 640)), "(min-width: 60rem) 40rem, 92vw"),
    "upright": PictureSpec("fill", ((480, 600), (960, 1200)), "(min-width: 60rem) 28rem, 92vw"),
    "own": PictureSpec("max", ((480, 720), (960, 1440)), "(min-width: 60rem) 40rem, 92vw"),
    "share": PictureSpec("fill", ((1200, 630),), "100vw", formats=("jpeg",)),
}


@dataclass(frozen=True)
class PictureSource:
    """The same picture in one format, for the browsers that read it."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """All that a template needs for one <picture>, and nothing that asks the database."""

    src: str
    width: int
    height: int
    sources: tuple[PictureSource, ...]
    srcset: str
    sizes: str
    alt: str
    lang: str
    dir: str
    caption: str
    caption_lang: str
    caption_dir: str
    credit: str
    licence: str | Promise
    licence_url: str
    colour: str
    is_first: bool = False  # the one to load before it is scrolled to


def pictures_for(wanted, language, make_missing=True):
    """Pictures in the order of `wanted`: pairs of an Image or None, and a PictureSpec or its name.

    Sizes that were never made are made here, a few per call; the rest come with later requests.
    """
    wanted = [(image, SPECS.get(spec, spec)) for image, spec in wanted]
    pairs = [(image, spec) for image, spec in wanted if image]
    if not pairs:
        return [None] * len(wanted)
    prefetch_related_objects([image for image, _ in pairs], "texts")
    made = made_renditions(pairs)
    if make_missing:
        make_renditions(pairs, made, MADE_PER_REQUEST)
    return [image and picture_of(image, spec, made, language) for image, spec in wanted]


def picture_for(image, spec, language):
    return pictures_for([(image, spec)], language)[0]


def first_marked(pictures):
    """The same pictures, the first that exists marked: it is loaded before it is scrolled to."""
    first = next((index for index, picture in enumerate(pictures) if picture), None)
    return [
        picture and replace(picture, is_first=index == first)
        for index, picture in enumerate(pictures)
    ]


def make_all_sizes(image, specs=SPECS):
    """Make every size of a picture that any page may ask for. Returns how many were missing."""
    pairs = [(image, SPECS.get(spec, spec)) for spec in specs]
    return make_renditions(pairs, made_renditions(pairs))


def made_renditions(pairs):
    """{(image id, filter): Rendition} of what is there already, in one query."""
    keys = {
        (image.pk, name): Filter(name).get_cache_key(image)
        for image, spec in pairs
        for names in spec.filters(image).values()
        for name in names
    }
    found = Rendition.objects.filter(
        image__in={pk for pk, _ in keys}, filter_spec__in={name for _, name in keys}
    )
    return {
        (rendition.image_id, rendition.filter_spec): rendition
        for rendition in found
        if keys.get((rendition.image_id, rendition.filter_spec)) == rendition.focal_point_key
    }


def make_renditions(pairs, made, most=None):
    """Add to `made` what is missing, the small fallback of every picture first."""
    missing = [
        (image, name) for image, name in in_order_of_need(pairs) if (image.pk, name) not in made
    ]
    for image, name in missing[:most]:
        if (rendition := made_or_none(image, name)) is not None:
            made[image.pk, name] = rendition
    return len(missing)


def in_order_of_need(pairs):
    filters = [(image, spec.filters(image)) for image, spec in pairs]
    ranked = {}
    for image, names in filters:
        for format_rank, kind in enumerate(reversed(names)):
            for width_rank, name in enumerate(names[kind]):
                ranked[image.pk, name] = (format_rank + width_rank, image, name)
    return [(image, name) for _, image, name in sorted(ranked.values(), key=itemgetter(0))]


def made_or_none(image, name):
    """A new rendition; None when the original is missing or broken, so that its page still shows."""
    broken = f"broken-picture-{image.pk}-{image.file_hash}"
    if cache.get(broken):
        return None
    try:
        return image.create_rendition(Filter(name))
    except SourceImageIOError:
        logger.warning("Picture %s cannot be shown: its original is missing or broken.", image.pk)
        cache.set(broken, True, REST_AFTER_FAILURE)
        return None


def picture_of(image, spec, made, language):
    shown = {}
    for kind, names in spec.filters(image).items():
        renditions = [made[image.pk, name] for name in names if (image.pk, name) in made]
        by_width = {rendition.width: rendition for rendition in renditions}
        if by_width:
            shown[kind] = [by_width[width] for width in sorted(by_width)]
    if not shown:
        return None
    *better, fallback = shown
    usual = shown[fallback][len(shown[fallback]) // 2]
    return Picture(
        src=usual.url,
        width=usual.width,
        height=usual.height,
        sources=tuple(PictureSource(f"image/{kind}", srcset(shown[kind])) for kind in better),
        srcset=srcset(shown[fallback]),
        sizes=spec.sizes,
        colour=image.colour,
        **words_of(image, language),
    )


def srcset(renditions):
    return ", ".join(f"{rendition.url} {rendition.width}w" for rendition in renditions)


def words_of(image, language):
    words = image.text_for(language)
    alt, alt_language = words.alt, words.language
    if image.decorative:  # said where the picture is used, as is the next
        alt = ""
    elif image.contextual_alt_text:
        alt, alt_language = image.contextual_alt_text, language
    licence = image.licence_terms
    return {
        "alt": alt,
        "lang": alt_language,
        "dir": direction(alt_language),
        "caption": words.caption,
        "caption_lang": words.caption_language,
        "caption_dir": direction(words.caption_language),
        "credit": image.credit,
        "licence": licence.name if licence.code else "",
        "licence_url": licence.url,
    }


def direction(language):
    """As the dir attribute wants it; a language the site has given up is left to the browser."""
    try:
        return "rtl" if get_language_info(language)["bidi"] else "ltr"
    except KeyError:
        return "auto"
