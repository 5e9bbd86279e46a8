"""Fitness from a race, race times and training paces from fitness.

The model is Daniels & Gilbert, Oxygen Power (1979): the oxygen cost of running at a speed, and the fraction of VO2max
that can be held for a time. VDOT is their quotient. Good from about 3.5 minutes to 4 hours, and for VDOT 30 to 85
(the published table); beyond 50 km it flatters and is refused: `predictions` knows how to go on from there.
"""

from __future__ import annotations

import math
from typing import Literal

from planwise_core.errors import BadInput
from planwise_core.training.values import Units, Value, shown_distance, shown_pace

HALF_M = 21_097.5
MARATHON_M = 42_195.0
LONGEST_M = 50_000.0
SHORTEST_M = 100.0
VDOT_RANGE = (5.0, 120.0)  # beyond any runner; only keeps nonsense out
PACES_RANGE = (20.0, 85.0)  # nobody trains by paces beyond

Zone = Literal["E", "M", "T", "I", "R"]


def oxygen_cost(speed_m_per_min: float) -> float:
    """VO2 (ml/kg/min) of running on the flat at this speed."""
    return -4.60 + 0.182258 * speed_m_per_min + 0.000104 * speed_m_per_min**2


def speed_at(vo2: float) -> float:
    """Metres per minute that cost this VO2: the inverse of `oxygen_cost`."""
    return (-0.182258 + math.sqrt(0.182258**2 + 4 * 0.000104 * (vo2 + 4.60))) / (2 * 0.000104)


def sustainable_fraction(minutes: float) -> float:
    """The fraction of VO2max that can be held for this long."""
    return 0.8 + 0.1894393 * math.exp(-0.012778 * minutes) + 0.2989558 * math.exp(-0.1932605 * minutes)


def vdot(distance_m: float, duration_s: float) -> float:
    """VDOT of a race of `distance_m` metres in `duration_s` seconds.

    Raises:
        BadInput: the distance is not between 100 m and 50 km, or the time is not positive.
    """
    _check_distance(distance_m)
    if not duration_s > 0:
        raise BadInput(f"A race cannot take {duration_s:g} seconds.")
    return _vdot(distance_m, duration_s)


def _vdot(distance_m: float, duration_s: float) -> float:
    minutes = duration_s / 60
    return oxygen_cost(distance_m / minutes) / sustainable_fraction(minutes)


def race_time_s(vdot: float, distance_m: float) -> float:
    """Seconds a runner of this VDOT needs for `distance_m`, by bisection (VDOT falls as time grows).

    Raises:
        BadInput: the distance is not between 100 m and 50 km, or the VDOT is no runner's (below 5, above 120).
    """
    _check_distance(distance_m)
    if not VDOT_RANGE[0] <= vdot <= VDOT_RANGE[1]:
        raise BadInput(f"A VDOT of {vdot:g} is not a runner's: it lies between 30 and 85 for nearly everyone.")
    low, high = 0.0, distance_m
    while _vdot(distance_m, high) > vdot:
        low, high = high, high + high
    while low < (middle := (low + high) / 2) < high:  # until no number lies between
        low, high = (middle, high) if _vdot(distance_m, middle) > vdot else (low, middle)
    return high


def _check_distance(distance_m: float) -> None:
    if not SHORTEST_M <= distance_m <= LONGEST_M:
        raise BadInput(f"Fitness can be read from 100 m to 50 km, not from {shown_distance(distance_m / 1000)}.")


class Paces(Value):
    """Training paces in s/km. `easy` is a range, the faster (smaller) first."""

    easy: tuple[float, float]
    marathon: float
    threshold: float
    interval: float
    repetition: float

    def at(self, zone: Zone) -> float:
        """The pace of a zone; of easy the middle."""
        if zone == "E":
            return sum(self.easy) / 2
        return {"M": self.marathon, "T": self.threshold, "I": self.interval, "R": self.repetition}[zone]

    def shown(self, units: Units = "km") -> dict[Zone, str]:
        """Each zone as a runner reads it: ``5:34 /km``, easy as ``4:57–5:34 /km``."""
        fast, slow = (shown_pace(pace, units) for pace in self.easy)
        singles: tuple[Zone, ...] = ("M", "T", "I", "R")
        return {"E": f"{fast.split()[0]}–{slow}", **{zone: shown_pace(self.at(zone), units) for zone in singles}}


def paces(vdot: float) -> Paces:
    """The training paces of a VDOT.

    The fractions reproduce the published table 5.2 within its rounding for VDOT 30 to 85 (SCIENCE 1.2); outside they
    go on smoothly, and below 20 and above 85 stay where they are.
    """
    vdot = min(max(vdot, PACES_RANGE[0]), PACES_RANGE[1])
    return Paces(
        easy=(_at(vdot, 0.7245 + 0.00028 * (vdot - 30)), _at(vdot, 0.630)),
        marathon=race_time_s(vdot, MARATHON_M) / (MARATHON_M / 1000)
        if vdot >= 45
        else _at(vdot, 0.7780 + 0.0023 * (vdot - 30)),  # slower than the race pace the equations promise
        threshold=_at(vdot, 0.880),
        interval=_at(vdot, 0.9745),
        repetition=(0.4 * _at(vdot, 0.98) - _repetition_gain_s(vdot)) / 0.4,
    )


def _at(vdot: float, fraction: float) -> float:
    """s/km at a fraction of VDOT."""
    return 60_000 / speed_at(fraction * vdot)


def _repetition_gain_s(vdot: float) -> float:
    """How much faster 400 m are at R than at I: 8 s up to VDOT 49, 6 s from 50, in between in between."""
    return 8 - 2 * min(max(vdot - 49, 0), 1)
