from django.middleware.locale import LocaleMiddleware
from django.utils import translation

from uprcities.site_words import notice_new_words


class LanguageMiddleware(LocaleMiddleware):
    """Adds the reader’s language to an address that lacks it, never to one that was answered."""

    def process_request(self, request):
        notice_new_words()
        return super().process_request(request)

    def process_response(self, request, response):
        if response.status_code == 404 and request.resolver_match:
            # A view said no (in the editor’s screens, for one): that is the answer.
            response.headers.setdefault("Content-Language", translation.get_language())
            return response
        return super().process_response(request, response)
