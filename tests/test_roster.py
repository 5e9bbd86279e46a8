"""The roster: what a coach sees of each athlete."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from planwise_core.errors import BadInput, NotFound, SignedOut
from planwise_core.roster import Line, give_plan, roster
from planwise_core.service import PlanWise
from planwise_core.store.records import Account
from planwise_core.training.document import render
from planwise_core.training.journal import Run
from planwise_core.training.plan import Repeat, Step, weekly_km
from planwise_core.training.template import from_template
from planwise_core.ui.athletes import last_week, next_race
from tests.builders import MONDAY, easy, plan, workout
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


# --- templates


def test_a_template_is_the_same_training_without_what_was_the_first_runners() -> None:
    run = Step(metres=1000, pace=(250, 260), rpe=(7, 8), note="as on your birthday")
    old = plan(
        easy("tue", 8, minutes=50, notes="Mind your knee."),
        workout("sat", 12, week=2, type="cruise_intervals", steps=(Repeat(count=3, steps=(run,)), run)),
        workout("sun", None, week=2, type="strength", minutes=30),
        weeks=2,
        race_date=MONDAY + dt.timedelta(days=13),
    )
    new = from_template(old, MONDAY + dt.timedelta(days=70))

    assert (new.start_date, new.race_date) == (MONDAY + dt.timedelta(days=70), MONDAY + dt.timedelta(days=83))
    assert weekly_km(new) == weekly_km(old)
    assert [(each.id, each.date - new.start_date) for each in new.workouts] == [
        (each.id, each.date - old.start_date) for each in old.workouts
    ]
    assert "your" not in new.model_dump_json()
    assert '"pace":[' not in new.model_dump_json()
    assert [each.minutes for each in new.workouts] == [None, None, 30]
    plain = run.but(pace=None, note="")
    assert new.workouts[1].steps == (Repeat(count=3, steps=(plain,)), plain)


NEXT = MONDAY + dt.timedelta(days=7)


def test_a_coach_gives_one_athletes_plan_to_another(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        carla, _ = joins(planwise, "carla")
        _, anna = joins(planwise, "anna", coach=carla)
        _, ben = joins(planwise, "ben", coach=carla)
        planwise.bring(anna, render(plan(easy("tue", 8))), parent=None)
        of_anna, of_ben = (line.athlete.id for line in roster(planwise, carla))

        version = give_plan(planwise, carla, of=of_anna, to=of_ben, monday=NEXT)

        assert planwise.current(ben) == version
        assert version.plan.start_date == NEXT
        assert [line.is_free for line in roster(planwise, carla)] == [False, True]
        again = give_plan(planwise, carla, of=of_anna, to=of_ben, monday=NEXT + dt.timedelta(days=7))
        assert again.parent == version.number


def test_a_plan_under_way_is_not_replaced_and_nobody_elses_is_taken(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        carla, _ = joins(planwise, "carla")
        _, anna = joins(planwise, "anna", coach=carla)
        _, ben = joins(planwise, "ben", coach=carla)
        other, _ = joins(planwise, "cleo")
        for client in (anna, ben):
            planwise.bring(client, render(plan(easy("tue", 8))), parent=None)
        of_anna, of_ben = (line.athlete.id for line in roster(planwise, carla))

        with pytest.raises(BadInput, match="under way"):
            give_plan(planwise, carla, of=of_anna, to=of_ben, monday=NEXT)
        with pytest.raises(NotFound):
            give_plan(planwise, other, of=of_anna, to=of_ben, monday=NEXT)
        for day in (NEXT + dt.timedelta(days=1), MONDAY - dt.timedelta(days=7)):
            with pytest.raises(BadInput, match="Monday"):
                give_plan(planwise, carla, of=of_anna, to=of_ben, monday=day)
