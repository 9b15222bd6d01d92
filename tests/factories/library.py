import factory
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection


class ImageFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence("Picture {}".format)
    file = factory.LazyFunction(lambda: get_test_image_file(size=(64, 48)))
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = get_image_model()


class DocumentFactory(factory.django.DjangoModelFactory):
    title = factory.Sequence("Document {}".format)
    file = factory.LazyFunction(
        lambda: ContentFile(b"Minutes of the meeting.\n", name="minutes.txt")
    )
    collection = factory.LazyFunction(Collection.get_first_root_node)

    class Meta:
        model = get_document_model()
