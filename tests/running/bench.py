"""`make bench`: how fast each kind of page is on this machine, and how many bytes it takes.

Then what translating costs: the desk with few texts and with many, and asking for a long page.

The readers run on the same machine as the site and take their share of it, so the figures are
lower bounds. They stay on 127.0.0.1.
"""

import gzip
import http.client
import re
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from tests.running.bench_desk import measure_translating
from tests.running.demo_site import DemoDidNotStart, running_demo
from tests.running.tools import install_tools

READERS = 4
SECONDS = 3.0
HEAD = f"{'page':34}{'':10}{'req/s':>8}{'p50 ms':>9}{'p99 ms':>9}{'bytes':>10}{'with parts':>12}"
FIXED = {
    "home": "/en/",
    "home (Arabic)": "/ar/",
    "listing of cities": "/en/cities/",
    "listing of findings": "/en/findings/",
    "listing of stories": "/en/stories/",
    "treaties": "/en/treaties/",
    "treaty": "/en/treaties/icescr/",
    "article": "/en/treaties/icescr/11/",
    "search": "/en/search/?q=rent",
    "sitemap": "/sitemap.xml",
}
# One address of each kind of page, from the record of what may be seen.
QUESTION = """
from pages.models import Entry
seen = {}
for entry in Entry.objects.visible().in_language("en").select_related("page"):
    seen.setdefault(entry.kind, entry.page.url)
for kind, url in sorted(seen.items()):
    print("BENCH", kind, url)
"""


@dataclass
class Measured:
    """What the readers saw of one page."""

    times: list
    failures: int
    seconds: float

    def row(self):
        if not self.times:
            return f"{'-':>8}{'-':>9}{'-':>9}"
        cuts = statistics.quantiles(self.times, n=100) if len(self.times) > 1 else self.times * 99
        rate = len(self.times) / self.seconds
        return f"{rate:8.0f}{cuts[49] * 1000:9.1f}{cuts[98] * 1000:9.1f}"


def main():
    install_tools("make bench")
    try:
        with (
            tempfile.TemporaryDirectory(prefix="uprcities-bench-") as folder,
            running_demo(Path(folder) / "var") as site,
        ):
            measure(site)
            measure_translating(site, partial(read_row, site), say)
    except DemoDidNotStart as obstacle:
        sys.exit(f"make bench: {obstacle}")


def measure(site):
    pages = FIXED | kinds(site)
    say(f"{READERS} readers at once, {SECONDS:.0f} s a row, on the machine that serves them.")
    say("full: the page made and sent. again: the reader has it, the site confirms (304).\n")
    say(HEAD)
    for name, path in pages.items():
        first = ask(site.url, path)
        if first.status != 200:
            say(f"{name:34}answers {first.status}")
            continue
        parts = f"{first.size + parts_of(site.url, first.body):12,}" if first.is_page else ""
        full = read_together(site.url, path, {})
        say(f"{name:34}{'full':10}{full.row()}{first.size:10,}{parts}{failed(full)}")
        if first.tag:
            again = read_together(site.url, path, {"If-None-Match": first.tag})
            say(f"{'':34}{'again':10}{again.row()}{failed(again)}")


def read_row(site, name, path, headers):
    """One row of an address that is read with these headers; its fastest answer in seconds."""
    first = ask(site.url, path, headers)
    measured = read_together(site.url, path, headers)
    say(f"{name:34}{'full':10}{measured.row()}{first.size:10,}{failed(measured)}")
    return min(measured.times)


def kinds(site):
    lines = site.manage("shell", "-v", "0", "-c", QUESTION).splitlines()
    found = (line.split() for line in lines if line.startswith("BENCH"))
    return {f"page: {kind}": urlsplit(url).path for _, kind, url in found}


@dataclass
class Answer:
    """One response, as sent: `size` is what travels."""

    status: int
    size: int
    body: bytes
    tag: str
    is_page: bool


def ask(site, path, headers=None, connection=None):
    connection = connection or connect(site)
    connection.request("GET", path, headers={"Accept-Encoding": "br, gzip"} | (headers or {}))
    response = connection.getresponse()
    body = response.read()
    is_page = response.getheader("Content-Type", "").startswith("text/html")
    return Answer(response.status, len(body), body, response.getheader("ETag", ""), is_page)


def connect(site):
    return http.client.HTTPConnection(urlsplit(site).netloc, timeout=30)


def parts_of(site, compressed):
    """The bytes of the sheets, scripts and preloaded fonts that this page asks for."""
    try:
        text = gzip.decompress(compressed).decode()
    except OSError:
        text = compressed.decode()
    wanted = set(re.findall(r"(?:href|src)=\"(/static/[^\"]+\.(?:css|js|woff2))\"", text))
    return sum(ask(site, path).size for path in wanted)


def read_together(site, path, headers):
    """Several readers ask for one page again and again."""
    ask(site, path, headers)  # the first one pays for what the process learns once
    times, failures = [], []
    until = time.perf_counter() + SECONDS

    def read():
        connection = connect(site)
        while time.perf_counter() < until:
            started = time.perf_counter()
            answer = ask(site, path, headers, connection)
            times.append(time.perf_counter() - started)
            if answer.status not in {200, 304}:
                failures.append(answer.status)

    readers = [threading.Thread(target=read) for _ in range(READERS)]
    started = time.perf_counter()
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    return Measured(times, len(failures), time.perf_counter() - started)


def failed(measured):
    return f"  {measured.failures} FAILED" if measured.failures else ""


def say(line):
    print(line, flush=True)


if __name__ == "__main__":
    main()
