"""Inside a session: warm-up, bouts, recoveries, and whether the steps add up (SCIENCE 2.4, Q-4)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from planwise_core.training.aims import size_of
from planwise_core.training.plan import Repeat, Step, Workout
from planwise_core.training.rules.season import EPSILON, RACES, Objection, Season, Session
from planwise_core.training.values import shown_distance, shown_duration

Steps = tuple[tuple[Step, int], ...]

WARM_UP_S = 600  # 10 to 15 minutes of easy running before and after
LEAST_WARM_UP_S = 300  # half of it: then each is worth a warning
NEARLY_S = 30  # steps are rounded to 100 m
BOUT_S = {"T": 1200, "I": 300, "R": 120}  # Daniels: T 5 to 20 min, I 3 to 5, R up to 2
LONG_TEMPO_S = 2400  # slower tempo and sub-threshold: up to 40 minutes
REST_MOST = {"I": 1.25}  # rest over bout: an equal time or less [a quarter more is background]
REST_LEAST = {"R": 2.0}  # two to three times the bout, or as far again
BRIEF = frozenset({"thirty_thirty", "hills_short", "hills_long", "fartlek", "vo2_short"})  # rest by their own rules
SAME_KM = 0.05  # what steps in metres may be off by [background]
SAME_GUESSED = 0.20  # … when paces must be guessed [background]
LEAST_OFF_KM = 0.2


def q_4(season: Season) -> Iterator[Objection]:
    """Q-4: a hard session has no real warm-up, its bouts are too long, or its rests wrong.

    Warm-ups and cool-downs that are only a little short are told once for the plan.
    """
    short: list[Session] = []
    for session in season.sessions:
        if not session.is_hard or not session.steps or session.type in RACES or session.is_long:
            continue
        for problem, advice in problems_of(season, session):
            name = f"'{session.workout.title}' in week {session.week}"
            yield Objection("warning", session.week, f"{name} {problem}.", advice)
        if season.is_open(session.week) and _has_short_frame(season, session):
            short.append(session)
    if short:
        yield Objection(
            "info",
            short[0].week,
            _named(short) + " less than 10 minutes of warm-up or cool-down.",
            "Run 10 to 15 minutes easily before and after.",
        )


def _named(sessions: list[Session]) -> str:
    first = sessions[0]
    if len(sessions) == 1:
        return f"'{first.workout.title}' in week {first.week} has"
    return f"{len(sessions)} hard sessions, the first in week {first.week}, have"


def problems_of(season: Season, session: Session) -> Iterator[tuple[str, str]]:
    """What is wrong with the parts of a hard session, and what to do about it."""
    zone = season.zone_of(session.type)
    warm_up = _frame_s(season, session, "warmup") if zone in {"I", "R"} else None
    if warm_up is not None and warm_up < LEAST_WARM_UP_S:
        has = f"has only {shown_duration(warm_up)} of warm-up" if warm_up else "has no warm-up"
        yield has, "Run 10 to 15 minutes easily first."
    if zone not in BOUT_S:
        return
    longest = LONG_TEMPO_S if session.type == "sub_threshold" else BOUT_S[zone]
    bout = max((_seconds(season, step, session) for step, _ in session.steps if step.kind == "interval"), default=0.0)
    if bout > longest + EPSILON:
        yield (
            f"has a bout of {shown_duration(bout)}; {shown_duration(longest)} is the most at this pace",
            "Break it into shorter bouts with a jog between.",
        )
    if session.type not in BRIEF:
        yield from _rest_problems(season, session)


def _has_short_frame(season: Season, session: Session) -> bool:
    """The warm-up or cool-down of a fast session is shorter than ten minutes."""
    if not season.is_very_hard(session):
        return False
    warm_up, cool_down = (_frame_s(season, session, kind) for kind in ("warmup", "cooldown"))
    is_told = warm_up is not None and warm_up < LEAST_WARM_UP_S
    return not is_told and any(part is not None and part < WARM_UP_S - NEARLY_S for part in (warm_up, cool_down))


def _frame_s(season: Season, session: Session, kind: str) -> float | None:
    """Seconds of warm-up or cool-down; None if the runner decides how long."""
    parts = [step for step, _ in session.steps if step.kind == kind]
    if any(step.seconds is None and step.metres is None for step in parts):
        return None
    return sum(_seconds(season, step) for step in parts)


def _rest_problems(season: Season, session: Session) -> Iterator[tuple[str, str]]:
    zone = season.zone_of(session.type) or ""
    for bout, rest in _pairs(session.workout):
        if bout.metres and rest.metres and rest.metres >= bout.metres:
            continue  # as far again is the usual rest on a track
        ratio = _seconds(season, rest, session) / max(_seconds(season, bout, session), EPSILON)
        if not ratio:
            continue  # until the runner is ready
        if ratio > REST_MOST.get(zone, math.inf) + EPSILON:
            yield f"rests {ratio:.1f} times as long as it runs", "Rest as long as the bout, or less."
        if ratio < REST_LEAST.get(zone, 0) - EPSILON:
            yield f"rests only {ratio:.1f} times as long as it runs", "Rest two to three times the bout."


def _pairs(workout: Workout) -> Iterator[tuple[Step, Step]]:
    """Each bout with the rest after it, in repeats."""
    for part in workout.steps:
        if isinstance(part, Repeat):
            for bout, rest in zip(part.steps, part.steps[1:], strict=False):
                if bout.kind == "interval" and rest.kind in {"recovery", "rest"}:
                    yield bout, rest


def _seconds(season: Season, step: Step, session: Session | None = None) -> float:
    if step.seconds is not None:
        return step.seconds
    return (step.metres or 0) * _pace_s(season, step, session) / 1000


def steps_sum(season: Season) -> Iterator[Objection]:
    """STEPS: the steps of a workout do not add up to its kilometres or minutes."""
    for session in season.sessions:
        workout = session.workout
        flat = session.steps
        if not flat or any(step.seconds is None and step.metres is None for step, _ in flat):
            continue
        if any(step.pace for step, _ in flat):
            km, minutes = size_of(workout.steps)
            seconds = minutes * 60
        else:
            seconds = sum(_seconds(season, step, session) * count for step, count in flat)
            km = sum(_metres(season, step, session) * count for step, count in flat) / 1000
        is_exact = all(step.metres for step, _ in flat)
        if workout.km is not None and _differ(km, workout.km, SAME_KM if is_exact else SAME_GUESSED):
            told, stated = shown_distance(km, season.units), shown_distance(workout.km, season.units)
        elif workout.km is None and workout.minutes and _differ_min(seconds / 60, workout.minutes, flat):
            told, stated = shown_duration(seconds), shown_duration(workout.minutes * 60)
        else:
            continue
        yield Objection(
            "warning",
            session.week,
            f"The steps of '{workout.title}' in week {session.week} add up to {told}, but it is {stated}.",
            "Make the steps and the size agree.",
        )


def _metres(season: Season, step: Step, session: Session) -> float:
    if step.metres is not None:
        return step.metres
    return _seconds(season, step, session) * 1000 / _pace_s(season, step, session)


def _pace_s(season: Season, step: Step, session: Session | None) -> float:
    if step.pace:
        return sum(step.pace) / 2
    return season.zone_pace_s(session.type) if session and step.kind == "interval" else season.easy_s


def _differ(found: float, stated: float, share: float) -> bool:
    return abs(found - stated) > max(share * stated, LEAST_OFF_KM) + EPSILON


def _differ_min(found: float, stated: float, flat: Steps) -> bool:
    share = SAME_KM if all(step.seconds for step, _ in flat) else SAME_GUESSED
    return abs(found - stated) > max(share * stated, 1) + EPSILON
