"""A plan as a template: what of it means something for another runner."""

from __future__ import annotations

import datetime as dt

from planwise_core.training.plan import Plan, Repeat, Step, Workout


def from_template(plan: Plan, monday: dt.date) -> Plan:
    """The same weeks from another Monday on, for another runner.

    Days, kilometres and efforts stay. What was said to or worked out for the first runner goes: notes, paces, and the
    minutes of a workout that goes by distance.
    """
    later = monday - plan.start_date
    return plan.but(
        start_date=monday,
        race_date=plan.race_date and plan.race_date + later,
        weeks=tuple(week.but(focus="") for week in plan.weeks),
        workouts=tuple(_anybodys(workout, later) for workout in plan.workouts),
    )


def _anybodys(workout: Workout, later: dt.timedelta) -> Workout:
    steps = tuple(
        step.but(steps=tuple(map(_without_pace, step.steps))) if isinstance(step, Repeat) else _without_pace(step)
        for step in workout.steps
    )
    minutes = workout.minutes if workout.km is None else None
    return workout.but(date=workout.date + later, steps=steps, minutes=minutes, notes="")


def _without_pace(step: Step) -> Step:
    return step.but(pace=None, note="")
