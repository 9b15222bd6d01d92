"""Addresses in the editor. Those below ``localize/`` stand before the package’s own."""

from django.urls import path, re_path
from django.views.i18n import JavaScriptCatalog

from .views import group_life, starting, translating, translation_files
from .views.asking import ask_for_translation, ask_for_translations
from .views.essentials import show_or_take_back
from .views.machine_drafts import draft_by_machine
from .views.made import say_how_it_was_made
from .views.my_translations import change_request, my_translations
from .views.preparing import translations_in_preparation
from .views.translation_desk import show_desk
from .views.who_may import WhoMayDoWhatView
from .views.workbench import translate_text

_text = "translating/texts/<int:original_id>/<str:language>/"
_one = "localize/translate/<int:translation_id>/"

#: Everything of the package that is not named here is closed.
translation_urls = [
    path("translating/", show_desk, name="translation_desk"),
    path("translating/ask/", ask_for_translations, name="ask_for_translations"),
    path("translating/prepared/", translations_in_preparation, name="translations_in_preparation"),
    path("translating/mine/", my_translations, name="my_translations"),
    path(
        "translating/requests/<int:request_id>/", change_request, name="change_translation_request"
    ),
    path("translating/<int:page_id>/", ask_for_translation, name="ask_for_translation"),
    path("translating/<int:page_id>/made/", say_how_it_was_made, name="say_how_it_was_made"),
    path(_text, translate_text, name="translate_text"),
    path(f"{_text}files/", translation_files.take_in_file, name="take_in_translation_file"),
    path(f"{_text}files/undo/", translation_files.undo_file, name="undo_translation_file"),
    path(f"{_text}files/<str:file_format>/", translation_files.send_file, name="translation_file"),
    path(f"{_text}machine/", draft_by_machine, name="draft_by_machine"),
    path(f"{_text}essentials/", show_or_take_back, name="show_essentials"),
    path("localize/submit/page/<int:page_id>/", ask_for_translation),
    path("localize/jsi18n/", JavaScriptCatalog.as_view(packages=["wagtail_localize"])),
    path("localize/update/<int:translation_source_id>/", translating.say_that_they_follow),
    path(f"{_one}preview/", translating.preview),
    path(f"{_one}preview/<str:mode>/", translating.preview),
    path(f"{_one}disable/", translating.stop),
    path("localize/reports/translations/", translating.TranslationsReport.as_view()),
    path(
        "localize/reports/translations/results/",
        translating.TranslationsReport.as_view(results_only=True),
    ),
    re_path(r"^localize/", translating.closed),
]

people_urls = [path("reports/who-may/", WhoMayDoWhatView.as_view(), name="who_may_do_what")]

#: For administrators: nobody else is let in, and nobody else is told that they exist.
group_urls = [
    path("groups/<int:pk>/", group_life.show_life, name="group_life"),
    path("groups/<int:pk>/hand-over/", group_life.pass_on, name="hand_group_over"),
    path("groups/<int:pk>/rename/", group_life.give_new_name, name="rename_group"),
    path("groups/<int:pk>/<slug:step>/", group_life.take_step, name="group_life_step"),
]
_start = "start-a-city/"
starting_urls = [
    path(_start, starting.start, name="start_city"),
    path(f"{_start}template/", starting.edit_template, name="edit_template_city"),
    path(f"{_start}<int:city_id>/", starting.started, name="started_city"),
    path(f"{_start}<int:city_id>/undo/", starting.undo, name="undo_city"),
]
