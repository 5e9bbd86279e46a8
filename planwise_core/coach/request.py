"""What is sent to a model: the prompt, the shape its answer must have, and the parameters it takes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from planwise_core.coach import answer_schema, context
from planwise_core.coach.capabilities import MODES, Learned, Mode, parameters
from planwise_core.coach.listening import estimated_tokens, fixed_tokens
from planwise_core.coach.reply import Prompt, Purse, Say

_OPTIONAL = ("temperature", "reasoning_effort", "stream_options", "max_completion_tokens", "max_tokens")


@dataclass
class Ask:
    """One question to one model. `until` is when it must have been answered, in seconds of `time.monotonic`.

    `sees_schema`: the endpoint shows a strict schema to its model, as OpenAI does; others only hold it to the schema.
    """

    prompt: Prompt
    say: Say
    model: str
    until: float
    purse: Purse
    learned: Learned
    sees_schema: bool
    temperature: float = 0.3
    max_output_tokens: int = 4000
    mode: Mode = "strict"

    @property
    def messages(self) -> list[dict[str, str]]:
        """The prompt's messages; where the model does not see the schema, its instructions tell the shape."""
        first, *rest = (dict(message) for message in self.prompt.messages)
        if self.mode != "strict" or not self.sees_schema:
            first["content"] += _shape()
        return [first, *rest]

    @property
    def body(self) -> dict[str, Any]:
        """The request as it is sent, but for `stream`."""
        body = {"model": self.model, "messages": self.messages, **self._parameters}
        if self.mode == "strict":
            schema = {"name": "coach_answer", "strict": True, "schema": answer_schema.schema()}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif self.mode == "json":
            body["response_format"] = {"type": "json_object"}
        elif self.mode == "tools":
            tool = {"name": "coach_answer", "parameters": answer_schema.schema()}
            body["tools"] = [{"type": "function", "function": tool}]
            body["tool_choice"] = {"type": "function", "function": {"name": tool["name"]}}
        return body

    @property
    def _parameters(self) -> dict[str, Any]:
        most = self.max_output_tokens
        return parameters(self.model, self.learned, temperature=self.temperature, max_output_tokens=most)

    @property
    def tokens(self) -> int:
        """About how many tokens it is, the schema included."""
        fixed, *rest = (message["content"] for message in self.messages)
        schema = _schema_tokens() if self.mode in {"strict", "tools"} else 0
        return fixed_tokens(fixed) + sum(map(estimated_tokens, rest)) + schema

    def adapt(self, param: str | None, complaint: str, *, may_simplify: bool) -> bool:
        """Whether what an endpoint refused can be left out or asked for in another way; it then is, from now on."""
        said = f"{param or ''} {complaint}"
        if re.search("tool|function" if self.mode == "tools" else "response_format|json_schema", said):
            if not (may_simplify and self.simplify()):
                return False
            self.learned.mode = self.mode
            return True
        sent = [name for name in self._parameters if name in _OPTIONAL]
        refused = next((name for name in sent if name == param or name in said), None)
        return refused is not None and self.learned.refuse(refused)

    def forget_history(self) -> bool:
        """Ask without what was said before; False: there was nothing, or the question is about the last answer."""
        situation = self.prompt.situation
        if not situation.history or self.prompt.objection:
            return False
        shorter = context.build(situation.but(history=(), milestones=()), self.prompt.asked)
        self.prompt = shorter.but(deadline=self.prompt.deadline)
        return True

    def simplify(self) -> bool:
        """Ask for the shape in the next simpler way; False: there is none."""
        if self.mode == MODES[-1]:
            return False
        self.mode = MODES[MODES.index(self.mode) + 1]
        return True


@cache
def _shape() -> str:
    """The shape in words, with more examples: for a small model one is worth many rules."""
    text = files("planwise_core.coach").joinpath("shape.md").read_text("utf-8")
    return "\n" + text.replace("{sketch}", answer_schema.sketch())


@cache
def _schema_tokens() -> int:
    return estimated_tokens(json.dumps(answer_schema.schema(), separators=(",", ":")))
