"""Race times from other races: what a runner may hope for, as a range where a single number would be a promise.

`predict` is what is shown; the single models stand beside it, each with its source.
"""

from __future__ import annotations

from planwise_core.errors import BadInput
from planwise_core.training.athlete import Performance
from planwise_core.training.paces import HALF_M, LONGEST_M, MARATHON_M, race_time_s, vdot
from planwise_core.training.values import KM_PER_MILE, Value, shown_clock

RIEGEL = 1.06  # Riegel 1981; fine up to the half
RIEGEL_MARATHON = 1.15  # the centre of 1,071 recreational marathoners
RIEGEL_ULTRA = (1.08, 1.15)  # [background]
HIGH_VOLUME_KM = 65.0  # PRED-1
ALMOST = 0.98  # a race this close to the half counts as one


class Prediction(Value):
    """A race time in seconds, from hopeful to careful. Both are the same where the model is trusted."""

    distance_m: float
    low_s: float
    high_s: float
    method: str

    @property
    def is_range(self) -> bool:
        return self.high_s - self.low_s > 1

    def shown(self) -> str:
        """``1:45:00``, or ``3:40:05 to 3:52:10``."""
        return shown_clock(self.low_s) + (f" to {shown_clock(self.high_s)}" if self.is_range else "")


def predict(performance: Performance, distance_m: float, weekly_km: float | None = None) -> Prediction:
    """What a race says about another distance.

    Up to the half: Daniels-Gilbert. Marathon (and up to 50 km) from a shorter race than a half, or below 65 km a week
    (PRED-1): a range from Daniels-Gilbert to Vickers & Vertosick, who know the weekly distance; without one, to
    Riegel with the exponent recreational marathoners show. Beyond 50 km: Riegel's ultra exponents.

    Raises:
        BadInput: a distance under 100 m.
    """
    from_m = performance.distance_km * 1000
    if distance_m > LONGEST_M or from_m > LONGEST_M:
        return _ultra(performance, distance_m, weekly_km)
    likely = race_time_s(vdot(from_m, performance.duration_s), distance_m)
    is_trusted = from_m >= ALMOST * HALF_M and (weekly_km or 0) >= HIGH_VOLUME_KM
    if distance_m <= HALF_M / ALMOST or is_trusted or from_m >= ALMOST * MARATHON_M:
        return Prediction(distance_m=distance_m, low_s=likely, high_s=likely, method="Daniels-Gilbert")
    if weekly_km:
        marathon_s = vickers(from_m, performance.duration_s, weekly_km)
        careful, method = riegel(MARATHON_M, marathon_s, distance_m), "Daniels-Gilbert to Vickers"
    else:
        careful = riegel(from_m, performance.duration_s, distance_m, RIEGEL_MARATHON)
        method = "Daniels-Gilbert to Riegel 1.15"
    return Prediction(distance_m=distance_m, low_s=min(likely, careful), high_s=max(likely, careful), method=method)


def _ultra(performance: Performance, distance_m: float, weekly_km: float | None) -> Prediction:
    from_m = performance.distance_km * 1000
    low_s = high_s = float(performance.duration_s)
    if from_m < MARATHON_M:
        marathon = predict(performance, MARATHON_M, weekly_km)
        from_m, low_s, high_s = MARATHON_M, marathon.low_s, marathon.high_s
    times = [riegel(from_m, time, distance_m, k) for time in (low_s, high_s) for k in RIEGEL_ULTRA]
    return Prediction(distance_m=distance_m, low_s=min(times), high_s=max(times), method="Riegel 1.08 to 1.15")


def fitness_from(performance: Performance) -> float:
    """VDOT of any race an `Athlete` may name: an ultra is first brought down to a marathon, with the mean exponent."""
    distance_m = performance.distance_km * 1000
    if distance_m <= LONGEST_M:
        return vdot(distance_m, performance.duration_s)
    mean_exponent = sum(RIEGEL_ULTRA) / 2
    return vdot(MARATHON_M, riegel(distance_m, performance.duration_s, MARATHON_M, mean_exponent))


def riegel(from_m: float, duration_s: float, to_m: float, exponent: float = RIEGEL) -> float:
    """Seconds for `to_m`: T2 = T1 (D2/D1)^k (Riegel 1981)."""
    _positive(from_m, duration_s, to_m)
    return float(duration_s * (to_m / from_m) ** exponent)


def vickers(from_m: float, duration_s: float, weekly_km: float) -> float:
    """Marathon seconds of a recreational runner from one race and the weekly distance (Vickers & Vertosick 2016)."""
    _positive(from_m, duration_s)
    speed = MARATHON_M / (duration_s * (MARATHON_M / from_m) ** 1.07)
    return float(MARATHON_M / (0.16018617 + 0.83076202 * speed + 0.06423826 * _tens_of_miles(weekly_km)))


def _tens_of_miles(weekly_km: float) -> float:
    return weekly_km / KM_PER_MILE / 10


def _positive(*numbers: float) -> None:
    if not all(number > 0 for number in numbers):
        raise BadInput("Distances and times must be above 0.")
