"""What a review changes, as redlines of its items against what was approved before them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ccm.store.reviews import Filed
from ccm.workflow_versions import workflow_redline
from content_blocks.content_block import ContentBlock
from content_blocks.redline import Redline, redline
from content_blocks.template import Template
from templates_store import loading
from templates_store.database import Session, col, select
from templates_store.shelf import kind_of
from templates_store.tables import ReviewItem, Revision

COMPARED = frozenset({"template", "block", "dictionary", "class", "theme"})


@dataclass(frozen=True)
class Changed:
    """An item of a review: against what was approved, or for a new one all that it says, by language."""

    kind: str
    name: str
    version: str
    redline: Redline | None
    says: tuple[tuple[str, str], ...] = ()


def changed(session: Session, review: Filed) -> list[Changed]:
    """The items of a review."""
    return [_changed(session, it) for it in review.items]


def _changed(session: Session, item: ReviewItem) -> Changed:
    found = redline_of(session, item)
    says: tuple[tuple[str, str], ...] = ()
    if found is None and item.kind in ("template", "block"):
        content = loading.item_of(kind_of(item.kind), loading.revision(session, item.revision).content)
        assert isinstance(content, Template | ContentBlock)
        says = tuple(text_of(content))
    return Changed(item.kind, item.name, item.version, found, says)


def redlines(session: Session, review: Filed) -> list[Redline]:
    """A redline for each item that took over from another; what is new has nothing to be compared with."""
    return [found for item in review.items if (found := redline_of(session, item))]


def redline_of(session: Session, item: ReviewItem) -> Redline | None:
    """An item against the one it took over from; none for a new one, and for pictures."""
    before = before_of(session, item)
    return compared(before, loading.revision(session, item.revision)) if before else None


def compared(before: Revision, after: Revision) -> Redline | None:
    """Two revisions of one item; none for what has no words, such as pictures."""
    kind = kind_of(after.kind)
    if kind not in (*COMPARED, "workflow"):
        return None
    old, new = (loading.item_of(kind, it.content) for it in (before, after))
    return redline(old, new) if kind in COMPARED else workflow_redline(old, new)


def before_of(session: Session, item: ReviewItem) -> Revision | None:
    """The revision that an item took over from when it was submitted; none if it was new."""
    if not item.before:
        return None
    found = select(Revision).where(
        Revision.organisation == item.organisation,
        Revision.kind == item.kind,
        Revision.name == item.name,
        Revision.hash == item.before,
    )
    return session.exec(found.order_by(col(Revision.id)).limit(1)).first()


def text_of(item: Template | ContentBlock) -> Iterator[tuple[str, str]]:
    """The whole text of an item by language, each sentence once."""
    texts = [text for _, text in item.texts()]
    languages = dict.fromkeys(language for text in texts for language in text.sources)
    for language in languages:
        said = dict.fromkeys(text.sources[language] for text in texts if language in text.sources)
        yield language, "\n\n".join(said)
