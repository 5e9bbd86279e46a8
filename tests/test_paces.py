"""VDOT, race times and paces against the published tables (tests/data), within the residuals of the equations."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwise_core.errors import BadInput
from planwise_core.training.paces import (
    HALF_M,
    MARATHON_M,
    Paces,
    oxygen_cost,
    paces,
    race_time_s,
    speed_at,
    vdot,
)

DATA = Path(__file__).parent / "data"
VECTORS: dict[str, Any] = json.loads((DATA / "test_vectors.json").read_text())
METRES = {
    "1500m": 1500, "mile": 1609.344, "3k": 3000, "5k": 5000, "10k": 10_000, "15k": 15_000, "half": 21_097.5,
    "marathon": 42_195, "50k": 50_000,
}  # fmt: skip


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((DATA / name).read_text().splitlines()))


TABLE = [(int(row["vdot"]), float(row["distance_m"]), float(row["seconds"])) for row in _rows("vdot_table.csv")]
PACES = [
    (int(row["vdot"]), row["zone"], float(row["sec_per_km"]))
    for row in _rows("vdot_paces.csv")
    if row["published_column"] != "per_mile"
]


def tolerance_s(distance_m: float) -> float:
    """The residual of the equations against the published table, per distance."""
    return next(
        s for up_to, s in ((5000, 2), (10_000, 3), (15_000, 7), (21_097.5, 14), (42_195, 32)) if distance_m <= up_to
    )


@pytest.mark.parametrize(("fitness", "distance_m", "seconds"), TABLE)
def test_race_times_are_those_of_the_published_table(fitness: int, distance_m: float, seconds: float) -> None:
    assert race_time_s(fitness, distance_m) == pytest.approx(seconds, abs=tolerance_s(distance_m))
    assert vdot(distance_m, seconds) == pytest.approx(fitness, abs=0.3)


@pytest.mark.parametrize("said", VECTORS["vdot_of"])
def test_vdot_of_a_race(said: str) -> None:
    distance, seconds = said.split(":")

    assert vdot(METRES[distance], float(seconds[:-1])) == pytest.approx(VECTORS["vdot_of"][said], abs=0.0006)


@pytest.mark.parametrize("fitness", VECTORS["dg_time_s"])
def test_race_times_are_those_of_the_equations(fitness: str) -> None:
    for distance, seconds in VECTORS["dg_time_s"][fitness].items():
        if distance in METRES:
            assert race_time_s(float(fitness), METRES[distance]) == pytest.approx(seconds, abs=0.06)


@given(st.floats(30, 85), st.floats(1500, 50_000))
@settings(deadline=None, max_examples=50)
def test_race_time_undoes_vdot(fitness: float, distance_m: float) -> None:
    assert vdot(distance_m, race_time_s(fitness, distance_m)) == pytest.approx(fitness, abs=1e-4)


ZONES: dict[str, tuple[float, Any]] = {  # zone: tolerance s/km (SCIENCE 1.2), which pace
    "E_slow": (1.7, lambda p: p.easy[1]),
    "E_fast": (0.9, lambda p: p.easy[0]),
    "M": (0.9, lambda p: p.marathon),
    "T": (0.8, lambda p: p.threshold),
    "I": (0.8, lambda p: p.interval),
    "R": (2.5, lambda p: p.repetition),
}


def pace_tolerance_s(zone: str, fitness: int) -> float:
    """How far the fractions may be off the published paces: more where the table itself bends or is coarser."""
    if zone == "E_slow" and fitness < 35:
        return 3.4  # the slowest rows, which the fraction misses
    if zone == "I" and fitness <= 35:
        return 1.65  # published per 400 m there, in whole seconds
    return ZONES[zone][0]


@pytest.mark.parametrize(("fitness", "zone", "s_per_km"), PACES)
def test_paces_are_those_of_the_published_table(fitness: int, zone: str, s_per_km: float) -> None:
    pace_of = ZONES[zone][1]

    assert pace_of(paces(fitness)) == pytest.approx(s_per_km, abs=pace_tolerance_s(zone, fitness))


# Model output at VDOTs where a zone's formula bends, m:ss per km: E slow, E fast, M, T, I, R (SCIENCE 1.2).
MODEL = {
    30: "8:17 7:27 7:03 6:24 5:54 5:33",
    35: "7:22 6:36 6:11 5:40 5:13 4:52",
    40: "6:38 5:56 5:29 5:06 4:41 4:20",
    45: "6:03 5:23 4:56 4:38 4:16 3:55",
    50: "5:34 4:57 4:31 4:15 3:55 3:39",
    55: "5:09 4:34 4:10 3:56 3:37 3:21",
    60: "4:49 4:15 3:52 3:40 3:23 3:07",
    70: "4:15 3:45 3:24 3:14 2:59 2:43",
    85: "3:38 3:11 2:52 2:46 2:33 2:17",
}


@pytest.mark.parametrize("fitness", MODEL)
def test_paces_are_those_of_the_model(fitness: int) -> None:
    found = paces(fitness)

    told = [found.easy[1], found.easy[0], found.marathon, found.threshold, found.interval, found.repetition]

    clocks = [int(m) * 60 + int(s) for m, s in (clock.split(":") for clock in MODEL[fitness].split())]
    assert told == pytest.approx(clocks, abs=0.51)


def test_between_49_and_50_repetition_pace_goes_over_from_one_column_to_the_other() -> None:
    gains = [0.4 * (60_000 / speed_at(0.98 * v) - paces(v).repetition) for v in (44, 49, 49.5, 50, 60)]

    assert gains == pytest.approx([8, 8, 7, 6, 6])


@given(st.floats(20, 84), st.floats(0.5, 1))
@settings(deadline=None, max_examples=50)
def test_the_fitter_the_faster(fitness: float, more: float) -> None:
    slow, fast = paces(fitness), paces(fitness + more)

    assert fast.easy < slow.easy
    assert (fast.marathon, fast.threshold, fast.interval) < (slow.marathon, slow.threshold, slow.interval)
    assert slow.repetition < slow.interval < slow.threshold < slow.marathon < slow.easy[0] < slow.easy[1]


def test_outside_20_to_85_paces_stay_where_they_are() -> None:
    assert paces(3) == paces(20) != paces(20.1)
    assert paces(99) == paces(85) != paces(84.9)


def test_the_races_are_as_long_as_they_are() -> None:
    assert (HALF_M, MARATHON_M) == (21_097.5, 42_195)


def test_easy_is_a_little_faster_a_fraction_for_the_fit() -> None:
    assert paces(30).easy[0] == pytest.approx(60_000 / speed_at(0.7245 * 30))
    assert paces(80).easy[0] == pytest.approx(60_000 / speed_at(0.7385 * 80))


def test_speed_undoes_cost() -> None:
    assert speed_at(oxygen_cost(268)) == pytest.approx(268)


@pytest.mark.parametrize(
    ("distance_m", "seconds"), [(50_001, 9000), (99, 12), (5000, 0), (5000, -1), (5000, float("nan"))]
)
def test_fitness_is_not_read_from_nonsense(distance_m: float, seconds: float) -> None:
    with pytest.raises(BadInput):
        vdot(distance_m, seconds)


@pytest.mark.parametrize(("fitness", "distance_m"), [(4.9, 5000), (120.1, 5000), (50, 50_001), (50, 99)])
def test_times_are_not_promised_beyond_the_model(fitness: float, distance_m: float) -> None:
    with pytest.raises(BadInput):
        race_time_s(fitness, distance_m)


def test_the_edges_of_the_model_are_inside() -> None:
    assert race_time_s(5, 50_000) > race_time_s(120, 50_000) > 0
    assert race_time_s(5, 100) > race_time_s(120, 100) > 0


def test_paces_are_shown_in_km_and_miles() -> None:
    fifty = paces(50)

    assert fifty.shown()["T"] == "4:15 /km"
    assert fifty.shown("mi")["T"] == "6:51 /mi"
    assert fifty.shown()["E"] == "4:57–5:34 /km"
    assert fifty.at("E") == sum(fifty.easy) / 2
    assert {zone: fifty.at(zone) for zone in ("M", "R")} == {"M": fifty.marathon, "R": fifty.repetition}  # type: ignore[arg-type]
    assert isinstance(fifty, Paces)
