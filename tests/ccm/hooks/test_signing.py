"""Signatures after Standard Webhooks, and the keys that secrets come from."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from ccm.hooks.signing import headers, make_key, read_key, secret_of, signature
from tests.ccm.store.entering import refusal


def test_the_example_of_the_specification() -> None:
    """As its reference libraries have it in their tests."""
    secret, message, stamp = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330"
    assert signature(message, stamp, b'{"test": 2432232314}', secret) == (
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
    )


def test_with_two_secrets_there_are_two_signatures() -> None:
    at = datetime(2021, 2, 25, 15, 2, 10, tzinfo=UTC)
    secrets = [secret_of(bytes(32), "w-1", number) for number in (2, 1)]
    made = headers("m", at, b"{}", secrets)
    assert made["webhook-timestamp"] == "1614265330"
    assert made["webhook-signature"].split(" ") == [signature("m", "1614265330", b"{}", it) for it in secrets]


def test_every_webhook_and_every_number_has_a_secret_of_its_own() -> None:
    made = {secret_of(key, hook, number) for key in (bytes(32), b"1" * 32) for hook in "ab" for number in (1, 2)}
    assert len(made) == 8
    assert all(it.startswith("whsec_") and len(it) == 50 for it in made)


def test_a_key_is_its_owners(tmp_path: Path) -> None:
    path = tmp_path / "ahorn.hooks"
    assert refusal(read_key, path) == "key-file-missing"
    key = make_key(path)
    assert make_key(path) == read_key(path) == key
    path.chmod(0o640)
    assert refusal(read_key, path) == "key-file-open"
    path.chmod(0o600)
    path.write_bytes(key[1:])
    assert refusal(read_key, path) == "key-file-damaged"


@pytest.mark.parametrize("number", [1, 2])
def test_a_secret_is_the_same_each_time(number: int) -> None:
    assert secret_of(b"2" * 32, "w-0", number) == secret_of(b"2" * 32, "w-0", number)
