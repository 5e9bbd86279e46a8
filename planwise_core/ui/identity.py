"""Who is in front of a page, as the database knows it now.

Somebody who signed in is known by their session: a row in the database. The browser proves it by a cookie that the
server set and no script can read; the tab in which they signed in has opened its connection before that cookie, and
remembers. A guest is known by a key in such a cookie too.

Within one run of a page the first answer counts, for a second at most; the next run looks again. So do callbacks and
fragments, which run by themselves.
"""

from __future__ import annotations

import contextlib
import contextvars
import time
from collections.abc import Callable, Hashable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

import streamlit as st

from planwise_core.accounts import GUEST_COOKIE, SESSION_COOKIE, guest_id, new_guest_key
from planwise_core.errors import SignedOut
from planwise_core.ui.house import house

if TYPE_CHECKING:
    from planwise_core.store.records import Arrival, Client, Session

T = TypeVar("T")
BELIEVED_S = 1.0
SESSION_KEY, GUEST_KEY = "_session", "_guest_key"  # in st.session_state, which no browser can write


class _Asked:
    """What was answered in one run of a page."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.answers: dict[Hashable, Any] = {}


_asked: contextvars.ContextVar[_Asked | None] = contextvars.ContextVar("asked", default=None)


@contextlib.contextmanager
def asked_once() -> Iterator[None]:
    """Within, who somebody is is looked up anew, and once."""
    before = _asked.set(_Asked())
    try:
        yield
    finally:
        _asked.reset(before)


def ask_again() -> None:
    """Forget what was answered: somebody has just become somebody else."""
    if _asked.get() is not None:
        _asked.set(_Asked())


def _once(question: Hashable, look: Callable[[], T]) -> T:
    asked = _asked.get()
    if asked is None or time.monotonic() - asked.began > BELIEVED_S:
        _asked.set(asked := _Asked())
    if question not in asked.answers:
        asked.answers[question] = look()
    return cast("T", asked.answers[question])


def signed_in() -> Session | None:
    """The session of this browser."""
    members = house().members
    session_id, secret = st.session_state.get(SESSION_KEY), cookie(SESSION_COOKIE)
    if session_id is None:
        return _once(("cookie", secret), lambda: members.of_cookie(secret)) if secret else None
    try:
        return _once(("session", session_id), lambda: members.session(session_id))
    except SignedOut:
        return None  # in this tab, whatever cookie it was opened with


def guest() -> str | None:
    """The client of this browser while nobody is signed in; None: it has become somebody's."""
    client_id = guest_id(guest_key())
    return None if client_id is None or arrival(client_id).is_owned else client_id


def arrival(client_id: str) -> Arrival:
    """A client and their demo as they are found in this run, before it changes anything."""
    from planwise_core.demo import demo_id

    return _once(("arrival", client_id), lambda: house().store.accounts.arrival(client_id, demo_id(client_id)))


def guest_key() -> str:
    """Of the cookie, else of the local storage, else a new one."""
    if (key := cookie(GUEST_COOKIE)) and guest_id(key):
        return key
    return str(st.session_state.get(GUEST_KEY) or st.session_state.setdefault("_fresh_guest_key", new_guest_key()))


def own() -> str | None:
    """The client that is one's own; None while a coach looks after somebody else's."""
    session = signed_in()
    if session is None:
        return guest()
    return None if session.athlete else session.client_id


def demo_of(client_id: str | None) -> Client | None:
    """The demo client of whoever this client is, while their demo is open."""
    return arrival(client_id).demo if client_id else None


def may_act_for(client_id: str) -> bool:
    """Whether this browser may see and change a client."""
    session = signed_in()
    demo = demo_of(own())
    return client_id in {session.client_id if session else guest(), demo and demo.id}


def cookie(name: str) -> str | None:
    """A cookie this page was opened with."""
    value = st.context.cookies.get(name)
    return value if isinstance(value, str) else None  # an app under test has no real ones
