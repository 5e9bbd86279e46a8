"""Peers that speak the protocol oddly, or not at all: what can be understood is; nothing else becomes a turn."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import logging
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard
from planwise_core.training.document import render
from tests.builders import easy, plan
from tests.endpoints import WORDS, ask, failure
from tests.houses import MONDAY_MORNING, house
from tests.openai_peer import JSON, KEY, SSE, answer, chunk, completion, ok, serving, streamed

Given = tuple[int, dict[str, str], list[Any]]
THURSDAY = MONDAY_MORNING + dt.timedelta(days=3)
GOOD, BOM, DONE = answer(), b"\xef\xbb\xbf", b"data: [DONE]\n\n"
SIZED = {"kind": "change", "workout": "w2-sat", "type": None, "size": 12, "unit": "km", "notes": None}


def sse(*chunks: Any) -> Given:
    """A stream of these events."""
    pieces = [each if isinstance(each, bytes) else f"data: {json.dumps(each)}\n\n".encode() for each in chunks]
    return 200, SSE, [*pieces, DONE]


def choice(delta: Any, finish: str | None = None, index: int | None = 0) -> dict[str, Any]:
    return {"choices": [{"index": index, "delta": delta, "finish_reason": finish}]}


def called(arguments: str, **more: Any) -> dict[str, Any]:
    """A part of a tool call."""
    return choice({"tool_calls": [{"index": 0, "function": {"arguments": arguments}, **more}]})


STOP = choice({}, "stop")
BODY = b"".join(streamed(GOOD))
PARTS = [{"type": "thinking", "thinking": "hm"}, {"type": "text", "text": GOOD}]
COUNTED = {"prompt_tokens": 5, "completion_tokens": 10**30}
ODD: dict[str, Given] = {
    "thoughts beside the answer": sse(choice({"reasoning_content": "hm " * 50}), choice({"content": GOOD}), STOP),
    "thoughts in front of the answer": ok('<think>{"says": no, {maybe}} </think>\n' + GOOD),
    "content in parts": sse(choice({"content": PARTS}), STOP),
    "no choices at first": sse({"choices": None}, {}, {"type": "ping"}, choice({"content": GOOD}), STOP),
    "no index": sse({"choices": [{"delta": {"content": GOOD}, "finish_reason": "stop"}]}),
    "a second choice among the first": sse(
        choice({"content": GOOD[:30]}), choice({"content": "{"}, "length", 1), choice({"content": GOOD[30:]}), STOP
    ),
    "two ends": sse(choice({"content": GOOD}), STOP, choice({}, "tool_calls")),
    "a tool call in pieces": sse(
        called("", id="c", type="function"), called(GOOD[:20]), called(GOOD[20:]), choice({}, "tool_calls")
    ),
    "counts that cannot be": sse(choice({"content": GOOD}), STOP, {"choices": [], "usage": COUNTED}),
    "a count of yes": sse(choice({"content": GOOD}), STOP, {"usage": {"prompt_tokens": True, "completion_tokens": 1}}),
    "a count below nothing": sse(
        choice({"content": GOOD}), STOP, {"usage": {"prompt_tokens": -5, "completion_tokens": 1}}
    ),
    "a byte order mark": (200, SSE, [BOM[:1], BOM[1:] + BODY]),
    "a byte order mark before JSON": (200, JSON, [BOM + completion(GOOD)]),
    "a byte order mark in the text": ok("\ufeff" + GOOD),
    "lines that end in CR LF": (200, SSE, [BODY.replace(b"\n", b"\r\n")]),
    "events with names": (200, SSE, [b"event: x\nid: 1\n" + each for each in streamed(GOOD)]),
    "a stream said to be JSON": (200, JSON, [BODY]),
    "JSON said to be a stream": (200, SSE, [completion(GOOD)]),
    "JSON of no type": (200, {}, [b"\n\n ", completion(GOOD)]),
    "a packed stream": (200, SSE | {"content-encoding": "gzip"}, [gzip.compress(BODY)]),
    "JSON and then prose": ok(GOOD + "\n\nHope {that} helps!"),
    "the answer twice": ok(GOOD + "\n" + GOOD),
    "a fence among words": ok(f"Here you {{go}}:\n```json\n{GOOD}\n```\nEnjoy!"),
    "half a letter": sse(choice({"content": GOOD[:20] + "\ud83d" + GOOD[20:]}), STOP),
    "half a letter, escaped": ok(answer("Rest well tonight, \udc00you have \ud83dearned it.")),
}  # fmt: skip
BROKEN: dict[str, tuple[Given, str]] = {
    "thoughts alone": (sse(choice({"reasoning_content": "hm " * 50}), STOP), "empty"),
    "a tool nobody offered": (sse(called("{}"), choice({}, "tool_calls")), "not_an_answer"),
    "every piece twice": ((200, SSE, [each + each for each in streamed(GOOD)]), "not_an_answer"),
    "other quotation marks": (ok(GOOD.replace('"', "“")), "not_an_answer"),
    "JSON in a string": (ok(json.dumps(GOOD)), "not_an_answer"),
    "edits in a string": (ok('{"says": "Done.", "do": "edit", "facts": [], "edits": "[]"}'), "not_an_answer"),
    "a pit of brackets": (ok('{"says":"hi","facts":' + "[" * 20_000, every=900), "not_an_answer"),
    "a pit of brackets for an event": (sse(b"data: " + b"[" * 50_000 + b"\n\n"), "bad_chunk"),
    "an endless number": (ok(answer(edits=[]).replace('"talk"', "9" * 5000)), "not_an_answer"),
    "a line of blanks": (ok("\n" * 60_000, every=900), "empty"),
    "nothing at all": ((200, SSE, []), "cut_stream"),
    "no content": ((204, {}, []), "cut_stream"),
    "no choices in JSON": ((200, JSON, [b'{"choices": []}']), "bad_chunk"),
    "a list": ((200, JSON, [b"[1]"]), "bad_chunk"),
    "a number for an event": (sse(5), "bad_chunk"),
    "an error that is a word": ((200, JSON, [b'{"error": "boom"}']), "server_error"),
    "an error with 200": ((200, JSON, [b'{"error": {"code": 429, "message": "slow"}}']), "rate_limit"),
    "an empty account with 200": (sse({"error": {"code": "insufficient_quota"}}), "quota"),
    "a page of another type": ((200, SSE, [b"\n<!doctype html>"]), "not_an_endpoint"),
    "half a pack": ((200, SSE | {"content-encoding": "gzip"}, [gzip.compress(BODY)[:90]]), "cut_stream"),
    "no pack": ((200, SSE | {"content-encoding": "gzip"}, [BODY]), "connection"),
    "a pack without end": (
        (200, SSE | {"content-encoding": "gzip"}, [gzip.compress(b":" * 9_000_000)]), "length"
    ),
    "elsewhere": ((307, {"location": "http://127.0.0.1:1/v1"}, []), "not_an_endpoint"),
    "round and round": ((308, {"location": "/v1/chat/completions"}, []), "not_an_endpoint"),
    "nowhere": ((302, {}, []), "not_an_endpoint"),
    "a pause until the end of time": (
        (429, {"retry-after": "Fri, 31 Dec 9999 23:59:59 -2300"}, [b"{}"]), "rate_limit"
    ),
    "a pause that is no number": ((429, {"retry-after": "nan"}, [b"slow down"]), "rate_limit"),
    "an error of another kind": ((400, JSON, [b'{"error": {"message": [1], "code": {}, "param": 5}}']), "bad_request"),
    "a status nobody knows": ((999, {}, [b"x"]), "server_error"),
}  # fmt: skip


@pytest.mark.parametrize("given", ODD.values(), ids=ODD)
def test_an_answer_in_odd_clothes_is_understood(given: Given) -> None:
    heard = Heard()
    with serving(given) as peer:
        reply = ask(peer, heard=heard)

    assert reply.says == heard.text == WORDS
    assert 0 < reply.usage[0].output_tokens < 1000
    assert reply.usage[0].cost_usd is not None


@pytest.mark.parametrize(("given", "reason"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_answer_has_a_name(given: Given, reason: str) -> None:
    with serving(given) as peer:
        error = failure(peer)

    assert error.reason == reason
    assert len(peer.requests) == 1


@pytest.mark.parametrize("end", [[], [b": ping\n\n"] * 100])
def test_an_answer_that_has_ended_is_not_waited_for(end: list[bytes]) -> None:
    over = threading.Event()

    def linger() -> bytes:
        over.wait(0.1 if end else 30)
        return b": ping\n\n"

    began = time.monotonic()
    with serving((200, SSE, [chunk(GOOD), chunk(finish="stop"), *[linger] * 100])) as peer:
        reply = ask(peer)
        took_s = time.monotonic() - began
        over.set()

    assert reply.says == WORDS
    assert took_s < 10


EDITS: dict[str, str] = {
    "the past": answer("Gone.", "edit", edits=[{"kind": "drop", "workout": "w1-mon"}]),
    "a week of its own": answer("Gone.", "edit", edits=[{"kind": "drop", "workout": "w77-mon"}]),
    "no number": json.dumps({"says": "So.", "do": "edit", "edits": [SIZED | {"size": float("nan")}]}),
    "no end": json.dumps({"says": "So.", "do": "edit", "edits": [SIZED | {"size": float("inf"), "unit": "min"}]}),
    "no minutes": json.dumps({"says": "So.", "do": "edit", "edits": [SIZED | {"size": float("nan"), "unit": "min"}]}),
    "half a letter": answer("So.", facts=[{"fact": "weekly_distance", "number": float("nan"), "unit": "\ud83d"}]),
    "half a day": answer("So.", facts=[{"fact": "away", "first": "\ud83d", "last": "2026-12-01", "reason": "other"}]),
    "a full day": answer("So.", "edit", edits=[{"kind": "weeks", "rows": ["2 " + "E8+" * 999 + "E8 - - - - - -"]}]),
    "a slot full of runs": answer("So.", "edit", edits=[SIZED | {"kind": "add", "workout": "w2-mon"}] * 40),
    "a week ten thousand times": answer("So.", "edit", edits=[{"kind": "weeks", "rows": ["2" + 7 * " -"] * 10_000}]),
    "more than anyone changes": answer("So.", "edit", edits=[{"kind": "drop", "workout": "w2-sat"}] * 1000),
}  # fmt: skip


@pytest.mark.parametrize(
    "given",
    [*ODD.values(), *(each for each, _ in BROKEN.values()), *(ok(each, every=900) for each in EDITS.values())],
    ids=[*ODD, *BROKEN, *EDITS],
)
def test_no_peer_breaks_a_turn(tmp_path: Path, caplog: pytest.LogCaptureFixture, given: Given) -> None:
    caplog.set_level(logging.WARNING, logger="planwise")
    before = plan(easy("mon"), easy("sat", 14), easy("sat", 14, week=2))
    with serving(given) as peer:
        model = OpenAICoach(KEY, base_url=peer.base_url, attempts=1)
        with house(tmp_path, FallbackCoach([model, OfflineCoach()]), THURSDAY) as planwise:
            planwise.bring("anna", render(before), parent=None)
            turn = planwise.talk("anna", "How are my legs?", mode="apply")  # a change would be saved

            assert turn.status == "done"
            assert turn.says
            assert [head.number for head in planwise.heads("anna")] == [1]
        model.close()

    assert caplog.text == ""
