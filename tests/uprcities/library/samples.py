"""Pictures and papers as phones and offices make them, with the traces that must go."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms, PngImagePlugin

SECRETS = [b"Maria Perez", b"Pixel 9 of Maria", b"GPS", b"38.9", b"Exif", b"PK\x03\x04", b"<script"]
GPS_IFD, MAKE, MODEL, ORIENTATION, ARTIST, COMMENT = 0x8825, 0x010F, 0x0110, 0x0112, 0x013B, 0x9286
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>Maria Perez</dc:creator></x:xmpmeta>'


def photo_exif(orientation=6):
    exif = Image.Exif()
    exif[MAKE], exif[MODEL], exif[ARTIST] = "Google", "Pixel 9 of Maria", "Maria Perez"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS_IFD).update(
        {1: "N", 2: (38.0, 54.0, 17.0), 3: "W", 4: (77.0, 2.0, 12.0), 29: "2026:11:22"}
    )
    return exif.tobytes()


def drawing(size=(120, 80), mode="RGB"):
    """Left half red, right half blue, so that a test can see which way up it is."""
    picture = Image.new(mode, size, "red")
    picture.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    return picture


def encoded(kind, size=(120, 80), mode="RGB", **options):
    output = BytesIO()
    drawing(size, mode).save(output, kind, **options)
    return output.getvalue()


def photo(kind="JPEG", orientation=6, **options):
    """A picture with place, device, author, comment and a zip file hanging on behind."""
    if kind == "PNG":
        notes = PngImagePlugin.PngInfo()
        notes.add_text("Author", "Maria Perez")
        notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
        options["pnginfo"] = notes
    elif kind == "JPEG":
        options |= {"comment": b"Taken by Maria Perez", "xmp": XMP}
    elif kind in ("WEBP", "AVIF"):
        options["xmp"] = XMP
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = encoded(kind, exif=photo_exif(orientation), icc_profile=profile, **options)
    return data + b"PK\x03\x04 <script>Maria Perez</script>"


def moving(kind):
    output = BytesIO()
    frames = [drawing(), drawing().rotate(180)]
    frames[0].save(output, kind, save_all=True, append_images=frames[1:], duration=100)
    return output.getvalue()


def png_that_claims(width, height):
    """A few bytes that would take gigabytes to decode."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 10_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )
