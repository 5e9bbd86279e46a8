"""The engine's tables, row by row: what each race asks for, and how weeks and long runs grow.

The rows are copied by hand from the sources the tables name; the ranges beside them are those of SCIENCE.md.
"""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from typing import Any

import pytest

from planwise_core.errors import CannotPlan
from planwise_core.training.athlete import Athlete, Away, Injury, Performance, Race
from planwise_core.training.methods import MARATHON, MIDDLE, SHORT, ULTRA
from planwise_core.training.predictions import fitness_from
from planwise_core.training.rules.long_run import LONGEST_KM
from planwise_core.training.rules.taper import band_of
from planwise_core.training.season import (
    Season,
    fitness_of,
    form_of,
    level_of,
    season_of,
    usual_days,
)
from planwise_core.training.volume import (
    SHARE_MOST,
    SHARE_USUAL,
    Legs,
    curve_of,
    down_weeks,
    easy_cap_min,
    first_week_km,
    legs_of,
    long_cap_min,
    long_goal_km,
    most_long_km,
    next_long_km,
    peak_km,
    phases_of,
    step_up,
)
from planwise_core.training.weekroom import Outline, WeekRoom
from tests.builders import MONDAY, race

DAY = dt.timedelta(days=1)

# Race km: family; weeks (novice, intermediate, advanced); build, peak; taper …, R-1, R0; peak km a week; longest run;
# longest time; shares of the distance below which it is refused or only finished; shortest longest run.
FORMS: dict[float, tuple[Any, ...]] = {
    5.0: (SHORT, (8, 10, 12), 4, 2, (0.84, 0.48), (24, 45, 76), (10, 13, 17), 120, 0.0, 0.6, 5),
    10.0: (SHORT, (8, 10, 12), 4, 2, (0.84, 0.46), (30, 52, 84), (12, 17, 20), 120, 0.33, 0.7, 9),
    21.0975: (MIDDLE, (12, 12, 14), 5, 2, (0.78, 0.38), (38, 66, 98), (17, 19, 23), 150, 0.38, 0.66, 16),
    42.195: (MARATHON, (20, 18, 18), 7, 3, (0.82, 0.66, 0.38), (68, 90, 125), (30, 32, 34), 180, 0.36, 0.58, 24),
    50.0: (ULTRA, (24, 24, 20), 7, 3, (0.72, 0.50, 0.24), (62, 88, 120), (34, 38, 42), 240, 0.32, 0.55, 26),
    80.4672: (ULTRA, (24, 22, 20), 8, 3, (0.70, 0.46, 0.22), (68, 96, 125), (36, 42, 45), 300, 0.24, 0.42, 28),
    100.0: (ULTRA, (28, 26, 24), 8, 3, (0.70, 0.46, 0.22), (72, 104, 135), (38, 44, 50), 330, 0.20, 0.36, 28),
}
# SCIENCE 2.1: weeks of a plan, least and most, by race km.
WEEKS = {
    5.0: (8, 12), 10.0: (8, 12), 21.0975: (12, 18), 42.195: (12, 24), 50.0: (16, 26), 80.4672: (16, 24),
    100.0: (24, 28),
}  # fmt: skip


@pytest.mark.parametrize("km", FORMS)
def test_a_race_asks_for_what_its_row_says(km: float) -> None:
    form = form_of(Race(distance_km=km))

    assert (form.family, *form[2:]) == FORMS[km]


@pytest.mark.parametrize(("last", "first"), [(7.5, 7.6), (13, 13.1), (30, 30.1), (45, 45.1), (65, 65.1), (90, 90.1)])
def test_a_race_between_two_counts_with_the_longer(last: float, first: float) -> None:
    rows = list(FORMS)
    at = next(
        at for at, km in enumerate(rows) if form_of(Race(distance_km=last))[2:] == form_of(Race(distance_km=km))[2:]
    )

    assert form_of(Race(distance_km=first)) == form_of(Race(distance_km=rows[at + 1]))
    assert form_of(Race(distance_km=250)) == form_of(Race(distance_km=100))


@pytest.mark.parametrize("km", FORMS)
def test_a_row_stays_inside_the_published_plans(km: float) -> None:
    form = form_of(Race(distance_km=km))

    assert all(WEEKS[km][0] <= weeks <= WEEKS[km][1] for weeks in form.weeks)
    for (weeks_before, low, high), part in zip(band_of(km)[::-1], form.taper[::-1], strict=False):
        assert low < part < high, weeks_before  # TAPER-1
    if km < 45:
        shortest, longest = next(row[2:] for row in LONGEST_KM if km <= row[0])
        assert all(shortest <= each <= longest for each in form.longest_km)  # LR-4
        assert form.need_long_km == shortest


def test_without_a_race_a_plan_keeps_what_there_is() -> None:
    form = form_of(None)

    assert form[1:] == (0, (12, 12, 12), 0, 0, (), (24, 50, 84), (8, 14, 20), 120, 0.0, 0.0, 0)
    assert form.family == SHORT


def of(weekly_km: float, km: float | None = 21.0975, weeks: int = 16, **more: Any) -> Season:
    goal = {"races": (race(km, weeks),)} if km else {"weeks": weeks}
    return season_of(Athlete(weekly_km=weekly_km, **goal, **more), MONDAY)


# Who runs


@pytest.mark.parametrize(
    ("weekly_km", "level"), [(29.9, "novice"), (30, "intermediate"), (69.9, "intermediate"), (70, "advanced")]
)
def test_the_level_is_read_from_the_volume(weekly_km: float, level: str) -> None:
    assert level_of(Athlete(weekly_km=weekly_km)) == level


@pytest.mark.parametrize(
    ("weekly_km", "days"),
    [(27.9, 3), (28, 4), (41.9, 4), (42, 5), (67.9, 5), (68, 6), (99.9, 6), (100, 7)],
)
def test_run_days_follow_the_volume(weekly_km: float, days: int) -> None:
    assert usual_days(weekly_km) == days


@pytest.mark.parametrize(
    ("athlete", "vdot"),
    [
        (Athlete(level="novice", weekly_km=20), 33 + 20 / 25),
        (Athlete(level="novice", weekly_km=4), 33 - 16 / 4 + 4 / 25),
        (Athlete(level="intermediate", weekly_km=50), 42),
        (Athlete(level="advanced", weekly_km=100), 51),
        (Athlete(level="advanced", weekly_km=120), 51),
        (Athlete(level="advanced", weekly_km=100, age=40), 51),
        (Athlete(level="advanced", weekly_km=100, age=60), 46),
        (Athlete(level="novice", weekly_km=0, age=80), 25),
    ],
)
def test_fitness_that_nobody_told_is_estimated_from_level_volume_and_age(athlete: Athlete, vdot: float) -> None:
    assert fitness_of(athlete) == (pytest.approx(vdot), True)


def test_fitness_that_was_told_is_taken() -> None:
    raced = Athlete(recent=Performance(distance_km=5, duration_s=1200))

    assert fitness_of(raced) == (fitness_from(raced.recent), False)  # type: ignore[arg-type]
    assert fitness_of(raced.but(vdot=44)) == (44, False)


@pytest.mark.parametrize(
    ("weekly_km", "longest_km", "is_starter"), [(2.9, 9, True), (3, 6, False), (7.9, 5.9, True), (8, 0, False)]
)
def test_who_hardly_runs_begins_by_running_and_walking(weekly_km: float, longest_km: float, is_starter: bool) -> None:
    assert of(weekly_km, longest_run_km=longest_km).is_starter == is_starter


@pytest.mark.parametrize(("weekly_km", "weeks"), [(2.9, 10), (3, 8)])
def test_who_begins_from_nothing_has_two_weeks_more(weekly_km: float, weeks: int) -> None:
    assert season_of(Athlete(races=(Race(distance_km=5),), weekly_km=weekly_km), MONDAY).count == weeks


def test_a_novice_runs_five_days_at_most_unless_they_say_more() -> None:
    assert of(80, level="novice").wished_days == 5
    assert of(80, level="novice", days_per_week=6).wished_days == 6
    assert of(100, level="advanced").wished_days == 7
    assert of(100, 50, level="advanced").wished_days == 5
    assert of(100, 50, level="advanced", days_per_week=6).wished_days == 6


@pytest.mark.parametrize(("weeks", "is_refused"), [(56, False), (57, True)])
def test_a_race_is_planned_for_56_weeks_ahead(weeks: int, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(CannotPlan, match="has at most 56"):
            of(40, weeks=weeks)
    else:
        assert of(40, weeks=weeks).count == weeks


@pytest.mark.parametrize(("km", "is_refused"), [(170.0, False), (170.1, True)])
def test_a_hundred_miles_is_the_farthest(km: float, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(CannotPlan, match="further than"):
            of(100, km, 30)
    else:
        assert of(100, km, 30).race


@pytest.mark.parametrize(("days_on", "begins"), [(4, 0), (5, 7)])
def test_a_plan_begins_this_week_with_three_days_left(days_on: int, begins: int) -> None:
    season = season_of(Athlete(weekly_km=40), MONDAY + dt.timedelta(days=days_on))

    assert season.start == MONDAY + dt.timedelta(days=begins)


@pytest.mark.parametrize(("weekly_km", "days"), [(31, 4), (31.2, 5)])
def test_run_days_are_those_of_the_way_to_the_peak(weekly_km: float, days: int) -> None:
    assert of(weekly_km).wished_days == days  # (31.2 + 1.7 * 31.2) / 2 is 42.1 km a week


def test_two_free_days_are_enough_and_one_is_not() -> None:
    assert of(20, free_days=("tue", "sun")).wished_days == 2
    with pytest.raises(CannotPlan, match="One running day"):
        of(20, free_days=("sun",))


# How weeks grow (SCIENCE 2.2)


def test_a_week_grows_by_8_percent_and_by_6_from_50_on_or_after_an_injury() -> None:
    assert step_up(of(40)) == step_up(of(40, age=49)) == 1.08
    assert step_up(of(40, age=50)) == step_up(of(40, injuries=(Injury(part="calf", current=False),))) == 1.06


@pytest.mark.parametrize(
    ("weeks", "most"),
    [
        ([50, 50, 50, 50], 54), ([60, 50, 50, 50, 50], 54), ([60, 50, 50, 50], 64.8),
        ([37.9] * 4, 37.9 + 4 * 1.4), ([38] * 4, 38 * 1.08), ([0] * 4, 9), ([60, 0, 0, 0, 0], 0.33 * 60),
    ],
)  # fmt: skip
def test_a_week_is_a_step_above_the_highest_of_four_or_a_mile_a_day_more(weeks: list[float], most: float) -> None:
    assert Legs(weeks).most_km(999, 4, 1.08) == pytest.approx(most)


def test_from_50_on_a_run_grows_by_one_kilometre_a_week_while_they_are_few() -> None:
    def most(**more: Any) -> float:
        return legs_of(of(20, **more)).most_km(999, 4, 1.0)

    assert most(age=49) == pytest.approx(20 + 4 * 1.4)
    assert most(age=50) == most(injuries=(Injury(part="calf"),)) == pytest.approx(20 + 4 * 1.0)


def test_a_down_week_is_a_tenth_less() -> None:
    assert Legs([40] * 4 + [40, 36, 40, 41]).weeks_up() == 2
    assert Legs([40] * 4 + [40, 36.1, 40, 41]).weeks_up() == 4


def test_every_fourth_week_is_easier_every_third_from_50_on_or_after_an_injury() -> None:
    def downs(**more: Any) -> list[int]:
        season = of(more.pop("weekly_km", 40), **more)
        return sorted(down_weeks(season, phases_of(season)))

    assert downs() == [2, 6, 10]
    assert downs(age=50) == [2, 5, 8, 11]
    assert downs(injuries=(Injury(part="calf", current=False),)) == [2, 5, 8, 11]
    assert downs(weekly_km=0, km=5.0) == [4, 9]


@pytest.mark.parametrize(
    ("weekly_km", "km", "weeks", "more", "peak"),
    [
        (40, 21.0975, 16, {}, 66), (30, 21.0975, 16, {"level": "intermediate"}, 66), (40, 42.195, 16, {}, 90),
        (50, 42.195, 16, {}, 50 * 1.7), (30, 42.195, 12, {"level": "intermediate"}, 30 * 1.65),  # as far as that
        (60, 21.0975, 12, {"level": "intermediate"}, 60 * (1.3 - 0.3 * (60 / 66 - 0.8))),  # near the usual already
        (135, 10, 12, {"level": "advanced"}, 135 * 1.08), (20, 21.0975, 12, {"level": "intermediate"}, 38),
        (40, None, 20, {}, 50), (10, None, 20, {"level": "novice"}, 20), (60, None, 20, {}, 60 * 1.05),
        (60, 42.195, 16, {"age": 50}, 60 * 1.45),  # careful from 50 on, and after an injury
        (0, 5, 10, {}, 9 * 1.6), (0, 5, 12, {}, 9 * 1.72), (0, 8, 12, {}, 30), (0, 8.1, 12, {}, 30),
    ],
)  # fmt: skip
def test_the_peak_is_that_of_the_race_as_far_as_the_start_allows(
    weekly_km: float, km: float | None, weeks: int, more: dict[str, Any], peak: float
) -> None:
    season = of(weekly_km, km, weeks, vdot=75, **more)  # quick enough for the days to hold it

    assert peak_km(season, first_week_km(season)) == pytest.approx(peak, rel=0.002)


@pytest.mark.parametrize(
    ("season", "rising"),
    [
        (of(50, 21.0975, 22, level="intermediate"), 3),  # each at least 7.5 %, however long the plan
        (of(30, 42.195, 12, level="intermediate", vdot=75), 6),  # each at most 10 %, however short
        (of(58, 42.195, 16, vdot=75), 5), (of(50, 42.195, 18, vdot=75), 7),  # else over half of the weeks
        (of(50, 42.195, 16, vdot=75, method="aerobic_base"), 12),  # more than 1.75 times takes twelve (PROG-5)
    ],
)  # fmt: skip
def test_the_kilometres_rise_over_half_of_the_weeks_and_then_hold(season: Season, rising: int) -> None:
    curve = curve_of(season, phases_of(season), set())

    assert [later > earlier + 0.01 for earlier, later in pairwise(curve)] == [
        week < rising for week in range(len(curve) - 1)
    ]


@pytest.mark.parametrize(
    ("down", "before", "km"), [({2}, 41, 1.05 * 54), ({3}, 54, 0.82 * 54), (set[int](), 54, 1.08 * 54)]
)
def test_an_easier_week_is_82_percent_and_the_next_returns_to_the_high(
    down: set[int], before: float, km: float
) -> None:
    season = of(50, level="intermediate")
    outline = Outline(phases_of(season), [99.0] * 14, down, 5)

    room = WeekRoom(season, outline, 3, Legs([50] * 4 + [50, 54, before]))

    assert room.km == pytest.approx(km)


# The long run (SCIENCE 2.3)


def test_the_long_run_is_the_part_of_a_week_that_its_days_make_usual() -> None:
    published = {3: (0.47, 0.62), 4: (0.41, 0.57), 5: (0.35, 0.50), 6: (0.28, 0.52), 7: (0.22, 0.37)}  # median, most
    assert SHARE_USUAL == {1: 0.6, 2: 0.52, 3: 0.45, 4: 0.40, 5: 0.34, 6: 0.28, 7: 0.24}
    assert SHARE_MOST == {1: 0.6, 2: 0.58, 3: 0.57, 4: 0.48, 5: 0.385, 6: 0.328, 7: 0.275}
    for days, (median, most) in published.items():
        assert SHARE_USUAL[days] == pytest.approx(median, abs=0.021)
        assert SHARE_MOST[days] < min(0.6, 2 / days, most)  # LR-2


@pytest.mark.parametrize(("known", "most"), [(5, 6.55), (15.9, 17.45), (16, 17.44), (30, 32.7), (0.5, 2.05)])
def test_a_long_run_grows_by_less_than_a_tenth_or_a_mile(known: float, most: float) -> None:
    assert most_long_km(known) == pytest.approx(most)
    assert most <= max(1.10 * known, known + 1.6)  # LR-1


def test_the_longest_run_is_looked_for_in_thirty_days() -> None:
    legs = Legs([], [(MONDAY, 20.0), (MONDAY + dt.timedelta(days=5), 10.0)])

    assert legs.longest(MONDAY + dt.timedelta(days=30)) == 20
    assert legs.longest(MONDAY + dt.timedelta(days=31)) == 10
    assert legs.longest(MONDAY) == 0


HURT = (Injury(part="calf", pain=2),)
HOLIDAY = (Away(first=MONDAY + 60 * DAY, last=MONDAY + 70 * DAY),)


@pytest.mark.parametrize(
    ("season", "longest"),
    [
        (of(65, 42.195, 18), 1.1 * 65 / 6),  # eleven steps from there to 29.5 km
        (of(65, 42.195, 17), 0.28 * 65),  # one too few
        (of(65, 42.195, 18, longest_run_km=17), 17), (of(65, 42.195, 18, level="advanced"), 0.28 * 65),
        (of(65, 42.195, 18, method="cumulative_fatigue"), 0.28 * 65),
        (of(65, 42.195, 18, injuries=HURT), 0.28 * 65), (of(65, 42.195, 18, away=HOLIDAY), 0.28 * 65),
    ],
)  # fmt: skip
def test_a_longest_run_nobody_told_is_guessed_low_where_there_is_time(season: Season, longest: float) -> None:
    assert legs_of(season).longest(MONDAY) == pytest.approx(longest)


@pytest.mark.parametrize(
    ("level", "km", "minutes"),
    [
        ("novice", 21.0975, 60), ("intermediate", 21.0975, 80), ("advanced", 21.0975, 100),
        ("novice", 42.195, 75), ("intermediate", 42.195, 95), ("advanced", 42.195, 115),
    ],
)  # fmt: skip
def test_an_ordinary_run_has_its_longest_time(level: str, km: float, minutes: int) -> None:
    assert easy_cap_min(of(20, km, level=level)) == minutes
    assert easy_cap_min(of(250, km, level=level, vdot=30, days_per_week=4)) == 120


def test_the_long_run_ends_where_lr_3_says() -> None:
    assert [long_cap_min(of(50, km), None) for km in (10.0, 21.0975, 39.9, 42.195, 50.0)] == [120, 150, 150, 180, 240]
    assert long_cap_min(of(50, 42.195), 100) == 100


def test_who_runs_much_has_a_long_run_to_match() -> None:
    assert long_goal_km(of(40, 10, vdot=60)) == 17
    assert long_goal_km(of(140, 10, vdot=75, level="advanced", days_per_week=7)) == 24  # LR-4: no plan has more
    assert long_goal_km(of(120, 10, vdot=75, level="intermediate", days_per_week=7)) == pytest.approx(0.18 * 120)
    assert long_goal_km(of(80, 10, vdot=75, level="intermediate", days_per_week=4)) == pytest.approx(1.1 * 80 / 4)


@pytest.mark.parametrize(("known", "km"), [(10.6, 12.15), (10.7, 10.7 + 0.1 * (17 - 10.7))])
def test_a_long_way_to_the_longest_run_is_gone_a_mile_a_week(known: float, km: float) -> None:
    season = of(40, 10, vdot=60, days_per_week=4)

    assert next_long_km(season, Legs([40] * 4, [(MONDAY, known)]), MONDAY + DAY, 26, 4, 0.1) == pytest.approx(km)
