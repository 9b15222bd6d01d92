"""The form behind a testimony story: it offers the records of the story’s own city only."""

from django.forms import ModelChoiceField
from django.utils.translation import gettext as _

from campaigns.collect.models import Testimony
from campaigns.collect.publishable import why_not_with
from campaigns.places.rights import story_cities_of

from .admin_forms import PageForm


class TestimonyField(ModelChoiceField):
    """One of the city’s records, each with what its teller agreed to."""

    def label_from_instance(self, testimony):
        state = why_not_with(getattr(testimony, "consent", None)) or _("may be shown")
        return f"{testimony.reference}: {state}"


class StoryForm(PageForm):
    """Ties a story to a testimony that the same city heard."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("testimony"):
            self.fields["testimony"] = TestimonyField(
                self._choices(),
                label=field.label,
                help_text=field.help_text,
                initial=field.initial,
                required=field.required,
            )

    def _choices(self):
        parent = self.parent_page.specific if self.parent_page else None
        city = getattr(parent, "city", None)
        mine = Testimony.objects.for_city(city).for_cities(story_cities_of(self.for_user))
        kept = Testimony.objects.filter(pk=self.instance.testimony_id)
        # Somebody who may write the story but not open the vault keeps what was chosen.
        return (mine | kept.filter(city=city)).distinct().select_related("consent")
