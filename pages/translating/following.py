"""What happens to a page in one language happens to it in all, by whichever way it happened."""

from django.dispatch import receiver
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from ..models import BasePage
from ..models.translated import same_in_every_language
from ..record import readdress_below, record
from .behind import count_behind, note_followed
from .carrying import follow_new_words

TAGS = {"rights": "right_items", "themes": "theme_items"}


@receiver(page_published, dispatch_uid="pages-translations-published")
def follow_published(instance, revision=None, **kwargs):
    """What is the same in every language becomes so; nothing is published by it."""
    if not isinstance(instance, BasePage) or not instance.live or instance.alias_of_id:
        return
    original = instance if instance.is_original else instance.find_original()
    versions = list(original.find_translations()) if original else []
    has_new_tags = share_tags(instance, [original, *versions] if original else [])
    if instance.is_original:
        follow_new_words(instance)
        for translation in versions:
            share_facts(instance, translation)
    elif has_new_tags:
        follow_new_words(original)
    if not instance.is_original:
        note_followed(instance, revision or instance.live_revision)
    count_behind(instance.translation_key)


@receiver(page_unpublished, dispatch_uid="pages-translations-unpublished")
def follow_unpublished(instance, **kwargs):
    """An original that is taken down or deleted takes its translations down; they stay drafts."""
    for translation in _translations(instance):
        translation.revisions.update(approved_go_live_at=None)
        if translation.live:
            translation.unpublish(set_expired=instance.expired)


@receiver(post_page_move, dispatch_uid="pages-translations-moved")
def follow_moved(instance, parent_page_before, parent_page_after, **kwargs):
    """Translations move along; where the new place has no page in a language, they come down."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    for translation in _translations(instance):
        parent = parent_page_after.get_translation_or_none(translation.locale)
        if parent and not parent.alias_of_id:
            translation.move(parent, pos="last-child")
        elif translation.live:
            translation.unpublish()


@receiver(page_slug_changed, dispatch_uid="pages-translations-new-address")
def follow_new_address(instance, **kwargs):
    """The address is the same in every language, after the language."""
    for translation in _translations(instance):
        if translation.depth > 2:  # front doors stand side by side and need different names
            write_into_draft(translation, {"slug": instance.slug})
            if translation.slug != instance.slug:
                before, translation.slug = translation.url_path, instance.slug
                translation.save(clean=False)
                readdress_below(translation, before)


def share_tags(page, versions):
    """Give every version of a page the tags of this one; says whether any was changed."""
    has_changed = False
    for version in versions:
        changed = {
            relation: _copy_tags(page, version, relation)
            for name, relation in TAGS.items()
            if version.pk != page.pk and hasattr(page, name) and _differ(page, version, relation)
        }
        if changed:
            has_changed = True
            write_into_draft(version, changed)
            record(version)
    return has_changed


def share_facts(original, translation):
    """Give a translation what its original decides for all: testimony, place, dates, pictures."""
    names = [*same_in_every_language(type(original)), "expire_at"]
    fields = [original._meta.get_field(name) for name in names]
    facts = {field.attname: field.value_from_object(original) for field in fields}
    if all(getattr(translation, name) == value for name, value in facts.items()):
        return
    type(translation).objects.filter(pk=translation.pk).update(**facts)
    kept = original.serializable_data()
    write_into_draft(translation, {name: kept[name] for name in names})
    translation.refresh_from_db()
    record(translation)


def _translations(page):
    page = page.specific
    is_ours = isinstance(page, BasePage) and not page.alias_of_id
    return list(page.find_translations().select_related("locale")) if is_ours else []


def _tag_ids(page, relation):
    model = page._meta.get_field(relation).related_model
    return list(model.objects.filter(content_object_id=page.pk).values_list("tag", flat=True))


def _differ(page, other, relation):
    return sorted(_tag_ids(page, relation)) != sorted(_tag_ids(other, relation))


def _copy_tags(page, other, relation):
    """Replace the tags of ``other``; returns them as a version keeps them."""
    model = page._meta.get_field(relation).related_model
    model.objects.filter(content_object_id=other.pk).delete()
    items = [
        model.objects.create(tag_id=tag, content_object_id=other.pk)
        for tag in _tag_ids(page, relation)
    ]
    return [{"pk": item.pk, "tag": item.tag_id, "content_object": other.pk} for item in items]


def write_into_draft(page, content):
    """A draft that waits must not bring back what was changed meanwhile."""
    for revision in page.revisions.filter(pk__in=_waiting(page)):
        revision.content |= content
        revision.save(update_fields=["content"])


def _waiting(page):
    scheduled = page.revisions.filter(approved_go_live_at__isnull=False)
    return {page.latest_revision_id, *scheduled.values_list("pk", flat=True)}
