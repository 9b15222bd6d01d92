from django.contrib.contenttypes.models import ContentType
from django.db import models
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex


class TellersFile(models.Model):
    """A picture or document that stood in a teller’s story, in a draft or before readers.

    It stays so when the story is deleted: what its teller agreed to goes with the file.
    """

    testimony = models.ForeignKey("collect.Testimony", models.CASCADE, related_name="+")
    image = models.ForeignKey("library.Image", models.CASCADE, null=True, related_name="+")
    document = models.ForeignKey("library.Document", models.CASCADE, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["testimony", "image"], name="a_tellers_image_once"),
            models.UniqueConstraint(fields=["testimony", "document"], name="a_tellers_paper_once"),
        ]

    def __str__(self):
        return f"{self.testimony}: {self.image or self.document}"


def note_files(story):
    """Write down every picture and document that this version of a story names."""
    kept = TellersFile.objects.filter(testimony=story.testimony_id)
    known = set(kept.values_list("image_id", "document_id"))
    found = {_as_pair(kind, pk) for kind, pk in _files_in(story)}
    TellersFile.objects.bulk_create(
        [
            TellersFile(testimony_id=story.testimony_id, image_id=image, document_id=document)
            for image, document in found - known
        ],
        ignore_conflicts=True,
    )


def tellers_of(name, ids):
    """``{file id: {testimony id}}`` for those of these images or documents that a story showed.

    ``name`` is "image" or "document". One query.
    """
    tellers = {}
    rows = TellersFile.objects.filter(**{f"{name}__in": ids})
    for file_id, testimony_id in rows.values_list(f"{name}_id", "testimony_id"):
        tellers.setdefault(file_id, set()).add(testimony_id)
    return tellers


def _files_in(story):
    """(content type id, object id) of each picture and document in this version."""
    kinds = ContentType.objects.get_for_models(get_image_model(), get_document_model()).values()
    wanted = {kind.pk for kind in kinds}
    for kind, pk, _model_path, _content_path in ReferenceIndex._extract_references_from_object(
        story
    ):
        if kind in wanted:
            yield kind, int(pk)


def _as_pair(kind, pk):
    is_image = kind == ContentType.objects.get_for_model(get_image_model()).pk
    return (pk, None) if is_image else (None, pk)
