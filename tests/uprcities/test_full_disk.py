"""A full disk is said in a sentence; what was there stays readable."""

import errno
from contextlib import suppress

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import Collection

from uprcities.lib.disks import disk_is_full
from uprcities.library.models import Document


@pytest.fixture
def full_disk(settings, small_disk):
    """Originals lie on a disk on which nothing more fits."""
    options = {"location": str(small_disk), "base_url": None}
    settings.STORAGES = settings.STORAGES | {
        "default": settings.STORAGES["default"] | {"OPTIONS": options}
    }
    with (small_disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        while ballast.write(b"0" * 65_536):
            pass


class FullDiskTests:
    def test_an_upload_is_answered_with_what_to_do(self, client, cast, full_disk):
        client.force_login(cast.admin)
        client.raise_request_exception = False

        form = {
            "title": "Minutes",
            "collection": Collection.get_first_root_node().pk,
            "file": ContentFile(b"words " * 90_000, name="minutes.txt"),
        }
        answer = client.post(reverse("wagtaildocs:add"), form)

        assert answer.status_code == 507
        assert "disk is full" in answer.content.decode()
        assert not Document.objects.exists()

    def test_reading_goes_on(self, client, home, full_disk):
        assert client.get("/en/cities/pittsburgh/").status_code == 200

    def test_healthz_says_so(self, client, db, full_disk):
        assert client.get("/healthz").json()["storage"] is False


class RecognisingTests:
    def test_it_is_known_by_any_name(self):
        assert disk_is_full(OSError(errno.ENOSPC, "No space left on device"))
        assert disk_is_full(RuntimeError("database or disk is full"))
        assert not disk_is_full(OSError(errno.EACCES, "Permission denied"))
        assert not disk_is_full(None)

    def test_it_is_known_behind_another_error(self):
        error = ValueError("not saved")
        error.__cause__ = OSError(errno.ENOSPC, "No space left on device")

        assert disk_is_full(error)
