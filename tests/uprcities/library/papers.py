"""Papers and recordings with the traces that must go, made here so that no real one is needed."""

import subprocess
import wave
import zipfile
from io import BytesIO

import pikepdf

from tests.uprcities.library import samples

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = "<cp:coreProperties><dc:creator>Maria Perez</dc:creator></cp:coreProperties>"
META = "<office:document-meta><dc:creator>Maria Perez</dc:creator></office:document-meta>"


def pdf(comment=False):
    paper = pikepdf.new()
    page = paper.add_blank_page(page_size=(200, 200))
    paper.docinfo["/Author"] = "Maria Perez"
    with paper.open_metadata() as notes:
        notes["dc:creator"] = ["Maria Perez"]
    paper.attachments["maria.txt"] = pikepdf.AttachedFileSpec(paper, b"Maria Perez")
    paper.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS="app.alert('Maria Perez')"
    )
    page.obj.PieceInfo = pikepdf.Dictionary(Private=pikepdf.String("Maria Perez"))
    photo = pikepdf.Stream(paper, samples.photo())
    photo.Type, photo.Subtype, photo.Filter = (
        pikepdf.Name.XObject,
        pikepdf.Name.Image,
        pikepdf.Name.DCTDecode,
    )
    photo.Width, photo.Height, photo.BitsPerComponent = 120, 80, 8
    photo.ColorSpace = pikepdf.Name.DeviceRGB
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Im0=photo))
    page.obj.Contents = pikepdf.Stream(paper, b"q 200 0 0 200 0 0 cm /Im0 Do Q")
    if comment:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], T="Maria Perez"
        )
        page.obj.Annots = pikepdf.Array([paper.make_indirect(note)])
    output = BytesIO()
    paper.save(output, compress_streams=False)
    return output.getvalue()


def archive(**parts):
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as made:
        for path, content in parts.items():
            made.writestr(path, content)
    return output.getvalue()


def docx(body="<w:p><w:r><w:t>We ask the city.</w:t></w:r></w:p>", **more):
    parts = {
        "[Content_Types].xml": '<Types><Override PartName="/docProps/core.xml"/></Types>',
        "word/document.xml": f'<w:document {WORD}><w:body w:rsidR="00AB12CD">{body}</w:body></w:document>',
        "docProps/core.xml": CORE,
        "docProps/app.xml": "<Properties><Manager>Maria Perez</Manager></Properties>",
        "docProps/thumbnail.jpeg": samples.photo(),
        "word/media/image1.jpeg": samples.photo(),
        "word/media/image2.png": samples.photo("PNG"),
    }
    return archive(**parts, **more)


def odt(body="<text:p>We ask the city.</text:p>", **more):
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f"<office:document-content>{body}</office:document-content>",
        "meta.xml": META,
        "Thumbnails/thumbnail.png": samples.photo("PNG"),
        "Pictures/1.jpg": samples.photo(),
    }
    return archive(**parts, **more)


def xlsx(**more):
    return archive(**{"xl/workbook.xml": "<workbook/>", "docProps/core.xml": CORE}, **more)


def sound():
    output = BytesIO()
    with wave.open(output, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(2)
        made.setframerate(8000)
        made.writeframes(b"\1\0" * 8000)
    notes = (
        b"LIST"
        + (24).to_bytes(4, "little")
        + b"INFOIART"
        + (12).to_bytes(4, "little")
        + b"Maria Perez\0"
    )
    return output.getvalue() + notes


def recording(kind, folder):
    """A second of sound, and of colour where the kind has room for it, tagged as a phone would."""
    made = folder / f"made.{kind}"
    sources = ["-f", "lavfi", "-i", "sine=duration=1"]
    if kind in ("mp4", "webm"):
        sources += ["-f", "lavfi", "-i", "color=red:size=64x64:duration=1"]
    tags = ["-metadata", "artist=Maria Perez", "-metadata", "location=+38.9047-077.0366/"]
    command = ["ffmpeg", "-v", "error", *sources, "-shortest", *tags, "-y", str(made)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return made.read_bytes()
