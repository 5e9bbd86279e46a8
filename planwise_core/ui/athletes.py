"""One athlete of a coach's roster, as a card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.roster import Line
from planwise_core.training.values import monday_of, shown_distance
from planwise_core.ui.findings import findings, tally
from planwise_core.ui.style import date_format, shown_day, shown_plain


def athlete_card(
    line: Line,
    *,
    on_open: Callable[[int], None],
    on_end: Callable[[int], None],
    templates: Sequence[Line] = (),
    on_give: Callable[[int, int, dt.date], None],
    next_monday: dt.date,
    locale: str | None = None,
) -> None:
    """Next race, last week, what the checks say; `on_open` and `on_end` get the athlete's account id.

    Whoever is free may be given the plan of one of `templates`: `on_give(from, to, monday)`.
    """
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
        checks.markdown(f"**Checks**  \n{tally(line.findings).capitalize() if line.goal else 'No plan yet'}")
        if line.open_proposal:
            st.caption("A proposed change waits for an answer.")
        with st.expander("More"):
            if line.goal:
                findings(line.findings)
            if line.is_free and (others := [each for each in templates if each.athlete.id != key]):
                _give_form(line, others, next_monday, on_give, locale)
            st.button("Look after them no more", key=f"end_{key}", on_click=on_end, args=(key,))


def _give_form(
    line: Line,
    others: Sequence[Line],
    next_monday: dt.date,
    on_give: Callable[[int, int, dt.date], None],
    locale: str | None,
) -> None:
    key = line.athlete.id
    with st.form(f"give_{key}", border=False):
        st.markdown("**Give a plan.** Days, kilometres and efforts are taken over; paces and notes are not.")
        left, right = st.columns(2)
        whose = left.selectbox(
            "The plan of", others, format_func=lambda other: f"{other.athlete.name}: {other.goal}", key=f"whose_{key}"
        )
        monday = right.date_input(
            "Beginning in the week of",
            next_monday,
            min_value=next_monday,
            format=date_format(locale),
            key=f"from_{key}",
        )
        if st.form_submit_button("Give this plan", key=f"give_button_{key}") and whose is not None:
            on_give(whose.athlete.id, key, monday_of(monday))


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
