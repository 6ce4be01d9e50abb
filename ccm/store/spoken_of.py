"""What people talk about: a review (`review/ID`), or a draft (`KIND/NAME`), and the texts in it by their places."""

from __future__ import annotations

import json
from dataclasses import dataclass

from approvals.pin import Pin, Place, pin_words, where_now
from ccm.store.reviews import filed
from ccm.store.saving import newest
from content_blocks.problem import refuse
from content_blocks.text_places import text_at
from templates_store import loading
from templates_store.choose import KINDS, Kind
from templates_store.database import Session, select
from templates_store.tables import ReviewItem, Revision

REVIEW = "review"


@dataclass(frozen=True)
class Spot:
    """Words in an item that somebody points at: by block, field and language as files spell them.

    Without `words` it is the whole field, without `field` the block; `start` says which of several same words.
    """

    kind: Kind
    name: str
    block: str
    field: str = ""
    language: str = ""
    words: str = ""
    start: int | None = None


def refuse_unknown(session: Session, organisation: str, thing: str) -> None:
    """Raises Refused unless there is such a review or draft."""
    kind, _, name = thing.partition("/")
    if not name.isprintable():
        raise refuse("", "item-not-known", kind=kind, name=name)
    if kind == REVIEW:
        filed(session, organisation, name)
    elif kind not in KINDS or newest(session, organisation, kind, name) is None:
        raise refuse("", "item-not-known", kind=kind, name=name)


def pin_at(session: Session, organisation: str, thing: str, spot: Spot) -> Pin:
    """The pin of some words, as they are in what is talked about; raises Refused where they are not."""
    if not "".join((spot.name, spot.block, spot.field, spot.language)).isprintable():
        raise refuse("", "spot-unknown", block=spot.block, field=spot.field)
    seen = _seen(session, organisation, thing, spot.kind, spot.name)
    text = _text(seen, spot.block, spot.field, spot.language)
    if text is None:
        raise refuse(f"{spot.kind} {spot.name}", "spot-unknown", block=spot.block, field=spot.field)
    item = f"{spot.kind}/{spot.name}"
    if not spot.words:
        return Pin(item, spot.block, spot.field, spot.language)
    start = text.find(spot.words) if spot.start is None else spot.start
    end = start + len(spot.words)
    if start < 0 or text[start:end] != spot.words:
        raise refuse(f"{spot.kind} {spot.name}", "spot-other-words", block=spot.block, field=spot.field)
    return pin_words(item, spot.block, spot.field, spot.language, text, start, end)


def found_again(session: Session, organisation: str, pin: Pin) -> tuple[str | None, Place | None]:
    """The newest text of the place that a pin is in, and where in it the words are; none where either is gone."""
    kind, _, name = pin.item.partition("/")
    text = _text(newest(session, organisation, kind, name), pin.block, pin.field, pin.language)  # type: ignore[arg-type]
    return text, where_now(pin, text)


def _seen(session: Session, organisation: str, thing: str, kind: Kind, name: str) -> Revision | None:
    """An item as it is in a review; as it was saved last where the review only touches it, and of a draft."""
    about, _, review = thing.partition("/")
    if about == REVIEW:
        found = select(ReviewItem.revision).where(
            ReviewItem.review == review, ReviewItem.kind == kind, ReviewItem.name == name
        )
        if revisions := session.exec(found).all():
            return loading.revision(session, max(revisions))
    return newest(session, organisation, kind, name)


def _text(revision: Revision | None, block: str, field: str, language: str) -> str | None:
    return text_at(json.loads(revision.content), block, field, language) if revision else None
