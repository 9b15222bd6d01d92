"""Every block that an editor may choose shows what it will look like."""

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.blocks import BaseStreamBlock, Block, ListBlock, StructBlock
from wagtail.fields import StreamField


def stream_fields():
    models = [
        model for model in apps.get_models() if model.__module__.startswith(("pages", "camp"))
    ]
    return {
        f"{model.__name__}.{field.name}": field
        for model in models
        for field in model._meta.local_fields
        if isinstance(field, StreamField)
    }


def choices(block, path=()):
    """The blocks that the picker offers, at any depth, by their path."""
    if isinstance(block, BaseStreamBlock):
        for name, child in block.child_blocks.items():
            yield "/".join([*path, name]), child
            yield from choices(child, (*path, name))
    elif isinstance(block, StructBlock):
        for name, child in block.child_blocks.items():
            yield from choices(child, (*path, name))
    elif isinstance(block, ListBlock):
        yield from choices(block.child_block, path)


@pytest.mark.parametrize("name", sorted(stream_fields()))
def test_every_block_has_a_preview(name):
    field = stream_fields()[name]
    blind = [path for path, block in choices(field.stream_block) if not block.is_previewable]

    assert blind == []


@pytest.mark.parametrize("name", sorted(stream_fields()))
def test_every_block_says_what_it_is_for(name):
    field = stream_fields()[name]
    silent = [path for path, block in choices(field.stream_block) if not block.get_description()]

    assert silent == []


def test_every_preview_can_be_looked_at(client, cast):
    client.force_login(cast.admin)
    address = reverse("wagtailadmin_block_preview")
    blocks = {
        f"{name}/{path}": block
        for name, field in stream_fields().items()
        for path, block in choices(field.stream_block)
    }
    answers = {
        name: client.get(address, {"id": block.definition_prefix}) for name, block in blocks.items()
    }

    assert {name for name, answer in answers.items() if answer.status_code != 200} == set()
    bare = {
        name
        for name, answer in answers.items()
        if not strip_tags(answer.content.decode().partition("<main>")[2]).strip()
    }
    assert bare == set()


def test_the_walk_reaches_blocks_within_blocks():
    assert stream_fields()
    assert isinstance(next(iter(stream_fields().values())).stream_block, Block)
