"""`PlanDoc`: the published document of a plan, in the API, in the database, in files.

`parse` and `render` are inverses: ``parse(render(plan)) == plan`` for every plan, and ``render(parse(doc)) == doc``
for every document that `render` could have written. A document from outside may leave out what the house computes
(ids, dates, sums, minutes, titles); one that contradicts itself, or knows a field we do not, is refused with the path.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from planwise_core.errors import InvalidPlan
from planwise_core.training.plan import (
    MAX_A_DAY,
    MAX_WEEKS,
    MAX_WORKOUTS,
    Phase,
    Plan,
    Repeat,
    Step,
    Week,
    Workout,
    WorkoutType,
    slot_id,
    week_km,
    weekly_km,
)
from planwise_core.training.values import WEEKDAYS, Weekday, monday_of, weekday_of

SCHEMA = 1
KM_TOLERANCE = 0.051  # a sum that somebody rounded to one decimal is not a contradiction
# Far enough from the ends of the calendar that a day before or a year after can be counted.
Day = Annotated[dt.date, Field(ge=dt.date(1900, 1, 1), le=dt.date(2200, 12, 31))]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MetaDoc(_Part):
    """What the plan is for."""

    goal: str = Field(min_length=1, max_length=80)
    phase: Phase | None = Field(default=None, description="the phase of week 1")
    weekly_km_target: float | None = Field(default=None, ge=0, description="kilometres of the peak week")
    race_distance_km: float | None = Field(default=None, gt=0, le=250)
    race_date: Day | None = None
    start_date: Day | None = Field(default=None, description="the Monday of week 1")
    method: str = Field(default="balanced", max_length=40)


class WorkoutDoc(_Part):
    """One workout on a weekday."""

    id: str | None = None
    day: Weekday
    date: Day | None = None
    type: WorkoutType
    title: str | None = Field(default=None, min_length=1, max_length=80)
    km: float | None = Field(default=None, strict=True, gt=0, le=250)  # `true` is not one kilometre
    minutes: int | None = Field(default=None, strict=True, gt=0, le=1440)
    steps: tuple[Step | Repeat, ...] = Field(default=(), max_length=24)
    notes: str = Field(default="", max_length=600)


class WeekDoc(_Part):
    """One week, Monday to Sunday; days without an entry are rest days."""

    phase: Phase | None = None
    focus: str = Field(default="", max_length=160)
    km: float | None = Field(default=None, ge=0, description="sum of the workouts' kilometres")
    workouts: list[WorkoutDoc] = Field(default_factory=list)


class PlanDoc(_Part):
    """A training plan as JSON. Week keys count from "1" without a gap."""

    schema_: Literal[1] = Field(default=1, alias="schema")
    meta: MetaDoc
    weeks: dict[str, WeekDoc]


def render(plan: Plan) -> dict[str, Any]:
    """The plan as a document of plain JSON values (dates as ISO strings)."""
    return {
        "schema": SCHEMA,
        "meta": {
            "goal": plan.goal,
            "phase": plan.weeks[0].phase,
            "weekly_km_target": max(weekly_km(plan)),
            "race_distance_km": plan.race_distance_km,
            "race_date": plan.race_date.isoformat() if plan.race_date else None,
            "start_date": plan.start_date.isoformat(),
            "method": plan.method,
        },
        "weeks": {
            str(number): {
                "phase": week.phase,
                "focus": week.focus,
                "km": week_km(workouts),
                "workouts": [_workout_doc(workout) for workout in workouts],
            }
            for number, (week, workouts) in enumerate(zip(plan.weeks, plan.by_week, strict=True), 1)
        },
    }


def _workout_doc(workout: Workout) -> dict[str, Any]:
    return {
        "id": workout.id,
        "day": weekday_of(workout.date),
        "date": workout.date.isoformat(),
        "type": workout.type,
        "title": workout.title,
        "km": workout.km,
        "minutes": workout.minutes,
        "steps": [step.model_dump(mode="json", exclude_defaults=True) for step in workout.steps],
        "notes": workout.notes,
    }


def parse(document: Mapping[str, Any] | str | bytes) -> Plan:
    """The plan in a document.

    Raises:
        InvalidPlan: it is not one; the message names the path, as in ``weeks.3.workouts[0].km must be above 0``.
    """
    doc = _checked(_object(document))
    meta = doc.meta
    numbers = _week_numbers(doc)
    start = _start_date(doc)
    workouts: list[Workout] = []
    taken = {entry.id for week in doc.weeks.values() for entry in week.workouts if entry.id}
    for number in numbers:
        workouts += _week_workouts(number, doc.weeks[str(number)], start, taken)
    phases = [doc.weeks[str(number)].phase or meta.phase or "Base" for number in numbers]
    if meta.phase and meta.phase != phases[0]:
        raise InvalidPlan("meta.phase", f"is {meta.phase}, but week 1 is {phases[0]}")
    try:
        plan = Plan(
            goal=meta.goal,
            race_distance_km=meta.race_distance_km,
            race_date=meta.race_date,
            start_date=start,
            method=meta.method,
            weeks=tuple(
                Week(phase=phase, focus=doc.weeks[str(number)].focus)
                for number, phase in zip(numbers, phases, strict=True)
            ),
            workouts=tuple(workouts),
        )
    except ValidationError as error:
        raise _first_problem(error) from None
    _agree(doc, plan)
    return plan


def _object(document: Mapping[str, Any] | str | bytes) -> Mapping[str, Any]:
    if isinstance(document, Mapping):
        return document
    try:
        read = json.loads(document, object_pairs_hook=_no_key_twice)
    except (ValueError, RecursionError) as error:
        raise InvalidPlan("", f"The plan document is not JSON: {error}") from None
    if not isinstance(read, dict):
        raise InvalidPlan("", "The plan document must be a JSON object.")
    return read


def _no_key_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    read = dict(pairs)
    if len(read) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key '{next(key for key in keys if keys.count(key) > 1)}' stands twice")
    return read


def _checked(document: Mapping[str, Any]) -> PlanDoc:
    weeks = document.get("weeks")
    if isinstance(weeks, Mapping):
        if len(weeks) > MAX_WEEKS:
            raise InvalidPlan("weeks", f"has {len(weeks)} weeks; a plan has at most {MAX_WEEKS}")
        lists = [week.get("workouts") for week in weeks.values() if isinstance(week, Mapping)]
        count = sum(len(entries) for entries in lists if isinstance(entries, list))
        if count > MAX_WORKOUTS:
            raise InvalidPlan("weeks", f"has {count} workouts; a plan has at most {MAX_WORKOUTS}")
    try:
        return PlanDoc.model_validate(document)
    except ValidationError as error:
        raise _first_problem(error) from None


def _first_problem(error: ValidationError) -> InvalidPlan:
    """Pydantic's first complaint as a path and a sentence."""
    first = error.errors(include_url=False, include_input=False)[0]
    path = ""
    for part in first["loc"]:
        if isinstance(part, int):
            path += f"[{part}]"
        elif part not in {"Step", "Repeat"} and "[" not in part:  # which of the two was tried is nobody's concern
            path += f".{part}" if path else str(part)
    context = first.get("ctx", {})
    problem = {
        "extra_forbidden": "is not a field of a plan document",
        "missing": "is missing",
        "greater_than": f"must be above {_limit(context.get('gt'))}",
        "greater_than_equal": f"must be at least {_limit(context.get('ge'))}",
        "less_than_equal": f"must be at most {_limit(context.get('le'))}",
        "string_pattern_mismatch": "may only hold letters, digits, dots, dashes and underscores, 40 at most",
        "literal_error": f"must be one of {context.get('expected')}",
        "value_error": str(context.get("error", "")),
    }.get(first["type"], first["msg"][:1].lower() + first["msg"][1:])
    return InvalidPlan(path, problem)


def _limit(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else str(value)


def _week_numbers(doc: PlanDoc) -> range:
    numbers = range(1, len(doc.weeks) + 1)
    if not doc.weeks:
        raise InvalidPlan("weeks", "has no week")
    for key in doc.weeks:
        if not re.fullmatch("[1-9][0-9]{0,3}", key):
            raise InvalidPlan(f"weeks.{key[:20]}", 'is not a week number: keys are "1", "2", …')
    for number in numbers:
        if str(number) not in doc.weeks:
            raise InvalidPlan(f"weeks.{number}", "is missing: weeks count from 1 without a gap")
    return numbers


def _start_date(doc: PlanDoc) -> dt.date:
    if doc.meta.start_date:
        if doc.meta.start_date.weekday() != 0:
            raise InvalidPlan("meta.start_date", f"{doc.meta.start_date} is not a Monday")
        return doc.meta.start_date
    for key, week in doc.weeks.items():
        for entry in week.workouts:
            if entry.date:
                return monday_of(entry.date) - dt.timedelta(weeks=int(key) - 1)
    if doc.meta.race_date:
        return monday_of(doc.meta.race_date) - dt.timedelta(weeks=len(doc.weeks) - 1)
    raise InvalidPlan("meta.start_date", "is missing, and no date tells when week 1 begins")


def _week_workouts(number: int, week: WeekDoc, start: dt.date, taken: set[str]) -> list[Workout]:
    made: list[Workout] = []
    for index, entry in enumerate(week.workouts):
        path = f"weeks.{number}.workouts[{index}]"
        day = start + dt.timedelta(days=7 * (number - 1) + WEEKDAYS.index(entry.day))
        if entry.date and entry.date != day:
            raise InvalidPlan(f"{path}.date", f"is {entry.date}, but {entry.day} of week {number} is {day}")
        if sum(other.date == day for other in made) == MAX_A_DAY:
            raise InvalidPlan(path, f"is one too many on {entry.day}: a day has at most {MAX_A_DAY}")
        if entry.id is None and any(_same(entry, other, day) for other in made):
            raise InvalidPlan(path, f"stands twice: {entry.day} has the very same workout already")
        name = entry.id or slot_id(number, entry.day, taken)
        taken.add(name)
        try:
            made.append(
                Workout(
                    id=name,
                    date=day,
                    type=entry.type,
                    title=entry.title or entry.type.replace("_", " ").capitalize(),
                    km=entry.km,
                    minutes=entry.minutes,
                    steps=entry.steps,
                    notes=entry.notes,
                )
            )
        except ValidationError as error:
            problem = _first_problem(error)
            raise InvalidPlan(f"{path}.{problem.path}".rstrip("."), problem.problem) from None
    return made


def _same(entry: WorkoutDoc, other: Workout, day: dt.date) -> bool:
    return (entry.type, entry.km, entry.minutes, day) == (other.type, other.km, other.minutes, other.date)


def _agree(doc: PlanDoc, plan: Plan) -> None:
    """Sums that the document states are those of its workouts."""
    sums = weekly_km(plan)
    for number, km in enumerate(sums, 1):
        stated = doc.weeks[str(number)].km
        if stated is not None and abs(stated - km) > KM_TOLERANCE:
            raise InvalidPlan(f"weeks.{number}.km", f"is {stated:g}, but its workouts add up to {km:g}")
    target = doc.meta.weekly_km_target
    if target is not None and abs(target - max(sums)) > KM_TOLERANCE:
        raise InvalidPlan("meta.weekly_km_target", f"is {target:g}, but the plan's peak week has {max(sums):g} km")
