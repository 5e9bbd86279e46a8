"""Clients: one row each, and the lock under which anything of a client is written."""

from __future__ import annotations

import datetime as dt
import json
from contextlib import suppress
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from planwise_core.errors import NotFound
from planwise_core.store.documents import ATHLETE
from planwise_core.store.records import Client, Deleted
from planwise_core.store.tables import CLIENT, RESERVATION, RUN, TURN, USAGE, VERSION
from planwise_core.training.athlete import Athlete

_CLIENT = select(CLIENT).where(CLIENT.c.id == bindparam("client_id"))
# On PostgreSQL writers of one client queue at this row; SQLite lets one writer in anyway and ignores FOR UPDATE.
_LOCK = select(CLIENT.c.id).where(CLIENT.c.id == bindparam("client_id")).with_for_update()


def lock(db: Connection, client_id: str) -> None:
    """Nobody else writes anything of this client before the transaction is over.

    Raises:
        NotFound: there is no such client.
    """
    if not is_there(db, client_id):
        raise unknown(client_id)


def is_there(db: Connection, client_id: str) -> bool:
    """Whether there is such a client; if so it stays as it is until the transaction is over."""
    return db.execute(_LOCK, {"client_id": client_id}).first() is not None


def find(db: Connection, client_id: str) -> Client | None:
    row = db.execute(_CLIENT, {"client_id": client_id}).first()
    return client_of(row) if row else None


def load(db: Connection, client_id: str) -> Client:
    found = find(db, client_id)
    if found is None:
        raise unknown(client_id)
    return found


def untouched(db: Connection, prefix: str, since: dt.datetime) -> list[str]:
    """The ids that begin with `prefix` of clients who have asked, changed and run nothing since a time."""
    asked = select(CLIENT.c.id).where(CLIENT.c.id.startswith(prefix, autoescape=True))
    for table in (TURN, VERSION, RUN):
        lately = select(table.c.client_id).where(table.c.client_id == CLIENT.c.id, table.c.created_at >= since)
        asked = asked.where(~lately.exists())
    return list(db.scalars(asked))


def create(db: Connection, client: Client) -> None:
    """Writes a new client, unless somebody else just did."""
    row = {"id": client.id, "created_at": client.created_at, **_columns(client)}
    with suppress(IntegrityError), db.begin_nested():
        db.execute(insert(CLIENT), row)


def save(db: Connection, client: Client) -> None:
    changed = db.execute(update(CLIENT).where(CLIENT.c.id == client.id).values(**_columns(client)))
    if changed.rowcount == 0:
        raise unknown(client.id)


def replace(db: Connection, client: Client) -> None:
    """Writes all of a client, the day they came too."""
    columns = {"created_at": client.created_at, **_columns(client)}
    db.execute(update(CLIENT).where(CLIENT.c.id == client.id).values(**columns))


def learn(db: Connection, client_id: str, athlete: Athlete | None, known: frozenset[str], pending: str | None) -> None:
    """Writes what a turn has taught: the coach's open question, and the runner if anything new was learned."""
    learned: dict[str, Any] = {"pending": pending}
    if athlete is not None:
        learned |= {"athlete_json": ATHLETE.text(athlete), "known_json": _known_json(known)}
    db.execute(update(CLIENT).where(CLIENT.c.id == client_id).values(learned))


def erase(db: Connection, client_id: str) -> Deleted:
    """Deletes the client; what hangs on it goes with it, by the foreign keys."""
    lock(db, client_id)
    turns = db.scalar(select(func.count()).select_from(TURN).where(TURN.c.client_id == client_id))
    plans = db.scalar(select(func.count()).select_from(VERSION).where(VERSION.c.client_id == client_id))
    _unname(db, client_id)
    db.execute(delete(CLIENT).where(CLIENT.c.id == client_id))
    return Deleted(conversations=turns or 0, plans=plans or 0)


def unknown(client_id: str) -> NotFound:
    return NotFound(f"There is no client '{client_id}'.")


def _known_json(known: frozenset[str]) -> str:
    return json.dumps(sorted(known))


def _columns(client: Client) -> dict[str, Any]:
    return {
        "athlete_json": ATHLETE.text(client.athlete),
        "known_json": _known_json(client.known),
        "pending": client.pending,
        "timezone": client.timezone,
        "apply_at_once": client.apply_at_once,
    }


def client_of(row: Row[Any]) -> Client:
    """The client in a row that has all columns of `CLIENT`."""
    return Client(
        id=row.id,
        athlete=ATHLETE.value(row.athlete_json),
        known=frozenset(json.loads(row.known_json)),
        pending=row.pending,
        timezone=row.timezone,
        apply_at_once=row.apply_at_once,
        created_at=row.created_at,
    )


def _unname(db: Connection, client_id: str) -> None:
    """Takes the names off what a client has spent; the sums of all stay true."""
    nobody = {"client_id": None, "turn_id": None, "correlation_id": None}
    db.execute(update(USAGE).where(USAGE.c.client_id == client_id).values(nobody))
    db.execute(update(RESERVATION).where(RESERVATION.c.client_id == client_id).values(client_id=None))
