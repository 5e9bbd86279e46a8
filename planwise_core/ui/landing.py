"""The first minute: two choices on an empty page, and the way in and out of the demo.

`demo` is imported where it is needed: it stands on the whole house, which opens behind the first answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from planwise_core.service import PlanWise
    from planwise_core.ui.session import Me

_OF_A_CLIENT = ("_last_change", "opened", "a", "b", "turns_shown", "suggestion", "starting")
"""What pages keep in the session about the plan they show: it means nothing for another client."""


def landing(service: PlanWise, me: Me) -> bool:
    """What a stranger sees instead of a conversation; whether they have chosen to start a plan of their own."""
    if st.session_state.get("starting"):
        st.title("What are you training for?", anchor=False)
        st.markdown(
            "Tell me about your race, when it is, how much you run now and which days you have, in your own words. "
            "I ask for what is missing, one short question at a time."
        )
        return True
    st.title("A running coach you talk to", anchor=False)
    st.markdown("A plan that is yours, says why, and changes when life does. No form, no account.")
    left, right = st.columns(2, gap="medium")
    with left.container(border=True, height="stretch"):
        st.button(
            "Start my plan", type="primary", icon=":material/edit:", key="start_plan", on_click=_start, width="stretch"
        )
        st.markdown(
            "Say what you train for. The first plan takes a minute; later changes are shown before they are made."
        )
    with right.container(border=True, height="stretch"):
        st.button(
            "Try the demo",
            icon=":material/play_circle:",
            key="try_demo",
            on_click=_enter,
            args=(service, me.own_id),
            width="stretch",
        )
        st.markdown("A runner nine weeks into a half-marathon plan: the talk, five versions, every run. Your own copy.")
    return False


def demo_of(service: PlanWise, own_id: str) -> str | None:
    """The visitor's demo client while the demo is open; a link that ends in ``?demo=1`` opens it."""
    from planwise_core import demo

    shown = demo.opened(service, own_id)
    if shown is None and "demo" in st.query_params:
        return demo.enter(service, own_id)
    return shown


def demo_bar(service: PlanWise, own_id: str) -> None:
    """Says at the bottom of every page that this is the demo, and how to leave it."""
    with st.bottom.container(horizontal=True, vertical_alignment="center", gap="small", key="demo_bar"):
        st.markdown("**Demo**", width="content", help="Not your own plan: change what you like.")
        st.button("Reset the demo", type="tertiary", key="reset_demo", on_click=_enter, args=(service, own_id))
        st.button("Leave the demo", type="tertiary", key="leave_demo", on_click=_leave, args=(service, own_id))


def _start() -> None:
    st.session_state["starting"] = True


def _enter(service: PlanWise, own_id: str) -> None:
    from planwise_core import demo

    demo.enter(service, own_id)
    _forget_the_other()


def _leave(service: PlanWise, own_id: str) -> None:
    from planwise_core import demo

    demo.leave(service, own_id)
    st.query_params.pop("demo", None)
    _forget_the_other()


def _forget_the_other() -> None:
    for name in _OF_A_CLIENT:
        st.session_state.pop(name, None)
