from django import forms
from django.utils.text import capfirst, format_lazy
from django.utils.translation import get_language_info, gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm
from wagtail.search import index as search_index

from uprcities.lib.language_choices import LanguageSelect
from uprcities.library.upload_fields import DocumentUploadField, PictureUploadField

ALT_LABEL = pgettext_lazy("picture", "Description in %(language)s")
ALT_HELP = _(
    "What the picture shows, for people who cannot see it. Leave out names of people who did "
    "not agree to be named."
)
ALT_MISSING = _(
    "Still missing: in this language the picture says nothing to people who cannot see it."
)
CAPTION_LABEL = pgettext_lazy("picture", "Caption in %(language)s")


class UploadForm:
    """Replaces Wagtail's file field by ours, and keeps file names out of titles."""

    upload_field = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            label = self.fields["file"].label
            # Without Wagtail's attributes: its script copies the name of the file into the title.
            self.fields["file"] = self.upload_field(
                label=label, required=self.fields["file"].required, widget=forms.FileInput()
            )


class ImageForm(UploadForm, BaseImageForm):
    """A picture with its words in every language. Nothing but the file itself is required."""

    upload_field = PictureUploadField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        texts = {}
        if self.instance.pk:
            texts = {text.language: text for text in self.instance.texts.all()}
        for number, code in enumerate(get_content_languages()):
            language = capfirst(gettext(get_language_info(code)["name"]))
            text = texts.get(code)
            self.fields[f"alt_{code}"] = forms.CharField(
                label=ALT_LABEL % {"language": language},
                help_text=self.help_with_alt(text, is_first=number == 0),
                max_length=500,
                required=False,
                initial=text.alt if text else "",
                widget=forms.TextInput(attrs={"lang": code, "dir": "auto"}),
            )
            self.fields[f"caption_{code}"] = forms.CharField(
                label=CAPTION_LABEL % {"language": language},
                required=False,
                initial=text.caption if text else "",
                widget=forms.Textarea(attrs={"rows": 2, "lang": code, "dir": "auto"}),
            )

    def help_with_alt(self, text, is_first):
        """What the words are for, said once; that they are missing, said at each that is."""
        is_missing = self.instance.pk and not (text and text.alt)
        said = [ALT_MISSING] * bool(is_missing) + [ALT_HELP] * is_first
        return format_lazy(" ".join(["{}"] * len(said)), *said)

    def save(self, commit=True):
        image = super().save(commit=commit)
        if commit:
            self.save_texts()
            search_index.insert_or_update_object(image)  # again, now that it has its words
        return image

    def save_texts(self):
        """Write the words of each language whose fields were sent; empty ones are dropped."""
        for code in get_content_languages():
            if (
                f"alt_{code}" not in self.changed_data
                and f"caption_{code}" not in self.changed_data
            ):
                continue
            words = {
                part: self.cleaned_data.get(f"{part}_{code}", "") for part in ("alt", "caption")
            }
            if any(words.values()):
                self.instance.texts.update_or_create(language=code, defaults=words)
            else:
                self.instance.texts.filter(language=code).delete()


class DocumentForm(UploadForm, BaseDocumentForm):
    """A document or a recording. Nothing but the file itself is required."""

    upload_field = DocumentUploadField

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "language" in self.fields:
            self.fields["language"].widget = LanguageSelect(may_be_empty=True)
