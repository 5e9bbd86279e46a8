"""What has happened: runs done, what was said, and what is to be remembered of it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import Field

from planwise_core.training.values import Value


class Run(Value):
    """A run that was done. `workout` names the planned workout it answers, if one is known."""

    date: dt.date
    km: float = Field(ge=0, le=300)
    minutes: float | None = Field(default=None, ge=0, le=3600)
    effort: int | None = Field(default=None, ge=1, le=10, description="RPE, 1 to 10")
    avg_hr: int | None = Field(default=None, ge=30, le=250)
    workout: str | None = None
    name: str = Field(default="", max_length=120)


MAX_FACT = 160  # characters; a sentence


class Fact(Value):
    """Something lasting about the runner in one sentence: "Works nights". `kind` is ``injury`` or ``note``."""

    kind: str = Field(default="note", max_length=40)
    text: str = Field(min_length=1, max_length=MAX_FACT)


class Said(Value):
    """One message of a conversation."""

    role: Literal["runner", "coach"]
    text: str
