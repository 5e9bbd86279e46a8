"""How sessions are built, row by row: lengths, rests and numbers of bouts; running and walking in turn."""

from __future__ import annotations

import pytest

from planwise_core.training.aims import Aims, Zone, aims_for
from planwise_core.training.plan import Repeat, Step, WorkoutType
from planwise_core.training.sessions import RECIPES, RUN_WALK_LADDER, run_walk, run_walk_ratio
from planwise_core.training.values import KM_PER_MILE
from planwise_core.training.workouts import sized

# SCIENCE 2.4 and 4: zone, lengths in metres, the longest bout in s, rest as a part of it, fewest, most

REPS: dict[WorkoutType, tuple[Zone, tuple[int, ...], int, float, int, int]] = {
    "cruise_intervals": ("threshold", (800, 1000, 1600, 2000, 3000), 840, 0.20, 3, 8),
    "vo2_long": ("interval", (400, 600, 800, 1000, 1200), 300, 0.9, 3, 8),
    "vo2_short": ("interval", (200, 300, 400), 150, 1.0, 4, 16),
    "reps": ("rep", (200, 300, 400), 120, 2.5, 4, 14),
}
# Zone, lengths in s, rest in s or as a part of the bout, most
TIMED: dict[WorkoutType, tuple[Zone, tuple[int, ...], float, int]] = {
    "sub_threshold": ("sub_threshold", (300, 360, 480, 600), 60, 6),
    "thirty_thirty": ("interval", (30,), 30, 24),
    "hills_short": ("rep", (12,), 75, 10),
    "hills_long": ("interval", (60, 90, 120, 180), 1.25, 8),
    "fartlek": ("interval", (60, 120), 1.0, 12),
}


def at_pace(zone: Zone, s_per_km: int) -> Aims:
    aims = aims_for(50)
    return aims._replace(zones={**aims.zones, zone: aims.zones[zone]._replace(pace=(s_per_km, s_per_km))})


def set_of(type: WorkoutType, main_km: float, aims: Aims) -> tuple[int, int, int]:
    """How often, how far or long, and the rest."""
    (repeat,) = (part for part in RECIPES[type](60, main_km, aims).steps if isinstance(part, Repeat))
    bout, rest = repeat.steps
    return repeat.count, bout.metres or bout.seconds or 0, rest.seconds or 0


@pytest.mark.parametrize("type", REPS)
def test_a_bout_is_the_longest_that_time_and_week_allow(type: WorkoutType) -> None:
    zone, lengths, longest_s, part, fewest, most = REPS[type]
    for at, metres in enumerate(lengths):
        pace = 1000 * longest_s // metres
        count, far, rest = set_of(type, 99, at_pace(zone, pace))
        assert (count, far) == (most, metres)
        assert rest == max(30, 15 * round(longest_s * part / 15))
        assert set_of(type, 99, at_pace(zone, pace + 1))[1] == lengths[max(at - 1, 0)]
        assert set_of(type, fewest * metres / 1000, at_pace(zone, 60))[1] == metres
        assert set_of(type, fewest * metres / 1000 - 0.001, at_pace(zone, 60))[1] == lengths[max(at - 1, 0)]
    for pace in range(180, 300, 2):
        _, far, rest = set_of(type, 99, at_pace(zone, pace))
        assert rest == max(30, 15 * round(far / 1000 * pace * part / 15))


@pytest.mark.parametrize("type", TIMED)
def test_a_timed_bout_is_the_longest_that_can_be_done_four_times(type: WorkoutType) -> None:
    zone, lengths, rest, most = TIMED[type]
    for at, seconds in enumerate(lengths):
        enough = set_of(type, 4 * seconds / 250, at_pace(zone, 250))
        assert enough[1:] == (seconds, rest if rest >= 10 else round(rest * seconds))
        assert set_of(type, (4 * seconds - 1) / 250, at_pace(zone, 250))[1] == lengths[max(at - 1, 0)]
    assert set_of(type, 99, at_pace(zone, 250))[0] == most


@pytest.mark.parametrize(("type", "part"), [("long_progression", 0.40), ("long_mp", 0.60), ("fast_finish", 0.25)])
def test_a_long_run_is_fast_for_no_more_than_its_part(type: WorkoutType, part: float) -> None:
    _, fast, *_ = RECIPES[type](200, 999, aims_for(50)).steps

    assert isinstance(fast, Step)
    assert fast.metres == pytest.approx(200_000 * part)


def test_the_least_tempo_is_five_minutes_between_400_metres_each() -> None:
    session = RECIPES["tempo"](1, 0.1, aims_for(50))

    assert session.title == "Tempo 5 min"
    assert [step.metres for step in session.steps if isinstance(step, Step) and step.metres] == [400, 400]


def test_a_session_ends_with_ten_minutes_at_most() -> None:
    *_, last = RECIPES["tempo"](30, 3, at_pace("easy", 300)).steps

    assert isinstance(last, Step)
    assert last.metres == 2000


@pytest.mark.parametrize(("km", "metres"), [(6.17, 1900), (6.19, 2000)])
def test_warm_up_and_cool_down_are_as_twelve_to_ten(km: float, metres: int) -> None:
    aims = at_pace("easy", 300)
    quick = {**aims.zones, "threshold": aims.zones["threshold"]._replace(pace=(300, 300))}

    *_, last = RECIPES["tempo"](km, 2.0, aims._replace(zones=quick)).steps  # 2 km of tempo, 4.17 or 4.19 of the rest

    assert isinstance(last, Step)
    assert last.metres == metres


# Running and walking


def test_running_and_walking_has_sixty_turns_at_most() -> None:
    counts = {
        part.count
        for km in range(10, 200)
        for part in run_walk(10, 30, km / 20, aims_for(50)).steps
        if isinstance(part, Repeat)
    }

    assert max(counts) == 60


def test_twenty_minutes_are_run_in_one_piece() -> None:
    aims = aims_for(40)
    km = sized("run_walk", "", run_walk(1200, 60, 3.3, aims).steps).km or 0

    assert run_walk(1200, 60, 1.7 * km, aims).title == "Run 20 min"
    assert run_walk(1140, 60, 1.6 * km, aims).title != "Run 19 min"


@pytest.mark.parametrize(
    ("pace", "run_s"),
    [
        ("8:00", 240), ("8:01", 180), ("8:30", 180), ("8:31", 120), ("9:30", 120), ("9:31", 90), ("10:45", 90),
        ("10:46", 60), ("12:15", 60), ("12:16", 30), ("14:30", 30), ("14:31", 15), ("15:45", 15), ("15:46", 10),
    ],
)  # fmt: skip
def test_the_walking_breaks_follow_the_pace_of_a_mile(pace: str, run_s: int) -> None:
    minutes, seconds = map(int, pace.split(":"))

    assert run_walk_ratio((minutes * 60 + seconds - 0.01) / KM_PER_MILE) == (run_s, 30)


def test_the_way_to_half_an_hour_of_running() -> None:
    assert [(run / 60, walk) for run, walk in RUN_WALK_LADDER] == [
        (1, 90), (1.5, 90), (2, 90), (3, 90), (5, 120), (8, 120), (12, 90), (20, 60), (30, 60),
    ]  # fmt: skip


@pytest.mark.parametrize("vdot", [30, 55])
def test_running_and_walking_is_never_longer_than_asked(vdot: int) -> None:
    for run_s, walk_s in RUN_WALK_LADDER:
        for tenths in range(15, 80):
            made = run_walk(run_s, walk_s, tenths / 10, aims_for(vdot))
            assert (sized("run_walk", "", made.steps).km or 0) <= tenths / 10 + 0.05
