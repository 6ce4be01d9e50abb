"""What somebody asks for who writes a letter in an editor."""

from __future__ import annotations

import json
from typing import Any

from fastapi.testclient import TestClient

from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml
from templates_store.choose import Kind
from tests.ccm.store.world import World

V1 = "/api/v1"
RECORD = {
    "id": "1",
    "language": "en",
    "email": "ada@example.com",
    "phone": "+4915112345678",
    "days": 14,
    "token": "token-17",
}
Content = dict[str, Any]


def stored(world: World, kind: Kind, name: str) -> Content:
    """An item's content as an editor gets it."""
    return dict(read_yaml(world.text(kind, name).decode()).content)


def ask(client: TestClient, **wish: Any) -> Any:
    answer = client.post(f"{V1}/preview", json={"template": "letter", "record": RECORD, **wish})
    assert answer.status_code == 200, answer.text
    return answer.json()


def refused(client: TestClient, **wish: Any) -> list[tuple[str, str]]:
    sent = json.dumps({"template": "letter", "record": RECORD, **wish})
    answer = client.post(f"{V1}/preview", content=sent, headers={"Content-Type": "application/json"})
    assert answer.status_code == 422, answer.text
    return [(problem["where"], problem["code"]) for problem in answer.json()["problems"]]


def messages(made: Any) -> dict[str, Any]:
    return {message["channel"]: message for message in made["messages"]}


def say(content: Content, words: str) -> Content:
    """The letter with other words in its opening, and their translation said to be right."""
    block = next(it for it in content["body"] if it["id"] == "opening")
    block["text"] = block["short"] = {"en": words, "de": words}
    return dict(stamp(content, "en"))
