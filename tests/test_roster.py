"""The roster: what a coach sees of each athlete."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planwise_core.errors import SignedOut
from planwise_core.roster import Line, roster
from planwise_core.service import PlanWise
from planwise_core.store.records import Account
from planwise_core.training.document import render
from planwise_core.training.journal import Run
from planwise_core.ui.athletes import last_week, next_race
from tests.builders import MONDAY, easy, plan
from tests.houses import HALF, house
from tests.test_members import PASSWORD, Quick

ANNA = Account(id=1, name="anna", role="runner", client_id="anna")
NEXT_MONDAY = dt.datetime.combine(MONDAY + dt.timedelta(days=7), dt.time(8), dt.UTC)


def joins(planwise: PlanWise, name: str, coach: str | None = None) -> tuple[str, str]:
    """A new member, of a coach's if one is given: their session, and their client."""
    members = planwise.members
    role = "coach" if coach is None else "runner"
    session = members.sign_up(name, PASSWORD, Quick(), role=role).session_id  # type: ignore[arg-type]
    if coach is not None:
        members.join(session, members.invite(coach))
    return session, members.session(session).client_id


def test_a_line_tells_the_race_the_last_week_and_what_the_checks_say(tmp_path: Path) -> None:
    with house(tmp_path, now=NEXT_MONDAY) as planwise:
        carla, _ = joins(planwise, "carla")
        _, anna = joins(planwise, "anna", coach=carla)
        planwise.bring(
            anna, render(plan(easy("tue", 8), easy("sun", 12), easy("tue", 50, week=2), weeks=2)), parent=None
        )
        for day, km in ((0, 7.5), (6, 10), (7, 5), (-1, 30)):
            planwise.store.add_run(anna, Run(date=MONDAY + dt.timedelta(days=day), km=km), NEXT_MONDAY)

        (line,) = roster(planwise, carla)

        assert line.athlete.name == "anna"
        assert (line.done_km, line.planned_km) == (17.5, 20)
        assert line.findings == planwise.review(anna) != ()
        assert (line.race_date, line.open_proposal) == (None, False)


def test_a_race_is_counted_down_and_a_waiting_proposal_is_told(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        carla, _ = joins(planwise, "carla")
        _, anna = joins(planwise, "anna", coach=carla)
        joins(planwise, "ben", coach=carla)
        planwise.talk(anna, HALF)
        planwise.talk(anna, "make week 3 easier")

        of_anna, of_ben = roster(planwise, carla)

        assert next_race(of_anna) == "Half Marathon, Sun 18 Apr 2027, in 146 days"
        assert of_anna.open_proposal
        assert (next_race(of_ben), last_week(of_ben)) == ("No plan yet", "0 km, nothing planned")


def test_a_roster_is_its_coachs_own(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        carla, _ = joins(planwise, "carla")
        joins(planwise, "anna", coach=carla)
        other, _ = joins(planwise, "cleo")

        assert roster(planwise, other) == ()
        planwise.members.sign_out(carla)
        with pytest.raises(SignedOut):
            roster(planwise, carla)


@pytest.mark.parametrize(
    ("days", "words"), [(0, "today"), (1, "tomorrow"), (9, "in 9 days"), (None, "10 km, no race ahead")]
)
def test_a_race_is_near_far_or_over(days: int | None, words: str) -> None:
    line = Line(athlete=ANNA, goal="10 km", race_date=MONDAY, days_to_race=days)

    assert next_race(line).endswith(words)


def test_last_week_is_told_in_the_athletes_units() -> None:
    line = Line(athlete=ANNA, done_km=16.09, planned_km=32.19, units="mi")

    assert last_week(line) == "10 mi of 20 mi"
