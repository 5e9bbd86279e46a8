"""Clients, their versions and their turns."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_FINAL = "client_id, number, parent, author, cause, turn_id, created_at, edits_json, plan_json"


def upgrade() -> None:
    moment = sa.DateTime(timezone=True)
    op.create_table(
        "client",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("athlete_json", sa.Text, nullable=False),
        sa.Column("known_json", sa.Text, nullable=False),
        sa.Column("pending", sa.Text),
        sa.Column("timezone", sa.String(64)),
        sa.Column("apply_at_once", sa.Boolean, nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_client"),
    )
    op.create_table(
        "version",
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("parent", sa.Integer),
        sa.Column("is_current", sa.Boolean, nullable=False),
        sa.Column("author", sa.String(16), nullable=False),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("turn_id", sa.String(64)),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("edits_json", sa.Text, nullable=False),
        sa.Column("plan_json", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("client_id", "number", name="pk_version"),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_version_client_id", ondelete="CASCADE"),
        sa.UniqueConstraint("client_id", "turn_id", name="uq_version_client_id_turn_id"),
    )
    _index_where("uq_version_current", "version", "client_id", "is_current", unique=True)
    op.create_table(
        "turn",
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("client_id", sa.String(64), nullable=False),
        sa.Column("asked", sa.Text, nullable=False),
        sa.Column("mode", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("owner", sa.String(64)),
        sa.Column("lease_until", moment),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("says", sa.Text, nullable=False),
        sa.Column("outcome", sa.String(16)),
        sa.Column("decision", sa.String(16)),
        sa.Column("base_version", sa.Integer),
        sa.Column("version", sa.Integer),
        sa.Column("edits_json", sa.Text, nullable=False),
        sa.Column("findings_json", sa.Text, nullable=False),
        sa.Column("refusal", sa.Text, nullable=False),
        sa.Column("notice", sa.Text, nullable=False),
        sa.Column("answered_by", sa.Text, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("input_tokens", sa.Integer),
        sa.Column("output_tokens", sa.Integer),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("finished_at", moment),
        sa.PrimaryKeyConstraint("sequence", name="pk_turn"),
        sa.ForeignKeyConstraint(["client_id"], ["client.id"], name="fk_turn_client_id", ondelete="CASCADE"),
        sa.UniqueConstraint("id", name="uq_turn_id"),
    )
    op.create_index("ix_turn_client_id", "turn", ["client_id", "sequence"])
    is_open = "status IN ('queued', 'running')"
    _index_where("uq_turn_open", "turn", "client_id", is_open, unique=True)
    _index_where("ix_turn_open", "turn", "sequence", is_open)
    _make_versions_final()


def _index_where(name: str, table: str, column: str, condition: str, unique: bool = False) -> None:
    """An index of those rows only that meet the condition."""
    where = sa.text(condition)
    op.create_index(name, table, [column], unique=unique, sqlite_where=where, postgresql_where=where)


def _make_versions_final() -> None:
    """A saved version never changes; all that moves is which one is current."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER version_is_final BEFORE UPDATE OF {_FINAL} ON version "
            "BEGIN SELECT RAISE(ABORT, 'a saved version never changes'); END"
        )
        return
    op.execute(
        "CREATE FUNCTION version_is_final() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'a saved version never changes' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    op.execute(
        f"CREATE TRIGGER version_is_final BEFORE UPDATE OF {_FINAL} ON version "
        "FOR EACH ROW EXECUTE FUNCTION version_is_final()"
    )
