"""The main job: turn, pages, diff, cold start, imports."""

from __future__ import annotations

import datetime as dt
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import deepdiff
import jsonpatch

from bench.servers import ROOT, started
from bench.table import Row, side_by_side
from bench.wire import Rerun, Visitor
from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.settings import Settings
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.document import render
from planwise_core.training.edits import Change, Move, Scale, apply, diff
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan

TODAY = dt.date(2026, 11, 23)


def plan_of(weeks: int, today: dt.date = TODAY) -> Plan:
    """A marathon plan of this many weeks from `today` on."""
    race = Race(distance_km=42.195, date=today + dt.timedelta(days=7 * weeks - 1))
    return build(Athlete(races=(race,), weekly_km=45, longest_run_km=16, days_per_week=6), today)


def diff_rows() -> Iterator[Row]:
    """Two 16-week plans that differ by one moved run, one changed run and an easier week."""
    old = plan_of(16)
    runs = [each for each in old.workouts if each.type == "easy"]
    edits = [
        Move(workout=runs[3].id, week=old.week_of(runs[3].date), day="fri"),
        Change(workout=runs[9].id, km=5.0),
        Scale(from_week=8, to_week=8, percent=80),
    ]
    new = apply(old, edits)
    before, after = render(old), render(new)
    ours, theirs = side_by_side(lambda: diff(old, new), lambda: deepdiff.DeepDiff(before, after), 15)
    yield Row("`diff` of two 16-week plans", ours, theirs, "deepdiff", 100, at_most=False)
    ours, theirs = side_by_side(lambda: diff(old, new), lambda: jsonpatch.make_patch(before, after), 30)
    yield Row("`diff` of two 16-week plans", ours, theirs, "jsonpatch", 10, at_most=False)


def page_rows() -> Iterator[Row]:
    """Pages with a 24-week plan and 200 versions, and an offline turn, in one server."""
    key = new_guest_key()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        _fill(url, guest_id(key) or "", versions=200)
        cookie = f"{GUEST_COOKIE}={key}"
        with started("bench/apps/with_empty_page.py", ready="/api/health", DB_URL=url) as ours:
            with (
                started("bench/apps/untuned.py", tuned=False) as bare,
                Visitor(bare.port, "empty") as theirs,
                Visitor(ours.port, "empty", cookie=cookie) as empty,
            ):
                tuned_ms, bare_ms = side_by_side(empty.rerun, theirs.rerun, 30)
            yield Row("empty page, rerun", tuned_ms, bare_ms, "untuned bare Streamlit", 0.2)
            for page in ("plan", "history"):
                with (
                    Visitor(ours.port, "empty", cookie=cookie) as empty,
                    Visitor(ours.port, page, cookie=cookie) as full,
                ):
                    full_ms, empty_ms = side_by_side(lambda v=full: _sound(v.rerun()), empty.rerun, 30)
                yield Row(f"{page} page, rerun, 24 weeks and 200 versions", full_ms, empty_ms, "empty page", 3)
        yield _turn_row(f"{url}.turns")


def _sound(run: Rerun) -> float:
    """The run's seconds.

    Raises:
        RuntimeError: the page failed.
    """
    if run.failures:
        raise RuntimeError(run.failures[0])
    return run.seconds


def _turn_row(url: str) -> Row:
    """An offline turn from message to saved plan, against the rerun of the chat page that asks and shows the same."""
    message = "Half marathon on 18 April, I run 30 km a week on 4 days"
    planwise = open_planwise(Settings.from_env({"DB_URL": url}))
    turns = iter(range(1000))
    with started("app.py", ready="/api/health", DB_URL=url) as server:

        def asked_on_the_page() -> float:
            with Visitor(server.port, "", cookie=f"{GUEST_COOKIE}={new_guest_key()}") as chat:
                chat.rerun()
                return _sound(chat.chat("message", message)) * 1000

        def asked_of_the_service() -> float:
            start = time.perf_counter()
            planwise.talk(f"bench-{next(turns)}", message, mode="apply")
            return (time.perf_counter() - start) * 1000

        asked_on_the_page(), asked_of_the_service()
        pairs = [(asked_of_the_service(), asked_on_the_page()) for _ in range(20)]
    planwise.close()
    turn_ms, page_ms = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Row("offline turn, message to saved plan", turn_ms, page_ms, "its page's rerun, question to answer", 0.5)


def _fill(url: str, client_id: str, versions: int) -> None:
    planwise = open_planwise(Settings.from_env({"DB_URL": url}))
    now = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
    planwise.store.ensure_client(client_id, now)
    plan, parent = plan_of(24), None
    for number in range(versions):
        edits = () if parent is None else (Scale(from_week=3, to_week=3, percent=99 if number % 2 else 101),)
        changed = apply(plan, edits)
        parent = planwise.store.save_version(
            client_id, parent=parent, plan=changed, edits=diff(plan, changed), author="runner", cause="bench", now=now
        ).number
        plan = changed
    planwise.close()


def cold_rows(times: int = 3) -> Iterator[Row]:
    """From the start of the process to the first answered /api/health, in turn."""
    ours, theirs = [], []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            with started("app.py", ready="/api/health", DB_URL=f"sqlite:///{Path(folder) / 'cold.db'}") as server:
                ours.append(server.seconds_to_answer)
            with started("bench/apps/bare_api.py", ready="/api/health") as server:
                theirs.append(server.seconds_to_answer)
    yield Row(
        "cold start to /api/health", statistics.median(ours), statistics.median(theirs), "bare st.App", 1.5, unit="s"
    )


def import_rows() -> Iterator[Row]:
    """`import planwise_core` loads none of streamlit, openai, pandas (counted, not timed)."""
    code = "import sys, planwise_core; print(len({'streamlit', 'openai', 'pandas'} & sys.modules.keys()))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    yield Row(
        "heavy packages loaded by `import planwise_core`", float(json.loads(loaded.stdout)), 3.0, "of 3", 0.0, unit=""
    )


def rows() -> Iterator[Row]:
    yield from diff_rows()
    yield from import_rows()
    yield from page_rows()
    yield from cold_rows()
