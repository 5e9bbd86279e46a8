"""Plans a careful coach would sign, made from a few numbers, and small ways to spoil them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan, Repeat, Step, Week, Workout
from tests.builders import MONDAY, plan, workout

DAYS = {
    1: ("sun",), 2: ("wed", "sun"), 3: ("tue", "thu", "sun"), 4: ("tue", "thu", "sat", "sun"),
    5: ("tue", "wed", "thu", "sat", "sun"), 6: ("mon", "tue", "wed", "thu", "sat", "sun"),
    7: ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
}  # fmt: skip
RUNNER = Athlete(level="intermediate", weekly_km=45, longest_run_km=16, days_per_week=5, vdot=45, age=35)
HALF_KM = (45, 45, 45, 37, 45, 45, 45, 37, 45, 45, 36, 17)
HALF_LONG = (16, 16, 16, 13, 16, 16, 16, 13, 16, 16, 12)
PHASES = {"half": ("Base",) * 4 + ("Build",) * 4 + ("Peak",) * 2 + ("Taper", "Race")}


def day_of(week: int, day: str) -> dt.date:
    return workout(day, 1, week=week).date


def tempo(day: str = "tue", *, week: int = 1, work_m: int = 4000, easy_m: int = 2000) -> Workout:
    """A warm-up, one bout at threshold, a cool-down; all in metres."""
    steps = (
        Step(kind="warmup", metres=easy_m),
        Step(kind="interval", metres=work_m),
        Step(kind="cooldown", metres=easy_m),
    )
    return workout(day, (work_m + 2 * easy_m) / 1000, week=week, type="tempo", steps=steps)


def repeats(
    type: str,
    day: str = "tue",
    *,
    week: int = 1,
    count: int = 3,
    work: Any = 1000,
    rest: Any = 1000,
    easy_m: int = 2000,
) -> Workout:
    """Bouts and rests in metres (or as steps), framed by easy running."""
    bout = work if isinstance(work, Step) else Step(kind="interval", metres=work)
    jog = rest if isinstance(rest, Step) else Step(kind="recovery", metres=rest)
    middle_m = count * sum(step.metres or (step.seconds or 0) * 3 for step in (bout, jog))
    steps = (
        Step(kind="warmup", metres=easy_m),
        Repeat(count=count, steps=(bout, jog)),
        Step(kind="cooldown", metres=easy_m),
    )
    return workout(day, (middle_m + 2 * easy_m) / 1000, week=week, type=type, steps=steps)


def week(
    number: int, km: float, long_km: float | None = None, days: int = 5, hard: Workout | None = None
) -> list[Workout]:
    """A week of `km`: the long run on Sunday, `hard` on its own day, the rest evenly easy."""
    slots = DAYS[days]
    long_km = round(km * (0.34 if days > 4 else 1.15 / days), 3) if long_km is None else long_km
    made = [workout("sun", long_km, week=number, type="long")] if long_km else []
    if hard:
        made.append(hard)
    open_days = [day for day in slots if day not in {each.id.split("-")[1] for each in made}]
    for left, day in zip(range(len(open_days), 0, -1), open_days, strict=True):
        rest_km = km - sum(each.km or 0 for each in made)
        made.append(workout(day, round(rest_km / left, 1 if left > 1 else 4), week=number))
    return made


def weeks(*kms: float, days: int = 5, long: Sequence[float | None] = ()) -> Plan:
    """Easy weeks of these kilometres, without a race."""
    longs = [*long, *([None] * (len(kms) - len(long)))]
    sized = [(n, km, long_km) for n, (km, long_km) in enumerate(zip(kms, longs, strict=True), 1) if km]
    made = [each for n, km, long_km in sized for each in week(n, km, long_km, days)]
    return plan(*made, weeks=len(kms), goal="Base training", race_distance_km=None)


def to_race(
    race_km: float = 21.0975,
    kms: Sequence[float] = HALF_KM,
    longs: Sequence[float] = HALF_LONG,
    days: int = 5,
    hard_m: int = 4000,
) -> Plan:
    """Weeks of `kms` to a race in the last one, whose own kilometres are run on Tuesday (strides), Thursday, Friday."""
    count, made = len(kms), []
    for number, (km, long_km) in enumerate(zip(kms[:-1], longs, strict=True), 1):
        is_full = km >= 0.9 * max(kms) and number < count - 2
        made += week(number, km, long_km, days, tempo(week=number, work_m=hard_m) if is_full else None)
    third = round(kms[-1] / 3, 1)
    for day, type, km in (("tue", "easy_strides", third), ("thu", "easy", third), ("fri", "easy", kms[-1] - 2 * third)):
        made.append(workout(day, round(km, 4), week=count, type=type))
    made.append(workout("sun", race_km, week=count, type="race"))
    phases = ["Base"] * (count // 3) + ["Build"] * (count - 4 - count // 3) + ["Peak"] * 2 + ["Taper", "Race"]
    return plan(*made, weeks=count, race_distance_km=race_km, race_date=day_of(count, "sun")).but(
        weeks=tuple(Week(phase=phase) for phase in phases)
    )


def with_(changed: Plan, *workouts: Workout) -> Plan:
    """The plan with these workouts, in place of those of the same id."""
    return changed.but(workouts=tuple({**changed.by_id, **{each.id: each for each in workouts}}.values()))


def without(changed: Plan, *ids: str) -> Plan:
    return changed.but(workouts=tuple(each for each in changed.workouts if each.id not in ids))


def only(changed: Plan, number: int, *workouts: Workout) -> Plan:
    """The plan with this week's workouts and no others in it."""
    others = [each for each in changed.workouts if changed.week_of(each.date) != number]
    return changed.but(workouts=(*others, *workouts))


GOOD = to_race()
MARATHON_KM = (70, 70, 70, 58, 72, 72, 72, 60, 75, 75, 75, 62, 78, 78, 78, 64, 50, 30)
MARATHON_LONG = (24, 25, 26, 20, 26, 27, 27, 20, 27, 27, 27, 21, 27, 27, 27, 19, 14)
MARATHONER = Athlete(level="advanced", weekly_km=70, longest_run_km=24, days_per_week=5, vdot=52, age=35)
MARATHON = to_race(42.195, MARATHON_KM, MARATHON_LONG, hard_m=4000)
TEN_KM = (40, 40, 40, 33, 41, 41, 41, 34, 42, 42, 34, 18)
TEN_LONG = (14, 14, 14, 11, 14, 14, 14, 11, 14, 14, 11)
TEN = to_race(10.0, TEN_KM, TEN_LONG, hard_m=4000)
TEN_RUNNER = RUNNER.but(weekly_km=40, longest_run_km=14)
ULTRA_KM = (90, 90, 90, 70, 93, 93, 93, 75, 96, 96, 96, 80, 65, 40, 18)
ULTRA_LONG = (30, 30, 31, 24, 32, 32, 32, 25, 33, 33, 33, 26, 20, 14)
ULTRA = to_race(80.0, ULTRA_KM, ULTRA_LONG, hard_m=4000)
ULTRA_RUNNER = MARATHONER.but(weekly_km=88, longest_run_km=32)
FRESH = MONDAY
