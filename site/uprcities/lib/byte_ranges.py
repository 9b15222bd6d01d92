"""Send a file in parts, as players and interrupted downloads ask for it (RFC 9110, section 14)."""

import re

from django.http import HttpResponse, HttpResponseNotModified, StreamingHttpResponse

CHUNK = 64 * 1024
#: Eighteen digits are more bytes than any disk holds, and few enough to be read as a number.
ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def ranged_response(request, open_file, size, content_type, etag=""):
    """Answer GET or HEAD with the whole file or the one range asked for.

    `open_file` is called only when bytes are sent and returns a binary file; `size` is in bytes.
    `etag`, without quotes, must change whenever the bytes do.
    """
    quoted = f'"{etag}"' if etag else ""
    if quoted and quoted in request.headers.get("If-None-Match", ""):
        return with_headers(HttpResponseNotModified(), quoted)
    span = wanted_span(request, size, quoted)
    if span is None:
        response = HttpResponse(status=416, content_type=content_type)
        response["Content-Range"] = f"bytes */{size}"
        return with_headers(response, quoted)
    start, end = span
    body = b"" if request.method == "HEAD" else read_span(open_file, start, end)
    response = (
        StreamingHttpResponse(body, content_type=content_type)
        if body
        else HttpResponse(content_type=content_type)
    )
    response["Content-Length"] = str(end - start)
    if (start, end) != (0, size):
        response.status_code = 206
        response["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return with_headers(response, quoted)


def with_headers(response, quoted_etag):
    response["Accept-Ranges"] = "bytes"
    if quoted_etag:
        response["ETag"] = quoted_etag
    return response


def wanted_span(request, size, quoted_etag):
    """(start, end) to send, end excluded; None when nothing of the file lies in the range."""
    asked = ONE_RANGE.fullmatch(request.headers.get("Range", "").strip())
    still_the_same = request.headers.get("If-Range", quoted_etag) == quoted_etag
    if request.method != "GET" or not asked or not still_the_same or asked.groups() == ("", ""):
        return 0, size
    first, last = asked.groups()
    if not first:
        start, end = max(size - int(last), 0), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
    if start >= size or start >= end:
        return None
    return start, end


def read_span(open_file, start, end):
    with open_file() as file:
        file.seek(start)
        left = end - start
        while left > 0 and (chunk := file.read(min(CHUNK, left))):
            left -= len(chunk)
            yield chunk
