"""A receiver of webhooks on a real socket, which does what it is told to: take, refuse, send away, hang."""

from __future__ import annotations

import json
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = int | str
"""A status, or `hang`, `dribble`, `garbage`, `endless`, or an address to be sent away to."""


@dataclass
class Receiver:
    """What came, and what is answered next; when there is nothing left to say, everything is taken."""

    port: int = 0
    came: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}/events"

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What came as data."""
        return [json.loads(body) for _, body in self.came]

    @property
    def kinds(self) -> list[str]:
        """The kinds of what came."""
        return [it["type"] for it in self.bodies]

    @property
    def ids(self) -> list[str]:
        """The ids of what came."""
        return [headers["webhook-id"] for headers, _ in self.came]


class Handler(BaseHTTPRequestHandler):
    """One request to the receiver that its server belongs to."""

    @property
    def found(self) -> Receiver:
        return self.server.found  # type: ignore[attr-defined,no-any-return]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        self.found.came.append(({name.lower(): value for name, value in self.headers.items()}, body))
        self._answer(self.found.answers.pop(0) if self.found.answers else 204)

    def do_GET(self) -> None:
        self.found.came.append(({"webhook-id": "GET"}, b"{}"))
        self._answer(200)

    def _answer(self, answer: Answer) -> None:
        if isinstance(answer, int):
            self.send_response(answer)
            self.end_headers()
        elif answer.startswith("http"):
            self.send_response(307)
            self.send_header("Location", answer)
            self.end_headers()
        else:
            getattr(self, f"_{answer}")()

    def _hang(self) -> None:
        self.found.over.wait(30)

    def _dribble(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-A: ")
        while not self.found.over.wait(0.05):
            self.wfile.write(b"x")

    def _garbage(self) -> None:
        self.wfile.write(b"what do you want?\r\n\r\n")

    def _endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not self.found.over.is_set():
            self.wfile.write(b"x" * 65536)

    def handle(self) -> None:
        with suppress(OSError):  # whoever asked may have gone
            super().handle()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def receiver(*answers: Answer, context: ssl.SSLContext | None = None) -> Iterator[Receiver]:
    """A receiver that listens on this machine, over TLS with a context."""
    found = Receiver(answers=list(answers))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.found = found  # type: ignore[attr-defined]
    found.port = server.server_address[1]
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield found
    finally:
        found.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
