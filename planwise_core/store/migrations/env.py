"""Alembic's entry. The connection comes from `store.migrate`, which holds the lock and the transaction."""

from __future__ import annotations

from alembic import context

from planwise_core.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=True,  # SQLite can; Alembic assumes it cannot
)
context.run_migrations()
