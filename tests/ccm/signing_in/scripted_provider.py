"""A provider on loopback that does what a test tells it: honest until something about it is changed."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

from ccm.signing_in.oidc import Identity, Pending, begin, finish
from ccm.signing_in.provider import Discovered, Provider
from tests.ccm.signing_in.forging import Pair, Sign, rsa, token

NOW = datetime(2026, 11, 2, 8, 15, tzinfo=UTC)
CLIENT = "ccm"


@dataclass(frozen=True)
class Asked:
    """One request that reached the provider."""

    path: str
    headers: Mapping[str, str]
    form: Mapping[str, str]


@dataclass(frozen=True)
class Reply:
    """One answer: JSON, or bytes as they are."""

    content: Any
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class ScriptedProvider:
    """What the provider says; what a test sets is laid over what an honest one would say, and None takes away."""

    address: str
    metadata: dict[str, Any] = field(default_factory=dict)
    key: Pair = field(default_factory=rsa)
    published: list[dict[str, Any]] = field(default_factory=list)
    header: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    granted: dict[str, Any] = field(default_factory=dict)
    callback: dict[str, Any] = field(default_factory=dict)
    sign: Sign | None = None
    replies: dict[str, Callable[[], Reply]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    nonce: str = ""

    def provider(self, secret: str | None = "s3cret") -> Provider:
        return Provider(self.address, CLIENT, secret, ("openid", "email"), "https://ccm.example/signed-in")

    def reply(self, path: str) -> Reply:
        usual = {
            "/.well-known/openid-configuration": lambda: Reply(self._said()),
            "/keys": lambda: Reply({"keys": self.published or [self.key.published]}),
            "/token": lambda: Reply(self._granted()),
        }
        return self.replies.get(path, usual.get(path, lambda: Reply({}, 404)))()

    def sign_in(self, pending: Pending | None = None, now: datetime = NOW, known: Discovered | None = None) -> Identity:
        """A whole sign-in, the browser's part included."""
        begun = pending or begin(self.provider(), NOW)[1]
        self.nonce = begun.nonce
        parameters = _over({"code": "the-code", "state": begun.state}, self.callback)
        return finish(self.provider(), begun, parameters.items(), now, known)

    def _said(self) -> dict[str, Any]:
        honest = {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "jwks_uri": f"{self.address}/keys",
            "id_token_signing_alg_values_supported": ["RS256", "ES256", "EdDSA", "Ed25519", "HS256", "none"],
        }
        return _over(honest, self.metadata)

    def _granted(self) -> dict[str, Any]:
        header = {"alg": self.key.algorithm, "kid": self.key.published["kid"]}
        honest = {
            "iss": self.address,
            "sub": "24400320",
            "aud": CLIENT,
            "nonce": self.nonce,
            "iat": int(NOW.timestamp()),
            "exp": int((NOW + timedelta(minutes=5)).timestamp()),
        }
        signed = token(_over(header, self.header), _over(honest, self.claims), self.sign or self.key.sign)
        return _over({"access_token": "SlAV32hkKG", "token_type": "Bearer", "id_token": signed}, self.granted)


def _over(usual: dict[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in (usual | dict(changes)).items() if value is not None}


@contextmanager
def scripted_provider() -> Iterator[ScriptedProvider]:
    """A provider that answers on a free port of this machine until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.there = ScriptedProvider(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server.there  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    """Hands each request to the provider's script."""

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        there: ScriptedProvider = self.server.there  # type: ignore[attr-defined]
        path = urlsplit(self.path).path
        there.asked.append(Asked(path, dict(self.headers), form))
        reply = there.reply(path)
        content = reply.content if isinstance(reply.content, bytes) else json.dumps(reply.content).encode()
        self.send_response(reply.status)
        for name, value in {"Content-Length": str(len(content)), **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    do_POST = do_GET  # noqa: N815 (the name http.server calls)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""
