"""Training load: how much a run asks, and what it adds up to. Descriptions, never gates (SCIENCE 6)."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from statistics import mean, pstdev

from planwise_core.training.values import Value

FITNESS_DAYS = 42
FATIGUE_DAYS = 7
MONOTONY_MOST = 10.0


def session_load(minutes: float, effort: float) -> float:
    """Foster's session load: minutes times perceived effort (0 to 10)."""
    return minutes * effort


class LoadDay(Value):
    """One day: its load, and fitness (42 days), fatigue (7 days) at its end, form at its beginning."""

    date: dt.date
    load: float
    fitness: float
    fatigue: float
    form: float


def load_days(loads: Mapping[dt.date, float], first: dt.date, last: dt.date) -> tuple[LoadDay, ...]:
    """Fitness (CTL), fatigue (ATL) and form (TSB) day by day, from nothing: exponential means over 42 and 7 days."""
    fitness = fatigue = 0.0
    days = []
    for number in range((last - first).days + 1):
        day = first + dt.timedelta(days=number)
        load, form = loads.get(day, 0.0), fitness - fatigue
        fitness += (load - fitness) * (1 - math.exp(-1 / FITNESS_DAYS))
        fatigue += (load - fatigue) * (1 - math.exp(-1 / FATIGUE_DAYS))
        days.append(LoadDay(date=day, load=load, fitness=fitness, fatigue=fatigue, form=form))
    return tuple(days)


class WeekLoad(Value):
    """A week's load; monotony (above 2 is too much of the same, below 1.5 is better) and strain after Foster."""

    load: float
    monotony: float
    strain: float


def week_load(daily: Sequence[float]) -> WeekLoad:
    """Load, monotony and strain of seven days, rest days as 0. Monotony is mean over population SD, 10 at most."""
    load = float(sum(daily))
    spread = pstdev(daily)
    monotony = min(mean(daily) / spread, MONOTONY_MOST) if spread else (MONOTONY_MOST if load else 0.0)
    return WeekLoad(load=load, monotony=monotony, strain=load * monotony)
