"""What every plan of the engine promises, for any athlete, and what it looks like for typical ones."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import Athlete, Away, Injury, Performance, Race
from planwise_core.training.checks import review
from planwise_core.training.edits import diff
from planwise_core.training.engine import build, rebuild
from planwise_core.training.plan import Plan, long_run_km, week_km, weekly_km
from planwise_core.training.values import WEEKDAYS, Weekday, weekday_of
from planwise_core.training.workouts import HARD, LONG
from tests.builders import MONDAY, half, race
from tests.strategies import athletes

MANY = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def titles(plan: Plan) -> str:
    return " | ".join(workout.title for workout in plan.workouts)


# For any athlete


@MANY
@given(athletes())
def test_a_plan_has_no_error_and_keeps_every_hard_limit(given_: tuple[Athlete, dt.date]) -> None:
    athlete, today = given_
    try:
        plan = build(athlete, today)
    except CannotPlan:
        return  # tests/test_feasibility.py

    assert [finding for finding in review(plan, athlete, today=today) if finding.severity == "error"] == []
    for workout in plan.workouts:
        day = weekday_of(workout.date)
        assert workout.date >= today
        if workout.type in {"race", "tune_up_race"}:
            continue
        assert not athlete.is_away(workout.date)
        assert day in athlete.free_days or (workout.type == "cross_train" and day in athlete.cross_days)
        limit = athlete.minutes_on(day)
        same_day = [each.minutes or 0 for each in plan.on(workout.date) if each.is_run]
        assert not limit or sum(same_day) <= limit
    for week in plan.by_week:
        days = {each.date for each in week if each.is_run and each.type != "race"}
        assert len(days) <= (athlete.days_per_week or 7)
    assert weekly_km(plan) == tuple(week_km(week) for week in plan.by_week)


@settings(MANY, max_examples=30)
@given(athletes())
def test_the_race_is_on_its_day_and_the_last_thing_in_the_plan(given_: tuple[Athlete, dt.date]) -> None:
    athlete, today = given_
    try:
        plan = build(athlete, today)
    except CannotPlan:
        return
    if not plan.race_distance_km:
        return

    assert plan.race is plan.workouts[-1]
    assert plan.race.km == plan.race_distance_km
    if plan.race_date:
        assert plan.race.date == plan.race_date
        assert plan.race_date in {each.date for each in athlete.races}


# Typical athletes


@pytest.mark.parametrize("days", [3, 4, 5, 6, 7])
@pytest.mark.parametrize("weekly_km", [8, 12, 16, 20, 30, 50, 60])
def test_the_first_week_is_what_the_runner_runs_now(weekly_km: int, days: int) -> None:
    athlete = Athlete(races=(Race(distance_km=10),), weekly_km=weekly_km, days_per_week=days)

    first = week_km(build(athlete, MONDAY).by_week[0])

    assert weekly_km * 0.9 <= first <= max(weekly_km * 1.1, 9)


def test_a_half_marathon_plan_ends_on_race_day_with_a_taper() -> None:
    athlete = half()

    plan = build(athlete, MONDAY)

    kms = [sum(each.run_km for each in week if each.type != "race") for week in plan.by_week]
    assert plan.start_date == MONDAY
    assert len(plan.weeks) == 14
    assert plan.workouts[-1].date == athlete.races[0].date
    assert [week.phase for week in plan.weeks[-2:]] == ["Taper", "Race"]
    assert kms[-1] < kms[-2] < max(kms)
    assert max(kms) / kms[0] == pytest.approx(1.5, abs=0.25)
    assert max(long_run_km(week) for week in plan.by_week) == pytest.approx(18, abs=2)


@pytest.mark.parametrize("km", [5.0, 10.0, 21.0975, 42.195, 50.0, 80.4672, 100.0])
@pytest.mark.parametrize("days", [3, 5, 7])
@pytest.mark.parametrize("weekly_km", [30.0, 70.0, 120.0])
def test_every_distance_days_and_volume_makes_a_plan_without_error(km: float, days: int, weekly_km: float) -> None:
    athlete = Athlete(races=(race(km, 22),), weekly_km=weekly_km, days_per_week=days)

    findings = review(build(athlete, MONDAY), athlete, today=MONDAY)

    assert [finding for finding in findings if finding.severity == "error"] == []
    assert sum(finding.severity == "warning" for finding in findings) <= 2


def test_from_nothing_to_five_kilometres_by_running_and_walking() -> None:
    plan = build(Athlete(races=(Race(distance_km=5),), weekly_km=0), MONDAY)

    runs = [each for each in plan.workouts if each.type != "race"]
    assert runs[0].type == "run_walk"
    assert runs[0].title.startswith("Run 1 min, walk 90 s")
    assert all(each.type == "run_walk" and each.km and each.minutes and each.minutes <= 60 for each in runs)
    assert len(plan.by_week[0]) == 3
    assert plan.race_date is None
    assert plan.workouts[-1].type == "race"


def test_without_a_race_the_plan_has_the_weeks_asked_for() -> None:
    plan = build(Athlete(weekly_km=40, weeks=9), MONDAY)

    assert len(plan.weeks) == 9
    assert plan.goal == "Base training"
    assert plan.race is None
    assert max(weekly_km(plan)) <= 40 * 1.3


def test_a_plan_asked_for_on_a_wednesday_starts_this_week_and_never_before_today() -> None:
    wednesday = MONDAY + dt.timedelta(days=2)

    plan = build(half(), wednesday)

    assert plan.start_date == MONDAY
    assert min(each.date for each in plan.workouts) >= wednesday


def test_a_plan_asked_for_on_a_saturday_starts_next_monday() -> None:
    plan = build(half(), MONDAY + dt.timedelta(days=5))

    assert plan.start_date == MONDAY + dt.timedelta(days=7)


def test_an_ultra_runner_runs_long_two_days_in_a_row() -> None:
    plan = build(Athlete(races=(race(100, 24),), weekly_km=70, days_per_week=6, long_run_day="sat"), MONDAY)

    second = [each for each in plan.workouts if each.type == "back_to_back"]
    longs = {each.date: each.run_km for each in plan.workouts if each.type == "long"}
    assert second
    assert all(0.5 <= each.run_km / longs[each.date - dt.timedelta(days=1)] <= 0.75 for each in second)


def test_two_runs_a_day_only_for_those_who_want_them_and_run_enough() -> None:
    def doubled(**more: object) -> bool:
        plan = build(Athlete(races=(race(42.195, 18),), days_per_week=6, vdot=58, **more), MONDAY)  # type: ignore[arg-type]
        runs = [each.date for each in plan.workouts if each.is_run]
        return len(runs) > len(set(runs))

    assert doubled(weekly_km=110, doubles=True)
    assert not doubled(weekly_km=110)
    assert not doubled(weekly_km=50, doubles=True)


def test_a_race_on_the_way_is_run_fresh_and_followed_by_easy_days() -> None:
    tune_up = race(10, 9, priority="B")

    plan = build(half(races=(race(21.0975, 14), tune_up)), MONDAY)

    (run,) = plan.on(tune_up.date)  # type: ignore[arg-type]
    assert run.type == "tune_up_race"
    hard_days = {each.date for each in plan.workouts if each.type in HARD}
    assert not any(run.date + dt.timedelta(days=at) in hard_days for at in (-1, 1, 2, 3))


def test_strength_and_cross_training_come_where_they_were_asked_for() -> None:
    plan = build(half(strength_per_week=2, cross_days=("wed",)), MONDAY)

    for week in plan.by_week[:-2]:
        assert sum(each.type == "strength" for each in week) == 2
        assert [weekday_of(each.date) for each in week if each.type == "cross_train"] == ["wed"]


def test_hills_bring_hill_sessions() -> None:
    assert "Hill repeats" in titles(build(half(hills=True, level="intermediate"), MONDAY))


def test_from_fifty_on_every_third_week_is_easier_and_hard_days_are_further_apart() -> None:
    plan = build(half(age=60, level="advanced", days_per_week=6, weekly_km=60), MONDAY)

    kms = weekly_km(plan)
    downs = [at for at in range(1, 12) if kms[at] <= 0.9 * kms[at - 1]]
    assert max(later - earlier for earlier, later in pairwise(downs)) <= 3
    hard = [each.date for each in plan.workouts if each.type in HARD]
    assert min((later - earlier).days for earlier, later in pairwise(hard)) >= 3


def test_a_painful_injury_brings_rest_then_a_graded_return_without_hard_days() -> None:
    plan = build(half(injuries=(Injury(part="knee", pain=5),)), MONDAY)

    kms = weekly_km(plan)
    assert kms[0] == 0
    assert any(each.type == "cross_train" for each in plan.by_week[0])
    assert 0 < kms[1] < kms[2] < 35
    assert all(each.type == "run_walk" for each in plan.by_week[1] if each.is_run)
    assert not any(each.type in HARD for week in plan.by_week[:3] for each in week)


def test_after_an_old_injury_there_is_strength_and_one_hard_day_at_most() -> None:
    plan = build(half(injuries=(Injury(part="achilles", current=False),), level="advanced"), MONDAY)

    for week in plan.by_week[:-1]:
        assert any(each.type == "strength" for each in week)
        assert sum(each.type in HARD for each in week) <= 1


def test_after_two_weeks_away_the_return_is_graded() -> None:
    first = MONDAY + dt.timedelta(weeks=4)

    plan = build(half(away=(Away(first=first, last=first + dt.timedelta(days=13)),)), MONDAY)

    kms = weekly_km(plan)
    assert kms[4:6] == (0, 0)
    assert kms[6] == pytest.approx(0.5 * kms[3], rel=0.15)
    assert kms[6] < kms[7] < kms[3] * 1.1


def test_a_level_that_was_not_told_is_read_from_the_volume() -> None:
    def hard_a_week(km: float) -> int:
        plan = build(Athlete(races=(race(10, 12),), weekly_km=km, days_per_week=5), MONDAY)
        return max(sum(each.type in HARD for each in week) for week in plan.by_week[:-1])

    assert hard_a_week(20) <= 1
    assert hard_a_week(60) == 2


def test_paces_come_from_a_recent_race() -> None:
    athlete = half(recent=Performance(distance_km=10, duration_s=41 * 60 + 21))  # VDOT 50

    tempo = next(each for each in build(athlete, MONDAY).workouts if each.type == "tempo")

    paces = [step.pace for step in tempo.steps if hasattr(step, "pace") and step.kind == "interval"]
    assert paces == [(252, 258)]  # threshold 4:15 /km


# Short of time


def test_a_race_tomorrow_is_just_that_race_for_one_who_can_run_it() -> None:
    plan = build(half(races=(Race(distance_km=10, date=MONDAY + dt.timedelta(days=1)),), longest_run_km=14), MONDAY)

    assert len(plan.weeks) == 1
    assert plan.workouts[-1].type == "race"


def test_a_late_start_is_told_to_aim_for_the_finish() -> None:
    plan = build(half(races=(race(21.0975, 6),), weekly_km=15, days_per_week=3), MONDAY)

    assert "finish" in plan.weeks[0].focus
    assert "finish" in plan.workouts[-1].notes.lower()


# Planned anew


def test_a_plan_made_anew_changes_only_the_future_and_keeps_ids() -> None:
    old = build(half(), MONDAY)
    today = MONDAY + dt.timedelta(days=31)
    done = old.on(today)[0].id if old.on(today) else ""

    new = rebuild(old, half(days_per_week=3), today, {done})

    past = [each for each in old.workouts if each.date < today]
    assert [each for each in new.workouts if each.date < today] == past
    assert new.start_date == old.start_date
    assert new.workouts[-1].id == old.workouts[-1].id
    kept = {each.id for each in new.workouts} & {each.id for each in old.workouts if each.date >= today}
    assert len(kept) >= 0.7 * sum(each.date >= today for each in new.workouts)


def test_making_the_same_plan_anew_on_its_first_day_changes_nothing() -> None:
    plan = build(half(), MONDAY)

    assert diff(plan, rebuild(plan, half(), MONDAY)) == ()


@pytest.mark.parametrize("day", WEEKDAYS)
@pytest.mark.parametrize("today", range(21, 28))
def test_another_day_for_the_long_run_is_taken_up_at_once(day: Weekday, today: int) -> None:
    plan = build(half(), MONDAY)

    new = rebuild(plan, half(long_run_day=day), MONDAY + dt.timedelta(days=today))

    long = [weekday_of(each.date) for week in new.by_week[5:12] for each in week if each.type in LONG]
    assert long
    assert set(long) == {day}


@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(athletes(), athletes())
def test_planning_anew_never_touches_the_past(one: tuple[Athlete, dt.date], other: tuple[Athlete, dt.date]) -> None:
    athlete, start = one
    try:
        plan = build(athlete, start)
        today = start + dt.timedelta(days=17)
        new = rebuild(plan, other[0], today, {each.id for each in plan.on(today)})
    except CannotPlan:
        return

    if new.start_date == plan.start_date:
        before = [each for each in plan.workouts if each.date <= today]
        assert [each for each in new.workouts if each.date < today or each in before] == before
