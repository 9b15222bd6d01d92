"""The sitemap: every address that anybody may see, with its other languages."""

from collections import defaultdict

from django.conf import settings

from campaigns.treaties.models import RightsTag, Treaty

from .languages import interface_codes
from .models import Entry

PAGES_A_FILE = 1000


def file_count():
    """Into how many files the visible pages go; at least one."""
    return max(1, -(-Entry.objects.visible().count() // PAGES_A_FILE))


def lines_of_file(number):
    """One file of the sitemap as Django’s template wants it; the first also has the treaties.

    At most four queries, however large the site.
    """
    lines = _page_lines(number)
    return lines + _treaty_lines() if number == 1 else lines


def _page_lines(number):
    first = (number - 1) * PAGES_A_FILE
    visible = Entry.objects.visible().order_by("pk")
    facts = visible.values("translation_key", "language", "tail", "changed_at")
    entries = list(facts[first : first + PAGES_A_FILE])
    editions = _editions({entry["translation_key"] for entry in entries})
    return [
        _line(
            _address(entry["language"], entry["tail"]),
            editions[entry["translation_key"]],
            entry["changed_at"],
        )
        for entry in entries
    ]


def _editions(translation_keys):
    """The addresses of every visible version, by translation key (one query)."""
    visible = Entry.objects.visible().filter(translation_key__in=translation_keys)
    editions = defaultdict(list)
    for key, language, tail in visible.order_by("language").values_list(
        "translation_key", "language", "tail"
    ):
        editions[key].append({"lang_code": language, "location": _address(language, tail)})
    return editions


def _treaty_lines():
    """The treaties, and of their articles those that a page rests on, in all our languages."""
    treaties = Treaty.objects.values_list("slug", flat=True)
    seen = Entry.objects.visible().order_by().values("pk")
    cited = RightsTag.objects.filter(entries__in=seen, article__isnull=False).distinct()
    tails = ["treaties/", *(f"treaties/{slug}/" for slug in treaties)]
    tails += [tag.article.url_path for tag in cited.select_related("article__treaty")]
    return [line for tail in tails for line in _lines_in_all_languages(tail)]


def _lines_in_all_languages(tail):
    editions = [{"lang_code": code, "location": _address(code, tail)} for code in interface_codes()]
    return [_line(edition["location"], editions) for edition in editions]


def _line(location, editions, changed_at=None):
    return {
        "location": location,
        "lastmod": changed_at,
        "changefreq": None,
        "priority": "",
        "alternates": editions if len(editions) > 1 else [],
    }


def _address(language, tail):
    return f"{settings.SITE_URL}/{language}/{tail}"
