"""After a change, the weeks behind it grow no faster than a careful coach would let them.

A runner who takes a week off, or wants one easier, comes back to a plan written for somebody who did not. The answer
is neither to refuse the rest nor to let the step stand: the later weeks are brought down to what the legs then know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Sequence

from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding, review
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, Workout, week_km, weekly_km
from planwise_core.training.rules.long_run import SHARE_DAYS, SHARE_TOP, SPIKE_WARNING
from planwise_core.training.rules.season import LOOK_BACK_DAYS, RACES
from planwise_core.training.rules.taper import OWN_WEEKS, band_of, taper_window
from planwise_core.training.rules.volume import KM_PER_RUN, LOW_KM, RISE_WARNING
from planwise_core.training.workouts import HARD, eased, resized

MENDED = ("PROG-1", "LR-1", "LR-2", "Q-1", "TAPER-1")  # the rules that may object to what nobody touched
MARGIN = 0.9  # distances are rounded to 100 m, and a sum of them must not end above the line
MOST_STEPS = 60


def smoothed(
    old: Plan, changed: Plan, athlete: Athlete, runs: Sequence[Run] = (), today: dt.date | None = None,
    done: Collection[str] = (), *, is_asked: bool = True,
) -> Plan:  # fmt: skip
    """`changed`, with weeks that the change made too steep brought down; `changed` itself where none is.

    Where `changed` is what somebody asked for (`is_asked`), only weeks that it did not make bigger than they were in
    `old` are touched: what was asked for stands, and may be objected to. Workouts that have passed or are done, and
    races, stay.
    """
    known = {(each.rule, each.week) for each in errors(old, athlete, runs, today)}
    for _ in range(MOST_STEPS):
        steep = [
            each
            for each in errors(changed, athlete, runs, today)
            if each.rule in MENDED and each.week and (each.rule, each.week) not in known
        ]
        first = min(steep, key=lambda each: (each.week or 0, each.rule), default=None)
        if first is None or first.week is None or (is_asked and _is_bigger(old, changed, first.week)):
            return changed
        lower = dict(_lowered(changed, first.week, first.rule, athlete, today, done))
        if not lower:
            return changed
        changed = changed.but(workouts=tuple(lower.get(each.id, each) for each in changed.workouts))
    return changed


def errors(plan: Plan, athlete: Athlete, runs: Sequence[Run], today: dt.date | None) -> list[Finding]:
    """What `review` says of `plan` that must not be."""
    return [each for each in review(plan, athlete, runs, today) if each.severity == "error"]


def _is_bigger(old: Plan, changed: Plan, week: int) -> bool:
    before = {day: week_km(old.on(day)) for day in {each.date for each in old.workouts}}
    monday = changed.day(week, "mon")
    was = sum(km for day, km in before.items() if monday <= day < monday + dt.timedelta(days=7))
    return week_km(changed.by_week[week - 1]) > was + 0.05


def _lowered(
    plan: Plan, week: int, rule: str, athlete: Athlete, today: dt.date | None, done: Collection[str]
) -> Iterator[tuple[str, Workout]]:
    """The workouts of the week at the size the rule would have them."""

    def may_change(each: Workout) -> bool:
        is_open = each.id not in done and (today is None or each.date >= today)
        return bool(each.run_km) and each.type != "race" and is_open

    if rule == "TAPER-1":
        yield from _tapered(plan, athlete, may_change)
        return
    runs = [each for each in plan.by_week[week - 1] if may_change(each)]
    if rule == "Q-1":
        yield from ((each.id, eased(each)) for each in runs if each.type in HARD and each.type not in RACES)
        return
    if rule == "LR-1":
        for each in runs:
            longest = _longest_before(plan, each.date, athlete)
            if longest and each.run_km > SPIKE_WARNING * longest:
                yield each.id, resized(each, km=round(SPIKE_WARNING * longest, 1))
        return
    if rule == "LR-2":
        yield from _in_proportion(runs)
        return
    sums = [athlete.weekly_km] * 4 + list(weekly_km(plan))
    high = max(sums[week - 1 : week + 3])
    days = len({each.date for each in runs})
    most = max(RISE_WARNING * high, high + MARGIN * KM_PER_RUN * days if high < LOW_KM else 0)
    yield from _shrunk(runs, week_km(plan.by_week[week - 1]) - most)


def _shrunk(runs: Sequence[Workout], less_km: float) -> Iterator[tuple[str, Workout]]:
    km = sum(each.run_km for each in runs)
    if 0 < less_km < km:
        for each in runs:
            yield each.id, resized(each, factor=1 - less_km / km)


def _in_proportion(runs: Sequence[Workout]) -> Iterator[tuple[str, Workout]]:
    """The longest run no bigger a part of the week than its run days make usual."""
    longest = max(runs, key=lambda each: each.run_km, default=None)
    if longest is None:
        return
    share = min(SHARE_TOP, SHARE_DAYS / len({each.date for each in runs}))
    most = sum(each.run_km for each in runs if each is not longest) * share / (1 - share)
    if most < longest.run_km:
        yield longest.id, resized(longest, km=max(round(most, 1), 0.1))


def _tapered(plan: Plan, athlete: Athlete, may_change: Callable[[Workout], bool]) -> Iterator[tuple[str, Workout]]:
    """The weeks before the race no bigger than TAPER-1 allows after the peak that is left."""
    race, km = plan.race, plan.race_distance_km
    if race is None or not km:
        return
    band = band_of(km)
    begin = taper_window(race.date, band[0][0])[0]
    before = [sum_ for at, sum_ in enumerate(weekly_km(plan), 1) if plan.day(at, "sun") < begin]
    peak = max([*before, athlete.weekly_km if len(before) < OWN_WEEKS else 0.0])
    for weeks_before, _, high in band:
        first, end = taper_window(race.date, weeks_before)
        week = tuple(each for each in plan.workouts if first <= each.date < end and each.type != "race")
        yield from _shrunk([each for each in week if may_change(each)], week_km(week) - high * peak)


def _longest_before(plan: Plan, day: dt.date, athlete: Athlete) -> float:
    since = day - dt.timedelta(days=LOOK_BACK_DAYS)
    longest = max((each.run_km for each in plan.workouts if since <= each.date < day and each.is_run), default=0.0)
    known = athlete.longest_lately_km or 0.0
    return max(longest, known if day < plan.start_date + dt.timedelta(days=LOOK_BACK_DAYS) else 0.0)
