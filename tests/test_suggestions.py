"""What the chat offers to say fits the moment, and the coach understands it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planwise_core.training.journal import Run
from planwise_core.ui.conversation import AFTERWARDS, ANY_DAY, AT_MOST, STARTERS, suggestions
from tests.builders import MONDAY, easy, plan, workout
from tests.houses import HALF, house

PLAN = plan(
    *(easy(day, 8, week=week) for week in (1, 2, 3, 4) for day in ("tue", "thu", "sat")),
    workout("sun", 21.1, week=4, type="race"),
)
RUN = Run(date=MONDAY + dt.timedelta(days=8), km=8)


def offered(day: int, *runs: Run) -> list[str]:
    """The labels on a day of the plan, 0 its first Monday."""
    return list(suggestions(PLAN, runs, MONDAY + dt.timedelta(days=day)))


def test_without_a_plan_there_are_ways_to_begin() -> None:
    assert suggestions(None) == suggestions(None, (), MONDAY) == STARTERS


def test_the_first_days_ask_why_and_what_does_not_fit() -> None:
    assert offered(1)[:2] == ["Why this plan?", "I cannot run on a day"]
    assert "Why this plan?" not in offered(3, RUN)


def test_a_day_without_a_workout_asks_why() -> None:
    assert offered(9, RUN)[0] == "Nothing today?"
    assert offered(10, RUN) == list(ANY_DAY)


def test_a_missed_week_comes_first_unless_a_run_was_done() -> None:
    assert offered(8)[0] == "I missed last week"
    assert "I missed last week" not in offered(8, RUN)
    assert "I missed last week" not in offered(5)  # two runs only


def test_before_on_and_after_race_day() -> None:
    assert "How do I run the race?" not in offered(12, RUN)
    assert offered(13, RUN)[:2] == ["How do I run the race?", "Is the taper right?"]
    assert offered(27, RUN)[0] == "It is race day"
    assert offered(28) == list(AFTERWARDS)  # nothing of weeks that are over


@pytest.mark.parametrize("day", range(-3, 40))
def test_there_are_never_too_many_nor_none(day: int) -> None:
    assert 4 <= len(offered(day)) <= AT_MOST


def test_no_suggestion_changes_the_plan_unasked_or_is_a_red_flag(tmp_path: Path) -> None:
    said = {
        words
        for day in (1, 8, 9, 13, 27, 28)
        for words in suggestions(PLAN, (), MONDAY + dt.timedelta(days=day)).values()
    }
    with house(tmp_path) as planwise:
        planwise.talk("anna", HALF)
        for words in sorted(said):
            turn = planwise.talk("anna", words)
            assert turn.status == "done"
            assert turn.says
            assert turn.outcome in {"answered", "proposed"}, (words, turn.outcome, turn.says)
