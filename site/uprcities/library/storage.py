from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """A folder that no address leads to: what lies here is only handed out by a view that asks."""

    def url(self, name):
        raise NotImplementedError("A private file has no address.")
