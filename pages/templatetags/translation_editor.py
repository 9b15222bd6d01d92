"""What the translation package's editor is told, before it draws itself."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder

from ..approving.translations import approval_of

register = template.Library()


@register.simple_tag
def approval(translation, page, user):
    """Where this translation stands on its way to readers (see approving.translations)."""
    return approval_of(translation, page, user)


@register.filter
def only_what_may_be_done(props, page_perms):
    """The editor’s props without what is closed to everybody, and to this person.

    Nothing becomes an alias here. Only who publishes may stop a translation, or take it away.
    """
    told = json.loads(props)
    told["links"]["convertToAliasUrl"] = None
    if not page_perms.can_publish():
        told["links"]["stopTranslationUrl"] = None
        told["perms"]["canDelete"] = False  # stands in the menu of our own footer
    return json.dumps(told, cls=DjangoJSONEncoder)
