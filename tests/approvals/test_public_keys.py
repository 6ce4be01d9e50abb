"""Public keys in files are those that other programs write and read."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from approvals.keys import make_key
from approvals.public_keys import public_of, public_pem

RFC_8410 = b"""-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
-----END PUBLIC KEY-----
"""
"""The example of RFC 8410, 10.1."""


def test_a_key_in_a_file_is_read_back(tmp_path: Path) -> None:
    public = make_key(tmp_path / "key.pem").public
    assert public_of(public_pem(public)) == public


def test_the_file_is_that_of_the_standard() -> None:
    public = public_of(RFC_8410)
    assert public == "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1"
    assert public_pem(public) == RFC_8410


@pytest.mark.parametrize("public", ["", "00" * 31, "no key"])
def test_what_is_no_key_has_no_file(public: str) -> None:
    with pytest.raises(ValueError):
        public_pem(public)


def test_another_kind_of_key_is_none() -> None:
    other = generate_private_key(SECP256R1()).public_key()
    for pem in (other.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), b"", b"no key"):
        with pytest.raises(ValueError):
            public_of(pem)
