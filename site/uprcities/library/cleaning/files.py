from django.core.files.base import ContentFile, File


class CleanFile(ContentFile):
    """Bytes that have been through a cleaner, so that they are not cleaned a second time."""

    is_clean = True


class CleanPicture(CleanFile):
    """A picture made anew from its pixels: it holds nothing but what it shows."""

    def __init__(self, content, name, size, colour):
        super().__init__(content, name=name)
        self.width, self.height = size
        self.colour = colour


class CleanRecording(File):
    """A recording without its tags, too large to be held in memory."""

    is_clean = True


def is_clean(file):
    return getattr(file, "is_clean", False)
