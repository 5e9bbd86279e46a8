"""What a change leaves too steep behind it is brought down, and nothing else."""

from __future__ import annotations

import datetime as dt

from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.checks import review
from planwise_core.training.edits import Scale, TimeOff, apply
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan, weekly_km
from planwise_core.training.smoothing import smoothed
from tests.builders import MONDAY

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
    assert weekly_km(after)[3:7] == (0.0,) * 4
    assert all(now <= was for was, now in zip(weekly_km(plan), weekly_km(after), strict=True))
    assert after.race == plan.race


def test_what_was_asked_for_stands() -> None:
    plan = build(RUNNER, MONDAY)
    harder = apply(plan, [Scale(from_week=2, to_week=2, percent=130)], today=MONDAY)

    assert smoothed(plan, harder, RUNNER, today=MONDAY) == harder


def test_a_change_that_is_sound_is_left_alone() -> None:
    plan = build(RUNNER, MONDAY)
    easier = apply(plan, [Scale(from_week=8, to_week=8, percent=95)], today=MONDAY)

    assert smoothed(plan, easier, RUNNER, today=MONDAY) == easier
