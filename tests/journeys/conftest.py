"""A real browser, and the demo site as `make demo` runs it."""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.running import browser as chromium
from tests.running.demo_site import DemoDidNotStart, running_demo

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
BROWSER_OPTIONS = [
    "--no-sandbox",  # the tests also run as root
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]

# Playwright keeps an event loop in this thread; the ORM would take it for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    path = chromium.found()
    if not path:
        pytest.fail(chromium.NONE_FOUND, pytrace=False)
    return browser_type_launch_args | {"executable_path": path, "args": BROWSER_OPTIONS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return browser_context_args | {"viewport": {"width": 1280, "height": 900}, "locale": "en-US"}


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory):
    """One demo for all journeys: make what you need under a name of your own."""
    try:
        with running_demo(tmp_path_factory.mktemp("demo")) as site:
            yield site
    except DemoDidNotStart as failure:
        pytest.fail(str(failure), pytrace=False)


@pytest.fixture
def sign_in(page, demo_site):
    """sign_in("pittsburgh-editor") opens the admin as that person and answers the page."""

    def enter(name):
        page.goto(f"{demo_site.url}/admin/login/")
        page.fill("input[name=login]", name)
        page.fill("input[name=password]", demo_site.password)
        page.click("button[type=submit]:not([form])")
        page.wait_for_url(lambda url: "/login" not in url)
        return page

    return enter


@pytest.fixture
def axe():
    """axe(page) answers what breaks WCAG 2.2 AA there, as readable lines; [] when nothing does."""

    def violations(page, within=None):
        options = {"runOnly": {"type": "tag", "values": WCAG}}
        found = Axe().run(page, context=within, options=options)
        return [
            f"{one['id']} ({one['impact']}): {one['help']}: "
            + "; ".join(node["html"][:160] for node in one["nodes"][:5])
            for one in found.response["violations"]
        ]

    return violations
