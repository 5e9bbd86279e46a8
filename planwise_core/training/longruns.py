"""The long runs of one week: of which kind, on which day, how far, and whether there is a second."""

from __future__ import annotations

import datetime as dt

from planwise_core.training.methods import LONG_BY_DISTANCE, ULTRA
from planwise_core.training.plan import WorkoutType
from planwise_core.training.rules.long_run import ULTRA_HOURS
from planwise_core.training.rules.taper import LATE_RACE_WEEKDAY
from planwise_core.training.values import WEEKDAYS, Weekday
from planwise_core.training.volume import SHARE_USUAL, long_cap_min, long_goal_km, next_long_km
from planwise_core.training.weekplan import long_day_of
from planwise_core.training.weekroom import WeekRoom
from planwise_core.training.workouts import HARD, LONG

EASY_OF_LONG = 0.9  # else the long run is no long run
SHORTER_LONG = 0.75  # of the longest lately, where a full long run comes only every second week
ENOUGH_LONG = 0.9  # of the shortest longest run of published plans: before it, each week's long run counts
B2B_SHARE = 0.55  # SCIENCE 2.3: the second long run is 50 to 75 % of the first
B2B_FROM_DAYS = 4
B2B_MOST = 0.75  # of the week: the two long runs leave something for the other days
HARD_LONG_FROM = 4  # index: M segments only after week 4 (LR-5)
DAYS_FROM_LONG = 4  # from one long run to the next: a taper before a race in the middle of a week has only one
LONG_BEFORE_RACE = 2  # days before a race on the way without a long run


class LongRuns(WeekRoom):
    """The long runs of a week being planned."""

    def long_type(self) -> WorkoutType:
        """The long run of this week: with fast parts only for those who have the base for it (LR-5)."""
        season = self.season
        phase = self.phase
        turn = season.method.long.get(phase) or LONG_BY_DISTANCE[season.form.family].get(phase, ("long",))
        type = "run_walk" if season.method.run_walk else turn[self.index % len(turn)]
        may_be_hard = (
            season.level != "novice"
            and self.index >= HARD_LONG_FROM
            and not self.is_down
            and self.load == 1
            and not season.is_fragile
            and not season.is_masters
            and not self.tune_ups
        )
        return type if may_be_hard or type not in HARD else "long"

    def long_run(self) -> tuple[Weekday | None, float]:
        """The day and the kilometres of the long run (None: none this week)."""
        season = self.season
        loading = max(len(self.outline.curve) - 1, 1)
        km = next_long_km(
            season, self.legs, self.date("sun"), self.km, max(self.count, 1), min(self.index / loading, 1.0)
        )
        if self.is_first_race:
            km = min(km, self.km / max(self.count, 1))  # no run is longer than the others: all of them are new
        elif self.load < 1:
            km = min(km, SHARE_USUAL[max(self.count, 1)] * self.km)
        elif self.is_down or self.taper is not None or self.tune_ups:
            km *= 0.8
        elif (
            self.known_km > max(0.6 * long_goal_km(season), ENOUGH_LONG * min(season.form.need_long_km, km))
            and (len(self.outline.curve) - 1 - self.index) % season.method.long_every
        ):
            km *= SHORTER_LONG
        days = self._long_days(km)
        if not days or self.count < (1 if self.index == 0 else 2) or not self.known_km:
            return None, km
        cap = season.form.long_cap_min
        rooms = {day: self.room_km(day, long_cap_min(season, None) or cap) for day in days}
        need = min(season.form.need_long_km, long_goal_km(season))  # of the weeks to come: the day stays the same
        weekend: tuple[Weekday, ...] = ("sat", "sun") if self._runs_long_twice else ("sun", "sat")
        day = long_day_of(days, season.athlete.long_run_day, rooms, max(km, need), weekend)
        km = min(km, rooms[day])
        return (day if km >= EASY_OF_LONG * self.km / self.count else None), km

    def _long_days(self, km: float) -> tuple[Weekday, ...]:
        """Days good for a long run: a week before the goal race, and two days from a race on the way."""
        race_day = self.season.race_day
        week_before = 7 if race_day is None or race_day.weekday() >= LATE_RACE_WEEKDAY else 8
        ups = {self.date(day): race for day, race in self.tune_ups.items()}
        if any(race.distance_km >= 0.6 * km for race in ups.values()) or any(each.type in LONG for each in self.ran):
            return ()
        last = self.legs.last_demanding
        days = [
            day
            for day in self.days
            if (race_day is None or (race_day - self.date(day)).days >= week_before)
            and all(not -2 < (up - self.date(day)).days <= LONG_BEFORE_RACE for up in self.season.tune_ups)
            and not (last and (self.date(day) - last).days < 2)
            and not (self.legs.last_long and (self.date(day) - self.legs.last_long).days < DAYS_FROM_LONG)
        ]
        wished = self.season.athlete.long_run_day
        if wished and wished not in days and wished in self.days:  # leave room before the next one on its usual day
            far = [day for day in days if WEEKDAYS.index(wished) + 7 - WEEKDAYS.index(day) >= DAYS_FROM_LONG]
            return tuple(far or days)
        return tuple(days)

    @property
    def _runs_long_twice(self) -> bool:
        """An ultra runner with a weekend for it: long on Saturday, and on Sunday again."""
        days = self.season.athlete.free_days
        return self.season.form.family == ULTRA and {"sat", "sun"} <= set(days) and self.run_days >= B2B_FROM_DAYS

    def second_long_day(self, long: Weekday | None) -> Weekday | None:
        """Ultra runners run long twice: the day after the long run, in the weeks that matter."""
        is_wanted = self.season.form.family == ULTRA and self.phase in {"Build", "Peak"} and self.load == 1
        if not is_wanted or long is None or self.is_down or self.count < B2B_FROM_DAYS or self.tune_ups:
            return None
        after = WEEKDAYS[(WEEKDAYS.index(long) + 1) % 7]
        is_good = after in self.days and WEEKDAYS.index(after) > WEEKDAYS.index(long)
        is_before_race = self.date(after) + dt.timedelta(days=1) in self.season.tune_ups
        return after if is_good and not is_before_race else None

    def weekend_km(self) -> float:
        """The most of two long days in a row (LR-3)."""
        race_km = self.season.race.distance_km if self.season.race else 0.0
        hours = next(weekend for up_to, _, weekend in ULTRA_HOURS if race_km <= up_to)
        return self.season.aims.km_in(60 * hours - 2)
