"""What a model says it has learned of the runner, made part of an `Athlete`; dates and units are read here."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from planwise_core.coach import answer_schema as shape
from planwise_core.coach.reply import Situation
from planwise_core.coach.words import safe
from planwise_core.errors import BadInput
from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Performance, Race
from planwise_core.training.methods import METHODS
from planwise_core.training.values import KM_PER_MILE, WEEKDAYS, duration_s

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:the\s+)?"
_NAME = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4}))?"
_DAY_MONTH = re.compile(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_NAME}{_YEAR}")
_MONTH_DAY = re.compile(rf"{_WEEKDAY}{_NAME}\s+(?:the\s+)?{_DAY}{_YEAR}")


def read_date(text: str, today: dt.date) -> dt.date:
    """The date in ``2027-04-18``, ``18 April``, ``April 18th, 2027``, ``today``, ``tomorrow``.

    Without a year it is the next such day from `today` on.

    Raises:
        BadInput: no date can be read, or it does not exist.
    """
    said = text.strip().lower()
    if said in {"today", "tomorrow"}:
        return today + dt.timedelta(days=said == "tomorrow")
    unread = BadInput(f"'{text[:40]}' is not a date: write it like 18 April 2027.")
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", said):
            return dt.date.fromisoformat(said)
        if (read := _DAY_MONTH.fullmatch(said) or _MONTH_DAY.fullmatch(said)) is None:
            raise unread
        month, day = _MONTHS.index(read["month"]) + 1, int(read["day"])
        if read["year"]:
            return dt.date(int(read["year"]), month, day)
        this_year = dt.date(today.year, month, day)
        return this_year if this_year >= today else dt.date(today.year + 1, month, day)
    except ValueError:
        raise unread from None


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
    return athlete, frozenset(known)


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
            away = Away(first=read_date(fact.first, today), last=read_date(fact.last, today), reason=fact.reason)
            return {"away": (*(each for each in athlete.away if each != away), away)}
        case shape.Injury():
            injury = Injury(part=safe(fact.part)[:40], current=fact.current, pain=fact.pain)
            return {"injuries": (*(each for each in athlete.injuries if each.part != injury.part), injury)}
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
