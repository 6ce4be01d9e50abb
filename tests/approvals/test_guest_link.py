"""A link is what was signed, for its purpose and its time, and nothing that anybody made of it."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import event, example, given
from hypothesis import strategies as st

from approvals.guest_link import GuestLink, link_token, read_link
from approvals.keys import FileKey, key_id, make_key
from approvals.refusal import NotAllowed
from tests.approvals.histories import START

KEY = FileKey(Ed25519PrivateKey.from_private_bytes(bytes(32)))
LINK = GuestLink("opinion", "r1", "Zoë Ångström <zoe@example.org>", START + timedelta(days=7), "k3Jx0")
ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.=+/ \n"


def publics(*keys: FileKey) -> dict[str, str]:
    return {key_id(key.public): key.public for key in keys}


def test_a_link_is_read_as_it_was_made() -> None:
    token = link_token(LINK, KEY)
    assert read_link(token, "opinion", publics(KEY), START) == LINK
    assert set(token) <= set(ALPHABET[:65])


def test_a_link_outlives_the_rotation_of_keys(tmp_path: Path) -> None:
    later = make_key(tmp_path / "later.pem")
    assert read_link(link_token(LINK, KEY), "opinion", publics(later, KEY), START) == LINK


Reading = Callable[[str], object]
REFUSED: dict[str, tuple[Reading, str]] = {
    "for something else": (lambda token: read_link(token, "look", publics(KEY), START), "link-not-valid"),
    "of a key nobody knows": (lambda token: read_link(token, "opinion", {}, START), "link-not-valid"),
    "at its end": (lambda token: read_link(token, "opinion", publics(KEY), LINK.expires), "link-expired"),
    "taken back": (lambda token: read_link(token, "opinion", publics(KEY), START, {"k3Jx0"}), "link-revoked"),
    "with padding": (lambda token: read_link(token + "==", "opinion", publics(KEY), START), "link-not-valid"),
    "cut off": (lambda token: read_link(token[:-1], "opinion", publics(KEY), START), "link-not-valid"),
    "of nothing": (lambda token: read_link("", "opinion", publics(KEY), START), "link-not-valid"),
    "of a deep list": (
        lambda token: read_link(f"{'W1tb' * 500}.{token.partition('.')[2]}", "opinion", publics(KEY), START),
        "link-not-valid",
    ),
    "of another shape": (
        lambda token: read_link(f"e30.{token.partition('.')[2]}", "opinion", publics(KEY), START),
        "link-not-valid",
    ),
}


@pytest.mark.parametrize("how", REFUSED)
def test_which_links_are_refused(how: str) -> None:
    reading, code = REFUSED[how]
    with pytest.raises(NotAllowed) as refused:
        reading(link_token(LINK, KEY))
    assert refused.value.code == code


def test_a_link_signed_by_somebody_else_under_our_name_is_refused(tmp_path: Path) -> None:
    forger = make_key(tmp_path / "forger.pem")
    token = link_token(LINK, forger).replace(key_id(forger.public), key_id(KEY.public))
    with pytest.raises(NotAllowed, match="link-not-valid"):
        read_link(token, "opinion", publics(KEY), START)


@given(st.data())
@example(None)
def test_no_token_that_was_touched_is_valid(data: st.DataObject | None) -> None:
    token = link_token(LINK, KEY)
    touched = last_bits_of_the_signature(token) if data is None else data.draw(touches(token))
    if touched == token:
        return
    event("same bytes" if same_bytes(touched, token) else "other bytes")
    with pytest.raises(NotAllowed, match="link-not-valid"):
        read_link(touched, "opinion", publics(KEY), START)


def last_bits_of_the_signature(token: str) -> str:
    """The last character has four bits that carry nothing: another spelling of the very same bytes."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    other = token[:-1] + letters[letters.index(token[-1]) ^ 1]
    assert same_bytes(other, token)
    return other


def same_bytes(one: str, other: str) -> bool:
    try:
        return [urlsafe_b64decode(f"{part}==") for part in one.split(".")] == [
            urlsafe_b64decode(f"{part}==") for part in other.split(".")
        ]
    except ValueError:
        return False


def touches(token: str) -> st.SearchStrategy[str]:
    """The token with something in it replaced, put in, taken out or swapped."""
    places, letters = st.integers(0, len(token) - 1), st.sampled_from(ALPHABET)
    return st.one_of(
        st.builds(lambda at, letter: token[:at] + letter + token[at + 1 :], places, letters),
        st.builds(lambda at, letter: token[:at] + letter + token[at:], st.integers(0, len(token)), letters),
        st.builds(lambda at, count: token[:at] + token[at + count :], places, st.integers(1, 9)),
        st.permutations(token.split(".")).map(".".join),
        st.text(ALPHABET, max_size=200),
    )


def ids() -> st.SearchStrategy[str]:
    return st.text(st.characters(codec="utf-8"), max_size=40)


@given(ids(), ids(), ids(), st.timedeltas(timedelta(days=1), timedelta(days=20_000)))
def test_whatever_a_link_says_it_is_read_back(review: str, guest: str, nonce: str, lasting: timedelta) -> None:
    link = GuestLink("opinion", review, guest, START + lasting, nonce)
    assert read_link(link_token(link, KEY), "opinion", publics(KEY), link.expires - timedelta(days=1)) == link


def test_no_link_is_longer_than_an_address_may_be() -> None:
    with pytest.raises(ValueError, match="no more"):
        link_token(GuestLink("opinion", "r", "z" * 3000, START, "n"), KEY)
