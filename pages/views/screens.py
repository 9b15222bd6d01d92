"""The header that Wagtail gives a screen of the admin, for views that are functions."""

from django.urls import reverse
from django.utils.translation import gettext as _


def screen(title, subtitle="", above=(), icon="wagtail-localize-language"):
    """What templates/wagtailadmin/our_screen.html reads: the way here, the title, the icon.

    ``above`` are the (address, label) of the screens between the front page and this one.
    """
    way = [(reverse("wagtailadmin_home"), _("Home")), *above, ("", title)]
    return {
        "breadcrumbs_items": [{"url": address, "label": label} for address, label in way],
        "header_title": f"{title}: {subtitle}" if subtitle else title,
        "header_icon": icon,
    }
