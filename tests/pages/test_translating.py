"""The translation package, installed so that its faults reach nobody."""

import json
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)

from campaigns.treaties.models import RightsTag
from pages.models import Entry, TestimonyStoryPage
from pages.models.translated import EARLIER, CannotPublishYetError, sentences_left
from pages.translating.asking import begin_translation
from tests.factories.collect import ConsentFactory
from tests.factories.pages import FindingPageFactory, TestimonyStoryPageFactory
from tests.factories.pages import translate as translated

SPANISH = {"Tenants face judges alone": "Los inquilinos van solos ante el juez"}


def locale(language):
    return Locale.objects.get(language_code=language)


def turn(translation, prefix="ES "):
    """Translate every sentence that is not yet: ``ES`` and the original words."""
    segments = StringSegment.objects.filter(source=translation.source)
    todo = segments.annotate_translation(translation.target_locale).filter(translation=None)
    for segment in todo.select_related("string"):
        StringTranslation.objects.create(
            translation_of=segment.string,
            context=segment.context,
            locale=translation.target_locale,
            data=SPANISH.get(segment.string.data, f"{prefix}{segment.string.data}"),
            translation_type="manual",
        )


def translation_of(page, language="es"):
    return Translation.objects.get(
        source__object_id=page.translation_key, target_locale__language_code=language
    )


@pytest.fixture
def finding(home):
    return FindingPageFactory(
        parent=home.pittsburgh["en"],
        slug="alone",
        title="Tenants face judges alone",
        body=[
            (
                "paragraph",
                {"words": "<p>Nine in ten have no lawyer.</p><p>Hearings are short.</p>"},
            ),
            ("figure", {"value": "42", "label": "evictions", "source": "County court"}),
        ],
    )


@pytest.fixture
def draft(finding, cast):
    """The finding asked for in Spanish: a draft with every sentence still in English."""
    return begin_translation(finding, locale("es"), cast.pittsburgh_editor)[-1]


@pytest.fixture
def spanish(draft, client, cast):
    """The finding, wholly translated and published through the translation editor."""
    turn(translation_of(draft))
    publish_in_editor(client, cast.pittsburgh_editor, draft)
    draft.refresh_from_db()
    assert draft.live
    return draft


def publish_in_editor(client, user, page):
    client.force_login(user)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    from django.test import TestCase

    with TestCase.captureOnCommitCallbacks(execute=True):
        return client.post(address, {"action": "publish"}, follow=True)


def reword(page, old, new, **marks):
    """Publish the original with other words, as its editor would."""
    page = page.specific
    body = page.body.raw_data
    page.body = json.loads(json.dumps(list(body)).replace(old, new))
    page.title = page.title.replace(old, new)
    for name, value in marks.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


class AskingTests:
    def ask(self, client, user, page, *languages):
        client.force_login(user)
        locales = [locale(language).pk for language in languages]
        address = reverse("ask_for_translation", args=[page.pk])
        return client.post(address, {"locales": locales, "made": "people"})

    def test_an_editor_gets_a_draft_that_nobody_sees(self, client, cast, finding):
        answer = self.ask(client, cast.pittsburgh_editor, finding, "es")

        draft = finding.get_translation(locale("es"))
        assert answer["Location"] == reverse("wagtailadmin_pages:edit", args=[draft.pk])
        assert not draft.live
        assert client.get("/es/cities/pittsburgh/alone/").status_code == 404
        assert not Entry.objects.filter(page=draft).exists()

    def test_a_translator_may_ask_in_their_language_only(self, client, cast, finding):
        assert self.ask(client, cast.translator_es, finding, "fr").status_code == 200
        assert not finding.get_translations().exists()

        assert self.ask(client, cast.translator_es, finding, "es").status_code == 302
        assert finding.get_translations().count() == 1

    def test_nobody_may_ask_for_the_pages_of_another_city(self, client, cast, finding):
        for address in (
            reverse("ask_for_translation", args=[finding.pk]),
            reverse("wagtail_localize:submit_page_translation", args=[finding.pk]),
        ):
            client.force_login(cast.washington_editor)
            answer = client.post(address, {"locales": [locale("es").pk], "made": "people"})

            assert answer.status_code in (302, 403, 404)
        assert not finding.get_translations().exists()

    def test_a_global_permission_opens_nothing(self, client, cast, finding):
        submit = Permission.objects.get(codename="submit_translation")
        cast.washington_editor.user_permissions.add(submit)

        self.ask(client, cast.washington_editor, finding, "es")

        assert not finding.get_translations().exists()

    def test_a_draft_is_for_those_who_may_edit_it(self, client, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False)

        self.ask(client, cast.translator_es, hidden, "es")
        assert not hidden.get_translations().exists()

        self.ask(client, cast.pittsburgh_editor, hidden, "es")
        assert hidden.get_translations().count() == 1

    def test_pages_above_that_are_missing_begin_as_drafts(self, client, cast, home, finding):
        home.pittsburgh["ru"].delete()
        Page.objects.get(pk=home.pittsburgh["en"].pk)

        self.ask(client, cast.pittsburgh_editor, finding, "ru")

        city = home.pittsburgh["en"].get_translation(locale("ru"))
        assert not city.live
        assert city.alias_of is None
        assert finding.get_translation(locale("ru")).get_parent().pk == city.pk
        assert client.get("/ru/cities/pittsburgh/").status_code == 404

    def test_a_missing_page_of_the_alliance_is_named(self, client, cast, home, finding):
        home.indexes["ru"].delete()

        answer = self.ask(client, cast.pittsburgh_editor, finding, "ru")

        assert answer.status_code == 200
        assert "“Cities” does not exist in Русский yet" in str(answer.context["form"].errors)
        assert not finding.get_translations().exists()

    def test_no_alias_is_ever_made(self, client, cast, finding):
        self.ask(client, cast.pittsburgh_editor, finding, "es", "fr", "ar")

        assert not Page.objects.filter(alias_of__isnull=False).exists()

    def test_a_language_cannot_be_filled_with_copies(self, home):
        from django.core.exceptions import ImproperlyConfigured

        with pytest.raises(ImproperlyConfigured):
            LocaleSynchronization.objects.create(locale=locale("es"), sync_from=locale("en"))

    def test_the_address_and_the_codes_stay(self, draft, finding):
        assert draft.slug == finding.slug
        assert draft.body[1].value["value"] == "42"


class PermissionTests:
    """The package’s own addresses, tried by an editor of another city."""

    def addresses(self, translation):
        string = translation.source.stringsegment_set.first()
        one = {"translation_id": translation.pk}
        names = ["download_pofile", "preview_translation"]
        yield from (("get", reverse(f"wagtail_localize:{name}", kwargs=one)) for name in names)
        names = ["upload_pofile", "machine_translate", "stop_translation"]
        yield from (("post", reverse(f"wagtail_localize:{name}", kwargs=one)) for name in names)
        edit = reverse(
            "wagtail_localize:edit_string_translation",
            kwargs=one | {"string_segment_id": string.pk},
        )
        yield from (("put", edit), ("delete", edit))
        source = [translation.source_id]
        yield "get", reverse("wagtail_localize:update_translations", args=source)
        yield "post", reverse("wagtail_localize:update_translations", args=source)
        target = translation.get_target_instance()
        yield "post", reverse("wagtail_localize:convert_to_alias", args=[target.pk])
        yield "get", reverse("wagtailadmin_pages:edit", args=[target.pk])

    def test_none_answers_somebody_of_another_city(self, client, cast, draft):
        translation = translation_of(draft)
        client.force_login(cast.washington_editor)

        for method, address in self.addresses(translation):
            answer = getattr(client, method)(address, headers={"accept": "application/json"})

            refused = answer.status_code in (403, 404)
            sent_away = answer.status_code == 302 and answer["Location"] == "/admin/"
            assert refused or sent_away, address
        assert Translation.objects.get(pk=translation.pk).enabled
        assert not StringTranslation.objects.exists()

    def test_machine_translation_aliases_and_snippets_are_closed_to_everybody(
        self, client, cast, draft
    ):
        client.force_login(cast.admin)
        one = {"translation_id": translation_of(draft).pk}
        closed = [
            reverse("wagtail_localize:machine_translate", kwargs=one),
            reverse("wagtail_localize:convert_to_alias", args=[draft.pk]),
            reverse("wagtail_localize:submit_snippet_translation", args=["treaties", "treaty", 1]),
            reverse("wagtail_localize:snippets_api_listing", args=["treaties", "treaty"]),
        ]

        for address in closed:
            assert client.post(address).status_code == 404

    def test_a_translator_writes_but_does_not_publish(self, client, cast, draft):
        translation = translation_of(draft)
        turn(translation)
        client.force_login(cast.translator_es)
        string = translation.source.stringsegment_set.first()
        edit = reverse("wagtail_localize:edit_string_translation", args=[translation.pk, string.pk])

        answer = client.put(
            edit,
            data="--x\r\nContent-Disposition: form-data; name=value\r\n\r\nSolos\r\n--x--\r\n",
            content_type="multipart/form-data; boundary=x",
        )

        assert answer.status_code in (200, 201)
        assert StringTranslation.objects.filter(data="Solos").exists()
        publish_in_editor(client, cast.translator_es, draft)
        draft.refresh_from_db()
        assert not draft.live
        stop = reverse("wagtail_localize:stop_translation", args=[translation.pk])
        client.post(stop)
        assert translation_of(draft).enabled

    def test_a_translation_with_gaps_cannot_leave_the_translation_editor(self, client, cast, draft):
        client.force_login(cast.pittsburgh_editor)
        stop = reverse("wagtail_localize:stop_translation", args=[translation_of(draft).pk])

        client.post(stop)
        assert translation_of(draft).enabled
        turn(translation_of(draft))
        client.post(stop)
        assert not translation_of(draft).enabled

    def test_the_report_shows_only_what_one_may_change(self, client, cast, draft):
        report = reverse("wagtail_localize:translations_report")

        client.force_login(cast.washington_editor)
        assert "Tenants face judges" not in client.get(report).content.decode()
        client.force_login(cast.pittsburgh_editor)
        assert "Tenants face judges" in client.get(report).content.decode()

    def test_a_broken_po_file_is_a_sentence_and_not_an_error(self, client, cast, draft):
        client.force_login(cast.pittsburgh_editor)
        upload = reverse("wagtail_localize:upload_pofile", args=[translation_of(draft).pk])

        for file in (None, SimpleUploadedFile("es.po", b'msgid "a"\nmsgstr "b"\n')):
            answer = client.post(upload, {"file": file} if file else {}, follow=True)
            assert answer.status_code == 200
            assert "not a PO file" in answer.content.decode()

    def test_a_link_cannot_become_a_script(self, client, cast, home):
        page = FindingPageFactory(
            parent=home.pittsburgh["en"],
            body=[("paragraph", {"words": '<p>See <a href="https://un.org">the UN</a>.</p>'})],
        )
        draft = begin_translation(page, locale("es"))[-1]
        translation = translation_of(draft)
        link = translation.source.overridablesegment_set.get()
        address = reverse("wagtail_localize:edit_override", args=[translation.pk, link.pk])
        client.force_login(cast.pittsburgh_editor)

        def put(value):
            return client.put(
                address,
                data=f"--x\r\nContent-Disposition: form-data; name=value\r\n\r\n{value}\r\n--x--\r\n",
                content_type="multipart/form-data; boundary=x",
            ).status_code

        assert put("javascript:alert(1)") in (302, 403)
        assert put("https://un.org/es") == 201


class PublishingTests:
    def test_a_whole_translation_reads_right_at_its_address(self, client, spanish):
        page = client.get("/es/cities/pittsburgh/alone/").content.decode()

        assert "Los inquilinos van solos ante el juez" in page
        assert "ES Nine in ten have no lawyer." in page
        assert ">Nine in ten" not in page
        assert "42" in page

    def test_a_gap_is_never_filled_with_the_original(self, client, cast, draft):
        translation = translation_of(draft)
        turn(translation)
        StringTranslation.objects.filter(data__contains="Hearings").delete()

        answer = publish_in_editor(client, cast.pittsburgh_editor, draft)

        draft.refresh_from_db()
        assert not draft.live
        assert "Translate them first" in answer.content.decode()

    def test_a_draft_with_gaps_cannot_be_published_by_any_other_way(self, client, cast, draft):
        with pytest.raises(CannotPublishYetError):
            draft.get_latest_revision().publish()
        client.force_login(cast.admin)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
        client.post(f"{address}?id={draft.pk}")

        draft.refresh_from_db()
        assert not draft.live

    def test_a_translation_does_not_appear_before_its_original(self, client, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="hidden")
        draft = begin_translation(hidden, locale("es"))[-1]
        turn(translation_of(draft))

        answer = publish_in_editor(client, cast.pittsburgh_editor, draft)

        draft.refresh_from_db()
        assert not draft.live
        assert "The original is not published" in answer.content.decode()

    def test_it_waits_with_its_original_for_the_day(self, client, cast, home):
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="held")
        held.go_live_at = timezone.now() + timedelta(days=1)
        held.save_revision().publish()
        draft = begin_translation(held, locale("es"))[-1]
        turn(translation_of(draft))

        answer = publish_in_editor(client, cast.pittsburgh_editor, draft)

        draft.refresh_from_db()
        assert not draft.live
        assert draft.revisions.filter(approved_go_live_at__isnull=False).exists()
        assert "together with its original" in answer.content.decode()

    def test_a_machine_s_work_is_marked_until_people_checked_it(self, client, cast, spanish):
        address = reverse("say_how_it_was_made", args=[spanish.pk])
        client.force_login(cast.translator_es)
        client.post(address, {"made": "machine"})
        assert Entry.objects.get(page=spanish).translation_made == "people"

        client.force_login(cast.pittsburgh_editor)
        client.post(address, {"made": "machine"})

        assert Entry.objects.get(page=spanish).translation_made == "machine"
        page = client.get("/es/cities/pittsburgh/alone/")
        assert page.context["translation_note"]().made == "machine"
        assert 'class="translation-note"' in page.content.decode()
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert Entry.objects.get(page=spanish).translation_made == "machine"

    def test_the_ordinary_editor_says_so_too(self, client, cast, home):
        hidden = FindingPageFactory(parent=home.pittsburgh["en"], live=False)
        copy = translated(hidden, "es", live=False)
        with pytest.raises(CannotPublishYetError):
            copy.get_latest_revision().publish()


class CopyTests:
    def test_a_copy_of_a_translation_is_an_original_of_its_own(self, spanish):
        copy = spanish.specific.copy(update_attrs={"slug": "copy", "title": "Otra cosa"})

        assert copy.is_original
        assert copy.written_in == "es"
        assert copy.translation_made == ""


class CorrectedOriginalTests:
    def test_a_comma_never_puts_english_on_the_spanish_page(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nine in ten, or more, have")

        def read():
            return client.get("/es/cities/pittsburgh/alone/").content.decode()

        assert "ES Nine in ten have no lawyer." in read()
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert "ES Nine in ten have no lawyer." in read()
        assert "or more" not in read()

    def test_the_translator_sees_which_sentence_is_older(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nine in ten, or more, have")
        client.force_login(cast.translator_es)

        page = client.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()

        assert "1 sentence was translated from an earlier version" in page
        assert sentences_left(translation_of(spanish)) == (0, 1)
        kept = StringTranslation.objects.get(translation_type=EARLIER)
        assert kept.data == "ES Nine in ten have no lawyer."

    def test_readers_are_told_until_the_sentence_is_looked_at(self, client, cast, finding, spanish):
        reword(finding, "Nine in ten have", "Nearly all have")
        original = Entry.objects.get(page=finding)
        assert Entry.objects.get(page=spanish).is_behind(original)

        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert Entry.objects.get(page=spanish).is_behind(original)

        StringTranslation.objects.filter(translation_type=EARLIER).update(
            data="ES Casi nadie", translation_type="manual"
        )
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert not Entry.objects.get(page=spanish).is_behind(original)

    def test_a_small_correction_marks_nothing(self, finding, spanish):
        reword(finding, "ten have", "ten  have", is_small_correction=True)

        assert sentences_left(translation_of(spanish)) == (0, 0)
        assert not Entry.objects.get(page=spanish).is_behind(Entry.objects.get(page=finding))

    def test_a_new_paragraph_waits_for_its_translation(self, client, cast, finding, spanish):
        page = finding.specific
        page.body.append(("paragraph", {"words": "<p>Judges rule in two minutes.</p>"}))
        page.save_revision().publish()

        assert sentences_left(translation_of(spanish)) == (1, 0)
        publish_in_editor(client, cast.pittsburgh_editor, spanish)
        assert "two minutes" not in client.get("/es/cities/pittsburgh/alone/").content.decode()

    def test_two_sentences_of_a_paragraph_keep_their_own(self, finding, spanish):
        finding = reword(finding, "Nine in ten have", "Nine in ten, then, have")
        reword(finding, "Hearings are short", "Hearings are very short")

        kept = StringTranslation.objects.filter(translation_type=EARLIER).select_related(
            "translation_of"
        )
        pairs = {words.translation_of.data: words.data for words in kept}
        assert pairs == {
            "Nine in ten, then, have no lawyer.": "ES Nine in ten have no lawyer.",
            "Hearings are very short.": "ES Hearings are short.",
        }


class FollowingTests:
    def is_public(self, client, language="es"):
        return client.get(f"/{language}/cities/pittsburgh/alone/").status_code == 200

    def test_unpublishing_in_the_editor_reaches_every_language(
        self, client, cast, finding, spanish
    ):
        client.force_login(cast.pittsburgh_editor)
        client.post(reverse("wagtailadmin_pages:unpublish", args=[finding.pk]))

        assert not self.is_public(client)
        spanish.refresh_from_db()
        assert not spanish.live

    def test_unpublishing_many_reaches_every_language(self, client, cast, finding, spanish):
        client.force_login(cast.pittsburgh_editor)
        address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
        client.post(f"{address}?id={finding.pk}")

        assert not self.is_public(client)

    def test_unpublishing_in_code_reaches_every_language(self, client, finding, spanish):
        finding.unpublish()

        assert not self.is_public(client)

    def test_deleting_the_original_takes_translations_down_and_keeps_the_work(
        self, client, cast, finding, spanish
    ):
        client.force_login(cast.pittsburgh_editor)
        client.post(reverse("wagtailadmin_pages:delete", args=[finding.pk]))

        assert not Page.objects.filter(pk=finding.pk).exists()
        assert not self.is_public(client)
        spanish.refresh_from_db()
        assert spanish.title == "Los inquilinos van solos ante el juez"

    def test_deleting_a_city_takes_translations_of_its_pages_down(
        self, client, home, finding, spanish
    ):
        Page.objects.get(pk=home.pittsburgh["en"].pk).delete()

        assert not self.is_public(client)
        assert client.get("/es/cities/pittsburgh/").status_code == 404

    def test_unpublishing_a_translation_leaves_the_original(self, client, finding, spanish):
        spanish.unpublish()

        assert self.is_public(client, "en")

    def test_expiry_reaches_every_language(self, client, finding, spanish):
        page = finding.specific
        page.expire_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
        spanish.refresh_from_db()
        assert spanish.expire_at == page.expire_at

        Page.objects.filter(pk=finding.pk).update(expire_at=timezone.now() - timedelta(hours=1))
        call_command("publish_scheduled")

        assert not self.is_public(client)

    def test_an_embargo_holds_in_every_language_and_moves(self, client, cast, home):
        morning = timezone.now().replace(microsecond=0) + timedelta(days=1)
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
        held.go_live_at = morning
        held.save_revision().publish()
        copy = translated(held, "es", live=False)
        copy.get_latest_revision().publish()
        copy.refresh_from_db()
        assert not copy.live
        assert copy.scheduled_revision.approved_go_live_at == morning

        held = held.get_latest_revision_as_object()
        held.go_live_at = morning + timedelta(days=2)
        held.save_revision().publish()

        waiting = copy.revisions.get(approved_go_live_at__isnull=False)
        assert waiting.approved_go_live_at == held.go_live_at
        assert not self.is_public(client)

    def test_a_held_back_original_holds_its_translations_and_the_command_goes_on(
        self, client, home
    ):
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
        held.go_live_at = timezone.now() + timedelta(days=1)
        held.save_revision().publish()
        copy = translated(held, "es", live=False)
        copy.get_latest_revision().publish()
        held.revisions.update(approved_go_live_at=None)
        copy.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))

        call_command("publish_scheduled")

        copy.refresh_from_db()
        assert not copy.live

    def test_due_pages_appear_together(self, client, home):
        held = FindingPageFactory(parent=home.pittsburgh["en"], live=False, slug="alone")
        held.go_live_at = timezone.now() + timedelta(seconds=2)
        held.save_revision().publish()
        copy = translated(held, "es", live=False)
        copy.get_latest_revision().publish()
        past = timezone.now() - timedelta(minutes=1)
        for page in (held, copy):
            for revision in page.revisions.filter(approved_go_live_at__isnull=False):
                revision.content["go_live_at"] = past.isoformat()
                revision.approved_go_live_at = past
                revision.save()

        call_command("publish_scheduled")

        assert self.is_public(client, "en")
        assert self.is_public(client, "es")

    def test_moving_the_original_moves_its_translations(self, client, home, finding, spanish):
        finding.move(Page.objects.get(pk=home.washington["en"].pk), pos="last-child")

        assert not self.is_public(client)
        assert client.get("/es/cities/washington/alone/").status_code == 200
        assert Entry.objects.get(page=spanish).city == home.washington_group.city

    def test_a_new_address_is_new_in_every_language(
        self, client, finding, spanish, django_capture_on_commit_callbacks
    ):
        page = finding.specific
        page.slug = "no-lawyer"
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish()

        assert client.get("/es/cities/pittsburgh/no-lawyer/").status_code == 200
        assert not self.is_public(client)


class SharedFactsTests:
    def tags(self, page):
        kept = Page.objects.get(pk=page.pk).specific
        return set(kept.rights.values_list("slug", flat=True))

    @pytest.fixture
    def rights(self, db):
        call_command("load_treaties", verbosity=0)
        return list(RightsTag.objects.all()[:2])

    def test_tags_are_the_same_whichever_side_changed_them(self, rights, finding, spanish):
        page = finding.specific
        page.rights.set(rights[:1])
        page.save_revision().publish()
        assert self.tags(spanish) == {rights[0].slug}
        assert Entry.objects.get(page=spanish).right_slugs == [rights[0].slug]

        other = Page.objects.get(pk=spanish.pk).specific
        other.rights.set(rights[1:])
        other.save_revision().publish()
        assert self.tags(finding) == {rights[1].slug}
        assert Entry.objects.get(page=finding).right_slugs == [rights[1].slug]

    def test_an_old_draft_brings_no_old_tags_back(self, client, cast, rights, finding, spanish):
        page = finding.specific
        page.rights.set(rights)
        page.save_revision().publish()

        Page.objects.get(pk=spanish.pk).specific.get_latest_revision().publish()

        assert self.tags(finding) == {tag.slug for tag in rights}

    def test_testimony_is_the_same_in_every_language(self, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], slug="heat")
        copy = translated(story, "es")
        other = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony

        story.testimony = other
        story.save_revision().publish()

        assert TestimonyStoryPage.objects.get(pk=copy.pk).testimony == other
        assert Entry.objects.get(page=copy).testimony == other

    def test_a_translation_cannot_point_at_another_testimony(self, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])
        copy = translated(story, "es")
        copy.testimony = ConsentFactory(testimony__city=home.pittsburgh_group.city).testimony

        copy.save_revision().publish()

        assert TestimonyStoryPage.objects.get(pk=copy.pk).testimony == story.testimony

    def test_words_as_they_were_said_are_never_touched(self, home):
        story = TestimonyStoryPageFactory(
            parent=home.pittsburgh["en"],
            body=[
                ("telling", {"words": "<p>The judge asked.</p>", "original": "El juez preguntó."})
            ],
        )
        draft = begin_translation(story, locale("fr"))[-1]
        turn(translation_of(draft, "fr"), prefix="FR ")
        sources = StringSegment.objects.values_list("string__data", flat=True)

        translation_of(draft, "fr").save_target(publish=False)

        draft.refresh_from_db()
        assert not any("El juez" in words for words in sources)
        assert draft.body[0].value["original"] == "El juez preguntó."
        assert "FR The judge asked." in draft.body[0].value["words"].source

    def test_another_restriction_on_the_original_hides_translations(self, client, finding, spanish):
        from wagtail.models import PageViewRestriction

        PageViewRestriction.objects.create(page=finding, restriction_type="login")

        client.logout()
        assert client.get("/es/cities/pittsburgh/alone/").status_code != 200


class DeskTests:
    """Where a translator, who cannot open the English tree, finds what to do."""

    def desk(self, client, user, **query):
        client.force_login(user)
        return client.get(reverse("pages_to_translate"), query).content.decode()

    def test_a_translator_finds_what_their_language_lacks(self, client, cast, finding):
        page = self.desk(client, cast.translator_es)

        ask = reverse("ask_for_translation", args=[finding.pk])
        assert f"{ask}?select_locale=es" in page
        assert f"{ask}?select_locale=fr" not in page

    def test_nobody_is_offered_the_pages_of_another_city(self, client, cast, finding):
        assert "Tenants face judges" not in self.desk(client, cast.washington_editor)

    def test_a_draft_is_offered_to_go_on_with(self, client, cast, draft):
        page = self.desk(client, cast.translator_es, language="es")

        assert reverse("wagtailadmin_pages:edit", args=[draft.pk]) in page

    def test_an_older_translation_comes_back(self, client, cast, finding, spanish):
        address = reverse("wagtailadmin_pages:edit", args=[spanish.pk])
        assert address not in self.desk(client, cast.translator_es)

        reword(finding, "Nine in ten have", "Nearly all have")

        assert address in self.desk(client, cast.translator_es)

    def test_queries_do_not_grow_with_pages(
        self, client, cast, home, finding, django_assert_max_num_queries
    ):
        from pages.translating.desk import work_for

        for _number in range(5):
            FindingPageFactory(parent=home.pittsburgh["en"], revised=False)

        with django_assert_max_num_queries(10):
            assert len(list(work_for(cast.translator_es))) == 6


class EffortTests:
    def test_thirty_paragraphs_into_five_languages_are_asked_for_at_once(
        self, home, django_assert_max_num_queries
    ):
        body = [("paragraph", {"words": f"<p>Paragraph number {n}.</p>"}) for n in range(30)]
        page = FindingPageFactory(parent=home.pittsburgh["en"], body=body)
        languages = [locale(code) for code in ("es", "fr", "ar", "ru", "zh-hans")]

        with django_assert_max_num_queries(2000):  # two seconds on an idle machine
            for language in languages:
                begin_translation(page, language)

    def test_the_source_is_read_once(self, finding):
        begin_translation(finding, locale("es"))
        begin_translation(finding, locale("fr"))

        assert TranslationSource.objects.filter(object_id=finding.translation_key).count() == 1


def test_rights_are_wagtails_own(cast, home):
    """A translator holds the permission to change Spanish pages, and none to publish any."""
    groups = cast.translator_es.groups.all()
    rights = GroupPagePermission.objects.filter(group__in=groups)
    assert {right.permission.codename for right in rights} == {"change_page"}
