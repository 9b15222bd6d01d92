"""``/sitemap.xml``: all addresses, or where there are many, the list of the files that hold them."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..sitemap import file_count, lines_of_file


@require_safe
def sitemap(request):
    """One file, or an index of files of a thousand pages each."""
    files = file_count()
    if files == 1:
        return _answer(request, "sitemap.xml", {"urlset": lines_of_file(1)})
    addresses = [f"{settings.SITE_URL}/sitemap-{number}.xml" for number in range(1, files + 1)]
    sitemaps = [{"location": address, "last_mod": None} for address in addresses]
    return _answer(request, "sitemap_index.xml", {"sitemaps": sitemaps})


@require_safe
def sitemap_file(request, number):
    """One of the files that a large site’s index names."""
    if not 1 <= number <= file_count():
        raise Http404
    return _answer(request, "sitemap.xml", {"urlset": lines_of_file(number)})


def _answer(request, template, context):
    answer = render(request, template, context, content_type="application/xml")
    answer["X-Robots-Tag"] = "noindex"
    return answer
