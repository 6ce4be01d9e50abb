"""What machines carry is long, random, recognisable, and kept so that it signs nobody in."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccm.signing_in.tokens import (
    csrf_token,
    digest_of,
    is_csrf_token,
    is_same,
    new_api_key,
    new_session,
    prefix_of,
)

sessions = st.text("0123456789abcdef", min_size=64, max_size=64)


def test_an_api_key_is_recognised_and_not_kept() -> None:
    key = new_api_key()
    assert re.fullmatch(r"ccm_[a-z2-7]{8}_[a-z2-7]{52}", key.shown)
    assert prefix_of(key.shown) == key.prefix
    assert is_same(key.digest, key.shown)
    secret = key.shown.rpartition("_")[2]
    assert secret not in key.digest + key.prefix + repr(key)


def test_no_two_are_alike() -> None:
    keys, sessions = [new_api_key() for _ in range(200)], [new_session() for _ in range(200)]
    assert len({token.shown for token in (*keys, *sessions)}) == 400
    assert len({key.prefix for key in keys}) == 200


def test_a_session_is_256_bits_and_not_kept() -> None:
    session = new_session()
    assert re.fullmatch(r"[0-9a-f]{64}", session.shown)
    assert is_same(session.digest, session.shown)
    assert session.shown not in repr(session)
    assert not is_same(session.digest, session.digest)


@given(st.text())
def test_nothing_else_is_a_key(text: str) -> None:
    key = new_api_key()
    assert prefix_of(text) is None
    assert prefix_of(f"{key.shown}\n") is None
    assert prefix_of(key.shown.upper()) is None
    assert not is_same(key.digest, text)


@given(st.integers(0, 64), st.characters())
def test_a_key_with_one_other_letter_is_another_key(place: int, letter: str) -> None:
    key = new_api_key().shown
    changed = key[:place] + letter + key[place + 1 :]
    assert is_same(digest_of(key), changed) == (changed == key)


@given(sessions, sessions)
def test_a_form_belongs_to_one_session(session: str, other: str) -> None:
    token = csrf_token(session)
    assert is_csrf_token(session, token)
    assert token != csrf_token(session)
    assert is_csrf_token(other, token) == (session == other)


@pytest.mark.parametrize("token", ["", "0" * 96, "ü" * 96, "\ud800" * 96])
def test_no_made_up_token_passes(token: str) -> None:
    assert not is_csrf_token(new_session().shown, token)


@given(st.integers(0, 95), st.sampled_from("0123456789abcdefX"))
def test_a_changed_token_does_not_pass(place: int, letter: str) -> None:
    session = new_session().shown
    token = csrf_token(session)
    changed = token[:place] + letter + token[place + 1 :]
    assert is_csrf_token(session, changed) == (changed == token)
