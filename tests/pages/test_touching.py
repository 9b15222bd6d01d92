"""Who deletes, moves or takes down a page is told beforehand what else that touches."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages.models import Entry, FindingPage
from tests.factories.library import ImageFactory
from tests.factories.pages import (
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    PressReleasePageFactory,
    ResourcePageFactory,
    TestimonyStoryPageFactory,
    translate,
)

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::ResourceWarning")]


@pytest.fixture
def story(home):
    """A story in English, Spanish and Arabic, live in all."""
    page = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], slug="heat")
    translate(page, "es")
    translate(page, "ar")
    return page


@pytest.fixture
def editor(client, cast):
    client.force_login(cast.pittsburgh_editor)
    return client


def resting_on(story, parent, title, **more):
    evidence = [("story", {"story": story, "words": "It was cold."})]
    return FindingPageFactory(parent=parent, title=title, evidence=evidence, **more)


def touched(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    html = answer.content.decode()
    return html.partition("our-touched")[2].partition("</section>")[0]


def asks(page, step):
    return f"/admin/pages/{page.pk}/{step}/"


def asks_for_many(step, *pages):
    ids = "&".join(f"id={page.pk}" for page in pages)
    return f"/admin/bulk/wagtailcore/page/{step}/?{ids}&next=/admin/pages/"


class OnePageTests:
    @pytest.mark.parametrize("step", ["delete", "unpublish"])
    def test_translations_that_come_down_are_named_in_their_own_words(self, editor, story, step):
        said = touched(editor, asks(story, step))
        assert "These translations come down too" in said
        assert '<span lang="es" dir="ltr">español</span>' in said
        assert '<span lang="ar" dir="rtl">العربيّة</span>' in said

    def test_a_translation_takes_nothing_else_down(self, editor, story):
        spanish = story.find_translations().get(locale__language_code="es")
        assert "come down too" not in touched(editor, asks(spanish, "delete"))

    @pytest.mark.parametrize("step", ["delete", "unpublish"])
    def test_pages_that_lead_to_it_or_to_a_translation_are_named(self, editor, story, home, step):
        resting_on(story, home.pittsburgh["en"], "Cold homes")
        spanish = story.find_translations().get(locale__language_code="es")
        resting_on(spanish, home.pittsburgh["es"], "Casas frías")
        said = touched(editor, asks(story, step))
        assert "Cold homes" in said
        assert "Casas frías" in said

    def test_a_page_that_leads_here_takes_one_line_with_all_its_languages(
        self, editor, story, home
    ):
        translate(resting_on(story, home.pittsburgh["en"], "Cold homes"), "es", title="Frías")
        said = touched(editor, asks(story, "delete"))
        assert "Cold homes" in said
        assert "Frías" not in said

    def test_pages_below_are_counted(self, client, cast, home):
        client.force_login(cast.admin)
        newsroom = NewsroomPageFactory(parent=home.pittsburgh["en"])
        PressReleasePageFactory(parent=newsroom)
        MediaKitPageFactory(parent=newsroom, live=False)
        said = touched(client, asks(newsroom, "delete"))
        assert "2 pages below (public: 1). What stands below is deleted too." in said
        assert "What stands below stays up unless" in touched(client, asks(newsroom, "unpublish"))

    def test_it_says_what_the_address_will_answer(self, editor, story, home):
        draft = FindingPageFactory(parent=home.pittsburgh["en"], live=False)
        assert "(410)" in touched(editor, asks(story, "delete"))
        assert "no address is lost" in touched(editor, asks(draft, "delete"))

    def test_moving_says_which_translations_come_along(self, client, cast, home):
        page = PressReleasePageFactory(parent=NewsroomPageFactory(parent=home.pittsburgh["en"]))
        for language in ("es", "fr"):
            translate(page.get_parent().specific, language)
            translate(page, language)
        there = NewsroomPageFactory(parent=home.washington["en"])
        translate(there, "es")
        client.force_login(cast.admin)
        said = touched(client, f"/admin/pages/{page.pk}/move/{there.pk}/confirm/")
        along, _sep, down = said.partition("come down too")
        assert "move along" in along
        assert "español" in along
        assert "français" in down
        assert "led to the new one" in said

    def test_deleting_a_picture_in_use_says_so(self, client, cast, home):
        picture = ImageFactory(collection=home.pittsburgh_group.collection)
        FindingPageFactory(parent=home.pittsburgh["en"], picture=picture)
        client.force_login(cast.admin)
        html = client.get(f"/admin/images/{picture.pk}/delete/").content.decode()
        assert "referenced 1 time" in html


class ManyPagesTests:
    @pytest.mark.parametrize("step", ["delete", "unpublish", "move"])
    def test_it_is_said_for_all_together(self, editor, story, home, step):
        other = FindingPageFactory(parent=home.pittsburgh["en"], title="Cold homes")
        translate(other, "fr")
        said = touched(editor, asks_for_many(step, story, other))
        assert "español" in said
        assert "français" in said

    @pytest.mark.parametrize(("step", "answer"), [("delete", 410), ("unpublish", 410)])
    def test_what_is_done_to_many_is_gone_from_everywhere(self, editor, client, home, step, answer):
        pages = [
            FindingPageFactory(parent=home.pittsburgh["en"], title=f"Zanzibarine {number}")
            for number in (1, 2)
        ]
        translate(pages[0], "es", title="Zanzibarine uno")
        done = editor.post(asks_for_many(step, *pages))
        assert done.status_code == 302
        client.logout()
        tails = [f"cities/pittsburgh/{page.slug}/" for page in pages]
        assert client.get(f"/en/{tails[0]}").status_code == answer
        assert client.get(f"/en/{tails[1]}").status_code == answer
        assert client.get(f"/es/{tails[0]}").status_code == answer
        for path in (
            "/api/v2/pages/?search=Zanzibarine",
            "/en/search/?q=findings",
            "/en/findings/",
            "/en/feed/",
            "/es/feed/",
            "/en/cities/pittsburgh/feed/",
            "/sitemap.xml",
            f"/en/{tails[0]}",
        ):
            assert "anzibarine-" not in client.get(path).content.decode()
            assert "Zanzibarine 1" not in client.get(path).content.decode()
        assert not Entry.objects.filter(title__startswith="Zanzibarine").exists()


class IsolationTests:
    def test_another_citys_draft_is_counted_and_not_named(self, editor, story, home):
        resting_on(story, home.washington["en"], "Zanzibarine plan", live=False)
        said = touched(editor, asks(story, "delete"))
        assert "Zanzibarine" not in said
        assert "and 1 of another group" in said

    def test_another_citys_public_page_has_the_title_that_readers_see(self, editor, story, home):
        page = resting_on(story, home.washington["en"], "Seen by readers")
        page.title = "Zanzibarine title"
        page.save_revision()
        said = touched(editor, asks(story, "delete"))
        assert "Seen by readers" in said
        assert "Zanzibarine" not in said
        assert f"/admin/pages/{page.pk}/" not in said

    def test_an_editor_of_another_city_is_not_asked(self, client, cast, story):
        client.force_login(cast.washington_editor)
        for step in ("delete", "unpublish"):
            assert client.get(asks(story, step)).status_code == 404
            assert client.post(asks(story, step)).status_code == 404
        assert type(story).objects.get(pk=story.pk).live


class BudgetTests:
    def test_it_asks_no_more_as_more_is_touched(self, editor, story, home):
        def asked():
            editor.get(asks(story, "delete"))
            with CaptureQueriesContext(connection) as queries:
                editor.get(asks(story, "delete"))
            return len(queries)

        resting_on(story, home.pittsburgh["en"], "One")
        few = asked()
        for number in range(12):
            resting_on(story, home.pittsburgh["en"], f"More {number}")
        ResourcePageFactory(parent=home.pittsburgh["en"])
        assert asked() <= few
        assert FindingPage.objects.count() == 13
