"""What the translation package’s own views would do, beside what is answered at their addresses.

Each test first asks the package’s view itself, as a site without our screens would: were it to
refuse one day, the test says so, and the guard of ours may go.
"""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.messages.storage.fallback import FallbackStorage
from django.test import RequestFactory
from django.urls import reverse
from wagtail_localize.views.submit_translations import SubmitPageTranslationView

from campaigns.places.models import Role
from tests.factories.places import MembershipFactory

from .work import locale

pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::django.core.paginator.UnorderedObjectListWarning"
)


def ask_package(view, user, data=None, **names):
    """The answer of the package’s own view to this person."""
    factory = RequestFactory()
    request = factory.post("/", data) if data else factory.get("/")
    request.user, request.session = user, {}
    request._messages = FallbackStorage(request)
    answer = view.as_view()(request, **names)
    return answer.render() if hasattr(answer, "render") else answer


def with_its_permission(user):
    """Whoever is to translate anything with the package needs this one, which knows no place."""
    user.user_permissions.add(Permission.objects.get(codename="submit_translation"))
    return get_user_model().objects.get(pk=user.pk)


class SubmittingTests:
    def test_one_permission_is_good_for_every_city(self, client, cast, finding):
        """The package asks whether somebody may translate, never which page."""
        user = with_its_permission(cast.washington_editor)
        data = {"locales": [locale("es").pk]}
        client.force_login(user)
        client.post(reverse("wagtail_localize:submit_page_translation", args=[finding.pk]), data)
        assert not finding.get_translations().exists()

        ask_package(SubmitPageTranslationView, user, data, page_id=finding.pk)

        assert finding.get_translations().exists()

    def test_one_permission_is_good_for_every_language(self, client, home, finding):
        """The package knows no translator of one language."""
        person = MembershipFactory(
            local_group=home.pittsburgh_group, role=Role.TRANSLATOR, language="es"
        ).user
        user = with_its_permission(person)
        data = {"locales": [locale("fr").pk], "made": "people"}
        client.force_login(user)
        client.post(reverse("wagtail_localize:submit_page_translation", args=[finding.pk]), data)
        assert not finding.get_translations().exists()

        ask_package(SubmitPageTranslationView, user, data, page_id=finding.pk)

        assert finding.get_translation_or_none(locale("fr"))
