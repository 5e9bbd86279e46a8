"""A model of our own behind a peer: one prompt to ask it, and what comes of it."""

from __future__ import annotations

from typing import Any

import pytest

from planwise_core.coach import context
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.coach.reply import Heard, Prompt, Reply, Say, Situation
from planwise_core.errors import CoachUnavailable
from tests.builders import MONDAY, easy, plan
from tests.openai_peer import KEY, SSE, Raw, streamed

PROMPT = context.build(Situation(today=MONDAY, plan=plan(easy("tue"))), "How are my legs?")
WORDS = "Rest well tonight, you have earned it."
LLAMA_IS_FULL = b'{"error": {"code": 400, "message": "the request exceeds", "type": "exceed_context_size_error"}}'
NOT_AN_ENDPOINT = (200, {"content-type": "text/html"}, [b"<html>Welcome</html>"])


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


class Rules:
    """A coach that always answers, as the offline coach does."""

    name = "offline coach"

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        say("By the rules.")
        return Reply(says="By the rules.", answered_by=self.name)
