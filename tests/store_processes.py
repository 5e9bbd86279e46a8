"""What other processes do to a database, for the tests of the store: ``python -m tests.store_processes NAME URL …``.

A fork of one warm process stands for each instance of PlanWise, so that twenty rounds do not take twenty starts.
Results are printed as JSON.
"""

from __future__ import annotations

import datetime as dt
import itertools
import json
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from functools import partial
from typing import Any

import alembic.command  # noqa: F401 - warm: it is imported by a migration
from sqlalchemy import event

from planwise_core.errors import StaleVersion, StoreUnavailable
from planwise_core.store.store import Store
from tests.builders import easy, plan

NOW = dt.datetime(2026, 11, 23, 7, 30, tzinfo=dt.UTC)


def forked(work: Callable[[], None]) -> int:
    """Starts `work` in a process of its own; its id."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        work()
        code = 0
    finally:
        os._exit(code)  # nothing of the parent's may run in the child


def ended(child: int) -> int:
    """Waits for a process: 0, or its exit code, or minus the signal that killed it."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def migrate_dying_after(url: str, statements: int) -> None:
    """A migration whose process is killed -9 after so many statements (0: never)."""
    store = Store(url)
    left = statements

    def count(*_: Any) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(store._database.engine, "after_cursor_execute", count)
    store.migrate()
    store.close()


def kill_migrations(url: str) -> dict[str, Any]:
    """Kills a migration after its 1st statement, the next after its 2nd, …, until one is through."""
    for kills in itertools.count():
        code = ended(forked(partial(migrate_dying_after, url, kills + 1)))
        if code != -signal.SIGKILL:
            return {"kills": kills, "last": code}
    raise AssertionError


def start_together(*urls: str) -> dict[str, Any]:
    """For each of these empty databases, two processes that migrate it at the same moment."""
    return {"codes": [code for url in urls for code in _two_started(url)]}


def _two_started(url: str) -> list[int]:
    ready, go = os.pipe()

    def start() -> None:
        os.close(go)
        os.read(ready, 1)  # returns when the parent closes the other end
        store = Store(url)
        store.migrate()
        store.close()

    children = [forked(start) for _ in range(2)]
    os.close(go)
    os.close(ready)
    return [ended(child) for child in children]


def save_together(url: str, rounds: str, writers: str) -> dict[str, Any]:
    """In each round so many processes save one version each; after it, the numbers there are, and which is current."""
    told: list[dict[str, Any]] = []
    for _ in range(int(rounds)):
        codes = {ended(child) for child in [forked(partial(_save_once, url)) for _ in range(int(writers))]}
        store = Store(url)
        heads = store.heads("anna")
        store.close()
        told.append({"codes": sorted(codes), "numbers": [head.number for head in heads]})
        told[-1]["current"] = [head.number for head in heads if head.is_current]
    return {"rounds": told}


def _save_once(url: str) -> None:
    store = Store(url)
    save_on_top(store)
    store.close()


def save_on_top(store: Store, client_id: str = "anna") -> int:
    """Saves a version on the current one, again as long as somebody else is faster; how often they were."""
    stale = 0
    while True:
        newest = next(iter(store.heads(client_id, limit=1)), None)
        parent = newest.number if newest else None
        try:
            store.save_version(
                client_id, parent=parent, plan=plan(easy()), edits=(), author="runner", cause="", now=NOW
            )
        except StaleVersion:
            stale += 1
        else:
            return stale


def save_forever(url: str) -> dict[str, Any]:
    """Saves versions and prints each number once it is saved, until killed."""
    store = Store(url)
    while True:
        save_on_top(store)
        print(store.heads("anna", limit=1)[0].number, flush=True)


def save_without_rights(url: str) -> dict[str, Any]:
    """Reads and saves as somebody who may not write the file (root may write any, so it becomes nobody)."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    store = Store(url)
    told: dict[str, Any] = {"ok": store.health()["ok"]}
    try:
        save_on_top(store)
    except StoreUnavailable as error:
        told["sentence"] = str(error)
    store.close()
    return told


def hold(url: str) -> dict[str, Any]:
    """Holds the write lock of a SQLite file until its standard input ends."""
    connection = sqlite3.connect(url.removeprefix("sqlite:///"), isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    print("held", flush=True)
    sys.stdin.read()
    connection.execute("ROLLBACK")
    connection.close()
    return {}


if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    print(json.dumps(globals()[name](*arguments)))
