import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.models import Collection

from campaigns.places.models import LocalGroup

FOLDERS = [Path(settings.PRIVATE_ROOT), Path(settings.MEDIA_ROOT)]


@pytest.fixture(autouse=True)
def folders():
    """Empty private and public folders, so that a test can look at everything that was written."""
    for folder in FOLDERS:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    cache.clear()  # or a size whose file is gone would be remembered
    return FOLDERS


@pytest.fixture
def stored(folders):
    """All files of ours on the disk, by name."""

    def read():
        return {
            str(path): path.read_bytes()
            for folder in folders
            for path in folder.rglob("*")
            if path.is_file()
        }

    return read


@pytest.fixture
def root_collection(db):
    """The only collection, so that no form asks for one; those of the cities go for this test."""
    LocalGroup.objects.update(collection=None)
    for collection in Collection.objects.filter(depth=2):
        collection.delete()
    return Collection.get_first_root_node()


@pytest.fixture
def editor(admin_client, root_collection):
    return admin_client


@pytest.fixture
def upload():
    def make(data, name="clayton-at-home.jpg", content_type="image/jpeg"):
        return SimpleUploadedFile(name, data, content_type=content_type)

    return make
