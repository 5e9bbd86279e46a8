"""What depends on who runs: age, experience, injuries, time off (SCIENCE 2.1, 2.6)."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from planwise_core.training.conditions import FREE_DAYS_OFF, return_load
from planwise_core.training.rules.quality import hard_days
from planwise_core.training.rules.season import EPSILON, HISTORY_WEEKS, Objection, Season, Session
from planwise_core.training.rules.volume import MIN_RUN_DAYS, SHORT_PLAN_WEEKS, WEEKS_UP_WARNING, stretches_up
from planwise_core.training.values import shown_distance

# Race km up to, weeks that are too few for someone whose longest run is under LEAD_SHARE of the race.
LEAD_WEEKS = ((13.0, 8), (25.0, 10), (math.inf, 12))
LEAD_SHARE = 0.40
ADULT = 18
YOUTH_FROM_KM = 42.0
MASTERS = 50
MASTERS_EASY_DAYS = 2
MASTERS_WEEKS_UP = 4  # a down week every third; from four without one it is told
BEGINNER_KM = 5.0  # who runs less a week starts with run-walk [background]
BEGINNER_WEEKS = 2
PAIN = 3  # of 10: more is not to be trained through (Vincent 2017)
PAIN_WEEKS = 2
DOUBLE_HARD_KM = 80.0  # two hard sessions a day only for adults with years of base
QUALITY_FROM_LOAD = 0.75
RETURN_SLACK = 1.10  # [background]
_DAY = dt.timedelta(days=1)
ALWAYS_KM = 9.0  # three short runs a week are not too much for anybody who may run again [background]


def lead_in(season: Season) -> Iterator[Objection]:
    """LEAD-1: the race is too close for someone whose longest run is a small part of it."""
    race_km, race_date = season.race_km, season.race_date
    longest = season.longest_lately_km
    if not race_km or not race_date or longest is None:
        return
    begin = max(season.plan.start_date, season.today or season.plan.start_date)
    weeks = (race_date - begin).days / 7
    least = next(least for up_to, least in LEAD_WEEKS if race_km <= up_to)
    if 0 < weeks < least - 1 and longest < LEAD_SHARE * race_km - EPSILON:
        yield Objection(
            "warning",
            season.plan.week_of(race_date),
            f"The race is {round(weeks)} weeks away and the longest run lately was "
            f"{shown_distance(longest, season.units)}: that is short for {shown_distance(race_km, season.units)}.",
            f"Run to finish only, or choose a race at least {least} weeks away.",
        )


def youth(season: Season) -> Iterator[Objection]:
    """YOUTH-1: no marathon or longer under 18."""
    age, race_km = season.athlete.age, season.race_km
    if age is not None and age < ADULT and race_km and race_km >= YOUTH_FROM_KM:
        yield Objection(
            "error",
            None,
            f"A race of {shown_distance(race_km, season.units)} is not for a runner of {age}.",
            f"Choose a half marathon or less until {ADULT}.",
        )


def masters_easy_days(season: Season) -> Iterator[Objection]:
    """MASTERS-1: from 50 on, two easy days after intervals, repetitions or hills."""
    if (season.athlete.age or 0) < MASTERS:
        return
    days = hard_days(season)
    for day, sessions in days.items():
        after = days.get(day + MASTERS_EASY_DAYS)
        if after and any(season.is_very_hard(session) for session in sessions):
            yield Objection(
                "warning",
                after[0].week,
                f"'{after[0].workout.title}' on {after[0].date:%A} of week {after[0].week} comes two days after "
                f"'{sessions[0].workout.title}'; from {MASTERS} on the legs need two easy days between.",
                "Move it a day later.",
            )


def masters_down_weeks(season: Season) -> Iterator[Objection]:
    """MASTERS-2: from 50 on, every third week is an easier one."""
    if (season.athlete.age or 0) < MASTERS or len(season.weeks) < SHORT_PLAN_WEEKS:
        return
    for first, last in stretches_up(season):
        if MASTERS_WEEKS_UP <= last - first + 1 < WEEKS_UP_WARNING:
            yield Objection(
                "warning",
                last,
                f"Weeks {first} to {last} are {last - first + 1} weeks without an easier one; from {MASTERS} on "
                "every third should be.",
                "Make every third week 10 to 25 % shorter.",
            )


def beginner(season: Season) -> Iterator[Objection]:
    """BEGIN-1: someone who hardly runs starts with running and walking."""
    athlete = season.athlete
    if athlete.level != "novice" or athlete.weekly_km >= BEGINNER_KM or season.km_before_high >= BEGINNER_KM:
        return
    for week in season.weeks[:BEGINNER_WEEKS]:
        running = [session for session in week.training if session.type not in {"run_walk", "walk"}]
        if running:
            yield Objection(
                "warning",
                week.number,
                f"'{running[0].workout.title}' in week {week.number} is running without a break, for someone who runs "
                f"{shown_distance(athlete.weekly_km, season.units)} a week.",
                "Begin with running and walking in turn.",
            )


def injured(season: Season) -> Iterator[Objection]:
    """INJURY-1: hard running is planned while something hurts."""
    pain = max((injury.pain or 0 for injury in season.athlete.injuries if injury.current), default=0)
    if pain <= PAIN:
        return
    part = next(injury.name for injury in season.athlete.injuries if injury.current and injury.pain == pain)
    for week in season.open_weeks[:PAIN_WEEKS]:
        to_come = [session for session in week.sessions if season.today is None or session.date >= season.today]
        if hard := next((session for session in to_come if session.is_hard), None):
            yield Objection(
                "warning",
                week.number,
                f"'{hard.workout.title}' in week {week.number} is hard running with a {part} that hurts {pain} of 10.",
                "Rest or run easily until the pain is 3 or less, and see a doctor if it stays.",
            )


def double_hard(season: Season) -> Iterator[Objection]:
    """DOUBLE-1: two hard sessions on one day."""
    for sessions in hard_days(season).values():
        if len(sessions) > 1:
            week = season.weeks[sessions[0].week - 1]
            yield Objection(
                "error" if week.km < DOUBLE_HARD_KM else "warning",
                week.number,
                f"{sessions[0].date:%A} of week {week.number} has {len(sessions)} hard sessions, in a week of "
                f"{week.shown(season.units)}; that is for those who have run "
                f"{shown_distance(DOUBLE_HARD_KM, season.units)} a week for years.",
                "Keep one of them and make the other an easy run.",
            )


def doubles(season: Season) -> Iterator[Objection]:
    """DOUBLE-2: two runs on one day, and the runner did not ask for that."""
    if season.athlete.doubles:
        return
    by_day: dict[dt.date, list[Session]] = defaultdict(list)
    for session in season.sessions:
        by_day[session.date].append(session)
    for day, sessions in by_day.items():
        if len(sessions) > 1 and sum(session.is_hard for session in sessions) < 2:
            week = sessions[0].week
            yield Objection(
                "warning",
                week,
                f"{day:%A} of week {week} has {len(sessions)} runs.",
                "Join them, or say in the settings that two runs a day are welcome.",
            )


def breaks(season: Season) -> Iterator[tuple[int, dt.date]]:
    """Days off, and the first day back, of each break of six days or more that ends in the plan.

    Days without a run count, but where the runner has told of days off, only those, not the rest days around them.
    """
    days = sorted({*(run.date for run in season.runs if run.km), *(session.date for session in season.sessions)})
    run_days = median([week.run_days for week in season.weeks if week.run_days] or [0])
    usual = FREE_DAYS_OFF if run_days >= MIN_RUN_DAYS else 7  # between two runs of who runs twice a week
    for before, back in pairwise(days):
        off, first = (back - before).days - 1, back
        told = [away for away in season.athlete.away if away.first < back and away.last > before]
        if told:
            end = min(max(away.last for away in told) + _DAY, back)
            told_days = (end - max(min(away.first for away in told), before + _DAY)).days
            off, first = (told_days, end) if off - told_days <= usual else (off, first)
        if off > (FREE_DAYS_OFF if told else usual) and back >= season.plan.start_date:
            yield off, first
    if not any(run.km for run in season.runs) and days:
        for away in season.athlete.away:
            off = (away.last - away.first).days + 1
            if off > FREE_DAYS_OFF and away.last < days[0] <= away.last + dt.timedelta(weeks=1):
                yield off, days[0]


class Back(NamedTuple):
    """Seven days on the way back from `off` days: from `first` to the day before `end`, of a return at day `since`."""

    off: int
    since: int
    first: dt.date
    end: dt.date
    km: float
    allowed_km: float
    usual_km: float

    @property
    def most_km(self) -> float:
        """What RETURN-1 lets pass."""
        return max(RETURN_SLACK * self.allowed_km, ALWAYS_KM)

    @property
    def is_too_much(self) -> bool:
        return self.km > self.most_km + EPSILON and self.allowed_km < self.usual_km


def weeks_back(season: Season) -> Iterator[Back]:
    """The ways back from every break, seven days at a time; from one before the plan no more is known (PROG-4)."""
    for off, back in breaks(season):
        index = season.plan.week_of(back - dt.timedelta(days=off)) - 1
        before = (*season.km_before, *season.lived_km)[: len(season.km_before) + max(index, 0)][-HISTORY_WEEKS:]
        if index < 0 or not before:
            continue
        usual = max(before)
        for since in range(0, off, 7):
            allowed = usual * sum(return_load(off, since + day) for day in range(7)) / 7
            first = back + dt.timedelta(days=since)
            end = first + dt.timedelta(days=7)
            km = sum(s.km for s in season.sessions if first <= s.date < end and s.type != "race")
            yield Back(off, since, first, end, km, allowed, usual)


def return_volume(season: Season) -> Iterator[Objection]:
    """RETURN-1: after a break, too much too soon."""
    for back in weeks_back(season):
        if back.is_too_much:
            yield Objection(
                "warning",
                season.plan.week_of(back.first),
                f"Days {back.since + 1} to {back.since + 7} after {back.off} days off have "
                f"{shown_distance(back.km, season.units)}; "
                f"before them it was {shown_distance(back.usual_km, season.units)} a week.",
                f"Run {shown_distance(back.allowed_km, season.units)} or less.",
            )


def too_early(season: Season) -> Iterator[tuple[int, int, Session]]:
    """Days off, days back and the session, of each that is hard before the load is back."""
    for off, back in breaks(season):
        for session in season.sessions:
            day = (session.date - back).days
            is_early = day >= 0 and return_load(off, day) < QUALITY_FROM_LOAD - EPSILON
            if is_early and session.is_hard and session.type != "race":
                yield off, day, session


def return_quality(season: Season) -> Iterator[Objection]:
    """RETURN-2: hard running before three quarters of the load are back. The first after each break is told."""
    told: set[dt.date] = set()
    for off, day, session in too_early(season):
        back = session.date - dt.timedelta(days=day)
        if back not in told:
            told.add(back)
            yield Objection(
                "warning",
                session.week,
                f"'{session.workout.title}' in week {session.week} comes {day + 1} days into the return from "
                f"{off} days off.",
                "Run easily until three quarters of the usual kilometres are back.",
            )


PHASE_ORDER = ("Base", "Build", "Peak", "Taper", "Race")


def phases(season: Season) -> Iterator[Objection]:
    """PHASE-1: the phases run backwards without a race between."""
    furthest = -1
    for number, week in enumerate(season.plan.weeks, 1):
        order = PHASE_ORDER.index(week.phase) if week.phase in PHASE_ORDER else None
        if order is None:
            furthest = -1
        elif order < furthest:
            yield Objection(
                "info",
                number,
                f"Week {number} goes back to {week.phase} after {PHASE_ORDER[furthest]}.",
                "Let base, build, peak and taper follow each other.",
            )
            furthest = order
        else:
            furthest = -1 if week.phase == "Race" else order
