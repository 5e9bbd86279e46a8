"""What the offline coach looks at while it answers, and what it answers with: small values shared by its rooms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.when import Calendar
from planwise_core.coach.reply import Situation
from planwise_core.errors import InvalidEdit
from planwise_core.training import checks
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import Edit, apply, diff
from planwise_core.training.journal import Fact
from planwise_core.training.plan import Plan, Workout
from planwise_core.training.smoothing import smoothed
from planwise_core.training.values import WEEKDAY_NAMES, Units, monday_of, shown_distance, weekday_of

SLOW_MIN_PER_KM = 6.5  # a careful guess at easy pace, to see whether a run fits into the minutes of a day


@dataclass(frozen=True)
class Answer:
    """One thing understood and what comes of it. `unclear` says that it was no match at all."""

    says: str
    edits: tuple[Edit, ...] = ()
    athlete: Athlete | None = None
    known: frozenset[str] = frozenset()
    build: bool = False
    go_back: bool = False
    pending: str | None = None
    remember: tuple[Fact, ...] = ()
    unclear: bool = False
    corrects: bool = False


@dataclass(frozen=True)
class Scene:
    """A situation, read: the plan as it stands (with the edits of this answer so far), the day, what is open."""

    situation: Situation
    plan: Plan | None
    athlete: Athlete
    month_first: bool | None = None
    heard: str = field(default="", compare=False)
    spared: frozenset[str] = frozenset()  # ids of workouts that shall stay as they are

    @property
    def today(self) -> dt.date:
        return self.situation.today

    @property
    def units(self) -> Units:
        return self.athlete.units

    @cached_property
    def calendar(self) -> Calendar:
        return Calendar(self.today, self.plan.start_date if self.plan else None, self.month_first)

    @cached_property
    def done(self) -> frozenset[str]:
        return frozenset(run.workout for run in self.situation.runs if run.workout)

    @cached_property
    def open(self) -> tuple[Workout, ...]:
        """The workouts that may still change, in order; a race is not one of them."""
        workouts = self.plan.workouts if self.plan else ()
        return tuple(each for each in workouts if each.date >= self.today and each.id not in self.done)

    def between(self, first: dt.date, last: dt.date) -> tuple[Workout, ...]:
        return tuple(each for each in self.open if first <= each.date <= last)

    def has_date(self, text: str) -> bool:
        return any(when.is_known for when in read(text, self.calendar))

    def km(self, km: float) -> str:
        return shown_distance(km, self.units)

    def after(self, edits: Sequence[Edit]) -> Plan:
        """The plan with these edits made.

        Raises:
            InvalidEdit: they cannot be made, or break a limit or a check that held before.
        """
        assert self.plan is not None  # noqa: S101 - only asked where there is a plan
        changed = apply(self.plan, edits, today=self.today, done=self.done)
        for workout in changed.workouts:
            if workout != self.plan.by_id.get(workout.id) and (problem := self.limit(workout)):
                raise InvalidEdit(problem)
        changed = smoothed(self.plan, changed, self.athlete, self.situation.runs, self.today, self.done)
        if problem := self.newly_wrong(changed):
            raise InvalidEdit(problem)
        return changed

    def sparing(self, edits: Sequence[Edit]) -> tuple[Edit, ...]:
        """`edits`, and those that put back what the runner wants to stay as it is.

        Raises:
            InvalidEdit: they cannot be made.
        """
        assert self.plan is not None  # noqa: S101 - only asked where there is a plan
        if not self.spared:
            return tuple(edits)
        changed = apply(self.plan, edits, today=self.today, done=self.done)
        kept = {name: self.plan.by_id[name] for name in self.spared}
        others = [each for each in changed.workouts if each.id not in kept]
        return (*edits, *diff(changed, changed.but(workouts=(*others, *kept.values()))))

    def limit(self, workout: Workout) -> str:
        """The hard limit of the runner this workout would break where it stands, in words; empty if none."""
        day = weekday_of(workout.date)
        if not workout.is_run or workout.type == "race" or workout.date < self.today:
            return ""
        minutes = self.athlete.minutes_on(day)
        if minutes == 0:
            return f"{WEEKDAY_NAMES[day]}s are off in your plan, so I keep them free."
        if self.athlete.is_away(workout.date):
            return f"You are away on {spoken(workout.date)}, so I keep that day free."
        needs = workout.minutes or (workout.km or 0) * SLOW_MIN_PER_KM
        moved_here = self.plan is None or self.plan.by_id.get(workout.id, workout).date != workout.date
        if minutes is not None and needs > minutes and moved_here:
            return f"{workout.title} does not fit into the {minutes} minutes you have on {WEEKDAY_NAMES[day]}s."
        return ""

    def newly_wrong(self, changed: Plan, athlete: Athlete | None = None) -> str:
        """The first check of severity error that fails for `changed` and not for the plan as it is; empty: none."""
        assert self.plan is not None  # noqa: S101 - see `after`
        runs = self.situation.runs
        who = athlete or self.athlete
        errors = [each for each in checks.review(changed, who, runs, self.today) if each.severity == "error"]
        if not errors:
            return ""
        before = {(each.rule, each.week) for each in checks.review(self.plan, who, runs, self.today)}
        return next((each.message for each in errors if (each.rule, each.week) not in before), "")


def spoken(day: dt.date) -> str:
    """A date as it is said: ``Saturday 28 November``."""
    return f"{day:%A} {day.day} {day:%B}"


def spoken_with_year(day: dt.date) -> str:
    return f"{spoken(day)} {day.year}"


def slot(plan: Plan, day: dt.date) -> tuple[int, str]:
    return plan.week_of(day), weekday_of(day)


def span_words(first: dt.date, last: dt.date) -> str:
    """``Saturday 28 November``, or ``from Thursday 3 December to Wednesday 9 December``."""
    return f"on {spoken(first)}" if first == last else f"from {spoken(first)} to {spoken(last)}"


def week_words(scene: Scene, week: int) -> str:
    """``this week``, ``next week`` or ``week 7``, with its number."""
    assert scene.plan is not None  # noqa: S101 - weeks are a plan's
    ahead = (scene.plan.day(week, "mon") - monday_of(scene.today)).days // 7
    return {0: f"this week (week {week})", 1: f"next week (week {week})"}.get(ahead, f"week {week}")


def plural(count: int, one: str) -> str:
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """``a``, ``a and b``, ``a, b and c``; or with another `last` word between the last two."""
    return f" {last} ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
