"""What a member decides about their account: the password, who may coach them, tokens for programs, and leaving."""

from __future__ import annotations

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.rooms.desk import date_where
from planwise_core.ui.guard import planwise
from planwise_core.ui.house import house
from planwise_core.ui.session import Me, ask_to_sign_in, enter, leave
from planwise_core.ui.shell import PAGES
from planwise_core.ui.signin import PASSWORDS
from planwise_core.ui.style import shown_day, shown_plain

_CODE, _SECRET = "_invitation", "_new_token"


def account_section(me: Me) -> None:
    """Everything about the account; for a guest, the way to one."""
    if me.session is None:
        st.markdown("You are here as a guest: this browser alone remembers you. An account keeps what you have made.")
        st.page_link(PAGES / "account.py", label="Sign in or create an account", icon=":material/login:")
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f":material/account_circle: Signed in as **{shown_plain(me.name or '')}**", width="content")
        st.button("Sign out", icon=":material/logout:", key="sign_out", on_click=leave)
    if me.looking_after:
        st.caption("Your own account can be changed when you are back at your own plan.")
        return
    _coaches(me.session)
    _coaching(me)
    _password(me.session)
    _goodbye(me.session)


def sign_in_section() -> None:
    """The forms, on a page of their own."""
    ask_to_sign_in()


def tokens_section(me: Me) -> None:
    """API tokens: make one, see which there are, revoke one. A secret is shown once."""
    if me.looking_after:
        st.caption("Tokens are made by the athlete alone.")
        return
    service = planwise()
    for token in service.tokens(me.client_id):
        with st.container(horizontal=True, vertical_alignment="center"):
            made = shown_day(date_where(me.timezone, token.created_at), me.locale, weekday=False, year=True)
            st.markdown(f"**{shown_plain(token.name)}**, made {made}", width="content")
            st.button(
                "Revoke",
                icon=":material/delete:",
                key=f"revoke_{token.id}",
                on_click=_revoke,
                args=(me.client_id, token.id),
            )
    with (
        st.form("new_token", clear_on_submit=True, border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        name = st.text_input("Name of a new token", key="token_name", max_chars=60, placeholder="my watch")
        is_wanted = st.form_submit_button("Create token", key="create_token")
    if is_wanted:
        try:
            st.session_state[_SECRET] = service.new_token(me.client_id, name)
        except PlanWiseError as error:
            st.error(str(error), icon=":material/error:")
        else:
            st.rerun()
    if secret := st.session_state.pop(_SECRET, None):
        st.markdown("**Copy it now: it is shown this once.** Send it as `Authorization: Bearer …`.")
        st.code(secret, language=None)


def _revoke(client_id: str, token_id: int) -> None:
    planwise().revoke_token(client_id, token_id)


def _coaches(session: str) -> None:
    members = house().members
    st.subheader("My coach", anchor=False)
    coaches = members.coaches(session)
    for coach in coaches:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{shown_plain(coach.name)}** sees and changes your plan.", width="content")
            st.button(
                "End this",
                key=f"dismiss_{coach.id}",
                on_click=members.dismiss_coach,
                args=(session, coach.id),
            )
    with st.form("join", border=False), st.container(horizontal=True, vertical_alignment="bottom"):
        code = st.text_input("Code of a coach", key="join_code", max_chars=20, placeholder="ABCDE-FGHJK")
        asked = st.form_submit_button("Look up", key="look_up")
    if not code:
        return
    try:
        coach_name = members.inviting(session, code)
    except PlanWiseError as error:
        if asked:
            st.error(str(error), icon=":material/error:")
        return
    st.warning(
        f"**{shown_plain(coach_name)}** will see your plan, your runs and your conversation, and can change your plan, "
        "until you end this.",
        icon=":material/supervisor_account:",
    )
    st.button(f"Let {coach_name} coach me", type="primary", key="join", on_click=_join, args=(session, code))


def _join(session: str, code: str) -> None:
    house().members.join(session, code)
    st.session_state["join_code"] = ""


def _coaching(me: Me) -> None:
    assert me.session is not None  # noqa: S101 - asked by the caller
    st.subheader("Coaching", anchor=False)
    st.toggle("I coach other runners", value=me.is_coach, key="is_coach", on_change=_set_role, args=(me.session,))
    if me.is_coach:
        st.page_link(PAGES / "athletes.py", label="My athletes", icon=":material/groups:")


def _set_role(session: str) -> None:
    house().members.set_role(session, "coach" if st.session_state["is_coach"] else "runner")


def _password(session: str) -> None:
    with st.expander("Change the password", icon=":material/key:"), st.form("password", border=False):
        current = st.text_input("Password now", key="password_now", type="password", autocomplete="current-password")
        new = st.text_input("New password", key="password_new", type="password", autocomplete="new-password")
        st.caption("Every other browser is signed out, and API tokens no longer work: make new ones afterwards.")
        if not st.form_submit_button("Change", key="change_password"):
            return
        try:
            entered = house().members.change_password(session, current, new, PASSWORDS)
        except PlanWiseError as error:
            st.error(str(error), icon=":material/error:")
            return
    enter(entered)
    st.toast("The password is changed.", icon=":material/check_circle:")
    st.rerun()


def _goodbye(session: str) -> None:
    with st.expander("Delete the account", icon=":material/delete_forever:"), st.form("goodbye", border=False):
        st.markdown("Everything goes with it: plans, conversation, runs, what is remembered. It cannot be undone.")
        password = st.text_input("Password", key="goodbye_password", type="password", autocomplete="current-password")
        if not st.form_submit_button("Delete everything", key="close_account"):
            return
        try:
            house().members.close_account(session, password, PASSWORDS)
        except PlanWiseError as error:
            st.error(str(error), icon=":material/error:")
            return
    leave()
    st.rerun()
