"""What the coach should know of a runner, as a form: the same values a conversation fills."""

from __future__ import annotations

import datetime as dt
from typing import Any, get_args

import streamlit as st

from planwise_core.store.records import Client
from planwise_core.training.athlete import Athlete, Level
from planwise_core.training.methods import METHODS
from planwise_core.training.values import WEEKDAY_NAMES, WEEKDAYS, Units, Weekday, shown_clock, shown_distance
from planwise_core.ui.style import from_units, in_units, shown_day, shown_plain


def profile_form(client: Client, units: Units) -> Client | None:
    """The form over a client's profile; the changed client when it was sent."""
    was = client.athlete
    with st.form("profile"):
        st.subheader("Running", anchor=False)
        left, right = st.columns(2)
        with left:
            most, now = (155.0 if units == "mi" else 250.0), in_units(was.weekly_km, units)
            km = st.number_input(f"Distance a week now, {units}", 0.0, most, now, step=1.0, format="%.1f")
            days = st.number_input("Days a week", 2, 7, was.days_per_week, placeholder="not said")
        with right:
            levels: list[Level | None] = [None, *get_args(Level)]
            level = st.selectbox("Experience", levels, levels.index(was.level), format_func=lambda it: it or "not said")
            method = st.selectbox("Method", list(METHODS), list(METHODS).index(was.method), format_func=_method_name)
        st.caption("  \n".join(f"**{each.name}**: {each.says}" for each in METHODS.values()))
        st.subheader("Days", anchor=False)
        free = st.pills("Days you can run", WEEKDAYS, selection_mode="multi", default=was.free_days, format_func=_day)
        long_days: list[Weekday | None] = [None, *WEEKDAYS]
        long = st.selectbox("Long run on", long_days, long_days.index(was.long_run_day), format_func=_day)
        st.subheader("Showing and saving", anchor=False)
        shown = st.segmented_control("Units", get_args(Units), default=was.units, key="units")
        at_once = st.toggle("Save the coach's changes at once, without asking", client.apply_at_once)
        if not st.form_submit_button("Save", type="primary", icon=":material/check:"):
            return None
    said: dict[str, Any] = {
        "weekly_km": was.weekly_km if km == in_units(was.weekly_km, units) else round(from_units(km, units), 1),
        "days_per_week": days,
        "level": level,
        "method": method,
        "free_days": tuple(free) or was.free_days,
        "long_run_day": long,
        "units": shown or was.units,
    }
    changed = {name for name, value in said.items() if value != getattr(was, name)}
    return client.but(athlete=was.but(**said), known=client.known | changed, apply_at_once=at_once)


def _method_name(method: str) -> str:
    return METHODS[method].name


def _day(day: Weekday | None) -> str:
    return WEEKDAY_NAMES[day][:3] if day else "any day"


def remembered(athlete: Athlete, units: Units, today: dt.date, locale: str | None) -> None:
    """What came up in conversation and has no field of its own: races, injuries, days away, a recent result."""
    lines = []
    for race in athlete.races:
        when = shown_day(race.date, locale, year=True) if race.date else "no date"
        target = f", target {shown_clock(race.target_s)}" if race.target_s else ""
        name = f" {shown_plain(race.name)}" if race.name else ""
        lines.append(f"{race.priority} race{name}: {shown_distance(race.distance_km, units)}, {when}{target}")
    if athlete.recent:
        ran = f"{shown_distance(athlete.recent.distance_km, units)} in {shown_clock(athlete.recent.duration_s)}"
        lines.append(f"Recent result: {ran}")
    lines += [
        f"{'Hurts now' if injury.current else 'Has hurt'}: {shown_plain(injury.part)}" for injury in athlete.injuries
    ]
    lines += [
        f"Away ({away.reason}): {shown_day(away.first, locale)} to {shown_day(away.last, locale)}"
        for away in athlete.away
        if away.last >= today
    ]
    limits = [f"{WEEKDAY_NAMES[limit.day]} at most {limit.minutes} min" for limit in athlete.minutes]
    lines += [", ".join(limits)] if limits else []
    st.markdown("\n".join(f"- {each}" for each in lines) or "Nothing beyond what stands above.")
