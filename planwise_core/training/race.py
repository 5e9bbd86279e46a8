"""Race day: how to spread the effort over the course, warm up, eat and drink, and what to do in the last weeks.

`strategy` gives values; nothing here is drawn or sent. Times of the segments add up to the time aimed at.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from planwise_core.errors import BadInput
from planwise_core.training.athlete import Athlete
from planwise_core.training.conditions import Weather, grade_factor, heat_slowdown
from planwise_core.training.course import Course
from planwise_core.training.plan import Plan
from planwise_core.training.predictions import Prediction, predict
from planwise_core.training.values import KM_PER_MILE, Units, Value, shown_clock

START_SLOWER = 1.015  # the first kilometres at 101 to 102 % of the pace: fast starts cost most (1.7 million runners)
START_KM = 2
START_SHORT_KM = 1  # … of a race under 8 km
SHORT_RACE_KM = 8.0
FREE_LAST = 0.22  # the last 20 to 25 % are run as one feels
SAME_COURSE = 0.05  # a GPX may measure this much wrong
SLICES_A_KM = 10
FASTEST_S_PER_KM, SLOWEST_S_PER_KM = 140.0, 1500.0
MASTERS = 50
STEEP = 0.03


class Segment(Value):
    """A stretch of the race: from and to in km, how to run it, and the clock at its end."""

    start_km: float
    end_km: float
    gain_m: float
    loss_m: float
    pace_s_per_km: float
    seconds: int
    clock_s: int
    note: str = ""

    @property
    def km(self) -> float:
        return self.end_km - self.start_km


class Fuel(Value):
    """What to eat and drink: ranges, low to high."""

    carbs_g_per_h: tuple[int, int]
    fluid_l_per_h: tuple[float, float]
    sodium_mg_per_h: tuple[int, int] | None = None
    loading_g_per_kg: tuple[int, int] | None = None  # a day, over the last one or two days
    before_g_per_kg: tuple[int, int] | None = None  # 1 to 4 hours before
    note: str = ""


class RaceStrategy(Value):
    """A plan for race day. The segments' seconds add up to `aim_s`: the goal, or what heat leaves of it."""

    distance_km: float
    goal_s: int
    aim_s: int
    flat_pace_s_per_km: float  # what the effort is worth on the flat
    segments: tuple[Segment, ...]
    warm_up: str
    fuel: Fuel
    taper: tuple[str, ...]
    notes: tuple[str, ...]


def strategy(
    distance_km: float,
    goal_s: int,
    *,
    course: Course | None = None,
    weather: Weather | None = None,
    age: int | None = None,
    expected: Prediction | None = None,
    units: Units = "km",
) -> RaceStrategy:
    """How to run `distance_km` in `goal_s` seconds, kilometre by kilometre (mile by mile with units "mi").

    On a course, effort is even and pace follows the grade (GRADE-1). Heat lengthens the time aimed at.

    Raises:
        BadInput: a pace nobody runs, a course of another length, or heat in which racing hard is not safe.
    """
    if not FASTEST_S_PER_KM <= goal_s / distance_km <= SLOWEST_S_PER_KM:
        raise BadInput(f"{shown_clock(goal_s)} for {distance_km:g} km is not a time to plan for.")
    if course is not None:
        course = _fitted(course, distance_km)
    slower = heat_slowdown(weather.temperature_c, weather.dew_point_c) if weather else 0.0
    aim_s = round(goal_s * (1 + slower))
    flat_pace, segments = _segments(distance_km, aim_s, course, KM_PER_MILE if units == "mi" else 1.0)
    return RaceStrategy(
        distance_km=distance_km,
        goal_s=goal_s,
        aim_s=aim_s,
        flat_pace_s_per_km=flat_pace,
        segments=segments,
        warm_up=warm_up(distance_km),
        fuel=fuel(distance_km, aim_s),
        taper=taper_notes(distance_km, age),
        notes=tuple(_notes(distance_km, goal_s, aim_s, course, expected)),
    )


def goal_s_of(plan: Plan, athlete: Athlete) -> int | None:
    """The time to aim at in the goal race: the runner's own, else what the plan expects of them; None: not known."""
    goal, race = athlete.goal, plan.race
    if goal and goal.target_s and (plan.race_distance_km is None or goal.distance_km == plan.race_distance_km):
        return goal.target_s
    return race.minutes * 60 if race and race.minutes else None


def strategy_for(
    plan: Plan,
    athlete: Athlete,
    goal_s: int | None = None,
    course: Course | None = None,
    weather: Weather | None = None,
) -> RaceStrategy:
    """The strategy for the goal race of a plan.

    Raises:
        BadInput: the plan has no race, no time is known, or as `strategy`.
    """
    distance_km = plan.race_distance_km or (plan.race.km if plan.race else None)
    seconds = goal_s or goal_s_of(plan, athlete)
    if distance_km is None:
        raise BadInput("This plan has no race to prepare for.")
    if seconds is None:
        raise BadInput("Say which time you aim for: then there can be splits.")
    expected = predict(athlete.recent, distance_km * 1000, athlete.weekly_km) if athlete.recent else None
    return strategy(
        distance_km,
        seconds,
        course=course,
        weather=weather,
        age=athlete.age,
        expected=expected,
        units=athlete.units,
    )


def _fitted(course: Course, distance_km: float) -> Course:
    metres = distance_km * 1000
    if abs(course.length_m - metres) > SAME_COURSE * metres:
        raise BadInput(f"The course is {course.length_m / 1000:.1f} km long, the race {distance_km:g} km.")
    return course.stretched(metres)


def _segments(
    distance_km: float, aim_s: int, course: Course | None, segment_km: float
) -> tuple[float, tuple[Segment, ...]]:
    edges = [*(i * segment_km for i in range(math.ceil(distance_km / segment_km - 1e-6))), distance_km]
    efforts = [_effort(start, end, distance_km, course) for start, end in pairwise(edges)]
    flat_pace = aim_s / sum(efforts)
    made: list[Segment] = []
    clock = 0.0
    for (start, end), effort in zip(pairwise(edges), efforts, strict=True):
        before, clock = round(clock), clock + flat_pace * effort
        gain, loss = course.gain_m(start * 1000, end * 1000) if course else (0.0, 0.0)
        made.append(
            Segment(
                start_km=round(start, 4),
                end_km=round(end, 4),
                gain_m=round(gain),
                loss_m=round(loss),
                pace_s_per_km=flat_pace * effort / (end - start),
                seconds=round(clock) - before,
                clock_s=round(clock),
                note=_segment_note(start, end, distance_km, (gain - loss) / 1000 / (end - start)),
            )
        )
    return flat_pace, tuple(made)


def _effort(start_km: float, end_km: float, distance_km: float, course: Course | None) -> float:
    """What a stretch weighs, in flat kilometres: its grade, and a quiet start."""
    count = max(round((end_km - start_km) * SLICES_A_KM), 1)
    length = (end_km - start_km) / count
    quiet_km = START_SHORT_KM if distance_km < SHORT_RACE_KM else START_KM
    total = 0.0
    for i in range(count):
        a, b = start_km + i * length, start_km + (i + 1) * length
        grade = (course.height_at(b * 1000) - course.height_at(a * 1000)) / (length * 1000) if course else 0.0
        total += length * grade_factor(grade) * (START_SLOWER if (a + b) / 2 < quiet_km else 1.0)
    return total


def _segment_note(start: float, end: float, distance_km: float, grade: float) -> str:
    if start == 0:
        return "Hold back: it should feel too easy."
    if grade > STEEP:
        return "Uphill: even effort, short steps; let the pace go."
    if grade < -STEEP:
        return "Downhill: relax and roll, do not brake."
    return "From here on run as you feel." if start >= (1 - FREE_LAST) * distance_km > start - (end - start) else ""


def warm_up(distance_km: float) -> str:
    """What to do before the start: the shorter the race, the longer (SCIENCE 5)."""
    if distance_km <= 13:
        return "10 to 15 minutes of easy running, drills, 4 to 6 strides; done 5 to 10 minutes before the start."
    if distance_km <= 25:
        return "5 to 10 minutes of easy running and a few strides."
    return "At most 5 minutes of walking or jogging; the first kilometres are the warm-up."


# Hours up to, carbohydrate g/h (GSSI, Jeukendrup).
CARBS: Sequence[tuple[float, tuple[int, int]]] = ((1.25, (0, 0)), (2.5, (30, 60)), (math.inf, (60, 90)))
LOADING_FROM_H = 1.5
ULTRA_KM = 45.0


def fuel(distance_km: float, duration_s: float) -> Fuel:
    """What to eat and drink in a race of this length (SCIENCE 5)."""
    hours = duration_s / 3600
    carbs = next(grams for up_to, grams in CARBS if hours <= up_to)
    notes = {
        (0, 0): "Nothing, or a mouth rinse.",
        (30, 60): "A gel or a drink every 30 to 40 minutes, practised on at least four long runs.",
        (60, 90): "Glucose and fructose together (2:1 or 1:0.8), practised on at least four long runs.",
    }
    return Fuel(
        carbs_g_per_h=carbs,
        fluid_l_per_h=(0.4, 0.8) if hours > CARBS[0][0] else (0.0, 0.4),
        sodium_mg_per_h=(300, 600) if distance_km >= ULTRA_KM else None,
        loading_g_per_kg=(7, 12) if hours > LOADING_FROM_H else None,
        before_g_per_kg=(1, 4) if hours > CARBS[0][0] else None,
        note=notes[carbs],
    )


def fuel_words(strategy: RaceStrategy) -> Iterator[str]:
    """What to eat and drink, a sentence each."""
    fuel = strategy.fuel
    low, high = fuel.carbs_g_per_h
    yield (f"Eat {low} to {high} g of carbohydrate an hour. " if high else "") + fuel.note
    yield f"Drink {fuel.fluid_l_per_h[0]:g} to {fuel.fluid_l_per_h[1]:g} l an hour, by thirst."
    if fuel.sodium_mg_per_h:
        yield f"Take {fuel.sodium_mg_per_h[0]} to {fuel.sodium_mg_per_h[1]} mg of sodium an hour."
    if fuel.loading_g_per_kg:
        low, high = fuel.loading_g_per_kg
        yield f"The last one or two days, eat {low} to {high} g of carbohydrate per kg of your weight a day."
    if fuel.before_g_per_kg:
        low, high = fuel.before_g_per_kg
        yield f"One to four hours before the start, eat {low} to {high} g of carbohydrate per kg of your weight."


def taper_notes(distance_km: float, age: int | None = None) -> tuple[str, ...]:
    """The last weeks in words (SCIENCE 2.5)."""
    if distance_km < 13:
        notes = ["The last 7 to 10 days: 40 % less volume, the same pace, runs as often as before."]
    elif distance_km < 25:
        notes = [
            "The last 10 to 14 days: first a fifth, then half the volume away; keep one short fast session a week."
        ]
    else:
        notes = [
            "Three weeks: about 20, 40 and 60 % less than the peak week; keep short stretches at race pace.",
            "No new longest run in the last 14 days.",
        ]
    if (age or 0) >= MASTERS:
        notes.append(f"From {MASTERS} on, begin the taper a few days earlier.")
    return tuple(notes)


def _notes(
    distance_km: float, goal_s: int, aim_s: int, course: Course | None, expected: Prediction | None
) -> list[str]:
    notes = []
    if aim_s > goal_s:
        notes.append(f"The heat is worth {shown_clock(aim_s - goal_s)}: aim for {shown_clock(aim_s)}.")
    if expected is not None and goal_s < expected.low_s - 1:
        notes.append(
            f"The goal is {shown_clock(expected.low_s - goal_s)} faster than your races promise ({expected.shown()})."
        )
    if course is not None:
        gain, loss = course.gain_m(0, distance_km * 1000)
        notes.append(f"The course climbs {gain:.0f} m and falls {loss:.0f} m: keep the effort even, not the pace.")
    if distance_km > 25:
        notes.append("An even pace, or the second half up to 1 % faster, is how the best days go.")
    else:
        notes.append("Run evenly, or the second half slightly faster.")
    days = math.ceil(distance_km / 3)
    notes.append(f"Afterwards about {days} easy days before hard running.")
    return notes
