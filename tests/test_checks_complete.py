"""That no rule is missing, that each is seen to fire at every severity it has, and that any plan can be judged."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import RULES, review
from planwise_core.training.document import parse, render
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.rules.season import Season
from tests.builders import MONDAY, plan, workout
from tests.good_plans import GOOD, RUNNER, only, week
from tests.strategies import athletes, plans
from tests.test_checks import BAD, SIGNED
from tests.test_checks_thresholds import SIDES

SCIENCE = list(csv.DictReader((Path(__file__).parent / "data" / "science_rules.csv").read_text().splitlines()))
SEVERITIES = [(row["rule"], severity) for row in SCIENCE for severity in row["severities"].split()]


def test_every_rule_of_the_science_is_checked_and_every_check_has_its_rule() -> None:
    assert [row["rule"] for row in SCIENCE] == list(dict.fromkeys(row["rule"] for row in SCIENCE))
    assert {row["rule"] for row in SCIENCE} == {rule.id for rule in RULES}


@pytest.fixture(scope="module")
def seen() -> set[tuple[str, str]]:
    """(rule, severity) of all that the bad plans, and those on both sides of a threshold, are told."""
    bad = [(made, athlete) for _, made, athlete in BAD.values()]
    return {
        (each.rule, each.severity)
        for made in (*bad, *(case for side in SIDES for case in side[2:]))
        for each in review(*made)
    }


@pytest.mark.parametrize(("rule", "severity"), SEVERITIES)
def test_a_rule_is_seen_at_each_of_its_severities(seen: set[tuple[str, str]], rule: str, severity: str) -> None:
    assert (rule, severity) in seen


def test_no_rule_is_seen_at_a_severity_it_does_not_have(seen: set[tuple[str, str]]) -> None:
    assert seen <= set(SEVERITIES)


def test_there_are_bad_plans_enough() -> None:
    assert len(BAD) >= 40


def by_time(given: Plan, athlete: Athlete) -> Plan:
    """The plan with its runs in minutes, at the runner's own paces; races stay what they are."""
    minutes = {session.workout.id: round(session.minutes) for session in Season(given, athlete).sessions}
    told = [
        each if each.type in {"race", "tune_up_race"} or each.id not in minutes or each.steps
        else each.but(km=None, minutes=minutes[each.id])
        for each in given.workouts
    ]  # fmt: skip
    return given.but(workouts=tuple(told))


TOLD_IN_KM = {"RACE-DAY", "LR-4"}  # what is about kilometres only
LARGE = {  # breaches by so much that a rounded minute does not matter
    how: bad for how, bad in BAD.items() if bad[0] not in TOLD_IN_KM and "a little" not in how
}  # fmt: skip


@pytest.mark.parametrize("how", LARGE)
def test_a_plan_by_time_is_judged_like_one_by_distance(how: str) -> None:
    rule, bad, athlete = BAD[how]

    assert rule in {finding.rule for finding in review(by_time(bad, athlete), athlete)}


@pytest.mark.parametrize("name", SIGNED)
def test_a_good_plan_by_time_has_no_error(name: str) -> None:
    made, athlete = SIGNED[name]

    assert [finding for finding in review(by_time(made, athlete), athlete) if finding.severity == "error"] == []


@given(
    plans(), athletes(), st.integers(-30, 60), st.lists(st.tuples(st.integers(-60, 60), st.floats(0, 60)), max_size=9)
)
@settings(max_examples=60)
def test_any_plan_can_be_judged_for_anyone_on_any_day(
    any_plan: Plan, who: tuple[Athlete, dt.date], days: int, ran: list[tuple[int, float]]
) -> None:
    today = any_plan.start_date + dt.timedelta(days=days)
    runs = [Run(date=any_plan.start_date + dt.timedelta(days=day), km=km) for day, km in ran]

    for finding in review(parse(render(any_plan)), who[0], runs, today):
        assert finding.week is None or finding.week >= any_plan.week_of(today)
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")


def test_two_runs_a_day_count_as_one_run_day_and_both_as_kilometres() -> None:
    pairs = [workout(day, 4, id=f"{day}-{n}") for day in ("tue", "thu") for n in (1, 2)]
    season = Season(plan(*pairs, workout("sun", 8), weeks=1), RUNNER)

    assert (season.weeks[0].run_days, season.weeks[0].km) == (3, 24)


def test_a_plan_with_an_empty_week_is_judged_around_it() -> None:
    made = only(only(GOOD, 6), 7, *week(7, 60, 16))

    assert {("PROG-1", 7)} <= {(finding.rule, finding.week) for finding in review(made, RUNNER)}


@pytest.mark.parametrize("km", [5e-324, 1e-5, 0.01])
def test_sizes_next_to_nothing_are_divided_by_safely(km: float) -> None:
    made = plan(
        workout("tue", km), workout("sat", km, type="long"), workout("sun", km, type="back_to_back"),
        workout("sun", 9, week=2), weeks=2, race_distance_km=80.0,
    )  # fmt: skip
    runs = [Run(date=MONDAY - dt.timedelta(days=2), km=km), Run(date=MONDAY + dt.timedelta(days=3), km=km)]

    for athlete in (Athlete(), Athlete(weekly_km=km, longest_run_km=km)):
        for today in (None, MONDAY + dt.timedelta(days=7)):
            assert all(finding.message for finding in review(made, athlete, runs, today))


def test_an_empty_plan_has_nothing_wrong_with_it() -> None:
    assert review(plan(race_distance_km=None), Athlete(), today=MONDAY) == ()


SENTENCES = {
    "no taper": "The week before race week has 43 km, 96 % of the peak week; 60 to 90 % leaves the legs fresh and fit.",
    "four weeks of little easy running": "Only 74 % of the running time of weeks 1 to 4 is easy (4:13 h are hard).",
    "intervals with a short warm-up": "'Vo2 long' in week 6 has less than 10 minutes of warm-up or cool-down.",
    "back from two weeks off as if nothing had been": "Days 1 to 7 after 14 days off have 40 km; before them it was "
    "45 km a week.",
    "two hard sessions on a day": "Tuesday of week 6 has 2 hard sessions, in a week of 49 km; that is for those who "
    "have run 80 km a week for years.",
    "phases that run backwards": "Week 9 goes back to Base after Build.",
    "a second long day as long as the first": "The second long day of week 6 takes 83 % as long as the first.",
    "a marathon at 17": "A race of 42.2 km is not for a runner of 17.",
}  # fmt: skip


@pytest.mark.parametrize("how", SENTENCES)
def test_a_finding_is_a_sentence_a_runner_understands(how: str) -> None:
    _, bad, athlete = BAD[how]

    assert review(bad, athlete)[0].message == SENTENCES[how]
