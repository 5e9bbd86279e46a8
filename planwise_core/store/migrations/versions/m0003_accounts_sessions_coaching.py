"""Accounts, who is signed in, and who coaches whom."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "account",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("role", sa.String(16), nullable=False),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_account"),
        sa.UniqueConstraint("name", name="uq_account_name"),
        sa.UniqueConstraint("client_id", name="uq_account_client_id"),
    )
    op.create_table(
        "session",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("account_id", sa.Integer, nullable=False),
        sa.Column("athlete_id", sa.Integer),
        sa.Column("ticket_hash", sa.String(64)),
        sa.Column("secret_hash", sa.String(64)),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_session"),
        _of_an_account("session", "account_id"),
        _of_an_account("session", "athlete_id", when_it_goes="SET NULL"),
        sa.UniqueConstraint("ticket_hash", name="uq_session_ticket_hash"),
        sa.UniqueConstraint("secret_hash", name="uq_session_secret_hash"),
    )
    op.create_index("ix_session_account_id", "session", ["account_id"])
    op.create_table(
        "guess",
        sa.Column("name_hash", sa.String(64), nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.PrimaryKeyConstraint("name_hash", name="pk_guess"),
    )
    op.create_table(
        "invitation",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("coach_id", sa.Integer, nullable=False),
        sa.Column("expires_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("code_hash", name="pk_invitation"),
        _of_an_account("invitation", "coach_id"),
    )
    op.create_index("ix_invitation_coach_id", "invitation", ["coach_id"])
    op.create_table(
        "coaching",
        sa.Column("coach_id", sa.Integer, nullable=False),
        sa.Column("athlete_id", sa.Integer, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("coach_id", "athlete_id", name="pk_coaching"),
        _of_an_account("coaching", "coach_id"),
        _of_an_account("coaching", "athlete_id"),
    )
    op.create_index("ix_coaching_athlete_id", "coaching", ["athlete_id"])


def _of_an_account(table: str, column: str, when_it_goes: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["account.id"], name=f"fk_{table}_{column}", ondelete=when_it_goes)
