"""Refusals: only of wishes that contradict each other, named, with the nearest that works."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import RACES, Athlete, Away, DayLimit, Race
from planwise_core.training.engine import build
from planwise_core.training.values import WEEKDAYS
from tests.builders import MONDAY, half, race
from tests.feasible import following, is_contradiction
from tests.strategies import athletes


@st.composite
def hurried(draw: st.DrawFn) -> tuple[Athlete, dt.date]:
    """A random athlete with a race that often is too far or too soon for what they run."""
    athlete, today = draw(athletes())
    day = today + dt.timedelta(days=draw(st.integers(0, 150)))
    goal = Race(distance_km=draw(st.sampled_from([10.0, 21.0975, 42.195, 100.0])), date=day)
    weekly_km = draw(st.integers(0, 40))
    return athlete.but(races=(goal,), weekly_km=weekly_km, longest_run_km=draw(st.none() | st.floats(0, 12))), today


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(athletes() | hurried())
def test_only_a_contradiction_is_refused_and_what_is_said_to_work_does(given_: tuple[Athlete, dt.date]) -> None:
    athlete, today = given_
    refusal = refusal_of(athlete, today)

    if refusal:
        assert is_contradiction(athlete, today), refusal
        assert refusal.problem.endswith(".")
        assert build(following(athlete, today, refusal.nearest), today)


def refusal_of(athlete: Athlete, today: dt.date) -> CannotPlan | None:
    try:
        build(athlete, today)
    except CannotPlan as refusal:
        return refusal
    return None


def far_away(reason: str) -> Away:
    return Away(first=MONDAY, last=MONDAY + dt.timedelta(weeks=30), reason=reason)  # type: ignore[arg-type]


SHORT_DAYS = tuple(DayLimit(day=day, minutes=40) for day in WEEKDAYS)


@pytest.mark.parametrize(
    ("athlete", "names", "nearest"),
    [
        (half(races=(Race(distance_km=10, date=MONDAY - dt.timedelta(days=3)),)), "20 November 2026", "from tomorrow"),
        (half(races=(Race(distance_km=10, date=MONDAY),)), "is today", "from tomorrow"),
        (half(races=(race(10, 160),)), "160 weeks away", "Train without a race until"),
        (half(races=(race(42.195, 3),), weekly_km=10), "too soon", "Choose a race from"),
        (half(races=(race(42.195, 20),), age=16), "growing bones", "A half marathon would work."),
        (half(races=(race(200, 40),)), "further than", "A race of 100 km would work."),
        (half(free_days=()), "No day is left", "two days"),
        (half(free_days=("sun",)), "One running day", "two days"),
        (half(away=(far_away("injury"),)), "you are off running: injury", "Choose a race from"),
        (half(away=(far_away("holiday"),), races=(race(42.195, 30),)), "too soon", "Choose a race from"),
        (half(races=(race(42.195, 20),), minutes=SHORT_DAYS), "long run of", "would work"),
        (half(races=(Race(distance_km=42.195),), weeks=3, weekly_km=12), "in 3 weeks", "Take "),
    ],
)
def test_a_contradiction_is_named_with_what_would_work(athlete: Athlete, names: str, nearest: str) -> None:
    with pytest.raises(CannotPlan) as refusal:
        build(athlete, MONDAY)

    assert names in refusal.value.problem
    assert nearest in refusal.value.nearest
    assert build(following(athlete, MONDAY, refusal.value.nearest), MONDAY)


def test_two_contradictions_are_both_resolved() -> None:
    with pytest.raises(CannotPlan) as refusal:
        build(half(free_days=("sun",), races=(race(42.195, 3),), weekly_km=5), MONDAY)

    assert refusal.value.nearest.startswith("Free at least two days a week, better three. Choose a race from ")


def test_a_race_that_is_travelled_to_is_kept() -> None:
    athlete = half(away=(Away(first=race(21, 14, day=4).date, last=race(21, 15).date),))  # type: ignore[arg-type]

    plan = build(athlete, MONDAY)

    assert plan.race
    assert plan.race.date == athlete.races[0].date
    assert "You are away on this day" in plan.race.notes
    assert not [each for each in plan.workouts if athlete.is_away(each.date) and each.type != "race"]


@pytest.mark.parametrize("km", sorted(RACES.values()))
def test_who_runs_two_fifths_of_the_race_at_a_time_is_never_too_late(km: float) -> None:
    athlete = half(races=(race(km, 3),), longest_run_km=0.4 * km, weekly_km=max(0.6 * km, 10))

    assert build(athlete, MONDAY).race
