"""The shape a language model answers in, and nothing else: what it means is worked out in `answers`.

OpenAI's strict mode takes a part of JSON schema only: every field required, no default, no keyed object, no
discriminator. So these types are apart from the house's own: arrays instead of keyed objects, null instead of a
missing field, and a size as a number with its unit, so that nobody but the house converts miles. A workout is
addressed by the slot it stands in now (``w3-tue``), a day by its slot or an ISO date: the model never counts weeks.

The docstrings are read by the model.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from typing_extensions import TypeAliasType

from planwise_core.training.plan import WorkoutType
from planwise_core.training.values import Units, Weekday

# Named types, so that the schema holds each of them once.
_SLOT = r"w[0-9]{1,2}-(mon|tue|wed|thu|fri|sat|sun)"
Slot = TypeAliasType("Slot", Annotated[str, Field(pattern=rf"^{_SLOT}(-[2-4])?$")])
Day = TypeAliasType("Day", Annotated[str, Field(pattern=rf"^({_SLOT}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})$")])
Kind = TypeAliasType("Kind", WorkoutType)
OnDays = TypeAliasType("OnDays", list[Weekday])


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Move(_Strict):
    """Move the workout in a slot to another day, as it is."""

    kind: Literal["move"]
    workout: Slot
    to: Day


class Swap(_Strict):
    """Let the workouts of two slots change places."""

    kind: Literal["swap"]
    workout: Slot
    other: Slot


class Change(_Strict):
    """Change type, size or notes of a workout; null stays."""

    kind: Literal["change"]
    workout: Slot
    type: Kind | None
    size: float | None
    unit: Literal["km", "mi", "min"]
    notes: str | None


class Add(_Strict):
    """Add a workout on a day."""

    kind: Literal["add"]
    on: Day
    type: Kind
    size: float
    unit: Literal["km", "mi", "min"]
    notes: str | None


class Drop(_Strict):
    """Take a workout out."""

    kind: Literal["drop"]
    workout: Slot


class Scale(_Strict):
    """Keep this percentage of the kilometres of some weeks: 80 is a fifth less."""

    kind: Literal["scale"]
    from_week: int
    to_week: int
    percent: Annotated[int, Field(ge=30, le=130)]


class Soften(_Strict):
    """Turn hard workouts from the first to the last day into easy running."""

    kind: Literal["soften"]
    first: Day
    last: Day


class TimeOff(_Strict):
    """No running from the first to the last day; a race stays."""

    kind: Literal["time_off"]
    first: Day
    last: Day
    reason: Literal["holiday", "illness", "injury", "rest"]


class Race(_Strict):
    """A race to plan for. `date`: ISO, or the runner's own words for it; `target`: a time such as 1:45:00."""

    fact: Literal["race"]
    distance: float
    unit: Units
    date: str | None
    target: str | None
    priority: Literal["A", "B", "C"]


class Distance(_Strict):
    """Kilometres or miles: run per week these last weeks, or the longest run of the last month."""

    fact: Literal["weekly_distance", "longest_run"]
    distance: float
    unit: Units


class Number(_Strict):
    """A number: length of a plan without race date in weeks, running days a week, age, maximum heart rate, strength."""

    fact: Literal["plan_weeks", "days_per_week", "age", "max_hr", "strength_per_week"]
    number: int


class Days(_Strict):
    """Weekdays: the only ones to run on, ones never to run on, the one for the long run, those with other sports."""

    fact: Literal["only_on", "never_on", "long_run_day", "cross_days"]
    days: OnDays


class Minutes(_Strict):
    """At most this many minutes of running on these weekdays."""

    fact: Literal["minutes"]
    days: OnDays
    minutes: int


class Away(_Strict):
    """Days without running, both included; ISO dates or the runner's own words for them."""

    fact: Literal["away"]
    first: str
    last: str
    reason: Literal["holiday", "illness", "injury", "other"]


class Recent(_Strict):
    """A race or time trial that was run, and its time such as 24:30."""

    fact: Literal["recent_race"]
    distance: float
    unit: Units
    time: str


class Injury(_Strict):
    """A body part that hurts (`current`) or did; pain 0 to 10 if told."""

    fact: Literal["injury"]
    part: str
    current: bool
    pain: int | None


class Word(_Strict):
    """Level (novice, intermediate, advanced), units (km, mi) or training method, by its name."""

    fact: Literal["level", "units", "method"]
    word: str


class YesNo(_Strict):
    """Whether hills, or two runs a day, are welcome."""

    fact: Literal["hills", "doubles"]
    yes: bool


ModelEdit = Move | Swap | Change | Add | Drop | Scale | Soften | TimeOff
Fact = Race | Distance | Number | Days | Minutes | Away | Recent | Injury | Word | YesNo


class Answer(_Strict):
    """What the coach says, and what is to be done."""

    says: str
    do: Literal["talk", "edit", "build", "go_back"]
    facts: list[Fact]
    edits: list[ModelEdit]


def schema() -> dict[str, Any]:
    """The JSON schema of `Answer` as strict mode takes it; titles, which cost tokens, are left out."""
    return dict(_without_titles(Answer.model_json_schema()))


def sketch() -> str:
    """The same shape in a few short lines, for an endpoint that does not show the schema to its model."""
    parts = schema()["$defs"]
    lines = [f"{name} = {_shape(part)}" for name, part in parts.items() if "properties" not in part]
    lines += [f"{_shape(part)}  // {part['description']}" for part in parts.values() if "properties" in part]
    return "\n".join([*lines, f"Answer = {_shape(schema())}"])


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
        if len(part["anyOf"]) > 2:
            return "any of the objects above"
        return "|".join(_shape(each) for each in part["anyOf"])
    if "properties" in part:
        return "{" + ", ".join(f'"{name}": {_shape(each)}' for name, each in part["properties"].items()) + "}"
    if part["type"] == "array":
        return f"[{_shape(part['items'])}, …]"
    return str(part["type"])


def _without_titles(part: Any) -> Any:
    if isinstance(part, dict):
        return {key: _without_titles(value) for key, value in part.items() if key != "title"}
    return [_without_titles(each) for each in part] if isinstance(part, list) else part
