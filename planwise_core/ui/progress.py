"""How it goes: planned against done, fitness and load as charts with their tables, and the runs themselves.

The charts are written as Vega-Lite by hand: building them with Altair costs a hundred times as much.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.rooms.belongings import Progress
from planwise_core.store.records import StoredRun
from planwise_core.training.journal import Run
from planwise_core.training.load import LoadDay
from planwise_core.training.paces import race_time_s
from planwise_core.training.plan import Plan
from planwise_core.training.progress import FitnessPoint, WeekProgress
from planwise_core.training.values import Units, shown_clock, shown_distance, shown_duration, shown_pace
from planwise_core.ui.figures import Figure
from planwise_core.ui.importing import NO_FILE
from planwise_core.ui.shell import PAGES
from planwise_core.ui.style import (
    BEFORE,
    FAST,
    LONG,
    RACE,
    date_format,
    day_format,
    from_units,
    in_units,
    shown_day,
    shown_plain,
)
from planwise_core.ui.vega import FRAME, Rows, Spec, draw, drawn, inline

A_PAGE = 12
_AXIS = {"labelAngle": 0, "ticks": False, "domain": False, "labelOverlap": "parity"}
MONOTONOUS = 2.0  # Foster 1998: above this too much of the same


def lately(plan: Plan, made: Progress, today: dt.date, *, units: Units = "km") -> list[Figure]:
    """The last four full weeks against the plan, and how fit that makes."""
    lived = [week for week in made.weeks if plan.day(week.number, "sun") < today and week.adherence is not None]
    last = lived[-4:]
    found = []
    if last:
        weeks = f"Last {len(last)} weeks" if len(last) > 1 else "Last week"
        km, planned = sum(week.done_km for week in last), sum(week.planned_km for week in last)
        share = sum(week.adherence or 0 for week in last) / len(last)
        found += [
            Figure(weeks, f"{100 * share:.0f} %", "of the plan"),
            Figure("Run in them", shown_distance(km, units), f"{shown_distance(planned, units)} planned"),
            Figure("Missed", str(sum(week.missed for week in last)), f"of {sum(week.workouts for week in last)} runs"),
        ]
    if made.fitness:
        vdot = made.fitness[-1].vdot
        found.append(Figure("Fitness (VDOT)", f"{vdot:.1f}", f"10 km in {shown_clock(race_time_s(vdot, 10_000))}"))
    return found


def weeks(plan: Plan, made: Progress, today: dt.date, *, units: Units = "km", locale: str | None = None) -> None:
    """Planned against done, week by week up to this one and the next."""
    now = plan.week_of(today)
    rows = [_week_row(plan, week, units, locale) for week in made.weeks if week.number <= now + 1]
    done = [row for row in rows if row["Done"]]
    words = f"{units} planned and run per week: {len(done)} of {len(rows)} weeks have runs."
    bars = {
        "x": {"field": "Week", "type": "ordinal", "axis": _AXIS, "title": None},
        "tooltip": [{"field": name, "type": "nominal"} for name in rows[0]] if rows else [],
    }
    size = {"type": "quantitative", "title": f"{units} a week", "axis": {"tickCount": 5, "domain": False}}
    spec: Spec = {
        "height": 260,
        "layer": [
            {
                "data": inline(rows),
                "mark": {"type": "bar", "color": BEFORE, "opacity": 0.55, "cornerRadius": 2, "width": {"band": 0.84}},
                "encoding": {**bars, "y": {"field": "Planned", **size}},
            },
            {
                "data": inline(rows),
                "mark": {"type": "bar", "color": LONG.colour, "cornerRadius": 2, "width": {"band": 0.45}},
                "encoding": {**bars, "y": {"field": "Done", **size}},
            },
        ],
        **FRAME,
    }
    draw(drawn(spec, words, rows), caption="Wide: planned. Narrow: run.", key="progress_weeks")


def _week_row(plan: Plan, week: WeekProgress, units: Units, locale: str | None) -> dict[str, object]:
    return {
        "Week": week.number,
        "From": shown_day(plan.day(week.number, "mon"), locale, weekday=False),
        "Planned": in_units(week.planned_km, units),
        "Done": in_units(week.done_km, units),
        "Runs": f"{week.done} of {week.workouts}" + (f" + {week.extra}" if week.extra else ""),
        "Missed": week.missed,
        "Adherence": "" if week.adherence is None else f"{100 * week.adherence:.0f} %",
    }


def fitness(points: Sequence[FitnessPoint], today: dt.date, *, locale: str | None = None) -> None:
    """VDOT over time, a point where it was measured."""
    if not points:
        st.markdown("There is nothing to estimate from yet: run a race or a time trial, or note one in your settings.")
        st.page_link(PAGES / "settings.py", label="Note a recent race", icon=":material/timer:")
        return
    rows: Rows = [
        {
            "Day": shown_day(point.date, locale, year=True),
            "VDOT": round(point.vdot, 1),
            "From": point.source,
            "5 km": shown_clock(race_time_s(point.vdot, 5_000)),
            "10 km": shown_clock(race_time_s(point.vdot, 10_000)),
            "Half marathon": shown_clock(race_time_s(point.vdot, 21_097.5)),
        }
        for point in points
    ]
    if len(points) == 1:
        st.markdown(f"**{rows[0]['VDOT']}** from {shown_plain(points[0].source)} on {rows[0]['Day']}.")
        return
    dated = [{**row, "on": point.date.isoformat()} for row, point in zip(rows, points, strict=True)]
    line = [*dated, {**dated[-1], "on": max(today, points[-1].date).isoformat()}]
    x = {"field": "on", "type": "temporal", "title": None, "axis": {**_AXIS, "format": "%b %Y", "tickCount": 6}}
    y = {"field": "VDOT", "type": "quantitative", "scale": {"zero": False, "padding": 12}, "axis": {"tickCount": 4}}
    tips = [{"field": name, "type": "nominal"} for name in rows[0]]
    spec: Spec = {
        "height": 200,
        "layer": [
            {
                "data": inline(line),
                "mark": {"type": "line", "interpolate": "step-after", "color": RACE.colour, "strokeWidth": 2},
                "encoding": {"x": x, "y": y},
            },
            {
                "data": inline(dated),
                "mark": {"type": "point", "filled": True, "size": 90, "color": RACE.colour, "opacity": 1},
                "encoding": {"x": x, "y": y, "tooltip": tips},
            },
        ],
        **FRAME,
    }
    words = f"VDOT from {rows[0]['VDOT']} on {rows[0]['Day']} to {rows[-1]['VDOT']} on {rows[-1]['Day']}."
    draw(drawn(spec, words, rows), caption="The equivalent of a race: higher is fitter.", key="progress_fitness")


def load(plan: Plan, made: Progress, *, locale: str | None = None) -> None:
    """Fitness and fatigue as running means of load, and the load of each week with its monotony."""
    if len(made.days) < 14:
        st.markdown("Two weeks of runs with their minutes are needed before load says anything.")
        return
    rows: Rows = [
        {
            "Week": number,
            "From": shown_day(plan.day(number, "mon"), locale, weekday=False),
            "Load": round(week.load),
            "Monotony": f"{week.monotony:.1f}" + (" (too much of the same)" if week.monotony > MONOTONOUS else ""),
            "Strain": round(week.strain),
        }
        for number, week in enumerate(made.load, 1)
    ]
    last = made.days[-1]
    words = f"Load over 42 days {last.fitness:.0f}, over 7 days {last.fatigue:.0f}, form {last.form:+.0f}."
    draw(
        drawn(_load_spec(made.days, locale), words, rows), key="progress_load",
        caption="Minutes times effort a day: solid, the mean of six weeks (what you are used to); dotted, of one week "
        "(how tired you are). It describes; nothing is decided by it.",
    )  # fmt: skip


def _load_spec(days: Sequence[LoadDay], locale: str | None) -> Spec:
    lines = [
        {"on": day.date.isoformat(), "Load": round(value, 1), "of": name}
        for day in days
        for name, value in (("6 weeks", day.fitness), ("1 week", day.fatigue))
    ]
    x = {
        "field": "on",
        "type": "temporal",
        "title": None,
        "axis": {**_AXIS, "format": day_format(locale), "tickCount": 6},
    }
    colours = {"domain": ["6 weeks", "1 week"], "range": [LONG.colour, FAST.colour]}
    return {
        "height": 220,
        "layer": [
            {
                "data": inline(lines),
                "mark": {"type": "line", "strokeWidth": 2, "interpolate": "monotone"},
                "encoding": {
                    "x": x,
                    "y": {"field": "Load", "type": "quantitative", "title": "load a day", "axis": {"tickCount": 4}},
                    "color": {"field": "of", "type": "nominal", "scale": colours,
                              "legend": {"title": None, "orient": "bottom"}},
                    "strokeDash": {"field": "of", "type": "nominal", "legend": None,
                                   "scale": {"domain": ["6 weeks", "1 week"], "range": [[1, 0], [3, 3]]}},
                    "tooltip": [{"field": "on", "type": "temporal", "title": "Day", "format": day_format(locale)},
                                {"field": "of", "type": "nominal", "title": "Mean of"},
                                {"field": "Load", "type": "quantitative"}],
                },
            }
        ],
        **FRAME,
    }  # fmt: skip


def import_form(on_files: Callable[[list[tuple[str, bytes]]], None]) -> None:
    """A way in for runs; the form is empty again afterwards."""
    with st.form("import_runs", clear_on_submit=True, border=False):
        files = st.file_uploader(
            "FIT, GPX, TCX or CSV from a watch or a platform, or the zip archive that Strava sends",
            type=["fit", "gpx", "tcx", "csv", "zip", "gz"],
            accept_multiple_files=True,
            max_upload_size=40,
            key="run_files",
        )
        wanted = st.form_submit_button("Import runs", type="primary", icon=":material/upload:", key="import_runs_go")
    if wanted and not files:
        st.caption(NO_FILE)
    elif wanted:
        on_files([(each.name, each.getvalue()) for each in files])
        st.rerun()


def run_form(today: dt.date, *, units: Units = "km", locale: str | None = None) -> Run | None:
    """Asks for a run that was done; a `Run` when the runner has said."""
    with st.form("run", clear_on_submit=True, border=False):
        left, right = st.columns(2)
        with left:
            day = st.date_input("On", today, max_value=today, format=date_format(locale), key="run_day")
            distance = st.number_input(f"Distance, {units}", 0.1, 300.0, None, step=0.1, format="%.1f", key="run_km")
        with right:
            minutes = st.number_input("Minutes", 1, 3600, None, placeholder="if you know", key="run_minutes")
            effort = st.slider("Effort, 1 very easy to 10 all out", 1, 10, 4, key="run_effort")
        sent = st.form_submit_button("Note it", icon=":material/check:", key="note_run")
    if not sent or distance is None or not isinstance(day, dt.date):
        return None
    return Run(date=day, km=round(from_units(distance, units), 2), minutes=minutes, effort=effort)


def runs_list(
    runs: Sequence[StoredRun], *, on_delete: Callable[[int], None], units: Units = "km", locale: str | None = None
) -> None:
    """Every run, newest first, a page at a time."""
    newest = sorted(runs, key=lambda run: (run.date, run.id), reverse=True)
    pages = -(-len(newest) // A_PAGE)
    page = st.pagination(pages, key="runs_page") if pages > 1 else 1
    shown = {run.id: run_line(run, units, locale) for run in newest[(page - 1) * A_PAGE : page * A_PAGE]}
    st.markdown("\n".join(f"- {line}" for line in shown.values()))
    with st.popover("Delete a run", icon=":material/delete:", key="delete_run"):
        which = st.selectbox(
            "Which of these?", list(shown), format_func=lambda run: shown[run].replace("**", ""), key="which_run"
        )
        # Known by its run: pressed twice in a hurry, it does not delete the next one too.
        st.button("Delete it", type="primary", key=f"delete_run_{which}", on_click=on_delete, args=(which,))


def run_line(run: StoredRun, units: Units, locale: str | None) -> str:
    """One run as a line of Markdown."""
    parts = [f"**{shown_day(run.date, locale)}**", shown_distance(run.km, units)]
    if run.minutes:
        parts.append(shown_duration(60 * run.minutes))
        if run.km:
            parts.append(shown_pace(60 * run.minutes / run.km, units))
    if run.effort:
        parts.append(f"effort {run.effort}")
    if run.avg_hr:
        parts.append(f"{run.avg_hr} bpm")
    if run.name:
        parts.append(shown_plain(run.name))
    return " · ".join(parts) + ("" if run.workout else " · not planned")
