"""PostgreSQL's two roles: under the application's everything people do works, and nothing that the owner could do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from ccm.store.auditing import verify
from ccm.store.founding import found
from ccm.store.home import Home
from ccm.store.importing import import_folder
from ccm.store.rotating import rotate
from ccm.store.signing_in import sign_in
from content_blocks.problem import Refused
from templates_store.constraints import FACTS, KEPT
from templates_store.database import open_database
from templates_store.migrating import migrate
from templates_store.roles import grant_application
from templates_store.tables import METADATA, MUTABLE
from tests import databases
from tests.ccm.store.tampering import PASSWORD, live
from tests.ccm.store.world import START, World, letters, settle
from tests.raw_program import Raw


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[World]:
    """A bank that the owner founded, and works in under the application's role."""
    yield from _founded(tmp_path)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One for all who try what is refused: nothing happens in it."""
    yield from _founded(tmp_path_factory.mktemp("still"))


def _founded(folder: Path) -> Iterator[World]:
    owner, role = f"owner_{token_hex(4)}", f"app_{token_hex(4)}"
    address = databases.empty("postgresql", folder)
    name = address.partition("?")[0].rpartition("/")[2]
    with psycopg.connect(str(databases.server().get_uri()), autocommit=True) as connection:
        for statement in (f"CREATE ROLE {owner} LOGIN", f"CREATE ROLE {role} LOGIN"):
            connection.execute(statement.encode())
        connection.execute(f"ALTER DATABASE {name} OWNER TO {owner}".encode())
    settings = {"CCM_HOME": str(folder / "home"), "CCM_DATABASE_ROLE": role}
    owned = found("ahorn", "Ahorn Bank", {**settings, "CCM_DATABASE_URL": as_role(address, owner)}, START)
    owned.database.engine.dispose()
    home = Home(owned.place, open_database(as_role(address, role)), "ahorn")
    yield World(home)
    home.database.engine.dispose()


def as_role(address: str, role: str) -> str:
    """The same database under another name."""
    return address.replace("://postgres:@", f"://{role}:@")


def owner_of(bank: World) -> str:
    """The address under which the owner comes."""
    (owner,) = Raw(bank.home).rows("SELECT tableowner FROM pg_tables WHERE tablename = 'log'")[0]
    return Raw(bank.home).url.replace(str(bank.home.database.engine.url.username), owner)


def work(bank: World, folder: Path) -> None:
    """The small story from the first person to a bundle that goes out, and much of what else people do."""
    settle(bank.home)
    import_folder(bank.home, bank.who("law"), letters(folder / "letters"), bank.clock())
    assert bank.publish("law").state == "approved"
    assert "two months" in bank.says("letter")
    live(bank)


def test_everything_that_people_do_works_under_the_applications_role(bank: World, tmp_path: Path) -> None:
    work(bank, tmp_path)
    assert "three months" in bank.says("letter", bank.today.replace(month=12, day=24))
    assert sign_in(bank.home, "vera", PASSWORD, now=bank.clock()).token
    with pytest.raises(Refused):
        sign_in(bank.home, "vera", "another one", now=bank.clock())
    rotate(bank.home, bank.who("ada"), bank.clock())
    assert verify(bank.home) == []


FORBIDDEN = {
    "switch a rule off": "ALTER TABLE decision DISABLE TRIGGER ccm_decision_own_work",
    "switch all of them off": "ALTER TABLE decision DISABLE TRIGGER ALL",
    "drop a rule": "DROP TRIGGER ccm_decision_own_work ON decision",
    "write a rule anew": (
        "CREATE OR REPLACE FUNCTION ccm_rules.ccm_decision_own_work() RETURNS trigger"
        " LANGUAGE plpgsql AS $$BEGIN RETURN NEW; END$$"
    ),
    "drop all rules": "DROP SCHEMA ccm_rules CASCADE",
    "say that it only copies": "SET session_replication_role = replica",
    "drop a table": "DROP TABLE retirement",
    "empty a table": "TRUNCATE retirement",
    "empty the people": "TRUNCATE person CASCADE",
    "make a table": "CREATE TABLE mine (id integer)",
    "make a table for the session": "CREATE TEMPORARY TABLE review_author (review text, person text)",
    "make a schema": "CREATE SCHEMA mine",
    "add a trigger": (
        "CREATE TRIGGER mine BEFORE UPDATE ON decision"
        " FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()"
    ),
    "inherit from a table": "CREATE TABLE mine () INHERITS (decision)",
    "rename a table": "ALTER TABLE decision RENAME TO past",
    "put a view in its place": "CREATE VIEW mine AS SELECT * FROM decision",
    "hide rows": "ALTER TABLE decision ENABLE ROW LEVEL SECURITY",
    "own a table": "ALTER TABLE decision OWNER TO CURRENT_USER",
    "say which schema it has": "UPDATE alembic_version SET version_num = '0001'",
    "count from anew": "SELECT setval('publication_id_seq', 1)",
}


@pytest.mark.parametrize("statement", FORBIDDEN.values(), ids=FORBIDDEN)
def test_the_application_cannot(still: World, statement: str) -> None:
    assert refused(still, statement)


@pytest.mark.parametrize("table", sorted(METADATA.tables))
def test_the_application_adds_and_reads(still: World, table: str) -> None:
    """Of what changes it writes only the columns that do; rows go only where what was is to be forgotten."""
    raw = Raw(still.home)
    raw.rows(f"SELECT * FROM {table}")
    with psycopg.connect(raw.address) as connection:
        granted = {
            right: connection.execute("SELECT has_table_privilege(%s, %s)", (table, right)).fetchone() == (True,)
            for right in ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "TRIGGER", "REFERENCES")
        }
    forgotten = table in MUTABLE - FACTS.keys()
    assert granted == {
        "INSERT": True,
        "UPDATE": forgotten,
        "DELETE": forgotten,
        "TRUNCATE": False,
        "TRIGGER": False,
        "REFERENCES": False,
    }
    if table in KEPT:
        assert refused(still, f"UPDATE {table} SET organisation = 'other'")
    for column in FACTS.get(table, ()):
        assert refused(still, f"UPDATE {table} SET {column} = 'x'")


def refused(bank: World, statement: str) -> bool:
    """Whether the application has no right to do something."""
    try:
        Raw(bank.home).run(statement)
    except InsufficientPrivilege:
        return True
    return False


def test_what_is_refused_it_is_for_want_of_a_right_only(bank: World) -> None:
    """The owner can: that is why the application must not be it."""
    with psycopg.connect(owner_of(bank), autocommit=True) as connection:
        for statement in (
            "ALTER TABLE decision DISABLE TRIGGER ccm_decision_own_work",
            "DROP SCHEMA ccm_rules CASCADE",
        ):
            connection.execute(statement.encode())


def test_an_upgrade_gives_the_application_what_it_needs_and_nothing_more(bank: World, tmp_path: Path) -> None:
    """Somebody gave it too much, and a table was added."""
    role = str(bank.home.database.engine.url.username)
    with psycopg.connect(owner_of(bank), autocommit=True) as connection:
        connection.execute(f"GRANT UPDATE, DELETE, TRUNCATE ON decision, person TO {role}".encode())
        connection.execute(f"GRANT CREATE ON SCHEMA public TO {role}".encode())
        connection.execute(f"REVOKE INSERT ON run FROM {role}".encode())
    assert not refused(bank, "UPDATE person SET created = created")
    database = open_database(owner_of(bank))
    migrate(database, role=role)
    database.engine.dispose()
    assert refused(bank, "UPDATE person SET created = created")
    assert refused(bank, "DELETE FROM decision")
    assert refused(bank, "CREATE TABLE mine (id integer)")
    work(bank, tmp_path)


@pytest.mark.parametrize(("role", "code"), [("nobody_there", "role-not-there"), ("postgres", "role-owns-all")])
def test_a_role_that_is_no_good_is_refused(bank: World, role: str, code: str) -> None:
    database = open_database(owner_of(bank))
    with pytest.raises(Refused) as caught, database.engine.begin() as connection:
        grant_application(connection, role)
    assert [problem.code for problem in caught.value.problems] == [code]
    database.engine.dispose()


def test_the_owner_is_no_role_for_the_application(bank: World) -> None:
    database = open_database(owner_of(bank))
    with pytest.raises(Refused) as caught, database.engine.begin() as connection:
        grant_application(connection, str(database.engine.url.username))
    assert [problem.code for problem in caught.value.problems] == ["role-owns-all"]
    database.engine.dispose()


def test_on_sqlite_there_are_no_roles(small: World) -> None:
    migrate(small.home.database, role="anybody")
    assert verify(small.home) == []
