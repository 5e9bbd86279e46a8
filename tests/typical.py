"""Typical runners of each distance and level, and the bands of published plans their figures are held to."""

from __future__ import annotations

from collections.abc import Iterator

from planwise_core.training.athlete import Athlete, Level, Race
from planwise_core.training.envelope import BANDS, FAMILIES

# What runners of each level run a week when they begin: SCIENCE 7, starts by level where they were published (half and
# marathon, rounded up so that a marathon novice is inside the published p10 of 40 km), and their like for the others.
STARTS: dict[float, dict[Level, float]] = {
    5.0: {"novice": 16, "intermediate": 35, "advanced": 60},
    10.0: {"novice": 20, "intermediate": 45, "advanced": 65},
    21.0975: {"novice": 25, "intermediate": 50, "advanced": 75},
    42.195: {"novice": 40, "intermediate": 65, "advanced": 105},
    50.0: {"novice": 45, "intermediate": 60, "advanced": 85},
}


def typical(km: float, level: Level) -> Athlete:
    """A runner of this level who gives the race the weeks its form asks for, on the days usual for the volume."""
    return Athlete(races=(Race(distance_km=km),), level=level, weekly_km=STARTS[km][level])


def typical_athletes() -> Iterator[Athlete]:
    return (typical(km, level) for km, starts in STARTS.items() for level in starts)


def band_of(figure: str, athlete: Athlete) -> tuple[float, float, str] | None:
    """(low, high, what they are) of a figure for this runner's race; None where too few plans were published."""
    index = next(at for at, row in enumerate(FAMILIES) if athlete.races[0].distance_km <= row[0])
    band = BANDS[figure][index]
    if band.p10 is not None and band.p90 is not None:
        return band.p10, band.p90, "p10 to p90"
    if band.least is not None and band.most is not None:
        return band.least, band.most, "least to most"
    return None
