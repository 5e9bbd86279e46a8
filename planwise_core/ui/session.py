"""Who is looking at a page. The only place that touches `st.session_state` for identity.

Somebody who signed in is known by their session: a row in the database, looked up at every rerun *and* at every call
of the service, for callbacks and fragments run without the gate. The browser proves it by a cookie that the server set
and no script can read; the tab in which they signed in has opened its connection before that cookie, and remembers.

A guest is known by a key in such a cookie too. Where a proxy lets no cookie of ours through (Streamlit Community Cloud
forwards only those it knows), the browser's local storage keeps a guest's key, and who signed in does so again after a
reload.
"""

from __future__ import annotations

import datetime as dt
import functools
import inspect
import os
import secrets
import threading
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import streamlit as st

from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, ONES_OWN, SESSION_COOKIE, guest_id, new_guest_key
from planwise_core.errors import BadInput, SignedOut
from planwise_core.settings import Settings
from planwise_core.training.athlete import Dates
from planwise_core.training.values import Units, Value
from planwise_core.ui.landing import demo_bar, forget_page
from planwise_core.ui.signin import sign_in_page
from planwise_core.ui.style import shown_plain

if TYPE_CHECKING:
    from planwise_core.members import Entered
    from planwise_core.service import PlanWise
    from planwise_core.store.records import Client, Session

T = TypeVar("T")
LOOK_AGAIN_S = 1.0  # while an answer is being watched
_opening = threading.Lock()
_SESSION, _TICKET, _ERRAND, _PASSED = (
    "_session",
    "_ticket",
    "_errand",
    "_passed",
)  # in st.session_state, which no browser can write
_LOCALES: Mapping[Dates, str] = {"day_first": "en-GB", "month_first": "en-US"}


class Me(Value):
    """The client a page is for, and how to show things to them.

    Whoever signed in has a `session` and a `name`; `looking_after` is the name of the athlete whose client this is,
    while a coach looks after one. In the demo, `client_id` is the demo's.
    """

    client_id: str
    units: Units = "km"
    locale: str | None = None
    today: dt.date
    timezone: str | None = None
    session: str | None = None
    name: str | None = None
    is_coach: bool = False
    looking_after: str | None = None
    is_demo: bool = False


def planwise() -> PlanWise:
    """The service for whoever is in front of this page, and for nobody else."""
    return cast("PlanWise", _Guarded(house()))


class _Guarded:
    """The service, asking at every call for a client whether that is still who this browser may act for.

    A gate on top of each page is not enough: a callback or a fragment acts with what was drawn before somebody signed
    out in another tab, changed the password, or turned to another athlete. Then nothing is done, and the page is drawn
    anew.
    """

    def __init__(self, service: PlanWise) -> None:
        self._service = service

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._service, name)
        if not _is_for_a_client(name):
            return found

        def asked_again(client: Any, *args: Any, **named: Any) -> Any:
            session = _still(getattr(client, "id", client))
            if session and session.athlete and name in ONES_OWN:
                raise BadInput("Only the athlete can do this: go back to your own plan.")
            answer = found(client, *args, **named)
            return _while_still(client, answer) if isinstance(answer, Iterator) else answer

        return asked_again


def _still(client_id: str) -> Session | None:
    """The session by which this browser may act for a client. When it may not (any more), the page is drawn anew."""
    session = signed_in()
    if not _is_mine(client_id, session.client_id if session else _guest()):
        st.rerun()  # does not come back
        raise SignedOut  # but where no page is drawn, it does
    return session


def _is_mine(client_id: str, own: str | None) -> bool:
    return client_id == own or client_id == _demo()


def _while_still(client_id: str, parts: Iterator[T]) -> Iterator[T]:
    """What comes in parts (an answer that is being written), as long as one may see it."""
    looked = time.monotonic()
    for part in parts:
        if time.monotonic() - looked > LOOK_AGAIN_S:
            _still(client_id)
            looked = time.monotonic()
        yield part


@functools.cache
def _is_for_a_client(name: str) -> bool:
    from planwise_core.service import PlanWise

    method = getattr(PlanWise, name, None)
    return callable(method) and [*inspect.signature(method).parameters][1:2] in (["client_id"], ["client"])


def house() -> PlanWise:
    """The one service of this process, opened at the first call."""
    with _opening:
        return _opened()


@functools.cache
def _opened() -> PlanWise:
    return open_planwise(settings())


def is_open() -> bool:
    """Whether the service has been opened in this process."""
    return _opened.cache_info().currsize > 0


@functools.cache
def settings() -> Settings:
    """The configuration of this process: the environment, and Streamlit's secrets where it is silent."""
    return Settings.from_env({**_secrets(), **os.environ})


def _secrets() -> Mapping[str, str]:
    """The top-level texts of Streamlit's secrets, where there are any (Community Cloud has no environment)."""
    try:
        return {key: value for key, value in st.secrets.items() if isinstance(value, str)}
    except FileNotFoundError:
        return {}


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

# Takes a ticket to the server, which answers with the cookie; or gives the cookie back, and begins again as a stranger.
_COURIER = st.components.v2.component(
    "planwise_courier",
    html="<span></span>",
    js="""
let sent = null;
export default function ({ data, setStateValue }) {
  if (sent === data.errand) return;
  sent = data.errand;
  const request = data.ticket
    ? { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ ticket: data.ticket }) }
    : { method: "DELETE" };
  fetch("/api/login", request)
    .then(() => (data.ticket ? setStateValue("done", data.errand) : window.location.reload()))
    .catch(() => {}); // no way to the server: this tab stays signed in, a reload asks to sign in again
}
""",
)


def gate() -> Me:
    """Who this is. The first line of every page, for a page may be the first thing a fresh process runs.

    Whoever has to sign in first is asked to here, under the page's own URL, and nothing below is run.
    """
    service = house()
    session = signed_in()
    _send_courier()
    if session is None:
        return _as_guest(service)
    client = service.client(session.client_id, None if session.athlete else st.context.timezone)
    me = _me(service, client, None if session.athlete else session.client_id).but(
        session=session.id,
        name=session.account.name,
        is_coach=session.account.role == "coach",
        looking_after=session.athlete.name if session.athlete else None,
    )
    if me.looking_after:
        _banner(me.looking_after)
    return me


def signed_in() -> Session | None:
    """The session of this browser, as the database knows it now."""
    members = house().members
    if (session_id := st.session_state.get(_SESSION)) is not None:
        try:
            return members.session(session_id)
        except SignedOut:
            return None  # in this tab, whatever cookie it was opened with
    return members.of_cookie(_cookie(SESSION_COOKIE))


def enter(entered: Entered) -> None:
    """Somebody has signed in here: forget what was on the page, remember them, and send for the cookie."""
    _afresh()
    st.session_state[_SESSION], st.session_state[_TICKET] = entered
    st.session_state[_ERRAND] = secrets.token_hex(8)


def leave() -> None:
    """Sign out, in every tab of this browser."""
    if session := signed_in():
        house().members.sign_out(session.id)
    _afresh()
    st.session_state[_ERRAND] = secrets.token_hex(8)


def look_after(athlete_id: int | None) -> None:
    """From now on every page is this athlete's; None: one's own again."""
    session = signed_in()
    if session is None:
        return
    house().members.look_after(session.id, athlete_id)
    _afresh(_SESSION, _TICKET, _ERRAND)


def ask_to_sign_in(note: str = "") -> None:
    """The forms to sign in or up; what a guest has made goes along into a new account."""
    if entered := sign_in_page(house().members, guest=_guest(), note=note):
        enter(entered)
        st.rerun()


def _as_guest(service: PlanWise) -> Me:
    if settings().access == "login":
        ask_to_sign_in()
        st.stop()
    if guest_id(_cookie(GUEST_COOKIE)) is None:
        _keep_key()
    client_id = _guest()
    if client_id is None:
        ask_to_sign_in("The plan that was made in this browser belongs to an account now.")
        st.stop()
    return _me(service, service.client(client_id, st.context.timezone), client_id)


def _me(service: PlanWise, client: Client, own: str | None) -> Me:
    """Who looks at this client, or at their demo while it is open. A link that ends in ``?demo=1`` opens it."""
    demo = _demo_of(own)
    if demo is None and "demo" in st.query_params:
        enter_demo()
        st.query_params.pop("demo", None)  # it has done its work: whoever leaves the demo is not led back
        demo = _demo()
    if demo is not None:
        client = service.client(demo)
        demo_bar(on_reset=enter_demo, on_leave=leave_demo)
    return Me(
        client_id=client.id,
        units=client.athlete.units,
        locale=_LOCALES.get(client.athlete.dates, st.context.locale),
        today=service.today(client.id),
        timezone=client.timezone,
        is_demo=demo is not None,
    )


def _demo() -> str | None:
    """The demo client of whoever is in front of this page, while their demo is open."""
    return _demo_of(_own())


def _demo_of(own: str | None) -> str | None:
    from planwise_core import demo

    return demo.opened(house(), own) if own else None


def _own() -> str | None:
    """The client that is one's own; None while a coach looks after somebody else's."""
    session = signed_in()
    if session is None:
        return _guest()
    return None if session.athlete else session.client_id


def enter_demo() -> None:
    """Open the demo, or bring it back to how it began."""
    from planwise_core import demo

    if own := _own():
        demo.enter(house(), own)
        forget_page()


def leave_demo() -> None:
    """Close the demo: every page shows one's own again."""
    from planwise_core import demo

    if own := _own():
        demo.leave(house(), own)
        forget_page()


def _guest() -> str | None:
    """The client of this browser while nobody is signed in; None: it has become somebody's."""
    return house().members.guest(_guest_key())


def _guest_key() -> str:
    """Of the cookie, else of the local storage, else a new one."""
    if (key := _cookie(GUEST_COOKIE)) and guest_id(key):
        return key
    return str(st.session_state.get("_guest_key") or st.session_state.setdefault("_fresh_guest_key", new_guest_key()))


def _cookie(name: str) -> str | None:
    value = st.context.cookies.get(name)
    return value if isinstance(value, str) else None  # an app under test has no real ones


def _keep_key() -> None:
    """Learn the key from the browser's local storage, or put a new one there."""
    current = _guest_key()
    spent = current if house().members.guest(current) is None else None
    if spent == st.session_state.get("_fresh_guest_key"):
        st.session_state["_fresh_guest_key"] = new_guest_key()
    fresh: str = st.session_state.setdefault("_fresh_guest_key", new_guest_key())
    with st.container(height=1, border=False):
        kept = _KEEPER(key="_guest", data={"fresh": fresh, "current": current, "spent": spent})
    told = getattr(kept, "key", None)
    if isinstance(told, str) and guest_id(told):
        st.session_state["_guest_key"] = told


def _send_courier() -> None:
    errand: str | None = st.session_state.get(_ERRAND)
    if errand is None:
        return
    with st.container(height=1, border=False):
        came = _COURIER(key="_courier", data={"errand": errand, "ticket": st.session_state.get(_TICKET)})
    if getattr(came, "done", None) == errand:
        del st.session_state[_ERRAND], st.session_state[_TICKET]


def _banner(athlete: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="looking_after"):
        st.warning(
            f"You are looking after **{shown_plain(athlete)}**: what you change is changed in their plan.",
            icon=":material/supervisor_account:",
        )
        st.button("Back to my own plan", icon=":material/undo:", key="_own", on_click=look_after, args=(None,))


def _afresh(*but: str) -> None:
    """Forget everything on the page: it was somebody else's."""
    kept = {key: st.session_state[key] for key in but if key in st.session_state}
    st.session_state.clear()
    st.session_state.update(kept)
