"""The vocabulary of edits: its laws, and what each word does."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given

from planwise_core.errors import InvalidEdit
from planwise_core.training.aims import aims_for, size_of
from planwise_core.training.edits import EDITS, Add, Change, Drop, Move, Scale, Soften, Swap, TimeOff, apply, diff
from planwise_core.training.plan import Plan, weekly_km
from planwise_core.training.workouts import make
from tests.builders import MONDAY, easy, plan, workout
from tests.strategies import plans


@given(plans(), plans())
def test_a_diff_leads_from_the_old_plan_to_the_new(old: Plan, new: Plan) -> None:
    assert apply(old, diff(old, new)) == new


@given(plans())
def test_a_plan_does_not_differ_from_itself(same: Plan) -> None:
    assert diff(same, Plan(**dict(same))) == ()


@given(plans(), plans())
def test_edits_survive_their_json(old: Plan, new: Plan) -> None:
    edits = diff(old, new)

    assert EDITS.validate_json(EDITS.dump_json(edits)) == edits


def test_a_moved_workout_is_one_move() -> None:
    before, after = plan(easy("tue")), plan(easy("tue").but(date=MONDAY + dt.timedelta(days=3)))

    assert diff(before, after) == (Move(workout="w1-tue", week=1, day="thu"),)


def test_a_swap_lets_two_workouts_change_places() -> None:
    after = apply(plan(easy("tue", 5), easy("sat", 12)), [Swap(workout="w1-tue", other="w1-sat")])

    assert [(each.id, each.date.weekday()) for each in after.workouts] == [("w1-sat", 1), ("w1-tue", 5)]


def test_an_added_workout_gets_an_id_that_was_never_used() -> None:
    edits = [Drop(workout="w1-tue"), Add(week=1, day="tue", type="easy", km=5)]

    after = apply(plan(easy("tue", 8)), edits)

    assert [each.id for each in after.workouts] == ["w1-tue-2"]


def test_weeks_are_scaled_and_nothing_else() -> None:
    after = apply(plan(easy("tue", 10, week=1), easy("tue", 10, week=2)), [Scale(from_week=2, to_week=2, percent=80)])

    assert weekly_km(after)[:2] == (10.0, 8.0)


def test_hard_workouts_soften_to_easy_ones() -> None:
    before = plan(workout("tue", 10, type="tempo"), easy("thu", 6))

    after = apply(before, [Soften(from_week=1, to_week=1)])

    assert [each.type for each in after.workouts] == ["easy", "easy"]
    assert weekly_km(after) == weekly_km(before)


def test_time_off_leaves_the_race_and_the_days_around() -> None:
    before = plan(easy("mon"), easy("wed"), workout("fri", 5, type="race"), easy("sun"))

    after = apply(before, [TimeOff(from_week=1, from_day="tue", to_week=1, to_day="sat")])

    assert [each.id for each in after.workouts] == ["w1-mon", "w1-fri", "w1-sun"]


def test_the_error_says_which_edit_it_was() -> None:
    with pytest.raises(InvalidEdit, match=r"no workout 'w9-tue'.*edits\[1\]") as caught:
        apply(plan(easy("tue")), [Change(workout="w1-tue", km=9), Drop(workout="w9-tue")])

    assert caught.value.at == 1


def test_days_that_have_passed_are_frozen() -> None:
    thursday = MONDAY + dt.timedelta(days=3)

    with pytest.raises(InvalidEdit, match="passed"):
        apply(plan(easy("tue")), [Drop(workout="w1-tue")], today=thursday)
    with pytest.raises(InvalidEdit, match="passed"):
        apply(plan(easy("sat")), [Move(workout="w1-sat", week=1, day="wed")], today=thursday)


def test_a_workout_that_is_done_is_frozen_even_today() -> None:
    with pytest.raises(InvalidEdit, match="done"):
        apply(plan(easy("tue")), [Drop(workout="w1-tue")], today=MONDAY, done={"w1-tue"})


def test_an_edit_that_leads_out_of_the_plan_is_refused() -> None:
    with pytest.raises(InvalidEdit, match="outside the plan"):
        apply(plan(easy("tue")), [Move(workout="w1-tue", week=9, day="tue")])


def of_a_runner(vdot: float) -> Plan:
    made = make("easy", km=8, aims=aims_for(vdot))
    return plan(easy("tue").but(**made.content))


def test_an_added_workout_has_steps_at_the_paces_of_the_plan() -> None:
    after = apply(of_a_runner(50), [Add(week=1, day="thu", type="tempo", km=9)])

    (tempo,) = after.on(MONDAY + dt.timedelta(days=3))
    assert tempo.title.startswith("Tempo")
    assert tempo.km == 9
    assert size_of(tempo.steps).km == pytest.approx(9, abs=0.15)
    assert any(getattr(step, "pace", None) == (252, 258) for step in tempo.steps)  # threshold 4:15 /km


def test_a_workout_added_with_an_id_is_exactly_as_given() -> None:
    after = apply(of_a_runner(50), [Add(id="x", week=1, day="thu", type="tempo", title="Mine", km=9)])

    assert after.by_id["x"].but(date=MONDAY) == workout(type="tempo", km=9, id="x", title="Mine").but(date=MONDAY)


def test_a_retyped_workout_keeps_its_size_and_its_own_note_and_gets_steps() -> None:
    before = of_a_runner(50)
    before = before.but(workouts=tuple(each.but(notes="With Ana") for each in before.workouts))

    (after,) = apply(before, [Change(workout="w1-tue", type="vo2_long")]).workouts

    assert after.title.startswith("Intervals")
    assert after.km == pytest.approx(8, abs=0.3)
    assert after.notes == "With Ana"
    assert size_of(after.steps).km == pytest.approx(after.km or 0, abs=0.1)
