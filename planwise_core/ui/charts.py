"""The weeks of one plan as a chart: kilometres by intensity, the longest run, phases, the race and what was run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, Workout, long_run_km, week_km
from planwise_core.training.values import Units
from planwise_core.ui.style import LONG, PHASE_COLOURS, in_units, intensity_of, shown_day
from planwise_core.ui.vega import (
    INK,
    ORDER,
    RUNNING,
    SPARSE,
    WEEK,
    Drawn,
    Rows,
    Spec,
    amount,
    bar,
    draw,
    drawn,
    finished,
    intensities,
    layer,
    line,
    name_of,
    remembered,
    words,
)


def weekly(
    plan: Plan,
    *,
    today: dt.date,
    units: Units = "km",
    locale: str | None = None,
    runs: Sequence[Run] = (),
) -> None:
    """Weekly distance by intensity, the long run as a line, phases, the race and what was really run."""
    done = done_km(plan, runs)
    ran = "Narrow bars: run so far. " if done else ""
    draw(
        _weekly(plan, tuple(done.items()), today, units, locale),
        caption=f"{ran}Dashed line: the longest run of the week.",
    )


@remembered
def _weekly(plan: Plan, done: tuple[tuple[int, float], ...], today: dt.date, units: Units, locale: str | None) -> Drawn:
    rows = week_rows(plan, dict(done), units, locale)
    peak = max(rows, key=lambda row: row["Planned"])
    words = (
        f"Planned {units} per week over {len(rows)} weeks: from {rows[0]['Planned']:g} to a peak of "
        f"{peak['Planned']:g} in week {peak['Week']}; the longest run is {max(row['Long run'] for row in rows):g}."
    )
    return drawn(weekly_spec(plan, rows, plan.week_of(today), units), words, rows)


def done_km(plan: Plan, runs: Iterable[Run]) -> dict[int, float]:
    """Kilometres run in each week of the plan that has a run."""
    sums: dict[int, float] = {}
    for run in runs:
        number = plan.week_of(run.date)
        if 1 <= number <= len(plan.weeks):
            sums[number] = round(sums.get(number, 0) + run.km, 4)
    return sums


def week_rows(plan: Plan, done: Mapping[int, float], units: Units, locale: str | None) -> Rows:
    """One row a week, as the tooltip and the table show it."""
    rows = []
    for number, (week, workouts) in enumerate(zip(plan.weeks, plan.by_week, strict=True), 1):
        row: dict[str, Any] = {
            "Week": number,
            "From": shown_day(plan.day(number, "mon"), locale, weekday=False),
            "Phase": week.phase,
            "Planned": in_units(week_km(workouts), units),
            "Done": in_units(done[number], units) if number in done else None,
            "Long run": in_units(long_run_km(workouts), units),
        }
        rows.append(row | {each.label: in_units(km, units) for each, km in mix_of(workouts)})
    return rows


def weekly_spec(plan: Plan, rows: Rows, now: int, units: Units) -> Spec:
    """The Vega-Lite document of `weekly`."""
    x = {**WEEK, "title": None, "axis": SPARSE}
    y = amount("value", title=f"{units} a week", axis={"tickCount": 5, "domain": False, "ticks": False})
    top = max(max(row["Planned"], row["Done"] or 0) for row in rows) * 1.12 or 1.0
    stacked = [
        {"Week": row["Week"], "Kind": each.label, "value": row[each.label], "order": order, "past": row["Week"] < now}
        for row in rows
        for order, each in enumerate([LONG, *(each for each in RUNNING if each is not LONG)])
        if row[each.label]
    ]
    opacity = {"condition": {"test": "datum.past", "value": 0.55}, "value": 1}
    bars = layer(stacked, bar(0.82, cornerRadius=1), x=x, y=y, order=ORDER, opacity=opacity, color=intensities(stacked))
    told = [name for name in rows[0] if _any(rows, name)]
    hover = layer(
        [{"top": top} | {name: row[name] for name in told} for row in rows],
        bar(1, opacity=0),
        x=x,
        y=amount("top"),
        tooltip=[_tip(name, rows) for name in told],
    )
    longest = line(rows, WEEK, "Long run", [4, 3], point={"color": INK, "size": 22})
    layers = [*_phases(plan, top), bars, *_done_bars(rows), longest, *_marks(plan, now, top), hover]
    return finished(layers, height=340)


def _any(rows: Rows, name: str) -> bool:
    return any(row.get(name) for row in rows)


def _tip(name: str, rows: Rows) -> Spec:
    return name_of(name) if isinstance(rows[0][name], str) else amount(name, format="~r")


def _phases(plan: Plan, top: float) -> list[Spec]:
    """A band over the weeks of each phase, named where it begins."""
    rows = [
        {"Week": number, "colour": PHASE_COLOURS[week.phase], "low": top * 0.985, "high": top}
        for number, week in enumerate(plan.weeks, 1)
    ]
    names = []
    for number, week in enumerate(plan.weeks, 1):
        begins = number == 1 or plan.weeks[number - 2].phase != week.phase
        lasts = number < len(plan.weeks) and plan.weeks[number].phase == week.phase
        if begins and lasts:  # a single week has no room for a name; the tooltip has it
            names.append({"Week": number, "high": top, "name": week.phase})
    ends = {"y": amount("low"), "y2": {"field": "high"}}
    return [
        layer(rows, bar(1), x=WEEK, **ends, color=name_of("colour", scale=None)),
        layer(names, words(align="left", dx=-8, dy=-9), x=WEEK, y=amount("high"), text=name_of("name")),
    ]


def _done_bars(rows: Rows) -> list[Spec]:
    done = [row for row in rows if row["Done"] is not None]
    return [layer(done, bar(0.3, color=INK, opacity=0.8, cornerRadius=1), x=WEEK, y=amount("Done"))] if done else []


def _marks(plan: Plan, now: int, top: float) -> list[Spec]:
    """Where the runner is, and the race; each written towards the middle of the chart."""
    marks = [("⚑ Race", plan.week_of(race.date)) for race in [plan.race] if race]
    if 1 <= now <= len(plan.weeks):
        marks.append(("▾ now", now))
    layers = []
    for said, week in marks:
        early = week <= len(plan.weeks) / 2
        mark = words(align="left" if early else "right", dx=-6 if early else 6)
        row = {"Week": week, "text": said, "y": top * 0.94}
        layers.append(layer([row], mark, x=WEEK, y=amount("y"), text=name_of("text")))
    return layers


def mix_of(workouts: Iterable[Workout]) -> list[tuple[Any, float]]:
    """Kilometres per intensity, running only, in the order of `INTENSITIES`."""
    sums = dict.fromkeys(RUNNING, 0.0)
    for workout in workouts:
        if workout.is_run:
            sums[intensity_of(workout.type)] += workout.run_km
    return list(sums.items())
