"""Values as JSON text, and old text lifted to what today's values read.

Every text says its schema number. When a shape changes, its number goes up by one and one pure function is added that
makes the new shape of the old one; every row that was ever written stays readable as it is.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from planwise_core.errors import InvalidPlan, StoreUnavailable
from planwise_core.training import document, edits
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan

T = TypeVar("T")
Lifts = Mapping[int, Callable[[Any], Any]]
"""By schema number n: what makes a value of schema n + 1 of one of schema n."""

# 0: from before plan documents had a number.
PLAN_LIFTS: Lifts = {0: lambda old: {**old, "schema": 1}}


def lifted(old: Any, lifts: Lifts, found: object, schema: int) -> Any:
    """`old`, which is of schema `found`, as one of `schema`; `old` itself is untouched.

    Raises:
        StoreUnavailable: it is newer than this program.
        ValueError: `found` is no schema number.
    """
    if not isinstance(found, int):
        raise ValueError("the schema number is missing")
    if found > schema:
        raise StoreUnavailable("This was saved by a newer PlanWise: update this one to read it.")
    for step in range(found, schema):
        old = lifts[step](old)
    return old


@dataclass(frozen=True, eq=False)
class Form(Generic[T]):
    """How one kind of value is kept: ``{"schema": 1, "value": …}``. `text` and `value` are inverses."""

    name: str
    adapter: TypeAdapter[T]
    schema: int = 1
    lifts: Lifts = field(default_factory=dict)

    def text(self, value: T) -> str:
        return f'{{"schema":{self.schema},"value":{self.adapter.dump_json(value).decode()}}}'

    @functools.lru_cache(maxsize=8192)  # noqa: B019 - of the four forms below, which are never let go
    def value(self, text: str) -> T:
        """What is in a text; values are frozen, so the same text may give the same object.

        Raises:
            StoreUnavailable: it cannot be read; it was checked when it was saved, so this is damage.
        """
        try:
            kept = json.loads(text)
            return self.adapter.validate_python(lifted(kept["value"], self.lifts, kept["schema"], self.schema))
        except (ValueError, KeyError, TypeError, ValidationError) as error:
            raise StoreUnavailable(f"A saved {self.name} cannot be read: the database is damaged.") from error


ATHLETE = Form("profile", TypeAdapter(Athlete))
EDITS: Form[tuple[Edit, ...]] = Form("change", edits.EDITS)
FINDINGS: Form[tuple[Finding, ...]] = Form("finding", TypeAdapter(tuple[Finding, ...]))
RUN = Form("run", TypeAdapter(Run))


def plan_json(plan: Plan) -> str:
    """``document.render(plan)`` as compact JSON."""
    return json.dumps(document.render(plan), separators=(",", ":"), ensure_ascii=False)


@functools.lru_cache(maxsize=256)
def plan_of(text: str) -> Plan:
    """The plan in a stored document; raises `StoreUnavailable` as `Form.value` does.

    Plans are frozen, so the same text may give the same object.
    """
    try:
        kept = json.loads(text)
        return document.parse(lifted(kept, PLAN_LIFTS, kept.get("schema", 0), document.SCHEMA))
    except (ValueError, AttributeError, InvalidPlan) as error:
        raise StoreUnavailable("A saved plan cannot be read: the database is damaged.") from error
