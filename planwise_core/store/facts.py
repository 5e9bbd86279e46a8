"""What the coach remembers of a client, to be seen, corrected and forgotten by them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Connection, delete, insert, select, update

from planwise_core.errors import NotFound
from planwise_core.store import clients
from planwise_core.store.records import Fact
from planwise_core.store.tables import FACT

_SHOWN = (FACT.c.id, FACT.c.text, FACT.c.kind, FACT.c.confirmed, FACT.c.created_at)


def add(db: Connection, client_id: str, text: str, kind: str, confirmed: bool, now: dt.datetime) -> Fact:
    clients.lock(db, client_id)
    row = {"client_id": client_id, "text": text, "kind": kind, "confirmed": confirmed, "created_at": now}
    made = db.execute(insert(FACT).values(row).returning(*_SHOWN)).one()
    return Fact(**made._mapping)


def all_of(db: Connection, client_id: str) -> tuple[Fact, ...]:
    """Oldest first."""
    asked = select(*_SHOWN).where(FACT.c.client_id == client_id).order_by(FACT.c.id)
    return tuple(Fact(**row._mapping) for row in db.execute(asked))


def correct(db: Connection, client_id: str, fact_id: int, text: str) -> Fact:
    """The fact in the runner's words, which makes it confirmed."""
    mine = (FACT.c.client_id == client_id, FACT.c.id == fact_id)
    row = db.execute(update(FACT).where(*mine).values(text=text, confirmed=True).returning(*_SHOWN)).first()
    if row is None:
        raise _unknown(fact_id)
    return Fact(**row._mapping)


def remove(db: Connection, client_id: str, fact_id: int) -> None:
    if db.execute(delete(FACT).where(FACT.c.client_id == client_id, FACT.c.id == fact_id)).rowcount == 0:
        raise _unknown(fact_id)


def _unknown(fact_id: int) -> NotFound:
    return NotFound(f"There is no fact {fact_id}.")
