"""How a session is built: from a type and a size to warm-up, main part and cool-down.

Each recipe takes the session's kilometres, the kilometres of its hard part and the runner's aims, and gives a title
and steps. What the main part leaves over becomes the cool-down, so that the steps add up. SCIENCE 2.4, Q-4: 10 to 15
minutes of warm-up, threshold bouts of 5 to 20 minutes, intervals of 3 to 5, repetitions of at most 2 with two to
three times the rest.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

from planwise_core.training.aims import Aims, Zone, size_of, step
from planwise_core.training.plan import Repeat, Step, WorkoutType
from planwise_core.training.values import KM_PER_MILE

Steps = tuple[Step | Repeat, ...]


class Session(NamedTuple):
    title: str
    steps: Steps


Recipe = Callable[[float, float, Aims], Session]

WARM_UP_MIN = 12
COOL_DOWN_MIN = 10
LEAST_M = 400  # no warm-up or cool-down is shorter
LEAST_TEMPO_MIN = 5  # of a threshold bout, Q-4


def _metres(km: float) -> int:
    """To the nearest 100 m, and at least 100."""
    return max(100, round(km * 10) * 100)


def _running(km: float, aims: Aims, zone: Zone = "easy", note: str = "") -> Step:
    return step(aims.zones[zone], metres=_metres(km), note=note)


def times(count: int, *steps: Step) -> Steps:
    """`steps`, `count` times; once is not a repeat."""
    return steps if count <= 1 else (Repeat(count=count, steps=steps),)


def _framed(km: float, main: Steps, aims: Aims) -> Steps:
    """`main` between a warm-up and a cool-down that bring the whole to `km` (more, if `main` fills it)."""
    easy = aims.zones["easy"]
    rest_m = max((km - size_of(main).km) * 1000, 2 * LEAST_M)
    cool_down_m = min(aims.km_in(COOL_DOWN_MIN) * 1000, rest_m * COOL_DOWN_MIN / (WARM_UP_MIN + COOL_DOWN_MIN))
    cool_down_m = max(math.ceil(cool_down_m / 100) * 100, LEAST_M)
    warm_up_m = max(_metres((rest_m - cool_down_m) / 1000), LEAST_M)
    warm_up = step(easy, kind="warmup", metres=warm_up_m)
    return (warm_up, *main, step(easy, kind="cooldown", metres=cool_down_m))


def _plain(title: str, zone: Zone = "easy") -> Recipe:
    def recipe(km: float, _main_km: float, aims: Aims) -> Session:
        return Session(title, (_running(km, aims, zone),))

    return recipe


def _strides(km: float, _main_km: float, aims: Aims) -> Session:
    count = 4 if km < 8 else 6
    repeat = times(
        count,
        step(aims.zones["rep"], kind="interval", seconds=20, note="relaxed and quick"),
        step(aims.zones["easy"], kind="recovery", seconds=70),
    )
    easy_km = max(km - size_of(repeat).km, 0.4)
    return Session(f"Easy run with {count} strides", (_running(easy_km, aims), *repeat))


def _split_long(title: str, zone: Zone, share: float) -> Recipe:
    """A long run with a part of it at `zone`, at most `share` of its length."""

    def recipe(km: float, main_km: float, aims: Aims) -> Session:
        fast = max(int(min(main_km, share * km)), 1)
        after = 1.0 if zone == "marathon" and km - fast > 5 else 0.0
        parts = [_running(km - fast - after, aims), _running(fast, aims, zone)]
        if after:
            parts.append(step(aims.zones["easy"], kind="cooldown", metres=1000))
        return Session(title, tuple(parts))

    return recipe


def _block(title: str, zone: Zone) -> Recipe:
    """One unbroken stretch at `zone` between warm-up and cool-down."""

    def recipe(km: float, main_km: float, aims: Aims) -> Session:
        fast = max(int(main_km * 2) / 2, 0.5)
        return Session(title, _framed(km, (_running(fast, aims, zone),), aims))

    return recipe


def _tempo(km: float, main_km: float, aims: Aims) -> Session:
    """20 minutes in one piece at most; more is broken into bouts of about 10 with 2 minutes of jogging."""
    at, easy = aims.zones["threshold"], aims.zones["easy"]
    minutes = aims.minutes_for(main_km, "threshold")
    if minutes < 22:
        whole = max(LEAST_TEMPO_MIN, min(20, int(minutes)))
        return Session(f"Tempo {whole} min", _framed(km, (step(at, kind="interval", seconds=whole * 60),), aims))
    count = max(2, min(5, round(minutes / 11)))
    bout = max(6, min(15, int(minutes / count)))
    main = times(count, step(at, kind="interval", seconds=bout * 60), step(easy, kind="recovery", seconds=120))
    return Session(f"Tempo {count} × {bout} min", _framed(km, main, aims))


def _reps(
    title: str, zone: Zone, lengths: tuple[int, ...], longest_s: int, rest: float, least: int, most: int
) -> Recipe:
    """`n × metres` at `zone`: the longest of `lengths` that stays under `longest_s`; `rest` is a share of its time."""

    def recipe(km: float, main_km: float, aims: Aims) -> Session:
        at = aims.zones[zone]
        fitting = [each for each in lengths if each / 1000 * at.s_per_km <= longest_s] or [min(lengths)]
        enough = [each for each in fitting if main_km * 1000 >= least * each] or [min(fitting)]
        metres = max(enough)
        count = max(2, min(most, int(main_km * 1000 / metres + 0.05)))
        rest_s = max(30, round(metres / 1000 * at.s_per_km * rest / 15) * 15)
        main = times(
            count,
            step(at, kind="interval", metres=metres),
            step(aims.zones["easy"], kind="recovery", seconds=rest_s),
        )
        far = f"{metres / 1000:g} km" if metres >= 1000 else f"{metres} m"
        return Session(f"{title} {count} × {far}", _framed(km, main, aims))

    return recipe


def _race_pace(km: float, main_km: float, aims: Aims) -> Session:
    """Repeats at race pace: of five minutes at most where that is faster than threshold (Q-4), else of eight."""
    is_short_race = aims.zones["race"].s_per_km < aims.zones["threshold"].s_per_km
    lengths = (400, 600, 800, 1000, 1600, 2000)
    return _reps("Race pace", "race", lengths, 300 if is_short_race else 480, 0.5, 3, 8)(km, main_km, aims)


def _timed(title: str, zone: Zone, seconds: tuple[int, ...], rest_s: float, most: int, paced: bool = True) -> Recipe:
    """`n × time` at `zone`; a `rest_s` under 10 is a share of the bout. Hills go by effort, not by pace."""

    def recipe(km: float, main_km: float, aims: Aims) -> Session:
        at = aims.zones[zone]
        budget_s = main_km * at.s_per_km
        bout = max((each for each in seconds if budget_s >= 4 * each), default=min(seconds))
        count = max(2, min(most, int(budget_s / bout)))
        rest = rest_s if rest_s >= 10 else bout * rest_s
        main = times(
            count,
            step(at, kind="interval", seconds=bout, paced=paced),
            step(aims.zones["easy"], kind="recovery", seconds=rest),
        )
        length = f"{bout // 60} min" if bout % 60 == 0 else f"{bout} s"
        return Session(f"{title} {count} × {length}", _framed(km, main, aims))

    return recipe


def _progression(km: float, main_km: float, aims: Aims) -> Session:
    quick = max(round(min(main_km, 0.25 * km), 1), 0.5)
    steady = max(round(km / 3, 1), 0.5)
    easy = max(km - quick - steady, 0.5)
    steps = (_running(easy, aims), _running(steady, aims, "steady"), _running(quick, aims, "threshold"))
    return Session("Progression run", steps)


def _time_trial(km: float, main_km: float, aims: Aims) -> Session:
    far = 5 if main_km >= 4.5 else 3 if main_km >= 2.5 else 2
    hard = step(aims.zones["interval"], kind="interval", metres=far * 1000, note="as fast as you can hold")
    return Session(f"Time trial {far} km", _framed(km, (hard,), aims))


# Seconds of running between two walks, by easy pace in s per mile up to which they hold (SCIENCE 3).
# The longer ones of quicker paces are left out: a long run of so big pieces could not grow by a mile (LR-1).
RUN_WALK: tuple[tuple[float, int], ...] = (
    (480, 240), (510, 180), (570, 120), (645, 90), (735, 60), (870, 30), (945, 15),
    (math.inf, 10),
)  # fmt: skip
WALK_BREAK_S = 30


def run_walk_ratio(s_per_km: float) -> tuple[int, int]:
    """(seconds running, seconds walking) for this pace."""
    s_per_mile = s_per_km * KM_PER_MILE
    return next(run for pace, run in RUN_WALK if s_per_mile <= pace), WALK_BREAK_S


# The way from walking to half an hour of running: (seconds running, seconds walking) of each week.
RUN_WALK_LADDER: tuple[tuple[int, int], ...] = (
    (60, 90), (90, 90), (120, 90), (180, 90), (300, 120), (480, 120), (720, 90), (1200, 60), (1800, 60),
)  # fmt: skip
MOST_REPEATS = 60
CONTINUOUS_S = 1200  # from here on the ladder is running without a break


def run_walk(run_s: int, walk_s: int, km: float, aims: Aims) -> Session:
    """Walk, then run and walk in turn, then walk: about `km` in all, never more."""
    walk, easy = aims.zones["walk"], aims.zones["easy"]
    frame_s = 300 if km >= 2.5 else 120 if km >= 1.2 else 30

    def steps(count: int) -> Steps:
        main = times(count, step(easy, kind="active", seconds=run_s), step(walk, kind="recovery", seconds=walk_s))
        warm_up = step(walk, kind="warmup", seconds=frame_s, note="brisk walk")
        return (warm_up, *main, step(walk, kind="cooldown", seconds=frame_s, note="walk"))

    once = size_of(steps(1)).km
    block = size_of(steps(2)).km - once
    while (count := int((km - once) / block + 1.001)) > MOST_REPEATS:
        run_s, walk_s, once, block = run_s * 2, walk_s * 2, once + block, block * 2
    if count == 1 and run_s < CONTINUOUS_S:  # two shorter stretches are more than one
        whole, run_s = run_s, run_s // 120 * 60
        while run_s >= 60 and size_of(steps(2)).km > km:
            run_s -= 60
        run_s, count = (run_s, 2) if run_s >= 60 else (whole, 1)
    elif count < 1:  # too short for one whole block
        count = 1
        while run_s > 20 and size_of(steps(1)).km > km:
            run_s -= 300 if run_s > CONTINUOUS_S else 60 if run_s > 120 else 10
    title = f"Run {_clock(run_s)}, walk {_clock(walk_s)}" if count > 1 else f"Run {_clock(run_s)}"
    return Session(f"{title} × {count}" if count > 1 else title, steps(count))


def _clock(seconds: int) -> str:
    return f"{seconds // 60} min" if seconds % 60 == 0 else f"{seconds} s"


def _run_walk(km: float, _main_km: float, aims: Aims) -> Session:
    run_s, walk_s = run_walk_ratio(aims.zones["easy"].s_per_km)
    return run_walk(run_s, walk_s, km, aims)


def _race(title: str) -> Recipe:
    def recipe(km: float, _main_km: float, aims: Aims) -> Session:
        return Session(title, (step(aims.zones["marathon"], kind="interval", metres=km * 1000),))

    return recipe


def race_steps(km: float, seconds: float) -> Steps:
    """A race in one step, at even pace."""
    pace = max(round(seconds / km), 1)
    return (Step(kind="interval", metres=round(km * 1000), pace=(pace, pace), rpe=(8, 10)),)


RECIPES: Mapping[WorkoutType, Recipe] = {
    "easy": _plain("Easy run"),
    "recovery": _plain("Recovery run", "recovery"),
    "easy_strides": _strides,
    "medium_long": _plain("Medium-long run"),
    "long": _plain("Long run"),
    "long_progression": _split_long("Long run, steady at the end", "steady", 0.40),
    "long_mp": _split_long("Long run with marathon pace", "marathon", 0.60),
    "fast_finish": _split_long("Long run, fast at the end", "marathon", 0.25),
    "back_to_back": _plain("Second long run"),
    "run_walk": _run_walk,
    "walk": _plain("Walk", "walk"),
    "progression": _progression,
    "shakeout": _plain("Shake-out run"),
    "steady": _block("Steady run", "steady"),
    "marathon_pace": _block("Marathon pace", "marathon"),
    "tempo": _tempo,
    "cruise_intervals": _reps("Cruise intervals", "threshold", (800, 1000, 1600, 2000, 3000), 840, 0.20, 3, 8),
    "sub_threshold": _timed("Sub-threshold", "sub_threshold", (300, 360, 480, 600), 60, 6),
    "vo2_long": _reps("Intervals", "interval", (400, 600, 800, 1000, 1200), 300, 0.9, 3, 8),
    "vo2_short": _reps("Intervals", "interval", (200, 300, 400), 150, 1.0, 4, 16),
    "thirty_thirty": _timed("30/30s", "interval", (30,), 30, 24),
    "reps": _reps("Repetitions", "rep", (200, 300, 400), 120, 2.5, 4, 14),
    "hills_short": _timed("Hill sprints", "rep", (12,), 75, 10, paced=False),
    "hills_long": _timed("Hill repeats", "interval", (60, 90, 120, 180), 1.25, 8, paced=False),
    "fartlek": _timed("Fartlek", "interval", (60, 120), 1.0, 12),
    "race_pace": _race_pace,
    "time_trial": _time_trial,
    "tune_up_race": _race("Tune-up race"),
    "race": _race("Race"),
}
