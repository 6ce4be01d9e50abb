"""What changed between two bundles: in any of the items that decide the output."""

from __future__ import annotations

from collections.abc import Iterator

from content_blocks.block import Block, walk
from content_blocks.bundle import Bundle
from content_blocks.change_class.classes import NUMBERED, Change, Finding, change_of
from content_blocks.change_class.clauses import content_block_change, is_regulated
from content_blocks.change_class.compliance import document_class_change
from content_blocks.change_class.data import dictionary_change
from content_blocks.change_class.looks import theme_change
from content_blocks.change_class.templates import template_change
from content_blocks.content import Content
from content_blocks.document import FIXED_WORDING
from content_blocks.locks import standings
from content_blocks.strictness import ChangeClass
from content_blocks.types.clause import Clause


def bundle_change(before: Bundle, after: Bundle) -> Change:
    """What changed in the whole: each place begins with the item it is in, as the bundle's hashes name them."""
    found = change_of(_findings(before, after))
    return found if found.findings or before.hash == after.hash else change_of(_respelled(before, after))


def _findings(before: Bundle, after: Bundle) -> Iterator[Finding]:
    if before.language != after.language:
        yield Finding("language", "rule")
    items = (
        (f"template {after.template.template}", template_change(before.template, after.template)),
        (f"dictionary {after.dictionary.name}", dictionary_change(before.dictionary, after.dictionary)),
        (f"class {after.document_class.name}", document_class_change(before.document_class, after.document_class)),
        (f"theme {after.brand.theme.theme}", theme_change(before.brand, after.brand)),
    )
    for name, change in items:
        yield from change.within(name).findings
    yield from _contents(before, after)
    yield from _assets(before, after)


def _respelled(before: Bundle, after: Bundle) -> Iterator[Finding]:
    """The items say the same in another spelling, such as a default written out: other bytes, so not nothing."""
    for name in dict.fromkeys((*before.hashes, *after.hashes)):
        if before.hashes.get(name) != after.hashes.get(name):
            yield Finding(name, NUMBERED)


def _contents(before: Bundle, after: Bundle) -> Iterator[Finding]:
    """Content blocks by their uses, for a use that names another version shows another wording."""
    paired: set[tuple[str, str]] = set()
    for old, new in _pairs(before, after):
        paired |= {("old", old), ("new", new)}
        one, other = before.contents[old].item, after.contents[new].item
        yield from content_block_change(one, other).within(f"block {new}").findings
    alone = [(name, content) for name, content in before.contents.items() if ("old", name) not in paired]
    alone += [(name, content) for name, content in after.contents.items() if ("new", name) not in paired]
    yield from (Finding(f"block {name}", _class_of_coming(content)) for name, content in alone)


def _pairs(before: Bundle, after: Bundle) -> dict[tuple[str, str], None]:
    """The names of what the same use, or another of the same content block, shows before and after."""
    old, new = _wanted(before), _wanted(after)
    pairs = [(old[use], new[use]) for use in old if use in new]
    pairs += [(name, name) for name in before.contents if name in after.contents and name not in old.values()]
    return dict.fromkeys(pair for pair in pairs if pair[0] in before.contents and pair[1] in after.contents)


def _wanted(bundle: Bundle) -> dict[str, str]:
    return {block.id: block.wanted for _, block in bundle.template.blocks() if isinstance(block, Clause)}


def _class_of_coming(content: Content) -> ChangeClass:
    return "regulated wording" if is_regulated(content.item) else "business wording"


def _assets(before: Bundle, after: Bundle) -> Iterator[Finding]:
    bound = _bound_assets(before) | _bound_assets(after)
    for name in dict.fromkeys((*before.assets, *after.assets)):
        one, other = before.assets.get(name), after.assets.get(name)
        if (one and one.hash) != (other and other.hash):
            yield Finding(f"asset {name}", "regulated wording" if name in bound else "business wording")


def _bound_assets(bundle: Bundle) -> set[str]:
    """The pictures that stand in locked wording."""
    blocks: list[Block] = [at.block for at in standings(bundle.template).values() if at.mode in FIXED_WORDING]
    for content in bundle.contents.values():
        blocks += list(walk(content.item.long)) if is_regulated(content.item) else []
    return {asset for block in blocks if (asset := getattr(block, "asset", None))}
