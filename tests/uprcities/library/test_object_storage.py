"""The same promises where files lie in an object store instead of a folder."""

import re

import boto3
import pytest
from django.core.files.base import ContentFile
from moto.server import ThreadedMotoServer
from storages.backends.s3 import S3Storage

from tests.uprcities.library import papers, samples
from uprcities.library import publication
from uprcities.library.models import Document, Image, Rendition
from uprcities.library.pictures import picture_for
from uprcities.library.press_copies import press_copy

pytestmark = pytest.mark.django_db
KEYS = {"access_key": "x", "secret_key": "y", "region_name": "us-east-1"}


@pytest.fixture(scope="module")
def store():
    """An S3 on this machine with a private and a public bucket."""
    server = ThreadedMotoServer(port=0)
    server.start()
    host, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    client = boto3.client(
        "s3",
        endpoint_url=address,
        aws_access_key_id="x",
        aws_secret_access_key="y",
        region_name="us-east-1",
    )
    for bucket in ("private", "public"):
        client.create_bucket(Bucket=bucket)
    yield address, client
    server.stop()


@pytest.fixture(autouse=True)
def buckets(store, settings, monkeypatch):
    address, client = store
    common = {"endpoint_url": address, "addressing_style": "path", "file_overwrite": False, **KEYS}
    settings.STORAGES = settings.STORAGES | {
        "default": {
            "BACKEND": "storages.backends.s3.S3Storage",
            "OPTIONS": {"bucket_name": "private", **common},
        }
    }
    public = S3Storage(bucket_name="public", querystring_auth=False, **common)
    monkeypatch.setattr(Rendition._meta.get_field("file"), "storage", public)
    return client


def keys(client, bucket):
    return [entry["Key"] for entry in client.list_objects_v2(Bucket=bucket).get("Contents", [])]


def body(client, bucket, key):
    return client.get_object(Bucket=bucket, Key=key)["Body"].read()


class ObjectStorageTests:
    def test_a_picture_is_cleaned_kept_private_and_shown(self, buckets, stored):
        image = Image.objects.create(file=ContentFile(samples.photo(), name="maria.jpg"))

        picture = picture_for(image, "wide", "en")

        [original] = [key for key in keys(buckets, "private") if key.startswith("originals/")]
        assert b"Maria" not in body(buckets, "private", original)
        assert (image.width, image.height) == (80, 120)
        assert re.search(r"/public/pictures/[0-9a-f]{2}/[0-9a-f]{32}\.jpg$", picture.src)
        assert all(b"Maria" not in body(buckets, "public", key) for key in keys(buckets, "public"))
        assert press_copy(image, 500, "en").startswith(b"\xff\xd8\xff")
        assert not stored()

    def test_a_document_is_served_in_parts(self, buckets, client, monkeypatch, stored):
        monkeypatch.setattr(publication, "_checkers", [lambda document: True])
        document = Document.objects.create(
            title="Report", file=ContentFile(papers.pdf(), name="maria.pdf")
        )

        response = client.get(document.url, headers={"range": "bytes=0-4"})

        assert response.getvalue() == b"%PDF-"
        assert not stored()

    def test_deleting_a_picture_empties_both(self, buckets, django_capture_on_commit_callbacks):
        image = Image.objects.create(file=ContentFile(samples.photo(), name="maria.jpg"))
        rendition = image.get_rendition("width-50")
        names = image.file.name, rendition.file.name

        with django_capture_on_commit_callbacks(execute=True):
            image.delete()

        assert names[0] not in keys(buckets, "private")
        assert names[1] not in keys(buckets, "public")
