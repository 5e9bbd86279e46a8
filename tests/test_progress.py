"""Planned against done, fitness over time, and training load with its published numbers."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwise_core.training.athlete import Athlete, Performance
from planwise_core.training.journal import Run
from planwise_core.training.load import load_days, session_load, week_load
from planwise_core.training.paces import race_time_s, vdot
from planwise_core.training.plan import Plan
from planwise_core.training.progress import (
    FitnessPoint,
    daily_loads,
    fitness_trend,
    load_of_week,
    load_trend,
    match,
    run_load,
    weekly_progress,
)
from tests.builders import MONDAY, easy, plan, workout
from tests.good_plans import day_of
from tests.strategies import plans

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "test_vectors.json").read_text())
SUNDAY = day_of(1, "sun")


def run(day: str, km: float = 8.0, *, week: int = 1, **more: Any) -> Run:
    return Run(date=day_of(week, day), km=km, **more)


def answers(given: Plan, *runs: Run, today: dt.date = SUNDAY) -> list[tuple[str | None, float | None, str]]:
    """(workout, km run, status) of each match."""
    return [
        (each.workout.id if each.workout else None, each.run.km if each.run else None, each.status)
        for each in match(given, runs, today)
    ]


def test_a_run_answers_the_workout_of_its_day() -> None:
    assert answers(plan(easy("tue", 8)), run("tue", 8.2)) == [("w1-tue", 8.2, "done")]


def test_a_run_answers_the_workout_it_names() -> None:
    two = plan(easy("tue", 8), easy("fri", 5))

    assert set(answers(two, run("tue", 5, workout="w1-fri"))) == {("w1-fri", 5, "done"), ("w1-tue", None, "missed")}


def test_of_two_workouts_a_day_each_gets_the_run_nearest_in_size() -> None:
    twice = plan(easy("tue", 12), easy("tue", 5, id="pm"))

    assert sorted(answers(twice, run("tue", 5.1), run("tue", 11.8)), key=str) == [
        ("pm", 5.1, "done"),
        ("w1-tue", 11.8, "done"),
    ]


@pytest.mark.parametrize(("km", "answer"), [(10.4, "longer"), (10.45, "missed"), (5.6, "shorter"), (5.55, "missed")])
def test_a_run_a_day_late_answers_if_it_is_alike_in_size(km: float, answer: str) -> None:
    found = {name: status for name, _, status in answers(plan(easy("tue", 8)), run("wed", km))}

    assert found["w1-tue"] == answer


def test_two_days_off_is_another_run() -> None:
    assert answers(plan(easy("tue", 8)), run("thu", 8)) == [("w1-tue", None, "missed"), (None, 8.0, "done")]


@pytest.mark.parametrize(("km", "status"), [(7.9, "shorter"), (8, "done"), (12, "done"), (12.1, "longer")])
def test_a_fifth_more_or_less_is_still_the_workout(km: float, status: str) -> None:
    assert answers(plan(easy("tue", 10)), run("tue", km)) == [("w1-tue", km, status)]


def test_by_time_minutes_are_compared() -> None:
    by_time = plan(workout("tue", None, minutes=60))

    assert answers(by_time, run("tue", 5, minutes=30)) == [("w1-tue", 5, "shorter")]
    assert answers(by_time, run("tue", 5)) == [("w1-tue", 5, "done")]


def test_today_is_not_missed_yet() -> None:
    assert answers(plan(easy("sun", 8))) == [("w1-sun", None, "to_come")]


def test_a_week_adds_up() -> None:
    given_plan = plan(easy("tue", 10), easy("thu", 10), easy("sun", 10), easy("tue", 10, week=2))

    first, second, *_ = weekly_progress(given_plan, [run("tue", 5), run("fri", 3), run("wed", 20)], SUNDAY)

    assert (first.planned_km, first.done_km, first.workouts, first.done, first.missed, first.extra) == (
        30,
        28,
        3,
        1,
        1,
        2,
    )
    assert first.adherence == pytest.approx((0.5 + 0) / 2)
    assert second.adherence is None


def test_more_than_planned_is_not_more_than_all() -> None:
    assert weekly_progress(plan(easy("tue", 10)), [run("tue", 30)], SUNDAY)[0].adherence == 1


RUNS = st.lists(
    st.builds(
        Run,
        date=st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31)),
        km=st.floats(0, 300),
        minutes=st.one_of(st.none(), st.floats(0, 3600)),
        effort=st.one_of(st.none(), st.integers(1, 10)),
        workout=st.one_of(st.none(), st.sampled_from(["w1-mon", "w2-sun", "gone"])),
    ),
    max_size=8,
)


@given(plans(), RUNS, st.integers(-3, 60))
@settings(deadline=None, max_examples=60)
def test_no_run_counts_twice_and_none_of_the_plan_is_lost(given_plan: Plan, runs: list[Run], days: int) -> None:
    today = given_plan.start_date + dt.timedelta(days=days)

    found = match(given_plan, runs, today)

    told = [id(each.run) for each in found if each.run]
    assert len(told) == len(set(told))
    assert {each.workout.id for each in found if each.workout} == {w.id for w in given_plan.workouts if w.is_run}
    load_trend(given_plan, runs, today)
    fitness_trend(given_plan, runs, Athlete(), today)


FOUR_WEEKS = plan(*(easy("tue", 10, week=n) for n in range(1, 9)), weeks=8)
FRESH = Athlete(recent=Performance(distance_km=5, duration_s=1200, date=MONDAY - dt.timedelta(days=7)))


def _trend(weeks: int, km: float = 10, athlete: Athlete = FRESH, today_week: int = 8) -> list[tuple[dt.date, float]]:
    runs = [run("tue", km, week=n) for n in range(1, weeks + 1)]
    return [(p.date, round(p.vdot, 2)) for p in fitness_trend(FOUR_WEEKS, runs, athlete, day_of(today_week, "mon"))]


def test_four_good_weeks_are_worth_one_vdot() -> None:
    start = (MONDAY - dt.timedelta(days=7), 49.81)

    assert _trend(3) == [start]
    assert _trend(4) == [start, (day_of(4, "sun"), 50.81)]
    assert _trend(4, km=8.9) == [start]
    assert _trend(4, km=9) == [start, (day_of(4, "sun"), 50.81)]
    assert _trend(7) == [start, (day_of(4, "sun"), 50.81)]


def test_after_a_race_three_weeks_must_pass() -> None:
    race = Performance(distance_km=5, duration_s=1200, date=day_of(2, "mon"))
    late = Performance(distance_km=5, duration_s=1200, date=day_of(1, "sun"))

    assert _trend(4, athlete=FRESH.but(recent=race), today_week=5) == [(race.date, 49.81)]
    assert len(_trend(4, athlete=FRESH.but(recent=late), today_week=5)) == 2


def test_a_race_that_was_run_tells_fitness() -> None:
    tune_up = plan(
        workout("sun", 10, type="tune_up_race"), workout("sun", 10, week=2, type="time_trial"), easy("tue", 5)
    )
    runs = [
        run("sun", 10, minutes=41.35),
        run("sun", 10, week=2, minutes=40, effort=9),
        run("tue", 5, minutes=15, effort=10),
    ]

    found = fitness_trend(tune_up, runs, Athlete(), day_of(4, "sun"))

    assert [point.vdot for point in found] == pytest.approx([vdot(10_000, 2481), vdot(10_000, 2400)])


@pytest.mark.parametrize(
    ("km", "minutes", "effort", "type"),
    [
        (12.1, 60, 9, "tune_up_race"),
        (10, 40, 8, "time_trial"),
        (10, None, 9, "tune_up_race"),
        (1.4, 5, 9, "time_trial"),
        (2, 0.5, 9, "time_trial"),
        (2, 3.2, 9, "time_trial"),
        (2, 35, 9, "time_trial"),
    ],
)
def test_a_recording_that_is_not_the_race_tells_nothing(km: float, minutes: float, effort: int, type: str) -> None:
    given_plan = plan(workout("sun", 10, type=type))

    assert fitness_trend(given_plan, [run("sun", km, minutes=minutes, effort=effort)], Athlete(), SUNDAY) == ()


def test_load_is_minutes_times_effort() -> None:
    assert run_load(run("tue", minutes=60, effort=6)) == 360
    assert run_load(run("tue", minutes=60)) == 180
    assert run_load(run("tue", minutes=60), workout("tue", 10, type="tempo")) == 420
    assert session_load(50, 4) == 200


def test_loads_of_a_day_add_up_and_the_future_has_none() -> None:
    runs = [run("tue", minutes=30), run("tue", 3, minutes=20), run("sun", minutes=60, week=2)]
    given_plan = plan(easy("tue", 8))

    assert daily_loads(given_plan, runs, SUNDAY) == {day_of(1, "tue"): 150}
    assert load_of_week(given_plan, runs, 1, SUNDAY).load == 150
    assert len(load_trend(given_plan, runs, SUNDAY)) == 6
    assert load_trend(given_plan, [], SUNDAY) == ()


def test_fitness_and_fatigue_of_42_equal_days() -> None:
    days = load_days({MONDAY + dt.timedelta(days=n): 100.0 for n in range(42)}, MONDAY, MONDAY + dt.timedelta(days=42))

    assert days[41].fitness == pytest.approx(VECTORS["CTL_100x42d"]["exp(-1/42)"], abs=0.006)
    assert days[41].fatigue == pytest.approx(VECTORS["CTL_100x42d"]["ATL exp"], abs=0.006)
    assert days[42].form == pytest.approx(days[41].fitness - days[41].fatigue)
    assert days[0].form == 0
    assert days[42].load == 0


def test_monotony_and_strain() -> None:
    found = week_load([60, 0, 90, 45, 0, 30, 150])

    assert found.load == VECTORS["foster"]["load"]
    assert found.monotony == pytest.approx(VECTORS["foster"]["monotony_pop"], abs=0.0006)
    assert found.strain == pytest.approx(VECTORS["foster"]["strain_pop"], abs=0.06)
    assert week_load([50] * 7).monotony == 10
    assert week_load([50] * 6 + [50.1]).monotony == 10
    assert week_load([0] * 7).monotony == 0


def trial(km: float, minutes: float, planned_km: float | None = None) -> tuple[FitnessPoint, ...]:
    """What a race of `km` in so many minutes tells of fitness."""
    given_plan = plan(workout("sun", planned_km or km, type="tune_up_race"))
    return fitness_trend(given_plan, [run("sun", km, minutes=minutes)], Athlete(), SUNDAY)


@pytest.mark.parametrize(("fitness", "counts"), [(14.9, False), (15.1, True), (89.9, True), (90.1, False)])
def test_fitness_is_that_of_a_runner(fitness: float, counts: bool) -> None:
    assert bool(trial(5, race_time_s(fitness, 5000) / 60)) == counts


@pytest.mark.parametrize(("km", "counts"), [(1.49, False), (1.5, True), (250, True), (250.1, False)])
def test_fitness_is_read_from_1_and_a_half_to_250_km(km: float, counts: bool) -> None:
    assert bool(trial(km, km * (4 if km < 2 else 5.5), min(km, 250))) == counts


def test_a_week_of_load_is_monday_to_sunday() -> None:
    given_plan = plan(easy("tue", 8))
    runs = [run("mon", minutes=10, week=2), run("sun", minutes=20, week=2), run("mon", minutes=40, week=3)]

    assert load_of_week(given_plan, runs, 2, day_of(4, "sun")).load == 90
