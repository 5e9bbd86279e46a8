"""Plans for typical runners stand inside the published ones; where a rule forbids it, that is worked out here."""

from __future__ import annotations

from itertools import pairwise

import pytest

from planwise_core.training.athlete import Athlete
from planwise_core.training.engine import build
from planwise_core.training.envelope import Percentile, standing
from planwise_core.training.plan import Plan, long_run_km
from tests.builders import MONDAY
from tests.typical import band_of, typical_athletes

TYPICAL = list(typical_athletes())


def name_of(athlete: Athlete) -> str:
    return f"{athlete.races[0].distance_km:g} km {athlete.level}"


def outside(plan: Plan, athlete: Athlete) -> list[Percentile]:
    """The figures outside [p10, p90], where the two are known."""
    return [
        each
        for each in standing(plan, athlete)
        if each.p10 is not None and each.p90 is not None and not each.p10 <= each.value <= each.p90
    ]


# What the rules leave room for, in the unit of the figure. Only these two can stand against the published plans.


def longest_by_lr_3(plan: Plan) -> float:
    """Kilometres of three hours (LR-3, marathon) at the pace of the plan's own long runs."""
    run = max((each for each in plan.workouts if each.type == "long"), key=lambda each: each.run_km)
    return 180 * run.run_km / (run.minutes or 1)


def largest_step_by_lr_1(plan: Plan) -> float:
    """Per cent: a tenth, or a mile where the first week's long run is so short that a mile is more (LR-1)."""
    return max(10.0, 160 / long_run_km(plan.by_week[0]))


BOUNDS = {"longest run": longest_by_lr_3, "largest long-run step": largest_step_by_lr_1}


@pytest.mark.parametrize("athlete", TYPICAL, ids=name_of)
def test_every_figure_of_a_typical_plan_is_inside_the_published_ones_or_a_rule_forbids_it(athlete: Athlete) -> None:
    plan = build(athlete, MONDAY)

    for each in outside(plan, athlete):
        assert each.figure in BOUNDS, each
        most = BOUNDS[each.figure](plan)
        assert most < (each.p10 or 0), each  # the rule itself keeps every plan for this runner below
        assert each.value >= 0.7 * most, each  # and this one goes about as far as it may


@pytest.mark.parametrize("athlete", TYPICAL, ids=name_of)
def test_where_few_plans_were_published_a_typical_one_differs_from_them_in_little(athlete: Athlete) -> None:
    plan = build(athlete, MONDAY)

    bands = [(each, band_of(each.figure, athlete)) for each in standing(plan, athlete)]
    known = [(each, band) for each, band in bands if band]
    apart = [each.figure for each, (low, high, _) in known if not low <= each.value <= high]
    assert len(apart) <= 2, apart


@pytest.mark.parametrize("athlete", TYPICAL, ids=name_of)
def test_after_an_easier_week_the_kilometres_return_before_they_grow(athlete: Athlete) -> None:
    kms = [sum(each.run_km for each in week if each.type != "race") for week in build(athlete, MONDAY).by_week]

    for at, (before, now) in enumerate(pairwise(kms), 1):
        if at > 1 and before <= 0.9 * kms[at - 2] and max(kms[:at]) >= 40:
            assert now <= 1.06 * max(kms[:at])
