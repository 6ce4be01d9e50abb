"""A signature holds for one record and one key; a key file is its owner's alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from approvals.keys import Signature, make_key, read_key, verifies
from approvals.record import instant, record_bytes
from approvals.refusal import NotAllowed


def test_a_signature_is_for_one_record_and_one_key(tmp_path: Path) -> None:
    key, other = make_key(tmp_path / "key.pem"), make_key(tmp_path / "other.pem")
    signature = key.sign({"hash": "ab", "person": "carl"})
    assert verifies({"person": "carl", "hash": "ab"}, signature, key.public)
    assert not verifies({"person": "dora", "hash": "ab"}, signature, key.public)
    assert not verifies({"person": "carl", "hash": "ab"}, signature, other.public)
    assert not verifies({"person": "carl", "hash": "ab"}, Signature(signature.key, "00" * 64), key.public)


def test_a_key_is_read_back_as_it_was_made(tmp_path: Path) -> None:
    made = make_key(tmp_path / "key.pem")
    assert read_key(tmp_path / "key.pem").public == made.public
    with pytest.raises(FileExistsError):
        make_key(tmp_path / "key.pem")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_key_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    make_key(tmp_path / "key.pem")
    (tmp_path / "key.pem").chmod(mode)
    with pytest.raises(NotAllowed, match="key-file-open"):
        read_key(tmp_path / "key.pem")


def test_what_is_no_key_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAllowed, match="key-file-missing"):
        read_key(tmp_path / "key.pem")
    (tmp_path / "key.pem").write_text("no key")
    (tmp_path / "key.pem").chmod(0o600)
    with pytest.raises(NotAllowed, match="key-file-damaged"):
        read_key(tmp_path / "key.pem")


def test_the_same_instant_is_written_the_same_everywhere() -> None:
    noon = datetime(2026, 11, 2, 12, tzinfo=UTC)
    assert instant(noon) == instant(noon.astimezone(timezone(timedelta(hours=9)))) == "2026-11-02T12:00:00.000000Z"


def test_a_record_holds_plain_data_only() -> None:
    assert record_bytes({"b": [1, None], "a": "ä"}) == '{"a":"ä","b":[1,null]}'.encode()
    with pytest.raises(TypeError, match="float"):
        record_bytes({"amount": {"of": 1.5}})
