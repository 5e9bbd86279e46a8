"""What an edit, and a plan, cost in tokens: words and edits against the whole plan written anew.

    python -m bench.tokens

The other side is the design PlanWise began with: the model is shown the plan as JSON and writes all of it again; here
minified and without the steps of the workouts. Both sides say the same words and are told the same manners. Our request
is counted with its JSON schema as it is sent, though an endpoint may count it shorter.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from statistics import median
from typing import Any

from quicktok import get_encoding

from bench.table import HEADER, Row
from planwise_core.coach import context
from planwise_core.coach.answer_schema import schema
from planwise_core.coach.answers import read, reply_of
from planwise_core.coach.reply import Situation
from planwise_core.coach.rows import cell
from planwise_core.training.athlete import Athlete, Race
from planwise_core.training.document import render
from planwise_core.training.edits import apply
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan, weekday_of
from planwise_core.training.values import WEEKDAYS

tokens = get_encoding("o200k_base").count
TODAY = dt.date(2026, 11, 23)
CAP = 4000  # output tokens a request may have
SAYS = "I suggest this change, so that the week stays balanced and your hard days keep their distance."
ORIGINAL = context.instructions().split("# What you do")[0] + "Answer with the whole plan as JSON, changed as asked."


def runner(weeks: int) -> Athlete:
    race = Race(distance_km=21.0975, date=TODAY + dt.timedelta(weeks=weeks, days=-1))
    return Athlete(races=(race,), weekly_km=35, days_per_week=5)


def requests(plan: Plan) -> list[tuple[str, list[dict[str, Any]]]]:
    """Twenty wishes and the edits that a model answers them with; the slots are those of this plan."""
    slots = [[f"w{week}-{each.date:%a}".lower() for each in plan.by_week[week - 1]] for week in range(1, 13)]
    asked: list[tuple[str, list[dict[str, Any]]]] = []
    for at in range(2, 7):
        one, *_, last = slots[at]
        week = at + 1
        size = {"type": None, "size": 9, "unit": "km", "notes": None}
        asked += [
            (f"swap first and last of week {week}", [{"kind": "swap", "workout": one, "to": last}]),
            (f"make week {week} easier", [{"kind": "scale", "from_week": week, "to_week": week, "percent": 80},
                                          {"kind": "soften", "first": f"w{week}-mon", "last": f"w{week}-sun"}]),
            (f"away in week {week}", [{"kind": "time_off", "first": f"w{week}-thu", "last": f"w{week}-sun"}]),
            (f"shorten the long run of week {week}", [{"kind": "change", "workout": last} | size]),
        ]  # fmt: skip
    return asked


def whole_json(plan: Plan) -> str:
    """The plan as the other side reads and writes it."""
    document = render(plan)
    for week in document["weeks"].values():
        for workout in week["workouts"]:
            del workout["steps"]
    return json.dumps(document, separators=(",", ":"))


def edit_turns() -> tuple[tuple[float, float], tuple[float, float]]:
    """Medians over twenty edits: output tokens, ours and theirs, and those of the whole turn."""
    plan, athlete = build(runner(16), TODAY), runner(16)
    situation = Situation(today=TODAY, plan=plan, athlete=athlete)
    shape = tokens(json.dumps(schema(), separators=(",", ":")))
    out, whole = list[tuple[int, int]](), list[tuple[int, int]]()
    for asked, edits in requests(plan):
        answer = json.dumps({"says": SAYS, "do": "edit", "facts": [], "edits": edits}, separators=(",", ":"))
        reply = reply_of(read(answer), situation)
        assert reply.edits, reply.problem
        prompt = sum(tokens(each["content"]) for each in context.build(situation, asked).messages) + shape
        anew = tokens(SAYS) + tokens(whole_json(apply(plan, reply.edits)))
        out.append((tokens(answer), anew))
        whole.append((prompt + out[-1][0], tokens(ORIGINAL) + tokens(whole_json(plan)) + tokens(asked) + anew))
    ours, theirs = zip(*out, strict=True)
    ours_whole, theirs_whole = zip(*whole, strict=True)
    return (median(ours), median(theirs)), (median(ours_whole), median(theirs_whole))


def rows() -> Iterator[Row]:
    (ours, theirs), (ours_whole, theirs_whole) = edit_turns()
    against = "the whole plan as JSON"
    yield Row("output tokens of an edit", ours, theirs, against, 1 / 20, unit="tokens")
    yield Row("tokens of the whole turn", ours_whole, theirs_whole, against, 1 / 3, unit="tokens")
    yield from cut_rows()


def new_plans() -> Iterator[tuple[int, int, int, int]]:
    """Weeks of a new plan, and the output tokens of its specification, of its weeks as rows, and of the whole plan."""
    for weeks in range(4, 31):
        plan = build(runner(weeks), TODAY)
        facts = [
            {
                "fact": "race",
                "distance": 21.1,
                "unit": "km",
                "date": f"{plan.race_date}",
                "time": None,
                "priority": "A",
            },
            {"fact": "weekly_distance", "number": 35, "unit": "km"},
            {"fact": "days_per_week", "number": 5, "unit": "none"},
        ]
        written = [{"kind": "weeks", "rows": [row(plan, number) for number in range(1, weeks + 1)]}]
        ours = ({"says": SAYS, "do": "build", "facts": facts, "edits": edits} for edits in ([], written))
        specified, authored = (tokens(json.dumps(answer)) for answer in ours)
        yield weeks, specified, authored, tokens(SAYS) + tokens(whole_json(plan))


def row(plan: Plan, number: int) -> str:
    """A week as a model writes it."""
    days = [[each for each in plan.by_week[number - 1] if weekday_of(each.date) == day] for day in WEEKDAYS]
    return f"{number} {' '.join(map(cell, days))}"


def cut_rows() -> Iterator[Row]:
    """How many plans of 4 to 30 weeks do not fit into one answer."""
    specified, authored, whole = (sum(size > CAP for size in sizes) for sizes in [*zip(*new_plans(), strict=True)][1:])
    what, against = f"plans of 4 to 30 weeks cut off at {CAP} tokens", "the whole plan as JSON"
    yield Row(f"{what}: specified", specified, whole, against, 0, unit="of 27")
    yield Row(f"{what}: weeks written by the model", authored, whole, against, 0, unit="of 27")


if __name__ == "__main__":
    print(HEADER, *rows(), sep="\n")
    print("\noutput tokens of a new plan: weeks, specified, written by the model, the whole plan as JSON")
    for sizes in new_plans():
        print(*(f"{size:7}" for size in sizes))
