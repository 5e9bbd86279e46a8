"""A mention of time, and the calendar it is read against: small values, and names of days and months."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass
from typing import Literal

from planwise_core.training.values import monday_of

Kind = Literal["day", "span", "vague", "unclear", "past", "impossible"]


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


MONTHS = {name.lower(): index for index, name in enumerate(calendar.month_name) if name}
MONTHS |= {name[:3]: index for name, index in MONTHS.items()} | {"sept": 9}
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?"


def weekday_index(word: str) -> int:
    """0 for any form of Monday."""
    return next(index for index, day in enumerate(_DAYS) if day.startswith(word[:3]))
