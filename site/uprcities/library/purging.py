"""Delete raw uploads: those Wagtail parks until a form is complete, and those a crash left behind."""

import os
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import UploadedFile

PARKED = UploadedFile._meta.get_field("file").upload_to


def purge_parked_uploads(older_than, dry_run=False):
    """Delete what is older than the timedelta; returns how many files went, or would go."""
    before = timezone.now() - older_than
    names = [name for name in parked_names() if default_storage.get_modified_time(name) < before]
    paths = [path for path in abandoned_uploads() if written_at(path) < before]
    if not dry_run:
        for name in names:
            default_storage.delete(name)
        for path in paths:
            path.unlink(missing_ok=True)
        forget_rows_without_file()
    return len(names) + len(paths)


def parked_names():
    try:
        files = default_storage.listdir(PARKED)[1]
    except FileNotFoundError:
        return []
    return [f"{PARKED}/{name}" for name in files]


def abandoned_uploads():
    """Django's own temporary uploads, which normally end with their request."""
    folder = Path(settings.FILE_UPLOAD_TEMP_DIR or tempfile.gettempdir())
    return [path for path in folder.glob("*.upload*") if is_ours(path)]


def is_ours(path):
    return path.is_file() and path.stat().st_uid == os.getuid()


def written_at(path):
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)


def forget_rows_without_file():
    for row in UploadedFile.objects.all():
        if not row.file or not row.file.storage.exists(row.file.name):
            row.delete()
