"""What one message tells about the runner: a value, filled by the readers of `slots`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from planwise_core.coach.offline.when import When
from planwise_core.training.values import Units, Weekday


@dataclass
class Told:
    """What one message told. Nothing told is None; `problems` are sentences about what could not be taken."""

    race_km: float | None = None
    when: When | None = None  # of the race
    no_date: bool = False
    no_target: bool = False
    no_race: bool = False  # the plan shall go on without one
    target_s: int | None = None
    weekly_km: float | None = None
    days: int | None = None
    on: tuple[Weekday, ...] = ()
    off: tuple[Weekday, ...] = ()
    minutes: dict[Weekday, int] = field(default_factory=dict)
    recent: tuple[float, int] | None = None
    longest_km: float | None = None
    part: str | None = None
    also: tuple[Weekday, ...] = ()  # days that are free on top of those known
    on_the_way: bool = False  # the race is one more, not the goal
    age: int | None = None
    units: Units | None = None
    more: tuple[tuple[float, dt.date], ...] = ()  # races beside the goal: kilometres and day
    away: tuple[tuple[dt.date, dt.date], ...] = ()  # first and last day without running
    weeks: int | None = None  # how long the plan shall be
    beginner: bool = False
    long_day: Weekday | None = None
    problems: list[str] = field(default_factory=list)

    @property
    def has_profile(self) -> bool:
        """Whether something was told that a plan is built from."""
        told = (self.race_km, self.weekly_km, self.days, self.target_s, self.recent, self.longest_km, self.long_day)
        return any(each is not None for each in told) or bool(self.on or self.off or self.also or self.minutes)
