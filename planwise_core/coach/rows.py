"""Weeks in one line each, as a model is shown them and as it may write them: ``3 - V9 - T10 - E8 L17``.

A code and a size for each day from Monday: whole plans fit into few tokens either way. What a row does not change stays
the very same workout, with its id and its steps.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from planwise_core.errors import InvalidEdit
from planwise_core.training.edits import Add, Change, Drop, Edit
from planwise_core.training.plan import MAX_A_DAY, Plan, Workout, WorkoutType
from planwise_core.training.values import WEEKDAY_NAMES, WEEKDAYS, Value, Weekday

CODES: dict[WorkoutType, str] = {
    "easy": "E", "recovery": "R", "easy_strides": "ES", "medium_long": "ML", "long": "L", "long_progression": "LP",
    "long_mp": "LM", "fast_finish": "FF", "back_to_back": "BB", "run_walk": "RW", "walk": "W", "progression": "P",
    "shakeout": "SH", "steady": "ST", "marathon_pace": "M", "tempo": "T", "cruise_intervals": "C",
    "sub_threshold": "SB", "vo2_long": "V", "vo2_short": "VS", "thirty_thirty": "TH", "reps": "RE",
    "hills_short": "HS", "hills_long": "HL", "fartlek": "F", "race_pace": "RP", "time_trial": "TT",
    "tune_up_race": "TU", "race": "X", "cross_train": "ct", "strength": "st", "mobility": "mo",
}  # fmt: skip
_TYPES = {code: name for name, code in CODES.items()}
_CELL = re.compile(r"([A-Za-z]+)(\d{1,4}(?:\.\d)?)(m?)")


class _Wanted(Value):
    """One workout of a row: kilometres or minutes."""

    type: WorkoutType
    km: float | None = None
    minutes: int | None = None


def cell(workouts: Sequence[Workout]) -> str:
    """The workouts of one day: ``E8``, ``E8+st30m``, ``-`` for none."""
    return "+".join(CODES[each.type] + _size(each) for each in workouts) or "-"


def _size(workout: Workout) -> str:
    """Whole kilometres, or minutes; of less than half a kilometre the tenths, for nothing is 0 km long."""
    if not workout.km:
        return f"{workout.minutes}m"
    return f"{workout.km:.0f}" if workout.km > 0.5 else f"{max(workout.km, 0.1):.1f}"


def edits(rows: Sequence[str], plan: Plan, frozen: Collection[str]) -> Iterator[Edit]:
    """What makes the weeks of `plan` those of `rows`; workouts in `frozen`, and races, stay.

    Raises:
        InvalidEdit: a row cannot be read, or names a week the plan does not have.
    """
    seen = set[int]()
    for row in rows:
        number, *cells = row.split() or [""]
        if len(cells) == 8 and cells[0].isdecimal():  # a total, as a model is shown them
            del cells[0]
        if not number.isdecimal() or len(cells) != 7:
            raise InvalidEdit(f"'{row[:60]}' is not a week: write its number and seven days from Monday.")
        week = int(number)
        if not 1 <= week <= len(plan.weeks):
            raise InvalidEdit(f"The plan has no week {week}: it has {len(plan.weeks)}.")
        if week in seen:
            raise InvalidEdit(f"Week {week} is written twice.")
        seen.add(week)
        for day, written in zip(WEEKDAYS, cells, strict=True):
            yield from _of_day(_read(written), plan, week, day, frozen)


def _read(written: str) -> list[_Wanted]:
    if written == "-":
        return []
    found, parts = [], written.split("+")
    if len(parts) > MAX_A_DAY:
        raise InvalidEdit(f"{len(parts)} workouts are too many for one day: {MAX_A_DAY} is the most.")
    for part in parts:
        read = _CELL.fullmatch(part)
        if read is None or read[1] not in _TYPES or float(read[2]) == 0:
            raise InvalidEdit(f"'{part[:20]}' is not a workout: write a code and its size, such as E8 or st30m.")
        size = {"minutes": round(float(read[2]))} if read[3] else {"km": float(read[2])}
        found.append(_Wanted(type=_TYPES[read[1]], **size))
    return found


def _of_day(wanted: list[_Wanted], plan: Plan, week: int, day: Weekday, frozen: Collection[str]) -> Iterator[Edit]:
    there = plan.on(plan.day(week, day))
    races = [each for each in there if each.type == "race"]
    if len(races) < sum(each.type == "race" for each in wanted):
        raise InvalidEdit(f"There is no race on {WEEKDAY_NAMES[day]} of week {week}: a race is a fact, not a workout.")
    if any(each.id in frozen for each in there):
        return
    old = [each for each in there if each.type != "race"]
    new = [each for each in wanted if each.type != "race"]
    for was, becomes in zip_longest(old, new):
        if was is None:
            yield Add(week=week, day=day, **dict(becomes))
        elif becomes is None:
            yield Drop(workout=was.id)
        elif was.km and becomes.minutes:  # a change keeps the kilometres, and would be read by them
            yield from (Drop(workout=was.id), Add(week=week, day=day, **dict(becomes)))
        elif cell([was]) != cell([was.but(**dict(becomes))]):
            changed = becomes.type if becomes.type != was.type else None
            yield Change(workout=was.id, type=changed, km=becomes.km, minutes=becomes.minutes)
