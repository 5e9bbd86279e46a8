"""What every adaptation of every plan keeps: the past, the race, the rules, and that nothing missed is made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from planwise_core.errors import CannotPlan
from planwise_core.training.adapt import Adaptation, away, cold, felt, hurt, ill, missed, wishes_changed
from planwise_core.training.athlete import Athlete, Away, Injury
from planwise_core.training.checks import review
from planwise_core.training.edits import apply
from planwise_core.training.engine import build
from planwise_core.training.plan import Plan, week_km
from planwise_core.training.season import fitness_of
from planwise_core.training.workouts import HARD
from tests.strategies import athletes

Case = tuple[Plan, Athlete, dt.date, frozenset[str]]
Told = Callable[[Case], tuple[Adaptation, Athlete]]  # an adaptation, and the runner who has told what happened
FEW = settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@st.composite
def lived_plans(draw: st.DrawFn) -> Case:
    """A random athlete's plan, a day in it, and which runs were done so far (today's perhaps)."""
    athlete, start = draw(athletes())
    try:
        plan = build(athlete, start)
    except CannotPlan:
        assume(False)
    today = plan.start_date + dt.timedelta(days=draw(st.integers(0, 7 * len(plan.weeks) - 1)))
    past = [each.id for each in plan.workouts if each.date <= today and each.type != "race"]
    return plan, athlete, today, frozenset(draw(st.sets(st.sampled_from(past))) if past else ())


def missing(days: int) -> Callable[[Case], Adaptation]:
    def adapted(case: Case) -> Adaptation:
        plan, athlete, today, done = case
        lately = [each for each in plan.workouts if 0 < (today - each.date).days <= days and each.id not in done]
        return missed(plan, athlete, today, [each.id for each in lately])

    return adapted


def holiday(first: int, days: int) -> Callable[[Case], Adaptation]:
    def adapted(case: Case) -> Adaptation:
        plan, athlete, today, done = case
        start = today + dt.timedelta(days=first)
        return away(plan, athlete, today, start, start + dt.timedelta(days=days - 1), done)

    return adapted


def illness(days: int, fever: bool) -> Callable[[Case], Adaptation]:
    return lambda case: ill(case[0], case[1], case[2], days, fever=fever, done=case[3])


def pain(degree: int) -> Callable[[Case], Adaptation]:
    return lambda case: hurt(case[0], case[1], case[2], "knee", degree, done=case[3])


small = st.one_of(
    st.builds(missing, st.integers(1, 27)),
    st.builds(holiday, st.integers(0, 20), st.integers(1, 28)),
    st.builds(illness, st.integers(1, 20), st.booleans()),
    st.just(lambda case: felt(case[0], case[1], case[2], "too hard")),
)


def fitter_to(vdot: float, case: Case) -> Adaptation:
    return wishes_changed(case[0], case[1].but(vdot=vdot, recent=None), case[2], case[3])


large = st.one_of(
    st.builds(holiday, st.integers(0, 20), st.integers(29, 60)),
    st.builds(pain, st.integers(0, 10)),
    st.builds(lambda vdot: lambda case: fitter_to(vdot, case), st.just(48.0)),
)


@FEW
@given(lived_plans(), small | large)
def test_only_the_future_changes_and_the_race_stays(case: Case, adapt: Callable[[Case], Adaptation]) -> None:
    plan, _, today, done = case
    try:
        adaptation = adapt(case)
    except CannotPlan:
        return

    after = apply(plan, adaptation.edits, today=today, done=done)
    assert adaptation.says.endswith(".")
    lived = [each for each in plan.workouts if each.date < today or each.id in done]
    assert [each for each in after.workouts if each.date < today or each.id in done] == lived
    if plan.race and plan.race_date:
        assert after.race
        assert (after.race.date, after.race.km) == (plan.race.date, plan.race.km)


@FEW
@given(lived_plans(), small)
def test_what_was_missed_is_never_made_up(case: Case, adapt: Callable[[Case], Adaptation]) -> None:
    plan, _, today, done = case
    adaptation = adapt(case)

    after = apply(plan, adaptation.edits, today=today, done=done)
    for each in after.workouts:  # no run is added, moved or longer, and none becomes hard
        was = plan.by_id[each.id]
        assert each.date == was.date
        assert each.run_km <= was.run_km + 0.11
        assert each.type not in HARD or was.type in HARD
    lost = week_km(plan.workouts) - week_km(after.workouts)
    if lost > 1:
        assert any(words in adaptation.says for words in ("given up", "% less", "easy"))


def away_then(case: Case, first: dt.date, days: int, reason: str) -> Athlete:
    last = first + dt.timedelta(days=days - 1)
    return case[1].but(away=(*case[1].away, Away(first=first, last=last, reason=reason)))


def at_home(first: int, days: int) -> Told:
    return lambda case: (
        holiday(first, days)(case), away_then(case, case[2] + dt.timedelta(days=first), days, "holiday"),
    )  # fmt: skip


def in_bed(days: int, fever: bool) -> Told:
    return lambda case: (illness(days, fever)(case), away_then(case, case[2], days + 2 * fever, "illness"))


def sore(degree: int) -> Told:
    def told(case: Case) -> tuple[Adaptation, Athlete]:
        knee = Injury(part="knee", pain=degree, since=case[2])
        return pain(degree)(case), case[1].but(injuries=(*case[1].injuries, knee))

    return told


def fitter(by: int) -> Told:
    def told(case: Case) -> tuple[Adaptation, Athlete]:
        fitness = round(min(max(fitness_of(case[1])[0] + by, 20), 85), 1)
        return fitter_to(fitness, case), case[1].but(vdot=fitness, recent=None)

    return told


whatever_happens = st.one_of(
    st.builds(at_home, st.integers(0, 20), st.integers(1, 60)),
    st.builds(in_bed, st.integers(1, 20), st.booleans()),
    st.builds(sore, st.integers(0, 10)),
    st.builds(fitter, st.sampled_from([-3, 3])),
    st.builds(lambda days: lambda case: (missing(days)(case), case[1]), st.integers(1, 27)),
    st.builds(lambda days: lambda case: (cold(case[0], case[1], case[2], days, case[3]), case[1]), st.integers(1, 14)),
    st.builds(
        lambda how: lambda case: (felt(case[0], case[1], case[2], how), case[1]),
        st.sampled_from(["too hard", "too easy"]),
    ),
)


def broken(plan: Plan, athlete: Athlete, today: dt.date) -> set[str]:
    return {each.rule for each in review(plan, athlete, today=today) if each.severity == "error"}


@settings(FEW, max_examples=80)
@given(lived_plans(), whatever_happens)
def test_no_adaptation_breaks_a_rule_or_a_limit_that_was_kept(case: Case, happens: Told) -> None:
    plan, _, today, done = case
    try:
        adaptation, athlete = happens(case)
    except CannotPlan:
        return

    after = apply(plan, adaptation.edits, today=today, done=done)
    assert broken(after, athlete, today) <= broken(plan, athlete, today)


back_after_a_while = st.one_of(
    st.builds(at_home, st.integers(0, 20), st.integers(6, 60)),
    st.builds(in_bed, st.integers(6, 20), st.booleans()),
    st.builds(sore, st.integers(0, 10)),
)
OF_ITS_OWN_MAKING = {"PROG-1", "PROG-3", "MASTERS-2", "RETURN-1", "RETURN-2", "Q-4", "TAPER-3"}


@settings(FEW, max_examples=80)
@given(lived_plans(), back_after_a_while)
def test_the_weeks_behind_an_adaptation_carry_no_warning_of_its_making(case: Case, happens: Told) -> None:
    plan, _, today, done = case
    try:
        adaptation, athlete = happens(case)
    except CannotPlan:
        return

    def warned(of: Plan) -> set[str]:
        coming = [each for each in review(of, athlete, today=today) if (each.week or 0) > of.week_of(today)]
        return {each.rule for each in coming if each.severity != "info" and each.rule in OF_ITS_OWN_MAKING}

    after = apply(plan, adaptation.edits, today=today, done=done)
    assert warned(after) <= warned(plan)


@FEW
@given(lived_plans(), st.integers(4, 10))
def test_pain_above_three_is_not_run_through(case: Case, degree: int) -> None:
    plan, _, today, done = case

    after = apply(plan, pain(degree)(case).edits, today=today, done=done)

    rest = [each for each in after.workouts if 0 < (each.date - today).days < 4 and each.id not in done]
    assert not [each for each in rest if each.is_run and each.type not in {"race", "tune_up_race"}]
