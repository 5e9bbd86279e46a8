"""The tables, typed. What must never be wrong is a constraint here and not a habit of the code.

- a client's versions are numbered without doubles, exactly one of them is current, a turn leads to one version at most
- a client has at most one turn that is queued or running
- a saved version never changes (a trigger, made by the migration)
from sqlalchemy.dialects import postgresql, sqlite

A change here needs a migration beside it; a test holds the two against each other.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Date,
    DateTime,
    Dialect,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypedColumns,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite

REVISION = "0004"  # the migration these tables are at

# To the letter as in the partial indexes: in other words, or with a bound value, SQLite does not see that they fit.
IS_CURRENT = text("is_current")
IS_OPEN = text("status IN ('queued', 'running')")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[dt.datetime]):
    """An aware UTC time on both dialects: SQLite knows no time zones, PostgreSQL answers in the session's."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored time needs its time zone")
        return value.astimezone(dt.UTC)

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


class Words(TypeDecorator[str]):
    """Free text. Left out is what no UTF-8 holds (half a surrogate pair) and what PostgreSQL refuses (NUL)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None or (value.isascii() and "\0" not in value):
            return value
        return value.replace("\0", "").encode("utf-8", "ignore").decode()


def _client_id(primary_key: bool = False) -> Column[str]:
    return Column(String(64), ForeignKey("client.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False)


class _ClientColumns(TypedColumns):
    id = Column(String(64), primary_key=True)
    athlete_json = Column(Text, nullable=False)
    known_json = Column(Text, nullable=False)
    pending = Column(Words)
    timezone = Column(String(64))
    apply_at_once = Column(Boolean, nullable=False)
    created_at = Column(Moment, nullable=False)


CLIENT = Table("client", metadata, _ClientColumns)


class _VersionColumns(TypedColumns):
    client_id = _client_id()
    number = Column(Integer, nullable=False)
    parent = Column(Integer)
    is_current = Column(Boolean, nullable=False)
    author = Column(String(16), nullable=False)
    cause = Column(Words, nullable=False)
    turn_id = Column(String(64))
    created_at = Column(Moment, nullable=False)
    edits_json = Column(Text, nullable=False)
    plan_json = Column(Text, nullable=False)  # last: SQLite reads the columns before it without its pages


VERSION = Table(
    "version",
    metadata,
    _VersionColumns,
    PrimaryKeyConstraint("client_id", "number"),
    UniqueConstraint("client_id", "turn_id"),
)
Index("uq_version_current", VERSION.c.client_id, unique=True, sqlite_where=IS_CURRENT, postgresql_where=IS_CURRENT)


class _TurnColumns(TypedColumns):
    sequence = Column(Integer, primary_key=True)  # the order of a conversation: clocks jump, this does not
    id = Column(String(64), nullable=False, unique=True)
    client_id = _client_id()
    asked = Column(Words, nullable=False)
    mode = Column(String(16), nullable=False)
    status = Column(String(16), nullable=False)
    owner = Column(String(64))
    lease_until = Column(Moment)
    attempt = Column(Integer, nullable=False)
    says = Column(Words, nullable=False)
    outcome = Column(String(16))
    decision = Column(String(16))
    base_version = Column(Integer)
    version = Column(Integer)
    edits_json = Column(Text, nullable=False)
    findings_json = Column(Text, nullable=False)
    refusal = Column(Words, nullable=False)
    notice = Column(Words, nullable=False)
    answered_by = Column(Words, nullable=False)
    error = Column(Words)
    input_tokens = Column(Integer)
    output_tokens = Column(Integer)
    created_at = Column(Moment, nullable=False)
    finished_at = Column(Moment)


TURN = Table("turn", metadata, _TurnColumns)
Index("ix_turn_client_id", TURN.c.client_id, TURN.c.sequence)
Index("uq_turn_open", TURN.c.client_id, unique=True, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)
Index("ix_turn_open", TURN.c.sequence, sqlite_where=IS_OPEN, postgresql_where=IS_OPEN)  # the queue


class _RunColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    client_id = _client_id()
    date = Column(Date, nullable=False)
    run_json = Column(Text, nullable=False)
    created_at = Column(Moment, nullable=False)


RUN = Table("run", metadata, _RunColumns)
Index("ix_run_client_id", RUN.c.client_id, RUN.c.date)


class _FactColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    client_id = _client_id()
    text = Column(Words, nullable=False)
    kind = Column(String(40), nullable=False)
    confirmed = Column(Boolean, nullable=False)
    created_at = Column(Moment, nullable=False)
    turn_id = Column(String(64))


FACT = Table("fact", metadata, _FactColumns)
Index("ix_fact_client_id", FACT.c.client_id)


class _TokenColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    client_id = _client_id()
    name = Column(Words, nullable=False)
    secret_hash = Column(String(64), nullable=False, unique=True)
    created_at = Column(Moment, nullable=False)


TOKEN = Table("token", metadata, _TokenColumns)
Index("ix_token_client_id", TOKEN.c.client_id)


class _UsageColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    # what was spent stays spent when a client goes: the row stays, and nothing in it tells whose it was
    client_id = Column(String(64), ForeignKey("client.id", ondelete="SET NULL"))
    turn_id = Column(String(64))
    at = Column(Moment, nullable=False)
    model = Column(Words, nullable=False)
    endpoint = Column(Words, nullable=False)
    input_tokens = Column(Integer, nullable=False)
    output_tokens = Column(Integer, nullable=False)
    cached_tokens = Column(Integer, nullable=False)
    cost_usd = Column(Double)
    first_token_s = Column(Double)
    total_s = Column(Double, nullable=False)
    outcome = Column(String(40), nullable=False)
    correlation_id = Column(String(64))


class _ReservationColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    # the client may go while a request of theirs is under way: what it may cost is held back all the same
    client_id = Column(String(64))
    at = Column(Moment, nullable=False)
    tokens = Column(Integer, nullable=False)
    cost_usd = Column(Double, nullable=False)


RESERVATION = Table("reservation", metadata, _ReservationColumns, Index(None, "client_id"))

USAGE = Table("usage", metadata, _UsageColumns)
Index("ix_usage_at", USAGE.c.at)
Index("ix_usage_client_id", USAGE.c.client_id, USAGE.c.at)


class _AccountColumns(TypedColumns):
    id = Column(Integer, primary_key=True)
    name = Column(String(40), nullable=False, unique=True)  # in small letters
    password_hash = Column(Text, nullable=False)
    role = Column(String(16), nullable=False)
    # no foreign key: when a client is reset, the account stays and begins anew
    client_id = Column(String(64), nullable=False, unique=True)
    created_at = Column(Moment, nullable=False)


ACCOUNT = Table("account", metadata, _AccountColumns)


def _account_id(primary_key: bool = False) -> Column[int]:
    return Column(Integer, ForeignKey("account.id", ondelete="CASCADE"), primary_key=primary_key, nullable=False)


class _SessionColumns(TypedColumns):
    id = Column(String(64), primary_key=True)  # random: a number would be given again, to somebody else
    account_id = _account_id()
    athlete_id = Column(Integer, ForeignKey("account.id", ondelete="SET NULL"))
    ticket_hash = Column(String(64), unique=True)
    secret_hash = Column(String(64), unique=True)
    created_at = Column(Moment, nullable=False)
    expires_at = Column(Moment, nullable=False)


SESSION = Table("session", metadata, _SessionColumns)
Index("ix_session_account_id", SESSION.c.account_id)


class _GuessColumns(TypedColumns):
    name_hash = Column(String(64), primary_key=True)  # somebody may have typed a password where the name goes
    tries = Column(Integer, nullable=False)
    since = Column(Moment, nullable=False)


GUESS = Table("guess", metadata, _GuessColumns)


class _InvitationColumns(TypedColumns):
    code_hash = Column(String(64), primary_key=True)
    coach_id = _account_id()
    expires_at = Column(Moment, nullable=False)


INVITATION = Table("invitation", metadata, _InvitationColumns)
Index("ix_invitation_coach_id", INVITATION.c.coach_id)


class _CoachingColumns(TypedColumns):
    coach_id = _account_id(primary_key=True)
    athlete_id = _account_id(primary_key=True)
    created_at = Column(Moment, nullable=False)


COACHING = Table("coaching", metadata, _CoachingColumns)
Index("ix_coaching_athlete_id", COACHING.c.athlete_id)


def if_free(db: Connection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """An insertion that leaves a row of which there can be only one as it is, and then gives nothing back."""
    if db.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
