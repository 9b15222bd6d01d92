"""Words travel compressed and are asked for once; files keep their length."""

from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from uprcities.compression import CompressionMiddleware

GZIP = {"HTTP_ACCEPT_ENCODING": "gzip"}


def sent(response):
    request = RequestFactory().get("/", **GZIP)
    return CompressionMiddleware(lambda _request: response)(request)


class CompressionTests:
    def test_a_page_is_compressed(self, client, home):
        plain = client.get("/en/")
        small = client.get("/en/", **GZIP)

        assert small["Content-Encoding"] == "gzip"
        assert len(small.content) < len(plain.content) / 2

    def test_an_archive_keeps_its_length(self):
        response = HttpResponse(b"P" * 5000, content_type="application/zip")
        response["Content-Length"] = "5000"

        assert sent(response)["Content-Length"] == "5000"
        assert "Content-Encoding" not in sent(response)

    def test_a_stream_keeps_its_length(self):
        response = StreamingHttpResponse([b"P" * 5000], content_type="text/plain")
        response["Content-Length"] = "5000"

        assert sent(response)["Content-Length"] == "5000"


class ConditionalTests:
    def test_a_page_that_did_not_change_is_not_sent_again(self, client, home):
        tag = client.get("/en/")["ETag"]

        again = client.get("/en/", HTTP_IF_NONE_MATCH=tag)

        assert again.status_code == 304
        assert again.content == b""
