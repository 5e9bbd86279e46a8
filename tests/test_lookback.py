"""What a plan has been and could be: which version made a workout what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planwise_core.errors import NotFound
from planwise_core.service import PlanWise
from planwise_core.training.athlete import Away
from planwise_core.training.blame import blamed, may_touch
from planwise_core.training.checks import review
from planwise_core.training.document import render
from planwise_core.training.edits import Change, Drop, Edit, Move, Scale, Swap, apply, diff
from planwise_core.training.plan import Plan
from planwise_core.training.risk import risk_of
from planwise_core.training.versions import VersionHead
from tests.builders import easy, plan, workout
from tests.houses import MONDAY_MORNING, house
from tests.strategies import plans

FOUR_WEEKS = plan(
    *(easy(day, 8, week=week) for week in (1, 2, 3, 4) for day in ("tue", "thu")),
    *(workout("sun", 14, week=week, type="long", title="Long run") for week in (1, 2, 3, 4)),
)


def saved(planwise: PlanWise, edits: Sequence[Edit], cause: str, *, kept: Sequence[Edit] | None = None) -> Plan:
    """The next version with these edits (remembered as `kept`); without any, the first."""
    current = planwise.store.current("anna")
    made = apply(current.plan, edits) if current else FOUR_WEEKS
    planwise.store.ensure_client("anna", MONDAY_MORNING)
    planwise.store.save_version(
        "anna",
        parent=current.number if current else None,
        plan=made,
        edits=edits if kept is None else kept,
        author="coach",
        cause=cause,
        now=MONDAY_MORNING,
    )
    return made


def test_every_workout_is_put_down_to_the_last_version_that_touched_it(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "half marathon plan")
        saved(planwise, [Move(workout="w2-sun", week=2, day="sat")], "my sister's wedding is on Sunday")
        saved(planwise, [Change(workout="w2-tue", km=6), Drop(workout="w3-thu")], "legs are toast")
        saved(planwise, [Swap(workout="w1-tue", other="w1-thu")], "work")

        blames = {name: planwise.blame("anna", name) for name in ("w2-sun", "w2-tue", "w1-thu", "w4-tue")}

        assert {name: blame.version.cause for name, blame in blames.items()} == {
            "w2-sun": "my sister's wedding is on Sunday",
            "w2-tue": "legs are toast",
            "w1-thu": "work",
            "w4-tue": "half marathon plan",
        }
        assert [blames[name].difference.kind for name in blames] == ["moved", "changed", "moved", "added"]
        assert [blames[name].version.number for name in blames] == [2, 3, 4, 1]


def test_an_edit_of_whole_weeks_is_blamed_only_for_what_it_changed(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "plan")
        saved(planwise, [Scale(from_week=3, to_week=3, percent=80)], "easier, please")

        assert planwise.blame("anna", "w3-tue").version.cause == "easier, please"
        assert planwise.blame("anna", "w2-tue").version.cause == "plan"


def test_a_plan_brought_along_is_blamed_for_what_is_different_in_it(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "plan")
        changed = apply(FOUR_WEEKS, [Change(workout="w2-tue", km=5)])

        version = planwise.bring("anna", render(changed), parent=1)

        assert planwise.blame("anna", "w2-tue").version.cause == "A plan brought along"
        assert planwise.blame("anna", "w2-thu").version.number == 1
        assert version.edits == diff(FOUR_WEEKS, version.plan)


def test_blame_reads_past_many_versions_that_changed_something_else(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "plan")
        saved(planwise, [Change(workout="w2-tue", km=6)], "mine")
        for number in range(45):
            saved(planwise, [Change(workout="w4-sun", km=12 + number % 2)], "other")

        assert planwise.blame("anna", "w2-tue").version.cause == "mine"


def test_a_workout_that_is_not_in_the_plan_is_nobodys_fault(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        with pytest.raises(NotFound, match="no plan yet"):
            planwise.blame("anna", "w1-tue")
        saved(planwise, (), "plan")
        with pytest.raises(NotFound, match="no workout 'w9-tue'"):
            planwise.blame("anna", "w9-tue")


@given(plans(), plans(), st.booleans())
def test_edits_never_say_no_to_a_workout_they_changed(old: Plan, new: Plan, is_remembered: bool) -> None:
    edits = diff(old, new) if is_remembered else ()
    head = VersionHead(number=2, parent=1, author="coach", created_at=MONDAY_MORNING)

    changed = {name for name in old.by_id | new.by_id if blamed(head, old, new, name)}

    assert changed == {name for name in old.by_id | new.by_id if old.by_id.get(name) != new.by_id.get(name)}
    if edits or old != new:
        assert all(may_touch(edits, name) for name in changed)


def test_the_safety_trend_is_read_once_and_then_remembered_per_version(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "plan")
        saved(planwise, [Change(workout="w3-sun", km=22)], "I feel great")
        saved(planwise, [Change(workout="w3-sun", km=15)], "too much")

        trend = planwise.safety_trend("anna")
        again = planwise.safety_trend("anna")
        two = planwise.safety_trend("anna", limit=2)

        assert [head.number for head, _ in trend] == [1, 2, 3]
        assert all(one[1] is other[1] for one, other in zip(trend, again, strict=True))
        assert two == trend[1:]
        steps = [risk.run_step for _, risk in trend]
        assert [step and step.percent for step in steps] == [0, 57, 7]


def test_a_trend_follows_the_limits_of_today(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "plan")
        before = planwise.safety_trend("anna")[0][1].errors
        planwise.save_athlete("anna", planwise.athlete("anna").but(free_days=("mon", "wed", "sat")))

        assert planwise.safety_trend("anna")[0][1].errors > before


def test_an_older_version_is_not_blamed_for_days_off_that_were_told_later(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        saved(planwise, (), "plan")
        planned = planwise.moment("anna").needed().plan
        off = planned.by_id["w3-sun"].date
        saved(planwise, [Drop(workout="w3-sun")], "I am away on that Sunday")
        known = planwise.athlete("anna").but(away=(Away(first=off, last=off),))
        planwise.save_athlete("anna", known)

        found = planwise.compare("anna", 1, 2)
        assert "LIMIT-AWAY" not in {each.rule for each in found.findings_a}
        assert found.later_a == len(review(planned, known)) - len(found.findings_a) > 0
        assert found.later_b == 0
        assert planwise.safety_trend("anna")[0][1].errors == risk_of(planned, known.but(away=())).errors

        planwise.restore("anna", 1, parent=2)
        back = planwise.compare("anna", 1, 3)
        assert "LIMIT-AWAY" in {each.rule for each in back.findings_b}
        assert back.later_b == 0
