"""Any plan and any athlete, as Hypothesis draws them: every field varies. The bench sweeps the same athletes."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

from hypothesis import strategies as st

from planwise_core.training.athlete import RACES, Athlete, Away, DayLimit, Injury, Performance, Race
from planwise_core.training.methods import METHODS
from planwise_core.training.plan import MAX_A_DAY, WORKOUT_TYPES, Phase, Plan, Repeat, Step, Week, Workout
from planwise_core.training.values import WEEKDAYS, monday_of

T = TypeVar("T")

PHASES: tuple[Phase, ...] = ("Base", "Build", "Peak", "Taper", "Race", "Recovery", "Maintenance")

words = st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1, max_size=20)
kilometres = st.one_of(
    st.none(), st.floats(0.1, 120).map(lambda km: round(km, 1)), st.sampled_from([5.0, 21.0975, 42.195])
)
spans = st.one_of(st.none(), st.tuples(st.integers(1, 300), st.integers(0, 100)).map(lambda pair: (pair[0], sum(pair))))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    end = draw(st.sampled_from(["seconds", "metres", "open"]))
    return Step(
        kind=draw(st.sampled_from(["warmup", "active", "interval", "recovery", "rest", "cooldown"])),
        seconds=draw(st.integers(5, 9000)) if end == "seconds" else None,
        metres=draw(st.integers(20, 42_195)) if end == "metres" else None,
        pace=draw(spans),
        hr=draw(spans),
        rpe=draw(spans),
        note=draw(st.one_of(st.just(""), words)),
    )


repeats = st.builds(Repeat, count=st.integers(2, 12), steps=st.lists(steps(), min_size=1, max_size=3).map(tuple))
goals = st.one_of(st.none(), st.sampled_from([5.0, 10.0, 21.0975, 42.195, 50.0, 100.0]))


@st.composite
def plans(draw: st.DrawFn, max_weeks: int = 6) -> Plan:
    """A plan as it might come from anywhere: any types, sizes, steps, days (also two a day), ids, phases and words."""
    start = monday_of(draw(st.dates(dt.date(2025, 1, 1), dt.date(2028, 12, 31))))
    count = draw(st.integers(1, max_weeks))
    ids = draw(
        st.lists(st.sampled_from([f"w{w}-{d}" for w in range(1, 5) for d in ("mon", "tue", "sun")]), unique=True)
    )
    workouts = []
    days: list[int] = []  # drawn with repeats: two a day are plans too
    for name in ids:
        days.append(draw(st.integers(0, 7 * count - 1).filter(lambda day: days.count(day) < MAX_A_DAY)))
        km = draw(kilometres)
        minutes = draw(st.integers(1, 600)) if km is None else draw(st.one_of(st.none(), st.integers(1, 600)))
        workouts.append(
            Workout(
                id=name,
                date=start + dt.timedelta(days=days[-1]),
                type=draw(st.sampled_from(WORKOUT_TYPES)),
                title=draw(words),
                km=km,
                minutes=minutes,
                steps=tuple(draw(st.lists(st.one_of(steps(), repeats), max_size=3))),
                notes=draw(st.one_of(st.just(""), words)),
            )
        )
    race_day = draw(st.one_of(st.none(), st.integers(0, 7 * count - 1)))
    return Plan(
        goal=draw(words),
        race_distance_km=draw(goals),
        race_date=None if race_day is None else start + dt.timedelta(days=race_day),
        start_date=start,
        method=draw(st.sampled_from(["balanced", "aerobic_base", "run_walk"])),
        weeks=tuple(
            Week(phase=draw(st.sampled_from(PHASES)), focus=draw(st.one_of(st.just(""), words))) for _ in range(count)
        ),
        workouts=tuple(workouts),
    )


days_of_week = st.lists(st.sampled_from(WEEKDAYS), unique=True)
a_date = st.dates(dt.date(2026, 6, 1), dt.date(2027, 12, 31))


def often(common: st.SearchStrategy[T], *rare: st.SearchStrategy[T], times: int = 4) -> st.SearchStrategy[T]:
    """Mostly `common`, now and then something rarer."""
    return st.integers(0, times + len(rare) - 1).flatmap(lambda at: rare[at - times] if at >= times else common)


@st.composite
def races(draw: st.DrawFn, today: dt.date, weekly_km: float) -> tuple[Race, ...]:
    """A goal race (or none, or one without a date), and now and then others on the way and after it.

    Mostly one that a runner of this volume would think of, now and then any.
    """
    if not draw(often(st.just(True), st.just(False), times=7)):
        return ()
    weeks = draw(often(st.integers(8, 36), st.integers(1, 52), times=9))
    day = today + dt.timedelta(days=7 * weeks + draw(st.integers(-6, 6)))
    in_reach = min(2.2 * weekly_km, 0.6 * weekly_km + 1.6 * weeks)
    likely = [km for km in sorted(RACES.values()) if km <= max(10.5, in_reach)]
    any_km = st.one_of(st.sampled_from(sorted(RACES.values())), st.floats(3, 110).map(lambda km: round(km, 1)))
    km = draw(often(st.sampled_from(likely), st.floats(3, max(likely)).map(lambda km: round(km, 1)), any_km, times=20))
    goal = Race(
        distance_km=km,
        date=draw(often(st.just(day), st.none())),
        target_s=draw(targets(km)),
        priority=draw(often(st.just("A"), st.sampled_from(["B", "C"]), times=14)),  # the only race is the goal
        name=draw(often(st.just(""), words)),
    )
    others = draw(often(st.just(0), st.integers(1, 3)))
    return (goal, *(draw(races_beside(goal, today, weeks)) for _ in range(others)))


def targets(km: float) -> st.SearchStrategy[int | None]:
    return often(st.none(), st.integers(round(km * 180), round(km * 540)), times=2)


@st.composite
def races_beside(draw: st.DrawFn, goal: Race, today: dt.date, weeks: int) -> Race:
    """A race on the way or after the goal; one that comes after it may be as important."""
    km = draw(st.sampled_from([3.0, 5.0, 10.0, 15.0, 21.0975, 42.195]))
    day = today + dt.timedelta(days=draw(st.integers(-30, 7 * weeks + 30)))
    is_after = goal.date is not None and goal.priority == "A" and day > goal.date
    return Race(
        distance_km=km,
        date=day,
        target_s=draw(targets(km)),
        priority=draw(st.sampled_from(["A", "B", "C"] if is_after else ["B", "C"])),
        name=draw(often(st.just(""), words)),
    )


@st.composite
def aways(draw: st.DrawFn, today: dt.date) -> Away:
    first = today + dt.timedelta(days=draw(st.integers(-40, 150)))
    long = draw(often(st.integers(0, 16), st.integers(17, 60)))
    reason = draw(st.sampled_from(["holiday", "illness", "injury", "other"]))
    return Away(first=first, last=first + dt.timedelta(days=long), reason=reason)


injuries = st.builds(
    Injury,
    part=st.sampled_from(["knee", "calf", "shin", "achilles", "hip", "foot"]),
    current=st.booleans(),
    pain=st.one_of(st.none(), st.integers(0, 10)),
    since=st.one_of(st.none(), a_date),
)


@st.composite
def athletes(draw: st.DrawFn) -> tuple[Athlete, dt.date]:
    """Any runner, and the day they ask for a plan. Every field varies; wishes may contradict each other."""
    today = draw(st.dates(dt.date(2026, 11, 1), dt.date(2027, 11, 30)))
    weekly_km = draw(
        often(st.integers(10, 120).map(float), st.floats(0, 15).map(lambda km: round(km, 1)), st.just(0.0), times=14)
    )
    performances = st.builds(
        lambda km, pace, days: Performance(
            distance_km=km, duration_s=round(km * pace), date=days and today - dt.timedelta(days=days)
        ),
        st.sampled_from([1.609344, 5.0, 10.0, 21.0975, 42.195, 50.0, 100.0]),
        st.integers(190, 520),
        st.one_of(st.none(), st.integers(1, 400)),
    )
    any_days = draw(st.integers(0, 60)) == 31  # now and then too few; Hypothesis favours the ends
    free = (
        draw(days_of_week)
        if any_days
        else draw(often(st.just(WEEKDAYS), days_of_week.filter(lambda days: len(days) >= 3), times=3))
    )
    day_limits = st.builds(
        DayLimit, day=st.sampled_from(WEEKDAYS), minutes=often(st.integers(30, 240), st.integers(10, 600), times=9)
    )
    return Athlete(
        races=draw(races(today, weekly_km)),
        weeks=draw(often(st.none(), st.integers(12, 52), st.integers(2, 52))),
        level=draw(st.sampled_from([None, "novice", "intermediate", "advanced"])),
        weekly_km=weekly_km,
        longest_run_km=draw(
            st.one_of(st.none(), st.floats(0.1, 0.6).map(lambda share: round(share * weekly_km, 1)), st.floats(0, 40))
        ),
        days_per_week=draw(often(st.one_of(st.none(), st.integers(3, 7)), st.integers(2, 7))),
        free_days=free,
        minutes=draw(often(st.just(()), st.lists(day_limits, max_size=7).map(tuple), times=1)),
        long_run_day=draw(st.one_of(st.none(), st.sampled_from(WEEKDAYS))),
        away=tuple(draw(often(st.just([]), st.lists(aways(today), min_size=1, max_size=2), times=7))),
        recent=draw(st.one_of(st.none(), performances)),
        vdot=draw(often(st.none(), st.floats(28, 70), st.floats(15, 90), times=2)),
        age=draw(often(st.one_of(st.none(), st.integers(18, 80)), st.integers(8, 100), times=9)),
        max_hr=draw(st.one_of(st.none(), st.integers(120, 230))),
        injuries=tuple(draw(often(st.just([]), st.lists(injuries, min_size=1, max_size=2)))),
        doubles=draw(st.booleans()),
        strength_per_week=draw(often(st.just(0), st.integers(1, 4), times=2)),
        cross_days=draw(often(st.just(()), st.lists(st.sampled_from(WEEKDAYS), max_size=3).map(tuple), times=2)),
        hills=draw(st.booleans()),
        method=draw(often(st.just("balanced"), st.sampled_from([*METHODS, "unheard of"]), times=1)),
        units=draw(st.sampled_from(["km", "mi"])),
        dates=draw(st.sampled_from(["browser", "day_first", "month_first"])),
        week_starts=draw(st.sampled_from(["browser", "mon", "sun"])),
    ), today
