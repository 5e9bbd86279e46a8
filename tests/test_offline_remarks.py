"""Remarks in the words of a wish change nothing, and a wish that lacks something is asked about."""

from __future__ import annotations

import pytest

from bench.judging import Outcome, outcome, situation
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.training.plan import weekly_km

COACH = OfflineCoach()


def came_of(said: str, *, pending: str | None = None) -> Outcome:
    return outcome(COACH, situation("plan").but(pending=pending), said)


def days_with_runs(came: Outcome) -> set[str]:
    return {str(each.date) for each in came.plan.workouts} if came.plan else set()


@pytest.mark.parametrize(
    "said",
    [
        "skip the small talk, what's tomorrow?",
        "i want to thank you for making it easier last time",
        "i'd never skip a long run!",
        "it's getting easier every week",
        "i reduced my hours at work",
        "i have a headache, too much screen time",
        "last sunday i swapped the long run for a hike",
        "i saw that kipchoge runs 200k a week",
        "if i get the job i would have to stop running on tuesdays",
        "the app crashed when i tried to skip thursday",
        "my friend is injured so we can't run together on sunday",
        "my quads are killing me after the downhill",
    ],
)
def test_a_remark_changes_nothing(said: str) -> None:
    came = came_of(said)

    assert not came.is_changed
    assert not came.reply.build


@pytest.mark.parametrize(
    "said",
    ["change goal to 10k", "actually make it a 10k", "i'd rather do a 10k", "i'm doing a 10k instead"],
)
def test_a_new_goal_without_a_day_is_asked_for_its_day(said: str) -> None:
    asked = came_of(said)

    assert "When is it?" in asked.reply.says
    assert asked.reply.athlete is None

    came = came_of("same day", pending=asked.reply.pending)

    assert came.reply.build
    assert came.reply.athlete is not None
    assert [(race.distance_km, str(race.date)) for race in came.reply.athlete.races] == [(10.0, "2027-02-21")]


def test_two_stretches_away_are_both_freed_and_the_days_between_stay() -> None:
    days = days_with_runs(came_of("away from the 3rd to the 9th and then from 20th to 27th dec"))

    assert not days & {"2026-12-03", "2026-12-08", "2026-12-20", "2026-12-24", "2026-12-27"}
    assert {"2026-12-10", "2026-12-17", "2026-12-19"} <= days


def test_a_holiday_with_only_a_start_is_asked_for_its_end() -> None:
    asked = came_of("vacation in 2 weeks")

    assert "until which day" in asked.reply.says
    assert not asked.is_changed

    came = came_of("for a week", pending=asked.reply.pending)

    assert came.reply.athlete is not None
    assert [(str(each.first), str(each.last)) for each in came.reply.athlete.away] == [("2026-12-09", "2026-12-15")]


@pytest.mark.parametrize("on", ["none", "plan"])
def test_a_day_that_is_in_no_calendar_is_named(on: str) -> None:
    came = outcome(COACH, situation(on), "half marathon on 30 feb, 20k a week, 3 days")

    assert "There is no 30 February." in came.reply.says
    assert not came.reply.build


def test_of_the_only_free_days_their_runs_stay() -> None:
    days = days_with_runs(came_of("i'm only free wednesday and sunday this week"))

    assert "2026-11-29" in days
    assert not days & {"2026-11-26", "2026-11-28"}


def test_a_length_for_each_of_two_days_is_no_swap() -> None:
    came = came_of("can i do 12 on sunday and 8 on saturday")

    assert came.plan is not None
    assert [came.plan.by_id[name].km for name in ("w4-sun", "w4-sat")] == [12.0, 8.0]


def test_a_complaint_and_its_request_are_one_wish() -> None:
    came = came_of("It's way too much at the moment. Can you cut the volume for the next three weeks?")

    before, after = (weekly_km(plan) for plan in (came.was.plan, came.plan) if plan)
    assert [after[week] < before[week] for week in (4, 5, 6)] == [True, True, True]
