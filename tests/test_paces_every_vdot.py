"""Race times and paces at every VDOT from 30 to 85: also between the published rows, which are every fifth.

Times and paces fall ever more slowly as fitness rises, so between two published rows they lie under the straight line
that joins them, and above the lines that come from the rows beyond.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwise_core.training.paces import MARATHON_M, oxygen_cost, paces, race_time_s, vdot
from tests.test_paces import PACES, TABLE, ZONES, pace_tolerance_s, tolerance_s

Rows = dict[int, float]  # what is published at every fifth VDOT
TIMES: dict[float, Rows] = {}
for fitness, distance_m, seconds in TABLE:
    TIMES.setdefault(distance_m, {})[fitness] = seconds
PER_KM: dict[str, Rows] = {}
for fitness, zone, s_per_km in PACES:
    PER_KM.setdefault(zone, {})[fitness] = s_per_km
EVERY = range(30, 86)
BETWEEN = [fitness for fitness in EVERY if fitness % 5]


def bounds(rows: Rows, fitness: int) -> tuple[float, float]:
    """The least and the most there can be between two published rows."""

    def line(a: int, b: int) -> float:
        return rows[a] + (fitness - a) * (rows[b] - rows[a]) / (b - a)

    below = fitness - fitness % 5
    beyond = [line(a, a + 5) for a in (below - 5, below + 5) if a in rows and a + 5 in rows]
    return max(beyond), line(below, below + 5)


@pytest.mark.parametrize("distance_m", TIMES)
def test_race_times_between_published_rows_fit_in(distance_m: float) -> None:
    off = tolerance_s(distance_m)
    for fitness in BETWEEN:
        least, most = bounds(TIMES[distance_m], fitness)
        assert least - 2 * off <= race_time_s(fitness, distance_m) <= most + off, fitness


@pytest.mark.parametrize("zone", PER_KM)
def test_paces_between_published_rows_fit_in(zone: str) -> None:
    pace_of = ZONES[zone][1]
    for fitness in BETWEEN:
        off = pace_tolerance_s(zone, fitness)
        least, most = bounds(PER_KM[zone], fitness)
        assert least - 2 * off <= pace_of(paces(fitness)) <= most + off, fitness


@pytest.mark.parametrize("fitness", EVERY)
def test_paces_cost_the_share_of_vdot_that_reproduces_the_published_table(fitness: int) -> None:
    at = paces(fitness)

    def share(s_per_km: float) -> float:
        return oxygen_cost(60_000 / s_per_km) / fitness

    assert share(at.easy[1]) == pytest.approx(0.63)
    assert share(at.easy[0]) == pytest.approx(0.7245 + 0.00028 * (fitness - 30))
    assert share(at.threshold) == pytest.approx(0.88)
    assert share(at.interval) == pytest.approx(0.9745)
    faster_s = 8 if fitness <= 49 else 6  # … than 400 m at 98 %
    assert share(at.repetition + faster_s / 0.4) == pytest.approx(0.98)
    if fitness < 45:
        assert share(at.marathon) == pytest.approx(0.778 + 0.0023 * (fitness - 30))
    else:
        assert vdot(MARATHON_M, at.marathon * MARATHON_M / 1000) == pytest.approx(fitness, abs=1e-4)


@pytest.mark.parametrize("distance_m", [*TIMES, 1000, 8000, 16_093.44, 30_000, 50_000])
def test_the_fitter_the_faster_at_every_distance_and_the_time_tells_the_fitness(distance_m: float) -> None:
    times = [race_time_s(fitness, distance_m) for fitness in EVERY]

    assert times == sorted(times, reverse=True)
    assert [vdot(distance_m, seconds) for seconds in times] == pytest.approx(list(EVERY), abs=1e-4)


@given(st.floats(1500, 49_000), st.floats(150, 500), st.floats(1.001, 1.02))
def test_a_longer_race_at_the_same_pace_and_a_faster_one_of_the_same_length_are_worth_more(
    distance_m: float, s_per_km: float, more: float
) -> None:
    seconds = distance_m / 1000 * s_per_km

    assert vdot(distance_m * more, seconds * more) > vdot(distance_m, seconds) > vdot(distance_m, seconds * more)
