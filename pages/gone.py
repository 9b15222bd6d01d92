"""Knows whether a story stood at an address before its teller took it back."""

from campaigns.collect.publishable import was_taken_back

from .models import TestimonyStoryPage


def story_was_taken_back(language, tail):
    """Whether this address once showed a story that its teller no longer agrees to."""
    slug = tail.rstrip("/").rpartition("/")[2]
    told_here = TestimonyStoryPage.objects.filter(
        locale__language_code=language,
        slug=slug,
        url_path__endswith=f"/{tail}",
        first_published_at__isnull=False,
    )
    return was_taken_back(told_here.values("testimony"))
