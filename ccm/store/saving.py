"""Saving: every save is a new revision, kept for ever; what is locked can be changed by nobody but its owners."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from ccm.personas import read_persona
from ccm.store.access import changes_allowed
from ccm.store.actor import OF_COMPLIANCE, Actor, renewed
from ccm.store.changing import change_of
from ccm.store.home import Home
from ccm.store.item_names import refuse_unfit_names
from ccm.store.owned_drafts import owned_draft
from ccm.store.turn import Turn
from content_blocks.canonical import sha256
from content_blocks.change_class import Change
from content_blocks.locks import Rights, lock_violations
from content_blocks.problem import Problem, Refused, refuse
from renderers.assets import checked_asset
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import Session, col, select
from templates_store.parsing import Parsed, file_of, parse
from templates_store.tables import Blob, Copied, Publication, Reference, Revision

UNNUMBERED = frozenset[Kind]({"asset", "persona"})
"""Kinds whose versions nobody writes down: the store counts them."""
NUMBER = "version"
"""Where a new number stands: whoever may change anything gives what comes of it a number."""
PICTURES = (".png", ".jpg", ".svg")


@dataclass(frozen=True)
class Delivered:
    """An item as somebody hands it in: its text, for a theme the files beside it, and where it lay, if in a file."""

    kind: Kind
    name: str
    text: bytes
    files: Mapping[str, bytes] = field(default_factory=dict)
    file: str = ""


@dataclass(frozen=True)
class Saved:
    """What was saved, and whether it is anything new."""

    kind: Kind
    name: str
    version: str
    hash: str
    revision: int
    new: bool


def save(
    home: Home, by: Actor, delivered: Delivered, expected: str | None = None, now: datetime | None = None
) -> Saved:
    """Save one item.  `expected` is the hash that the caller saw; another one by now is a conflict.

    Raises Refused with everything that is wrong with it, that a lock forbids, or that is not this person's to change.
    """
    with home.turn(now) as turn:
        if expected is not None:
            _refuse_other(turn.session, home.organisation, delivered, expected)
        return keep(turn, renewed(turn.session, home.organisation, by), delivered, "save")


def keep(turn: Turn, by: Actor, delivered: Delivered, origin: str) -> Saved:
    """Save one item within a turn, by somebody with the rights they have in it; `origin` is `save` or `import`."""
    session = turn.session
    refuse_unfit_names(delivered.kind, delivered.name, delivered.files)
    delivered = made_harmless(delivered)
    parsed = parse(delivered.kind, delivered.name, delivered.text, delivered.files, delivered.file)
    _refuse_persona(session, turn.organisation, parsed, delivered)
    before = newest(session, turn.organisation, parsed.kind, parsed.name, parsed.version)
    if before and before.hash == parsed.hash and before.source == sha256(delivered.text):
        return _saved(before, new=False)
    revision = _revision(turn, by, parsed, delivered, origin)
    _refuse_published(session, revision)
    _refuse_forbidden(session, by, revision)
    _store(turn, parsed, delivered, revision)
    turn.log(
        "saved",
        by.id,
        kind=revision.kind,
        name=revision.name,
        version=revision.version,
        hash=revision.hash,
        origin=origin,
        revision=revision.id,
    )
    return _saved(revision, new=True)


def made_harmless(delivered: Delivered) -> Delivered:
    """The same with its pictures as they are kept: checked, and without what only their maker should know.

    Raises Refused for a picture that is not what it calls itself, or that does anything but show.
    """
    if delivered.kind == "asset":
        return replace(delivered, text=checked_asset(file_of("asset", delivered.name), delivered.text))
    place = file_of("theme", delivered.name).rpartition("/")[0]
    files = {
        name: checked_asset(f"{place}/{name}", content) if name.endswith(PICTURES) else content
        for name, content in delivered.files.items()
    }
    return replace(delivered, files=files)


def newest(session: Session, organisation: str, kind: Kind, name: str, version: str = "") -> Revision | None:
    """What was saved last of an item, or of one version of it."""
    found = select(Revision).where(Revision.organisation == organisation, Revision.kind == kind, Revision.name == name)
    if version:
        found = found.where(Revision.version == version)
    return session.exec(found.order_by(col(Revision.id).desc()).limit(1)).first()


def approved_before(session: Session, organisation: str, kind: str, name: str) -> Revision | None:
    """The revision of the version that was approved last."""
    found = select(Publication).where(
        Publication.organisation == organisation, Publication.kind == kind, Publication.name == name
    )
    last = session.exec(found.order_by(col(Publication.id).desc()).limit(1)).first()
    return loading.revision(session, last.revision) if last else None


def begun_as(session: Session, organisation: str, kind: str, name: str) -> Copied | None:
    """How an item began that is a copy of another; none for what somebody wrote from nothing."""
    found = select(Copied).where(Copied.organisation == organisation, Copied.kind == kind, Copied.name == name)
    return session.exec(found).one_or_none()


def binding_before(session: Session, organisation: str, kind: str, name: str) -> Revision | None:
    """What a new state of an item is measured against: the version approved last, or what a copy began as.

    Without it a copy of locked wording would be wording that nobody locked.
    """
    if approved := approved_before(session, organisation, kind, name):
        return approved
    copied = begun_as(session, organisation, kind, name)
    return loading.revision(session, copied.revision) if copied else None


def _revision(turn: Turn, by: Actor, parsed: Parsed, delivered: Delivered, origin: str) -> Revision:
    return Revision(
        organisation=turn.organisation,
        kind=parsed.kind,
        name=parsed.name,
        version=parsed.version or _counted(turn.session, turn.organisation, parsed),
        hash=parsed.hash,
        content=json.dumps(parsed.content, ensure_ascii=False),
        source=sha256(delivered.text),
        files=json.dumps({name: sha256(content) for name, content in sorted(delivered.files.items())}),
        saved_by=by.id,
        saved_at=turn.now,
        origin=origin,
    )


def _counted(session: Session, organisation: str, parsed: Parsed) -> str:
    """The next version of what does not number itself; the same content keeps its number."""
    before = newest(session, organisation, parsed.kind, parsed.name)
    if before is None:
        return "1.0"
    major, minor = before.version.split(".")
    return before.version if before.hash == parsed.hash else f"{major}.{int(minor) + 1}"


def _store(turn: Turn, parsed: Parsed, delivered: Delivered, revision: Revision) -> None:
    for content in (delivered.text, *delivered.files.values()):
        digest = sha256(content)
        if turn.session.get(Blob, (turn.organisation, digest)) is None:
            turn.session.add(Blob(organisation=turn.organisation, sha256=digest, content=content))
    turn.session.add(revision)
    turn.session.flush()
    assert revision.id is not None
    for refers in parsed.references():
        turn.session.add(
            Reference(
                organisation=turn.organisation,
                revision=revision.id,
                kind=refers.kind,
                name=refers.name,
                version=refers.version,
                follow=refers.follow,
            )
        )


def _refuse_other(session: Session, organisation: str, delivered: Delivered, expected: str) -> None:
    there = newest(session, organisation, delivered.kind, delivered.name)
    if (there.hash if there else "") != expected:
        raise refuse(file_of(delivered.kind, delivered.name), "edited-meanwhile")


def _refuse_published(session: Session, revision: Revision) -> None:
    """A number that was approved stands for what was approved, for ever."""
    found = select(Publication).where(
        Publication.organisation == revision.organisation,
        Publication.kind == revision.kind,
        Publication.name == revision.name,
        Publication.version == revision.version,
    )
    published = session.exec(found).one_or_none()
    if published and published.hash != revision.hash:
        shown = file_of(_kind(revision), revision.name, revision.version)
        raise refuse(shown, "version-taken", version=revision.version)


def _refuse_forbidden(session: Session, by: Actor, revision: Revision) -> None:
    if problems := beyond_rights(session, by, revision, going_on=True):
        raise Refused(problems)


def beyond_rights(session: Session, by: Actor, revision: Revision, *, going_on: bool = False) -> list[Problem]:
    """What the locks of the approved version do not allow in a revision, and what is not this person's to change.

    With `going_on` somebody saves, and may have gone on from a draft of those who own the locks; who submits answers
    for the whole.  Raises Refused for whom nothing of the item is theirs to change.
    """
    shown = file_of(_kind(revision), revision.name, revision.version)
    allowed = changes_allowed(by, revision.kind, revision.name, shown)
    approved = approved_before(session, revision.organisation, revision.kind, revision.name)
    binding = binding_before(session, revision.organisation, revision.kind, revision.name)
    owns_locks = OF_COMPLIANCE in allowed
    drafted = _drafted(session, revision) if going_on and not owns_locks else None
    problems = _locked(drafted or binding, revision, Rights(owns_locks=owns_locks), binding if drafted else None)
    if not problems:
        before = drafted or approved
        for finding in changes_since(session, before, binding, revision).findings:
            if finding.where != NUMBER and finding.change_class not in allowed:
                problems.append(Problem(finding.where, "change-not-yours", {"change": finding.change_class}))
    return [problem.within(shown) for problem in problems]


def changes_since(session: Session, before: Revision | None, binding: Revision | None, after: Revision) -> Change:
    """What a revision changes: as something new, and where it began as a copy what it makes of that besides."""
    change = change_of(session, before, after)
    if before is not None or binding is None:
        return change
    return Change((*change.findings, *change_of(session, binding, after).findings))


def _drafted(session: Session, revision: Revision) -> Revision | None:
    return owned_draft(session, revision.organisation, revision.name) if revision.kind == "template" else None


def _locked(
    before: Revision | None, after: Revision, rights: Rights, approved: Revision | None = None
) -> list[Problem]:
    if before is None or after.kind != "template":
        return []
    old, new = (loading.item_of("template", it.content) for it in (before, after))
    once = loading.item_of("template", approved.content) if approved else None
    return lock_violations(old, new, rights, once)


def _refuse_persona(session: Session, organisation: str, parsed: Parsed, delivered: Delivered) -> None:
    """A persona is read as such where its template is there; without one nobody knows the brands it may speak of."""
    if parsed.kind != "persona":
        return
    template, _, name = parsed.name.partition("/")
    there = newest(session, organisation, "template", template)
    if there:
        read_persona(delivered.text, template, name, loading.item_of("template", there.content).brands)


def _saved(revision: Revision, *, new: bool) -> Saved:
    assert revision.id is not None
    return Saved(_kind(revision), revision.name, revision.version, revision.hash, revision.id, new)


def _kind(revision: Revision) -> Kind:
    return revision.kind  # type: ignore[return-value]
