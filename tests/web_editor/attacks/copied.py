"""Items begun as copies, as a table: a copy nobody has approved yet is no way to wording that nobody locked."""

from __future__ import annotations

from tests.web_editor.attacks.brought import NEVER, WAYS
from tests.web_editor.attacks.client import Client
from tests.web_editor.attacks.items import Change, brought, fields, own, removed, wrapped
from tests.web_editor.attacks.mechanism import Attempt, Mechanism

BEGUN = ("begun",)


def begin(client: Client, of: str = "fortress", to: str = "copy", **more: bool) -> None:
    """Begin a template as a copy of another."""
    answer = client.http.post(f"/api/v1/items/template/{of}/copies", json={"name": to, **more})
    assert answer.status_code == 201, answer.text


def again(client: Client) -> None:
    """Begin it as a copy of a copy."""
    begin(client, to="first")
    begin(client, of="first")


def opened(client: Client) -> None:
    """Begin it while compliance has opened everything in a draft of the original."""
    brought_by_law = brought(lambda it: it.update({"lock": "open"}))
    with client.signed_in("law") as law:
        brought_by_law(law)
        brought(fields("own", lock="open"))(law)
    begin(client)


def everywhere(change: Change) -> dict[str, Attempt]:
    """The same by every way in."""
    return {name: brought(change, way, "copy", "1.0") for name, way in WAYS.items()}


def _changed(change: Change) -> Attempt:
    return brought(change, template="copy", version="1.0")


OURS = fields("own", text={"en": "Ours now.", "de": "Jetzt unser."})
COPIED = tuple(
    Mechanism(f"copy: {name}", tries, "item", BEGUN, variants, "copy", prepare)
    for name, tries, variants, prepare in (
        ("own wording", "Locked wording is written anew in a copy.", everywhere(OURS), begin),
        ("left out", "A copy loses a locked block.", everywhere(removed("notice")), begin),
        (
            "its lock taken off",
            "The lock of a block is opened in a copy.",
            {
                "clause": _changed(fields("notice", lock="open")),
                "own wording": _changed(fields("own", lock=None)),
                "blanks": _changed(fields("hours", lock="open")),
            },
            begin,
        ),
        (
            "hidden",
            "A locked block of a copy is put where it never shows.",
            {
                "group": _changed(wrapped("notice")),
                "condition": _changed(fields("cases", when=NEVER)),
                "channel": _changed(fields("own", channels={"sms": "absent"})),
            },
            begin,
        ),
        (
            "another class",
            "A copy gets a class that asks for no clause.",
            {"class": _changed(own(class_="none"))},
            begin,
        ),
        ("of a copy", "Locked wording is written anew in the copy of a copy.", {"twice": _changed(OURS)}, again),
        (
            "of an opened draft",
            "A template is copied while a draft of it, which nobody approved, has its locks open.",
            {"wording": _changed(OURS), "lock": _changed(fields("own", lock=None))},
            opened,
        ),
    )
)
