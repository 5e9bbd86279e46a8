"""Where a plan stands among published plans: its main figures as percentiles of what was measured on 121 of them.

The figures describe; they do not judge. `checks` does that. Week totals leave the goal race out.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Mapping
from itertools import pairwise
from statistics import median
from typing import Literal, NamedTuple

from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan
from planwise_core.training.rules.season import Season, WeekSums
from planwise_core.training.rules.taper import taper_window
from planwise_core.training.values import Units, Value, shown_distance

Family = Literal["5 km", "10 km", "half marathon", "marathon", "50 km", "50 mile", "100 mile"]
Unit = Literal["km", "%", "weeks", "days", "times"]


class Band(NamedTuple):
    """Median, 10th and 90th percentile, smallest and largest of the published plans; None where too few were read."""

    median: float
    p10: float | None = None
    p90: float | None = None
    least: float | None = None
    most: float | None = None


# SCIENCE 7, measured on published plans: 5 km 4, 10 km 4, half 9, marathon 49, 50 km 3, 50 miles 2, 100 miles 1.
FAMILIES: tuple[tuple[float, Family, int], ...] = (
    (7.5, "5 km", 4), (13.0, "10 km", 4), (25.0, "half marathon", 9), (45.0, "marathon", 49), (65.0, "50 km", 3),
    (110.0, "50 mile", 2), (math.inf, "100 mile", 1),
)  # fmt: skip
BANDS: Mapping[str, tuple[Band, ...]] = {
    "weeks": (
        Band(12, least=8, most=12), Band(12, least=8, most=21), Band(12, least=12, most=18), Band(18, least=8, most=24),
        Band(24, least=20, most=26), Band(18, least=16, most=20), Band(26),
    ),
    "run days": (
        Band(3, 3, 6, 3, 7), Band(5, least=3, most=7), Band(5, least=3, most=7), Band(6, 4, 7, 3, 7),
        Band(5, least=4, most=5), Band(5), Band(5),
    ),
    "start": (
        Band(60, least=7, most=97), Band(60, least=12, most=97), Band(27, least=16, most=130),
        Band(81, 40, 128, 19, 147), Band(58), Band(58), Band(64),
    ),
    "peak": (
        Band(76, least=13, most=113), Band(80, least=16, most=122), Band(76, least=37, most=161),
        Band(105, 64, 161, 52, 193), Band(90), Band(100), Band(121),
    ),
    "peak over start": (
        Band(1.28, least=1.17, most=1.79), Band(1.30, least=1.27, most=1.40), Band(1.77, least=1.23, most=4.70),
        Band(1.36, 1.27, 1.70, 1.21, 4.79), Band(1.56), Band(1.72), Band(1.87),
    ),
    "largest new high": (
        Band(6, least=3, most=16), Band(7, least=5, most=12), Band(14, least=5, most=94), Band(10, 7, 18, 5, 67),
        Band(11), Band(11), Band(14),
    ),
    "weeks per down week": (
        Band(4.5), Band(9), Band(9, least=4.5, most=15), Band(5.0, 3.7, 15, 2.4, 15), Band(2.1), Band(3.4), Band(4.4),
    ),
    "down-week depth": (Band(12), Band(15), Band(15), Band(14, 11, 23), Band(35), Band(37), Band(42)),
    "longest run": (
        Band(14, least=5, most=21), Band(17, least=9, most=24), Band(19, least=16, most=32), Band(34, 29, 38, 24, 42),
        Band(42), Band(45), Band(48),
    ),
    "longest run before the race": (
        Band(3), Band(2), Band(2, least=1, most=5), Band(3, 3, 7, 2, 7), Band(5.5, least=3, most=8), Band(3), Band(3),
    ),
    "long-run share": (
        Band(24, least=18, most=36), Band(25, least=19, most=47), Band(26, least=20, most=41), Band(27, 21, 38, 18, 50),
        Band(44), Band(45), Band(42),
    ),
    "largest long-run share": (
        Band(27, most=37), Band(27, most=55), Band(35, most=52), Band(33, 25, 50, most=63),
        Band(50), Band(50), Band(50),
    ),
    "largest long-run step": (
        Band(11, least=9, most=21), Band(14, least=8, most=25), Band(21, least=6, most=49), Band(18, 11, 25, 7, 50),
        Band(22, least=13, most=31), Band(13), Band(14),
    ),
    "peak week before the race": (
        Band(3), Band(3), Band(3, least=1, most=5), Band(7, 3, 9, 2, 11), Band(5), Band(4), Band(6),
    ),
    "week before race week": (
        Band(73), Band(71), Band(88, 68, 100), Band(66, 55, 88), Band(36), Band(32), Band(27),
    ),
    "race week": (Band(50), Band(44), Band(40), Band(41, 30, 57), Band(16), Band(15), Band(13)),
}  # fmt: skip


class Percentile(Value):
    """One figure of a plan beside the published plans. `percentile` is an estimate, None where too few were read."""

    figure: str
    value: float
    unit: Unit
    p10: float | None
    median: float
    p90: float | None
    percentile: int | None
    plans: int
    words: str


def standing(plan: Plan, athlete: Athlete | None = None) -> tuple[Percentile, ...]:
    """Where this plan's main figures stand among published plans for its distance; empty without a race distance."""
    season = Season(plan, athlete or Athlete())
    if not season.race_km:
        return ()
    index = next(i for i, (up_to, _, _) in enumerate(FAMILIES) if season.race_km <= up_to)
    _, family, plans = FAMILIES[index]
    found = []
    for name, (unit, figure) in FIGURES.items():
        value = figure(season)
        if value is not None:
            found.append(_percentile(name, value, unit, BANDS[name][index], (family, plans), season.units))
    return tuple(found)


def _percentile(
    name: str, value: float, unit: Unit, band: Band, family: tuple[Family, int], units: Units
) -> Percentile:
    percent = percentile_of(value, band)
    shown = _shown(value, unit, units)
    usual = _shown(band.median, unit, units)
    where = f", more than about {percent} % of them" if percent else ""
    if percent == 0:
        where = ", the least of them" if value == band.least else ", less than in any of them"
    return Percentile(
        figure=name,
        value=round(value, 2),
        unit=unit,
        p10=band.p10,
        median=band.median,
        p90=band.p90,
        percentile=percent,
        plans=family[1],
        words=f"{name.capitalize()}: {shown}; published {family[0]} plans: {usual}{where}.",
    )


def percentile_of(value: float, band: Band) -> int | None:
    """The percentile, in straight lines between what is known of the band; None if that is less than three points."""
    known = [(0, band.least), (10, band.p10), (50, band.median), (90, band.p90), (100, band.most)]
    points = [(percent, float(at)) for percent, at in known if at is not None]
    if len(points) < 3:
        return None
    if value < points[0][1]:
        return 0
    if equal := [percent for percent, at in points if at == value]:
        return (equal[0] + equal[-1]) // 2  # many plans stand there: the middle of them
    for (p1, v1), (p2, v2) in pairwise(points):
        if v1 < value < v2:
            return round(p1 + (p2 - p1) * (value - v1) / (v2 - v1))
    return 100


def _shown(value: float, unit: Unit, units: Units) -> str:
    if unit == "km":
        return shown_distance(value, units)
    if unit == "times":
        return f"{value:.2f} times"
    return f"{value:.0f} %" if unit == "%" else f"{value:.1f}".removesuffix(".0") + f" {unit}"


def _weeks_before_race(season: Season, day: dt.date) -> float | None:
    return season.plan.week_of(season.race_date) - season.plan.week_of(day) if season.race_date else None


def _training_weeks(season: Season) -> tuple[WeekSums, ...]:
    """The weeks before the taper: two weeks before race week and earlier."""
    last = season.plan.week_of(season.race_date) - 2 if season.race_date else len(season.weeks)
    return season.weeks[: max(last, 1)]


def _peak(season: Season) -> WeekSums:
    return max(season.weeks, key=lambda week: (week.km, week.number))


def _peak_over_start(season: Season) -> float | None:
    start = season.weeks[0].km
    return _peak(season).km / start if start else None


def _largest_new_high(season: Season) -> float | None:
    high, largest = season.weeks[0].km, None
    for week in season.weeks[1:]:
        if high and week.km > high:
            largest = max(largest or 0.0, (week.km / high - 1) * 100)
        high = max(high, week.km)
    return largest


def _downs(season: Season) -> list[float]:
    """How deep each down week (10 % less or more) before the taper is, in %."""
    weeks = _training_weeks(season)
    return [(1 - b.km / a.km) * 100 for a, b in pairwise(weeks) if a.km and b.km <= 0.9 * a.km]


def _weeks_per_down(season: Season) -> float | None:
    downs = _downs(season)
    return len(_training_weeks(season)) / len(downs) if downs else None


def _longest(season: Season) -> float | None:
    return max((week.longest.km for week in season.weeks if week.longest), default=None)


def _longest_before(season: Season) -> float | None:
    longest = max(
        (week.longest for week in season.weeks if week.longest), key=lambda run: (run.km, run.date), default=None
    )
    return _weeks_before_race(season, longest.date) if longest else None


def _shares(season: Season) -> list[float]:
    weeks = [week for week in season.weeks if not week.has_race]
    return [100 * week.longest.km / week.km for week in weeks if week.longest and week.km and week.run_days > 1]


def _long_step(season: Season) -> float | None:
    longest = [week.longest.km if week.longest else 0.0 for week in season.weeks]
    before = [max(longest[max(i - 4, 0) : i], default=0.0) for i in range(len(longest))]  # of the four weeks before
    return max(((km / high - 1) * 100 for km, high in zip(longest, before, strict=True) if high), default=None)


def _taper(season: Season, weeks_before: int) -> float | None:
    peak = _peak(season).km
    if not season.race_date or not peak:
        return None
    first, end = taper_window(season.race_date, weeks_before)
    if first < season.plan.start_date:
        return None
    return 100 * sum(s.km for s in season.sessions if first <= s.date < end and s.type != "race") / peak


FIGURES: Mapping[str, tuple[Unit, Callable[[Season], float | None]]] = {
    "weeks": ("weeks", lambda season: float(len(season.weeks))),
    "run days": ("days", lambda season: float(median(week.run_days for week in _training_weeks(season)))),
    "start": ("km", lambda season: season.weeks[0].km),
    "peak": ("km", lambda season: _peak(season).km),
    "peak over start": ("times", _peak_over_start),
    "largest new high": ("%", _largest_new_high),
    "weeks per down week": ("weeks", _weeks_per_down),
    "down-week depth": ("%", lambda season: median(_downs(season)) if _downs(season) else None),
    "longest run": ("km", _longest),
    "longest run before the race": ("weeks", _longest_before),
    "long-run share": ("%", lambda season: median(_shares(season)) if _shares(season) else None),
    "largest long-run share": ("%", lambda season: max(_shares(season), default=None)),
    "largest long-run step": ("%", _long_step),
    "peak week before the race": (
        "weeks",
        lambda season: _weeks_before_race(season, season.plan.day(_peak(season).number, "mon")),
    ),
    "week before race week": ("%", lambda season: _taper(season, 1)),
    "race week": ("%", lambda season: _taper(season, 0)),
}
