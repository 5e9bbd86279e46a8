"""When a model does not answer the next one does, half an answer is withdrawn, and one repair is asked for."""

from __future__ import annotations

import pytest

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Say
from planwise_core.coach.turn import answer as walk
from planwise_core.errors import CoachUnavailable
from planwise_core.training.edits import Drop
from tests.endpoints import PROMPT, Rules, cut
from tests.openai_peer import KEY, answer, ok, serving


def test_the_next_coach_answers_and_half_an_answer_is_withdrawn() -> None:
    heard = Heard()
    with serving(cut(answer())) as peer:
        model = OpenAICoach(KEY, base_url=peer.base_url, attempts=1)
        reply = FallbackCoach([model, Rules()]).reply(PROMPT, heard)
        model.close()

    assert (heard.text, reply.answered_by) == ("By the rules.", "offline coach")
    assert reply.notice == (
        "The model gpt-4o broke off in the middle of its answer, so the offline coach has answered."
    )
    assert {line.outcome for line in reply.usage} == {"cut_stream"}


class Faint(Rules):
    """A coach that breaks off."""

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        say("I was about to")
        raise CoachUnavailable("The first coach broke off.", "cut_stream")


def test_a_coach_that_breaks_off_has_said_nothing() -> None:
    heard = Heard()

    reply = FallbackCoach([Faint(), Rules()]).reply(PROMPT, heard)

    assert heard.text == reply.says == "By the rules."


def test_when_no_coach_answers_the_first_reason_is_told() -> None:
    with pytest.raises(CoachUnavailable, match="The first coach broke off"):
        FallbackCoach([Faint(), Faint()]).reply(PROMPT, Heard())


def test_a_model_is_told_what_was_wrong_and_repairs_it_within_the_turn() -> None:
    drop = {"kind": "drop", "workout": "w1-fri"}
    wrong, right = (
        answer("No Friday.", "edit", edits=[drop]),
        answer("No Tuesday.", "edit", edits=[drop | {"workout": "w1-tue"}]),
    )
    heard = Heard()
    with serving(ok(wrong), ok(right)) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        turn = walk(PROMPT.situation, "drop it", coach, heard)
        coach.close()

    assert (turn.outcome, heard.text, turn.edits) == ("proposed", "No Tuesday.", (Drop(workout="w1-tue"),))
    assert "no workout on Friday of week 1" in peer.requests[1]["messages"][-1]["content"]
    assert peer.requests[1]["messages"][: len(peer.requests[0]["messages"])] == peer.requests[0]["messages"]
    assert turn.input_tokens == 1800
