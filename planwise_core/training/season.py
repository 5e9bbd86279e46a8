"""Who trains for what, from when to when: everything the engine settles before it plans a week.

A season begins on the Monday of the current week when at least three days of it are left, two of them to run on
(only days from today on are used), else on the next Monday; it ends with the race. Wishes that cannot all be met are
refused here.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from planwise_core.errors import CannotPlan
from planwise_core.training.aims import Aims, aims_for
from planwise_core.training.athlete import Athlete, Level, Race, race_name
from planwise_core.training.methods import MARATHON, MIDDLE, SHORT, ULTRA, Method, method_of
from planwise_core.training.plan import Workout
from planwise_core.training.predictions import fitness_from
from planwise_core.training.rules.runner import ADULT, YOUTH_FROM_KM
from planwise_core.training.sessions import RUN_WALK_LADDER
from planwise_core.training.values import WEEKDAYS, Weekday, monday_of, weekday_of

STARTER_WEEKS = 2  # more for those who begin from nothing
LONGEST_WEEKS = 56
LEAST_DAYS_LEFT = 3  # of the current week, two of them to run on: else the plan begins next Monday
MOST_GROWTH = 1.7  # peak over start, p90 of published marathon plans
MOST_DAYS_NOVICE = 5
MOST_DAYS_ULTRA = 5  # published plans of 50 km: 4 to 5, of 50 and 100 miles: 5
LEVELS: tuple[Level, ...] = ("novice", "intermediate", "advanced")


class Form(NamedTuple):
    """What a race distance asks for. Triples are novice, intermediate, advanced; sources: SCIENCE 2.1, 2.3, 2.5, 7."""

    family: str
    up_to_km: float
    weeks: tuple[int, int, int]  # where no date is given
    build: int  # weeks; base takes what is left and is the first to shrink
    peak: int
    taper: tuple[float, ...]  # fraction of the peak week: …, R-1, R0 (the race not counted)
    peak_km: tuple[float, float, float]
    longest_km: tuple[float, float, float]
    long_cap_min: int
    least_longest: float  # below this share of the distance the race is refused
    finish_only: float  # below this share the plan says so
    need_long_km: float  # the shortest longest run of published plans (LR-4)


FORMS: tuple[Form, ...] = (
    Form(SHORT, 7.5, (8, 10, 12), 4, 2, (0.84, 0.48), (24, 45, 76), (10, 13, 17), 120, 0.0, 0.6, 5),
    Form(SHORT, 13, (8, 10, 12), 4, 2, (0.84, 0.46), (30, 52, 84), (12, 17, 20), 120, 0.33, 0.7, 9),
    Form(MIDDLE, 30, (12, 12, 14), 5, 2, (0.78, 0.38), (38, 66, 98), (17, 19, 23), 150, 0.38, 0.66, 16),
    Form(MARATHON, 45, (20, 18, 18), 7, 3, (0.82, 0.66, 0.38), (68, 90, 125), (30, 32, 34), 180, 0.36, 0.58, 24),
    Form(ULTRA, 65, (24, 24, 20), 7, 3, (0.72, 0.50, 0.24), (62, 88, 120), (34, 38, 42), 240, 0.32, 0.55, 26),
    Form(ULTRA, 90, (24, 22, 20), 8, 3, (0.70, 0.46, 0.22), (68, 96, 125), (36, 42, 45), 300, 0.24, 0.42, 28),
    Form(ULTRA, math.inf, (28, 26, 24), 8, 3, (0.70, 0.46, 0.22), (72, 104, 135), (38, 44, 50), 330, 0.20, 0.36, 28),
)
MAINTENANCE = Form(SHORT, 0, (12, 12, 12), 0, 0, (), (24, 50, 84), (8, 14, 20), 120, 0.0, 0.0, 0)
LEAST_FREE_DAYS = 2
LONGEST_RACE_KM = 170.0  # 100 miles and a little


@dataclass(frozen=True)
class Season:
    """A runner, a race and the weeks between: what a plan is made from."""

    athlete: Athlete
    first_day: dt.date
    start: dt.date
    count: int
    race: Race | None
    race_day: dt.date | None
    level: Level
    aims: Aims
    method: Method
    form: Form
    is_estimate: bool  # nothing told how fit the runner is
    ran: tuple[Workout, ...] = ()  # of week 1, before the first day: what a plan made anew finds already there

    @property
    def level_index(self) -> int:
        return LEVELS.index(self.level)

    def day(self, week: int, weekday: Weekday) -> dt.date:
        """The date of a weekday in the week of this index (0 for the first)."""
        return self.start + dt.timedelta(days=7 * week + WEEKDAYS.index(weekday))

    def is_open(self, day: dt.date) -> bool:
        """Whether there may be running on this day at all."""
        return day >= self.first_day and weekday_of(day) in self.athlete.free_days and not self.athlete.is_away(day)

    @cached_property
    def is_masters(self) -> bool:
        return (self.athlete.age or 0) >= 50

    @cached_property
    def is_fragile(self) -> bool:
        """An injury in the history: prevention comes before progress."""
        return bool(self.athlete.injuries)

    @cached_property
    def is_starter(self) -> bool:
        """So little running now that running and walking in turn is the way to begin."""
        weekly_km, longest_km = self.athlete.weekly_km, self.athlete.longest_run_km or 0
        return weekly_km < 3 or (weekly_km < 8 and longest_km < 6)

    @cached_property
    def ladder(self) -> tuple[tuple[int, int], ...]:
        """(Seconds running, seconds walking) of a starter's weeks; every third rung for one who comes back."""
        return RUN_WALK_LADDER if self.level == "novice" else RUN_WALK_LADDER[2::3]

    @cached_property
    def tune_ups(self) -> dict[dt.date, Race]:
        """The races on the way by date: none while away, in the goal's last week, or within two days of another."""
        last = self.race_day - dt.timedelta(days=7) if self.race_day else self.day(self.count - 1, "sun")
        kept: dict[dt.date, Race] = {}
        for race in sorted(self.athlete.races, key=lambda each: (each.priority, each.date or dt.date.max)):
            day = race.date
            if day is None or race == self.race or not self.first_day <= day <= last or self.athlete.is_away(day):
                continue
            if all(abs((day - other).days) > 2 for other in kept):
                kept[day] = race
        return kept

    @cached_property
    def wished_days(self) -> int:
        """Running days a week, never more than the runner gives."""
        fewest, most = self.method.run_days
        wanted = self.athlete.days_per_week or self.method.usual_days or self._usual_days
        return max(min(wanted, most, len(self.athlete.free_days)), min(fewest, len(self.athlete.free_days)))

    @property
    def _usual_days(self) -> int:
        """Running days where none are named, for the weeks on the way from today's kilometres to the usual peak."""
        now = self.athlete.weekly_km
        peak = min(self.form.peak_km[self.level_index], MOST_GROWTH * now)
        most = MOST_DAYS_ULTRA if self.form.family == ULTRA else MOST_DAYS_NOVICE if self.level == "novice" else 7
        return min(usual_days(max((now + peak) / 2, now)), most)


def usual_days(weekly_km: float) -> int:
    """Running days for this volume where none are named: the medians of published plans (SCIENCE 7)."""
    return next((days for limit, days in ((28, 3), (42, 4), (68, 5), (100, 6)) if weekly_km < limit), 7)


def level_of(athlete: Athlete) -> Level:
    """The level told, else read from the weekly kilometres (published starts: novice 19-42, intermediate 39-89)."""
    if athlete.level:
        return athlete.level
    return "novice" if athlete.weekly_km < 30 else "intermediate" if athlete.weekly_km < 70 else "advanced"


def fitness_of(athlete: Athlete) -> tuple[float, bool]:
    """VDOT, and whether it is only an estimate from level and volume."""
    if athlete.vdot:
        return athlete.vdot, False
    if athlete.recent:
        return fitness_from(athlete.recent), False
    base = {"novice": 33.0, "intermediate": 40.0, "advanced": 47.0}[level_of(athlete)]
    if level_of(athlete) == "novice":
        base -= max(20 - athlete.weekly_km, 0) / 4  # who does not run yet begins at 28 [background]
    aged = 0.25 * max((athlete.age or 0) - 40, 0)  # about 1 % a year from 40 on
    return max(base + min(athlete.weekly_km, 100) / 25 - aged, 25.0), True


def season_of(athlete: Athlete, today: dt.date, ran: tuple[Workout, ...] | None = None) -> Season:
    """The season of this athlete from `today` on. With `ran`, what was run before, it begins today whatever the day.

    Raises:
        CannotPlan: the race has been, is too far away or too long, or no day is left to run on.
    """
    race = goal_race(athlete, today)
    _refuse_impossible(athlete, race, today)
    start, first_day = _first_days(athlete, today, race) if ran is None else (monday_of(today), today)
    form = form_of(race)
    level = level_of(athlete)
    count = athlete.weeks or form.weeks[LEVELS.index(level)] + (STARTER_WEEKS if athlete.weekly_km < 3 else 0)
    race_day = race.date if race else None
    if race_day:
        count = (monday_of(race_day) - start).days // 7 + 1
    fitness, is_estimate = fitness_of(athlete)
    season = Season(
        athlete=athlete,
        first_day=first_day,
        start=start,
        count=count,
        race=race,
        race_day=race_day,
        level=level,
        aims=aims_for(fitness, race.distance_km) if race else aims_for(fitness),
        method=method_of(athlete.method),
        form=form,
        is_estimate=is_estimate,
        ran=tuple(each for each in ran or () if start <= each.date < first_day),
    )
    if race and not race_day:
        return _with_race_day(season)
    return season


def goal_race(athlete: Athlete, today: dt.date) -> Race | None:
    """The first A race after today, else the first race of any priority; today's and past ones only if all are."""
    to_come = [race for race in athlete.races if race.date is None or race.date > today]
    a_races = [race for race in to_come if race.priority == "A"] or to_come or list(athlete.races)
    return min(a_races, key=lambda race: race.date or dt.date.max, default=None)


def form_of(race: Race | None) -> Form:
    if race is None:
        return MAINTENANCE
    return next(form for form in FORMS if race.distance_km <= form.up_to_km)


def _first_days(athlete: Athlete, today: dt.date, race: Race | None) -> tuple[dt.date, dt.date]:
    """(the Monday of week 1, the first day that may hold a workout)."""
    next_monday = monday_of(today) + dt.timedelta(weeks=1)
    left = [today + dt.timedelta(days=at) for at in range(7 - today.weekday())]
    to_run = [day for day in left if weekday_of(day) in athlete.free_days and not athlete.is_away(day)]
    if (len(left) >= LEAST_DAYS_LEFT and len(to_run) >= 2) or (race and race.date and race.date < next_monday):
        return monday_of(today), today
    return next_monday, next_monday


def _with_race_day(season: Season) -> Season:
    """A race without a date is put on the last long-run day of the plan, as a day to aim for."""
    wanted = season.athlete.long_run_day
    order: list[Weekday] = [*((wanted,) if wanted else ()), "sun", "sat", *WEEKDAYS[:5][::-1]]
    days = [season.day(season.count - 1, weekday) for weekday in order]
    race_day = next((day for day in days if season.is_open(day)), days[0])
    return replace(season, race_day=race_day)


def _refuse_impossible(athlete: Athlete, race: Race | None, today: dt.date) -> None:
    if len(athlete.free_days) < LEAST_FREE_DAYS:
        had = "No day is left to run on" if not athlete.free_days else "One running day a week is not enough to train"
        raise CannotPlan(f"{had}.")
    if race is None:
        return
    name = race.name or race_name(race.distance_km)
    if race.distance_km > LONGEST_RACE_KM:
        raise CannotPlan(f"{race.distance_km:g} km is further than I can plan for.")
    if athlete.age is not None and athlete.age < ADULT and race.distance_km >= YOUTH_FROM_KM:
        raise CannotPlan(
            f"A {race_name(race.distance_km)} is not for a runner of {athlete.age}: growing bones need shorter races."
        )
    if race.date is None:
        return
    if race.date <= today:
        when = "is today" if race.date == today else f"was on {said(race.date)}"
        raise CannotPlan(f"The {name} {when}.")
    if earliest_start(race.date) > today:
        weeks = (monday_of(race.date) - monday_of(today)).days // 7 + 1
        raise CannotPlan(f"The {name} on {said(race.date)} is {weeks} weeks away; a plan has at most {LONGEST_WEEKS}.")
    off = next((away for away in athlete.away if away.first <= race.date <= away.last), None)
    if off and off.reason in {"illness", "injury"}:  # a holiday may lead to the race; a bed does not
        raise CannotPlan(f"On {said(race.date)}, the day of the {name}, you are off running: {off.reason}.")


def earliest_start(race_date: dt.date) -> dt.date:
    """The first Monday from which a plan may lead to this race."""
    return monday_of(race_date) - dt.timedelta(weeks=LONGEST_WEEKS - 1)


def said(day: dt.date) -> str:
    return f"{day.day} {day:%B %Y}"
