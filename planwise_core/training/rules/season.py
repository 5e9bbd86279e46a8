"""A plan as the rules read it: every session sized in km and minutes, every week summed, once.

Rules compare sizes, but a plan may come from anywhere: by time only, without paces, without a race. Here each workout
gets a distance and a duration (the one it states, else one at the runner's easy pace), so that no rule has to care.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from planwise_core.training.athlete import Athlete
from planwise_core.training.journal import Run
from planwise_core.training.paces import paces
from planwise_core.training.plan import Plan, Repeat, Step, Workout, WorkoutType
from planwise_core.training.predictions import fitness_from
from planwise_core.training.values import Units, Value, shown_distance
from planwise_core.training.workouts import HARD

Severity = Literal["info", "warning", "error"]
Zone = Literal["M", "T", "I", "R"]

# What the hard part of a workout is run at (SCIENCE 4). A race or a trial is as hard as it is: no zone, no cap.
ZONE: dict[WorkoutType, Zone] = {
    "steady": "M", "marathon_pace": "M", "long_mp": "M", "fast_finish": "M", "long_progression": "M",
    "tempo": "T", "cruise_intervals": "T", "sub_threshold": "T", "progression": "T",
    "vo2_long": "I", "vo2_short": "I", "thirty_thirty": "I", "hills_long": "I", "fartlek": "I",
    "reps": "R", "hills_short": "R",
}  # fmt: skip
LONG: frozenset[WorkoutType] = frozenset({"long", "long_progression", "long_mp", "fast_finish", "back_to_back"})
RACES: frozenset[WorkoutType] = frozenset({"race", "tune_up_race"})

LEVEL_VDOT = {"novice": 33.0, "intermediate": 42.0, "advanced": 52.0}  # only to size what states no size [background]
WALK_SLOWER = 1.6  # walking takes this much longer than easy running [background]
RUN_WALK_SLOWER = 1.25  # and run-walk this much [background]
HARD_FASTER = 0.93  # a hard session, warm-up and jogs included, this much shorter [background]
WORK_SHARE = 0.5  # of a hard session that has no steps: the half that is hard [background]
HISTORY_WEEKS = 4
LOOK_BACK_DAYS = 30  # Frandsen 2025: longest run of the past 30 days
EPSILON = 1e-6


class Finding(Value):
    """One objection. `week` is the plan's week number it is about (None: the whole plan)."""

    rule: str
    severity: Severity
    week: int | None = None
    message: str
    advice: str = ""
    source: str = ""

    @property
    def names_its_week(self) -> bool:
        """Whether the message itself says which week it is about."""
        return re.search(rf"\bweek {self.week}\b", self.message, re.IGNORECASE) is not None


class Objection(NamedTuple):
    """What a rule has to say; the table adds the rule's id and source."""

    severity: Severity
    week: int | None
    message: str
    advice: str


@dataclass(frozen=True, slots=True)
class Session:
    """A workout, sized. `work_km` and `work_min` are its hard part; both 0 for an easy one."""

    workout: Workout
    week: int
    km: float
    minutes: float
    work_km: float
    work_min: float
    steps: tuple[tuple[Step, int], ...]  # every step with how often it comes

    @property
    def type(self) -> WorkoutType:
        return self.workout.type

    @property
    def date(self) -> dt.date:
        return self.workout.date

    @property
    def is_hard(self) -> bool:
        return self.workout.type in HARD

    @property
    def is_long(self) -> bool:
        return self.workout.type in LONG


@dataclass(frozen=True)
class WeekSums:
    """One week of the plan. `km` leaves the goal race out, as every published plan is counted (SCIENCE 7)."""

    number: int
    sessions: tuple[Session, ...]  # runs only, goal race included
    km: float
    is_estimated: bool  # some of `km` was worked out from minutes

    @cached_property
    def training(self) -> tuple[Session, ...]:
        return tuple(session for session in self.sessions if session.type != "race")

    @cached_property
    def run_days(self) -> int:
        return len({session.date for session in self.training})

    @property
    def longest(self) -> Session | None:
        return max(self.training, key=lambda session: session.km, default=None)

    @property
    def has_race(self) -> bool:
        return any(session.type in RACES for session in self.sessions)

    def shown(self, units: Units) -> str:
        return ("about " if self.is_estimated else "") + shown_distance(self.km, units)


class Season:
    """The plan, who it is for, what was run before, and all the sums. Built once for a review."""

    def __init__(self, plan: Plan, athlete: Athlete, runs: Sequence[Run] = (), today: dt.date | None = None) -> None:
        self.other_races = frozenset(_other_races(plan))
        self.plan, self.athlete, self.today = _with_one_goal(plan, self.other_races), athlete, today
        self.runs = tuple(run for run in runs if today is None or run.date <= today)
        self.units: Units = athlete.units
        self.fitness = fitness(athlete)
        self.paces = paces(self.fitness or LEVEL_VDOT[athlete.level or "intermediate"])
        self.easy_s = sum(self.paces.easy) / 2
        self.weeks = tuple(self._week(number, week) for number, week in enumerate(self.plan.by_week, 1))

    def _week(self, number: int, workouts: tuple[Workout, ...]) -> WeekSums:
        sessions = tuple(self._sized(workout, number) for workout in workouts if workout.is_run)
        training = [session for session in sessions if session.type != "race"]
        return WeekSums(
            number,
            sessions,
            round(sum(session.km for session in training), 4),
            any(session.workout.km is None for session in training),
        )

    def _sized(self, workout: Workout, week: int) -> Session:
        slower = {"walk": WALK_SLOWER, "run_walk": RUN_WALK_SLOWER}.get(workout.type, 1.0)
        pace_s = self.easy_s * (HARD_FASTER if workout.type in HARD else slower)
        km = workout.km if workout.km is not None else (workout.minutes or 0) * 60 / pace_s
        minutes = float(workout.minutes) if workout.minutes is not None else km * pace_s / 60
        work_km, work_min = self._work(workout, km, minutes) if workout.type in HARD else (0.0, 0.0)
        return Session(workout, week, km, minutes, work_km, work_min, tuple(flat_steps(workout)))

    def _work(self, workout: Workout, km: float, minutes: float) -> tuple[float, float]:
        """Kilometres and minutes of the hard part."""
        if workout.type in RACES or workout.type == "time_trial":
            return km, minutes
        usual_s = self.zone_pace_s(workout.type)
        metres = seconds = 0.0
        for step, count in work_steps(workout):
            pace_s = sum(step.pace) / 2 if step.pace else usual_s
            metres += count * (step.metres or (step.seconds or 0) * 1000 / pace_s)
            seconds += count * (step.seconds or (step.metres or 0) * pace_s / 1000)
        if seconds:
            return metres / 1000, seconds / 60
        return km * WORK_SHARE, km * WORK_SHARE * usual_s / 60

    def zone_pace_s(self, type: WorkoutType) -> float:
        """Seconds per km that the hard part of such a workout is run at."""
        by_zone = {
            "M": self.paces.marathon,
            "T": self.paces.threshold,
            "I": self.paces.interval,
            "R": self.paces.repetition,
        }
        return by_zone[self.zone_of(type) or "T"]

    def zone_of(self, type: WorkoutType) -> Zone | None:
        """The zone of a workout type; race pace is the zone nearest to the race."""
        if type != "race_pace":
            return ZONE.get(type)
        km = self.race_km
        if km is None:
            return "T"
        return "I" if km <= 5 else "T" if km < 30 else "M"

    def is_very_hard(self, session: Session) -> bool:
        """Intervals, repetitions or hills."""
        return self.zone_of(session.type) in {"I", "R"}

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for week in self.weeks for session in week.sessions)

    @property
    def race_km(self) -> float | None:
        """The goal's distance: the plan's, else the athlete's."""
        goal = self.athlete.goal
        return self.plan.race_distance_km or (goal.distance_km if goal else None)

    @cached_property
    def race_date(self) -> dt.date | None:
        race = self.plan.race
        return self.plan.race_date or (race.date if race else None)

    @cached_property
    def is_recorded(self) -> bool:
        """Runs are being recorded: some lie in the four weeks before today."""
        if self.today is None:
            return False
        since = self.today - dt.timedelta(weeks=HISTORY_WEEKS)
        return any(since <= run.date for run in self.runs)

    @cached_property
    def km_before(self) -> tuple[float, ...]:
        """Kilometres of the four weeks before week 1, oldest first; empty if nothing is known of them."""
        sums = [0.0] * HISTORY_WEEKS
        for run in self.runs:
            weeks_ago = math.ceil((self.plan.start_date - run.date).days / 7)
            if 1 <= weeks_ago <= HISTORY_WEEKS:
                sums[-weeks_ago] += run.km
        known = max(max(sums), self.athlete.weekly_km)
        return tuple(round(max(km, self.athlete.weekly_km), 4) for km in sums) if known > EPSILON else ()

    @property
    def km_before_high(self) -> float:
        return max(self.km_before, default=0.0)

    @cached_property
    def longest_lately_km(self) -> float | None:
        """The longest run of the last 30 days, told or recorded, before today (or before the plan); None if unknown."""
        until = self.today or self.plan.start_date
        since = until - dt.timedelta(days=LOOK_BACK_DAYS)
        recorded = [run.km for run in self.runs if since <= run.date <= until]
        known = [*recorded, self.athlete.longest_lately_km or 0.0]
        if not recorded and self.athlete.longest_run_km is None and self.athlete.level != "novice":
            return None
        return max(known)

    @cached_property
    def lived_km(self) -> tuple[float, ...]:
        """Kilometres of each week as lived: done in weeks that have passed (if runs are recorded), planned after."""
        sums = [week.km for week in self.weeks]
        if self.today is not None and self.is_recorded:
            passed = min(max(self.plan.week_of(self.today) - 1, 0), len(sums))
            sums[:passed] = [0.0] * passed
            for run in self.runs:
                index = self.plan.week_of(run.date) - 1
                if 0 <= index < passed:
                    sums[index] += run.km
        return tuple(round(km, 4) for km in sums)

    def recent_high(self, week: WeekSums) -> float | None:
        """The highest of the four weeks before this one, what was run before the plan included."""
        before = (*self.km_before, *self.lived_km[: week.number - 1])[-HISTORY_WEEKS:]
        return max(before, default=None)

    @cached_property
    def open_weeks(self) -> tuple[WeekSums, ...]:
        """The weeks that can still be changed: today's and later; all of them without a today."""
        return self.weeks if self.today is None else self.weeks[max(self.plan.week_of(self.today) - 1, 0) :]

    def is_open(self, week: int) -> bool:
        return self.today is None or week >= self.plan.week_of(self.today)

    def is_away_between(self, first: dt.date, end: dt.date) -> bool:
        """The runner is away on a day from `first` to the day before `end`."""
        return any(away.first < end and away.last >= first for away in self.athlete.away)

    def later_weeks(self) -> Iterator[tuple[WeekSums, WeekSums]]:
        """Each week from the second on, with the one before it."""
        return zip(self.weeks[1:], self.weeks, strict=False)


def _other_races(plan: Plan) -> Iterator[str]:
    """The ids of races that are not the goal's: a plan leads to one."""
    races = [each for each in plan.workouts if each.type == "race"]
    goal = next((each for each in races if each.date == plan.race_date), plan.race)
    return (each.id for each in races if goal and each.date != goal.date)


def _with_one_goal(plan: Plan, others: frozenset[str]) -> Plan:
    """The plan with `others` as races on the way, so that no rule takes them for what it leads to."""
    if not others:
        return plan
    return plan.but(
        workouts=tuple(each.but(type="tune_up_race") if each.id in others else each for each in plan.workouts)
    )


def fitness(athlete: Athlete) -> float | None:
    """The runner's VDOT: the one they gave, else that of their recent race; None if neither is known."""
    if athlete.vdot is not None:
        return athlete.vdot
    return fitness_from(athlete.recent) if athlete.recent else None


def work_steps(workout: Workout) -> Iterator[tuple[Step, int]]:
    """The hard stretches of a workout, each with how often it comes.

    An interval is hard by its name. A stretch called `active` is hard if the middle of its target is above easy (80 %
    of maximum heart rate, effort above 4), or, without a target, if the workout is hard and has no intervals.
    """
    flat = list(flat_steps(workout))
    has_intervals = any(step.kind == "interval" for step, _ in flat)
    for step, count in flat:
        if step.kind == "interval" or (step.kind == "active" and _is_above_easy(step, has_intervals)):
            yield step, count


HARD_FROM_HR = 80  # % of maximum; easy ends at 79 (SCIENCE 1.2)
EASY_TO_RPE = 4


def _is_above_easy(step: Step, has_intervals: bool) -> bool:
    if step.hr:
        return sum(step.hr) / 2 >= HARD_FROM_HR
    if step.rpe:
        return sum(step.rpe) / 2 > EASY_TO_RPE
    return not has_intervals


def flat_steps(workout: Workout) -> Iterator[tuple[Step, int]]:
    """Every step with how often it comes."""
    for part in workout.steps:
        if isinstance(part, Repeat):
            for step in part.steps:
                yield step, part.count
        else:
            yield part, 1


__all__ = [
    "EPSILON", "LONG", "RACES", "ZONE", "Finding", "Objection", "Season", "Session", "Severity", "WeekSums",
    "Zone", "fitness", "flat_steps", "work_steps",
]  # fmt: skip
