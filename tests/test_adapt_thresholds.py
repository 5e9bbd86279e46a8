"""The numbers of SCIENCE 2.6, from both sides: how long, how much, how bad."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.adapt import away, cold, felt, hurt, ill, missed
from planwise_core.training.athlete import Athlete, Away, Injury, Race
from planwise_core.training.checks import review
from planwise_core.training.edits import Change, Scale, apply
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan
from planwise_core.training.returning import breaks_of, injury_ladder, ladder_of, returns_in
from planwise_core.training.season import season_of
from tests.builders import plan, race, workout
from tests.good_plans import day_of, tempo

RACE = day_of(12, "sun")
EVERY_DAY = plan(
    *(workout(day, 8, week=week) for week in range(1, 13) for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
      if (week, day) != (12, "sun")),
    workout("sun", 10, week=12, type="race"), weeks=12, race_distance_km=10.0, race_date=RACE,
)  # fmt: skip
RUNNER = Athlete(weekly_km=56, longest_run_km=8, vdot=45)
TODAY = day_of(3, "mon")


def off(days: int) -> str:
    return away(EVERY_DAY, RUNNER, TODAY, TODAY, TODAY + dt.timedelta(days=days - 1)).says


def km_on(after: Plan, days: int) -> float:
    """Kilometres so many days after today."""
    return sum(each.run_km for each in after.on(TODAY + dt.timedelta(days=days)))


def test_up_to_5_days_off_change_nothing_else_and_after_28_the_rest_is_planned_anew() -> None:
    graded, anew = "the way back is graded, without hard sessions", "without hard sessions at first"

    assert graded not in off(5)
    assert graded in off(6)
    assert anew not in off(28)
    assert anew in off(29)


def test_after_more_than_20_days_off_the_goal_is_in_question() -> None:
    assert "softer goal" not in off(20)
    assert "softer goal" in off(21)


@pytest.mark.parametrize(("days", "is_graded"), [(5, False), (6, True)])
def test_runs_missed_for_more_than_5_days_bring_a_graded_return(days: int, is_graded: bool) -> None:
    lost = [each.id for each in EVERY_DAY.workouts if 0 < (TODAY - each.date).days <= days]

    assert ("graded" in missed(EVERY_DAY, RUNNER, TODAY, lost).says) == is_graded


def test_the_way_back_is_half_and_then_three_quarters_for_as_long_as_the_break() -> None:
    back = apply(EVERY_DAY, away(EVERY_DAY, RUNNER, TODAY, TODAY, TODAY + dt.timedelta(days=9)).edits, today=TODAY)

    assert [km_on(back, days) for days in (0, 9, 10, 14, 15, 19, 20)] == [0, 0, 4, 4, 6, 6, 8]


def test_with_a_cold_half_of_each_run_is_left() -> None:
    after = apply(EVERY_DAY, cold(EVERY_DAY, RUNNER, TODAY, 2).edits, today=TODAY)

    assert [km_on(after, days) for days in (0, 1)] == [4, 4]


@pytest.mark.parametrize(("km", "monday", "share"), [(21.0975, 12, 0.7), (42.195, 16, 1.0)])
def test_with_a_cold_in_a_taper_more_of_each_run_is_left(km: float, monday: int, share: float) -> None:
    athlete = Athlete(races=(race(km, 13 if km < 42 else 18),), weekly_km=50, days_per_week=4, vdot=45)
    made, today = build(athlete, day_of(1, "mon")), day_of(monday + (km < 42), "mon")

    after = apply(made, cold(made, athlete, today, 7 if km > 42 else 6).edits, today=today)

    runs = [each for each in made.workouts if 0 <= (each.date - today).days < 6 and each.type == "easy"]
    assert runs
    for each in runs:
        assert after.by_id[each.id].km == pytest.approx(share * (each.km or 0), rel=0.015, abs=0.06)


def test_fever_adds_two_days_off_and_a_week_without_hard_running() -> None:
    hard = plan(*(tempo(day, week=4) for day in ("thu", "fri", "sat")), weeks=6)  # 10, 11 and 12 days from today
    ended, eased = (ill(each, RUNNER, TODAY, 3, fever=True) for each in (EVERY_DAY, hard))

    assert [km_on(apply(EVERY_DAY, ended.edits, today=TODAY), days) for days in (0, 4, 5)] == [0, 0, 8]
    assert [each.type for each in apply(hard, eased.edits, today=TODAY).workouts] == ["easy", "easy", "tempo"]


def test_pain_above_3_means_rest_and_from_7_a_doctor() -> None:
    says = {pain: hurt(EVERY_DAY, RUNNER, TODAY, "calf", pain).says for pain in (3, 4, 6, 7)}

    assert says[3].startswith("The next two weeks are easy")
    assert "No running for about a week" in says[4]
    assert "No running for about a week" in says[6]
    assert "No running for about two weeks" in says[7]


@pytest.mark.parametrize(
    ("pain", "loads"),
    [
        (0, (0.75, 0.75)), (3, (0.75, 0.75)), (4, (0, 0.5, 0.75)), (6, (0, 0.5, 0.75)), (7, (0, 0, 0.33, 0.5, 0.75)),
    ],
)  # fmt: skip
def test_the_load_comes_back_by_how_much_it_hurt(pain: int, loads: tuple[float, ...]) -> None:
    sore = RUNNER.but(injuries=(Injury(part="calf", pain=pain),))

    assert ladder_of(pain) == injury_ladder(season_of(sore, TODAY)) == loads


def test_too_hard_is_15_percent_less_and_too_easy_5_more() -> None:
    less, more = (felt(EVERY_DAY, RUNNER, TODAY, how) for how in ("too hard", "too easy"))  # type: ignore[arg-type]

    assert [each.percent for each in less.edits if isinstance(each, Scale)] == [85]
    assert {each.km for each in more.edits if isinstance(each, Change)} == {8.4}


def test_each_step_of_the_load_is_a_week() -> None:
    after = apply(EVERY_DAY, hurt(EVERY_DAY, RUNNER, TODAY, "calf", 3).edits, today=TODAY)

    assert [km_on(after, days) for days in (0, 6, 7, 13, 14)] == [6, 6, 6, 6, 8]


def days_off(first: int, last: int) -> Away:
    return Away(first=TODAY + dt.timedelta(days=first), last=TODAY + dt.timedelta(days=last))


def test_breaks_that_touch_are_one() -> None:
    touching = season_of(RUNNER.but(away=(days_off(14, 20), days_off(21, 25))), TODAY)
    apart = season_of(RUNNER.but(away=(days_off(14, 20), days_off(22, 25))), TODAY)

    assert [(last - first).days + 1 for first, last in breaks_of(touching)] == [12]
    assert [(last - first).days + 1 for first, last in breaks_of(apart)] == [7, 4]


@pytest.mark.parametrize(("first", "weeks_before"), [(13, 1), (14, 2)])
def test_a_return_knows_its_share_and_the_weeks_before_the_break(first: int, weeks_before: int) -> None:
    season = season_of(RUNNER.but(away=(days_off(first, 27),)), TODAY)

    assert [(each.share, each.weeks_before) for each in returns_in(season, 4)] == [(0.5, weeks_before)]


def test_the_way_back_is_measured_by_what_was_run_before_and_not_by_what_the_plan_had_grown_to() -> None:
    race = Race(distance_km=21.0975, date=TODAY + dt.timedelta(weeks=21))
    runner = Athlete(weekly_km=30, days_per_week=4, races=(race,))
    growing = build(runner, TODAY)
    first, last = TODAY + dt.timedelta(weeks=1), TODAY + dt.timedelta(weeks=2, days=-1)

    back = apply(growing, away(growing, runner, TODAY, first, last).edits, today=TODAY)

    gone = runner.but(away=(Away(first=first, last=last),))
    assert not [each for each in review(back, gone, (), TODAY) if each.rule == "RETURN-1"]


def test_a_week_that_begins_late_has_a_little_more_than_its_days_and_the_next_knows_of_them() -> None:
    season = season_of(RUNNER.but(away=(days_off(7, 18),)), TODAY)  # back on a Saturday

    (late,), (then,) = returns_in(season, 2), returns_in(season, 3)

    assert late.share == pytest.approx(1.3 * 2 * 0.5 / 7)
    assert (late.days_before, then.days_before) == (0, 2)


@pytest.mark.parametrize(("last", "days"), [(13, 0), (14, 6), (18, 2)])
def test_the_days_of_a_way_back_before_a_week_are_those_of_the_week_before(last: int, days: int) -> None:
    season = season_of(RUNNER.but(away=(days_off(2, last),)), TODAY)

    assert [each.days_before for each in returns_in(season, 3)] == [days]


def test_something_sore_has_no_days_of_a_way_back_before_it() -> None:
    season = season_of(RUNNER.but(injuries=(Injury(part="calf", pain=2),)), TODAY)

    assert [each.days_before for each in returns_in(season, 0)] == [0]
