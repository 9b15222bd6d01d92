"""The one word for “may be seen”, asked by every listing, search, feed, sitemap, API and kit."""

from datetime import timedelta

from django.db.models import (
    CharField,
    Count,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from campaigns.collect.publishable import consent_is_live


def restricted(path="page__path"):
    """A view restriction on this page or one above it, in whichever language it was set.

    Pages are translations of each other by their key; an address is anybody’s to choose.
    ``path`` says where a row of the queryset keeps the path of its page.
    """
    keys = PageViewRestriction.objects.values("page__translation_key")
    asked = ExpressionWrapper(OuterRef(path), output_field=CharField())
    above = Page.objects.filter(translation_key__in=keys).annotate(asked=asked)
    return Exists(above.filter(asked__startswith=F("path")))


class EntryQuerySet(QuerySet):
    def visible(self):
        """What anybody may see now: live, open to all, and still agreed to by its teller."""
        return self.filter(
            ~restricted(),
            ~Q(city__is_template=True),
            Q(tells_testimony=False) | consent_is_live("testimony"),
            page__live=True,
        )

    def in_language(self, language):
        """Entries in one language, by its code."""
        return self.filter(language=language)

    def of_kind(self, *kinds):
        """Entries of these kinds (values of EntryKind)."""
        return self.filter(kind__in=kinds)

    def for_city(self, city):
        """Entries below one city’s profile, and the profile itself."""
        return self.filter(city=city)

    def resting_on(self, treaty):
        """Entries tagged with a treaty or with any of its articles."""
        return self.filter(
            Exists(
                self.model.rights.through.objects.filter(
                    entry=OuterRef("pk"), rightstag__treaty=treaty
                )
            )
        )

    def citing(self, slug):
        """Entries tagged with exactly this right, by the slug of its tag."""
        return self.filter(rights__slug=slug)

    def for_reading(self):
        """With their cities, and without the long texts that only search reads."""
        return self.with_city_title().select_related("city").defer("words")

    def with_city_title(self):
        """With the name of the city as its profile in the same language writes it."""
        profiles = self.model.objects.filter(
            kind="city", city=OuterRef("city"), language=OuterRef("language")
        )
        return self.annotate(city_title=Subquery(profiles.values("title")[:1]))

    def newest_first(self):
        """The newest first; of one day, problems before progress."""
        return self.with_city_title().order_by("-shown_on", "mark", "-pk")

    def coming(self):
        """Events that are not over by tomorrow, the next first."""
        yesterday = timezone.now() - timedelta(days=1)
        coming = self.with_city_title().filter(kind="event", starts_at__gte=yesterday)
        return coming.order_by("starts_at", "pk")

    def counts(self):
        """How many there are of each kind and mark, as ``{"finding": 3, "finding_problem": 2}``."""
        numbers = {}
        for row in self.order_by().values("kind", "mark").annotate(number=Count("pk")):
            numbers[row["kind"]] = numbers.get(row["kind"], 0) + row["number"]
            numbers[f"{row['kind']}_{row['mark']}"] = row["number"]
        return numbers
