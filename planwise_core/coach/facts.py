"""What a model says it has learned of the runner, made part of an `Athlete`; dates and units are read here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from planwise_core.coach import answer_schema as shape
from planwise_core.coach import memory
from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.when import Calendar
from planwise_core.coach.reply import Situation
from planwise_core.coach.words import safe
from planwise_core.errors import BadInput
from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Performance, Race
from planwise_core.training.journal import Fact
from planwise_core.training.methods import METHODS
from planwise_core.training.values import KM_PER_MILE, WEEKDAYS, duration_s


def read_date(text: str, today: dt.date) -> dt.date:
    """The one day that is named: ``2027-04-18``, ``18 April``, ``in 12 weeks``, ``tomorrow``; the next one if no year.

    Raises:
        BadInput: no day can be read, or more than one.
    """
    first, last = read_days(text, today)
    if first != last:
        raise BadInput(f"'{text[:40]}' is more than one day.")
    return first


def read_days(text: str, today: dt.date) -> tuple[dt.date, dt.date]:
    """The first and the last day of what is named: one day twice, or a stretch such as ``next week``.

    Raises:
        BadInput: nothing can be read.
    """
    unread = BadInput(f"'{text[:40]}' is not a date: write it like 18 April 2027.")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
            return (day := dt.date.fromisoformat(text.strip())), day
    except ValueError:
        raise unread from None
    found = read(normalise(text), Calendar(today))
    if len(found) != 1 or not found[0].is_known:
        raise unread
    return found[0].first, found[0].last


def learned(situation: Situation, facts: Sequence[shape.Fact]) -> tuple[Athlete, frozenset[str]]:
    """The runner as now known, and the names of all fields they have told.

    Raises:
        BadInput: a fact cannot be: a race in the past, a distance of -5 km, nine days a week.
    """
    athlete, known = situation.athlete, set(situation.known)
    for fact in facts:
        try:
            changes = _changes(athlete, fact, situation.today)
            athlete = athlete.but(**changes)
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            problem = str(first.get("ctx", {}).get("error", first["msg"])).lower()
            raise BadInput(f"That cannot be for {fact.fact.replace('_', ' ')}: {problem}.") from None
        known |= changes.keys()
    if "weeks" in known or any(race.date for race in athlete.races):
        known.add("date")  # no field of an athlete: when the training ends has been told
    return athlete, frozenset(known)


def lasting(situation: Situation, facts: Sequence[shape.Fact]) -> tuple[Fact, ...]:
    """What is to be remembered beyond the plan, if the runner says yes: life, likes, and injuries of the past."""
    told = []
    for each in facts:
        if isinstance(each, shape.Word) and each.fact == "remember":
            told.append(memory.fact(each.word))
        elif isinstance(each, shape.Injury) and _is_past(situation.athlete, each):
            told.append(Fact(kind="injury", text=f"{safe(each.part)[:40]} hurt in the past".capitalize()))
    return tuple(fact for fact in told if fact)[: memory.PER_TURN]


def _is_past(athlete: Athlete, injury: shape.Injury) -> bool:
    """Whether it is over, and was never told before: nothing that hurts now has become better."""
    return not injury.current and injury.part not in {each.part for each in athlete.injuries}


def _changes(athlete: Athlete, fact: shape.Fact, today: dt.date) -> dict[str, Any]:
    """The fields of the athlete that a fact sets."""
    match fact:
        case shape.Race(fact="race"):
            return {"races": _races(athlete, fact, today)}
        case shape.Race():
            if fact.time is None:
                raise BadInput("A race that was run needs its time to tell how fit you are.")
            km = _standard(_km(fact.distance, fact.unit))
            return {"recent": Performance(distance_km=km, duration_s=duration_s(fact.time))}
        case shape.Number():
            if fact.fact in {"weekly_distance", "longest_run"}:
                km = round(_km(fact.number, fact.unit), 1)
                return {"weekly_km" if fact.fact == "weekly_distance" else "longest_run_km": km}
            return {"weeks" if fact.fact == "plan_weeks" else fact.fact: fact.number}
        case shape.Days():
            return _days(athlete, fact)
        case shape.Away():
            first, last = read_days(fact.first, today)[0], read_days(fact.last, today)[1]
            away = Away(first=first, last=last, reason=fact.reason)
            return {"away": (*(each for each in athlete.away if each != away), away)}
        case shape.Injury() if _is_past(athlete, fact):
            return {}
        case shape.Injury():
            injury = Injury(part=safe(fact.part)[:40], current=fact.current, pain=fact.pain)
            return {"injuries": (*(each for each in athlete.injuries if each.part != injury.part), injury)}
        case shape.Word(fact="remember"):
            return {}
        case shape.Word():
            return {fact.fact: _word(fact)}


def _races(athlete: Athlete, fact: shape.Race, today: dt.date) -> tuple[Race, ...]:
    """The races with this one; it takes the place of one on the same day, an A race that of the A race before."""
    date = read_date(fact.date, today) if fact.date else None
    if date and date <= today:
        raise BadInput(f"{date:%d %B %Y} is not ahead of us: a race to train for lies in the future.")
    race = Race(
        distance_km=_standard(_km(fact.distance, fact.unit)),
        date=date,
        target_s=duration_s(fact.time) if fact.time else None,
        priority=fact.priority,
    )
    stay = (each for each in athlete.races if each.date is None or each.date != date)
    return (*(each for each in stay if not each.priority == race.priority == "A"), race)


def _days(athlete: Athlete, fact: shape.Days) -> dict[str, Any]:
    days = tuple(fact.days)
    if fact.fact == "minutes":
        limits = (DayLimit(day=day, minutes=fact.minutes or 0) for day in days or WEEKDAYS)
        return {"minutes": (*(each for each in athlete.minutes if days and each.day not in days), *limits)}
    if fact.fact == "cross_days":
        return {"cross_days": days}
    if fact.fact == "long_run_day":
        return {"long_run_day": days[0] if days else None}
    free = days if fact.fact == "only_on" else tuple(day for day in athlete.free_days if day not in days)
    if not free:
        raise BadInput("That leaves no day to run on.")
    return {"free_days": free}


def _word(fact: shape.Word) -> str | bool:
    word = fact.word.strip().lower().replace(" ", "_")
    if fact.fact == "method" and word not in METHODS:
        raise BadInput(f"'{fact.word[:40]}' is not a method we know: {', '.join(METHODS)}.")
    if fact.fact in {"hills", "doubles"}:
        return word in {"yes", "true"}
    return word


def _km(distance: float, unit: str) -> float:
    return round(distance * KM_PER_MILE, 4) if unit == "mi" else distance


def _standard(km: float) -> float:
    """21 or 21.1 km and 13 miles mean the half marathon, 42 km and 26 miles the marathon."""
    return next((race for race in (21.0975, 42.195) if abs(km - race) < 0.012 * race), km)
