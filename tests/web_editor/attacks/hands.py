"""What hands do: keys, the mouse, the clipboard, dragging, composing."""

from __future__ import annotations

import json

from tests.web_editor.attacks.desk import Desk
from tests.web_editor.attacks.mechanism import Attempt, Mechanism

WORDS = '.fixed[data-id="{}"] .fixed-words p'


def on(name: str, *keys: str, text: str = "") -> Attempt:
    """Chooses a locked block with the mouse, presses keys and types."""

    def attempt(desk: Desk) -> None:
        desk.page.mouse.click(*desk.box(WORDS.format(name)))
        desk.press(*keys)
        if text:
            desk.page.keyboard.type(text)

    return attempt


def selected(code: str, *keys: str, text: str = "") -> Attempt:
    """Selects something, presses keys and types."""

    def attempt(desk: Desk) -> None:
        desk.run(code)
        desk.press(*keys)
        if text:
            desk.page.keyboard.type(text)

    return attempt


def around(first: str, last: str, *keys: str, text: str = "") -> Attempt:
    """Selects from a word before locked blocks to a word behind them."""
    return selected(f'between("{first}", "{last}")', *keys, text=text)


def everything(*keys: str, text: str = "") -> Attempt:
    """Selects all there is."""
    return selected('select({ type: "all" })', *keys, text=text)


def beside(name: str, end: bool, *keys: str) -> Attempt:
    """Puts the cursor at the edge of an open paragraph beside a locked block."""
    return selected(f'edge("{name}", {str(end).lower()})', *keys)


def pasted(select: Attempt, html: str = "", text: str = "") -> Attempt:
    """Pastes something that somebody's page has put on the clipboard."""

    def attempt(desk: Desk) -> None:
        select(desk)
        desk.run(f"paste({json.dumps({'text/html': html, 'text/plain': text})})")

    return attempt


def kept_slice(name: str) -> Attempt:
    """Puts a part of the document itself on the clipboard as the editor writes it, and pastes that."""
    return selected(f'edge("closing", true); pasteSlice("{name}")')


def dropped(code: str = "") -> Attempt:
    """Drops something on a place by an event, with what the editor believes is being dragged."""
    return selected(f"{code}; drop()")


def composed(text: str, before: Attempt) -> Attempt:
    """Composes a word as an input method does."""

    def attempt(desk: Desk) -> None:
        before(desk)
        session = desk.page.context.new_cdp_session(desk.page)
        session.send("Input.imeSetComposition", {"text": text, "selectionStart": 0, "selectionEnd": len(text)})
        session.send("Input.insertText", {"text": text})

    return attempt


def field_over(name: str) -> Attempt:
    """Chooses a locked block and puts a field in over it."""

    def attempt(desk: Desk) -> None:
        on(name)(desk)
        desk.page.get_by_role("button", name="Field", exact=True).click()
        desk.page.keyboard.type("days")
        desk.press("Enter")

    return attempt


def form(name: str, field: str, value: str) -> Attempt:
    """Opens the settings of a bound block, makes its form writable and writes into it."""

    def attempt(desk: Desk) -> None:
        desk.run(f'openForm("{name}")')
        desk.page.locator(".settings label").first.wait_for()
        desk.run(f"fill({json.dumps(field)}, {json.dumps(value)})")

    return attempt


FORGED = (
    '<div class="fixed" data-id="notice-2" data-type="clause" translate="no" contenteditable="false">'
    "<p>You may not object.</p></div>"
)
SLICE = (
    '<div data-pm-slice="0 0 [&quot;region&quot;,{&quot;name&quot;:&quot;body&quot;}]" class="fixed" data-id="own-2" '
    'data-type="text">x</div>'
)
TEXT = ("typing", "rule")

BY_HAND = (
    Mechanism(
        "hand: delete keys",
        "A chosen locked block is deleted by a key.",
        "browser",
        ("rule",),
        {"delete": on("notice", "Delete"), "backspace": on("own", "Backspace"), "word": on("fee", "Control+Backspace")},
    ),
    Mechanism(
        "hand: typing",
        "Somebody types on a chosen locked block.",
        "browser",
        TEXT,
        {"letter": on("notice", text="x"), "words": on("own", text="Ours now."), "space": on("fee", "Space")},
    ),
    Mechanism(
        "hand: cutting",
        "A locked block is cut.",
        "browser",
        ("rule",),
        {
            "clause": on("notice", "Control+x"),
            "with others": around("opening", "closing", "Control+x"),
            "all": everything("Control+x"),
        },
    ),
    Mechanism(
        "hand: all and delete",
        "All is selected and deleted.",
        "browser",
        ("rule",),
        {"delete": everything("Delete"), "backspace": everything("Backspace")},
    ),
    Mechanism(
        "hand: all and type", "All is selected and typed over.", "browser", TEXT, {"letter": everything(text="x")}
    ),
    Mechanism(
        "hand: all and paste",
        "All is selected and pasted over.",
        "browser",
        ("rule", "paste"),
        {
            "words": pasted(everything(), text="Ours now."),
            "page": pasted(everything(), html="<h1>Ours</h1><p>All ours.</p>"),
        },
    ),
    Mechanism(
        "hand: selection across",
        "A selection with locked blocks in it is deleted or typed over.",
        "browser",
        TEXT,
        {
            "delete": around("opening", "middle", "Delete"),
            "type": around("opening", "middle", text="x"),
            "backspace": around("case", "closing", "Backspace"),
        },
    ),
    Mechanism(
        "hand: selection pasted over",
        "A selection with locked blocks in it is pasted over.",
        "browser",
        ("rule", "paste"),
        {"words": pasted(around("opening", "middle"), text="Ours now.")},
    ),
    Mechanism(
        "hand: joining",
        "A paragraph is joined to the one on the other side of a locked block.",
        "browser",
        ("rule",),
        {"twice": beside("middle", False, "Backspace", "Backspace"), "forward": on("own", "Delete", "Delete")},
    ),
    Mechanism(
        "hand: moving by keys",
        "A locked block is moved past another one by keys.",
        "browser",
        ("rule",),
        {
            "down": on("notice", "Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown"),
            "up": on("own", "Alt+ArrowUp", "Alt+ArrowUp"),
            "in a group": on("fee", "Alt+ArrowDown"),
        },
    ),
    Mechanism(
        "hand: composing",
        "An input method composes on a chosen locked block.",
        "browser",
        ("compose", "typing", "rule", "redraw", "reader"),
        {"word": composed("日本", around("opening", "middle")), "all": composed("語", everything())},
    ),
    Mechanism(
        "hand: copied and pasted",
        "A locked block is copied and pasted.",
        "browser",
        ("copy", "paste", "rule", "parse"),
        {"slice": kept_slice("notice"), "with a group": kept_slice("cases")},
    ),
    Mechanism(
        "hand: forged page",
        "HTML with our classes and attributes is pasted.",
        "browser",
        ("paste", "rule", "parse"),
        {
            "class": pasted(beside("closing", True), html=FORGED),
            "slice": pasted(beside("closing", True), html=SLICE),
            "over a locked one": pasted(on("notice"), html=FORGED),
        },
    ),
    Mechanism(
        "hand: pasted on a locked block",
        "Something is pasted on a chosen locked block.",
        "browser",
        ("paste", "rule"),
        {"words": pasted(on("notice"), text="Ours now."), "page": pasted(on("own"), html="<p>Ours now.</p>")},
    ),
    Mechanism(
        "hand: dropped",
        "Something from elsewhere, or a forged drag, is dropped.",
        "browser",
        ("drop", "rule", "parse"),
        {
            "page": dropped(),
            "moved": dropped('dragging("notice", true)'),
            "copied": dropped('dragging("own", false)'),
        },
    ),
    Mechanism(
        "hand: line break",
        "A line break is put over a selection with locked blocks in it.",
        "browser",
        ("rule",),
        {"selection": around("opening", "middle", "Shift+Enter")},
    ),
    Mechanism(
        "hand: block over it",
        "A block or a field is put in over a chosen locked block.",
        "browser",
        ("rule",),
        {"field": field_over("notice")},
    ),
    Mechanism(
        "hand: form of settings",
        "The form of a bound block's settings is made writable.",
        "browser",
        ("rule",),
        {
            "tone": form("wordy", "Tone", "lead"),
            "block": form("hours", "Content block", "notice"),
            "condition": form("cases", "Only if", "days > 999999"),
        },
    ),
)
