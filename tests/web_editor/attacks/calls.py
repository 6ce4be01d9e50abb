"""Saves as other people, with keys and cookies that are not meant for it, out of turn, and at the same time."""

from __future__ import annotations

import copy
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import Any

from ccm.store.api_keys import make_key
from content_blocks.yaml_source import read_yaml, write_yaml
from tests.web_editor.attacks.client import Client
from tests.web_editor.attacks.documents import removed
from tests.web_editor.attacks.ground import content
from tests.web_editor.attacks.items import LOCK, brought, packed
from tests.web_editor.attacks.items import removed as without
from tests.web_editor.attacks.mechanism import Attempt, Mechanism

SAVED = ("put", "saving", "classes")


def _keep(client: Client) -> None:
    """Open a document, and then the owners of locks draft one more locked sentence."""
    client.kept = client.open("fortress")
    _lock_more(client)


def _lock_more(client: Client) -> None:
    made = copy.deepcopy(content(client.world, "fortress"))
    late = {
        "type": "text",
        "id": "late",
        "lock": "locked",
        "text": {"en": "Locked since today.", "de": "Seit heute gesperrt."},
    }
    made["body"].append(late)
    client.world.save("law", "template", "fortress", write_yaml({**made, "version": "1.1"}))


def _stale(seen: str | None = None) -> Attempt:
    def attempt(client: Client) -> None:
        document = copy.deepcopy(client.kept["document"])
        client.put_document("fortress", "en", document, seen or client.kept["hash"])

    return attempt


def _as(login: str) -> Attempt:
    def attempt(client: Client) -> None:
        with client.signed_in(login) as other:
            brought(without("notice"))(other)

    return attempt


def _signed_out(client: Client) -> None:
    """What somebody without a session sends, the same address and words."""
    with client.signed_in("bob") as other:
        other.http.cookies.clear()
        brought(without("notice"))(other)


def _from_elsewhere(headers: dict[str, str]) -> Attempt:
    """What a page from elsewhere lets the browser of an owner of locks send, cookie and all."""

    def attempt(client: Client) -> None:
        with client.signed_in("law") as other:
            other.http.headers.pop("X-CSRF-Token")
            other.http.headers.update(headers)
            brought(without("notice"))(other)

    return attempt


def _with_key(login: str, *scopes: str) -> Attempt:
    def attempt(client: Client) -> None:
        world = client.world
        made = make_key(world.home, world.who(login), "program", scopes, 30, now=datetime.now(UTC))
        client.http.cookies.clear()
        client.http.headers["Authorization"] = f"Bearer {made}"
        brought(without("notice"))(client)

    return attempt


def _elsewhere(client: Client) -> None:
    """The document of one template, saved as another."""
    document, other = client.open("worded")["document"], client.open("fortress")
    client.put_document("fortress", "en", document, other["hash"])


def _twice(client: Client) -> None:
    client.http.headers["Idempotency-Key"] = "attack-0001"
    made = content(client.world, "fortress")
    without("notice")(made)
    for _ in range(2):
        packed(client, "fortress", write_yaml({**made, "version": "1.1"}))


def _racing(client: Client) -> None:
    opened = client.open("fortress")
    names = ("notice", "own", "fee", "foot") * 2

    def send(name: str) -> None:
        document = copy.deepcopy(opened["document"])
        removed(name)(document)
        client.put_document("fortress", "en", document, opened["hash"])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(send, names))


def _wording(version: str, **fields: Any) -> Attempt:
    def attempt(client: Client) -> None:
        made = {**read_yaml(client.world.text("block", "notice").decode()).content, "version": version, **fields}
        client.put_item("block", "notice", write_yaml(made))

    return attempt


CALLED = (
    Mechanism(
        "save: over what is newer",
        "A document that was opened before a lock was drafted is saved over it.",
        "document",
        ("newest", *SAVED),
        {"old tag": _stale()},
        prepare=_keep,
    ),
    Mechanism(
        "save: as somebody else",
        "Somebody saves who may not write, or nothing at all.",
        "item",
        ("person", *LOCK),
        {"without a role": _as("nora"), "operator": _as("olga"), "reviewer": _as("carl")},
    ),
    Mechanism(
        "save: from another page",
        "A page from elsewhere makes the browser of an owner of locks save.",
        "item",
        ("token", "classes"),
        {"no token": _from_elsewhere({}), "old token": _from_elsewhere({"X-CSRF-Token": "0" * 64})},
    ),
    Mechanism(
        "save: by a key",
        "A program saves with the key of somebody who writes.",
        "item",
        ("person", *LOCK),
        {"reading": _with_key("bob", "read"), "writing": _with_key("bob", "read", "write")},
    ),
    Mechanism(
        "save: another template's document",
        "The document of one template is saved as another.",
        "document",
        SAVED,
        {"worded": _elsewhere},
    ),
    Mechanism("save: sent again", "The same is sent again under one idempotency key.", "item", LOCK, {"twice": _twice}),
    Mechanism(
        "save: racing",
        "Eight saves at the same time, each with a tag that was right.",
        "document",
        SAVED,
        {"documents": _racing},
    ),
    Mechanism(
        "save: the wording itself",
        "The content block that a clause shows is written anew.",
        "item",
        ("classes", "number", "saving"),
        {
            "same version": _wording("1.0", short={"en": "No.", "de": "Nein."}),
            "next version": _wording("1.1", short={"en": "No.", "de": "Nein."}),
            "opened": _wording("1.1", lock="open"),
        },
    ),
)
