"""The long run: how far it may jump, how much of the week it may be, how long it may last (SCIENCE 2.3)."""

from __future__ import annotations

import datetime as dt
import math
from collections import deque
from collections.abc import Iterator

from planwise_core.training.rules.season import (
    EPSILON,
    LONG,
    LOOK_BACK_DAYS,
    RACES,
    Objection,
    Season,
    Session,
    flat_steps,
)
from planwise_core.training.values import shown_distance, shown_duration

SPIKE_WARNING = 1.10  # Frandsen 2025, BJSM 109380: over the 30-day longest by more than 10 %, injury rate x1.64
SPIKE_ERROR = 1.30  # 1 of 52 published marathon plans
SPIKE_ERROR_CAREFUL = 1.20  # for beginners, returners, the recently injured
SHORT_STEP_KM = 1.6  # below 16 km a mile more is allowed
SHARE_TOP = 0.60
SHARE_DAYS = 2.0  # share <= 2 / run days: published medians .47 (3 days) to .22 (7 days)
SHARE_ERROR = 0.20  # on top; 1 of 1,235 published weeks
LONG_MIN = 150.0  # Daniels
LONG_MIN_MARATHON = 180.0  # Hansons, Pfitzinger 3 h to 3.5 h
LONG_MIN_ERROR = 210.0
MARATHON_FROM_KM = 40.0
ULTRA_FROM_KM = 45.0
# Ultra: race km up to, longest single run h, both runs of a weekend h (coaching convention, SCIENCE 2.3).
ULTRA_HOURS = ((55.0, 4.0, 6.0), (85.0, 5.5, 8.0), (110.0, 6.0, 10.0), (math.inf, 7.0, 12.0))
# Longest run of published plans, km: race km up to, race they were for, shortest longest, longest longest.
LONGEST_KM = (
    (7.5, 5.0, 5.0, 21.0), (13.0, 10.0, 9.0, 24.0), (25.0, 21.0975, 16.0, 32.0), (ULTRA_FROM_KM, 42.195, 24.0, 42.0),
)  # fmt: skip
LONG_ENOUGH = 0.93  # of the longest time of LR-3: who is slow need not run further
MIN_RUNS_FOR_SHARE = 2
EASY_TOLERANCE = 1.02  # watches and roads differ by that much [background]
LATE_LONG_FROM_WEEK = 5


def lr_1(season: Season) -> Iterator[Objection]:
    """LR-1: a run is much longer than the longest of the 30 days before it. The worst of each week is told."""
    worst: dict[int, tuple[float, Session, float]] = {}
    for session, longest in with_longest_before(season):
        is_small = session.km - longest <= SHORT_STEP_KM + EPSILON
        ratio = session.km / longest
        if session.type != "race" and not is_small and ratio > SPIKE_WARNING + EPSILON:
            worst[session.week] = max(
                worst.get(session.week, (0.0, session, 0.0)), (ratio, session, longest), key=_first
            )
    for week, (ratio, session, longest) in worst.items():
        top = SPIKE_ERROR_CAREFUL if is_careful(season, session.date) else SPIKE_ERROR
        is_error = ratio > top + EPSILON and session.type not in RACES
        yield Objection(
            "error" if is_error else "warning",
            week,
            f"The {shown_distance(session.km, season.units)} on {session.date:%A} of week {week} are "
            f"{round((ratio - 1) * 100)} % longer than the longest run of the 30 days before "
            f"({shown_distance(longest, season.units)}).",
            f"Run {shown_distance(max(SPIKE_WARNING * longest, longest), season.units)} at most.",
        )


def _first(item: tuple[float, Session, float]) -> float:
    return item[0]


def with_longest_before(season: Season) -> Iterator[tuple[Session, float]]:
    """Each run with the longest of the 30 days before it; where nothing is known from before, from week 2 on."""
    done = deque(sorted(_done_runs(season)))
    first_week = 1 if done else 2
    for session in season.sessions:
        since = session.date - dt.timedelta(days=LOOK_BACK_DAYS)
        while done and done[0][0] < since:
            done.popleft()
        longest = max((km for day, km in done if day < session.date), default=0.0)
        if longest > EPSILON and session.week >= first_week:
            yield session, longest
        if not (season.is_recorded and season.today and session.date < season.today):
            done.append((session.date, session.km))


def _done_runs(season: Season) -> list[tuple[dt.date, float]]:
    done = [(run.date, run.km) for run in season.runs if run.km]
    if season.athlete.longest_lately_km:
        done.append((season.plan.start_date - dt.timedelta(days=1), season.athlete.longest_lately_km))
    return done


RECENT_INJURY_DAYS = 90  # [background]
LONG_BREAK_DAYS = 14  # 80/20: more than two weeks off counts as a break
BACK_DAYS = 28  # Daniels: as long again as the break; four weeks is the longest ramp checked


def is_careful(season: Season, day: dt.date) -> bool:
    """A beginner, someone who was hurt lately, or someone just back from a break."""
    athlete = season.athlete
    hurt = any(
        injury.current or (injury.since and (day - injury.since).days <= RECENT_INJURY_DAYS)
        for injury in athlete.injuries
    )
    back = any(
        (away.last - away.first).days + 1 >= LONG_BREAK_DAYS and 0 < (day - away.last).days <= BACK_DAYS
        for away in athlete.away
    )
    return athlete.level == "novice" or hurt or back


def lr_2(season: Season) -> Iterator[Objection]:
    """LR-2: one run is too much of the week for so few run days. Of a week cut short by time off it says nothing."""
    for week in season.weeks:
        longest = week.longest
        if longest is None or week.has_race or week.run_days < MIN_RUNS_FOR_SHARE or not week.km:
            continue
        if season.today and longest.date < season.today:
            continue  # it has been run
        monday = season.plan.day(week.number, "mon")
        is_cut_short = season.is_away_between(monday, monday + dt.timedelta(weeks=1))
        if is_cut_short or season.plan.weeks[week.number - 1].phase in {"Recovery", "Race"}:
            continue
        limit = min(SHARE_TOP, SHARE_DAYS / week.run_days)
        share = longest.km / week.km
        if share > limit + EPSILON:
            yield Objection(
                "error" if share > limit + SHARE_ERROR + EPSILON else "warning",
                week.number,
                f"The longest run of week {week.number} ({shown_distance(longest.km, season.units)}) is "
                f"{round(share * 100)} % of its {week.shown(season.units)}; on {week.run_days} run days "
                f"{round(limit * 100)} % is enough.",
                "Shorten it, or give the other days more.",
            )


def lr_3(season: Season) -> Iterator[Objection]:
    """LR-3: a run, or an ultra runner's weekend, lasts too long."""
    race_km = season.race_km or 0.0
    if race_km >= ULTRA_FROM_KM:
        yield from _ultra_hours(season, race_km)
        return
    limit = LONG_MIN_MARATHON if race_km >= MARATHON_FROM_KM else LONG_MIN
    for week in season.weeks:
        longest = max(week.training, key=lambda session: session.minutes, default=None)
        if longest is None or longest.type in RACES or longest.minutes <= limit:
            continue
        is_sure = season.fitness is not None or longest.workout.minutes is not None
        yield Objection(
            "error" if longest.minutes > LONG_MIN_ERROR and is_sure else "warning",
            week.number,
            f"The run on {longest.date:%A} of week {week.number} takes {_hours(longest)}; "
            f"after {shown_duration(limit * 60)} it costs more than it gives.",
            f"Stop at {shown_duration(limit * 60)}, whatever the distance.",
        )


def _ultra_hours(season: Season, race_km: float) -> Iterator[Objection]:
    run_h, weekend_h = next((run, weekend) for up_to, run, weekend in ULTRA_HOURS if race_km <= up_to)
    for week in season.weeks:
        training = [session for session in week.training if session.type not in RACES]
        longest = max(training, key=lambda session: session.minutes, default=None)
        weekend = sum(session.minutes for session in training if session.date.weekday() >= 5)
        if longest and longest.minutes > run_h * 60:
            yield Objection(
                "warning",
                week.number,
                f"The run on {longest.date:%A} of week {week.number} takes {_hours(longest)}; "
                f"{run_h:g} h is the most that helps for this race.",
                "Shorten it and run again the next day instead.",
            )
        elif weekend > weekend_h * 60:
            yield Objection(
                "warning",
                week.number,
                f"The weekend of week {week.number} has {shown_duration(weekend * 60)} of running; "
                f"{weekend_h:g} h is the most that helps for this race.",
                "Make the second day half to three quarters of the first.",
            )


def _hours(session: Session) -> str:
    return ("" if session.workout.minutes else "about ") + shown_duration(session.minutes * 60)


def lr_4(season: Season) -> Iterator[Objection]:
    """LR-4: the longest run of the plan is shorter or longer than in any published plan for the distance."""
    race_km, units = season.race_km, season.units
    sized = [s for week in season.weeks for s in week.training if s.type not in RACES]
    longest = max(sized, key=lambda session: session.km, default=None)
    if not race_km or race_km >= ULTRA_FROM_KM or longest is None:
        return
    if longest.workout.km is None or longest.type in {"run_walk", "walk"}:  # those go by time
        return
    standard, low, high = next(row[1:] for row in LONGEST_KM if race_km <= row[0])
    low *= min(race_km / standard, 1.0)  # 15 km asks for less than the half marathon it is counted with
    is_short = longest.km < low - EPSILON
    limit = LONG_MIN_MARATHON if race_km >= MARATHON_FROM_KM else LONG_MIN
    if low - EPSILON <= longest.km <= high or (is_short and longest.minutes >= LONG_ENOUGH * limit):
        return
    yield Objection(
        "warning",
        longest.week,
        f"The longest run is {shown_distance(longest.km, units)}; plans for this distance reach "
        + (f"at least {shown_distance(low, units)}." if is_short else f"{shown_distance(high, units)} at most."),
        "Give the long run more weeks to grow, or plan to finish only." if is_short else "Shorten it.",
    )


def lr_5(season: Season) -> Iterator[Objection]:
    """LR-5: a long run is planned faster than easy, or has race-pace parts too early or for a beginner."""
    for session in season.sessions:
        if not session.is_long:
            continue
        if session.is_hard:
            if season.athlete.level == "novice" or session.week < LATE_LONG_FROM_WEEK:
                yield Objection(
                    "warning",
                    session.week,
                    f"The long run of week {session.week} has faster parts ("
                    + ("not for beginners" if season.athlete.level == "novice" else "they belong in week 5 or later")
                    + ").",
                    "Run all of it easily.",
                )
        elif _is_faster_than_easy(season, session):
            yield Objection(
                "warning",
                session.week,
                f"The long run of week {session.week} is planned faster than easy pace.",
                "Slow down to easy pace: the time on the feet is what counts.",
            )


def _is_faster_than_easy(season: Season, session: Session) -> bool:
    pace = min((step.pace[0] for step, _ in flat_steps(session.workout) if step.pace), default=None)
    return season.fitness is not None and pace is not None and pace * EASY_TOLERANCE < season.paces.easy[0]


BACK_TO_BACK = (0.50, 0.75)  # second day over first [second-hand]


def lr_6(season: Season) -> Iterator[Objection]:
    """LR-6: the second of two long days is longer than three quarters of the first."""
    by_day = {session.date: session for session in season.sessions if session.type in LONG}
    for session in season.sessions:
        first = by_day.get(session.date - dt.timedelta(days=1))
        if session.type != "back_to_back" or first is None:
            continue
        part = session.minutes / max(first.minutes, 1)
        if part > BACK_TO_BACK[1] + EPSILON or part < BACK_TO_BACK[0] - EPSILON:
            yield Objection(
                "warning" if part > BACK_TO_BACK[1] else "info",
                session.week,
                f"The second long day of week {session.week} takes {round(part * 100)} % as long as the first.",
                "Make it half to three quarters of the first.",
            )
