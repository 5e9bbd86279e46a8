"""Race day in the drawer: the time aimed at, splits, warm-up, fuel and the last weeks; on a course if there is one."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.training.conditions import Weather
from planwise_core.training.race import RaceStrategy, fuel_words
from planwise_core.training.values import Units, duration_s, shown_clock, shown_distance, shown_pace
from planwise_core.ui.outlook import weather
from planwise_core.ui.style import shown_plain
from planwise_core.ui.vega import table

Ask = Callable[[int | None, bytes | None, Weather | None], RaceStrategy]


def race_day(ask: Ask, units: Units) -> None:
    """Asks for a time, a course and the weather, and shows what `ask` makes of seconds, a GPX file's bytes and it."""
    st.markdown("### Race day")
    aim = st.text_input("Time you aim for", placeholder="1:45:00, or empty: what your plan expects", key="race_aim")
    gpx = st.file_uploader("The course, if you have it (GPX)", type="gpx", key="race_course")
    expected = weather(units, "race")
    try:
        found = ask(duration_s(aim) if aim.strip() else None, gpx.getvalue() if gpx else None, expected)
    except PlanWiseError as error:
        st.info(shown_plain(str(error)), icon=":material/info:")
        return
    pace = shown_pace(found.aim_s / found.distance_km, units)
    st.markdown(f"**{shown_clock(found.aim_s)}**, {pace} on average")
    st.markdown("\n".join(f"- {shown_plain(words)}" for words in (*found.notes, found.warm_up)))
    st.markdown(f"**Splits**\n\n{splits(found, units)}")
    st.markdown("**Eating and drinking**\n\n" + "\n".join(f"- {shown_plain(words)}" for words in fuel_words(found)))
    st.markdown("**The last weeks**\n\n" + "\n".join(f"- {shown_plain(words)}" for words in found.taper))


def splits(found: RaceStrategy, units: Units) -> str:
    """The stretches of the race as a Markdown table; heights only where the course is known."""
    rows = [
        {
            "At": shown_distance(each.end_km, units),
            f"Pace /{units}": shown_pace(each.pace_s_per_km, units).split(" ")[0],
            "Clock": shown_clock(each.clock_s),
            "Up / down": f"+{each.gain_m:.0f} / −{each.loss_m:.0f} m",
            "How": shown_plain(each.note),
        }
        for each in found.segments
    ]
    if not any(each.gain_m or each.loss_m for each in found.segments):
        rows = [{name: cell for name, cell in row.items() if name != "Up / down"} for row in rows]
    return table(rows)
