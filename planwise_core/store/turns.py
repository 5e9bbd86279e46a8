"""Turns as a state machine: queued → running → done | failed | stopped | interrupted.

A running turn belongs to an owner until a moment (its lease). Whoever is no longer the owner can write nothing any
more, however late it wakes up. The end of a turn (answer, client, version) is one transaction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, func, or_, select, update
from sqlalchemy.exc import IntegrityError

from planwise_core.errors import BadInput, NotFound
from planwise_core.store import clients
from planwise_core.store.documents import EDITS, FINDINGS
from planwise_core.store.records import Decision, Ending, Mode, StoredTurn
from planwise_core.store.tables import IS_OPEN, TURN, if_free

MAX_ATTEMPTS = 2  # a turn that took two processes down with it is not tried a third time
STILL_ANSWERING = "I am still answering your last message."
_NOT_SHOWN = {"sequence", "owner", "lease_until", "attempt"}
_SHOWN = tuple(column for column in TURN.c if column.name not in _NOT_SHOWN)
_TURN = select(*_SHOWN).where(TURN.c.id == bindparam("turn"))
# This very turn first: then it is not in the way.
_IN_THE_WAY = (
    select(*_SHOWN)
    .where(or_(TURN.c.id == bindparam("turn"), and_(TURN.c.client_id == bindparam("of"), IS_OPEN)))
    .order_by(TURN.c.id != bindparam("turn"))
)
_TAKEN = select(TURN).where(TURN.c.id == bindparam("turn")).with_for_update()
_OF_CLIENT = select(*_SHOWN).where(TURN.c.client_id == bindparam("of"))


def add(
    db: Connection,
    client_id: str,
    turn_id: str,
    asked: str,
    mode: Mode,
    now: dt.datetime,
    owner: str | None = None,
    lease_s: float = 0.0,
) -> tuple[StoredTurn, bool]:
    """The question, queued or at once `owner`'s, and True; the same id again gives the turn as it stands, and False.

    One statement where nothing is in the way: everybody's first word waits behind it, and each statement lets go of
    the interpreter while it holds the lock.

    Raises:
        NotFound: no such client.
        BadInput: another turn of this client is still open, or the id belongs to somebody else.
    """
    row = {
        "id": turn_id, "client_id": client_id, "asked": asked, "mode": mode, "status": "queued", "attempt": 0,
        "says": "", "edits_json": EDITS.text(()), "findings_json": FINDINGS.text(()), "refusal": "", "notice": "",
        "answered_by": "", "created_at": now,
    }  # fmt: skip
    if owner is not None:
        row |= {"status": "running", "owner": owner, "lease_until": _end(now, lease_s), "attempt": 1}
    try:
        added = db.execute(if_free(db, TURN).returning(*_SHOWN), row).first()
    except IntegrityError:
        raise clients.unknown(client_id) from None
    if added is not None:
        return _turn(added), True
    for there in map(_turn, db.execute(_IN_THE_WAY, {"turn": turn_id, "of": client_id})):
        if there.id == turn_id and there.client_id != client_id:
            raise BadInput("That turn id is taken: choose another.")
        if there.id == turn_id:
            return there, False
    raise BadInput(STILL_ANSWERING)


def claim(db: Connection, turn_id: str | None, owner: str, now: dt.datetime, lease_s: float) -> StoredTurn | None:
    """The next turn to be answered, now `owner`'s for `lease_s`; None when there is none, or not this one."""
    left = and_(TURN.c.status == "running", TURN.c.lease_until < now, TURN.c.attempt < MAX_ATTEMPTS)
    waiting = select(TURN.c.sequence).where(IS_OPEN, or_(TURN.c.status == "queued", left))
    if turn_id is not None:
        waiting = waiting.where(TURN.c.id == turn_id)
    sequence = db.scalar(waiting.order_by(TURN.c.sequence).limit(1).with_for_update(skip_locked=True))
    if sequence is None:
        return None
    mine = {"status": "running", "owner": owner, "lease_until": _end(now, lease_s), "attempt": TURN.c.attempt + 1}
    db.execute(update(TURN).where(TURN.c.sequence == sequence).values(mine))
    return _turn(db.execute(select(*_SHOWN).where(TURN.c.sequence == sequence)).one())


def renew(db: Connection, owner: str, says: Mapping[str, str], now: dt.datetime, lease_s: float) -> frozenset[str]:
    """Keeps turns, by id, and what each has said so far; gives back those that are still `owner`'s.

    One statement for all: a writer that lets go of the interpreter fifty times keeps every other waiting.
    """
    mine = (TURN.c.id.in_(says), TURN.c.owner == owner, TURN.c.status == "running")
    kept = {"lease_until": _end(now, lease_s), "says": case(dict(says), value=TURN.c.id)}
    return frozenset(db.scalars(update(TURN).where(*mine).values(kept).returning(TURN.c.id)))


def taken(db: Connection, turn_id: str, owner: str) -> tuple[StoredTurn, bool]:
    """The turn under its client's lock, and whether it is still `owner`'s to finish.

    Raises:
        NotFound: it is not there; its client was deleted meanwhile.
    """
    if db.dialect.name == "postgresql":  # SQLite lets one writer in anyway
        client_id = db.scalar(select(TURN.c.client_id).where(TURN.c.id == turn_id))
        if client_id is not None:
            clients.lock(db, client_id)
    row = db.execute(_TAKEN, {"turn": turn_id}).first()
    if row is None:
        raise _unknown(turn_id)
    return _turn(row), row.owner == owner and row.status == "running"


def finish(db: Connection, turn: StoredTurn, ending: Ending, now: dt.datetime, version: int | None) -> StoredTurn:
    """Writes the end of a turn that led to `version`, if to any; a proposal is open to be decided."""
    row = {
        "status": ending.status,
        "says": turn.says if ending.says is None else ending.says,
        "outcome": ending.outcome,
        "decision": "open" if ending.outcome == "proposed" else None,
        "base_version": ending.parent,
        "version": version,
        "edits_json": EDITS.text(ending.edits),
        "findings_json": FINDINGS.text(ending.findings),
        "refusal": ending.refusal,
        "notice": ending.notice,
        "answered_by": ending.answered_by,
        "error": ending.error,
        "input_tokens": ending.input_tokens,
        "output_tokens": ending.output_tokens,
        "finished_at": now,
        "lease_until": None,
    }
    return _turn(db.execute(update(TURN).where(TURN.c.id == turn.id).values(row).returning(*_SHOWN)).one())


def withdraw(db: Connection, client_id: str, turn_id: str) -> None:
    """Discards the proposal of a turn if it is still open: another takes its place."""
    mine = (TURN.c.client_id == client_id, TURN.c.id == turn_id, TURN.c.decision == "open")
    db.execute(update(TURN).where(*mine).values(decision="discarded"))


def stop(db: Connection, client_id: str, turn_id: str, now: dt.datetime) -> StoredTurn:
    """Ends an open turn at the runner's word; what was said so far stays. A finished turn stays as it is."""
    clients.lock(db, client_id)
    ended = {"status": "stopped", "finished_at": now, "lease_until": None}
    db.execute(update(TURN).where(TURN.c.client_id == client_id, TURN.c.id == turn_id, IS_OPEN).values(ended))
    return load(db, client_id, turn_id)


def interrupt_orphans(db: Connection, now: dt.datetime) -> int:
    """Ends the turns that were given up by as many owners as are allowed, and says how many."""
    given_up = (IS_OPEN, TURN.c.status == "running", TURN.c.lease_until < now, TURN.c.attempt >= MAX_ATTEMPTS)
    ended = {"status": "interrupted", "finished_at": now, "lease_until": None}
    return db.execute(update(TURN).where(*given_up).values(ended)).rowcount


def decide(db: Connection, client_id: str, turn_id: str, decision: Decision, version: int | None = None) -> StoredTurn:
    """Closes an open proposal.

    Raises:
        NotFound: no such turn.
        BadInput: it proposed nothing, or has been decided.
    """
    clients.lock(db, client_id)
    turn = load(db, client_id, turn_id)
    if turn.decision != "open":
        raise BadInput(
            f"That proposal was {turn.decision} before." if turn.decision else "That answer proposed nothing."
        )
    made = {"decision": decision} if version is None else {"decision": decision, "version": version}
    db.execute(update(TURN).where(TURN.c.id == turn_id).values(made))
    return load(db, client_id, turn_id)


def load(db: Connection, client_id: str, turn_id: str) -> StoredTurn:
    found = _find(db, turn_id)
    if found is None or found.client_id != client_id:
        raise _unknown(turn_id)
    return found


def open_one(db: Connection, client_id: str) -> StoredTurn | None:
    row = db.execute(_OF_CLIENT.where(IS_OPEN), {"of": client_id}).first()
    return _turn(row) if row else None


def queue(db: Connection) -> dict[str, int]:
    counted = db.execute(select(TURN.c.status, func.count().label("number")).where(IS_OPEN).group_by(TURN.c.status))
    return {"queued": 0, "running": 0} | {row.status: row.number for row in counted}


def latest(db: Connection, client_id: str, limit: int, before: str | None) -> tuple[StoredTurn, ...]:
    """The last `limit` turns (of those before a turn), oldest first."""
    asked = _OF_CLIENT.order_by(TURN.c.sequence.desc()).limit(limit)
    if before is not None:
        mark = select(TURN.c.sequence).where(TURN.c.id == before, TURN.c.client_id == client_id).scalar_subquery()
        asked = asked.where(TURN.c.sequence < mark)
    return tuple(_turn(row) for row in reversed(db.execute(asked, {"of": client_id}).all()))


def _end(now: dt.datetime, lease_s: float) -> dt.datetime:
    return now + dt.timedelta(seconds=lease_s)


def _find(db: Connection, turn_id: str) -> StoredTurn | None:
    row = db.execute(_TURN, {"turn": turn_id}).first()
    return _turn(row) if row else None


def _unknown(turn_id: str) -> NotFound:
    return NotFound(f"There is no turn '{turn_id[:64]}'.")


def _turn(row: Row[Any]) -> StoredTurn:
    held = {name: value for name, value in row._mapping.items() if name not in _NOT_SHOWN}
    edits, findings = EDITS.value(held.pop("edits_json")), FINDINGS.value(held.pop("findings_json"))
    return StoredTurn(**held, edits=edits, findings=findings)
