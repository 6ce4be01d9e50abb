"""Rechecking: every persona of what is in force rendered again under another engine, and compared to the byte.

What they looked like is noted before the first run of a bundle, while the engine that made it is still there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from approvals.record import instant
from ccm.libraries import approved_items
from ccm.personas import read_persona
from ccm.pipeline import Message, Order, open_pipeline
from ccm.store.engines import accept_engine, engine
from ccm.store.home import Home
from content_blocks.canonical import sha256
from content_blocks.problem import Refused
from templates_store import loading
from templates_store.database import Session, col, func, select
from templates_store.shelf import Drafts
from templates_store.tables import Rendering

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Changed:
    """A message that comes out differently: what it measured before and what it measures now."""

    template: str
    persona: str
    language: str
    brand: str
    channel: str
    before: Mapping[str, int]
    after: Mapping[str, int] | None


@dataclass(frozen=True)
class Rechecked:
    """What another engine makes of the personas."""

    same: int
    changed: tuple[Changed, ...]


def remember(home: Home, template: str, day: date, brand: str | None, known_at: datetime) -> int:
    """Note what the personas of a template become on a day, unless that is known of these bundles; returns how many."""
    with home.reading() as session:
        found = list(_renderings(home, session, template, day, brand, known_at))
    if found:
        with home.turn() as turn:
            turn.session.add_all(found)
            turn.log("personas-rendered", None, template=template, messages=len(found), fingerprint=engine())
    return len(found)


def recheck(home: Home, progress: Progress = lambda _done, _all: None) -> Rechecked:
    """Render again what was noted last of every bundle, and let runs use this engine.

    What comes out differently is told, not refused: whether it may be sent is for people to say.
    """
    with home.reading() as session:
        before = list(_noted(session, home.organisation))
        pairs = []
        for number, row in enumerate(before, start=1):
            pairs.append((row, _again(home, session, row)))
            progress(number, len(before))
    changed = [_changed(old, new) for old, new in pairs if new is None or old.sha256 != new.sha256]
    with home.turn() as turn:
        turn.session.add_all(new for old, new in pairs if new and old.fingerprint != new.fingerprint)
        accept_engine(turn, changed=len(changed))
        turn.log("rechecked", None, fingerprint=engine(), messages=len(pairs), changed=len(changed))
    return Rechecked(len(pairs) - len(changed), tuple(changed))


def _renderings(
    home: Home, session: Session, template: str, day: date, brand: str | None, known_at: datetime
) -> Iterator[Rendering]:
    library = approved_items(home, session, day, known_at)
    personas = Drafts(session, home.organisation)
    item = library.template(template).item
    for name in library.persona_names(template):
        version = personas.versions("persona", f"{template}/{name}")[-1]
        text = loading.source_of(session, loading.revision(session, version.place))
        order = Order(template, day, brand or item.brands[0])
        record = read_persona(text, template, name, item.brands).record
        for row in _rendered(home, session, order, record, known_at):
            row.persona, row.revision = name, int(version.place)
            yield row


def _rendered(
    home: Home, session: Session, order: Order, record: Mapping[str, object], known_at: datetime
) -> Iterator[Rendering]:
    """A record in every channel; nothing of a bundle that is known already, or for a record that is held back."""
    pipeline = open_pipeline(approved_items(home, session, order.day, known_at), order)
    try:
        document = pipeline.document(record)
    except Refused:
        return
    bundle = pipeline.bundle(document.language)
    if _is_known(session, home.organisation, bundle.hash):
        return
    for message in pipeline.render_all(document):
        if message.rendition:
            yield Rendering(
                organisation=home.organisation,
                fingerprint=engine(),
                template=order.template,
                version=pipeline.template.item.version,
                bundle=bundle.hash,
                language=document.language,
                brand=str(order.brand),
                persona="",
                revision=0,
                day=order.day.isoformat(),
                known_at=instant(known_at),
                at=instant(known_at),
                channel=message.channel,
                sha256=sha256(message.rendition.content),
                measures=_measures(message),
            )


def _measures(message: Message) -> str:
    assert message.rendition is not None
    return json.dumps(dict(sorted(message.rendition.measures.items())))


def _is_known(session: Session, organisation: str, bundle: str) -> bool:
    found = select(Rendering.id).where(
        Rendering.organisation == organisation, Rendering.bundle == bundle, Rendering.fingerprint == engine()
    )
    return session.exec(found.limit(1)).first() is not None


def _noted(session: Session, organisation: str) -> Iterable[Rendering]:
    """What was noted last of every bundle, persona and channel."""
    last = (
        select(func.max(Rendering.id))
        .where(Rendering.organisation == organisation)
        .group_by(col(Rendering.bundle), col(Rendering.persona), col(Rendering.channel))
    )
    return session.exec(select(Rendering).where(col(Rendering.id).in_(last)).order_by(col(Rendering.id)))


def _again(home: Home, session: Session, row: Rendering) -> Rendering | None:
    """The same message made by the engine of this program; None if it cannot be made any more."""
    day, known_at = date.fromisoformat(row.day), datetime.fromisoformat(row.known_at)
    library = approved_items(home, session, day, known_at)
    text = loading.source_of(session, loading.revision(session, row.revision))
    order = Order(row.template, day, row.brand, row.language, (row.channel,))  # type: ignore[arg-type]
    try:
        record = read_persona(text, row.template, row.persona, library.template(row.template).item.brands).record
        message = open_pipeline(library, order).messages(record)[0]
    except (Refused, IndexError):
        return None
    if message.rendition is None:
        return None
    made = {"fingerprint": engine(), "sha256": sha256(message.rendition.content), "measures": _measures(message)}
    return Rendering(**{**row.model_dump(exclude={"id"}), **made})


def _changed(before: Rendering, after: Rendering | None) -> Changed:
    return Changed(
        before.template,
        before.persona,
        before.language,
        before.brand,
        before.channel,
        json.loads(before.measures),
        json.loads(after.measures) if after else None,
    )
