"""What journalists download: the kit, its pictures one by one, and the release as plain text."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from campaigns.clamor.kits import bring_up_to_date
from campaigns.clamor.models import BuildState
from uprcities.lib.byte_ranges import ranged_response
from uprcities.library.press_copies import PRESS_EDGE, WEB_EDGE, press_copy

from ..kits import contents_of
from ..models import Entry, EntryKind, MediaKitPage, PressReleasePage
from ..releases import release_text

EDGES = {"press": PRESS_EDGE, "web": WEB_EDGE}
RETRY_AFTER = "60"  # seconds


@require_safe
def kit_zip(request, tail):
    """The kit as one zip: with its length, in ranges, and never with what was taken back.

    The zip at hand is handed out only if it is exactly what may be shown now; otherwise it is
    packed anew first. 503 with Retry-After when that fails.
    """
    kit = _page_at(tail, EntryKind.KIT, MediaKitPage)
    build = bring_up_to_date(kit, contents_of(kit))
    if build.state != BuildState.READY:
        answer = render(request, "pages/kit_not_ready.html", {"page": kit}, status=503)
        answer["Retry-After"] = RETRY_AFTER
        return answer
    storage, name = build.file.storage, build.file.name
    answer = ranged_response(
        request, lambda: storage.open(name, "rb"), build.size, "application/zip", build.sha256
    )
    answer["Content-Disposition"] = f'attachment; filename="{kit.slug}-{get_language()}.zip"'
    return _not_kept(answer)


@require_safe
def kit_picture(request, tail, stem, size):
    """One picture of a kit for print or for the web, by the same rules as the zip."""
    kit = _page_at(tail, EntryKind.KIT, MediaKitPage)
    contents = contents_of(kit)
    picture = next((found for found in contents.pictures if found.stem == stem), None)
    if picture is None:
        raise Http404
    try:
        jpeg = press_copy(picture.image, EDGES[size], contents.language, contents.address)
    except OSError as missing:
        raise Http404 from missing
    answer = HttpResponse(jpeg, content_type="image/jpeg")
    answer["Content-Disposition"] = f'attachment; filename="{stem}-{size}.jpg"'
    return _not_kept(answer)


@require_safe
def release_as_text(request, tail):
    """The release as plain text, to be copied."""
    release = _page_at(tail, EntryKind.RELEASE, PressReleasePage)
    text = release_text(release) + "\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _page_at(tail, kind, model):
    visible = Entry.objects.visible().in_language(get_language()).of_kind(kind)
    entry = visible.filter(tail=tail).first()
    if entry is None:
        raise Http404
    return model.objects.select_related("locale").get(pk=entry.page_id)


def _not_kept(answer):
    """Whoever asks again asks us: what was taken back is not handed out from a store."""
    answer["Cache-Control"] = "public, max-age=0, must-revalidate"
    return answer
