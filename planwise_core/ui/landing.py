"""The first minute: two choices on an empty page, and the bar that says on every page that this is the demo."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from planwise_core.training.values import KM_PER_MILE, Units
from planwise_core.ui.shell import PAGES

_OF_A_CLIENT = (
    "_last_change", "opened", "a", "b", "turns_shown", "turns_before", "suggestion", "starting", "rebuild_turn",
    "reading",
)  # fmt: skip
"""What pages keep in the session about the plan they show: it means nothing for another client."""


def landing(on_demo: Callable[[], None] | None, units: Units = "km") -> bool:
    """What a stranger sees instead of a conversation; whether they have chosen to start a plan of their own."""
    if st.session_state.get("starting") or st.query_params.pop("start", None):
        _start()
        st.title("What are you training for?", anchor=False)
        st.markdown(
            "Tell me about your race, when it is, how much you run now and which days you have, in your own words. "
            "I ask for what is missing, one short question at a time."
        )
        return True
    st.title("A running coach you talk to", anchor=False)
    st.markdown("You say how life is; it says what to run and why, and shows every change before it is made.")
    st.html(_hero(units))
    with st.container(horizontal=True):
        st.button(
            "Start my plan", type="primary", icon=":material/edit:", key="start_plan", on_click=_start, width="stretch"
        )
        if on_demo:
            st.button("Try the demo", icon=":material/play_circle:", key="try_demo", on_click=on_demo, width="stretch")
    st.caption(
        "**Your plan** takes a minute: no form, no account. **The demo** is your own copy of a runner nine weeks into "
        "a half-marathon plan, with the talk, five versions and every run."
    )
    return False


def nothing_yet(words: str, on_demo: Callable[[], None] | None, *, picture: Units | None = None) -> None:
    """What a page says that has no plan to show, and the ways on; no demo for a coach at an athlete's page.

    With a `picture` of what a plan is, its distances in these units.
    """
    st.markdown(words)
    with st.container(horizontal=True, vertical_alignment="center", key="begin"):
        st.page_link(PAGES / "chat.py", label="Start my plan", icon=":material/edit:", query_params={"start": "1"})
        if on_demo:
            st.button("Try the demo", icon=":material/play_circle:", key="try_demo", on_click=on_demo)
    if picture:
        st.html(_hero(picture))


@cache
def _hero(units: Units) -> str:
    picture = Path(__file__).with_name("hero.html").read_text("utf-8")
    if units == "km":
        return picture
    return re.sub(r"(\d+)( |&nbsp;)km", lambda found: f"{round(int(found[1]) / KM_PER_MILE)}{found[2]}mi", picture)


def demo_bar(*, on_reset: Callable[[], None], on_leave: Callable[[], None]) -> None:
    """Says at the bottom of every page that this is the demo, and how to leave it."""
    with st.bottom.container(horizontal=True, vertical_alignment="center", gap="small", key="demo_bar"):
        st.markdown("**Demo**", width="content", help="Not your own plan: change what you like.")
        st.button("Reset the demo", type="tertiary", key="reset_demo", on_click=on_reset)
        st.button("Leave the demo", type="tertiary", key="leave_demo", on_click=on_leave)


def forget_page() -> None:
    """Forget what the pages hold of the client that was shown."""
    for name in _OF_A_CLIENT:
        st.session_state.pop(name, None)


def _start() -> None:
    st.session_state["starting"] = True
