"""An id that a form sends is asked for like one in an address."""

import pytest
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.factories.collect import TestimonyFactory
from tests.factories.library import ImageFactory
from uprcities.library.models import Image

from .addresses import CANARY, body

pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning")


def posted_finding(**changes):
    """What the form of a finding sends."""
    telling = ("paragraph", {"words": rich_text("<p>Nine in ten have no lawyer.</p>")})
    return nested_form_data(
        {
            "title": "Tenants alone",
            "slug": "tenants-alone",
            "summary": "Nine in ten tenants have no lawyer.",
            "kind": "problem",
            "status": "open",
            "body": streamfield([telling]),
            "evidence": streamfield([]),
            "un_statements": streamfield([]),
            "changes": streamfield([]),
            "updates": streamfield([]),
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0},
        }
        | changes
    )


class PointingTests:
    """An id in a form is as good as one in an address."""

    @pytest.mark.parametrize("screen", ["edit/", "edit/preview/"])
    @pytest.mark.parametrize("thing", ["picture", "picture block", "link", "paper", "story"])
    def test_a_page_of_ours_cannot_show_what_is_theirs(self, client, cast, theirs, thing, screen):
        client.force_login(cast.pittsburgh_editor)
        link = f'<p><a linktype="document" id="{theirs["document"]}">x</a></p>'
        sent = {
            "picture": {"picture": theirs["image"]},
            "picture block": {
                "body": streamfield([("picture", {"picture": theirs["image"], "caption": ""})])
            },
            "link": {"body": streamfield([("paragraph", {"words": rich_text(link)})])},
            "paper": {"evidence": streamfield([("document", {"file": theirs["document"]})])},
            "story": {"evidence": streamfield([("story", {"story": theirs["story"]})])},
        }[thing]

        answer = client.post(
            f"/admin/pages/{theirs['own_finding']}/{screen}", posted_finding(**sent)
        )

        assert answer.status_code == 404
        assert CANARY not in body(client.get(f"/admin/pages/{theirs['own_finding']}/edit/"))

    def test_a_page_of_ours_shows_our_own(self, client, cast, home, theirs):
        own = ImageFactory(collection=home.pittsburgh_group.collection)
        evidence = streamfield([("story", {"story": theirs["seen_story"], "words": ""})])
        client.force_login(cast.pittsburgh_editor)

        answer = client.post(
            f"/admin/pages/{theirs['own_finding']}/edit/",
            posted_finding(picture=own.pk, evidence=evidence),
        )

        assert answer.status_code == 302

    @pytest.mark.parametrize(
        ("address", "sent"),
        [
            ("/admin/pages/{own_finding}/copy/", "new_parent_page"),
            ("/admin/pages/{own_finding}/move/", "new_parent_page"),
            ("/admin/bulk/wagtailcore/page/move/?id={own_finding}", "chooser"),
            ("/admin/pages/create/pages/findingpage", "parent_page"),
        ],
    )
    def test_a_page_of_ours_goes_nowhere_else(self, client, cast, theirs, address, sent):
        client.force_login(cast.pittsburgh_editor)
        fields = {sent: theirs["page"], "new_title": "Copy", "new_slug": "copy"}

        answer = client.post(address.format(**theirs), fields)

        assert answer.status_code == 404
        assert CANARY not in body(answer)


class UploadTests:
    def test_a_picture_goes_to_the_groups_own_collection(self, client, cast, home, theirs):
        client.force_login(cast.pittsburgh_editor)

        picture = ImageFactory.build().file
        client.post(
            "/admin/images/chooser/create/",
            {
                "image-chooser-upload-title": "Mine",
                "image-chooser-upload-file": picture,
                "image-chooser-upload-collection": theirs["collection"],
            },
        )

        uploaded = Image.objects.exclude(pk=theirs["image"])
        assert [image.collection for image in uploaded] == [home.pittsburgh_group.collection]


class StoryFormTests:
    def test_a_story_is_offered_its_own_citys_testimony(self, client, cast, home, theirs):
        own = TestimonyFactory(city=home.pittsburgh_group.city, reference="PGH-7")
        client.force_login(cast.pittsburgh_editor)

        answer = client.get(
            f"/admin/pages/add/pages/testimonystorypage/{home.pittsburgh['en'].pk}/"
        )

        assert list(answer.context["form"].fields["testimony"].queryset) == [own]
        assert f"{CANARY}-1" not in body(answer)
