"""What reviews of some languages only have left out: until it is approved in a language, it counts as new there.

Such a review approves a version as a whole, but bundles of its own languages only.  In the others what it changed still
has to be looked at by the people of its class, and not by its authors.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from content_blocks.block import walk
from content_blocks.bundle import Bundle
from content_blocks.content_block import ContentBlock
from content_blocks.strictness import ChangeClass
from content_blocks.template import Template
from templates_store import loading
from templates_store.database import Session, col, select
from templates_store.shelf import kind_of
from templates_store.tables import Publication, PublishedBundle, Review, ReviewAuthor, Revision


@dataclass(frozen=True)
class Behind:
    """What a bundle would bring into its language by the way: the classes of those changes, and their authors."""

    classes: frozenset[ChangeClass] = frozenset()
    authors: frozenset[str] = frozenset()


@dataclass
class LeftOut:
    """What was published in an organisation by reviews of some languages only."""

    session: Session
    organisation: str
    _published: list[tuple[Publication, Review]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found = select(Publication, Review).join(Review, col(Review.id) == col(Publication.review))
        mine = found.where(Publication.organisation == self.organisation, Review.languages != "")
        self._published = list(self.session.exec(mine).all())

    def waits(self, template: Template, language: str) -> bool:
        """Whether a version of a template is approved, but not in this language: nobody asked for it yet."""
        return any(
            (it.kind, it.name, it.version) == ("template", template.template, template.version)
            and not self._reached(it, review, language)
            for it, review in self._published
        )

    def behind(self, bundle: Bundle) -> Behind:
        """What the approval of a bundle would approve in its language for the first time."""
        hashes = set(bundle.hashes.values())
        reviews = [
            review
            for it, review in self._published
            if it.hash in hashes and not self._reached(it, review, bundle.language)
        ]
        if not reviews:
            return Behind()
        authors = select(ReviewAuthor.person).where(col(ReviewAuthor.review).in_([review.id for review in reviews]))
        return Behind(frozenset(map(_class_of, reviews)), frozenset(self.session.exec(authors)))

    def whole_before(self, kind: str, name: str, revision: int | None = None) -> Revision | None:
        """The revision of the version that was approved last in all of its languages, at once or one by one.

        With `revision` only what was saved before that one counts: that a later text was approved takes nobody's part
        in an earlier one away.
        """
        partly = {it.id: review for it, review in self._published}
        found = select(Publication).where(
            Publication.organisation == self.organisation, Publication.kind == kind, Publication.name == name
        )
        if revision is not None:
            found = found.where(Publication.revision < revision)
        for it in self.session.exec(found.order_by(col(Publication.id).desc())):
            if it.id not in partly or self._is_whole(it, partly[it.id]):
                return loading.revision(self.session, it.revision)
        return None

    def _is_whole(self, publication: Publication, review: Review) -> bool:
        languages = _languages(loading.revision(self.session, publication.revision))
        return languages is not None and all(self._reached(publication, review, it) for it in languages)

    def _reached(self, publication: Publication, review: Review, language: str) -> bool:
        """Whether what was published was approved in a language, then or since."""
        return language in review.languages.split(",") or self._caught_up(publication, language)

    def _caught_up(self, publication: Publication, language: str) -> bool:
        found = select(PublishedBundle.bundle).where(
            PublishedBundle.organisation == self.organisation,
            PublishedBundle.language == language,
            col(PublishedBundle.hashes).contains(publication.hash),
        )
        return self.session.exec(found.limit(1)).first() is not None


def _languages(revision: Revision) -> Iterable[str] | None:
    """The languages an item is written in; none where that cannot be told, as of what has no wording of its own."""
    if revision.kind not in ("template", "block"):
        return None
    item = loading.item_of(kind_of(revision.kind), revision.content)
    match item:
        case ContentBlock():
            texts = [text for block in walk(item.long) for _, text in block.texts()]
            return frozenset[str]().union(*(text.languages() for text in (*texts, item.short) if text))
        case Template():
            return item.languages
    return None


def _class_of(review: Review) -> ChangeClass:
    return review.change  # type: ignore[return-value]
