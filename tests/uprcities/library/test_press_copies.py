"""A picture for the press carries its words and its terms inside the file."""

from io import BytesIO
from xml.etree import ElementTree

import pyexiv2
import pytest
from django.core.files.base import ContentFile
from django.utils.functional import lazy
from django.utils.translation import get_language, override
from PIL import Image as Pixels

from tests.uprcities.library import samples
from uprcities.library.licences import LICENCES, Licence
from uprcities.library.models import Image, ImageText
from uprcities.library.press_copies import press_copy, press_size

pytestmark = pytest.mark.django_db


@pytest.fixture
def image():
    image = Image.objects.create(
        title="Vote",
        credit="Ana Díaz / Pittsburgh <group> & friends",
        licence="cc-by-4.0",
        file=ContentFile(samples.photo("PNG", 1, size=(2000, 1000), mode="RGBA"), name="a.png"),
    )
    ImageText.objects.create(
        image=image, language="en", alt="A vote by hand", caption="The vote of May"
    )
    ImageText.objects.create(
        image=image, language="ar", alt="تصويت برفع الأيدي", caption="تصويت مايو"
    )
    ImageText.objects.create(image=image, language="zh-hans", alt="举手表决", caption="五月的表决")
    return image


def xmp_of(jpeg):
    return Pixels.open(BytesIO(jpeg)).info["xmp"].decode()


class ContentTests:
    def test_words_and_terms_are_inside(self, image):
        xmp = xmp_of(press_copy(image, 1600, "ar"))

        assert '<rdf:li xml:lang="x-default">تصويت مايو</rdf:li>' in xmp
        assert '<rdf:li xml:lang="en">The vote of May</rdf:li>' in xmp
        assert '<rdf:li xml:lang="zh-hans">举手表决</rdf:li>' in xmp
        assert "Ana Díaz / Pittsburgh &lt;group&gt; &amp; friends" in xmp
        assert "<xmpRights:WebStatement>https://creativecommons.org/licenses/by/4.0/" in xmp

    def test_the_size_is_as_told_and_never_larger_than_the_original(self, image):
        for edge in (3000, 1600, 333):
            assert Pixels.open(BytesIO(press_copy(image, edge, "en"))).size == press_size(
                image, edge
            )

        assert press_size(image, 3000) == (2000, 1000)

    def test_it_can_be_read_by_a_machine(self, image):
        tree = ElementTree.fromstring(xmp_of(press_copy(image, 500, "en")))

        makers = tree.findall(".//{http://purl.org/dc/elements/1.1/}creator//{*}li")
        assert [maker.text for maker in makers] == ["Ana Díaz / Pittsburgh <group> & friends"]

    def test_the_same_picture_gives_the_same_bytes(self, image, monkeypatch):
        spoken = Licence("cc-by-4.0", "CC BY", words=lazy(get_language, str)())
        monkeypatch.setitem(LICENCES, "cc-by-4.0", spoken)

        with override("ru"):
            first = press_copy(Image.objects.get(), 500, "en")

        assert press_copy(Image.objects.get(), 500, "en") == first

    def test_other_words_give_other_bytes(self, image):
        before = press_copy(image, 500, "en")
        ImageText.objects.filter(language="en").update(caption="Corrected")

        assert press_copy(Image.objects.get(), 500, "en") != before

    def test_without_an_address_of_its_own_the_terms_of_the_kit_count(self, image):
        image.licence = "press-only"

        xmp = xmp_of(press_copy(image, 500, "en", source_url="https://example.org/kit/"))

        assert "<xmpRights:WebStatement>https://example.org/kit/</xmpRights:WebStatement>" in xmp

    def test_a_reader_of_others_finds_every_word(self, image):
        with pyexiv2.ImageData(press_copy(image, 500, "zh-hans")) as read:
            told = read.read_xmp()

        assert told["Xmp.dc.description"]['lang="x-default"'] == "五月的表决"
        assert told["Xmp.dc.description"]['lang="ar"'] == "تصويت مايو"
        assert told["Xmp.iptc.AltTextAccessibility"]['lang="x-default"'] == "举手表决"
        assert told["Xmp.photoshop.Credit"] == "Ana Díaz / Pittsburgh <group> & friends"
        assert told["Xmp.dc.creator"] == ["Ana Díaz / Pittsburgh <group> & friends"]
