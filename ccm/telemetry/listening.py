"""The address that Prometheus asks for numbers: another one than that of the pages, closed unless somebody opens it.

CCM_METRICS_LISTEN   an IP address and a port, such as `127.0.0.1:9464`; nobody listens if it is not set
CCM_METRICS_TOKEN    what Prometheus has to show (RFC 6750); needed where other machines can reach the address
"""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from threading import Thread
from urllib.parse import urlsplit

from prometheus_client.exposition import choose_encoder
from prometheus_client.registry import Collector

from content_blocks.problem import refuse

ADDRESS, TOKEN = "CCM_METRICS_LISTEN", "CCM_METRICS_TOKEN"
LEAST = 20
"""Characters of a token that nobody guesses."""
PATH = "/metrics"
PATIENCE = 10
"""Seconds for somebody who has connected to say what they want."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen, and what to ask for; without a token anybody on this machine may read."""

    host: str
    port: int
    token: str = field(default="", repr=False)


def listening_of(settings: Mapping[str, str] = os.environ) -> Listening | None:
    """What the settings say, None if nobody is to listen.

    Raises Refused for what is no address, and for one that other machines can reach without a token.
    """
    said, token = settings.get(ADDRESS), settings.get(TOKEN, "")
    if not said:
        return None
    try:
        parts = urlsplit(f"//{said}")
        address, port = ip_address(parts.hostname or ""), parts.port
    except ValueError:
        raise refuse(ADDRESS, "metrics-address-unfit") from None
    if port is None or parts.netloc != said or "@" in said:
        raise refuse(ADDRESS, "metrics-address-unfit")
    if len(token) < LEAST and (token or not address.is_loopback):
        raise refuse(TOKEN, "metrics-token-missing", least=LEAST)
    return Listening(str(address), port, token)


@contextmanager
def listening(where: Listening | None, numbers: Collector) -> Iterator[int | None]:
    """Answer with numbers while the block runs; gives the port.  Raises Refused for an address that cannot be had."""
    if where is None:
        yield None
        return
    try:
        server = _Server(where, numbers)
    except OSError as error:
        raise refuse(ADDRESS, "metrics-address-taken", reason=error.strerror or "") from None
    with server:
        answering = Thread(target=server.serve_forever, name="metrics", daemon=True)
        answering.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            answering.join()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, where: Listening, numbers: Collector) -> None:
        self.address_family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
        self.where, self.numbers = where, numbers
        super().__init__((where.host, where.port), _Answer)


class _Answer(BaseHTTPRequestHandler):
    """One scrape."""

    server: _Server
    timeout = PATIENCE

    def do_GET(self) -> None:
        """The numbers, for who shows the token."""
        if self.path.partition("?")[0] != PATH:
            self._send(HTTPStatus.NOT_FOUND)
        elif not self._may_read():
            self._send(HTTPStatus.UNAUTHORIZED, {"WWW-Authenticate": "Bearer"})
        else:
            encode, media_type = choose_encoder(self.headers.get("Accept", ""))
            self._send(HTTPStatus.OK, {"Content-Type": media_type}, encode(self.server.numbers))

    def _may_read(self) -> bool:
        wanted = f"Bearer {self.server.where.token}".encode()
        shown = self.headers.get("Authorization", "").encode("utf-8", "replace")
        return not self.server.where.token or compare_digest(shown, wanted)

    def _send(self, status: HTTPStatus, headers: Mapping[str, str] | None = None, content: bytes = b"") -> None:
        self.send_response_only(status)
        own = {"Content-Length": str(len(content)), "Cache-Control": "no-store"}
        for name, value in {**(headers or {}), **own}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *_: object) -> None:
        """Nothing: who scrapes does so four times a minute, and what others send stays out of the log."""
