from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """What belongs to no app of its own."""

    name = "uprcities"

    def ready(self):
        from . import private_files  # noqa: F401 (registers its check)
