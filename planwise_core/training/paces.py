"""Fitness from a race, race times and training paces from fitness.

The model is Daniels & Gilbert, Oxygen Power (1979): the oxygen cost of running at a speed, and the fraction of VO2max
that can be held for a time. VDOT is their quotient. Good from about 3.5 minutes to 4 hours, and for VDOT 30 to 85;
beyond 50 km it flatters and must not be shown.
"""

from __future__ import annotations

import math

from planwise_core.training.values import Value

MILE_M = 1609.344
HALF_M = 21_097.5
MARATHON_M = 42_195.0


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
    """VDOT of a race of `distance_m` metres in `duration_s` seconds."""
    minutes = duration_s / 60
    return oxygen_cost(distance_m / minutes) / sustainable_fraction(minutes)


def race_time_s(vdot: float, distance_m: float) -> float:
    """Seconds a runner of this VDOT needs for `distance_m`, by bisection (VDOT falls as time grows)."""
    low, high = distance_m / 12.0, distance_m / 0.5  # 12 m/s to 0.5 m/s
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _vdot_of(distance_m, middle) > vdot else (low, middle)
    return (low + high) / 2


_vdot_of = vdot


class Paces(Value):
    """Training paces in s/km. `easy` is a range, the faster (smaller) first."""

    easy: tuple[float, float]
    marathon: float
    threshold: float
    interval: float
    repetition: float


def paces(vdot: float) -> Paces:
    """The training paces of a VDOT. The fractions reproduce the published table within its rounding (SCIENCE 1.2)."""
    interval_400_s = 0.4 * _at(vdot, 0.98)
    return Paces(
        easy=(_at(vdot, 0.7245 + 0.00028 * (vdot - 30)), _at(vdot, 0.630)),
        marathon=race_time_s(vdot, MARATHON_M) / (MARATHON_M / 1000)
        if vdot >= 45
        else _at(vdot, 0.7780 + 0.0023 * (vdot - 30)),
        threshold=_at(vdot, 0.880),
        interval=_at(vdot, 0.9745),
        repetition=(interval_400_s - (8 if vdot <= 49 else 6)) / 0.4,
    )


def _at(vdot: float, fraction: float) -> float:
    """s/km at a fraction of VDOT."""
    return 60_000 / speed_at(fraction * vdot)
