"""Two versions of a page: what differs, and both side by side as readers meet them."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.revisions import RevisionsCompareView, RevisionsView
from wagtail.models import Revision
from wagtail.utils.decorators import xframe_options_sameorigin_override

from ..change_notes import notes_on
from ..models import Entry

LIVE = "live"


@dataclass
class Side:
    """One of the two versions; without an address for its frame, ``why`` says why not."""

    heading: str
    revision: Revision | None
    frame: str = ""
    why: str = ""


@method_decorator(xframe_options_sameorigin_override, name="get")
class FrameableVersionView(RevisionsView):
    """One version as readers would meet it; our own comparison may frame it."""


class SideBySideView(RevisionsCompareView):
    """Shows what readers see beside what is proposed, with what the authors said of the change."""

    template_name = "pages/admin/compare.html"

    def get_context_data(self, **kwargs):
        pair = [self._version(self.revision_id_a), self._version(self.revision_id_b)]
        kept = [version for version in pair if version != LIVE]
        revisions = self.object.revisions.select_related("user").in_bulk(
            [self.object.live_revision_id if version == LIVE else version for version in pair]
        )
        later = _("Proposed") if pair[0] == LIVE else _("Later version")
        return super().get_context_data(**kwargs) | {
            "sides": [
                self._side(pair[0], _("Earlier version"), revisions),
                self._side(pair[1], later, revisions),
            ],
            "notes": self._notes(sorted(revisions), kept),
        }

    def _version(self, name):
        """The id of a version by its name in the address, or LIVE for what readers see."""
        if name == LIVE or name == str(self.object.live_revision_id):
            return LIVE
        if name == "latest":
            return self._version(str(self.object.latest_revision_id))
        if name == "earliest":
            first = self.object.revisions.order_by("created_at", "id").first()
            return self._version(str(first.pk)) if first else LIVE
        return int(name)

    def _side(self, version, heading, revisions):
        if version != LIVE:
            if version not in revisions:
                raise Http404
            return Side(heading, revisions[version], self._frame(version))
        revision = revisions.get(self.object.live_revision_id)
        side = Side(_("Readers see now"), revision)
        if not Entry.objects.visible().filter(page=self.object.pk).exists():
            side.why = _("Readers do not see this page now.")
        elif revision is None:
            side.why = _("What readers see was not kept as a version.")
        else:
            side.frame = self._frame(revision.pk)
        return side

    def _frame(self, pk):
        return reverse("wagtailadmin_pages:revisions_view", args=[self.object.pk, pk])

    def _notes(self, found, kept):
        """What was said after the one version and up to the other."""
        if len(found) == 2:
            return notes_on(self.object, after=found[0], up_to=found[1])
        return notes_on(self.object, up_to=max(kept)) if kept else []
