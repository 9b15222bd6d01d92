"""The factories and the scene hold what every other test builds on."""

from pages.models import Entry
from tests.factories.library import DocumentFactory, ImageFactory
from tests.factories.pages import (
    EventPageFactory,
    FindingPageFactory,
    MediaKitPageFactory,
    NewsroomPageFactory,
    OutcomeExplainerPageFactory,
    OutcomeIndexPageFactory,
    PressReleasePageFactory,
    ResourcePageFactory,
    StandardPageFactory,
    TestimonyStoryPageFactory,
    translate,
)


class SceneTests:
    def test_every_factory_makes_a_page_that_may_be_seen(self, home):
        pittsburgh, front = home.pittsburgh["en"], home.homes["en"]
        newsroom = NewsroomPageFactory(parent=pittsburgh)
        below = [
            TestimonyStoryPageFactory(parent=pittsburgh, photo=ImageFactory()),
            FindingPageFactory(parent=pittsburgh),
            EventPageFactory(parent=pittsburgh),
            ResourcePageFactory(parent=pittsburgh),
            newsroom,
            PressReleasePageFactory(parent=newsroom),
            MediaKitPageFactory(parent=newsroom),
            StandardPageFactory(parent=front),
            OutcomeExplainerPageFactory(parent=OutcomeIndexPageFactory(parent=front)),
        ]

        seen = Entry.objects.visible().filter(page__in=below)

        assert seen.count() == len(below)
        assert DocumentFactory().file_size

    def test_a_translation_stands_below_the_translated_city(self, home):
        story = TestimonyStoryPageFactory(parent=home.pittsburgh["en"])

        spanish = translate(story, "es", title="Nadie preguntó por el calor")

        assert spanish.get_parent().pk == home.pittsburgh["es"].pk
        assert Entry.objects.visible().in_language("es").filter(page=spanish).exists()
