"""How risky a plan is, and which version made it so."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import review
from planwise_core.training.edits import Change, apply
from planwise_core.training.plan import Plan
from planwise_core.training.risk import ALLOWED, Risk, Step, risk_of, turning_points
from tests.builders import easy, plan, workout
from tests.strategies import plans

RUNNER = Athlete(weekly_km=30, longest_run_km=14)
STEADY = plan(
    *(easy(day, 8, week=week) for week in (1, 2, 3, 4) for day in ("tue", "thu")),
    *(workout("sun", km, week=week, type="long") for week, km in ((1, 14), (2, 15), (3, 16), (4, 17))),
)


def risk(run: float | None = None, week: float | None = None, errors: int = 0) -> Risk:
    """A risk whose largest steps are so many per cent over 10 km."""

    def step(percent: float | None) -> Step | None:
        return None if percent is None else Step(week=6, km=10 + percent / 10, before_km=10)

    return Risk(errors=errors, warnings=0, notes=0, run_step=step(run), week_step=step(week))


def test_the_largest_steps_are_those_of_a_run_and_of_a_week() -> None:
    jumpy = apply(STEADY, [Change(workout="w3-sun", km=20)])

    found = risk_of(jumpy, RUNNER)

    assert found.run_step == Step(week=3, km=20, before_km=15)
    assert found.run_step.percent == 33
    assert found.week_step == Step(week=3, km=36, before_km=31)


def test_a_race_is_no_step() -> None:
    racing = plan(*STEADY.workouts, workout("sat", 21.1, week=4, type="race"))

    with_race, without = risk_of(racing, RUNNER), risk_of(STEADY, RUNNER)
    assert (with_race.run_step, with_race.week_step) == (without.run_step, without.week_step)


def test_what_grows_from_nothing_known_has_no_step() -> None:
    only = plan(easy("tue", 8), weeks=1)

    assert (risk_of(only, Athlete()).run_step, risk_of(only, Athlete()).week_step) == (None, None)


@given(plans())
@settings(max_examples=30)
def test_the_findings_of_any_plan_are_counted_all(any_plan: Plan) -> None:
    found = risk_of(any_plan, RUNNER)

    assert found.errors + found.warnings + found.notes == len(review(any_plan, RUNNER))
    assert all(step is None or step.percent >= 0 for step in (found.run_step, found.week_step))


def test_a_version_that_raises_a_step_is_named_with_the_run_that_does() -> None:
    told = turning_points([(2, risk(run=9)), (3, risk(run=24))])

    assert told == ("Version 3 raised the largest single-run step from 9 % to 24 % (week 6: 12.4 km after 10 km).",)


def test_a_version_that_lowers_a_step_or_cures_an_objection_is_named() -> None:
    told = turning_points([(1, risk(week=30, errors=2)), (2, risk(week=10, errors=1))], "mi")

    assert told == (
        "Version 2 lowered the largest weekly step from 30 % to 10 %.",
        "Version 2 cured 1 serious objection.",
    )


def test_small_changes_are_not_worth_a_sentence_and_only_the_weightiest_are_told() -> None:
    assert turning_points([(1, risk(run=9, week=9)), (2, risk(run=13, week=5)), (3, risk())]) == ()

    told = turning_points([(n, risk(run=step)) for n, step in enumerate((10, 20, 60, 10, 16), 1)])

    assert [words.split()[1] for words in told] == ["2", "3", "4"]


def test_steps_are_told_in_the_runners_units() -> None:
    assert turning_points([(1, risk(run=0)), (2, risk(run=50))], "mi")[0].endswith("(week 6: 9.3 mi after 6.2 mi).")


def test_the_allowed_step_is_where_the_checks_begin_to_warn() -> None:
    def told(percent: int) -> set[str]:
        longer = apply(STEADY, [Change(workout="w4-sun", km=16 + 0.16 * percent)])
        return {finding.rule for finding in review(longer, RUNNER) if finding.week == 4}

    assert "LR-1" not in told(ALLOWED)
    assert "LR-1" in told(ALLOWED + 1)


@pytest.mark.parametrize(("percent", "is_told"), [(14, False), (15, True)])
def test_a_change_of_5_points_is_worth_a_sentence(percent: int, is_told: bool) -> None:
    assert bool(turning_points([(1, risk(run=10)), (2, risk(run=percent))])) == is_told
