"""Sending one webhook: to an address that was looked at, within a time, and without believing the answer.

The standard library's client is used since here it is told what to connect to: it follows no redirects, asks no proxy,
and looks nothing up by itself.  Certificates are checked for the name that was subscribed.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer

from ccm.hooks.addresses import Resolve, Target, looked_up, reachable, target_of
from content_blocks.problem import Refused

PATIENCE = 15.0
"""Seconds for all of it, however slowly the other side answers."""
CONNECTING = 5.0
LONGEST_ANSWER = 64 << 10
"""Bytes that are read of an answer, so that an honest receiver is not cut off; nothing is kept of it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of sending: the status of HTTP, or where there is none the code of what went wrong."""

    status: int = 0
    fault: str = ""

    @property
    def good(self) -> bool:
        """Whether the receiver has taken it; anything but 2xx means that it has not."""
        return 200 <= self.status < 300


def post(
    address: str, headers: Mapping[str, str], body: bytes, resolve: Resolve = looked_up, patience: float = PATIENCE
) -> Outcome:
    """Send a body to an address; whatever goes wrong is an outcome too."""
    try:
        target = target_of(address)
        found = reachable(target, resolve)
    except Refused as refused:
        return Outcome(fault=refused.problems[0].code)
    try:
        with _connected(target, found, patience) as line, _cut_after(line, patience) as clock:
            return _answered(line, target, headers, body, clock)
    except ssl.SSLError:
        return Outcome(fault="hook-not-secure")
    except TimeoutError:
        return Outcome(fault="hook-too-slow")
    except OSError:
        return Outcome(fault="hook-unreachable")


def _connected(target: Target, found: list[str], patience: float) -> socket.socket:
    """A line to the first of some addresses that answers."""
    for address in found[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, target.port), min(CONNECTING, patience))
    return socket.create_connection((found[-1], target.port), min(CONNECTING, patience))


@dataclass
class Clock:
    """Whether the time for a line is over."""

    over: bool = False


@contextmanager
def _cut_after(line: socket.socket, patience: float) -> Iterator[Clock]:
    """Cut a line when its time is over: each wait for it is bounded, but a receiver may dribble for ever.

    What is cut is a second end of the same line, since TLS takes the first one over.
    """
    line.settimeout(patience)
    clock = Clock()
    with line.dup() as spare:

        def cut() -> None:
            clock.over = True
            with suppress(OSError):
                spare.shutdown(socket.SHUT_RDWR)

        timer = Timer(patience, cut)
        timer.daemon = True
        timer.start()
        try:
            yield clock
        finally:
            timer.cancel()
            timer.join()


def _answered(line: socket.socket, target: Target, headers: Mapping[str, str], body: bytes, clock: Clock) -> Outcome:
    try:
        return Outcome(_status(line, target, headers, body, clock))
    except (OSError, ValueError, http.client.HTTPException) as error:
        if clock.over:
            return Outcome(fault="hook-too-slow")
        if isinstance(error, OSError):
            raise
        return Outcome(fault="hook-answer-unclear")


def _status(line: socket.socket, target: Target, headers: Mapping[str, str], body: bytes, clock: Clock) -> int:
    asking = http.client.HTTPConnection(target.host, target.port)
    asking.sock = _secured(line, target.host) if target.secure else line
    try:
        sent = {"Host": target.named, "Content-Type": "application/json", "User-Agent": "ccm", "Connection": "close"}
        asking.request("POST", target.path, body, {**sent, **headers})
        answer = asking.getresponse()
        if clock.over:  # half a head is taken for a whole one
            raise TimeoutError
        with suppress(OSError, ValueError, http.client.HTTPException):  # it has answered, whatever it goes on to say
            answer.read(LONGEST_ANSWER)
        return answer.status
    finally:
        asking.close()


def _secured(line: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(line, server_hostname=host)
