"""Every threshold of the checks, from both sides: what is just allowed, and what is just too much."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

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
# rule, severity once it is told, just allowed, just too much (or just too little)
SIDES: list[tuple[str, str, Case, Case]] = [
    ("PROG-1", "warning", last(55), last(55.1)),
    ("PROG-1", "error", last(60), last(60.1)),
    ("PROG-1", "error", last(33, 25), last(33.1, 25)),  # 1.6 km for each of 5 runs
    ("PROG-1", "error", last(31.4, 25, days=4), last(31.5, 25, days=4)),
    ("PROG-1", "warning", last(45, 39.9), last(45, 40)),  # a mile per run counts below 40 km
    ("PROG-2", "info", flat(50, 50, 50, 45, 52.5), flat(50, 50, 50, 45, 52.6)),
    ("PROG-2", "info", flat(50, 50, 50, 45.1, 54), flat(50, 50, 50, 45, 54)),
    ("PROG-2", "info", flat(39.9, 39.9, 39.9, 34, 43), flat(40, 40, 40, 34, 43)),
    ("PROG-3", "warning", flat(*[50] * 5, 44, 50, 50), flat(*[50] * 6, 44, 50)),
    ("PROG-3", "warning", flat(50, 50, 50, 45, *[50] * 4), flat(50, 50, 50, 45.1, *[50] * 4)),
    ("PROG-3", "warning", flat(*[50] * 7), flat(*[50] * 8)),
    ("PROG-4", "warning", first(55, 50), first(55.1, 50)),
    ("PROG-4", "error", first(65, 50), first(65.1, 50)),
    ("PROG-4", "error", first(28, 20), first(28.1, 20)),
    ("PROG-5", "warning", ramp(81, 8), ramp(81.1, 8)),
    ("PROG-5", "warning", ramp(90, 13), ramp(90, 12)),
    ("PROG-5", "warning", flat(20, 20, 20, 40), flat(20, 20, 20, 40.1)),
    ("PROG-6", "warning", flat(20, 20, days=3), flat(20, 20, days=2)),
    ("PROG-6", "info", flat(20, 20, days=3), flat(20, 20, days=2, days_per_week=2)),
    ("PROG-6", "info", flat(20, 20, days=3), flat(20, 20, days=2, free_days=("wed", "sun"))),
    ("LR-1", "warning", long_run(22, 20), long_run(22.1, 20)),
    ("LR-1", "error", long_run(26, 20), long_run(26.1, 20)),
    ("LR-1", "error", long_run(24, 20, level="novice"), long_run(24.1, 20, level="novice")),
    ("LR-1", "warning", long_run(11.6, 10), long_run(11.62, 10)),
    ("LR-1", "warning", long_run(17.5, 15.9), long_run(17.7, 16)),
    ("LR-1", "error", hurt_before(91), hurt_before(90)),
    ("LR-1", "error", returned(29, 14, 25), returned(28, 14, 25)),
    ("LR-1", "error", returned(10, 13, 25), returned(10, 14, 25)),
    ("LR-2", "warning", share(20, 5), share(20.1, 5)),
    ("LR-2", "warning", share(30, 3), share(30.1, 3)),  # two thirds, but never more than 60 %
    ("LR-2", "error", share(30, 5), share(30.1, 5)),
    ("LR-2", "warning", share(50, 1), share(31, 2)),
    ("LR-2", "warning", share(25, 5, phase="Recovery"), share(25, 5)),
    ("LR-3", "warning", minutes(150), minutes(151)),
    ("LR-3", "error", minutes(210), minutes(211)),
    ("LR-3", "warning", minutes(180, 40), minutes(181, 40)),
    ("LR-3", "warning", minutes(151, 40), minutes(151, 39.9)),
    ("LR-3", "error", minutes(211, 45), minutes(211, 44.9)),  # an ultra has other limits
    ("LR-3", "warning", minutes(240, 55), minutes(241, 55)),
    ("LR-3", "warning", minutes(330, 85), minutes(331, 85)),
    ("LR-3", "warning", minutes(330, 55.1), minutes(330, 55)),
    ("LR-3", "warning", minutes(360, 110), minutes(361, 110)),
    ("LR-3", "warning", minutes(360, 85.1), minutes(360, 85)),
    ("LR-3", "warning", minutes(420, 161), minutes(421, 161)),
    ("LR-3", "warning", minutes(420, 110.1), minutes(420, 110)),
    ("LR-3", "warning", minutes(220, 50, 140), minutes(220, 50, 141)),
    ("LR-3", "warning", minutes(300, 80, 180), minutes(300, 80, 181)),
    ("LR-3", "warning", minutes(350, 100, 250), minutes(350, 100, 251)),
    ("LR-3", "warning", minutes(400, 160, 320), minutes(400, 160, 321)),
    ("LR-4", "warning", longest(5, 7.5), longest(4.9, 7.5)),
    ("LR-4", "warning", longest(21, 7.5), longest(21.1, 7.5)),
    ("LR-4", "warning", longest(9, 13), longest(8.9, 13)),
    ("LR-4", "warning", longest(24, 13), longest(24.1, 13)),
    ("LR-4", "warning", longest(6, 7.5), longest(6, 7.6)),
    ("LR-4", "warning", longest(16, 25), longest(15.9, 25)),
    ("LR-4", "warning", longest(32, 25), longest(32.1, 25)),
    ("LR-4", "warning", longest(9.5, 13), longest(9.5, 13.1)),
    ("LR-4", "warning", longest(11.5, 15), longest(11.3, 15)),
    ("LR-4", "warning", longest(24, 44.9), longest(23.9, 44.9)),
    ("LR-4", "warning", longest(42, 44.9), longest(42.1, 44.9)),
    ("LR-4", "warning", longest(33, 25.1), longest(33, 25)),
    ("LR-4", "warning", longest(4.5, 4.5), longest(4.4, 4.5)),
    ("LR-4", "warning", longest(7.2, 8), longest(7.1, 8)),  # eight tenths of 9 km
    ("LR-4", "warning", longest(17.1, 30), longest(17, 30)),  # 30/42.195 of 24 km
    ("LR-4", "warning", longest(50, 45), longest(50, 44.9)),
    ("LR-5", "warning", fast_long(5), fast_long(4)),
    ("LR-5", "warning", later_pace(0.985), later_pace(0.975)),
    ("LR-5", "warning", later_pace(0.8, None), later_pace(0.8)),
    ("LR-6", "warning", minutes(200, 80, 150), minutes(200, 80, 151)),
    ("LR-6", "info", minutes(200, 80, 100), minutes(200, 80, 99)),
    ("Q-1", "warning", hard("tempo", 6000), hard("tempo", 6010)),
    ("Q-1", "error", hard("tempo", 7500), hard("tempo", 7510)),
    ("Q-1", "error", hard("tempo", 5200, 39.9), hard("tempo", 5200, 40)),
    ("Q-1", "warning", hard("vo2_long", 4800), hard("vo2_long", 4810)),
    ("Q-1", "warning", hard("vo2_long", 10_000, 130), hard("vo2_long", 10_010, 130)),
    ("Q-1", "warning", hard("reps", 3000), hard("reps", 3010)),
    ("Q-1", "warning", hard("reps", 8000, 170), hard("reps", 8010, 170)),
    ("Q-1", "warning", hard("steady", 12_000), hard("steady", 12_010)),
    ("Q-1", "warning", hard("marathon_pace", 29_000, 200, 70), hard("marathon_pace", 29_010, 200, 70)),
    ("Q-1", "warning", by_minutes("marathon_pace", 110, 1000), by_minutes("marathon_pace", 111, 1000)),
    ("Q-2", "warning", hard_days("tempo", 1, "novice"), hard_days("tempo", 2, "novice")),
    ("Q-2", "warning", hard_days("tempo", 2, "intermediate"), hard_days("tempo", 3, "intermediate")),
    ("Q-2", "warning", hard_days("tempo", 3, "advanced"), hard_days("tempo", 4, "advanced")),
    ("Q-2", "warning", hard_days("tempo", 3, None), hard_days("tempo", 4, None)),
    ("Q-2", "warning", hard_days("reps", 2, "advanced"), hard_days("reps", 3, "advanced")),
    ("Q-5", "warning", easy_share(100), easy_share(101)),
    ("Q-5", "warning", easy_share(130, count=3, easy_weeks=1), easy_share(101, count=4, easy_weeks=1)),
    ("Q-5", "error", easy_share(140, "novice"), easy_share(141, "novice")),
    ("Q-4", "warning", bouts("cruise_intervals", secs(1200)), bouts("cruise_intervals", secs(1201))),
    ("Q-4", "warning", bouts("sub_threshold", secs(2400)), bouts("sub_threshold", secs(2401))),
    ("Q-4", "warning", bouts("vo2_short", secs(300)), bouts("vo2_short", secs(301))),
    ("Q-4", "warning", bouts("reps", secs(120), secs(240, "rest")), bouts("reps", secs(121), secs(300, "rest"))),
    ("Q-4", "warning", bouts("reps", laps(400), secs(240, "rest")), bouts("reps", laps(410), secs(300, "rest"))),
    ("Q-4", "warning", bouts("reps", secs(60), secs(120, "rest")), bouts("reps", secs(60), secs(119, "rest"))),
    ("Q-4", "warning", bouts("vo2_long", secs(200), REST), bouts("vo2_long", secs(200), secs(251, "rest"))),
    ("Q-4", "warning", bouts("vo2_short", secs(60), None, 300), bouts("vo2_short", secs(60), None, 299)),
    ("Q-4", "info", bouts("vo2_short", secs(60), None, 570), bouts("vo2_short", secs(60), None, 569)),
    ("Q-4", "info", bouts("vo2_short", secs(60), None, None, 570), bouts("vo2_short", secs(60), None, None, 569)),
    ("STEPS", "warning", sums(10, (Step(metres=10_500),)), sums(10, (Step(metres=10_510),))),
    ("STEPS", "warning", sums(10, (Step(metres=9500),)), sums(10, (Step(metres=9490),))),
    ("STEPS", "warning", sums(3, (Step(metres=3200),)), sums(3, (Step(metres=3205),))),
    ("STEPS", "warning", sums(10, paced_s(3600)), sums(10, paced_s(3601))),
    ("STEPS", "warning", sums(None, (secs(3780),), 60), sums(None, (secs(3790),), 60)),
    ("STEPS", "warning", sums(None, (secs(660),), 10), sums(None, (secs(665),), 10)),
    ("STEPS", "warning", sums(None, paced(12_000), 60), sums(None, paced(12_010), 60)),
    ("TAPER-2", "warning", touch(14), touch(15)),
    ("TAPER-2", "warning", touch(10, "easy_strides"), touch(10, "easy")),
    ("TAPER-2", "warning", taper_days(4), taper_days(3)),
    ("TAPER-3", "warning", late_longest(42.195, 14), late_longest(42.195, 13)),
    ("TAPER-3", "warning", late_longest(24.9, 7), late_longest(24.9, 6)),
    ("TAPER-3", "warning", late_longest(24.9, 13), late_longest(25, 13)),
    ("LEAD-1", "warning", lead(8, 13, 5.2), lead(7, 13, 5.1)),
    ("LEAD-1", "warning", lead(8, 13, 5.1), lead(7, 13, 5.1)),
    ("LEAD-1", "warning", lead(7, 13, 5.2), lead(7, 13, 5.1)),
    ("LEAD-1", "warning", lead(8, 13, 4), lead(8, 13.1, 4)),
    ("LEAD-1", "warning", lead(10, 25, 9), lead(9, 25, 9)),
    ("LEAD-1", "warning", lead(10, 25, 9), lead(10, 25.1, 9)),
    ("LEAD-1", "warning", lead(12, 42.195, 9), lead(11, 42.195, 9)),
    ("YOUTH-1", "error", aged(18, 42), aged(17, 42)),
    ("YOUTH-1", "error", aged(17, 41.9), aged(17, 42)),
    ("MASTERS-1", "warning", two_hard(2, 49), two_hard(2, 50)),
    ("MASTERS-1", "warning", two_hard(3, 50), two_hard(2, 50)),
    ("MASTERS-1", "warning", two_hard(2, 50, "cruise_intervals"), two_hard(2, 50, "hills_long")),
    ("MASTERS-2", "warning", ups(3, 50), ups(4, 50)),
    ("MASTERS-2", "warning", ups(6, 50), ups(5, 50)),
    ("MASTERS-2", "warning", ups(4, 49), ups(4, 50)),
    ("MASTERS-2", "warning", ups(4, 50, 7), ups(4, 50, 8)),
    ("BEGIN-1", "warning", start_running(3, 4), start_running(2, 4)),
    ("BEGIN-1", "warning", start_running(1, 5), start_running(1, 4.9)),
    ("BEGIN-1", "warning", start_running(1, 4, "advanced"), start_running(1, 4)),
    ("INJURY-1", "warning", sore(3, 1), sore(4, 1)),
    ("INJURY-1", "warning", sore(4, 3), sore(4, 2)),
    ("DOUBLE-1", "error", twice(80), twice(79.9)),
    ("RETURN-1", "warning", pause(5, (0, 40, "easy")), pause(6, (0, 40, "easy"))),
    ("RETURN-1", "warning", pause(14, (0, 27.5, "easy")), pause(14, (0, 27.6, "easy"))),
    ("RETURN-1", "warning", pause(14, *SLOW_BACK, (7, 41.2, "easy")), pause(14, *SLOW_BACK, (7, 41.3, "easy"))),
    ("RETURN-2", "warning", pause(14, *SLOW_BACK, (7, 6, "tempo")), pause(14, *SLOW_BACK, (6, 6, "tempo"))),
    ("RETURN-2", "warning", pause(5, (0, 6, "tempo")), pause(6, (0, 6, "tempo"))),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "severity", "allowed", "broken"), SIDES)
def test_a_threshold_holds_from_both_sides(rule: str, severity: str, allowed: Case, broken: Case) -> None:
    assert severity not in [finding.severity for finding in told(allowed, rule)]
    assert severity in [finding.severity for finding in told(broken, rule)]


@pytest.mark.parametrize(("weeks_before", "is_told"), [(3, False), (4, True)])
def test_a_short_plan_is_tapered_from_what_was_run_before(weeks_before: int, is_told: bool) -> None:
    made = to_race(10.0, [40.0] * weeks_before + [39, 16], [None] * (weeks_before + 1))  # type: ignore[list-item]

    assert bool(told((made, UNKNOWN.but(weekly_km=60)), "TAPER-1")) == is_told


def test_a_week_away_is_no_taper_too_far() -> None:
    made, runner = taper(21.0975, 1, 0.3)
    away = Away(first=day_of(8, "fri"), last=day_of(8, "sun"))

    assert told((made, runner), "TAPER-1")
    assert told((made, runner.but(away=(away,))), "TAPER-1") == []
    assert told((made, runner.but(away=(away.but(first=day_of(7, "mon"), last=day_of(7, "fri")),))), "TAPER-1")
    a_week = away.but(first=day_of(7, "mon"), last=day_of(7, "sun"))  # RETURN-1 asks for half of it in the week after
    assert told((made, runner.but(away=(a_week,))), "TAPER-1") == []


def test_after_a_long_break_the_peak_before_it_asks_for_no_big_taper() -> None:
    kms = [80.0] * 4 + [1.0] * 5 + [30.0] * 8 + [24, 18, 12]
    made = to_race(42.195, kms, [None] * 19)  # type: ignore[list-item]
    away = Away(first=day_of(5, "mon"), last=day_of(9, "sun"))

    assert told((made, UNKNOWN), "TAPER-1")
    assert told((made, UNKNOWN.but(away=(away,))), "TAPER-1") == []


def test_one_run_a_week_is_not_too_much_of_it() -> None:
    assert told(share(50, 1), "LR-2") == []


FRACTIONS = [
    (13.0, 1, 0.65, 0.95), (13.0, 0, 0.20, 0.65), (5.0, 1, 0.65, 0.95), (13.1, 1, 0.60, 0.90), (25.0, 1, 0.60, 0.90),
    (25.0, 0, 0.25, 0.50), (25.1, 2, 0.70, 0.92), (45.0, 2, 0.70, 0.92), (45.0, 1, 0.50, 0.85), (45.0, 0, 0.20, 0.55),
    (45.1, 2, 0.50, 0.92), (100.0, 1, 0.27, 0.85), (100.0, 0, 0.13, 0.55),
]  # fmt: skip


@pytest.mark.parametrize(("race_km", "weeks_before", "low", "high"), FRACTIONS)
def test_the_taper_has_bounds_and_wider_ones_for_errors(
    race_km: float, weeks_before: int, low: float, high: float
) -> None:
    def severity(part: float) -> str | None:
        found = told(taper(race_km, weeks_before, part), "TAPER-1")
        return found[0].severity if found else None

    assert (severity(low), severity(high)) == (None, None)
    assert (severity(low - 0.002), severity(high + 0.002)) == ("warning", "warning")
    assert (severity(low * 0.85 + 0.001), severity(high * 1.15 - 0.001)) == ("warning", "warning")
    assert (severity(low * 0.85 - 0.002), severity(high * 1.15 + 0.002)) == ("error", "error")
