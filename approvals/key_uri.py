"""The address of a key in a token, a PKCS #11 URI (RFC 7512): `pkcs11:token=ccm;object=log?module-path=/usr/lib/….so`.

It says where a key is and never what opens it: a PIN in it would stand in every list of processes, so one is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes

from approvals.refusal import NotAllowed

SCHEME = "pkcs11:"
PATH = frozenset({"token", "serial", "object", "id", "type"})
QUERY = frozenset({"module-path", "pin-source"})
"""The attributes that are known; one that is not could mean another key, so it is refused (RFC 7512, section 2.3)."""
PINS = frozenset({"pin-value"})

_ATTRIBUTE = re.compile(r"([a-z-]+)=((?:[^%;?&#\s]|%[0-9A-Fa-f]{2})+)")


@dataclass(frozen=True, slots=True)
class KeyUri:
    """Where a key is: the token by label or serial number, the key by label (`object`) or `id`, and the library
    (`module`) that speaks to the token.  `pin_source` is a file with the PIN, if one is named."""

    token: str
    serial: str
    object: str
    id: bytes
    module: str
    pin_source: str = ""

    def __str__(self) -> str:
        """The key as people are told about it: without the machine's own paths."""
        named = (("token", self.token), ("serial", self.serial), ("object", self.object))
        told = [f"{name}={quote(value, safe='')}" for name, value in named if value]
        told += [f"id={''.join(f'%{byte:02X}' for byte in self.id)}"] if self.id else []
        return SCHEME + ";".join(told)


def key_uri(text: str) -> KeyUri:
    """The address in a text; raises NotAllowed for what is none, names no token or no key, or holds a PIN."""
    if not text.startswith(SCHEME):
        raise NotAllowed("key-uri")
    path, _question, query = text.removeprefix(SCHEME).partition("?")
    found = dict(_attributes(path, ";", PATH))
    asked = dict(_attributes(query, "&", QUERY))
    words = {name: _decoded(name, value) for name, value in {**found, **asked}.items() if name != "id"}
    if words.get("type", "private") != "private":
        raise NotAllowed("key-uri-attribute", attribute="type")
    for missing in _lacking(found, asked):
        raise NotAllowed("key-uri-lacks", attribute=missing)
    return KeyUri(
        words.get("token", ""),
        words.get("serial", ""),
        words.get("object", ""),
        found.get("id", b""),
        words["module-path"],
        words.get("pin-source", "").removeprefix("file://").removeprefix("file:"),
    )


def _attributes(text: str, between: str, known: frozenset[str]) -> Iterator[tuple[str, bytes]]:
    seen: set[str] = set()
    for part in filter(None, text.split(between)):
        read = _ATTRIBUTE.fullmatch(part)
        name = read[1] if read else ""
        if name in PINS or part.partition("=")[0] in PINS:
            raise NotAllowed("key-uri-pin")
        if read is None:
            raise NotAllowed("key-uri")
        if name not in known or name in seen:
            raise NotAllowed("key-uri-attribute", attribute=name)
        seen.add(name)
        yield name, unquote_to_bytes(read[2])


def _decoded(name: str, value: bytes) -> str:
    try:
        return value.decode()
    except UnicodeDecodeError:
        raise NotAllowed("key-uri-attribute", attribute=name) from None


def _lacking(path: dict[str, bytes], query: dict[str, bytes]) -> Iterator[str]:
    if not path.keys() & {"token", "serial"}:
        yield "token"
    if not path.keys() & {"object", "id"}:
        yield "object"
    if "module-path" not in query:
        yield "module-path"
