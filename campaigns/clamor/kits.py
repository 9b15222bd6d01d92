"""Packs a media kit into a zip file: the same contents always give the same bytes.

A zip is written under a temporary name and takes its place only when it is whole, so a reader
never sees half a kit, and a killed worker leaves the old one standing.
"""

import hashlib
import json
import logging
import tempfile
import uuid
import zipfile
from pathlib import Path

from django.core.files import File
from django.db import transaction
from django.utils import timezone

from .members import members
from .models import BuildState, KitBuild

logger = logging.getLogger(__name__)
PIECE = 1024 * 1024
#: Every member carries this moment: a zip must not change because it was packed at another time.
SAME_MOMENT = (2000, 1, 1, 0, 0, 0)


class BuiltFile(File):
    """A finished zip that the storage may move instead of copying it."""

    def temporary_file_path(self):
        return self.name


def bring_up_to_date(page, contents):
    """The KitBuild of a kit page with these contents, packed anew only when something changed.

    A failure is kept on the build, in words for the editor, and the old zip is gone: it no
    longer holds what the page promises. Never raises for a picture or document that is missing.
    """
    build, _made = KitBuild.objects.get_or_create(page_id=page.pk)
    if build.holds(contents) and build.file.storage.exists(build.file.name):
        return build
    try:
        return _pack(build, contents)
    except (OSError, ValueError, zipfile.BadZipFile) as fault:
        logger.warning("Kit %s could not be packed: %s", page.pk, type(fault).__name__)
        build.state, build.error = BuildState.FAILED, str(fault)[:500]
        build.save(update_fields=["state", "error"])
        return build


def _pack(build, contents):
    fingerprint = contents.fingerprint()
    made_at = build.made_at if build.fingerprint == fingerprint else timezone.now()
    made_at = (made_at or timezone.now()).replace(microsecond=0)
    with tempfile.NamedTemporaryFile(suffix=".zip", delete=False) as unfinished:
        place = Path(unfinished.name)
    try:
        manifest = write_zip(place, contents, made_at)
        _take_place(build, place, manifest, fingerprint, made_at)
    finally:
        place.unlink(missing_ok=True)
    return build


def _take_place(build, place, manifest, fingerprint, made_at):
    before = build.file.name
    build.size, build.sha256 = place.stat().st_size, _sum_of(place)
    with place.open("rb") as zipped:
        build.file.save(f"{uuid.uuid4()}.zip", BuiltFile(zipped, str(place)), save=False)
    build.manifest, build.fingerprint, build.made_at = manifest, fingerprint, made_at
    build.state, build.error = BuildState.READY, ""
    build.save()
    if before and before != build.file.name:
        storage = build.file.storage
        transaction.on_commit(lambda: storage.delete(before))


def write_zip(place, contents, made_at):
    """Write the kit to ``place``; returns its manifest, which is also the last member."""
    manifest = {
        "title": contents.title,
        "language": contents.language,
        "address": contents.address,
        "made_at": made_at.isoformat(),
        "members": [],
    }
    with zipfile.ZipFile(place, "w", zipfile.ZIP_STORED) as packed:
        for name, body in members(contents):
            manifest["members"].append(_add(packed, name, body))
        text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
        _add(packed, "manifest.json", text.encode())
    return manifest


def _add(packed, name, body):
    name.encode("ascii")  # a name that an old computer cannot read is a fault of ours
    total, size = hashlib.sha256(), 0
    info = zipfile.ZipInfo(name, SAME_MOMENT)
    info.external_attr = 0o644 << 16
    with packed.open(info, "w") as member:
        for piece in _pieces(body):
            member.write(piece)
            total.update(piece)
            size += len(piece)
    return {"name": name, "sha256": total.hexdigest(), "size": size}


def _pieces(body):
    if isinstance(body, bytes):
        yield body
        return
    with body:
        while piece := body.read(PIECE):
            yield piece


def _sum_of(place):
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
