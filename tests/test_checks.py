"""The checks: a good plan has no finding, and each way to spoil it is caught by its rule alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Race
from planwise_core.training.checks import RULES, review
from planwise_core.training.plan import Plan, Step
from tests.builders import workout
from tests.good_plans import (
    GOOD,
    MARATHON,
    MARATHON_KM,
    MARATHON_LONG,
    MARATHONER,
    RUNNER,
    TEN,
    TEN_RUNNER,
    ULTRA,
    ULTRA_RUNNER,
    day_of,
    only,
    repeats,
    tempo,
    to_race,
    week,
    weeks,
    with_,
    without,
)
from tests.strategies import plans

Bad = tuple[str, Plan, Athlete]
SIGNED = {
    "half": (GOOD, RUNNER), "marathon": (MARATHON, MARATHONER), "10 km": (TEN, TEN_RUNNER),
    "80 km": (ULTRA, ULTRA_RUNNER), "base": (weeks(45, 45, 45, 38, 45, 45, 45), RUNNER),
}  # fmt: skip


def rules_of(checked: Plan, athlete: Athlete) -> set[str]:
    return {finding.rule for finding in review(checked, athlete)}


@pytest.mark.parametrize("name", SIGNED)
def test_a_good_plan_has_no_finding(name: str) -> None:
    assert review(*SIGNED[name]) == ()


def half(**changes: tuple[float, float]) -> Plan:
    """The good half-marathon plan with other kilometres (week, long run) in some weeks: ``w7=(52, 16)``."""
    changed = GOOD
    for name, (km, long_km) in changes.items():
        number = int(name[1:])
        hard = next((each for each in GOOD.by_week[number - 1] if each.type == "tempo"), None)
        changed = only(changed, number, *week(number, km, long_km, hard=hard))
    return changed


OFF = Away(first=day_of(5, "tue"), last=day_of(5, "tue"))
TWO_WEEKS_OFF = Away(first=day_of(5, "mon"), last=day_of(6, "sun"))
NO_WEDNESDAY = ("mon", "tue", "thu", "fri", "sat", "sun")
HURT = RUNNER.but(injuries=(Injury(part="calf", pain=4),))
NOVICE = RUNNER.but(level="novice", weekly_km=4, longest_run_km=2, days_per_week=3)
FIRST_RUNS = weeks(6, 6, 6, 6, days=3)
VO2 = repeats("vo2_long", week=6, rest=Step(kind="recovery", seconds=240))
SHORT_VO2 = repeats("vo2_long", week=6, easy_m=1500, rest=Step(kind="recovery", seconds=240))
HURRY = Step(kind="recovery", seconds=60)
LONG_MP = workout("sun", 16, week=2, type="long_mp")
FAST_LONG = workout("sun", 16, week=6, type="long", steps=(Step(metres=16_000, pace=(280, 290)),))
SEVEN_DAYS = RUNNER.but(days_per_week=7)

FIVE_KM_OF_THRESHOLD = repeats("cruise_intervals", week=6, count=5, work=1000, rest=200)
THREE_TEMPOS = (
    *(tempo(day, week=6, work_m=2000, easy_m=3000) for day in ("tue", "thu", "sat")),
    workout("wed", 5, week=6),
    workout("sun", 16, week=6),
)
HARD_WEEKS = with_(
    weeks(0, 0, 0, 0),
    *(tempo("thu", week=n, work_m=4300) for n in (1, 2, 3, 4)),
    *(tempo("tue", week=n, work_m=8800).but(type="marathon_pace") for n in (1, 2, 3, 4)),
    *(workout("wed", 11.9, week=n) for n in (1, 2, 3, 4)),
    *(workout("sun", 12, week=n, type="long") for n in (1, 2, 3, 4)),
)
TEN_FAR_KM = (70, 70, 70, 58, 70, 70, 70, 58, 70, 70, 55, 25)
TEN_FAR_LONG = (25, 25, 25, 20, 25, 25, 25, 20, 25, 25, 18)
EASY_TUESDAY = workout("tue", 8, week=2)
TWO_LONG_DAYS = (workout("sat", 30, week=6, type="long"), workout("sun", 25, week=6, type="back_to_back"))
SLOW_RETURN = weeks(45, 45, 45, 45, 0, 0, 22, 33, long=(16, 16, 16, 16, 0, 0, 8, 12))
BAD: dict[str, Bad] = {
    "a workout on a day that is not free": ("LIMIT-DAY", GOOD, RUNNER.but(free_days=NO_WEDNESDAY)),
    "more minutes than the day has": ("LIMIT-MINUTES", GOOD, RUNNER.but(minutes=(DayLimit(day="wed", minutes=38),))),
    "more run days than wanted": ("LIMIT-DAYS", GOOD, RUNNER.but(days_per_week=4)),
    "a workout while away": ("LIMIT-AWAY", GOOD, RUNNER.but(away=(OFF,))),
    "strength on a day that is not free": (
        "LIMIT-DAY",
        with_(GOOD, workout("mon", None, week=5, type="strength", minutes=30)),
        RUNNER.but(free_days=("tue", "wed", "thu", "fri", "sat", "sun")),
    ),
    "no race on race day": ("RACE-DAY", without(GOOD, "w12-sun"), RUNNER),
    "a race that is too short": ("RACE-DAY", with_(GOOD, workout("sun", 10, week=12, type="race")), RUNNER),
    "a second race that the plan leads to": (
        "RACE-DAY",
        with_(without(GOOD, "w8-sun"), workout("sun", 10, week=8, type="race")),
        RUNNER,
    ),
    "a race on another day than the runner's": (
        "RACE-DAY",
        GOOD,
        RUNNER.but(races=(Race(distance_km=21.0975, date=day_of(12, "sat")),)),
    ),
    "phases that run backwards": (
        "PHASE-1",
        GOOD.but(weeks=(*GOOD.weeks[:8], *GOOD.weeks[3:5], *GOOD.weeks[10:])),
        RUNNER,
    ),
    "a week far above the month before": ("PROG-1", half(w7=(51, 16)), RUNNER),
    "a week madly above the month before": ("PROG-1", half(w7=(56, 16)), RUNNER.but(weekly_km=42)),
    "a down week that ends in a new high": ("PROG-2", half(w9=(48, 16)), RUNNER),
    "no down week": ("PROG-3", half(w4=(45, 16)), RUNNER),
    "a first week above what was run": ("PROG-4", GOOD, RUNNER.but(weekly_km=40)),
    "a first week far above what was run": ("PROG-4", half(w1=(50, 16)), RUNNER.but(weekly_km=38, longest_run_km=15)),
    "a peak of twice the start": (
        "PROG-5",
        weeks(45, 49, 53.5, 48, 56, 61.5, 67, 60, 70, 77, 82, long=[16, 17, 18, 16, 19, 20, 22, 20, 23, 24, 24]),
        RUNNER,
    ),
    "two run days a week": ("PROG-6", weeks(20, 20, 20, days=2, long=(11, 11, 11)), RUNNER.but(weekly_km=20)),
    "a long run a little over the month's longest": ("LR-1", half(w7=(47, 18)), RUNNER),
    "a run in the week far over the month's longest": (
        "LR-1",
        only(GOOD, 7, *week(7, 49, 16, 5, workout("thu", 18, week=7))),
        RUNNER.but(days_per_week=5),
    ),
    "a jump for someone just hurt": ("LR-1", half(w7=(49, 19.5)), RUNNER.but(injuries=(Injury(part="knee", pain=2),))),
    "a long run that is half the week": ("LR-2", half(w6=(33, 16), w7=(33, 16)), RUNNER.but(minutes=())),
    "a long run of three hours": (
        "LR-3",
        weeks(90, 90, 90, days=5, long=(30, 30, 30)),
        RUNNER.but(weekly_km=90, longest_run_km=30),
    ),
    "a marathon without a long run": (
        "LR-4",
        to_race(42.195, MARATHON_KM, tuple(min(km, 23) for km in MARATHON_LONG)),
        MARATHONER,
    ),
    "a 10 km with marathon long runs": (
        "LR-4",
        to_race(10.0, TEN_FAR_KM, TEN_FAR_LONG),
        TEN_RUNNER.but(weekly_km=70, longest_run_km=25),
    ),
    "marathon pace in an early long run": ("LR-5", with_(without(GOOD, "w2-tue"), LONG_MP, EASY_TUESDAY), RUNNER),
    "a long run faster than easy": ("LR-5", with_(GOOD, FAST_LONG), RUNNER),
    "a second long day as long as the first": ("LR-6", with_(without(ULTRA, "w6-thu"), *TWO_LONG_DAYS), ULTRA_RUNNER),
    "a tempo run that is too much for the week": ("Q-1", with_(GOOD, FIVE_KM_OF_THRESHOLD), RUNNER),
    "three hard days a week": ("Q-2", only(GOOD, 6, *THREE_TEMPOS), RUNNER),
    "two hard days in a row": ("Q-3", with_(GOOD, tempo("wed", week=6, work_m=3000)), RUNNER),
    "a hard day next to the long run": ("Q-3-LONG", with_(GOOD, tempo("sat", week=6, work_m=3000)), RUNNER),
    "a beginner's hard day next to the long run": (
        "Q-3-LONG",
        with_(GOOD, workout("tue", 8, week=6), tempo("sat", week=6, work_m=3000)),
        RUNNER.but(level="novice"),
    ),
    "intervals the day before the long run": (
        "Q-3-48H",
        with_(GOOD, repeats("reps", "sat", week=6, count=8, work=200, rest=200)),
        RUNNER,
    ),
    "tempo, long run, tempo": (
        "Q-3-THREE",
        with_(only(GOOD, 7, *week(7, 45, 14, 5, tempo("mon", week=7, work_m=3000))), tempo("sat", week=6, work_m=3000)),
        SEVEN_DAYS,
    ),
    "intervals without a warm-up": ("Q-4", with_(GOOD, VO2.but(steps=VO2.steps[1:], km=7)), RUNNER),
    "intervals with a short warm-up": ("Q-4", with_(GOOD, SHORT_VO2), RUNNER),
    "intervals of six minutes": (
        "Q-4",
        with_(GOOD, repeats("vo2_long", week=6, count=2, work=1500, rest=Step(kind="recovery", seconds=240))),
        RUNNER,
    ),
    "repetitions without rest": ("Q-4", with_(GOOD, repeats("reps", week=6, count=5, work=400, rest=HURRY)), RUNNER),
    "intervals with endless rest": (
        "Q-4",
        with_(GOOD, repeats("vo2_long", week=6, rest=Step(kind="recovery", seconds=400))),
        RUNNER,
    ),
    "steps that are not the workout": ("STEPS", with_(GOOD, tempo(week=6).but(km=9)), RUNNER),
    "minutes that are not the workout": (
        "STEPS",
        with_(GOOD, workout("tue", None, week=6, type="easy", minutes=45, steps=(Step(seconds=3000),))),
        RUNNER,
    ),
    "four weeks of little easy running": ("Q-5", HARD_WEEKS, RUNNER),
    "no taper": ("TAPER-1", half(w11=(43, 12)), RUNNER),
    "a taper that is a holiday": ("TAPER-1", half(w11=(25, 8)), RUNNER),
    "a taper without speed": ("TAPER-2", with_(without(GOOD, "w12-tue"), workout("tue", 5.7, week=12)), RUNNER),
    "a taper of two runs": ("TAPER-2", only(GOOD, 11, *week(11, 33, 16, 2)), RUNNER),
    "the longest run a week before the marathon": (
        "TAPER-3",
        to_race(42.195, (*MARATHON_KM[:16], 64, 30), (*(min(km, 25) for km in MARATHON_LONG[:16]), 25.5)),
        MARATHONER,
    ),
    "a marathon at 17": ("YOUTH-1", MARATHON, MARATHONER.but(age=17)),
    "intervals and tempo two days apart at 52": (
        "MASTERS-1",
        with_(GOOD, VO2, tempo("thu", week=6, work_m=3000)),
        RUNNER.but(age=52),
    ),
    "four weeks without a rest at 52": ("MASTERS-2", half(w4=(45, 16), w3=(37, 13)), RUNNER.but(age=52)),
    "a beginner who starts with running": ("BEGIN-1", FIRST_RUNS, NOVICE),
    "hard running with a sore calf": ("INJURY-1", GOOD, HURT),
    "two hard sessions on a day": (
        "DOUBLE-1",
        with_(GOOD, tempo("tue", week=6, work_m=1000, easy_m=1500).but(id="pm")),
        RUNNER.but(doubles=True),
    ),
    "two runs on a day nobody asked for": ("DOUBLE-2", with_(GOOD, workout("thu", 3, week=6, id="pm")), RUNNER),
    "back from two weeks off as if nothing had been": (
        "RETURN-1",
        weeks(45, 45, 45, 45, 0, 0, 40, 45, long=(16, 16, 16, 16, 0, 0, 14, 15)),
        RUNNER.but(away=(TWO_WEEKS_OFF,)),
    ),
    "hard running straight after two weeks off": (
        "RETURN-2",
        with_(SLOW_RETURN, tempo("wed", week=7, work_m=1200, easy_m=1600)),
        RUNNER.but(away=(TWO_WEEKS_OFF,)),
    ),
    "a marathon in eight weeks from nothing": (
        "LEAD-1",
        to_race(42.195, (60, 62, 54, 64, 68, 62, 44, 28), (16.5, 18.1, 19.9, 21.8, 23.9, 24, 16)),
        MARATHONER.but(weekly_km=60, longest_run_km=15),
    ),
}  # fmt: skip


@pytest.mark.parametrize("how", BAD)
def test_a_bad_plan_is_caught_by_the_rule_it_breaks(how: str) -> None:
    rule, bad, athlete = BAD[how]

    assert rules_of(bad, athlete) == {rule}


def test_every_rule_has_a_bad_plan_and_an_id_of_its_own() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
    assert {rule.id for rule in RULES} == {rule for rule, _, _ in BAD.values()}


@settings(max_examples=60, deadline=None)
@given(plans())
def test_any_plan_can_be_reviewed(any_plan: Plan) -> None:
    for finding in review(any_plan, RUNNER):
        assert finding.message.endswith(".")
        assert finding.advice.endswith(".")
        assert finding.source
        assert finding.week is None or 1 <= finding.week <= len(any_plan.weeks)


def test_what_has_passed_is_not_found_fault_with() -> None:
    bad = with_(GOOD, tempo("wed", week=2, work_m=3000))

    assert "Q-3" in rules_of(bad, RUNNER)
    assert review(bad, RUNNER, today=day_of(3, "mon")) == ()


def test_errors_come_first_then_by_week() -> None:
    bad = with_(half(w7=(51, 16)), tempo("wed", week=9, work_m=3000), tempo("wed", week=2, work_m=3000))

    assert [(each.rule, each.week) for each in review(bad, RUNNER)] == [("Q-3", 2), ("Q-3", 9), ("PROG-1", 7)]
