from dataclasses import dataclass
from pathlib import PurePath
from uuid import uuid4

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
    get_upload_to,
)
from wagtail.search import index

from uprcities.library.fields import PictureField, store_file
from uprcities.library.licences import licence_choices, licence_for
from uprcities.library.titles import title_of

# The stored original never becomes public, not even as a rendition of the same size.
LARGEST_PUBLIC = "max-2400x2400"


@dataclass(frozen=True)
class ImageWords:
    """The words of a picture, each with the language that it is really in."""

    alt: str
    language: str
    caption: str
    caption_language: str


class Image(AbstractImage):
    """A picture, who made it, and how it may be used."""

    title = models.CharField(
        _("title"),
        max_length=255,
        blank=True,
        help_text=_("Only editors see this. Do not name a person who did not agree to it."),
    )
    file = PictureField(
        verbose_name=_("file"), upload_to=get_upload_to, width_field="width", height_field="height"
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, as they want to be named: Ana Diaz / Pittsburgh group."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=40,
        blank=True,
        choices=licence_choices,
        help_text=_(
            "Without a licence the picture can be shown here but is never handed to the press."
        ),
    )
    # The same as Wagtail's, under names of our own: its unused Image claims the usual ones.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("uploaded by user"),
    )
    uploaded_by_user.wagtail_reference_index_ignore = True
    tags = TaggableManager(
        blank=True, related_name="library_images", verbose_name=_("tags"), help_text=None
    )
    colour = models.CharField(_("average colour"), max_length=7, blank=True, editable=False)

    # The words of every language are added by the form: uprcities.library.forms.ImageForm.
    admin_form_fields = (
        "title",
        "file",
        "collection",
        "credit",
        "licence",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )
    search_fields = [
        *AbstractImage.search_fields,
        index.SearchField("credit"),
        index.FilterField("licence"),
        index.AutocompleteField("credit"),
        index.RelatedFields(
            "texts",
            [
                index.SearchField("alt"),
                index.AutocompleteField("alt"),
                index.SearchField("caption"),
                index.AutocompleteField("caption"),
            ],
        ),
    ]

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        self.title = title_of(self, gettext("Untitled picture"))
        before = self.stored_file_name()
        store_file(self)
        super().save(*args, **kwargs)
        if before and before != self.file.name:
            self.forget_file(before)

    def stored_file_name(self):
        return type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()

    def forget_file(self, name):
        """Drop a replaced original and everything that was made from it."""
        self.renditions.all().delete()
        storage = self.file.storage
        transaction.on_commit(lambda: storage.delete(name))

    def get_upload_to(self, filename):
        return random_path("originals", filename)

    @property
    def licence_terms(self):
        return licence_for(self.licence)

    @property
    def default_alt_text(self):
        return self.text_for(get_language() or settings.LANGUAGE_CODE).alt

    def text_for(self, language):
        """The alt text and caption for a reader of that language.

        Where a word is missing in it, the site's first language is used, then any other; the
        answer says which. Prefetch "texts" to ask for many pictures without a query each.
        """
        texts = {text.language: text for text in self.texts.all()}
        order = [language, settings.LANGUAGE_CODE, *sorted(texts)]
        alt, alt_language = first_words(texts, order, "alt")
        caption, caption_language = first_words(texts, order, "caption")
        return ImageWords(alt, alt_language or language, caption, caption_language or language)

    def get_rendition(self, wanted):
        """As Wagtail's, but a lost or broken original gives a broken picture, not a broken page."""
        spec = wanted.spec if isinstance(wanted, Filter) else wanted
        try:
            return super().get_rendition(LARGEST_PUBLIC if spec == "original" else wanted)
        except SourceImageIOError:
            missing = Rendition(image=self, width=0, height=0)
            missing.file.name = "not-found"
            return missing

    def generate_rendition_file(self, wanted, *, source=None):
        wanted.operations  # noqa: B018 (a misspelt filter is the programmer's fault, not the file's)
        try:
            return super().generate_rendition_file(wanted, source=source)
        except Exception as error:  # decoders and storages fail in many ways
            raise SourceImageIOError(str(error)) from error

    def create_rendition(self, wanted):
        """As Wagtail's, but the file of the slower of two makers does not stay behind."""
        key = {"filter_spec": wanted.spec, "focal_point_key": wanted.get_cache_key(self)}
        if existing := self.renditions.filter(**key).first():
            return existing
        rendition = Rendition(image=self, file=self.generate_rendition_file(wanted), **key)
        try:
            with transaction.atomic():
                rendition.save()
        except IntegrityError:
            rendition.file.delete(save=False)
            return self.renditions.get(**key)
        return rendition


class ImageText(models.Model):
    """What a picture shows, told in one language to those who cannot see it and those who can."""

    image = models.ForeignKey(
        Image, models.CASCADE, related_name="texts", verbose_name=_("picture")
    )
    language = models.CharField(_("language"), max_length=16)
    alt = models.CharField(_("description"), max_length=500, blank=True)
    caption = models.TextField(_("caption"), blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("words of a picture")
        verbose_name_plural = _("words of pictures")
        constraints = [
            models.UniqueConstraint(fields=["image", "language"], name="one_text_per_language")
        ]

    def __str__(self):
        return self.alt or self.caption


class Rendition(AbstractRendition):
    """A picture at the size and in the format that a page shows: the only public copy."""

    image = models.ForeignKey(
        Image, models.CASCADE, related_name="renditions", verbose_name=_("picture")
    )

    class Meta:
        verbose_name = _("shown size of a picture")
        verbose_name_plural = _("shown sizes of pictures")
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_spec"
            )
        ]

    def get_upload_to(self, filename):
        return random_path("pictures", filename)


def random_path(folder, filename):
    """A place that cannot be guessed and says nothing about the upload."""
    name = uuid4().hex
    return f"{folder}/{name[:2]}/{name}{PurePath(filename).suffix.lower()}"


def first_words(texts, order, field):
    for language in order:
        if language in texts and (words := getattr(texts[language], field)):
            return words, language
    return "", ""
