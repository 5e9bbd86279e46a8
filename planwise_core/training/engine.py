"""From an athlete and a goal to a plan: phases, weekly kilometres, then workouts onto days."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Collection, Sequence

from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import Athlete, race_name
from planwise_core.training.feasibility import (
    FINISH_ONLY,
    MOST_WEEKS,
    conflict,
    is_finish_only,
    is_ready,
    nearest,
    race_notes,
)
from planwise_core.training.focus import focus_of
from planwise_core.training.merging import merged
from planwise_core.training.plan import Plan, Week, Workout, title_of, week_km
from planwise_core.training.season import Season, goal_race, season_of
from planwise_core.training.smoothing import smoothed
from planwise_core.training.tapering import tapered
from planwise_core.training.values import monday_of
from planwise_core.training.volume import curve_of, down_weeks, legs_of, phases_of, run_days_of
from planwise_core.training.week import WeekPlanner
from planwise_core.training.weekplan import named
from planwise_core.training.weekroom import Outline

LEAST_RUN_DAYS = 3  # PROG-6: fewer only maintain


@functools.lru_cache(maxsize=64)  # a coach looks at the plan it is about to promise, and the house then makes it
def build(athlete: Athlete, today: dt.date) -> Plan:
    """A plan for this athlete that begins on or after `today` and ends with the race, if there is one.

    Week 1 is the current week when at least three days of it are left, two of them to run on, with workouts from
    today on; else it begins on the next Monday. A goal without a date gets a race day in the last week, but no
    `race_date`: the day is ours, not the runner's.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    return _built(athlete, today)


def _built(athlete: Athlete, today: dt.date, ran: tuple[Workout, ...] | None = None) -> Plan:
    try:
        season, plan = _tried(athlete, today, ran)
    except CannotPlan as refusal:
        raise CannotPlan(refusal.problem, nearest(athlete, today, lambda other: _works(other, today))) from None
    return _told(plan, season)


def _tried(athlete: Athlete, today: dt.date, ran: tuple[Workout, ...] | None = None) -> tuple[Season, Plan]:
    """The plan for these wishes, on fewer days where only so the long run gets long enough.

    Raises `CannotPlan`, without a word of what would work.
    """
    season = season_of(athlete, today, ran)
    days = run_days_of(season)
    first = plan = _written(season, days)
    while not is_ready(plan, season):
        days -= 1
        if days < LEAST_RUN_DAYS:
            raise CannotPlan(conflict(first, season))
        plan = _written(season, days)
    return season, plan


def _works(athlete: Athlete, today: dt.date) -> bool:
    try:
        _tried(athlete, today)
    except CannotPlan:
        return False
    return True


def rebuild(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Plan:
    """A new plan from `today` on behind what has been lived of `plan`: its past and the workouts in `done` stay.

    Ids last where a workout still is the same kind of session, so that `diff` tells moves and changes.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    if today <= plan.start_date:
        return merged(plan, build(athlete, today), today, done)
    lived = [each for each in plan.workouts if each.date < today and not athlete.is_away(each.date)]
    athlete = _with_weeks_left(athlete, plan, today)
    new = _built(lived_by(athlete, plan, lived, today), today, tuple(lived))
    return merged(plan, new, today, done)


def _with_weeks_left(athlete: Athlete, plan: Plan, today: dt.date) -> Athlete:
    """`athlete` with the weeks left of `plan` where no date says when it ends: it ends as it would have."""
    goal = goal_race(athlete, today)
    left = (plan.end_date - monday_of(today)).days // 7 + 1
    is_same = plan.race_distance_km == (goal.distance_km if goal else None)
    if (goal and goal.date) or not is_same or athlete.weeks not in {None, len(plan.weeks)} or left < 2:
        return athlete
    return athlete.but(weeks=min(left, MOST_WEEKS))


def lived_by(athlete: Athlete, plan: Plan, lived: Sequence[Workout], today: dt.date) -> Athlete:
    """`athlete` as the weeks lived under `plan` have made them: kilometres a week and longest run of the last month."""
    monday = monday_of(today)
    weeks = min((monday - plan.start_date).days // 7, 4)
    if weeks < 1:
        return athlete
    month = [each for each in lived if each.date >= monday - dt.timedelta(weeks=weeks) and each.is_run]
    before = week_km(tuple(each for each in month if each.date < monday))
    return athlete.but(
        weekly_km=min((before + (4 - weeks) * athlete.weekly_km) / 4, 250),
        longest_run_km=max((each.run_km for each in month), default=athlete.longest_run_km),
    )


def _written(season: Season, run_days: int) -> Plan:
    phases = phases_of(season)
    down = down_weeks(season, phases)
    outline = Outline(phases, curve_of(season, phases, down), down, run_days)
    legs = legs_of(season)
    workouts: list[Workout] = []
    weeks: list[Week] = []
    for index in range(season.count):
        week = WeekPlanner(season, outline, index, legs)
        made = list(named(week.contents(), index + 1, season.day(index, "mon")))
        workouts += made
        weeks.append(Week(phase=phases[index], focus=focus_of(week, made)))
        legs.add((*week.ran, *made))
    workouts = tapered(season, workouts)
    race = season.race
    plan = Plan(
        goal=race.name or race_name(race.distance_km) if race else title_of(None),
        race_distance_km=race.distance_km if race else None,
        race_date=race.date if race else None,
        start_date=season.start,
        method=season.method.id,
        weeks=tuple(weeks),
        workouts=tuple(workouts),
    )
    return _graded(plan, season) if season.athlete.away else plan


def _graded(plan: Plan, season: Season) -> Plan:
    """The plan with ways back from time off that begin in the middle of a week as small as the days ask (RETURN-1)."""
    nothing = plan.but(workouts=())
    return smoothed(nothing, plan, season.athlete, today=season.first_day, is_asked=False, is_ours=True)


def _told(plan: Plan, season: Season) -> Plan:
    """The plan with what the runner should know about the race: late starts, bold targets, days of our choosing."""
    if season.race is None or plan.race is None:
        return plan
    notes = race_notes(plan, season)
    *before, race = plan.workouts
    first = plan.weeks[0]
    if is_finish_only(plan, season):
        first = first.but(focus=FINISH_ONLY)
    return plan.but(
        weeks=(first, *plan.weeks[1:]),
        workouts=(*before, race.but(notes=notes)),
    )
