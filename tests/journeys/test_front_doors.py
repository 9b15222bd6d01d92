"""The site as a browser sees it: nothing from elsewhere, nothing kept, nothing refused."""

from urllib.parse import urlsplit

import pytest

PUBLIC = [
    "/en/",
    "/ar/",
    "/en/cities/",
    "/en/cities/pittsburgh/",
    "/en/treaties/",
    "/en/search/?q=rent",
]


@pytest.fixture
def watched(page, demo_site):
    """The page, with notes of what it asked elsewhere and of what the browser refused."""
    page.elsewhere, page.complaints = [], []
    ours = urlsplit(demo_site.url).netloc

    def note(request):
        parts = urlsplit(request.url)
        if parts.scheme.startswith("http") and parts.netloc != ours:
            page.elsewhere.append(request.url)

    def listen(message):
        if message.type == "error":
            page.complaints.append(message.text)

    page.on("request", note)
    page.on("console", listen)
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    return page


@pytest.mark.parametrize("path", PUBLIC)
def test_a_public_page_keeps_to_itself(watched, demo_site, path):
    response = watched.goto(demo_site.url + path, wait_until="networkidle")

    assert response.status == 200
    assert watched.elsewhere == []
    assert watched.complaints == []
    assert watched.context.cookies() == []


def test_the_front_door_speaks_the_readers_language(browser, demo_site):
    context = browser.new_context(locale="ar")
    page = context.new_page()

    page.goto(demo_site.url)

    assert page.url == f"{demo_site.url}/ar/"
    assert page.locator("html").get_attribute("dir") == "rtl"
    context.close()


def test_the_admin_asks_nobody_else(watched, demo_site, sign_in):
    sign_in("pittsburgh-editor")
    for path in ["/admin/", "/admin/account/", "/admin/images/"]:
        watched.goto(demo_site.url + path, wait_until="networkidle")

    assert watched.elsewhere == []
    assert watched.complaints == []


def test_a_wrong_password_is_refused(page, demo_site):
    page.goto(f"{demo_site.url}/admin/login/")
    page.fill("input[name=login]", "admin")
    page.fill("input[name=password]", "not this one")
    page.click("button[type=submit]:not([form])")

    assert "/accounts/login/" in page.url
