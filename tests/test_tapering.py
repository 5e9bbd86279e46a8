"""The weeks before a race, brought into TAPER-1's band without breaking a limit of the runner or LR-1."""

from __future__ import annotations

import datetime as dt

import pytest

from planwise_core.training.athlete import Athlete, Away, DayLimit
from planwise_core.training.plan import Workout, week_km
from planwise_core.training.rules.taper import band_of, taper_window
from planwise_core.training.season import Season, season_of
from planwise_core.training.tapering import tapered
from planwise_core.training.values import WEEKDAYS, Weekday, weekday_of
from planwise_core.training.workouts import HARD, make
from tests.builders import MONDAY, race

WEEKS = 12
RACE = race(21.0975, WEEKS)


def season(**more: object) -> Season:
    return season_of(Athlete(**{"races": (RACE,), "weekly_km": 40.0, "vdot": 45, **more}), MONDAY)  # type: ignore[arg-type]


def run(week: int, day: Weekday, km: float, type: str = "easy") -> Workout:
    content = make(type, km=km, aims=season().aims).content  # type: ignore[arg-type]
    return Workout(id=f"w{week}-{day}", date=MONDAY + dt.timedelta(7 * (week - 1) + WEEKDAYS.index(day)), **content)


def weeks(before_km: float, last_km: float, race_week_km: float) -> list[Workout]:
    """Three equal runs and a long one in each week: ten weeks of `before_km`, then the two before the race."""
    made = [
        run(week, day, km * share, "long" if day == "sun" else "easy")
        for week, km in enumerate([before_km] * 10 + [last_km, race_week_km], 1)
        for day, share in (("tue", 0.2), ("thu", 0.2), ("fri", 0.2), ("sun" if week < WEEKS else "sat", 0.4))
    ]
    goal = make("race", km=21.1, aims=season().aims).content
    return [*made, Workout(id="race", date=RACE.date, **goal)]  # type: ignore[arg-type]


def km_before_race(workouts: list[Workout], weeks_before: int) -> float:
    assert RACE.date
    first, end = taper_window(RACE.date, weeks_before)
    return week_km(tuple(each for each in workouts if first <= each.date < end and each.type != "race"))


@pytest.mark.parametrize("last_km", [5, 15, 24, 30, 36, 45, 60])
@pytest.mark.parametrize("race_week_km", [3, 8, 16, 25, 40])
def test_every_taper_ends_inside_the_band(last_km: float, race_week_km: float) -> None:
    made = tapered(season(), weeks(40, last_km, race_week_km))

    for weeks_before, low, high in band_of(21.0975):
        part = km_before_race(made, weeks_before) / 40
        assert low - 0.01 <= part <= high + 0.01


def test_a_taper_inside_the_band_stays_as_it_is() -> None:
    made = weeks(40, 30, 16)

    assert tapered(season(), made) == made


def test_what_was_before_the_taper_and_the_race_stay() -> None:
    made = weeks(40, 60, 40)

    after = tapered(season(), made)

    assert after[:40] == made[:40]
    assert after[-1] == made[-1]
    assert [each.id for each in after] == [each.id for each in made]


def test_no_run_shrinks_to_less_than_is_worth_the_shoes() -> None:
    made = weeks(40, 36, 200)

    after = tapered(season(), made)

    assert all(new.run_km >= 0.39 * old.run_km for old, new in zip(made, after, strict=True))


def test_a_run_grows_no_further_than_its_day_has_minutes() -> None:
    limits = tuple(DayLimit(day=day, minutes=50) for day in ("tue", "thu", "fri"))

    after = tapered(season(minutes=limits), weeks(40, 10, 16))

    short = [each for each in after if weekday_of(each.date) in {"tue", "thu", "fri"} and each.date > MONDAY]
    assert all((each.minutes or 0) <= 50 for each in short)
    assert km_before_race(after, 1) > 10


def test_the_hard_part_of_a_session_does_not_grow() -> None:
    made = [each for each in weeks(40, 30, 16) if each.id not in {"w11-tue", "w11-thu", "w11-fri", "w11-sun"}]
    made.append(run(11, "thu", 12, "tempo"))

    after = {each.id: each for each in tapered(season(), made)}["w11-thu"]

    assert after.type in HARD
    assert after.run_km > 12
    assert after.steps[:-1] == made[-1].steps[:-1]


def test_a_peak_behind_a_break_is_not_tapered_from() -> None:
    away = Away(first=MONDAY + dt.timedelta(weeks=6), last=MONDAY + dt.timedelta(weeks=8, days=-1))
    made = [each for each in weeks(20, 15, 8) if not away.first <= each.date <= away.last]
    made += [run(1, "wed", 60)]

    assert tapered(season(away=(away,)), made) == made


def test_without_a_race_nothing_is_tapered() -> None:
    made = weeks(40, 60, 60)

    assert tapered(season_of(Athlete(weekly_km=40, weeks=WEEKS), MONDAY), made) == made
