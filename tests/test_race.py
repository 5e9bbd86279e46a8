"""Race day: even effort on the course, and times that add up."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from planwise_core.errors import BadInput
from planwise_core.training.conditions import Weather, grade_factor, heat_slowdown
from planwise_core.training.course import Course, course_from_gpx, course_of
from planwise_core.training.predictions import Prediction
from planwise_core.training.race import fuel, fuel_words, strategy, taper_notes, warm_up

DEGREE_M = math.radians(1) * 6_371_008.8


def gpx(heights: list[float | None], apart_m: float = 100, point: str = "trkpt") -> bytes:
    """A track due north with a point every `apart_m` metres."""
    points = "".join(
        f'<{point} lat="{i * apart_m / DEGREE_M:.8f}" lon="0">{"" if h is None else f"<ele>{h}</ele>"}</{point}>'
        for i, h in enumerate(heights)
    )
    track = f"<trk><trkseg>{points}</trkseg></trk>"
    return f'<?xml version="1.0"?><gpx xmlns="http://www.topografix.com/GPX/1/1">{track}</gpx>'.encode()


def hill(km: float, metres: float) -> Course:
    """Up to the middle and down again, as steep as `metres` in half of `km`."""
    count = int(km * 20)
    return Course(length_m=km * 1000, heights=tuple(metres * (1 - abs(2 * i / count - 1)) for i in range(count + 1)))


@given(st.floats(1, 250), st.floats(150, 1000), st.sampled_from(["km", "mi"]))
@settings(deadline=None, max_examples=50)
def test_the_segments_add_up_to_the_time_aimed_at(distance_km: float, pace: float, units: str) -> None:
    made = strategy(distance_km, round(distance_km * pace), units=units)  # type: ignore[arg-type]

    assert sum(segment.seconds for segment in made.segments) == made.aim_s == made.segments[-1].clock_s
    assert sum(segment.km for segment in made.segments) == pytest.approx(distance_km, abs=1e-3)
    assert all(a.end_km == b.start_km for a, b in zip(made.segments, made.segments[1:], strict=False))


def test_a_flat_race_starts_quietly_and_then_runs_evenly() -> None:
    made = strategy(10, 3000)

    paces = [segment.pace_s_per_km for segment in made.segments]
    assert paces[0] == paces[1] == pytest.approx(made.flat_pace_s_per_km * 1.015)
    assert paces[2:] == pytest.approx([made.flat_pace_s_per_km] * 8)
    assert made.flat_pace_s_per_km == pytest.approx(3000 / 10.03)
    assert [segment.note for segment in made.segments if segment.note] == [
        "Hold back: it should feel too easy.",
        "From here on run as you feel.",
    ]
    assert made.segments[8].note


@pytest.mark.parametrize(("km", "quiet"), [(7.9, 1), (8, 2)])
def test_a_short_race_holds_back_for_one_kilometre(km: float, quiet: int) -> None:
    made = strategy(km, round(km * 300))

    assert sum(segment.pace_s_per_km > made.flat_pace_s_per_km * 1.01 for segment in made.segments) == quiet


def test_on_a_hill_the_effort_stays_even_and_the_pace_does_not() -> None:
    made = strategy(10, 3000, course=hill(10, 200))

    up, down = made.segments[3], made.segments[8]
    assert up.pace_s_per_km == pytest.approx(made.flat_pace_s_per_km * grade_factor(0.04))
    assert down.pace_s_per_km == pytest.approx(made.flat_pace_s_per_km * grade_factor(-0.04))
    assert (up.gain_m, up.loss_m, down.gain_m, down.loss_m) == (40, 0, 0, 40)
    assert up.note.startswith("Uphill")
    assert down.note.startswith("Downhill")
    assert sum(segment.seconds for segment in made.segments) == 3000
    assert any("climbs 200 m and falls 200 m" in note for note in made.notes)


@pytest.mark.parametrize(("rise", "is_told"), [(149.5, False), (150.5, True)])
def test_a_climb_of_3_percent_is_told(rise: float, is_told: bool) -> None:
    made = strategy(10, 3000, course=hill(10, rise))

    assert any(segment.note.startswith("Uphill") for segment in made.segments) == is_told


def test_heat_moves_the_aim_and_says_so() -> None:
    made = strategy(21.0975, 6000, weather=Weather(temperature_c=28, dew_point_c=20))

    assert made.aim_s == round(6000 * (1 + heat_slowdown(28, 20)))
    assert "The heat is worth" in made.notes[0]
    assert sum(segment.seconds for segment in made.segments) == made.aim_s > made.goal_s


def test_a_goal_beyond_what_races_promise_is_told() -> None:
    expected = Prediction(distance_m=42_195, low_s=12_600, high_s=13_000, method="x")

    assert (
        "10:00 faster than your races promise (3:30:00 to 3:36:40)"
        in strategy(42.195, 12_000, expected=expected).notes[0]
    )
    assert "faster than your races" not in " ".join(strategy(42.195, 12_600, expected=expected).notes)


@pytest.mark.parametrize(("km", "seconds"), [(10, 1399), (10, 15_001)])
def test_a_pace_nobody_runs_is_refused(km: float, seconds: int) -> None:
    with pytest.raises(BadInput, match="not a time to plan for"):
        strategy(km, seconds)


def test_the_slowest_and_the_fastest_pace_are_allowed() -> None:
    assert strategy(10, 1400).aim_s == 1400
    assert strategy(10, 15_000).aim_s == 15_000


@pytest.mark.parametrize(("km", "is_refused"), [(9.49, True), (9.51, False), (10.49, False), (10.51, True)])
def test_a_course_of_another_length_is_refused(km: float, is_refused: bool) -> None:
    if is_refused:
        with pytest.raises(BadInput, match="course is"):
            strategy(10, 3000, course=hill(km, 50))
    else:
        assert strategy(10, 3000, course=hill(km, 50)).segments[-1].end_km == 10


def test_a_gpx_track_becomes_a_course() -> None:
    course = course_from_gpx(gpx([100 + i * 3 for i in range(101)]))

    assert course.length_m == pytest.approx(10_000, rel=1e-4)
    assert course.height_at(5000) == pytest.approx(250, abs=0.5)
    assert course.height_at(-5) == course.heights[0]
    assert course.height_at(99_999) == course.heights[-1]


def test_jumping_heights_are_smoothed() -> None:
    course = course_from_gpx(gpx([100 + (8 if i % 2 else 0) for i in range(401)], apart_m=25))

    gain, _ = course.gain_m(0, 10_000)
    assert gain < 0.05 * 200 * 8


def test_a_route_without_heights_is_flat() -> None:
    course = course_from_gpx(gpx([None] * 51, point="rtept"))

    assert set(course.heights) == {0.0}
    assert strategy(5, 1500, course=course).segments[2].gain_m == 0


def test_a_missing_height_is_that_of_the_point_before() -> None:
    assert set(course_from_gpx(gpx([None, 50, None, 50, None])).heights) == {50.0}


BOMB = gpx([1.0, 2.0]).replace(b"<gpx", b'<!DOCTYPE g [<!ENTITY a "aaaa">]><gpx')


@pytest.mark.parametrize(
    "data",
    [
        b"", b"not xml", b"<gpx></gpx>", BOMB, gpx([1.0]), gpx([1.0, 1.0], apart_m=1),
        gpx([1.0, 2.0]).replace(b'lat="0.0', b'lat="99.0'), gpx([1.0, 2.0]).replace(b"lat=", b"let="),
        gpx([1.0, 2.0]).replace(b"<ele>2.0", b"<ele>high"), gpx([1.0, 2.0]).replace(b"<ele>2.0", b"<ele>nan"),
        gpx([1.0, 2.0]).replace(b"<ele>2.0", b"<ele>99999"), gpx([1.0, 2.0])[:-20],
        gpx([1.0, 2.0]).replace(b"gpx", b"kml"),
    ],
)  # fmt: skip
def test_what_is_not_a_course_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        course_from_gpx(data)


def test_a_gpx_that_is_too_large_is_refused() -> None:
    with pytest.raises(BadInput, match="larger than 20 MB"):
        course_from_gpx(b" " * 20_000_001)
    with pytest.raises(BadInput, match="not a GPX file"):
        course_from_gpx(b" " * 20_000_000)
    with pytest.raises(BadInput, match="more than 200000 points"):
        course_from_gpx(b"<gpx>" + b'<trkpt lat="0" lon="0"/>' * 200_001 + b"</gpx>")


def test_points_in_one_place_are_no_course() -> None:
    with pytest.raises(BadInput, match="one place"):
        course_of([(0, 0, 1), (0, 0, 2)])


def test_the_shorter_the_race_the_longer_the_warm_up() -> None:
    assert warm_up(5) == warm_up(13) != warm_up(13.1) == warm_up(25) != warm_up(25.1) == warm_up(42.195)
    assert "10 to 15 minutes" in warm_up(10)


@pytest.mark.parametrize(
    ("minutes", "carbs"), [(75, (0, 0)), (76, (30, 60)), (150, (30, 60)), (151, (60, 90)), (1500, (60, 90))]
)
def test_carbohydrate_by_duration(minutes: int, carbs: tuple[int, int]) -> None:
    assert fuel(21, minutes * 60).carbs_g_per_h == carbs


def test_long_races_are_loaded_for_and_ultras_need_salt() -> None:
    assert fuel(10, 90 * 60).loading_g_per_kg is None
    assert fuel(21, 91 * 60).loading_g_per_kg == (7, 12)
    assert (fuel(10, 75 * 60).before_g_per_kg, fuel(10, 76 * 60).before_g_per_kg) == (None, (1, 4))
    assert fuel(44, 5 * 3600).sodium_mg_per_h is None
    assert fuel(45, 5 * 3600).sodium_mg_per_h == (300, 600)
    assert fuel(10, 75 * 60).fluid_l_per_h == (0.0, 0.4)
    assert fuel(10, 76 * 60).fluid_l_per_h == (0.4, 0.8)


def test_masters_taper_earlier() -> None:
    assert len(taper_notes(42.195)) == len(taper_notes(42.195, 49)) == len(taper_notes(42.195, 50)) - 1
    assert taper_notes(12.9) != taper_notes(13) == taper_notes(24.9) != taper_notes(25)


def test_after_the_race_a_day_for_every_three_kilometres() -> None:
    assert "about 15 easy days" in strategy(42.195, 12_000).notes[-1]
    assert "up to 1 % faster" in " ".join(strategy(25.1, 7000).notes)
    assert "slightly faster" in " ".join(strategy(25, 7000).notes)


def test_the_last_22_percent_are_free() -> None:
    free = [segment.start_km for segment in strategy(200, 70_000).segments if segment.note.startswith("From here on")]

    assert free == [156]


def test_on_a_rolling_course_every_hundred_metres_count() -> None:
    rolling = Course(length_m=10_000, heights=tuple(4.0 * (i % 4 in {1, 2}) + 4.0 * (i % 4 == 2) for i in range(201)))
    made = strategy(10, 3000, course=rolling)

    assert made.segments[5].pace_s_per_km == pytest.approx(
        made.flat_pace_s_per_km * (grade_factor(0.08) + grade_factor(-0.08)) / 2
    )


@pytest.mark.parametrize(("coldest", "hottest"), [((-40, -60), (55, 40))])
def test_weather_is_weather_on_earth(coldest: tuple[int, int], hottest: tuple[int, int]) -> None:
    for temperature, dew_point in (coldest, hottest):
        Weather(temperature_c=temperature, dew_point_c=dew_point)
    for temperature, dew_point in ((-40.1, 0), (55.1, 0), (0, -60.1), (0, 40.1)):
        with pytest.raises(ValidationError):
            Weather(temperature_c=temperature, dew_point_c=dew_point)


def test_a_mile_is_a_mile_in_the_splits_of_miles() -> None:
    assert [segment.end_km for segment in strategy(5, 1500, units="mi").segments] == [1.6093, 3.2187, 4.828, 5]


def test_what_to_eat_before_during_and_in_the_days_before_is_said() -> None:
    assert list(fuel_words(strategy(42.195, 4 * 3600))) == [
        "Eat 60 to 90 g of carbohydrate an hour. Glucose and fructose together (2:1 or 1:0.8), practised on at least "
        "four long runs.",
        "Drink 0.4 to 0.8 l an hour, by thirst.",
        "The last one or two days, eat 7 to 12 g of carbohydrate per kg of your weight a day.",
        "One to four hours before the start, eat 1 to 4 g of carbohydrate per kg of your weight.",
    ]


def test_a_course_to_the_east_is_shorter_the_further_north() -> None:
    points = [(60.0, i / 100, 0.0) for i in range(101)]

    assert course_of(points).length_m == pytest.approx(DEGREE_M / 2, rel=1e-4)


def test_a_height_is_the_mean_of_a_hundred_metres_to_each_side() -> None:
    points = [(i * 49.99 / DEGREE_M, 0.0, 10.0 * (i == 20)) for i in range(41)]

    assert course_of(points).heights[17:24] == pytest.approx((0, 2, 2, 2, 2, 2, 0), abs=0.01)


def test_a_course_has_a_length_and_two_heights() -> None:
    assert Course(length_m=0.5, step_m=0.5, heights=(0, 0)).length_m == 0.5
    for wrong in ({"length_m": 0}, {"step_m": 0}, {"heights": (0.0,)}):
        with pytest.raises(ValidationError):
            Course(**{"length_m": 1, "step_m": 1, "heights": (0.0, 0.0), **wrong})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("lat", "lon", "height", "is_read"),
    [
        (90, 180, 9999.9, True), (-90, -180, -9999.9, True), (90.5, 0, 0, False), (0, 180.5, 0, False),
        (0, 0, 10_000, False),
    ],
)  # fmt: skip
def test_a_place_is_on_earth(lat: float, lon: float, height: float, is_read: bool) -> None:
    point = f'<trkpt lat="{lat}" lon="{lon}"><ele>{height}</ele></trkpt>'
    data = f'<gpx><trkpt lat="0" lon="0"/>{point}</gpx>'.encode()

    if is_read:
        assert course_from_gpx(data).heights[-1] == pytest.approx(height, rel=0.1)
    else:
        with pytest.raises(BadInput, match="no place on Earth"):
            course_from_gpx(data)
