"""What whoever sends or publishes is told beside the button."""

import re

from ..work import approve_in_editor, edit_address, send_in_editor, translation_of, turn


def footer(page):
    return page.partition('<footer class="footer writers-footer">')[2]


def banners(page):
    """What the screen says above everything else."""
    told = re.search(r'(?s)class="messages"(.*?)</ul>', page)
    return re.findall(r"(?s)<li[^>]*>(.*?)</li>", told[1]) if told else []


class WarningTests:
    def test_nothing_is_said_where_nothing_catches_the_eye(self, desk, draft):
        turn(translation_of(draft))

        assert 'class="bench-warnings"' not in footer(desk.read())

    def test_what_catches_the_eye_is_named_with_a_way_there(self, desk, draft):
        turn(translation_of(draft))
        desk.send("Hearings are", words="Las audiencias son cortas")
        desk.send("Nine in ten", words="Nueve de cada diez")

        told = footer(desk.read())
        assert "2 warnings:" in told
        for sentence in ("Hearings are", "Nine in ten"):
            assert f'href="#sentence-{desk.unit(sentence).key}"' in told

    def test_the_way_leads_out_of_a_filter_that_hides_the_sentence(self, desk):
        desk.send("Hearings are", words="Las audiencias son cortas")

        way = f'href="?show=all#sentence-{desk.unit("Hearings are").key}"'
        assert way in footer(desk.read("todo"))

    def test_a_script_gets_them_too(self, desk):
        answer = desk.send("Hearings are", words="Las audiencias", by_script=True).json()

        assert "1 warning:" in answer["warnings"]

    def test_sending_stays_possible(self, client, cast, desk, draft):
        turn(translation_of(draft))
        desk.send("Hearings are", words="Las audiencias son cortas")

        send_in_editor(client, cast.translator_es, draft)

        draft.refresh_from_db()
        assert draft.workflow_in_progress


class BannerTests:
    def test_one_is_enough_after_sending(self, client, cast, desk, draft):
        turn(translation_of(draft))

        page = send_in_editor(client, cast.translator_es, draft).content.decode()

        assert len(banners(page)) == 1
        assert "Sent for approval." in banners(page)[0]
        assert "It waits for approval." in footer(page)

    def test_whoever_is_to_approve_reads_who_sent_it(self, client, cast, desk, draft):
        turn(translation_of(draft))
        send_in_editor(client, cast.translator_es, draft)
        client.force_login(cast.pittsburgh_editor)

        page = desk.read()
        assert "Sent for approval by <bdi>translator-es</bdi>" in page
        assert "Approve and publish" in footer(page)


class OrderTests:
    def test_deleting_comes_last_in_the_menu(self, client, cast, desk, draft):
        turn(translation_of(draft))
        send_in_editor(client, cast.translator_es, draft)
        approve_in_editor(client, draft)
        client.force_login(cast.admin)

        told = footer(client.get(edit_address(draft)).content.decode())
        steps = [told.index(word) for word in ("Go on in one form", "Unpublish", "Delete")]
        assert steps == sorted(steps)
