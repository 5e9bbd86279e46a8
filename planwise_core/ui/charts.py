"""The charts: weekly kilometres of a plan, two versions over one another, how hard the kilometres are.

A chart is a Vega-Lite document, written here as it is sent: Altair would take three hundred times as long to build it,
and a hundred megabytes with the pandas it brings, so Altair judges the documents in the tests. Rows stay inside their
layer, as text: at the top of a document Streamlit would put them through a data frame, and as values copy and parse
them, at every rerun. Each chart comes with its words (`alt`) and a table.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, Workout, long_run_km, week_km
from planwise_core.training.values import Units
from planwise_core.training.versions import Comparison
from planwise_core.ui.style import (
    BEFORE,
    INTENSITIES,
    LESS,
    LONG,
    MORE,
    PHASE_COLOURS,
    in_units,
    intensity_of,
    shown_day,
)

Spec = dict[str, Any]
Rows = list[dict[str, Any]]
ROOM_FOR_LABELS, ROOM_IN_A_CARD = 12, 8  # more than this many numbers over bars run into one another
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
INK = "currentColor"  # the page's own text colour, by day and by night
RUNNING = [each for each in INTENSITIES if each.name != "other"]


remembered = lru_cache(maxsize=256)  # by value: what is remembered is drawn, never changed


class Drawn(NamedTuple):
    """A chart that is ready to be sent: its document, what it shows in words, and the same as an HTML table."""

    spec: Spec
    alt: str
    table: str


def drawn(spec: Spec, alt: str, rows: Rows) -> Drawn:
    """A chart of its document, and the rows that a reader of the table sees."""
    return Drawn(spec, alt, html_table(rows))


def draw(chart: Drawn, *, caption: str = "", key: str | None = None) -> None:
    """The chart, and under it the same as a table for whoever wants numbers."""
    show(chart.spec, chart.alt, key)
    said = f"<p>{escape(caption)}</p>" if caption else ""
    st.html(f'<div class="beneath">{said}{folded(chart.table)}</div>')


def show(spec: Spec, alt: str, key: str | None) -> None:
    """A document alone. Its room is kept from the start: charts come later than the words around them."""
    st.vega_lite_chart(spec, alt=alt, key=key, width="stretch", height=spec["height"])


def folded(table: str) -> str:
    """An HTML table that is there for whoever opens it."""
    return f"<details><summary>The same as a table</summary><div>{table}</div></details>" if table else ""


def inline(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Rows inside a document, as text: Streamlit copies, writes and reads a document at every rerun, text as one."""
    return {"values": json.dumps(rows), "format": {"type": "json"}}


def html_table(rows: Rows) -> str:
    """The keys of the first row are the head; empty without rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{_shown(row.get(name))}</td>" for name in rows[0]) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _shown(value: Any) -> str:
    return "" if value is None else escape(str(value))


def table(rows: Rows) -> str:
    """Rows as a Markdown table; the keys of the first are the head."""
    if not rows:
        return ""
    head = list(rows[0])
    lines = [head, ["---"] * len(head), *([_cell(row.get(name)) for name in head] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return "" if value is None else str(value).replace("|", "\\|")


# --- the weeks of one plan ---------------------------------------------------------------------------------------


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


def mix_of(workouts: Iterable[Workout]) -> list[tuple[Any, float]]:
    """Kilometres per intensity, running only, in the order of `INTENSITIES`."""
    sums = dict.fromkeys(RUNNING, 0.0)
    for workout in workouts:
        if workout.is_run:
            sums[intensity_of(workout.type)] += workout.run_km
    return list(sums.items())


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
    bars = layer(
        stacked, bar(0.82, cornerRadius=1), x=x, y=y, order=ORDER, opacity=opacity, color=_intensities(stacked)
    )
    hover = layer(
        [row | {"top": top} for row in rows],
        bar(1, opacity=0),
        x=x,
        y=amount("top"),
        tooltip=[_tip(name, rows) for name in rows[0] if _any(rows, name)],
    )
    longest = _line(rows, WEEK, "Long run", [4, 3], point={"color": INK, "size": 22})
    layers = [*_phases(plan, top), bars, *_done_bars(rows), longest, *_marks(plan, now, top), hover]
    return finished(layers, height=340)


def _any(rows: Rows, name: str) -> bool:
    return any(row.get(name) for row in rows)


def _tip(name: str, rows: Rows) -> Spec:
    return name_of(name) if isinstance(rows[0][name], str) else amount(name, format="~r")


def _intensities(rows: Rows) -> Spec:
    """A colour for each intensity that occurs in `rows`, and what it means."""
    shown = [each for each in RUNNING if any(row["Kind"] == each.label for row in rows)]
    return name_of(
        "Kind",
        scale={"domain": [each.label for each in shown], "range": [each.colour for each in shown]},
        legend={"title": None, "orient": "bottom", "symbolType": "square", "columns": {"expr": "width > 420 ? 7 : 3"}},
    )


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


# --- Vega-Lite: https://vega.github.io/vega-lite/docs/ -----------------------------------------------------------


def amount(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "quantitative", **more}


def name_of(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "nominal", **more}


def place(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "ordinal", **more}


FRAME: Spec = {  # of every document: its words close to it, no line around it, no empty band below
    "padding": {"bottom": 2},
    "config": {"view": {"strokeWidth": 0}, "axisX": {"labelPadding": 6}, "legend": {"offset": 8, "labelPadding": 5}},
}
SPARSE: Spec = {"labelAngle": 0, "labelOverlap": "greedy", "ticks": False, "domain": False}  # an axis
WEEK, ORDER = place("Week"), place("order")


def bar(share: float, **more: Any) -> Spec:
    """A bar over this share of the room it has."""
    return {"type": "bar", "width": {"band": share}, **more}


def words(**more: Any) -> Spec:
    return {"type": "text", "fontSize": 12, "fontWeight": 600, "color": INK, **more}


def _line(rows: Rows, x: Spec, name: str, dash: list[int], **more: Any) -> Spec:
    mark = {"type": "line", "color": INK, "strokeWidth": 1.5, "strokeDash": dash, "interpolate": "monotone", **more}
    return layer(rows, mark, x=x, y=amount(name))


def layer(rows: Rows, mark: Spec, **encoding: Any) -> Spec:
    """One layer with rows of its own."""
    return {"data": inline(rows), "mark": mark, "encoding": encoding}


def finished(layers: list[Spec], height: int) -> Spec:
    """The layers as a document."""
    return {"$schema": SCHEMA, "height": height, "layer": layers, **FRAME}


# --- two versions ------------------------------------------------------------------------------------------------


def comparison(
    compared: Comparison, *, units: Units = "km", locale: str | None = None, small: bool = False, key: str | None = None
) -> None:
    """Weekly distance and long run of two plans over one another; `small` for a card."""
    chart = _comparison(compared, units, locale, small)
    if small:
        show(chart.spec, chart.alt, key)
    else:
        draw(chart, caption="Wide: before. Narrow: after. Lines: longest run, dotted before.", key=key)


@remembered
def _comparison(compared: Comparison, units: Units, locale: str | None, small: bool) -> Drawn:
    rows = pair_rows(compared, units, locale)
    changed = [row for row in rows if row["Change"]]
    words = f"{units} per week before and after: {len(changed)} of {len(rows)} weeks change" + (
        "; " + ", ".join(f"{row['Week of']} {row['Change']:+g}" for row in changed[:6]) + "." if changed else "."
    )
    return drawn(comparison_spec(_near_changes(rows) if small else rows, units, small), words, rows)


def pair_rows(compared: Comparison, units: Units, locale: str | None) -> Rows:
    """One row per calendar week of either plan."""

    def shown(km: float | None) -> float | None:
        return None if km is None else in_units(km, units)

    return [
        {
            "Week of": shown_day(pair.monday, locale, weekday=False),
            "Before": shown(pair.km_before),
            "After": shown(pair.km_after),
            "Change": round((shown(pair.km_after) or 0) - (shown(pair.km_before) or 0), 1),
            "Long run before": shown(pair.long_before),
            "Long run after": shown(pair.long_after),
        }
        for pair in compared.weeks
    ]


def _near_changes(rows: Rows, room: int = 2) -> Rows:
    """The weeks from just before the first change to just after the last."""
    at = [index for index, row in enumerate(rows) if row["Change"] or row["Long run before"] != row["Long run after"]]
    return rows[max(0, at[0] - room) : at[-1] + room + 1] if at else rows[:8]


def comparison_spec(rows: Rows, units: Units, small: bool) -> Spec:
    """The Vega-Lite document of `comparison`."""
    x = place("Week of", sort=[row["Week of"] for row in rows], title=None, axis=SPARSE)
    axis = {"tickCount": 3 if small else 5, "domain": False, "ticks": False}
    more_or_less = [{"test": "datum.Change > 0", "value": MORE}, {"test": "datum.Change < 0", "value": LESS}]
    changed = [_label(row, small) for row in rows if row["Change"]]
    lines = [
        _line(rows, x, "Long run before", [2, 3], opacity=0.6),
        _line(rows, x, "Long run after", [1, 0], strokeWidth=2),
    ]
    layers = [
        layer(
            rows,
            bar(0.84, color=BEFORE, opacity=0.55, cornerRadius=2),
            x=x,
            y=amount("Before", title=f"{units} a week", axis=axis),
        ),
        layer(
            rows,
            bar(0.42, cornerRadius=2),
            x=x,
            y=amount("After"),
            color={"condition": more_or_less, "value": "#66736F"},
        ),
        *([] if small else lines),
        layer(
            changed if len(changed) <= (ROOM_IN_A_CARD if small else ROOM_FOR_LABELS) else [],
            words(dy=-8),
            x=x,
            y=amount("top"),
            text=name_of("label"),
        ),
        layer(
            [row | {"top": max(row["Before"] or 0, row["After"] or 0)} for row in rows],
            bar(1, opacity=0),
            x=x,
            y=amount("top"),
            tooltip=[name_of("Week of"), *(amount(name, format="~r") for name in list(rows[0])[1:])],
        ),
    ]
    return finished(layers, height=150 if small else 280)


def _label(row: dict[str, Any], small: bool) -> dict[str, Any]:
    """``−17.4`` over the higher bar; ``−17`` where bars stand close."""
    change = abs(row["Change"])
    shown = f"{change:.0f}" if small and change >= 1 else f"{change:g}"
    return row | {
        "top": max(row["Before"] or 0, row["After"] or 0),
        "label": ("+" if row["Change"] > 0 else "−") + shown,
    }


def mix(plans: Mapping[str, Plan], *, key: str | None = None) -> None:
    """How hard the kilometres are: one bar of shares per plan, named by the key."""
    draw(_mix(tuple(plans.items())), key=key)


@remembered
def _mix(plans: tuple[tuple[str, Plan], ...]) -> Drawn:
    rows = [{"Plan": label, **shares(plan.workouts)} for label, plan in plans]
    words = "Share of kilometres by intensity. " + " ".join(
        f"{row['Plan']}: " + ", ".join(f"{each.label.lower()} {row[each.label]} %" for each in RUNNING) + "."
        for row in rows
    )
    return drawn(mix_spec(rows), words, rows)


def shares(workouts: Iterable[Workout]) -> dict[str, int]:
    """Per cent of the kilometres in each intensity."""
    sums = mix_of(workouts)
    total = sum(km for _, km in sums) or 1.0
    return {each.label: round(100 * km / total) for each, km in sums}


def mix_spec(rows: Rows) -> Spec:
    """The Vega-Lite document of `mix`."""
    parts = [
        {"Plan": row["Plan"], "Kind": each.label, "share": row[each.label], "order": order}
        for row in rows
        for order, each in enumerate(RUNNING)
        if row[each.label]
    ]
    shares_of_all = layer(
        parts,
        {"type": "bar", "height": {"band": 0.7}, "cornerRadius": 1},
        y=name_of("Plan", sort=None, title=None, axis={"domain": False, "ticks": False}),
        x=amount("share", stack="normalize", title=None, axis={"format": "%", "tickCount": 4, "domain": False}),
        order=ORDER,
        color=_intensities(parts),
        tooltip=[name_of("Plan"), name_of("Kind", title="Intensity"), amount("share", title="%")],
    )
    return finished([shares_of_all], height=90 + 34 * len(rows))
