"""What a picture shows, for those who cannot see it, and its caption."""

from wagtail.search import index

from campaigns.places.models import City
from campaigns.places.rights import languages_of
from uprcities.library.models import Image, ImageText

from ..other_texts.pictures import read_pictures
from ..rights import is_away_for
from .words_sheet import WordsSheet


class PictureSheet(WordsSheet):
    """Written by whoever changes words of the city whose group owns the picture."""

    model = ImageText
    first_field = "alt"

    def may_write(self, user):
        city = City.objects.filter(pk=self.text.city_id).first()
        return self.language in languages_of(user, city) and not is_away_for(user, city)

    def _put(self, written):
        texts = ImageText.objects.filter(image=self.text.pk, language=self.language)
        text = texts.first() or ImageText(image_id=self.text.pk, language=self.language)
        for name, words in written.items():
            setattr(text, name, words)
        if text.alt or text.caption:
            text.save()
        elif text.pk:
            text.delete()
        index.insert_or_update_object(Image.objects.get(pk=self.text.pk))

    def _text_now(self):
        return next(read_pictures([self.text.pk]), None)


def open_picture_sheet(original, language):
    """The sheet of a picture; None for one that is not for everybody’s eyes (any more)."""
    text = next(read_pictures([int(original.key.partition("-")[2])]), None)
    if text is None or language == text.language:
        return None
    return PictureSheet(original, language, text)
