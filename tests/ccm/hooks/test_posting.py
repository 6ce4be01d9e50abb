"""Sending over a real socket: certificates, redirects, and receivers that do not behave."""

from __future__ import annotations

import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from ccm.hooks.addresses import ALLOWED
from ccm.hooks.posting import post
from tests.ccm.store.receivers import receiver


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for `hooks.test`, with its key, that has signed itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "hooks.test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("hooks.test")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "hooks.pem"
    private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    path.write_bytes(private + made.public_bytes(Encoding.PEM))
    return path


@pytest.fixture
def secured(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """What the receiver shows; its certificate is trusted here, and the operator has opened this machine."""
    monkeypatch.setenv(ALLOWED, "127.0.0.0/8")
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def near(*_: object) -> list[str]:
    return ["127.0.0.1"]


def test_over_tls_the_certificate_has_to_be_the_names(secured: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch) -> None:
    with receiver(context=secured) as to:
        assert post(f"https://hooks.test:{to.port}/", {"A": "b"}, b"{}", near).status == 204
        assert post(f"https://others.test:{to.port}/", {}, b"{}", near).fault == "hook-not-secure"
        monkeypatch.delenv("SSL_CERT_FILE")
        assert post(f"https://hooks.test:{to.port}/", {}, b"{}", near).fault == "hook-not-secure"
        assert [headers["host"] for headers, _ in to.came] == [f"hooks.test:{to.port}"]


def test_a_plain_receiver_is_none_for_tls(secured: ssl.SSLContext) -> None:
    with receiver() as to:
        assert post(f"https://hooks.test:{to.port}/", {}, b"{}", near).fault == "hook-not-secure"


@pytest.mark.parametrize("bad", ["hang", "dribble"])
def test_its_time_ends_over_tls_too(secured: ssl.SSLContext, bad: str) -> None:
    with receiver(bad, context=secured) as to:
        assert post(f"https://hooks.test:{to.port}/", {}, b"{}", near, patience=0.5).fault == "hook-too-slow"


def test_a_line_on_which_nobody_speaks_is_cut(secured: ssl.SSLContext) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        port = silent.getsockname()[1]
        for scheme, host in (("https", "hooks.test"), ("http", "localhost")):
            assert post(f"{scheme}://{host}:{port}/", {}, b"{}", near, patience=0.3).fault == "hook-too-slow"


def test_nobody_is_sent_away_and_no_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with receiver() as other, receiver(other.address) as to:
        monkeypatch.setenv("http_proxy", other.address)
        assert post(to.address, {}, b"{}").status == 307
        assert other.came == []


def test_what_goes_wrong_has_a_name() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert post(f"http://127.0.0.1:{port}/", {}, b"{}").fault == "hook-unreachable"
    assert post("gopher://127.0.0.1/", {}, b"{}").fault == "hook-address-unfit"
    with receiver("garbage") as to:
        assert post(to.address, {}, b"{}").fault == "hook-answer-unclear"


def test_the_first_address_that_answers_is_taken() -> None:
    with receiver() as to:
        assert post(f"http://localhost:{to.port}/", {}, b"{}", lambda *_: ["::1", "127.0.0.1"]).status == 204
