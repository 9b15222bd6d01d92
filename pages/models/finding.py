from operator import itemgetter

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from ..blocks.finding import ChangeBlocks, EvidenceBlocks, UnStatementBlocks, UpdateBlocks
from ..blocks.prose import ProseBlocks
from ..panels import guide
from .base import TaggedPage, happened_on
from .entry import EntryKind
from .links import entries_for
from .place import BelongsToCity
from .translated import same


class FindingKind(models.TextChoices):
    PROBLEM = "problem", _("Problem")
    PROGRESS = "progress", _("Progress")


class FindingStatus(models.TextChoices):
    OPEN = "open", _("Open: nothing has changed")
    PROMISED = "promised", _("Promised: a body said it will act")
    UNDER_WAY = "under_way", _("Under way: something has begun")
    SETTLED = "settled", _("Settled: it was put right")
    AT_RISK = "at_risk", _("At risk: progress may be undone")


class FindingPage(BelongsToCity, TaggedPage):
    """What the evidence shows about rights in one city, in one sentence and with proof."""

    kind = models.CharField(_("kind"), max_length=10, choices=FindingKind)
    since = models.CharField(
        _("since when"), max_length=80, blank=True, help_text=_("Such as: since 2017.")
    )
    picture = models.ForeignKey(
        "library.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
    )
    body = StreamField(
        ProseBlocks(),
        verbose_name=_("what is happening"),
        help_text=_("Compare law and practice. Say who is affected, and break numbers down."),
    )
    evidence = StreamField(EvidenceBlocks(), verbose_name=_("evidence"), blank=True)
    un_statements = StreamField(UnStatementBlocks(), verbose_name=_("what the UN said"), blank=True)
    changes = StreamField(ChangeBlocks(), verbose_name=_("what should change"), blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=FindingStatus, default=FindingStatus.OPEN
    )
    status_on = models.DateField(_("status as of"), null=True, blank=True)
    updates = StreamField(UpdateBlocks(), verbose_name=_("updates"), blank=True)

    must_be_approved = True
    entry_kind = EntryKind.FINDING
    read_with = ("picture",)
    parent_page_types = ["pages.CityProfilePage"]
    subpage_types = []

    content_panels = [
        *TaggedPage.content_panels,
        MultiFieldPanel(
            ["kind", "since", guide("numbers"), "body", "picture"],
            heading=_("What is happening?"),
        ),
        MultiFieldPanel(["evidence"], heading=_("How do we know?")),
        MultiFieldPanel(
            [guide("article"), "rights", "themes", "un_statements"], heading=_("Which rights?")
        ),
        MultiFieldPanel([guide("ask"), "changes"], heading=_("What should change, and by whom?")),
        MultiFieldPanel(["status", "status_on", "updates"], heading=_("Where does it stand?")),
    ]
    search_fields = [
        *TaggedPage.search_fields,
        index.SearchField("body"),
        index.SearchField("changes"),
    ]
    api_fields = [
        *TaggedPage.api_fields,
        APIField("kind"),
        APIField("since"),
        APIField("body"),
        APIField("evidence"),
        APIField("un_statements"),
        APIField("changes"),
        APIField("status"),
        APIField("status_on"),
        APIField("updates"),
    ]

    override_translatable_fields = [
        *TaggedPage.override_translatable_fields,
        *same("kind", "picture", "status", "status_on"),
    ]

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def get_context(self, request, *args, **kwargs):
        language = self.locale.language_code
        chosen = [block.value["story"].pk for block in self.evidence if _names_story(block)]
        return super().get_context(request, *args, **kwargs) | {
            "voices": entries_for(chosen, language),
            "updates_newest_first": sorted(
                (block.value for block in self.updates), key=itemgetter("date"), reverse=True
            ),
        }

    def entry_facts(self):
        facts = {"mark": self.kind, "picture": self.picture}
        return facts | happened_on(self.status_on)


def _names_story(block):
    return block.block_type == "story" and block.value.get("story")
