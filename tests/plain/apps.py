from django.apps import AppConfig


class PlainConfig(AppConfig):
    name = "tests.plain"
    label = "plain"
