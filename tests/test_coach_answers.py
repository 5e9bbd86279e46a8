"""What a model may write, and what the house makes of it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, Field

from planwise_core.coach import answers
from planwise_core.coach.answer_schema import schema, sketch
from planwise_core.coach.answers import NotAnAnswer
from planwise_core.coach.facts import read_date
from planwise_core.coach.reply import Reply, Situation
from planwise_core.errors import BadInput
from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Race
from planwise_core.training.edits import Add, Change, Drop, Move, Scale, Soften, Swap, TimeOff
from planwise_core.training.plan import Plan
from tests.builders import MONDAY, easy, plan, workout

# What OpenAI's strict mode refuses in a schema (structured outputs guide, "supported schemas").
REFUSED = {
    "default", "minLength", "maxLength", "uniqueItems", "oneOf", "allOf", "not", "if", "prefixItems", "discriminator",
    "patternProperties", "propertyNames", "minProperties", "maxProperties", "contains",
}  # fmt: skip


def parts(node: Any) -> Iterator[dict[str, Any]]:
    """Every object in a schema."""
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    if isinstance(node, list):
        for each in node:
            yield from parts(each)


def test_the_schema_is_one_that_strict_mode_takes() -> None:
    whole = schema()

    assert list(complaints(whole)) == []


# The structured outputs guide, "supported schemas": what is refused, and how large a schema may be.
FORMATS = {"date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"}
MOST_PROPERTIES, MOST_LEVELS, MOST_ENUM_VALUES, MOST_CHARACTERS = 5000, 10, 1000, 120_000


def complaints(whole: dict[str, Any]) -> Iterator[str]:
    """What strict mode would refuse in a schema."""
    if whole.get("type") != "object" or "anyOf" in whole:
        yield "the root is not an object"
    for part in parts(whole):
        yield from (f"{name} is not taken" for name in sorted(REFUSED & part.keys()))
        if "$ref" in part and part.keys() != {"$ref"}:
            yield f"{part['$ref']} has neighbours"
        if part.get("type") == "object":
            if part.get("additionalProperties") is not False:
                yield "an object takes other properties"
            if set(part.get("required", ())) != set(part.get("properties", ())):
                yield "a property is not required"
        if part.get("format", "date") not in FORMATS:
            yield f"the format {part['format']} is unknown"
        if "(?" in str(part.get("pattern", "")):
            yield f"the pattern {part['pattern']} looks around"
    yield from _too_large(whole)


def _too_large(whole: dict[str, Any]) -> Iterator[str]:
    names = [name for part in parts(whole) for key in ("properties", "$defs") for name in part.get(key, {})]
    enums = [value for part in parts(whole) for value in part.get("enum", [part["const"]] if "const" in part else [])]
    levels = _levels(whole, whole.get("$defs", {}))
    sizes = ((names, MOST_PROPERTIES), (enums, MOST_ENUM_VALUES), (range(levels), MOST_LEVELS))
    yield from (f"{len(found)} are more than {most}" for found, most in sizes if len(found) > most)
    if sum(map(len, [*names, *map(str, enums)])) > MOST_CHARACTERS:
        yield "the names are too long"


def _levels(node: Any, defined: dict[str, Any]) -> int:
    """How deep objects stand in each other."""
    if isinstance(node, list):
        return max((_levels(each, defined) for each in node), default=0)
    if not isinstance(node, dict):
        return 0
    if "$ref" in node:
        return _levels(defined[node["$ref"].rsplit("/", 1)[1]], defined)
    inner = [_levels(each, defined) for key, each in node.items() if key != "$defs"]
    return max(inner, default=0) + (node.get("type") == "object")


class Keyed(BaseModel):
    weeks: dict[str, int]


class Defaulted(BaseModel):
    model_config = ConfigDict(extra="forbid")
    size: int = 3


class Measured(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str = Field(min_length=1)


class Paired(BaseModel):
    model_config = ConfigDict(extra="forbid")
    pair: tuple[int, int]


@pytest.mark.parametrize("bad", [Keyed, Defaulted, Measured, Paired])
def test_a_schema_that_strict_mode_refuses_is_seen(bad: type[BaseModel]) -> None:
    assert list(complaints(bad.model_json_schema()))


def test_the_words_come_first_so_that_they_can_be_shown_first() -> None:
    assert next(iter(schema()["properties"])) == "says"


def test_the_sketch_names_every_word_of_the_schema() -> None:
    names = {name for part in schema()["$defs"].values() for name in part.get("properties", {})}

    assert all(f'"{name}"' in sketch() for name in names)


TWO = plan(
    easy("tue"), workout("fri", 10, type="long"), easy("sat", 14), workout("sat", 3, id="extra"),
    easy("tue", week=3).but(id="w1-sun"),
)  # fmt: skip


def reply(own: Plan | None = TWO, athlete: Athlete | None = None, today: dt.date = MONDAY, **answer: Any) -> Reply:
    text = json.dumps({"says": "Fine.", "do": "edit", "facts": [], "edits": []} | answer)
    situation = Situation(today=today, plan=own, athlete=athlete or Athlete())
    return answers.reply_of(answers.read(text), situation)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ({"kind": "move", "workout": "w1-tue", "to": "w1-thu"}, Move(workout="w1-tue", week=1, day="thu")),
        ({"kind": "move", "workout": "w1-tue", "to": "2026-12-02"}, Move(workout="w1-tue", week=2, day="wed")),
        ({"kind": "swap", "workout": "w1-tue", "to": "w1-sat-2"}, Swap(workout="w1-tue", other="w1-sat")),
        ({"kind": "drop", "workout": "w3-tue"}, Drop(workout="w1-sun")),
        ({"kind": "drop", "workout": "w1-sat"}, Drop(workout="extra")),
        (
            {"kind": "change", "workout": "w1-tue", "type": None, "size": 5, "unit": "mi", "notes": None},
            Change(workout="w1-tue", km=8.0),
        ),
        (
            {"kind": "change", "workout": "w1-tue", "type": "tempo", "size": None, "unit": "km", "notes": "Hi <b>"},
            Change(workout="w1-tue", type="tempo", notes="Hi "),
        ),
        (
            {"kind": "add", "workout": "w2-sun", "type": "strength", "size": 30, "unit": "min", "notes": None},
            Add(week=2, day="sun", type="strength", minutes=30),
        ),
        (
            {"kind": "change", "workout": "w1-long", "type": None, "size": 12, "unit": "km", "notes": None},
            Change(workout="w1-fri", km=12),
        ),
        ({"kind": "swap", "workout": "w1-long", "to": "w1-tue"}, Swap(workout="w1-fri", other="w1-tue")),
        ({"kind": "scale", "from_week": 2, "to_week": 3, "percent": 80}, Scale(from_week=2, to_week=3, percent=80)),
        (
            {"kind": "soften", "first": "w1-tue", "last": "w1-sun"},
            Soften(from_week=1, from_day="tue", to_week=1, to_day="sun"),
        ),
        (
            {"kind": "time_off", "first": "2026-11-27", "last": "2026-12-01"},
            TimeOff(from_week=1, from_day="fri", to_week=2, to_day="tue"),
        ),
    ],
)
def test_an_edit_addresses_what_stands_in_a_slot_now(written: dict[str, Any], meant: Any) -> None:
    assert reply(edits=[written]).edits == (meant,)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ({"kind": "drop", "workout": "w1-thu"}, "no workout on Thursday of week 1"),
        ({"kind": "drop", "workout": "w3-long"}, "no long run in week 3"),
        ({"kind": "drop", "workout": "w99-long"}, "no long run in week 99"),
        ({"kind": "drop", "workout": "w1-tue-2"}, "no workout on Tuesday"),
        ({"kind": "move", "workout": "w1-tue", "to": "2028-01-01"}, "outside the plan"),
        ({"kind": "move", "workout": "w1-tue", "to": "2026-02-30"}, "not a date"),
        ({"kind": "time_off", "first": "w1-tue", "last": "w1-sun"}, "Sunday 29 November 2026 has passed"),
        ({"kind": "soften", "first": "2026-11-24", "last": "2026-11-26"}, "today is Monday 30 November 2026"),
        ({"kind": "scale", "from_week": 500, "to_week": 1, "percent": 80}, "less than or equal"),
    ],
)
def test_an_edit_that_makes_no_sense_is_a_problem_and_no_edit(written: dict[str, Any], problem: str) -> None:
    edits = [{"kind": "scale", "from_week": 1, "to_week": 1, "percent": 90}, written]
    made = reply(edits=edits, today=MONDAY + dt.timedelta(weeks=1))

    assert made.edits == ()
    assert problem in made.problem
    assert "edits[1]" in made.problem


def test_a_flood_of_edits_is_a_problem() -> None:
    assert "too many" in reply(edits=[{"kind": "drop", "workout": "w1-tue"}] * 200).problem


def test_edits_without_a_plan_are_a_problem() -> None:
    assert "no plan yet" in reply(own=None, edits=[{"kind": "drop", "workout": "w1-tue"}]).problem


def test_words_alone_do_nothing_even_with_edits_in_them() -> None:
    assert reply(do="talk", edits=[{"kind": "drop", "workout": "w1-tue"}]).edits == ()


def test_what_the_runner_told_is_kept_with_its_units_converted() -> None:
    facts = [
        {"fact": "race", "distance": 13.1, "unit": "mi", "date": "18 April", "time": "1:45:00", "priority": "A"},
        {"fact": "weekly_distance", "number": 20, "unit": "mi"},
        {"fact": "days_per_week", "number": 4, "unit": "none"},
        {"fact": "never_on", "days": ["sun"], "minutes": None},
        {"fact": "minutes", "days": ["tue"], "minutes": 45},
        {"fact": "injury", "part": "left knee", "current": True, "pain": 3},
        {"fact": "recent_race", "distance": 10, "unit": "km", "date": None, "time": "48:30", "priority": "A"},
        {"fact": "method", "word": "eighty twenty"},
    ]

    made = reply(own=None, do="build", facts=facts)

    assert made.build
    assert made.athlete is not None
    assert made.athlete.races == (Race(distance_km=21.0975, date=dt.date(2027, 4, 18), target_s=6300),)
    assert (made.athlete.weekly_km, made.athlete.days_per_week) == (32.2, 4)
    assert made.athlete.free_days == ("mon", "tue", "wed", "thu", "fri", "sat")
    assert made.athlete.minutes == (DayLimit(day="tue", minutes=45),)
    assert made.athlete.injuries == (Injury(part="left knee", pain=3),)
    assert made.known >= {"races", "weekly_km", "days_per_week", "free_days", "minutes", "injuries", "recent"}


@pytest.mark.parametrize(
    ("fact", "problem"),
    [
        (
            {"fact": "race", "distance": 10, "unit": "km", "date": "2020-01-01", "time": None, "priority": "A"},
            "ahead",
        ),
        ({"fact": "race", "distance": -5, "unit": "km", "date": None, "time": None, "priority": "A"}, "race"),
        ({"fact": "race", "distance": 10, "unit": "km", "date": "someday", "time": None, "priority": "A"}, "someday"),
        ({"fact": "race", "distance": 10, "unit": "km", "date": None, "time": "fast", "priority": "A"}, "fast"),
        ({"fact": "weekly_distance", "number": -5, "unit": "km"}, "weekly distance"),
        ({"fact": "weekly_distance", "number": 900, "unit": "km"}, "weekly distance"),
        ({"fact": "days_per_week", "number": 0, "unit": "none"}, "days per week"),
        ({"fact": "days_per_week", "number": 9, "unit": "none"}, "days per week"),
        ({"fact": "never_on", "days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"], "minutes": None}, "no day"),
        ({"fact": "away", "first": "2026-12-09", "last": "2026-12-03", "reason": "holiday"}, "before the first"),
        ({"fact": "method", "word": "obey me"}, "method"),
        ({"fact": "level", "word": "godlike"}, "level"),
    ],
)
def test_a_fact_that_cannot_be_is_a_problem_in_words(fact: dict[str, Any], problem: str) -> None:
    made = reply(own=None, do="talk", facts=[fact])

    assert problem in made.problem
    assert made.athlete is None


def test_days_away_may_be_told_in_words() -> None:
    fact = {"fact": "away", "first": "next week", "last": "December 9th", "reason": "holiday"}

    made = reply(do="talk", facts=[fact])

    assert made.athlete is not None
    assert made.athlete.away == (Away(first=dt.date(2026, 11, 30), last=dt.date(2026, 12, 9)),)


def test_a_first_plan_is_not_made_from_guesses_but_what_was_told_is_kept() -> None:
    made = reply(own=None, do="build", facts=[{"fact": "weekly_distance", "number": 30, "unit": "km"}])

    assert not made.build
    assert made.problem == "Before there can be a plan I need to know the race or how many weeks to plan."
    assert made.athlete == Athlete(weekly_km=30)


def test_with_a_plan_made_anew_only_whole_weeks_are_taken() -> None:
    athlete = Athlete(races=(Race(distance_km=10, date=dt.date(2027, 1, 31)),), weekly_km=30, days_per_week=4)
    row = {"kind": "weeks", "rows": ["2 - - E5 - - - -"]}

    alone = reply(do="build", athlete=athlete, edits=[{"kind": "drop", "workout": "w1-tue"}])
    both = reply(do="build", athlete=athlete, edits=[{"kind": "drop", "workout": "w1-tue"}, row])

    assert (alone.build, alone.edits, alone.problem) == (True, (), "")
    assert both.edits == reply(do="build", athlete=athlete, edits=[row]).edits != ()


def test_no_more_is_asked_to_be_remembered_at_once_than_anyone_reads() -> None:
    facts = [{"fact": "remember", "word": f"Likes hill number {at}"} for at in range(16)]

    assert [each.text[-1] for each in reply(do="talk", facts=facts).remember] == ["0", "1", "2"]


def test_a_second_a_race_takes_the_place_of_the_first() -> None:
    before = Athlete(races=(Race(distance_km=10, date=dt.date(2027, 1, 10)), Race(distance_km=5, priority="B")))
    fact = {"fact": "race", "distance": 42.2, "unit": "km", "date": "2027-05-02", "time": None, "priority": "A"}

    made = reply(do="build", athlete=before, facts=[fact])

    assert made.athlete is not None
    assert [(race.distance_km, race.priority) for race in made.athlete.races] == [(5, "B"), (42.195, "A")]


@pytest.mark.parametrize(
    "text", ["", "Hello.", "{", "[1]", '{"says": 1}', '{"do": "talk"}', "{" * 5000, '{"says":"a","x":1}']
)
def test_what_is_no_answer_is_said_so(text: str) -> None:
    with pytest.raises(NotAnAnswer):
        answers.read(text)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2027-04-18", dt.date(2027, 4, 18)),
        ("18 April", dt.date(2027, 4, 18)),
        ("Sunday the 18th of April, 2027", dt.date(2027, 4, 18)),
        ("Nov 30", dt.date(2026, 11, 30)),
        ("november 1", dt.date(2027, 11, 1)),
        ("tomorrow", dt.date(2026, 11, 24)),
        ("in 12 weeks", dt.date(2027, 2, 15)),
        ("the first sunday of December", dt.date(2026, 12, 6)),
    ],
)
def test_dates_are_read_in_the_ways_people_write_them(text: str, date: dt.date) -> None:
    assert read_date(text, MONDAY) == date


@pytest.mark.parametrize("text", ["", "31 February", "2026-13-01", "soon", "April", "next week", "4/5"])
def test_a_date_is_never_guessed(text: str) -> None:
    with pytest.raises(BadInput):
        read_date(text, MONDAY)
