"""From a situation to what a coach is sent: instructions, filtered history, the situation in brief, the request."""

from __future__ import annotations

import json

from planwise_core.coach.reply import Prompt, Reply, Situation


def build(situation: Situation, asked: str) -> Prompt:
    """The prompt for what was asked."""
    content = json.dumps({"today": situation.today.isoformat(), "message": asked})
    return Prompt(situation=situation, asked=asked, messages=({"role": "user", "content": content},))


def objected(prompt: Prompt, reply: Reply, objection: str) -> Prompt:
    """The same prompt once more, with what was wrong with the last answer."""
    again = (
        {"role": "assistant", "content": reply.says},
        {"role": "user", "content": f"That change was not made: {objection} Answer the request again without it."},
    )
    return prompt.but(objection=objection, messages=(*prompt.messages, *again))
