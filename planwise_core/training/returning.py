"""The way back: how much of the usual load a week may have after time off or while something hurts (SCIENCE 2.6)."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from planwise_core.training.conditions import return_load
from planwise_core.training.season import Season
from planwise_core.training.values import WEEKDAYS

LATE_BACK = 1.3  # times a week's part, of one that begins late: its first run sets what the next may have (LR-1)
_DAY = dt.timedelta(days=1)


class Return(NamedTuple):
    """A week on the way back from time off or an injury.

    `load` is what its first days may have, `share` what the whole week may, both of the usual load; `weeks_before` how
    many weeks of the plan lie before the break (None for an injury: it has no first day off); `days_before` how many
    days of the week before were on the way back already.
    """

    load: float
    share: float
    weeks_before: int | None = None
    days_before: int = 0


def returns_in(season: Season, week: int) -> list[Return]:
    """Every way back that this week is on."""
    found = []
    days = [season.day(week, day) for day in WEEKDAYS]
    for first, last in breaks_of(season):
        loads = [return_load((last - first).days + 1, (day - last).days - 1) for day in days if day > last]
        if loads and min(loads) < 1:
            part = sum(loads) / 7 * (1 if len(loads) == 7 else LATE_BACK)
            before = max((days[0] - last).days - 1, 0)
            weeks_before = max((first - season.start).days // 7, 0)
            found.append(Return(min(loads), part, weeks_before, before if before < 7 else 0))
    ladder = injury_ladder(season)
    if week < len(ladder):
        found.append(Return(ladder[week], ladder[week]))
    return found


def breaks_of(season: Season) -> list[tuple[dt.date, dt.date]]:
    """First and last day of each time off; those that touch or overlap are one."""
    merged: list[tuple[dt.date, dt.date]] = []
    for away in sorted(season.athlete.away, key=lambda each: each.first):
        if merged and away.first <= merged[-1][1] + _DAY:
            merged[-1] = (merged[-1][0], max(merged[-1][1], away.last))
        else:
            merged.append((away.first, away.last))
    return merged


def injury_ladder(season: Season) -> tuple[float, ...]:
    """Load by week while something hurts."""
    pains = [injury.pain or 0 for injury in season.athlete.injuries if injury.current]
    return ladder_of(max(pains)) if pains else ()


def ladder_of(pain: int) -> tuple[float, ...]:
    """Load by week after pain of 0 to 10: rest first when it is above 3 (SCIENCE 2.6, 2.7), then back."""
    if pain >= 7:
        return (0.0, 0.0, 0.33, 0.5, 0.75)
    return (0.0, 0.5, 0.75) if pain > 3 else (0.75, 0.75)
