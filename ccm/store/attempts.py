"""Attempts to sign in, counted before the password is looked at: however many come at once, no more get through.

An attempt counts as failed from its beginning, and is forgotten when it turns out to be right.  What was typed is
counted under a digest with a secret of this organisation, since people type passwords where logins belong.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from hmac import digest as hmac_digest
from ipaddress import ip_address, ip_network
from math import ceil

from approvals.record import instant
from ccm.signing_in import throttle
from ccm.store.home import Home
from ccm.store.turn import Turn, parsed
from content_blocks.problem import refuse
from templates_store.database import col, delete, select
from templates_store.tables import Attempt

FIRST_OF_ADDRESS = 100
"""The failure of one address from which on there is a wait: many people may be behind it."""
_SHARED = 64
"""Bits of an IPv6 address that name a household or a floor; the rest anybody there can choose."""


@dataclass(frozen=True, slots=True)
class Tried:
    """An attempt that may go on."""

    login: str
    address: str
    at: datetime


def begin_attempt(home: Home, login: str, address: str, now: datetime | None = None) -> Tried:
    """Count an attempt; raises Refused with the seconds to wait if there were too many, and then counts nothing."""
    tried = _digested(home, login, address)
    with home.turn(now) as turn:
        _forget_old(turn)
        if left := _wait(turn, *tried):
            raise refuse("", "sign-in-wait", seconds=ceil(left.total_seconds()))
        turn.session.add(
            Attempt(organisation=turn.organisation, login=tried[0], address=tried[1], at=turn.now),
        )
        return Tried(*tried, turn.at)


def forget(turn: Turn, tried: Tried) -> None:
    """An attempt was right: the failures of its login before it no longer count.

    Those of its address still do, or whoever has one login could try all others without end.
    """
    own = delete(Attempt).where(
        col(Attempt.organisation) == turn.organisation,
        col(Attempt.login) == tried.login,
    )
    turn.session.exec(own)


def _wait(turn: Turn, login: str, address: str) -> timedelta | None:
    found = select(Attempt.at).where(Attempt.organisation == turn.organisation)
    of_login = [parsed(at) for at in turn.session.exec(found.where(Attempt.login == login))]
    waits = [throttle.wait(of_login, turn.at)]
    if address:
        of_address = [parsed(at) for at in turn.session.exec(found.where(Attempt.address == address))]
        waits.append(throttle.wait(of_address, turn.at, FIRST_OF_ADDRESS))
    return max((left for left in waits if left), default=None)


def _forget_old(turn: Turn) -> None:
    old = delete(Attempt).where(
        col(Attempt.organisation) == turn.organisation, col(Attempt.at) <= instant(turn.at - throttle.MEMORY)
    )
    turn.session.exec(old)


def _digested(home: Home, login: str, address: str) -> tuple[str, str]:
    """Digests under a secret that needs no keeping: this organisation's key always signs the same words alike."""
    secret = bytes.fromhex(home.signing_key().sign({"digests of": "attempts to sign in"}).value)

    def digest(kind: str, said: str) -> str:
        return hmac_digest(secret, f"{kind} {said}".encode("utf-8", "surrogatepass"), "sha256").hex()

    return digest("login", login), digest("address", _network(address)) if address else ""


def _network(address: str) -> str:
    """What an address is counted as: itself, or the part of an IPv6 address that its holder cannot choose."""
    try:
        found = ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or ip_network((found, _SHARED), strict=False))
