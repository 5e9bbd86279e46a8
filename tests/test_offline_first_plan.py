"""The talk that leads to a plan: one question at a time, nothing guessed."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.coach.reply import Situation
from planwise_core.training.athlete import Athlete, Race
from tests.builders import MONDAY
from tests.talks import after, asked, changed, training


@pytest.mark.parametrize(
    "words", ["an extra rest day this week", "one more day off next week", "another rest day in week 2"]
)
def test_one_day_of_rest_in_a_week_is_not_the_whole_week(words: str) -> None:
    reply = asked(training(), f"I need {words}")

    assert reply.edits == ()
    assert "Which one do you mean: the tempo of 8 km on Tuesday or the easy of 6 km on Thursday?" in reply.says
    week = after(training(), f"I need {words}")
    assert len(changed(week, "the thursday one").workouts) == len(training().plan.workouts) - 1


def test_everything_in_one_sentence_makes_a_plan() -> None:
    reply = asked(Situation(today=MONDAY), "Half marathon on 18 April, I run 30 km a week, never on Sundays")

    assert reply.build
    assert reply.athlete is not None
    assert reply.athlete.goal == Race(distance_km=21.0975, date=dt.date(2027, 4, 18))
    assert reply.athlete.weekly_km == 30
    assert "sun" not in reply.athlete.free_days
    assert "Sunday 18 April 2027" in reply.says


def test_it_asks_one_question_at_a_time_and_remembers_the_answers() -> None:
    now = Situation(today=MONDAY)
    questions = []
    for message in ("hello", "a 10k", "no date", "25"):
        now = after(now, message)
        questions.append(now.pending)
    reply = asked(now, "four")

    assert questions == ["goal", "date", "volume", "days"]
    assert reply.build
    assert reply.athlete is not None
    assert (reply.athlete.weekly_km, reply.athlete.days_per_week) == (25, 4)


@pytest.mark.parametrize(
    ("pending", "message", "field", "value"),
    [
        ("days", "four", "days_per_week", 4),
        ("days", "tuesdays and thursdays", "free_days", ("tue", "thu")),
        ("days", "any day but wednesday", "free_days", ("mon", "tue", "thu", "fri", "sat", "sun")),
        ("days", "mon to thu", "free_days", ("mon", "tue", "wed", "thu")),
        ("volume", "30", "weekly_km", 30),
        ("volume", "about twenty miles", "weekly_km", 32.2),
        ("volume", "nothing at the moment", "weekly_km", 0),
        ("volume", "between 25 and 30", "weekly_km", 25),
    ],
)
def test_a_bare_answer_is_understood_after_its_question(pending: str, message: str, field: str, value: object) -> None:
    runner = Athlete(races=(Race(distance_km=10, date=dt.date(2027, 4, 18)),))
    now = Situation(today=MONDAY, athlete=runner, known=frozenset({"races", "date"}), pending=pending)

    reply = asked(now, message)

    assert reply.athlete is not None
    assert getattr(reply.athlete, field) == value


@pytest.mark.parametrize(
    ("message", "part"),
    [
        ("half marathon on 4/5, 30 km a week, 4 days", "Monday 5 April 2027"),
        ("half marathon on 18 April 2025, 30 km a week, 4 days", "is over already"),
        ("half marathon tomorrow, 30 km a week, 4 days", "too close"),
        ("half marathon on 18 April 2029, 30 km a week, 4 days", "more than two years"),
        ("half marathon in spring, 30 km a week, 4 days", "Which day"),
        ("half marathon on 18 april, I run -5 km a week, 4 days", "cannot be a weekly distance"),
        ("half marathon on 18 april, I run 900 km a week, 4 days", "900 km"),
        ("half marathon on 18 april, 30 km a week, 9 days a week", "a week has seven"),
        ("half marathon on 18 april, 30 km a week, 0 days a week", "at least two"),
    ],
)
def test_what_cannot_be_or_is_not_clear_is_asked_and_never_guessed(message: str, part: str) -> None:
    reply = asked(Situation(today=MONDAY), message)

    assert not reply.build
    assert part in reply.says
    assert "?" in reply.says


def test_a_day_said_after_its_month_is_in_that_month() -> None:
    now = after(after(Situation(today=MONDAY), "a marathon"), "in october 2027")

    reply = asked(now, "the 10th")

    assert reply.athlete is not None
    assert reply.athlete.goal == Race(distance_km=42.195, date=dt.date(2027, 10, 10))


def test_a_distance_that_answers_how_much_is_not_a_new_race() -> None:
    now = after(Situation(today=MONDAY), "half marathon on 18 april 2027")

    reply = asked(now, "10 km maybe")

    assert reply.athlete is not None
    assert reply.athlete.goal is not None
    assert (reply.athlete.weekly_km, reply.athlete.goal.distance_km) == (10, 21.0975)


def test_a_limit_set_that_leaves_no_day_is_refused_in_words() -> None:
    days = "mondays, tuesdays, wednesdays, thursdays, fridays, saturdays and sundays"
    message = f"10k on 7 march, 20 km a week, never on {days}"

    reply = asked(Situation(today=MONDAY), message)

    assert not reply.build
    assert "no day" in reply.says
