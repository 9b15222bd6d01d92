from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from uprcities.lib.byte_ranges import ranged_response
from uprcities.library.models import Document
from uprcities.library.publication import is_public


@require_safe
def serve_document(request, token, filename):
    """Hand out a document: to everybody once it is published, before that to its editors alone."""
    document = get_object_or_404(Document.objects.select_related("collection"), token=token)
    public = is_public(document)
    if not public and not may_work_on(request.user, document):
        raise Http404
    if filename != document.filename:
        return HttpResponseRedirect(document.url)
    return as_download(request, document, public)


def may_work_on(user, document):
    policy = policy_registry.get_by_type(Document)
    return user.is_authenticated and policy.user_has_any_permission_for_instance(
        user, ["change", "delete", "choose"], document
    )


def as_download(request, document, public):
    if not document.file.storage.exists(document.file.name):
        raise Http404
    response = ranged_response(
        request,
        lambda: document.file.storage.open(document.file.name, "rb"),
        document.get_file_size(),
        document.content_type,
        etag=document.file_hash,
    )
    response["Content-Disposition"] = document.content_disposition
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cache-Control"] = (
        "public, max-age=0, must-revalidate" if public else "private, no-store"
    )
    return response
