"""An editor adds a passkey, leaves, and comes back with nothing but her finger."""

from urllib.parse import urlsplit

import pytest


@pytest.fixture
def finger(page):
    """A device that confirms whatever it is asked to."""
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    device.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return device


def test_a_passkey_opens_alone(page, finger, demo_site, axe):
    # A passkey belongs to a name; 127.0.0.1 is none.
    site = f"http://localhost:{urlsplit(demo_site.url).port}"
    page.goto(f"{site}/accounts/login/")
    page.fill("input[name=login]", "washington-editor")
    page.fill("input[name=password]", demo_site.password)
    page.click("button[type=submit]:not([form])")
    page.goto(f"{site}/accounts/2fa/webauthn/add/")
    page.fill("input[name=password]", demo_site.password)
    page.click("main form button")
    page.fill("input[name=name]", "My finger")
    assert axe(page) == []
    page.click("#passkey")
    page.wait_for_url("**/recovery-codes/")
    assert page.locator(".codes li").count() == 10

    page.context.clear_cookies()
    page.goto(f"{site}/admin/")
    assert "/accounts/login/" in page.url
    assert axe(page) == []
    page.click("#passkey_login")

    page.wait_for_url("**/admin/")
    # Others sign in as this editor with the password alone.
    demo_site.manage("reset_second_step", "washington-editor")
