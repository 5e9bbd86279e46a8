"""Who is looking at a page. The only place that touches `st.session_state` for identity.

A guest is known by a key in a cookie that the server set and no script can read. Where a proxy lets no cookie of ours
through (Streamlit Community Cloud forwards only those it knows), the browser's local storage keeps the key.
"""

from __future__ import annotations

import datetime as dt
import functools
import os
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from planwise_core import open_planwise
from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.settings import Settings
from planwise_core.training.values import Units, Value

if TYPE_CHECKING:
    from planwise_core.service import PlanWise

_opening = threading.Lock()


class Me(Value):
    """The client a page is for, and how to show things to them."""

    client_id: str
    units: Units = "km"
    today: dt.date
    timezone: str | None = None


def planwise() -> PlanWise:
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
    if (!key) {
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
    """Who this is. The first line of every page, for a page may be the first thing a fresh process runs."""
    service = planwise()
    client_id = guest_id(st.context.cookies.get(GUEST_COOKIE)) or guest_id(_kept_key())
    assert client_id is not None  # noqa: S101 - a kept key is always one
    client = service.client(client_id, st.context.timezone)
    return Me(
        client_id=client_id,
        units=client.athlete.units,
        today=service.today(client_id),
        timezone=client.timezone,
    )


def _kept_key() -> str:
    """The key from the browser's local storage, or a new one that is being put there."""
    fresh: str = st.session_state.setdefault("_fresh_guest_key", new_guest_key())
    with st.container(height=1, border=False):
        kept = _KEEPER(key="_guest", data={"fresh": fresh, "current": st.session_state.get("_guest_key", fresh)})
    told = getattr(kept, "key", None)
    if isinstance(told, str) and guest_id(told):
        st.session_state["_guest_key"] = told
    key: str = st.session_state.get("_guest_key", fresh)
    return key
