"""What a translator must see of a text that is no page."""

from django import template
from wagtail.images import get_image_model

from uprcities.library.pictures import picture_for

from ..isolation.questions import own_image
from ..models import OtherKind

register = template.Library()


@register.inclusion_tag("pages/admin/picture_to_describe.html")
def picture_to_describe(original, user):
    """The picture whose words are translated; only to those who may see it."""
    if original.kind != OtherKind.PICTURE:
        return {"picture": None}
    pk = int(original.key.partition("-")[2])
    may_see = original.is_public or own_image(user, pk)
    image = get_image_model().objects.filter(pk=pk).first() if may_see else None
    return {"picture": picture_for(image, "own", original.language)}
