"""What if: the plan as it would be with another race day, other days a week or another method.

A wish is a changed athlete and the words for it; a candidate is the plan the engine makes of it. Nothing is saved.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator
from statistics import median
from typing import Any

from planwise_core.errors import CannotPlan, NotFound
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.engine import rebuild
from planwise_core.training.methods import METHODS
from planwise_core.training.plan import Plan, long_run_km, week_km
from planwise_core.training.values import Value

LATER, EARLIER = 3, -2  # weeks
FEWEST_DAYS, MOST_DAYS = 2, 7


class Wish(Value):
    """`label` is what a runner picks, `says` the cause of the version it may become, `field` of the athlete is what
    would be another."""

    id: str
    label: str
    says: str
    athlete: Athlete
    field: str

    @property
    def value(self) -> Any:
        return getattr(self.athlete, self.field)


class Candidate(Value):
    """What a wish comes to: a plan, or the one sentence on why there is none."""

    wish: Wish
    plan: Plan | None = None
    problem: str = ""


def wishes(plan: Plan, athlete: Athlete) -> tuple[Wish, ...]:
    """What may be wished for; `athlete` is one who says enough (see `as_known`)."""
    return (*_races(athlete), *_days(plan, athlete), *_methods(plan, athlete))


def wish_of(wish_id: str, plan: Plan, athlete: Athlete) -> Wish:
    """The wish of this id. Raises `NotFound`."""
    found = next((wish for wish in wishes(plan, athlete) if wish.id == wish_id), None)
    if found is None:
        raise NotFound(f"There is no what-if '{wish_id[:40]}' for this plan.")
    return found


def candidate(plan: Plan, wish: Wish, today: dt.date, done: Collection[str] = ()) -> Candidate:
    """The plan from `today` on if `wish` were so; the past and the workouts in `done` stay."""
    try:
        return Candidate(wish=wish, plan=rebuild(plan, wish.athlete, today, done))
    except CannotPlan as refusal:
        return Candidate(wish=wish, problem=str(refusal))


def as_known(athlete: Athlete, plan: Plan) -> Athlete:
    """The athlete, and what they have never said as their plan says it: a plan may have come from elsewhere."""
    said: dict[str, Any] = {"method": plan.method}
    if athlete.goal is None and plan.race_distance_km and plan.race_distance_km >= 1:
        said["races"] = (Race(distance_km=plan.race_distance_km, date=plan.race_date),)
    if not athlete.weekly_km and athlete.longest_run_km is None:
        said["weekly_km"] = min(week_km(plan.by_week[0]), 250.0)
        said["longest_run_km"] = min(long_run_km(plan.by_week[0]), 120.0)
    return athlete.but(**said)


def run_days(plan: Plan, athlete: Athlete) -> int:
    """Run days a week: as the runner wants, else as most weeks of the plan have them."""
    if athlete.days_per_week:
        return athlete.days_per_week
    return round(median(len({each.date for each in week if each.is_run}) for week in plan.by_week))


def _races(athlete: Athlete) -> Iterator[Wish]:
    goal = athlete.goal
    if goal is None or goal.date is None:
        return
    for weeks, when in ((LATER, "three weeks later"), (EARLIER, "two weeks earlier")):
        moved = goal.but(date=goal.date + dt.timedelta(weeks=weeks))
        others = tuple(race for race in athlete.races if race != goal)
        yield Wish(
            id=f"race{weeks:+d}w",
            label=f"Race {when}",
            says=f"What if the race were {when}?",
            athlete=athlete.but(races=(moved, *others)),
            field="races",
        )


def _days(plan: Plan, athlete: Athlete) -> Iterator[Wish]:
    now = run_days(plan, athlete)
    for days, name in ((now - 1, "fewer"), (now + 1, "more")):
        if FEWEST_DAYS <= days <= min(MOST_DAYS, len(athlete.free_days)):
            yield Wish(
                id=f"days-{days}",
                label=f"One run day {name}",
                says=f"What if I ran {days} days a week instead of {now}?",
                athlete=athlete.but(days_per_week=days),
                field="days_per_week",
            )


def _methods(plan: Plan, athlete: Athlete) -> Iterator[Wish]:
    for method in METHODS.values():
        if method.id != plan.method:
            yield Wish(
                id=f"method-{method.id}",
                label=method.name,
                says=f"What if I trained by '{method.name}'?",
                athlete=athlete.but(method=method.id),
                field="method",
            )
