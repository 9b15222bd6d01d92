"""Papers and recordings with the traces that must go, made here so that no real one is needed."""

import struct
import zipfile
from io import BytesIO

import av
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


# What a phone or an editor's program puts into each kind: sound, then pictures.
TRACKS = {
    "mp3": ["libmp3lame"],
    "m4a": ["aac"],
    "ogg": ["libopus"],
    "wav": ["pcm_s16le"],
    "mp4": ["aac", "mpeg4"],
    "webm": ["libopus", "libvpx"],
}


def recording(kind, folder):
    """A second of sound, and of colour where the kind has room for it, tagged as a phone would."""
    made = folder / f"made.{kind}"
    with av.open(str(made), "w", format={"m4a": "ipod"}.get(kind, kind)) as output:
        output.metadata.update(artist="Maria Perez", location="+38.9047-077.0366/")
        sound, *pictures = [output.add_stream(codec, rate=rate) for codec, rate in rates(kind)]
        for track in pictures:
            track.width, track.height, track.pix_fmt = 64, 64, "yuv420p"
            for _number in range(25):
                output.mux(track.encode(av.VideoFrame(64, 64, "yuv420p")))
        for start in range(0, 48000, 1024):
            output.mux(sound.encode(second_of_silence(sound, start)))
        for track in [sound, *pictures]:
            output.mux(track.encode(None))
    return made.read_bytes()


def rates(kind):
    return list(zip(TRACKS[kind], [48000, 25], strict=False))


def second_of_silence(track, start):
    frame = av.AudioFrame(format=track.format.name, layout=track.layout.name, samples=1024)
    for plane in frame.planes:
        plane.update(bytes(plane.buffer_size))
    frame.sample_rate, frame.pts = 48000, start
    return frame


def seconds_of_sound(data):
    with av.open(BytesIO(data)) as recording:
        [track] = recording.streams.audio
        return sum(frame.samples for frame in recording.decode(track)) / track.rate


# The matrix by which a track of MP4 says how to turn it (ISO/IEC 14496-12, 8.3.2), 16.16 fixed.
LYING = struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 1 << 30)
UPRIGHT = struct.pack(">9i", 0, 65536, 0, -65536, 0, 0, 0, 0, 1 << 30)


def held_upright(film):
    """The same film, marked as a phone marks it that was held upright."""
    assert film.count(LYING) >= 2  # of the film as a whole, then of its tracks
    whole, *tracks = film.split(LYING)
    return whole + LYING + UPRIGHT.join(tracks)
