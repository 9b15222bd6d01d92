from django.apps import AppConfig
from django_tasks.signals import task_started


class ProjectConfig(AppConfig):
    """What belongs to no app of its own."""

    name = "uprcities"

    def ready(self):
        from . import private_files  # noqa: F401 (registers its check)
        from .site_words import notice_before_a_job

        task_started.connect(notice_before_a_job)
