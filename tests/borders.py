"""Plans on the border of a rule: each maker takes the number that the rule looks at, the rest is as it should be."""

from __future__ import annotations

import datetime as dt
from typing import Any

from planwise_core.training.athlete import Athlete, Away, Injury
from planwise_core.training.checks import Finding, review
from planwise_core.training.paces import paces
from planwise_core.training.plan import Plan, Step, Week
from tests.builders import MONDAY, plan, workout
from tests.good_plans import (
    DAYS,
    MARATHONER,
    day_of,
    repeats,
    tempo,
    to_race,
    week,
    weeks,
)

UNKNOWN = Athlete(vdot=45, level="intermediate")  # nothing known from before the plan
Case = tuple[Plan, Athlete]


def told(case: Case, rule: str, **more: Any) -> list[Finding]:
    return [finding for finding in review(*case, **more) if finding.rule == rule]


def flat(*kms: float, days: int = 5, **changes: Any) -> Case:
    return weeks(*kms, days=days), UNKNOWN.but(**changes)


def last(km: float, before: float = 50, days: int = 5) -> Case:
    """Four equal weeks, then one of `km`."""
    return flat(before, before, before, before, km, days=days)


def first(km: float, usual: float, days: int = 5) -> Case:
    return weeks(km, km, days=days), UNKNOWN.but(weekly_km=usual)


def ramp(peak: float, at: int) -> Case:
    return flat(*([45.0] * (at - 1)), peak, 45)


def long_run(km: float, before: float, **athlete: Any) -> Case:
    """A run of `km` after one of `before` (the week is large, the others small)."""
    sized = [workout("sun", before, week=1), workout("sun", km, week=2)]
    return plan(*sized, weeks=2, race_distance_km=None), UNKNOWN.but(longest_run_km=before, **athlete)


def share(km: float, days: int, week_km: float = 50, phase: str = "Base") -> Case:
    made = weeks(week_km, week_km, days=days, long=(km, km))
    return made.but(weeks=(Week(phase=phase),) * 2), UNKNOWN  # type: ignore[arg-type]


def minutes(long_min: int, race_km: float | None = None, other: int | None = None, **athlete: Any) -> Case:
    """One week with a long run on Saturday of so many minutes, and perhaps one on Sunday."""
    made = [workout("sat", None, type="long", minutes=long_min)]
    if other:
        made.append(workout("sun", None, type="back_to_back", minutes=other))
    return plan(*made, weeks=1, race_distance_km=race_km), UNKNOWN.but(**athlete)


def longest(km: float, race_km: float) -> Case:
    return plan(workout("sun", km, type="long"), weeks=1, race_distance_km=race_km), UNKNOWN


def hard(type: str, work_m: int, week_km: float = 60, vdot: float = 45) -> Case:
    """A session of one bout in the first of weeks of `week_km`, which are usual."""
    session = tempo(work_m=work_m).but(type=type)
    rest = (week_km - (session.km or 0)) / 2
    made = [session, workout("thu", rest), workout("sun", rest)]
    return plan(*made, weeks=1, race_distance_km=None), UNKNOWN.but(weekly_km=week_km, vdot=vdot)


def by_minutes(type: str, work_min: int, easy_min: int) -> Case:
    steps = (Step(kind="interval", seconds=work_min * 60),)
    made = [
        workout("tue", None, type=type, minutes=work_min, steps=steps),
        workout("sun", None, minutes=easy_min),
    ]
    return plan(*made, weeks=1, race_distance_km=None), UNKNOWN


def hard_days(type: str, count: int, level: str | None) -> Case:
    days = ("mon", "wed", "fri", "sun")[:count]
    made = [workout(day, 8, type=type) for day in days]
    return plan(*made, weeks=1, race_distance_km=None), UNKNOWN.but(level=level)


def easy_share(hard_min: int, level: str = "intermediate", count: int = 4, easy_weeks: int = 0) -> Case:
    """`count` weeks of 400 minutes, `hard_min` of them hard, then weeks that are all easy."""
    steps = (Step(kind="interval", seconds=hard_min * 60),)
    made = []
    for number in range(1, count + 1):
        made.append(workout("tue", None, week=number, type="steady", minutes=hard_min, steps=steps))
        made.append(workout("sun", None, week=number, minutes=400 - hard_min))
    more = range(count + 1, count + easy_weeks + 1)
    made += [workout("sun", None, week=number, minutes=400) for number in more]
    return plan(*made, weeks=count + easy_weeks, race_distance_km=None), UNKNOWN.but(level=level)


def bouts(type: str, work: Step, rest: Step | None = None, warm_s: int | None = 900, cool_s: int | None = 900) -> Case:
    session = repeats(type, work=work, rest=rest or Step(kind="recovery", seconds=120))
    frame = [*session.steps]
    frame[0] = Step(kind="warmup", seconds=warm_s)
    frame[-1] = Step(kind="cooldown", seconds=cool_s)
    return plan(session.but(steps=tuple(frame)), weeks=1, race_distance_km=None), UNKNOWN


def secs(seconds: int, kind: str = "interval") -> Step:
    return Step(kind=kind, seconds=seconds)  # type: ignore[arg-type]


def laps(metres: int) -> Step:
    return Step(kind="interval", metres=metres, pace=(280, 320))


def paced(metres: int) -> tuple[Step]:
    return (Step(metres=metres, pace=(360, 360)),)


def paced_s(seconds: int) -> tuple[Step]:
    return (Step(seconds=seconds, pace=(300, 300)),)


def sums(km: float | None, steps: tuple[Step, ...], minutes: int | None = None) -> Case:
    return plan(workout("tue", km, minutes=minutes, steps=steps), weeks=1, race_distance_km=None), UNKNOWN


TAPERS = {5.0: (2, 3), 10.0: (2, 3), 21.0975: (2, 3), 42.195: (3, 4), 100.0: (3, 4)}


def taper(race_km: float, weeks_before: int, part: float) -> Case:
    """Six weeks of 100 km, and one of the last ones `part` of that; the others in the middle of what is right."""
    middle = {1: 0.78, 0: 0.42, 2: 0.8} if race_km < 25 else {2: 0.8, 1: 0.6, 0: 0.35}
    parts = {**middle, weeks_before: part}
    kms = [100.0] * 6 + [round(100 * parts[k], 3) for k in (2, 1, 0)]
    return to_race(race_km, kms, [None] * 8), MARATHONER.but(weekly_km=100)  # type: ignore[list-item]


def late_longest(race_km: float, days_before: int) -> Case:
    race = day_of(4, "sun")
    made = [
        workout("sun", 20, week=1, type="long"),
        workout("sun", 21, week=2, id="late").but(date=race - dt.timedelta(days=days_before)),
        workout("sun", race_km, week=4, type="race"),
    ]
    return plan(*made, weeks=4, race_distance_km=race_km, race_date=race), UNKNOWN


def taper_days(days: int, usual: int = 6) -> Case:
    made = [each for n in range(1, 5) for each in week(n, 50, days=usual)]
    made += [*week(5, 40, days=days), workout("sun", 21.0975, week=6, type="race")]
    return plan(*made, weeks=6, race_date=day_of(6, "sun")), UNKNOWN


def touch(days_before: int, type: str = "tempo") -> Case:
    race = day_of(6, "sun")
    made = [tempo(week=1), workout("sat", 6, week=6), workout("sun", 21.0975, week=6, type="race")]
    made.append(workout("tue", 6, week=2, type=type, id="touch").but(date=race - dt.timedelta(days=days_before)))
    return plan(*made, weeks=6, race_date=race), UNKNOWN


def lead(weeks_to_go: int, race_km: float, longest_km: float) -> Case:
    made = plan(
        workout("sun", race_km, week=weeks_to_go, type="race"),
        weeks=weeks_to_go,
        race_distance_km=race_km,
        race_date=day_of(weeks_to_go, "sun"),
    )
    return made, UNKNOWN.but(longest_run_km=longest_km)


def aged(age: int, race_km: float) -> Case:
    return plan(workout("sun", race_km, type="race"), weeks=1, race_distance_km=race_km), UNKNOWN.but(age=age)


def two_hard(apart: int, age: int, first: str = "vo2_long") -> Case:
    days = DAYS[7]
    made = [workout("mon", 8, type=first), workout(days[apart], 8, type="tempo")]
    return plan(*made, weeks=1, race_distance_km=None), UNKNOWN.but(age=age)


def ups(count: int, age: int, total: int = 9) -> Case:
    """A stretch of `count` weeks without an easier one, then easier ones all along."""
    kms = [50.0] * count
    while len(kms) < total:
        kms += [44.0, 50.0]
    return flat(*kms[:total], age=age)


def start_running(week_number: int, weekly_km: float, level: str = "novice") -> Case:
    made = [workout("tue", 3, week=n, type="easy" if n >= week_number else "run_walk") for n in (1, 2, 3)]
    return plan(*made, weeks=3, race_distance_km=None), UNKNOWN.but(level=level, weekly_km=weekly_km)


def sore(pain: int, week_number: int) -> Case:
    calf = Injury(part="calf", pain=pain)
    return plan(tempo(week=week_number), weeks=4, race_distance_km=None), UNKNOWN.but(injuries=(calf,))


def twice(week_km: float) -> Case:
    made = [*week(1, week_km - 4), workout("tue", 2, type="tempo", id="am"), workout("tue", 2, type="tempo", id="pm")]
    return plan(*made, weeks=1, race_distance_km=None), UNKNOWN.but(doubles=True)


def pause(days_off: int, *back: tuple[int, float, str]) -> Case:
    """Four weeks of 50 km, `days_off`, then runs on (day back, km, type)."""
    made = weeks(50, 50, 50, 50)
    first_day = day_of(4, "sun") + dt.timedelta(days=days_off + 1)
    runs = [
        workout("mon", km, type=type, id=f"back-{n}").but(date=first_day + dt.timedelta(days=n)) for n, km, type in back
    ]
    return made.but(weeks=(Week(),) * 24, workouts=(*made.workouts, *runs)), UNKNOWN


def returned(days_off: int, away_days: int, longest_km: float) -> Case:
    """A run a third longer than usual, `days_off` after so many days away."""
    away = Away(first=MONDAY - dt.timedelta(days=away_days), last=MONDAY - dt.timedelta(days=1))
    made = [
        workout("mon", 20, week=1, id="a"),
        workout("mon", longest_km, week=1, id="b").but(date=MONDAY + dt.timedelta(days=days_off - 1)),
    ]
    return plan(*made, weeks=6, race_distance_km=None), UNKNOWN.but(longest_run_km=20, away=(away,))


def hurt_before(days: int) -> Case:
    case = long_run(25, 20)
    knee = Injury(part="knee", current=False, since=day_of(2, "sun") - dt.timedelta(days=days))
    return case[0], case[1].but(injuries=(knee,))


def later_pace(fraction: float, vdot: float | None = 45) -> Case:
    pace = round(paces(45).easy[0] * fraction)
    long = workout("sun", 16, type="long", steps=(Step(metres=16_000, pace=(pace, pace + 20)),))
    return plan(long, weeks=1, race_distance_km=None), UNKNOWN.but(vdot=vdot)


def fast_long(week_number: int, level: str | None = "advanced") -> Case:
    return plan(workout("sun", 16, week=week_number, type="long_mp"), weeks=8, race_distance_km=None), UNKNOWN.but(
        level=level
    )


REST = secs(250, "rest")
SLOW_BACK = ((0, 9, "easy"), (4, 1, "easy"))
