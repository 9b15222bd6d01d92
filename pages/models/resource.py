from django.utils.translation import gettext_lazy as _
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks.press import KitDocumentBlocks
from ..blocks.prose import ProseBlocks
from .base import BasePage, TaggedPage
from .entry import EntryKind
from .place import BelongsToCity


class ResourcePage(BelongsToCity, TaggedPage):
    """Something that helps people to collect, compile or clamor."""

    body = StreamField(ProseBlocks(), verbose_name=_("text"))
    documents = StreamField(KitDocumentBlocks(), verbose_name=_("documents"), blank=True)

    entry_kind = EntryKind.RESOURCE
    parent_page_types = ["pages.HomePage", "pages.CityProfilePage"]
    subpage_types = []

    content_panels = [*TaggedPage.content_panels, "body", "documents", "rights", "themes"]
    search_fields = [*TaggedPage.search_fields, index.SearchField("body")]
    api_fields = [*TaggedPage.api_fields, APIField("body")]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")


class StandardPage(BasePage):
    """A page of the house: about, contact, privacy."""

    body = StreamField(ProseBlocks(), verbose_name=_("text"))

    entry_kind = EntryKind.STANDARD
    parent_page_types = ["pages.HomePage"]
    subpage_types = []

    content_panels = [*BasePage.content_panels, "body"]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    api_fields = [*BasePage.api_fields, APIField("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
