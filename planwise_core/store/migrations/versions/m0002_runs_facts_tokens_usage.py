"""Runs, what is remembered, API tokens and the ledger of model requests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "run",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("run_json", sa.Text, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        *_of_a_client("run"),
    )
    op.create_index("ix_run_client_id", "run", ["client_id", "date"])
    op.create_table(
        "fact",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("confirmed", sa.Boolean, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        *_of_a_client("fact"),
    )
    op.create_index("ix_fact_client_id", "fact", ["client_id"])
    op.create_table(
        "token",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("secret_hash", sa.String(64), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        *_of_a_client("token"),
        sa.UniqueConstraint("secret_hash", name="uq_token_secret_hash"),
    )
    op.create_index("ix_token_client_id", "token", ["client_id"])
    op.create_table(
        "usage",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("client_id", sa.String(64)),
        sa.Column("turn_id", sa.String(64)),
        sa.Column("at", moment, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("endpoint", sa.Text, nullable=False),
        sa.Column("input_tokens", sa.Integer, nullable=False),
        sa.Column("output_tokens", sa.Integer, nullable=False),
        sa.Column("cached_tokens", sa.Integer, nullable=False),
        sa.Column("cost_usd", sa.Double),
        sa.Column("first_token_s", sa.Double),
        sa.Column("total_s", sa.Double, nullable=False),
        sa.Column("outcome", sa.String(40), nullable=False),
        sa.Column("correlation_id", sa.String(64)),
        *_of_a_client("usage", when_it_goes="SET NULL"),
    )
    op.create_index("ix_usage_at", "usage", ["at"])
    op.create_index("ix_usage_client_id", "usage", ["client_id", "at"])


def _of_a_client(table: str, when_it_goes: str = "CASCADE") -> tuple[sa.Constraint, sa.Constraint]:
    name = f"fk_{table}_client_id"
    return (
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name=name, ondelete=when_it_goes),
    )
