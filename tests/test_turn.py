"""One turn: what comes of an answer, and what never does."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass, field

import pytest

from planwise_core.coach.reply import Heard, Prompt, Reply, Say, Situation, Turn, Usage
from planwise_core.coach.turn import answer
from planwise_core.errors import CoachUnavailable
from planwise_core.training.athlete import Athlete, Race
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


@pytest.mark.parametrize("change", [Reply(says="", edits=(Move(workout="w1-sat", week=1, day="sat"),)),
                                    Reply(says="", go_back=True)])  # fmt: skip
def test_a_model_that_tells_of_a_change_which_is_none_is_asked_again(change: Reply) -> None:
    own = plan(easy("sat"))
    told, sorry = change.but(says="I suggest Saturday.", by_model=True), says("It is there.", by_model=True)

    once = turn(told, sorry, plan=own, previous_plan=own)
    twice = turn(told, told, plan=own, previous_plan=own)

    assert (once.outcome, once.says) == ("answered", "It is there.")
    assert (twice.outcome, twice.refusal) == ("refused", "That would change nothing in the plan as it is.")


def test_a_rule_is_not_asked_twice() -> None:
    result = turn(says("Gone.", Drop(workout="w9-tue")), plan=plan(easy("tue")))

    assert result.outcome == "refused"
    assert "no workout 'w9-tue'" in result.refusal
    assert result.proposed is None


def test_a_model_may_repair_its_answer_once() -> None:
    bill = Usage(model="m", endpoint="e", output_tokens=10)
    wrong = says("Gone.", Drop(workout="w9-tue"), by_model=True, usage=(bill,))
    right = says("Tuesday is free.", Drop(workout="w1-tue"), by_model=True, usage=(bill.but(output_tokens=20),))
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
    assert "Stop running" in result.says


RUNNER = Athlete(races=(Race(distance_km=21.0975, date=dt.date(2027, 4, 18)),), weekly_km=30, days_per_week=4)


def test_the_first_plan_is_saved_at_once() -> None:
    result = turn(says("Here it is.", athlete=RUNNER, build=True))

    assert (result.outcome, result.edits) == ("saved", ())
    assert result.proposed is not None
    assert result.proposed.race_date == dt.date(2027, 4, 18)


def test_a_plan_made_anew_is_proposed_and_keeps_what_was_lived() -> None:
    first = turn(says("Here it is.", athlete=RUNNER, build=True)).proposed
    assert first is not None
    today = MONDAY + dt.timedelta(weeks=2)

    result = turn(says("Anew.", athlete=RUNNER.but(days_per_week=5), build=True), plan=first, today=today)

    assert result.outcome == "proposed"
    assert result.proposed is not None
    assert [each for each in result.proposed.workouts if each.date < today] == [
        each for each in first.workouts if each.date < today
    ]


def test_wishes_that_contradict_each_other_are_answered_with_what_would_work() -> None:
    tomorrow = Race(distance_km=42.195, date=MONDAY)

    result = turn(says("Here it is.", athlete=RUNNER.but(races=(tomorrow,)), build=True), today=MONDAY)

    assert (result.outcome, result.proposed) == ("refused", None)
    assert result.refusal


def test_a_change_that_breaks_a_limit_is_refused_and_the_limit_named() -> None:
    before = plan(easy("tue"), easy("sat", 14))
    never_sundays = Athlete(weekly_km=22, free_days=("mon", "tue", "wed", "thu", "fri", "sat"))
    edit = Move(workout="w1-sat", week=1, day="sun")

    result = turn(says("Moved.", edit), plan=before, athlete=never_sundays)

    assert (result.outcome, result.edits) == ("refused", ())
    assert "Sunday" in result.refusal


def test_a_limit_that_is_broken_already_does_not_stop_another_change() -> None:
    before = plan(easy("tue"), easy("sun", 14))
    never_sundays = Athlete(weekly_km=22, free_days=("mon", "tue", "wed", "thu", "fri", "sat"))

    result = turn(says("Moved.", Move(workout="w1-tue", week=1, day="wed")), plan=before, athlete=never_sundays)

    assert result.outcome == "proposed"


def test_words_that_contradict_the_plan_are_repaired() -> None:
    edit = Move(workout="w1-sat", week=1, day="sun")
    wrong = says("I suggest the long run of week 1 on Friday.", edit, by_model=True)
    right = says("I suggest the long run of week 1 on Sunday.", edit, by_model=True)

    result = turn(wrong, right, plan=plan(easy("tue"), workout("sat", 14, type="long")))

    assert (result.outcome, result.says) == ("proposed", "I suggest the long run of week 1 on Sunday.")


def test_words_that_stay_wrong_are_marked_and_the_sound_change_is_kept() -> None:
    wrong = says("The long run of week 1 is on Friday.", Move(workout="w1-sat", week=1, day="sun"), by_model=True)

    result = turn(wrong, wrong, plan=plan(easy("tue"), workout("sat", 14, type="long")))

    assert result.outcome == "proposed"
    assert result.says.endswith("The plan of week 1 has a long run on Sunday, not on Friday.")


def test_a_sound_change_is_not_lost_to_a_worse_second_answer() -> None:
    own = plan(easy("tue"), workout("sat", 14, type="long"))
    sound = says("The long run of week 1 is on Friday.", Move(workout="w1-sat", week=1, day="sun"), by_model=True)
    worse = says("Gone.", Drop(workout="w9-tue"), by_model=True)

    result = turn(sound, worse, plan=own)

    assert (result.outcome, result.refusal) == ("proposed", "")
    assert result.edits == (Move(workout="w1-sat", week=1, day="sun"),)
    assert "not on Friday" in result.says


def test_a_turn_has_one_deadline_for_the_answer_and_its_repair() -> None:
    wrong = says("Gone.", Drop(workout="w9-tue"), by_model=True)
    coach, began = Scripted([wrong, wrong]), time.monotonic()

    answer(Situation(today=MONDAY, plan=plan(easy("tue"))), "drop it", coach, Heard(), patience_s=50)

    first, second = (prompt.deadline for prompt in coach.prompts)
    assert first == second
    assert first is not None
    assert began + 50 <= first <= time.monotonic() + 50


def test_a_change_that_is_only_told_is_not_believed() -> None:
    told = says("I've moved your long run to Sunday.", by_model=True)

    result = turn(told, told, plan=plan(workout("sat", 14, type="long")))

    assert "none was made" in result.says


@dataclass
class Tired(Scripted):
    """A coach that has no second answer."""

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        if self.prompts:
            raise CoachUnavailable("Too late.", "timeout")
        return super().reply(prompt, say)


def test_without_a_second_answer_the_first_one_counts() -> None:
    wrong = says("Gone.", Drop(workout="w9-tue"), by_model=True)

    result = answer(Situation(today=MONDAY, plan=plan(easy("tue"))), "drop it", Tired([wrong]), Heard())

    assert (result.outcome, result.says) == ("refused", "Gone.")


@pytest.mark.parametrize("asked", ["", "x" * 20_000, "\x00\x07<script>alert(1)</script>", "half marathon in 1999"])
def test_any_message_at_all_is_walked(asked: str) -> None:
    assert turn(says("Tell me more about your goal."), asked=asked).outcome == "answered"
