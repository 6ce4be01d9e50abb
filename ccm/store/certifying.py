"""The certificate of a review: everything its reviewers were shown and what they decided, gathered from the store.

What would go out is rendered again as it was proposed then, so that the certificate can be made at any time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import islice

from approvals.keys import Signature, key_id
from ccm.dossier.carrying import carried
from ccm.dossier.model import Bundle, Carried, Check, Dossier, Item, Person, Proof, Signed
from ccm.dossier.writing import write_dossier
from ccm.personas import persona
from ccm.pipeline import Message, Order, open_pipeline
from ccm.store.auditing import keys_of, newest_head
from ccm.store.home import Home
from ccm.store.redlining import redline_of, text_of
from ccm.store.review_world import checks, combination, libraries, worlds_of
from ccm.store.reviews import Filed, bundles_of, filed
from content_blocks.document import ChannelName
from content_blocks.problem import Refused, refuse
from templates_store import loading
from templates_store.database import Session, select
from templates_store.shelf import kind_of
from templates_store.store_library import StoreLibrary
from templates_store.tables import Decision, Log, ReviewBundle, ReviewItem
from templates_store.tables import Person as PersonRow

PERSONAS = 2
"""How many personas of each template are shown."""
COMBINATIONS = 24
"""How many templates and languages are shown with proofs; the hashes name all of them."""


def certificate(home: Home, review: str, language: str) -> bytes:
    """The certificate as PDF/A-3; raises Refused for a review that is not over."""
    with home.reading() as session:
        found = filed(session, home.organisation, review)
        if found.state == "in_review":
            raise refuse("", "review-open", review=review)
        dossier = gathered(session, found)
    return write_dossier(dossier, language, home.signing_key().sign)


def gathered(session: Session, review: Filed) -> Dossier:
    """All that the certificate of a review is made of."""
    organisation = review.row.organisation
    bundles = bundles_of(session, review.row.id)
    keys = keys_of(session, organisation)
    signed_head = newest_head(session, organisation)
    return Dossier(
        organisation=session.exec(select(Log.name).where(Log.organisation == organisation)).one(),
        title=review.row.title or ", ".join(dict.fromkeys(it.name for it in review.items)) or review.row.id,
        review=review.facts,
        start=date.fromisoformat(review.row.start) if review.row.start else None,
        people=_people(session, organisation),
        items=tuple(_item(session, it) for it in review.items),
        bundles=tuple(_bundle(it) for it in bundles),
        checks=tuple(_checks(session, review, bundles)),
        proofs=tuple(_proofs(session, review, bundles)),
        decisions=tuple(_decisions(session, review)),
        keys=tuple(keys),
        head=signed_head.head,
        head_signature=Signature(key_id(signed_head.public), signed_head.signature),
    )


def _people(session: Session, organisation: str) -> dict[str, Person]:
    rows = session.exec(select(PersonRow).where(PersonRow.organisation == organisation))
    return {row.id: Person(row.name, row.login) for row in rows}


def _item(session: Session, item: ReviewItem) -> Item:
    revision, kind = loading.revision(session, item.revision), kind_of(item.kind)
    readable = kind in ("template", "block")
    reads = text_of(loading.item_of(kind, revision.content)) if readable else ()
    ending = f".{item.name.rpartition('.')[2]}" if kind == "asset" else ".yaml"
    return Item(
        item.kind,
        item.name,
        item.version,
        item.hash,
        loading.source_of(session, revision),
        tuple(reads),
        redline_of(session, item),
        ending,
    )


def _bundle(row: ReviewBundle) -> Bundle:
    day = date.fromisoformat(row.day)
    return Bundle(row.template, row.version, row.language, row.brand, row.bundle, day, row.before or None)


def _decisions(session: Session, review: Filed) -> Iterator[Signed]:
    rows = session.exec(select(Decision).where(Decision.review == review.row.id).order_by("id"))
    for row, facts in zip(rows, review.decisions, strict=True):
        yield Signed(facts, Signature(row.key, row.signature))


def _checks(session: Session, review: Filed, bundles: list[ReviewBundle]) -> Iterator[Check]:
    for found in checks(worlds_of(session, review), map(combination, bundles)):
        it = found.about
        yield Check(f"{it.template} {it.version} · {it.language} · {it.brand}", found.problems)


def _proofs(session: Session, review: Filed, bundles: list[ReviewBundle]) -> Iterator[Proof]:
    """What some personas of each template get, before and after."""
    found = worlds_of(session, review)
    shown: dict[tuple[str, str], ReviewBundle] = {}
    for row in bundles:
        shown.setdefault((row.template, row.language), row)
    for row in islice(shown.values(), COMBINATIONS):
        old, new = libraries(found, date.fromisoformat(row.day))
        for name in new.persona_names(row.template)[:PERSONAS]:
            yield from _of_persona(old, new, row, name)


def _of_persona(old: StoreLibrary, new: StoreLibrary, row: ReviewBundle, name: str) -> Iterator[Proof]:
    record = persona(new, row.template, name).record
    was, will = _messages(old, row, record), _messages(new, row, record)
    for channel, message in will.items():
        language = row.language
        yield Proof(row.template, name, language, row.brand, channel, _shown(was.get(channel)), _shown(message))


def _messages(library: StoreLibrary, row: ReviewBundle, record: Mapping[str, object]) -> dict[ChannelName, Message]:
    order = Order(row.template, library.day, row.brand, row.language)
    try:
        return {message.channel: message for message in open_pipeline(library, order).messages(record)}
    except Refused:
        return {}


def _shown(message: Message | None) -> Carried | None:
    return carried(message.rendition) if message and message.rendition else None
