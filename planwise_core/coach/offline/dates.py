"""Dates in ordinary words, relative to a given day: "18 April", "in 12 weeks", "from the 3rd to the 9th".

A day without a year is the next one. What could be two days (4/5) comes back `unclear` with both, what names no day
("in spring") `vague`, and a year that is over `past`: nothing is guessed.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from planwise_core.training.values import monday_of

Kind = Literal["day", "span", "vague", "unclear", "past"]
_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(weeks=1)


@dataclass(frozen=True)
class When:
    """One mention of time. `first` to `last` are the days meant (the same for a day); `at` is its place in the text."""

    at: tuple[int, int]
    kind: Kind
    first: dt.date
    last: dt.date
    words: str = ""
    options: tuple[dt.date, ...] = ()

    @property
    def is_known(self) -> bool:
        return self.kind in {"day", "span"}


@dataclass(frozen=True)
class Calendar:
    """What a mention is read against: the day it is, the plan's first Monday if any, and how 4/5 is read if known."""

    today: dt.date
    start: dt.date | None = None
    month_first: bool | None = None

    @property
    def monday(self) -> dt.date:
        return monday_of(self.today)


_MONTHS = {name.lower(): index for index, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: index for name, index in _MONTHS.items()} | {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"
_M = rf"({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_D = r"(\d{1,2})(st|nd|rd|th)?\.?"
_Y = r"(?:,? ((?:19|20)\d\d))?"
_TO = r" ?(?:-|to|until|till?|through|thru|and) ?(?:the )?"
_NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}
_REL = rf"(?:today|tonight|tomorrow|(?:next |this )?{WEEKDAY})"
_FEASTS = {
    r"christmas eve": (12, 24), r"christmas(?: day)?|xmas": (12, 25), r"boxing day": (12, 26),
    r"new year'?s? eve": (12, 31), r"new year'?s?(?: day)?": (1, 1), r"valentine'?s(?: day)?": (2, 14),
    r"halloween": (10, 31),
}  # fmt: skip


def weekday_index(word: str) -> int:
    """0 for any form of Monday."""
    return next(index for index, day in enumerate(_DAYS) if day.startswith(word[:3]))


def read(text: str, where: Calendar) -> tuple[When, ...]:
    """Every mention of time in a normalised text, in order; what one pattern has read no other reads again."""
    found: list[When] = []
    for pattern, reader in _GRAMMAR:
        for match in pattern.finditer(text):
            when = reader(match, where)
            if when is None:
                continue
            if when.kind == "day" and re.search(
                r"\bweek (?:of|starting|beginning|from)(?: the)? $", text[: match.start()]
            ):
                when = _around(when)
            found.append(replace(when, at=match.span(), words=match[0].strip()))
            text = text[: match.start()] + "\0" * (match.end() - match.start()) + text[match.end() :]
    return tuple(sorted(_day_in_month(found), key=lambda when: when.at))


def _day_in_month(found: list[When]) -> Iterator[When]:
    """ "Early May, the 2nd": a bare day of the month belongs to the month named beside it."""
    month = next((when for when in found if when.kind == "vague" and when.first != when.last), None)
    for when in found:
        if month and when.kind == "day" and re.fullmatch(r"(?:on )?the \d+(?:st|nd|rd|th)?", when.words):
            day = month.first.replace(day=1) + (when.first.day - 1) * _DAY
            yield replace(when, first=day, last=day)
        elif when is not month or not any(re.fullmatch(r"(?:on )?the \d+\w*", each.words) for each in found):
            yield when


def _day(day: dt.date) -> When:
    return When((0, 0), "day", day, day)


def _around(when: When) -> When:
    """ "The week of 14 December": its Monday to Sunday."""
    monday = monday_of(when.first)
    return replace(when, kind="span", first=monday, last=monday + 6 * _DAY)


def _span(first: dt.date, last: dt.date) -> When | None:
    return When((0, 0), "span", first, last) if first <= last else None


def _vague(first: dt.date, last: dt.date) -> When:
    return When((0, 0), "vague", first, last)


def _next(month: int, day: int, where: Calendar, year: str | None = None) -> dt.date | None:
    """This day in `year`, or the next one that comes; None when there is no such day."""
    years = [int(year)] if year else [where.today.year + ahead for ahead in range(5)]
    for each in years:
        if day <= calendar.monthrange(each, month)[1]:
            found = dt.date(each, month, day)
            if year or found >= where.today:
                return found
    return None


def _dated(month: int, day: int, year: str | None, where: Calendar) -> When | None:
    if not (1 <= month <= 12 and 1 <= day <= 31) or (found := _next(month, day, where, year)) is None:
        return None
    return When((0, 0), "past" if found < where.today else "day", found, found)


def _iso(match: re.Match[str], where: Calendar) -> When | None:
    return _dated(int(match[2]), int(match[3]), match[1], where)


def _day_month(match: re.Match[str], where: Calendar) -> When | None:
    return _dated(_MONTHS[match[3]], int(match[1]), match[4], where)


def _month_day(match: re.Match[str], where: Calendar) -> When | None:
    return _dated(_MONTHS[match[1]], int(match[2]), match[4], where)


def _numeric(match: re.Match[str], where: Calendar) -> When | None:
    """4/18, 18.4., 18-04-2027: with dots the day comes first; else by size, by what is known, or both are offered."""
    if match[0] == "24/7" or (match[2] == "." and not (match[4] or match[0].endswith("."))):
        return None
    one, other = int(match[1]), int(match[3])
    year = match[4] and (match[4] if len(match[4]) == 4 else f"20{match[4]}")
    by_month, by_day = _dated(one, other, year, where), _dated(other, one, year, where)
    if match[2] == "." or by_month is None or one == other:
        return by_day
    if by_day is None or where.month_first is not None:
        return by_month if by_day is None or where.month_first else by_day
    options = (by_day.first, by_month.first)
    return When((0, 0), "unclear", min(options), max(options), options=options)


def _range_of_days(match: re.Match[str], where: Calendar) -> When | None:
    """ "the 3rd to the 9th", "24th to 27th of December", "16-23 January", "from 28 dec to 3 jan"."""
    day1, nth1, month1, day2, nth2, month2, year = match.groups()
    if not (month1 or month2 or (nth1 and nth2)):
        return None
    month = _MONTHS[month1 or month2] if month1 or month2 else None
    return _between(month, int(day1), _MONTHS[month2] if month2 else month, int(day2), year, where)


def _range_after_month(match: re.Match[str], where: Calendar) -> When | None:
    """ "Dec 24-27", "Dec 28 to Jan 3"."""
    month1, day1, _, month2, day2, _, year = match.groups()
    return _between(_MONTHS[month1], int(day1), _MONTHS[month2 or month1], int(day2), year, where)


def _between(m1: int | None, d1: int, m2: int | None, d2: int, year: str | None, where: Calendar) -> When | None:
    first = _next(m1, d1, where, year) if m1 else _next_day_of_month(d1, where.today)
    if first is None:
        return None
    after = Calendar(first)
    last = _next(m2, d2, after) if m2 else _next_day_of_month(d2, first)
    return _span(first, last) if last else None


def _next_day_of_month(day: int, today: dt.date) -> dt.date | None:
    for ahead in range(12):
        month = (today.month - 1 + ahead) % 12 + 1
        year = today.year + (today.month - 1 + ahead) // 12
        if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, day) >= today:
            return dt.date(year, month, day)
    return None


def _bare_day(match: re.Match[str], where: Calendar) -> When | None:
    day = _next_day_of_month(int(match[1]), where.today) if 1 <= int(match[1]) <= 31 else None
    return _day(day) if day else None


def _nth_weekday(match: re.Match[str], where: Calendar) -> When | None:
    """ "first Sunday of December", "last Saturday in March 2027"."""
    nth, weekday, month = _NTH[match[1]], weekday_index(match[2]), _MONTHS[match[3]]
    for year in [int(match[4])] if match[4] else [where.today.year, where.today.year + 1]:
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        day = dt.date(year, month, days[nth - 1 if nth > 0 else -1])
        if day >= where.today:
            return _day(day)
    return None


def _nth_week(match: re.Match[str], where: Calendar) -> When | None:
    """ "first week of January": Monday to Sunday of the month's n-th full week."""
    first = _next(_MONTHS[match[2]], 1, where)
    if first is None:
        return None
    mondays = [day for day in (first + n * _DAY for n in range(31)) if day.weekday() == 0 and day.month == first.month]
    monday = mondays[_NTH[match[1]] - 1 if _NTH[match[1]] > 0 else -1]
    return When((0, 0), "span", monday, monday + 6 * _DAY)


def _in_a_while(match: re.Match[str], where: Calendar) -> When | None:
    count = 1 if match[1] in {"a", "an", "1"} else int(match[1])
    if match[2].startswith("month"):
        month = where.today.month - 1 + count
        year, month = where.today.year + month // 12, month % 12 + 1
        day = dt.date(year, month, min(where.today.day, calendar.monthrange(year, month)[1]))
    else:
        day = where.today + count * (_DAY if match[2].startswith("day") else _WEEK)
    return _day(day)


def _feast(month: int, day: int) -> Callable[[re.Match[str], Calendar], When | None]:
    return lambda _, where: _dated(month, day, None, where)


def _near(days: int) -> Callable[[re.Match[str], Calendar], When | None]:
    return lambda _, where: _day(where.today + days * _DAY)


def _relative(words: str, where: Calendar, not_before: dt.date | None = None) -> dt.date:
    """The day of "today", "tomorrow", "Friday", "next Friday" (the one in the next calendar week)."""
    if words.startswith(("today", "tonight")):
        return where.today
    if words.startswith("tomorrow"):
        return where.today + _DAY
    *how, name = words.split()
    index = weekday_index(name)
    if "next" in how:
        return where.monday + _WEEK + index * _DAY
    start = not_before or where.today
    return start + ((index - start.weekday()) % 7) * _DAY


def _weekday(match: re.Match[str], where: Calendar) -> When | None:
    if match[1] and match[1].strip() == "last":
        index = weekday_index(match[2])
        return _day(where.today - ((where.today.weekday() - index - 1) % 7 + 1) * _DAY)
    return _day(_relative(f"{match[1] or ''}{match[2]}", where))


def _weekday_of_week(match: re.Match[str], where: Calendar) -> When | None:
    """ "Friday next week", "next week Friday", "Friday of week 7"."""
    week = _week_words(match["week"], where)
    return _day(week + weekday_index(match["day"]) * _DAY) if week else None


def _week_words(words: str, where: Calendar) -> dt.date | None:
    """The Monday of "this week", "next week", "the week after next", "week 7"."""
    if number := re.search(r"\d+", words):
        return where.start + (int(number[0]) - 1) * _WEEK if where.start else None
    ahead = 2 if "after" in words else 1 if re.search("next|following|coming", words) else -1 if "last" in words else 0
    return where.monday + ahead * _WEEK


def _week(match: re.Match[str], where: Calendar) -> When | None:
    monday = _week_words(match[1], where)
    if monday is None:
        return None
    last = monday + 6 * _DAY
    return _span(max(monday, where.today) if monday == where.monday else monday, last)


def _next_weeks(match: re.Match[str], where: Calendar) -> When | None:
    return _span(where.monday + _WEEK, where.monday + (1 + int(match[1])) * _WEEK - _DAY)


def _weeks(match: re.Match[str], where: Calendar) -> When | None:
    if where.start is None:
        return None
    first, last = sorted((int(match[1]), int(match[2])))
    return _span(where.start + (first - 1) * _WEEK, where.start + last * _WEEK - _DAY)


def _weekend(match: re.Match[str], where: Calendar) -> When | None:
    ahead = {"next": 1, "last": -1}.get((match[1] or "").strip(), 0)
    saturday = where.monday + 5 * _DAY + ahead * _WEEK
    return _span(max(saturday, where.today) if ahead == 0 else saturday, saturday + _DAY)


def _range_of_weekdays(match: re.Match[str], where: Calendar) -> When | None:
    first = _relative(match[1], where)
    if match[3]:
        first = where.monday + _WEEK + first.weekday() * _DAY
    return _span(first, _relative(match[2], where, not_before=first))


def _until(match: re.Match[str], where: Calendar) -> When | None:
    return _span(where.today, _relative(match[1], where))


def _month_only(match: re.Match[str], where: Calendar) -> When | None:
    first = _next(_MONTHS[match[2]], 28, where, match[3])
    if first is None or (match[2] == "may" and not re.search(r"\b(?:in|of|early|late|mid|by|until|end)\b", match[0])):
        return None
    first = first.replace(day=1)
    return _vague(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def _someday(_: re.Match[str], where: Calendar) -> When | None:
    return _vague(where.today, where.today)


_WEEK_WORDS = (
    r"(?:the )?week after next|(?:the )?(?:rest|remainder) of (?:the|this) week|(?:the )?(?:this|next|following|coming|"
    r"last|current) week|(?:the )?week(?: number| no\.?)? ?\d+"
)
_GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Calendar], When | None]], ...] = tuple(
    (re.compile(rf"\b{pattern}(?!\w)"), reader)
    for pattern, reader in (
        (r"(20\d\d)-(\d\d?)-(\d\d?)", _iso),
        (rf"(?:from |between )?(?:the )?{_D}(?: of)?(?: {_M})?{_TO}{_D}(?: of)?(?: {_M})?{_Y}", _range_of_days),
        (rf"(?:from |between )?{_M} (?:the )?{_D}{_TO}(?:{_M} )?{_D}{_Y}", _range_after_month),
        (rf"(?:(?:on )?(?:the )?{WEEKDAY},? )?(?:on )?(?:the )?{_D}(?: of)? {_M}{_Y}", _day_month),
        (rf"(?:(?:on )?{WEEKDAY},? )?(?:on )?{_M} (?:the )?{_D}{_Y}", _month_day),
        (r"(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{4}|\d\d)?)?(?! ?(?:km|k|mi|miles?|hours?|h|/)\b)", _numeric),
        (rf"(?:on )?(?:the )?({'|'.join(_NTH)}) ({WEEKDAY}) (?:of|in) {_M}{_Y}", _nth_weekday),
        (rf"(?:in )?(?:the )?({'|'.join(_NTH)}) week (?:of|in) {_M}", _nth_week),
        (r"(?:in|within) (?:about |around )?(\d+|an?) (days?|weeks?|months?)(?: time| from now)?", _in_a_while),
        (r"(\d+) (days?|weeks?|months?) (?:from (?:now|today)|away|out)", _in_a_while),
        *((rf"(?:on |at |over )?(?:{name})", _feast(*day)) for name, day in _FEASTS.items()),
        (rf"(?:from |between )?({_REL})(?: ?- ?| (?:to|until|till?|through|and|thru) )({_REL})( next week)?",
         lambda match, where: _range_of_weekdays(match, where) if not re.search(r" and ", match[0]) or
         match[0].startswith("between") else None),
        (rf"(?:until|till?) ({_REL})", _until),
        (r"(?:the )?overmorrow", _near(2)),
        (r"(?:today|tonight|this (?:morning|afternoon|evening))", _near(0)),
        (r"(?:tomorrow)", _near(1)),
        (r"(?:yesterday|last night)", _near(-1)),
        (rf"(?:on )?(?P<day>{WEEKDAY})(?:'s?)? (?:in |of |on )?(?P<week>{_WEEK_WORDS})", _weekday_of_week),
        (rf"(?P<week>{_WEEK_WORDS})(?:'s)?(?: on)? (?P<day>{WEEKDAY})", _weekday_of_week),
        (rf"(?:on )?(?:the )?(last |next |this |coming )?({WEEKDAY})", _weekday),
        (r"(?:on )?the (\d{1,2})(?:st|nd|rd|th)", _bare_day),
        (r"weeks? (\d+) ?(?:-|to|and|until) ?(?:week )?(\d+)(?! ?(?:km|k|mi|miles?|min\w*|%))", _weeks),
        (r"(?:for |over |in )?the next (\d+) weeks", _next_weeks),
        (rf"({_WEEK_WORDS})", _week),
        (r"(?:at |on |over )?(?:the |this )?(next |last |coming )?weekend", _weekend),
        (rf"(?:(?:some ?time |somewhere )?(?:in|by|around|towards?|for|at)? ?(?:the )?(early|mid|late|beginning|start|"
         rf"middle|end)?(?: of| in|-)? ?){_M}{_Y}", _month_only),
        (r"(?:in |next |this |during )(?:the )?(?:spring|summer|autumn|fall|winter|year|month)", _someday),
    )
)  # fmt: skip


def length_days(text: str) -> int | None:
    """Days in "for a week", "for 10 days", "3 weeks off"; None where no length is named."""
    found = re.search(r"\bfor (?:the next |about |around )?(\d+|an?) (days?|weeks?|months?)\b", text)
    found = found or re.search(r"\b(\d+) (days?|weeks?) (?:off|break|away|holiday|vacation)\b", text)
    if found is None:
        return None
    count = 1 if found[1] in {"a", "an"} else int(found[1])
    return count * {"d": 1, "w": 7, "m": 30}[found[2][0]]
