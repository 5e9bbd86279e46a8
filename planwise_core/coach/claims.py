"""Whether a model's words agree with the plan that results: its weeks, weekdays, kilometres and dates.

A sentence is checked as far as it says which workouts it is about (a week, a weekday, a kind of session); a question
or an "if" claims nothing. What the words may also hold are numbers the runner brought up.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import Any

from planwise_core.coach.reply import Situation
from planwise_core.training.plan import Plan, Repeat, Workout, WorkoutType, week_km, weekday_of, weekly_km
from planwise_core.training.values import KM_PER_MILE, WEEKDAY_NAMES, Weekday
from planwise_core.training.workouts import HARD

_SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]?")
_WEEK = re.compile(r"\bweek\s+(\d{1,2})\b", re.IGNORECASE)
_LENGTH = re.compile(r"\b(\d{1,2})[- ]week(?:s)?\s+(?:training\s+)?plan\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b", re.IGNORECASE)
_DISTANCE = re.compile(r"\b(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:-\s*)?(km|k|kilomet(?:er|re)s?|mi|miles?)\b", re.IGNORECASE)
_MONTHS = [dt.date(2000, month, 1).strftime("%B").lower() for month in range(1, 13)]
_DATE = re.compile(
    rf"{_WEEKDAY.pattern},?\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_MONTHS)})\b",
    re.IGNORECASE,
)
_CLAIMS_NOTHING = re.compile(r"\?\s*$|\b(if|would|could|whether|unless|or)\b", re.IGNORECASE)
_DENIES = re.compile(r"\b(no|not|never|without|instead|free|off|from|was|were|rest|than)\b|n't\b", re.IGNORECASE)
_CHANGED = re.compile(
    r"\bI(?:'ve| have)? (?:just )?(?:moved|swapped|changed|shortened|added|removed|dropped|reduced|cut|scaled|updated|"
    r"adjusted|rebuilt|replaced|lightened)\b",
    re.IGNORECASE,
)
_MOVES = re.compile(r"\b(mov|shift|swap|goes|now on|instead)\w*", re.IGNORECASE)

_LONG: frozenset[WorkoutType] = frozenset({"long", "long_progression", "long_mp", "fast_finish", "back_to_back"})
_KINDS: tuple[tuple[re.Pattern[str], str, frozenset[WorkoutType]], ...] = (
    (re.compile(r"\blong run", re.IGNORECASE), "a long run", _LONG),
    (re.compile(r"\btempo\b", re.IGNORECASE), "a tempo run", frozenset({"tempo", "cruise_intervals", "sub_threshold"})),
    (re.compile(r"\bintervals?\b", re.IGNORECASE), "intervals", HARD - {"race"}),
    (re.compile(r"\brace day\b", re.IGNORECASE), "the race", frozenset({"race"})),
)
WHOLE, FINE = 0.51, 0.06  # km by which a number told in whole, or with a decimal, may be off


def contradictions(says: str, asked: str, situation: Situation, proposed: Plan | None) -> tuple[str, ...]:
    """What in the words is not so, one sentence each; `proposed` is the plan that results, None: nothing changes."""
    plan = proposed or situation.plan
    found = []
    if proposed is None and _CHANGED.search(says):
        found.append("The words tell of a change, but none was made.")
    if plan is not None:
        for sentence in _SENTENCE.findall(says):
            if not _CLAIMS_NOTHING.search(sentence):
                found += _wrong(sentence, asked, situation, plan)
    return tuple(dict.fromkeys(found))


def _wrong(sentence: str, asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    weeks = [int(number) for number in _WEEK.findall(sentence)]
    for number in weeks:
        if not 1 <= number <= len(plan.weeks):
            yield f"The plan has {len(plan.weeks)} weeks, so there is no week {number}."
            return
    for length in _LENGTH.findall(sentence):
        if int(length) != len(plan.weeks):
            yield f"The plan has {len(plan.weeks)} weeks, not {length}."
    yield from _wrong_dates(sentence, plan)
    yield from _wrong_days(sentence, weeks, situation, plan)
    yield from _wrong_distances(sentence, weeks, asked, situation, plan)


def _wrong_dates(sentence: str, plan: Plan) -> Iterator[str]:
    """A weekday that is not the day's: the model's calendar is not ours."""
    for match in _DATE.finditer(sentence):
        day, month = int(match[2]), _MONTHS.index(match[3].lower()) + 1
        for year in range(plan.start_date.year, plan.end_date.year + 1):
            try:
                date = dt.date(year, month, day)
            except ValueError:
                continue
            if plan.start_date <= date <= plan.end_date and weekday_of(date) != _weekday(match[1]):
                yield f"{date:%d %B %Y} is a {date:%A}."


def _wrong_days(sentence: str, weeks: list[int], situation: Situation, plan: Plan) -> Iterator[str]:
    """A kind of session told of a day that has none, in the weeks named, in those that change, or in any to come."""
    days = {_weekday(name) for name in _WEEKDAY.findall(sentence)}
    kinds = [(name, types) for pattern, name, types in _KINDS if pattern.search(sentence)]
    if not days or len(kinds) != 1 or _DENIES.search(sentence):
        return
    name, types = kinds[0]
    ahead = [each for each in plan.workouts if each.date >= situation.today and each.type in types]
    if weeks:
        ahead = [each for each in ahead if plan.week_of(each.date) in weeks]
    elif situation.plan and situation.plan != plan and _MOVES.search(sentence):
        ahead = [each for each in ahead if situation.plan.by_id.get(each.id) != each] or ahead
    there = {weekday_of(each.date) for each in ahead}
    if there and not days & there:
        on = ", ".join(WEEKDAY_NAMES[day] for day in WEEKDAY_NAMES if day in there)
        where = f" of week {weeks[0]}" if len(weeks) == 1 else ""
        yield f"The plan{where} has {name} on {on}, not on {' or '.join(WEEKDAY_NAMES[day] for day in sorted(days))}."


def _wrong_distances(sentence: str, weeks: list[int], asked: str, situation: Situation, plan: Plan) -> Iterator[str]:
    """A distance that is no workout's, no week's and no race's, and that the runner did not bring up."""
    days = {_weekday(name) for name in _WEEKDAY.findall(sentence)}
    true = set(_own_distances(asked, situation))
    for each in (plan, *([situation.plan] if situation.plan else [])):
        true |= set(_plan_distances(each, weeks, days))
    if situation.plan:
        true |= set(_differences(situation.plan, plan))
    for number, unit in _DISTANCE.findall(sentence):
        in_miles = unit.lower().startswith("m")
        km = float(number.replace(",", ".")) * (KM_PER_MILE if in_miles else 1)
        slack = (FINE if "." in number or "," in number else WHOLE) * (KM_PER_MILE if in_miles else 1)
        if not any(abs(km - each) <= slack for each in true):
            where = f"week {weeks[0]} of the plan" if len(weeks) == 1 else "the plan"
            yield f"There is no {number} {'miles' if in_miles else 'km'} in {where}."


def _plan_distances(plan: Plan, weeks: list[int], days: set[Weekday]) -> Iterator[float]:
    """Kilometres that may be told of these weeks and days: workouts, their parts, and the weeks' sums."""
    for number, week in enumerate(plan.by_week, 1):
        if weeks and number not in weeks:
            continue
        yield week_km(week)
        for each in week:
            if not days or weekday_of(each.date) in days:
                yield from _parts(each)


def _parts(workout: Workout) -> Iterator[float]:
    if workout.km:
        yield workout.km
    for step in workout.steps:
        for each in step.steps if isinstance(step, Repeat) else (step,):
            if each.metres:
                yield each.metres / 1000


def _differences(old: Plan, new: Plan) -> Iterator[float]:
    """Kilometres by which a workout or a week has become shorter or longer."""
    for each in new.workouts:
        if (was := old.by_id.get(each.id)) and was != each:
            yield abs(each.run_km - was.run_km)
    yield from (abs(was - now) for was, now in zip(weekly_km(old), weekly_km(new), strict=False))


def _own_distances(asked: str, situation: Situation) -> Iterator[float]:
    """Kilometres of the runner's own: in the message, in what they said before, in who they are and what they ran."""
    said = (asked, *(each.text for each in situation.history if each.role == "runner"))
    for number, unit in (pair for text in said for pair in _DISTANCE.findall(text)):
        km = float(number.replace(",", "."))
        yield km * KM_PER_MILE if unit.lower().startswith("m") else km
    athlete, plan = situation.athlete, situation.plan
    known: Iterable[Any] = (
        athlete.weekly_km,
        athlete.longest_run_km,
        athlete.recent and athlete.recent.distance_km,
        plan and plan.race_distance_km,
        *(race.distance_km for race in athlete.races),
        *(run.km for run in situation.runs),
    )
    yield from (float(each) for each in known if each)


def _weekday(name: str) -> Weekday:
    return next(day for day in WEEKDAY_NAMES if name.lower().startswith(day))
