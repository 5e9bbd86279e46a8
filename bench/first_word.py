"""The first word and the whole answer: our coach against a bare SDK loop, same endpoint, same run, turn about.

python -m bench.first_word
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from statistics import median

import openai

from bench.table import HEADER, Row
from planwise_core.coach import context
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Situation
from tests.openai_peer import KEY, answer, ok, serving

ROUNDS = 60
WORDS = "Rest well tonight, you have earned it. " * 20  # about 200 chunks


class FirstWord(Heard):
    at: float | None = None

    def __call__(self, words: str, /) -> None:
        if words and self.at is None:
            self.at = time.perf_counter()
        super().__call__(words)


def bare(client: openai.OpenAI, messages: list[dict[str, str]]) -> float:
    """Seconds to the first content of a plain loop over the SDK's chunks, which is then read to its end."""
    began, first = time.perf_counter(), 0.0
    for chunk in client.chat.completions.create(model="gpt-4o", messages=messages, stream=True):  # type: ignore[arg-type, call-overload]
        if not first and chunk.choices and chunk.choices[0].delta.content:
            first = time.perf_counter() - began
    return first


def rows() -> Iterator[Row]:
    prompt = context.build(Situation(today=dt.date(2026, 11, 23)), "hello")
    ours, theirs, cpu = list[float](), list[float](), [0.0, 0.0]
    with serving(ok(answer(WORDS), every=4)) as peer:
        coach, client = OpenAICoach(KEY, base_url=peer.base_url), openai.OpenAI(api_key=KEY, base_url=peer.base_url)
        for _ in range(ROUNDS):
            began, spent = time.perf_counter(), time.thread_time()
            heard = FirstWord()
            coach.reply(prompt, heard)
            ours.append((heard.at or 0) - began)
            cpu[0] += time.thread_time() - spent
            spent = time.thread_time()
            theirs.append(bare(client, [dict(each) for each in prompt.messages]))
            cpu[1] += time.thread_time() - spent
        coach.close()
        client.close()
    against = "a bare SDK loop"
    yield Row("first word of an answer", median(ours) * 1000, median(theirs) * 1000, against, 1.2)
    yield Row("CPU time of a streamed answer", cpu[0] / ROUNDS * 1000, cpu[1] / ROUNDS * 1000, against, 1.0)


if __name__ == "__main__":
    print(HEADER, *rows(), sep="\n")
