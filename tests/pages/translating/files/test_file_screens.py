"""A PO file goes out to somebody and comes back, through the screens of the editor."""

import re

import polib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry
from wagtail_localize.models import StringTranslation

from campaigns.places.models import Role
from pages.models import Original
from pages.translating.asking import begin_translation
from pages.translating.files.po import write_po
from pages.translating.measuring import measure_page
from pages.translating.sheets.opening import open_sheet
from tests.factories.pages import FindingPageFactory
from tests.factories.places import MembershipFactory

from ..work import edit_address, locale


@pytest.fixture
def original(finding, draft):
    return measure_page(finding.translation_key)


def out(original, kind="po", language="es"):
    return reverse("translation_file", args=[original.pk, language, kind])


def back(original, language="es"):
    return reverse("take_in_translation_file", args=[original.pk, language])


def upload(client, original, content, language="es", name="x.bin"):
    return client.post(back(original, language), {"file": SimpleUploadedFile(name, content)})


def translated(content, words):
    """The file as Poedit would save it: ``words`` is {original sentence: translation}."""
    file = polib.pofile(content.decode())
    for entry in file:
        entry.msgstr = words.get(entry.msgid, entry.msgstr)
    return str(file).encode()


def take(client, original, shown, **choices):
    return client.post(
        back(original), {"kept": shown.context["kept"], **choices}, follow=True
    ).content.decode()


def spanish_words(original):
    return {unit.source: unit.target for unit in open_sheet(original, "es").units()}


SOLOS = {"Tenants face judges alone": "Inquilinos solos", "Hearings are short.": "Vistas breves."}


class TravellingTests:
    def test_it_goes_out_and_comes_back(self, client, cast, original):
        client.force_login(cast.translator_es)
        file = client.get(out(original))
        assert 'filename="tenants-face-judges-alone.es.po"' in file["Content-Disposition"]

        shown = upload(client, original, translated(file.content, SOLOS))

        page = shown.content.decode()
        assert "2 sentences will change" in page
        assert "Inquilinos solos" in page
        assert not StringTranslation.objects.exists()
        assert "2 sentences were taken in." in take(client, original, shown)
        words = spanish_words(original)
        assert words["Hearings are short."] == "Vistas breves."
        assert words["Nine in ten have no lawyer."] == ""

    def test_xliff_does_the_same(self, client, cast, original):
        client.force_login(cast.translator_es)
        content = client.get(out(original, "xliff")).content
        before, after = content.split(b">Hearings are short.</source>")
        after = after.replace(b'xml:lang="es"/>', b'xml:lang="es">Vistas breves.</target>', 1)

        shown = upload(client, original, before + b">Hearings are short.</source>" + after)
        take(client, original, shown)

        assert spanish_words(original)["Hearings are short."] == "Vistas breves."

    def test_gettext_is_content_with_a_real_page(self, client, cast, original, gettext_tool):
        client.force_login(cast.translator_es)

        content = client.get(out(original)).content

        gettext_tool("msgfmt", "--check", "--output-file=-", content=content)

    def test_a_damaged_file_is_one_sentence_and_changes_nothing(self, client, cast, original):
        client.force_login(cast.translator_es)
        content = translated(client.get(out(original)).content, SOLOS)

        for file, words in [
            (content[:-40], "not whole"),
            (b"", "empty"),
            (content.replace(b"msgid", b"msg id"), "damaged"),
            (b"<xliff", "damaged"),
        ]:
            answer = upload(client, original, file)
            assert answer.status_code == 422
            assert words in answer.content.decode()
        assert client.post(back(original)).status_code in (200, 422)
        assert not StringTranslation.objects.exists()

    def test_a_wrong_file_leaves_a_way_back(self, client, cast, original, draft):
        client.force_login(cast.translator_es)

        page = upload(client, original, b"<xliff").content.decode()

        assert re.search(rf'<a [^>]*href="{edit_address(draft)}"[^>]*>Go back</a>', page)

    def test_a_sentence_that_does_not_fit_refuses_all(self, client, cast, original):
        client.force_login(cast.translator_es)
        words = SOLOS | {"Hearings are short.": '<a id="a9">Vistas</a>'}
        content = translated(client.get(out(original)).content, words)

        page = upload(client, original, content).content.decode()

        assert "Nothing can be taken in yet" in page
        assert 'name="kept"' not in page
        assert not StringTranslation.objects.exists()

    def test_words_of_a_stranger_are_shown_and_never_run(self, client, cast, original):
        client.force_login(cast.translator_es)
        words = {"Hearings are short.": "<script>alert(1)</script>"}
        content = translated(client.get(out(original)).content, words)

        page = upload(client, original, content).content.decode()

        assert "<script>alert(1)" not in page
        assert "&lt;script&gt;alert(1)" in page

    def test_what_was_written_meanwhile_is_shown_once_more(self, client, cast, original):
        client.force_login(cast.translator_es)
        content = translated(client.get(out(original)).content, SOLOS)
        shown = upload(client, original, content)
        sheet = open_sheet(original, "es")
        key = next(u.key for u in sheet.units() if u.source == "Hearings are short.")
        sheet.write({key: "De casa"}, cast.translator_es)

        page = take(client, original, shown)

        assert "Somebody wrote here meanwhile" in page
        assert "Yours stay unless you choose theirs." in page
        assert spanish_words(original)["Hearings are short."] == "De casa"

    def test_the_history_tells_who_fetched_and_who_brought(self, client, cast, original, draft):
        client.force_login(cast.translator_es)
        content = translated(client.get(out(original)).content, SOLOS)
        take(client, original, upload(client, original, content))

        log = PageLogEntry.objects.filter(page=draft.pk, action__contains="translation_file")

        assert [(entry.action, entry.user) for entry in log.order_by("timestamp")] == [
            ("pages.translation_file.out", cast.translator_es),
            ("pages.translation_file.in", cast.translator_es),
        ]

    def test_few_questions_however_long_the_text(
        self, client, cast, original, django_assert_max_num_queries
    ):
        client.force_login(cast.translator_es)
        client.get(out(original))

        with django_assert_max_num_queries(40):
            client.get(out(original))


class AsideTests:
    def test_the_workbench_can_offer_both_files_and_the_way_back(self, rf, original):
        told = {"original": original, "language": "es"}

        aside = render_to_string("pages/admin/translation_files.html", told, request=rf.get("/"))

        for address in (out(original), out(original, "xliff"), back(original)):
            assert f'"{address}"' in aside
        assert "csrfmiddlewaretoken" in aside
        assert "not public yet" not in aside

    def test_a_draft_asks_for_care(self, rf, original):
        original.is_public = False
        told = {"original": original, "language": "es"}

        aside = render_to_string("pages/admin/translation_files.html", told, request=rf.get("/"))

        assert "not public yet" in aside
        assert b"not public yet" in write_po(open_sheet(original, "es"))


class BelongingTests:
    @pytest.fixture
    def other(self, home, cast):
        page = FindingPageFactory(parent=home.pittsburgh["en"], title="Another secret text")
        begin_translation(page, locale("es"), cast.pittsburgh_editor)
        return measure_page(page.translation_key)

    def test_the_file_of_another_text_is_named(self, client, cast, original, other):
        client.force_login(cast.translator_es)
        content = client.get(out(other)).content

        page = upload(client, original, content).content.decode()

        assert "This file belongs to “Another secret text” in español" in page

    def test_a_text_that_one_may_not_see_is_not_named(self, client, cast, original, home):
        page = FindingPageFactory(parent=home.washington["en"], title="Washington’s secret")
        begin_translation(page, locale("es"), cast.washington_editor)
        theirs = measure_page(page.translation_key)
        client.force_login(cast.washington_editor)
        content = client.get(out(theirs)).content
        client.force_login(cast.pittsburgh_editor)

        page = upload(client, original, content).content.decode()

        assert "belongs to another text" in page
        assert "secret" not in page

    def test_the_file_of_another_language_is_not_taken(self, client, cast, original, finding):
        begin_translation(finding, locale("fr"), cast.pittsburgh_editor)
        client.force_login(cast.pittsburgh_editor)
        content = client.get(out(original, language="fr")).content

        assert "français" in upload(client, original, content).content.decode()


class BreakInTests:
    def addresses(self, original):
        yield "get", out(original)
        yield "get", out(original, "xliff")
        yield "get", back(original)
        yield "post", back(original)

    def require_closed(self, client, original):
        for method, address in self.addresses(original):
            answer = getattr(client, method)(address)
            sent_away = answer.status_code == 302 and answer["Location"] in ("/admin/",)
            assert answer.status_code in (403, 404) or sent_away, address

    def test_an_editor_of_another_city(self, client, cast, original):
        client.force_login(cast.washington_editor)
        self.require_closed(client, original)

    def test_a_translator_of_another_language(self, client, home, original):
        person = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="fr"
        ).user
        client.force_login(person)
        self.require_closed(client, original)

    def test_somebody_of_a_suspended_group(self, client, cast, home, original):
        home.pittsburgh_group.suspended_on = timezone.now()
        home.pittsburgh_group.save()
        client.force_login(cast.pittsburgh_editor)
        self.require_closed(client, original)

    def test_what_does_not_exist(self, client, cast, original):
        client.force_login(cast.admin)
        assert client.get(out(original, "docx")).status_code == 404
        assert client.get(out(original, language="fr")).status_code == 404
        assert client.get(back(Original(pk=original.pk + 1000))).status_code == 404

    def test_what_a_person_looked_at_is_theirs_alone(self, client, cast, original):
        client.force_login(cast.translator_es)
        content = translated(client.get(out(original)).content, SOLOS)
        shown = upload(client, original, content)
        client.force_login(cast.pittsburgh_editor)

        page = take(client, original, shown)

        assert "Bring the file once more" in page
        assert not StringTranslation.objects.exists()
        client.post(back(original), {"kept": "W10:1:x"})
        assert not StringTranslation.objects.exists()
