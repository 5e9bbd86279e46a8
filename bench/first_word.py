"""The first word and the whole answer: our coach, and our page, against a bare SDK loop, same endpoint, turn about.

    python -m bench.first_word

The endpoint is a process of its own. The coach alone is timed where it answers at once, so that nothing but our own
time counts; the page where it takes as long as a fast model does, and everything from the question sent to the word
drawn: the question stored, the plan loaded and reviewed, the request, the stream, Streamlit.
"""

from __future__ import annotations

import datetime as dt
import multiprocessing
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import openai

from bench.main_job import plan_of
from bench.servers import started
from bench.table import HEADER, Row
from bench.wire import Visitor
from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.coach import context
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Prompt, Situation
from planwise_core.settings import Settings
from planwise_core.training.document import render
from tests.openai_peer import KEY, SSE, answer, serving, streamed

ROUNDS, PAGE_ROUNDS = 150, 40
THINKS_S = 0.3  # a fast model's time to its first token
SAYS = "Rest well tonight, you have earned it. "
AGAINST = "a bare SDK loop"


class FirstWord(Heard):
    at: float | None = None

    def __call__(self, words: str, /) -> None:
        if words and self.at is None:
            self.at = time.perf_counter()
        super().__call__(words)


def _endpoint(told: Connection, says: str, thinks_s: float) -> None:
    def think() -> bytes:
        threading.Event().wait(thinks_s)
        return b""

    with serving((200, SSE, [think, *streamed(answer(says), every=4)])) as peer:
        told.send(peer.base_url)
        told.recv()


@contextmanager
def endpoint(says: str, thinks_s: float = 0.0) -> Iterator[str]:
    """The address of an endpoint in another process that says `says` after `thinks_s` seconds."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_endpoint, args=(theirs, says, thinks_s))
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("over")
        process.join()


def bare(client: openai.OpenAI, prompt: Prompt) -> float:
    """Seconds to the first content of a plain loop over the SDK's chunks, which is then read to its end."""
    messages = [dict(each) for each in prompt.messages]
    began, first = time.perf_counter(), 0.0
    for chunk in client.chat.completions.create(model="gpt-4o", messages=messages, stream=True):  # type: ignore[arg-type, call-overload]
        if not first and chunk.choices and chunk.choices[0].delta.content:
            first = time.perf_counter() - began
    return first


def turn_about(ours: Callable[[], float], theirs: Callable[[], float], rounds: int) -> tuple[float, float]:
    """Medians in milliseconds; who goes first changes with every pair."""
    ours(), theirs()
    taken: tuple[list[float], list[float]] = ([], [])
    for at in range(rounds):
        for side in (0, 1) if at % 2 else (1, 0):
            taken[side].append((ours, theirs)[side]())
    return median(taken[0]) * 1000, median(taken[1]) * 1000


def coach_rows() -> Iterator[Row]:
    prompt = context.build(Situation(today=dt.date(2026, 11, 23)), "hello")
    cpu = [list[float](), list[float]()]
    with endpoint(SAYS * 20) as base_url:  # about 200 chunks
        coach, client = OpenAICoach(KEY, base_url=base_url), openai.OpenAI(api_key=KEY, base_url=base_url)

        def ours() -> float:
            heard, began, spent = FirstWord(), time.perf_counter(), time.thread_time()
            coach.reply(prompt, heard)
            cpu[0].append(time.thread_time() - spent)
            return (heard.at or 0) - began

        def theirs() -> float:
            spent = time.thread_time()
            first = bare(client, prompt)
            cpu[1].append(time.thread_time() - spent)
            return first

        yield Row("first word of an answer", *turn_about(ours, theirs, ROUNDS), AGAINST, 1.2)
        coach.close()
        client.close()
    yield Row("CPU time of a streamed answer", median(cpu[0]) * 1000, median(cpu[1]) * 1000, AGAINST, 1.0)


def page_row() -> Row:
    """A runner with a plan of 24 weeks asks on the chat page; the talk grows while it is measured."""
    prompt = context.build(Situation(today=dt.date(2026, 11, 23), plan=plan_of(24)), "hello")
    key = new_guest_key()
    with tempfile.TemporaryDirectory() as folder, endpoint(SAYS, THINKS_S) as base_url:
        url = f"sqlite:///{Path(folder) / 'bench.db'}"
        planwise = open_planwise(Settings.from_env({"DB_URL": url}))
        planwise.bring(guest_id(key) or "", render(plan_of(24)), parent=None)
        planwise.close()
        client = openai.OpenAI(api_key=KEY, base_url=base_url)
        environ = {"DB_URL": url, "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": base_url}
        with (
            started("app.py", ready="/api/health", **environ) as server,
            Visitor(server.port, "", cookie=f"{GUEST_COOKIE}={key}") as visitor,
        ):
            visitor.rerun()
            said = iter(range(10_000))

            def ours() -> float:
                run = visitor.chat("message", asked := f"hello number {next(said)}")
                since = run.texts.index(asked)  # the words before are those of earlier answers
                return next(run.drawn_s[at] for at in range(since, len(run.texts)) if "Rest" in run.texts[at])

            ours_ms, bare_ms = turn_about(ours, lambda: bare(client, prompt), PAGE_ROUNDS)
        client.close()
    return Row(f"first word on the page, of a model that takes {THINKS_S:g} s", ours_ms, bare_ms, AGAINST, 1.2)


def rows() -> Iterator[Row]:
    yield from coach_rows()
    yield page_row()


if __name__ == "__main__":
    print(HEADER, *rows(), sep="\n")
