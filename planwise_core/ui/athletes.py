"""One athlete of a coach's roster, as a card."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from planwise_core.roster import Line
from planwise_core.training.values import shown_distance
from planwise_core.ui.findings import findings, tally
from planwise_core.ui.style import shown_day, shown_plain


def athlete_card(
    line: Line,
    *,
    on_open: Callable[[int], None],
    on_end: Callable[[int], None],
    locale: str | None = None,
) -> None:
    """Next race, last week, what the checks say; `on_open` and `on_end` get the athlete's account id."""
    key = line.athlete.id
    with st.container(border=True, key=f"athlete_{key}"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(shown_plain(line.athlete.name), anchor=False, width="content")
            st.button(
                "Open", icon=":material/open_in_new:", key=f"open_{key}", on_click=on_open, args=(key,), type="primary"
            )
        race, week, checks = st.columns(3)
        race.markdown(f"**Next race**  \n{next_race(line, locale)}")
        week.markdown(f"**Last week**  \n{last_week(line)}")
        checks.markdown(f"**Checks**  \n{tally(line.findings) if line.goal else 'No plan yet'}")
        if line.open_proposal:
            st.caption("A proposed change waits for an answer.")
        with st.expander("More"):
            findings(line.findings)
            st.button("Look after them no more", key=f"end_{key}", on_click=on_end, args=(key,))


def next_race(line: Line, locale: str | None = None) -> str:
    """``Half Marathon, Sun 18 Apr 2027, in 146 days``"""
    if line.goal is None:
        return "No plan yet"
    if line.race_date is None or line.days_to_race is None:
        return f"{shown_plain(line.goal)}, no race ahead"
    days = {0: "today", 1: "tomorrow"}.get(line.days_to_race, f"in {line.days_to_race} days")
    return f"{shown_plain(line.goal)}, {shown_day(line.race_date, locale, year=True)}, {days}"


def last_week(line: Line) -> str:
    """``32 of 40 km``"""
    done = shown_distance(line.done_km, line.units)
    if line.planned_km is None:
        return f"{done}, nothing planned"
    return f"{done} of {shown_distance(line.planned_km, line.units)}"
