import pytest

from pages.starting import template


@pytest.fixture(autouse=True)
def small_template(request, monkeypatch):
    """The default template in two languages: six of them take most of the time."""
    if "every_language" not in request.fixturenames:
        monkeypatch.setattr(template, "_languages_at_hand", lambda: {"en", "es"})


@pytest.fixture
def every_language():
    """The default template in all its languages."""
