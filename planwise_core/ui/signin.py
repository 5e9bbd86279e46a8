"""The forms by which somebody signs in or makes an account."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.ui.passwords import Authenticator

if TYPE_CHECKING:
    from planwise_core.members import Entered, Members

PASSWORDS = Authenticator()


def sign_in_page(members: Members, *, guest: str | None, note: str = "") -> Entered | None:
    """Both forms; the session, once somebody has entered. A new account keeps what the client `guest` has made."""
    with st.container(horizontal_alignment="center"), st.container(width=440):
        st.title("Sign in", anchor=False)
        if note:
            st.info(note, icon=":material/info:")
        known, new = st.tabs(["I have an account", "I am new here"])
        with known:
            entered = _sign_in(members)
        with new:
            return _sign_up(members, guest) or entered


def _sign_in(members: Members) -> Entered | None:
    with st.form("sign_in", border=False):
        name = st.text_input("Name", key="sign_in_name", autocomplete="username", max_chars=40)
        password = st.text_input(
            "Password", key="sign_in_password", type="password", autocomplete="current-password", max_chars=72
        )
        if not st.form_submit_button("Sign in", type="primary", key="sign_in"):
            return None
    try:
        return members.sign_in(name, password, PASSWORDS)
    except PlanWiseError as error:
        st.error(str(error), icon=":material/error:")
        return None


def _sign_up(members: Members, guest: str | None) -> Entered | None:
    with st.form("sign_up", border=False):
        name = st.text_input("Name", key="sign_up_name", autocomplete="username", max_chars=40)
        password = st.text_input(
            "Password",
            key="sign_up_password",
            type="password",
            autocomplete="new-password",
            max_chars=72,
            help="At least 10 characters. A few words you will remember are better than a riddle.",
        )
        coach = st.checkbox("I coach other runners", key="sign_up_coach")
        st.caption("There is no way to get a forgotten password back: PlanWise knows no e-mail address of yours.")
        if not st.form_submit_button("Create account", type="primary", key="sign_up"):
            return None
    try:
        return members.sign_up(name, password, PASSWORDS, role="coach" if coach else "runner", guest=guest)
    except PlanWiseError as error:
        st.error(str(error), icon=":material/error:")
        return None
