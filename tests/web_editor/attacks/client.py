"""A program of somebody's own, with a session, that sends what it likes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.ccm.api.conftest import signed_in
from tests.ccm.store.world import World


@dataclass
class Client:
    """Somebody's program; `world` is the bank it is let loose on, `kept` what it prepared, `answer` what it heard."""

    http: TestClient
    world: World
    kept: dict[str, Any] = field(default_factory=dict)
    answer: Response | None = None

    @contextmanager
    def signed_in(self, login: str) -> Iterator[Client]:
        """The same program with the session of somebody else."""
        site: Any = self.http.app
        with signed_in(site, self.world.home, login) as http:
            yield Client(http, self.world)

    def open(self, template: str, language: str = "en") -> dict[str, Any]:
        """The document as the editor gets it."""
        answer = self.http.get(f"/templates/{template}/document?language={language}")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    def put_document(
        self, template: str, language: str, document: Any, seen: str | None, headers: dict[str, str] | None = None
    ) -> None:
        """Save a document."""
        tags = {"If-Match": f'"{seen}"'} if seen is not None else {}
        address = f"/templates/{template}/document?language={language}"
        self.answer = self.http.put(address, json={"document": document}, headers={**tags, **(headers or {})})

    def put_item(self, kind: str, name: str, text: str, headers: dict[str, str] | None = None) -> None:
        """Save an item by the API."""
        seen = self.world.draft(kind, name)  # type: ignore[arg-type]
        tags = {"If-Match": f'"{seen}"'} if seen else {"If-None-Match": "*"}
        address = f"/api/v1/items/{kind}/{name}"
        self.answer = self.http.put(address, json={"text": text}, headers={**tags, **(headers or {})})
