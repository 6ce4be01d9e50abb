"""The two roles of PostgreSQL: the owner makes and upgrades the schema, the application only works in it.

What the application's role may do to a table is what the rules let anybody do: rows that are kept are added and read,
of rows that change only the columns that do, and what is forgotten may be taken away.  It owns nothing, so it can
neither switch a trigger off nor change a table.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, Table, text

from content_blocks.problem import refuse
from templates_store.constraints import FACTS, KEPT
from templates_store.tables import METADATA


def grant_application(connection: Connection, role: str) -> None:
    """Give a role what the application needs, and nothing else in this database; a role that has more loses it.

    On SQLite there are no roles, and nothing is done.  Raises Refused for a role that is not there, and for one that
    nothing can be kept from: a superuser, and the owner of the tables.
    """
    if connection.dialect.name != "postgresql":
        return
    _refuse_mighty(connection, role)
    quoted = connection.dialect.identifier_preparer.quote(role)
    home, database = connection.execute(
        text("SELECT quote_ident(current_schema()), quote_ident(current_database())")
    ).one()
    for statement in _statements(quoted, str(home), str(database)):
        connection.exec_driver_sql(statement)


def _refuse_mighty(connection: Connection, role: str) -> None:
    found = connection.execute(
        text("SELECT rolsuper, pg_has_role(rolname, current_user, 'MEMBER') FROM pg_roles WHERE rolname = :role"),
        {"role": role},
    ).one_or_none()
    if found is None:
        raise refuse("CCM_DATABASE_ROLE", "role-not-there", role=role)
    if any(found):
        raise refuse("CCM_DATABASE_ROLE", "role-owns-all", role=role)


def _statements(role: str, home: str, database: str) -> Iterator[str]:
    yield f"REVOKE ALL ON DATABASE {database} FROM PUBLIC, {role}"
    yield f"REVOKE ALL ON SCHEMA {home} FROM PUBLIC, {role}"
    yield f"REVOKE ALL ON ALL TABLES IN SCHEMA {home} FROM PUBLIC, {role}"
    yield f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {home} FROM PUBLIC, {role}"
    yield f"GRANT CONNECT ON DATABASE {database} TO {role}"
    yield f"GRANT USAGE ON SCHEMA {home} TO {role}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA {home} TO {role}"
    yield f"GRANT SELECT ON {home}.alembic_version TO {role}"
    for table in METADATA.sorted_tables:
        yield f"GRANT {', '.join(_rights(table))} ON {home}.{table.name} TO {role}"


def _rights(table: Table) -> list[str]:
    rights = ["SELECT", "INSERT"]
    if table.name in FACTS:
        changing = [column.name for column in table.columns if column.name not in FACTS[table.name]]
        return [*rights, f"UPDATE ({', '.join(changing)})"]
    return rights if table.name in KEPT else [*rights, "UPDATE", "DELETE"]
