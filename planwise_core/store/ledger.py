"""The ledger: one row for each request to a model, and what they add up to."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, func, insert, select, update

from planwise_core.store.records import Spent, Usage
from planwise_core.store.tables import USAGE


def add(db: Connection, usage: Usage) -> None:
    db.execute(insert(USAGE).values(dict(usage)))


def since(db: Connection, client_id: str | None, moment: dt.datetime) -> Spent:
    """What one client (None: everybody, also those who are gone) has spent from `moment` on."""
    tokens = func.coalesce(func.sum(USAGE.c.input_tokens + USAGE.c.output_tokens), 0)
    asked = select(tokens, func.coalesce(func.sum(USAGE.c.cost_usd), 0.0)).where(USAGE.c.at >= moment)
    if client_id is not None:
        asked = asked.where(USAGE.c.client_id == client_id)
    total, cost = db.execute(asked).one()
    return Spent(int(total), float(cost))


def forget(db: Connection, client_id: str) -> None:
    """Takes the names off what a client has spent; the sums of all stay true."""
    nobody = {"client_id": None, "turn_id": None, "correlation_id": None}
    db.execute(update(USAGE).where(USAGE.c.client_id == client_id).values(nobody))
