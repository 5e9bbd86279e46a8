"""The ledger: one row for each request to a model, what they add up to, and what is held back for those under way.

A budget is kept by reserving before a request what it may cost at most, and settling afterwards what it did cost. Both
are one transaction, and reservations are made one after the other, whichever process makes them.
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Column, Connection, bindparam, delete, func, insert, select, text

from planwise_core.store.database import Database, patiently
from planwise_core.store.records import Limits, Spender, Spent, Tally, Usage
from planwise_core.store.tables import CLIENT, RESERVATION, USAGE

STALE = dt.timedelta(minutes=10)  # a request takes two at most: whoever held this back is gone
_ADVISORY_LOCK = 7_305_420  # any number, the same in every process


_WHOSE = select(CLIENT.c.id).where(CLIENT.c.id == bindparam("whose")).with_for_update(read=True, key_share=True)
# In one statement, with the names of its client and its turn only while the client is there: see `turns.add`.
_BOOK = insert(USAGE).values(
    client_id=_WHOSE.scalar_subquery(),
    turn_id=_WHOSE.with_only_columns(bindparam("turn", type_=USAGE.c.turn_id.type)).scalar_subquery(),
    correlation_id=_WHOSE.with_only_columns(bindparam("request", type_=USAGE.c.turn_id.type)).scalar_subquery(),
)


class Ledger:
    """What models have cost, in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def reserve(
        self, client_id: str, asked: Spent, limits: Limits, *, day_began: dt.datetime, now: dt.datetime
    ) -> int | None:
        """Holds back what a request may cost, to be settled by `add`; None: it is more than is left of the day.

        However many ask at once, in however many processes, no more is held back than there is.
        """
        row = {"client_id": client_id, "at": now, "tokens": asked.tokens, "cost_usd": asked.cost_usd}
        with self._database.writing(client_id) as db:
            if db.dialect.name == "postgresql":  # SQLite lets one writer in anyway
                db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
            db.execute(delete(RESERVATION).where(RESERVATION.c.at < now - STALE))
            if not _is_left(db, client_id, asked, limits, day_began):
                return None
            return db.execute(insert(RESERVATION).values(row).returning(RESERVATION.c.id)).scalar_one()

    def add(self, usage: Usage, reservation: int | None = None) -> None:
        """Writes one request down; without a name, if its client is gone by now.

        With `reservation`, what was held back for it is given back in the same moment. It waits for a lock longer than
        others do.
        """
        patiently(lambda: self._add(usage, reservation))

    def _add(self, usage: Usage, reservation: int | None) -> None:
        row = dict(usage) | {"whose": usage.client_id, "turn": usage.turn_id, "request": usage.correlation_id}
        row = {name: value for name, value in row.items() if name not in {"client_id", "turn_id", "correlation_id"}}
        with self._database.writing(usage.client_id, is_patient=True) as db:
            if reservation is not None:
                db.execute(delete(RESERVATION).where(RESERVATION.c.id == reservation))
            db.execute(_BOOK, row)

    def since(self, client_id: str | None, moment: dt.datetime) -> Spent:
        """What one client (None: everybody, also those who are gone) has spent from `moment` on."""
        with self._database.reading(client_id) as db:
            return _spent(db, client_id, moment)

    def tallies(self, since: dt.datetime) -> tuple[Tally, ...]:
        """What was asked of each model from a moment on, by how it ended; nothing in it tells by whom."""
        counted = (
            USAGE.c.model,
            USAGE.c.endpoint,
            USAGE.c.outcome,
            func.count().label("requests"),
            func.sum(USAGE.c.input_tokens + USAGE.c.output_tokens).label("tokens"),
            func.coalesce(func.sum(USAGE.c.cost_usd), 0.0).label("cost_usd"),
            func.avg(USAGE.c.first_token_s).label("first_token_s"),
            func.avg(USAGE.c.total_s).label("total_s"),
        )
        by = (USAGE.c.model, USAGE.c.endpoint, USAGE.c.outcome)
        with self._database.reading() as db:
            rows = db.execute(select(*counted).where(USAGE.c.at >= since).group_by(*by).order_by(*by))
            return tuple(Tally(**row._mapping) for row in rows)

    def spenders(self, since: dt.datetime, until: dt.datetime) -> tuple[Spender, ...]:
        """What each client has spent from `since` to before `until`, the most expensive first."""
        tokens = func.sum(USAGE.c.input_tokens + USAGE.c.output_tokens).label("tokens")
        cost = func.coalesce(func.sum(USAGE.c.cost_usd), 0.0).label("cost_usd")
        asked = select(USAGE.c.client_id, func.count().label("requests"), tokens, cost)
        asked = asked.where(USAGE.c.at >= since, USAGE.c.at < until).group_by(USAGE.c.client_id)
        with self._database.reading() as db:
            return tuple(Spender(**row._mapping) for row in db.execute(asked.order_by(cost.desc(), tokens.desc())))


def _is_left(db: Connection, client_id: str, asked: Spent, limits: Limits, day_began: dt.datetime) -> bool:
    if limits.tokens_per_client is not None:
        taken = _spent(db, client_id, day_began).tokens + _held(db, RESERVATION.c.tokens, client_id)
        if taken + asked.tokens > limits.tokens_per_client:
            return False
    if limits.usd is not None and asked.cost_usd:
        taken_usd = _spent(db, None, day_began).cost_usd + _held(db, RESERVATION.c.cost_usd)
        return taken_usd + asked.cost_usd <= limits.usd
    return True


def _spent(db: Connection, client_id: str | None, moment: dt.datetime) -> Spent:
    tokens = func.coalesce(func.sum(USAGE.c.input_tokens + USAGE.c.output_tokens), 0)
    asked = select(tokens, func.coalesce(func.sum(USAGE.c.cost_usd), 0.0)).where(USAGE.c.at >= moment)
    if client_id is not None:
        asked = asked.where(USAGE.c.client_id == client_id)
    total, cost = db.execute(asked).one()
    return Spent(int(total), float(cost))


def _held(db: Connection, column: Column[int] | Column[float], client_id: str | None = None) -> float:
    asked = select(func.coalesce(func.sum(column), 0))
    if client_id is not None:
        asked = asked.where(RESERVATION.c.client_id == client_id)
    return float(db.scalar(asked) or 0)
