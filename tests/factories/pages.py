"""Pages as an editor would have made them: live ones are recorded, drafts are not."""

import factory
import wagtail_factories
from django.utils import timezone
from wagtail.models import Locale, Page

from pages import models
from pages.approving.recording import record_approval
from pages.record import record

from .collect import ConsentFactory
from .compile import ReviewFactory
from .places import CityFactory


def locale_for(language, parent):
    if language is None and parent and not parent.is_root():
        return parent.locale
    return Locale.objects.get_or_create(language_code=language or "en")[0]


def translate(page, language, live=True, **words):
    """The page in another language, below the translation of its parent."""
    copy = page.copy_for_translation(locale_for(language, None))
    for name, value in words.items():
        setattr(copy, name, value)
    revision = copy.save_revision(clean=False)
    if live:
        publish(revision)
    copy.refresh_from_db()
    return copy


def publish(version):
    """Put a page, or one revision of it, before readers, as if somebody had approved it."""
    revision = version.save_revision() if isinstance(version, Page) else version
    if revision.content_object.specific_class.must_be_approved:
        record_approval(revision)
    revision.publish()


class PageFactory(wagtail_factories.PageFactory):
    """A live page in English below ``parent``; ``language="es"`` and ``live=False`` change that."""

    summary = "Two sentences that stand alone. They say what this is."
    language = None
    revised = True  # False leaves out the first revision, to be quicker

    class Meta:
        abstract = True

    @classmethod
    def _create_instance(cls, model_class, parent, kwargs):
        kwargs["locale"] = locale_for(kwargs.pop("language"), parent)
        if kwargs.get("live", True):
            kwargs.setdefault("first_published_at", timezone.now())
            kwargs.setdefault("last_published_at", kwargs["first_published_at"])
        revised = kwargs.pop("revised")
        page = super()._create_instance(model_class, parent, kwargs)
        if kwargs.get("live", True) and page.must_be_approved and not page.why_not_shown_yet():
            Page.objects.filter(pk=page.pk).update(live=True)
            page.live = True
        if revised:
            page.save_revision(clean=False)
        record(page)
        return page


class HomePageFactory(PageFactory):
    title = "Bringing human rights home"
    slug = factory.LazyAttribute(lambda page: f"home-{page.language or 'en'}")
    parent = factory.LazyFunction(Page.get_first_root_node)

    class Meta:
        model = models.HomePage


class CityIndexPageFactory(PageFactory):
    title = "Cities"
    slug = "cities"

    class Meta:
        model = models.CityIndexPage


class CityProfilePageFactory(PageFactory):
    place = factory.SubFactory(CityFactory)
    title = factory.LazyAttribute(lambda page: page.place.name)
    slug = factory.LazyAttribute(lambda page: page.place.slug)
    state = "Pennsylvania"

    class Meta:
        model = models.CityProfilePage


class TestimonyStoryPageFactory(PageFactory):
    """A story below a city profile, with a live consent of that city unless told otherwise."""

    title = factory.Sequence("Nobody asked about the heat {}".format)
    about_teller = "a tenant and mother of two"
    testimony = factory.LazyAttribute(
        lambda page: ConsentFactory(testimony__city=page.parent.place).testimony
    )
    body = [("paragraph", {"words": "<p>The radiator was cold all winter.</p>"})]

    class Meta:
        model = models.TestimonyStoryPage


class FindingPageFactory(PageFactory):
    title = factory.Sequence("Tenants face judges alone {}".format)
    kind = models.FindingKind.PROBLEM
    body = [("paragraph", {"words": "<p>Nine in ten tenants have no lawyer.</p>"})]

    class Meta:
        model = models.FindingPage


class EventPageFactory(PageFactory):
    title = factory.Sequence("Hearing {}".format)
    starts_at = factory.LazyFunction(timezone.now)

    class Meta:
        model = models.EventPage


class ResourcePageFactory(PageFactory):
    title = factory.Sequence("How to collect {}".format)
    body = [("paragraph", {"words": "<p>Ask before you write.</p>"})]

    class Meta:
        model = models.ResourcePage


class StandardPageFactory(PageFactory):
    title = factory.Sequence("About us {}".format)
    body = [("paragraph", {"words": "<p>We are volunteers.</p>"})]

    class Meta:
        model = models.StandardPage


class OutcomeIndexPageFactory(PageFactory):
    title = "What the UN said"
    slug = "un"

    class Meta:
        model = models.OutcomeIndexPage


class OutcomeExplainerPageFactory(PageFactory):
    title = factory.Sequence("The review of 2020 {}".format)
    review = factory.SubFactory(ReviewFactory)

    class Meta:
        model = models.OutcomeExplainerPage


class NewsroomPageFactory(PageFactory):
    title = "For the press"
    slug = "press"

    class Meta:
        model = models.NewsroomPage


class PressReleasePageFactory(PageFactory):
    title = factory.Sequence("City promises lawyers {}".format)
    dateline = "PITTSBURGH"
    body = [("paragraph", {"words": "<p>The council voted on Tuesday.</p>"})]

    class Meta:
        model = models.PressReleasePage


class MediaKitPageFactory(PageFactory):
    title = factory.Sequence("Kit {}".format)

    class Meta:
        model = models.MediaKitPage
