"""What the chat offers to say fits the moment, and the coach understands it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planwise_core.training.journal import Run
from planwise_core.ui.suggestions import AFTERWARDS, ANSWERS, ANY_DAY, AT_MOST, answers, suggestions
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


def test_without_a_plan_there_are_whole_sentences_to_begin_with_in_the_runners_units() -> None:
    said = suggestions(None)

    assert len(said) == 4
    assert all(label == words for label, words in said.items())
    assert "I run 30 km a week" in " ".join(said)
    assert "I run 20 miles a week" in " ".join(suggestions(None, units="mi"))


@pytest.mark.parametrize("begin", ANSWERS["goal"])
def test_an_open_question_is_answered_by_what_is_suggested_until_there_is_a_plan(tmp_path: Path, begin: str) -> None:
    with house(tmp_path) as planwise:
        turn = planwise.talk("anna", "hi")
        asked = []
        while pending := planwise.client("anna").pending:
            fitting = suggestions(None, pending=pending, last=turn.says)
            turn = planwise.talk("anna", begin if pending == "goal" else list(fitting)[1])
            asked.append(pending)

        assert turn.outcome == "saved"
        assert asked[0] == "goal"
        assert {"volume", "days"} <= set(asked)


@pytest.mark.parametrize(("slot", "words"), [(slot, words) for slot in ANSWERS for words in answers(slot)])
def test_every_answer_is_understood(tmp_path: Path, slot: str, words: str) -> None:
    before = {"goal": [], "date": ["Half marathon"], "volume": ["Half marathon", "In 16 weeks"]}
    with house(tmp_path) as planwise:
        for each in ["hi", *before.get(slot, [*before["volume"], "About 30 km"])]:
            planwise.talk("anna", each)
        assert planwise.client("anna").pending == slot

        planwise.talk("anna", words)

        assert planwise.client("anna").pending != slot


def test_a_choice_is_made_by_its_place_or_by_yes_and_no() -> None:
    assert list(answers("choice:make this week easier|make next week easier|leave it")) == [
        "The first", "The second", "None of them",
    ]  # fmt: skip
    assert list(answers("choice:i have a cold|leave it")) == ["Yes", "No"]


def test_nothing_is_suggested_where_the_answer_is_anybodys_guess() -> None:
    assert suggestions(PLAN, (), MONDAY, pending="fill:swap {}") == {}
    assert suggestions(None, last="Lovely. What is your name?") == {}


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
