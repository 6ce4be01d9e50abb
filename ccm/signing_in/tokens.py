"""Secrets that machines carry: API keys, sessions, and the proof that a form came from our own page.

Each holds 256 random bits, so one round of SHA-256 is enough to keep it: there is nothing to guess.  Whoever reads
what is kept cannot sign in with it.
"""

from __future__ import annotations

import re
from base64 import b32encode
from dataclasses import dataclass, field
from hashlib import sha256
from hmac import compare_digest
from hmac import digest as hmac_digest
from secrets import token_bytes, token_hex

_SECRET = 32
_PREFIX = 5
_LINK = re.compile(r"([a-z2-7]{16})-[a-z2-7]{52}")
_LINK_PREFIX = 10
_KEY = re.compile(r"ccm_([a-z2-7]{8})_[a-z2-7]{52}")
_SALT = 16


@dataclass(frozen=True, slots=True)
class Token:
    """A new secret: `shown` once to whoever carries it, `digest` for us to keep, `prefix` to tell API keys apart."""

    shown: str = field(repr=False)
    digest: str
    prefix: str = ""


def new_api_key() -> Token:
    """A new API key `ccm_PREFIX_SECRET`; the prefix may be shown in lists and logs."""
    prefix = _letters(_PREFIX)
    shown = f"ccm_{prefix}_{_letters(_SECRET)}"
    return Token(shown, digest_of(shown), prefix)


def prefix_of(api_key: str) -> str | None:
    """The prefix by which a key is found; None for what cannot be a key."""
    found = _KEY.fullmatch(api_key)
    return found[1] if found else None


def new_link() -> Token:
    """A new secret for a link `ID-SECRET`; the id may be shown in lists and logs."""
    prefix = _letters(_LINK_PREFIX)
    shown = f"{prefix}-{_letters(_SECRET)}"
    return Token(shown, digest_of(shown), prefix)


def id_of_link(shown: str) -> str | None:
    """The id by which a link is found; None for what cannot be a link."""
    found = _LINK.fullmatch(shown)
    return found[1] if found else None


def new_session() -> Token:
    """A new secret for the cookie of a session."""
    shown = token_hex(_SECRET)
    return Token(shown, digest_of(shown))


def digest_of(shown: str) -> str:
    """What is kept of an API key or a session's secret: its SHA-256 in hexadecimal."""
    return sha256(shown.encode("utf-8", "surrogatepass")).hexdigest()


def is_same(kept: str, shown: str) -> bool:
    """Whether what was shown is what was kept, in a time that does not tell how much of it is."""
    return compare_digest(kept, digest_of(shown))


def csrf_token(session: str) -> str:
    """A token for the forms of a session, from its secret; another one each time, so that compression betrays none."""
    salt = token_hex(_SALT)
    return f"{salt}{_proof(session, salt)}"


def is_csrf_token(session: str, token: str) -> bool:
    """Whether a form's token was made for this session."""
    salt, proof = token[: 2 * _SALT], token[2 * _SALT :]
    return proof.isascii() and compare_digest(proof, _proof(session, salt))


def _proof(session: str, salt: str) -> str:
    said = f"ccm form {salt}".encode("utf-8", "surrogatepass")
    return hmac_digest(session.encode("utf-8", "surrogatepass"), said, "sha256").hex()


def _letters(size: int) -> str:
    """Random bytes as small letters and digits, which survive being read out and a double click."""
    return b32encode(token_bytes(size)).decode().rstrip("=").lower()
