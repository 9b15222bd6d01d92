"""Pictures and what they say to those who cannot see them.

What a group keeps to itself is left out: its private collection, every collection that asks who
somebody is, and a teller’s picture that no visible page shows.
"""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.utils.text import Truncator
from wagtail.images import get_image_model
from wagtail.models import Collection, CollectionViewRestriction, Page, ReferenceIndex

from campaigns.places.granting import private_collections
from campaigns.places.models import LocalGroup
from uprcities.library.models import ImageText

from ...models import Entry, Original, OtherKind
from ...models.tellers_file import TellersFile
from .text import OtherText, first_language

FIELDS = ("alt", "caption")


def read_pictures(pks=None):
    """The OtherText of each picture (or of those with these ids) that has words; seven queries."""
    images = _images(pks)
    words = _words(pks)
    shown, tellers = _shown(pks), _tellers(pks)
    first = _first_languages(pks)
    place = Places()
    for pk, path in images:
        language = first_language(words[pk], [first.get(f"{OtherKind.PICTURE}-{pk}")])
        is_public = pk in shown
        if not language or place.is_closed(path) or (pk in tellers and not is_public):
            continue
        yield OtherText(
            kind=OtherKind.PICTURE,
            pk=pk,
            title=_title(words[pk][language]),
            language=language,
            words=words[pk],
            city_id=place.city_id(path),
            is_public=is_public,
            tells_testimony=pk in tellers,
        )


class Places:
    """Whose collection is whose, and which are closed."""

    def __init__(self):
        closed = set(private_collections().values())
        restrictions = CollectionViewRestriction.objects.values("collection")
        paths = Collection.objects.filter(pk__in=closed) | Collection.objects.filter(
            pk__in=restrictions
        )
        self.closed = tuple(paths.values_list("path", flat=True))
        groups = LocalGroup.objects.exclude(collection=None)
        self.cities = dict(groups.values_list("collection__path", "city"))

    def is_closed(self, path):
        return path.startswith(self.closed)

    def city_id(self, path):
        """The id of the city whose collection this is or lies in, or None."""
        return next((city for own, city in self.cities.items() if path.startswith(own)), None)


def _images(pks):
    images = get_image_model().objects.order_by("pk")
    if pks is not None:
        images = images.filter(pk__in=pks)
    return list(images.values_list("pk", "collection__path"))


def _words(pks):
    texts = ImageText.objects.order_by("pk")
    if pks is not None:
        texts = texts.filter(image__in=pks)
    words = defaultdict(dict)
    for text in texts:
        words[text.image_id][text.language] = {name: getattr(text, name) for name in FIELDS}
    return words


def _shown(pks):
    """Ids of the pictures that a visible page shows."""
    references = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(get_image_model()),
        base_content_type=ContentType.objects.get_for_model(Page),
    )
    if pks is not None:
        references = references.filter(to_object_id__in=list(map(str, pks)))
    pairs = [
        (int(page), int(pk)) for page, pk in references.values_list("object_id", "to_object_id")
    ]
    visible = Entry.objects.visible()
    if pks is not None:
        visible = visible.filter(page__in={page for page, _pk in pairs})
    pages = set(visible.values_list("page_id", flat=True))
    return {pk for page, pk in pairs if page in pages}


def _tellers(pks):
    files = TellersFile.objects.exclude(image=None)
    if pks is not None:
        files = files.filter(image__in=pks)
    return set(files.values_list("image_id", flat=True))


def _first_languages(pks):
    """What is known already stays so, also when an older language is written again."""
    known = Original.objects.filter(kind=OtherKind.PICTURE)
    if pks is not None:
        known = known.filter(key__in=[f"{OtherKind.PICTURE}-{pk}" for pk in pks])
    return dict(known.values_list("key", "language"))


def _title(said):
    """Its own words: a title that only editors see might name somebody."""
    return Truncator(said["alt"] or said["caption"]).chars(120)
