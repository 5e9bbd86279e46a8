"""Small makers with defaults, so that a test shows only what it is about."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.plan import Plan, Week, Workout
from planwise_core.training.values import WEEKDAYS, monday_of

MONDAY = dt.date(2026, 11, 23)


def workout(day: str = "tue", km: float | None = 8.0, *, week: int = 1, type: str = "easy", **more: Any) -> Workout:
    """A workout in a slot of a plan that starts on `MONDAY`."""
    date = MONDAY + dt.timedelta(days=7 * (week - 1) + WEEKDAYS.index(day))  # type: ignore[arg-type]
    given = {"id": f"w{week}-{day}", "title": type.replace("_", " ").capitalize(), **more}
    return Workout(date=date, type=type, km=km, **given)  # type: ignore[arg-type]


def easy(day: str = "tue", km: float = 8.0, *, week: int = 1, **more: Any) -> Workout:
    return workout(day, km, week=week, type="easy", **more)


def plan(*workouts: Workout, weeks: int = 4, **more: Any) -> Plan:
    """A plan of `weeks` Base weeks from `MONDAY` with these workouts."""
    given = {"goal": "Half Marathon", "race_distance_km": 21.0975, "weeks": (Week(),) * weeks, **more}
    return Plan(start_date=MONDAY, workouts=workouts, **given)


def race(km: float, weeks: int = 16, *, day: int = 6, **more: Any) -> Race:
    """A race in week `weeks` from `MONDAY`, on a Sunday."""
    return Race(distance_km=km, date=MONDAY + dt.timedelta(days=7 * (weeks - 1) + day), **more)


def half(**more: Any) -> Athlete:
    """A runner of 35 km a week on four days, for a half marathon in 14 weeks."""
    return Athlete(**{"races": (race(21.0975, 14),), "weekly_km": 35.0, "days_per_week": 4, **more})


def begun(weeks_ago: int, made: Plan) -> Plan:
    """`made`, begun so many weeks ago by the clock on the wall, which a started server goes by."""
    shift = monday_of(dt.datetime.now(dt.UTC).date()) - dt.timedelta(weeks=weeks_ago) - made.start_date
    moved = tuple(each.but(date=each.date + shift) for each in made.workouts)
    return made.but(start_date=made.start_date + shift, workouts=moved)
