"""Addresses of keys in tokens are read as RFC 7512 has them; a PIN in one is refused, and what is not known as well."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from approvals.key_uri import KeyUri, key_uri
from approvals.refusal import NotAllowed

MODULE = "?module-path=/usr/lib/softhsm/libsofthsm2.so"
SO = "/usr/lib/softhsm/libsofthsm2.so"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (f"pkcs11:token=ccm;object=log{MODULE}", KeyUri("ccm", "", "log", b"", SO)),
        (f"pkcs11:object=log;token=ccm;type=private{MODULE}", KeyUri("ccm", "", "log", b"", SO)),
        (f"pkcs11:token=The%20log;id=%69%01%FF{MODULE}", KeyUri("The log", "", "", b"i\x01\xff", SO)),
        (f"pkcs11:serial=DECC0401648;object=log%3B1{MODULE}", KeyUri("", "DECC0401648", "log;1", b"", SO)),
        (
            f"pkcs11:token=ccm;object=log{MODULE}&pin-source=file:/run/pin",
            KeyUri("ccm", "", "log", b"", SO, "/run/pin"),
        ),
        (f"pkcs11:token=ccm;object=log{MODULE}&pin-source=/run/pin", KeyUri("ccm", "", "log", b"", SO, "/run/pin")),
    ],
)
def test_an_address_names_a_token_a_key_and_a_library(text: str, read: KeyUri) -> None:
    assert key_uri(text) == read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "key-uri"),
        ("/etc/ccm/key.pem", "key-uri"),
        (f"pkcs11:token{MODULE};object=log", "key-uri"),
        (f"pkcs11:token=a b;object=log{MODULE}", "key-uri"),
        (f"pkcs11:token=a%2;object=log{MODULE}", "key-uri"),
        (f"pkcs11:token=ccm;object=log;type=public{MODULE}", "key-uri-attribute"),
        (f"pkcs11:token=ccm;object=log;slot-id=1{MODULE}", "key-uri-attribute"),
        (f"pkcs11:token=ccm;token=other;object=log{MODULE}", "key-uri-attribute"),
        (f"pkcs11:token=%FF;object=log{MODULE}", "key-uri-attribute"),
        (f"pkcs11:object=log{MODULE}", "key-uri-lacks"),
        (f"pkcs11:token=ccm{MODULE}", "key-uri-lacks"),
        ("pkcs11:token=ccm;object=log", "key-uri-lacks"),
        (f"pkcs11:token=ccm;object=log{MODULE}&pin-value=4711", "key-uri-pin"),
        (f"pkcs11:token=ccm;object=log{MODULE}&pin-value=", "key-uri-pin"),
    ],
)
def test_what_is_none_is_refused_and_never_repeated(text: str, code: str) -> None:
    with pytest.raises(NotAllowed, match=f"^{code}$") as caught:
        key_uri(text)
    assert "4711" not in str(caught.value.params)


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20), st.binary(max_size=8))
def test_any_name_can_be_written_and_is_told_without_the_paths(token: str, label: str, number: bytes) -> None:
    bytewise = "".join(f"%{byte:02x}" for byte in number)
    named = ";".join(filter(None, [f"token={quote(token, safe='')}", f"object={quote(label, safe='')}"]))
    found = key_uri(f"pkcs11:{named}{';id=' + bytewise if number else ''}{MODULE}&pin-source=/run/pin")
    assert (found.token, found.object, found.id) == (token, label, number)
    assert "/run/pin" not in str(found)
    assert SO not in str(found)
    assert key_uri(f"{found}{MODULE}&pin-source=/run/pin") == found
