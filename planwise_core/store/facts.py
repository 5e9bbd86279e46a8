"""What the coach remembers of a client, to be seen, corrected and forgotten by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from planwise_core.errors import BadInput, NotFound
from planwise_core.store import clients
from planwise_core.store.records import Fact
from planwise_core.store.tables import FACT
from planwise_core.training import journal

MOST = 60  # a page of them, and as many as a prompt can bear
_SHOWN = (FACT.c.id, FACT.c.text, FACT.c.kind, FACT.c.confirmed, FACT.c.created_at, FACT.c.turn_id)
_ALL = select(*_SHOWN).where(FACT.c.client_id == bindparam("of")).order_by(FACT.c.id)


def add(
    db: Connection, client_id: str, fact: journal.Fact, confirmed: bool, now: dt.datetime, turn_id: str | None = None
) -> Fact:
    """Raises `BadInput` when there are too many already."""
    clients.lock(db, client_id)
    if (db.scalar(select(func.count()).select_from(FACT).where(FACT.c.client_id == client_id)) or 0) >= MOST:
        raise BadInput(f"{MOST} facts are remembered, and that is the most: forget one first.")
    row = {
        "client_id": client_id, "text": fact.text, "kind": fact.kind, "confirmed": confirmed, "created_at": now,
        "turn_id": turn_id,
    }  # fmt: skip
    made = db.execute(insert(FACT).values(row).returning(*_SHOWN)).one()
    return Fact(**made._mapping)


def propose(db: Connection, client_id: str, told: Sequence[journal.Fact], turn_id: str, now: dt.datetime) -> None:
    """Keeps what a turn has told, to be confirmed. What is there already is not asked about again.

    Questions nobody has answered make room for new ones; where all is confirmed, nothing more is proposed.
    """
    there = all_of(db, client_id)
    known = {fact.text.casefold() for fact in there}
    new = {fact.text.casefold(): fact for fact in told if fact.text.casefold() not in known}
    unanswered, room = [fact.id for fact in there if not fact.confirmed], MOST - len(there)
    for fact in list(new.values())[: room + len(unanswered)]:
        if room <= 0:
            remove(db, client_id, unanswered.pop(0))
        room -= 1
        add(db, client_id, fact, False, now, turn_id)


def all_of(db: Connection, client_id: str) -> tuple[Fact, ...]:
    """Oldest first."""
    return tuple(Fact(**row._mapping) for row in db.execute(_ALL, {"of": client_id}))


def correct(db: Connection, client_id: str, fact_id: int, fact: journal.Fact | None) -> Fact:
    """The fact confirmed; with `fact`, in these words."""
    mine = (FACT.c.client_id == client_id, FACT.c.id == fact_id)
    kept = {"confirmed": True} | ({"text": fact.text, "kind": fact.kind} if fact else {})
    row = db.execute(update(FACT).where(*mine).values(kept).returning(*_SHOWN)).first()
    if row is None:
        raise _unknown(fact_id)
    return Fact(**row._mapping)


def decide(db: Connection, client_id: str, turn_id: str, keeps: bool) -> None:
    """Confirms what was asked about in a turn, or forgets it."""
    asked = (FACT.c.client_id == client_id, FACT.c.turn_id == turn_id, FACT.c.confirmed.is_(False))
    db.execute(update(FACT).where(*asked).values(confirmed=True) if keeps else delete(FACT).where(*asked))


def remove(db: Connection, client_id: str, fact_id: int) -> None:
    if db.execute(delete(FACT).where(FACT.c.client_id == client_id, FACT.c.id == fact_id)).rowcount == 0:
        raise _unknown(fact_id)


def _unknown(fact_id: int) -> NotFound:
    return NotFound(f"There is no fact {fact_id}.")
