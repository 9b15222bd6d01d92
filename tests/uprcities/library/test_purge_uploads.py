"""Raw uploads that somebody began and did not finish do not stay."""

import os
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from wagtail.models import UploadedFile

from uprcities.management.commands import run_clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def parked(settings, tmp_path):
    """A raw upload of two hours ago, parked by Wagtail, and one that a crash left behind."""
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    row = UploadedFile.objects.create(file=ContentFile(b"GPS of Maria", name="maria.jpg"))
    paths = [Path(row.file.path), tmp_path / "tmpx1.upload.jpg"]
    paths[1].write_bytes(b"GPS of Maria")
    for path in paths:
        os.utime(path, (time.time() - 7200, time.time() - 7200))
    return paths


def purge(*arguments):
    told = StringIO()
    call_command("purge_uploads", *arguments, stdout=told)
    return told.getvalue()


class PurgeTests:
    def test_old_raw_uploads_go_with_their_rows(self, parked):
        assert "2 raw uploads deleted." in purge()

        assert not any(path.exists() for path in parked)
        assert not UploadedFile.objects.exists()

    def test_young_ones_stay(self, parked):
        assert "0 raw uploads" in purge("--hours", "3")

        assert all(path.exists() for path in parked)
        assert UploadedFile.objects.exists()

    def test_a_dry_run_only_tells(self, parked):
        assert "2 raw uploads would go." in purge("--dry-run")

        assert all(path.exists() for path in parked)

    def test_the_clock_does_it_each_minute(self, parked, monkeypatch):
        def end(seconds):
            raise KeyboardInterrupt

        monkeypatch.setattr("time.sleep", end)
        # A test lives in one transaction of one connection.
        monkeypatch.setattr(run_clock, "close_old_connections", lambda: None)
        with pytest.raises(KeyboardInterrupt):
            call_command("run_clock")

        assert not any(path.exists() for path in parked)

    def test_an_empty_site_is_no_failure(self, settings, tmp_path):
        settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)

        assert "0 raw uploads" in purge()
