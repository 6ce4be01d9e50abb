"""What a certificate of approval is made of: one finished review with everything its reviewers were shown.

    Dossier      the review and its decisions, and what they are about
      Signed     a decision and the signature under its record
      Item       a version of something, as a file, as people read it, and in what it differs from the last one
      Bundle     the hashes of one template, language and brand
      Check      what was checked, and what was found
      Proof      what one persona is sent through one channel, before and after

All of it is frozen and plain: whoever gathers it asks the store once, and the certificate needs nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from approvals.decision import Decision
from approvals.keys import Signature
from approvals.log import Head
from approvals.review import Review, State, state
from content_blocks.document import ChannelName
from content_blocks.problem import Problem
from content_blocks.redline import Redline


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody as others know them."""

    name: str
    login: str


@dataclass(frozen=True, slots=True)
class Signed:
    """A decision and the signature under its record."""

    decision: Decision
    signature: Signature


@dataclass(frozen=True, slots=True)
class Item:
    """A version under review.

    `source` is its file as it is kept, `ending` that of the file's name.  `reads` is its whole text by language, as
    it will read; `redline` compares it with the version before, None for the first one.
    """

    kind: str
    name: str
    version: str
    hash: str
    source: bytes
    reads: tuple[tuple[str, str], ...] = ()
    redline: Redline | None = None
    ending: str = ".yaml"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The hash over all that a template resolves to; from which day if not from the beginning, and the one before."""

    template: str
    version: str
    language: str
    brand: str
    hash: str
    day: date | None = None
    before: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """What was looked at, and what is wrong with it: nothing, as a rule."""

    about: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Carried:
    """What one channel carries: the bytes, and the text that a reader gets (none for paper, whose file is attached)."""

    content: bytes
    text: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """One channel's message for a persona; None where there was, or will be, none."""

    template: str
    persona: str
    language: str
    brand: str
    channel: ChannelName
    before: Carried | None
    after: Carried | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """A finished review.  `people` are all who are named, by the ids that records have; `keys` are public keys in
    hexadecimal, those of all signatures among them; `start` is the day from which it is in force, if it is one."""

    organisation: str
    title: str
    review: Review
    start: date | None
    people: Mapping[str, Person]
    items: tuple[Item, ...]
    bundles: tuple[Bundle, ...]
    checks: tuple[Check, ...]
    proofs: tuple[Proof, ...]
    decisions: tuple[Signed, ...]
    keys: tuple[str, ...]
    head: Head
    head_signature: Signature

    @property
    def state(self) -> State:
        """What became of the review."""
        return state(self.review, [signed.decision for signed in self.decisions])

    @property
    def ended(self) -> date:
        """The day (UTC) of the last decision."""
        return max(signed.decision.at for signed in self.decisions).date()
