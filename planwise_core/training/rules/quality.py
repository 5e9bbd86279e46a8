"""Hard sessions: how big, how many, how far apart, how much of the whole (SCIENCE 2.4)."""

from __future__ import annotations

import datetime as dt
import math
from collections import defaultdict
from collections.abc import Iterator

from planwise_core.training.rules.season import EPSILON, RACES, Objection, Season, Session, WeekSums, Zone
from planwise_core.training.values import shown_distance, shown_duration
from planwise_core.training.workouts import CAPS as SESSION_CAPS

# Daniels: zone, share of the week's km, km at most, minutes at most.
CAPS: dict[Zone, tuple[float, float, float]] = {
    "M": (*SESSION_CAPS["marathon"], 110.0),
    "T": (*SESSION_CAPS["threshold"], math.inf),
    "I": (*SESSION_CAPS["interval"], math.inf),
    "R": (*SESSION_CAPS["rep"], math.inf),
}
CAP_ERROR = 1.25
CAP_ERROR_FROM_KM = 40.0  # below it published plans break the caps too
ZONE_NAMES: dict[Zone, str] = {
    "M": "marathon pace",
    "T": "threshold pace",
    "I": "interval pace",
    "R": "repetition pace",
}
A_WEEK = {"novice": 1, "intermediate": 2, "advanced": 3}  # 43 published plans: mean 1.14, most 3
VERY_HARD_A_WEEK = 2  # sessions at interval or repetition pace, whoever runs
EASY_WARNING = 0.75  # 80/20 is a safe default, not a truth: Munoz 2014, Festa 2020
EASY_ERROR_NOVICE = 0.65
EASY_WINDOW_WEEKS = 4


def q_1(season: Season) -> Iterator[Objection]:
    """Q-1: one session has more hard kilometres than the week can carry."""
    for week in season.weeks:
        usual_km = usual_km_of(season, week)
        for session in week.training:
            zone, limit = season.zone_of(session.type), most_work_km(season, session, usual_km)
            has_passed = season.today is not None and session.date < season.today
            if zone is None or has_passed or session.work_km <= limit + EPSILON:
                continue
            is_error = session.work_km > CAP_ERROR * limit + EPSILON and usual_km >= CAP_ERROR_FROM_KM
            yield Objection(
                "error" if is_error else "warning",
                week.number,
                f"'{session.workout.title}' in week {week.number} has "
                f"{shown_distance(session.work_km, season.units)} at {ZONE_NAMES[zone]}; "
                f"{shown_distance(limit, season.units)} is the most for about "
                f"{shown_distance(usual_km, season.units)} a week.",
                "Take out some of the hard part and run it easily instead.",
            )


def most_work_km(season: Season, session: Session, usual_km: float) -> float:
    """The most hard kilometres of a session for legs used to `usual_km` a week; infinite where there is no cap."""
    zone = season.zone_of(session.type)
    if zone is None or not session.work_km or not usual_km:
        return math.inf
    share, top_km, top_min = CAPS[zone]
    return min(share * usual_km, top_km, top_min * session.work_km / session.work_min)


def usual_km_of(season: Season, week: WeekSums) -> float:
    """The week, or the mean of the four before it: a down week or a taper does not shrink what the legs can take."""
    before = (*season.km_before, *season.lived_km[: week.number - 1])[-4:]
    return max(week.km, sum(before) / len(before) if before else 0.0)


def q_2(season: Season) -> Iterator[Objection]:
    """Q-2: more hard sessions in a week than the runner's level carries."""
    level = season.athlete.level
    most = A_WEEK[level or "advanced"]
    who = "" if level is None else " for a novice" if level == "novice" else f" for an {level} runner"
    for week in season.weeks:
        hard = [session for session in week.training if session.is_hard]
        very_hard = [session for session in hard if season.is_very_hard(session)]
        days = len({session.date for session in hard})
        very_hard_days = len({session.date for session in very_hard})
        if days > most:
            yield Objection(
                "warning",
                week.number,
                f"Week {week.number} has {days} hard days; {most} is enough{who}.",
                "Make one of them an easy run.",
            )
        elif very_hard_days > VERY_HARD_A_WEEK:
            yield Objection(
                "warning",
                week.number,
                f"Week {week.number} has {very_hard_days} days of intervals or repetitions; "
                f"{VERY_HARD_A_WEEK} is the most.",
                "Make one of them a tempo or an easy run.",
            )


def hard_days(season: Season) -> dict[int, list[Session]]:
    """Hard sessions by day (ordinal)."""
    days: dict[int, list[Session]] = defaultdict(list)
    for session in season.sessions:
        if session.is_hard:
            days[session.date.toordinal()].append(session)
    return days


def q_3(season: Season) -> Iterator[Objection]:
    """Q-3: two hard days in a row (none in 43 published plans)."""
    days = hard_days(season)
    for day, sessions in days.items():
        if after := days.get(day + 1):
            yield Objection(
                "error",
                after[0].week,
                f"'{sessions[0].workout.title}' on {sessions[0].date:%A} of week {sessions[0].week} is followed by "
                f"'{after[0].workout.title}' the very next day.",
                "Put an easy day or a rest day between them.",
            )


def q_5(season: Season) -> Iterator[Objection]:
    """Q-5: too little of four weeks' running time is easy. The hardest four weeks are told."""
    windows = [
        season.weeks[start : start + EASY_WINDOW_WEEKS]
        for start in range(max(len(season.weeks) - EASY_WINDOW_WEEKS, 0) + 1)
    ]
    shares = [
        (share, weeks)
        for weeks in windows
        if _may_still_change(season, weeks) and (share := _easy_share(weeks)) is not None
    ]
    share, weeks = min(shares, key=lambda pair: pair[0], default=(1.0, ()))
    if share >= EASY_WARNING - EPSILON:
        return
    hard_min = sum(session.work_min for week in weeks for session in week.training)
    yield Objection(
        "error" if season.athlete.level == "novice" and share < EASY_ERROR_NOVICE - EPSILON else "warning",
        weeks[-1].number,
        f"Only {math.floor(share * 100)} % of the running time of weeks {weeks[0].number} to {weeks[-1].number} is "
        f"easy ({shown_duration(hard_min * 60)} are hard).",
        f"Keep at least {round(EASY_WARNING * 100)} % easy.",
    )


def _may_still_change(season: Season, weeks: tuple[WeekSums, ...]) -> bool:
    """Whether any of the hard running of these weeks is still to come."""
    hard = [session.date for week in weeks for session in week.training if session.is_hard]
    return season.today is None or any(day >= season.today for day in hard)


def _easy_share(weeks: tuple[WeekSums, ...]) -> float | None:
    sessions = [session for week in weeks for session in week.training if session.type not in RACES]
    total = sum(session.minutes for session in sessions)
    return 1 - sum(session.work_min for session in sessions) / total if total else None


def q_3_long(season: Season) -> Iterator[Objection]:
    """Q-3-LONG: a hard day next to the long run; published plans do it, beginners should not, nor anybody in a week
    without an easy run.
    """
    days, long_days = hard_days(season), _long_days(season)
    triples = {day for first in _triples(days, long_days) for day in (first, first + 1, first + 2)}
    for day, long in long_days.items():
        for near in (day - 1, day + 1):
            hard = days.get(near)
            if not hard or day in days or {day, near} <= triples or _needs_48_h(season, hard, near, day):
                continue
            if hard[0].type == "race":
                continue
            week = season.weeks[long.week - 1]
            is_bare = all(session.is_hard or session.is_long for session in week.sessions)
            yield Objection(
                "warning" if season.athlete.level == "novice" or is_bare else "info",
                long.week,
                f"The long run of week {long.week} is next to '{hard[0].workout.title}'"
                + (", and no run of the week is easy." if is_bare else "."),
                "An easy day between them makes both better.",
            )


def q_3_48h(season: Season) -> Iterator[Objection]:
    """Q-3-48H: the long run comes the day after intervals, repetitions or hills."""
    days = hard_days(season)
    for day, long in _long_days(season).items():
        hard = days.get(day - 1)
        if hard and day not in days and _needs_48_h(season, hard, day - 1, day):
            yield Objection(
                "warning",
                long.week,
                f"The long run of week {long.week} comes the day after '{hard[0].workout.title}'.",
                "Leave 48 hours after intervals, repetitions and hills.",
            )


def q_3_three(season: Season) -> Iterator[Objection]:
    """Q-3-THREE: three hard days in a row, the long run counted (none in 43 published plans)."""
    days, long_days = hard_days(season), _long_days(season)
    for day in _triples(days, long_days):
        last = dt.date.fromordinal(day + 2)
        week = season.plan.week_of(last)
        yield Objection(
            "error",
            week,
            f"Three hard days in a row end on {last:%A} of week {week}.",
            "Make the middle one easy.",
        )


def _long_days(season: Season) -> dict[int, Session]:
    return {session.date.toordinal(): session for session in season.sessions if session.is_long}


def _triples(days: dict[int, list[Session]], long_days: dict[int, Session]) -> list[int]:
    """First days of three in a row that are hard or long, without two hard sessions in a row (that is Q-3)."""
    demanding = set(days) | set(long_days)
    return [
        day
        for day in sorted(demanding)
        if {day + 1, day + 2} <= demanding and not {day, day + 1} <= set(days) and not {day + 1, day + 2} <= set(days)
    ]


def _needs_48_h(season: Season, hard: list[Session], hard_day: int, long_day: int) -> bool:
    return hard_day == long_day - 1 and any(season.is_very_hard(session) for session in hard)
