"""How long a model is waited for: words as they come, a deadline nobody outlasts, and a stop that is heard at once."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard
from planwise_core.errors import CoachUnavailable
from tests.endpoints import PROMPT, WORDS, Rules, ask, failure
from tests.openai_peer import KEY, SSE, Raw, answer, chunk, ok, serving, streamed


def test_comments_that_keep_the_line_open_do_not_outlast_the_deadline() -> None:
    def drop() -> bytes:
        threading.Event().wait(0.1)
        return b": still here\n\n"

    began = time.monotonic()
    with serving((200, SSE, [drop] * 300)) as peer:
        error = failure(peer, timeout_s=2.2)

    assert error.reason == "timeout"
    assert time.monotonic() - began < 5


def test_a_model_that_only_keeps_the_line_open_leaves_time_for_the_next() -> None:
    def drop() -> bytes:
        threading.Event().wait(0.1)
        return b": still here\n\n"

    with serving((200, SSE, [drop] * 300), ok(answer())) as peer:
        reply = ask(peer, models=("one", "two"), timeout_s=6)

    assert [(line.model, line.outcome) for line in reply.usage] == [("one", "timeout"), ("two", "ok")]


def test_an_error_that_never_stops_talking_is_cut_off() -> None:
    with serving((400, {}, [b"x" * 10_000] * 2_000)) as peer:
        assert failure(peer).reason == "bad_request"


def test_an_endless_answer_is_cut_off() -> None:
    with serving((200, SSE, [chunk("x" * 50_000)] * 200)) as peer:
        assert failure(peer).reason == "length"


def test_nobody_listening_is_said_at_once() -> None:
    with serving(ok(answer())) as peer:
        pass

    error = failure(peer, models=("a", "b"))
    assert error.reason == "connection"
    assert [line.model for line in error.usage] == ["a"]


class Attentive(Heard):
    """A listener that can be waited for."""

    def __init__(self, until: str) -> None:
        super().__init__()
        self.until, self.heard_it, self.paused = until, threading.Event(), threading.Event()

    def __call__(self, words: str, /) -> None:
        super().__call__(words)
        if self.until in self.text:
            self.heard_it.set()

    def pause(self) -> None:
        self.paused.set()


def test_words_are_heard_before_the_rest_of_the_answer_is_there() -> None:
    heard, early = Attentive("earned it."), list[str]()
    text = answer("Rest well tonight, you have earned it.", "edit", edits=[{"kind": "drop", "workout": "w1-tue"}])
    at = text.index('"edits"')

    def rest() -> bytes:
        heard.heard_it.wait(5)
        assert heard.paused.wait(5)
        early.append(heard.text)
        return chunk(text[at:])

    with serving((200, SSE, [chunk(text[:at]), rest, chunk(finish="stop"), b"data: [DONE]\n\n"])) as peer:
        reply = ask(peer, heard=heard)

    assert early == [heard.text] == [reply.says]
    assert len(reply.edits) == 1


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
