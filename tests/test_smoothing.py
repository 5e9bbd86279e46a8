"""What a change leaves too steep behind it is brought down, and nothing else."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.adapt import away
from planwise_core.training.athlete import Athlete, Away, Race
from planwise_core.training.checks import review
from planwise_core.training.edits import Scale, TimeOff, apply
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan
from planwise_core.training.plan import weekly_km as totals
from planwise_core.training.smoothing import smoothed
from tests.builders import MONDAY, race

RUNNER = Athlete(
    races=(Race(distance_km=21.0975, date=dt.date(2027, 4, 18)),), weekly_km=30, longest_run_km=12, days_per_week=4
)


def errors(plan: Plan) -> list[str]:
    return [each.message for each in review(plan, RUNNER, (), MONDAY) if each.severity == "error"]


def test_four_weeks_off_lead_to_a_gentler_return() -> None:
    plan = build(RUNNER, MONDAY)
    gone = apply(plan, [TimeOff(from_week=4, from_day="mon", to_week=7, to_day="sun", reason="holiday")], today=MONDAY)
    assert errors(gone)  # without it, the return is a jump

    after = smoothed(plan, gone, RUNNER, today=MONDAY)

    assert errors(after) == []
    assert totals(after)[3:7] == (0.0,) * 4
    assert all(now <= was for was, now in zip(totals(plan), totals(after), strict=True))
    assert after.race == plan.race


def test_what_was_asked_for_stands() -> None:
    plan = build(RUNNER, MONDAY)
    harder = apply(plan, [Scale(from_week=2, to_week=2, percent=130)], today=MONDAY)

    assert smoothed(plan, harder, RUNNER, today=MONDAY) == harder


def test_a_change_that_is_sound_is_left_alone() -> None:
    plan = build(RUNNER, MONDAY)
    easier = apply(plan, [Scale(from_week=8, to_week=8, percent=95)], today=MONDAY)

    assert smoothed(plan, easier, RUNNER, today=MONDAY) == easier


@pytest.mark.parametrize("km", [10.0, 21.0975, 42.195])
@pytest.mark.parametrize("weekly_km", [25.0, 60.0])
@pytest.mark.parametrize("days", [7, 10, 14, 24])
@pytest.mark.parametrize("age", [35, 55])
def test_after_time_off_the_way_back_gives_no_cause_for_a_warning(
    km: float, weekly_km: float, days: int, age: int
) -> None:
    runner = Athlete(races=(race(km, 20),), weekly_km=weekly_km, days_per_week=5, age=age)
    made = build(runner, MONDAY)
    for week in (3, 9):
        first = MONDAY + dt.timedelta(weeks=week, days=2)
        last = first + dt.timedelta(days=days - 1)

        after = apply(made, away(made, runner, first, first, last).edits, today=first)

        gone = runner.but(away=(Away(first=first, last=last),))
        before = {each.rule for each in review(made, runner, (), first) if each.severity != "info"}
        new = [each for each in review(after, gone, (), first) if each.severity != "info" and each.rule not in before]
        assert [(each.rule, each.week) for each in new if each.rule != "LR-4"] == []  # the goal may suffer, no rule
        assert all(now <= was for was, now in zip(totals(made), totals(after), strict=True))
