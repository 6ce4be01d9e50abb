"""The page of block types: what each is for, where it may stand, its fields, and its specimen."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.block import Block, ChannelForm
from content_blocks.block_reading import block_types
from content_blocks.lock_mode import ALLOWED
from content_blocks.yaml_source import write_yaml
from scripts.reference.markdown import code, fenced, fields, prose, table

PLACES = {
    "leaf": "in templates, in content blocks and inside other blocks",
    "piece": "in templates and content blocks",
    "template": "in templates only",
}


def page() -> Iterator[str]:
    """The page's lines."""
    yield "# Block types\n"
    yield f"{len(block_types())} types: {', '.join(f'[{name}](#{name})' for name in block_types())}.\n"
    yield "How to add one: [how-to-add-a-block-type](../how-to-add-a-block-type.md).\n"
    yield from shared()
    for name, kind in block_types().items():
        yield from block_type(name, kind)


def shared() -> Iterator[str]:
    """What all types have in common."""
    yield "## What every block has\n"
    yield "`id` is unique in its template and kept for life. `mandatory` blocks cannot be left out of a channel, or of"
    yield "those it lists. `short` is the sentence for SMS and push. `note` is for authors and changes nothing.\n"
    yield from fields(Block)
    yield f"**form**: {prose(ChannelForm.__doc__)}"
    yield "Where there is nothing but the form, it may stand by itself: `sms: absent`.\n"
    yield from fields(ChannelForm)
    yield "What a lock allows:\n"
    yield from table(["`lock`", "allows to change"], ((f"`{mode}`", _changes(mode)) for mode in ALLOWED))


def _changes(mode: str) -> str:
    return code(*sorted(ALLOWED[mode])) or "nothing"  # type: ignore[index]


def block_type(name: str, kind: type[Block]) -> Iterator[str]:
    """One type."""
    yield f"## {name}\n"
    yield f"**{kind.title['en']}** · {kind.title['de']}. {prose(kind.__doc__)}\n"
    yield f"Stands {PLACES[kind.place]}.{_nesting(kind)}\n"
    yield from fields(kind, without=Block.model_fields)
    yield from fenced(write_yaml(dict(kind.specimen)), "yaml")


def _nesting(kind: type[Block]) -> str:
    if not kind.nested:
        return ""
    depth = f", up to {kind.deepest} deep" if kind.deepest > 1 else ""
    return f" Holds blocks in {code(*kind.nested)}{depth}."
