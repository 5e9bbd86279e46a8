"""Plan: today first, then the weeks as a chart and as a calendar that can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.training.conditions import Weather
from planwise_core.training.edits import Edit, Move
from planwise_core.training.journal import Run
from planwise_core.training.race import RaceStrategy
from planwise_core.training.values import WEEKDAY_NAMES, Weekday
from planwise_core.training.versions import Version
from planwise_core.ui import charts
from planwise_core.ui.adjust import adjust
from planwise_core.ui.calendar import Only, calendar
from planwise_core.ui.changes import change, tell, told
from planwise_core.ui.download import Download, downloads_folded
from planwise_core.ui.drawer import drawer
from planwise_core.ui.figures import figures
from planwise_core.ui.findings import findings_folded
from planwise_core.ui.guard import planwise
from planwise_core.ui.landing import nothing_yet
from planwise_core.ui.outlook import outlook_folded
from planwise_core.ui.pace import let_it_show
from planwise_core.ui.session import enter_demo, gate
from planwise_core.ui.standing import standing_folded
from planwise_core.ui.style import shown_plain
from planwise_core.ui.today import standing_figures, today_card

ONLY: dict[Only, str] = {"hard": "Only hard", "long": "Only long", "open": "Only open"}

me = gate()
service = planwise()
locale = me.locale
now = service.moment(me.client_id)

if now.version is None:
    st.title("Plan", anchor=False)
    words = "You have no plan yet. Tell the coach what you are training for, and it will be here."
    nothing_yet(words, None if me.looking_after else enter_demo, picture=me.units)
    st.stop()

plan, parent, done = now.version.plan, now.version.number, now.done


def edit(edits: Sequence[Edit], cause: str) -> Version | None:
    return change(service, me.client_id, edits, parent=parent, cause=cause)


def note(run: Run) -> None:
    try:
        service.add_run(me.client_id, run)
    except PlanWiseError as error:
        tell(str(error))


def moved(workout_id: str, week: int, day: Weekday) -> None:
    title = plan.by_id[workout_id].title if workout_id in plan.by_id else workout_id
    cause = f"Moved {title} to {WEEKDAY_NAMES[day]} of week {week}"
    st.session_state["moved"] = edit([Move(workout=workout_id, week=week, day=day)], cause) or now.version


def opened(workout_id: str) -> None:
    st.session_state["opened"] = workout_id


def closed() -> None:
    st.session_state["opened"] = None


def strategy(goal_s: int | None, gpx: bytes | None, weather: Weather | None) -> RaceStrategy:
    return service.race_strategy(me.client_id, goal_s=goal_s, gpx=gpx, weather=weather)


@st.fragment
def weeks() -> None:
    """The calendar alone is redrawn when a workout is opened or moved; after a move the rest of the page follows."""
    after: Version | None = st.session_state.pop("moved", None)
    only = st.segmented_control(
        "Show", list(ONLY), format_func=ONLY.__getitem__, key="only", label_visibility="collapsed"
    )
    calendar(
        after.plan if after else plan,
        today=me.today,
        units=me.units,
        locale=locale,
        done=done,
        only=only,
        starts=me.week_starts,
        on_open=opened,
        on_move=moved,
    )
    if after:
        let_it_show()
        st.rerun()
    if (workout := plan.by_id.get(st.session_state.get("opened") or "")) is not None:
        drawer(
            plan,
            workout,
            me=me,
            done=workout.id in done,
            why=service.why(me.client_id, workout.id),
            blame=service.blame(me.client_id, workout.id),
            strategy=strategy,
            on_edit=edit,
            on_run=note,
            on_close=closed,
            locale=locale,
        )


@st.fragment
def more() -> None:
    """What is folded: each is worked out when it is opened, and the rest of the page stays as it is."""
    adjust(plan, me.today, on_edit=edit, locale=locale)
    outlook_folded(partial(service.outlook, me.client_id), me.units)
    findings_folded(now.findings(plan), key="objections")
    standing_folded(partial(service.standing, me.client_id))
    downloads_folded(
        Download("Calendar file (.ics)", "planwise.ics", "text/calendar", partial(service.calendar_file, me.client_id)),
        Download("To print (.html)", "planwise.html", "text/html", partial(service.plan_report, me.client_id, locale)),
        Download("Table (.csv)", "planwise.csv", "text/csv", partial(service.sheet_file, me.client_id)),
        label="Take it along: calendar file, page to print, table",
    )


st.title(shown_plain(plan.goal), anchor=False)
told(service, me.client_id)
figures(standing_figures(plan, me.today, now.runs, units=me.units, locale=locale, starts=me.week_starts))
left, right = st.columns([2, 3])
with left:
    today_card(plan, me.today, done, units=me.units, locale=locale)
with right:
    charts.weekly(plan, today=me.today, units=me.units, locale=locale, runs=now.runs)
weeks()
more()
