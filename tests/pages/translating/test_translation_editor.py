"""The translation editor lets nobody past their own pages and languages."""

from django.urls import reverse
from wagtail_localize.models import (
    StringTranslation,
    Translation,
)

from .work import (
    action_address,
    edit_address,
    send_in_editor,
    translation_of,
    turn,
)


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

    def test_machine_translation_files_aliases_and_snippets_are_closed_to_everybody(
        self, client, cast, draft
    ):
        client.force_login(cast.admin)
        one = {"translation_id": translation_of(draft).pk}
        closed = [
            reverse("wagtail_localize:machine_translate", kwargs=one),
            reverse("wagtail_localize:download_pofile", kwargs=one),
            reverse("wagtail_localize:upload_pofile", kwargs=one),
            reverse("wagtail_localize:convert_to_alias", args=[draft.pk]),
            reverse("wagtail_localize:submit_snippet_translation", args=["treaties", "treaty", 1]),
            reverse("wagtail_localize:snippets_api_listing", args=["treaties", "treaty"]),
        ]

        for address in closed:
            assert client.post(address).status_code == 404
            assert client.get(address).status_code == 404

    def test_a_translator_writes_but_does_not_publish(self, client, cast, draft):
        translation = translation_of(draft)
        turn(translation)
        client.force_login(cast.translator_es)
        client.post(edit_address(draft), {"action": "publish"})
        send_in_editor(client, cast.translator_es, draft)
        client.post(action_address("approve", draft, draft.current_workflow_task_state))
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
