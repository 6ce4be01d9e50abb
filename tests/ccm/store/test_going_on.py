"""Writing on in a draft in which compliance has opened or removed what is locked, before that is approved."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ccm.store.actor import Given
from ccm.store.people import grant, people, revoke
from content_blocks.problem import Refused
from content_blocks.yaml_source import read_yaml
from tests.ccm.store.test_saving import codes
from tests.ccm.store.world import World

CLAUSE = "  - {id: notice, type: clause, block: notice, follow: approved, mandatory: true}\n"
OPENED = ("type: clause,", "type: clause, lock: open,")
WORDS = ("You have", "There are")


Blocks = list[dict[str, Any]]


def clauses(world: World) -> Blocks:
    return [it for it in body(world) if it["type"] == "clause"]


def drafted(world: World, *swaps: tuple[str, str], **fields: Any) -> None:
    world.edit("law", "template", "letter", *swaps, **{"version": "1.1", **fields})


def put_differently(world: World, body: Blocks) -> Any:
    """A save that says what bob makes of the letter's blocks."""
    with pytest.raises(Refused) as caught:
        world.edit("bob", "template", "letter", body=body)
    return codes(caught)


def body(world: World) -> Blocks:
    content: Any = read_yaml(world.text("template", "letter").decode()).content
    return list(content["body"])


def test_others_write_on_and_what_was_opened_stays_opened(bank: World) -> None:
    drafted(bank, body=changed(body(bank), lock="open"))
    assert bank.edit("bob", "template", "letter", WORDS).new
    assert bank.edit("bob", "template", "letter", ("There are", "We give you")).new
    assert [it["lock"] for it in clauses(bank)] == ["open"]
    drafted(bank, ("We give you", "You get"))
    assert bank.edit("bob", "template", "letter", ("You get", "You have")).new


def test_others_write_on_and_what_was_removed_stays_removed(bank: World) -> None:
    drafted(bank, body=[it for it in body(bank) if it["type"] != "clause"])
    assert bank.edit("bob", "template", "letter", WORDS).new
    assert clauses(bank) == []


def changed(found: Blocks, **fields: Any) -> Blocks:
    return [{**it, **fields} if it["type"] == "clause" else it for it in found]


def wrapped(found: Blocks) -> Blocks:
    return [
        {"id": "g", "type": "group", "when": "days > 99", "blocks": [it]} if it["type"] == "clause" else it
        for it in found
    ]


ATTACKS: dict[str, Callable[[Blocks], Blocks]] = {
    "reverts the opening": lambda it: changed(it, lock="locked"),
    "writes in it": lambda it: changed(it, mandatory=False),
    "follows otherwise": lambda it: changed(it, follow="always"),
    "takes it out": lambda it: [one for one in it if one["type"] != "clause"],
    "hides it": wrapped,
    "puts another into its place": lambda it: changed(it, block="other"),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_what_was_opened_is_not_theirs_before_it_is_approved(bank: World, name: str) -> None:
    drafted(bank, body=changed(body(bank), lock="open"))
    assert "locked" in put_differently(bank, ATTACKS[name](body(bank)))


def test_nobody_brings_back_what_was_removed(bank: World) -> None:
    before = body(bank)
    drafted(bank, body=[it for it in before if it["type"] != "clause"])
    assert "locked" in put_differently(bank, before)
    assert "locked" in put_differently(bank, wrapped(before))


def test_another_number_is_no_way_around_it(bank: World) -> None:
    before = body(bank)
    drafted(bank, body=changed(before, lock="open"))
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "template", "letter", version="1.2", body=before)
    assert "locked" in codes(caught)


def test_who_submits_answers_for_the_whole(bank: World) -> None:
    drafted(bank, body=changed(body(bank), lock="open"))
    bank.edit("bob", "template", "letter", WORDS)
    with pytest.raises(Refused) as caught:
        bank.submit("bob", ("template", "letter"))
    assert "locked" in codes(caught)
    review = bank.review(bank.submit("law", ("template", "letter")))
    assert {bank.who(login).id for login in ("bob", "law")} <= review.facts.authors


def test_once_it_is_approved_it_is_open(bank: World) -> None:
    drafted(bank, body=changed(body(bank), lock="open"))
    bank.publish("law", ("template", "letter"))
    assert "locked" not in put_differently(bank, changed(body(bank), block="other"))


def test_a_draft_from_before_the_approval_opens_nothing(bank: World) -> None:
    """Law drafts, and something else is approved meanwhile: the draft knows nothing of that."""
    first = bank.edit("law", "template", "letter", WORDS, version="1.1")
    review = bank.submit("law", ("template", "letter"))
    drafted(bank, version="1.2", body=[it for it in body(bank) if it["type"] != "clause"])
    bank.approve(review)
    assert first.new
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "template", "letter", ("There are", "We give you"))
    assert "locked" in codes(caught)


def test_whose_right_has_ended_takes_the_opening_back(bank: World) -> None:
    drafted(bank, body=changed(body(bank), lock="open"))
    (number,) = [number for known in people(bank.home) if known.login == "law" for number, _ in known.given]
    revoke(bank.home, bank.who("ada"), number, bank.clock())
    with pytest.raises(Refused) as caught:
        bank.edit("bob", "template", "letter", WORDS)
    assert "locked" in codes(caught)


def test_whoever_comes_to_own_locks_has_opened_nothing_before(bank: World) -> None:
    bank.edit("bob", "template", "letter", WORDS, version="1.1")
    ada = bank.who("ada")
    grant(bank.home, ada, "bob", Given("author", changes=("regulated wording",)), bank.clock())
    grant(bank.home, ada, "carl", Given("author"), bank.clock())
    with pytest.raises(Refused) as caught:
        bank.edit("carl", "template", "letter", body=changed(body(bank), lock="open"))
    assert "locked" in codes(caught)
    assert bank.edit("carl", "template", "letter", ("There are", "We give you")).new
