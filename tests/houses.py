"""A whole PlanWise to test with: a real store in a fresh file, a real coach, a clock that stands where it is put."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Coach
from planwise_core.service import PlanWise
from planwise_core.settings import Settings
from planwise_core.store.database import BUSY_S
from planwise_core.store.store import Store

MONDAY_MORNING = dt.datetime(2026, 11, 23, 8, tzinfo=dt.UTC)
HALF = "Half marathon on 18 April 2027, I run 30 km a week, 4 days a week, never on Sundays"


@contextlib.contextmanager
def house(
    folder: Path,
    coach: Coach | None = None,
    now: dt.datetime = MONDAY_MORNING,
    busy_s: float = BUSY_S,
    **environ: str,
) -> Iterator[PlanWise]:
    """An open house over a new SQLite file in `folder`."""
    settings = Settings.from_env({"DB_URL": f"sqlite:///{folder / 'house.db'}", **environ})
    store = Store(settings.db_url, busy_s)
    store.migrate()
    planwise = PlanWise(settings, store, coach or OfflineCoach(), now=lambda: now)
    try:
        yield planwise
    finally:
        planwise.close()
