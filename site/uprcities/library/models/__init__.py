from uprcities.library.models.document import Document
from uprcities.library.models.image import Image, ImageText, Rendition

__all__ = ["Document", "Image", "ImageText", "Rendition"]
