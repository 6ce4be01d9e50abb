"""Scripts that change the page around the editor, and somebody who types where nobody should."""

from __future__ import annotations

from tests.web_editor.attacks.desk import Desk
from tests.web_editor.attacks.mechanism import Attempt, Mechanism
from tests.web_editor.attacks.scripts import read


def _typed(code: str) -> Attempt:
    """Makes something editable that is not, and types there."""

    def attempt(desk: Desk) -> None:
        desk.run(code)
        x, y = desk.box('.fixed[data-id="notice"] .fixed-words p')
        desk.page.mouse.click(x, y)
        desk.page.keyboard.type(" not ")
        desk.press("Backspace", "Delete")

    return attempt


WHOLE = 'document.designMode = "on"; for (const it of [shown("notice"), said("notice")]) it.contentEditable = "true"'
PART = 'shown("notice").contentEditable = "true"; said("notice").contentEditable = "true"'

TAMPERED = (
    *read("tampering.js"),
    Mechanism(
        "page: made editable",
        "The element, or the whole page, is made editable, and somebody types there.",
        "browser",
        ("redraw", "typing", "rule", "seen"),
        {"element": _typed(PART), "page": _typed(WHOLE)},
    ),
)
