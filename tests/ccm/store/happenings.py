"""What people do with a store, at random: each kind of step, whoever tries it, allowed or not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

from ccm.store.actor import Given
from ccm.store.breaking_glass import break_glass
from ccm.store.exporting import export_folder
from ccm.store.importing import import_folder
from ccm.store.lending import end_lending, lend, lendings
from ccm.store.people import grant, people, revoke
from ccm.store.retiring import postpone, retire, take_back
from ccm.store.submitting import drafts
from content_blocks.change_class import ORDER
from content_blocks.problem import Refused
from content_blocks.stamp import stamp
from content_blocks.yaml_source import read_yaml, write_yaml
from templates_store.choose import Kind
from templates_store.database import select
from templates_store.parsing import file_of
from templates_store.shelf import kind_of
from templates_store.tables import Publication
from tests.ccm.store.world import World

ALL = tuple(ORDER[1:])
CREW: Mapping[str, tuple[Given, ...]] = {
    "bob": (Given("reviewer", step="content"),),
    "law": (Given("reviewer", step="compliance"),),
    "carl": (Given("author"), Given("publisher", "template/*")),
    "cora": (Given("author", changes=ALL),),
    "dora": (Given("author"), Given("reviewer", step="content")),
    "paul": (Given("reviewer", step="content"), Given("author", "template/*")),
    "nora": (Given("reviewer", "template/*", "content"),),
}
"""What people may do on top of what they may in the world: nearly everybody could get into their own way."""
LOGINS = tuple(CREW)
TEMPLATES = ("letter", "reminder", "copy-a", "copy-b")
ROLES = (
    Given("author"),
    Given("author", changes=ALL),
    Given("author", "template/*"),
    Given("reviewer", step="content"),
    Given("reviewer", step="compliance"),
    Given("reviewer", "template/*", "content"),
    Given("publisher"),
)


@dataclass(frozen=True)
class Step:
    """One thing somebody tries; the numbers choose among what there is."""

    kind: str
    who: int = 0
    pick: int = 0
    more: int = 0

    @property
    def login(self) -> str:
        """Who tries it."""
        return LOGINS[self.who % len(LOGINS)]


@dataclass
class Scene:
    """A bank, what was exported from it so far, and how often each kind of step was tried and came off."""

    bank: World
    folder: Path
    exports: list[Path] = field(default_factory=list)
    tried: Counter[str] = field(default_factory=Counter)
    done: Counter[str] = field(default_factory=Counter)
    numbers: Any = field(default_factory=lambda: count(1))
    lock: Lock = field(default_factory=Lock)

    def number(self) -> int:
        """One that was not used yet, so that no two texts are the same by chance."""
        with self.lock:
            return int(next(self.numbers))

    def play(self, step: Step) -> bool:
        """Try one step; whether it came off."""
        self.tried[step.kind] += 1
        try:
            STEPS[step.kind](self, step)
        except Refused:
            return False
        self.done[step.kind] += 1
        return True

    def anybody(self, step: Step, tries: Callable[[str], object]) -> None:
        """One after the other tries, until it comes off; only the first where `more` is even."""
        for number in range(len(LOGINS) if step.more % 2 else 1):
            try:
                tries(LOGINS[(step.who + number) % len(LOGINS)])
            except Refused as refused:
                last = refused
            else:
                return
        raise last


def scene(bank: World, folder: Path) -> Scene:
    """The bank with its crew."""
    for login, roles in CREW.items():
        for given in roles:
            grant(bank.home, bank.who("ada"), login, given, now=bank.clock())
    return Scene(bank, folder)


def _text(bank: World, kind: Kind, name: str) -> dict[str, Any]:
    """What was saved last of an item, of nothing if there is none."""
    if not bank.draft(kind, name):
        return {}
    return dict(read_yaml(bank.text(kind, name).decode()).content)


def _written(content: dict[str, Any]) -> bytes:
    return write_yaml(stamp(content, "en")).encode()


def _later(content: dict[str, Any], more: int) -> None:
    """The next version, or the same again."""
    if more % 4:
        major, minor = content["version"].split(".")
        content["version"] = f"{major}.{int(minor) + 1}"


def _edited(bank: World, name: str, number: int, more: int) -> bytes:
    """A template in other words; now and then with something done to the clause in it."""
    content = _text(bank, "template", name) or _text(bank, "template", "letter")
    _later(content, more)
    content["title"] = {"en": f"Letter {number}", "de": f"Brief {number}"}
    at = next((n for n, block in enumerate(content["body"]) if block["id"] == "notice"), None)
    if at is not None and more % 6 == 5:
        attack = content["body"][at]
        match more % 5:
            case 0:
                content["body"] = [*content["body"][:at], *content["body"][at + 1 :]]
            case 1:
                attack["mandatory"] = not attack.get("mandatory")
            case 2:
                attack["lock"] = "open"
            case 3:
                attack["follow"] = "always" if attack.get("follow") == "approved" else "approved"
            case _:
                content["body"] = [attack, *content["body"][:at], *content["body"][at + 1 :]]
    return _written(content)


def _reworded(bank: World, today: date, number: int, more: int) -> tuple[bytes, str]:
    """The clause in other words, from now or from a day on; and its version."""
    content = _text(bank, "block", "notice")
    _later(content, more)
    text = {"en": f"You may object within {number} months.", "de": f"Widerspruch binnen {number} Monaten."}
    content["long"] = [{"id": "text", "type": "text", "text": dict(text)}]
    content["short"] = dict(text)
    content["effective"] = {"from": (today + timedelta(days=(more % 3) * 20) if more % 3 else today).isoformat()}
    return _written(content), content["version"]


def _edit(scene: Scene, step: Step) -> None:
    name = TEMPLATES[step.pick % len(TEMPLATES)]
    scene.bank.save(
        step.login,
        "template",
        name if scene.bank.draft("template", name) else "letter",
        _edited(scene.bank, name, scene.number(), step.more),
    )


def _clause(scene: Scene, step: Step) -> None:
    text, _version = _reworded(scene.bank, scene.bank.today, scene.number(), step.more)
    scene.anybody(step, lambda login: scene.bank.save(login, "block", "notice", text))


def _submit(scene: Scene, step: Step) -> None:
    bank = scene.bank
    with bank.home.reading() as session:
        waiting = sorted({(kind_of(it.kind), it.name) for it in drafts(session, bank.home.organisation)})
    start = bank.today + timedelta(days=15) if step.more % 5 == 4 else None
    some = [] if not waiting or step.more % 3 == 0 else [waiting[step.pick % len(waiting)]]
    languages = (("en",), ("de",))[step.pick % 2] if step.more % 7 > 4 else ()
    if languages and step.more % 2:  # what was approved in the other language only
        some = [("template", TEMPLATES[step.pick % len(TEMPLATES)])]
    scene.anybody(step, lambda login: bank.submit(login, *some, start=start, languages=languages))


def _open_review(scene: Scene, step: Step) -> str:
    """A review that is open, if there is one."""
    found = scene.bank.reviews()
    waiting = [it for it in found if it.state == "in_review"] or found
    return waiting[step.pick % len(waiting)].row.id


def _approve(scene: Scene, step: Step) -> None:
    review = _open_review(scene, step)
    scene.anybody(step, lambda login: scene.bank.decide(login, review))


def _reject(scene: Scene, step: Step) -> None:
    scene.bank.decide(step.login, _open_review(scene, step), "withdrawn" if step.more % 2 else "rejected")


def _role(scene: Scene, step: Step) -> None:
    bank = scene.bank
    if step.more % 2 == 0:
        grant(bank.home, bank.who("ada"), step.login, ROLES[step.pick % len(ROLES)], now=bank.clock())
        return
    known = next(it for it in people(bank.home) if it.login == step.login)
    if known.given:
        revoke(bank.home, bank.who("ada"), known.given[step.pick % len(known.given)][0], now=bank.clock())


def _lend(scene: Scene, step: Step) -> None:
    bank, lent = scene.bank, lendings(scene.bank.home)
    if lent and step.more % 4 == 3:
        number = lent[step.pick % len(lent)].number
        scene.anybody(step, lambda login: end_lending(bank.home, bank.who(login), number, bank.clock()))
        return
    start = bank.now + timedelta(hours=step.more % 3)
    what, to = ("content", "compliance")[step.pick % 2], LOGINS[step.pick % len(LOGINS)]
    until = start + timedelta(hours=1 + step.more % 50)
    scene.anybody(step, lambda login: lend(bank.home, bank.who(login), what, to, start, until, bank.clock()))


def _import(scene: Scene, step: Step) -> None:
    """Files from elsewhere: a letter, and now and then the clause."""
    number = scene.number()
    files = {file_of("template", "letter", ""): _edited(scene.bank, "letter", number, step.more)}
    if step.pick % 2:
        text, version = _reworded(scene.bank, scene.bank.today, number, step.more)
        files[file_of("block", "notice", version)] = text
    folder = scene.folder / f"import-{number}"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    scene.anybody(step, lambda login: import_folder(scene.bank.home, scene.bank.who(login), folder, scene.bank.clock()))


def _restore(scene: Scene, step: Step) -> None:
    """What lies in the store as files; or files from before come back."""
    if not scene.exports or step.pick % 3 == 0:
        folder = scene.folder / f"export-{scene.number()}"
        only = [("block", "notice"), *(("template", name) for name in TEMPLATES)]
        export_folder(scene.bank.home, folder, only)
        scene.exports.append(folder)
    before = scene.exports[step.pick % len(scene.exports)]
    scene.anybody(step, lambda login: import_folder(scene.bank.home, scene.bank.who(login), before, scene.bank.clock()))


def _copy(scene: Scene, step: Step) -> None:
    """A letter under another name."""
    content = _text(scene.bank, "template", TEMPLATES[step.pick % 2])
    content["template"] = TEMPLATES[2 + step.more % 2]
    scene.anybody(step, lambda login: scene.bank.save(login, "template", content["template"], _written(content)))


def _retire(scene: Scene, step: Step) -> None:
    """Out of force: one version, all of a review, or only later."""
    bank = scene.bank
    with bank.home.reading() as session:
        found = session.exec(select(Publication).order_by("id")).all()
        known = [(it.kind, it.name, it.version, it.review) for it in found]
    some = [it for it in known if it[3] != known[0][3]]  # what the bank began with is kept, or little would go out
    kind, name, version, review = some[step.pick % len(some)] if some else ("template", "reminder", "1.0", "")
    later = bank.today + timedelta(days=5 + step.more % 30)

    def tries(login: str) -> None:
        by, now = bank.who(login), bank.clock()
        match step.more // 2 % 3:
            case 0:
                retire(bank.home, by, kind_of(kind), name, version, "a mistake", now)
            case 1:
                take_back(bank.home, by, review, "a mistake", now)
            case _:
                postpone(bank.home, by, review, later, "the printer", bank.today, now)

    scene.anybody(step, tries)


def _glass(scene: Scene, step: Step) -> None:
    bank, hours = scene.bank, (1, 24, 72, 73)[step.more // 2 % 4]
    what, language = TEMPLATES[step.pick % 4], ("en", "de")[step.more % 2]
    scene.anybody(
        Step("glass", step.who, step.pick, 1),
        lambda login: break_glass(
            bank.home,
            bank.who(login),
            what,
            language,
            "ahorn",
            hours,
            "It cannot wait for anybody",
            bank.today,
            bank.clock(),
            draft=step.pick % 5 != 4,
        ),
    )


def _wait(scene: Scene, step: Step) -> None:
    days = (0, 0, 1, 8)[step.pick % 4]
    scene.bank.now += timedelta(hours=step.more % 30, days=days)
    scene.bank.today = max(scene.bank.today, scene.bank.now.date())


STEPS: Mapping[str, Callable[[Scene, Step], None]] = {
    "wait": _wait,
    "edit": _edit,
    "clause": _clause,
    "submit": _submit,
    "approve": _approve,
    "reject": _reject,
    "role": _role,
    "lend": _lend,
    "import": _import,
    "restore": _restore,
    "copy": _copy,
    "retire": _retire,
    "glass": _glass,
}
"""Every kind of step."""
