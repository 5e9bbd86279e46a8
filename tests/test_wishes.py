"""What-ifs: what may be wished for, what it comes to, and that nothing is saved until one is taken."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings

from planwise_core.errors import BadInput, CannotPlan, NotFound, StaleVersion
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.document import render
from planwise_core.training.engine import build
from planwise_core.training.wishes import as_known, candidate, run_days, wish_of, wishes
from tests.builders import MONDAY, easy, plan, workout
from tests.houses import HALF, MONDAY_MORNING, house
from tests.strategies import athletes

RUNNER = Athlete(
    races=(Race(distance_km=21.0975, date=dt.date(2027, 4, 18)),), weekly_km=35, longest_run_km=14, days_per_week=4
)
PLAN = build(RUNNER, MONDAY)


def test_a_later_race_makes_a_longer_plan_that_ends_on_that_day() -> None:
    found = candidate(PLAN, wish_of("race+3w", PLAN, RUNNER), MONDAY)

    assert found.plan is not None
    assert found.plan.race_date == dt.date(2027, 5, 9)
    assert len(found.plan.weeks) == len(PLAN.weeks) + 3


def test_a_run_day_fewer_or_more_is_what_the_weeks_have() -> None:
    fewer, more = (candidate(PLAN, wish_of(name, PLAN, RUNNER), MONDAY).plan for name in ("days-3", "days-5"))

    assert fewer is not None
    assert more is not None
    quiet = RUNNER.but(days_per_week=None)
    assert [run_days(each, quiet) for each in (fewer, PLAN, more)] == [3, 4, 5]


def test_another_method_is_another_plan_by_that_method() -> None:
    found = candidate(PLAN, wish_of("method-eighty_twenty", PLAN, RUNNER), MONDAY)

    assert found.plan is not None
    assert found.plan.method == "eighty_twenty"
    assert found.plan.workouts != PLAN.workouts
    assert "method-balanced" not in {wish.id for wish in wishes(PLAN, RUNNER)}


def test_what_cannot_be_says_why() -> None:
    late = Athlete(races=(Race(distance_km=42.195, date=MONDAY + dt.timedelta(weeks=20)),), weekly_km=45)
    marathon = build(late, MONDAY)

    found = candidate(marathon, wish_of("race-2w", marathon, late), MONDAY + dt.timedelta(weeks=18, days=3))

    assert found.plan is None
    assert found.problem.endswith(".")


def test_days_that_are_not_free_are_no_wish() -> None:
    busy = RUNNER.but(free_days=("tue", "thu", "sat", "sun"))

    assert {wish.id for wish in wishes(PLAN, busy) if wish.field == "days_per_week"} == {"days-3"}


def test_a_plan_from_elsewhere_is_wished_on_with_what_it_says_itself() -> None:
    foreign = plan(
        *(easy(day, 10, week=week) for week in (1, 2, 3, 4) for day in ("tue", "thu")),
        *(workout("sun", 15, week=week, type="long") for week in (1, 2, 3, 4)),
        race_date=MONDAY + dt.timedelta(days=27),
    )

    known = as_known(Athlete(), foreign)

    assert (known.weekly_km, known.longest_run_km) == (35, 15)
    assert known.goal == Race(distance_km=21.0975, date=foreign.race_date)
    assert {"race+3w", "days-2", "days-4"} <= {wish.id for wish in wishes(foreign, known)}


@given(athletes())
@settings(max_examples=15)
def test_every_wish_of_anybody_comes_to_a_plan_or_a_sentence(someone: tuple[Athlete, dt.date]) -> None:
    athlete, today = someone
    try:
        made = build(athlete, today)
    except CannotPlan:
        return

    for wish in wishes(made, as_known(athlete, made)):
        found = candidate(made, wish, today)
        assert (found.plan is None) == bool(found.problem)


# --- through the service


def test_nothing_is_saved_until_one_is_taken_and_then_it_is_known(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        found = planwise.what_if("anna", ["race+3w", "days-3"])
        assert [head.number for head in planwise.heads("anna")] == [1]
        version, _ = planwise.take("anna", "race+3w", parent=1)

        assert version.plan == found[0].candidate.plan
        assert (version.number, version.author, version.cause) == (
            2,
            "runner",
            "What if the race were three weeks later?",
        )
        assert planwise.athlete("anna").goal == Race(distance_km=21.0975, date=dt.date(2027, 5, 9))
        assert found[0].comparison is not None
        assert found[0].comparison.km_delta > 0


def test_a_what_if_that_is_undone_takes_back_what_it_taught(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        before = planwise.client("anna")
        taken, lesson = planwise.take("anna", "days-3", parent=1)
        assert planwise.athlete("anna").days_per_week == 3

        version = planwise.undo("anna", taken.number, lesson=lesson)

        assert version.plan == planwise.version("anna", 1).plan
        assert planwise.client("anna") == before


def test_an_undone_what_if_leaves_what_was_set_meanwhile(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        tune_up = Race(distance_km=10, date=dt.date(2027, 3, 14), priority="B")
        for wish, taught in (("race+3w", "races"), ("days-3", "days_per_week")):
            before = planwise.athlete("anna")
            number = planwise.heads("anna", limit=1)[0].number
            taken, lesson = planwise.take("anna", wish, parent=number)
            others = tuple(race for race in planwise.athlete("anna").races if race != tune_up)
            meanwhile = {"units": "mi", "age": 41, "races": (*others, tune_up)}
            planwise.save_athlete("anna", planwise.athlete("anna").but(**meanwhile))

            planwise.undo("anna", taken.number, lesson=lesson)

            kept = {**meanwhile, "races": (before.races[0], tune_up)}
            assert planwise.athlete("anna") == before.but(**kept), taught


def test_what_was_taught_and_then_set_otherwise_stays_as_it_was_set(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        taken, lesson = planwise.take("anna", "days-3", parent=1)
        planwise.save_athlete("anna", planwise.athlete("anna").but(days_per_week=5))
        set_so = planwise.client("anna")

        planwise.undo("anna", taken.number, lesson=lesson)

        assert planwise.client("anna") == set_so


def test_the_first_version_cannot_be_undone(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)

        with pytest.raises(BadInput, match="no plan before"):
            planwise.undo("anna", 1)


def test_a_version_and_what_it_taught_are_saved_together_or_not_at_all(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        stranger = planwise.client("anna").but(id="nobody")

        with pytest.raises(NotFound, match="nobody"):
            planwise.store.save_version(
                "anna", parent=1, plan=planwise.version("anna", 1).plan, edits=(), author="runner", cause="What if …?",
                now=MONDAY_MORNING, client=stranger,
            )  # fmt: skip

        assert [head.number for head in planwise.heads("anna")] == [1]


def test_lived_days_stay_in_a_candidate(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
    with house(tmp_path, now=MONDAY_MORNING + dt.timedelta(days=16)) as planwise:
        current = planwise.version("anna", 1).plan
        found = planwise.what_if("anna", ["days-3"])[0].candidate.plan

        assert found is not None
        today = planwise.today("anna")
        lived = [[each for each in one.workouts if each.date < today] for one in (current, found)]
        assert lived[0] == lived[1] != []


def test_a_stale_or_unknown_what_if_changes_nothing(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        before = planwise.athlete("anna")

        for wish, parent, problem in (
            ("days-3", 7, StaleVersion),
            ("fly", 1, NotFound),
            ("days-4", 1, NotFound),
        ):
            with pytest.raises(problem):
                planwise.take("anna", wish, parent=parent)

        assert planwise.athlete("anna") == before
        assert len(planwise.heads("anna")) == 1


def test_a_what_if_without_a_plan_is_not_taken(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
    with house(tmp_path, now=dt.datetime(2027, 4, 10, 8, tzinfo=dt.UTC)) as planwise:
        assert planwise.what_if("anna", ["race-2w"])[0].candidate.problem
        with pytest.raises(BadInput):
            planwise.take("anna", "race-2w", parent=1)


def test_a_brought_plan_can_be_wished_on(tmp_path: Path) -> None:
    foreign = plan(*(easy(day, 10, week=week) for week in (1, 2, 3, 4) for day in ("tue", "thu", "sat")))
    with house(tmp_path) as planwise:
        planwise.bring("ben", render(foreign), parent=None)

        version, _ = planwise.take("ben", "method-eighty_twenty", parent=1)

        assert version.plan.method == "eighty_twenty"
