"""How much each week: phases, the rise of the kilometres, easier weeks, the taper, the long run.

Weeks are planned one after the other, each from what the legs have really done in the weeks before it, so that no
rule of progression can be broken by what a limit or a holiday took away.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from planwise_core.training.methods import MARATHON, ULTRA
from planwise_core.training.plan import Phase, Workout
from planwise_core.training.returning import injury_ladder
from planwise_core.training.rules.long_run import LONG_MIN, LONGEST_KM, MARATHON_FROM_KM
from planwise_core.training.rules.taper import LATE_RACE_WEEKDAY
from planwise_core.training.rules.volume import DOWN as EASIER
from planwise_core.training.rules.volume import PEAK_WITHIN_WEEKS
from planwise_core.training.season import FORMS, Season
from planwise_core.training.workouts import HARD, LONG

STEP_UP = 1.08  # PROG-1 warns above 1.10 of the highest of four weeks
LEAST_STEP_UP = 1.075  # a rise worth the name (published largest: p10 7 %), then the kilometres hold
MOST_STEP_UP = 1.10  # where a mile per run would allow more (PROG-1; published 10 km plans: at most 12 %)
STEP_UP_CAREFUL = 1.06  # from 50 on and after an injury
CAREFUL_GROWTH = 1.45  # peak over start for them: hardly more than the published median of 1.36
KM_PER_DAY_UP = 1.4  # PROG-1's other way: 1.6 km per running day
KM_PER_DAY_UP_CAREFUL = 1.0
STARTER_RISE = 1.6  # a first 5 km: three half hours become three of 40 minutes …
STARTER_RISE_A_WEEK = 0.06  # … and a little more where there are more than the usual ten weeks
STARTER_WEEKS = 10
LEAST_WEEK_KM = 9.0  # three runs of a good half hour for those who begin
LOOK_BACK_DAYS = 30  # Frandsen 2025: against the longest run of the past 30 days
LONG_STEP_UP = 1.09  # LR-1 warns above 1.10 of the longest run of 30 days …
LONG_KM_UP = 1.55  # … and below 16 km above 1.6 km more
LONG_FROM_KM = 16
FAR_GOAL = 1.6  # times the longest run so far
REBOUND = 1.05  # PROG-2: after an easier week back to the high before it, hardly more
FIRST_BACK = 0.33  # of the highest week, after a month or more without running (SCIENCE 2.6)
DOWN = 0.82  # PROG-3: published plans cut 14 %, books 20 to 25 %
STARTER_DOWN_EVERY = 5
STARTER_RACE_KM = FORMS[0].up_to_km  # a first race of about 5 km
SHORT_PEAK = 1.75  # times the start: PROG-5 warns above 1.8 in twelve weeks
LOW_KM = 38  # below, PROG-1's mile per run rules, not the ratios
LEAST_TO_KEEP_KM = 20.0  # a week of fitness worth keeping: below it, a plan without a race still grows
RAMP_SHARE = 0.5  # of the loading weeks; then the kilometres hold and the work gets specific
SHARE_USUAL = {1: 0.6, 2: 0.52, 3: 0.45, 4: 0.40, 5: 0.34, 6: 0.28, 7: 0.24}  # LR-2, medians of published plans
SHARE_MOST = {1: 0.6, 2: 0.58, 3: 0.57, 4: 0.48, 5: 0.385, 6: 0.328, 7: 0.275}  # just under LR-2's warning
LEAST_SHARE = 0.18  # of the week, the least of published 5 and 10 km plans
LONG_OF_USUAL = 1.1  # times an average run of the weeks before: what is called long is no shorter than the others
EASY_CAP_MIN = {"novice": 60, "intermediate": 80, "advanced": 100}  # an ordinary run; Daniels: E runs 30 to 150
MOST_EASY_MIN = 120  # with room for the long run below its 150


@dataclass
class Legs:
    """What the legs are used to: kilometres of the last weeks, and the runs of the last days."""

    weeks: list[float]
    runs: list[tuple[dt.date, float]] = field(default_factory=list)
    km_per_day_up: float = KM_PER_DAY_UP
    last_hard: dt.date | None = None
    last_long: dt.date | None = None
    last_demanding: dt.date | None = None  # hard or long

    def add(self, workouts: Sequence[Workout]) -> None:
        """One more week has been planned."""
        self.weeks.append(sum(each.run_km for each in workouts if each.type != "race"))
        self.runs += [(each.date, each.run_km) for each in workouts if each.is_run]
        tiring = [each.date for each in workouts if each.type in HARD or each.type == "back_to_back"]
        self.last_hard = max(tiring, default=self.last_hard)
        long = [each.date for each in workouts if each.type in LONG]
        self.last_long = max(long, default=self.last_long)
        self.last_demanding = max((*tiring, *long), default=self.last_demanding)

    def high(self) -> float:
        return max(self.weeks[-4:])

    def longest(self, day: dt.date) -> float:
        """The longest run of the 30 days before `day`."""
        since = day - dt.timedelta(days=LOOK_BACK_DAYS)
        return max((km for date, km in self.runs if since <= date < day), default=0.0)

    def weeks_up(self) -> int:
        """How many planned weeks there were since the last easier one, or since running began again."""
        planned = self.weeks[4:]
        easier = [at for at, km in enumerate(planned) if not km or (at and km <= EASIER * planned[at - 1])]
        return len(planned) - 1 - max(easier, default=-1)

    def most_km(self, week_km: float, run_days: int, step: float) -> float:
        """The most a week may have (PROG-1): a step above the highest of four weeks, or a mile per run more."""
        high = self.high()
        if not high:
            return min(week_km, max(LEAST_WEEK_KM, FIRST_BACK * max(self.weeks)))
        per_day = high + self.km_per_day_up * run_days if high < LOW_KM else 0.0
        return min(week_km, max(step * high, per_day))


def run_days_of(season: Season) -> int:
    """Running days of a full week: those wished, fewer where the long run would starve for lack of kilometres."""
    wished = season.wished_days
    peak = peak_km(season, first_week_km(season))
    least = season.form.least_longest * season.race.distance_km if season.race else 0.0
    need = min(max(season.form.need_long_km, least), long_goal_km(season))
    fitting = [days for days in range(min(4, wished), wished + 1) if _carried_km(season, days, peak) >= need]
    usual = max(fitting, default=min(4, wished))
    return min(usual, 3) if SHARE_MOST[usual] * peak < least <= SHARE_MOST[3] * peak else usual


def _carried_km(season: Season, days: int, peak: float) -> float:
    """The longest run that a week of so many days carries (LR-2): the other days may have little time."""
    share = SHARE_MOST[days]
    limits = sorted((long_cap_min(season, limit) for limit in day_limits(season)), reverse=True)[:days]
    others_km = season.aims.km_in(sum(min(limit, easy_cap_min(season)) for limit in limits[1:]))
    return share * min(peak, others_km / (1 - share))


def legs_of(season: Season) -> Legs:
    """What the runner says of the last weeks. A longest run that was not told is guessed, for the first week only:
    hardly more than an average run where there is time to grow from there, else the one usual for the volume.
    """
    athlete = season.athlete
    longest = longest_lately_km(season)
    before = season.first_day - dt.timedelta(days=1)
    if not athlete.longest_run_km:
        gentle = LONG_OF_USUAL * athlete.weekly_km / season.wished_days
        longest = min(longest, gentle) if _has_time_from(gentle, season) else longest
        before = season.day(0, "sun") - dt.timedelta(days=LOOK_BACK_DAYS)
    legs = Legs(weeks=[athlete.weekly_km] * 4, runs=[(before, longest)])
    legs.km_per_day_up = KM_PER_DAY_UP_CAREFUL if is_careful(season) else KM_PER_DAY_UP
    legs.runs += [(each.date, each.run_km) for each in season.ran if each.is_run]
    legs.last_hard = max((each.date for each in season.ran if each.type in HARD), default=None)
    legs.last_demanding = max((each.date for each in season.ran if each.type in HARD | LONG), default=None)
    return legs


def longest_lately_km(season: Season) -> float:
    """The longest run of the last weeks as told, else the one usual for the volume."""
    return season.athlete.longest_lately_km or season.athlete.weekly_km * SHARE_USUAL[season.wished_days]


def _has_time_from(gentle_km: float, season: Season) -> bool:
    """Whether a long run that begins so gently gets to the goal: one too long at once is what hurts (LR-1).

    Who is advanced runs long already, a way back has steps of its own, and where a full long run comes only every
    second week there is none to spare.
    """
    is_back = season.athlete.away or injury_ladder(season)
    if season.level == "advanced" or is_back or season.method.long_every > 1:
        return False
    phases = phases_of(season)
    weeks = sum(phase not in {"Taper", "Race"} for phase in phases) - len(down_weeks(season, phases))
    for _ in range(weeks):
        gentle_km = int(2 * most_long_km(gentle_km)) / 2  # sizes are rounded down to half a kilometre
    return gentle_km >= long_goal_km(season)


def phases_of(season: Season) -> list[Phase]:
    """The phase of each week. Base shrinks first, then Build and Peak together; the taper stays (SCIENCE 2.1)."""
    form, count = season.form, season.count
    if season.race is None:
        return ["Maintenance"] * count
    taper = max(sum(taper_share(season, week) is not None for week in range(count)), 1)
    loading = count - taper
    build, peak = form.build, form.peak
    base_least = round(season.method.base_share * loading)
    if build + peak > loading - base_least:
        room = loading - base_least
        peak = min(peak, max(1, round(room * form.peak / (form.build + form.peak)))) if room else 0
        build = max(room - peak, 0)
    base = loading - build - peak
    spans: list[tuple[Phase, int]] = [
        ("Base", base),
        ("Build", build),
        ("Peak", peak),
        ("Taper", taper - 1),
        ("Race", 1),
    ]
    return [phase for phase, weeks in spans for _ in range(weeks)]


def down_weeks(season: Season, phases: list[Phase]) -> set[int]:
    """The easier weeks, counted back from the last loading week so that the hardest comes just before the taper.

    Who begins from nothing first finds into running: their easier weeks are counted from the start.
    """
    loading = [index for index, phase in enumerate(phases) if phase not in {"Taper", "Race"}]
    if season.is_starter and not season.is_masters:
        return {index for index in loading[:-1] if index % STARTER_DOWN_EVERY == STARTER_DOWN_EVERY - 1}
    every = 3 if season.is_masters or season.is_fragile else 4  # PROG-3; masters every third, SCIENCE 2.6
    least = 1 if season.is_masters else 2
    return {index for index in loading if (loading[-1] - index) % every == every - 1 and index >= least}


def curve_of(season: Season, phases: list[Phase], down: set[int]) -> list[float]:
    """Kilometres wished for each loading week, no week lowered yet; taper weeks are not in it.

    An easier week is no step up: the week after it takes up where the one before it was.
    """
    loading = sum(phase not in {"Taper", "Race"} for phase in phases)
    first = first_week_km(season)
    peak = max(peak_km(season, first), first)
    most, least = (int(math.log(peak / first, step) + up) for step, up in ((LEAST_STEP_UP, 0), (MOST_STEP_UP, 1)))
    if peak > SHORT_PEAK * first:
        least = min(PEAK_WITHIN_WEEKS, loading)  # PROG-5
    ramp = max(min(max(round(RAMP_SHARE * loading) - 1, least), max(most, least)), 1)
    steps = [index - sum(easier <= index for easier in down) for index in range(loading)]
    return [first * (peak / first) ** min(max(step, 0) / ramp, 1.0) for step in steps]


def first_week_km(season: Season) -> float:
    return max(min(season.athlete.weekly_km, capacity_km(season)), LEAST_WEEK_KM)


def peak_km(season: Season, first: float) -> float:
    """The peak week: towards what is usual for the distance and level, within 1.7 times the first in a short plan."""
    usual = season.form.peak_km[season.level_index]
    wanted = usual / first
    at_least = max(1.3 - 0.3 * max(first / usual - 0.8, 0), 1.08) if season.race else 1.05
    at_most = 1.65 if season.count <= 12 else 1.7 if first > 0.5 * usual else 3.5  # PROG-5 warns above 1.8
    low = LOW_KM if season.count <= 12 else 0.85 * usual
    if season.race is None:
        at_most, low = 1.25, LEAST_TO_KEEP_KM
    at_most = max(min(at_most, CAREFUL_GROWTH) if is_careful(season) else at_most, min(usual, low) / first)
    if season.is_starter and season.form.up_to_km <= STARTER_RACE_KM:
        at_most = STARTER_RISE + STARTER_RISE_A_WEEK * max(season.count - STARTER_WEEKS, 0)
    ratio = min(max(wanted, at_least), at_most)
    ratio = 1 + (ratio - 1) * season.method.growth
    return min(first * ratio, max(capacity_km(season), first))


def capacity_km(season: Season) -> float:
    """The most kilometres a week of these days and minutes can hold at an easy pace."""
    usual = easy_cap_min(season) * (1.3 if season.athlete.doubles else 1.0)
    limits = sorted((long_cap_min(season, limit) for limit in day_limits(season)), reverse=True)[: season.wished_days]
    minutes = sum(min(limit, usual) for limit in limits[1:]) + min(limits[0], season.form.long_cap_min)
    return season.aims.km_in(minutes)


def easy_cap_min(season: Season) -> int:
    """Minutes of the longest ordinary run: more for a marathon, whose weeks need longer days, and for who runs more."""
    cap = EASY_CAP_MIN[season.level] + (15 if season.form.family in {MARATHON, ULTRA} else 0)
    used_to = season.aims.minutes_for(season.athlete.weekly_km / season.wished_days)
    return max(cap, min(round(used_to), MOST_EASY_MIN))


def day_limits(season: Season) -> list[int | None]:
    return [season.athlete.minutes_on(day) for day in season.athlete.free_days]


def long_cap_min(season: Season, limit: int | None) -> int:
    """Minutes of the longest run on a day with this limit (LR-3)."""
    cap = season.form.long_cap_min
    if season.method.long_cap_min:
        cap = min(cap, season.method.long_cap_min) if season.form.long_cap_min <= 180 else cap
    if season.form.family == MARATHON and season.race and season.race.distance_km < MARATHON_FROM_KM:
        cap = min(cap, round(LONG_MIN))
    return min(cap, limit if limit is not None else cap)


def taper_share(season: Season, week: int) -> float | None:
    """Kilometres of this week as a share of the peak week, by how far its days are from the race; None: no taper.

    Race week is Monday to the race; for a race from Monday to Thursday it is the seven days before it.
    """
    if season.race_day is None or season.race is None:
        return None
    late = season.race_day.weekday() >= LATE_RACE_WEEKDAY
    begin = season.race_day - dt.timedelta(days=season.race_day.weekday() if late else 7)
    monday = season.day(week, "mon")
    if late and monday == begin:
        return season.form.taper[-1] * max(season.race_day.weekday() / 6, 0.75)
    days = [monday + dt.timedelta(days=at) for at in range(7)]
    shares = [_share_of_day(season, begin, day) for day in days if day < season.race_day]
    if len(shares) == 7 and all(share == 1 for share in shares):
        return None
    mean = sum(shares) / 7
    return min(mean, 1.45 * season.form.taper[-1]) if monday < begin < days[-1] else mean


def _share_of_day(season: Season, begin: dt.date, day: dt.date) -> float:
    taper = season.form.taper
    back = 0 if day >= begin else (begin - day + dt.timedelta(days=6)).days // 7
    return taper[-1 - back] if back < len(taper) else 1.0


def step_up(season: Season) -> float:
    return STEP_UP_CAREFUL if is_careful(season) else STEP_UP


def is_careful(season: Season) -> bool:
    return season.is_masters or season.is_fragile


def long_goal_km(season: Season) -> float:
    """The longest run of the plan: that of the distance and level, more where the weeks are big for it."""
    limits = [long_cap_min(season, limit) for limit in day_limits(season)]
    most_km = next((row[-1] for row in LONGEST_KM if season.form.up_to_km <= row[0]), 0.0)
    weekly_km = season.athlete.weekly_km
    used_to = max(LEAST_SHARE * weekly_km, LONG_OF_USUAL * weekly_km / season.wished_days)
    goal = max(season.form.longest_km[season.level_index], min(used_to, most_km))
    return min(goal, season.aims.km_in(max(limits)), season.method.long_cap_km)


def most_long_km(known_km: float) -> float:
    """The longest run after a longest of `known_km` (LR-1): a tenth more, or a mile while it is short."""
    return max(LONG_STEP_UP * known_km, known_km + LONG_KM_UP if known_km < LONG_FROM_KM else 0.0)


def next_long_km(season: Season, legs: Legs, day: dt.date, week_km: float, days: int, progress: float) -> float:
    """The long run of a week: a usual share of it, growing towards the goal, never a spike (LR-1, LR-2, LR-3)."""
    goal = long_goal_km(season)
    known = legs.longest(day)
    start = legs.runs[0][1] if legs.runs else known
    wished = max(SHARE_USUAL[days] * week_km, start + (goal - start) * progress)
    most = most_long_km(known)
    if progress and known < LONG_FROM_KM and goal > FAR_GOAL * known:
        wished = most  # a mile a week while it is short
    return min(wished, goal, most, SHARE_MOST[days] * week_km)
