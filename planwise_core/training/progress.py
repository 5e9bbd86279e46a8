"""Planned against done: which run answers which workout, how much of each week was run, and how fitness moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from planwise_core.training.athlete import Athlete, Performance
from planwise_core.training.journal import Run
from planwise_core.training.load import LoadDay, WeekLoad, load_days, session_load, week_load
from planwise_core.training.plan import Plan, Workout
from planwise_core.training.predictions import fitness_from
from planwise_core.training.rules.season import EPSILON, RACES
from planwise_core.training.values import Value
from planwise_core.training.workouts import HARD

Status = Literal["done", "shorter", "longer", "missed", "to_come"]

SHORTER, LONGER = 0.80, 1.20  # of the planned size; in between a workout is simply done [background]
ANOTHER_DAY = 0.30  # a run a day off its workout must be this close in size [background]
EASY_EFFORT, HARD_EFFORT = 3.0, 7.0  # where no effort was noted: the middle of SCIENCE 1.2's anchors
ALL_OUT = 9  # RPE of a trial that was one from start to end
TRIAL_MIN_KM = 1.5  # F(t) was fitted from about 3.5 minutes on
TRIAL_MOST_KM = 250.0
RUNNERS = (15.0, 90.0)  # VDOT a runner may have
GOOD_WEEK = 0.90
GOOD_WEEKS = 4  # Daniels: one VDOT more after four to six good weeks without a race
UPDATE_DAYS = 21  # … and never more often than every three weeks


class Match(Value):
    """A workout and the run that answered it; `run` alone was not planned, `workout` alone is missed or to come."""

    workout: Workout | None = None
    run: Run | None = None
    status: Status

    @property
    def date(self) -> dt.date:
        both = [each.date for each in (self.run, self.workout) if each is not None]
        return both[0]


class WeekProgress(Value):
    """One week of the plan. `adherence` is done over planned up to today, 1 at most; None: nothing was due yet."""

    number: int
    planned_km: float
    done_km: float
    workouts: int
    done: int
    missed: int
    extra: int
    adherence: float | None


class FitnessPoint(Value):
    """VDOT on a day, and what it was read from."""

    date: dt.date
    vdot: float
    source: str


def match(plan: Plan, runs: Sequence[Run], today: dt.date) -> tuple[Match, ...]:
    """Every running workout with the run that answered it, and every run that was not planned, by date.

    A run answers the workout it names; else the one of its day that is nearest in size; else one a day before or
    after, if the size is alike. Each answers one at most.
    """
    open_runs = sorted(runs, key=lambda run: run.date)
    pairs: dict[str, Run] = {}
    workouts = [workout for workout in plan.workouts if workout.is_run]
    for days_off in (None, 0, 1):
        for workout in workouts:
            if workout.id in pairs:
                continue
            fitting = [run for run in open_runs if _fits(workout, run, days_off)]
            if fitting:
                best = min(fitting, key=lambda run: _unlike(workout, run))
                pairs[workout.id] = best
                open_runs.remove(best)
    found = [
        Match(workout=workout, run=pairs.get(workout.id), status=_status(workout, pairs.get(workout.id), today))
        for workout in workouts
    ]
    found += [Match(run=run, status="done") for run in open_runs if plan.start_date <= run.date <= plan.end_date]
    return tuple(sorted(found, key=lambda each: each.date))


def _fits(workout: Workout, run: Run, days_off: int | None) -> bool:
    """Whether the run may answer the workout: by name (None), on its day (0), or a day off (1)."""
    if days_off is None:
        return run.workout == workout.id
    if run.workout is not None or abs((run.date - workout.date).days) != days_off:
        return False
    return days_off == 0 or _unlike(workout, run) <= ANOTHER_DAY + EPSILON


def _size(workout: Workout, run: Run) -> float | None:
    """Done over planned, in kilometres or minutes; None if they cannot be compared."""
    if workout.km and run.km:
        return run.km / workout.km
    return run.minutes / workout.minutes if workout.minutes and run.minutes else None


def _unlike(workout: Workout, run: Run) -> float:
    size = _size(workout, run)
    return abs(size - 1) if size is not None else 1.0


def _status(workout: Workout, run: Run | None, today: dt.date) -> Status:
    if run is None:
        return "missed" if workout.date < today else "to_come"
    size = _size(workout, run)
    if size is None:
        return "done"
    return "shorter" if size < SHORTER else "longer" if size > LONGER else "done"


def weekly_progress(plan: Plan, runs: Sequence[Run], today: dt.date) -> tuple[WeekProgress, ...]:
    """Planned and done, week by week of the plan."""
    matches = match(plan, runs, today)
    return tuple(_week(number, [each for each in matches if plan.week_of(_due(each)) == number], today)
                 for number in range(1, len(plan.weeks) + 1))  # fmt: skip


def _due(each: Match) -> dt.date:
    """A run counts into the week of the workout it answered."""
    return each.workout.date if each.workout else each.date


def _week(number: int, matches: list[Match], today: dt.date) -> WeekProgress:
    planned = [each for each in matches if each.workout]
    due = [each for each in planned if each.run or _due(each) < today]
    parts = [_part(each) for each in due]
    return WeekProgress(
        number=number,
        planned_km=round(sum(each.workout.run_km for each in planned if each.workout), 4),
        done_km=round(sum(each.run.km for each in matches if each.run), 4),
        workouts=len(planned),
        done=sum(each.run is not None for each in planned),
        missed=sum(each.status == "missed" for each in planned),
        extra=sum(each.workout is None for each in matches),
        adherence=sum(parts) / len(parts) if parts else None,
    )


def _part(each: Match) -> float:
    """How much of one workout was done, 0 to 1; more than planned is not better."""
    if each.run is None or each.workout is None:
        return 0.0
    size = _size(each.workout, each.run)
    return 1.0 if size is None else min(size, 1.0)


def fitness_trend(plan: Plan, runs: Sequence[Run], athlete: Athlete, today: dt.date) -> tuple[FitnessPoint, ...]:
    """VDOT over time, oldest first: from races and trials that were run, and one more after four good weeks.

    Every race counts. Good weeks (90 % of what was planned) count only three weeks after the last point at least.
    """
    points = [point for point in (_of_athlete(athlete),) if point and point.date <= today]
    for each in match(plan, runs, today):
        if point := _of_trial(each):
            points.append(point)
    points.sort(key=lambda point: point.date)
    return tuple(_with_good_weeks(points, weekly_progress(plan, runs, today), plan, today))


def _of_athlete(athlete: Athlete) -> FitnessPoint | None:
    recent = athlete.recent
    if recent is None or recent.date is None:
        return None
    return FitnessPoint(date=recent.date, vdot=fitness_from(recent), source=f"{recent.distance_km:g} km race")


def _of_trial(each: Match) -> FitnessPoint | None:
    run, workout = each.run, each.workout
    if run is None or workout is None or not run.minutes or not TRIAL_MIN_KM <= run.km <= TRIAL_MOST_KM:
        return None
    is_race = workout.type in RACES and run.km <= LONGER * (workout.km or run.km)  # longer: warm-up is recorded too
    is_trial = workout.type == "time_trial" and (run.effort or 0) >= ALL_OUT
    if not (is_race or is_trial) or run.minutes < 1:
        return None
    done = Performance(distance_km=run.km, duration_s=round(run.minutes * 60))
    fitness = fitness_from(done)
    if not RUNNERS[0] <= fitness <= RUNNERS[1]:
        return None  # a watch that stopped, or a ride
    return FitnessPoint(date=run.date, vdot=fitness, source=workout.title)


def _with_good_weeks(
    points: list[FitnessPoint], weeks: Sequence[WeekProgress], plan: Plan, today: dt.date
) -> list[FitnessPoint]:
    made = list(points)
    streak = 0
    for week in weeks:
        sunday = plan.day(week.number, "sun")
        if sunday >= today:
            break
        streak = streak + 1 if (week.adherence or 0) >= GOOD_WEEK else 0
        before = [point for point in made if point.date <= sunday]
        if streak >= GOOD_WEEKS and before and (sunday - before[-1].date).days >= UPDATE_DAYS:
            made.append(FitnessPoint(date=sunday, vdot=before[-1].vdot + 1, source=f"{streak} good weeks"))
            made.sort(key=lambda point: point.date)
            streak = 0
    return made


def run_load(run: Run, workout: Workout | None = None) -> float:
    """Minutes times effort; without a noted effort that of the workout it answered, easy if there is none."""
    usual = HARD_EFFORT if workout is not None and workout.type in HARD else EASY_EFFORT
    return session_load(run.minutes or 0.0, run.effort or usual)


def daily_loads(plan: Plan, runs: Sequence[Run], today: dt.date) -> dict[dt.date, float]:
    """Load of each day that was run on, up to today."""
    loads: dict[dt.date, float] = {}
    answered = {id(each.run): each.workout for each in match(plan, runs, today) if each.run}
    for run in runs:
        if run.date <= today:
            loads[run.date] = loads.get(run.date, 0.0) + run_load(run, answered.get(id(run)))
    return loads


def load_trend(plan: Plan, runs: Sequence[Run], today: dt.date) -> tuple[LoadDay, ...]:
    """Fitness, fatigue and form from the first run to today; empty without runs."""
    loads = daily_loads(plan, runs, today)
    return load_days(loads, min(loads), today) if loads else ()


def load_of_week(plan: Plan, runs: Sequence[Run], number: int, today: dt.date) -> WeekLoad:
    """Load, monotony and strain of one week of the plan."""
    loads = daily_loads(plan, runs, today)
    monday = plan.day(number, "mon")
    return week_load([loads.get(monday + dt.timedelta(days=day), 0.0) for day in range(7)])
