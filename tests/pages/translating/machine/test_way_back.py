"""Where the button leads back to, for every kind of text that a person may write."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from pages.models import MachineDraft, Original, OtherKind
from pages.translating.machine.drafting import go_on
from pages.translating.measuring_words import measure_other_texts

from .work import address_of, press


@pytest.fixture
def texts(db, picture_with_words):
    """One text of each kind that is no page."""
    call_command("load_treaties", verbosity=0)
    measure_other_texts()
    kinds = OtherKind.values
    return [Original.objects.filter(kind=kind)[0] for kind in kinds]


def test_a_page_leads_to_its_editing_address(client, cast, service, original, draft):
    client.force_login(cast.translator_es)

    answer = client.post(address_of(original))

    assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])


def test_anything_else_leads_to_its_own_bench(client, cast, service, texts, settings):
    """Whether a machine may have it or not."""
    settings.MACHINE_CHARACTERS_A_MONTH_FOR_THE_ALLIANCE = 10_000
    client.force_login(cast.admin)
    for text in texts:
        bench = reverse("translate_text", args=[text.pk, "es"])

        assert client.post(address_of(text))["Location"] == bench, text.kind
        assert client.get(bench).status_code == 200
        assert client.get(address_of(text)).status_code == 200


def test_where_somebody_came_from_is_where_they_return(client, cast, service, original):
    client.force_login(cast.translator_es)
    come_from = reverse("my_translations")

    answer = client.post(address_of(original), {"next": come_from})

    assert answer["Location"] == come_from
    away = client.post(address_of(original), {"next": "https://elsewhere.example.org/"})
    assert "elsewhere" not in away["Location"]


def test_a_draft_that_was_deleted_is_none(client, cast, service, original, draft):
    draft.delete()
    client.force_login(cast.pittsburgh_editor)

    assert client.post(address_of(original)).status_code == 404
    assert client.get(address_of(original)).status_code == 404


def test_a_draft_that_is_deleted_while_it_waits_ends_the_work(
    client, cast, service, original, draft
):
    press(client, cast.translator_es, original)
    asked = MachineDraft.objects.get()
    draft.delete()

    go_on(asked.pk, asked.run)

    asked.refresh_from_db()
    assert asked.finished_at
    assert not service.heard
