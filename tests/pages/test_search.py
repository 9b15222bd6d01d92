"""What a reader finds, in their own language, on whichever database the tests run."""

from html import unescape

import pytest
from django.core.management import call_command
from django.utils import timezone

from campaigns.treaties.models import RightsTag, Theme
from pages.highlighting import highlight
from pages.models import Entry
from pages.record import record
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    ResourcePageFactory,
    TestimonyStoryPageFactory,
    publish,
)

pytestmark = pytest.mark.django_db


def titles(answer):
    return [entry.title for entry in answer.context["found"].page.object_list]


def search(client, question, language="en", **chosen):
    answer = client.get(f"/{language}/search/", {"q": question, **chosen})
    assert answer.status_code == 200
    return answer


def finding_that_says(home, language, title, words="Nothing more."):
    body = [("paragraph", {"words": f"<p>{words}</p>"})]
    return FindingPageFactory(parent=home.pittsburgh[language], title=title, body=body)


FORMS_OF_ONE_WORD = [
    ("en", "Tenants were evicted without a lawyer", "evict tenant"),
    ("es", "La educación de las niñas se interrumpe", "educacion ninas"),
    ("es", "Los inquilinos piden viviendas dignas", "vivienda"),
    ("fr", "L’égalité des logements", "egalite"),
    ("fr", "Des familles expulsées", "expulsée famille"),
    ("ru", "Выселение жильцов без адвоката", "выселения"),
    ("ru", "Дешёвое жильё", "дешевого жилья"),
    ("ar", "البيت اللائق", "بيت"),
    ("ar", "سكن لائق للجميع", "السكن"),
    ("ar", "والماء حق للناس", "الماء"),
    ("ar", "الإخلاء بلا محامٍ", "اخلاء"),
    ("zh-hans", "五名学生和平守夜", "学生"),
    ("zh-hans", "五名学生和平守夜", "和平守夜"),
    ("zh-hans", "五名学生和平守夜", "夜"),
]


class WordsInSixLanguagesTests:
    def test_another_form_of_a_word_finds_it(self, client, home):
        for language, title in dict.fromkeys(form[:2] for form in FORMS_OF_ONE_WORD):
            finding_that_says(home, language, title)
        for language, title, asked in FORMS_OF_ONE_WORD:
            assert titles(search(client, asked, language)) == [title], asked

    def test_signs_that_do_not_stand_together_find_nothing(self, client, home):
        finding_that_says(home, "zh-hans", "学校与生活")
        assert titles(search(client, "学生", "zh-hans")) == []

    def test_words_in_the_body_are_found(self, client, home):
        finding_that_says(home, "en", "A finding", "The radiators were <b>cold</b> all winter.")
        assert titles(search(client, "radiator")) == ["A finding"]

    def test_a_word_in_the_title_comes_before_one_in_the_body(self, client, home):
        finding_that_says(home, "en", "About something else", "Radiators, radiators, radiators.")
        finding_that_says(home, "en", "Cold radiators")
        finding_that_says(home, "en", "About nothing", "One radiator.")
        assert titles(search(client, "radiator"))[0] == "Cold radiators"

    def test_when_no_page_says_all_words_those_that_say_some_are_shown(self, client, home):
        finding_that_says(home, "en", "Cold radiators")
        answer = search(client, "radiator xylophone")
        assert titles(answer) == ["Cold radiators"]
        assert "No page says all of your words" in answer.content.decode()

    def test_a_treaty_is_found_by_every_name_it_goes_by(self, client, home):
        call_command("load_treaties", verbosity=0)
        page = finding_that_says(home, "en", "Judges decide alone")
        page.rights.add(RightsTag.objects.get(slug="icerd-5"))
        page.save()
        record(page)
        assert titles(search(client, "CERD")) == ["Judges decide alone"]
        assert titles(search(client, "icerd 5")) == ["Judges decide alone"]


class WhoMayBeSeenTests:
    def test_a_story_is_gone_the_moment_its_teller_takes_it_back(self, client, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], title="Cold radiators")
        assert titles(search(client, "radiators")) == ["Cold radiators"]
        story.testimony.consent.withdrawn_on = timezone.now()
        story.testimony.consent.save()
        answer = search(client, "radiators")
        assert titles(answer) == []
        assert "Cold radiators" not in answer.content.decode()

    def test_words_that_a_finding_quotes_from_a_story_are_not_in_the_index(self, client, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"], title="A story")
        evidence = [("story", {"story": story, "words": "My xylophone froze."})]
        FindingPageFactory(parent=home.pittsburgh["en"], title="A finding", evidence=evidence)
        answer = search(client, "xylophone")
        assert titles(answer) == []
        assert "My xylophone froze" not in answer.content.decode()

    def test_a_page_taken_down_is_not_found(self, client, home):
        page = finding_that_says(home, "en", "Cold radiators")
        page.unpublish()
        assert titles(search(client, "radiators")) == []


class MarkedWordsTests:
    def test_the_words_are_marked_as_they_stand_in_the_text(self, client, home):
        finding_that_says(home, "en", "Tenants evicted", "He evicts people, says <i>one</i> judge.")
        html = search(client, "evicting").content.decode()
        assert "Tenants <mark>evicted</mark>" in html
        assert "He <mark>evicts</mark> people" in html

    @pytest.mark.parametrize(
        ("language", "text", "question", "marked"),
        [
            ("ar", "الحق في السُّكنى والسكن", "سكن", "<mark>والسكن</mark>"),
            ("zh-hans", "五名学生和平守夜", "学生", "五名<mark>学生</mark>和平"),
            ("ru", "О выселении жильцов", "выселение", "О <mark>выселении</mark> жильцов"),
            ("es", "La educación", "EDUCACION", "La <mark>educación</mark>"),
        ],
    )
    def test_in_other_scripts_too(self, language, text, question, marked):
        assert marked in highlight(text, question, language)

    def test_a_passage_runs_the_way_of_its_language_whatever_it_begins_with(self):
        assert highlight("UPR في بيتسبرغ", "UPR", "ar").startswith("\u200f<mark>UPR</mark>")
        assert highlight("السكن, in Arabic", "Arabic", "en").startswith("\u200e")

    def test_what_looks_like_markup_stays_text(self, client, home):
        finding_that_says(home, "en", "Tenants <script>alert(1)</script> evicted")
        html = search(client, "evicted <script>").content.decode()
        assert "<script>alert" not in html
        assert "&lt;<mark>script</mark>&gt;alert(1)" in html


class NarrowingTests:
    @pytest.fixture
    def record_of_two_cities(self, home):
        call_command("load_treaties", verbosity=0)
        finding = FindingPageFactory(parent=home.pittsburgh["en"], title="Cold radiators")
        finding.rights.add(RightsTag.objects.get(slug="icescr-11"))
        finding.themes.add(Theme.objects.first())
        finding.save()
        record(finding)
        FindingPageFactory(parent=home.washington["en"], title="Cold radiators")
        TestimonyStoryPageFactory(parent=home.pittsburgh["en"], title="I sold my radiators")
        EventPageFactory(parent=home.washington["en"], title="A talk on radiators")
        FindingPageFactory(parent=home.pittsburgh["es"], title="Los radiators fríos")

    def counts(self, answer, name):
        return {
            option.value: option.count for option in answer.context["found"].facet(name).options
        }

    def test_every_facet_says_how_many_it_would_leave(self, client, record_of_two_cities):
        answer = search(client, "radiators")
        assert self.counts(answer, "type") == {"finding": 2, "story": 1, "event": 1}
        assert self.counts(answer, "city") == {"pittsburgh": 2, "washington": 2}
        assert self.counts(answer, "treaty") == {"icescr": 1}
        assert self.counts(answer, "theme") == {Theme.objects.first().slug: 1}
        assert self.counts(answer, "language") == {"en": 4, "es": 1}

    def test_facets_narrow_together_and_count_what_remains(self, client, record_of_two_cities):
        answer = search(client, "radiators", type="finding", city="pittsburgh")
        assert answer.context["found"].total == 1
        assert self.counts(answer, "type") == {"finding": 1, "story": 1}
        assert self.counts(answer, "city") == {"pittsburgh": 1, "washington": 1}

    def test_a_city_is_found_and_named_as_its_profile_in_that_language_names_it(self, client, home):
        profile = home.pittsburgh["ar"]
        profile.title = "بيتسبرغ"
        publish(profile)
        finding_that_says(home, "ar", "تدفئة باردة")
        answer = search(client, "بيتسبرغ", "ar")
        assert "تدفئة باردة" in titles(answer)
        [city] = answer.context["found"].facet("city").options
        assert city.label == "بيتسبرغ"

    def test_following_the_link_of_a_facet_gives_what_it_promised(
        self, client, record_of_two_cities
    ):
        answer = search(client, "radiators")
        for facet in answer.context["found"].facets:
            for option in facet.options:
                if not option.is_chosen:
                    assert client.get(option.url).context["found"].total == option.count
                    assert f'href="{option.url}"' in unescape(answer.content.decode())

    def test_another_language_can_be_chosen(self, client, record_of_two_cities):
        answer = client.get("/en/search/", {"q": "radiators", "language": "es"})
        assert titles(answer) == ["Los radiators fríos"]
        assert 'lang="es"' in answer.content.decode()

    def test_narrowed_and_searched_pages_are_not_for_search_engines(self, client, home):
        html = search(client, "radiators", type="finding").content.decode()
        assert '<meta name="robots" content="noindex' in html
        assert '<link rel="canonical" href="http://testserver.localhost/en/search/">' in html


class SearchBoxTests:
    def test_the_box_asks_this_page_and_keeps_the_question(self, client, home):
        html = search(client, 'say "no"').content.decode()
        assert 'action="/en/search/"' in html
        assert 'value="say &quot;no&quot;"' in html


class NothingFoundTests:
    def test_other_languages_that_have_something_are_named(self, client, home):
        finding_that_says(home, "es", "Los radiadores de Pittsburgh")
        answer = search(client, "radiadores")
        assert titles(answer) == []
        [spanish] = answer.context["elsewhere"]
        assert (spanish.value, spanish.count) == ("es", 1)
        assert titles(client.get(spanish.url)) == ["Los radiadores de Pittsburgh"]

    def test_a_slip_of_the_finger_is_answered_with_the_word_we_know(self, client, home):
        finding_that_says(home, "en", "Evictions in winter")
        answer = search(client, "evictoins xyzzy")
        assert answer.context["other_spelling"] == "evictions"

    def test_rights_and_topics_are_offered(self, client, home):
        call_command("load_treaties", verbosity=0)
        answer = search(client, "housing")
        assert "/en/treaties/icescr/11/" in answer.content.decode()
        theme = Theme.objects.first()
        assert f'href="/en/search/?theme={theme.slug}"' in answer.content.decode()

    def test_a_topic_alone_lists_what_is_filed_under_it(self, client, home):
        call_command("load_treaties", verbosity=0)
        page = finding_that_says(home, "en", "Cold radiators")
        page.themes.add(Theme.objects.first())
        page.save()
        record(page)
        finding_that_says(home, "en", "Another thing")
        answer = client.get("/en/search/", {"theme": Theme.objects.first().slug})
        assert titles(answer) == ["Cold radiators"]


STRANGE_QUESTIONS = [
    '"',
    '""" OR',
    "\x00",
    "a\x00b",
    "*",
    "radiator*",
    "NEAR(a b)",
    "a:b",
    "' ; drop table",
    "%s %d %(a)s",
    "\\",
    "(((",
    "AND NOT",
    "-",
    "word " * 2000,
    "学" * 10_000,
    "e\u0301\u0301\u0301",
    "\U0001f600",
    "<b>",
    "١٢٣",
]


class StrangeQuestionsTests:
    def test_any_question_gets_a_page(self, client, home):
        finding_that_says(home, "en", "Cold radiators")
        for question in STRANGE_QUESTIONS:
            for language in ["en", "zh-hans"]:
                search(client, question, language)

    def test_any_page_number_gets_a_page(self, client, home):
        finding_that_says(home, "en", "Cold radiators")
        for page in ["0", "-1", "2", "99999999999999999999", "9" * 5000, "x", "\x00", ""]:
            assert titles(search(client, "radiators", page=page)) == ["Cold radiators"]

    def test_any_choice_gets_a_page_and_a_way_back(self, client, home):
        finding_that_says(home, "en", "Cold radiators")
        for name in ["type", "city", "treaty", "theme", "language"]:
            for value in ["nowhere", "\x00", '"><script>', "x" * 9000]:
                answer = client.get("/en/search/", {"q": "radiators", name: value})
                assert answer.status_code == 200
                assert titles(answer) == []
                assert '"><script>' not in answer.content.decode()

    def test_a_long_question_is_cut_to_two_hundred_signs(self, client, home):
        assert len(search(client, "a" * 5000).context["question"]) == 200

    def test_pages_do_not_repeat_or_lose_a_result(self, client, home):
        for number in range(30):
            ResourcePageFactory(parent=home.homes["en"], title=f"Radiator {number}")
        first, second = (titles(search(client, "radiator", page=page)) for page in (1, 2))
        assert len(first) == 24
        assert set(first) | set(second) == {f"Radiator {number}" for number in range(30)}


class IndexTests:
    def test_new_words_of_a_page_replace_the_old_ones(self, client, home):
        page = finding_that_says(home, "en", "Cold radiators")
        page.title = "Warm stoves"
        publish(page)
        assert titles(search(client, "radiators")) == []
        assert titles(search(client, "stove")) == ["Warm stoves"]

    def test_the_index_can_be_built_again_from_the_record(self, client, home):
        finding_that_says(home, "zh-hans", "五名学生和平守夜")
        call_command("update_index", verbosity=0)
        assert Entry.objects.filter(title="五名学生和平守夜").exists()
        assert titles(search(client, "学生", "zh-hans")) == ["五名学生和平守夜"]
