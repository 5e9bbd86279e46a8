"""Workouts onto days: which days run, which are hard, where the long run goes, and how the kilometres are shared.

Q-3 rules the order: hard days never touch, for novices neither next to the long run; a long run with fast parts
counts as hard. Every day keeps its minutes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from planwise_core.training.aims import Aims
from planwise_core.training.plan import Step, Workout, WorkoutType
from planwise_core.training.sessions import LEAST_TEMPO_MIN
from planwise_core.training.values import WEEKDAYS, Weekday
from planwise_core.training.workouts import CATALOGUE, Content, main_km_of, make

# How gladly a hard session goes on each day, with a Sunday long run in mind: Tuesday and Thursday first.
HARD_DAY_COST: dict[Weekday, int] = {"tue": 0, "thu": 1, "wed": 2, "fri": 4, "sat": 5, "mon": 6, "sun": 6}
LEAST_EASY_KM = 3.0
ROOM_ENOUGH = 0.8  # of the long run: with less time on the day asked for, it goes where there is more
# The least hard running that makes a session of this type, km; with less it becomes easy running with strides.
LEAST_MAIN_KM: dict[WorkoutType, float] = {
    "tempo": 0.9, "cruise_intervals": 2.4, "sub_threshold": 2.0, "race_pace": 1.2, "progression": 1.0,
    "vo2_long": 1.2, "vo2_short": 0.8, "thirty_thirty": 0.7, "fartlek": 0.6, "hills_long": 0.8,
    "reps": 0.8, "hills_short": 0.2, "steady": 1.5, "marathon_pace": 1.5,
}  # fmt: skip
# What is run instead where the week is too small for a session: short quick stretches.
SMALLER: dict[WorkoutType, WorkoutType] = {
    "vo2_long": "vo2_short", "vo2_short": "fartlek", "reps": "fartlek", "race_pace": "fartlek", "tempo": "fartlek",
    "cruise_intervals": "tempo",
}  # fmt: skip
# Before and after intervals, repetitions and hills (Q-4: 10, and lengths are to 100 m), and in the smallest weeks.
WARM_UP_MIN = (9.6, 6.0)
UPHILL = 0.8  # a minute uphill costs more than its distance tells
# The most hard running of one session in minutes, whatever the week: long enough to help.
MOST_MAIN_MIN = {
    "threshold": 40,
    "race": 30,
    "sub_threshold": 45,
    "interval": 24,
    "rep": 12,
    "marathon": 100,
    "steady": 70,
}


class Slots(NamedTuple):
    """The roles of a week's running days."""

    long: Weekday | None
    hard: tuple[Weekday, ...]
    easy: tuple[Weekday, ...]


def near(one: Weekday, other: Weekday) -> bool:
    """Next to each other, Sunday and Monday too."""
    return (WEEKDAYS.index(one) - WEEKDAYS.index(other)) % 7 in {1, 6}


class Days(NamedTuple):
    """What the days of a week allow: `runs` of `days` are run on, none of `blocked` hard, `avoid` rather not at all;
    `apart`: no hard day next to the long run; hard days are at least `gap` days apart; only `roomy` days, if any are
    named, have the time for their part of the week."""

    days: tuple[Weekday, ...]
    runs: int
    blocked: tuple[Weekday, ...] = ()
    avoid: tuple[Weekday, ...] = ()
    apart: bool = False
    gap: int = 2
    roomy: tuple[Weekday, ...] = ()


@lru_cache(maxsize=4096)
def slots(week: Days, hard: int, long: Weekday | None) -> Slots:
    """The best roles for the week's days with `hard` hard ones, fewer if they cannot be kept apart."""
    others = [day for day in week.days if day != long]
    places = min(week.runs, len(week.days)) - (long is not None)
    for wanted in range(max(min(hard, places), 0), -1, -1):
        best: tuple[float, Slots] | None = None
        for hards in combinations(others, wanted):
            if not _may_be_hard(week, hards, long):
                continue
            for rest in combinations([day for day in others if day not in hards], max(places, 0) - wanted):
                cost = _cost((*hards, *rest), hards, long, week.avoid) - 25 * sum(day in week.roomy for day in rest)
                if best is None or cost < best[0]:
                    best = (cost, Slots(long, hards, rest))
        if best:
            return best[1]
    return Slots(long, (), ())


def _may_be_hard(week: Days, hards: Sequence[Weekday], long: Weekday | None) -> bool:
    if any(hard in week.blocked or hard in week.avoid for hard in hards):
        return False
    if any(_apart(one, other) < week.gap for one, other in combinations(hards, 2)):
        return False
    if long is None or (len(hards) == 1 and not week.apart):
        return True
    return not any(near(hard, long) for hard in hards)  # rather one hard day than two and the long run in a row


def _apart(one: Weekday, other: Weekday) -> int:
    """Days between two weekdays, the shorter way round: the next week looks much the same."""
    days = (WEEKDAYS.index(one) - WEEKDAYS.index(other)) % 7
    return min(days, 7 - days)


def _cost(chosen: Sequence[Weekday], hards: Sequence[Weekday], long: Weekday | None, avoid: Sequence[Weekday]) -> float:
    running = sorted({WEEKDAYS.index(day) for day in (*chosen, *((long,) if long else ()))})
    gaps = [(after - before) % 7 or 7 for before, after in zip(running, running[1:] + running[:1], strict=True)]
    cost = float(sum(gap * gap for gap in gaps))
    cost += sum(HARD_DAY_COST[day] for day in hards)
    cost += 25 * sum(day in avoid for day in chosen)
    if long:
        cost += 12 * sum(near(hard, long) for hard in hards)
        after_long = WEEKDAYS[(WEEKDAYS.index(long) + 1) % 7]
        cost += 1.5 * (after_long in chosen)
    if len(hards) == 2:
        between = (WEEKDAYS.index(hards[1]) - WEEKDAYS.index(hards[0])) % 7
        cost += 2 * (between not in {2, 3, 4, 5})
    return cost


def long_day_of(
    days: Sequence[Weekday],
    wished: Weekday | None,
    room: dict[Weekday, float],
    need_km: float,
    weekend: Sequence[Weekday] = ("sun", "sat"),
) -> Weekday:
    """The day of the long run: the one asked for if it has the time, else of the weekend, else the roomiest."""
    most = max(room[day] for day in days)
    if wished and wished in days and room[wished] >= ROOM_ENOUGH * min(need_km, most):
        return wished
    for day in weekend:
        if day in days and room[day] >= need_km:
            return day
    return max(days, key=lambda day: (min(room[day], need_km), WEEKDAYS.index(day)))


def rounded(km: float) -> float:
    """To half a kilometre from 6 km up, to a fifth below; never up."""
    unit = 0.5 if km >= 6 else 0.2
    return round(int(km / unit + 1e-6) * unit, 1)


def hard_content(
    type: WorkoutType, week_km: float, about_km: float, room_km: float, aims: Aims, *, share: float = 1.0
) -> Content:
    """A hard session for a week of `week_km`: `share` of what Q-1 allows, in a run of about `about_km`.

    With too little room or volume for it, an easy run with strides.
    """
    zone = CATALOGUE[type].zone or "easy"
    frame = aims.km_in(22)
    most = aims.km_in(MOST_MAIN_MIN.get(zone, 60), zone)
    uphill = UPHILL if type in {"hills_long", "hills_short"} else 1.0
    main = min(0.94 * main_km_of(type, week_km), most) * share * uphill
    room_km = min(room_km, max(1.35 * about_km, 3.5))  # the easy days keep their share
    main = min(main, room_km * 0.65)
    easy = easy_content(min(about_km, room_km), aims, strides=True)
    if main < _least_main_km(type, aims):
        smaller = SMALLER.get(type)
        if smaller:
            return hard_content(smaller, week_km, about_km, room_km, aims, share=share)
        return easy
    frame = min(frame, max(room_km - 1.15 * main, 0.8))
    session = rounded(min(max(about_km, 1.25 * main + frame), room_km))
    made = make(type, km=session, main_km=main, aims=aims)
    if zone in {"interval", "rep", "race"}:
        sizes = (session, rounded(room_km))
        framed = (
            each
            for least in WARM_UP_MIN
            for km in sizes
            for each in _ever_smaller(type, km, main, aims)
            if _frame_km(each) >= aims.km_in(least)
        )
        made = next(framed, easy)
    return made if (made.km or 0) <= room_km + 0.05 else easy


def _ever_smaller(type: WorkoutType, km: float, main_km: float, aims: Aims) -> Iterator[Content]:
    """The session with `main_km` of hard running, then with less and less of it: the frame takes what that leaves."""
    while main_km >= _least_main_km(type, aims):
        yield make(type, km=km, main_km=main_km, aims=aims)
        main_km *= 0.9


def _least_main_km(type: WorkoutType, aims: Aims) -> float:
    least = LEAST_MAIN_KM.get(type, 0.5)
    return max(least, aims.km_in(LEAST_TEMPO_MIN, "threshold")) if type == "tempo" else least


def _frame_km(content: Content) -> float:
    """The warm-up or the cool-down, whichever is shorter."""
    ends = (content.steps[0], content.steps[-1])
    return min((each.metres or 0) / 1000 if isinstance(each, Step) else 0.0 for each in ends)


def easy_content(
    km: float, aims: Aims, *, strides: bool = False, type: WorkoutType = "easy", notes: str = ""
) -> Content:
    """An easy run of `km`, with strides from 2 km up if wanted."""
    km = max(rounded(km), 0.6)
    if strides and km >= 2 and type == "easy":
        return make("easy_strides", km=km, aims=aims, notes=notes)
    return make(type, km=km, aims=aims, notes=notes)


def shared(total: float, rooms: Sequence[float], weights: Sequence[float]) -> list[float]:
    """`total` shared out by weight, no share above its room; what does not fit is left over."""
    shares = [0.0] * len(rooms)
    left, open_ = total, set(range(len(rooms)))
    while open_ and left > 1e-6:
        unit = left / sum(weights[at] for at in open_)
        full = {at for at in open_ if shares[at] + unit * weights[at] >= rooms[at] - 1e-9}
        if not full:
            for at in open_:
                shares[at] += unit * weights[at]
            break
        for at in full:
            left -= rooms[at] - shares[at]
            shares[at] = rooms[at]
        open_ -= full
    return shares


def in_halves(shares: Sequence[float], rooms: Sequence[float]) -> list[float]:
    """`shares` rounded down to half a kilometre (a fifth under 6 km), and what that leaves given back in such steps."""
    even = [rounded(share) for share in shares]
    left = sum(shares) - sum(even)
    for at in sorted(range(len(even)), key=lambda at: even[at] - shares[at]):
        step = 0.5 if even[at] >= 6 else 0.2
        if left >= step - 1e-6 and even[at] + step <= rooms[at]:
            even[at] = round(even[at] + step, 1)
            left -= step
    return even


def named(content: dict[Weekday, list[Content]], number: int, monday: dt.date) -> Iterator[Workout]:
    """The week's workouts with their ids and dates."""
    for day, contents in content.items():
        date = monday + dt.timedelta(days=WEEKDAYS.index(day))
        for order, each in enumerate(contents):
            name = f"w{number}-{day}" if order == 0 else f"w{number}-{day}-{order + 1}"
            yield Workout(id=name, date=date, **each.content)
