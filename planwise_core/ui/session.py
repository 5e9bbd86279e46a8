"""The gate on top of every page: who this is, how they came in, and how to show things to them.

Where a proxy lets no cookie of ours through (Streamlit Community Cloud forwards only those it knows), the browser's
local storage keeps a guest's key, and who signed in does so again after a reload.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.rooms.desk import date_where
from planwise_core.training.athlete import LOCALES
from planwise_core.training.values import FirstDay, Units, Value, first_day_of
from planwise_core.ui.courier import ERRAND, send_courier, send_for
from planwise_core.ui.house import house, settings
from planwise_core.ui.identity import (
    GUEST_KEY,
    SESSION_KEY,
    arrival,
    ask_again,
    cookie,
    demo_of,
    guest,
    guest_key,
    own,
    signed_in,
)
from planwise_core.ui.landing import demo_bar, forget_page
from planwise_core.ui.signin import sign_in_page
from planwise_core.ui.style import shown_plain

if TYPE_CHECKING:
    from planwise_core.members import Entered
    from planwise_core.service import PlanWise
    from planwise_core.store.records import Client

_at_the_door: dict[str, Entered] = {}  # by tab: who has signed in, until the page knows it


class Me(Value):
    """The client a page is for, and how to show things to them.

    Whoever signed in has a `session` and a `name`; `looking_after` is the name of the athlete whose client this is,
    while a coach looks after one. In the demo, `client_id` is the demo's.
    """

    client_id: str
    units: Units = "km"
    locale: str | None = None
    week_starts: FirstDay = "mon"
    today: dt.date
    timezone: str
    session: str | None = None
    name: str | None = None
    is_coach: bool = False
    looking_after: str | None = None
    is_demo: bool = False


_KEEPER = st.components.v2.component(
    "planwise_guest_key",
    html="<span></span>",
    js="""
export default function ({ data, setStateValue }) {
  try {
    let key = window.localStorage.getItem("planwise_guest");
    if (!key || key === data.spent) {
      key = data.fresh;
      window.localStorage.setItem("planwise_guest", key);
    }
    if (key !== data.current) setStateValue("key", key);
  } catch (blocked) {
    // a browser that keeps nothing: the key lives as long as this tab
  }
}
""",
)


def gate() -> Me:
    """Who this is. The first line of every page, for a page may be the first thing a fresh process runs.

    Whoever has to sign in first is asked to here, under the page's own URL, and nothing below is run.
    """
    service = house()
    if entered := _at_the_door.get(_tab()):  # and turned to this page while the password was being compared
        enter(entered)
        st.rerun()
    session = signed_in()
    send_courier(service.now())
    if session is None:
        return _as_guest(service)
    browsers = (None, None) if session.athlete else (st.context.timezone, st.context.locale)
    client = service.client(session.client_id, *browsers, found=arrival(session.client_id).client)
    me = _me(service, client, None if session.athlete else session.client_id).but(
        session=session.id,
        name=session.account.name,
        is_coach=session.account.role == "coach",
        looking_after=session.athlete.name if session.athlete else None,
    )
    if me.looking_after:
        _banner(me.looking_after)
    return me


def enter(entered: Entered) -> None:
    """Somebody has signed in here: forget what was on the page, remember them, and send for the cookie.

    A turn to another page may end this run at any touch of the session state: the next one begins here again.
    """
    _at_the_door[_tab()] = entered
    _afresh()
    send_for(entered.ticket, house().now())
    st.session_state[SESSION_KEY] = entered.session_id
    _at_the_door.pop(_tab(), None)


def leave() -> None:
    """Sign out, in every tab of this browser."""
    if session := signed_in():
        house().members.sign_out(session.id)
    _afresh()
    send_for(None, house().now())


def look_after(athlete_id: int | None) -> None:
    """From now on every page is this athlete's; None: one's own again."""
    session = signed_in()
    if session is None:
        return
    house().members.look_after(session.id, athlete_id)
    _afresh(SESSION_KEY, ERRAND)


def ask_to_sign_in(note: str = "") -> None:
    """The forms to sign in or up; what a guest has made goes along into a new account."""
    if entered := sign_in_page(house().members, guest=guest(), note=note):
        enter(entered)
        st.rerun()


def _as_guest(service: PlanWise) -> Me:
    if settings().access == "login":
        ask_to_sign_in()
        st.stop()
    if guest_id(cookie(GUEST_COOKIE)) is None:
        _keep_key()
    client_id = guest()
    if client_id is None:
        ask_to_sign_in("The plan that was made in this browser belongs to an account now.")
        st.stop()
    found = arrival(client_id).client
    return _me(service, service.client(client_id, st.context.timezone, st.context.locale, found=found), client_id)


def _me(service: PlanWise, client: Client, mine: str | None) -> Me:
    """Who looks at this client, or at their demo while it is open. A link that ends in ``?demo=1`` opens it."""
    demo = demo_of(mine)
    if demo is None and "demo" in st.query_params:
        enter_demo()
        st.query_params.pop("demo", None)  # it has done its work: whoever leaves the demo is not led back
        demo = demo_of(mine)
    if demo is not None:
        client = demo
        demo_bar(on_reset=enter_demo, on_leave=leave_demo)
    athlete, browsers, timezone = client.athlete, st.context.locale, client.timezone or settings().timezone
    return Me(
        client_id=client.id,
        units=athlete.units,
        locale=LOCALES.get(athlete.dates, browsers),
        week_starts=first_day_of(browsers) if athlete.week_starts == "browser" else athlete.week_starts,
        today=date_where(timezone, service.now()),
        timezone=timezone,
        is_demo=demo is not None,
    )


def enter_demo() -> None:
    """Open the demo, or bring it back to how it began."""
    from planwise_core import demo

    if mine := own():
        demo.enter(house(), mine)
        forget_page()
        ask_again()


def leave_demo() -> None:
    """Close the demo: every page shows one's own again."""
    from planwise_core import demo

    if mine := own():
        demo.leave(house(), mine)
        forget_page()
        ask_again()


def _keep_key() -> None:
    """Learn the key from the browser's local storage, or put a new one there."""
    current = guest_key()
    spent = current if house().members.guest(current) is None else None
    if spent == st.session_state.get("_fresh_guest_key"):
        st.session_state["_fresh_guest_key"] = new_guest_key()
    fresh: str = st.session_state.setdefault("_fresh_guest_key", new_guest_key())
    with st.container(height=1, border=False):
        kept = _KEEPER(key="_guest", data={"fresh": fresh, "current": current, "spent": spent})
    told = getattr(kept, "key", None)
    if isinstance(told, str) and guest_id(told):
        st.session_state[GUEST_KEY] = told


def _tab() -> str:
    """The browser tab this run is for."""
    context = get_script_run_ctx()
    return context.session_id if context else ""


def _banner(athlete: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="looking_after"):
        st.warning(
            f"You are looking after **{shown_plain(athlete)}**: what you change is changed in their plan.",
            icon=":material/supervisor_account:",
        )
        st.button("Back to my own plan", icon=":material/undo:", key="_own", on_click=look_after, args=(None,))


def _afresh(*but: str) -> None:
    """Forget everything on the page: it was somebody else's."""
    ask_again()
    kept = {key: st.session_state[key] for key in but if key in st.session_state}
    st.session_state.clear()
    st.session_state.update(kept)
