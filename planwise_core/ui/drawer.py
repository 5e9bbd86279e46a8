"""A workout opened from the calendar: a drawer with its details and what can be done to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.training.blame import Blame
from planwise_core.training.edits import Drop, Edit, Move, Soften
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, Workout, weekday_of
from planwise_core.training.values import Units
from planwise_core.ui.origin import origin
from planwise_core.ui.pace import let_it_show
from planwise_core.ui.raceday import Ask, race_day
from planwise_core.ui.session import Me
from planwise_core.ui.style import date_format, from_units, in_units, shown_day, shown_plain
from planwise_core.ui.workout import workout

OnEdit = Callable[[Sequence[Edit], str], object]


def drawer(
    plan: Plan,
    opened: Workout,
    *,
    done: bool,
    why: str,
    blame: Blame,
    strategy: Ask,
    me: Me,
    on_edit: OnEdit,
    on_run: Callable[[Run], None],
    on_close: Callable[[], None],
    locale: str | None = None,
) -> None:
    """Opens the drawer. `on_edit` gets edits and their cause, `on_run` a run; then the page is redrawn.

    `strategy` says how to run a race.
    """

    @st.dialog(shown_plain(opened.title), position="right", on_dismiss=on_close)
    def body() -> None:
        workout(opened, units=me.units, locale=locale, why=why, titled=False)
        origin(blame, me, locale)
        if opened.type == "race":
            race_day(strategy, me.units)
        if done:
            st.markdown(":green[:material/check_circle:] Done.")
            return
        let_it_show()  # the forms take a browser as long as all the rest
        if opened.date <= me.today and opened.is_run:
            run = done_form(opened, me.units)
            if run is not None:
                on_close()
                on_run(run)
                st.rerun()
        may_change = opened.date >= me.today and opened.type != "race"
        if may_change and (wish := _edits_form(plan, opened, me.today, locale)):
            on_close()
            on_edit(*wish)
            st.rerun()

    body()


def done_form(opened: Workout, units: Units) -> Run | None:
    """Asks how it went; a `Run` when the runner has said."""
    with st.form("done", border=True):
        st.markdown("**How did it go?**")
        planned = in_units(opened.km or 0.0, units)
        distance = st.number_input(f"Distance, {units}", 0.0, 300.0, planned, step=0.1, format="%.1f")
        minutes = st.number_input("Minutes", 0, 3600, opened.minutes, step=1, placeholder="if you know")
        effort = st.slider("Effort, 1 very easy to 10 all out", 1, 10, 4)
        if not st.form_submit_button("Mark as done", type="primary", icon=":material/check:"):
            return None
    km = round(from_units(distance, units), 2)
    return Run(date=opened.date, km=km, minutes=minutes or None, effort=effort, workout=opened.id)


def _edits_form(plan: Plan, opened: Workout, today: dt.date, locale: str | None) -> tuple[Sequence[Edit], str] | None:
    with st.form("move", border=True):
        st.markdown("**Move it**")
        day = st.date_input("To", opened.date, min_value=today, max_value=plan.end_date, format=date_format(locale))
        moved = st.form_submit_button("Move", icon=":material/event:")
    if moved and isinstance(day, dt.date) and day != opened.date:
        return [move_to(plan, opened.id, day)], f"Moved {opened.title} to {shown_day(day, locale)}"
    with st.container(horizontal=True):
        week, weekday = plan.week_of(opened.date), weekday_of(opened.date)
        if st.button("Make it easy", icon=":material/trending_down:", key="soften"):
            soft = Soften(from_week=week, from_day=weekday, to_week=week, to_day=weekday)
            return [soft], f"Made {shown_day(opened.date, locale)} easy"
        if st.button("Take it out", icon=":material/delete:", key="drop"):
            return [Drop(workout=opened.id)], f"Took out {opened.title} on {shown_day(opened.date, locale)}"
    return None


def move_to(plan: Plan, workout_id: str, day: dt.date) -> Move:
    """The edit that moves a workout to a date."""
    return Move(workout=workout_id, week=plan.week_of(day), day=weekday_of(day))
