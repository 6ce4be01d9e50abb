"""What is somebody's business: reviews, and what they talk about; everything else is as if it were not there."""

from __future__ import annotations

from ccm.api.access import Asking
from ccm.store.access import refuse_unseen
from ccm.store.review_pages import seen_review
from ccm.store.reviews import Filed, filed
from ccm.store.spoken_of import refuse_unknown
from templates_store.choose import Kind
from templates_store.database import Session


def seen(session: Session, asking: Asking, review: str) -> Filed:
    """A review; raises Refused for one that is none of somebody's business as if there were none."""
    return seen_review(asking.actor, filed(session, asking.home.organisation, review))


def refuse_unseen_review(asking: Asking, review: str) -> None:
    """Raises Refused for such a review."""
    with asking.home.reading() as session:
        seen(session, asking, review)


def refuse_unseen_item(asking: Asking, kind: Kind, name: str) -> None:
    """Raises Refused for an item that is nobody's, or none of somebody's business."""
    refuse_unseen(asking.actor, kind, name)
    with asking.home.reading() as session:
        refuse_unknown(session, asking.home.organisation, f"{kind}/{name}")
