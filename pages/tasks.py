"""Work that nobody waits for."""

from django_tasks import task

from campaigns.clamor.kits import bring_up_to_date

from .kits import contents_of
from .models import MediaKitPage
from .translating.machine.drafting import go_on


@task(backend="jobs")
def pack_kits(page_ids):
    """Pack anew those of the kits that changed; safe to run twice."""
    for kit in MediaKitPage.objects.filter(pk__in=page_ids, live=True).select_related("locale"):
        bring_up_to_date(kit, contents_of(kit))


@task(backend="jobs")
def draft_by_machine(draft_id, run):
    """Let a service draft what a text lacks; safe to run twice."""
    go_on(draft_id, run)
