"""Opinions of guests: somebody without an account, invited by a signed link, says what they think of a review.

An opinion is no decision: it is shown beside the votes and counts towards no quorum.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from approvals.guest_link import GuestLink
from approvals.plain_words import refuse_unwritable
from approvals.record import instant, record_hash
from approvals.refusal import NotAllowed
from approvals.review import Review, State

KIND = "opinion"
"""What a link has to be for, to give one."""

LONGEST = 5_000
"""In characters."""

Stance = Literal["for", "against", "comment"]


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a guest thinks of exactly what has the hash `subject`; `link` is the nonce of the link it came by."""

    review: str
    guest: str
    stance: Stance
    words: str
    at: datetime
    subject: str
    link: str

    def record(self) -> dict[str, Any]:
        """What is logged: of the words only a hash."""
        return {
            "opinion": self.stance,
            "review": self.review,
            "guest": self.guest,
            "said": record_hash({"link": self.link, "at": instant(self.at), "words": self.words}),
            "at": instant(self.at),
            "subject": self.subject,
            "link": self.link,
        }


def give(link: GuestLink, review: Review, state: State, stance: Stance, words: str, at: datetime) -> Opinion:
    """The opinion that a guest gives by a link which `read_link` let pass; raises NotAllowed with the reason.

    Who is only for it need not say why.
    """
    if link.kind != KIND or link.review != review.id:
        raise NotAllowed("link-not-valid")
    if at >= link.expires:
        raise NotAllowed("link-expired")
    if state != "in_review":
        raise NotAllowed("review-over", state=state)
    if stance != "for" and not words.strip():
        raise NotAllowed("opinion-without-words")
    if len(words) > LONGEST:
        raise NotAllowed("opinion-too-long", limit=LONGEST)
    refuse_unwritable(words)
    return Opinion(review.id, link.guest, stance, words.strip(), at, review.subject, link.nonce)


def standing(opinions: Iterable[Opinion]) -> tuple[Opinion, ...]:
    """What each guest thinks by now: the last `for` or `against` of each, and every comment, by time."""
    ordered = sorted(opinions, key=lambda opinion: opinion.at)
    last = {opinion.guest: opinion for opinion in ordered if opinion.stance != "comment"}
    return tuple(opinion for opinion in ordered if opinion.stance == "comment" or last[opinion.guest] is opinion)
