"""Values that are born valid, and the units of running: weekdays, distance, duration, pace.

Inside the house a distance is kilometres (`_km`) or metres (`_m`), a duration seconds (`_s`) or minutes, a pace
seconds per kilometre. Miles exist only here, where people are read and shown.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict

from planwise_core.errors import BadInput

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
WEEKDAY_NAMES: dict[Weekday, str] = dict(
    zip(WEEKDAYS, ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"), strict=True)
)
Units = Literal["km", "mi"]
FirstDay = Literal["mon", "sun"]
KM_PER_MILE = 1.609344  # international yard and pound agreement, 1959


class Value(BaseModel):
    """A frozen value that knows no unknown field."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def but(self, **changes: Any) -> Self:
        """The same value with some fields changed, checked again (Pydantic's own copy does not check)."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}  # `dict` has cached properties too
        return type(self)(**{**fields, **changes})


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week `day` is in (ISO 8601 weeks)."""
    return day - dt.timedelta(days=day.weekday())


def weekday_of(day: dt.date) -> Weekday:
    return WEEKDAYS[day.weekday()]


def row_of(day: dt.date, first: FirstDay) -> dt.date:
    """The first day of the row that `day` stands in, in a calendar whose weeks start on `first`."""
    return day - dt.timedelta(days=(day.weekday() - WEEKDAYS.index(first)) % 7)


def weekdays_from(first: FirstDay) -> tuple[Weekday, ...]:
    """The days of a week in the order of such a calendar."""
    at = WEEKDAYS.index(first)
    return WEEKDAYS[at:] + WEEKDAYS[:at]


# Where road distances are told in miles: CLDR 44, supplemental/units.xml, unitPreferences of the usage `road`.
_IN_MILES = {"US", "GB", "LR", "MM"}


def units_of(locale: str | None) -> Units:
    """What distances are told in where this locale is from: ``en-US``, ``en-GB`` miles; no region, kilometres."""
    return "mi" if _region(locale) in _IN_MILES else "km"


# Where calendars start on Sunday: CLDR 48, supplemental/supplementalData.xml, weekData, firstDay="sun".
_SUNDAY_FIRST = (
    "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH "
    "PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW"
)


def first_day_of(locale: str | None) -> FirstDay:
    """The day calendars start on where this locale is from: ``en-US`` Sunday, ``en-GB`` Monday; no region, Monday."""
    return "sun" if _region(locale) in _SUNDAY_FIRST.split() else "mon"


def _region(locale: str | None) -> str:
    parts = (locale or "").replace("_", "-").split("-")[1:]
    return next((part.upper() for part in parts if len(part) == 2), "")


MONTH_FIRST = ("en-US", "en-PH", "en-BZ", "en-PW")  # CLDR 44: English with the month before the day


@lru_cache(maxsize=4096)  # a calendar says each of its days twice, at every move
def shown_day(day: dt.date, locale: str | None = None, *, weekday: bool = True, year: bool = False) -> str:
    """``Tue 24 Nov``, or ``Tue, Nov 24`` where the locale puts the month first."""
    if locale in MONTH_FIRST:
        return f"{day:%a}, " * weekday + f"{day:%b} {day.day}" + f", {day.year}" * year
    return f"{day:%a} " * weekday + f"{day.day} {day:%b}" + f" {day.year}" * year


def shown_span(first: dt.date, last: dt.date, locale: str | None = None) -> str:
    """``22–28 Nov``, ``29 Nov – 5 Dec``, or ``Nov 22–28``, ``Nov 29 – Dec 5`` where the month comes first."""
    if first == last:
        return shown_day(first, locale, weekday=False)
    if first.month != last.month:
        return " – ".join(shown_day(day, locale, weekday=False) for day in (first, last))
    if locale in MONTH_FIRST:
        return f"{shown_day(first, locale, weekday=False)}–{last.day}"
    return f"{first.day}–{shown_day(last, locale, weekday=False)}"


def shown_distance(km: float, units: Units = "km") -> str:
    """``8 km``, ``8.5 km``, ``13.1 mi``: one decimal, none where it is zero."""
    number = km if units == "km" else km / KM_PER_MILE
    return f"{number:.1f}".removesuffix(".0") + f" {units}"


def shown_duration(seconds: float) -> str:
    """``49 min``, ``1:05 h`` for plans and races alike; under a minute ``45 s``."""
    total = round(seconds)
    if total < 60:
        return f"{total} s"
    minutes = round(total / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60}:{minutes % 60:02d} h"


def shown_clock(seconds: float) -> str:
    """A time as on a stopwatch: ``19:57``, ``3:10:49``."""
    total = round(seconds)
    hours, rest = divmod(total, 3600)
    minutes, secs = divmod(rest, 60)
    return f"{hours}:{minutes:02d}:{secs:02d}" if hours else f"{minutes}:{secs:02d}"


def shown_pace(s_per_km: float, units: Units = "km") -> str:
    """``5:34 /km`` or ``8:57 /mi``."""
    return f"{shown_clock(s_per_km if units == 'km' else s_per_km * KM_PER_MILE)} /{units}"


_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})")
_WORDS = re.compile(
    r"(?:(\d+(?:\.\d+)?)\s*(?:hours?|hrs?|h))?\s*(?:(\d+(?:\.\d+)?)\s*(?:minutes?|mins?|min|m|'))?\s*"
    r"(?:(\d+)\s*(?:seconds?|secs?|s|\"))?"
)


def duration_s(text: str) -> int:
    """Seconds in ``1:45:00``, ``19:57``, ``1h45``, ``1 h 45 min``, ``45 min``.

    Two parts are minutes and seconds (``19:57``), three are hours, minutes and seconds.

    Raises:
        BadInput: no duration can be read.
    """
    said = text.strip().lower()
    if clock := _CLOCK.fullmatch(said):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        if seconds < 60 and (minutes < 60 or not hours):
            return hours * 3600 + minutes * 60 + seconds
    if short := re.fullmatch(r"(\d{1,2})\s*h\s*(\d{2})", said):
        return int(short[1]) * 3600 + int(short[2]) * 60
    if (words := _WORDS.fullmatch(said)) and any(words.groups()):
        hours_, minutes_, seconds_ = (float(part or 0) for part in words.groups())
        return round(hours_ * 3600 + minutes_ * 60 + seconds_)
    raise BadInput(f"'{text[:40]}' is not a duration: write 45 min, 1:45:00 or 19:57.")


_DISTANCE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(km|k|kms|kilomet(?:er|re)s?|mi|miles?|m|met(?:er|re)s?)?", re.IGNORECASE)


def distance_km(text: str, units: Units = "km") -> float:
    """Kilometres in ``8``, ``8.5 km``, ``13.1 miles``, ``800 m``; a bare number is in `units`.

    Raises:
        BadInput: no distance can be read.
    """
    read = _DISTANCE.fullmatch(text.strip())
    if read is None:
        raise BadInput(f"'{text[:40]}' is not a distance: write 8 km or 5 mi.")
    number = float(read[1].replace(",", "."))
    unit = (read[2] or units).lower()
    if unit.startswith("mi"):
        return number * KM_PER_MILE
    return number / 1000 if unit == "m" or unit.startswith("met") else number
