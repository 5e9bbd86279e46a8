"""A plan as a table of comma-separated values that spreadsheets open."""

from __future__ import annotations

import csv
import io

from planwise_core.training.plan import Plan, weekday_of
from planwise_core.training.values import KM_PER_MILE, WEEKDAY_NAMES, Units

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet(plan: Plan, units: Units = "km") -> bytes:
    """One row a workout, distances in `units`. UTF-8 with a byte order mark, which Excel needs to see."""
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(["week", "phase", "date", "day", "type", "title", units, "minutes", "notes"])
    for workout in plan.workouts:
        week = plan.week_of(workout.date)
        distance = "" if workout.km is None else round(workout.km / (1 if units == "km" else KM_PER_MILE), 2)
        rows.writerow(
            [
                week,
                plan.weeks[week - 1].phase,
                workout.date.isoformat(),
                WEEKDAY_NAMES[weekday_of(workout.date)],
                workout.type,
                _inert(workout.title),
                distance,
                workout.minutes or "",
                _inert(workout.notes),
            ]
        )
    return out.getvalue().encode("utf-8-sig")


def _inert(text: str) -> str:
    """Text that a spreadsheet will not take for a formula (OWASP, CSV injection)."""
    return "'" + text if text.startswith(_FORMULA) else text
