"""Versions: saved once, numbered without gaps, never changed; one is current."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Row, bindparam, insert, select, update

from planwise_core.errors import BadInput, NotFound, StaleVersion
from planwise_core.store import clients
from planwise_core.store.documents import EDITS, plan_json, plan_of
from planwise_core.store.tables import IS_CURRENT, VERSION
from planwise_core.training.edits import Edit
from planwise_core.training.plan import Plan
from planwise_core.training.versions import Author, Version, VersionHead

_HEAD = (
    VERSION.c.number,
    VERSION.c.parent,
    VERSION.c.author,
    VERSION.c.cause,
    VERSION.c.turn_id,
    VERSION.c.created_at,
    VERSION.c.is_current,
)
_OF_CLIENT = VERSION.c.client_id == bindparam("of")
_CURRENT_NUMBER = select(VERSION.c.number).where(_OF_CLIENT, IS_CURRENT)
_CURRENT = select(*_HEAD, VERSION.c.edits_json, VERSION.c.plan_json).where(_OF_CLIENT, IS_CURRENT)
_NUMBERED = select(*_HEAD, VERSION.c.edits_json, VERSION.c.plan_json).where(
    _OF_CLIENT, VERSION.c.number.in_(bindparam("numbers", expanding=True))
)
_NEWEST_FIRST = VERSION.c.number.desc()
_HEADS = (
    select(*_HEAD)
    .where(_OF_CLIENT, VERSION.c.number < bindparam("before"))
    .order_by(_NEWEST_FIRST)
    .limit(bindparam("most"))
)
_CHANGES = _HEADS.add_columns(VERSION.c.edits_json)
_OF_TURN = select(VERSION.c.number).where(_OF_CLIENT, VERSION.c.turn_id == bindparam("turn"))
_RETIRE = update(VERSION).where(_OF_CLIENT, IS_CURRENT).values(is_current=False)
_INSERT = insert(VERSION)
ABOVE_ALL = 2**31 - 1  # no version's number


def current(db: Connection, client_id: str) -> Version | None:
    row = db.execute(_CURRENT, {"of": client_id}).first()
    return _version(row) if row else None


def numbered(db: Connection, client_id: str, numbers: Iterable[int]) -> tuple[Version, ...]:
    """These versions, in the order asked for.

    Raises:
        NotFound: one is not there.
    """
    wanted = tuple(numbers)
    possible = {number for number in wanted if 0 < number < ABOVE_ALL}
    rows = db.execute(_NUMBERED, {"of": client_id, "numbers": sorted(possible)})
    found = {row.number: _version(row) for row in rows}
    for number in wanted:
        if number not in found:
            raise NotFound(f"There is no version {number}.")
    return tuple(found[number] for number in wanted)


def heads(db: Connection, client_id: str, limit: int = ABOVE_ALL, before: int = ABOVE_ALL) -> tuple[VersionHead, ...]:
    """Newest first, without their plans."""
    rows = db.execute(_HEADS, {"of": client_id, "before": before, "most": limit})
    return tuple(VersionHead.model_construct(**row._mapping) for row in rows)  # checked when they were saved


def changes(
    db: Connection, client_id: str, before: int, limit: int
) -> tuple[tuple[VersionHead, tuple[Edit, ...]], ...]:
    """Newest first, without their plans but with the edits that led to them."""
    found = []
    for row in db.execute(_CHANGES, {"of": client_id, "before": before, "most": limit}):
        head = dict(row._mapping)
        edits = EDITS.value(head.pop("edits_json"))
        found.append((VersionHead(**head), edits))
    return tuple(found)


def save(
    db: Connection,
    client_id: str,
    *,
    parent: int | None,
    plan: Plan,
    edits: tuple[Edit, ...],
    author: Author,
    cause: str,
    now: dt.datetime,
    turn_id: str | None,
) -> Version:
    """The new current version, numbered one above the last.

    Raises:
        NotFound: no such client.
        StaleVersion: `parent` is not the current version (None: there is none yet).
        BadInput: the turn has led to a version before.
    """
    clients.lock(db, client_id)
    newest = db.execute(_CURRENT_NUMBER, {"of": client_id}).scalar()
    if newest != parent:
        raise StaleVersion(parent, newest)
    if turn_id is not None and (led_to := db.execute(_OF_TURN, {"of": client_id, "turn": turn_id}).scalar()):
        raise BadInput(f"That answer has led to version {led_to} already.")
    if newest is not None:
        db.execute(_RETIRE, {"of": client_id})
    row: dict[str, Any] = {
        "number": (newest or 0) + 1,
        "parent": parent,
        "author": author,
        "cause": cause,
        "turn_id": turn_id,
        "created_at": now,
        "is_current": True,
    }
    # Written under the lock: it costs about what the saving does, and whoever is stale has not paid for it.
    documents = {"edits_json": EDITS.text(edits), "plan_json": plan_json(plan)}
    db.execute(_INSERT, {"client_id": client_id, **row, **documents})
    return _whole(row, plan, edits)


def _version(row: Row[*tuple[Any, ...]]) -> Version:
    head = dict(row._mapping)
    edits, plan = EDITS.value(head.pop("edits_json")), plan_of(head.pop("plan_json"))
    return _whole(head, plan, edits)


def _whole(head: Mapping[str, Any], plan: Plan, edits: tuple[Edit, ...]) -> Version:
    """A version of parts that are checked: Pydantic would go through the whole plan a second time."""
    return Version.model_construct(**head, plan=plan, edits=edits)
