"""What the offline coach changes in a plan, and which limits stand above a wish."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.athlete import Race
from planwise_core.training.edits import apply
from planwise_core.training.journal import Run
from planwise_core.training.values import weekday_of
from tests.builders import MONDAY, easy, plan
from tests.talks import after, asked, changed, training


def test_a_long_run_moves_to_a_free_day() -> None:
    assert changed(training(), "move my long run to saturday").by_id["w1-sun"].date == MONDAY + dt.timedelta(days=5)


def test_two_runs_of_one_week_change_places_when_the_day_is_taken() -> None:
    after_ = changed(training(), "move my long run to thursday")

    assert weekday_of(after_.by_id["w1-sun"].date) == "thu"
    assert weekday_of(after_.by_id["w1-thu"].date) == "sun"


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("move my long run to friday", "Fridays are off"),
        ("move my long run to wednesday", "30 minutes"),
        ("move my long run to last sunday", "has passed"),
    ],
)
def test_a_limit_stands_above_a_wish(message: str, reason: str) -> None:
    reply = asked(training(), message)

    assert reply.edits == ()
    assert reason in reply.says


def test_several_wishes_in_one_message_are_all_met() -> None:
    after_ = changed(training(), "Swap Tuesday and Thursday, and skip Sunday's run please")

    assert weekday_of(after_.by_id["w1-tue"].date) == "thu"
    assert "w1-sun" not in after_.by_id


def test_a_question_back_is_answered_by_a_day() -> None:
    now = after(training(), "please move the long run")

    assert now.pending is not None
    assert weekday_of(changed(now, "saturday").by_id["w1-sun"].date) == "sat"


@pytest.mark.parametrize("answer", ["the first", "1", "make it easier"])
def test_an_offer_can_be_taken_up_in_words(answer: str) -> None:
    now = after(training(), "I'm exhausted")

    assert asked(now, answer).edits


@pytest.mark.parametrize("answer", ["no", "leave it", "the third"])
def test_an_offer_can_be_declined(answer: str) -> None:
    now = after(training(), "I'm exhausted")

    assert asked(now, answer).edits == ()


def test_days_away_are_cleared_and_remembered() -> None:
    now = training()

    reply = asked(now, "I'm away from the 3rd to the 5th")

    assert reply.athlete is not None
    assert [(each.first.day, each.last.day) for each in reply.athlete.away] == [(3, 5)]
    assert "w2-thu" not in changed(now, "I'm away from the 3rd to the 5th").by_id


def test_a_sore_part_is_remembered_and_its_pain_decides() -> None:
    now = training()
    assert now.plan is not None

    first = asked(now, "my left knee hurts since yesterday")
    then = after(now, "my left knee hurts since yesterday")
    niggle, injury = changed(then, "about a 2"), changed(then, "6")

    assert first.edits == ()
    assert "from 0 (nothing) to 10" in first.says
    assert [each.part for each in then.athlete.injuries] == ["knee"]
    assert sum(each.run_km for each in niggle.workouts) < sum(each.run_km for each in now.plan.workouts)
    assert not [each for each in injury.workouts if each.is_run and (each.date - MONDAY).days < 7]


@pytest.mark.parametrize(
    ("message", "days"),
    [("rolled my ankle, it is swollen", 7), ("my achilles is a bit niggly", 0), ("calf pain, 8/10", 14)],
)
def test_pain_told_in_words_or_numbers_needs_no_question(message: str, days: int) -> None:
    after_ = changed(training(), message)

    runs = [(each.date - MONDAY).days for each in after_.workouts if each.is_run]
    assert min(runs) >= days


def test_a_fever_clears_the_next_days() -> None:
    after_ = changed(training(), "I have a fever")

    assert not [each for each in after_.workouts if each.date <= MONDAY + dt.timedelta(days=4)]


def test_missed_runs_are_let_go() -> None:
    reply = asked(training(), "I missed my last two runs")

    assert reply.edits == ()
    assert "do not make up" in reply.says


def test_what_is_done_does_not_change() -> None:
    now = training(runs=(Run(date=MONDAY, km=8, workout="w1-tue"),))

    reply = asked(now, "make this week easier")

    assert now.plan is not None
    after_ = apply(now.plan, reply.edits, today=MONDAY, done={"w1-tue"})
    assert after_.by_id["w1-tue"] == now.plan.by_id["w1-tue"]


def test_a_race_that_moves_remakes_the_plan() -> None:
    runner = training().athlete.but(races=(Race(distance_km=21.0975, date=MONDAY + dt.timedelta(days=90)),))

    reply = asked(training().but(athlete=runner), "they postponed the race by two weeks")

    assert reply.build
    assert reply.athlete is not None
    assert reply.athlete.goal is not None
    assert reply.athlete.goal.date == MONDAY + dt.timedelta(days=104)


def test_what_if_is_asked_back_and_done_on_yes() -> None:
    now = after(training(), "what if I never ran on tuesdays?")

    reply = asked(now, "yes please")

    assert reply.build
    assert reply.athlete is not None
    assert "tue" not in reply.athlete.free_days


def test_a_race_on_the_way_keeps_the_goal() -> None:
    runner = training().athlete.but(races=(Race(distance_km=21.0975, date=MONDAY + dt.timedelta(days=90)),))

    reply = asked(training().but(athlete=runner), "I have a 10k race on 17 january as well")

    assert reply.athlete is not None
    assert [(race.distance_km, race.priority) for race in reply.athlete.races] == [(21.0975, "A"), (10, "B")]


@pytest.mark.parametrize(
    "message",
    ["my kids are sick", "hay fever again", "skip to week 3", "is it ok to run twice a day", "I ran 12k instead of 8"],
)
def test_what_only_sounds_like_a_wish_changes_nothing(message: str) -> None:
    reply = asked(training(), message)

    assert not (reply.edits)
    assert not (reply.build)


def test_going_back_needs_an_earlier_version() -> None:
    assert not asked(training(), "go back to the previous version").go_back
    assert asked(training(previous_plan=plan(easy("tue"))), "go back to the previous version").go_back


def test_the_achilles_keeps_its_capital() -> None:
    assert "Sorry about your left Achilles." in asked(training(), "my left achilles is sore").says
    assert "Sorry about your left Achilles." in asked(training(), "my left achilles hurts 4/10").says
