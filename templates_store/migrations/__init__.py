"""The schema's history, as Alembic walks it."""
