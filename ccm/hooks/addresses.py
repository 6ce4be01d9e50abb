"""Where webhooks may be sent: to the outside, and nowhere into the network or the machine that the server stands in.

CCM_HOOKS_ALLOW   networks that may be reached all the same, such as `10.20.0.0/16,fd00:20::/32`, or `127.0.0.0/8` for
                  the machine itself; for operators to set

A name is looked up anew for every delivery, and what is connected to is the very address that was looked at.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, urlsplit

from content_blocks.problem import refuse

LONGEST = 2000
"""Characters of an address."""
ALLOWED = "CCM_HOOKS_ALLOW"
NEAR = frozenset({"localhost", "127.0.0.1", "::1"})
TRANSLATED = IPv6Network("64:ff9b::/96")
"""IPv4 behind a translator (RFC 6052)."""

UNICAST = IPv6Network("2000::/3")
"""All addresses of IPv6 that were given to anybody so far."""

DOCUMENTED = IPv6Network("3fff::/20")
"""Examples in documents (RFC 9637), which older lists of special addresses do not have."""

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network
Resolve = Callable[[str, int], list[str]]


@dataclass(frozen=True, slots=True)
class Target:
    """Where a webhook is sent, taken apart; `path` with its query."""

    secure: bool
    host: str
    port: int
    path: str

    @property
    def named(self) -> str:
        """The host as the header `Host` has it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == (443 if self.secure else 80) else f"{host}:{self.port}"


def target_of(address: str) -> Target:
    """An address taken apart; raises Refused for one that is not https, or http to this very machine."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise refuse("address", "hook-address-unfit") from None
    if _unfit(address, parts):
        raise refuse("address", "hook-address-unfit")
    secure = parts.scheme == "https"
    host = _ascii(parts.hostname or "")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(secure, host, port or (443 if secure else 80), path)


def _unfit(address: str, parts: SplitResult) -> bool:
    unwritable = not address.isascii() or not address.isprintable() or " " in address or len(address) > LONGEST
    elsewhere = "@" in parts.netloc or parts.fragment or not parts.hostname or parts.port == 0
    plain = parts.scheme == "http" and parts.hostname in NEAR
    return bool(unwritable or elsewhere or not (parts.scheme == "https" or plain))


def _ascii(host: str) -> str:
    """The host in small letters, without the dot that may end a name."""
    return host.lower().rstrip(".")


def looked_up(host: str, port: int) -> list[str]:
    """What a name stands for at this moment."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def reachable(target: Target, resolve: Resolve = looked_up, settings: Mapping[str, str] = os.environ) -> list[str]:
    """The addresses that a target stands for now; raises Refused if it stands for none, or for any that is closed."""
    try:
        found = [ip_address(it.partition("%")[0]) for it in resolve(target.host, target.port)]
    except (OSError, UnicodeError):
        raise refuse("address", "hook-unknown-host", host=target.host) from None
    allowed = networks(settings)
    if not found or not all(_is_open(it, allowed) for it in found):
        raise refuse("address", "hook-address-closed", host=target.host)
    return [str(it) for it in found]


def networks(settings: Mapping[str, str] = os.environ) -> tuple[Network, ...]:
    """The networks that the operator opened; raises Refused for a setting that names none."""
    try:
        return tuple(ip_network(it.strip()) for it in settings.get(ALLOWED, "").split(",") if it.strip())
    except ValueError:
        raise refuse(ALLOWED, "hook-networks-unfit") from None


def _is_open(address: Address, allowed: tuple[Network, ...]) -> bool:
    return any(address in network for network in allowed if network.version == address.version) or all(
        map(_is_outside, _meant(address))
    )


def _is_outside(address: Address) -> bool:
    """Whether it is one of the addresses that the internet is made of."""
    if isinstance(address, IPv6Address) and (address not in UNICAST or address in DOCUMENTED):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _meant(address: Address) -> list[Address]:
    """An address, and those that it hides: IPv4 in IPv6, in each of the ways there are."""
    if isinstance(address, IPv4Address):
        return [address]
    inside: list[Address] = [it for it in (address.ipv4_mapped, address.sixtofour) if it]
    if address.teredo:
        inside += address.teredo
    if address in TRANSLATED:
        inside.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return inside if address.ipv4_mapped or address in TRANSLATED else [address, *inside]
