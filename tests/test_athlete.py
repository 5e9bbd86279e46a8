"""Who runs: what is believed of a runner, and what a race is called."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from planwise_core.training.athlete import RACES, Athlete, DayLimit, Injury, Performance, Race, race_name
from planwise_core.training.values import Value

ULTRA = Race(distance_km=100)
# What a field may be at least and at most, and by how little more is too much.
BOUNDS: list[tuple[type[Value], dict[str, Any], str, float, float, float]] = [
    (Race, {}, "distance_km", 1, 250, 0.01),
    (Race, {"distance_km": 10}, "target_s", 60, 216_000, 1),
    (Performance, {"duration_s": 3600}, "distance_km", 0.8, 250, 0.01),
    (Performance, {"distance_km": 10}, "duration_s", 60, 216_000, 1),
    (Injury, {"part": "calf"}, "pain", 0, 10, 1),
    (DayLimit, {"day": "mon"}, "minutes", 10, 600, 1),
    (Athlete, {}, "weeks", 2, 52, 1),
    (Athlete, {}, "weekly_km", 0, 250, 0.01),
    (Athlete, {}, "longest_run_km", 0, 120, 0.01),
    (Athlete, {}, "days_per_week", 2, 7, 1),
    (Athlete, {}, "vdot", 15, 90, 0.01),
    (Athlete, {}, "age", 8, 100, 1),
    (Athlete, {}, "max_hr", 120, 230, 1),
    (Athlete, {}, "strength_per_week", 0, 4, 1),
]


@pytest.mark.parametrize(("kind", "given", "field", "least", "most", "little"), BOUNDS)
def test_what_no_runner_is_or_has_is_not_believed(
    kind: type[Value], given: dict[str, Any], field: str, least: float, most: float, little: float
) -> None:
    for allowed in (least, most):
        assert getattr(kind(**given, **{field: allowed}), field) == allowed
    for wrong in (least - little, most + little):
        with pytest.raises(ValidationError):
            kind(**given, **{field: wrong})


def test_words_have_a_length() -> None:
    assert Race(distance_km=10, name="x" * 80).name
    assert Injury(part="xx").part
    assert Injury(part="x" * 40).part
    for wrong in ({"part": "x"}, {"part": "x" * 41}):
        with pytest.raises(ValidationError):
            Injury(**wrong)  # type: ignore[arg-type]
    with pytest.raises(ValidationError):
        Race(distance_km=10, name="x" * 81)


def test_a_season_has_at_most_twelve_races() -> None:
    assert len(Athlete(races=(ULTRA,) * 12).races) == 12
    with pytest.raises(ValidationError):
        Athlete(races=(ULTRA,) * 13)


def test_who_says_nothing_is_believed_to_do_nothing() -> None:
    assert (Athlete().weekly_km, Athlete().strength_per_week) == (0, 0)


def test_races_are_as_long_as_they_are() -> None:
    miles = 1.609344

    assert {
        "5 km": 5, "10 km": 10, "15 km": 15, "10 miles": 10 * miles, "Half Marathon": 42.195 / 2, "Marathon": 42.195,
        "50 km": 50, "50 miles": 50 * miles, "100 km": 100,
    } == pytest.approx(RACES)  # fmt: skip


@pytest.mark.parametrize(
    ("km", "name"),
    [(21, "Half Marathon"), (42.195 * 1.0198, "Marathon"), (42.195 * 1.0202, "43.0473 km"), (12, "12 km")],
)
def test_a_race_within_two_percent_has_the_name_of_its_distance(km: float, name: str) -> None:
    assert race_name(km) == name


@pytest.mark.parametrize(("doubles", "least"), [(False, 10), (True, 5)])
def test_the_longest_run_is_no_shorter_than_an_even_share_of_the_week(doubles: bool, least: float) -> None:
    told = Athlete(weekly_km=70, longest_run_km=1, doubles=doubles)

    assert told.longest_lately_km == least
    assert told.but(longest_run_km=12).longest_lately_km == 12
    assert told.but(longest_run_km=None).longest_lately_km is None
