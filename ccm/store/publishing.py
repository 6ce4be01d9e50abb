"""Publishing: what the last approval of a review makes fit to go out.  From when on is computed, never switched."""

from __future__ import annotations

from ccm.store.reviews import Filed, bundles_of
from ccm.store.turn import Turn
from templates_store import loading
from templates_store.tables import Publication, PublishedBundle, ReviewItem


def publish(turn: Turn, review: Filed) -> None:
    """Write down the versions and bundles of a review that is approved."""
    for item in review.items:
        turn.session.add(_publication(turn, review, item))
    for bundle in bundles_of(turn.session, review.row.id):
        turn.session.add(
            PublishedBundle(
                review=review.row.id,
                bundle=bundle.bundle,
                organisation=turn.organisation,
                template=bundle.template,
                version=bundle.version,
                language=bundle.language,
                brand=bundle.brand,
                hashes=bundle.hashes,
                decided=turn.now,
            )
        )
    turn.session.flush()
    turn.log("published", None, review=review.row.id, subject=review.facts.subject)


def _publication(turn: Turn, review: Filed, item: ReviewItem) -> Publication:
    start, until = loading.dates_of(loading.revision(turn.session, item.revision))
    begins = max(filter(None, (start.isoformat() if start else "", review.row.start)), default="")
    return Publication(
        organisation=turn.organisation,
        review=review.row.id,
        kind=item.kind,
        name=item.name,
        version=item.version,
        revision=item.revision,
        hash=item.hash,
        start=begins,
        until=until.isoformat() if until else "",
        decided=turn.now,
    )
