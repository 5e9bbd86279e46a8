"""Changing more than one workout by hand: an easier week, days off, and a move without dragging."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import streamlit as st

from planwise_core.training.edits import Edit, Scale, Soften, TimeOff
from planwise_core.training.plan import Plan, weekday_of
from planwise_core.ui.drawer import OnEdit, move_to
from planwise_core.ui.style import date_format, shown_day, shown_plain

Wish = tuple[Sequence[Edit], str]
Reason = Literal["holiday", "illness", "injury", "rest"]
_REASONS: dict[str, Reason] = {"Away": "holiday", "Ill": "illness", "Injured": "injury", "Need a rest": "rest"}


def adjust(plan: Plan, today: dt.date, *, on_edit: OnEdit, locale: str | None = None) -> None:
    """Draws the forms; `on_edit` gets edits and their cause, then the page is redrawn."""
    first = max(1, plan.week_of(today))
    if first > len(plan.weeks):
        return
    box = st.expander(
        "Change a week, take days off, move a workout", icon=":material/tune:", key="adjust", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        week_tab, off_tab, move_tab = st.tabs(["A week", "Days off", "Move"])
        with week_tab:
            wish = _week(plan, first, locale)
        with off_tab:
            wish = _days_off(plan, today, locale) or wish
        with move_tab:
            wish = _move(plan, today, locale) or wish
    if wish:
        on_edit(*wish)
        st.rerun()


def _week(plan: Plan, first: int, locale: str | None) -> Wish | None:
    def label(number: int) -> str:
        return f"Week {number}, from {shown_day(plan.day(number, 'mon'), locale, weekday=False)}"

    week = st.selectbox("Week", range(first, len(plan.weeks) + 1), format_func=label, key="adjust_week")
    with st.container(horizontal=True):
        if st.button("A fifth less", icon=":material/trending_down:", key="week_less"):
            return [Scale(from_week=week, to_week=week, percent=80)], f"Made week {week} a fifth smaller"
        if st.button("Recovery week", icon=":material/self_improvement:", key="week_recover"):
            calm: list[Edit] = [Soften(from_week=week, to_week=week), Scale(from_week=week, to_week=week, percent=70)]
            return calm, f"Made week {week} a recovery week"
        if st.button("A little more", icon=":material/trending_up:", key="week_more"):
            return [Scale(from_week=week, to_week=week, percent=105)], f"Made week {week} a little bigger"
    return None


def _days_off(plan: Plan, today: dt.date, locale: str | None) -> Wish | None:
    with st.form("days_off", border=False):
        begin = max(today, plan.start_date)
        days = st.date_input(
            "No running from, to", (begin, begin), min_value=begin, max_value=plan.end_date, format=date_format(locale)
        )
        why = st.segmented_control("Why", list(_REASONS), default="Away")
        if not st.form_submit_button("Take these days off", icon=":material/event_busy:"):
            return None
    if not isinstance(days, tuple) or not days:
        return None
    first, last = days[0], days[-1]
    off = TimeOff(
        from_week=plan.week_of(first),
        from_day=weekday_of(first),
        to_week=plan.week_of(last),
        to_day=weekday_of(last),
        reason=_REASONS[why or "Need a rest"],
    )
    return [off], f"{why or 'Rest'}, {shown_day(first, locale)} to {shown_day(last, locale)}"


def _move(plan: Plan, today: dt.date, locale: str | None) -> Wish | None:
    coming = {each.id: each for each in plan.workouts if each.date >= today and each.type != "race"}
    if not coming:
        return None

    def label(name: str) -> str:
        return f"{shown_day(coming[name].date, locale)}, {coming[name].title}"

    with st.form("move_by_form", border=False):
        name = st.selectbox("Workout", list(coming), format_func=label, key="move_what")
        day = st.date_input(
            "To", value=None, min_value=today, max_value=plan.end_date, format=date_format(locale), key="move_day"
        )
        if not st.form_submit_button("Move", icon=":material/event:") or not isinstance(day, dt.date):
            return None
    return [move_to(plan, name, day)], f"Moved {shown_plain(coming[name].title)} to {shown_day(day, locale)}"
