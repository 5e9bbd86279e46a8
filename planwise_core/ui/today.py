"""What matters first: how far it is to the race, where the week stands, and what is on today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

import streamlit as st

from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan, week_km
from planwise_core.training.values import FirstDay, Units, shown_distance
from planwise_core.ui.charts import done_km
from planwise_core.ui.figures import Figure
from planwise_core.ui.shell import PAGES
from planwise_core.ui.style import shown_day, shown_plain, shown_size
from planwise_core.ui.workout import workout

COMING = 4  # workouts that a rest day looks ahead to


def standing_figures(
    plan: Plan,
    today: dt.date,
    runs: Sequence[Run],
    *,
    units: Units = "km",
    locale: str | None = None,
    starts: FirstDay = "mon",
) -> list[Figure]:
    """How far it is to the race, and where the training week stands."""
    found = []
    number = plan.week_of(today)
    if plan.race_date:
        days = (plan.race_date - today).days
        day = shown_day(plan.race_date, locale, year=True)
        found.append(Figure("Days to the race" if days >= 0 else "Days since the race", str(abs(days)), day))
    if 1 <= number <= len(plan.weeks):
        planned = shown_distance(week_km(plan.by_week[number - 1]), units)
        done = shown_distance(done_km(plan, runs).get(number, 0), units)
        found.append(Figure("Week", f"{number} of {len(plan.weeks)}", plan.weeks[number - 1].phase))
        found.append(Figure("This week" if starts == "mon" else "Monday to Sunday", planned, f"{done} done"))
    elif number < 1:
        begins = shown_day(plan.start_date, locale, year=True)
        found.append(Figure("Begins in days", str((plan.start_date - today).days), begins))
    return found


def today_card(
    plan: Plan, today: dt.date, done: Collection[str], *, units: Units = "km", locale: str | None = None
) -> None:
    """Today's workouts with steps and paces; on a rest day, what comes next."""
    with st.container(border=True, key="today"):
        todays = plan.on(today)
        if todays:
            for each in todays:
                said = ":green[:material/check_circle:] Done." if each.id in done else ""
                workout(each, units=units, locale=locale, over=_small("Today"), under=said)
            return
        coming = [each for each in plan.workouts if each.date > today][:COMING]
        if not coming:
            st.markdown("The plan is behind you. Tell your coach what you want to do next.")
            st.page_link(PAGES / "chat.py", label="Talk to the coach", icon=":material/chat:")
            return
        lines = (
            f"- {shown_day(each.date, locale)} · {shown_plain(each.title)}, {shown_size(each, units)}"
            for each in coming[1:]
        )
        later = "\n".join([_small("After that"), "", *lines]) if len(coming) > 1 else ""
        workout(coming[0], units=units, locale=locale, over=_small("Rest today. Next"), under=later)


def _small(words: str) -> str:
    return f":small[:gray[{words}]]"
