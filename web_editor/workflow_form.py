"""A workflow as a form: its steps under each other, and for each class of change those that it has to pass.

Pure.  In the form routes go by the places of steps, so that a step can be called otherwise and moved.
"""

from __future__ import annotations

from typing import Any

from content_blocks.strictness import ORDER
from web_editor.forms.drawing import Drawn, draw
from web_editor.forms.reading import Posted, read
from web_editor.forms.shape import Entry

Content = dict[str, Any]
CHANGES = ORDER[1:]
PASSES = "passes"
"""A flag of a step for each class of change."""

_WORDS = tuple(
    Entry(it, "line", {"en": of[0], "de": of[1]}, longest=200)
    for it, of in (("en", ("in English", "auf Englisch")), ("de", ("in German", "auf Deutsch")))
)
_STEP = (
    Entry("title", "group", {"en": "Name", "de": "Name"}, entries=_WORDS),
    Entry(
        "question",
        "group",
        {"en": "Question", "de": "Frage"},
        {"en": "What reviewers say yes to.", "de": "Wozu Prüfer Ja sagen."},
        entries=_WORDS,
    ),
    Entry(
        "id",
        "line",
        {"en": "Name in files", "de": "Name in Dateien"},
        {"en": "Roles of reviewers name it.", "de": "Rollen von Prüfern nennen ihn."},
        longest=60,
    ),
    Entry(
        "quorum",
        "number",
        {"en": "Different people who have to agree", "de": "Verschiedene Personen, die zustimmen müssen"},
        {"en": "1 to 9", "de": "1 bis 9"},
        longest=1,
    ),
    Entry(
        "days",
        "number",
        {"en": "Days they have", "de": "Tage, die sie haben"},
        {"en": "1 to 365, none: no deadline", "de": "1 bis 365, leer: ohne Frist"},
        required=False,
        longest=3,
    ),
)
_FORM = Entry(
    "",
    "group",
    entries=(
        Entry("title", "group", {"en": "Name", "de": "Name"}, entries=_WORDS),
        Entry("steps", "rows", {"en": "Step", "de": "Schritt"}, entries=_STEP),
    ),
)


def form(content: Content) -> dict[str, Drawn]:
    """The fields of a workflow: `title` and `steps`."""
    usual = [{"quorum": 1, **step} for step in content.get("steps", [])]
    return {it.entry.name: it for it in draw(_FORM, {**content, "steps": usual}).inside}


def passes(content: Content) -> list[list[bool]]:
    """For each step whether each class of change has to pass it, as the routes say."""
    names = [str(step.get("id", "")) for step in content.get("steps", [])]
    routes = content.get("routes", {})
    return [[name in routes.get(change, names) for change in CHANGES] for name in names]


def with_passes(content: Content) -> Content:
    """The workflow with what each step lets pass in the step itself, so that it goes along where the step goes."""
    ticked = zip(content.get("steps", []), passes(content), strict=True)
    return {**content, "steps": [{**step, PASSES: list(flags)} for step, flags in ticked]}


def written(posted: Posted, before: Content) -> Content:
    """The workflow that was posted, its steps with what each lets pass."""
    found: Content = read(_FORM, posted, before)
    for at, step in enumerate(found["steps"]):
        step[PASSES] = [f"{PASSES}/{at}/{number}" in posted for number in range(len(CHANGES))]
    return found


def as_item(content: Content) -> Content:
    """The same as its file has it: routes by the names of steps."""
    steps = [{key: value for key, value in step.items() if key != PASSES} for step in content["steps"]]
    routes = {
        change: [
            str(step.get("id", "")) for step in content["steps"] if (step.get(PASSES) or [False] * len(CHANGES))[number]
        ]
        for number, change in enumerate(CHANGES)
    }
    return {**content, "steps": steps, "routes": routes}
