"""What a program that goes round ccm is refused by the database itself, each under the name of its rule.

Every refusal is tried once more without its trigger, and then passes: so it is that trigger which refuses.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.exc import DBAPIError

from templates_store.constraints import RULES, refused_by
from tests.ccm.store.world import World, world
from tests.databases import forget
from tests.raw_program import Raw
from tests.templates_store.forgeries import ATTACKS, Attack, by_the_author
from tests.templates_store.forging import Scene, refusal


@pytest.fixture
def scene(bank: World) -> Scene:
    day = bank.today + timedelta(days=29)
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    return Scene(bank, Raw(bank.home), bank.submit("law", ("block", "notice"), start=day))


@pytest.mark.parametrize(("table", "rule", "attack"), ATTACKS.values(), ids=ATTACKS)
def test_a_rule_is_kept_by_the_database(scene: Scene, table: str, rule: str, attack: Attack) -> None:
    statement = attack(scene)
    assert refusal(scene.raw, statement) == f"ccm:{rule}:{table}"
    scene.raw.unguarded(f"ccm_{table}_{rule.replace('-', '_')}")
    scene.raw.run(statement)


@pytest.mark.parametrize("column", ["person", "voter"])
def test_voting_twice_is_refused_by_an_index_as_well(scene: Scene, column: str) -> None:
    scene.raw.run(scene.lent("cora", "dora", "compliance"), scene.lent("dora", "cora", "compliance"))
    scene.raw.run(scene.by("cora"))
    again = scene.by("dora", "compliance", **{column: scene.person("cora")})
    assert refusal(scene.raw, again) == "ccm:counts-once:decision"
    scene.raw.unguarded("ccm_decision_counts_once", "ccm_decision_insert")
    assert "unique constraint" in refusal(scene.raw, again).lower()


def test_every_rule_is_tried() -> None:
    assert {(table, rule) for table, rule, _ in ATTACKS.values()} == {(rule.table, rule.name) for rule in RULES}


@pytest.mark.parametrize("way", ["INSERT OR IGNORE", "INSERT OR FAIL", "INSERT OR ROLLBACK", "INSERT OR REPLACE"])
def test_no_way_of_inserting_gets_past_a_rule(small: World, way: str) -> None:
    scene = _small(small)
    statement = scene.by("dora", "compliance").replace("INSERT", way, 1)
    assert refusal(scene.raw, statement) == "ccm:step-early:decision"


def test_a_person_written_as_bytes_is_no_other_person(small: World) -> None:
    """SQLite compares texts with bytes as different, so the author would not be found among the authors."""
    scene = _small(small)
    bytes_of = f"CAST({scene.person('law')} AS BLOB)"
    scene.raw.run(scene.lent("carl", "law", borrower=bytes_of))
    assert refusal(scene.raw, scene.by("carl", person=bytes_of)) == "ccm:stranger:decision"


def _small(small: World) -> Scene:
    small.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    return Scene(small, Raw(small.home), small.submit("law", ("block", "notice")))


@pytest.fixture
def large(tmp_path: Path) -> Iterator[Scene]:
    """The same on PostgreSQL only."""
    bank = world("postgresql", tmp_path)
    bank.edit("law", "block", "notice", ("two months", "three months"), version="1.1")
    yield Scene(bank, Raw(bank.home), bank.submit("law", ("block", "notice")))
    forget(bank.home.database)


HIDDEN = {
    "a temporary table": ("CREATE TEMPORARY TABLE review_author (review text, person text)",),
    "a path": (
        "CREATE SCHEMA mine",
        "CREATE TABLE mine.review_author (review text, person text)",
        "SET search_path = mine, public",
    ),
    "the mode of a copy": ("SET session_replication_role = replica",),
}


@pytest.mark.parametrize("preparations", HIDDEN.values(), ids=HIDDEN)
def test_no_session_hides_the_authors_from_a_rule(large: Scene, preparations: tuple[str, ...]) -> None:
    """The author would not be found in a table of the same name that comes first, or by a trigger that is off."""
    statement = by_the_author(large)
    assert refusal(large.raw, *preparations, statement) == "ccm:own-work:decision"


def test_a_rejection_and_a_publication_at_once_wait_for_each_other(large: Scene) -> None:
    large.approved()
    rejection, publication = large.by("cora", kind="'rejected'"), large.publication()
    with psycopg.connect(large.raw.address) as one, psycopg.connect(large.raw.address) as other:
        one.execute(rejection.encode())
        other.execute("SET lock_timeout = '50ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute(publication.encode())
        other.rollback()
        one.commit()
        with pytest.raises(psycopg.Error, match="ccm:votes-missing"):
            other.execute(publication.encode())


def test_the_program_knows_the_rule_by_what_the_database_says(scene: Scene) -> None:
    with pytest.raises(DBAPIError) as caught, scene.bank.home.database.engine.begin() as connection:
        connection.exec_driver_sql(scene.by("dora", "compliance"))
    assert refused_by(caught.value) == "step-early"
