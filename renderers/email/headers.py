"""The headers of a mail, in ASCII and on lines that no server has to break (RFC 5322, 2047, 8058).

Headers are where a mail can be hijacked, so whatever comes from data is refused when it has a line end, another
control character, or the look of an encoded word, which some programs decode into a real header.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

import idna

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
ENCODED_WORD = "=?"
LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
DOMAIN = re.compile(r"(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?")
ENCODED_BYTES = 42
LINE = 76
LONGEST_LINE = 998


def allowed(value: str) -> bool:
    """Whether a text may stand in a header."""
    return not CONTROL.search(value) and ENCODED_WORD not in value


def unstructured(name: str, value: str) -> str:
    """A header of free text such as the subject; as encoded words unless it is short and ASCII.

    Spaces at its ends belong to the header and not to the text, so a text that has some is encoded as well.
    """
    if value.isascii() and value == value.strip() and len(name) + 2 + len(value) <= LINE:
        return f"{name}: {value}\r\n"
    return f"{name}: {encoded_words(value)}\r\n"


def encoded_words(value: str) -> str:
    """Encoded words in UTF-8 and base64 (RFC 2047, 2), one a line, no character cut in two."""
    words = (base64.b64encode(chunk).decode() for chunk in _chunks(value))
    return "\r\n ".join(f"=?utf-8?b?{word}?=" for word in words)


def _chunks(value: str) -> Iterator[bytes]:
    chunk = b""
    for character in value:
        encoded = character.encode()
        if len(chunk) + len(encoded) > ENCODED_BYTES:
            yield chunk
            chunk = b""
        chunk += encoded
    yield chunk


def mailbox(name: str, display: str, address: str) -> str:
    """A header with one address and the name shown for it."""
    if not display:
        return f"{name}: <{address}>\r\n"
    if display.isascii() and len(display) < LINE - len(name):
        quoted = display.replace("\\", "\\\\").replace('"', '\\"')
        return f'{name}: "{quoted}"\r\n <{address}>\r\n'
    return f"{name}: {encoded_words(display)}\r\n <{address}>\r\n"


def ascii_address(address: str) -> str | None:
    """A mailbox address as SMTP without extensions carries it, its domain in Punycode (RFC 5891); None if it is none.

    A local part beyond ASCII would need SMTPUTF8 (RFC 6531) on every server of the way, so it is no address here.
    """
    local, _, domain = address.rpartition("@")
    if len(local) > 64 or not LOCAL_PART.fullmatch(local):
        return None
    try:
        host = domain.lower() if domain.isascii() else idna.encode(domain, uts46=True).decode()
    except (idna.IDNAError, UnicodeError):
        return None
    return f"{local}@{host}" if DOMAIN.fullmatch(host) else None
