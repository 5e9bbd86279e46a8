"""Where a plan stands among published plans."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given, settings

from planwise_core.training.athlete import Athlete
from planwise_core.training.envelope import BANDS, FAMILIES, FIGURES, Band, percentile_of, standing
from planwise_core.training.plan import Plan
from tests.good_plans import GOOD, MARATHON, RUNNER, TEN, ULTRA, weeks
from tests.strategies import plans

BAND = Band(50, 20, 80, 10, 100)
MEASURED = list(
    csv.DictReader((Path(__file__).parent / "data" / "envelope.csv").read_text().splitlines(), delimiter=";")
)


@pytest.mark.parametrize(
    ("value", "percent"),
    [(5, 0), (10, 0), (15, 5), (20, 10), (35, 30), (50, 50), (65, 70), (80, 90), (90, 95), (100, 100), (120, 100)],
)
def test_percentiles_run_straight_between_what_is_known(value: float, percent: int) -> None:
    assert percentile_of(value, BAND) == percent


def test_a_median_alone_gives_no_percentile() -> None:
    assert percentile_of(5, Band(5)) is None
    assert percentile_of(5, Band(5, most=9)) is None
    assert percentile_of(7, Band(5, least=3, most=9)) == 75
    assert percentile_of(3, Band(3, 3, 6, 3, 7)) == 25  # many plans stand there: the middle of them


def test_a_marathon_plan_stands_where_it_stands() -> None:
    found = {each.figure: each for each in standing(MARATHON)}

    assert {name: (each.value, each.percentile) for name, each in found.items()} == {
        "weeks": (18, 50),
        "run days": (5, 30),
        "start": (70, 39),
        "peak": (78, 24),
        "peak over start": (1.11, 0),
        "largest new high": (4.17, 0),
        "weeks per down week": (4, 19),
        "down-week depth": (17.24, 64),
        "longest run": (27, 6),
        "longest run before the race": (3, 30),
        "long-run share": (34.62, 78),
        "largest long-run share": (37.5, 61),
        "largest long-run step": (4.17, 0),
        "peak week before the race": (3, 10),
        "week before race week": (64.1, 43),
        "race week": (38.46, 41),
    }
    assert found["peak"].words == "Peak: 78 km; published marathon plans: 105 km, more than about 24 % of them."
    assert found["peak"].p10 == 64
    assert found["peak"].plans == 49


def test_figures_are_told_in_the_runners_units() -> None:
    told = {each.figure: each.words for each in standing(GOOD, RUNNER.but(units="mi"))}

    assert told["longest run"] == ("Longest run: 9.9 mi; published half marathon plans: 11.8 mi, the least of them.")
    assert told["peak over start"].startswith("Peak over start: 1.00 times")
    assert told["week before race week"].startswith("Week before race week: 80 %")
    assert told["weeks"].startswith("Weeks: 12 weeks;")


@pytest.mark.parametrize(("checked", "family"), [(TEN, "10 km"), (GOOD, "half marathon"), (ULTRA, "50 mile")])
def test_each_distance_is_compared_with_its_own(checked: Plan, family: str) -> None:
    assert all(f"published {family} plans" in each.words for each in standing(checked))


def test_without_a_race_distance_there_is_nothing_to_compare() -> None:
    assert standing(weeks(40, 40)) == ()


def published(told: str) -> Band:
    """``12 (9–14) [8–20]``: median, 10th and 90th percentile, least and most; ``8–20`` alone: the middle of them."""
    if span := re.fullmatch(r"([\d.]+)–([\d.]+)", told):
        least, most = map(float, span.groups())
        return Band((least + most) / 2, least=least, most=most)
    found = re.fullmatch(r"([\d.]+)(?: \(([\d.]+)–([\d.]+)\))?(?: \[([\d.]*)–([\d.]+)\])?", told)
    assert found
    return Band(*(float(each) if each else None for each in found.groups()))  # type: ignore[arg-type]


@pytest.mark.parametrize("row", MEASURED, ids=lambda row: row["figure"])
def test_every_band_is_the_measured_one(row: dict[str, str]) -> None:
    told = [row[family] for _, family, _ in FAMILIES]

    if row["figure"] == "plans":
        assert [str(plans) for _, _, plans in FAMILIES] == told
    else:
        assert BANDS[row["figure"]] == tuple(map(published, told))


def test_the_table_is_whole_and_in_order() -> None:
    assert set(BANDS) == set(FIGURES) == {row["figure"] for row in MEASURED} - {"plans"}
    for bands in BANDS.values():
        for band in bands:
            known = [at for at in (band.least, band.p10, band.median, band.p90, band.most) if at is not None]
            assert known == sorted(known)


@pytest.mark.parametrize(
    ("race_km", "family"),
    [
        (7.5, "5 km"), (7.6, "10 km"), (13, "10 km"), (13.1, "half marathon"), (25, "half marathon"),
        (25.1, "marathon"), (45, "marathon"), (45.1, "50 km"), (65, "50 km"), (65.1, "50 mile"), (110, "50 mile"),
        (110.1, "100 mile"),
    ],
)  # fmt: skip
def test_a_race_belongs_to_the_distance_next_to_it(race_km: float, family: str) -> None:
    assert f"published {family} plans" in standing(GOOD.but(race_distance_km=race_km))[0].words


def figure(name: str, made: Plan) -> float | None:
    return next((each.value for each in standing(made.but(race_distance_km=21.0975)) if each.figure == name), None)


def test_a_down_week_has_ten_percent_less() -> None:
    assert figure("weeks per down week", weeks(45, 40.5, 45, 45)) == 4
    assert figure("weeks per down week", weeks(45, 40.6, 45, 45)) is None


def test_a_long_run_is_compared_with_the_four_weeks_before() -> None:
    assert figure("largest long-run step", weeks(*[40.0] * 6, long=(20, 10, 10, 10, 10, 12))) == 20
    assert figure("largest long-run step", weeks(*[40.0] * 5, long=(20, 15, 15, 15, 18))) == -10


@given(plans())
@settings(deadline=None, max_examples=60)
def test_any_plan_stands_somewhere(any_plan: Plan) -> None:
    for each in standing(any_plan, Athlete()):
        assert each.percentile is None or 0 <= each.percentile <= 100
