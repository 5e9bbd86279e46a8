"""What a made workout is: steps that add up, at paces of the runner, also after a change of size."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planwise_core.training.aims import aims_for, aims_in, size_of
from planwise_core.training.plan import NOT_RUNNING, WORKOUT_TYPES, Repeat, Step, Workout, WorkoutType
from planwise_core.training.sessions import run_walk_ratio
from planwise_core.training.workouts import CATALOGUE, FEELS, HARD, Content, eased, make, resized
from tests.strategies import plans

FEW = settings(max_examples=150, deadline=None)
RUNS = sorted(set(WORKOUT_TYPES) - NOT_RUNNING)


def workout(content: Content) -> Workout:
    return Workout(id="w1-tue", date=dt.date(2026, 11, 24), **content.content)


def adds_up(each: Workout) -> bool:
    size = size_of(each.steps)
    return abs(size.km - (each.km or 0)) <= 0.06 and abs(size.minutes - (each.minutes or 0)) <= 1


made = st.builds(
    lambda type, km, vdot: workout(make(type, km=km, aims=aims_for(vdot))),
    st.sampled_from(RUNS),
    st.floats(2, 40),
    st.floats(25, 75),
)


@FEW
@given(made)
def test_the_steps_of_a_workout_add_up_to_its_kilometres_and_minutes(each: Workout) -> None:
    assert adds_up(each)


@FEW
@given(made, st.floats(0.5, 1.5))
def test_they_still_add_up_at_another_size(each: Workout, factor: float) -> None:
    assert adds_up(resized(each, factor=factor))
    assert adds_up(resized(each, km=round((each.km or 1) * factor, 1)))


@FEW
@given(plans(), st.floats(0.3, 1.3))
def test_any_workout_from_anywhere_can_be_resized_and_eased(plan, factor: float) -> None:  # type: ignore[no-untyped-def]
    for each in plan.workouts:
        assert resized(each, factor=factor).id == each.id
        assert eased(each).type not in HARD - {"race"}


@pytest.mark.parametrize("type", sorted(HARD - {"race", "tune_up_race"}))
def test_a_hard_workout_eased_takes_no_longer_and_is_no_farther(type: WorkoutType) -> None:
    hard = workout(make(type, km=12, aims=aims_for(45)))

    easy = eased(hard)

    assert easy.type in {"easy", "long"}
    assert (easy.minutes or 0) <= (hard.minutes or 0)
    assert (easy.km or 0) <= (hard.km or 0)
    assert adds_up(easy)


def test_every_type_is_in_the_catalogue() -> None:
    assert set(CATALOGUE) == set(WORKOUT_TYPES)


def test_a_shorter_tempo_has_fewer_bouts_never_faster_ones() -> None:
    tempo = workout(make("tempo", km=16, main_km=8, aims=aims_for(50)))

    short = resized(tempo, factor=0.5)

    before, after = ([part for part in each.steps if isinstance(part, Repeat)] for each in (tempo, short))
    assert tempo.title == "Tempo 3 × 11 min"
    assert not after or after[0].count < before[0].count
    assert {step.pace for part in before for step in part.steps} >= {step.pace for part in after for step in part.steps}


@pytest.mark.parametrize("vdot", range(30, 86, 5))
def test_interval_bouts_are_at_most_five_minutes_and_repetitions_two(vdot: int) -> None:
    for type, most in (("vo2_long", 300), ("reps", 120)):
        content = make(type, km=12, main_km=4, aims=aims_for(vdot))  # type: ignore[arg-type]
        bouts = [part.steps[0] for part in content.steps if isinstance(part, Repeat)]
        assert all((each.metres or 0) / 1000 * (each.pace or (0, 0))[0] <= most for each in bouts)


def test_the_aims_of_a_plan_can_be_read_off_its_workouts() -> None:
    easy = workout(make("easy", km=8, aims=aims_for(52)))

    assert aims_in([easy]).vdot == pytest.approx(52, abs=0.3)


def test_every_session_but_a_race_says_how_it_should_feel() -> None:
    assert set(WORKOUT_TYPES) - set(FEELS) == {"race", "tune_up_race", "mobility"}
    assert all(make(type, km=8).notes == feel for type, feel in FEELS.items())


def test_a_title_follows_the_number_of_repeats() -> None:
    session = Workout(id="a", date=dt.date(2026, 11, 24), **make("vo2_long", km=10, main_km=5).content)

    assert session.title == "Intervals 5 × 1 km"
    assert resized(session, factor=0.6).title == "Intervals 3 × 1 km"


@pytest.mark.parametrize(
    ("type", "minutes"),
    [
        ("easy", 45), ("long", 80), ("medium_long", 70), ("back_to_back", 70), ("long_mp", 90),
        ("long_progression", 90), ("fast_finish", 80), ("recovery", 30), ("shakeout", 20), ("run_walk", 30),
    ],
)  # fmt: skip
def test_a_run_without_a_size_has_the_usual_one(type: WorkoutType, minutes: int) -> None:
    assert make(type).km == pytest.approx(aims_for(38).km_in(minutes), abs=0.1)


def test_what_is_not_running_and_a_walk_have_the_usual_minutes() -> None:
    types: tuple[WorkoutType, ...] = ("cross_train", "strength", "mobility", "walk")

    assert [make(type).minutes for type in types] == [40, 30, 15, 30]


@pytest.mark.parametrize(
    ("type", "km", "title"),
    [
        ("race_pace", 9.8, "Race pace 3 × 1 km"), ("race_pace", 10, "Race pace 4 × 1 km"),
        ("tempo", 6, "Tempo 12 min"), ("tempo", 6.2, "Tempo 13 min"),
        ("sub_threshold", 6, "Sub-threshold 2 × 5 min"), ("sub_threshold", 6.2, "Sub-threshold 3 × 5 min"),
        ("vo2_short", 6.7, "Intervals 5 × 400 m"), ("vo2_short", 6.8, "Intervals 6 × 400 m"),
        ("reps", 6, "Repetitions 4 × 300 m"), ("reps", 7.3, "Repetitions 4 × 300 m"),
    ],
)  # fmt: skip
def test_a_hard_run_of_its_own_has_the_usual_share_of_hard_running(type: WorkoutType, km: float, title: str) -> None:
    assert make(type, km=km).title == title


@pytest.mark.parametrize("type", ["steady", "marathon_pace"])
@pytest.mark.parametrize("km", [6, 6.8])
def test_a_run_with_one_long_piece_is_half_of_it_to_half_a_kilometre(type: WorkoutType, km: float) -> None:
    pieces = [part for part in make(type, km=km).steps if isinstance(part, Step) and part.kind == "active"]

    assert [piece.metres for piece in pieces] == [3000]


@pytest.mark.parametrize("type", sorted(set(RUNS) - {"time_trial"}))
def test_no_title_tells_a_part_of_a_run_in_kilometres(type: WorkoutType) -> None:
    """Whoever reads miles would have to convert it; the steps tell it in their unit. Repeats are run on a track."""
    made = make(type, km=16)

    assert "km" not in made.title.split("×")[0]


def test_a_shortened_tempo_tells_the_minutes_there_are_now() -> None:
    tempo = workout(make("tempo", km=6.2))

    assert tempo.title == "Tempo 13 min"
    assert resized(tempo, factor=0.5).title == "Tempo 6 min"


def test_running_and_walking_without_a_size_is_as_far_as_half_an_hour_of_running() -> None:
    titles = [make("run_walk", aims=aims_for(vdot)).title for vdot in (30, 40)]

    assert titles == ["Run 30 s, walk 30 s × 26", "Run 90 s, walk 30 s × 13"]


# SCIENCE 3: the pace in minutes and seconds per mile, and how long to run between two walks of half a minute.
@pytest.mark.parametrize(
    ("slowest", "run_s"),
    [("8:00", 240), ("8:30", 180), ("9:30", 120), ("10:45", 90), ("12:15", 60),
     ("14:30", 30), ("15:45", 15), ("17:00", 10)],
)  # fmt: skip
def test_the_slower_the_pace_the_shorter_the_running_between_walks(slowest: str, run_s: int) -> None:
    minutes, seconds = map(int, slowest.split(":"))
    s_per_km = (60 * minutes + seconds) / 1.609344

    assert run_walk_ratio(s_per_km - 0.01) == (run_s, 30)
    assert run_walk_ratio(s_per_km + 0.5)[0] < run_s or run_s == 10
