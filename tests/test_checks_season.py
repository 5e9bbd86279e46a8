"""How a plan is read before it is judged: sizes of what states none, history, runs done, today."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.athlete import Athlete, Away, DayLimit, Injury, Performance
from planwise_core.training.checks import review
from planwise_core.training.journal import Run
from planwise_core.training.paces import paces, vdot
from planwise_core.training.plan import Plan, Repeat, Step, Workout
from planwise_core.training.rules.season import Season
from planwise_core.training.rules.taper import taper_window
from tests.builders import MONDAY, plan, workout
from tests.good_plans import GOOD, RUNNER, day_of, tempo, to_race, week, weeks, with_

UNKNOWN = Athlete(vdot=45)


def one(
    type: str, km: float | None = None, minutes: int | None = None, *steps: Step, athlete: Athlete = UNKNOWN
) -> Season:
    return Season(plan(workout("tue", km, type=type, minutes=minutes, steps=steps), race_distance_km=None), athlete)


@pytest.mark.parametrize(("type", "slower"), [("easy", 1.0), ("walk", 1.6), ("run_walk", 1.25), ("tempo", 0.93)])
def test_what_goes_by_time_gets_a_distance(type: str, slower: float) -> None:
    easy_s = paces(45).at("E")

    assert one(type, None, 60).sessions[0].km == pytest.approx(3600 / (easy_s * slower))
    assert one(type, 10).sessions[0].minutes == pytest.approx(10 * easy_s * slower / 60)


@pytest.mark.parametrize(("level", "fitness"), [("novice", 33), ("intermediate", 42), ("advanced", 52), (None, 42)])
def test_sizes_of_an_unknown_runner_follow_the_level(level: str | None, fitness: float) -> None:
    assert one("easy", 10, athlete=Athlete(level=level)).paces == paces(fitness)  # type: ignore[arg-type]


def test_fitness_is_what_was_told_or_what_a_race_says() -> None:
    raced = Athlete(recent=Performance(distance_km=5, duration_s=1200))

    assert one("easy", 10, athlete=raced).paces == paces(vdot(5000, 1200))
    assert one("easy", 10, athlete=raced.but(vdot=40)).paces == paces(40)


ZONES = {
    "steady": "marathon", "marathon_pace": "marathon", "long_mp": "marathon", "fast_finish": "marathon",
    "long_progression": "marathon", "tempo": "threshold", "cruise_intervals": "threshold", "progression": "threshold",
    "sub_threshold": "threshold", "vo2_long": "interval", "vo2_short": "interval", "thirty_thirty": "interval",
    "hills_long": "interval", "fartlek": "interval", "reps": "repetition", "hills_short": "repetition",
}  # fmt: skip


@pytest.mark.parametrize("type", ZONES)
def test_half_of_a_hard_session_without_steps_is_taken_as_hard(type: str) -> None:
    session = one(type, 10).sessions[0]

    assert session.work_km == 5
    assert session.work_min == pytest.approx(5 * getattr(paces(45), ZONES[type]) / 60)


@pytest.mark.parametrize(("race_km", "zone"), [(5, "I"), (5.1, "T"), (29.9, "T"), (30, "M")])
def test_race_pace_is_the_zone_of_the_race(race_km: float, zone: str) -> None:
    made = plan(workout("tue", 10, type="race_pace"), race_distance_km=race_km)

    assert Season(made, UNKNOWN).zone_of("race_pace") == zone


@pytest.mark.parametrize(
    ("step", "is_hard"),
    [
        (Step(metres=4000, hr=(80, 80)), True),
        (Step(metres=4000, hr=(79, 80)), False),
        (Step(metres=4000, rpe=(4, 5)), True),
        (Step(metres=4000, rpe=(4, 4)), False),
        (Step(metres=4000), True),
        (Step(metres=4000, kind="interval", hr=(60, 70)), True),
        (Step(metres=4000, kind="warmup"), False),
    ],
)
def test_a_step_is_hard_by_its_name_or_its_target(step: Step, is_hard: bool) -> None:
    session = one("tempo", 8, None, Step(kind="warmup", metres=4000), step).sessions[0]

    assert session.work_km == 4  # half, where no step is hard
    assert session.work_min == pytest.approx(4 * paces(45).threshold / 60)
    easy_after = one("tempo", 8, None, Step(kind="interval", metres=1000), step).sessions[0]
    told = is_hard and (step.hr or step.rpe or step.kind == "interval")
    assert easy_after.work_km == (5 if told else 1)


def test_an_easy_run_with_strides_is_not_hard() -> None:
    assert one("easy_strides", 8, None, Step(kind="interval", seconds=20)).sessions[0].work_km == 0


def runs(*kms: float, weeks_ago: int = 1) -> list[Run]:
    """One run in each of the weeks before the plan, the latest last."""
    return [
        Run(date=MONDAY - dt.timedelta(weeks=len(kms) - n - 1 + weeks_ago, days=-2), km=km) for n, km in enumerate(kms)
    ]


def test_runs_before_the_plan_count_as_its_weeks_before() -> None:
    season = Season(GOOD, Athlete(), runs(30, 31, 32, 33))

    assert season.km_before == (30, 31, 32, 33)
    assert Season(GOOD, Athlete(), runs(30, weeks_ago=5)).km_before == ()
    assert Season(GOOD, Athlete(weekly_km=31.5), runs(30, 31, 32, 33)).km_before == (31.5, 31.5, 32, 33)
    assert Season(GOOD, Athlete()).km_before == ()


def rules_of(made: Plan, athlete: Athlete, done: list[Run], today: dt.date | None = None) -> set[str]:
    return {finding.rule for finding in review(made, athlete, done, today)}


def test_a_first_week_is_judged_by_the_runs_before_it() -> None:
    assert "PROG-4" in rules_of(GOOD, Athlete(), runs(30, 30, 30, 30))
    assert "PROG-4" not in rules_of(GOOD, Athlete(), runs(44, 44, 44, 44))


def test_missed_weeks_make_the_next_one_a_jump() -> None:
    in_week_6 = day_of(6, "mon")
    faithful = [Run(date=each.date, km=each.km or 0) for each in GOOD.workouts if each.date < in_week_6]
    ill = [Run(date=day_of(n, "sun"), km=16) for n in (1, 2, 3, 4, 5)]

    assert rules_of(GOOD, RUNNER, faithful, in_week_6) == set()
    assert "PROG-1" in rules_of(GOOD, RUNNER.but(weekly_km=16), ill, in_week_6)


def test_without_recorded_runs_the_past_is_taken_as_planned() -> None:
    assert rules_of(GOOD, RUNNER, [], day_of(6, "mon")) == set()


def test_runs_of_five_weeks_ago_are_not_a_record_of_today() -> None:
    old = [Run(date=day_of(1, "mon"), km=5)]

    assert rules_of(GOOD, RUNNER, old, day_of(5, "tue")) == set()
    assert Season(GOOD, RUNNER, old, day_of(5, "mon")).is_recorded
    assert not Season(GOOD, RUNNER, old, day_of(5, "tue")).is_recorded


def test_the_longest_run_counts_for_thirty_days() -> None:
    made = weeks(50, 50, 50, long=(10, 10, 10))
    jump = with_(made, workout("sun", 20, week=3, type="long"))
    done_30 = [Run(date=day_of(3, "sun") - dt.timedelta(days=30), km=19)]
    done_31 = [Run(date=day_of(3, "sun") - dt.timedelta(days=31), km=19)]

    assert "LR-1" not in rules_of(jump, Athlete(vdot=45, weekly_km=50), done_30)
    assert "LR-1" in rules_of(jump, Athlete(vdot=45, weekly_km=50), done_31)


def test_the_high_of_four_weeks_forgets_the_fifth() -> None:
    assert "PROG-1" not in rules_of(weeks(50, 40, 40, 40, 50), UNKNOWN, [])
    assert "PROG-1" in rules_of(weeks(50, 40, 40, 40, 40, 50), UNKNOWN, [])


def test_messages_are_in_the_runners_units() -> None:
    jump = weeks(50, 50, 60)

    assert review(jump, UNKNOWN)[0].message.startswith("Week 3 has 60 km, 20 % more than the 50 km")
    assert review(jump, UNKNOWN.but(units="mi"))[0].message.startswith("Week 3 has 37.3 mi, 20 % more than the 31.1 mi")


def test_estimated_kilometres_are_said_to_be_about() -> None:
    timed = plan(workout("sun", 40), workout("sun", None, week=2, minutes=400), weeks=2, race_distance_km=None)

    assert any("has about" in finding.message for finding in review(timed, UNKNOWN))


def test_a_time_that_is_only_estimated_is_never_an_error() -> None:
    made = plan(workout("sun", 50, type="long"), weeks=1, race_distance_km=None)
    severities = {f.severity for f in review(made, Athlete(longest_run_km=50)) if f.rule == "LR-3"}

    assert severities == {"warning"}
    assert {f.severity for f in review(made, UNKNOWN.but(longest_run_km=50)) if f.rule == "LR-3"} == {"error"}


def test_a_race_on_a_weekday_is_tapered_for_in_the_seven_days_before() -> None:
    made = [each for n in range(1, 6) for each in week(n, 50)]
    race = dt.date(2027, 1, 5)  # a Tuesday, in week 7
    taper = [*week(6, 22, 8), workout("tue", 10, week=7, type="race")]
    tuesday = plan(*made, *taper, weeks=7, race_distance_km=10.0, race_date=race)

    found = [finding.message for finding in review(tuesday, UNKNOWN) if finding.rule == "TAPER-1"]

    assert len(found) == 1
    assert found[0].startswith("The week before race week has 50 km, 100 % of the peak week")


def test_a_tempo_in_metres_knows_its_own_size() -> None:
    session = Season(plan(tempo(work_m=3000)), UNKNOWN).sessions[0]

    assert session.work_km == 3


def test_a_bout_by_time_with_a_pace_knows_its_distance() -> None:
    paced = Step(kind="interval", seconds=600, pace=(290, 310))

    assert one("tempo", 8, None, paced).sessions[0].work_km == 2


def test_race_pace_without_a_race_is_threshold() -> None:
    assert one("race_pace", 10).zone_of("race_pace") == "T"


def test_weeks_before_the_plan_count_back_from_its_first_monday() -> None:
    done = [Run(date=MONDAY - dt.timedelta(days=days), km=days) for days in (1, 7, 8, 14, 15, 28, 29)]

    assert Season(GOOD, Athlete(), done).km_before == (28, 15, 22, 8)


def test_what_a_session_may_hold_is_measured_by_the_four_weeks_before() -> None:
    made = with_(weeks(100, 60, 60, 60, 60, 40), tempo(week=6, work_m=6200))
    more = with_(weeks(100, 70, 60, 60, 60, 40), tempo(week=6, work_m=6200))

    assert "Q-1" in rules_of(made, UNKNOWN, [])
    assert "Q-1" not in rules_of(more, UNKNOWN, [])


def test_the_middle_of_three_hard_days_is_the_long_one_or_the_others_are() -> None:
    def days(*types: str) -> Plan:
        made = [workout(day, 8, type=type) for day, type in zip(("wed", "thu", "fri"), types, strict=True)]
        return plan(*made, weeks=1, race_distance_km=None)

    told = {types: rules_of(days(*types), UNKNOWN, []) for types in (
        ("long", "tempo", "long"), ("tempo", "long", "tempo"), ("long", "tempo", "tempo"), ("tempo", "tempo", "long"),
    )}  # fmt: skip
    threes = {types for types, rules in told.items() if "Q-3-THREE" in rules}
    pairs = {types for types, rules in told.items() if "Q-3" in rules}

    assert threes == {("long", "tempo", "long"), ("tempo", "long", "tempo")}
    assert pairs == {("long", "tempo", "tempo"), ("tempo", "tempo", "long")}
    assert all("Q-3-LONG" not in told[types] for types in threes)


@pytest.mark.parametrize(("others", "severity"), [((), "warning"), ((workout("wed", 8),), "info")])
def test_a_hard_day_beside_the_long_one_needs_an_easy_one_in_the_week(
    others: tuple[Workout, ...], severity: str
) -> None:
    made = plan(
        *others, workout("fri", 8, type="tempo"), workout("sat", 12, type="long"), weeks=1, race_distance_km=None
    )

    found = [each for each in review(made, UNKNOWN) if each.rule == "Q-3-LONG"]

    assert [(each.severity, "no run of the week is easy" in each.message) for each in found] == [
        (severity, severity == "warning")
    ]


def test_three_hard_days_in_a_row_are_told_in_the_week_of_the_last() -> None:
    made = plan(
        workout("sat", 8, type="tempo"),
        workout("sun", 12, type="long"),
        workout("mon", 8, week=2, type="tempo"),
        weeks=2,
        race_distance_km=None,
    )

    found = next(finding for finding in review(made, UNKNOWN) if finding.rule == "Q-3-THREE")

    assert (found.week, found.message) == (2, "Three hard days in a row end on Monday of week 2.")


@pytest.mark.parametrize(
    ("race", "first"),
    [
        (dt.date(2027, 1, 10), dt.date(2027, 1, 4)),
        (dt.date(2027, 1, 8), dt.date(2027, 1, 4)),  # a Friday: its own week
        (dt.date(2027, 1, 7), dt.date(2026, 12, 31)),  # a Thursday: the seven days before
    ],
)
def test_race_week_is_that_of_the_race_from_friday_on(race: dt.date, first: dt.date) -> None:
    assert taper_window(race, 0) == (first, race)
    assert taper_window(race, 2) == (first - dt.timedelta(days=14), first - dt.timedelta(days=7))


@pytest.mark.parametrize(("days", "is_told"), [(4, True), (5, False)])
def test_a_peak_before_a_break_asks_for_no_big_taper(days: int, is_told: bool) -> None:
    made = to_race(42.195, [80.0] * 4 + [1.0] * 5 + [30.0] * 8 + [24, 18, 12], [None] * 19)  # type: ignore[list-item]
    away = Away(first=day_of(5, "mon"), last=day_of(5, "mon") + dt.timedelta(days=days))

    assert ("TAPER-1" in rules_of(made, UNKNOWN.but(away=(away,)), [])) == is_told


def test_a_weekend_is_saturday_and_sunday() -> None:
    made = plan(
        *(workout(day, None, minutes=minutes) for day, minutes in (("fri", 100), ("sat", 220), ("sun", 140))),
        weeks=1, race_distance_km=50.0,
    )  # fmt: skip

    assert "LR-3" not in rules_of(made, UNKNOWN, [])


@pytest.mark.parametrize(("km", "is_told"), [(22, False), (22.1, True)])
def test_where_nothing_is_known_runs_are_compared_from_week_2_on(km: float, is_told: bool) -> None:
    made = plan(workout("sun", 20), workout("sun", km, week=2), weeks=2, race_distance_km=None)

    assert ("LR-1" in rules_of(made, UNKNOWN, [])) == is_told


@pytest.mark.parametrize(("down", "is_told"), [(45.1, False), (45, True)])
def test_a_rebound_is_one_from_the_third_week_on(down: float, is_told: bool) -> None:
    assert ("PROG-2" in rules_of(weeks(50, down, 53), UNKNOWN, [])) == is_told


def test_two_hard_sessions_on_a_day_are_told_once() -> None:
    def day(*types: str) -> set[str]:
        made = [workout("tue", 4, type=type, id=f"{n}") for n, type in enumerate(types)]
        return rules_of(plan(*made, weeks=1, race_distance_km=None), UNKNOWN, []) & {"DOUBLE-1", "DOUBLE-2"}

    assert day("tempo", "tempo") == {"DOUBLE-1"}
    assert day("tempo", "easy") == day("easy", "easy") == {"DOUBLE-2"}


@pytest.mark.parametrize(("second", "is_told"), [(6, True), (7, False)])
def test_the_first_week_back_is_seven_days(second: int, is_told: bool) -> None:
    back = [workout("mon", km, week=7).but(id=f"b{n}", date=day_of(7, "mon") + dt.timedelta(days=n))
            for n, km in ((0, 14), (3, 1), (second, 14))]  # fmt: skip
    made = weeks(50, 50, 50, 50, 0, 0, 0, 0)

    assert ("RETURN-1" in rules_of(with_(made, *back), UNKNOWN, [])) == is_told


@pytest.mark.parametrize(("day", "is_told"), [(62, True), (63, False)])
def test_after_two_months_off_hard_running_waits_for_the_last_step(day: int, is_told: bool) -> None:
    first = day_of(14, "mon")  # nine weeks off, then 33, 50, 70 and 85 % for three weeks each
    easy = [workout("mon", 4).but(id=f"b{n}", date=first + dt.timedelta(days=n)) for n in range(0, 84, 3)]
    hard = workout("mon", 4, type="tempo").but(id="hard", date=first + dt.timedelta(days=day))
    made = plan(*weeks(50, 50, 50, 50).workouts, *easy, hard, weeks=26, race_distance_km=None)

    assert ("RETURN-2" in rules_of(made, UNKNOWN, [])) == is_told


@pytest.mark.parametrize(("race_km", "minutes", "is_told"), [
    (42.195, 168, False), (42.195, 167, True), (21.0975, 140, False), (21.0975, 139, True),
])  # fmt: skip
def test_who_is_slow_need_not_run_further_than_93_percent_of_the_longest_time(
    race_km: float, minutes: int, is_told: bool
) -> None:
    made = plan(workout("sun", 15, type="long", minutes=minutes), weeks=1, race_distance_km=race_km)

    assert ("LR-4" in rules_of(made, UNKNOWN, [])) == is_told


def test_the_days_back_from_a_break_are_counted() -> None:
    found = [each.message for each in review(weeks(50, 50, 50, 50, 0, 0, 50, 50), UNKNOWN) if each.rule == "RETURN-1"]

    assert [message.split(" after")[0] for message in found] == ["Days 1 to 7", "Days 8 to 14"]


def short_race_week(minutes: int | None = None) -> Plan:
    """Weeks of 40 km, then a race week of 4 km, on its Tuesday, to a half marathon."""
    made = to_race(21.0975, [40.0] * 6 + [30, 0.3], [None] * 7)  # type: ignore[list-item]
    return with_(made, workout("tue", 4, week=8, minutes=minutes))


@pytest.mark.parametrize(("minutes", "is_told"), [(79, True), (80, False)])
def test_a_race_week_with_no_more_time_is_not_too_little(minutes: int, is_told: bool) -> None:
    made = short_race_week(minutes)
    hurried = UNKNOWN.but(free_days=("tue", "sun"), minutes=(DayLimit(day="tue", minutes=100),))

    others = made.but(workouts=tuple(each for each in made.workouts if each.date < day_of(8, "mon") or each.km != 0.1))
    assert ("TAPER-1" in rules_of(others, hurried, [])) == is_told
    assert "TAPER-1" in rules_of(others, UNKNOWN, [])


@pytest.mark.parametrize(
    ("pain", "days", "is_told"),
    [(3, 0, True), (4, 0, False), (4, 64, False), (4, 65, True), (4, -6, False), (4, -7, True)],
)
def test_a_taper_in_pain_or_on_the_way_back_from_it_may_be_small(pain: int, days: int, is_told: bool) -> None:
    since = day_of(8, "mon") - dt.timedelta(days=days)
    sore = UNKNOWN.but(injuries=(Injury(part="calf", pain=pain, since=since),))

    assert ("TAPER-1" in rules_of(short_race_week(), sore, [])) == is_told
    healed = Injury(part="calf", pain=pain, since=since, current=False)
    assert "TAPER-1" in rules_of(short_race_week(), UNKNOWN.but(injuries=(healed,)), [])


@pytest.mark.parametrize(("km", "is_told"), [(9.0, False), (9.1, True)])
def test_three_short_runs_are_never_too_much_after_a_break(km: float, is_told: bool) -> None:
    made = weeks(12, 12, 12, 12, 0, 0, 0, km, 6, 6, 6, 12)

    assert ("RETURN-1" in rules_of(made, UNKNOWN, [])) == is_told


@pytest.mark.parametrize(("run_days", "off", "is_told"), [(2, 7, False), (2, 8, True), (3, 5, False), (3, 6, True)])
def test_for_who_runs_twice_a_week_seven_days_off_are_no_break(run_days: int, off: int, is_told: bool) -> None:
    before = [workout(day, 10, week=n) for n in range(1, 5) for day in ("mon", "wed", "tue")[:run_days]]
    last = max(each.date for each in before)
    after = [workout("mon", 15, week=9).but(id=f"b{n}", date=last + dt.timedelta(days=off + 1 + n)) for n in (0, 2, 4)]
    later = [workout(day, 10, week=n) for n in range(6, 10) for day in ("mon", "wed", "tue")[:run_days]]

    made = plan(*before, *after, *later, weeks=9, race_distance_km=None)
    assert ("RETURN-1" in rules_of(made, UNKNOWN, [])) == is_told


def test_hills_add_up_at_the_pace_the_workout_tells() -> None:
    warm_up = Step(kind="warmup", metres=2000, pace=(580, 610), rpe=(2, 4))
    hill, down = Step(kind="interval", seconds=180, rpe=(8, 9)), Step(kind="recovery", seconds=225, pace=(580, 610))
    hills = workout("tue", 5.9, type="hills_long", steps=(warm_up, Repeat(count=6, steps=(hill, down))))

    assert "STEPS" not in rules_of(plan(hills, race_distance_km=None), Athlete(), [])
    assert "STEPS" in rules_of(plan(hills.but(km=8.0), race_distance_km=None), Athlete(), [])
