from django.urls import path
from wagtail import hooks

from uprcities.library.admin_views import ManyDocumentsView, ManyImagesView


@hooks.register("register_admin_urls", order=-1)  # before Wagtail's own, at the same addresses
def register_upload_urls():
    return [
        path("images/multiple/add/", ManyImagesView.as_view()),
        path("documents/multiple/add/", ManyDocumentsView.as_view()),
    ]


@hooks.register("construct_image_chooser_queryset")
def read_words_at_once(images, request):
    return images.prefetch_related("texts")
