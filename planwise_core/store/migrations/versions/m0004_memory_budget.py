"""Which turn a fact was told in, and what is held back of a budget while a request is under way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("fact", sa.Column("turn_id", sa.String(64)))
    op.create_table(
        "reservation",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String(64)),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("tokens", sa.Integer, nullable=False),
        sa.Column("cost_usd", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_reservation"),
    )
