"""Which addresses a link may lead to, on paper and in mail alike, and how they are written."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import quote, urlsplit

import idna

SCHEMES = ("https", "mailto", "tel")
URL_CHARACTERS = "-._~:/?#[]@!$&'()*+,;=%"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no text of a document may hold: controls, surrogates and noncharacters."""


@lru_cache(maxsize=1024)
def safe_address(address: str) -> str | None:
    """A link's address in ASCII (RFC 3986), with the host of an IDN in Punycode, or None if it is not allowed.

    Allowed are `https`, `mailto` and `tel`.  An address with a user name before its host shows one place and leads to
    another; it is refused like a foreign scheme.
    """
    scheme, _, rest = address.partition(":")
    if scheme.lower() not in SCHEMES or not rest or FORBIDDEN.search(address):
        return None
    if scheme.lower() == "https":
        return _web_address(address)
    return _percent_encoded(address)


def _web_address(address: str) -> str | None:
    try:
        parts = urlsplit(address)
        host = idna.encode(parts.hostname or "", uts46=True).decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    if not parts.netloc or "@" in parts.netloc or "\\" in parts.netloc:
        return None
    return _percent_encoded(parts._replace(netloc=host + port).geturl())


def _percent_encoded(address: str) -> str:
    """What an address may not hold, encoded; `%` stays where it already begins an encoded byte."""
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(address, safe=URL_CHARACTERS))
