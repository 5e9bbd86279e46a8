"""After a change, the weeks behind it grow no faster than a careful coach would let them.

A runner who takes a week off, or wants one easier, comes back to a plan written for somebody who did not. The answer
is neither to refuse the rest nor to let the step stand: the later weeks are brought down to what the legs then know.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding, review
from planwise_core.training.journal import Run
from planwise_core.training.mending import MENDERS, Case
from planwise_core.training.plan import Plan, week_km

MOST_STEPS = 120


def smoothed(
    old: Plan, changed: Plan, athlete: Athlete, runs: Sequence[Run] = (), today: dt.date | None = None,
    done: Collection[str] = (), *, is_asked: bool = True, is_ours: bool = False,
) -> Plan:  # fmt: skip
    """`changed`, with weeks that the change made too steep brought down; `changed` itself where none is.

    Where `changed` is what somebody asked for (`is_asked`), only weeks that it did not make bigger than they were in
    `old` are touched: what was asked for stands, and may be objected to. What the house proposes of itself (`is_ours`)
    is to give no cause for a warning either. Workouts that have passed or are done, and races, stay.
    """

    def objections(plan: Plan) -> list[Finding]:
        found = review(plan, athlete, runs, today)
        return [each for each in found if each.severity == "error" or (is_ours and each.severity == "warning")]

    since = max(_first_change(old, changed), today or dt.date.min)
    left = {(each.rule, each.week) for each in objections(old)}
    for _ in range(MOST_STEPS):
        new = [each for each in objections(changed) if each.rule in MENDERS and (each.rule, each.week) not in left]
        first = min(new, key=lambda each: (each.week or 0, each.rule), default=None)
        if first is None or not first.week or (is_asked and _is_bigger(old, changed, first.week)):
            return changed
        mended = dict(MENDERS[first.rule](Case(old, changed, athlete, since, done, first.week)))
        if all(changed.by_id[name] == each for name, each in mended.items()):
            left.add((first.rule, first.week))
        changed = changed.but(workouts=tuple(mended.get(each.id, each) for each in changed.workouts))
    return changed


def _is_bigger(old: Plan, changed: Plan, week: int) -> bool:
    before = {day: week_km(old.on(day)) for day in {each.date for each in old.workouts}}
    monday = changed.day(week, "mon")
    was = sum(km for day, km in before.items() if monday <= day < monday + dt.timedelta(days=7))
    return week_km(changed.by_week[week - 1]) > was + 0.05


def _first_change(old: Plan, changed: Plan) -> dt.date:
    """The first day that is not as it was."""
    return min((each.date for each in {*old.workouts} ^ {*changed.workouts}), default=dt.date.max)
