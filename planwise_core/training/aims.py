"""What to aim at: for each training zone the pace, the heart rate and the effort of one runner.

Paces come from fitness (VDOT); heart rate in % of maximum and effort (RPE, 1 to 10) from SCIENCE 1.2's anchors.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from planwise_core.training.paces import oxygen_cost, paces, race_time_s
from planwise_core.training.plan import Repeat, Step, StepKind, Workout

Zone = Literal[
    "walk", "recovery", "easy", "steady", "marathon", "race", "sub_threshold", "threshold", "interval", "rep"
]  # fmt: skip
Span = tuple[int, int]

EASY_SLOW = 0.630  # fraction of VDOT at the slow end of easy running, SCIENCE 1.2
LOWEST, HIGHEST = 20.0, 85.0  # VDOT outside is not a pace anyone trains at; the published table covers 30 to 85

# (heart rate in % of maximum, RPE): Daniels' anchors, SCIENCE 1.2; steady lies between easy and marathon pace.
ANCHORS: dict[Zone, tuple[Span | None, Span]] = {
    "walk": (None, (1, 2)),
    "recovery": ((60, 72), (1, 3)),
    "easy": ((65, 79), (2, 4)),
    "steady": ((80, 85), (4, 5)),
    "marathon": ((80, 89), (4, 6)),
    "race": ((85, 92), (6, 8)),  # of a half marathon or 10 km; see `aims_for`
    "sub_threshold": ((85, 90), (5, 6)),
    "threshold": ((88, 92), (6, 7)),
    "interval": ((95, 100), (8, 9)),
    "rep": (None, (8, 9)),
}


class Aim(NamedTuple):
    """The target of a step: pace in s/km (faster first), heart rate in % of maximum, RPE."""

    pace: Span
    hr: Span | None
    rpe: Span

    @property
    def s_per_km(self) -> float:
        return (self.pace[0] + self.pace[1]) / 2


class Aims(NamedTuple):
    """All aims of one runner, `race` among them: the pace that fitness promises for the goal's distance."""

    vdot: float
    zones: dict[Zone, Aim]

    def km_in(self, minutes: float, zone: Zone = "easy") -> float:
        return minutes * 60 / self.zones[zone].s_per_km

    def minutes_for(self, km: float, zone: Zone = "easy") -> float:
        return km * self.zones[zone].s_per_km / 60


@lru_cache(maxsize=256)
def aims_for(vdot: float, race_km: float = 21.0975) -> Aims:
    """The aims of a runner of this VDOT, held between 20 and 85, whose goal is a race of `race_km`."""
    vdot = round(min(max(vdot, LOWEST), HIGHEST), 1)
    at = paces(vdot)
    fast, slow = at.easy
    race = predicted_s(vdot, race_km) / race_km
    spans: dict[Zone, tuple[float, float]] = {
        "walk": (600, 690),  # 5.2 to 6 km/h, a brisk walk
        "recovery": (slow, slow * 1.06),
        "easy": (fast, slow),
        "steady": (at.marathon * 1.05, at.marathon * 1.10),
        "marathon": (at.marathon - 4, at.marathon + 4),
        "race": (race - 3, race + 3),
        "sub_threshold": (at.threshold + 5, at.threshold + 10),
        "threshold": (at.threshold - 3, at.threshold + 3),
        "interval": (at.interval - 3, at.interval + 3),
        "rep": (at.repetition - 3, at.repetition + 3),
    }
    zones = {
        zone: Aim((round(span[0]), round(span[1])), hr, rpe)
        for zone, (hr, rpe) in ANCHORS.items()
        for span in (spans[zone],)
    }
    return Aims(vdot, zones)


def aims_in(workouts: Iterable[Workout]) -> Aims:
    """The aims these workouts were made with, read off the first easy step; VDOT 38 where there is none."""
    for workout in workouts:
        for step in workout.steps:
            if isinstance(step, Step) and step.pace and step.hr == ANCHORS["easy"][0]:
                cost = oxygen_cost(60_000 / step.pace[1])
                return aims_for(cost / EASY_SLOW)
    return aims_for(38)


@lru_cache(maxsize=4096)
def step(
    aim: Aim, *, kind: StepKind = "active", seconds: float = 0, metres: float = 0, note: str = "", paced: bool = True
) -> Step:
    """A step at this aim, of `seconds` or of `metres`. Without `paced` it goes by effort (hills)."""
    return Step(
        kind=kind,
        seconds=round(seconds) or None,
        metres=round(metres) or None,
        pace=aim.pace if paced else None,
        hr=aim.hr if paced else None,
        rpe=aim.rpe,
        note=note,
    )


class Size(NamedTuple):
    km: float
    minutes: float


WALK_FROM_S = 600  # s/km, 6 km/h
UNPACED_S_PER_KM = 420.0  # a step that goes by effort, in a workout that tells no pace at all


def size_of(steps: Iterable[Step | Repeat]) -> Size:
    """What the steps add up to. A paced step counts at the middle of its range, one without as the slowest paced."""
    flat = [
        (single, part.count if isinstance(part, Repeat) else 1)
        for part in steps
        for single in (part.steps if isinstance(part, Repeat) else (part,))
    ]
    middles = [sum(single.pace) / 2 for single, _ in flat if single.pace and not _is_walk(single)]
    usual = max(middles, default=UNPACED_S_PER_KM)
    km = minutes = 0.0
    for single, times in flat:
        s_per_km = sum(single.pace) / 2 if single.pace else usual
        metres = single.metres if single.metres else (single.seconds or 0) / s_per_km * 1000
        km += times * metres / 1000
        minutes += times * metres / 1000 * s_per_km / 60
    return Size(km, minutes)


def _is_walk(step: Step) -> bool:
    """Whether this is a walk: by its effort, or by its pace where none is told."""
    return step.rpe[1] <= ANCHORS["walk"][1][1] if step.rpe else bool(step.pace and step.pace[1] >= WALK_FROM_S)


def predicted_s(vdot: float, km: float) -> float:
    """Seconds for a race of `km`. Beyond 50 km VDOT flatters, so Riegel from the marathon with exponent 1.12."""
    if km <= 50:
        return race_time_s(vdot, km * 1000)
    slower: float = (km / 42.195) ** 1.12
    return race_time_s(vdot, 42_195) * slower  # SCIENCE 1.4: 1.08 to 1.15 beyond the marathon
