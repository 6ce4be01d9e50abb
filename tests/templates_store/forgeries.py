"""Forgeries by table and the rule that they break: each prepares what it needs and gives the statement to be refused.

Each breaks one rule only, so that it passes once the trigger of that rule is gone.
"""

from __future__ import annotations

from collections.abc import Callable

from ccm.store.actor import Given
from ccm.store.people import disable, grant, people, revoke
from tests.templates_store.forging import Scene

Attack = Callable[[Scene], str]


def _reviewer(scene: Scene, login: str) -> None:
    grant(scene.bank.home, scene.bank.who("ada"), login, Given("reviewer", step="content"), now=scene.bank.clock())


def by_the_author(scene: Scene) -> str:
    """The author is another person than who submitted it, and a reviewer as well."""
    author = scene.person("cora")
    scene.raw.run(scene.raw.copy("review_author", f"review = '{scene.review}'", person=author))
    return scene.by("cora")


def on_behalf_of_the_author(scene: Scene) -> str:
    by_the_author(scene)
    scene.raw.run(scene.lent("cora", "carl"))
    return scene.by("cora", person=scene.person("carl"))


def by_the_submitter(scene: Scene) -> str:
    """Somebody else wrote it; who submitted it is a reviewer as well."""
    _reviewer(scene, "law")
    scene.raw.behind(f"DELETE FROM review_author WHERE review = '{scene.review}'")
    return scene.by("law")


def twice_for_one_person(scene: Scene) -> str:
    """As the one whose right it was, and as the one who uses another's."""
    scene.raw.run(scene.lent("cora", "carl"), scene.lent("dora", "cora", "compliance"))
    scene.raw.run(scene.by("carl", voter=scene.person("cora")))
    return scene.by("dora", "compliance", person=scene.person("cora"))


def twice_on_one_behalf(scene: Scene) -> str:
    """As the one who used it, and as the one whose right it was."""
    scene.raw.run(scene.lent("carl", "dora"), scene.lent("dora", "cora", "compliance"))
    scene.raw.run(scene.by("carl", person=scene.person("dora")))
    return scene.by("cora", "compliance", voter=scene.person("dora"))


def of_a_stranger(scene: Scene) -> str:
    """Where nobody looks at foreign keys a made-up person would be one more voter; the rules do not need them."""
    if scene.raw.kind == "sqlite":
        scene.raw.run(scene.lent("carl", "nora", borrower="'p-nobody'"))
        return scene.by("carl", person="'p-nobody'")
    other = scene.raw.copy("person", "login = 'cora'", id="'p-elsewhere'", organisation="'other'")
    scene.raw.run(other, scene.lent("carl", "nora", borrower="'p-elsewhere'"))
    return scene.by("carl", person="'p-elsewhere'")


def of_who_was_shut_out(scene: Scene) -> str:
    attack = scene.by("carl")
    disable(scene.bank.home, scene.bank.who("ada"), "carl", scene.bank.clock())
    return attack


def without_the_role(scene: Scene) -> str:
    number = next(it.given[0][0] for it in people(scene.bank.home) if it.login == "carl")
    revoke(scene.bank.home, scene.bank.who("ada"), number, now=scene.bank.clock())
    return scene.by("carl")


def given_back(scene: Scene) -> str:
    scene.raw.run(scene.lent("carl", "nora"), scene.ended("nora"))
    return scene.by("carl", person=scene.person("nora"))


def lent_otherwise(**changes: str) -> Attack:
    """A right was lent, but not this one, or not now."""

    def attack(scene: Scene) -> str:
        scene.raw.run(scene.lent("carl", "nora", **changes))
        return scene.by("carl", person=scene.person("nora"))

    return attack


def lent_by_who_was_shut_out(scene: Scene) -> str:
    scene.raw.run(scene.lent("carl", "nora"))
    attack = scene.by("carl", person=scene.person("nora"))
    disable(scene.bank.home, scene.bank.who("ada"), "carl", scene.bank.clock())
    return attack


def opened(allowed: bool = True, behind: bool = True, **changes: str) -> Attack:
    """A glass over the bundle in review by its submitter, who is a publisher if that is allowed."""

    def attack(scene: Scene) -> str:
        if allowed:
            given = Given("publisher")
            grant(scene.bank.home, scene.bank.who("ada"), "law", given, now=scene.bank.clock())
        if not behind:
            scene.raw.behind(f"DELETE FROM review_author WHERE review = '{scene.review}'")
        return scene.glass(**changes)

    return attack


def opened_when_begun(scene: Scene) -> str:
    return _then(scene, scene.by("carl"), opened()(scene))


def after_its_end(scene: Scene) -> str:
    scene.raw.run(scene.by("cora", kind="'rejected'", reason="'no'"))
    return scene.by("carl")


def published(scene: Scene, attack: str) -> str:
    scene.approved()
    return attack


def after_publication(scene: Scene) -> str:
    return published(scene, scene.publication()) and _then(scene, scene.publication(), scene.by("cora"))


def _then(scene: Scene, first: str, second: str) -> str:
    scene.raw.run(first)
    return second


def changed_when_begun(table: str, **changes: str) -> Attack:
    def attack(scene: Scene) -> str:
        key = next(iter(changes))
        values = f"(SELECT min({key}) FROM {table} WHERE review = '{scene.review}')"
        scene.raw.run(scene.by("carl"))
        return scene.raw.copy(table, f"review = '{scene.review}' AND {key} = {values}", **changes)

    return attack


def _nobody_behind_it(scene: Scene) -> str:
    """A review of the same words by which their author could approve them: it names nobody as an author."""
    scene.raw.run(scene.raw.copy("review", f"id = '{scene.review}'", id="'r-0000000000'"))
    return scene.raw.copy("review_item", f"review = '{scene.review}'", review="'r-0000000000'")


OTHER_REVISION = "(SELECT min(id) FROM revision)"


def _elsewhere(scene: Scene) -> str:
    """Everything else is there in the other organisation as well."""
    carl = f"id = {scene.person('carl')}"
    scene.raw.run(
        scene.raw.copy("person", carl, id="'p-there'", organisation="'other'"),
        scene.raw.copy("granted", f"person = {scene.person('carl')}", person="'p-there'", organisation="'other'"),
    )
    return scene.by("carl", person="'p-there'", voter="'p-there'", organisation="'other'")


def _unknown_step(scene: Scene) -> str:
    given = Given("reviewer", step="taste")
    grant(scene.bank.home, scene.bank.who("ada"), "carl", given, now=scene.bank.clock())
    return scene.by("carl", step="'taste'")


def _author_more(scene: Scene) -> str:
    scene.raw.run(scene.by("carl"))
    return scene.raw.copy("review_author", f"review = '{scene.review}'", person=scene.person("bob"))


def _item_more(scene: Scene) -> str:
    """Another item, as it was saved."""
    scene.raw.run(scene.by("carl"))
    columns = "organisation, kind, name, version, hash"
    return (
        f"INSERT INTO review_item (review, before, revision, {columns})"
        f" SELECT '{scene.review}', '', id, {columns} FROM revision WHERE kind = 'template' AND name = 'letter'"
    )


ATTACKS: dict[str, tuple[str, str, Attack]] = {
    "a decision by the author": ("decision", "own-work", by_the_author),
    "a decision on behalf of the author": ("decision", "own-work", on_behalf_of_the_author),
    "a decision by the submitter": ("decision", "own-submission", by_the_submitter),
    "a second decision by one person": ("decision", "counts-once", twice_for_one_person),
    "a second decision with one right": ("decision", "counts-once", twice_on_one_behalf),
    "a decision about something else": ("decision", "other-subject", lambda it: it.by("carl", subject="'0'")),
    "a decision in another organisation": (
        "decision",
        "other-subject",
        _elsewhere,
    ),
    "a decision about an unknown step": (
        "decision",
        "step-unknown",
        _unknown_step,
    ),
    "a later step first": ("decision", "step-early", lambda it: it.by("dora", "compliance")),
    "a decision of an unknown kind": ("decision", "decision-unknown", lambda it: it.by("carl", kind="'agreed'")),
    "a decision by a stranger": ("decision", "stranger", of_a_stranger),
    "a decision by who was shut out": ("decision", "stranger", of_who_was_shut_out),
    "a decision without the role": ("decision", "no-reviewer", without_the_role),
    "a decision by a right that nobody lent": (
        "decision",
        "not-lent",
        lambda it: it.by("carl", person=it.person("nora")),
    ),
    "a decision by a right that was given back": ("decision", "not-lent", given_back),
    "a decision by a right for another step": ("decision", "not-lent", lent_otherwise(step="compliance")),
    "a decision by a right that is lent later": ("decision", "not-lent", lent_otherwise(start="'2029-01-01'")),
    "a decision by a right lent until before": ("decision", "not-lent", lent_otherwise(until="'2026-02-01'")),
    "a decision by a right lent elsewhere": ("decision", "not-lent", lent_otherwise(organisation="'other'")),
    "a decision by the right of who was shut out": ("decision", "not-lent", lent_by_who_was_shut_out),
    "a withdrawal on behalf of somebody": (
        "decision",
        "not-lent",
        lambda it: it.by("law", kind="'withdrawn'", voter=it.person("carl")),
    ),
    "an end of what others agreed on": (
        "delegation_end",
        "delegation-of-others",
        lambda it: _then(it, it.lent("carl", "nora"), it.ended("dora")),
    ),
    "a glass by no publisher": ("glass", "glass-out-of-rule", opened(allowed=False)),
    "a glass by who is not behind it": ("glass", "glass-out-of-rule", opened(behind=False)),
    "a glass over another bundle": ("glass", "glass-out-of-rule", opened(bundle="'0'")),
    "a glass from before its review": (
        "glass",
        "glass-out-of-rule",
        opened(opened_at="'2026-11-01T00:00:00.000000Z'"),
    ),
    "a glass for longer than three days": (
        "glass",
        "glass-out-of-rule",
        opened(until="'2026-11-05T12:00:00.000000Z'"),
    ),
    "a glass for no time": ("glass", "glass-out-of-rule", opened(until="'2026-11-02T00:00:00.000000Z'")),
    "a glass when somebody has decided": ("glass", "glass-out-of-rule", opened_when_begun),
    "a withdrawal by somebody else": ("decision", "not-submitter", lambda it: it.by("carl", kind="'withdrawn'")),
    "a decision after a rejection": ("decision", "review-over", after_its_end),
    "a decision after publication": ("decision", "review-over", after_publication),
    "a publication without votes": ("publication", "votes-missing", Scene.publication),
    "a bundle without votes": ("published_bundle", "votes-missing", Scene.bundle),
    "a publication with half the votes": (
        "publication",
        "votes-missing",
        lambda it: _then(it, it.by("carl"), it.publication()),
    ),
    "a publication of a rejected review": (
        "publication",
        "votes-missing",
        lambda it: published(it, it.publication()) and _then(it, it.by("cora", kind="'rejected'"), it.publication()),
    ),
    "a publication of another hash": (
        "publication",
        "not-submitted",
        lambda it: published(it, it.publication(hash="'0'")),
    ),
    "a publication of another revision": (
        "publication",
        "not-submitted",
        lambda it: published(it, it.publication(revision=OTHER_REVISION)),
    ),
    "a publication of another item": (
        "publication",
        "not-submitted",
        lambda it: published(it, it.publication(name="'other'")),
    ),
    "a bundle of other hashes": (
        "published_bundle",
        "not-submitted",
        lambda it: published(it, it.bundle(hashes="'{}'")),
    ),
    "a bundle in another language": (
        "published_bundle",
        "not-submitted",
        lambda it: published(it, it.bundle(language="'fr'")),
    ),
    "a publication before its day": (
        "publication",
        "begins-earlier",
        lambda it: published(it, it.publication(start="'2026-11-03'")),
    ),
    "one step more in a review": ("review_step", "review-begun", changed_when_begun("review_step", place="9")),
    "one author more": ("review_author", "review-begun", _author_more),
    "one item more": ("review_item", "review-begun", _item_more),
    "one bundle more": ("review_bundle", "review-begun", changed_when_begun("review_bundle", bundle="'0'")),
    "a step for nobody": (
        "review_step",
        "quorum-missing",
        lambda it: it.raw.copy("review_step", f"review = '{it.review}' AND place = 0", place="9", quorum="0"),
    ),
    "an item without its author": ("review_item", "author-missing", _nobody_behind_it),
    "an item that nobody saved": (
        "review_item",
        "not-saved",
        lambda it: it.raw.copy("review_item", f"review = '{it.review}'", name="'other'"),
    ),
    "an item with another's content": (
        "review_item",
        "not-saved",
        lambda it: it.raw.copy("review_item", f"review = '{it.review}'", version="'1.2'", revision=OTHER_REVISION),
    ),
    "a beginning that is no later": ("postponement", "begins-earlier", lambda it: it.postponed("")),
    "a beginning before the one it was postponed to": (
        "postponement",
        "begins-earlier",
        lambda it: _then(it, it.postponed("2026-12-24"), it.postponed("2026-12-01")),
    ),
    "a postponement by no publisher": ("postponement", "no-publisher", lambda it: it.postponed("2026-12-01", "law")),
    "a retirement by no publisher": ("retirement", "no-publisher", lambda it: it.retired("law")),
}
