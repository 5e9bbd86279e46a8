"""Athletes: whom a coach looks after, what each needs, and the way into their plan."""

from __future__ import annotations

import datetime as dt

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.roster import give_plan, roster
from planwise_core.training.values import monday_of
from planwise_core.ui.athletes import athlete_card
from planwise_core.ui.changes import tell, told
from planwise_core.ui.guard import planwise
from planwise_core.ui.house import house
from planwise_core.ui.session import gate, look_after
from planwise_core.ui.shell import PAGES

me = gate()
service = planwise()


def invite(session: str) -> None:
    try:
        st.session_state["invitation"] = house().members.invite(session)
    except PlanWiseError as error:
        tell(str(error))


def opened(athlete_id: int) -> None:
    try:
        look_after(athlete_id)
    except PlanWiseError as error:
        tell(str(error))
    else:
        st.session_state["athlete_opened"] = True


def ended(athlete_id: int) -> None:
    house().members.dismiss_athlete(me.session or "", athlete_id)


def given(of: int, to: int, monday: dt.date) -> None:
    try:
        give_plan(house(), me.session or "", of=of, to=to, monday=monday)
    except PlanWiseError as error:
        tell(str(error))
    st.rerun()


if st.session_state.pop("athlete_opened", False):
    st.switch_page(PAGES / "plan.py")
st.title("Athletes", anchor=False)
told(service, me.client_id)
if me.session is None or not me.is_coach:
    st.markdown("This page is for coaches. If you are one, say so in your account.")
    st.page_link(PAGES / "account.py", label="Account", icon=":material/account_circle:")
    st.stop()

lines = roster(house(), me.session)  # which asks itself whose athletes they are
if not lines:
    st.markdown("Nobody has joined you yet. Invite an athlete: they enter your code in their own account.")
for line in lines:
    athlete_card(
        line,
        on_open=opened,
        on_end=ended,
        templates=[each for each in lines if each.goal],
        on_give=given,
        next_monday=monday_of(me.today) + dt.timedelta(days=7),
        locale=me.locale,
    )

st.button("Invite an athlete", icon=":material/person_add:", key="invite", on_click=invite, args=(me.session,))
if code := st.session_state.get("invitation"):
    st.markdown("Give this code to one athlete. They enter it under *Account → My coach* within a week.")
    st.code(code, language=None)
