"""From a match of the date grammar to the days it means: one function for each way of saying it."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable

from planwise_core.coach.offline.when import MONTHS, Calendar, When, weekday_index

_DAY = dt.timedelta(days=1)
_WEEK = dt.timedelta(weeks=1)
NTH = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": -1}


def _day(day: dt.date) -> When:
    return When((0, 0), "day", day, day)


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
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if (found := _next(month, day, where, year)) is None:  # 30 February
        return When((0, 0), "impossible", where.today, where.today)
    return When((0, 0), "past" if found < where.today else "day", found, found)


def iso(match: re.Match[str], where: Calendar) -> When | None:
    return _dated(int(match[2]), int(match[3]), match[1], where)


def iso_range(match: re.Match[str], _where: Calendar) -> When | None:
    """ "from 2026-11-30 to 2026-12-13"."""
    return _span(dt.date.fromisoformat(match[1]), dt.date.fromisoformat(match[2]))


def day_month(match: re.Match[str], where: Calendar) -> When | None:
    return _dated(MONTHS[match[3]], int(match[1]), match[4], where)


def month_day(match: re.Match[str], where: Calendar) -> When | None:
    return _dated(MONTHS[match[1]], int(match[2]), match[4], where)


def numeric(match: re.Match[str], where: Calendar) -> When | None:
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


def numeric_range(match: re.Match[str], where: Calendar) -> When | None:
    """ "26/12-2/1": read the way round that makes the shorter stretch."""
    a, b, c, d = map(int, match.groups())
    spans = []
    for one, other in (((b, a), (d, c)), ((a, b), (c, d))):
        if where.month_first is (one == (b, a)) or not (1 <= one[0] <= 12 and 1 <= other[0] <= 12):
            continue
        if span := _between(one[0], one[1], other[0], other[1], None, where):
            spans.append(span)
    return min(spans, key=lambda span: span.last - span.first) if spans else None


def easter(match: re.Match[str], where: Calendar) -> When | None:
    """Good Friday, Easter Sunday or Monday, or the days from the first to the last of them."""
    for year in (where.today.year, where.today.year + 1):
        sunday = _easter_sunday(year)
        if "friday" in match[1]:
            first = last = sunday - 2 * _DAY
        elif "monday" in match[1]:
            first = last = sunday + _DAY
        elif "weekend" in match[1]:
            first, last = sunday - 2 * _DAY, sunday + _DAY
        else:
            first = last = sunday
        if first >= where.today:
            return _day(first) if first == last else _span(first, last)
    return None


def _easter_sunday(year: int) -> dt.date:
    """By the anonymous Gregorian algorithm (Nature, 20 April 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    n = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + n - 7 * ((a + 11 * h + 22 * n) // 451) + 114, 31)
    return dt.date(year, month, day + 1)


def range_of_days(match: re.Match[str], where: Calendar) -> When | None:
    """ "the 3rd to the 9th", "24th to 27th of December", "16-23 January", "from 28 dec to 3 jan"."""
    day1, nth1, month1, day2, nth2, month2, year = match.groups()
    if not (month1 or month2 or (nth1 and nth2)):
        return None
    month = MONTHS[month1 or month2] if month1 or month2 else None
    return _between(month, int(day1), MONTHS[month2] if month2 else month, int(day2), year, where)


def two_days(match: re.Match[str], where: Calendar) -> When | None:
    """ "12/13 December": two days beside each other; 4/5 May might be a month."""
    day1, _, day2, _, month, year = match.groups()
    return _between(MONTHS[month], int(day1), MONTHS[month], int(day2), year, where) if int(day2) > int(day1) else None


def end_of(match: re.Match[str], where: Calendar) -> When:
    """ "The end of the month": its last day."""
    today = where.today
    month = 12 if match[1] == "year" else today.month
    return _day(dt.date(today.year, month, calendar.monthrange(today.year, month)[1]))


def range_after_month(match: re.Match[str], where: Calendar) -> When | None:
    """ "Dec 24-27", "Dec 28 to Jan 3"."""
    month1, day1, _, month2, day2, _, year = match.groups()
    return _between(MONTHS[month1], int(day1), MONTHS[month2 or month1], int(day2), year, where)


def _between(m1: int | None, d1: int, m2: int | None, d2: int, year: str | None, where: Calendar) -> When | None:
    first = _next(m1, d1, where, year) if m1 else next_day_of_month(d1, where.today)
    if first is None:
        return None
    after = Calendar(first)
    last = _next(m2, d2, after) if m2 else next_day_of_month(d2, first)
    return _span(first, last) if last else None


def next_day_of_month(day: int, today: dt.date) -> dt.date | None:
    """The first date from `today` on that has this day of the month; None where no month has it."""
    for ahead in range(12):
        month = (today.month - 1 + ahead) % 12 + 1
        year = today.year + (today.month - 1 + ahead) // 12
        if day <= calendar.monthrange(year, month)[1] and dt.date(year, month, day) >= today:
            return dt.date(year, month, day)
    return None


def bare_day(match: re.Match[str], where: Calendar) -> When | None:
    day = next_day_of_month(int(match[1]), where.today) if 1 <= int(match[1]) <= 31 else None
    return _day(day) if day else None


def nth_weekday(match: re.Match[str], where: Calendar) -> When | None:
    """ "first Sunday of December", "last Saturday in March 2027"."""
    return _nth(match[1], match[2], match[3], match[4], where)


def month_nth_weekday(match: re.Match[str], where: Calendar) -> When | None:
    """ "End of May, the last Sunday"."""
    return _nth(match[3], match[4], match[1], match[2], where)


def _nth(which: str, name: str, month_name: str, given: str | None, where: Calendar) -> When | None:
    nth, weekday, month = NTH[which], weekday_index(name), MONTHS[month_name]
    for year in [int(given)] if given else [where.today.year, where.today.year + 1]:
        days = [week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]]
        day = dt.date(year, month, days[nth - 1 if nth > 0 else -1])
        if day >= where.today:
            return _day(day)
    return None


def nth_week(match: re.Match[str], where: Calendar) -> When | None:
    """ "first week of January": Monday to Sunday of the month's n-th full week."""
    first = _next(MONTHS[match[2]], 1, where)
    if first is None:
        return None
    mondays = [day for day in (first + n * _DAY for n in range(31)) if day.weekday() == 0 and day.month == first.month]
    monday = mondays[NTH[match[1]] - 1 if NTH[match[1]] > 0 else -1]
    return When((0, 0), "span", monday, monday + 6 * _DAY)


def nth_weekend(match: re.Match[str], where: Calendar) -> When | None:
    """ "first weekend of December": the Saturday and Sunday of the month's n-th Saturday."""
    first = _next(MONTHS[match[2]], 1, where)
    if first is None:
        return None
    days = [day for day in (first + n * _DAY for n in range(31)) if day.weekday() == 5 and day.month == first.month]
    saturday = days[NTH[match[1]] - 1 if NTH[match[1]] > 0 else -1]
    return When((0, 0), "span", saturday, saturday + _DAY)


def half_week(match: re.Match[str], where: Calendar) -> When | None:
    """ "first half of next week": Monday to Wednesday; the other half is Thursday to Sunday."""
    monday = where.today - where.today.weekday() * _DAY + (match[2] == "next") * _WEEK
    first, last = (0, 2) if match[1] == "first" else (3, 6)
    return _span(max(monday + first * _DAY, where.today), monday + last * _DAY)


def christmas_week(_: re.Match[str], where: Calendar) -> When | None:
    """The Monday to Sunday that Christmas Day is in."""
    day = _next(12, 25, where)
    return _span(day - day.weekday() * _DAY, day + (6 - day.weekday()) * _DAY) if day else None


def in_a_while(match: re.Match[str], where: Calendar) -> When | None:
    count = 1 if match[1] in {"a", "an", "1"} else int(match[1])
    if match[2].startswith("month"):
        month = where.today.month - 1 + count
        year, month = where.today.year + month // 12, month % 12 + 1
        day = dt.date(year, month, min(where.today.day, calendar.monthrange(year, month)[1]))
    else:
        day = where.today + count * (_DAY if match[2].startswith("day") else _WEEK)
    return _day(day)


def feast(month: int, day: int) -> Callable[[re.Match[str], Calendar], When | None]:
    return lambda _, where: _dated(month, day, None, where)


def near(days: int) -> Callable[[re.Match[str], Calendar], When | None]:
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


def weekday(match: re.Match[str], where: Calendar) -> When | None:
    if match[1] and match[1].strip() == "last":
        index = weekday_index(match[2])
        return _day(where.today - ((where.today.weekday() - index - 1) % 7 + 1) * _DAY)
    return _day(_relative(f"{match[1] or ''}{match[2]}", where))


def weekday_of_week(match: re.Match[str], where: Calendar) -> When | None:
    """ "Friday next week", "next week Friday", "Friday of week 7"."""
    week = _week_words(match["week"], where)
    return _day(week + weekday_index(match["day"]) * _DAY) if week else None


def weekdays_of_week(match: re.Match[str], where: Calendar) -> When | None:
    """ "Next week Monday to Thursday"."""
    week = _week_words(match["week"], where)
    first, last = (weekday_index(name) for name in match.groups()[-2:])
    return _span(week + first * _DAY, week + last * _DAY) if week else None


def _week_words(words: str, where: Calendar) -> dt.date | None:
    """The Monday of "this week", "next week", "the week after next", "week 7"."""
    if number := re.search(r"\d+", words):
        return where.start + (int(number[0]) - 1) * _WEEK if where.start else None
    ahead = 2 if "after" in words else 1 if re.search("next|following|coming", words) else -1 if "last" in words else 0
    return where.monday + ahead * _WEEK


def week(match: re.Match[str], where: Calendar) -> When | None:
    monday = _week_words(match[1], where)
    if monday is None:
        return None
    last = monday + 6 * _DAY
    return _span(max(monday, where.today) if monday == where.monday else monday, last)


def next_weeks(match: re.Match[str], where: Calendar) -> When | None:
    return _span(where.monday + _WEEK, where.monday + (1 + int(match[1])) * _WEEK - _DAY)


def weeks(match: re.Match[str], where: Calendar) -> When | None:
    if where.start is None:
        return None
    first, last = sorted((int(match[1]), int(match[2])))
    return _span(where.start + (first - 1) * _WEEK, where.start + last * _WEEK - _DAY)


def weekend(match: re.Match[str], where: Calendar) -> When | None:
    ahead = {"next": 1, "last": -1}.get((match[1] or "").strip(), 0)
    saturday = where.monday + 5 * _DAY + ahead * _WEEK
    return _span(max(saturday, where.today) if ahead == 0 else saturday, saturday + _DAY)


def range_of_weekdays(match: re.Match[str], where: Calendar) -> When | None:
    first = _relative(match[1], where)
    if match[3]:
        first = where.monday + _WEEK + first.weekday() * _DAY
    return _span(first, _relative(match[2], where, not_before=first))


def weekday_a_week_later(match: re.Match[str], where: Calendar) -> When | None:
    """ "A week on Saturday", "Saturday week": not the next one but the one after."""
    return _day(where.today + _WEEK + ((weekday_index(match[1]) - where.today.weekday()) % 7) * _DAY)


def until(match: re.Match[str], where: Calendar) -> When | None:
    return _span(where.today, _relative(match[1], where))


def month_only(match: re.Match[str], where: Calendar) -> When | None:
    first = _next(MONTHS[match[2]], 28, where, match[3])
    if first is None or (match[2] == "may" and not re.search(r"\b(?:in|of|early|late|mid|by|until|end)\b", match[0])):
        return None
    first = first.replace(day=1)
    return _vague(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def someday(_: re.Match[str], where: Calendar) -> When | None:
    return _vague(where.today, where.today)
