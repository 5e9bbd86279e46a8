"""Versions saved per second, against sqlite3 by hand with the same semantics on the same plans in the same run.

By hand means: one connection kept open, BEGIN IMMEDIATE, is the client there, which number is current, is it the
parent, retire it, insert, COMMIT, with WAL and the same indexes and trigger; the plan and its edits are written as
JSON either way. Beside it stands the same without JSON and checks of any kind, as the floor of what a file can do.

    python -m bench.versions [rounds]
"""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from planwise_core.errors import StaleVersion
from planwise_core.store.database import sqlite_driver
from planwise_core.store.store import Store
from planwise_core.training.document import render
from planwise_core.training.edits import EDITS, diff
from planwise_core.training.plan import Plan, Step, Week, Workout
from planwise_core.training.values import WEEKDAYS

NOW = dt.datetime(2026, 11, 23, 7, 30, tzinfo=dt.UTC)
MONDAY = dt.date(2026, 11, 23)
WRITERS = 8
COUNT = 400


def plan_of_16_weeks(km: float) -> Plan:
    """Five structured workouts a week."""
    steps = (Step(kind="warmup", seconds=600), Step(metres=5000, pace=(320, 340)), Step(kind="cooldown", seconds=300))
    workouts = tuple(
        Workout(
            id=f"w{week}-{WEEKDAYS[day]}", date=MONDAY + dt.timedelta(days=7 * (week - 1) + day), type="easy",
            title="Easy run", km=km, minutes=60, steps=steps, notes="Conversational all the way.",
        )
        for week in range(1, 17) for day in (0, 1, 3, 5, 6)
    )  # fmt: skip
    return Plan(goal="Half Marathon", start_date=MONDAY, weeks=(Week(),) * 16, workouts=workouts)


OLD = plan_of_16_weeks(8.0)
NEW = OLD.but(workouts=(OLD.workouts[0].but(km=9.0), *OLD.workouts[1:]))
CHANGES = diff(OLD, NEW)


class ByHand:
    """The semantics of `Store.save_version` in a dozen lines of sqlite3; with `bare`, as little as keeps a version."""

    current = "SELECT number FROM version WHERE client_id = ? AND is_current"
    insert = (
        "INSERT INTO version (client_id, number, parent, is_current, author, cause, created_at, edits_json, plan_json) "
        "VALUES (?, ?, ?, 1, 'runner', 'Longer', ?, ?, ?)"
    )

    def __init__(self, path: Path, bare: bool = False) -> None:
        self.connection = sqlite_driver().connect(path, timeout=30, isolation_level=None)
        self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.ready = self.texts() if bare else None

    def texts(self) -> tuple[str, str, str]:
        edits, document = EDITS.dump_json(CHANGES).decode(), json.dumps(render(NEW), separators=(",", ":"))
        return NOW.isoformat(), edits, document

    def save(self, parent: int | None, client: str = "c0") -> int:
        ask = self.connection.execute
        texts = self.ready or self.texts()
        ask("BEGIN IMMEDIATE")
        try:
            if ask("SELECT 1 FROM client WHERE id = ?", (client,)).fetchone() is None:
                raise LookupError
            row = ask(self.current, (client,)).fetchone()
            if (row and row[0]) != parent:
                raise StaleVersion(parent, row and row[0])
            ask("UPDATE version SET is_current = 0 WHERE client_id = ? AND is_current", (client,))
            ask(self.insert, (client, (parent or 0) + 1, parent, *texts))
            ask("COMMIT")
        except BaseException:  # whatever it was, the caller is told; the transaction must not stay open
            ask("ROLLBACK")
            raise
        return (parent or 0) + 1

    def newest(self, client: str) -> int | None:
        row = self.connection.execute(self.current, (client,)).fetchone()
        return row and row[0]

    def close(self) -> None:
        self.connection.close()


class ByStore:
    def __init__(self, path: Path) -> None:
        self.store = Store(f"sqlite:///{path}")

    def save(self, parent: int | None, client: str = "c0") -> int:
        return self.store.save_version(
            client, parent=parent, plan=NEW, edits=CHANGES, author="runner", cause="Longer", now=NOW
        ).number

    def newest(self, client: str) -> int | None:
        return next((head.number for head in self.store.heads(client, limit=1)), None)

    def close(self) -> None:
        self.store.close()


def prepared(folder: str) -> Path:
    path = Path(tempfile.mkdtemp(dir=folder), "planwise.db")
    store = Store(f"sqlite:///{path}")
    store.migrate()
    for number in range(WRITERS):
        store.ensure_client(f"c{number}", NOW)
    store.close()
    return path


def alone(path: Path, make: Callable[[Path], Any]) -> None:
    with closing(make(path)) as way:
        parent = None
        for _ in range(COUNT):
            parent = way.save(parent)


def together(path: Path, make: Callable[[Path], Any], clients: int) -> None:
    """Eight threads; on one client, each takes the newest as parent until it is not stale."""
    shared = make(path) if make is ByStore else None  # one Store for all threads, one connection for each by hand

    def write(number: int) -> None:
        way, client = shared or make(path), f"c{number % clients}"
        for _ in range(COUNT // WRITERS):
            while not _saved(way, client):
                pass
        if way is not shared:
            way.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(write, range(WRITERS)))
    with closing(shared or ByStore(path)) as way:
        for number in range(clients):
            numbers = [head.number for head in way.store.heads(f"c{number}")]
            assert numbers == list(range(COUNT // clients, 0, -1)), "numbers with gaps or doubles"


def _saved(way: Any, client: str) -> bool:
    try:
        way.save(way.newest(client), client)
    except StaleVersion:
        return False
    return True


SITUATIONS: dict[str, Callable[[Path, Callable[[Path], Any]], None]] = {
    "one writer": alone,
    "8 threads, 8 clients": partial(together, clients=WRITERS),
    "8 threads, 1 client": partial(together, clients=1),
}
WAYS: dict[str, Callable[[Path], Any]] = {
    "Store": ByStore,
    "sqlite3 by hand": ByHand,
    "sqlite3, text ready": partial(ByHand, bare=True),
}


def main(rounds: int) -> None:
    print(f"16-week plan, {len(json.dumps(render(NEW))) / 1024:.0f} KB; median of {rounds} rounds, taken in turns")
    for title, situation in SITUATIONS.items():
        taken: dict[str, list[tuple[float, float]]] = {name: [] for name in WAYS}
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(rounds):
                for name, make in WAYS.items():
                    path = prepared(folder)
                    began, cpu = time.perf_counter(), time.process_time()
                    situation(path, make)
                    taken[name].append((time.perf_counter() - began, time.process_time() - cpu))
        middle = {
            name: [statistics.median(column) for column in zip(*each, strict=True)] for name, each in taken.items()
        }
        for name, (wall_s, cpu_s) in middle.items():
            speed = middle[name][0] / middle["Store"][0]
            print(
                f"{title:21} {name:20} {COUNT / wall_s:6.0f} versions/s {cpu_s / COUNT * 1000:6.2f} CPU-ms each   "
                f"Store is {speed:.2f} as fast"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
