"""What people call the placeholders of an item's texts, for redlines: as the chips of its editor are called."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache

from ccm.store.editing import editable, surrounded
from ccm.store.editing_blocks import around_block, editable_block
from content_blocks.problem import Refused
from web_editor.block_opening import place_in
from web_editor.conditions.place import Place
from web_editor.conditions.placeholders import chip
from web_editor.places import chips, top
from web_editor.titles import calling
from web_editor.visit import Visit, speech


@dataclass
class Names:
    """The names of one item's placeholders; looked up once somebody asks for the first of them."""

    visit: Visit
    kind: str
    name: str
    language: str
    _known: tuple[Mapping[str, str], Place | None] | None = field(default=None, init=False)

    def __call__(self, source: str) -> str:
        """What the placeholder of an expression is called; nothing where it computes, or stands for no field."""
        self._known = self._known or self._looked_up()
        known, place = self._known
        if source in known:
            return known[source]
        try:
            found = chip(source, place, self.language) if place else None
        except Refused:
            return ""
        return found.label if found and found.path else ""

    def _looked_up(self) -> tuple[Mapping[str, str], Place | None]:
        asking, today = self.visit.asking, datetime.now(UTC).date()
        try:
            if self.kind == "template":
                around = surrounded(asking.home, editable(asking.home, asking.actor, self.name), today)
                return dict(_labels(chips(around, self.language))), top(around)
            if self.kind == "block":
                found = editable_block(asking.home, asking.actor, self.name)
                return {}, place_in(found, around_block(asking.home, found, today))
        except Refused:
            pass  # whoever may not open it, or what cannot be read as it stands, is shown the code
        return {}, None


def called(visit: Visit) -> Callable[[str, str], tuple[Names, str]]:
    """What redlines of items are drawn with: the names of an item's placeholders and its title, looked up once each."""
    language, title_of = speech(visit.request).language, calling(visit)
    return cache(lambda kind, name: (Names(visit, kind, name, language), title_of(kind, name)))


def _labels(shown: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    return ((source, told["label"]) for source, told in shown.items())
