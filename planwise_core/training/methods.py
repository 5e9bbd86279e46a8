"""Training methodologies as data: how each parameterises the engine.

Each is described by its parameters (SCIENCE 3), never by a person or a book. A method decides which sessions are run
in which phase, how many, and how the long run and the week are shaped; volume, safety and the runner's limits are
the engine's and stay the same for all.
"""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field

from planwise_core.training.plan import Phase, WorkoutType
from planwise_core.training.values import Value

Sessions = tuple[WorkoutType, ...]
SHORT, MIDDLE, MARATHON, ULTRA = "short", "middle", "marathon", "ultra"


class Method(Value):
    """How a methodology shapes a plan.

    `sessions` names, by phase, the hard sessions in turn: each week takes the next `hard[phase]` of them. `long` does
    so for the long run. A method without sessions of its own for a phase takes those of the race distance.
    """

    id: str
    name: str
    says: str
    run_days: tuple[int, int] = (2, 7)  # fewest, most
    usual_days: int | None = None  # where the runner names none
    hard: Mapping[Phase, int] = Field(default={"Base": 1, "Build": 2, "Peak": 2, "Maintenance": 1})
    sessions: Mapping[Phase, Sessions] = Field(default={})
    long: Mapping[Phase, Sessions] = Field(default={})
    long_cap_km: float = 99
    long_cap_min: int = 0  # 0: that of the distance
    long_every: int = 1  # a full long run every so many weeks
    base_share: float = 0.0  # of the loading weeks at least this much is Base
    growth: float = 1.0  # of the usual rise from first to peak week
    novice_hard: int = 1  # most hard sessions a week for a novice
    cross_per_week: int = 0
    strides: bool = True
    run_walk: bool = False
    medium_long: bool = False


METHODS: Mapping[str, Method] = {
    method.id: method
    for method in (
        Method(
            id="balanced",
            name="Balanced",
            says="Mostly easy running, one or two hard sessions a week that turn towards your race as it comes closer.",
        ),
        Method(
            id="aerobic_base",
            name="Aerobic base first",
            says="A long base of easy running without hard sessions, then hills, then speed, then fresh legs.",
            usual_days=6,
            hard={"Base": 0, "Build": 2, "Peak": 2, "Maintenance": 0},
            sessions={
                "Build": ("hills_long", "steady", "hills_short", "steady"),
                "Peak": ("vo2_long", "cruise_intervals", "reps", "tempo"),
            },
            base_share=0.55,
            growth=1.08,
            long_cap_min=150,
            medium_long=True,
        ),
        Method(
            id="two_quality",
            name="Two quality days",
            says="Two demanding days a week from the start, each mixing paces; every other day is as easy as you like.",
            usual_days=5,
            hard={"Base": 2, "Build": 2, "Peak": 2, "Maintenance": 2},
            sessions={
                "Base": ("reps", "tempo", "fartlek", "cruise_intervals"),
                "Build": ("vo2_long", "cruise_intervals", "reps", "tempo"),
                "Peak": ("cruise_intervals", "marathon_pace", "tempo", "vo2_long"),
            },
            long={"Base": ("long",), "Build": ("long", "long_progression"), "Peak": ("long_mp", "long")},
        ),
        Method(
            id="cumulative_fatigue",
            name="Cumulative fatigue",
            says="Six days a week on legs that stay a little tired: speed, then race pace; long runs are never huge.",
            usual_days=6,
            hard={"Base": 1, "Build": 2, "Peak": 2, "Maintenance": 1},
            sessions={
                "Base": ("marathon_pace",),
                "Build": ("vo2_short", "marathon_pace", "vo2_long", "marathon_pace"),
                "Peak": ("cruise_intervals", "marathon_pace"),
            },
            long={"Build": ("long",), "Peak": ("long",)},
            long_cap_km=26,  # 16 miles
            long_every=2,
            medium_long=True,
        ),
        Method(
            id="eighty_twenty",
            name="80/20",
            says="Four fifths of your running time truly easy, one fifth truly hard, and nothing in between.",
            usual_days=5,
            hard={"Base": 1, "Build": 2, "Peak": 2, "Maintenance": 1},
            sessions={
                "Base": ("hills_short", "fartlek"),
                "Build": ("vo2_long", "tempo", "thirty_thirty", "cruise_intervals"),
                "Peak": ("vo2_long", "cruise_intervals"),
                "Maintenance": ("fartlek", "tempo"),
            },
            long={"Build": ("long",), "Peak": ("long",)},
        ),
        Method(
            id="three_runs",
            name="Three runs and cross-training",
            says="Three runs a week, each with a purpose: track, tempo and long; the rest is cross-training.",
            run_days=(2, 3),
            usual_days=3,
            hard={"Base": 2, "Build": 2, "Peak": 2, "Maintenance": 2},
            sessions={
                "Base": ("reps", "tempo"),
                "Build": ("vo2_long", "tempo", "vo2_short", "cruise_intervals"),
                "Peak": ("vo2_long", "tempo"),
                "Maintenance": ("reps", "tempo"),
            },
            long={"Build": ("long",), "Peak": ("long", "long_progression")},
            cross_per_week=2,
            strides=False,
        ),
        Method(
            id="run_walk",
            name="Run and walk",
            says="Running with planned walking breaks, three or four days a week: the gentlest way.",
            run_days=(2, 4),
            usual_days=3,
            hard={"Base": 0, "Build": 0, "Peak": 0, "Maintenance": 0},
            long={"Base": ("run_walk",), "Build": ("run_walk",), "Peak": ("run_walk",), "Maintenance": ("run_walk",)},
            long_every=2,
            novice_hard=0,
            strides=False,
            run_walk=True,
        ),
    )
}

# The hard sessions of the race distance, for methods that name none (SCIENCE 2.1, 2.4 and 4).
BY_DISTANCE: Mapping[str, Mapping[Phase, Sessions]] = {
    SHORT: {
        "Base": ("fartlek", "hills_short", "tempo"),
        "Build": ("vo2_long", "tempo", "reps", "cruise_intervals"),
        "Peak": ("race_pace", "cruise_intervals", "vo2_long", "race_pace"),
        "Maintenance": ("fartlek", "tempo", "hills_short"),
    },
    MIDDLE: {
        "Base": ("fartlek", "tempo", "hills_short"),
        "Build": ("tempo", "vo2_long", "cruise_intervals", "fartlek"),
        "Peak": ("race_pace", "vo2_long", "tempo", "cruise_intervals"),
    },
    MARATHON: {
        "Base": ("fartlek", "tempo", "hills_short"),
        "Build": ("tempo", "vo2_long", "cruise_intervals", "marathon_pace"),
        "Peak": ("marathon_pace", "cruise_intervals", "tempo", "marathon_pace"),
    },
    ULTRA: {
        "Base": ("hills_short", "fartlek"),
        "Build": ("hills_long", "steady", "tempo", "steady"),
        "Peak": ("steady", "hills_long", "tempo"),
    },
}
LONG_BY_DISTANCE: Mapping[str, Mapping[Phase, Sessions]] = {
    SHORT: {},
    MIDDLE: {"Build": ("long", "long_progression"), "Peak": ("fast_finish", "long")},
    MARATHON: {"Build": ("long", "long_mp"), "Peak": ("long_mp", "long")},
    ULTRA: {},
}


def method_of(name: str) -> Method:
    """The method of this id; one that is not known counts as balanced."""
    return METHODS.get(name, METHODS["balanced"])
