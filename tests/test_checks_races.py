"""Which race a plan leads to, and what becomes of others."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.checks import review
from planwise_core.training.plan import Plan
from planwise_core.training.rules.season import Season
from tests.builders import workout
from tests.good_plans import GOOD, RUNNER, day_of, with_


def rules_of(made: Plan, athlete: Athlete, today: dt.date | None = None) -> set[str]:
    return {finding.rule for finding in review(made, athlete, today=today)}


@pytest.mark.parametrize(("km", "is_found"), [(20.68, False), (20.67, True), (21.51, False), (21.53, True)])
def test_a_race_may_be_two_percent_off(km: float, is_found: bool) -> None:
    made = with_(GOOD, workout("sun", km, week=12, type="race"))

    assert ("RACE-DAY" in rules_of(made, RUNNER)) == is_found


def test_the_race_may_stand_on_any_day() -> None:
    no_sunday = RUNNER.but(
        free_days=("mon", "tue", "wed", "thu", "fri", "sat"), races=(Race(distance_km=21.0975, date=day_of(12, "sun")),)
    )

    found = [finding for finding in review(GOOD, no_sunday) if finding.rule == "LIMIT-DAY"]

    assert {finding.week for finding in found} == set(range(1, 12))


@pytest.mark.parametrize("race_date", [None, day_of(12, "sun")])
def test_a_race_in_another_week_than_the_goals_counts_as_one_on_the_way(race_date: dt.date | None) -> None:
    first = workout("sun", 30, week=1, type="race", title="Forest race")
    made = with_(GOOD.but(race_date=race_date), first)

    found = {each.rule: each for each in review(made, RUNNER.but(longest_run_km=16))}

    assert found["RACE-DAY"].severity == "info"
    assert found["RACE-DAY"].message.startswith("'Forest race' in week 1 is not the race this plan leads to")
    assert found["LR-1"].week == 1  # a goal race may be any distance, one on the way is a run like others
    assert Season(made, RUNNER).weeks[0].km == 59


def test_a_race_that_is_today_is_none_to_plan_for() -> None:
    races = tuple(Race(distance_km=21.0975, date=day, priority="C") for day in (day_of(1, "mon"), day_of(12, "sun")))

    found = rules_of(GOOD, RUNNER.but(races=races), today=day_of(1, "mon"))

    assert "RACE-DAY" not in found


def test_a_goal_race_that_was_before_the_plan_began_is_not_missed() -> None:
    past, later = Race(distance_km=5, date=day_of(1, "mon")), Race(distance_km=21.0975, date=day_of(12, "sun"))
    made = GOOD.but(workouts=tuple(each for each in GOOD.workouts if each.date > day_of(1, "tue")))

    athlete = RUNNER.but(races=(past, later))
    assert "RACE-DAY" not in rules_of(made, athlete)
    assert "RACE-DAY" in rules_of(made, athlete.but(races=(past.but(date=day_of(2, "mon")), later)))
