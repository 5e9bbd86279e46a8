"""What will happen: a `Plan` of dated workouts with lasting ids. Weeks are read off the dates.

A workout that is moved keeps its id, so a move is one move, and the id is good as a calendar event's UID. Ids name
the slot a workout was born in (``w3-tue``), not where it stands now.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, count
from typing import Literal, Self, get_args

from pydantic import Field, field_validator, model_validator

from planwise_core.training.athlete import race_name
from planwise_core.training.values import WEEKDAYS, Value, Weekday, monday_of, weekday_of

WorkoutType = Literal[
    # the long and the easy
    "easy", "recovery", "easy_strides", "medium_long", "long", "long_progression", "long_mp", "fast_finish",
    "back_to_back", "run_walk", "walk", "progression", "shakeout",
    # the hard
    "steady", "marathon_pace", "tempo", "cruise_intervals", "sub_threshold", "vo2_long", "vo2_short", "thirty_thirty",
    "reps", "hills_short", "hills_long", "fartlek", "race_pace", "time_trial", "tune_up_race", "race",
    # not running
    "cross_train", "strength", "mobility",
]  # fmt: skip
WORKOUT_TYPES: tuple[WorkoutType, ...] = get_args(WorkoutType)
NOT_RUNNING: frozenset[WorkoutType] = frozenset({"cross_train", "strength", "mobility"})
Phase = Literal["Base", "Build", "Peak", "Taper", "Race", "Recovery", "Maintenance"]
MAX_WEEKS = 60
MAX_A_DAY = 4  # two runs, strength and mobility
MAX_WORKOUTS = MAX_WEEKS * 7 * MAX_A_DAY

StepKind = Literal["warmup", "active", "interval", "recovery", "rest", "cooldown"]


class Step(Value):
    """One stretch of a workout. It ends after `seconds` or `metres` (neither: when the runner says so).

    Targets are ranges, low to high: `pace` in s/km (the faster, smaller number first), `hr` in % of maximum heart
    rate, `rpe` on the 1-10 scale. None: no such target.
    """

    kind: StepKind = "active"
    seconds: int | None = Field(default=None, ge=5, le=15 * 3600)
    metres: int | None = Field(default=None, ge=20, le=250_000)
    pace: tuple[int, int] | None = None
    hr: tuple[int, int] | None = None
    rpe: tuple[int, int] | None = None
    note: str = Field(default="", max_length=200)

    @field_validator("pace", "hr", "rpe")
    @classmethod
    def _low_to_high(cls, span: tuple[int, int] | None) -> tuple[int, int] | None:
        if span is not None and not 0 < span[0] <= span[1]:
            raise ValueError("must go from low to high")
        return span

    @model_validator(mode="after")
    def _one_end(self) -> Self:
        if self.seconds is not None and self.metres is not None:
            raise ValueError("ends after seconds or after metres, not both")
        return self


class Repeat(Value):
    """`steps`, `count` times over. Repeats do not nest (watches and intervals.icu cannot)."""

    count: int = Field(ge=2, le=60)
    steps: tuple[Step, ...] = Field(min_length=1, max_length=6)


class Workout(Value):
    """One session on one day. Distance may be unknown (`km` None) where it goes by time, then `minutes` is known."""

    id: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$")
    date: dt.date
    type: WorkoutType
    title: str = Field(min_length=1, max_length=80)
    km: float | None = Field(default=None, gt=0, le=250)
    minutes: int | None = Field(default=None, gt=0, le=60 * 24)
    steps: tuple[Step | Repeat, ...] = Field(default=(), max_length=24)
    notes: str = Field(default="", max_length=600)

    @model_validator(mode="after")
    def _has_a_size(self) -> Self:
        if self.km is None and self.minutes is None:
            raise ValueError("needs km or minutes")
        return self

    @property
    def is_run(self) -> bool:
        return self.type not in NOT_RUNNING

    @property
    def run_km(self) -> float:
        """Kilometres that count into the week: 0 for strength, cross-training and time-based workouts."""
        return (self.km or 0.0) if self.is_run else 0.0


class Week(Value):
    """What a week is for. Its days are found by its place in the plan."""

    phase: Phase = "Base"
    focus: str = Field(default="", max_length=160)


class Plan(Value):
    """A training plan: `weeks[0]` begins on `start_date`, a Monday; workouts are in order of date, then id."""

    goal: str = Field(min_length=1, max_length=80)
    race_distance_km: float | None = Field(default=None, gt=0, le=250)
    race_date: dt.date | None = None
    start_date: dt.date
    method: str = Field(default="balanced", max_length=40)
    weeks: tuple[Week, ...] = Field(min_length=1, max_length=MAX_WEEKS)
    workouts: tuple[Workout, ...] = Field(default=(), max_length=MAX_WORKOUTS)

    @field_validator("workouts")
    @classmethod
    def _in_order(cls, workouts: tuple[Workout, ...]) -> tuple[Workout, ...]:
        return tuple(sorted(workouts, key=lambda workout: (workout.date, workout.id)))

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        if self.start_date.weekday() != 0:
            raise ValueError(f"start_date {self.start_date} is not a Monday")
        if self.race_date and not self.start_date <= self.race_date <= self.end_date:
            raise ValueError(f"the race date {self.race_date} is outside the plan's {len(self.weeks)} weeks")
        seen: set[str] = set()
        a_day: Counter[dt.date] = Counter()
        for workout in self.workouts:
            if workout.id in seen:
                raise ValueError(f"the workout id '{workout.id}' stands twice")
            if not self.start_date <= workout.date <= self.end_date:
                raise ValueError(f"'{workout.id}' on {workout.date} is outside the plan's weeks")
            seen.add(workout.id)
            a_day[workout.date] += 1
            if a_day[workout.date] > MAX_A_DAY:
                raise ValueError(f"{workout.date} has more than {MAX_A_DAY} workouts")
        return self

    def __hash__(self) -> int:
        """Worked out once: a plan is frozen, and caches ask often."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.goal, self.start_date, self.weeks, self.workouts))

    @cached_property
    def _weekly_km(self) -> tuple[float, ...]:
        return tuple(week_km(week) for week in self.by_week)

    @property
    def end_date(self) -> dt.date:
        """The Sunday of the last week."""
        return self.start_date + dt.timedelta(days=7 * len(self.weeks) - 1)

    @cached_property
    def by_id(self) -> dict[str, Workout]:
        return {workout.id: workout for workout in self.workouts}

    @cached_property
    def by_week(self) -> tuple[tuple[Workout, ...], ...]:
        """The workouts of each week; index 0 is week 1."""
        weeks: list[list[Workout]] = [[] for _ in self.weeks]
        for workout in self.workouts:
            weeks[(workout.date - self.start_date).days // 7].append(workout)
        return tuple(tuple(week) for week in weeks)

    def on(self, day: dt.date) -> tuple[Workout, ...]:
        return tuple(workout for workout in self.workouts if workout.date == day)

    def week_of(self, day: dt.date) -> int:
        """The number of the week `day` is in, 1 for the first; outside the plan it runs on (0, -1, …)."""
        return (day - self.start_date).days // 7 + 1

    def day(self, week: int, weekday: Weekday) -> dt.date:
        """The date of a weekday in week number `week`."""
        return self.start_date + dt.timedelta(days=7 * (week - 1) + WEEKDAYS.index(weekday))

    @property
    def race(self) -> Workout | None:
        """The goal race as a workout: the last of type `race`."""
        return next((workout for workout in reversed(self.workouts) if workout.type == "race"), None)


def slot_id(week: int, day: Weekday, taken: Iterator[str] | set[str] | dict[str, Workout]) -> str:
    """A new id for a workout born in this slot: ``w3-tue``, then ``w3-tue-2``, …"""
    used = set(taken)
    first = f"w{week}-{day}"
    return next(name for name in chain([first], (f"{first}-{n}" for n in count(2))) if name not in used)


def week_km(workouts: tuple[Workout, ...]) -> float:
    """Kilometres of these workouts together, rounded to 0.1 m so that sums of decimals stay decimals."""
    return round(sum(workout.run_km for workout in workouts), 4)


def weekly_km(plan: Plan) -> tuple[float, ...]:
    """Kilometres of each week, the goal race included; index 0 is week 1."""
    return plan._weekly_km


def long_run_km(workouts: tuple[Workout, ...]) -> float:
    """The longest run of these, a race not counted (0 without a run)."""
    return max((workout.run_km for workout in workouts if workout.type != "race"), default=0.0)


def title_of(distance_km: float | None) -> str:
    """The goal in words: ``Half Marathon``, or ``Base training`` without a race."""
    return race_name(distance_km) if distance_km else "Base training"


__all__ = [
    "MAX_WEEKS", "MAX_WORKOUTS", "NOT_RUNNING", "WORKOUT_TYPES", "Phase", "Plan", "Repeat", "Step", "StepKind", "Week",
    "Workout", "WorkoutType", "long_run_km", "monday_of", "slot_id", "title_of", "week_km", "weekday_of", "weekly_km",
]  # fmt: skip
