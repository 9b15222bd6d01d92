"""Whoever somebody is, no address of the admin gives them what their role does not reach.

What a role reaches is told in ``people``; what an id names, in ``things``.
"""

import re

import pytest
from django.db import transaction
from django.test import RequestFactory
from django.urls import resolve
from wagtail.models import TaskState

from campaigns.places.models import Role
from pages.isolation.addresses import ASKED, OPEN
from pages.isolation.guard import may_open
from tests.factories.pages import NewsroomPageFactory

from .addresses import admin_patterns, body, fill, named_in
from .people import PEOPLE, Person
from .things import KIND_OF, WORDS, things_of

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")

#: These lead out, or break on purpose.
LEFT_OUT = {".*/$", "failwhale/", "logout/"}
#: What the treaties say belongs to nobody.
CATALOGUE = re.compile(r"(treaty|treatyarticle|theme|monitoringbody)/")
#: Where each goes: everybody to the other city, and some where their own role ends.
WALKS = [
    *((who, "washington") for who in PEOPLE),
    ("translator of one language", "pittsburgh, in French"),
    ("press officer", "pittsburgh, in French"),
    ("writer", "pittsburgh, in French"),
    ("editor of a suspended group", "pittsburgh, in French"),
    ("nobody", "pittsburgh, in French"),
    ("press officer", "the newsroom of washington"),
]
GONE_ROUND = [pytest.param(who, where, id=f"{who} in {where}") for who, where in WALKS]
#: Sentences and links of a translation: the package looks for them in the translation named beside.
LEFT_TO_VIEWS = {"string_segment_id", "overridable_segment_id"}
#: What stands in the titles of what is one’s own.
OURS = {kind: f"Own {kind}" for kind in WORDS}


@pytest.fixture
def make_things(home, cast):
    """make_things(where) makes everything that an id can name there."""

    def make(where, words=WORDS):
        if where == "washington":
            return things_of(home, home.washington["en"], cast.washington_editor, words)
        if where.startswith("pittsburgh"):
            language = "fr" if where.endswith("French") else "en"
            profile = home.pittsburgh[language]
            return things_of(home, profile, cast.pittsburgh_editor, words)
        room = NewsroomPageFactory(parent=home.washington["en"])
        return things_of(home, room, cast.washington_editor, words, is_press=True)

    return make


class EveryRoleTests:
    @pytest.mark.parametrize(("who", "where"), GONE_ROUND)
    def test_no_address_answers_beyond_a_role(self, client, home, make_things, who, where):
        person, things = PEOPLE[who], make_things(where)
        client.force_login(person.enters(home))
        client.raise_request_exception = False

        leaks = [
            leak
            for route in sorted(set(admin_patterns()) - LEFT_OUT)
            for method in (
                ("get", "post") if named_in(route) and route in ASKED | OPEN else ("get",)
            )
            for leak in leaks_of(client, method, route, fill(route, things), person, things)
        ]

        assert leaks == []

    def test_an_id_of_one_s_own_opens_no_other(self, client, home, make_things):
        """Where an address holds several ids, one of them is theirs and the others are ours."""
        things, ours = make_things("washington"), make_things("pittsburgh", OURS)
        person = PEOPLE["editor"]
        client.force_login(person.enters(home))
        client.raise_request_exception = False
        leaks = []
        for route in sorted(ASKED | OPEN):
            names = {name: what for name, what in named_in(route).items() if what in KIND_OF}
            for name in names if len(names) > 1 else ():
                address = fill(route, ours, **{name: things[names[name]]})
                for method in ("get", "post", "put", "delete"):
                    found = leaks_of(client, method, route, address, person, things)
                    leaks += [f"{leak}, {name} being theirs" for leak in found]

        assert leaks == []

    @pytest.mark.parametrize("who", PEOPLE)
    def test_a_stranger_s_address_is_no_way_round(self, client, home, make_things, who):
        """Drafts, originals, files and kits at their own addresses, and the public API."""
        person, things = PEOPLE[who], make_things("washington")
        client.force_login(person.enters(home))
        *others, paper = things.addresses
        asked = ["/en/search/?q=quokka", "/en/feed/", "/api/v2/pages/?search=quokka", "/en/"]

        answers = {address: client.get(address).status_code for address in others}

        assert set(answers.values()) == {404}
        for address in asked:
            assert WORDS["page"] not in body(client.get(address))
        reaches = person.may_meet("file", things)
        assert client.get(paper).status_code == (200 if reaches else 404)

    @pytest.mark.parametrize("who", ["editor", "admin"])
    def test_public_pages_carry_nothing_for_editors(self, client, home, cast, who):
        """No bar over a public page tells who signed in, or leads to what may be changed."""
        seen = body(client.get("/en/cities/washington/"))
        client.force_login(cast.admin if who == "admin" else PEOPLE[who].enters(home))

        assert body(client.get("/en/cities/washington/")) == seen
        assert "userbar" not in seen

    @pytest.mark.parametrize("who", PEOPLE)
    @pytest.mark.parametrize("where", ["washington", "pittsburgh", "pittsburgh, in French"])
    def test_what_a_role_reaches_is_open(self, client, home, make_things, who, where):
        """A wall without a door would pass every test above."""
        person, things = PEOPLE[who], make_things(where)
        client.force_login(person.enters(home))
        routes = {
            "pages/<int:page_id>/edit/": "page",
            "pages/<int:page_id>/history/": "page",
            "pages/<int:page_id>/usage/": "page",
            "pages/<int:page_id>/revisions/<int:revision_id>/view/": "page",
            "images/chooser/chosen/<str:pk>/": "file",
            "testimony/<int:pk>/": "testimony",
        }

        opened = {route: client.get(fill(route, things)).status_code == 200 for route in routes}

        assert opened == {route: person.may_meet(kind, things) for route, kind in routes.items()}


class GuardAloneTests:
    """Most views of Wagtail’s would refuse too; the guard does not lean on that."""

    @pytest.mark.parametrize(("who", "where"), GONE_ROUND)
    def test_it_refuses_before_a_view_is_asked(self, home, make_things, who, where):
        person, things = PEOPLE[who], make_things(where)
        user, request = person.enters(home), RequestFactory().get("/admin/")

        opened = [
            route
            for route in ASKED
            if beyond(route, person, things)
            and may_open(user, route, resolve(fill(route, things)).kwargs, request)
        ]

        assert opened == []

    def test_every_id_is_asked_for(self, home, make_things):
        """One id is theirs, and all the others are ours."""
        things, ours = make_things("washington"), make_things("pittsburgh", OURS)
        user, request = PEOPLE["editor"].enters(home), RequestFactory().get("/admin/")
        opened = []
        for route in ASKED:
            for name, what in named_in(route).items():
                if what not in KIND_OF or name in LEFT_TO_VIEWS:
                    continue
                kwargs = resolve(fill(route, ours, **{name: things[what]})).kwargs
                if may_open(user, route, kwargs, request):
                    opened.append(f"{route} by {name}")

        assert opened == []

    @pytest.mark.parametrize(
        ("model", "what"),
        [
            ("wagtailcore/page", "page"),
            ("library/image", "image"),
            ("library/document", "document"),
        ],
    )
    def test_each_of_many_is_asked_for(self, home, make_things, model, what):
        things, ours = make_things("washington"), make_things("pittsburgh", OURS)
        user = PEOPLE["editor"].enters(home)
        match = resolve(f"/admin/bulk/{model}/delete/")
        route = match.route.removeprefix("admin/")

        def may(*ids):
            request = RequestFactory().get("/admin/", {"id": ids})
            return may_open(user, route, match.kwargs, request)

        assert may(ours[what])
        assert not may(ours[what], things[what])


class ApprovalTests:
    """Wagtail asks about the page in an address, and decides on the step that stands beside it."""

    @pytest.mark.parametrize("where", ["washington", "pittsburgh, in French"])
    def test_nobody_approves_another_page_s_step_by_a_page_of_their_own(
        self, client, home, make_things, where
    ):
        things, ours = make_things(where), make_things("pittsburgh", OURS)
        client.force_login(Person(Role.EDITOR).enters(home))
        step = things["task_state"]

        for action in ("action", "collect_action_data"):
            address = f"/admin/pages/workflow/{action}/{ours['page']}/approve/{step}/"
            assert client.get(address).status_code == 404
            assert client.post(address).status_code == 404

        assert TaskState.objects.get(pk=step).status == TaskState.STATUS_IN_PROGRESS


def leaks_of(client, method, route, address, person, things):
    """What somebody is told at an address that is beyond their role; nothing stays changed."""
    with transaction.atomic():
        answer = getattr(client, method)(address)
        transaction.set_rollback(True)
    said = body(answer) + str(answer.headers)
    for kind, word in WORDS.items():
        if word in said and not person.may_meet(kind, things):
            yield f"{method} {route} says {kind}"
    if answer.status_code >= 500:
        yield f"{method} {route} breaks: {answer.status_code}"
    if beyond(route, person, things) and not refuses(answer):
        yield f"{method} {route} answers {answer.status_code}"


def beyond(route, person, things):
    """Whether one of an address’s ids names what a role does not reach."""
    kinds = {KIND_OF[what] for what in named_in(route).values() if what in KIND_OF}
    is_asked = route in ASKED | OPEN and not CATALOGUE.match(route)
    return is_asked and not all(person.may_meet(kind, things) for kind in kinds)


def refuses(answer):
    """Whether an answer is a no: nothing there, not so, or back to the front page or the way in."""
    where = answer.headers.get("Location", "")
    return answer.status_code in (403, 404, 405) or where == "/admin/" or "/login/" in where
