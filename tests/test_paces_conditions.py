"""Hills, heat, altitude and time off, against the published numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from planwise_core.errors import BadInput
from planwise_core.training.conditions import (
    Weather,
    altitude_power,
    grade_factor,
    heart_rate_factor,
    heat_index,
    heat_slowdown,
    layoff_factor,
    minetti_factor,
    return_load,
    vdot_at_altitude,
)
from planwise_core.training.paces import race_time_s

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "test_vectors.json").read_text())


@pytest.mark.parametrize("grade", VECTORS["gradient_factor"])
def test_both_curves_of_the_gradient(grade: str) -> None:
    told = VECTORS["gradient_factor"][grade]

    assert minetti_factor(float(grade[:-1]) / 100) == pytest.approx(told["minetti"], abs=6e-5)
    assert heart_rate_factor(float(grade[:-1]) / 100) == pytest.approx(told["strava_fit"], abs=6e-5)


def test_downhill_gives_little_credit_and_none_is_given_beyond_8_percent() -> None:
    assert grade_factor(0.05) == minetti_factor(0.05)
    assert grade_factor(-0.05) == heart_rate_factor(-0.05) > minetti_factor(-0.05)
    assert min(range(300), key=lambda i: grade_factor(-i / 1000)) == 80
    assert grade_factor(-0.08) == pytest.approx(0.87, abs=1e-4)


def test_grades_are_clamped_where_they_were_measured() -> None:
    assert minetti_factor(0.6) == minetti_factor(0.45) > minetti_factor(0.449)
    assert heart_rate_factor(-0.6) == heart_rate_factor(-0.35) > heart_rate_factor(-0.34)


@pytest.mark.parametrize("name", VECTORS["heat_hadley_quadratic"])
def test_heat_slows_down(name: str) -> None:
    index_f = float(name.split("=")[1][:-1])
    half_c = (index_f / 2 - 32) / 1.8

    slowdown = heat_slowdown(half_c, half_c)

    assert heat_index(half_c, half_c) == pytest.approx(index_f)
    assert slowdown * 100 == pytest.approx(VECTORS["heat_hadley_quadratic"][name], abs=0.006)
    assert heat_slowdown(half_c, half_c, is_repeats=True) == slowdown / 2


def test_heat_below_100_does_not_matter_and_above_180_is_too_much() -> None:
    assert heat_slowdown(10, 5) == 0
    assert heat_slowdown(36, 28) == pytest.approx(0.0016 * 79.2**2 / 100)
    with pytest.raises(BadInput, match="not safe"):
        heat_slowdown(38, 27)


@pytest.mark.parametrize(("name", "coldest", "warmest"), [("temperature_c", -40, 55), ("dew_point_c", -60, 40)])
def test_weather_is_as_cold_and_warm_as_it_gets_on_earth(name: str, coldest: int, warmest: int) -> None:
    usual = {"temperature_c": 15, "dew_point_c": 5}

    for told in (coldest, warmest):
        assert getattr(Weather(**{**usual, name: told}), name) == told
    for told in (coldest - 0.5, warmest + 0.5):
        with pytest.raises(ValidationError):
            Weather(**{**usual, name: told})


@pytest.mark.parametrize("height", VECTORS["altitude_peronnet"])
def test_altitude_takes_power(height: str) -> None:
    told = VECTORS["altitude_peronnet"][height]["power_pct"]

    assert altitude_power(float(height[:-1])) * 100 == pytest.approx(told, abs=0.006)


@pytest.mark.parametrize(("height_m", "percent"), [(1500, 5), (2000, 7), (2500, 9.6)])
def test_altitude_slows_down(height_m: float, percent: float) -> None:
    slower = race_time_s(vdot_at_altitude(50, height_m), 10_000) / race_time_s(50, 10_000) - 1

    assert slower * 100 == pytest.approx(percent, abs=0.5)


def test_altitude_is_known_up_to_5000_m() -> None:
    assert 0.6 < altitude_power(5000) < altitude_power(0) == pytest.approx(1, abs=1e-4)
    assert vdot_at_altitude(50, 0) == pytest.approx(50, abs=0.01)
    for height in (-1, 5001):
        with pytest.raises(BadInput):
            altitude_power(height)


# Daniels' table of time off: days, without and with cross-training (SCIENCE 2.6; .994 at 42 days is a misprint).
LAYOFF = [
    (5, 1, 1), (6, 0.997, 0.998), (7, 0.994, 0.997), (10, 0.985, 0.992), (14, 0.973, 0.986), (21, 0.952, 0.976),
    (28, 0.931, 0.965), (35, 0.910, 0.955), (42, 0.889, 0.944), (49, 0.868, 0.934), (56, 0.847, 0.923),
    (63, 0.826, 0.913), (70, 0.805, 0.902), (72, 0.800, 0.900), (200, 0.8, 0.9),
]  # fmt: skip


@pytest.mark.parametrize(("days", "without", "with_"), LAYOFF)
def test_time_off_takes_fitness(days: int, without: float, with_: float) -> None:
    assert layoff_factor(days) == pytest.approx(without, abs=0.00051)
    assert layoff_factor(days, is_cross_trained=True) == pytest.approx(with_, abs=0.00051)


RETURN = [
    (5, 0, 1), (6, 0, 0.5), (6, 3, 0.75), (6, 6, 1), (28, 13, 0.5), (28, 14, 0.75), (28, 28, 1), (29, 0, 0.33),
    (56, 18, 0.33), (56, 19, 0.5), (56, 38, 0.75), (56, 56, 1), (57, 20, 0.33), (57, 21, 0.5), (57, 42, 0.7),
    (57, 63, 0.85), (57, 83, 0.85), (57, 84, 1),
]  # fmt: skip


@pytest.mark.parametrize(("off", "back", "part"), RETURN)
def test_a_return_is_graded(off: int, back: int, part: float) -> None:
    assert return_load(off, back) == part
