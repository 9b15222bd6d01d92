"""What a file changed can be taken back at once, by whoever brought it."""

import json

import pytest
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from pages.models import EarlierWording, Original
from pages.translating.files import file_log
from pages.translating.measuring import measure_page
from pages.translating.sheets.opening import open_sheet
from uprcities.library.models import ImageText

from ..work import edit_address, reword
from .test_file_screens import SOLOS, out, take, translated, upload

OFFERED = "A file changed 2 sentences here."


@pytest.fixture
def original(finding, draft):
    return measure_page(finding.translation_key)


def write(original, user, words, language="es"):
    """Keep ``{original words: translation}``."""
    sheet = open_sheet(original, language)
    keys = {unit.source: unit.key for unit in sheet.units()}
    sheet.write({keys[source]: target for source, target in words.items()}, user)


def words_of(original, language="es"):
    return {unit.source: unit.target for unit in open_sheet(original, language).units()}


def bring(client, original, words, **choices):
    """Fetch the file, translate it, take it in; answers the bench."""
    content = translated(client.get(out(original)).content, words)
    return take(client, original, upload(client, original, content), **choices)


def undo(client, original, language="es"):
    address = reverse("undo_translation_file", args=[original.pk, language])
    return client.post(address, follow=True)


def test_all_is_as_it_was(client, cast, original, draft):
    write(original, cast.pittsburgh_editor, {"Hearings are short.": "Audiencias cortas."})
    client.force_login(cast.translator_es)
    assert OFFERED in bring(client, original, SOLOS)

    page = undo(client, original).content.decode()

    assert "2 sentences are as they were before the file." in page
    assert OFFERED not in page
    assert words_of(original)["Tenants face judges alone"] == ""
    kept = StringTranslation.objects.get(data="Audiencias cortas.")
    assert kept.last_translated_by == cast.pittsburgh_editor
    assert PageLogEntry.objects.filter(page=draft.pk, action=file_log.UNDONE).exists()


def test_words_of_testimony_are_kept_in_no_session(client, cast, original, draft):
    write(original, cast.pittsburgh_editor, {"Hearings are short.": "Audiencias cortas."})
    Original.objects.filter(pk=original.pk).update(tells_testimony=True)
    client.force_login(cast.translator_es)

    assert OFFERED not in bring(client, original, SOLOS)

    assert "Audiencias cortas." not in json.dumps(dict(client.session))
    assert words_of(original)["Tenants face judges alone"]


def test_a_sentence_behind_its_original_is_behind_again(client, cast, finding, spanish):
    reword(finding, "Nine in ten have", "Eight in ten have")
    original = measure_page(finding.translation_key)
    client.force_login(cast.translator_es)
    key = next(u.key for u in open_sheet(original, "es").units() if u.source.startswith("Eight"))
    bring(client, original, {"Eight in ten have no lawyer.": "Ocho de cada diez."}, take=key)
    assert not EarlierWording.objects.exists()

    undo(client, original)

    unit = next(u for u in open_sheet(original, "es").units() if u.source.startswith("Eight"))
    assert (unit.stage, unit.target) == ("behind", "ES Nine in ten have no lawyer.")
    assert unit.earlier_source == "Nine in ten have no lawyer."


def test_what_somebody_changed_since_stays(client, cast, original):
    client.force_login(cast.translator_es)
    bring(client, original, SOLOS)
    write(original, cast.pittsburgh_editor, {"Hearings are short.": "Son cortas."})

    page = undo(client, original).content.decode()

    assert "1 sentence was changed since, and stays as it is." in page
    words = words_of(original)
    assert words["Hearings are short."] == "Son cortas."
    assert words["Tenants face judges alone"] == ""


def test_it_is_done_once(client, cast, original):
    client.force_login(cast.translator_es)
    bring(client, original, SOLOS)
    undo(client, original)
    write(original, cast.translator_es, SOLOS)

    undo(client, original)

    assert words_of(original)["Hearings are short."] == SOLOS["Hearings are short."]


def test_words_of_pictures_too(client, cast, picture_with_words):
    image, original = picture_with_words
    write(original, cast.admin, {"A courtroom": "Una sala"})
    client.force_login(cast.admin)
    bring(client, original, {"A courtroom": "Un juzgado"})
    assert ImageText.objects.get(image=image, language="es").alt == "Un juzgado"

    undo(client, original)

    assert ImageText.objects.get(image=image, language="es").alt == "Una sala"


def test_nobody_takes_back_what_another_person_brought(client, cast, original, draft):
    client.force_login(cast.translator_es)
    bring(client, original, SOLOS)
    client.force_login(cast.pittsburgh_editor)

    assert OFFERED not in client.get(edit_address(draft)).content.decode()
    undo(client, original)
    client.force_login(cast.washington_editor)
    assert undo(client, original).status_code == 404

    assert words_of(original)["Hearings are short."] == SOLOS["Hearings are short."]
