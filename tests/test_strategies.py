"""What the strategies promise: every field of a runner, and of what belongs to one, takes different values."""

from __future__ import annotations

from bench.engine_sweep import random_athletes
from planwise_core.training.values import Value

DRAWN = [athlete for athlete, _ in random_athletes(300, 1)]
BESIDE_THE_GOAL = [race for each in DRAWN for race in each.races[1:]]


def constant_fields(values: list[Value]) -> list[str]:
    """The fields that are the same in all of them."""
    first = values[0]
    fields = type(first).model_fields
    return [name for name in fields if all(getattr(each, name) == getattr(first, name) for each in values)]


def test_every_field_of_an_athlete_varies() -> None:
    assert constant_fields([*DRAWN]) == []


def test_every_field_of_what_belongs_to_an_athlete_varies() -> None:
    goals = [each.races[0] for each in DRAWN if each.races]
    for values in (
        goals,
        BESIDE_THE_GOAL,
        [limit for each in DRAWN for limit in each.minutes],
        [away for each in DRAWN for away in each.away],
        [each.recent for each in DRAWN if each.recent],
        [injury for each in DRAWN for injury in each.injuries],
    ):
        assert constant_fields([*values]) == []


def test_there_are_races_of_every_importance_before_and_after_the_goal() -> None:
    assert {race.priority for race in BESIDE_THE_GOAL} == {"A", "B", "C"}
