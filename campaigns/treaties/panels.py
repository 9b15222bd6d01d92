"""Where editors choose rights and themes in a page's form."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class RightsPanel(FieldPanel):
    """The rights a page is about."""

    def __init__(self, field_name="rights", **kwargs):
        kwargs.setdefault("icon", "globe")
        super().__init__(field_name, **kwargs)


class ThemesPanel(FieldPanel):
    """The themes a page is filed under."""

    def __init__(self, field_name="themes", **kwargs):
        kwargs.setdefault("icon", "tag")
        super().__init__(field_name, **kwargs)


class TaggingPanel(MultiFieldPanel):
    """Themes first: they suggest the articles."""

    def __init__(self, children=None, **kwargs):
        kwargs.setdefault("heading", _("Themes and rights"))
        kwargs.setdefault("icon", "tag")
        super().__init__(children or [ThemesPanel(), RightsPanel()], **kwargs)
