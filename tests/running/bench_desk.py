"""`make bench`, its second half: what translating costs, signed in, with few pages and with many."""

import http.cookiejar
import re
import time
import urllib.parse
import urllib.request

from tests.running.demo_site import PASSWORD

SIZES = [300, 10_000]  # pages on the desk
PARAGRAPHS = 30
LANGUAGES = ["es", "fr", "ar", "ru", "zh-hans"]
PATIENCE = 300  # seconds for the worker
GROW = """
from pages.models import CityProfilePage, Original
from tests.factories.many import many_originals
from tests.factories.pages import FindingPageFactory
FindingPageFactory.reset_sequence({size}, force=True)  # each growth runs in a process of its own
city = CityProfilePage.objects.get(slug="pittsburgh", locale__language_code="en")
many_originals(city, {size} - Original.objects.exclude(page=None).count())
"""
WRITE = """
from pages.models import CityProfilePage
from tests.factories.pages import FindingPageFactory
city = CityProfilePage.objects.get(slug="pittsburgh", locale__language_code="en")
words = "<p>Number {{}}: nine in ten tenants stand before the judge without a lawyer.</p>"
body = [("paragraph", {{"words": words.format(number)}}) for number in range({paragraphs})]
page = FindingPageFactory(parent=city, slug="long", title="Long", body=body)
print("BENCH", page.pk)
"""


class Session:
    """One person, signed in to the admin, with what their browser keeps."""

    def __init__(self, site, user):
        self.site = site
        self.jar = http.cookiejar.CookieJar()
        self.browser = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(self.jar)
        )
        self.post("/accounts/login/", login=user, password=PASSWORD)

    def get(self, path):
        with self.browser.open(urllib.parse.urljoin(self.site, path)) as answer:
            return answer.url, answer.read().decode()

    def post(self, path, **fields):
        """Send a form that was fetched first; (address, page) after the redirect, and seconds."""
        _address, form = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        sent = urllib.parse.urlencode(fields | {"csrfmiddlewaretoken": token}, doseq=True)
        address = urllib.parse.urljoin(self.site, path)
        question = urllib.request.Request(address, sent.encode(), {"Referer": address})
        started = time.perf_counter()
        with self.browser.open(question) as answer:
            return answer.url, answer.read().decode(), time.perf_counter() - started

    @property
    def cookies(self):
        return "; ".join(f"{one.name}={one.value}" for one in self.jar)


def measure_translating(site, read_row, say):
    """``read_row(name, path, headers)`` measures one address and answers its fastest, in seconds.

    What else the machine does slows the others down; the fastest of each can be compared.
    """
    say(f"\nSigned in; the desk shows 50 texts in {len(LANGUAGES)} languages beside their own.\n")
    session = Session(site.url, "coordinator")
    submit(site, session, say)
    fastest = []
    for size in SIZES:
        site.manage("shell", "-v", "0", "-c", GROW.format(size=size))
        cookie = {"Cookie": session.cookies}
        fastest.append(read_row(f"desk of {size:,} pages", "/admin/translating/", cookie))
    say(
        f"{SIZES[1]:,} pages cost {fastest[1] / fastest[0]:.1f} times what {SIZES[0]:,} do (fastest answers)."
    )


def submit(site, session, say):
    """Ask for a long page in every language: the click, and when the worker has made them all."""
    said = site.manage("shell", "-v", "0", "-c", WRITE.format(paragraphs=PARAGRAPHS))
    page = re.search(r"BENCH (\d+)", said)[1]
    started = time.perf_counter()
    address = f"/admin/translating/{page}/"
    there, _page, click = session.post(address, languages=LANGUAGES, made="people")
    while not is_made(session, there):
        if time.perf_counter() - started > PATIENCE:
            say("The worker did not make the drafts.")
            return
        time.sleep(0.2)
    made = time.perf_counter() - started
    say(f"A page of {PARAGRAPHS} paragraphs asked for in {len(LANGUAGES)} languages:")
    say(f"the click {click * 1000:.0f} ms, all drafts made by the worker after {made:.1f} s.\n")


def is_made(session, address):
    _address, part = session.get(f"{address}&part=1")
    ready = f"{len(LANGUAGES)} of {len(LANGUAGES)} drafts are ready"
    return ready in part
