"""What hills, heat, altitude and time off do to a runner. Factors, never new plans."""

from __future__ import annotations

import math

from pydantic import Field

from planwise_core.errors import BadInput
from planwise_core.training.values import Value

# --- gradient (SCIENCE 1.5) ---
STEEPEST = 0.45  # Minetti 2002 measured up to 45 %
STEEPEST_STRAVA_PCT = 35.0


def minetti_cost(grade: float) -> float:
    """J/kg/m of running at a grade (rise over run, 0.1 = 10 %), clamped at 45 %. Minetti 2002, fifth-order fit."""
    i = min(max(grade, -STEEPEST), STEEPEST)
    return 155.4 * i**5 - 30.4 * i**4 - 43.3 * i**3 + 46.3 * i**2 + 19.5 * i + 3.6


def minetti_factor(grade: float) -> float:
    """Time on this grade over time on the flat, at the same power."""
    return minetti_cost(grade) / minetti_cost(0.0)


def heart_rate_factor(grade: float) -> float:
    """The same from heart rates of many runners: less credit downhill, none beyond 8 %. Strava's 2017 curve, fitted."""
    g = min(max(100 * grade, -STEEPEST_STRAVA_PCT), STEEPEST_STRAVA_PCT)
    return (
        -5.294439830640173e-7 * g**4 - 3.989571857841264e-6 * g**3 + 0.0020535661142752205 * g**2
        + 0.03265674125152065 * g + 1
    )  # fmt: skip


def grade_factor(grade: float) -> float:
    """GRADE-1, for race pacing: Minetti uphill; downhill the heart-rate curve, as Minetti gives too much credit."""
    return minetti_factor(grade) if grade > 0 else heart_rate_factor(grade)


# --- heat (SCIENCE 1.6) ---
HEAT_FROM = 100.0  # temperature + dew point in °F
HEAT_SLOPE = 0.0016  # % per degree squared; inside every band of Hadley's table
TOO_HOT = 180.0


class Weather(Value):
    """What is expected at the start, in °C."""

    temperature_c: float = Field(ge=-40, le=55)
    dew_point_c: float = Field(ge=-60, le=40)


def heat_index(temperature_c: float, dew_point_c: float) -> float:
    """Hadley's sum: temperature + dew point, both in °F."""
    return (temperature_c + dew_point_c) * 9 / 5 + 64


def heat_slowdown(temperature_c: float, dew_point_c: float, *, is_repeats: bool = False) -> float:
    """The fraction by which pace slows in heat: 0.04 = 4 %. Half of it for repeats of up to a mile.

    Raises:
        BadInput: too hot for hard running at all (temperature + dew point above 180 °F).
    """
    index = heat_index(temperature_c, dew_point_c)
    if index > TOO_HOT:
        raise BadInput(f"At {temperature_c:g} °C with a dew point of {dew_point_c:g} °C, hard running is not safe.")
    slowdown = HEAT_SLOPE * max(index - HEAT_FROM, 0) ** 2 / 100
    return slowdown / 2 if is_repeats else slowdown


# --- altitude (SCIENCE 1.7) ---
HIGHEST_M = 5000.0


def altitude_power(height_m: float) -> float:
    """Aerobic power as a fraction of that at sea level (Péronnet 1991), for someone who is not acclimatised.

    Raises:
        BadInput: below 0 or above 5000 m.
    """
    if not 0 <= height_m <= HIGHEST_M:
        raise BadInput(f"The effect of altitude is known from 0 to 5000 m, not at {height_m:g} m.")
    torr = 760 * math.pow(1 - height_m / 44330.8, 5.255)
    return (-174.1448622 + 1.0899959 * torr - 1.5119e-3 * torr**2 + 0.72674e-6 * torr**3) / 100


def vdot_at_altitude(vdot: float, height_m: float) -> float:
    """What is left of VDOT at this height: a careful upper bound of the loss (the thinner air's drag not counted)."""
    return vdot * min(altitude_power(height_m), 1.0)


# --- time off (SCIENCE 2.6) ---
FREE_DAYS_OFF = 5
LOSS_A_DAY = {False: 0.003, True: 0.0015}  # without and with cross-training
LOSS_FLOOR = {False: 0.80, True: 0.90}


def layoff_factor(days_off: int, *, is_cross_trained: bool = False) -> float:
    """What is left of VDOT after days without running (Daniels' table, in closed form; exact to 0.0005)."""
    lost = LOSS_A_DAY[is_cross_trained] * max(days_off - FREE_DAYS_OFF, 0)
    return max(LOSS_FLOOR[is_cross_trained], 1 - lost)


def return_load(days_off: int, days_back: int) -> float:
    """The part of the former weekly load to run, so many days after coming back (0 = the first day) (SCIENCE 2.6).

    Up to 5 days off: all of it. Up to 4 weeks: half for the first half of an equally long time, then three quarters.
    Up to 8 weeks: a third, a half, three quarters for a third of that time each. Longer: a third for three weeks,
    a half for three, 70 % for three, 85 % for three [the last two from background knowledge].
    """
    if days_off <= FREE_DAYS_OFF:
        return 1.0
    if days_off <= 28:
        steps: tuple[float, ...] = (0.5, 0.75)
        length = days_off
    elif days_off <= 56:
        steps, length = (0.33, 0.5, 0.75), days_off
    else:
        steps, length = (0.33, 0.5, 0.7, 0.85), 84
    stage = days_back * len(steps) // length
    return steps[stage] if stage < len(steps) else 1.0
