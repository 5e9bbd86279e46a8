"""From what a model wrote to a `Reply`: the text is parsed, slots become workouts, days and units become ours.

Nothing here trusts the model: what cannot be made sense of becomes `Reply.problem`, a sentence the model can repair
and the runner can read. Text that is no answer at all is never guessed into a change of plan.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import math
import re
from collections.abc import Collection, Sequence
from itertools import islice
from typing import Any

from pydantic import TypeAdapter, ValidationError

from planwise_core.coach import answer_schema as shape
from planwise_core.coach import rows
from planwise_core.coach.facts import lasting, learned, read_date
from planwise_core.coach.reply import Reply, Situation
from planwise_core.coach.words import safe
from planwise_core.errors import BadInput, InvalidEdit
from planwise_core.training import edits as words
from planwise_core.training import engine
from planwise_core.training.athlete import Athlete
from planwise_core.training.plan import Plan, Workout, weekday_of
from planwise_core.training.values import KM_PER_MILE, WEEKDAY_NAMES, WEEKDAYS, Weekday
from planwise_core.training.workouts import LONG

MAX_SAYS = 8000  # characters; twice what fits into an answer
MAX_EDITS = shape.MOST_EDITS  # a week of the fullest plan twice over; more is a rewrite, and belongs to the engine
_ANSWER: TypeAdapter[shape.Answer] = TypeAdapter(shape.Answer)
_SLOT = re.compile(r"w(\d{1,2})-(mon|tue|wed|thu|fri|sat|sun)(?:-(\d))?")
_LONG_SLOT = re.compile(r"w(\d{1,2})-long")
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)  # some servers leave them in front of the answer
_JSON = json.JSONDecoder()
TRIES = 20  # braces that may come before the one an answer begins with


class NotAnAnswer(ValueError):
    """The text is not an `Answer`; the message says where, without quoting it."""


def spoken(text: str) -> str:
    """What a model wrote, without what it thought before."""
    return _THOUGHTS.sub("", text)


def read(text: str) -> shape.Answer:
    """The answer in a model's text: bare JSON, or JSON in a fence or among words.

    Raises:
        NotAnAnswer: there is none, or it has another shape.
    """
    written = json.dumps(_completed(_found(spoken(text))), ensure_ascii=False)
    try:
        return _ANSWER.validate_json(written.encode("utf-8", "ignore"))  # half a surrogate pair is no letter
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise NotAnAnswer(f"{where}: {first['msg'].lower()}") from None


def _found(text: str) -> dict[str, Any]:
    """The first JSON object that says something."""
    for brace in islice(re.finditer(r"\{", text), TRIES):
        with contextlib.suppress(ValueError, RecursionError):
            found, _ = _JSON.raw_decode(text, brace.start())
            if "says" in found:
                return dict(found)
    raise NotAnAnswer("there is no whole JSON object in it that says something")


def _completed(found: dict[str, Any]) -> dict[str, Any]:
    """What models outside strict mode leave out when it is empty; a schema-true answer passes unchanged."""
    edits = found.get("edits") or []
    if isinstance(edits, list):
        edits = [{"to": None, **each} if _drops(each) else each for each in edits]
    return {"do": "edit" if edits else "talk", **found, "facts": found.get("facts") or [], "edits": edits}


def _drops(edit: Any) -> bool:
    return isinstance(edit, dict) and edit.get("kind") == "drop"


def shown(says: str) -> str:
    """A model's words as they may be shown, cut off where nobody reads on."""
    return safe(says[:MAX_SAYS])[:MAX_SAYS]


def reply_of(answer: shape.Answer, situation: Situation, **more: Any) -> Reply:
    """The reply a model's answer stands for in this situation; `more` goes into the reply as it is."""
    base = {"says": shown(answer.says), "by_model": True, **more}
    changes: dict[str, Any] = {}
    try:
        athlete, known = learned(situation, answer.facts)
        if athlete != situation.athlete or known != situation.known:
            base |= {"athlete": athlete, "known": known}
        base["remember"] = lasting(situation, answer.facts)
        if answer.do == "edit":
            changes = {"edits": _edits(answer.edits, situation, situation.plan)}
        elif answer.do == "build":
            _enough(known, situation)
            changes = {"build": True, "edits": _authored(answer.edits, situation, athlete)}
        elif answer.do == "go_back":
            changes = {"go_back": True}
        return Reply(**base, **changes)
    except BadInput as problem:
        return Reply(**base, problem=str(problem))


def _enough(known: Collection[str], situation: Situation) -> None:
    """A first plan is made from what the runner has told, never from defaults.

    Raises:
        BadInput: something that every plan needs was not told yet.
    """
    needed = {
        "the race or how many weeks to plan": bool({"races", "date"} & set(known)),
        "the date of the race or how many weeks to plan": "date" in known,
        "the weekly distance now": "weekly_km" in known,
        "the days for running": "days_per_week" in known or "free_days" in known,
    }
    missing = [what for what, told in needed.items() if not told]
    if missing and situation.plan is None:
        raise BadInput(f"Before there can be a plan I need to know {missing[0]}.")


def _authored(asked: Sequence[shape.ModelEdit], situation: Situation, athlete: Athlete) -> tuple[words.Edit, ...]:
    """What makes the plan that the house will build the one whose weeks were written; nothing else is taken."""
    weeks = [edit for edit in asked if isinstance(edit, shape.Weeks)]
    if not weeks:
        return ()
    done = frozenset(run.workout for run in situation.runs if run.workout)
    old, today = situation.plan, situation.today
    built = engine.rebuild(old, athlete, today, done) if old else engine.build(athlete, today)
    return _edits(weeks, situation, built)


def _edits(asked: Sequence[shape.ModelEdit], situation: Situation, plan: Plan | None) -> tuple[words.Edit, ...]:
    """The house's edits, each slot read in `plan`."""
    if plan is None:
        raise InvalidEdit("There is no plan yet that could change.")
    if len(asked) > MAX_EDITS:
        raise InvalidEdit(f"{len(asked)} changes at once are too many: {MAX_EDITS} is the most.")
    made: list[words.Edit] = []
    for at, edit in enumerate(asked):
        try:
            if isinstance(edit, shape.Weeks):
                made += rows.edits(edit.rows, plan, _frozen(plan, situation))
            else:
                made.append(_edit(edit, plan, situation.today))
        except InvalidEdit as error:
            raise InvalidEdit(error.problem, at) from None
        except BadInput as error:
            raise InvalidEdit(str(error), at) from None
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            name = ".".join(str(part) for part in first["loc"]).replace("_", " ")
            raise InvalidEdit(f"That does not fit, {name}: {first['msg'].lower()}.", at) from None
    return tuple(made)


def _frozen(plan: Plan, situation: Situation) -> frozenset[str]:
    passed = {each.id for each in plan.workouts if each.date < situation.today}
    return frozenset(passed | {run.workout for run in situation.runs if run.workout})


def _edit(edit: shape.OneEdit, plan: Plan, today: dt.date) -> words.Edit:
    match edit:
        case shape.Move(kind="drop"):
            return words.Drop(workout=_workout(edit.workout, plan))
        case shape.Move(kind="move", to=str() as to):
            week, day = _day(to, plan, today)
            return words.Move(workout=_workout(edit.workout, plan), week=week, day=day)
        case shape.Move(kind="swap", to=str() as to):
            return words.Swap(workout=_workout(edit.workout, plan), other=_workout(to, plan))
        case shape.Move():
            raise InvalidEdit(f"It is not said where {edit.workout} goes.")
        case shape.Content():
            return _content(edit, plan)
        case shape.Scale():
            return words.Scale(from_week=edit.from_week, to_week=edit.to_week, percent=edit.percent)
        case shape.Stretch():
            (from_week, from_day), (to_week, to_day) = _day(edit.first, plan, today), _day(edit.last, plan, today)
            if (last := plan.day(to_week, to_day)) < today:
                raise InvalidEdit(f"{last:%A %d %B %Y} has passed: today is {today:%A %d %B %Y}.")
            stretch = {"from_week": from_week, "from_day": from_day, "to_week": to_week, "to_day": to_day}
            return words.Soften(**stretch) if edit.kind == "soften" else words.TimeOff(**stretch)


def _content(edit: shape.Content, plan: Plan) -> words.Edit:
    size: dict[str, Any] = {}
    if edit.size is not None and edit.unit == "min":
        size = {"minutes": round(edit.size) if math.isfinite(edit.size) else edit.size}
    elif edit.size is not None:
        size = {"km": round(edit.size * KM_PER_MILE, 1) if edit.unit == "mi" else edit.size}
    notes = safe(edit.notes)[:600] if edit.notes else None
    if edit.kind == "change":
        return words.Change(workout=_workout(edit.workout, plan), type=edit.type, notes=notes, **size)
    week, day = _slot(edit.workout)[:2]
    return words.Add(week=week, day=day, type=edit.type or "easy", notes=notes or "", **size)


def _slot(text: str) -> tuple[int, Weekday, int]:
    """Week, weekday and which workout of that day a slot names."""
    if (read := _SLOT.fullmatch(text)) is None:
        raise InvalidEdit(f"'{text[:20]}' is not a slot such as w3-tue.")
    return int(read[1]), next(day for day in WEEKDAYS if day == read[2]), int(read[3] or 1)


def _workout(slot: str, plan: Plan) -> str:
    """The id of the workout in a slot: ``w3-tue`` the first of that day, ``w3-tue-2`` the second, ``w3-long``."""
    if long := _LONG_SLOT.fullmatch(slot):
        return _long_run(int(long[1]), plan).id
    week, day, nth = _slot(slot)
    there = plan.on(plan.day(week, day))
    if len(there) < nth:
        raise InvalidEdit(f"There is no workout on {WEEKDAY_NAMES[day]} of week {week}.")
    return there[nth - 1].id


def _long_run(week: int, plan: Plan) -> Workout:
    """The long run of a week."""
    there = plan.by_week[week - 1] if 1 <= week <= len(plan.weeks) else ()
    runs = [each for each in there if each.type in LONG]
    if not runs:
        raise InvalidEdit(f"There is no long run in week {week}.")
    return max(runs, key=lambda each: each.run_km)


def _day(text: str, plan: Plan, today: dt.date) -> tuple[int, Weekday]:
    """Week number and weekday of a slot or a date."""
    if _SLOT.fullmatch(text):
        return _slot(text)[:2]
    if long := _LONG_SLOT.fullmatch(text):
        return int(long[1]), weekday_of(_long_run(int(long[1]), plan).date)
    date = read_date(text, today)
    if not plan.start_date <= date <= plan.end_date:
        raise InvalidEdit(f"{date:%d %B %Y} is outside the plan.")
    return plan.week_of(date), weekday_of(date)
