"""Each methodology visibly shapes the plan as it says."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.checks import review
from planwise_core.training.engine import build
from planwise_core.training.methods import METHODS
from planwise_core.training.plan import Plan
from planwise_core.training.workouts import HARD, LONG

MONDAY = dt.date(2026, 11, 23)
RACE = Race(distance_km=42.195, date=MONDAY + dt.timedelta(weeks=18, days=-1))


def plan_by(method: str, **more: object) -> Plan:
    return build(Athlete(races=(RACE,), weekly_km=60, vdot=48, method=method, **more), MONDAY)  # type: ignore[arg-type]


def types(plan: Plan, phase: str) -> set[str]:
    return {
        each.type for week, made in zip(plan.weeks, plan.by_week, strict=True) if week.phase == phase for each in made
    }


def hard_days(plan: Plan, week: int) -> int:
    return sum(each.type in HARD for each in plan.by_week[week])


@pytest.mark.parametrize("method", sorted(METHODS))
def test_every_method_makes_a_plan_that_passes_the_checks(method: str) -> None:
    athlete = Athlete(races=(RACE,), weekly_km=60, vdot=48, method=method)

    findings = review(build(athlete, MONDAY), athlete, today=MONDAY)

    assert [finding for finding in findings if finding.severity == "error"] == []


def test_the_methods_do_not_make_the_same_plan() -> None:
    made = {method: plan_by(method).workouts for method in METHODS}

    assert len(set(made.values())) == len(METHODS)


def test_aerobic_base_has_a_long_base_without_hard_days_then_hills() -> None:
    plan = plan_by("aerobic_base")

    assert not types(plan, "Base") & HARD
    assert "hills_long" in types(plan, "Build")
    bases = sum(week.phase == "Base" for week in plan.weeks)
    assert bases > sum(week.phase == "Base" for week in plan_by("balanced").weeks)


def test_two_quality_has_two_hard_days_from_the_first_week() -> None:
    assert hard_days(plan_by("two_quality", days_per_week=5), 0) == 2
    assert hard_days(plan_by("balanced", days_per_week=5), 0) == 1


def test_cumulative_fatigue_runs_six_days_caps_the_long_run_and_has_race_pace_weekly() -> None:
    plan = plan_by("cumulative_fatigue")

    longs = [each.run_km for each in plan.workouts if each.type in LONG]
    assert len({each.date for each in plan.by_week[5] if each.is_run}) == 6
    assert max(longs) <= 26
    loading = [made for week, made in zip(plan.weeks, plan.by_week, strict=True) if week.phase in {"Build", "Peak"}]
    assert sum(any(each.type == "marathon_pace" for each in made) for made in loading) >= 0.6 * len(loading)


def test_eighty_twenty_keeps_four_fifths_easy_and_leaves_the_middle_out() -> None:
    plan = plan_by("eighty_twenty")

    assert not {each.type for each in plan.workouts} & {"steady", "marathon_pace", "long_progression", "long_mp"}
    assert not [
        finding
        for finding in review(plan, Athlete(races=(RACE,), weekly_km=60, vdot=48), today=MONDAY)
        if finding.rule == "Q-5"
    ]


def test_three_runs_are_two_hard_and_one_long_with_cross_training() -> None:
    plan = plan_by("three_runs")

    week = plan.by_week[4]
    assert sum(each.is_run for each in week) == 3
    assert sum(each.type == "cross_train" for each in week) == 2
    assert hard_days(plan, 4) == 2
    assert sum(each.type in LONG for each in week) == 1


def test_run_walk_runs_and_walks_three_or_four_days_without_hard_ones() -> None:
    plan = plan_by("run_walk")

    runs = {each.type for each in plan.workouts if each.is_run}
    assert runs <= {"run_walk", "shakeout", "race"}
    assert all(len({each.date for each in week if each.is_run}) <= 4 for week in plan.by_week)


def test_a_method_has_a_name_and_one_sentence_for_the_runner() -> None:
    for method in METHODS.values():
        assert method.name
        assert method.says.endswith(".")


# What each is described by (SCIENCE 3): run days at least, at most and usually; hard days a week in base, build, peak
# and without a race; what else is its own.
DESCRIBED = {
    "balanced": ((2, 7, None), (1, 2, 2, 1), {}),
    "aerobic_base": ((2, 7, 6), (0, 2, 2, 0), {"base_share": 0.55, "growth": 1.08, "long_cap_min": 150}),
    "two_quality": ((2, 7, 5), (2, 2, 2, 2), {}),
    "cumulative_fatigue": ((2, 7, 6), (1, 2, 2, 1), {"long_cap_km": 26, "long_every": 2}),  # 16 miles, every other week
    "eighty_twenty": ((2, 7, 5), (1, 2, 2, 1), {}),
    "three_runs": ((2, 3, 3), (2, 2, 2, 2), {"cross_per_week": 2}),
    "run_walk": ((2, 4, 3), (0, 0, 0, 0), {"long_every": 2, "novice_hard": 0}),
}
USUAL = {"base_share": 0, "growth": 1, "long_cap_min": 0, "long_cap_km": 99, "long_every": 1, "cross_per_week": 0,
         "novice_hard": 1}  # fmt: skip


@pytest.mark.parametrize("name", METHODS)
def test_a_method_has_the_parameters_it_is_described_by(name: str) -> None:
    method, (days, hard, own) = METHODS[name], DESCRIBED[name]

    assert (*method.run_days, method.usual_days) == days
    assert tuple(method.hard[phase] for phase in ("Base", "Build", "Peak", "Maintenance")) == hard
    assert {field: getattr(method, field) for field in USUAL} == USUAL | own
