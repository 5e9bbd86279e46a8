"""What the checks keep quiet about: what has been run, weeks cut short, days off that were told."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.athlete import Athlete, Away, Injury
from planwise_core.training.checks import review
from planwise_core.training.plan import Plan
from planwise_core.training.rules.runner import breaks
from planwise_core.training.rules.season import Season
from tests.builders import MONDAY, plan, workout
from tests.good_plans import day_of, tempo, weeks

UNKNOWN = Athlete(vdot=45)


def rules_of(made: Plan, athlete: Athlete) -> set[str]:
    return {finding.rule for finding in review(made, athlete)}


LONG_SUNDAY = plan(workout("wed", 5), workout("sun", 20), weeks=1, race_distance_km=None)
HARD_FRIDAY = plan(tempo("fri", work_m=8000), race_distance_km=None)
BIG_LONG = Athlete(vdot=45, longest_run_km=20)


@pytest.mark.parametrize("rule", ["LR-2", "Q-1", "Q-5", "INJURY-1"])
def test_what_has_been_run_is_not_objected_to(rule: str) -> None:
    sore = BIG_LONG.but(injuries=(Injury(part="calf", pain=5),))
    made, day = (LONG_SUNDAY, day_of(1, "sun")) if rule == "LR-2" else (HARD_FRIDAY, day_of(1, "fri"))

    assert rule in {each.rule for each in review(made, sore, (), day)}
    assert rule not in {each.rule for each in review(made, sore, (), day + dt.timedelta(days=1))}


def test_a_week_cut_short_by_time_off_has_no_share_for_its_long_run() -> None:
    def away(first: str, last: str, week_number: int = 1) -> Athlete:
        return BIG_LONG.but(away=(Away(first=day_of(week_number, first), last=day_of(week_number, last)),))

    assert "LR-2" in rules_of(LONG_SUNDAY, BIG_LONG)
    assert "LR-2" not in rules_of(LONG_SUNDAY, away("mon", "mon"))
    assert "LR-2" not in rules_of(LONG_SUNDAY, away("sun", "sun"))
    assert "LR-2" in rules_of(LONG_SUNDAY, away("mon", "mon", 2))
    assert "LR-2" in rules_of(LONG_SUNDAY, away("sun", "sun", 0))


@pytest.mark.parametrize(("pain", "is_told"), [(3, True), (4, False)])
def test_few_run_days_are_no_fault_while_it_hurts(pain: int, is_told: bool) -> None:
    made = weeks(20, 20, 20, days=2)

    found = {each.rule for each in review(made, UNKNOWN.but(injuries=(Injury(part="calf", pain=pain),)), (), MONDAY)}

    assert ("PROG-6" in found) == is_told


@pytest.mark.parametrize(
    ("gap", "first", "last", "found"),
    [
        (8, 2, 7, (6, 8)), (8, 0, 7, (7, 8)), (8, 2, 20, (7, 9)), (7, 2, 6, None), (13, 2, 7, (6, 8)),
        (14, 2, 7, (14, 15)), (8, 30, 40, (8, 9)), (5, 30, 40, None),
    ],
)  # fmt: skip
def test_the_days_off_that_were_told_count_and_not_the_rest_days_around_them(
    gap: int, first: int, last: int, found: tuple[int, int] | None
) -> None:
    ran = day_of(2, "sun")  # three runs a week, then `gap` days without
    days = [
        *(ran - dt.timedelta(days=at) for at in (9, 7, 4, 2, 0)),
        *(ran + dt.timedelta(days=gap + 1 + at) for at in (0, 2, 4)),
    ]
    made = plan(*(workout().but(id=f"r{n}", date=day) for n, day in enumerate(days)), weeks=8, race_distance_km=None)
    away = Away(first=ran + dt.timedelta(days=first), last=ran + dt.timedelta(days=last))

    came = list(breaks(Season(made, UNKNOWN.but(away=(away,)))))

    assert came == ([(found[0], ran + dt.timedelta(days=found[1]))] if found else [])
