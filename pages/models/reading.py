from django.http import Http404
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant


class HonestReading:
    """A page never answers under a language that is not its own."""

    def serve(self, request, *args, **kwargs):
        asked_for = get_supported_content_language_variant(get_language())
        if self.locale.language_code != asked_for:
            raise Http404
        return super().serve(request, *args, **kwargs)
