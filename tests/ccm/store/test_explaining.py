"""Explanations of access: the same answer as really doing it, whatever roles somebody has and whatever was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from approvals.decision import DecisionKind
from ccm.store.access import refuse_auditing, refuse_rendering, refuse_running
from ccm.store.actor import ROLES, Actor, Given
from ccm.store.explaining import ACTIONS, explain
from ccm.store.owned_drafts import owned_draft
from ccm.store.people import add_person, disable, grant
from ccm.store.retiring import retire, take_back
from content_blocks.change_class import ORDER
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store import loading
from templates_store.choose import Kind
from templates_store.database import col, select
from templates_store.tables import Publication
from tests.ccm.store.entering import refusals
from tests.ccm.store.world import World, world
from tests.scale import scaled


def asked(bank: World, login: str, action: str, thing: str, by: str = "ada") -> tuple[bool, list[str]]:
    found = explain(bank.home, bank.who(by), login, action, thing, bank.now, bank.today)
    return found.allowed, [problem.code for problem in found.because]


def review(bank: World) -> str:
    """The clause in other words, submitted by its owner."""
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    return bank.submit("law", ("block", "notice"))


TOLD = {
    "an author's own area": ("bob", "save", "template/letter", ""),
    "no author": ("carl", "save", "template/letter", "area-not-yours"),
    "nothing to submit": ("bob", "submit", "template/letter", "nothing-to-submit"),
    "nobody's item": ("bob", "submit", "template/other", "item-not-known"),
    "a reviewer of the step": ("carl", "approve", "review", ""),
    "a reviewer who says no": ("carl", "reject", "review", ""),
    "a reviewer of the next step": ("dora", "approve", "review", "not-a-reviewer"),
    "who wrote it": ("law", "approve", "review", "own-work"),
    "who wrote it, taking it back": ("law", "withdraw", "review", ""),
    "who did not": ("bob", "withdraw", "review", "not-submitter"),
    "no such review": ("carl", "approve", "review/r-none", "review-unknown"),
    "a publisher": ("paul", "publish", "template/letter", ""),
    "no publisher": ("law", "publish", "template/letter", "role-missing-for"),
    "what nobody approved": ("paul", "publish", "template/other", "item-not-approved"),
    "what is not published": ("paul", "publish", "review", "nothing-to-take-back"),
    "an operator": ("olga", "render", "template/letter", ""),
    "an operator's run": ("olga", "run", "template/letter", ""),
    "an operator of nothing": ("olga", "run", "template/other", "item-not-known"),
    "no operator": ("bob", "render", "template/letter", "role-missing-for"),
    "an auditor": ("udo", "read-audit", "log", ""),
    "no auditor": ("ada", "read-audit", "log", "role-missing-for"),
    "an administrator": ("ada", "administer", "people", ""),
    "no administrator": ("udo", "administer", "people", "role-missing-for"),
    "nobody": ("bert", "save", "template/letter", "person-unknown"),
}


def test_what_is_told(bank: World) -> None:
    open_review = f"review/{review(bank)}"
    for login, action, thing, code in TOLD.values():
        thing = open_review if thing == "review" else thing
        assert asked(bank, login, action, thing) == (not code, [code] if code else []), (login, action, thing)
    assert {action for _, action, _, _ in TOLD.values()} == set(ACTIONS)


def test_of_saving_it_tells_the_kinds_of_change(bank: World) -> None:
    for login, owns in (("law", True), ("bob", False)):
        found = explain(bank.home, bank.who("ada"), login, "save", "block/notice", bank.now, bank.today)
        assert ("regulated wording" in found.changes) is owns
        assert "business wording" in found.changes


def test_who_was_shut_out_may_nothing(bank: World) -> None:
    disable(bank.home, bank.who("ada"), "bob", now=bank.clock())
    assert asked(bank, "bob", "save", "template/letter") == (False, ["person-unknown"])


def test_everybody_asks_about_themselves_and_few_about_others(bank: World) -> None:
    assert asked(bank, "bob", "save", "template/letter", by="bob") == (True, [])
    assert asked(bank, "bob", "save", "template/letter", by="udo") == (True, [])
    for by in ("law", "carl", "paul", "olga", "nora"):
        assert refusals(asked, bank, "bob", "save", "template/letter", by) == ["role-missing-for"]


MEANINGLESS = {
    "no action": ("eat", "template/letter", "action-unknown"),
    "no thing": ("save", "", "action-thing"),
    "no name": ("save", "template", "action-thing"),
    "an empty name": ("save", "template/", "action-thing"),
    "another thing": ("approve", "template/letter", "action-thing"),
    "a part of the log": ("read-audit", "log/7", "action-thing"),
    "what no database can hold": ("approve", "review/r-\0", "action-thing"),
    "a kind there is not": ("save", "letter/letter", "action-thing"),
}


@pytest.mark.parametrize(("action", "thing", "code"), MEANINGLESS.values(), ids=MEANINGLESS)
def test_a_question_has_to_mean_something(small: World, action: str, thing: str, code: str) -> None:
    assert refusals(asked, small, "bob", action, thing) == [code]


# The property: somebody with roles nobody would think of, in a bank that goes on.

AREAS = st.sampled_from(["*", "*", "template/*", "template/letter", "block/*", "template/reminder"])
CHANGES = st.sampled_from([(), tuple(ORDER[1:])]) | st.lists(st.sampled_from(ORDER[1:]), unique=True).map(tuple)
GIVEN = st.one_of(
    st.builds(Given, st.just("author"), AREAS, st.just(""), CHANGES),
    st.builds(Given, st.just("reviewer"), AREAS, st.sampled_from(["content", "compliance"])),
    st.builds(Given, st.sampled_from([role for role in ROLES if role not in ("author", "reviewer")]), AREAS),
)
FULL = [
    *(Given(role) for role in ROLES if role not in ("author", "reviewer")),
    Given("author", changes=tuple(ORDER[1:])),
    *(Given("reviewer", step=step) for step in ("content", "compliance")),
]
HELD = st.lists(GIVEN, max_size=5) | st.lists(st.sampled_from(FULL), min_size=4, unique=True)
"""Odd roles, or most of all that there are."""
EDITS: dict[str, tuple[Kind, str, tuple[str, str], frozenset[str]]] = {
    "letter": ("template", "letter", ("You have", "There are"), frozenset({"business wording"})),
    "clause": ("block", "notice", ("two months", "three months"), frozenset({"regulated wording"})),
}
"""What is edited: an item, its words to and fro, and the classes of that; another number needs no right of its own."""


@dataclass
class Story:
    """What Nora and the others do; `review` is the one opened last."""

    bank: World
    review: str = "r-none"
    number: int = 0

    def next(self) -> int:
        """A number that was not used before."""
        self.number += 1
        return self.number

    def goes_as_told(self, action: str, thing: str, act: Callable[[], object]) -> None:
        """Nora does something, and it becomes of it what was told before, for the same reasons."""
        told = asked(self.bank, "nora", action, thing)
        codes = refusals(act)
        assert told == (not codes, codes), (action, thing)
        event(f"{action}: {'refused' if codes else 'done'}")

    def newest(self, kind: Kind, name: str) -> Publication:
        """What was approved last of an item."""
        with self.bank.home.reading() as session:
            found = select(Publication).where(Publication.kind == kind, Publication.name == name)
            return session.exec(found.order_by(col(Publication.id).desc())).all()[0]

    def otherwise(self, what: str) -> str:
        """An item as it was approved last, in other words."""
        kind, name, (here, there), _ = EDITS[what]
        with self.bank.home.reading() as session:
            approved = loading.revision(session, self.newest(kind, name).revision)
            text = loading.source_of(session, approved).decode()
        return text.replace(here, there) if here in text else text.replace(there, here)

    def brings(self, what: str) -> frozenset[str]:
        """The classes of what a save brings in: nothing, where the owners of locks have drafted the same already."""
        kind, name, (here, _), changes = EDITS[what]
        with self.bank.home.reading() as session:
            drafted = owned_draft(session, self.bank.home.organisation, name) if kind == "template" else None
            there = loading.source_of(session, drafted).decode() if drafted else ""
        return frozenset() if drafted and (here in there) == (here in self.otherwise(what)) else changes

    def edit(self, login: str, what: str) -> None:
        """Save that as a version of its own."""
        kind, name, *_ = EDITS[what]
        content = {**read_yaml(self.otherwise(what)).content, "version": f"1.{self.next()}"}
        self.bank.save(login, kind, name, write_yaml(stamp(content, "en")))

    def submit(self, login: str, what: str) -> None:
        """Ask for the approval of an item's drafts."""
        kind, name, *_ = EDITS[what]
        self.review = self.bank.submit(login, (kind, name))


def saves(story: Story, what: str) -> None:
    """Here it depends on the change as well: it is allowed if its classes are among those that were told."""
    kind, name, *_ = EDITS[what]
    bank, changes = story.bank, story.brings(what)
    told = explain(bank.home, bank.who("nora"), "nora", "save", f"{kind}/{name}", bank.now, bank.today)
    codes = list(dict.fromkeys(refusals(story.edit, "nora", what)))
    expected = [problem.code for problem in told.because] or ["change-not-yours"]
    assert (told.allowed and changes <= told.changes, codes) in [(True, []), (False, expected)]
    event(f"save: {'refused' if codes else 'done'}")


def submits(story: Story, what: str) -> None:
    kind, name, *_ = EDITS[what]
    story.goes_as_told("submit", f"{kind}/{name}", lambda: story.submit("nora", what))


def others_ask(story: Story, what: str) -> None:
    story.edit("law", what)
    refusals(story.submit, "law", what)  # unless there is an open review already


def others_approve(story: Story, what: str) -> None:
    for login in ("carl", "dora"):
        refusals(story.bank.decide, login, story.review)


def decides(story: Story, action: str, kind: DecisionKind) -> None:
    story.goes_as_told(action, f"review/{story.review}", lambda: story.bank.decide("nora", story.review, kind))


def approves(story: Story, _: str) -> None:
    decides(story, "approve", "approved")


def rejects(story: Story, _: str) -> None:
    decides(story, "reject", "rejected")


def withdraws(story: Story, _: str) -> None:
    decides(story, "withdraw", "withdrawn")


def retires(story: Story, what: str) -> None:
    kind, name, *_ = EDITS[what]
    bank, version = story.bank, story.newest(kind, name).version

    def act() -> None:
        retire(bank.home, bank.who("nora"), kind, name, version, "because", bank.clock())

    story.goes_as_told("publish", f"{kind}/{name}", act)


def takes_back(story: Story, _: str) -> None:
    bank, review = story.bank, story.review
    act = partial(take_back, bank.home, bank.who("nora"), review, "because", bank.clock())
    story.goes_as_told("publish", f"review/{review}", act)


def renders(story: Story, _: str) -> None:
    sends(story, "render", refuse_rendering)


def runs(story: Story, _: str) -> None:
    sends(story, "run", refuse_running)


def sends(story: Story, action: str, rule: Callable[[Actor, str], None]) -> None:
    """As whoever sends does: the rule first, then what goes out."""

    def act() -> None:
        rule(story.bank.who("nora"), "letter")
        story.bank.hash()

    story.goes_as_told(action, "template/letter", act)


def looks_on(story: Story, _: str) -> None:
    bank, nora, login = story.bank, story.bank.who("nora"), f"new{story.next()}"
    story.goes_as_told("administer", "people", lambda: add_person(bank.home, nora, login, "New", now=bank.clock()))
    story.goes_as_told("read-audit", "log", lambda: refuse_auditing(nora))


ON_ITEMS: list[list[Callable[[Story, str], None]]] = [
    [saves, submits],
    [saves, submits, withdraws],
    [others_ask, approves],
    [others_ask, rejects],
    [others_ask, withdraws],
    [others_ask, others_approve, takes_back],
    [submits, retires],
]
SCENES = [
    *([(step, what) for step in scene] for scene in ON_ITEMS for what in EDITS),
    *([(step, "")] for step in (approves, rejects, withdraws, renders, runs, looks_on)),
]
"""What belongs together, so that it is not always too early for everything."""


@given(held=HELD, scenes=st.lists(st.sampled_from(SCENES), min_size=3, max_size=7))
@settings(max_examples=scaled(40, 600))
def test_it_is_what_really_happens(
    held: list[Given], scenes: list[list[tuple[Callable[[Story, str], None], str]]]
) -> None:
    with TemporaryDirectory() as folder:
        bank = world("sqlite", Path(folder))
        for one in held:
            grant(bank.home, bank.who("ada"), "nora", one, now=bank.clock())
        story = Story(bank)
        for step, what in chain.from_iterable(scenes):
            step(story, what)
        bank.home.database.engine.dispose()
