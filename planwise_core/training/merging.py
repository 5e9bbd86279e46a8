"""Putting a new plan behind what has been lived of an old one, so that a diff touches only the future.

A workout of the new plan that is still the same kind of session takes over the old one's id: the calendar event
stays the same event, and a session on another day is one move.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from planwise_core.training.plan import MAX_WEEKS, Plan, Week, Workout, slot_id, weekday_of
from planwise_core.training.workouts import CATALOGUE, HARD, LONG


def merged(old: Plan, new: Plan, today: dt.date, done: Collection[str] = ()) -> Plan:
    """`old` up to yesterday and all that is done, `new` from then on; `old`'s start and week numbers stay.

    When the two together would be longer than a plan may be, `new` stands alone.
    """
    ahead = (new.start_date - old.start_date).days // 7
    if ahead < 0 or ahead + len(new.weeks) > MAX_WEEKS:
        return new
    kept = kept_of(old, new, today, done)
    weeks = (*old.weeks[:ahead], *(Week(phase="Recovery"),) * (ahead - len(old.weeks)), *new.weeks)
    busy = {workout.date for workout in kept if workout.id in done}
    coming = [workout for workout in new.workouts if workout.date not in busy]
    return new.but(
        start_date=old.start_date,
        weeks=weeks,
        workouts=(*kept, *with_lasting_ids(coming, old, {workout.id for workout in kept})),
    )


def kept_of(old: Plan, new: Plan, today: dt.date, done: Collection[str]) -> list[Workout]:
    """What stays of the old plan: the past, what is done, and days before the new plan begins."""
    first = max(today, new.start_date)
    return [
        workout
        for workout in old.workouts
        if workout.date < first or (workout.id in done and workout.date <= new.end_date)
    ]


def with_lasting_ids(coming: Sequence[Workout], old: Plan, kept: Collection[str]) -> list[Workout]:
    """The coming workouts under the ids of their like in the old plan, the others under ids never used."""
    free = [workout for workout in old.workouts if workout.id not in kept]
    names: dict[int, str] = {}
    for is_like in (_same_day, _same_week):
        for at, workout in enumerate(coming):
            if at not in names and (twin := next((was for was in free if is_like(was, workout)), None)):
                names[at] = twin.id
                free.remove(twin)
    taken = set(old.by_id)
    result = []
    for at, workout in enumerate(coming):
        name = names.get(at) or slot_id(old.week_of(workout.date), weekday_of(workout.date), taken)
        taken.add(name)
        result.append(workout if workout.id == name else workout.but(id=name))
    return result


def kind_of(workout: Workout) -> str:
    """Which kind of session this is, for telling whether it is still the same one."""
    if workout.type in LONG:
        return "long"
    if workout.type in HARD and workout.type not in {"race", "tune_up_race"}:
        return CATALOGUE[workout.type].zone or "hard"
    return workout.type if not workout.is_run or workout.type in HARD else "easy"


def _same_day(was: Workout, now: Workout) -> bool:
    return was.date == now.date and kind_of(was) == kind_of(now)


def _same_week(was: Workout, now: Workout) -> bool:
    return kind_of(was) == kind_of(now) and was.date.isocalendar()[:2] == now.date.isocalendar()[:2]
