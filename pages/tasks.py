"""Work that nobody waits for."""

from django_tasks import task

from campaigns.clamor.kits import bring_up_to_date

from .kits import contents_of
from .models import MediaKitPage


@task(backend="jobs")
def pack_kits(page_ids):
    """Pack anew those of the kits that changed; safe to run twice."""
    for kit in MediaKitPage.objects.filter(pk__in=page_ids, live=True).select_related("locale"):
        bring_up_to_date(kit, contents_of(kit))
