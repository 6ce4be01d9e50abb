"""A proposal: what would go out if some versions were approved, computed before anybody is asked about it.

It is the same whoever looks: the world as approved, the same world with the new versions in it, and for every template
that is touched the bundle of each language and brand, on every day from which it differs.

It may be restricted to some languages: in the others nothing is checked and nothing will be approved, and what goes out
in them stays as it is where it can.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from itertools import product

from ccm.store.actor import OF_COMPLIANCE
from ccm.store.changing import change_of
from ccm.store.copying import authors_before
from ccm.store.left_out import LeftOut
from ccm.store.meeting import authors_meeting, differing
from ccm.store.saving import approved_before, begun_as, binding_before, changes_since
from ccm.store.touched import authors_of, epochs, first_saved, touched_templates
from content_blocks.bundle import Bundle
from content_blocks.change_class import Change, Finding, bundle_change
from content_blocks.check import check_bundle
from content_blocks.locks import locks_wording
from content_blocks.problem import Problem, Refused
from content_blocks.strictness import ChangeClass, strictest
from content_blocks.template import Template
from templates_store import loading
from templates_store.choose import Listed, choose
from templates_store.database import Session
from templates_store.in_force import always_followed
from templates_store.item_files import Loaded
from templates_store.shelf import Proposed, Published, drafted
from templates_store.store_library import StoreLibrary
from templates_store.tables import Revision

LAST = datetime.max.replace(tzinfo=UTC)
"""When a proposed version counts as decided: after all others, as it would be."""


GAP = "block-not-in-force"
"""What a wording leaves that ends by its own dates: told by `ccm template check`, and nothing to stop its approval."""


@dataclass(frozen=True)
class NewItem:
    """A new version with what it changes; `before` is the one that was approved last."""

    revision: Revision
    listed: Listed
    before: Revision | None
    change: Change


@dataclass(frozen=True)
class NewBundle:
    """A bundle that nobody has approved yet; `day` is the first one on which it would go out."""

    template: str
    version: str
    brand: str
    day: date
    bundle: Bundle
    before: Bundle | None
    change: ChangeClass


@dataclass(frozen=True)
class Proposal:
    """What is asked for: versions, bundles, the class of all of it, who is behind it, and what speaks against it.

    `languages` are those it is restricted to; empty for all.  With `alone` templates that only follow are not asked
    about: once it is approved, each gets a proposal of its own, and shows what it shows until that is approved.
    """

    items: tuple[NewItem, ...]
    bundles: tuple[NewBundle, ...]
    change: ChangeClass
    authors: frozenset[str]
    workflows: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    languages: tuple[str, ...] = ()
    alone: bool = False


@dataclass
class _Worlds:
    """The approved world and the proposed one; `submitted` are templates, `languages` as in a proposal."""

    before: Published
    after: Proposed
    submitted: frozenset[str]
    first: date
    languages: tuple[str, ...] = ()
    left_out: LeftOut = field(init=False)
    problems: dict[tuple[object, ...], Problem] = field(default_factory=dict)
    classes: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)
    spoken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.left_out = LeftOut(self.before.session, self.before.organisation)

    @cached_property
    def added(self) -> set[str]:
        """Kind and name of what is new by itself."""
        return {f"{it.kind} {it.name}" for it in self.after.added}

    def library(self, day: date, *, proposed: bool) -> StoreLibrary:
        """One of the two on a day; of the proposed one everything is shown, approved or not."""
        return StoreLibrary(self.after if proposed else self.before, day, approved=not proposed)


def propose(
    session: Session,
    organisation: str,
    revisions: Sequence[Revision],
    today: date,
    start: date | None = None,
    languages: Collection[str] = (),
    asked: Sequence[Listed] = (),
    *,
    alone: bool = False,
) -> Proposal:
    """What some revisions would make of the world from `today` on, or from the day they are to start.

    `asked` are versions that are approved already, but not in these languages.  With `alone` it is about no template
    that could go on showing what it shows.
    """
    published = Published(session, organisation)
    left_out = LeftOut(session, organisation)
    items = tuple(_new_item(session, revision, start, left_out) for revision in revisions)
    added = [item.listed for item in items]
    worlds = _Worlds(
        published,
        Proposed(published, added),
        frozenset(it.name for it in (*added, *asked) if it.kind == "template"),
        max(today, min((it.start or today for it in added), default=today)),
        tuple(sorted(set(languages))),
    )
    bundles = _bundles(worlds, [*added, *asked], alone=alone)
    _note_unspoken(worlds)
    for it in items:
        first = first_saved(session, it.revision)
        since = left_out.whole_before(it.listed.kind, it.listed.name, first)
        worlds.authors |= authors_of(session, organisation, (it.listed.kind, it.listed.name), since)
        copied = begun_as(session, organisation, it.listed.kind, it.listed.name)
        if since is None and copied:
            worlds.authors |= authors_before(session, organisation, copied)
    return replace(_proposal(worlds, items, bundles), alone=alone)


def combinations(
    session: Session,
    organisation: str,
    versions: Sequence[Listed],
    today: date,
    languages: Collection[str] = (),
    template: str = "",
) -> Proposal:
    """The bundles that some approved versions lead to and that nobody has approved yet, of one `template` or of all."""
    published = Published(session, organisation)
    worlds = _Worlds(published, Proposed(published, ()), frozenset(), today, tuple(sorted(set(languages))))
    return _proposal(worlds, (), _bundles(worlds, versions, template))


def _bundles(
    worlds: _Worlds, versions: Sequence[Listed], template: str = "", *, alone: bool = False
) -> tuple[NewBundle, ...]:
    touched = touched_templates(worlds.before.session, worlds.before.organisation, versions)
    asked = [name for name in touched if template in ("", name) and not (alone and _can_wait(worlds, name, versions))]
    return tuple(found for name in asked for found in _new_bundles(worlds, name))


def _can_wait(worlds: _Worlds, name: str, versions: Sequence[Listed]) -> bool:
    """Whether a template may go on as it is while some wordings it shows become others; its class has its say still."""
    if name in worlds.submitted:
        return False
    try:
        template = worlds.library(worlds.first, proposed=False).template(name).item
    except Refused:
        return False
    worlds.classes.add(template.document_class)
    newer = {it.name for it in versions if it.kind == "block"}
    return all(it.kind == "block" for it in versions) and not newer & {*always_followed(template)}


def _proposal(worlds: _Worlds, items: tuple[NewItem, ...], bundles: tuple[NewBundle, ...]) -> Proposal:
    return Proposal(
        items,
        bundles,
        strictest([*(item.change.strictest for item in items), *(found.change for found in bundles)]),
        frozenset(worlds.authors),
        _workflows(worlds),
        tuple(worlds.problems.values()),
        worlds.languages,
    )


def _new_item(session: Session, revision: Revision, start: date | None, left_out: LeftOut) -> NewItem:
    before = approved_before(session, revision.organisation, revision.kind, revision.name)
    own = drafted(revision)
    begins, until = loading.dates_of(revision)
    begins = max(filter(None, (begins, start)), default=None)
    listed = Listed(own.kind, own.name, own.version, begins, until, LAST, place=own.place)
    binding = binding_before(session, revision.organisation, revision.kind, revision.name)
    change = _with_wording(changes_since(session, before, binding, revision), before, revision)
    whole = left_out.whole_before(revision.kind, revision.name)
    if before and before.id != (whole.id if whole else None):  # in some language all since that one is new
        change = Change(tuple(dict.fromkeys((*change.findings, *change_of(session, whole, revision).findings))))
    return NewItem(revision, listed, before, change)


def _with_wording(change: Change, before: Revision | None, revision: Revision) -> Change:
    """The same; a new template with locked wording of its own is for those to see who answer for such wording."""
    if (
        before is not None
        or revision.kind != "template"
        or not locks_wording(loading.item_of("template", revision.content))
    ):
        return change
    return Change((*change.findings, Finding("", OF_COMPLIANCE)))


def _new_bundles(worlds: _Worlds, name: str) -> Iterator[NewBundle]:
    """The bundles of a template that are not approved yet, each on the first day it would go out."""
    seen: set[str] = set()
    for day in epochs(worlds.after, name, worlds.first):
        library = worlds.library(day, proposed=True)
        if library.listed("template", name) is None:
            continue
        try:
            template = library.template(name)
        except Refused as refused:
            _note(worlds, refused.problems)
            continue
        worlds.classes.add(template.item.document_class)
        for language, brand in product(_languages(worlds, template), template.item.brands):
            found = _new_bundle(worlds, library, template, language, brand, day)
            if found and found.bundle.hash not in seen:
                seen.add(found.bundle.hash)
                yield found


def _languages(worlds: _Worlds, template: Loaded[Template]) -> list[str]:
    """The languages of a template that a proposal is about.

    One that was left out on purpose waits until somebody asks for it, or submits another version of the template.
    """
    item, new = template.item, template.item.template in worlds.submitted
    worlds.spoken |= {*item.languages}
    wanted = [it for it in item.languages if it in (worlds.languages or item.languages)]
    if new and not wanted:
        _note(worlds, [Problem(template.file, "languages-unspoken", {"languages": ", ".join(worlds.languages)})])
    return [it for it in wanted if new or not worlds.left_out.waits(item, it)]


def _note_unspoken(worlds: _Worlds) -> None:
    """A language that nothing is written in was meant to be another one."""
    unspoken = [it for it in worlds.languages if it not in worlds.spoken]
    _note(worlds, [Problem("languages", "language-not-touched", {"language": it}) for it in unspoken])


def _new_bundle(
    worlds: _Worlds, library: StoreLibrary, template: Loaded[Template], language: str, brand: str, day: date
) -> NewBundle | None:
    before = _before(worlds, template.item.template, language, brand, day)
    try:
        after = library.bundle(template, language, brand, day)
    except Refused as refused:
        _note(worlds, [it for it in refused.problems if day == worlds.first or it.code != GAP])
        return None
    if before and before.hash == after.hash:
        return None
    _check(worlds, template, before, after, day)
    behind = worlds.left_out.behind(after)
    worlds.authors |= behind.authors
    if before is None or differing(before, after) - worlds.added:
        worlds.authors |= authors_meeting(worlds.before.session, worlds.before.organisation, after, brand)
    change = strictest([*behind.classes, *([bundle_change(before, after).strictest] if before else [])])
    return NewBundle(template.item.template, template.item.version, brand, day, after, before, change)


def _before(worlds: _Worlds, name: str, language: str, brand: str, day: date) -> Bundle | None:
    """What goes out on that day as things stand, if anything does."""
    library = worlds.library(day, proposed=False)
    try:
        return library.bundle(library.template(name), language, brand, day)
    except Refused:
        return None


def _check(worlds: _Worlds, template: Loaded[Template], before: Bundle | None, after: Bundle, day: date) -> None:
    """A template that is submitted has to be right; one that only follows must not become worse."""
    found = [it for it in check_bundle(after, day) if not _has_successor(worlds, it, after)]
    if found and before and template.item.template not in worlds.submitted:
        known = {problem.identity() for problem in check_bundle(before, day)}
        found = [problem for problem in found if problem.identity() not in known]
    _note(worlds, [template.located(problem) for problem in found])


def _has_successor(worlds: _Worlds, problem: Problem, bundle: Bundle) -> bool:
    """Whether a wording that ends is followed by one that is approved, or about to be."""
    if problem.code != "block-ending":
        return False
    name = str(problem.params["block"])
    content = bundle.contents.get(name)
    until = content.item.effective.until if content else None
    if until is None:
        return False
    return choose(worlds.after.versions("block", name), until + timedelta(days=1)) is not None


def _note(worlds: _Worlds, problems: Iterable[Problem]) -> None:
    for problem in problems:
        worlds.problems.setdefault(problem.identity(), problem)


def _workflows(worlds: _Worlds) -> tuple[str, ...]:
    """The workflows that the document classes ask for, as they are and as they would be."""
    names: set[str] = set()
    for name in sorted(worlds.classes):
        for proposed in (True, False):
            library = worlds.library(worlds.first, proposed=proposed)
            try:
                names.add(library.document_class(name).item.workflow)
            except Refused:
                continue
    return tuple(sorted(names)) or ("standard",)
