from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.search import index

from uprcities.lib.file_names import ascii_file_name
from uprcities.library.cleaning.document import CONTENT_TYPES
from uprcities.library.fields import DocumentField, store_file
from uprcities.library.licences import licence_choices, licence_for
from uprcities.library.titles import title_of


def get_document_upload_to(instance, filename):
    name = uuid4().hex
    return f"documents/{name[:2]}/{name}.{extension_of(filename)}"


def extension_of(name):
    return name.rpartition(".")[2].lower()


class Document(AbstractDocument):
    """A paper or a recording that pages link to, under an address nobody can guess."""

    title = models.CharField(
        _("title"),
        max_length=255,
        blank=True,
        help_text=_("Readers see this, and the file they download is named after it."),
    )
    file = DocumentField(_("file"), upload_to=get_document_upload_to)
    token = models.UUIDField(default=uuid4, unique=True, editable=False)
    language = models.CharField(
        _("language"),
        max_length=16,
        blank=True,
        help_text=_("The language it is written or spoken in."),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made it, as they want to be named."),
    )
    licence = models.CharField(_("licence"), max_length=40, blank=True, choices=licence_choices)

    # The same as Wagtail's, under names of our own: its unused Document claims the usual ones.
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
        blank=True, related_name="library_documents", verbose_name=_("tags"), help_text=None
    )

    admin_form_fields = ("title", "file", "collection", "language", "credit", "licence", "tags")
    search_fields = [*AbstractDocument.search_fields, index.SearchField("credit")]

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    def save(self, *args, **kwargs):
        self.title = title_of(self, gettext("Untitled document"))
        before = type(self).objects.filter(pk=self.pk).values_list("file", flat=True).first()
        store_file(self)
        super().save(*args, **kwargs)
        if before and before != self.file.name:
            storage = self.file.storage
            transaction.on_commit(lambda: storage.delete(before))

    @property
    def licence_terms(self):
        return licence_for(self.licence)

    @property
    def filename(self):
        return ascii_file_name(self.title, extension_of(self.file.name), fallback="document")

    @property
    def content_type(self):
        return CONTENT_TYPES.get(self.file_extension, "application/octet-stream")

    @property
    def content_disposition(self):
        return f'attachment; filename="{self.filename}"'

    @property
    def url(self):
        return reverse("library:document", args=[self.token, self.filename])
