"""Planned against done: how much of each week was run, what was missed, and how fitness moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import streamlit as st

from planwise_core.training.journal import Run
from planwise_core.training.progress import FitnessPoint, WeekProgress
from planwise_core.training.values import Units, shown_distance
from planwise_core.ui.charts import table
from planwise_core.ui.style import date_format, from_units, in_units, shown_day, shown_plain


def figures(weeks: Sequence[WeekProgress], units: Units) -> None:
    """The weeks so far in three figures."""
    so_far = [week for week in weeks if week.adherence is not None]
    with st.container(horizontal=True):
        for label, value in (
            ("Run so far", shown_distance(sum(week.done_km for week in weeks), units)),
            ("Workouts done", f"{sum(week.done for week in so_far)} of {sum(week.workouts for week in so_far)}"),
            ("Missed", str(sum(week.missed for week in so_far))),
        ):
            st.metric(label, value, border=True, width=165)


def week_table(weeks: Sequence[WeekProgress], units: Units) -> None:
    """The weeks that have begun, newest first."""
    rows = [
        {
            "Week": week.number,
            f"Planned, {units}": f"{in_units(week.planned_km, units):g}",
            f"Done, {units}": f"{in_units(week.done_km, units):g}",
            "Workouts": f"{week.done} of {week.workouts}",
            "Missed": week.missed or "",
            "Extra": week.extra or "",
            "Done of the plan": f"{week.adherence:.0%}",
        }
        for week in reversed(weeks)
        if week.adherence is not None
    ]
    st.markdown(table(rows) or "The first week has only begun.")


def fitness(points: Sequence[FitnessPoint], locale: str | None) -> None:
    """Each estimate of fitness with the day and where it comes from."""
    st.markdown(
        "\n".join(
            f"- {shown_day(point.date, locale, weekday=False, year=True)}: **{point.vdot:.1f}** "
            f"({shown_plain(point.source)})"
            for point in reversed(points)
        )
        or "A race result or a time trial tells how fit you are: give one to the coach."
    )


def run_form(today: dt.date, units: Units, locale: str | None) -> Run | None:
    """Asks for a run that was done; a `Run` when the runner has said."""
    with st.form("run", clear_on_submit=True):
        st.markdown("**Note a run**")
        left, right = st.columns(2)
        with left:
            day = st.date_input("On", today, max_value=today, format=date_format(locale))
            distance = st.number_input(f"Distance, {units}", 0.1, 300.0, None, step=0.1, format="%.1f")
        with right:
            minutes = st.number_input("Minutes", 1, 3600, None, placeholder="if you know")
            effort = st.slider("Effort, 1 very easy to 10 all out", 1, 10, 4)
        sent = st.form_submit_button("Note it", type="primary", icon=":material/check:")
    if not sent or distance is None or not isinstance(day, dt.date):
        return None
    return Run(date=day, km=round(from_units(distance, units), 2), minutes=minutes, effort=effort)
