"""The last weeks brought into the band of a good taper: not too much for fresh legs, not too little for fit ones.

Weeks are planned Monday to Sunday, a taper counts back from the race. For a race in the middle of a week, on few days
or after a race on the way, the two differ; here the runs are made a little shorter or longer until they agree.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from planwise_core.training.plan import Step, Workout, week_km
from planwise_core.training.rules.taper import OWN_WEEKS, band_of, fresh_from, may_be_low, taper_window
from planwise_core.training.season import Season
from planwise_core.training.values import weekday_of
from planwise_core.training.volume import LOOK_BACK_DAYS, STEP_UP, long_cap_min, most_long_km
from planwise_core.training.workouts import HARD, resized, sized

WITHIN = 0.03  # inside the band by this much, for sizes are rounded
LEAST_PART = 0.4  # of a run: shorter is not worth the shoes
_DAY, _WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)


def tapered(season: Season, workouts: Sequence[Workout]) -> list[Workout]:
    """`workouts` with the weeks before the race inside TAPER-1's band; hard limits and LR-1 are kept."""
    if season.race is None or season.race_day is None:
        return list(workouts)
    made = {each.id: each for each in workouts}
    band = band_of(season.race.distance_km)
    peak, own_peak = _peaks(season, made, taper_window(season.race_day, band[0][0])[0])
    for weeks_before, low, high in band:
        first, end = taper_window(season.race_day, weeks_before)
        km = _km(made, first, end)
        runs = tuple(each for each in made.values() if first <= each.date < end and _may_change(each))
        if km > high * peak:
            made |= _lowered(runs, km - (high - WITHIN) * peak)
        elif km < low * own_peak and not may_be_low(season.athlete, first, end):
            lately = max(_km(made, first - back * _WEEK, first - (back - 1) * _WEEK) for back in (1, 2, 3, 4))
            made |= _raised(season, made, runs, min((low + WITHIN) * own_peak, STEP_UP * lately) - km)
    return list(made.values())


def _peaks(season: Season, made: Mapping[str, Workout], begin: dt.date) -> tuple[float, float]:
    """The peak weeks before `begin` that the taper is held to: not too much of the first, not too little of the second.

    They differ where few weeks lie before the taper, or a break lies between.
    """
    fresh = fresh_from(season.athlete, begin)
    mondays = [day for week in range(season.count) if (day := season.day(week, "mon")) + 6 * _DAY < begin]
    km = {monday: _km(made, monday, monday + _WEEK) for monday in mondays}
    before = season.athlete.weekly_km if len(km) < OWN_WEEKS else 0.0
    own = [week for monday, week in km.items() if monday + 6 * _DAY >= fresh]
    return max([*km.values(), before]), max(own, default=0.0)


def _lowered(runs: tuple[Workout, ...], less_km: float) -> dict[str, Workout]:
    factor = max(1 - less_km / max(week_km(runs), 0.1), LEAST_PART)
    return {each.id: resized(each, factor=factor) for each in runs}


def _raised(
    season: Season, made: Mapping[str, Workout], runs: tuple[Workout, ...], more_km: float
) -> dict[str, Workout]:
    """The easy runs longer, as far as there is room; where there is none but hard ones, their cool-downs."""
    easy = tuple(each for each in runs if each.type not in HARD)
    if more_km <= 0 or not runs:
        return {}
    if not easy:
        return {each.id: _cooled_down(each, more_km / len(runs), _room_km(season, made, each)) for each in runs}
    factor = 1 + more_km / week_km(easy)
    longer = {each: round(min(each.run_km * factor, _room_km(season, made, each)), 1) for each in easy}
    made_longer = [(each, resized(each, km=km)) for each, km in longer.items() if km > each.run_km]
    return {now.id: now for was, now in made_longer if (now.minutes or 0) <= _room_min(season, made, was)}


def _km(made: Mapping[str, Workout], first: dt.date, end: dt.date) -> float:
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


def _room_km(season: Season, made: Mapping[str, Workout], workout: Workout) -> float:
    """The most this run may have: the minutes of its day, shared with other runs, and the longest run lately."""
    since = workout.date - dt.timedelta(days=LOOK_BACK_DAYS)
    longest = max((each.run_km for each in made.values() if since <= each.date < workout.date), default=0.0)
    pace = (workout.minutes or 0) / (workout.run_km or 1)
    most = most_long_km(longest)
    return min(most, _room_min(season, made, workout) / pace if pace else most)


def _room_min(season: Season, made: Mapping[str, Workout], workout: Workout) -> float:
    others = [each for each in made.values() if each.date == workout.date and each.is_run and each.id != workout.id]
    limit = long_cap_min(season, season.athlete.minutes_on(weekday_of(workout.date)))
    return limit - 1 - sum(each.minutes or 0 for each in others)
