"""What a runner's fitness comes to: training paces and race times, as they are or under other conditions.

Fitness is read on a cool day at sea level; heat, height and a break take something of it away.
"""

from __future__ import annotations

from pydantic import Field

from planwise_core.errors import BadInput
from planwise_core.training.athlete import Athlete, Performance
from planwise_core.training.conditions import Weather, heat_slowdown, layoff_factor, vdot_at_altitude
from planwise_core.training.paces import HALF_M, MARATHON_M, Paces, paces, race_time_s
from planwise_core.training.predictions import Prediction, predict
from planwise_core.training.rules.season import fitness
from planwise_core.training.values import Value, shown_clock, shown_distance

RACES_M = (5000.0, 10_000.0, HALF_M, MARATHON_M)
FOOT_M = 0.3048
BY_EFFORT_M = 7000 * FOOT_M  # from here on keep R as it is and run the rest by effort (SCIENCE 1.7)


class Conditions(Value):
    """What is not as usual: the weather, metres above the sea, and days without a run up to now."""

    weather: Weather | None = None
    altitude_m: float = Field(default=0, ge=0, le=5000)
    days_off: int = Field(default=0, ge=0, le=365)
    is_cross_trained: bool = False


class Outlook(Value):
    """Paces and race times under some conditions; `vdot` is what is left of fitness, `notes` say why."""

    vdot: float
    paces: Paces
    races: tuple[Prediction, ...]
    notes: tuple[str, ...]


def outlook(athlete: Athlete, given: Conditions | None = None) -> Outlook:
    """What an athlete can train and race at. A range where a single time would be a promise (PRED-1).

    Raises:
        BadInput: neither a race nor a VDOT is known, or it is too hot for hard running at all.
    """
    usual, given = fitness(athlete), given or Conditions()
    if usual is None:
        raise BadInput(
            "Your paces come from a race: tell the coach one, such as 10 km in 52:30, or note it in Settings."
        )
    slower = heat_slowdown(given.weather.temperature_c, given.weather.dew_point_c) if given.weather else 0.0
    rested = usual * layoff_factor(given.days_off, is_cross_trained=given.is_cross_trained)
    left = vdot_at_altitude(rested, given.altitude_m)
    return Outlook(
        vdot=left,
        paces=_slowed(paces(left), paces(rested), slower),
        races=tuple(_race(athlete, usual, left, slower, distance_m) for distance_m in _distances(athlete)),
        notes=tuple(_notes(athlete, given, rested / usual, left / rested, slower)),
    )


def _distances(athlete: Athlete) -> list[float]:
    """The usual ones and the runner's own."""
    own = {athlete.goal.distance_km * 1000} if athlete.goal and athlete.goal.distance_km else set()
    return sorted({*RACES_M, *own})


def _slowed(these: Paces, lower: Paces, slower: float) -> Paces:
    """In heat: repeats lose half of what continuous running does. Up high: R stays as it is down here."""
    whole, half = 1 + slower, 1 + slower / 2
    return Paces(
        easy=(these.easy[0] * whole, these.easy[1] * whole),
        marathon=these.marathon * whole,
        threshold=these.threshold * whole,
        interval=these.interval * half,
        repetition=lower.repetition * half,
    )


def _race(athlete: Athlete, usual: float, left: float, slower: float, distance_m: float) -> Prediction:
    run = athlete.recent
    if run is None or athlete.vdot is not None:  # a VDOT is as good as the ten kilometres it stands for
        run = Performance(distance_km=10, duration_s=round(race_time_s(usual, 10_000)))
    found, like_m = predict(run, distance_m, athlete.weekly_km), min(distance_m, MARATHON_M)
    longer = race_time_s(left, like_m) / race_time_s(usual, like_m) * (1 + slower)
    return found.but(low_s=found.low_s * longer, high_s=found.high_s * longer)


def _notes(athlete: Athlete, given: Conditions, after_break: float, up_high: float, slower: float) -> list[str]:
    run = athlete.recent
    told = [f"Read from your VDOT of {athlete.vdot:g}."] if athlete.vdot is not None else []
    if run is not None and athlete.vdot is None:
        distance = shown_distance(run.distance_km, athlete.units)
        told.append(f"Read from your {distance} in {shown_clock(run.duration_s)}.")
    if after_break < 1:
        told.append(f"After {given.days_off} days without a run about {after_break:.0%} of your fitness is left.")
    if up_high < 1:
        high = f"{given.altitude_m / FOOT_M:,.0f} feet" if athlete.units == "mi" else f"{given.altitude_m:.0f} m"
        told.append(f"At {high} the air leaves {up_high:.0%} of your aerobic power until you are used to it.")
    if given.altitude_m >= BY_EFFORT_M:
        told.append("So high, run the short repetitions at their usual pace and everything else by effort.")
    if slower:
        told.append(f"In this heat everything continuous is {slower:.1%} slower, short repeats {slower / 2:.1%}.")
    return told
