"""What no editor sends is refused in words, and is no fault of the site."""

import pytest

from tests.factories.pages import FindingPageFactory

from .test_forms import posted_finding

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

#: What is done to what the form sends.
DAMAGE = {
    "nothing": None,
    "no number of blocks": {"body-count": None},
    "no number": {"body-count": "[]"},
    "more blocks than came": {"body-count": "99999999999999999999"},
    "no order of a block": {"body-0-order": None},
    "no kind of a block": {"body-0-type": None},
    "a list for rich text": {"body-0-value-words": "[]"},
    "a number for rich text": {"body-0-value-words": "-1"},
    "half of rich text": {"body-0-value-words": "{"},
    "a tower for rich text": {"body-0-value-words": "[" * 5000},
}


def damaged(changes):
    sent = posted_finding()
    if changes is None:
        return {}
    return {name: value for name, value in (sent | changes).items() if value is not None}


class UnreadableFormTests:
    @pytest.mark.parametrize("who", ["admin", "pittsburgh_editor"])
    @pytest.mark.parametrize("damage", DAMAGE)
    def test_it_is_told_to_the_sender(self, client, cast, home, who, damage):
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="As it was")
        client.force_login(getattr(cast, who))

        answer = client.post(f"/admin/pages/{page.pk}/edit/", damaged(DAMAGE[damage]))

        assert answer.status_code == 400
        assert "Nothing was saved" in answer.content.decode()
        page.refresh_from_db()
        assert page.get_latest_revision_as_object().title == "As it was"

    def test_a_copy_to_nowhere_is_too(self, client, cast, home):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        client.force_login(cast.pittsburgh_editor)

        assert client.post(f"/admin/pages/{page.pk}/copy/").status_code == 400

    def test_a_fault_of_ours_stays_one(self, client, cast, home, monkeypatch):
        page = FindingPageFactory(parent=home.pittsburgh["en"])
        monkeypatch.setattr(type(page), "full_clean", lambda *args, **kwargs: {}["ours"])
        client.raise_request_exception = False
        client.force_login(cast.admin)

        answer = client.post(f"/admin/pages/{page.pk}/edit/", posted_finding())

        assert answer.status_code == 500
