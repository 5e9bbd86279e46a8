"""The demo: a story for each visitor, their own, and the same again after a reset."""

from __future__ import annotations

import datetime as dt
import logging
import re
from pathlib import Path

import pytest

from planwise_core import demo
from planwise_core.service import PlanWise
from planwise_core.store.whole import Whole
from tests.houses import HALF, MONDAY_MORNING, house

MONDAY = dt.date(2026, 11, 23)


def whole(planwise: PlanWise, client_id: str) -> Whole:
    return planwise.store.whole(client_id)


def test_the_log_tells_of_turns_of_runners_and_of_none_of_the_story(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="planwise")
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        demo.story.cache_clear()
        told = demo.story(MONDAY, "UTC")

    assert len(told.turns) > 5
    assert [line.split()[1] for line in caplog.messages if line.startswith("turn ")] == ["client=anna"]


@pytest.mark.parametrize("days", [0, 3, 6])
def test_the_story_ends_yesterday_in_the_tenth_week_whatever_day_it_is(days: int) -> None:
    today = MONDAY + dt.timedelta(days=days)

    told = demo.story(today, "Europe/Berlin")

    plan = told.versions[-1].plan
    assert plan.week_of(today) == 10
    assert plan.race_date is not None
    assert (plan.race_date - today).days == 48 - days
    assert max(each.run.date for each in told.runs) < today
    assert max(each.created_at for each in told.turns).date() < today


def test_the_story_has_five_versions_each_with_its_cause() -> None:
    told = demo.story(MONDAY, "UTC")

    causes = [version.cause for version in told.versions]
    said = {turn.asked for turn in told.turns}
    assert len(causes) == len(set(causes)) == 5
    assert set(causes) <= said
    assert [turn.refusal for turn in told.turns if turn.refusal] == []


def test_what_was_told_is_what_the_settings_show() -> None:
    athlete = demo.story(MONDAY, "UTC").athlete

    assert (athlete.days_per_week, athlete.weekly_km, athlete.long_run_day) == (4, 28, "sun")
    assert "mon" not in athlete.free_days


def test_one_change_was_accepted_in_part_and_one_brought_the_plan_back() -> None:
    told = demo.story(MONDAY, "UTC")

    wedding = next(version for version in told.versions if version.cause == demo.WEDDING)
    assert wedding.turn is not None
    assert 0 < len(wedding.edits) < len(told.turns[wedding.turn - 1].edits)
    before, eased, back = (
        [each for each in version.plan.workouts if each.date >= MONDAY] for version in told.versions[-3:]
    )
    assert back == before
    assert eased != before


def test_runs_are_done_and_some_are_missed() -> None:
    told = demo.story(MONDAY, "UTC")

    plan = told.versions[-1].plan
    due = {each.id for each in plan.workouts if each.is_run and each.date < MONDAY}
    answered = {each.run.workout for each in told.runs if each.run.workout}
    assert answered <= due
    assert 1 <= len(due - answered) <= 4
    assert any(each.run.workout is None for each in told.runs)
    assert any(each.run.km == 10 and each.run.effort == 10 for each in told.runs)
    assert all(4.5 < each.run.minutes / each.run.km < 8 for each in told.runs if each.run.minutes)


def test_who_counts_in_miles_is_told_the_same_story_in_miles(tmp_path: Path) -> None:
    in_km, in_miles = demo.story(MONDAY, "UTC"), demo.story(MONDAY, "UTC", "mi")
    with house(tmp_path) as planwise:
        planwise.client("anna", "UTC", "en-US")
        annas = planwise.client(demo.enter(planwise, "anna"))

    told = " ".join(f"{turn.asked} {turn.says}" for turn in in_miles.turns)
    assert annas.athlete.units == in_miles.athlete.units == "mi"
    assert "17.4 miles a week" in told
    assert " mi" in told.replace("17.4 miles", "")
    assert not re.search(r" km|kilomet", told.replace("Autumn 10 km", ""))
    assert [version.plan for version in in_miles.versions] == [version.plan for version in in_km.versions]
    assert [each.run for each in in_miles.runs] == [each.run for each in in_km.runs]


def test_the_coach_remembers_the_niggle() -> None:
    told = demo.story(MONDAY, "UTC")

    assert any("Achilles" in fact.text for fact in told.facts)
    assert [injury.part for injury in told.athlete.injuries] == ["achilles"]


def test_the_story_is_lived_the_same_way_twice() -> None:
    once = demo.story(MONDAY, "UTC")
    demo.story.cache_clear()

    assert demo.story(MONDAY, "UTC") == once


def test_a_visitors_demo_is_their_own_and_leaves_their_plan_alone(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        own = whole(planwise, "anna")
        annas, bens = demo.enter(planwise, "anna"), demo.enter(planwise, "ben")

        planwise.talk(annas, "Make next week easier.")
        planwise.restore(annas, 1, parent=5)

        assert annas != bens
        assert planwise.heads(annas)[0].number == 6
        assert planwise.heads(bens)[0].number == 5
        assert whole(planwise, "anna") == own
        assert planwise.heads("ben") == ()


def test_a_reset_brings_back_the_same_state(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        client = demo.enter(planwise, "anna")
        before = whole(planwise, client)
        planwise.talk(client, "Make next week easier.")
        planwise.delete_run(client, planwise.runs(client)[0].id)

        demo.enter(planwise, "anna")

        assert whole(planwise, client) == before


def test_the_demo_is_open_until_it_is_left(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        assert demo.opened(planwise, "anna") is None

        client = demo.enter(planwise, "anna")
        assert demo.opened(planwise, "anna") == client
        assert demo.opened(planwise, "ben") is None

        demo.leave(planwise, "anna")
        assert demo.opened(planwise, "anna") is None
        assert planwise.heads(client) == ()


def test_a_demo_that_nobody_has_touched_for_a_month_is_swept_and_nothing_else(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        old, used = (demo.enter(planwise, name) for name in ("anna", "ben"))
        planwise.talk("anna", HALF)
        planwise.talk("demo-of-my-own", HALF)

    with house(tmp_path, now=MONDAY_MORNING + dt.timedelta(days=29)) as planwise:
        planwise.talk(used, "What is on next week?")
        assert demo.sweep(planwise) == 0

    with house(tmp_path, now=MONDAY_MORNING + dt.timedelta(days=31)) as planwise:
        assert (demo.sweep(planwise), demo.sweep(planwise)) == (1, 0)
        assert (demo.opened(planwise, "anna"), demo.opened(planwise, "ben")) == (None, used)
        assert sorted(planwise.store.untouched("demo-", planwise.now())) == [used, "demo-of-my-own"] != [old]
        assert planwise.current("anna")
