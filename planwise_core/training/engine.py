"""From an athlete and a goal to a plan: phases, weekly kilometres, then workouts onto days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import Athlete, race_name
from planwise_core.training.feasibility import is_ready, refusal
from planwise_core.training.merging import merged
from planwise_core.training.plan import Phase, Plan, Week, Workout, title_of
from planwise_core.training.season import Season, season_of
from planwise_core.training.volume import curve_of, down_weeks, legs_of, phases_of, run_days_of
from planwise_core.training.week import Outline, WeekPlanner
from planwise_core.training.weekplan import named
from planwise_core.training.workouts import HARD


def build(athlete: Athlete, today: dt.date) -> Plan:
    """A plan for this athlete that begins on or after `today` and ends with the race, if there is one.

    Week 1 is the current week when at least three days of it are left, two of them to run on, with workouts from
    today on; else it begins on the next Monday. A goal without a date gets a race day in the last week, but no
    `race_date`: the day is ours, not the runner's.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    season = season_of(athlete, today)
    plan = _written(season)
    if not is_ready(plan, season):
        raise refusal(season, plan, lambda other: _would_work(other, today))
    return plan


def _would_work(athlete: Athlete, today: dt.date) -> bool:
    try:
        season = season_of(athlete, today)
    except CannotPlan:
        return False
    return is_ready(_written(season), season)


def rebuild(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Plan:
    """A new plan from `today` on behind what has been lived of `plan`: its past and the workouts in `done` stay.

    Ids last where a workout still is the same kind of session, so that `diff` tells moves and changes.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    return merged(plan, build(athlete, today), today, done)


def _written(season: Season) -> Plan:
    phases = phases_of(season)
    outline = Outline(phases, curve_of(season, phases), down_weeks(season, phases), run_days_of(season))
    legs = legs_of(season)
    workouts: list[Workout] = []
    for index in range(season.count):
        week = WeekPlanner(season, outline, index, legs)
        made = list(named(week.contents(), index + 1, season.day(index, "mon")))
        workouts += made
        legs.weeks.append(sum(each.run_km for each in made if each.type != "race"))
        legs.runs += [(each.date, each.run_km) for each in made if each.is_run]
        legs.last_hard = max((each.date for each in made if each.type in HARD), default=legs.last_hard)
    race = season.race
    return Plan(
        goal=race.name or race_name(race.distance_km) if race else title_of(None),
        race_distance_km=race.distance_km if race else None,
        race_date=race.date if race else None,
        start_date=season.start,
        method=season.method.id,
        weeks=tuple(
            Week(phase=phase, focus=_focus(phase, index in outline.down)) for index, phase in enumerate(phases)
        ),
        workouts=tuple(workouts),
    )


FOCUS: dict[Phase, str] = {
    "Base": "Easy kilometres: endurance first",
    "Build": "Harder sessions turn kilometres into speed",
    "Peak": "The hardest weeks, close to the race",
    "Taper": "Less volume, same rhythm: rest is training now",
    "Race": "Fresh legs and the race",
    "Recovery": "Back to running, gently",
    "Maintenance": "Stay fit, stay healthy",
}


def _focus(phase: Phase, is_down: bool) -> str:
    return "An easier week: let the work sink in" if is_down else FOCUS[phase]
