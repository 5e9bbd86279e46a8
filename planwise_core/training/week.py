"""One week of a plan: which sessions, on which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from planwise_core.training.longruns import B2B_MOST, B2B_SHARE, EASY_OF_LONG, LONG_BEFORE_RACE, SHORTER_LONG, LongRuns
from planwise_core.training.methods import BY_DISTANCE
from planwise_core.training.othersports import add_other_sports
from planwise_core.training.plan import Phase, WorkoutType
from planwise_core.training.rules.runner import QUALITY_FROM_LOAD
from planwise_core.training.sessions import run_walk_ratio
from planwise_core.training.values import WEEKDAYS, Weekday, weekday_of
from planwise_core.training.volume import (
    SHARE_MOST,
    SHARE_USUAL,
    easy_cap_min,
    long_cap_min,
)
from planwise_core.training.weekplan import (
    LEAST_EASY_KM,
    MOST_MAIN_MIN,
    ROOM_ENOUGH,
    Days,
    Slots,
    easy_content,
    hard_content,
    in_halves,
    near,
    rounded,
    shared,
    slots,
)
from planwise_core.training.workouts import CATALOGUE, HARD, Content, make, make_run_walk, race_content

DOUBLE_FROM_WEEK_KM = 90  # SCIENCE 3: no doubles under 80 km a week
DOUBLE_FROM_KM = 14
FIRST_OF_TWO = 0.62
SHAKEOUT_KM = 5.0  # the day before a race: half an hour at most; nor is the second run of a day worth less
RACE_WEEK_PART = 1.15  # of a usual easy run, where a race on the way took the long run's place
MEDIUM_PART, AFTER_HARD_PART, BEFORE_RACE_PART = 1.35, 0.8, 0.6  # of a usual easy run
MEDIUM_LONG_FROM_KM = 60  # of the week
MEDIUM_LONG_FROM_MIN = 75
HILLS: frozenset[WorkoutType] = frozenset({"hills_long", "hills_short"})
HARD_FROM_WEEK_KM = 12  # under it the caps of Q-1 leave nothing worth a session
NOVICE_EASY_WEEKS = 2
GENTLER: dict[str, WorkoutType] = {"interval": "tempo", "rep": "tempo"}
EASY_DAYS_PER_RACE_KM = 1 / 3  # Daniels: an easy day for every 3 km raced
TOUCH_BEFORE_RACE = 3  # days: the last hard session before the race


class WeekPlanner(LongRuns):
    """One week being planned: which sessions, and on which days."""

    # Which sessions

    def hard_types(self, long_is_hard: bool) -> list[WorkoutType]:
        """The hard sessions of this week, the more important first."""
        season, method = self.season, self.season.method
        if (
            any(each.type in HARD for each in self.ran)
            or self.is_beginning
            or self.load <= QUALITY_FROM_LOAD
            or self.rung
            or self.km < HARD_FROM_WEEK_KM
            or not self.known_km
        ):
            return []
        phase: Phase = "Peak" if self.phase in {"Taper", "Race"} else self.phase
        turn = method.sessions.get(phase) or BY_DISTANCE[season.form.family].get(phase, ("fartlek",))
        count = self._hard_count(phase) - long_is_hard * (season.level == "intermediate")
        count = max(count, 0)
        first = self.index * max(count, 1)
        types = [turn[(first + at) % len(turn)] for at in range(count)]
        if season.athlete.hills and types and self.index % 2 == 0 and not HILLS & set(types):
            types[-1] = "hills_long" if phase != "Base" else "hills_short"
        return [self._in_season(type, long_is_hard) for type in types]

    def _in_season(self, type: WorkoutType, long_is_hard: bool) -> WorkoutType:
        """No hills shortly before the race, while something hurts (SCIENCE 2.6) or unasked after an injury; no marathon
        pace twice a week."""
        is_unwise = self.is_hurt or (self.season.is_fragile and not self.season.athlete.hills)
        if type in HILLS and (self.taper is not None or is_unwise):
            return "fartlek"
        return "tempo" if type == "marathon_pace" and long_is_hard else type

    def _hard_count(self, phase: Phase) -> int:
        season, method = self.season, self.season.method
        count = method.hard.get(phase, 0)
        if season.level == "novice":
            is_early = phase == "Base" or self.index < NOVICE_EASY_WEEKS
            count = min(count, 0 if is_early or self.tune_ups else method.novice_hard)
        is_light = self.is_down or self.taper is not None or season.is_fragile or bool(self.tune_ups)
        if self.count < 2 and self.taper is None:
            return 0  # one run alone is an easy one
        if is_light or (self.count <= 3 and method.id != "three_runs"):
            count = min(count, 1)
        if any(race.priority != "C" for race in self.tune_ups.values()):
            return 0
        return count

    # On which days

    def contents(self) -> dict[Weekday, list[Content]]:
        """What is done on each day, in order."""
        made: dict[Weekday, list[Content]] = {}
        if self.count and self.km >= 1.0:
            made = self._runs()
        for day, race in self.tune_ups.items():
            made[day] = [race_content(race, self.season.aims, goal=False)]
        add_other_sports(self, made)
        if self.is_race_week and self.season.race and self.season.race_day:
            made[weekday_of(self.season.race_day)] = [race_content(self.season.race, self.season.aims, goal=True)]
        return {day: made[day] for day in WEEKDAYS if day in made}

    def _runs(self) -> dict[Weekday, list[Content]]:
        long_type = self.long_type()
        long, long_km = self.long_run()
        long_is_hard = long is not None and long_type in HARD
        types = self.hard_types(long_is_hard)
        second = self.second_long_day(long) if (1 + B2B_SHARE) * long_km <= B2B_MOST * self.km else None
        if second:
            types = types[: self.count - 3]  # one day at least stays easy
        placed = self._slots(len(types), long, long_is_hard, second)
        made: dict[Weekday, list[Content]] = {}
        if long:
            made[long] = [self._long_content(long_type, long_km, long)]
        if second:
            km = min(B2B_SHARE * long_km, self.room_km(second), self.weekend_km() - long_km)
            made[second] = [make("back_to_back", km=max(rounded(km), 1), aims=self.season.aims)]
        others = dict(made)
        self._add_hard(made, placed, types, long_km, self.km)
        self._add_easy(made, placed, long, long_km)
        km = sum(each.km or 0 for contents in made.values() for each in contents)
        if placed.hard and km < 0.96 * self.km:  # a day's limit took some of the week: its hard part shrinks with it
            made = others
            self._add_hard(made, placed, types, long_km, km)
            self._add_easy(made, placed, long, long_km)
        self._keep_in_proportion(made, long, long_type)
        return made

    def _keep_in_proportion(self, made: dict[Weekday, list[Content]], long: Weekday | None, type: WorkoutType) -> None:
        """Shorten the longest run where the other days could not take their share of the week (LR-2)."""
        if len(made) < 2:
            return
        sums = {day: sum(each.km or 0 for each in contents) for day, contents in made.items()}
        longest = max(sums, key=lambda day: sums[day]) if long is None else long
        share = SHARE_MOST[len(made)]
        most = (sum(sums.values()) - sums[longest]) * share / (1 - share)
        if sums[longest] <= most:
            return
        if long:
            made[long] = [self._long_content(type, most, long)]
        else:
            made[longest] = self._easy_day(most, longest, strides=False, doubles=False, type="easy")

    def _slots(self, hard: int, long: Weekday | None, long_is_hard: bool, second: Weekday | None) -> Slots:
        season = self.season
        days = tuple(day for day in self.days if day != second)
        others = [day for day in days if day != long]
        peak_km = max(self.outline.curve[-1:], default=self.km)  # of the weeks to come: the days stay the same
        each_km = (1 - SHARE_USUAL[max(self.count, 1)]) * peak_km / max(self.count - 1, 1)
        roomy = tuple(day for day in others if self.room_km(day) >= each_km)
        return slots(
            Days(
                days,
                self.count - (second is not None),
                blocked=tuple(day for day in days if self._is_blocked(day) or (second and near(day, second))),
                avoid=(*season.athlete.cross_days, *self._tight(days), *(("mon",) if second == "sun" else ())),
                apart=season.level == "novice"
                or long_is_hard
                or season.is_masters
                or second is not None
                or self.count < 3,
                gap=3 if season.is_masters else 2,
                roomy=roomy if len(roomy) < len(others) else (),
            ),
            hard,
            long,
        )

    def _tight(self, days: Sequence[Weekday]) -> tuple[Weekday, ...]:
        """Days with too little time for a usual run of this week, where there are others with more."""
        usual = (1 - SHARE_USUAL[max(self.count, 1)]) * self.km / max(self.count - 1, 1)
        rooms = sorted((self.room_km(day) for day in days), reverse=True)[: self.count]
        return tuple(day for day in days if self.room_km(day) < ROOM_ENOUGH * min(usual, rooms[-1]))

    def _is_blocked(self, day: Weekday) -> bool:
        """No hard session here: too near a race, or the day after a demanding Sunday."""
        date, season = self.date(day), self.season
        if season.race_day and (season.race_day - date).days < TOUCH_BEFORE_RACE:
            return True
        if self._is_soon_after(day) or (day == "sun" and season.athlete.long_run_day == "mon"):
            return True
        before = 2 if season.is_masters else 1
        return any(
            -before <= (date - up).days <= max(race.distance_km * EASY_DAYS_PER_RACE_KM, before)
            for up, race in season.tune_ups.items()
        )

    def _is_soon_after(self, day: Weekday) -> bool:
        """Right after the last demanding day of the week before; from 50 on two easy days come after a hard one."""
        last, hard = self.legs.last_demanding, self.legs.last_hard
        if last and (self.date(day) - last).days < 2:
            return True
        return bool(self.season.is_masters and hard and (self.date(day) - hard).days < 3)

    def _long_content(self, type: WorkoutType, km: float, day: Weekday) -> Content:
        season = self.season
        if self.is_run_walk:
            return self._run_walk(km, day, "" if self.is_first_race else "Long")  # rounds down to whole blocks itself
        km = max(rounded(km), 0.6)
        if type not in HARD:
            return make(type, km=km, aims=season.aims)
        progress = 0.6 + 0.4 * min(self.index / max(len(self.outline.curve) - 1, 1), 1)
        main = min(0.2 * self.km * 0.95, season.aims.km_in(MOST_MAIN_MIN["marathon"], "marathon"), 28.0) * progress
        return make(type, km=km, main_km=main, aims=season.aims)

    def _most_km(self, long_km: float) -> float:
        """An ordinary run stays shorter than the long one, and than the longest usual day."""
        if self.is_first_race:
            return long_km
        if self.load == 1 and self.taper is None:
            long_km = max(EASY_OF_LONG * long_km, min(SHORTER_LONG * self.known_km, long_km))
        return min(long_km, self.season.aims.km_in(easy_cap_min(self.season)))

    @property
    def _plain_most_km(self) -> float:
        """An ordinary run of a week without a long one; where a race took its place, the others grow but little."""
        most = self._most_km(self.plain_km)
        usual_km = (1 - SHARE_USUAL[self.run_days]) * self.legs.weeks[-1] / max(self.run_days - 1, 1)
        return min(most, max(RACE_WEEK_PART * usual_km, LEAST_EASY_KM)) if self.tune_ups else most

    def _add_hard(
        self,
        made: dict[Weekday, list[Content]],
        placed: Slots,
        types: Sequence[WorkoutType],
        long_km: float,
        week_km: float,
    ) -> None:
        """The hard sessions, none bigger than a week of `week_km` and the four before it carry (Q-1)."""
        left = self.km - sum(race.distance_km for race in self.tune_ups.values())
        left -= sum(each[0].km or 0 for each in made.values())
        places = max(self.count - len(made), 1)
        about = max(left / places, LEAST_EASY_KM)
        most = self._most_km(long_km) if placed.long else self._plain_most_km
        base = max(0.95 * week_km, sum(self.legs.weeks[-4:]) / 4)
        share = 0.75 if self.is_down or self.taper is not None else self._share_of_cap()
        for day, type in zip(placed.hard, types, strict=False):
            places -= 1
            room = min(self.room_km(day), most, left - 0.85 * about * places)
            fitting = self._fitting(type, day, placed.long)
            content = hard_content(fitting, base, about, room, self.season.aims, share=share)
            if fitting != type and CATALOGUE[content.type].zone in GENTLER:  # too small a week for the gentler one
                content = easy_content(min(about, room), self.season.aims, strides=True)
            made[day] = [content]
            left -= made[day][0].km or 0

    def _fitting(self, type: WorkoutType, day: Weekday, long: Weekday | None) -> WorkoutType:
        """On the eve of the long run nothing that needs 48 hours (Q-3); from 50 on, nor the day before."""
        before = 2 if self.season.is_masters else 1
        is_soon = long is not None and 1 <= (WEEKDAYS.index(long) - WEEKDAYS.index(day)) % 7 <= before
        return GENTLER.get(CATALOGUE[type].zone or "easy", type) if is_soon else type

    def _share_of_cap(self) -> float:
        """Sessions begin at 70 % of what the week allows and grow to all of it."""
        return 0.7 + 0.3 * min(self.index / max(len(self.outline.curve) - 1, 1), 1)

    def _add_easy(
        self, made: dict[Weekday, list[Content]], placed: Slots, long: Weekday | None, long_km: float
    ) -> None:
        ups = sum(race.distance_km for race in self.tune_ups.values())
        left = self.km - ups - sum(each[0].km or 0 for each in made.values())
        most = self._most_km(long_km) if long else self._plain_most_km
        medium = self._medium_long_day(placed, long)
        doubles = self.season.athlete.doubles and self.km >= DOUBLE_FROM_WEEK_KM and not self.is_run_walk
        top = most * 1.3 if doubles else most
        rooms = [min(self.room_km(day), top if day != medium else max(most, 0.8 * long_km)) for day in placed.easy]
        if rooms and not self.known_km:  # after a month without a run the first is what the next are measured by (LR-1)
            rooms = [min(rooms)] * len(rooms)
        rooms = [room * self._freshness(day) for room, day in zip(rooms, placed.easy, strict=True)]
        weights = [MEDIUM_PART if day == medium else self._part(day, placed) for day in placed.easy]
        shares = in_halves(shared(max(left, 0.0), rooms, weights), rooms)
        strides = self._strides_day(placed, long)
        eve = self._eve(placed.easy)
        for day, share in zip(placed.easy, shares, strict=True):
            km = share if doubles and share > DOUBLE_FROM_KM else min(share, max(most, 0.8 * long_km))
            if day == eve and km >= 1:
                made[day] = [easy_content(min(km, SHAKEOUT_KM), self.season.aims, type="shakeout")]
            elif km >= 0.8:
                type: WorkoutType = "medium_long" if day == medium else "easy"
                least_km = 0 if placed.long else self.known_km  # or each month's longest run would be shorter
                made[day] = self._easy_day(km, day, day == strides, doubles, type, least_km)

    def _freshness(self, day: Weekday) -> float:
        """The part of the usual most that a run may have: less on the last days before a race on the way."""
        is_before = any(0 < (up - self.date(day)).days <= LONG_BEFORE_RACE for up in self.season.tune_ups)
        return BEFORE_RACE_PART if is_before else 1.0

    def _part(self, day: Weekday, placed: Slots) -> float:
        """How long an easy run is beside the others: shorter on the day after a hard or long one."""
        before = WEEKDAYS[(WEEKDAYS.index(day) - 1) % 7]
        return AFTER_HARD_PART if before in placed.hard or before == placed.long else 1.0

    def _easy_day(
        self, km: float, day: Weekday, strides: bool, doubles: bool, type: WorkoutType, least_km: float = 0
    ) -> list[Content]:
        """An easy day's run, or two: the first the longer one, and of `least_km` where the day is long enough."""
        aims = self.season.aims
        if self.is_run_walk:
            return [self._run_walk(km, day)]
        if doubles and km > DOUBLE_FROM_KM:
            first_km = max(km * FIRST_OF_TWO, min(least_km, km - SHAKEOUT_KM))
            return [easy_content(first_km, aims), easy_content(km - first_km, aims)]
        if type == "medium_long" and aims.minutes_for(km) >= MEDIUM_LONG_FROM_MIN:
            return [easy_content(km, aims, type=type)]
        return [easy_content(km, aims, strides=strides)]

    def _eve(self, easy: Sequence[Weekday]) -> Weekday | None:
        """The running day before a race, if there is one: the goal's, or one that matters on the way to it."""
        if self.rung or self.season.method.run_walk:
            return None
        days = {self.season.race_day, *(day for day, race in self.season.tune_ups.items() if race.priority != "C")}
        return next((day for day in easy if self.date(day) + dt.timedelta(days=1) in days), None)

    def _run_walk(self, km: float, day: Weekday, title: str = "") -> Content:
        """Running and walking in turn, by the ladder for a starter, else by pace; walking makes it take longer."""
        aims = self.season.aims
        run_s, walk_s = self.rung or run_walk_ratio(aims.zones["easy"].s_per_km)
        made = make_run_walk(run_s, walk_s, km, aims, title=title)
        most = long_cap_min(self.season, self.season.athlete.minutes_on(day))
        while (made.minutes or 0) > most and km > 0.5:
            km = min(km * most / (made.minutes or most), km - 0.1)
            made = make_run_walk(run_s, walk_s, km, aims, title=title)
        return made

    def _medium_long_day(self, placed: Slots, long: Weekday | None) -> Weekday | None:
        """An easy day well away from the long run, and not right after a hard one."""
        is_wanted = self.season.method.medium_long or (self.season.level != "novice" and len(placed.easy) >= 3)
        if not is_wanted or self.km < MEDIUM_LONG_FROM_KM or long is None or self.taper is not None:
            return None
        tired = {WEEKDAYS[(WEEKDAYS.index(hard) + 1) % 7] for hard in placed.hard}
        far = [
            day
            for day in placed.easy
            if 2 <= (WEEKDAYS.index(long) - WEEKDAYS.index(day)) % 7 <= 5 and day not in tired
        ]
        return far[(len(far) - 1) // 2] if far else None

    def _strides_day(self, placed: Slots, long: Weekday | None) -> Weekday | None:
        """The easy day for strides: not the day after the long run if there is another."""
        season = self.season
        is_late_enough = season.level != "novice" or self.index >= NOVICE_EASY_WEEKS
        if (
            not (season.method.strides or self.taper is not None)
            or self.load < (1 if self.taper is None else QUALITY_FROM_LOAD)
            or not is_late_enough
            or not placed.easy
        ):
            return None
        after = WEEKDAYS[(WEEKDAYS.index(long) + 1) % 7] if long else None
        return next((day for day in placed.easy[::-1] if day != after), placed.easy[0])
