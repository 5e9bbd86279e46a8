"""The checks: a plan a good coach would sign has no finding, and each way to spoil it has exactly one."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings

from planwise_core.training.athlete import Athlete, Away
from planwise_core.training.checks import RULES, review
from planwise_core.training.plan import Plan, Step, Week, Workout
from tests.builders import MONDAY, plan, workout
from tests.strategies import plans

RACE_DATE = MONDAY + dt.timedelta(days=12 * 7 - 1)
RUNNER = Athlete(level="intermediate", weekly_km=45, longest_run_km=16, days_per_week=5, vdot=45, age=35)
TEMPO = (
    Step(kind="warmup", seconds=900),
    Step(kind="interval", metres=4000, pace=(276, 282)),
    Step(kind="cooldown", seconds=900),
)


def good_week(number: int) -> tuple[Workout, ...]:
    """45 km on five days; 37 in weeks 4 and 8, then 36 and the race."""
    if number == 12:
        sizes = {"tue": ("easy_strides", 6), "thu": ("easy", 6), "fri": ("easy", 5), "sun": ("race", 21.0975)}
    elif number == 11:
        sizes = {"tue": ("tempo", 7), "wed": ("easy", 6), "thu": ("easy", 6), "sat": ("easy", 5), "sun": ("long", 12)}
    elif number in {4, 8}:
        sizes = {"tue": ("easy", 7), "wed": ("easy", 6), "thu": ("easy", 6), "sat": ("easy", 5), "sun": ("long", 13)}
    else:
        sizes = {"tue": ("tempo", 9), "wed": ("easy", 7), "thu": ("easy", 7), "sat": ("easy", 6), "sun": ("long", 16)}
    return tuple(
        workout(day, km, week=number, type=type, steps=TEMPO if type == "tempo" else ())
        for day, (type, km) in sizes.items()
    )


def good_plan() -> Plan:
    """Twelve weeks to a half marathon, as a careful coach might write them."""
    phases = ["Base"] * 4 + ["Build"] * 4 + ["Peak"] * 2 + ["Taper", "Race"]
    return plan(
        *(each for number in range(1, 13) for each in good_week(number)),
        weeks=12,
        race_date=RACE_DATE,
    ).but(weeks=tuple(Week(phase=phase) for phase in phases))


def with_(changed: Plan, *workouts: Workout) -> Plan:
    """The plan with these workouts, in place of those of the same id."""
    return changed.but(workouts=tuple({**changed.by_id, **{each.id: each for each in workouts}}.values()))


def without(changed: Plan, *ids: str) -> Plan:
    return changed.but(workouts=tuple(each for each in changed.workouts if each.id not in ids))


def sized(week: int, factor: float, km: float = 250) -> tuple[Workout, ...]:
    """A good week made bigger or smaller, but for the runs longer than `km`."""
    return tuple(each.but(km=round(each.km * factor, 3)) for each in good_week(week) if each.km and each.km <= km)


def rules_of(checked: Plan, athlete: Athlete = RUNNER) -> set[str]:
    return {finding.rule for finding in review(checked, athlete)}


def test_a_good_plan_has_no_finding() -> None:
    assert review(good_plan(), RUNNER) == ()


GOOD = good_plan()
NO_WEDNESDAY = ("mon", "tue", "thu", "fri", "sat", "sun")
A_TUESDAY = Away(first=MONDAY + dt.timedelta(days=22), last=MONDAY + dt.timedelta(days=22))
BAD: dict[str, tuple[str, Plan, Athlete]] = {
    "a workout on a day that is not free": ("LIMIT-DAY", GOOD, RUNNER.but(free_days=NO_WEDNESDAY)),
    "more minutes than the day has": ("LIMIT-MINUTES", GOOD, RUNNER.but(minutes=({"day": "wed", "minutes": 38},))),
    "more run days than wanted": ("LIMIT-DAYS", GOOD, RUNNER.but(days_per_week=4)),
    "a workout while away": ("LIMIT-AWAY", GOOD, RUNNER.but(away=(A_TUESDAY,))),
    "no race on race day": ("RACE-DAY", without(GOOD, "w12-sun"), RUNNER),
    "a week far above the month before": ("PROG-1", with_(GOOD, *sized(7, 1.3, km=7)), RUNNER),
    "two hard days in a row": ("Q-3", with_(GOOD, workout("wed", 7, week=6, type="tempo", steps=TEMPO)), RUNNER),
    "a long run far over the month's longest": ("LR-1", with_(GOOD, workout("sun", 18, week=7, type="long")), RUNNER),
}  # fmt: skip


@pytest.mark.parametrize("how", BAD)
def test_a_bad_plan_is_caught_by_the_rule_it_breaks(how: str) -> None:
    rule, bad, athlete = BAD[how]

    assert rules_of(bad, athlete) == {rule}


@settings(max_examples=60, deadline=None)
@given(plans())
def test_any_plan_can_be_reviewed(any_plan: Plan) -> None:
    for finding in review(any_plan, RUNNER):
        assert finding.message
        assert finding.advice
        assert finding.source
        assert finding.week is None or 1 <= finding.week <= len(any_plan.weeks)


def test_every_rule_has_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_what_has_passed_is_not_found_fault_with() -> None:
    bad = with_(GOOD, workout("wed", 7, week=2, type="tempo", steps=TEMPO))
    in_week_3 = MONDAY + dt.timedelta(weeks=2)

    assert "Q-3" in {finding.rule for finding in review(bad, RUNNER)}
    assert review(bad, RUNNER, today=in_week_3) == ()
