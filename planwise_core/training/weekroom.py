"""What there is room for in one week: which days, how many runs, how many kilometres."""

from __future__ import annotations

import datetime as dt
import math
from functools import cached_property
from typing import NamedTuple

from planwise_core.training.athlete import Race
from planwise_core.training.plan import Phase, week_km
from planwise_core.training.returning import returns_in
from planwise_core.training.rules.runner import QUALITY_FROM_LOAD
from planwise_core.training.season import Season
from planwise_core.training.values import WEEKDAYS, Weekday
from planwise_core.training.volume import (
    DOWN,
    LEAST_WEEK_KM,
    REBOUND,
    STARTER_RACE_KM,
    Legs,
    most_long_km,
    step_up,
    taper_share,
)
from planwise_core.training.weekplan import LEAST_EASY_KM

LADDER_SHARE = 0.45  # of the loading weeks, for races beyond 5 km
LEAST_RUN_KM = 2.0  # who has run less lately may run this: a mile more than known is no spike (LR-1)
FIRST_RUN_KM = 5.0  # the most of a run after a month without one …
FIRST_RUN_SHARE = 0.5  # … or half of the longest before (SCIENCE 2.6)
B_RACE_WEEK = 0.85
FULL_FROM_DAYS = 6  # left of the first week: with fewer it is a gentle beginning …
BEGINNING = 0.9  # … of that much of its days' kilometres
BACK = 0.8  # of the highest of four weeks: load that has come back after time off
EASY_START_WEEKS = 2  # of who begins from nothing
TUNE_UP_SHARE = 0.8  # of the week: a race on the way that is more is left out …
TUNE_UP_STEP = 1.3  # … and one that is further than LR-1 lets any run be


class Outline(NamedTuple):
    """The plan before its weeks are filled: phases, wished kilometres of the loading weeks, which are easier."""

    phases: list[Phase]
    curve: list[float]
    down: set[int]
    run_days: int


class WeekRoom:
    """One week before anything is run in it."""

    def __init__(self, season: Season, outline: Outline, index: int, legs: Legs) -> None:
        self.season, self.outline, self.index, self.legs = season, outline, index, legs
        self.phase = outline.phases[index]
        self.run_days = outline.run_days
        self.monday = season.day(index, "mon")
        self.returns = returns_in(season, index)
        self.load = min((each.load for each in self.returns), default=1.0)
        self.taper = taper_share(season, index)
        self.is_down = self._is_easier(legs.weeks_up())
        self.ran = season.ran if index == 0 else ()
        self.is_race_week = season.race_day is not None and index == season.count - 1
        self.days_left = 7 - (season.first_day - self.monday).days if index == 0 else 7

    @cached_property
    def days(self) -> tuple[Weekday, ...]:
        """The days that may be run on, race days left out."""
        end = self.season.race_day or dt.date.max
        days = [day for day in WEEKDAYS if self.season.is_open(self.date(day)) and self.date(day) < end]
        return tuple(day for day in days if day not in self.tune_ups)

    @cached_property
    def tune_ups(self) -> dict[Weekday, Race]:
        """The races on the way that fall into this week."""
        ups = self.season.tune_ups
        step = step_up(self.season)
        if self.load < QUALITY_FROM_LOAD or (self.rung and self.index < EASY_START_WEEKS):
            return {}  # no race while the load comes back (RETURN-2), while it hurts, or for who has just begun
        most = min(TUNE_UP_SHARE * self.legs.most_km(999, self.run_days, step), self.legs.most_km(999, 1, step))
        known = self.known_km or self.first_run_km
        return {
            day: race
            for day in WEEKDAYS
            if (race := ups.get(self.date(day))) and race.distance_km <= min(most, max(TUNE_UP_STEP * known, 5.0))
        }

    @property
    def left_out(self) -> list[Race]:
        """Races on the way that are too much for now."""
        ups = self.season.tune_ups
        days = [self.date(day) for day in WEEKDAYS if day not in self.tune_ups]
        return [ups[day] for day in days if day in ups]

    def _is_easier(self, weeks_up: int) -> bool:
        """Whether this is an easier week: one of those outlined, or the rise has gone on for too long (PROG-3).

        A way back is as light as an easier week itself, unless it is long; a race week, however short, is not easy.
        """
        careful = self.season.is_masters or self.season.is_fragile
        if self.taper is not None:
            return False
        is_back = self.legs.weeks[-1] >= BACK * self.legs.high()  # else the way back is easier than any easier week
        is_time = self.has_raced or (is_back and weeks_up >= (1 if not self.returns else 2 if careful else 3))
        return (self.index in self.outline.down and is_time) or weeks_up >= (3 if careful else 5)

    @property
    def has_raced(self) -> bool:
        """There was a race on the way in the week before."""
        return any(0 < (self.monday - up).days <= 7 for up in self.season.tune_ups)

    @property
    def is_hurt(self) -> bool:
        return any(injury.current for injury in self.season.athlete.injuries)

    @cached_property
    def known_km(self) -> float:
        """The longest run of the 30 days before this week's Sunday, this week not counted; if none, before Monday."""
        return self.legs.longest(self.date("sun")) or self.legs.longest(self.monday)

    @property
    def first_run_km(self) -> float:
        """The most of a run when there was none for a month."""
        lately = max((km for _, km in self.legs.runs[-20:]), default=0.0)
        return min(max(FIRST_RUN_KM, FIRST_RUN_SHARE * lately), lately + 1.5) if lately else 3.3

    @property
    def plain_km(self) -> float:
        """The most of a run in a week without a long one."""
        if not self.known_km:
            return self.first_run_km
        wished = max(self.km / max(self.count, 1), LEAST_RUN_KM)  # all of them longer than any lately: one step up
        return max(self.known_km, min(wished, most_long_km(self.known_km)))

    def date(self, day: Weekday) -> dt.date:
        return self.monday + dt.timedelta(days=WEEKDAYS.index(day))

    @property
    def is_beginning(self) -> bool:
        """A first week that begins in its middle, and nothing was planned before: gentle, and of its days' size."""
        return self.days_left < FULL_FROM_DAYS and not self.ran and self.taper is None

    @cached_property
    def usual_count(self) -> int:
        """Running days this week would have if nothing stood in the way, races on the way included."""
        usual = self.run_days - len({each.date for each in self.ran if each.is_run})
        usual -= self.is_race_week and usual > 2  # the race is one of them, but one short run alone is no taper
        if self.rung or self.load < 0.6:
            usual = min(usual, 3)  # a rest day between any two, SCIENCE 2.6
        return max(usual, 0 if self.ran else 1)

    @property
    def count(self) -> int:
        """Running days of this week, races not counted; never runs of less than a good mile."""
        return self._size[1]

    @property
    def km(self) -> float:
        """Kilometres wished and allowed, the goal race not counted."""
        return self._size[0]

    @cached_property
    def _size(self) -> tuple[float, int]:
        """(kilometres, running days): each bounds the other, for a short run more days are no help."""
        days = min(len(self.days) + len(self.tune_ups), self.usual_count)
        if self.is_beginning:
            days = min(days, max(math.ceil(self.usual_count * self.days_left / 7), 2))
            if self.is_run_walk and self.days:  # a rest day between any two
                days = min(days, (WEEKDAYS.index(self.days[-1]) - WEEKDAYS.index(self.days[0])) // 2 + 1)
        open_days = days * BEGINNING if self.is_beginning else days
        races = sum(race.distance_km for race in self.tune_ups.values())
        rooms = sorted((self.room_km(day) for day in self.days), reverse=True)[: self.usual_count]
        wished = min(self._wished_km(), sum(rooms) + races)
        while True:
            km = self.legs.most_km(wished, days, self._step_up)
            if self.index == 0:
                km = min(km, wished * open_days / max(self.usual_count, 1))
            worth = max(int(km / LEAST_EASY_KM + 0.3), min(3, int(km / 1.6)), 1)
            if worth >= days or days <= 1:
                return km, max(min(days - len(self.tune_ups), len(self.days)), 0)
            days = worth

    @property
    def _step_up(self) -> float:
        step = step_up(self.season)
        return min(step, REBOUND) if self.index - 1 in self.outline.down else step

    def _wished_km(self) -> float:
        curve = self.outline.curve
        if self.taper is not None:
            peak = max([*self.legs.weeks[4:], *self.legs.weeks[: max(4 - self.index, 0)]], default=0.0)
            wished = peak * self.taper
        else:
            wished = curve[min(self.index, len(curve) - 1)]
            if self.index:  # the first week's days are counted with its size
                wished *= min(len(self.days) / max(self.usual_count, 1), 1.0)
        if self.is_down:
            before = max(self.legs.weeks[-2:]) if self.has_raced else self.legs.weeks[-1]
            wished = min(wished, before or wished) * DOWN
        if any(race.priority == "B" for race in self.tune_ups.values()):
            wished *= B_RACE_WEEK
        wished = max(wished - week_km(self.ran), 0.0)
        for load, share, lived, days_before in self.returns:
            weeks = self.legs.weeks[-8:] if lived is None else self.legs.weeks[lived : lived + 4]  # 4 before the plan
            usual = max(*weeks, LEAST_WEEK_KM)
            ahead = max(self.legs.weeks[-1] - usual * load * days_before / 7, 0) if days_before else 0
            wished = min(wished, max(usual * share - ahead, 0))
        return wished

    def room_km(self, day: Weekday, minutes: float = 999) -> float:
        """Kilometres of a run of at most `minutes` that fit into this day, at the runner's easy pace."""
        limit = self.season.athlete.minutes_on(day)
        return self.season.aims.km_in(min(minutes, limit - 0.6 if limit is not None else minutes))

    @cached_property
    def rung(self) -> tuple[int, int] | None:
        """(Seconds running, seconds walking) on the run-walk ladder: a rung a week, two if time is short.

        Where a rung is left out, it is one of the short ones at the beginning.
        """
        ladder = self.season.ladder
        if not self.season.is_starter or self.load == 0:
            return None
        loading = max(len(self.outline.curve) - 1, 1)
        weeks = loading if self.season.form.up_to_km <= STARTER_RACE_KM else max(LADDER_SHARE * loading, 5.0)
        at = math.ceil(min(self.index, loading) * min(max((len(ladder) - 1) / weeks, 1.0), 2.0) - 1e-6)
        return ladder[at] if at < len(ladder) else None

    @property
    def is_first_race(self) -> bool:
        """On the ladder to a first race of about 5 km: every run is new, and none longer than the others."""
        return bool(self.rung) and self.season.form.up_to_km <= STARTER_RACE_KM

    @property
    def is_run_walk(self) -> bool:
        """The runs of this week are running and walking in turn: of who begins, hurts, or was off for a month."""
        is_back = self.load < 0.5 or (self.load < 0.6 and self.is_hurt)
        return self.season.method.run_walk or is_back or bool(self.rung)
