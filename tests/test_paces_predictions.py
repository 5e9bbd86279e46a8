"""Race times from other races, against the published formulas' own numbers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from planwise_core.errors import BadInput
from planwise_core.training.athlete import Performance
from planwise_core.training.paces import HALF_M, MARATHON_M, race_time_s, vdot
from planwise_core.training.predictions import (
    fitness_from,
    predict,
    riegel,
    vickers,
)
from planwise_core.training.values import KM_PER_MILE

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "data" / "test_vectors.json").read_text())
RACES = {
    "5k20:00->10k": (5000, 1200, 10_000),
    "10k45:00->half": (10_000, 2700, HALF_M),
    "half1:40->marathon": (HALF_M, 6000, MARATHON_M),
}
HALF_IN_100_MIN = Performance(distance_km=21.0975, duration_s=6000)


@pytest.mark.parametrize("name", RACES)
def test_riegel_and_daniels_gilbert_give_their_own_numbers(name: str) -> None:
    from_m, seconds, to_m = RACES[name]

    assert riegel(from_m, seconds, to_m) == pytest.approx(VECTORS["riegel_1.06"][name], abs=0.06)
    assert race_time_s(vdot(from_m, seconds), to_m) == pytest.approx(VECTORS["dg"][name], abs=0.06)


def test_riegel_with_the_exponent_recreational_marathoners_show() -> None:
    assert riegel(HALF_M, 6000, MARATHON_M, 1.15) == pytest.approx(13_314.8, abs=0.06)


@pytest.mark.parametrize(("miles", "seconds"), [(20, 13_738), (40, 13_186), (60, 12_677)])
def test_vickers_knows_the_weekly_distance(miles: float, seconds: float) -> None:
    assert vickers(HALF_M, 6000, miles * KM_PER_MILE) == pytest.approx(seconds, abs=0.6)


def test_up_to_the_half_one_number_is_shown() -> None:
    told = predict(Performance(distance_km=5, duration_s=1200), HALF_M, weekly_km=20)

    assert not told.is_range
    assert told.shown() == "1:31:50"


def test_a_marathon_from_a_short_race_is_a_range() -> None:
    told = predict(Performance(distance_km=10, duration_s=2700), MARATHON_M, weekly_km=80)

    assert told.low_s == pytest.approx(race_time_s(vdot(10_000, 2700), MARATHON_M))
    assert told.high_s == pytest.approx(vickers(10_000, 2700, 80))
    assert told.shown() == "3:27:15 to 3:35:38"


@pytest.mark.parametrize(("weekly_km", "is_range"), [(64.9, True), (65, False)])
def test_a_marathon_from_a_half_is_one_number_from_65_km_a_week(weekly_km: float, is_range: bool) -> None:
    assert predict(HALF_IN_100_MIN, MARATHON_M, weekly_km).is_range == is_range


@pytest.mark.parametrize(("km", "is_range"), [(20.6, True), (20.7, False)])
def test_a_race_almost_as_long_as_a_half_counts_as_one(km: float, is_range: bool) -> None:
    assert predict(Performance(distance_km=km, duration_s=6000), MARATHON_M, 70).is_range == is_range


def test_without_a_weekly_distance_the_range_ends_where_recreational_marathoners_do() -> None:
    told = predict(HALF_IN_100_MIN, MARATHON_M)

    assert (told.low_s, told.high_s) == pytest.approx((12_467.1, 13_314.8), abs=0.06)


def test_a_marathon_from_a_marathon_is_that_marathon() -> None:
    told = predict(Performance(distance_km=42.195, duration_s=4 * 3600), MARATHON_M, weekly_km=30)

    assert told.low_s == told.high_s == pytest.approx(4 * 3600, abs=0.01)


def test_beyond_50_km_riegel_goes_on_from_the_marathon() -> None:
    told = predict(Performance(distance_km=42.195, duration_s=4 * 3600), 100_000)

    assert told.low_s == pytest.approx(14_400 * (100_000 / 42_195) ** 1.08)
    assert told.high_s == pytest.approx(14_400 * (100_000 / 42_195) ** 1.15)


def test_an_ultra_from_a_short_race_is_wider_than_the_marathon_it_goes_through() -> None:
    marathon = predict(HALF_IN_100_MIN, MARATHON_M, 40)
    ultra = predict(HALF_IN_100_MIN, 100_000, 40)

    assert ultra.low_s == pytest.approx(riegel(MARATHON_M, marathon.low_s, 100_000, 1.08))
    assert ultra.high_s == pytest.approx(riegel(MARATHON_M, marathon.high_s, 100_000, 1.15))


def test_fitness_can_be_read_from_an_ultra_too() -> None:
    hundred = Performance(distance_km=100, duration_s=10 * 3600)

    assert fitness_from(hundred) == pytest.approx(vdot(MARATHON_M, riegel(100_000, 36_000, MARATHON_M, 1.115)))
    assert fitness_from(HALF_IN_100_MIN) == vdot(HALF_M, 6000)


def test_predictors_refuse_nonsense() -> None:
    for call in (lambda: riegel(5000, 0, 10_000), lambda: riegel(-1, 1200, 10_000), lambda: vickers(HALF_M, 0, 40)):
        with pytest.raises(BadInput):
            call()
