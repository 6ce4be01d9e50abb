"""The generator reaches what it should: every block type, lock mode, language and depth in at least one of twenty."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import HealthCheck, given, settings

from content_blocks.block_reading import block_types
from content_blocks.item import read_item
from content_blocks.locks import standings
from content_blocks.template import Template
from tests.content_blocks.generate import DEEPEST, MODES, edits, languages, templates

EXAMPLES = 150


def occurring(content: Template, language: str) -> set[str]:
    """What a template has, each kind of thing once."""
    found = standings(content).values()
    depths = [sum(block.type == "group" for block, _ in standing.ancestors) for standing in found]
    return {
        language,
        "bilingual" if content.bilingual else "one language",
        *(f"type {standing.block.type}" for standing in found),
        *(f"written {standing.block.lock}" for standing in found),
        *(f"effective {standing.mode}" for standing in found),
        *(f"depth {depth}" for depth in depths),
    }


def test_everything_occurs_in_one_of_twenty() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=EXAMPLES, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(templates(), languages())
    def look(content: dict[str, Any], language: str) -> None:
        seen.update(occurring(read_item(Template, content), language))
        seen["all"] += 1

    look()
    wanted = {"en", "de", "bilingual", "one language"}
    wanted |= {f"type {name}" for name in block_types()}
    wanted |= {f"{kind} {mode}" for mode in MODES for kind in ("written", "effective")}
    wanted |= {f"depth {depth}" for depth in range(DEEPEST + 1)}
    rare = {thing: seen[thing] for thing in wanted if seen[thing] < seen["all"] * 0.05}
    assert rare == {}


def test_an_edit_changes_something() -> None:
    changed = Counter[bool]()

    @settings(max_examples=EXAMPLES, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(templates().flatmap(lambda content: edits(content).map(lambda edited: (content, edited))))
    def look(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
        changed[pair[0] != pair[1]] += 1

    look()
    assert changed[True] > changed[False]
