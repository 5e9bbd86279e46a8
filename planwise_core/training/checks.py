"""What a careful coach would object to: one rule, one function, one id, one source, one line in the table."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

from planwise_core.training.athlete import Athlete
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value

Severity = Literal["info", "warning", "error"]


class Finding(Value):
    """One objection. `week` is the plan's week number it is about (None: the whole plan)."""

    rule: str
    severity: Severity
    week: int | None = None
    message: str
    advice: str = ""
    source: str = ""


def review(plan: Plan, athlete: Athlete, runs: Sequence[Run] = (), today: dt.date | None = None) -> tuple[Finding, ...]:
    """What a careful coach objects to in this plan for this athlete, worst first, then by week."""
    return ()
