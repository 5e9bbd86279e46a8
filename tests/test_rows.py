"""Whole weeks in a row each: as a model reads them, and as it writes a structure of the runner's own."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from planwise_core.coach import rows
from planwise_core.coach.answer_schema import schema
from planwise_core.coach.answers import read, reply_of
from planwise_core.coach.context import build
from planwise_core.coach.listening import estimated_tokens
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Situation, Turn
from planwise_core.coach.turn import answer as walk
from planwise_core.errors import InvalidEdit
from planwise_core.training import engine
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.edits import Add, Change, Drop, apply
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, weekday_of
from planwise_core.training.values import WEEKDAYS
from tests.builders import MONDAY, easy, plan, workout
from tests.openai_peer import KEY, answer, ok, serving
from tests.strategies import plans

OWN = plan(easy("tue"), workout("thu", 10, type="tempo"), workout("sun", 15, type="long"))


def written(own: Plan, week: int) -> str:
    """A week as a model would write it."""
    days = [[each for each in own.by_week[week - 1] if weekday_of(each.date) == day] for day in WEEKDAYS]
    return " ".join([str(week), *map(rows.cell, days)])


def made(*row: str, own: Plan = OWN, frozen: tuple[str, ...] = ()) -> list[Any]:
    return list(rows.edits(row, own, frozen))


def test_a_row_says_only_what_becomes_different() -> None:
    assert made("1 - E8 - T10 - - L15") == []
    assert made("1 - E6 - V9 E5 - -") == [
        Change(workout="w1-tue", km=6), Change(workout="w1-thu", type="vo2_long", km=9),
        Add(week=1, day="fri", type="easy", km=5), Drop(workout="w1-sun"),
    ]  # fmt: skip
    assert made("2 st30m - E7.5+mo15m - - - -") == [
        Add(week=2, day="mon", type="strength", minutes=30), Add(week=2, day="wed", type="easy", km=7.5),
        Add(week=2, day="wed", type="mobility", minutes=15),
    ]  # fmt: skip


def test_a_total_that_was_copied_along_is_left_out() -> None:
    assert made("1 33 - E8 - T10 - - L15") == []


def test_what_is_done_and_races_stay() -> None:
    own = plan(easy("tue"), workout("sun", 21.1, type="race", id="race"))

    assert made("1 - - - - - - -", own=own, frozen=("w1-tue",)) == []
    assert made("1 - E8 - - - - X21", own=own) == []


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("", "is not a week"),
        ("1 E8 E8", "is not a week"),
        ("one - - - - - - -", "is not a week"),
        ("9 - - - - - - -", "no week 9"),
        ("0 - - - - - - -", "no week 0"),
        ("1 - Q8 - - - - -", "'Q8' is not a workout"),
        ("1 - E - - - - -", "'E' is not a workout"),
        ("1 - E0 - - - - -", "'E0' is not a workout"),
        ("1 - E8E9 - - - - -", "is not a workout"),
        ("1 - - - - - - X42", "no race on Sunday"),
    ],
)
def test_a_row_that_makes_no_sense_is_named(row: str, problem: str) -> None:
    with pytest.raises(InvalidEdit, match=problem):
        made(row)


def test_a_week_is_written_once() -> None:
    with pytest.raises(InvalidEdit, match="Week 2 is written twice"):
        made("2 - E8 - - - - -", "2 - E8 - - - - -")


@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(plans(), plans())
def test_the_rows_of_one_plan_make_another_one_the_same_to_a_reader(old: Plan, new: Plan) -> None:
    weeks = range(1, min(len(old.weeks), len(new.weeks)) + 1)
    no_race = old.but(workouts=tuple(each for each in old.workouts if each.type != "race"))
    sized = [each for each in new.workouts if (each.km or 0) >= 1 or not each.is_run]  # an added run by time gets km
    target = new.but(workouts=tuple(each for each in sized if each.type != "race"))

    after = apply(no_race, made(*(written(target, week) for week in weeks), own=no_race))

    assert [sorted(written(after, week)) for week in weeks] == [sorted(written(target, week)) for week in weeks]


@pytest.mark.parametrize(("km", "minutes"), [(0.04, None), (0.1, None), (0.5, None), (0.6, None), (None, 1440)])
def test_the_smallest_and_the_longest_workout_can_be_read_back(km: float | None, minutes: int | None) -> None:
    own = plan(workout("tue", km, type="cross_train", minutes=minutes))

    assert made(f"1 - {rows.cell(own.workouts)} - - - - -", own=own) == []


def test_every_code_stands_for_one_type() -> None:
    assert len(set(rows.CODES.values())) == len(rows.CODES)


def authored(weeks: int, **more: Any) -> tuple[str, Athlete]:
    """What a model answers that writes every week of a plan itself."""
    race = Race(distance_km=21.0975, date=MONDAY + dt.timedelta(weeks=weeks, days=-1))
    athlete = Athlete(races=(race,), weekly_km=40, longest_run_km=14, days_per_week=6)
    facts = [
        {"fact": "race", "distance": 21.1, "unit": "km", "date": race.date and race.date.isoformat(), "time": None,
         "priority": "A"},
        {"fact": "weekly_distance", "number": 40, "unit": "km"},
        {"fact": "longest_run", "number": 14, "unit": "km"},
        {"fact": "days_per_week", "number": 6, "unit": "none"},
    ]  # fmt: skip
    own = engine.build(athlete, MONDAY)
    lines = [written(own, week) for week in range(1, weeks + 1)]
    edits = [{"kind": "weeks", "rows": [more.get("rewrite", {}).get(at, line) for at, line in enumerate(lines, 1)]}]
    return answer("Your own structure, week by week.", "build", facts=facts, edits=edits), athlete


def talk(text: str, situation: Situation) -> Turn:
    with serving(ok(text)) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        try:
            return walk(situation, "I want a plan of my own structure", coach, Heard())
        finally:
            coach.close()


@pytest.mark.parametrize("weeks", [4, 16, 30])
def test_a_model_can_write_every_week_of_a_plan_within_its_output(weeks: int) -> None:
    text, athlete = authored(weeks)

    turn = talk(text, Situation(today=MONDAY))

    assert estimated_tokens(text) <= 4000
    assert (turn.outcome, turn.refusal) == ("saved", "")
    assert turn.proposed is not None
    own = engine.build(athlete, MONDAY)
    assert [written(turn.proposed, at) for at in range(1, weeks + 1)] == [
        written(own, at) for at in range(1, weeks + 1)
    ]


def test_a_structure_of_the_runners_own_is_what_they_get() -> None:
    text, _ = authored(12, rewrite={2: "2 E6 E6 E6 E6 E6 - L14"})

    turn = talk(text, Situation(today=MONDAY))

    assert turn.proposed is not None
    assert written(turn.proposed, 2) == "2 E6 E6 E6 E6 E6 - L14"


def test_weeks_that_would_hurt_are_refused_although_they_were_written() -> None:
    text, _ = authored(12, rewrite={2: "2 V20 V20 V20 V20 V20 V20 L40"})

    turn = talk(text, Situation(today=MONDAY))

    assert (turn.outcome, turn.proposed) == ("refused", None)
    assert turn.refusal


def test_a_week_of_a_plan_that_is_there_can_be_written_anew() -> None:
    runs = (Run(date=MONDAY + dt.timedelta(1), km=8, workout="w1-tue"),)
    situation = Situation(today=MONDAY + dt.timedelta(2), plan=OWN, runs=runs)
    edits = [{"kind": "weeks", "rows": ["1 E9 E9 - E8 - - L15"]}]

    reply = reply_of(read(answer("Easier.", "edit", edits=edits)), situation)

    assert reply.problem == ""
    assert reply.edits[-1] == Change(workout="w1-thu", type="easy", km=8)


def test_a_plan_is_shown_in_the_words_it_can_be_written_in() -> None:
    shown = build(Situation(today=MONDAY, plan=OWN), "hi").messages[-1]["content"]

    assert "\n1 33 - E8 - T10 - - L15\n" in shown
    assert json.dumps(schema()).count('"rows"') == 2
