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
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
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
Save = Callable[[int | None], int]


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

    insert = (
        "INSERT INTO version (client_id, number, parent, is_current, author, cause, created_at, edits_json, plan_json) "
        "VALUES ('anna', ?, ?, 1, 'runner', 'Longer', ?, ?, ?)"
    )

    def __init__(self, path: Path, bare: bool = False) -> None:
        self.connection = sqlite_driver().connect(path, timeout=30, isolation_level=None)
        self.connection.execute("PRAGMA synchronous = NORMAL")
        self.connection.execute("PRAGMA foreign_keys = ON")
        self.ready = self.texts() if bare else None

    def texts(self) -> tuple[str, str, str]:
        edits, document = EDITS.dump_json(CHANGES).decode(), json.dumps(render(NEW), separators=(",", ":"))
        return NOW.isoformat(), edits, document

    def save(self, parent: int | None) -> int:
        ask = self.connection.execute
        texts = self.ready or self.texts()
        ask("BEGIN IMMEDIATE")
        try:
            if ask("SELECT 1 FROM client WHERE id = 'anna'").fetchone() is None:
                raise LookupError
            row = ask("SELECT number FROM version WHERE client_id = 'anna' AND is_current").fetchone()
            if (row and row[0]) != parent:
                raise StaleVersion(parent, row and row[0])
            ask("UPDATE version SET is_current = 0 WHERE client_id = 'anna' AND is_current")
            ask(self.insert, ((parent or 0) + 1, parent, *texts))
            ask("COMMIT")
        except BaseException:
            ask("ROLLBACK")
            raise
        return (parent or 0) + 1

    def newest(self) -> int | None:
        row = self.connection.execute("SELECT number FROM version WHERE client_id='anna' AND is_current").fetchone()
        return row and row[0]

    def close(self) -> None:
        self.connection.close()


class ByStore:
    def __init__(self, path: Path) -> None:
        self.store = Store(f"sqlite:///{path}")

    def save(self, parent: int | None) -> int:
        return self.store.save_version(
            "anna", parent=parent, plan=NEW, edits=CHANGES, author="runner", cause="Longer", now=NOW
        ).number

    def newest(self) -> int | None:
        return next((head.number for head in self.store.heads("anna", limit=1)), None)

    def close(self) -> None:
        self.store.close()


def prepared(folder: str) -> Path:
    path = Path(tempfile.mkdtemp(dir=folder), "planwise.db")
    store = Store(f"sqlite:///{path}")
    store.migrate()
    store.ensure_client("anna", NOW)
    store.close()
    return path


def alone(folder: str, make: Callable[[Path], Any], count: int) -> float:
    """Versions a second by one writer."""
    with closing(make(prepared(folder))) as way:
        parent = way.save(None)
        began = time.perf_counter()
        for _ in range(count):
            parent = way.save(parent)
        return count / (time.perf_counter() - began)


def together(folder: str, make: Callable[[Path], Any], count: int) -> float:
    """Versions a second by eight threads on one client, each taking the newest as parent until it is not stale."""
    path, gate = prepared(folder), threading.Barrier(WRITERS + 1)

    def write(shared: Any) -> None:
        way = shared or make(path)
        gate.wait()
        for _ in range(count // WRITERS):
            while True:
                try:
                    way.save(way.newest())
                except StaleVersion:
                    continue
                break
        if way is not shared:
            way.close()

    shared = make(path) if make is ByStore else None
    with ThreadPoolExecutor(WRITERS) as pool:
        writers = [pool.submit(write, shared) for _ in range(WRITERS)]
        gate.wait()
        began = time.perf_counter()
        for writer in writers:
            writer.result()
        took_s = time.perf_counter() - began
    with closing(ByStore(path)) as way:
        numbers = [head.number for head in way.store.heads("anna")]
    if shared:
        shared.close()
    assert numbers == list(range(count // WRITERS * WRITERS, 0, -1)), "numbers with gaps or doubles"
    return count / took_s


def main(rounds: int) -> None:
    ways: dict[str, Callable[[Path], Any]] = {
        "Store": ByStore,
        "sqlite3 by hand": ByHand,
        "sqlite3, text ready": lambda path: ByHand(path, bare=True),
    }
    print(f"16-week plan, {len(json.dumps(render(NEW))) / 1024:.0f} KB; median of {rounds} rounds, taken in turns")
    for title, measure, count in (("one writer", alone, 200), (f"{WRITERS} threads", together, 200)):
        rates: dict[str, list[float]] = {name: [] for name in ways}
        with tempfile.TemporaryDirectory() as folder:
            for _ in range(rounds):
                for name, make in ways.items():
                    rates[name].append(measure(folder, make, count))
        middle = {name: statistics.median(rate) for name, rate in rates.items()}
        for name, rate in middle.items():
            print(f"{title:12} {name:20} {rate:7.0f} versions/s   ratio {middle['Store'] / rate:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
