"""What Alembic runs: the migrations, on the connection that `templates_store.migrating` hands in."""

from __future__ import annotations

from alembic import context

from templates_store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=False,
    transactional_ddl=True,
)
context.run_migrations()
