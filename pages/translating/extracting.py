"""Reads the sentences of a page, as the translation package does, in a handful of questions.

The package asks and writes a dozen times for each sentence. What it keeps is the same here: the
segments that ``extract_segments`` finds, with their strings, places and templates.
"""

import json
import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    Template,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
    TemplateSegmentValue,
)


@transaction.atomic
def read_source(page):
    """The TranslationSource of a page, with its sentences as they are now.

    Where the page is as it was read last, nothing is written: further languages cost nothing.
    """
    page = page.specific
    words = page.to_json()
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id
    ).first()
    if source and json.loads(words) == json.loads(source.content_json):
        return source
    _keep_words(page, words)
    source = TranslationSource.objects.get(object_id=page.translation_key, locale_id=page.locale_id)
    refresh(source)
    return source


def _keep_words(page, words):
    kept, _is_new = TranslatableObject.objects.get_or_create_from_instance(page)
    TranslationSource.objects.update_or_create(
        object=kept,
        locale_id=page.locale_id,
        specific_content_type=page.cached_content_type,
        defaults={
            "object_repr": str(page)[:200],
            "content_json": words,
            "schema_version": get_schema_version(page._meta.app_label),
            "last_updated_at": timezone.now(),
        },
    )


@transaction.atomic
def refresh(source):
    """Find the sentences of a source anew, as its ``refresh_segments`` does."""
    page = source.as_instance()
    values = list(extract_segments(page))
    contexts = _contexts(source.object_id, values, page)
    for model, kind, facts_of in KINDS:
        mine = [value for value in values if isinstance(value, kind)]
        wanted = [
            {"context_id": contexts[value.path].pk, "order": value.order} | facts
            for value, facts in zip(mine, facts_of(source, mine), strict=True)
        ]
        _keep(model, source, wanted)


def _contexts(object_id, values, page):
    """``{path: TranslationContext}`` of all places, those that are new made at once."""
    found = {c.path: c for c in TranslationContext.objects.filter(object_id=object_id)}
    new = {}
    for path in {value.path: None for value in values}:
        if path not in found:
            new[path] = _new_context(object_id, path, page)
    TranslationContext.objects.bulk_create(new.values())
    return found | new


def _new_context(object_id, path, page):
    context = TranslationContext(
        object_id=object_id, path=path, path_id=TranslationContext._get_path_id(path)
    )
    context.save = lambda **kwargs: None  # finding its field is all: it is kept with the others
    context.get_field_path(page)
    del context.save
    return context


def _string_facts(source, values):
    hashes = {value.string.data: String._get_data_hash(value.string.data) for value in values}
    known = String.objects.filter(locale=source.locale_id, data_hash__in=hashes.values())
    strings = {string.data_hash: string for string in known}
    new = {
        number: String(locale_id=source.locale_id, data_hash=number, data=data)
        for data, number in hashes.items()
        if number not in strings
    }
    String.objects.bulk_create(new.values())
    strings |= new
    return [
        {
            "string_id": strings[hashes[value.string.data]].pk,
            "attrs": json.dumps(value.attrs, cls=DjangoJSONEncoder),
        }
        for value in values
    ]


def _template_facts(source, values):
    numbers = [_template_number(value) for value in values]
    known = {template.uuid: template for template in Template.objects.filter(uuid__in=numbers)}
    new = {
        number: Template(
            uuid=number,
            template=value.template,
            template_format=value.format,
            string_count=value.string_count,
        )
        for number, value in zip(numbers, values, strict=True)
        if number not in known
    }
    Template.objects.bulk_create(new.values())
    known |= new
    return [{"template_id": known[number].pk} for number in numbers]


def _template_number(value):
    return uuid.uuid5(uuid.uuid5(Template.BASE_UUID_NAMESPACE, value.format), value.template)


def _related_facts(source, values):
    return [
        {
            "object_id": TranslatableObject.objects.get_or_create(
                content_type=value.content_type, translation_key=value.translation_key
            )[0].pk
        }
        for value in values
    ]


def _overridable_facts(source, values):
    return [{"data_json": json.dumps(value.data, cls=DjangoJSONEncoder)} for value in values]


KINDS = [
    (StringSegment, StringSegmentValue, _string_facts),
    (TemplateSegment, TemplateSegmentValue, _template_facts),
    (RelatedObjectSegment, RelatedObjectSegmentValue, _related_facts),
    (OverridableSegment, OverridableSegmentValue, _overridable_facts),
]


def _keep(model, source, wanted):
    """Make the segments of one kind that are new, and delete those that are no longer said."""
    names = sorted(wanted[0]) if wanted else ["pk"]
    segments = model.objects.filter(source=source.pk)
    there = {row[1:]: row[0] for row in segments.values_list("pk", *names)}
    keys = {tuple(facts[name] for name in names): facts for facts in wanted}
    gone = [pk for key, pk in there.items() if key not in keys]
    if gone:
        model.objects.filter(pk__in=gone).delete()
    new = [facts for key, facts in keys.items() if key not in there]
    model.objects.bulk_create([model(source_id=source.pk, **facts) for facts in new])
