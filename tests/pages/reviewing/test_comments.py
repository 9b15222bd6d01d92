"""Colleagues comment on a field, answer and resolve; nobody of another city does."""

import pytest
from django.urls import reverse
from wagtail.models import Comment, CommentReply

from tests.factories.pages import FindingPageFactory

ASKED = "Where does this quokka come from?"


@pytest.fixture
def comment(finding, cast):
    return Comment.objects.create(
        page=finding, user=cast.pittsburgh_editor, contentpath="summary", text=ASKED
    )


def new_comment(**fields):
    one = {"contentpath": "summary", "text": ASKED, "position": "", "id": "", "DELETE": ""} | fields
    replies = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0}
    counts = {"TOTAL_FORMS": 1, "INITIAL_FORMS": int(bool(one["id"])), "MIN_NUM_FORMS": 0}
    return counts | {"0": one | {"replies": one.get("replies", replies)}}


def test_a_writer_comments_on_a_field(client, cast, save, finding):
    client.force_login(cast.pittsburgh_editor)

    save(comments=new_comment())

    said = Comment.objects.get(page=finding)
    assert (said.text, said.contentpath, said.user) == (ASKED, "summary", cast.pittsburgh_editor)


def test_a_colleague_reads_it_answers_and_resolves_it(client, cast, save, finding, comment):
    client.force_login(cast.admin)
    address = reverse("wagtailadmin_pages:edit", args=[finding.pk])
    assert ASKED in client.get(address).content.decode()
    answer = {"text": "From the court.", "id": "", "DELETE": ""}
    replies = {"TOTAL_FORMS": 1, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "0": answer}

    save(comments=new_comment(id=comment.pk, resolved="on", replies=replies))

    comment.refresh_from_db()
    assert CommentReply.objects.get(comment=comment).text == "From the court."
    assert comment.resolved_by == cast.admin


def test_another_city_reads_and_writes_none(client, cast, save, finding, comment):
    client.force_login(cast.washington_editor)
    address = reverse("wagtailadmin_pages:edit", args=[finding.pk])

    assert client.get(address).status_code == 404
    assert save(comments=new_comment(text="Ours now.")).status_code == 404

    assert [said.text for said in Comment.objects.filter(page=finding)] == [ASKED]


def test_a_comment_of_another_city_cannot_be_named_in_a_form_of_ones_own(
    client, cast, save, finding, home
):
    theirs = FindingPageFactory(parent=home.washington["en"])
    comment = Comment.objects.create(
        page=theirs, user=cast.washington_editor, contentpath="summary", text=ASKED
    )
    client.force_login(cast.pittsburgh_editor)

    words = save(comments=new_comment(id=comment.pk, text="Ours now.")).content.decode()

    comment.refresh_from_db()
    assert (comment.text, comment.page_id) == (ASKED, theirs.pk)
    assert ASKED not in words
