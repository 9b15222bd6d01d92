"""The addresses of the admin, filled with ids of what is Washington’s."""

import re

from django.urls import URLPattern, get_resolver

CANARY = "Zanzibarine"  # stands in the title of everything that is Washington’s own
# “quokka” stands there too: it is what we search for, and comes back as typed.


def admin_patterns():
    """Every pattern below /admin/, with the converters of its names."""
    for pattern in get_resolver().url_patterns:
        if str(pattern.pattern) == "admin/":
            yield from _below(pattern, "")


def _below(resolver, prefix):
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern).removeprefix("^")  # as Django joins them
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _below(pattern, route)


#: Which thing of theirs a name in an address is filled with.
FILLING = {
    "page_id": "page",
    "page_pk": "page",
    "page_to_move_id": "page",
    "parent_page_id": "page",
    "destination_id": "page",
    "image_id": "image",
    "document_id": "document",
    "doc_id": "document",
    "revision_id": "revision",
    "revision_id_a": "revision",
    "revision_id_b": "revision",
    "collection_id": "collection",
    "task_id": "task",
    "task_state_id": "task_state",
    "workflow_pk": "workflow",
    "workflow_state_id": "workflow_state",
    "translation_id": "translation",
    "request_id": "request",
    "translation_source_id": "source",
    "original_id": "original",
    "object_id": "page",
    "uploaded_file_id": "uploaded_file",
    "session_id": "session",
    "redirect_id": "redirect",
    "string_segment_id": "string_segment",
    "overridable_segment_id": "overridable_segment",
}
WORDS = {
    "content_type_app_name": "pages",
    "content_type_model_name": "findingpage",
    "app_label": "wagtailcore",
    "app_name": "taggit",
    "model_name": "page",
    "action": "delete",
    "action_name": "approve",
    "filter_spec": "width-20",
    "mode": "default",
    "language": "ru",  # into which each page of theirs is being turned
    "file_format": "po",
    "uidb64": "Mg",
    "token": "x-y",
}
#: What “pk” stands for, by the beginning of the route.
PK = {
    "api/main/pages/": "page",
    "api/main/documents/": "document",
    "api/main/images/": "image",
    "pages/": "page",
    "images/": "image",
    "documents/": "document",
    "collections/": "collection",
    "workflows/tasks/": "task",
    "workflows/": "workflow",
    "users/": "user",
    "sites/": "site",
    "locales/": "locale",
    "testimony/": "testimony",
    "city/": "city",
    "localgroup/": "group",
    "membership/": "user",
}


def named_in(route):
    """What a route’s ids name: {name in the route: what of theirs fills it}."""
    pk = next((name for start, name in PK.items() if route.startswith(start)), "page")
    names = re.findall(r"<(?:\w+:)?(\w+)>", route)
    return {name: FILLING.get(name, pk) for name in names if name not in WORDS}


def fill(route, theirs, **others):
    """The address of a route with ids of Washington’s things in it; ``others`` are by name."""
    named = named_in(route)

    def value(match):
        name = match["name"]
        return str(others.get(name) or WORDS.get(name) or theirs[named[name]])

    path = re.sub(r"\(\?P<(?P<name>\w+)>[^)]*\)", value, route)
    path = re.sub(r"<(?:\w+:)?(?P<name>\w+)>", value, path)
    return "/admin/" + path.replace("^", "").replace("$", "").replace("\\.", ".")


def body(answer):
    if answer.streaming:
        return b"".join(answer.streaming_content).decode(errors="replace")
    return answer.content.decode(errors="replace")
