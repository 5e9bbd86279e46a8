"""What a sentence names that can be true of a plan or not: weeks, days, dates, sizes, shares, kinds of session."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from planwise_core.training.plan import Plan, WorkoutType
from planwise_core.training.values import WEEKDAY_NAMES, Weekday
from planwise_core.training.workouts import HARD

SENTENCE = re.compile(r"[^.!?\n]+(?:\.(?=\d)[^.!?\n]+)*[.!?]?")
WEEK = re.compile(
    r"\bweeks?\s+(\d{1,2})(?![\d.,]*\s*(?:km|k|mi|min)\b)"  # "this week 37 km"
    r"(?:\s*(?:-|–|to|and|,)\s*(\d{1,2})(?!\s*(?:km|k|mi|runs?|days?)\b))?",
    re.IGNORECASE,
)
NTH = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth",
)  # fmt: skip
NTH_WEEK = re.compile(  # of the plan; "the second week of December" is the calendar's
    rf"\b(?:(\d{{1,2}})(?:st|nd|rd|th)|({'|'.join(NTH)}))\s+week\b"
    r"(?!\s+(?:of|in|after|back|away|off|without)\b(?!\s+(?:the|your) plan))",
    re.IGNORECASE,
)
LENGTH = re.compile(
    r"\b(\d{1,2})[- ]weeks?\s+(?:training\s+)?plan\b|"
    r"\bplan (?:has|is|lasts|runs|takes|covers|spans) (?:\w+ ){0,2}?(\d{1,2}) weeks\b",
    re.IGNORECASE,
)
_DAY_NAME = r"\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?\b"
WEEKDAY = re.compile(_DAY_NAME, re.IGNORECASE)
DISTANCE = re.compile(r"\b(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:-\s*)?(km|k|kilomet(?:er|re)s?|mi|miles?)\b", re.IGNORECASE)
_MONTHS = [dt.date(2000, month, 1).strftime("%b").lower() for month in range(1, 13)]
_MONTH = rf"({'|'.join(_MONTHS)})[a-z]*\.?"
DATE = re.compile(
    rf"\b(?:(\d{{4}})-(\d\d)-(\d\d)|(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?)(?!\w)",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(rf"{_DAY_NAME},?\s+(?:the\s+)?$", re.IGNORECASE)
DAY_AFTER = re.compile(rf"\s*(?:,|is|\()\s*(?:an?\s+)?{_DAY_NAME}", re.IGNORECASE)
DAY_OF_MONTH = re.compile(
    rf"{_DAY_NAME},?\s+the\s+(\d{{1,2}})(?:st|nd|rd|th)\b(?!\s+(?:of\s+)?{_MONTH})", re.IGNORECASE
)
SHARES = {"half": 50, "a third": 33, "a quarter": 25, "a fifth": 20, "a tenth": 10}
SHARE = re.compile(
    rf"\bby\s+(?:about\s+|around\s+)?(?:(\d{{1,2}})\s*(?:%|percent|per cent)|({'|'.join(SHARES)})\b)"
    rf"|(?:(\d{{1,2}})\s*(?:%|percent|per cent)|\b({'|'.join(SHARES)}))"
    r"\s+(?:less|lighter|fewer|shorter|more|longer)\b",
    re.IGNORECASE,
)
COUNTS = ("one", "two", "three", "four", "five", "six", "seven")
COUNT = re.compile(rf"\b(\d|{'|'.join(COUNTS)})\s+(?:easy\s+)?(runs|workouts|sessions)\b(?!\s+of)", re.IGNORECASE)
CLAIMS_NOTHING = re.compile(
    r"\?\s*$|\b(if|would|could|whether|unless|or|wenn|falls|würde\w*|könnte\w*|si|se|pourrai\w+|podr[íi]a\w*|"
    r"potrebbe|poderia|als|zou)\b",
    re.IGNORECASE,
)
DENIES = re.compile(
    r"\b(no|not|never|without|instead|free|off|from|was|were|rest|than|ohne|frei|sans|sin|senza|sem|zonder|vrij)\b|n't\b",
    re.IGNORECASE,
)
PACE = re.compile(
    r"\b(\d{1,2}):(\d\d)\s*(?:min\w*\s*)?(?:/|per\b|a\b)\s*(km|k|kilomet(?:er|re)|mi|mile)\b", re.IGNORECASE
)
TIME = re.compile(
    r"\b(?:(\d{1,2})(?:[.,](5))?\s*-?h(?:ours?|rs?)?(?:\s*(?:and\s*)?(\d{1,2})\s*(?:min\w*)?)?|(\d{1,3})\s*-?min(?:ute\w*|s)?)\b",
    re.IGNORECASE,
)
TO_GO = re.compile(r"\b(\d{1,3})\s+(days?|weeks?)\s+(?:to go|left|until|till|away|from (?:now|today))\b", re.IGNORECASE)
RACE = re.compile(r"\b(?:race|marathon|start line|big day)", re.IGNORECASE)
REPEATS = re.compile(r"\b(\d{1,2})\s*[x×]\s*(\d{1,4}(?:[.,]\d)?)\s*(km|met\w+|m|min\w*|sec\w*|s)\b", re.IGNORECASE)
COMPARES = re.compile(r"\b(?:less|more|shorter|longer|extra|such as|like|e\.g)\b", re.IGNORECASE)
CHANGED = re.compile(
    r"\bI(?:'ve| have)? (?:just )?(?:moved|swapped|changed|shortened|added|removed|dropped|reduced|cut|scaled|updated|"
    r"adjusted|rebuilt|replaced|lightened)\b",
    re.IGNORECASE,
)
NEGATED = re.compile(r"(?:\b(?:not|never|no|without)\b|n't\b)[\w\s]{0,20}$", re.IGNORECASE)
MOVES = re.compile(r"\b(mov|shift|swap|goes|now on|instead)\w*", re.IGNORECASE)

_LONG: frozenset[WorkoutType] = frozenset({"long", "long_progression", "long_mp", "fast_finish", "back_to_back"})
KINDS: tuple[tuple[re.Pattern[str], str, frozenset[WorkoutType]], ...] = (
    (re.compile(r"\blong run", re.IGNORECASE), "a long run", _LONG),
    (re.compile(r"\btempo\b", re.IGNORECASE), "a tempo run", frozenset({"tempo", "cruise_intervals", "sub_threshold"})),
    (re.compile(r"\bintervals?\b", re.IGNORECASE), "intervals", HARD - {"race"}),
    (re.compile(r"\beasy run\b", re.IGNORECASE), "an easy run", frozenset({"easy", "recovery", "easy_strides"})),
    (re.compile(r"\brace (?:day|is|falls)\b", re.IGNORECASE), "the race", frozenset({"race"})),
)
NO_RUN = re.compile(r"\b(?:rest day|day off|rest on|off on)\b", re.IGNORECASE)


def weeks(sentence: str) -> Iterator[int]:
    """The weeks a sentence names ("week 3", "the third week"), both ends of a span among them."""
    for match in WEEK.finditer(sentence):
        yield from (int(number) for number in match.groups() if number)
    for match in NTH_WEEK.finditer(sentence):
        yield int(match[1]) if match[1] else NTH.index(match[2].lower()) + 1


def dates(match: re.Match[str], plan: Plan) -> Iterator[dt.date]:
    """The dates within the plan that a written date can be."""
    year, month, day = match[1], match[2], match[3]
    if not year:
        name = (match[5] or match[6]).lower()[:3]
        month, day = str(_MONTHS.index(name) + 1), match[4] or match[7]
    for each in [int(year)] if year else range(plan.start_date.year, plan.end_date.year + 1):
        try:
            date = dt.date(each, int(month), int(day))
        except ValueError:
            continue
        if plan.start_date <= date <= plan.end_date:
            yield date


def minutes(match: re.Match[str]) -> float:
    """How long a `TIME` is."""
    hours, half, more, alone = match.groups()
    return int(alone) if alone else int(hours) * 60 + (30 if half else int(more or 0))


def weekday(name: str) -> Weekday:
    return next(day for day in WEEKDAY_NAMES if name.lower().startswith(day))
