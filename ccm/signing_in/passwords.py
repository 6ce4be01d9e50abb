"""Passwords: which are good enough (NIST SP 800-63B-4, 3.1.1), and how they are kept (argon2id, RFC 9106).

A password is brought into one form before anything else: NFKC, as NIST says, so that it does not depend on a keyboard
how a letter or a space is written.  Code points that Unicode has not assigned could change under that and are refused,
control characters too (PRECIS OpaqueString, RFC 8265).
"""

from __future__ import annotations

from unicodedata import category, normalize

from argon2 import PasswordHasher, Type
from argon2.exceptions import Argon2Error, InvalidHashError

from ccm.signing_in.guessing import choices
from content_blocks.problem import Problem

SHORTEST = 15
"""Code points; what NIST asks of a password that is the only factor."""
LONGEST = 200
"""Code points; NIST wants 64 at least to be possible, and a limit keeps the work bounded."""
FEWEST_CHOICES = 8
"""How many characters have to be left that do not follow from the others."""
_UNFIT = frozenset({"Cc", "Cn", "Cs"})
_HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=4, hash_len=32, salt_len=16, type=Type.ID)
"""The second choice of RFC 9106, 4, for machines that do other work as well: 64 MiB, three passes, four lanes."""
NOBODY = "$argon2id$v=19$m=65536,t=3,p=4$B17yPEpN8dybpTUwXvKYLQ$7YpIPseX6xNchfPWxKtGFhlGf9KDXc0r3uxXC88CTjU"
"""A hash of what nobody knows.  Where there is no person, or none with a password, this one is tried instead."""


def hashed(password: str) -> str:
    """The argon2id hash to keep, with salt and parameters in it."""
    return _HASHER.hash(_in_one_form(password).encode("utf-8", "surrogatepass"))


def verify(kept: str | None, password: str) -> bool:
    """Whether this is the password; it takes the same work where nothing is kept, so time tells nobody who exists."""
    fits = len(password) <= 4 * LONGEST
    given = _in_one_form(password if fits else "").encode("utf-8", "surrogatepass")
    try:
        right = _HASHER.verify(kept or NOBODY, given)
    except InvalidHashError:
        return verify(None, password)
    except Argon2Error:
        return False
    return right and fits and kept is not None


def needs_new_hash(kept: str) -> bool:
    """Whether a hash was made with other parameters than today's; the next right password makes a new one."""
    return _HASHER.check_needs_rehash(kept)


def password_problems(password: str, login: str, name: str) -> list[Problem]:
    """Everything that is wrong with a new password for somebody with this login and name."""
    if len(password) > 4 * LONGEST:
        return [Problem("password", "password-too-long", {"most": LONGEST})]
    chosen = _in_one_form(password)
    if any(category(letter) in _UNFIT for letter in chosen):
        return [Problem("password", "password-unwritable")]
    if len(chosen) < SHORTEST:
        return [Problem("password", "password-too-short", {"least": SHORTEST})]
    if len(chosen) > LONGEST:
        return [Problem("password", "password-too-long", {"most": LONGEST})]
    if choices(chosen) < FEWEST_CHOICES:
        return [Problem("password", "password-guessable")]
    if choices(chosen, _personal(_in_one_form(login), _in_one_form(name))) < FEWEST_CHOICES:
        return [Problem("password", "password-personal")]
    return []


def _personal(login: str, name: str) -> tuple[str, ...]:
    return login, *login.split("@"), name, *name.split()


def _in_one_form(password: str) -> str:
    return normalize("NFKC", password)
