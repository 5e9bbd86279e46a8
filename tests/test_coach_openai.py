"""The coach behind an endpoint, against a real peer that misbehaves on purpose (llmock)."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from planwise_core.coach import context
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Situation
from planwise_core.errors import CoachUnavailable
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import Move
from planwise_core.training.journal import Said
from planwise_core.training.plan import Plan
from tests.builders import MONDAY, easy, plan
from tests.openai_peer import KEY, answer, recorded


def prompt(asked: str = "Can I move Saturday to Sunday?", own: Plan | None = None) -> Prompt:
    return context.build(Situation(today=MONDAY, plan=own or plan(easy("tue"), easy("sat", 14))), asked)


@pytest.fixture(autouse=True)
def requests(llmock) -> Iterator[None]:  # type: ignore[no-untyped-def]
    """All that llmock was asked, written down if that is wanted."""
    yield
    for request in llmock.requests:
        recorded(request.body)


@pytest.fixture
def coach(llmock) -> Iterator[OpenAICoach]:  # type: ignore[no-untyped-def]
    """A coach that speaks to llmock."""
    made = OpenAICoach(KEY, base_url=llmock.base_url())
    yield made
    made.close()


@pytest.fixture
def impatient(llmock) -> Iterator[OpenAICoach]:  # type: ignore[no-untyped-def]
    """A coach that bears a silence of a second and a half."""
    made = OpenAICoach(KEY, base_url=llmock.base_url(), idle_s=1.5)
    yield made
    made.close()


def ask(coach: OpenAICoach, heard: Heard | None = None) -> Reply:
    return coach.reply(prompt(), heard or Heard())


def test_words_and_edits_come_in_one_request(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    edit = {"kind": "move", "workout": "w1-sat", "to": "w1-sun"}
    llmock.reply(answer("I suggest the long run on Sunday.", "edit", edits=[edit]))
    heard = Heard()

    reply = ask(coach, heard)

    assert reply.says == heard.text == "I suggest the long run on Sunday."
    assert reply.edits == (Move(workout="w1-sat", week=1, day="sun"),)
    assert (reply.answered_by, reply.by_model, len(llmock.requests)) == ("gpt-4o", True, 1)


def test_the_request_is_what_the_runner_asked_for(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.reply(answer())

    ask(coach)

    sent = llmock.last_request.body
    assert (sent["model"], sent["temperature"], sent["max_completion_tokens"]) == ("gpt-4o", 0.3, 4000)
    assert sent["stream"] is True
    assert sent["stream_options"] == {"include_usage": True}
    assert sent["response_format"]["json_schema"]["strict"] is True
    assert "reasoning_effort" not in sent


def test_a_limit_is_waited_out_as_long_as_it_asks(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.rate_limit(retry_after=1).reply(answer())
    began = time.monotonic()

    reply = ask(coach)

    assert time.monotonic() - began >= 1
    assert [line.outcome for line in reply.usage] == ["rate_limit", "ok"]
    llmock.assert_resilient(strict=True)


def test_a_limit_longer_than_a_runner_waits_is_not_waited_out(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.rate_limit(retry_after=300, times=None)

    with pytest.raises(CoachUnavailable, match="too many requests") as caught:
        ask(coach)

    assert (caught.value.reason, caught.value.retry_after_s, len(llmock.requests)) == ("rate_limit", 300, 1)


@pytest.mark.parametrize("status", [500, 503])
def test_an_error_of_the_server_is_asked_again(coach: OpenAICoach, llmock, status: int) -> None:  # type: ignore[no-untyped-def]
    llmock.fail(status, times=2).reply(answer())

    reply = ask(coach)

    assert [line.outcome for line in reply.usage] == ["server_error", "server_error", "ok"]
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [("truncate", "cut_stream"), ("disconnect", "cut_stream"), ("corrupt", "bad_chunk")],
)
def test_a_broken_stream_is_withdrawn_and_asked_again(coach, llmock, fault: str, reason: str) -> None:  # type: ignore[no-untyped-def]
    getattr(llmock.reply(answer(), times=2), fault)(after_chunks=3)
    heard = Heard()

    reply = ask(coach, heard)

    assert [line.outcome for line in reply.usage] == [reason, "ok"]
    assert heard.text == reply.says == "Rest well tonight, you have earned it."


def test_a_stream_that_stalls_is_not_sat_through(impatient: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.reply(answer(), times=None).stall(after_chunks=3, seconds=3)

    outcomes = [line.outcome for line in ask(impatient).usage]

    assert (outcomes[0], outcomes[-1]) == ("timeout", "ok")
    assert len(llmock.requests) == len(outcomes)  # looked up when the peer, too, has let go


def test_a_slow_first_word_is_a_timeout(impatient: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.reply(answer(), times=None).delay(3)

    outcomes = [line.outcome for line in ask(impatient).usage]

    assert (outcomes[0], outcomes[-1]) == ("timeout", "ok")
    assert len(llmock.requests) == len(outcomes)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_key_is_not_tried_again(coach: OpenAICoach, llmock, status: int) -> None:  # type: ignore[no-untyped-def]
    llmock.fail(status, times=None)

    with pytest.raises(CoachUnavailable, match="API key") as caught:
        ask(coach)

    assert (caught.value.reason, len(llmock.requests)) == ("auth", 1)
    assert KEY not in str(caught.value)


def test_an_empty_account_is_not_tried_again(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.fail(429, code="insufficient_quota", times=None)

    with pytest.raises(CoachUnavailable, match="no credit") as caught:
        ask(coach)

    assert (caught.value.reason, len(llmock.requests)) == ("quota", 1)


def test_an_answer_in_no_shape_is_asked_for_in_a_simpler_mode(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.reply('{"hello": "world"}').reply(answer())

    reply = ask(coach)

    assert [line.outcome for line in reply.usage] == ["not_an_answer", "ok"]
    assert llmock.last_request.body["response_format"] == {"type": "json_object"}
    assert "Answer = " in llmock.last_request.body["messages"][0]["content"]


def test_one_misshapen_answer_is_an_accident_and_two_are_a_habit(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    for broken in (True, False, True, True, False):
        if broken:
            llmock.reply('{"hello": "world"}')
        llmock.reply(answer())
        ask(coach)

    formats = [request.body["response_format"]["type"] for request in llmock.requests]
    strict, plain = "json_schema", "json_object"
    assert formats == [strict, plain, strict, strict, plain, strict, plain, plain]


def test_a_conversation_that_is_too_long_is_said_so(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    llmock.context_overflow()

    with pytest.raises(CoachUnavailable, match="too long") as caught:
        ask(coach)

    assert caught.value.reason == "context_too_long"


def test_where_there_is_no_room_the_talk_before_is_left_out(coach: OpenAICoach, llmock) -> None:  # type: ignore[no-untyped-def]
    history = (Said(role="runner", text="My shoes are blue."), Said(role="coach", text="A fine colour for shoes. " * 4))
    llmock.context_overflow(times=1).reply(answer())

    limited = Athlete(free_days=("tue", "thu"))
    situation = Situation(today=MONDAY, plan=plan(easy("tue")), history=history, athlete=limited)
    reply = coach.reply(context.build(situation, "Can I move Tuesday?"), Heard())

    assert [line.outcome for line in reply.usage] == ["context_too_long", "ok"]
    assert ["blue" in str(request.body) for request in llmock.requests] == [True, False]
    assert "free_days" in llmock.requests[1].body["messages"][-1]["content"]


def test_an_unknown_model_falls_through_to_the_next(llmock) -> None:  # type: ignore[no-untyped-def]
    coach = OpenAICoach(KEY, ("gpt-4o", "gpt-6-luna"), llmock.base_url())
    llmock.fail(404, code="model_not_found", message="The model `gpt-4o` does not exist").reply(answer())

    reply = coach.reply(prompt(), Heard())

    assert reply.answered_by == "gpt-6-luna"
    assert [line.outcome for line in reply.usage] == ["model_not_found", "ok"]
    assert llmock.last_request.body["reasoning_effort"] == "none"
    coach.close()


def test_after_three_failures_the_endpoint_is_left_alone(llmock) -> None:  # type: ignore[no-untyped-def]
    coach = OpenAICoach(KEY, base_url=llmock.base_url(), attempts=1)
    llmock.outage()

    reasons = []
    for _ in range(4):
        with pytest.raises(CoachUnavailable) as caught:
            ask(coach)
        reasons.append(caught.value.reason)
    coach.close()

    assert reasons == ["server_error"] * 3 + ["circuit_open"]
