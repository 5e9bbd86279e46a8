"""Runs that were done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, bindparam, delete, insert, select

from planwise_core.errors import NotFound
from planwise_core.store import clients, documents
from planwise_core.store.records import StoredRun
from planwise_core.store.tables import RUN
from planwise_core.training.journal import Run

_ALL = select(RUN.c.id, RUN.c.run_json).where(RUN.c.client_id == bindparam("of")).order_by(RUN.c.date, RUN.c.id)


def add(db: Connection, client_id: str, run: Run, now: dt.datetime) -> int:
    clients.lock(db, client_id)
    row = {"client_id": client_id, "date": run.date, "run_json": documents.RUN.text(run), "created_at": now}
    return db.execute(insert(RUN).values(row).returning(RUN.c.id)).scalar_one()


def add_all(db: Connection, client_id: str, given: Sequence[Run], now: dt.datetime) -> None:
    clients.lock(db, client_id)
    if given:
        rows = [
            {"client_id": client_id, "date": run.date, "run_json": documents.RUN.text(run), "created_at": now}
            for run in given
        ]
        db.execute(insert(RUN), rows)


def all_of(db: Connection, client_id: str) -> tuple[StoredRun, ...]:
    """Oldest first."""
    return tuple(_stored(run_id, text) for run_id, text in db.execute(_ALL, {"of": client_id}))


def remove(db: Connection, client_id: str, run_id: int) -> None:
    if db.execute(delete(RUN).where(RUN.c.client_id == client_id, RUN.c.id == run_id)).rowcount == 0:
        raise NotFound(f"There is no run {run_id}.")


@lru_cache(maxsize=8192)  # runs are frozen, and a page reads them all at every rerun
def _stored(run_id: int, text: str) -> StoredRun:
    """A run of parts that are checked: Pydantic would go through each of them a second time."""
    return StoredRun.model_construct(id=run_id, **dict(documents.RUN.value(text)))
