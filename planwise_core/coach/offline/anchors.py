"""Days told by the days before them in the talk: "that weekend", "the week after", "the Sunday before that"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from planwise_core.coach.offline.intents import heard
from planwise_core.coach.offline.moves import both_ends
from planwise_core.coach.offline.refs import kind_of, whens_of
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.when import MONTHS, WEEKDAY, When, weekday_index
from planwise_core.training.values import monday_of

_DAY = dt.timedelta(days=1)
_ENDS = (  # "the week after" alone; "the week after next" and "after Christmas" name their day themselves
    r"(?! (?:next|the|my|our|this|christmas|xmas|easter|new|work|that (?:race|run)|"
    rf"\w+'s|\d|{WEEKDAY}|today|tomorrow)\b)"
)
_BY = re.compile(
    rf"\b(?:on |in |for |over )?(?:(?P<that>(?:that |the )?whole (?:week(?:end)?|day)|that (?:week(?:end)?|day)|"
    rf"the same (?:week(?:end)?|day)|those days)|"
    rf"(?:the |an? )?(?P<name>week(?:end)?|day|one|1|{WEEKDAY}) (?P<side>after|before)(?: that| it)?{_ENDS}|"
    rf"(?P<run>before|after) (?:that|then|this)|"
    rf"the (?:following|next) (?P<next>day|weekend))(?! (?:is|was) (?:fine|ok|good)\b)\b"
)


_NEXT_DAYS = re.compile(rf"\b(?:on )?(?:the |my )?(?:next|coming|following) ([2-6]) ({WEEKDAY})s\b")


def _next_days(count: int, weekday: int, today: dt.date) -> str:
    """ "The next two Saturdays" as their dates."""
    first = today + ((weekday - today.weekday()) % 7) * _DAY
    return "on " + " and ".join(f"{first + 7 * number * _DAY:%Y-%m-%d}" for number in range(count))


_DAYS_OF_MONTH = re.compile(rf"\b(?:on )?(?:the )?({WEEKDAY})s (?:in|of|throughout|during) ({'|'.join(MONTHS)})\b")


def _days_of_month(found: re.Match[str], today: dt.date) -> str:
    """ "Thursdays in December" as those of them that are still to come."""
    month = MONTHS[found[2]]
    year = today.year + (month < today.month)
    first = max(dt.date(year, month, 1), today)
    day = first + ((weekday_index(found[1]) - first.weekday()) % 7) * _DAY
    days = [day + 7 * number * _DAY for number in range(5)]
    return (
        "on " + " and ".join(each.isoformat() for each in days if each.month == month)
        if day.month == month
        else found[0]
    )


_DAYS_UNTIL = re.compile(
    rf"\b(?:on )?(?:the )?({WEEKDAY})(?:s|'?s? (?:long |easy )?(?:runs|sessions)) (?:until|till|before) (?:the )?"
)


def _days_until(clause: str, scene: Scene) -> str:
    """ "Thursdays until the new year" as those days, where they are not too many to be meant one by one."""
    found = _DAYS_UNTIL.search(clause)
    end = next((when for when in whens_of(clause, scene) if found and when.at[1] > found.end()), None)
    if found is None or end is None:
        return clause
    first = scene.today + ((weekday_index(found[1]) - scene.today.weekday()) % 7) * _DAY
    last = end.last if end.kind == "span" else end.first - _DAY
    days = [first + 7 * at * _DAY for at in range(_MANY) if first + 7 * at * _DAY <= last]
    if not days or len(days) == _MANY:
        return clause
    return f"{clause[: found.start()]}on {' and '.join(map(str, days))}{clause[end.at[1] :]}"


_MANY = 12


_THE_WEEKDAY = re.compile(
    rf"\b(?:on )?the ({WEEKDAY})\b(?! (?:after|before|of|in|\d|the|next|run|session|long|1)\b)(?!'s)"
)


def _of_its_week(clause: str, told: Sequence[str], scene: Scene) -> str:
    """ "Long run on 13 December: … I have a wedding on the Sunday": the Sunday of the week of the date told before."""
    found = _THE_WEEKDAY.search(clause)
    if found is None or len(whens_of(clause, scene)) > 1:
        return clause
    for earlier in reversed(told):
        dated = [when for when in whens_of(earlier, scene) if when.kind == "day" and re.search(r"\d", when.words)]
        if dated and dated[-1].first > scene.today + 6 * _DAY:
            day = monday_of(dated[-1].first) + weekday_index(found[1]) * _DAY
            return f"{clause[: found.start()]}on {day.isoformat()}{clause[found.end() :]}"
    return clause


_RACE_EVE = re.compile(
    r"\b(?:on )?(?:the )?(?P<count>day|2 days|night) (?P<side>before|after) (?:the |my )?(?:race(?: day)?|half(?: "
    r"marathon)?|marathon|big day)\b(?! (?:pace|week|plan|training))"
)


_MEALS = re.compile(r"\b(?:eat|drink|food|dinner|breakfast|pasta|carbs?|alcohol|beer|wine|sleep|wear)\b")


def _near_race(found: re.Match[str], scene: Scene) -> str:
    """ "The day before the race" as its date."""
    race = scene.athlete.goal.date if scene.athlete.goal else None
    if race is None:
        return found[0]
    days = (2 if found["count"] == "2 days" else 1) * _DAY
    return f"on {(race - days if found['side'] == 'before' else race + days).isoformat()}"


def anchored(clause: str, told: Sequence[str], scene: Scene) -> str:
    """The clause with dates in place of days told by others: "before that" by the clause itself or by `told`."""
    clause = _NEXT_DAYS.sub(lambda found: _next_days(int(found[1]), weekday_index(found[2]), scene.today), clause)
    if not _MEALS.search(clause):
        clause = _RACE_EVE.sub(lambda found: _near_race(found, scene), clause)
    clause = _of_its_week(_days_until(clause, scene), told, scene)
    clause = _DAYS_OF_MONTH.sub(lambda found: _days_of_month(found, scene.today), clause)
    for found in _BY.finditer(clause):
        if found["run"] and not kind_of(clause):
            continue
        own = [clause[: found.start()]] if found["side"] or "whole" in found[0] else []
        anchor = next(filter(None, (_last_day(text, scene) for text in (*own, *reversed(told)))), None)
        if anchor is None:
            return clause
        words = _day_of_run(clause, found["run"], anchor, scene) if found["run"] else _days(found, anchor)
        words = words.removeprefix("on ") if clause[found.end() :].startswith("'s") else words
        return anchored(clause[: found.start()] + words + clause[found.end() :], told, scene)
    return clause


def _day_of_run(clause: str, side: str, anchor: When, scene: Scene) -> str:
    """The day of the nearest run of the kind the clause names, before or after the days of `anchor`."""
    kind = kind_of(clause) or frozenset()
    ahead = [each.date for each in scene.open if each.type in kind and each.date > anchor.last]
    back = [each.date for each in scene.open if each.type in kind and each.date < anchor.first]
    days = ahead[:1] if side == "after" else back[-1:]
    return f"on {days[0].isoformat()}" if days else f"{side} that"


def _last_day(text: str, scene: Scene) -> When | None:
    whens = whens_of(text, scene)
    if heard(text).intent in {"move", "swap"}:
        whens = both_ends(whens, scene)
    return next((each for each in reversed(whens) if each.last >= scene.today), None)


def _days(found: re.Match[str], anchor: When) -> str:
    monday = monday_of(anchor.last)
    if that := found["that"]:
        if "weekend" in that:
            return f"the weekend of {anchor.last.isoformat()}"
        return f"the week of {monday.isoformat()}" if "week" in that else _span(anchor.first, anchor.last)
    name, is_after = found["name"] or found["next"], found["side"] != "before"
    step = 7 * _DAY if is_after else -7 * _DAY
    if name in {"one", "1"} and anchor.kind == "day" and re.search(WEEKDAY, anchor.words):
        return _span(*(2 * (anchor.last + step,)))
    if name in {"one", "1"}:
        name = "week" if anchor.kind == "span" else "day"
    if name == "week":
        return f"the week of {(monday if is_after else monday_of(anchor.first)) + step:%Y-%m-%d}"
    if name == "weekend":
        return f"the weekend of {monday + step:%Y-%m-%d}"
    if name == "day":
        return _span(*(2 * (anchor.last + _DAY if is_after else anchor.first - _DAY,)))
    start = anchor.last + _DAY if is_after else anchor.first - 7 * _DAY
    return _span(*(2 * (start + ((weekday_index(name) - start.weekday()) % 7) * _DAY,)))


def _span(first: dt.date, last: dt.date) -> str:
    return f"on {first.isoformat()}" if first == last else f"from {first.isoformat()} to {last.isoformat()}"
