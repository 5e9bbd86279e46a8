"""Weekly kilometres: how fast they may grow, when they must fall (SCIENCE 2.2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from planwise_core.training.rules.season import EPSILON, Objection, Season, Severity, WeekSums
from planwise_core.training.rules.taper import may_be_low
from planwise_core.training.values import shown_distance

RISE_WARNING = 1.10  # Daniels, Pfitzinger; 22 of 49 published marathon plans ever pass their high by more
RISE_ERROR = 1.20  # 2 of 49 do
REBOUND = 1.05
KM_PER_RUN = 1.6  # Daniels: a mile per run and week may always be added
DOWN = 0.90
WEEKS_UP_WARNING = 6  # published median: a down week every 5.0 weeks, p90 of the longest gap 9
SHORT_PLAN_WEEKS = 8
START_ERROR = 1.30
PEAK_TO_START = 1.8  # published marathon median 1.36, p90 1.70
PEAK_WITHIN_WEEKS = 12
LOW_KM = 40  # below it, a mile per run is more than the ratios
MIN_RUN_DAYS = 3  # fewer than 2 runs or 25 km a week: most injuries (RUNSAFE, Abrahamson 2025)


def _rise(new_km: float, old_km: float, run_days: int, error: float) -> Severity | None:
    """How bad a rise is. A mile per run and week is never an error, and no fault at all at low volume."""
    is_small = new_km - old_km <= KM_PER_RUN * run_days + EPSILON
    if new_km <= RISE_WARNING * old_km + EPSILON or (is_small and old_km < LOW_KM):
        return None
    return "error" if new_km > error * old_km + EPSILON and not is_small else "warning"


def _more(new_km: float, old_km: float) -> str:
    return f"{round((new_km / old_km - 1) * 100)} % more"


def prog_1(season: Season) -> Iterator[Objection]:
    """PROG-1: a week is far above the highest of the four before it."""
    for week in season.weeks[1:]:
        high = season.recent_high(week)
        if not high or not (severity := _rise(week.km, high, week.run_days, RISE_ERROR)):
            continue
        yield Objection(
            severity,
            week.number,
            f"Week {week.number} has {week.shown(season.units)}, {_more(week.km, high)} than the "
            f"{shown_distance(high, season.units)} of the highest of the four weeks before.",
            f"Keep it at {shown_distance(RISE_WARNING * high, season.units)} or less, or build up over more weeks.",
        )


def prog_2(season: Season) -> Iterator[Objection]:
    """PROG-2: after a down week the plan jumps past the old high instead of returning to it."""
    for week, before in season.later_weeks():
        high = season.recent_high(week)
        is_rebound = week.number > 2 and before.km <= DOWN * season.weeks[week.number - 3].km
        if not high or not is_rebound or high < LOW_KM:
            continue
        if REBOUND * high + EPSILON < week.km <= RISE_WARNING * high + EPSILON:
            yield Objection(
                "info",
                week.number,
                f"Week {week.number} comes back from a down week with {week.shown(season.units)}, "
                f"{_more(week.km, high)} than the highest before.",
                f"Return to about {shown_distance(high, season.units)} first.",
            )


def stretches_up(season: Season) -> Iterator[tuple[int, int]]:
    """First and last week of each stretch without a down week (10 % less than the week before)."""
    first = 1
    for week, before in season.later_weeks():
        if week.km <= DOWN * before.km + EPSILON:
            yield first, week.number - 1
            first = week.number + 1
    yield first, len(season.weeks)


def prog_3(season: Season) -> Iterator[Objection]:
    """PROG-3: many weeks without an easier one. Never an error by itself: 10 of 49 published plans have none."""
    if len(season.weeks) < SHORT_PLAN_WEEKS:
        return
    for first, last in stretches_up(season):
        if last - first + 1 >= WEEKS_UP_WARNING:
            yield Objection(
                "warning",
                last,
                f"Weeks {first} to {last} are {last - first + 1} weeks without an easier one.",
                "Make every fourth or fifth week 10 to 25 % shorter.",
            )


def prog_4(season: Season) -> Iterator[Objection]:
    """PROG-4: the first week asks for more than the last four weeks."""
    week = season.weeks[0]
    if not season.km_before:
        return
    average = sum(season.km_before) / len(season.km_before)
    if severity := _rise(week.km, average, week.run_days, START_ERROR):
        yield Objection(
            severity,
            1,
            f"Week 1 has {week.shown(season.units)}, {_more(week.km, average)} than the "
            f"{shown_distance(average, season.units)} a week run so far.",
            f"Begin with {shown_distance(RISE_WARNING * average, season.units)} or less.",
        )


def prog_5(season: Season) -> Iterator[Objection]:
    """PROG-5: the peak is far above the start, in few weeks."""
    start = max(season.weeks[0].km, *season.km_before, 0.0)
    peak: WeekSums = max(season.weeks, key=lambda week: week.km)
    if not start or peak.km <= LOW_KM or peak.number > PEAK_WITHIN_WEEKS:
        return
    if peak.km > PEAK_TO_START * start + EPSILON:
        yield Objection(
            "warning",
            peak.number,
            f"The plan grows from {shown_distance(start, season.units)} to {peak.shown(season.units)} a week in "
            f"{peak.number} weeks, {peak.km / start:.2f} times the start.",
            f"Peak at {shown_distance(PEAK_TO_START * start, season.units)} or take more weeks.",
        )


def prog_6(season: Season) -> Iterator[Objection]:
    """PROG-6: fewer than three run days a week, which is enough only to maintain."""
    athlete = season.athlete
    few = [week.number for week in season.open_weeks if _has_few_days(season, week)]
    if not few:
        return
    by_choice = min(len(athlete.free_days), athlete.days_per_week or MIN_RUN_DAYS) < MIN_RUN_DAYS
    weeks = f"Week {few[0]} has" if len(few) == 1 else f"{len(few)} weeks (the first is week {few[0]}) have"
    yield Objection(
        "info" if by_choice else "warning",
        few[0],
        f"{weeks} fewer than {MIN_RUN_DAYS} run days: enough to keep fitness, not to build it.",
        "Add a short easy run, or split one run in two.",
    )


def _has_few_days(season: Season, week: WeekSums) -> bool:
    """Too few run days in a week that is meant to build: no race, no time off or pain, not the week it begins in."""
    if week.run_days >= MIN_RUN_DAYS or week.number == 1 or week.has_race or not week.sessions:
        return False
    if season.plan.weeks[week.number - 1].phase in {"Maintenance", "Recovery", "Taper", "Race"}:
        return False
    monday = season.plan.day(week.number, "mon")
    return not may_be_low(season.athlete, monday, monday + dt.timedelta(weeks=1))
