"""What single weeks look like to a coach: beginnings in the middle of a week, race weeks, an ultra's weekends."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest

from planwise_core.training.athlete import Athlete, Away, Injury, Race
from planwise_core.training.checks import review
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan, Workout, week_km
from planwise_core.training.values import WEEKDAYS, weekday_of
from planwise_core.training.workouts import HARD, LONG
from tests.builders import MONDAY, half, race

NEVER_SUNDAYS = WEEKDAYS[:6]


def runs_of(plan: Plan, week: int) -> list[Workout]:
    return [each for each in plan.by_week[week - 1] if each.is_run]


# A first week that begins in its middle


@pytest.mark.parametrize("begins", [2, 3, 4])
@pytest.mark.parametrize(("weekly_km", "days"), [(35, 3), (60, 5), (120, 5)])
@pytest.mark.parametrize("free", [WEEKDAYS, NEVER_SUNDAYS])
def test_a_plan_that_begins_in_the_middle_of_a_week_begins_gently(
    begins: int, weekly_km: int, days: int, free: tuple[str, ...]
) -> None:
    athlete = half(weekly_km=weekly_km, days_per_week=days, free_days=free, races=(race(21.0975, 20, day=5),))

    first = runs_of(plan := build(athlete, MONDAY + dt.timedelta(days=begins)), 1)

    assert not [each for each in first if each.type in HARD]
    assert 2 <= len(first) <= -(-days * (7 - begins) // 7)
    assert 0.75 * len(first) / days <= sum(each.run_km for each in first) / weekly_km <= len(first) / days
    assert week_km(plan.by_week[1]) >= 0.95 * weekly_km
    assert {each.severity for each in review(plan, athlete)} <= {"info"}


@pytest.mark.parametrize("begins", [0, 1])
def test_a_plan_that_begins_on_monday_or_tuesday_has_a_whole_first_week(begins: int) -> None:
    first = runs_of(build(half(weekly_km=60, days_per_week=5), MONDAY + dt.timedelta(days=begins)), 1)

    assert len(first) == 5
    assert sum(each.run_km for each in first) == pytest.approx(60, abs=1)
    assert [each for each in first if each.type in HARD]


def test_who_begins_to_run_has_a_rest_day_after_the_first_day() -> None:
    athlete = Athlete(races=(Race(distance_km=5),), free_days=NEVER_SUNDAYS)

    assert [weekday_of(each.date) for each in runs_of(build(athlete, MONDAY + dt.timedelta(days=4)), 1)] == ["fri"]


def test_two_days_in_a_row_are_never_a_hard_and_a_long_one() -> None:
    plan = build(half(free_days=("sat", "sun"), days_per_week=2, level="advanced", weekly_km=30), MONDAY)

    assert not [each for each in plan.workouts if each.type in HARD - LONG and each.type != "race"]


def test_after_a_week_of_rest_the_load_comes_back_step_by_step() -> None:
    plan = build(half(weekly_km=40, days_per_week=5, injuries=(Injury(part="calf", pain=5),)), MONDAY)

    assert [week_km(week) / 40 for week in plan.by_week[:4]] == pytest.approx([0, 0.5, 0.75, 1.05], abs=0.05)


# Hard sessions


@pytest.mark.parametrize("days", [4, 5, 6])
@pytest.mark.parametrize(("km", "level", "weekly_km"), [(5, "intermediate", 35), (10, "advanced", 65)])
def test_fast_sessions_begin_and_end_with_ten_minutes(km: float, level: str, weekly_km: int, days: int) -> None:
    athlete = Athlete(races=(Race(distance_km=km),), level=level, weekly_km=weekly_km, days_per_week=days)

    assert [each for each in review(build(athlete, MONDAY), athlete) if each.rule == "Q-4"] == []


def test_from_fifty_on_nothing_fast_comes_two_days_before_the_long_run() -> None:
    plan = build(Athlete(races=(race(10, 12),), weekly_km=50, age=62, hills=True, level="advanced"), MONDAY)

    fridays = {each.type for each in plan.workouts if weekday_of(each.date) == "fri" and each.type in HARD}
    assert fridays <= {"tempo", "cruise_intervals", "race_pace"}
    assert fridays


def test_the_medium_long_run_is_not_on_the_day_after_a_hard_one() -> None:
    plan = build(Athlete(races=(race(42.195, 18),), weekly_km=80, days_per_week=6), MONDAY)

    medium = [each.date for each in plan.workouts if each.type == "medium_long"]
    hard = {each.date for each in plan.workouts if each.type in HARD}
    assert medium
    assert not hard & {day - dt.timedelta(days=1) for day in medium}


# Races on the way


def test_before_a_race_on_the_way_the_other_runs_do_not_grow_and_the_last_one_is_short() -> None:
    tune_up = race(10, 9, priority="B")
    plan = build(half(weekly_km=45, days_per_week=5, races=(race(21.0975, 15), tune_up)), MONDAY)

    usual = max(each.run_km for each in runs_of(plan, 8) if each.type.startswith("easy"))
    before = [each for each in runs_of(plan, 9) if each.date != tune_up.date]
    eve = next(each for each in before if each.date == tune_up.date - dt.timedelta(days=1))
    assert max(each.run_km for each in before) <= 1.15 * usual
    assert eve.type == "shakeout"
    assert week_km(plan.by_week[9]) > 0.75 * week_km(plan.by_week[7])  # recovery, not a second race week


# Ultras


@pytest.mark.parametrize("days", [4, 5, 6])
@pytest.mark.parametrize("km", [50, 80.4672, 100])
def test_an_ultra_runner_runs_long_twice_on_the_weekends_that_matter(km: float, days: int) -> None:
    athlete = Athlete(races=(race(km, 26, day=5),), weekly_km=70, days_per_week=days, longest_run_km=28)

    plan = build(athlete, MONDAY)

    for number, week in enumerate(plan.by_week, 1):
        seconds = [each for each in week if each.type == "back_to_back"]
        if not seconds:
            continue
        long = next(each for each in week if each.type == "long")
        hard = [each for each in runs_of(plan, number) if each.type in HARD]
        assert (weekday_of(long.date), weekday_of(seconds[0].date)) == ("sat", "sun")
        assert len(hard) < days - 2  # at least one day stays easy
        assert days == 6 or not plan.on(plan.day(number, "mon"))
    assert sum(each.type == "back_to_back" for each in plan.workouts) >= 6


def test_who_runs_long_on_another_day_keeps_it() -> None:
    plan = build(Athlete(races=(race(50, 24, day=5),), weekly_km=60, days_per_week=5, long_run_day="sun"), MONDAY)

    assert {weekday_of(each.date) for each in plan.workouts if each.type == "long"} >= {"sun"}


# Days


def test_so_many_days_a_week_as_the_long_run_allows() -> None:
    holiday = Away(first=MONDAY + dt.timedelta(days=14), last=MONDAY + dt.timedelta(days=31))
    athlete = Athlete(
        races=(race(42.195, 18),), weekly_km=27, longest_run_km=11.7, level="intermediate", days_per_week=7, vdot=79,
        away=(holiday,), method="eighty_twenty",
    )  # fmt: skip

    plan = build(athlete, MONDAY)  # on seven days the long run would not get to a third of the marathon

    assert max(each.run_km for each in plan.workouts if each.type == "long") >= 0.36 * 42.195
    assert max(len({each.date for each in week if each.is_run}) for week in plan.by_week) < 7


def test_strength_is_not_on_two_days_in_a_row() -> None:
    plan = build(half(weekly_km=45, days_per_week=5, strength_per_week=2, cross_days=("wed",)), MONDAY)

    days = sorted(each.date for each in plan.workouts if each.type == "strength")
    assert len(days) >= 20
    assert all((later - day).days > 1 for day, later in pairwise(days))


def test_two_runs_a_day_do_not_make_the_kilometres_dwindle() -> None:
    athlete = Athlete(
        races=(race(5, 24, day=5),), level="novice", weekly_km=92, longest_run_km=23, days_per_week=4, doubles=True,
        vdot=84, injuries=(Injury(part="knee", since=MONDAY - dt.timedelta(days=23)),),
    )  # fmt: skip

    plan = build(athlete, MONDAY)

    assert week_km(plan.by_week[20]) > 90
    assert [each for each in review(plan, athlete) if each.severity == "error"] == []
