"""Who runs: races, free days and time, what the legs are used to, injuries and hard limits.

An `Athlete` is all the engine and the checks need to know of a person. Nothing here is a wish the house may
round away: `free_days`, `minutes`, `away` and `days_per_week` are hard limits.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from planwise_core.training.values import WEEKDAYS, FirstDay, Units, Value, Weekday

Level = Literal["novice", "intermediate", "advanced"]
Priority = Literal["A", "B", "C"]
Dates = Literal["browser", "day_first", "month_first"]
LOCALES: dict[Dates, str] = {"day_first": "en-GB", "month_first": "en-US"}  # how dates are shown; else as the browser

# The standard races, km. World Athletics rule 260: half 21.0975, marathon 42.195.
RACES: dict[str, float] = {
    "5 km": 5.0,
    "10 km": 10.0,
    "15 km": 15.0,
    "10 miles": 16.09344,
    "Half Marathon": 21.0975,
    "Marathon": 42.195,
    "50 km": 50.0,
    "50 miles": 80.4672,
    "100 km": 100.0,
}


def race_name(distance_km: float) -> str:
    """What a race of this distance is called: ``Half Marathon``, ``12 km``."""
    for name, km in RACES.items():
        if abs(km - distance_km) < 0.02 * km:
            return name
    return f"{distance_km:g} km"


class Race(Value):
    """A race the runner wants to run. `A` is what the plan peaks for, `B` and `C` are run on the way."""

    distance_km: float = Field(ge=1, le=250)
    date: dt.date | None = None
    target_s: int | None = Field(default=None, ge=60, le=60 * 3600)
    priority: Priority = "A"
    name: str = Field(default="", max_length=80)


class Performance(Value):
    """A race or time trial that has been run: what fitness is read from."""

    distance_km: float = Field(ge=0.8, le=250)
    duration_s: int = Field(ge=60, le=60 * 3600)
    date: dt.date | None = None


class Injury(Value):
    """A body part that hurt. `pain` is 0 to 10; `current` while it still does."""

    part: str = Field(min_length=2, max_length=40)
    current: bool = True
    pain: int | None = Field(default=None, ge=0, le=10)
    since: dt.date | None = None

    @property
    def name(self) -> str:
        """The part as it is written: ``left Achilles``."""
        return written(self.part)


def written(part: str) -> str:
    """A body part with its own name's capital: ``left Achilles``."""
    return part.replace("achilles", "Achilles")


class DayLimit(Value):
    """At most this many minutes of running on this weekday."""

    day: Weekday
    minutes: int = Field(ge=10, le=600)


class Away(Value):
    """No running from the first to the last day, both included."""

    first: dt.date
    last: dt.date
    reason: Literal["holiday", "illness", "injury", "other"] = "holiday"

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("the last day away is before the first")
        return self


class Athlete(Value):
    """One runner, as the engine sees them."""

    races: tuple[Race, ...] = Field(default=(), max_length=12)
    weeks: int | None = Field(default=None, ge=2, le=52, description="plan length when there is no race date")
    level: Level | None = None
    weekly_km: float = Field(default=0, ge=0, le=250, description="average of the last four weeks")
    longest_run_km: float | None = Field(default=None, ge=0, le=120, description="longest of the last 30 days")
    days_per_week: int | None = Field(default=None, ge=2, le=7)
    free_days: tuple[Weekday, ...] = WEEKDAYS
    minutes: tuple[DayLimit, ...] = ()
    long_run_day: Weekday | None = None
    away: tuple[Away, ...] = ()
    recent: Performance | None = None
    vdot: float | None = Field(default=None, ge=15, le=90)
    age: int | None = Field(default=None, ge=8, le=100)
    max_hr: int | None = Field(default=None, ge=120, le=230)
    injuries: tuple[Injury, ...] = ()
    doubles: bool = Field(default=False, description="two runs a day are welcome where volume asks for it")
    strength_per_week: int = Field(default=0, ge=0, le=4)
    cross_days: tuple[Weekday, ...] = Field(default=(), description="weekdays with cross-training")
    hills: bool = False
    method: str = "balanced"
    units: Units = "km"
    dates: Dates = Field(default="browser", description="how dates are written")
    week_starts: FirstDay | Literal["browser"] = Field(default="browser", description="the first day of a calendar row")

    @field_validator("free_days", "cross_days")
    @classmethod
    def _days_in_order(cls, days: tuple[Weekday, ...]) -> tuple[Weekday, ...]:
        return tuple(day for day in WEEKDAYS if day in days)

    @field_validator("minutes")
    @classmethod
    def _one_limit_a_day(cls, limits: tuple[DayLimit, ...]) -> tuple[DayLimit, ...]:
        by_day = {limit.day: limit for limit in limits}
        return tuple(by_day[day] for day in WEEKDAYS if day in by_day)

    @property
    def goal(self) -> Race | None:
        """The race the plan is for: the first A race by date, else the first race named."""
        a_races = [race for race in self.races if race.priority == "A"] or list(self.races)
        return min(a_races, key=lambda race: race.date or dt.date.max, default=None)

    @property
    def longest_lately_km(self) -> float | None:
        """The longest run of the last 30 days; None where it was not told.

        Never less than the week's kilometres allow: 70 km in seven days cannot be run without one day of 10.
        """
        if self.longest_run_km is None:
            return None
        return max(self.longest_run_km, self.weekly_km / (14 if self.doubles else 7))

    def minutes_on(self, day: Weekday) -> int | None:
        """The most minutes this runner has on `day`; None: no limit, 0: not a free day."""
        if day not in self.free_days:
            return 0
        return next((limit.minutes for limit in self.minutes if limit.day == day), None)

    def is_away(self, day: dt.date) -> bool:
        return any(away.first <= day <= away.last for away in self.away)

    def runs_on(self, days: Iterable[dt.date]) -> Athlete:
        """The same without `days` among those away; what is before and after them stays away."""
        here, away = sorted(days), list[Away]()
        for each in self.away:
            first = each.first
            for day in here:
                if first <= day <= each.last:
                    if first < day:
                        away.append(each.but(first=first, last=day - dt.timedelta(days=1)))
                    first = day + dt.timedelta(days=1)
            if first <= each.last:
                away.append(each.but(first=first))
        return self.but(away=tuple(away))

    def before_told(self, days: Iterable[dt.date]) -> Athlete:
        """The same without the times away that one of `days` lies in: who planned a run there did not know of them."""
        planned = set(days)
        return self.but(
            away=tuple(each for each in self.away if not any(each.first <= day <= each.last for day in planned))
        )
