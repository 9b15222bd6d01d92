"""Where the editor meets our pages; what happens there stands elsewhere."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from campaigns.places.rights import may_publish

from . import admin_home, change_notes, choosing, consent_hooks, review_hooks, warning_hooks
from .admin_urls import group_urls, people_urls, starting_urls, translation_urls
from .approving import menu, telling
from .isolation import front
from .isolation.listing import OurPageViewSet
from .models import BasePage
from .starting import keeping
from .starting.undoing import why_not_undone
from .translating import history
from .translating.files import file_log
from .views.asking import offered_locales
from .views.essentials import SHOWN, TAKEN_BACK
from .views.translating import NOT_OFFERED, hold_back

# Before the translation package, whose own screens ask too little.
FIRST = -10
# After every app has put in what we leave out.
LAST = 1000
ESSENTIALS_ACTIONS = [
    (
        SHOWN,
        gettext_lazy("Show title and summary"),
        gettext_lazy("Title and summary shown to readers"),
    ),
    (
        TAKEN_BACK,
        gettext_lazy("Take title and summary back"),
        gettext_lazy("Title and summary taken back from readers"),
    ),
]


@hooks.register("register_admin_urls", order=FIRST)
def register_our_screens():
    return [*translation_urls, *people_urls, *group_urls, *starting_urls]


@hooks.register("before_edit_page", order=FIRST)
def hold_translations_back(request, page):
    return hold_back(request, page)


@hooks.register("register_page_header_buttons")
def offer_translation(page, user, next_url=None, view_name=None):
    is_offered_by_package = user.has_perm("wagtail_localize.submit_translation")
    if not is_offered_by_package and offered_locales(user, page.specific).exists():
        address = reverse("ask_for_translation", args=[page.pk])
        yield Button(
            _("Translate this page"), address, icon_name="wagtail-localize-language", priority=60
        )


@hooks.register("register_page_header_buttons")
def offer_to_say_how_it_was_made(page, user, next_url=None, view_name=None):
    page = page.specific
    if isinstance(page, BasePage) and not page.is_original and may_publish(user, page):
        address = reverse("say_how_it_was_made", args=[page.pk])
        yield Button(_("How was it translated?"), address, icon_name="edit", priority=61)


@hooks.register("register_admin_menu_item")
def list_what_waits_for_translators():
    address = reverse("translation_desk")
    icon = "wagtail-localize-language"
    return MenuItem(gettext_lazy("Translation desk"), address, icon_name=icon, order=250)


@hooks.register("register_admin_menu_item")
def list_what_a_translator_has_taken():
    address = reverse("my_translations")
    return MenuItem(gettext_lazy("My translations"), address, icon_name="user", order=251)


@hooks.register("register_reports_menu_item")
def report_who_may_do_what():
    address = reverse("who_may_do_what")
    return MenuItem(gettext_lazy("Who may do what"), address, icon_name="group", order=50)


@hooks.register("register_local_groups_menu_item")
def offer_to_start_a_city():
    return MenuItem(gettext_lazy("Start a city"), reverse("start_city"), icon_name="plus", order=0)


@hooks.register("register_local_group_buttons")
def offer_what_was_started(group, user):
    address = reverse("started_city", args=[group.city_id])
    yield Button(_("What it began with"), address, icon_name="list-ul", priority=50)
    if not why_not_undone(group.city):
        address = reverse("undo_city", args=[group.city_id])
        yield Button(_("Undo the start"), address, icon_name="undo", priority=60)


@hooks.register("construct_page_action_menu")
def offer_no_aliases(menu_items, request, context):
    menu_items[:] = [item for item in menu_items if item.name not in NOT_OFFERED]


@hooks.register("insert_global_admin_css")
def dress_the_editor():
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("insert_global_admin_js")
def name_rich_text_editors():
    return _script("js/name-editors.js")


@hooks.register("insert_global_admin_js")
def send_whole():
    return _script("js/send-whole.js")


@hooks.register("insert_global_admin_js")
def warn_of_nobodys_own_draft():
    return _script("js/own-drafts.js")


def _script(name):
    return format_html('<script type="module" src="{}"></script>', static(name))


hooks.register("before_publish_page", consent_hooks.refuse_without_consent)
hooks.register("before_bulk_action", consent_hooks.refuse_many_without_consent)

hooks.register("construct_page_action_menu", menu.offer_approval)
hooks.register("before_edit_page", telling.say_who_approves, order=FIRST - 1)
hooks.register("after_create_page", telling.say_what_holds_it_up)
hooks.register("after_edit_page", telling.say_what_holds_it_up)
hooks.register("before_publish_page", telling.refuse_unapproved)
hooks.register("before_bulk_action", telling.refuse_many_unapproved)
hooks.register("after_edit_page", keeping.give_new_words_to_translators)
hooks.register("before_bulk_action", keeping.refuse_to_publish_many)

hooks.register("before_edit_page", warning_hooks.warn_on_opening, order=FIRST - 1)
hooks.register("after_publish_page", warning_hooks.warn_on_publishing)

hooks.register("after_create_page", change_notes.keep_note)
hooks.register("after_edit_page", change_notes.keep_note)
hooks.register("before_edit_page", review_hooks.tell_reviewers, order=FIRST - 2)


@hooks.register("register_log_actions")
def name_what_history_shows(actions):
    actions.register_action(change_notes.ACTION)(change_notes.ChangeNoteFormatter)
    file_log.register(actions)
    for action, label, told in ESSENTIALS_ACTIONS:
        actions.register_action(action, label, told)
    for action, formatter in history.FORMATTERS.items():
        actions.register_action(action)(formatter)


hooks.register("construct_page_chooser_queryset", front.offer_choosable)
hooks.register("construct_page_chooser_queryset", choosing.offer_own_language)
hooks.register("construct_explorer_page_queryset", front.explore_own)
hooks.register("construct_homepage_panels", admin_home.arrange)
hooks.register("construct_homepage_summary_items", front.show_no_totals, order=LAST)
for name in ("main", "settings", "reports", "help"):
    hooks.register(f"construct_{name}_menu", front.show_open_addresses)


@hooks.register("register_admin_viewset", order=FIRST + 100)
def register_page_screens():
    return OurPageViewSet()
