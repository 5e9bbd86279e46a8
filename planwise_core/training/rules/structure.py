"""Inside a session: warm-up, bouts, recoveries, and whether the steps add up (SCIENCE 2.4, Q-4)."""

from __future__ import annotations

from collections.abc import Iterator

from planwise_core.training.plan import Repeat, Step, Workout
from planwise_core.training.rules.season import EPSILON, RACES, Objection, Season, Session, Severity, flat_steps
from planwise_core.training.values import shown_distance, shown_duration

WARM_UP_S = 600  # 10 to 15 minutes of easy running before and after
LEAST_WARM_UP_S = 300  # half of it: then it is worth a warning
BOUT_S = {"T": 1200, "I": 300, "R": 120}  # Daniels: T 5 to 20 min, I 3 to 5, R up to 2
LONG_TEMPO_S = 2400  # slower tempo and sub-threshold: up to 40 minutes
REST_MOST = {"I": 1.25}  # rest over bout: an equal time or less [a quarter more is background]
REST_LEAST = {"R": 2.0}  # two to three times the bout, or as far again
BRIEF = frozenset({"thirty_thirty", "hills_short", "hills_long", "fartlek", "vo2_short"})  # rest by their own rules
SAME_KM = 0.05  # what steps in metres may be off by [background]
SAME_GUESSED = 0.20  # … when paces must be guessed [background]
LEAST_OFF_KM = 0.2


def q_4(season: Season) -> Iterator[Objection]:
    """Q-4: a hard session has no real warm-up or cool-down, its bouts are too long, or its rests wrong."""
    for session in season.sessions:
        if session.is_hard and session.workout.steps and session.type not in RACES and not session.is_long:
            for severity, problem, advice in _problems(season, session):
                name = f"'{session.workout.title}' in week {session.week}"
                yield Objection(severity, session.week, f"{name} {problem}.", advice)


def _problems(season: Season, session: Session) -> Iterator[tuple[Severity, str, str]]:
    zone = season.zone_of(session.type)
    steps = list(flat_steps(session.workout))
    if zone in {"I", "R"}:
        yield from _frame_problems(season, steps)
    if zone not in BOUT_S:
        return
    longest = LONG_TEMPO_S if session.type == "sub_threshold" else BOUT_S[zone]
    bout = max((_seconds(season, step, session) for step, _ in steps if step.kind == "interval"), default=0.0)
    if bout > longest + EPSILON:
        yield (
            "warning",
            f"has a bout of {shown_duration(bout)}; {shown_duration(longest)} is the most at this pace",
            "Break it into shorter bouts with a jog between.",
        )
    if session.type not in BRIEF:
        yield from _rest_problems(season, session)


def _frame_problems(season: Season, steps: list[tuple[Step, int]]) -> Iterator[tuple[Severity, str, str]]:
    for kind, name in (("warmup", "warm-up"), ("cooldown", "cool-down")):
        parts = [step for step, _ in steps if step.kind == kind]
        if any(step.seconds is None and step.metres is None for step in parts):
            continue  # as long as the runner likes
        seconds = sum(_seconds(season, step) for step in parts)
        if seconds < WARM_UP_S - EPSILON:
            is_bad = kind == "warmup" and seconds < LEAST_WARM_UP_S - EPSILON
            has = f"has only {shown_duration(seconds)} of {name}" if seconds else f"has no {name}"
            yield "warning" if is_bad else "info", has, f"Run 10 to 15 minutes easily as a {name}."


def _rest_problems(season: Season, session: Session) -> Iterator[tuple[Severity, str, str]]:
    zone = season.zone_of(session.type) or ""
    for bout, rest in _pairs(session.workout):
        if bout.metres and rest.metres and rest.metres >= bout.metres:
            continue  # as far again is the usual rest on a track
        ratio = _seconds(season, rest, session) / max(_seconds(season, bout, session), EPSILON)
        if not ratio:
            continue  # until the runner is ready
        if ratio > REST_MOST.get(zone, 1000) + EPSILON:
            yield "warning", f"rests {ratio:.1f} times as long as it runs", "Rest as long as the bout, or less."
        if ratio < REST_LEAST.get(zone, 0) - EPSILON:
            yield "warning", f"rests only {ratio:.1f} times as long as it runs", "Rest two to three times the bout."


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
        flat = list(flat_steps(workout))
        if not flat or any(step.seconds is None and step.metres is None for step, _ in flat):
            continue
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


def _differ_min(found: float, stated: float, flat: list[tuple[Step, int]]) -> bool:
    share = SAME_KM if all(step.seconds for step, _ in flat) else SAME_GUESSED
    return abs(found - stated) > max(share * stated, 1) + EPSILON
