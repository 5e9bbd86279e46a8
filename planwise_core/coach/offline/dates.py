"""Dates in ordinary words, relative to a given day: "18 April", "in 12 weeks", "from the 3rd to the 9th".

A day without a year is the next one. What could be two days (4/5) comes back `unclear` with both, what names no day
("in spring") `vague`, and a year that is over `past`: nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from planwise_core.coach.offline import date_readers as means
from planwise_core.coach.offline.when import MONTHS, WEEKDAY, Calendar, When, weekday_index
from planwise_core.training.values import monday_of

_DAY = dt.timedelta(days=1)
_M = rf"({'|'.join(sorted(MONTHS, key=len, reverse=True))})(?:(?<=\b[a-z]{{3}})\.)?"
_NO_SIZE = r"(?! ?(?:km|kms|k|kilomet\w+|mi|miles?|mpw|kpw|%|runs?|days?|minutes?|weeks?|times|hours?|x)\b)"
_D = rf"(\d{{1,2}})(st|nd|rd|th)?\.?{_NO_SIZE}"
_Y = r"(?:,? ((?:19|20)\d\d))?"
_TO = r" ?(?:-|to|until|till?|through|thru|and) ?(?:the )?"
_REL = rf"(?:today|tonight|tomorrow|(?:next |this )?{WEEKDAY})"
_BARE_DAY = re.compile(r"(?:on )?the \d+(?:st|nd|rd|th)?")
_M_WORD = re.compile(rf"\b{_M}(?!\w)")
_FEAST_WORD = re.compile(r"\b(?:christmas|xmas|boxing day|new year)")
_NO_NAME = (  # "our Christmas 10 km on 13 December"
    r"(?! (?:\d|half|marathon|race|fun|parkrun|parties|party|dinner|lunch|do\b|market|shopping|concert|play))"
)
_FEASTS = {
    r"(?:christmas|xmas) eve": (12, 24), r"christmas(?: day)?|xmas": (12, 25), r"boxing day": (12, 26),
    r"new year'?s? eve": (12, 31), r"new year'?s?(?: day)?": (1, 1), r"valentine'?s(?: day)?": (2, 14),
    r"halloween": (10, 31),
}  # fmt: skip


def read(text: str, where: Calendar) -> tuple[When, ...]:
    """Every mention of time in a normalised text, in order; what one pattern has read no other reads again."""
    found: list[When] = []
    for pattern, reader in _GRAMMAR:
        for match in pattern.finditer(text):
            when = reader(match, where)
            if when is None:
                continue
            if when.kind == "day" and (lead := _WEEK_OF.search(text[: match.start()])):
                when, start = _around(when, is_weekend="end" in lead[0].split()[0]), lead.start()
            elif when.kind == "day" and (lead := _WEEKDAY_BY.search(text[: match.start()])):
                when, start = _weekday_by(when, lead), lead.start()
            elif when.kind == "day" and (lead := _SHIFTED.search(text[: match.start()])):
                when, start = _shifted(when, lead), lead.start()
            else:
                start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append(replace(when, at=(start, match.end()), words=text[start : match.end()].strip()))
            text = text[:start] + "\0" * (match.end() - start) + text[match.end() :]
    return _in_turn(sorted(map(_beside(found, text), _day_in_month(found)), key=lambda when: when.at), text)


_BACK = re.compile(r"\b(?:back|home|return\w*)\b[a-z ]*$")


def _in_turn(found: list[When], text: str) -> tuple[When, ...]:
    """ "On the 22nd, home on the 28th": of two bare days of the month the one that comes later is the later one."""
    bare = [when for when in found if _BARE_DAY.fullmatch(when.words)]
    if len(bare) != 2 or len(found) != 2:
        return tuple(found)
    comes_first = _BACK.search(text[: bare[0].at[0]]) and not _BACK.search(text[bare[0].at[1] : bare[1].at[0]])
    one, other = bare[::-1] if comes_first else bare
    if other.first < one.first and (day := means.next_day_of_month(other.first.day, one.first)):
        other = replace(other, first=day, last=day)
    return tuple(sorted((one, other), key=lambda when: when.at))


_UP_TO = re.compile(r"\b(?:to|until|till|through)\b")


def _beside(found: list[When], text: str) -> Callable[[When], When]:
    """ "Back on 9 January, leaving on the 2nd": a bare day of the month is the last one before a day with its month."""
    dated = [
        when
        for when in found
        if when.kind == "day"
        and not _BARE_DAY.fullmatch(when.words)
        and (_FEAST_WORD.search(when.words) or (re.search(r"\d", when.words) and _M_WORD.search(when.words)))
    ]

    def near(when: When) -> When:
        if len(dated) != 1 or not _BARE_DAY.fullmatch(when.words) or when.first > dated[0].first:
            return when
        last = dated[0].first
        if when.at > dated[0].at and _UP_TO.search(
            text[dated[0].at[1] : when.at[0]]
        ):  # "from Christmas Eve to the 27th"
            day = means.next_day_of_month(when.first.day, last) or when.first
            return replace(when, first=day, last=day)
        if _BACK.search(text[: when.at[0]]) and not _BACK.search(text[when.at[1] : dated[0].at[0]]):
            day = means.next_day_of_month(when.first.day, last) or when.first  # after the day one leaves on
            return replace(when, first=day, last=day)
        month = last if when.first.day <= last.day else last.replace(day=1) - _DAY
        day = month.replace(day=min(when.first.day, 28) if when.first.day > 28 else when.first.day)
        return replace(when, first=max(day, when.first), last=max(day, when.first))

    return near


def _day_in_month(found: list[When]) -> Iterator[When]:
    """ "Early May, the 2nd": a bare day of the month belongs to the month named beside it."""
    month = next((when for when in found if when.kind == "vague" and when.first != when.last), None)
    for when in found:
        if month and when.kind == "day" and _BARE_DAY.fullmatch(when.words):
            day = month.first.replace(day=1) + (when.first.day - 1) * _DAY
            yield replace(when, first=day, last=day)
        elif when is not month or not any(_BARE_DAY.fullmatch(each.words) for each in found):
            yield when


_WEEK_OF = re.compile(r"\bweek(?:end)? (?:of|starting|beginning|from)(?: the)? $")
_SHIFTED = re.compile(
    r"\b(?:(\d+|an?|the) )?(?:(?:easy|light|quiet|last|full|whole|recovery) )?(days?|weeks?) (after|before) (?:the )?$"
)


_WEEKDAY_BY = re.compile(rf"\b(?:on )?(?:the )?(?:last |first )?({WEEKDAY}) (after|before) (?:the )?$")


def _weekday_by(when: When, lead: re.Match[str]) -> When:
    """ "The Sunday before Christmas"."""
    step = 1 if lead[2] == "after" else -1
    days = (step * (weekday_index(lead[1]) - when.first.weekday()) - 1) % 7 + 1
    day = when.first + step * days * _DAY
    return replace(when, first=day, last=day)


def _shifted(when: When, shift: re.Match[str]) -> When:
    """ "Two weeks before Christmas"."""
    count = int(shift[1]) if shift[1] and shift[1].isdigit() else 1
    day = when.first + count * (7 if shift[2].startswith("week") else 1) * _DAY * (1 if shift[3] == "after" else -1)
    if shift[2] == "week" and (shift[1] in {None, "the"} or shift[0].count(" ") > 3):
        return _around(replace(when, first=day, last=day))
    return replace(when, first=day, last=day)


def _around(when: When, *, is_weekend: bool = False) -> When:
    """ "The week of 14 December": its Monday to Sunday."""
    monday = monday_of(when.first)
    return replace(when, kind="span", first=monday + (5 if is_weekend else 0) * _DAY, last=monday + 6 * _DAY)


_WEEK_WORDS = (
    r"(?:the )?week after next|(?:the )?(?:rest|remainder) of (?:the|this) week|(?:the )?(?:this|next|following|coming|"
    r"last|current) week|(?:the )?week(?: number| no\.?)? ?\d+"
)
_GRAMMAR: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Calendar], When | None]], ...] = tuple(
    (re.compile(rf"\b{pattern}(?!\w)"), reader)
    for pattern, reader in (
        (r"from (20\d\d-\d\d-\d\d) to (20\d\d-\d\d-\d\d)", means.iso_range),
        (r"(20\d\d)-(\d\d?)-(\d\d?)", means.iso),
        (rf"(?:from |between )?(?:the )?{_D}(?: of)?(?: {_M})?{_TO}{_D}(?: of)?(?: {_M})?{_Y}", means.range_of_days),
        (rf"(?:on )?(?:the )?{_D} ?/ ?{_D}(?: of)? {_M}{_Y}", means.two_days),
        (rf"(?:from |between )?{_M} (?:the )?{_D}{_TO}(?:{_M} )?{_D}{_Y}", means.range_after_month),
        (rf"(?:(?:on )?(?:the )?{WEEKDAY},? )?(?:on )?(?:the )?{_D}(?: of)? {_M}{_Y}", means.day_month),
        (rf"(?:(?:on )?{WEEKDAY},? )?(?:on )?{_M},? (?:the )?{_D}{_Y}", means.month_day),
        (r"(\d{1,2})[/.](\d{1,2})\.? ?(?:-|to|until|till?) ?(\d{1,2})[/.](\d{1,2})\.?", means.numeric_range),
        (r"(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{4}|\d\d)?)?(?! ?(?:km|k|mi|miles?|hours?|h|/)\b)", means.numeric),
        (rf"(?:on )?(?:the )?({'|'.join(means.NTH)}) ({WEEKDAY}) (?:of |in )?{_M}{_Y}", means.nth_weekday),
        (rf"(?:(?:end|start|beginning|middle) of |in |late |early |mid )?{_M}{_Y},? (?:(?:on|so|probably|maybe) "
        rf")?(?:the )?"
         rf"({'|'.join(means.NTH)}) ({WEEKDAY})", means.month_nth_weekday),
        (rf"(?:in |on )?(?:the )?({'|'.join(means.NTH)}) week (?:of|in) {_M}", means.nth_week),
        (r"(?:in |over )?(?:the )?(first|second|last|latter|back) half of (this|next) week", means.half_week),
        (rf"(?:in |on |over )?(?:the )?({'|'.join(means.NTH)}) weekend (?:of|in) {_M}", means.nth_weekend),
        (r"(?:in |over |during )?(?:the )?(?:christmas|xmas) week(?!\w)", means.christmas_week),
        (r"(?!(?:(?<=km )|(?<=\dk )|(?<=kilometres )|(?<=kilometers )|(?<=miles ))in a week\b)(?:in|"
        r"within) (?:about |around |exactly |just |only |roughly |under |less than |another |like )*(\d+|"
        r"an?) (days?|weeks?|months?)(?: time| from now)?", means.in_a_while),
        (r"(\d+) (days?|weeks?|months?) (?:from (?:now(?! on\b)|today)|away|out|"
         r"(?:until|till?|before|to) (?:my|the|race))",
         means.in_a_while),
        *((rf"(?:on |at |over )?(?:{name}){_NO_NAME}", means.feast(*day)) for name, day in _FEASTS.items()),
        (r"(?:on |at |over )?(?:the )?(holyfriday(?! weekend)|easter ?(?:monday|sunday|weekend)?)", means.easter),
        (rf"(?P<week>{_WEEK_WORDS}),? (?:from )?({WEEKDAY})(?: ?- ?| (?:to|until|till?|through|thru) )({WEEKDAY})",
         means.weekdays_of_week),
        (rf"(?:from |between )?({_REL})(?: ?- ?| (?:to|until|till?|through|and|thru) )({_REL})( next week)?",
         lambda match, where: means.range_of_weekdays(match, where) if not re.search(r" and ", match[0]) or
         match[0].startswith("between") else None),
        (r"(?:(?:at|by) )?(?:the )?end of (?:the|this) (month|year)", means.end_of),
        (rf"(?:until|till?) ({_REL})(?! (?:next|this) week)", means.until),
        (r"(?:the )?overmorrow", means.near(2)),
        (r"(?:today|tonight|this (?:morning|afternoon|evening))", means.near(0)),
        (r"(?:tomorrow)", means.near(1)),
        (r"(?:yesterday|last night)", means.near(-1)),
        (rf"(?<!km )(?<!mi )(?<!miles )(?<!times )(?<!days )(?<!runs )(?<!hours )(?<!\dk )"
         rf"a week (?:on|from) ({WEEKDAY})",
         means.weekday_a_week_later),
        (rf"(?:on )?(?<!\bnext )(?<!\bthis )({WEEKDAY}) "
         r"week(?=[.,!?]|$| (?:i|we|is|please|for|and|all|off|so|because)\b)", means.weekday_a_week_later),
        (rf"(?:on )?(?P<day>{WEEKDAY})(?:'s?)? (?:in |of |on )?(?P<week>{_WEEK_WORDS})", means.weekday_of_week),
        (rf"(?P<week>{_WEEK_WORDS})(?:'s)?(?: on)? (?P<day>{WEEKDAY})", means.weekday_of_week),
        (rf"(?:on )?{WEEKDAY},? the (\d{{1,2}})(?:st|nd|rd|th)", means.bare_day),
        (rf"(?:on )?(?:the )?(last |next |this |coming )?({WEEKDAY})", means.weekday),
        (r"(?:on )?the (\d{1,2})(?:st|nd|rd|th)", means.bare_day),
        (r"weeks? (\d+) ?(?:-|to|and|until) ?(?:week )?(\d+)(?! ?(?:km|k|mi|miles?|min\w*|%))", means.weeks),
        (r"(?:for |over |in )?(?:the )?(?:next|coming|following) (\d+) weeks", means.next_weeks),
        (rf"({_WEEK_WORDS})", means.week),
        (r"(?:at |on |over )?(?:the |this )?(?<!that )(next |last |coming )?weekend", means.weekend),
        (rf"(?:(?:some ?time |somewhere )?(?:in|by|around|towards?|for|at)? ?(?:the )?(early|mid|late|beginning|start|"
         rf"middle|end)?(?: of| in|-)? ?){_M}{_Y}", means.month_only),
        (r"(?:in |next |this |during )(?:the )?(?:spring|summer|autumn|fall|winter|year|month)", means.someday),
    )
)  # fmt: skip


def length_days(text: str) -> int | None:
    """Days in "for a week", "for 10 days", "3 weeks off"; None where no length is named."""
    found = re.search(r"\b(?:for|to) (?:the next |about |around )?(\d+|an?) (days?|weeks?|months?)\b", text)
    found = found or re.search(
        r"\b(\d+|an?) (days?|weeks?) (?:of )?(?:off|break|away|holiday|vacation|rest|bed rest|in bed|trip|tour|"
        r"cruise|course|stay)\b",
        text,
    )
    found = found or re.search(
        r"(?:,|:| -) (\d+) (days?|weeks?) (?:of (?:sun|snow|skiing|sightseeing|hiking|beach|fun)|in|on|at)\b", text
    )
    found = found or re.search(
        r"\b(\d+|an?) (days?|weeks?) (?:of )?(?:no|without|not) (?:running|run|"
        r"training)\b",
        text,
    )
    if found is None:
        return None
    count = 1 if found[1] in {"a", "an"} else int(found[1])
    return count * {"d": 1, "w": 7, "m": 30}[found[2][0]]
