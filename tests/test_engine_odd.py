"""Runners with little time, long breaks, pain or unusual weeks: what a careful coach would still see to."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from planwise_core.errors import CannotPlan
from planwise_core.training.aims import aims_for
from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Race
from planwise_core.training.checks import review
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan, long_run_km, week_km, weekly_km
from planwise_core.training.values import Weekday, weekday_of
from planwise_core.training.workouts import HARD, LONG, make_run_walk
from tests.builders import MONDAY, half, race
from tests.strategies import athletes

FEW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def told(athlete: Athlete, *rules: str, today: dt.date = MONDAY) -> list[str]:
    findings = review(build(athlete, today), athlete, today=today)
    return [each.rule for each in findings if each.rule in rules or each.severity == "error"]


def off(first_week: int, weeks: int) -> Away:
    first = MONDAY + dt.timedelta(weeks=first_week - 1)
    return Away(first=first, last=first + dt.timedelta(days=7 * weeks - 1))


def training_km(plan: Plan) -> list[float]:
    return [week_km(tuple(each for each in week if each.type != "race")) for week in plan.by_week]


@FEW
@given(athletes())
def test_a_long_run_is_the_longest_of_its_week(given_: tuple[Athlete, dt.date]) -> None:
    try:
        plan = build(*given_)
    except CannotPlan:
        return

    for week in plan.by_week:
        long = [each.run_km for each in week if each.type in LONG and each.type != "back_to_back"]
        others = [each.run_km for each in week if each.type not in {*LONG, "race", "tune_up_race"}]
        assert len(long) <= 1
        assert not long or max(others, default=0) <= long[0] * 1.2


@pytest.mark.parametrize("ratio", [(15, 30), (60, 90), (240, 30)])
@pytest.mark.parametrize("vdot", [20, 33, 60])
def test_running_and_walking_is_never_further_than_asked(ratio: tuple[int, int], vdot: int) -> None:
    for tenths in range(30, 150, 7):
        assert (make_run_walk(*ratio, tenths / 10, aims_for(vdot)).km or 0) <= tenths / 10 + 0.06


def test_after_five_weeks_off_a_strong_runner_begins_with_a_third_not_with_next_to_nothing() -> None:
    athlete = Athlete(races=(race(10, 24),), weekly_km=75, days_per_week=5, away=(off(6, 5),))

    kms = weekly_km(build(athlete, MONDAY))

    assert kms[5:10] == (0,) * 5
    assert 0.2 * kms[4] <= kms[10] <= 0.36 * kms[4]  # SCIENCE 2.6: a third
    assert told(athlete) == []


def test_a_week_of_rest_for_an_injury_is_not_forgotten_fitness() -> None:
    athlete = Athlete(races=(race(42.195, 20),), weekly_km=57, injuries=(Injury(part="calf", pain=4),))

    kms = weekly_km(build(athlete, MONDAY))

    assert kms[0] == 0
    assert kms[1] >= 0.35 * 57  # half of it is allowed, in three runs of at most half the longest run


def test_the_first_runs_after_a_month_off_are_alike() -> None:
    limits = (DayLimit(day="tue", minutes=45), DayLimit(day="sat", minutes=35))
    athlete = Athlete(races=(race(5, 15),), weekly_km=70, days_per_week=5, minutes=limits, away=(off(1, 2),))

    assert told(athlete) == []


def test_who_hardly_runs_and_hurts_still_comes_to_the_race_with_some_running() -> None:
    injured = (Injury(part="shin", pain=9),)
    athlete = Athlete(
        races=(race(5, 9),), weekly_km=3, longest_run_km=0.9, injuries=injured, free_days=("mon", "thu", "sun")
    )

    plan = build(athlete, MONDAY)

    assert all(km > 3 for km in training_km(plan)[4:8])
    assert told(athlete) == []


def test_a_long_way_back_has_an_easier_week_too() -> None:
    athlete = half(races=(race(21.0975, 24),), weekly_km=70, away=(off(9, 7),))

    assert told(athlete, "PROG-3") == []


@pytest.mark.parametrize("pain", [2, 4, 8])
def test_no_hills_while_something_hurts(pain: int) -> None:
    athlete = half(hills=True, level="intermediate", injuries=(Injury(part="calf", pain=pain),))

    assert not any(each.type.startswith("hills") for each in build(athlete, MONDAY).workouts)


def test_no_race_on_the_way_while_it_hurts_or_the_load_comes_back() -> None:
    tune_ups = (race(3, 2, priority="C"), race(5, 9, priority="C"))
    athlete = half(races=(race(21.0975, 14), *tune_ups), injuries=(Injury(part="shin", pain=6),), away=(off(6, 3),))

    plan = build(athlete, MONDAY)

    assert [each.date for each in plan.workouts if each.type == "tune_up_race"] == []


def test_the_only_run_of_a_week_is_not_a_hard_one() -> None:
    friday = MONDAY + dt.timedelta(days=4)
    athlete = half(away=(Away(first=MONDAY + dt.timedelta(days=43), last=friday + dt.timedelta(weeks=7)),))

    for week in build(athlete.but(free_days=("mon", "wed", "fri")), MONDAY).by_week[:-2]:
        runs = [each for each in week if each.is_run]
        assert len(runs) != 1 or runs[0].type not in HARD


def test_who_runs_far_every_day_keeps_their_kilometres() -> None:
    athlete = Athlete(races=(race(21.0975, 16),), level="novice", weekly_km=69, days_per_week=4, vdot=33)

    assert min(weekly_km(build(athlete, MONDAY))[:10]) >= 0.7 * 69


def test_a_first_five_kilometres_with_much_time_goes_on_growing() -> None:
    plan = build(Athlete(races=(race(5, 30),), weekly_km=0), MONDAY)

    assert max(training_km(plan)) >= 18
    assert max(long_run_km(week) for week in plan.by_week) >= 5


def test_without_a_race_the_kilometres_are_kept_not_built_up() -> None:
    plan = build(Athlete(weekly_km=29, weeks=40), MONDAY)

    assert max(weekly_km(plan)) <= 1.27 * 29


def test_a_race_on_the_day_of_asking_gives_way_to_the_next() -> None:
    today, later = Race(distance_km=5, date=MONDAY), race(10, 12)

    assert build(half(races=(today, later)), MONDAY).race_date == later.date


def test_two_long_days_of_a_slow_ultra_runner_end_before_six_hours() -> None:
    athlete = Athlete(races=(race(50, 20),), weekly_km=80, vdot=28, days_per_week=5, long_run_day="sat")

    assert told(athlete, "LR-3") == []
    assert any(each.type == "back_to_back" for each in build(athlete, MONDAY).workouts)


def test_a_weekend_between_time_off_and_the_race_week_is_not_filled_up() -> None:
    day_off = Away(first=dt.date(2027, 9, 5), last=dt.date(2027, 9, 17))
    race = Race(distance_km=5, date=dt.date(2027, 9, 26))
    runner = Athlete(
        races=(race,), weekly_km=109, days_per_week=6, level="advanced", away=(day_off,), long_run_day="sun",
        minutes=(DayLimit(day="sun", minutes=31),), injuries=(Injury(part="shin", pain=6),), method="aerobic_base",
    )  # fmt: skip
    today = dt.date(2027, 7, 29)

    made = build(runner, today)

    weekend = [each for each in made.workouts if each.is_run and day_off.last < each.date < dt.date(2027, 9, 20)]
    assert weekend
    assert max(each.run_km for each in weekend) < 10
    assert not [each for each in review(made, runner, today=today) if each.severity == "error"]


def test_who_has_time_at_the_weekend_only_runs_far_enough_for_a_marathon() -> None:
    weekdays: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    limits = tuple(DayLimit(day=day, minutes=45) for day in weekdays)
    athlete = Athlete(races=(race(42.195, 18),), weekly_km=35, longest_run_km=14, minutes=limits, vdot=42)

    plan = build(athlete.but(days_per_week=5), MONDAY)

    assert max(long_run_km(week) for week in plan.by_week) >= 26  # a novice's in published plans (LR-4)
    for week in plan.by_week[:-1]:
        assert {"sat", "sun"} <= {weekday_of(each.date) for each in week}
    assert told(athlete.but(days_per_week=5), "LR-2", "LR-4") == []


@pytest.mark.parametrize("days", [8, 11, 15, 20, 26])
@pytest.mark.parametrize("first_day", range(7))
def test_a_way_back_is_graded_whichever_weekday_it_begins_on(days: int, first_day: int) -> None:
    first = MONDAY + dt.timedelta(days=35 + first_day)
    athlete = half(weekly_km=45, away=(Away(first=first, last=first + dt.timedelta(days=days - 1)),))

    assert told(athlete, "RETURN-1", "RETURN-2", "PROG-1", "LR-1") == []


def test_the_way_from_walking_to_half_an_hour_leaves_out_none_of_the_long_rungs() -> None:
    plan = build(Athlete(races=(Race(distance_km=5),), weekly_km=0), MONDAY)

    runs = [each.title.split(",")[0] for each in plan.workouts if each.type == "run_walk"][::3][:8]
    assert [each for each in runs if each != "Run 4 min"][-4:] == [  # which the easier week has
        "Run 5 min", "Run 12 min", "Run 20 min", "Run 30 min",
    ]  # fmt: skip


def test_after_a_holiday_running_goes_on_and_after_pain_or_a_month_it_begins_with_walking() -> None:
    def first_week_back(athlete: Athlete, index: int) -> set[bool]:
        return {each.type == "run_walk" for each in build(athlete, MONDAY).by_week[index] if each.is_run}

    assert first_week_back(half(away=(off(4, 3),)), 6) == {False}
    assert first_week_back(half(away=(off(3, 5),)), 7) == {True}
    assert first_week_back(half(injuries=(Injury(part="knee", pain=5),)), 1) == {True}


def test_before_a_race_on_the_way_the_runs_are_short_and_the_week_after_it_is_easy() -> None:
    tune_up = race(10, 8, priority="B")
    plan = build(Athlete(races=(race(21.0975, 14), tune_up), weekly_km=40, days_per_week=4, vdot=45), MONDAY)

    kms = training_km(plan)
    eve = [each.run_km for each in plan.by_week[7] if 0 < (tune_up.date - each.date).days <= 2]  # type: ignore[operator]
    assert max(eve) <= 0.65 * max(each.run_km for each in plan.by_week[7] if each.type == "easy")
    assert kms[8] <= 0.85 * kms[6]


@pytest.mark.parametrize(("hills", "has_hills"), [(False, False), (True, True)])
def test_after_an_injury_hills_are_run_only_by_who_asks_for_them(hills: bool, has_hills: bool) -> None:
    athlete = half(weekly_km=45, hills=hills, injuries=(Injury(part="achilles", current=False),))

    assert any(each.type.startswith("hills") for each in build(athlete, MONDAY).workouts) == has_hills


@pytest.mark.parametrize("day", range(7))
def test_long_runs_are_days_apart_whichever_weekday_the_race_is_on(day: int) -> None:
    plan = build(Athlete(races=(race(10, 9, day=day),), weekly_km=30, days_per_week=4, vdot=44), MONDAY)

    long = [each.date for each in plan.workouts if each.type in LONG]
    assert min((later - earlier).days for earlier, later in pairwise(long)) >= 4
