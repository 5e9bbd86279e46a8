"""The shape a language model answers in, and nothing else: what it means is worked out in `answers`.

OpenAI's strict mode takes a part of JSON schema only: every field required, no default, no keyed object, no
discriminator. So these types are apart from the house's own: arrays instead of keyed objects, null instead of a
missing field, and a size as a number with its unit, so that nobody but the house converts miles. A workout is
addressed by the slot it stands in now (``w3-tue``, ``w3-long``), a day by its slot or an ISO date: the
model never counts weeks.

The docstrings are read by a model that is not shown the schema; what the words are for stands in `prompt.md`.
"""

from __future__ import annotations

import json
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from planwise_core.training.plan import WorkoutType
from planwise_core.training.values import Units, Weekday

# Said in the schema only: a small model held to one without these may go on to the end of its output, and an answer
# with too many is not misshapen but has too many (`answers` says so).
MOST_FACTS, MOST_EDITS, MOST_WEEKS = 16, 40, 60

# Named types, so that the schema holds each of them once.
# `[0-9]`, not `\d`: llama.cpp builds a grammar from these, which knows only the plain forms.
Slot = TypeAliasType("Slot", Annotated[str, Field(pattern="^w[0-9]+-([a-z]{3}(-[2-4])?|long)$")])
Day = TypeAliasType("Day", Annotated[str, Field(pattern="^[w2][0-9][0-9a-z-]+$")])  # a slot or a date
Kind = TypeAliasType("Kind", WorkoutType)


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Move(_Strict):
    """To another day, change places with the workout there, or take it out (`to` null)."""

    kind: Literal["move", "swap", "drop"]
    workout: Slot
    to: Day | None


class Content(_Strict):
    """Change what is not null, or add one on that day."""

    kind: Literal["change", "add"]
    workout: Slot
    type: Kind | None
    size: float | None
    unit: Literal["km", "mi", "min"]
    notes: str | None


class Scale(_Strict):
    """Kilometres of some weeks: 80 is a fifth less."""

    kind: Literal["scale"]
    from_week: int
    to_week: int
    percent: Annotated[int, Field(ge=30, le=130)]


class Stretch(_Strict):
    """First to last day: hard workouts become easy, or no running at all."""

    kind: Literal["soften", "time_off"]
    first: Day
    last: Day


class Weeks(_Strict):
    """Whole weeks, a row each: "3 - V9 - T10 - E8 L17"."""

    kind: Literal["weeks"]
    rows: Annotated[list[str], Field(json_schema_extra={"maxItems": MOST_WEEKS})]


class Race(_Strict):
    """A race to come and its target time, or one that was run: 1:45:00."""

    fact: Literal["race", "recent_race"]
    distance: float
    unit: Units
    date: str | None
    time: str | None
    priority: Literal["A", "B", "C"]


class Number(_Strict):
    """Volume now, longest run of the last month, weeks to plan, …"""

    fact: Literal["weekly_distance", "longest_run", "plan_weeks", "days_per_week", "age", "max_hr", "strength_per_week"]
    number: float
    unit: Literal["km", "mi", "none"]


class Days(_Strict):
    """Weekdays to run on, and the most minutes there are on them."""

    fact: Literal["only_on", "never_on", "long_run_day", "cross_days", "minutes"]
    days: list[Weekday]
    minutes: int | None


class Away(_Strict):
    """No running, both days included."""

    fact: Literal["away"]
    first: str
    last: str
    reason: Literal["holiday", "illness", "injury", "other"]


class Injury(_Strict):
    """A part that hurts (`current`) or did; pain 0 to 10."""

    fact: Literal["injury"]
    part: str
    current: bool
    pain: int | None


class Word(_Strict):
    """novice, intermediate, advanced; km, mi; a method; yes, no (two runs a day); a short sentence to remember."""

    fact: Literal["level", "units", "method", "hills", "doubles", "remember"]
    word: str


OneEdit = Move | Content | Scale | Stretch
ModelEdit = OneEdit | Weeks
Fact = Race | Number | Days | Away | Injury | Word


class Answer(_Strict):
    """Words first, then what is done."""

    says: str
    do: Literal["talk", "edit", "build", "go_back"]
    facts: Annotated[list[Fact], Field(json_schema_extra={"maxItems": MOST_FACTS})]
    edits: Annotated[list[ModelEdit], Field(json_schema_extra={"maxItems": MOST_EDITS})]


@cache
def schema() -> dict[str, Any]:
    """The JSON schema of `Answer` as strict mode takes it, without what costs tokens and constrains nothing."""
    return dict(_without(Answer.model_json_schema(), {"title", "description"}))


@cache
def sketch() -> str:
    """The same shape in a few short lines, for an endpoint that does not show the schema to its model."""
    parts = Answer.model_json_schema()["$defs"]
    lines = [f"Kind = {_shape(parts['Kind'])}"]
    for name, field in (("Fact", "fact"), ("Edit", "kind")):
        lines.append(f"{name} = one of")
        shapes = [part for part in parts.values() if field in part.get("properties", {})]
        lines += [f"  {_shape(part)}  // {part['description']}" for part in shapes]
    lines.append(
        'Answer = {"says": string, "do": "talk"|"edit"|"build"|"go_back", "facts": [Fact, …], "edits": [Edit, …]}'
    )
    return "\n".join(lines)


def _shape(part: dict[str, Any]) -> str:
    """One part of the schema as people write it."""
    if "$ref" in part:
        name = str(part["$ref"]).rsplit("/", 1)[1]
        return {"Slot": '"w3-tue"', "Day": '"w3-tue" or "2027-01-31"'}.get(name, name)
    if "const" in part:
        return json.dumps(part["const"])
    if "enum" in part:
        return "|".join(json.dumps(each) for each in part["enum"])
    if "anyOf" in part:
        return "|".join(_shape(each) for each in part["anyOf"])
    if "properties" in part:
        return "{" + ", ".join(f'"{name}": {_shape(each)}' for name, each in part["properties"].items()) + "}"
    if part["type"] == "array":
        return f"[{_shape(part['items'])}, …]"
    return str(part["type"])


def _without(part: Any, keys: set[str]) -> Any:
    if isinstance(part, dict):
        return {key: _without(value, keys) for key, value in part.items() if key not in keys}
    return [_without(each, keys) for each in part] if isinstance(part, list) else part
