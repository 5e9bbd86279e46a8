"""From an athlete and a goal to a plan: phases, weekly kilometres, then workouts onto days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from planwise_core.training.aims import predicted_s
from planwise_core.training.athlete import Athlete, Race, race_name
from planwise_core.training.merging import merged
from planwise_core.training.methods import BY_DISTANCE
from planwise_core.training.plan import Phase, Plan, Week, Workout, WorkoutType, title_of
from planwise_core.training.season import Season, season_of
from planwise_core.training.sessions import race_steps
from planwise_core.training.values import WEEKDAYS, Weekday, weekday_of
from planwise_core.training.volume import (
    DOWN,
    EASY_CAP_MIN,
    NO_HARD_BELOW,
    Legs,
    curve_of,
    down_weeks,
    legs_of,
    load_of,
    long_cap_min,
    next_long_km,
    next_week_km,
    phases_of,
)
from planwise_core.training.weekplan import (
    LEAST_EASY_KM,
    easy_content,
    hard_content,
    long_day_of,
    named,
    rounded,
    shared,
    slots,
)
from planwise_core.training.workouts import Content, make, sized


def build(athlete: Athlete, today: dt.date) -> Plan:
    """A plan for this athlete that begins on or after `today` and ends with the race, if there is one.

    Week 1 is the current week when at least three days of it are left, with workouts from today on; else it begins
    on the next Monday.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    season = season_of(athlete, today)
    return _written(season)


def rebuild(plan: Plan, athlete: Athlete, today: dt.date, done: Collection[str] = ()) -> Plan:
    """A new plan from `today` on behind what has been lived of `plan`: its past and the workouts in `done` stay.

    Ids last where a workout still is the same kind of session, so that `diff` tells moves and changes.

    Raises:
        CannotPlan: the wishes contradict each other.
    """
    return merged(plan, build(athlete, today), today, done)


def _written(season: Season) -> Plan:
    phases = phases_of(season)
    curve = curve_of(season, phases)
    down = down_weeks(season, phases)
    legs = legs_of(season)
    workouts: list[Workout] = []
    for index, phase in enumerate(phases):
        week = _Week(season, index, phase, index in down, legs, curve, phases)
        made = list(named(week.contents(), index + 1, season.day(index, "mon")))
        workouts += made
        legs.weeks.append(sum(each.run_km for each in made if each.type != "race"))
        legs.runs += [(each.date, each.run_km) for each in made if each.is_run]
    race = season.race
    return Plan(
        goal=race.name or race_name(race.distance_km) if race else title_of(None),
        race_distance_km=race.distance_km if race else None,
        race_date=race.date if race else None,
        start_date=season.start,
        method=season.method.id,
        weeks=tuple(Week(phase=phase, focus=_focus(phase, index in down)) for index, phase in enumerate(phases)),
        workouts=tuple(workouts),
    )


FOCUS: dict[Phase, str] = {
    "Base": "Easy kilometres: endurance first",
    "Build": "Harder sessions turn kilometres into speed",
    "Peak": "The hardest weeks, close to the race",
    "Taper": "Less volume, same rhythm: rest is training now",
    "Race": "Fresh legs and the race",
    "Recovery": "Back to running, gently",
    "Maintenance": "Stay fit, stay healthy",
}


def _focus(phase: Phase, is_down: bool) -> str:
    return "An easier week: let the work sink in" if is_down else FOCUS[phase]


class _Week:
    """One week being planned."""

    def __init__(
        self,
        season: Season,
        index: int,
        phase: Phase,
        is_down: bool,
        legs: Legs,
        curve: list[float],
        phases: list[Phase],
    ) -> None:
        self.season, self.index, self.phase, self.is_down, self.legs = season, index, phase, is_down, legs
        self.curve, self.phases = curve, phases
        self.is_race_week = season.race_day is not None and index == season.count - 1
        self.days = self._open_days()
        self.load = load_of(season, index)
        self.km = self._km()
        self.count = self._count()

    def _open_days(self) -> tuple[Weekday, ...]:
        days = [day for day in WEEKDAYS if self.season.is_open(self.season.day(self.index, day))]
        if self.is_race_week and self.season.race_day:
            days = [day for day in days if self.season.day(self.index, day) < self.season.race_day]
        return tuple(days)

    def _km(self) -> float:
        season = self.season
        usual = season.run_days - (1 if self.is_race_week else 0)
        open_share = min(len(self.days) / max(usual, 1), 1.0)
        if self.index < len(self.curve):
            wished = self.curve[self.index] * (DOWN if self.is_down else 1.0)
        else:
            fractions = season.form.taper
            back = season.count - 1 - self.index
            peak = max([*self.legs.weeks[4:], season.athlete.weekly_km * 0.8 if self.index < 3 else 0.0])
            wished = peak * fractions[len(fractions) - 1 - back]
        return next_week_km(season, self.legs, wished * self.load, open_share=open_share)

    def _count(self) -> int:
        usual = self.season.run_days - (1 if self.is_race_week else 0)
        return max(min(usual, len(self.days), int(self.km / LEAST_EASY_KM + 0.3)), min(1, len(self.days)))

    def room_km(self, day: Weekday, minutes: float) -> float:
        """Kilometres that fit into a run of at most `minutes` on this day."""
        limit = self.season.athlete.minutes_on(day)
        return self.season.aims.km_in(min(minutes, limit - 0.6 if limit is not None else minutes))

    def hard_types(self) -> list[WorkoutType]:
        """The hard sessions of this week, the more important first."""
        season, method = self.season, self.season.method
        if self.load < NO_HARD_BELOW or self.phase == "Race":
            return []
        phase: Phase = {"Taper": "Peak"}.get(self.phase, self.phase)  # type: ignore[assignment]
        turn = method.sessions.get(phase) or BY_DISTANCE[season.form.family].get(phase, ("fartlek",))
        count = method.hard.get(phase, 0)
        if season.level == "novice":
            count = min(count, method.novice_hard if phase != "Base" else 0)
        elif season.level == "intermediate" and phase == "Base" and method.id == "balanced":
            count = min(count, 1)
        if self.is_down or self.phase == "Taper":
            count = min(count, 1)
        if season.is_fragile or (self.count <= 3 and method.id != "three_runs"):
            count = min(count, 1)
        first = self.index * max(count, 1)
        return [turn[(first + at) % len(turn)] for at in range(count)]

    def contents(self) -> dict[Weekday, list[Content]]:
        """What is done on each day."""
        made: dict[Weekday, list[Content]] = {}
        if self.days and self.km > 1.5:
            made = self._runs()
        if self.is_race_week and self.season.race and self.season.race_day:
            made.setdefault(weekday_of(self.season.race_day), []).append(_race(self.season, self.season.race))
        return {day: made[day] for day in WEEKDAYS if day in made}

    def _runs(self) -> dict[Weekday, list[Content]]:
        season = self.season
        rooms = {day: self.room_km(day, 9999) for day in self.days}
        long_room = {day: self.room_km(day, long_cap_min(season, None)) for day in self.days}
        monday = season.day(self.index, "mon")
        loading = max(len(self.curve) - 1, 1)
        long_km = next_long_km(season, self.legs, monday, self.km, self.count, min(self.index / loading, 1.0))
        if self.is_down or self.phase == "Taper":
            long_km *= 0.8
        long: Weekday | None = None
        if not self.is_race_week and self.count >= 2:
            long = long_day_of(self.days, season.athlete.long_run_day, long_room, long_km)
        hards = self.hard_types()
        taken = (weekday_of(season.race_day),) if self.is_race_week and season.race_day else ()
        placed = slots(
            self.days,
            self.count,
            len(hards),
            long,
            taken=taken,
            apart=season.level == "novice",
            avoid=season.athlete.cross_days,
        )
        made: dict[Weekday, list[Content]] = {}
        if long:
            made[long] = [make("long", km=max(rounded(min(long_km, long_room[long])), 0.6), aims=season.aims)]
        done = sum(each[0].km or 0 for each in made.values())
        about = max((self.km - done) / max(self.count - (long is not None), 1), LEAST_EASY_KM)
        most = min(long_km if long else 99.0, season.aims.km_in(EASY_CAP_MIN[season.level]))
        for day, type in zip(placed.hard, hards, strict=False):
            made[day] = [hard_content(type, self.km, about, min(rooms[day], most), season.aims)]
        left = self.km - sum(each[0].km or 0 for each in made.values())
        caps = [min(rooms[day], most) for day in placed.easy]
        for at, (day, km) in enumerate(zip(placed.easy, shared(left, caps, [1.0] * len(caps)), strict=True)):
            made[day] = [easy_content(max(km, min(2.0, rooms[day])), season.aims, strides=at == 0 and self.load == 1)]
        return made


def _race(season: Season, race: Race) -> Content:
    seconds = race.target_s or predicted_s(season.aims.vdot, race.distance_km)
    name = race.name or race_name(race.distance_km)
    made = sized("race", name, race_steps(race.distance_km, seconds))
    return made._replace(km=race.distance_km, minutes=min(round(seconds / 60), 1440))
