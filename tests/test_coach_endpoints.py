"""Answers and failures that only a peer of our own can make: each is understood, or ends in a named error."""

from __future__ import annotations

import datetime as dt
import json
import threading
from typing import Any

import pytest

from planwise_core.coach.answer_schema import schema
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard
from planwise_core.errors import CoachUnavailable
from planwise_core.training.edits import Drop
from planwise_core.ui.server import every
from tests.builders import MONDAY
from tests.endpoints import LLAMA_IS_FULL, NOT_AN_ENDPOINT, PROMPT, WORDS, Rules, ask, cut, failure
from tests.openai_peer import JSON, KEY, SSE, answer, chunk, completion, ok, refused, serving


@pytest.mark.parametrize(
    ("given", "reason", "sentence"),
    [
        (NOT_AN_ENDPOINT, "not_an_endpoint", "web page"),
        ((200, JSON, [b'{"detail": "nice try"}']), "bad_chunk", "not an answer"),
        ((200, JSON, [completion(answer())[:60]]), "bad_chunk", "unreadable"),
        (cut(answer()), "cut_stream", "broke off"),
        (cut(answer(), b"data: [DONE]\n\n"), "cut_stream", "broke off"),
        (cut(answer(), b'data: {"choi\n\n'), "bad_chunk", "unreadable"),
        (cut(answer(), b'data: {"error": {"message": "overloaded"}}\n\n'), "server_error", "an error of its own"),
        (ok(answer(), finish="length"), "length", "ran out of room"),
        (ok(answer(), finish="content_filter"), "content_filter", "content filter"),
        (ok(""), "empty", "empty answer"),
        (ok(answer(says=" ")), "empty", "without words"),
        (ok("I think you should rest."), "not_an_answer", "another shape"),
        (ok(answer(do="fly")), "not_an_answer", "another shape"),
        ((404, JSON, [b"{}"]), "not_an_endpoint", "not to chat requests"),
        ((400, JSON, [refused("No.")]), "bad_request", "did not take"),
        ((400, JSON, [refused("No.", code="content_filter")]), "content_filter", "content filter"),
        ((402, JSON, [refused("Pay.")]), "quota", "no credit"),
        ((400, JSON, [LLAMA_IS_FULL]), "context_too_long", "too long"),
    ],
)
def test_no_broken_answer_passes_for_one(given: Any, reason: str, sentence: str) -> None:
    heard = Heard()
    with serving(given) as peer:
        error = failure(peer, heard=heard, mode="strict")

    assert error.reason == reason
    assert sentence in str(error)
    assert heard.text == ""  # whatever was said is withdrawn
    assert {line.outcome for line in error.usage} == {reason}


@pytest.mark.parametrize("given", [NOT_AN_ENDPOINT, (401, JSON, [b"{}"]), (402, JSON, [refused("Pay.")])])
def test_what_is_true_of_the_whole_endpoint_is_found_out_once(given: Any) -> None:
    with serving(given) as peer:
        failure(peer, models=("a", "b"))

    assert len(peer.requests) == 1


def test_a_refusal_is_an_answer_without_a_change() -> None:
    pieces = [chunk(refusal="I can't help \ud83dwith that."), chunk(finish="stop"), b"data: [DONE]\n\n"]
    with serving((200, SSE, pieces)) as peer:
        reply = ask(peer)

    assert (reply.says, reply.edits, reply.build) == ("I can't help with that.", (), False)
    assert reply.usage[0].outcome == "refusal"
    assert reply.usage[0].output_tokens > 0  # it costs as much as any answer


def test_an_endpoint_that_does_not_stream_is_understood() -> None:
    heard = Heard()
    with serving((200, JSON, [completion(answer())])) as peer:
        reply = ask(peer, heard=heard)

    assert reply.says == heard.text == WORDS


def test_tokens_are_estimated_where_the_endpoint_does_not_count_and_no_price_is_guessed() -> None:
    pieces = [chunk(answer()), chunk(finish="stop"), b"data: [DONE]\n\n"]
    with serving((200, SSE, pieces)) as peer:
        bill = ask(peer, models=("llama",)).usage[0]

    assert bill.estimated
    assert bill.output_tokens > 10
    assert bill.input_tokens > 1000
    assert bill.cost_usd is None


def test_the_bill_names_the_request_and_never_the_words_or_the_key() -> None:
    with serving(ok(answer())) as peer:
        bill = ask(peer).usage[0]

    assert (bill.correlation_id, bill.input_tokens, bill.cached_tokens, bill.output_tokens) == ("req-1", 900, 600, 40)
    assert bill.cost_usd == pytest.approx((300 * 2.5 + 600 * 1.25 + 40 * 10) / 1e6)
    assert bill.first_token_s is not None
    assert bill.first_token_s <= bill.total_s
    assert not {KEY, "legs", "Rest"} & set(bill.model_dump_json().replace('"', " ").split())


def test_a_parameter_the_model_refuses_is_left_out_from_then_on() -> None:
    no = (400, JSON, [refused("Unsupported value: 'temperature'", param="temperature", code="unsupported_value")])
    with serving(no, ok(answer())) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        coach.reply(PROMPT, Heard())
        coach.reply(PROMPT, Heard())
        coach.close()

    assert ["temperature" in request for request in peer.requests] == [True, False, False]


def test_a_cap_that_is_refused_is_sent_under_its_other_name() -> None:
    no = (400, JSON, [refused("Unknown parameter: 'max_tokens'", param="max_tokens", code="unsupported_parameter")])
    with serving(no, ok(answer())) as peer:
        ask(peer, models=("llama",))

    assert peer.requests[1]["max_completion_tokens"] == 4000
    assert "max_tokens" not in peer.requests[1]


def test_the_strictest_mode_that_works_is_found_out_once() -> None:
    no = (400, JSON, [refused("'response_format' of type json_schema is not supported", param="response_format")])
    neither = (400, JSON, [refused("tools are not supported", param="tools")])
    with serving(no, no, neither, ok(answer())) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        coach.reply(PROMPT, Heard())
        coach.reply(PROMPT, Heard())
        coach.close()

    formats = [request.get("response_format", {}).get("type") for request in peer.requests]
    assert formats == ["json_schema", "json_object", None, None, None]
    assert ["tools" in request for request in peer.requests] == [False, False, True, False, False]


def test_what_is_found_out_of_one_model_is_not_held_against_another() -> None:
    no = (400, JSON, [refused("'response_format' of type json_schema is not supported", param="response_format")])
    gone = (404, JSON, [refused("no model", code="model_not_found")])
    with serving(no, ok(answer()), gone, ok(answer())) as peer:
        coach = OpenAICoach(KEY, ("one", "two"), peer.base_url)
        replies = [coach.reply(PROMPT, Heard()).answered_by for _ in range(2)]
        coach.close()

    asked = [(request["model"], request["response_format"]["type"]) for request in peer.requests]
    assert replies == ["one", "two"]
    assert asked == [("one", "json_schema"), ("one", "json_object"), ("one", "json_object"), ("two", "json_schema")]


def test_an_answer_may_be_a_tool_call() -> None:
    def called(arguments: str) -> bytes:
        return chunk(tool_calls=[{"index": 0, "function": {"arguments": arguments}}])

    said = answer("No Tuesday.", "edit", edits=[{"kind": "drop", "workout": "w1-tue"}])
    pieces = [*(called(said[at : at + 9]) for at in range(0, len(said), 9)), chunk(finish="tool_calls")]
    heard = Heard()
    with serving((200, SSE, pieces)) as peer:
        reply = ask(peer, heard=heard, mode="tools")

    (tool,) = peer.requests[0]["tools"]
    assert (heard.text, reply.edits) == ("No Tuesday.", (Drop(workout="w1-tue"),))
    assert tool["function"]["parameters"] == schema()
    assert peer.requests[0]["tool_choice"]["function"]["name"] == tool["function"]["name"]
    assert "response_format" not in peer.requests[0]


def test_a_mode_that_is_configured_is_kept() -> None:
    no = (400, JSON, [refused("'response_format' is not supported", param="response_format")])
    with serving(no) as peer:
        assert failure(peer, mode="json").reason == "bad_request"


def test_plain_words_of_a_plain_model_are_words_and_no_plan() -> None:
    with serving(ok("Week 1-8: start with a 25-mile race.")) as peer:
        reply = ask(peer, mode="plain")

    assert (reply.says, reply.build, reply.edits) == ("Week 1-8: start with a 25-mile race.", False, ())


def test_json_in_a_fence_with_fields_left_out_is_understood() -> None:
    with serving(ok('```json\n{"says": "Easy does it."}\n```')) as peer:
        assert ask(peer, mode="plain").says == "Easy does it."


def test_a_new_key_is_used_without_a_restart() -> None:
    keys = ["sk-old", "sk-new"]
    with serving(ok(answer())) as peer:
        coach = OpenAICoach(lambda: keys[0], base_url=peer.base_url)
        coach.reply(PROMPT, Heard())
        keys.pop(0)
        coach.reply(PROMPT, Heard())
        coach.close()

    assert peer.keys == ["sk-old", "sk-new"]


@pytest.mark.parametrize(("key", "reason"), [("", "no_key"), ("sk-a\nb", "bad_key"), ("sk-ä", "bad_key")])
def test_a_key_that_cannot_be_one_is_never_sent(key: str, reason: str) -> None:
    with serving(ok(answer())) as peer:
        coach = OpenAICoach(key, base_url=peer.base_url)
        with pytest.raises(CoachUnavailable) as caught:
            coach.reply(PROMPT, Heard())

    assert (caught.value.reason, peer.requests) == (reason, [])


def test_the_day_a_model_is_switched_off_is_read_from_the_endpoint() -> None:
    models = [
        {"id": "gpt-4o", "object": "model", "created": 1, "owned_by": "x", "shutdown_date": "2027-01-14"},
        {"id": "gpt-6-luna", "object": "model", "created": 1, "owned_by": "x", "shutdown_date": None},
    ]
    listed = (200, JSON, [json.dumps({"object": "list", "data": models}).encode()])
    with serving(listed, ok(answer())) as peer:
        coach = OpenAICoach(KEY, ("gpt-4o", "gpt-6-luna"), peer.base_url)
        dates = coach.read_shutdown_dates()
        reply = coach.reply(PROMPT, Heard())
        coach.close()

    assert dates == {"gpt-4o": dt.date(2027, 1, 14)}
    assert coach.notices(MONDAY) == (reply.notice,)
    assert reply.notice == "The model gpt-4o will be switched off on 14 January 2027."


def test_a_date_that_is_told_later_is_read_in_a_process_that_lives_for_weeks() -> None:
    def listed(day: str | None) -> Any:
        model = {"id": "gpt-4o", "object": "model", "created": 1, "owned_by": "x", "shutdown_date": day}
        return 200, JSON, [json.dumps({"object": "list", "data": [model]}).encode()]

    closing, told = threading.Event(), list[tuple[str, ...]]()
    with serving(listed(None), NOT_AN_ENDPOINT, listed("2027-01-14"), NOT_AN_ENDPOINT) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)

        def look() -> None:
            coach.warm_up()
            told.append(coach.notices(MONDAY))
            if len(told) == 4:
                closing.set()

        every(0, look, closing)
        coach.close()

    end = ("The model gpt-4o will be switched off on 14 January 2027.",)
    assert told == [(), (), end, end]  # what was known stays while the endpoint does not answer


@pytest.mark.parametrize("listed", [NOT_AN_ENDPOINT, (200, JSON, [b"[]"]), (500, JSON, [b"{}"])])
def test_an_endpoint_that_lists_no_models_is_named(listed: Any) -> None:
    with serving(listed) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        with pytest.raises(CoachUnavailable):
            coach.read_shutdown_dates()
        coach.close()


def test_warming_up_reads_the_dates_and_never_fails() -> None:
    with serving(NOT_AN_ENDPOINT) as peer:
        coach = FallbackCoach([OpenAICoach(KEY, base_url=peer.base_url), Rules()])
        coach.warm_up()

    assert coach.notices(MONDAY) == ()
