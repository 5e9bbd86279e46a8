"""Any plan, as Hypothesis draws it: every field varies."""

from __future__ import annotations

import datetime as dt

from hypothesis import strategies as st

from planwise_core.training.plan import MAX_A_DAY, WORKOUT_TYPES, Phase, Plan, Repeat, Step, Week, Workout
from planwise_core.training.values import monday_of

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
