"""When life happens: edits to the future only, graded, never stacking what was missed."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.errors import NotFound
from planwise_core.training.adapt import (
    Adaptation,
    away,
    cold,
    felt,
    hurt,
    ill,
    missed,
    wishes_changed,
)
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.checks import review
from planwise_core.training.edits import apply
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan, weekly_km
from planwise_core.training.why import why
from planwise_core.training.workouts import HARD

MONDAY = dt.date(2026, 11, 23)
TODAY = MONDAY + dt.timedelta(days=30)
RACE = Race(distance_km=21.0975, date=MONDAY + dt.timedelta(weeks=16, days=-1))
ATHLETE = Athlete(races=(RACE,), weekly_km=40, days_per_week=5, vdot=45)
PLAN = build(ATHLETE, MONDAY)


def after(adaptation: Adaptation) -> Plan:
    return apply(PLAN, adaptation.edits, today=TODAY)


def between(plan: Plan, first: int, last: int) -> list:  # type: ignore[type-arg]
    """Workouts from so many days after `TODAY` to so many."""
    return [each for each in plan.workouts if first <= (each.date - TODAY).days <= last]


def all_adaptations() -> dict[str, Adaptation]:
    lost = [each.id for each in PLAN.workouts if each.is_run and -9 <= (each.date - TODAY).days < 0]
    later = Race(distance_km=21.0975, date=RACE.date + dt.timedelta(weeks=3))  # type: ignore[operator]
    return {
        "one missed": missed(PLAN, ATHLETE, TODAY, lost[-1:]),
        "nine days missed": missed(PLAN, ATHLETE, TODAY, lost),
        "holiday": away(PLAN, ATHLETE, TODAY, TODAY + dt.timedelta(days=3), TODAY + dt.timedelta(days=10)),
        "long holiday": away(PLAN, ATHLETE, TODAY, TODAY, TODAY + dt.timedelta(days=20)),
        "sniffles": cold(PLAN, ATHLETE, TODAY, 4),
        "cold": ill(PLAN, ATHLETE, TODAY, 3),
        "fever": ill(PLAN, ATHLETE, TODAY, 6, fever=True),
        "niggle": hurt(PLAN, ATHLETE, TODAY, "calf", 2),
        "injury": hurt(PLAN, ATHLETE, TODAY, "knee", 5),
        "bad injury": hurt(PLAN, ATHLETE, TODAY, "shin", 8),
        "race moved": wishes_changed(PLAN, ATHLETE.but(races=(later,)), TODAY),
        "days changed": wishes_changed(PLAN, ATHLETE.but(days_per_week=3, free_days=("tue", "thu", "sat")), TODAY),
        "too hard": felt(PLAN, ATHLETE, TODAY, "too hard"),
        "too easy": felt(PLAN, ATHLETE, TODAY, "too easy"),
        "ahead": wishes_changed(PLAN, ATHLETE.but(vdot=47, recent=None), TODAY),
    }


@pytest.mark.parametrize("what", sorted(all_adaptations()))
def test_an_adaptation_changes_only_the_future_says_what_it_costs_and_adds_no_error(what: str) -> None:
    adaptation = all_adaptations()[what]

    plan = after(adaptation)

    assert [each for each in plan.workouts if each.date < TODAY] == [
        each for each in PLAN.workouts if each.date < TODAY
    ]
    assert plan.race is not None
    assert adaptation.says.endswith(".")
    athlete = ATHLETE if what != "race moved" else ATHLETE.but(races=(RACE.but(date=plan.race.date),))
    errors = [each for each in review(plan, athlete, today=TODAY) if each.severity == "error"]
    assert errors == []


@pytest.mark.parametrize(
    "what", ["one missed", "nine days missed", "holiday", "cold", "fever", "niggle", "injury", "bad injury", "too hard"]
)
def test_what_was_missed_is_never_stacked_onto_later_weeks(what: str) -> None:
    plan = after(all_adaptations()[what])

    assert sum(weekly_km(plan)) <= sum(weekly_km(PLAN)) + 0.1
    assert max(weekly_km(plan)) <= 1.05 * max(weekly_km(PLAN))


def test_one_missed_run_changes_nothing() -> None:
    assert all_adaptations()["one missed"].edits == ()


def test_nine_days_missed_bring_a_week_at_half_without_hard_days() -> None:
    plan = after(all_adaptations()["nine days missed"])

    back, usual = between(plan, 0, 4), between(PLAN, 0, 4)
    assert 0 < sum(each.run_km for each in back) <= 0.75 * sum(each.run_km for each in usual)
    assert not [each for each in back if each.type in HARD]


def test_a_holiday_is_free_of_running() -> None:
    assert not between(after(all_adaptations()["holiday"]), 3, 10)


def test_after_fever_the_first_week_is_easy() -> None:
    plan = after(all_adaptations()["fever"])

    assert between(plan, 0, 7) == []
    assert not [each for each in between(plan, 8, 14) if each.type in HARD]


def test_pain_decides_between_easing_and_rest() -> None:
    niggle, injury, bad = (after(all_adaptations()[what]) for what in ("niggle", "injury", "bad injury"))

    assert between(niggle, 0, 6)
    assert not [each for each in between(niggle, 0, 10) if each.type in HARD]
    assert not [each for each in between(injury, 0, 3) if each.is_run]
    assert not [each for each in between(bad, 0, 10) if each.is_run]
    assert "doctor" in all_adaptations()["bad injury"].says


@pytest.mark.parametrize("what", ["sniffles", "niggle", "injury", "bad injury"])
def test_no_week_grows_because_something_hurts(what: str) -> None:
    now, was = weekly_km(after(all_adaptations()[what])), weekly_km(PLAN)

    assert all(new <= old for new, old in zip(now, was, strict=True))


def test_a_cold_above_the_neck_halves_the_runs_and_takes_out_the_hard_ones() -> None:
    plan = after(all_adaptations()["sniffles"])

    short, usual = between(plan, 0, 3), between(PLAN, 0, 3)
    assert sum(each.run_km for each in short) == pytest.approx(0.5 * sum(each.run_km for each in usual), rel=0.1)
    assert not [each for each in short if each.type in HARD]


def test_too_hard_makes_two_weeks_shorter_and_the_next_easy() -> None:
    plan = after(all_adaptations()["too hard"])
    week = PLAN.week_of(TODAY) + 1

    now, was = weekly_km(plan), weekly_km(PLAN)
    assert now[week - 1] == pytest.approx(0.85 * was[week - 1], rel=0.05)
    assert not [each for each in plan.by_week[week - 1] if each.type in HARD]


def test_new_wishes_say_what_they_change_and_what_is_given_up() -> None:
    says = {what: each.says for what, each in all_adaptations().items()}
    sooner = RACE.but(date=RACE.date - dt.timedelta(weeks=2))  # type: ignore[operator]

    assert "with 3 weeks more" in says["race moved"]
    assert "with 2 weeks fewer" in wishes_changed(PLAN, ATHLETE.but(races=(sooner,)), TODAY).says
    assert "km in all are given up" in says["days changed"]
    assert "with faster paces" in says["ahead"]
    assert "with slower paces" in wishes_changed(PLAN, ATHLETE.but(vdot=35), TODAY).says
    assert wishes_changed(PLAN, ATHLETE, MONDAY) == Adaptation(says="It fits as it is, so nothing changes.")


def test_every_workout_says_why_it_is_there() -> None:
    for workout in PLAN.workouts:
        words = why(PLAN, workout.id, ATHLETE)
        assert 1 <= words.count(". ") + 1 <= 4
        assert words.endswith(".")
    with pytest.raises(NotFound):
        why(PLAN, "w99-tue", ATHLETE)
