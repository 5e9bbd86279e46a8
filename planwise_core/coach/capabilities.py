"""Which parameters a model takes, by its name; what an endpoint refuses all the same is remembered in `Learned`."""

from __future__ import annotations

import fnmatch
import threading
from dataclasses import dataclass, field
from typing import Any, Literal

TWICE = 2
Mode = Literal["strict", "json", "tools", "plain"]
MODES: tuple[Mode, ...] = ("strict", "json", "tools", "plain")


@dataclass(frozen=True)
class Takes:
    """`effort`: the `reasoning_effort` to send (None: none is taken). `cap`: what the limit on output is called."""

    temperature: bool = True
    effort: Literal["none", "low"] | None = None
    cap: Literal["max_completion_tokens", "max_tokens"] = "max_completion_tokens"


_REASONS = Takes(temperature=False, effort="low")
_CHATS = Takes(temperature=False)
_HYBRID = Takes(effort="none")  # takes a temperature only while it does not reason, and reasons by default

# First match wins. From OpenAI's model pages and the model profiles of pydantic-ai 2.68 (checked there against the
# live API, July to October 2026): o-series, gpt-5 and the astra line always reason and refuse a temperature.
_TABLE: tuple[tuple[str, Takes], ...] = (
    ("gpt-4o*", Takes()),
    ("gpt-4*", Takes()),
    ("gpt-3.5*", Takes()),
    ("chatgpt-4o*", Takes()),
    ("gpt-5*-chat*", _CHATS),
    ("gpt-*-pro*", Takes(temperature=False)),
    ("gpt-5.[1-4]*", Takes()),  # do not reason unless asked to
    ("gpt-5.[5-9]*", _HYBRID),
    ("gpt-5*", _REASONS),
    ("o[0-9]*", _REASONS),
    ("gpt-6-sol*", _HYBRID),
    ("gpt-6-luna*", _HYBRID),
    ("gpt-6.1-terra*", _HYBRID),
    ("gpt-6*", _REASONS),
    ("gpt-*", Takes()),
)
_ELSEWHERE = Takes(cap="max_tokens")  # what every compatible server has understood since the first


def takes(model: str) -> Takes:
    """The parameters of a model; ``openai/gpt-4o`` is the same model behind a router."""
    name = model.rsplit("/", 1)[-1].lower()
    return next((row for pattern, row in _TABLE if fnmatch.fnmatchcase(name, pattern)), _ELSEWHERE)


@dataclass
class Learned:
    """What one endpoint has refused for one model; kept for the life of the process."""

    mode: Mode = "strict"
    misread: int = 0  # turns in a row in which a simpler mode was understood and this one was not
    dropped: set[str] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def understood(self, mode: Mode) -> None:
        """An answer asked for in this mode was one. Once is an accident; twice running, the simpler mode stays."""
        with self.lock:
            self.misread = self.misread + 1 if mode != self.mode else 0
            if self.misread == TWICE:
                self.mode, self.misread = mode, 0

    def refuse(self, parameter: str) -> bool:
        """Leave `parameter` out from now on; False: it was left out already."""
        with self.lock:
            if parameter in self.dropped:
                return False
            self.dropped.add(parameter)
            return True


def parameters(model: str, learned: Learned, *, temperature: float, max_output_tokens: int) -> dict[str, Any]:
    """Everything that is sent besides the messages and the format."""
    row = takes(model)
    wanted: dict[str, Any] = {"stream_options": {"include_usage": True}}
    if row.temperature:
        wanted["temperature"] = temperature
    if row.effort:
        wanted["reasoning_effort"] = row.effort
    other = "max_tokens" if row.cap == "max_completion_tokens" else "max_completion_tokens"
    wanted[row.cap if row.cap not in learned.dropped else other] = max_output_tokens
    return {name: value for name, value in wanted.items() if name not in learned.dropped}
