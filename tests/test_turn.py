"""One turn: what comes of an answer, and what never does."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

import pytest

from planwise_core.coach.reply import Heard, Prompt, Reply, Say, Situation, Turn
from planwise_core.coach.turn import answer
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import Drop, Edit, Move, apply
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from tests.builders import MONDAY, easy, plan, workout

THURSDAY = MONDAY + dt.timedelta(days=3)


@dataclass
class Scripted:
    """A coach that gives the replies it was handed, one a question, and remembers what it was asked."""

    replies: list[Reply]
    prompts: list[Prompt] = field(default_factory=list)
    name: str = "scripted"

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        self.prompts.append(prompt)
        reply = self.replies[len(self.prompts) - 1]
        say(reply.says)
        return reply


def turn(
    *replies: Reply, plan: Plan | None = None, today: dt.date = MONDAY, asked: str = "please", **more: object
) -> Turn:
    situation = Situation(today=today, plan=plan, **more)  # type: ignore[arg-type]
    return answer(situation, asked, Scripted(list(replies)), Heard())


def says(words: str = "Done.", *edits: Edit, **more: object) -> Reply:
    return Reply(says=words, edits=edits, **more)  # type: ignore[arg-type]


def test_words_alone_change_nothing() -> None:
    result = turn(says("Rest well."), plan=plan(easy("tue")))

    assert (result.outcome, result.says, result.proposed) == ("answered", "Rest well.", None)


def test_edits_are_proposed_with_the_difference_they_make() -> None:
    before = plan(easy("tue"), easy("sat", 14))

    result = turn(says("Moved.", Move(workout="w1-sat", week=1, day="sun")), plan=before)

    assert result.outcome == "proposed"
    assert result.edits == (Move(workout="w1-sat", week=1, day="sun"),)
    assert result.proposed == apply(before, result.edits)


def test_an_edit_that_changes_nothing_is_no_proposal() -> None:
    result = turn(says("Moved.", Move(workout="w1-sat", week=1, day="sat")), plan=plan(easy("sat")))

    assert (result.outcome, result.proposed, result.edits) == ("answered", None, ())


def test_a_rule_is_not_asked_twice() -> None:
    result = turn(says("Gone.", Drop(workout="w9-tue")), plan=plan(easy("tue")))

    assert result.outcome == "refused"
    assert "no workout 'w9-tue'" in result.refusal
    assert result.proposed is None


def test_a_model_may_repair_its_answer_once() -> None:
    wrong = says("Gone.", Drop(workout="w9-tue"), by_model=True, output_tokens=10)
    right = says("Tuesday is free.", Drop(workout="w1-tue"), by_model=True, output_tokens=20)
    coach, heard = Scripted([wrong, right]), Heard()

    result = answer(Situation(today=MONDAY, plan=plan(easy("tue"), easy("sat"))), "free tuesday", coach, heard)

    assert (result.outcome, result.says, heard.text) == ("proposed", "Tuesday is free.", "Tuesday is free.")
    assert "no workout 'w9-tue'" in coach.prompts[1].objection
    assert result.output_tokens == 30


def test_after_a_second_failure_the_words_stay_and_the_limit_is_named() -> None:
    wrong = says("Gone.", Drop(workout="w9-tue"), by_model=True)

    result = turn(wrong, wrong, plan=plan(easy("tue")))

    assert (result.outcome, result.says, result.edits) == ("refused", "Gone.", ())
    assert "w9-tue" in result.refusal


def test_the_past_and_what_is_done_never_change() -> None:
    before = plan(easy("tue"), easy("sat"))
    done = (Run(date=THURSDAY, km=8, workout="w1-sat"),)

    past = turn(says("Gone.", Drop(workout="w1-tue")), plan=before, today=THURSDAY)
    ran = turn(says("Gone.", Drop(workout="w1-sat")), plan=before, today=THURSDAY, runs=done)

    assert (past.outcome, ran.outcome) == ("refused", "refused")
    assert "has passed" in past.refusal
    assert "is done" in ran.refusal


def test_going_back_keeps_the_days_that_were_lived() -> None:
    now = plan(workout("tue", 10, type="tempo"), easy("sat", 14))
    earlier = plan(easy("tue", 6), easy("sat", 12))

    result = turn(says("Back.", go_back=True), plan=now, previous_plan=earlier, today=THURSDAY)

    assert result.proposed is not None
    assert [(each.type, each.km) for each in result.proposed.workouts] == [("tempo", 10), ("easy", 12)]


def test_going_back_from_the_first_version_is_refused_in_words() -> None:
    result = turn(says("Back.", go_back=True), plan=plan(easy("tue")))

    assert result.refusal == "There is no earlier version to go back to."


def test_what_was_learned_of_the_runner_is_handed_on() -> None:
    result = turn(says("How many days a week?", athlete=Athlete(weekly_km=30), known={"weekly_km"}, pending="days"))

    assert result.athlete == Athlete(weekly_km=30)
    assert (result.known, result.pending) == ({"weekly_km"}, "days")


@pytest.mark.parametrize("asked", ["I had chest pain on my run today", "I fainted after the intervals"])
def test_a_red_flag_is_answered_before_any_coach_is_asked(asked: str) -> None:
    coach = Scripted([])

    result = answer(Situation(today=MONDAY, plan=plan(easy("tue"))), asked, coach, Heard())

    assert (result.outcome, result.proposed, coach.prompts) == ("referred", None, [])
    assert "doctor" in result.says
