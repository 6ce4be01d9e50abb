"""Whatever passes the browser's lock rule, one transaction after the other, passes the server's as well."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content_blocks.item import read_item
from content_blocks.locks import Rights, lock_violations
from content_blocks.problem import Refused
from content_blocks.template import Template
from tests.evidence import note
from tests.scale import scaled
from tests.web_editor.attacks.bundle import NODE, built
from tests.web_editor.document.documents import OWNER, World, worlds
from web_editor.document import get, put
from web_editor.document.shapes import shapes_as_json

LOCKED = {"locked", "not-your-right", "editor-fixed-unknown", "editor-not-fixed"}
"""What a save says of a document that does to locked blocks what nobody may; other faults are faults of form."""

Sequences = Callable[[dict[str, Any]], dict[str, Any]]


@pytest.fixture(scope="module")
def sequences(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sequences]:
    """A program that tries random transactions on documents, filtered by the very rule that ships."""
    script = tmp_path_factory.mktemp("sequences") / "sequences.mjs"
    script.write_text(built({}, str(Path(__file__).with_name("sequences.ts"))))
    with subprocess.Popen([NODE, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdin
        assert program.stdout
        into, out = program.stdin, program.stdout

        def tried(task: dict[str, Any]) -> dict[str, Any]:
            into.write(json.dumps(task) + "\n")
            into.flush()
            return dict(json.loads(out.readline()))

        yield tried
        into.close()


def saved(document: Any, before: Any, language: str, rights: Rights) -> list[Any] | None:
    """What the server finds locked in a document; None if it is of no form that can be saved."""
    try:
        after = read_item(Template, put(document, before, language, rights))
    except Refused as refused:
        return [it for it in refused.problems if it.code in LOCKED] or None
    return list(lock_violations(read_item(Template, before), after, rights))


def test_what_the_browser_lets_pass_can_be_saved(sequences: Sequences) -> None:
    shapes = shapes_as_json()["blocks"]
    passed, refused, judged = Counter[str](), Counter[str](), Counter[str]()

    @settings(max_examples=scaled(150, 3000), suppress_health_check=list(HealthCheck), deadline=None)
    @given(worlds(), st.integers(0, 2**32 - 1), st.sampled_from([1, 2, 4, 12]))
    def look(world: World, seed: int, steps: int) -> None:
        before, language, rights = world
        lock = "open" if rights == OWNER else before.get("lock", "open")
        task = {"document": get(*world), "lock": lock, "owns": rights == OWNER, "shapes": shapes}
        left = sequences({**task, "seed": seed, "steps": steps})
        passed.update(left["passed"])
        refused.update(left["refused"])
        found = saved(left["document"], before, language, rights)
        judged["unfit" if found is None else "fit"] += 1
        assert not found, (found, left["passed"])

    look()
    assert judged["fit"] > judged.total() * 0.3
    assert {"type", "add", "setting"} <= passed.keys()
    assert {"remove", "wrap", "double", "forge", "rename", "mode"} <= refused.keys()
    note(
        "lock sequences", documents=judged.total(), passed=passed.total(), refused=refused.total(), saved=judged["fit"]
    )
