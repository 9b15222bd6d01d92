"""Make a picture anew from its pixels, so that nothing else of the upload survives."""

from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from uprcities.library.cleaning.files import CleanPicture
from uprcities.library.refusals import UploadRefusedError

# What Pillow calls a format -> what we keep it as, and the name it gets.
KEPT_AS = {
    "JPEG": ("JPEG", "jpg"),
    "MPO": ("JPEG", "jpg"),  # phones put a second, smaller picture into the same file
    "HEIF": ("JPEG", "jpg"),  # few browsers show it
    "PNG": ("PNG", "png"),
    "WEBP": ("WEBP", "webp"),
    "AVIF": ("AVIF", "avif"),
}
EXTENSIONS = {
    "jpg": {"JPEG", "MPO"},
    "jpeg": {"JPEG", "MPO"},
    "heic": {"HEIF"},
    "heif": {"HEIF"},
    "png": {"PNG"},
    "webp": {"WEBP"},
    "avif": {"AVIF"},
}
SAVE_OPTIONS = {
    # Nobody fetches an original, so it need not be the smallest: time and memory count more.
    "JPEG": {"quality": 92},
    "PNG": {"compress_level": 4},
    "WEBP": {"quality": 90, "method": 2},
    "AVIF": {"quality": 80, "speed": 10},
}
LONGEST_SIDE = 16_000  # WebP ends at 16,383 pixels

UNREADABLE = _(
    "We could not read this picture. The file may be damaged. Open it on your computer, "
    "save it again as JPEG or PNG, and upload that."
)
DRAWING = _(
    "SVG drawings can carry hidden programs, so we do not accept them. Save the drawing as "
    "PNG and upload that."
)
ANIMATION = _("Moving pictures cannot be shown here. Upload one still picture as JPEG or PNG.")
WRONG_NAME = _(
    "The name of this file ends in .%(extension)s, but what is inside is something else. "
    "Save the picture again as JPEG or PNG, and upload that."
)
TOO_MANY_PIXELS = _(
    "This picture is too large. Make it smaller than %(most)s million pixels, for example "
    "6000 by 4000, and upload it again."
)


def clean_picture(file, extension=None):
    """Return a CleanPicture, or raise UploadRefusedError with a sentence for the person who sent it.

    The size is read from the header, before any pixel is decoded. When an `extension` is
    given, a file that is something else than it says is refused.
    """
    data = read_all(file)
    with open_header(data) as picture:
        refuse_wrong_name(picture, extension)
        refuse_large(picture.size)
        refuse_moving(picture)
        kept_as, kept_extension = KEPT_AS[picture.format]
        options = SAVE_OPTIONS[kept_as] | ({"lossless": True} if is_lossless_webp(data) else {})
        try:
            pixels = pixels_alone(picture)
            picture.close()  # a large one holds 200 MB
            output = BytesIO()
            pixels.save(output, kept_as, **options)
        except Exception as error:  # decoders fail in many ways, each means the same to a person
            raise UploadRefusedError(UNREADABLE, code="unreadable") from error
    name = f"picture.{kept_extension}"
    return CleanPicture(output.getvalue(), name, pixels.size, average_colour(pixels))


def picture_size(file):
    """Width and height as a person sees the picture, read from its header alone."""
    with open_header(read_all(file)) as picture:
        refuse_large(picture.size)
        turned = picture.getexif().get(0x0112, 1) in (5, 6, 7, 8)
        return picture.size[::-1] if turned else picture.size


def read_all(file):
    file.seek(0)
    return file.read()


def open_header(data):
    if is_drawing(data):
        raise UploadRefusedError(DRAWING, code="drawing")
    if data[:6] in (b"GIF87a", b"GIF89a"):
        raise UploadRefusedError(ANIMATION, code="animation")
    try:
        return Image.open(BytesIO(data), formats=["JPEG", "PNG", "WEBP", "AVIF", "HEIF"])
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise too_many_pixels() from error
    except Exception as error:
        raise UploadRefusedError(UNREADABLE, code="unreadable") from error


def is_drawing(data):
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<svg", b"<?xml", b"<!doctype svg")) or head[:2] == b"\x1f\x8b"


def refuse_wrong_name(picture, extension):
    if extension is not None and picture.format not in EXTENSIONS.get(extension, ()):
        raise UploadRefusedError(WRONG_NAME, code="wrong_name", params={"extension": extension})


def refuse_large(size):
    width, height = size
    if width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS or max(size) > LONGEST_SIDE:
        raise too_many_pixels()


def too_many_pixels():
    most = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS // 1_000_000
    return UploadRefusedError(TOO_MANY_PIXELS, code="too_many_pixels", params={"most": most})


def refuse_moving(picture):
    holds_one = picture.format in ("JPEG", "MPO", "HEIF")
    if not holds_one and getattr(picture, "n_frames", 1) > 1:
        raise UploadRefusedError(ANIMATION, code="animation")


def is_lossless_webp(data):
    return data[8:12] == b"WEBP" and b"VP8L" in data[12:64]


def pixels_alone(picture):
    """A new picture with the turned, sRGB pixels of the old one and no other memory of it."""
    ImageOps.exif_transpose(picture, in_place=True)
    coloured = to_srgb(picture)
    alone = Image.new(coloured.mode, coloured.size)
    alone.paste(coloured)
    return alone


def to_srgb(picture):
    alpha = picture.mode in ("RGBA", "RGBa", "LA", "La", "PA") or "transparency" in picture.info
    mode = "RGBA" if alpha else "RGB"
    profile = picture.info.get("icc_profile")
    plain = eight_bits(picture)
    if plain.mode in ("P", "PA", "LA", "La", "RGBa"):
        plain = plain.convert(mode)
    if profile:
        try:
            return ImageCms.profileToProfile(
                plain,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode=mode,
            )
        except (ImageCms.PyCMSError, OSError):
            pass  # a profile that does not fit its own picture says nothing
    return plain if plain.mode in ("L", mode) else plain.convert(mode)


def eight_bits(picture):
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("1", "F"):
        return picture.convert("L")
    return picture


def average_colour(pixels):
    sample = pixels.resize((1, 1), Image.Resampling.BOX).convert("RGBA")
    paper = Image.new("RGBA", sample.size, "white")
    red, green, blue, _ = Image.alpha_composite(paper, sample).getpixel((0, 0))
    return f"#{red:02x}{green:02x}{blue:02x}"
