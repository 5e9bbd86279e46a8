"""What to aim at in each zone: pace, heart rate, effort; and what steps add up to."""

from __future__ import annotations

import pytest

from planwise_core.training.aims import Zone, aims_for, aims_in, predicted_s, size_of
from planwise_core.training.paces import paces, race_time_s
from planwise_core.training.plan import Repeat, Step
from planwise_core.training.workouts import make
from tests.builders import workout

AT = paces(50)
# The published anchors (Daniels), % of maximum heart rate and effort; between them what lies between them.
ZONES: dict[Zone, tuple[tuple[float, float], tuple[int, int] | None, tuple[int, int]]] = {
    "walk": ((600, 690), None, (1, 2)),
    "recovery": ((AT.easy[1], AT.easy[1] * 1.06), (60, 72), (1, 3)),
    "easy": (AT.easy, (65, 79), (2, 4)),
    "steady": ((AT.marathon * 1.05, AT.marathon * 1.1), (80, 85), (4, 5)),  # marathon pace and 5 to 10 %
    "marathon": ((AT.marathon - 4, AT.marathon + 4), (80, 89), (4, 6)),
    "sub_threshold": ((AT.threshold + 5, AT.threshold + 10), (85, 90), (5, 6)),  # threshold and 5 to 10 s/km
    "threshold": ((AT.threshold - 3, AT.threshold + 3), (88, 92), (6, 7)),
    "interval": ((AT.interval - 3, AT.interval + 3), (95, 100), (8, 9)),
    "rep": ((AT.repetition - 3, AT.repetition + 3), None, (8, 9)),
}


@pytest.mark.parametrize("zone", ZONES)
def test_each_zone_has_its_pace_heart_rate_and_effort(zone: Zone) -> None:
    pace, hr, rpe = ZONES[zone]
    aim = aims_for(50).zones[zone]

    assert aim.pace == pytest.approx(pace, abs=0.51)
    assert (aim.hr, aim.rpe) == (hr, rpe)


@pytest.mark.parametrize("race_km", [10.0, 21.0975])
def test_the_race_zone_is_the_pace_that_fitness_promises_for_the_distance(race_km: float) -> None:
    aim = aims_for(50, race_km).zones["race"]
    promised = predicted_s(50, race_km) / race_km

    assert aim.pace == pytest.approx((promised - 3, promised + 3), abs=0.51)
    assert (aim.hr, aim.rpe) == ((85, 92), (6, 8))


def test_the_race_is_a_half_marathon_where_none_is_told() -> None:
    fits = (30, 38, 45, 50, 60, 70)

    assert [aims_for(vdot) for vdot in fits] == [aims_for(vdot, 21.0975) for vdot in fits]


def test_aims_are_those_of_a_vdot_from_20_to_85() -> None:
    assert [aims_for(vdot).vdot for vdot in (10, 20, 20.3, 84.7, 85, 90)] == [20, 20, 20.3, 84.7, 85, 85]


def test_where_no_easy_step_tells_the_fitness_it_is_that_of_many() -> None:
    assert aims_in([workout("tue", 8)]).vdot == 38
    assert make("easy", km=8).steps == make("easy", km=8, aims=aims_for(38)).steps


@pytest.mark.parametrize("vdot", [30, 38, 45, 60])
def test_the_aims_are_read_back_off_an_easy_step(vdot: float) -> None:
    easy = workout("tue", 8, steps=make("easy", km=8, aims=aims_for(vdot)).steps)

    assert aims_in([easy]).vdot == pytest.approx(vdot, abs=0.15)


def test_a_step_without_a_pace_counts_as_the_slowest_run_pace_beside_it() -> None:
    paced, walked = Step(metres=1000, pace=(300, 320)), Step(metres=1000, pace=(590, 600))
    fast_walk = Step(metres=1000, pace=(580, 599))
    by_effort = Step(seconds=310, rpe=(8, 9))

    assert size_of([paced, by_effort]) == pytest.approx((2, 2 * 310 / 60))
    assert size_of([Repeat(count=3, steps=(paced, by_effort))]) == pytest.approx((6, 6 * 310 / 60))
    assert size_of([walked, by_effort]).km == pytest.approx(1 + 310 / 420)  # a walk is no run
    assert size_of([fast_walk, by_effort]).km == pytest.approx(1 + 310 / 589.5)
    assert size_of([Step(seconds=420)]) == pytest.approx((1, 7))


def test_times_beyond_50_km_go_on_from_the_marathon() -> None:
    assert predicted_s(50, 50) == race_time_s(50, 50_000)
    assert predicted_s(50, 50.1) == pytest.approx(race_time_s(50, 42_195) * (50.1 / 42.195) ** 1.12)


@pytest.mark.parametrize(
    ("pace", "rpe", "unpaced_s"),
    [((580, 599), None, 589.5), ((580, 600), None, 420), ((580, 620), (1, 3), 600), ((580, 590), (1, 2), 420)],
)
def test_a_stretch_by_effort_is_taken_at_the_slowest_pace_that_is_no_walk(
    pace: tuple[int, int], rpe: tuple[int, int] | None, unpaced_s: float
) -> None:
    hill = Step(kind="interval", seconds=600, rpe=(8, 9))

    km = size_of([Step(kind="warmup", metres=1000, pace=pace, rpe=rpe), hill]).km

    assert km == pytest.approx(1 + 600 / unpaced_s)
