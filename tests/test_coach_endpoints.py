"""Shapes of failure that only a peer of our own can produce: each ends in a named error or in an answer."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from planwise_core.coach import context
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Say, Situation
from planwise_core.coach.turn import answer as walk
from planwise_core.errors import CoachUnavailable
from planwise_core.training.edits import Drop
from planwise_core.ui.server import every
from tests.builders import MONDAY, easy, plan
from tests.openai_peer import JSON, KEY, SSE, Raw, answer, chunk, completion, ok, refused, serving, streamed

PROMPT = context.build(Situation(today=MONDAY, plan=plan(easy("tue"))), "How are my legs?")
WORDS = "Rest well tonight, you have earned it."


def ask(peer: Raw, *, heard: Heard | None = None, prompt: Prompt = PROMPT, **more: Any) -> Reply:
    coach = OpenAICoach(KEY, base_url=peer.base_url, **{"attempts": 1, **more})
    try:
        return coach.reply(prompt, heard or Heard())
    finally:
        coach.close()


def failure(peer: Raw, **more: Any) -> CoachUnavailable:
    with pytest.raises(CoachUnavailable) as caught:
        ask(peer, **more)
    return caught.value


def cut(text: str, *more: bytes) -> tuple[int, dict[str, str], list[Any]]:
    return 200, SSE, [*streamed(text)[:4], *more]


LLAMA_IS_FULL = b'{"error": {"code": 400, "message": "the request exceeds", "type": "exceed_context_size_error"}}'
NOT_AN_ENDPOINT = (200, {"content-type": "text/html"}, [b"<html>Welcome</html>"])


@pytest.mark.parametrize(
    ("given", "reason", "sentence"),
    [
        (NOT_AN_ENDPOINT, "not_an_endpoint", "web page"),
        ((200, JSON, [b'{"detail": "nice try"}']), "bad_chunk", "not an answer"),
        ((200, JSON, [completion(answer())[:60]]), "bad_chunk", "unreadable"),
        (cut(answer()), "cut_stream", "broke off"),
        (cut(answer(), b"data: [DONE]\n\n"), "cut_stream", "broke off"),
        (cut(answer(), b'data: {"choi\n\n'), "bad_chunk", "unreadable"),
        (cut(answer(), b'data: {"error": {"message": "overloaded"}}\n\n'), "server_error", "broke off with an error"),
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


def test_comments_that_keep_the_line_open_do_not_outlast_the_deadline() -> None:
    def drop() -> bytes:
        threading.Event().wait(0.1)
        return b": still here\n\n"

    began = time.monotonic()
    with serving((200, SSE, [drop] * 300)) as peer:
        error = failure(peer, timeout_s=2.2)

    assert error.reason == "timeout"
    assert time.monotonic() - began < 5


def test_an_error_that_never_stops_talking_is_cut_off() -> None:
    with serving((400, {}, [b"x" * 10_000] * 2_000)) as peer:
        assert failure(peer).reason == "bad_request"


def test_an_endless_answer_is_cut_off() -> None:
    with serving((200, SSE, [chunk("x" * 50_000)] * 200)) as peer:
        assert failure(peer).reason == "length"


def test_nobody_listening_is_said_at_once() -> None:
    with serving(ok(answer())) as peer:
        pass

    assert failure(peer, models=("a", "b")).reason == "connection"


class Attentive(Heard):
    """A listener that can be waited for."""

    def __init__(self, until: str) -> None:
        super().__init__()
        self.until, self.heard_it = until, threading.Event()

    def __call__(self, words: str, /) -> None:
        super().__call__(words)
        if self.until in self.text:
            self.heard_it.set()


def test_words_are_heard_before_the_rest_of_the_answer_is_there() -> None:
    heard, early = Attentive("earned it."), list[str]()
    text = answer("Rest well tonight, you have earned it.", "edit", edits=[{"kind": "drop", "workout": "w1-tue"}])
    at = text.index('"edits"')

    def rest() -> bytes:
        heard.heard_it.wait(5)
        early.append(heard.text)
        return chunk(text[at:])

    with serving((200, SSE, [chunk(text[:at]), rest, chunk(finish="stop"), b"data: [DONE]\n\n"])) as peer:
        reply = ask(peer, heard=heard)

    assert early == [heard.text] == [reply.says]
    assert len(reply.edits) == 1


def test_a_refusal_is_an_answer_without_a_change() -> None:
    pieces = [chunk(refusal="I can't help with that."), chunk(finish="stop"), b"data: [DONE]\n\n"]
    with serving((200, SSE, pieces)) as peer:
        reply = ask(peer)

    assert (reply.says, reply.edits, reply.build) == ("I can't help with that.", (), False)
    assert reply.usage[0].outcome == "refusal"


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
    with serving(no, no, ok(answer())) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        coach.reply(PROMPT, Heard())
        coach.reply(PROMPT, Heard())
        coach.close()

    formats = [request.get("response_format", {}).get("type") for request in peer.requests]
    assert formats == ["json_schema", "json_object", None, None]


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


class Rules:
    """A coach that always answers, as the offline coach does."""

    name = "offline coach"

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        say("By the rules.")
        return Reply(says="By the rules.", answered_by=self.name)


def test_the_next_coach_answers_and_half_an_answer_is_withdrawn() -> None:
    heard = Heard()
    with serving(cut(answer())) as peer:
        model = OpenAICoach(KEY, base_url=peer.base_url, attempts=1)
        reply = FallbackCoach([model, Rules()]).reply(PROMPT, heard)
        model.close()

    assert (heard.text, reply.answered_by) == ("By the rules.", "offline coach")
    assert reply.notice == (
        "The model gpt-4o broke off in the middle of its answer, so this is the answer of offline coach."
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


def test_warming_up_reads_the_dates_and_never_fails() -> None:
    with serving(NOT_AN_ENDPOINT) as peer:
        coach = FallbackCoach([OpenAICoach(KEY, base_url=peer.base_url), Rules()])
        coach.warm_up()

    assert coach.notices(MONDAY) == ()


class Stopped(Exception):
    """The runner pressed stop."""


class Impatient(Heard):
    def __call__(self, words: str, /) -> None:
        super().__call__(words)
        if len(self.text) > 10:
            raise Stopped


def test_whoever_listens_can_stop_the_answer_and_no_other_coach_begins() -> None:
    with serving(ok(answer())) as peer:
        model = OpenAICoach(KEY, base_url=peer.base_url)
        heard = Impatient()
        with pytest.raises(Stopped):
            FallbackCoach([model, Rules()]).reply(PROMPT, heard)
        model.close()

    assert WORDS.startswith(heard.text.strip())
    assert len(peer.requests) == 1


def test_headers_that_drip_do_not_outlast_the_deadline() -> None:
    with dripping(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nx-slow: " + b"z" * 600) as base_url:
        began = time.monotonic()
        coach = OpenAICoach(KEY, base_url=base_url, attempts=1, timeout_s=1.5)
        with pytest.raises(CoachUnavailable) as caught:
            coach.reply(PROMPT, Heard())
        coach.close()

    assert caught.value.reason == "timeout"
    assert time.monotonic() - began < 4


@contextmanager
def dripping(head: bytes) -> Iterator[str]:
    """A peer that sends the head of its answer a byte every tenth of a second."""
    listener, over = socket.create_server(("127.0.0.1", 0)), threading.Event()

    def drip() -> None:
        peer, _ = listener.accept()
        with peer, contextlib.suppress(OSError):
            peer.recv(100_000)
            for byte in head:
                peer.sendall(bytes([byte]))
                if over.wait(0.1):
                    return

    thread = threading.Thread(target=drip, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        over.set()
        thread.join()
        listener.close()


class Leaving(Heard):
    """A listener that presses stop when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.leaves = threading.Event()

    def __call__(self, words: str, /) -> None:
        super().__call__(words)
        if self.leaves.is_set():
            raise Stopped


@pytest.mark.parametrize("headers_first", [True, False])
def test_stop_before_the_first_token_ends_the_wait_within_a_second(headers_first: bool) -> None:
    heard, asked, over, pressed = Leaving(), threading.Event(), threading.Event(), list[float]()

    def hang() -> bytes:
        asked.set()
        over.wait(20)
        return b""

    def press() -> None:
        asked.wait(20)
        pressed.append(time.monotonic())
        heard.leaves.set()

    presser = threading.Thread(target=press)
    presser.start()
    head = b"HTTP/1.1 200 OK\r\n"
    peer = serving((200, SSE, [b": thinking\n\n", hang])) if headers_first else silent(head, asked, over)
    with peer as there:
        coach = OpenAICoach(KEY, base_url=there.base_url if isinstance(there, Raw) else there)
        with pytest.raises(Stopped):
            coach.reply(PROMPT, heard)
        took_s = time.monotonic() - pressed[0]
        over.set()
        coach.close()
    presser.join()

    assert took_s < 1


@contextmanager
def silent(head: bytes, asked: threading.Event, over: threading.Event) -> Iterator[str]:
    """A peer that takes the request and says no more than `head`."""
    listener = socket.create_server(("127.0.0.1", 0))

    def keep() -> None:
        peer, _ = listener.accept()
        with peer:
            peer.recv(100_000)
            peer.sendall(head)
            asked.set()
            over.wait(20)

    thread = threading.Thread(target=keep, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    finally:
        over.set()
        thread.join()
        listener.close()


def test_waiting_costs_next_to_no_cpu() -> None:
    def late() -> bytes:
        threading.Event().wait(2)
        return b": now\n\n"

    with serving(ok(answer()), (200, SSE, [late, *streamed(answer())])) as peer:
        coach = OpenAICoach(KEY, base_url=peer.base_url)
        coach.reply(PROMPT, Heard())  # the imports
        cpu = time.thread_time()
        coach.reply(PROMPT, Heard())
        burnt_s = time.thread_time() - cpu
        coach.close()

    assert burnt_s < 0.2
