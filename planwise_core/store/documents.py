"""Values as JSON, and old JSON lifted to what today's values read.

Each document says its schema number. When a shape changes, its number goes up by one and one pure function is added
here that makes the new document of the old one; every row that was ever written stays readable as it is.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planwise_core.errors import InvalidPlan, StoreUnavailable
from planwise_core.training import document
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import EDITS, Edit
from planwise_core.training.plan import Plan

Lift = Callable[[dict[str, Any]], dict[str, Any]]

# The document of schema n becomes one of schema n + 1. 0: from before documents had a number.
PLAN_LIFTS: Mapping[int, Lift] = {0: lambda old: {**old, "schema": 1}}
ATHLETE_LIFTS: Mapping[int, Lift] = {0: lambda old: {**old, "schema": 1}}
ATHLETE_SCHEMA = 1

FINDINGS: TypeAdapter[tuple[Finding, ...]] = TypeAdapter(tuple[Finding, ...])


def lifted(old: Mapping[str, Any], lifts: Mapping[int, Lift], schema: int) -> dict[str, Any]:
    """`old` as a document of `schema`, one lift after the other; `old` itself is untouched.

    Raises:
        StoreUnavailable: it is newer than this program.
    """
    made = dict(old)
    number = made.get("schema", 0)
    if number > schema:
        raise StoreUnavailable("This was saved by a newer PlanWise: update this one to read it.")
    for step in range(number, schema):
        made = lifts[step](made)
    return made


def plan_json(plan: Plan) -> str:
    """``document.render(plan)`` as compact JSON."""
    return json.dumps(document.render(plan), separators=(",", ":"), ensure_ascii=False)


@functools.lru_cache(maxsize=256)
def plan_of(text: str) -> Plan:
    """The plan in a stored document. Plans are frozen, so the same text may give the same object.

    Raises:
        StoreUnavailable: it cannot be read; it was checked when it was saved, so the file is damaged.
    """
    try:
        return document.parse(lifted(json.loads(text), PLAN_LIFTS, document.SCHEMA))
    except (ValueError, InvalidPlan) as error:
        raise StoreUnavailable("A saved plan cannot be read: the database is damaged.") from error


def athlete_json(athlete: Athlete) -> str:
    return json.dumps({"schema": ATHLETE_SCHEMA, **athlete.model_dump(mode="json", exclude_defaults=True)})


def athlete_of(text: str) -> Athlete:
    """The athlete in a stored document; raises `StoreUnavailable` where there is none."""
    try:
        made = lifted(json.loads(text), ATHLETE_LIFTS, ATHLETE_SCHEMA)
        return Athlete.model_validate({name: value for name, value in made.items() if name != "schema"})
    except (ValueError, ValidationError) as error:
        raise StoreUnavailable("A saved profile cannot be read: the database is damaged.") from error


def edits_json(edits: Sequence[Edit]) -> str:
    return EDITS.dump_json(tuple(edits), exclude_defaults=False).decode() if edits else "[]"


def edits_of(text: str) -> tuple[Edit, ...]:
    return EDITS.validate_json(text) if text != "[]" else ()


def findings_json(findings: Sequence[Finding]) -> str:
    return FINDINGS.dump_json(tuple(findings)).decode() if findings else "[]"


def findings_of(text: str) -> tuple[Finding, ...]:
    return FINDINGS.validate_json(text) if text != "[]" else ()
