"""The published document: exact inverses, and an error that names the path."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from planwise_core.errors import InvalidPlan
from planwise_core.training.document import parse, render
from planwise_core.training.plan import Plan
from tests.builders import easy, plan, workout
from tests.strategies import plans


@given(plans())
def test_parse_undoes_render(any_plan: Plan) -> None:
    assert parse(render(any_plan)) == any_plan


@given(plans())
def test_a_document_comes_back_from_json_to_the_letter(any_plan: Plan) -> None:
    document = json.loads(json.dumps(render(any_plan)))

    assert render(parse(json.dumps(document))) == document


def test_what_the_house_computes_may_be_left_out() -> None:
    document = {
        "meta": {"goal": "10 km", "start_date": "2026-11-23"},
        "weeks": {
            "1": {"workouts": [{"day": "tue", "type": "easy", "km": 8}, {"day": "tue", "type": "easy", "km": 5}]}
        },
    }

    read = parse(document)

    assert [(each.id, each.title) for each in read.workouts] == [("w1-tue", "Easy"), ("w1-tue-2", "Easy")]
    assert render(read)["weeks"]["1"]["km"] == 13.0


SAME_TWICE = {"workouts": [{"day": "tue", "type": "easy", "km": 5}] * 2, "km": 10}


def _bad(change: Any) -> dict[str, Any]:
    document = render(plan(easy("tue", 8), workout("sun", 12, type="long"), weeks=3))
    change(document)
    return document


@pytest.mark.parametrize(
    ("path", "document"),
    [
        ("colour", _bad(lambda d: d.update(colour="red"))),
        ("weeks.1.workouts[0].speed", _bad(lambda d: d["weeks"]["1"]["workouts"][0].update(speed=3))),
        ("weeks.2", _bad(lambda d: d["weeks"].pop("2"))),
        ("weeks.0", _bad(lambda d: d["weeks"].update({"0": d["weeks"].pop("2")}))),
        ("weeks.1.workouts[0].km", _bad(lambda d: d["weeks"]["1"]["workouts"][0].update(km=0))),
        ("weeks.1.workouts[0].day", _bad(lambda d: d["weeks"]["1"]["workouts"][0].update(day="today"))),
        ("weeks.1.workouts[0].date", _bad(lambda d: d["weeks"]["1"]["workouts"][0].update(date="2026-11-25"))),
        ("weeks.1.km", _bad(lambda d: d["weeks"]["1"].update(km=99))),
        ("meta.weekly_km_target", _bad(lambda d: d["meta"].update(weekly_km_target=99))),
        ("meta.start_date", _bad(lambda d: d["meta"].update(start_date="2026-11-24"))),
        ("weeks.1.workouts[1]", _bad(lambda d: d["weeks"]["1"].update(SAME_TWICE))),
        ("weeks.1.workouts[0].km", _bad(lambda d: d["weeks"]["1"]["workouts"][0].update(km=True))),
        ("weeks.1.workouts[0].steps[0].x", _bad(lambda d: d["weeks"]["1"]["workouts"][0].update(steps=[{"x": 1}]))),
        ("meta.start_date", _bad(lambda d: d["meta"].update(start_date="9999-12-27"))),
        ("meta.race_date", _bad(lambda d: d["meta"].update(race_date="0001-01-01", start_date=None))),
        (f"weeks.{'9' * 20}", _bad(lambda d: d["weeks"].update({"9" * 5000: d["weeks"].pop("2")}))),
    ],
)  # fmt: skip
def test_a_bad_document_is_refused_with_the_path(path: str, document: dict[str, Any]) -> None:
    with pytest.raises(InvalidPlan) as caught:
        parse(document)

    assert caught.value.path == path
    assert path in str(caught.value)


def test_an_id_that_stands_twice_is_refused() -> None:
    document = _bad(lambda d: d["weeks"]["1"]["workouts"][1].update(id="w1-tue"))

    with pytest.raises(InvalidPlan, match="'w1-tue' stands twice"):
        parse(document)


def test_a_week_that_stands_twice_in_the_text_is_refused() -> None:
    text = '{"meta": {"goal": "5 km", "start_date": "2026-11-23"}, "weeks": {"1": {}, "1": {}}}'

    with pytest.raises(InvalidPlan, match="'1' stands twice"):
        parse(text)


def test_two_thousand_workouts_are_refused() -> None:
    document = _bad(lambda d: d["weeks"]["2"].update(workouts=[{"day": "tue", "type": "easy", "km": 5}] * 1999))

    with pytest.raises(InvalidPlan, match="2001 workouts"):
        parse(document)


@pytest.mark.parametrize("text", ["", "null", "[]", "{", "[" * 100_000, '"plan"'])
def test_what_is_not_a_json_object_is_refused(text: str) -> None:
    with pytest.raises(InvalidPlan):
        parse(text)
