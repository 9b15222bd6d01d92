"""Whether the database, the cache and the storage work, for whoever watches the site."""

import secrets

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@require_safe
@never_cache
def healthz(request):
    """200 and {"database": true, …} while everything answers, 503 otherwise."""
    answers = {name: works(check) for name, check in CHECKS.items()}
    return JsonResponse(answers, status=200 if all(answers.values()) else 503)


def works(check):
    try:
        return bool(check())
    except Exception:  # noqa: BLE001 (whatever went wrong, the answer is "it does not work")
        return False


def database_answers():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def cache_remembers():
    word = secrets.token_hex(8)
    cache.set(f"healthz-{word}", word, timeout=5)
    return cache.get(f"healthz-{word}") == word


def storage_keeps():
    name = default_storage.save(f"healthz/{secrets.token_hex(8)}", ContentFile(b"works"))
    try:
        with default_storage.open(name) as file:
            return file.read() == b"works"
    finally:
        default_storage.delete(name)


CHECKS = {"database": database_answers, "cache": cache_remembers, "storage": storage_keeps}
