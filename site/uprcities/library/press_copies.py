"""Copies of pictures for the press, with caption, credit and licence inside the file itself.

    jpeg = press_copy(image, 3000, "es", source_url="https://…/es/press/kit/")

The same picture and words always give the same bytes, so that a kit can be compared by its sum.
The words are read by picture editors' programs from XMP, and by older ones from EXIF.
"""

from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import override
from PIL import Image as Pixels

from uprcities.library.licences import NOT_STATED

PRESS_EDGE, WEB_EDGE = 3000, 1600  # pixels of the longer side
IMAGE_DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"
 xmlns:cc="http://creativecommons.org/ns#"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def press_copy(image, long_edge, language, source_url=""):
    """JPEG bytes of an Image of the library, its longer side at most `long_edge` pixels.

    `language` leads the words in the file; those of other languages stand beside it.
    `source_url` tells where the terms can be read when the licence has no address of its own.
    Raises OSError when the original is missing.
    """
    with image.open_file() as original, Pixels.open(original) as picture:
        pixels = on_paper(picture)
    smaller = pixels.resize(press_size(image, long_edge), Pixels.Resampling.LANCZOS)
    output = BytesIO()
    with override(language):  # the words of the licence
        smaller.save(
            output,
            "JPEG",
            quality=90,
            progressive=True,
            optimize=True,
            exif=exif_words(image, language),
            xmp=xmp_words(image, language, source_url),
        )
    return output.getvalue()


def press_size(image, long_edge):
    """Width and height that press_copy() will give, without reading the picture."""
    scale = min(1, long_edge / max(image.width, image.height))
    return max(1, round(image.width * scale)), max(1, round(image.height * scale))


def on_paper(picture):
    """JPEG knows no transparency: what was clear becomes white."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Pixels.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def exif_words(image, language):
    words = image.text_for(language)
    exif = Pixels.Exif()
    # As bytes, for Pillow would put question marks in the place of other letters than ASCII.
    exif[IMAGE_DESCRIPTION] = (words.caption or words.alt).encode()
    exif[ARTIST] = image.credit.encode()
    exif[COPYRIGHT] = rights_line(image).encode()
    return exif.tobytes()


def rights_line(image):
    licence = image.licence_terms
    return " · ".join(part for part in (image.credit, str(licence.name)) if part)


def xmp_words(image, language, source_url=""):
    licence = image.licence_terms
    texts = {text.language: text for text in image.texts.all()}
    captions = {code: text.caption or text.alt for code, text in texts.items()}
    alts = {code: text.alt for code, text in texts.items()}
    words = image.text_for(language)
    terms = "" if licence is NOT_STATED else str(licence.words)
    properties = [
        in_languages("dc:description", words.caption or words.alt, captions),
        in_languages("Iptc4xmpCore:AltTextAccessibility", words.alt, alts),
        in_languages("dc:rights", rights_line(image), {}),
        in_languages("xmpRights:UsageTerms", terms, {}),
        one_maker(image.credit),
        plain("photoshop:Credit", image.credit),
        plain("xmpRights:Marked", "False" if licence.code in ("cc0", "public-domain") else "True"),
        plain("xmpRights:WebStatement", licence.url or source_url),
        link("cc:license", licence.url),
    ]
    return XMP.format(properties="\n".join(filter(None, properties))).encode()


def in_languages(name, first, others):
    items = [("x-default", first), *sorted(others.items())]
    lines = [
        f"<rdf:li xml:lang={quoteattr(code)}>{escape(words)}</rdf:li>"
        for code, words in items
        if words
    ]
    return f"<{name}><rdf:Alt>{''.join(lines)}</rdf:Alt></{name}>" if lines else ""


def one_maker(credit):
    if not credit:
        return ""
    return f"<dc:creator><rdf:Seq><rdf:li>{escape(credit)}</rdf:li></rdf:Seq></dc:creator>"


def plain(name, words):
    return f"<{name}>{escape(words)}</{name}>" if words else ""


def link(name, url):
    return f"<{name} rdf:resource={quoteattr(url)}/>" if url else ""
