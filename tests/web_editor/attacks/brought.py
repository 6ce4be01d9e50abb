"""Items brought in past the editor, as a table."""

from __future__ import annotations

from typing import Any

from tests.web_editor.attacks.items import (
    LOCK,
    Change,
    Content,
    Way,
    again,
    block,
    brought,
    fields,
    in_a_folder,
    moved,
    own,
    packed,
    put,
    removed,
    swapped,
    unwrapped,
    wrapped,
)
from tests.web_editor.attacks.mechanism import Attempt, Mechanism

PIN = {"version": "1.0", "hash": "0" * 64, "follow": None}
NEVER = "days > 999999"
WAYS: dict[str, Way] = {"API": put, "archive": packed, "folder": in_a_folder}


def everywhere(change: Change) -> dict[str, Attempt]:
    """The same by every way in."""
    return {name: brought(change, way) for name, way in WAYS.items()}


def _footer(template: Content) -> list[Any]:
    found: list[Any] = template["footer"]
    return found


BROUGHT = (
    Mechanism(
        "item: left out", "A template comes without a locked block.", "item", LOCK, everywhere(removed("notice"))
    ),
    Mechanism(
        "item: own wording",
        "Locked wording of a template is written anew.",
        "item",
        LOCK,
        everywhere(fields("own", text={"en": "Ours now.", "de": "Jetzt unser."})),
    ),
    Mechanism(
        "item: one language",
        "Locked wording is changed in one language, or loses one.",
        "item",
        LOCK,
        {
            "German": brought(fields("own", text={"en": "This sentence is ours.", "de": "Anders."})),
            "less": brought(fields("own", text={"en": "This sentence is ours."})),
            "for all": brought(fields("own", text="This sentence is ours.")),
        },
    ),
    Mechanism(
        "item: renamed",
        "A locked block goes by another id.",
        "item",
        LOCK,
        {"clause": brought(fields("notice", id="notice-2")), "own wording": brought(fields("own", id="own2"))},
    ),
    Mechanism(
        "item: put under a condition",
        "A group that never holds is put around a locked block.",
        "item",
        LOCK,
        everywhere(wrapped("notice")),
    ),
    Mechanism(
        "item: condition around it",
        "The condition of a group around a locked block changes.",
        "item",
        LOCK,
        {
            "never": brought(fields("cases", when=NEVER)),
            "inner": brought(fields("inner", when=NEVER)),
            "none": brought(fields("inner", when=None)),
        },
    ),
    Mechanism(
        "item: in another order",
        "Two locked blocks change places.",
        "item",
        LOCK,
        {"beside": brought(swapped("notice", "own")), "across regions": brought(swapped("own", "foot"))},
    ),
    Mechanism(
        "item: at another place",
        "A locked block moves to another region or block.",
        "item",
        LOCK,
        {
            "region": brought(moved("notice", _footer)),
            "group": brought(moved("own", lambda it: block(it, "cases")["blocks"])),
            "out": brought(unwrapped),
        },
    ),
    Mechanism(
        "item: its lock taken off",
        "The lock of a block is opened.",
        "item",
        LOCK,
        {
            "clause": brought(fields("notice", lock="open")),
            "own wording": brought(fields("own", lock=None)),
            "blanks": brought(fields("hours", lock="open")),
        },
    ),
    Mechanism(
        "item: lock of the template",
        "The lock of a whole template is opened.",
        "item",
        LOCK,
        {"open": brought(own(lock="open"), template="sealed"), "words": brought(own(lock="text"), template="sealed")},
        "sealed",
    ),
    Mechanism(
        "item: repinned",
        "A clause is pinned to another version or hash.",
        "item",
        LOCK,
        {"pinned": brought(fields("notice", **PIN)), "in a group": brought(fields("fee", **PIN))},
    ),
    Mechanism(
        "item: follows otherwise",
        "A clause that follows what was approved follows what is always newest.",
        "item",
        LOCK,
        {"always": brought(fields("notice", follow="always"))},
    ),
    Mechanism(
        "item: another content block",
        "A clause shows another content block.",
        "item",
        LOCK,
        {"notice": brought(fields("notice", block="hours")), "fee": brought(fields("fee", block="notice", with_=None))},
    ),
    Mechanism(
        "item: other inputs",
        "What a clause is filled with changes.",
        "item",
        LOCK,
        {"constant": brought(fields("fee", with_={"days": "99"})), "none": brought(fields("fee", with_=None))},
    ),
    Mechanism(
        "item: no longer mandatory",
        "A mandatory clause is so no longer.",
        "item",
        LOCK,
        {
            "left out": brought(fields("notice", mandatory=None)),
            "one channel": brought(fields("notice", mandatory=["email"])),
        },
    ),
    Mechanism(
        "item: absent in a channel",
        "A locked block, or one around it, is left out of a channel.",
        "item",
        LOCK,
        {
            "itself": brought(fields("own", channels={"sms": "absent"})),
            "around": brought(fields("cases", channels={"email": "absent"})),
            "columns": brought(fields("pair", channels={"email": "absent"})),
        },
    ),
    Mechanism(
        "item: once for each",
        "A group around it is repeated over a list, which may be empty.",
        "item",
        LOCK,
        {"each": brought(fields("cases", each="cards", as_="card"))},
    ),
    Mechanism(
        "item: another block around it",
        "The block around it becomes one of another type.",
        "item",
        LOCK,
        {"slot": brought(fields("inner", type="slot", when=None))},
    ),
    Mechanism(
        "item: of another type",
        "A locked block becomes one of another type under its id.",
        "item",
        LOCK,
        {
            "text": brought(fields("own", type="heading", level=2)),
            "clause": brought(
                fields(
                    "notice", type="text", block=None, follow=None, mandatory=None, text={"en": "Ours.", "de": "Unser."}
                )
            ),
        },
    ),
    Mechanism("item: clause once more", "A second use of a clause is added.", "item", LOCK, everywhere(again)),
    Mechanism(
        "item: class of the template",
        "A template gets a class that asks for no clause, or another jurisdiction.",
        "item",
        LOCK,
        {"class": brought(own(class_="none")), "jurisdiction": brought(own(jurisdiction="AT"))},
    ),
    Mechanism(
        "item: fewer languages",
        "A template loses the language that locked wording is in.",
        "item",
        LOCK,
        {"sealed": brought(own(languages=["en"]), template="sealed")},
        "sealed",
    ),
    Mechanism(
        "item: settings of bound words",
        "A block whose words are free gets another tone or channel form.",
        "item",
        LOCK,
        {
            "tone": brought(fields("wordy", tone="lead")),
            "channel": brought(fields("wordy", channels={"sms": "absent"})),
        },
    ),
    Mechanism(
        "item: locked box",
        "A locked box gets another tone, a sentence more, or loses one.",
        "item",
        LOCK,
        {
            "tone": brought(fields("boxed", tone="warning")),
            "more": brought(
                lambda it: block(it, "boxed")["blocks"].append({"type": "text", "id": "new", "text": "New."})
            ),
            "order": brought(moved("middle", lambda it: block(it, "boxed")["blocks"])),
        },
    ),
    Mechanism(
        "item: under the approved number",
        "Other content is saved under the number of the approved version.",
        "item",
        ("number", *LOCK),
        {
            "left out": brought(removed("notice"), version="1.0"),
            "worded": brought(fields("own", text="Ours."), version="1.0"),
        },
    ),
    Mechanism(
        "item: under an older number",
        "Other content is saved under a number before the approved one.",
        "item",
        LOCK,
        {"left out": brought(removed("notice"), version="0.9")},
    ),
)
