from django.urls import path

from uprcities.library.views import serve_document

app_name = "library"

urlpatterns = [
    path("<uuid:token>/<str:filename>", serve_document, name="document"),
]
