"""Nobody of Pittsburgh meets anything of Washington’s, by any address of the admin."""

import re

import pytest
from wagtail.models import Revision, WorkflowState

from campaigns.collect.models import Consent
from pages.isolation.addresses import ASKED, OPEN
from pages.models import FindingPage, TranslationRequest
from uprcities.library.models import Document, Image

from .addresses import CANARY, admin_patterns, body, fill

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


class EveryAddressTests:
    def test_no_address_shows_or_changes_what_is_washingtons(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)
        client.raise_request_exception = False
        before = fingerprint()
        leaks = []

        for route in sorted(set(admin_patterns()) - {".*/$", "failwhale/", "logout/"}):
            names_theirs = bool(
                re.search(r"<(?:int:|str:)?(?!app|model|content|action)\w+>", route)
            )
            for method in ("get", "post"):
                answer = getattr(client, method)(fill(route, theirs))
                said = body(answer)
                if CANARY in said or CANARY in str(answer.headers):
                    leaks.append(f"{method} {route} says the canary")
                if answer.status_code >= 500:
                    leaks.append(f"{method} {route} breaks: {answer.status_code}")
                if names_theirs and route in ASKED and answer.status_code not in (403, 404):
                    leaks.append(f"{method} {route} answers {answer.status_code}")

        assert leaks == []
        assert fingerprint() == before

    def test_an_address_that_nobody_thought_about_is_closed(self, client, cast, theirs):
        client.force_login(cast.pittsburgh_editor)
        closed = set(admin_patterns()) - OPEN - ASKED - {".*/$", "failwhale/"}
        assert len(closed) > 60

        opened = [route for route in closed if client.get(fill(route, theirs)).status_code != 404]

        assert opened == []

    def test_the_list_of_addresses_names_none_that_is_gone(self):
        assert (OPEN | ASKED) - set(admin_patterns()) == set()

    def test_a_stranger_is_sent_to_the_login(self, client, theirs):
        for route in sorted(ASKED):
            answer = client.get(fill(route, theirs))
            assert answer.status_code in (302, 403, 404), route
            assert CANARY not in body(answer)

    def test_an_administrator_passes(self, client, cast, theirs):
        client.force_login(cast.admin)

        answer = client.get(fill("pages/<int:page_id>/edit/", theirs))

        assert answer.status_code == 200
        assert CANARY in body(answer)

    def test_the_owner_passes(self, client, cast, theirs):
        client.force_login(cast.washington_editor)
        kept = [
            "pages/<int:page_id>/edit/",
            "pages/<int:page_id>/history/",
            "pages/<int:page_id>/usage/",
            "pages/<int:page_id>/revisions/<int:revision_id>/view/",
            "pages/<int:page_to_move_id>/move/",
            "pages/<int:page_id>/delete/",
            "pages/<int:page_id>/copy/",
            "pages/<int:parent_page_id>/",
            "images/<int:image_id>/",
            "images/usage/<int:image_id>/",
            "documents/edit/<int:document_id>/",
            "images/chooser/chosen/<str:pk>/",
            "choose-page/<int:parent_page_id>/",
            "testimony/<int:pk>/",
        ]

        answers = {route: client.get(fill(route, theirs)).status_code for route in kept}

        assert answers == dict.fromkeys(kept, 200)


def fingerprint():
    """What a change of anything of Washington’s would change."""
    return (
        list(FindingPage.objects.order_by("pk").values_list("pk", "title", "live", "path")),
        list(Image.objects.values_list("pk", "title", "collection")),
        list(Document.objects.values_list("pk", "title", "collection")),
        list(Consent.objects.values_list("pk", "withdrawn_on")),
        list(TranslationRequest.objects.values_list("pk", "person", "closed_at")),
        Revision.objects.count(),
        WorkflowState.objects.filter(status="in_progress").count(),
    )
