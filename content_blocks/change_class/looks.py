"""What a change of a theme or a picture counts as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from content_blocks.bundle import Asset
from content_blocks.change_class.classes import Change, Finding, change_of
from content_blocks.changes import differences
from content_blocks.contrast import READABLE, contrast
from content_blocks.strictness import ChangeClass
from content_blocks.theme import Brand, Palette, Theme

CLOSEST = 1.0
"""Leading below which lines run into each other."""

_CLASSES: Mapping[str, ChangeClass] = {
    # Name, register and supervision are prescribed for business letters (§ 80 AktG, § 35a GmbHG), clauses print them,
    # and an IBAN among them says where customers' money goes.
    "brand": "regulated wording",
    "theme": "rule",
    "locales": "rule",  # it is the form of every amount and date
    "labels": "business wording",
    "page": "layout",
    "mail.layout": "layout",
    "mail.width": "layout",
}
"""By the first steps of a place; everything else about a theme is style."""


def theme_change(before: Brand, after: Brand) -> Change:
    """What changed between two versions of a theme, its files included."""
    return change_of((*_tokens(before.theme, after.theme), *_files(before, after)))


def asset_change(before: Asset, after: Asset) -> Change:
    """What changed between two versions of a picture: it may say anything."""
    return change_of([Finding("", "business wording")] if before.hash != after.hash else [])


def _tokens(before: Theme, after: Theme) -> Iterator[Finding]:
    for found in differences(before, after):
        first, second = (*found.field.split("."), "")[:2]
        yield Finding(found.field, _CLASSES.get(first) or _CLASSES.get(f"{first}.{second}") or "style")
    hidden = (
        *_unreadable("palette", before.palette, after.palette),
        *_unreadable("mail.dark", before.mail.dark, after.mail.dark),
        *_crowded(before, after),
    )
    yield from (Finding(where, "regulated wording") for where in hidden)


def _unreadable(where: str, before: Palette, after: Palette) -> Iterator[str]:
    """Colours that were changed into what cannot be read (WCAG 2.2, 1.4.3)."""
    for text, ground in after.texts():
        colours = (getattr(after, text), getattr(after, ground))
        changed = colours != (getattr(before, text), getattr(before, ground))
        if changed and contrast(*colours) < READABLE:
            yield f"{where}.{text}"


def _crowded(before: Theme, after: Theme) -> Iterator[str]:
    """Lines that were made to run into each other; type too small to be read is refused before it gets here."""
    if after.type.leading != before.type.leading and float(after.type.leading) < CLOSEST:
        yield "type.leading"


def _files(before: Brand, after: Brand) -> Iterator[Finding]:
    for name in sorted(before.files.keys() | after.files.keys()):
        if before.files.get(name) != after.files.get(name):
            yield Finding(name, "style")
