"""The last weeks brought into the band of a good taper: not too much for fresh legs, not too little for fit ones.

Weeks are planned Monday to Sunday, a taper counts back from the race. For a race in the middle of a week, on few days
or after a race on the way, the two differ; here the runs are made a little shorter or longer until they agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planwise_core.training.plan import Step, Workout, week_km
from planwise_core.training.rules.taper import OWN_WEEKS, band_of, fresh_from, taper_window
from planwise_core.training.season import Season
from planwise_core.training.values import weekday_of
from planwise_core.training.volume import LOOK_BACK_DAYS, STEP_UP, long_cap_min, most_long_km
from planwise_core.training.workouts import HARD, resized, sized

WITHIN = 0.03  # inside the band by this much, for sizes are rounded
LEAST_PART = 0.4  # of a run: shorter is not worth the shoes
_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)


def tapered(season: Season, workouts: Sequence[Workout]) -> list[Workout]:
    """`workouts` with the weeks before the race inside TAPER-1's band; hard limits and LR-1 are kept."""
    made = {each.id: each for each in workouts}
    if season.race is None or season.race_day is None:
        return list(workouts)
    band = band_of(season.race.distance_km)
    begin = taper_window(season.race_day, band[0][0])[0]
    fresh = fresh_from(season.athlete, begin)
    mondays = [season.day(week, "mon") for week in range(season.count)]
    before = {day: _km(made, day, day + _WEEK) for day in mondays if day + 6 * _DAY < begin}
    most = max([*before.values(), season.athlete.weekly_km if len(before) < OWN_WEEKS else 0.0])
    peak = max((km for day, km in before.items() if day + 6 * _DAY >= fresh), default=0.0)
    for weeks_before, low, high in band:
        first, end = taper_window(season.race_day, weeks_before)
        km = _km(made, first, end)
        runs = [each for each in made.values() if first <= each.date < end and _may_change(each)]
        if km > high * most:
            factor = 1 - (km - (high - WITHIN) * most) / max(week_km(tuple(runs)), 0.1)
            made |= {each.id: resized(each, factor=max(factor, LEAST_PART)) for each in runs}
        elif km < low * peak:
            lately = max(_km(made, first - back * _WEEK, first - (back - 1) * _WEEK) for back in (1, 2, 3, 4))
            missing = min((low + WITHIN) * peak, STEP_UP * lately) - km
            easy = tuple(each for each in runs if each.type not in HARD)
            for each in easy if missing > 0 else ():
                km = min(each.run_km * (1 + missing / week_km(easy)), _room_km(season, made, each))
                made[each.id] = resized(each, km=round(km, 1)) if km > each.run_km else each
            if not easy and missing > 0:
                made |= {
                    each.id: _cooled_down(each, missing / len(runs), _room_km(season, made, each)) for each in runs
                }
    return list(made.values())


def _km(made: dict[str, Workout], first: dt.date, end: dt.date) -> float:
    return week_km(tuple(each for each in made.values() if first <= each.date < end and each.type != "race"))


def _cooled_down(workout: Workout, more_km: float, room_km: float) -> Workout:
    """A hard session with a longer cool-down: no more of the hard part."""
    *before, last = workout.steps
    metres = round(min(more_km, room_km - workout.run_km) * 10) * 100
    if not isinstance(last, Step) or last.kind != "cooldown" or not last.metres or metres <= 0:
        return workout
    steps = (*before, last.but(metres=last.metres + metres))
    return workout.but(**sized(workout.type, workout.title, steps, workout.notes).content)


def _may_change(workout: Workout) -> bool:
    return workout.is_run and workout.type not in {"race", "tune_up_race"}


def _room_km(season: Season, made: dict[str, Workout], workout: Workout) -> float:
    """The most this run may have: the minutes of its day, shared with other runs, and the longest run lately."""
    others = [each for each in made.values() if each.date == workout.date and each.is_run and each.id != workout.id]
    minutes = long_cap_min(season, season.athlete.minutes_on(weekday_of(workout.date))) - 1
    minutes -= sum(each.minutes or 0 for each in others)
    since = workout.date - dt.timedelta(days=LOOK_BACK_DAYS)
    longest = max((each.run_km for each in made.values() if since <= each.date < workout.date), default=0.0)
    pace = (workout.minutes or 0) / (workout.run_km or 1)
    most = most_long_km(longest)
    return min(most, minutes / pace if pace else most)
