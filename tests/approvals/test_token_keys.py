"""A key in a token signs like one in a file, and says clearly why when it does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from approvals import token_keys
from approvals.key_uri import key_uri
from approvals.keys import make_key, verifies
from approvals.refusal import NotAllowed
from approvals.token_keys import token_key
from tests import tokens
from tests.tokens import OTHER_PIN, OTHER_TOKEN, PIN

RECORD = {"hash": "ab", "person": "carl"}


def test_what_a_token_signs_is_checked_like_what_any_other_key_signs(tmp_path: Path) -> None:
    key, in_file = token_key(key_uri(tokens.made()), PIN), make_key(tmp_path / "key.pem")
    signature = key.sign(RECORD)
    assert verifies(RECORD, signature, key.public)
    assert not verifies({**RECORD, "person": "dora"}, signature, key.public)
    assert not verifies(RECORD, signature, in_file.public)
    assert key.sign(RECORD) == signature, "Ed25519 is deterministic"


def test_a_key_is_found_by_label_or_number() -> None:
    uri = tokens.made(number="a7")
    by_label = token_key(key_uri(uri), PIN)
    assert token_key(key_uri(tokens.address("", number="a7")), PIN).public == by_label.public
    assert token_key(key_uri(tokens.address(tokens.label_of(uri), number="a7")), PIN).public == by_label.public


def test_keys_of_several_tokens_and_pins_live_beside_each_other() -> None:
    one, other = key_uri(tokens.made()), key_uri(tokens.made(token=OTHER_TOKEN))
    first, second = token_key(one, PIN), token_key(other, PIN)
    assert first.public != second.public
    assert verifies(RECORD, first.sign(RECORD), first.public)
    assert verifies(RECORD, second.sign(RECORD), second.public)


def refused(uri: str, pin: str = PIN) -> str:
    with pytest.raises(NotAllowed) as caught:
        token_key(key_uri(uri), pin).sign(RECORD)
    assert pin == "" or pin not in str(caught.value.params)
    return caught.value.code


def test_what_is_not_there_is_named() -> None:
    there = tokens.made()
    assert refused(tokens.address("nosuch")) == "key-token-missing"
    assert refused(tokens.address("log", token="nosuch")) == "key-token-gone"
    assert refused(there, OTHER_PIN) == "key-pin-wrong"
    assert refused(there, "") == "key-pin-missing"
    assert refused("pkcs11:token=ccm;object=log?module-path=/nosuch/library.so") == "key-module-missing"
    assert refused(f"pkcs11:token=ccm;object=log?module-path={__file__}") == "key-token-failed"
    assert token_key(key_uri(there), PIN).sign(RECORD), "none of that does harm to the key that is there"


def test_two_keys_of_one_name_are_no_key() -> None:
    uri = tokens.made(number="01")
    tokens.made(tokens.label_of(uri), number="02")
    assert refused(uri) == "key-token-ambiguous"
    assert token_key(key_uri(tokens.address(tokens.label_of(uri), number="02")), PIN).sign(RECORD)


@pytest.mark.parametrize("without", ["public", "private", "rsa"])
def test_half_a_key_and_a_key_of_another_kind_are_no_key(without: str) -> None:
    assert refused(tokens.made(without=without)) == "key-token-missing"


def test_halves_that_do_not_belong_together_sign_nothing() -> None:
    uri = tokens.made(without="public")
    tokens.made(tokens.label_of(uri), without="private")
    assert refused(uri) == "key-token-failed"


def test_a_pin_comes_from_a_file_that_only_its_owner_reads(tmp_path: Path) -> None:
    uri, file = tokens.made(), tmp_path / "pin"
    named = f"{uri}&pin-source=file:{file}"
    assert refused(named) == "key-pin-unreadable"
    file.write_text(f"{PIN}\n")
    file.chmod(0o640)
    assert refused(named) == "key-file-open"
    file.chmod(0o600)
    assert token_key(key_uri(named)).sign(RECORD)
    assert PIN not in repr(token_key(key_uri(named)))


def test_a_key_that_is_taken_away_signs_nothing_any_more() -> None:
    uri = tokens.made()
    key = token_key(key_uri(uri), PIN)
    tokens.removed(tokens.label_of(uri))
    with pytest.raises(NotAllowed, match="key-token-missing"):
        key.sign(RECORD)


def test_a_session_that_is_over_is_opened_again() -> None:
    """As after a card was taken out and put in again, or a network module was started anew."""
    key = token_key(key_uri(tokens.made()), PIN)
    for _pin, session in token_keys._sessions.values():
        session.close()
    assert verifies(RECORD, key.sign(RECORD), key.public)
