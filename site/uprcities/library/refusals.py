from django.core.exceptions import ValidationError


class UploadRefusedError(ValidationError):
    """An upload that we do not keep, and what the person who sent it can do instead."""
