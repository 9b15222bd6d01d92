"""Sends words in less bytes; leaves pictures, archives and everything streamed as they are."""

from django.middleware.gzip import GZipMiddleware

WORDS = ("text/", "application/json", "application/rss+xml", "application/atom+xml")
WORDS += ("application/xml", "application/manifest+json", "image/svg+xml")


class CompressionMiddleware(GZipMiddleware):
    """Django's, for text only: a kit keeps its length and its ranges."""

    def process_response(self, request, response):
        if response.streaming or not response.get("Content-Type", "").startswith(WORDS):
            return response
        return super().process_response(request, response)
