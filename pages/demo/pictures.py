"""Puts the demo’s drawings into the library, each with its words in every language at hand."""

from django.core.files.base import ContentFile
from wagtail.images import get_image_model
from wagtail.models import Collection

from . import files
from .artwork import draw


def make_pictures(languages):
    """Draw each picture named in the files; returns ``{name: Image}``."""
    words = {language: files.pictures_in(language) for language in languages}
    return {
        name: _make_picture(name, facts, words)
        for name, facts in words[files.FIRST_LANGUAGE].items()
    }


def _make_picture(name, facts, words):
    collection = Collection.objects.filter(name=facts.get("collection", "")).first()
    image = get_image_model()(
        title=name,
        credit=facts["credit"],
        licence=facts["licence"],
        collection=collection or Collection.get_first_root_node(),
    )
    image.file = ContentFile(draw(name), name=f"{name}.png")
    image.save()
    for language, pictures in words.items():
        if name in pictures:
            texts = pictures[name]
            image.texts.create(
                language=language, alt=texts["alt"], caption=texts.get("caption", "")
            )
    return image
