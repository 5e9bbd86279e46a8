"""The way of a session's cookie to the browser, and back: a script on the page asks the server for it over HTTP."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import NamedTuple

import streamlit as st

from planwise_core.members import TICKET_LASTS

ERRAND = "_errand"  # in st.session_state, which no browser can write


class Errand(NamedTuple):
    """What the courier is sent for: the cookie for a `ticket`; without one, to give the cookie back and begin again."""

    id: str
    ticket: str | None
    until: dt.datetime


# Takes a ticket to the server, which answers with the cookie; or gives the cookie back, and begins again as a stranger.
# It tells the page nothing: what a component tells runs the page it was drawn on again, and whoever has turned to
# another one meanwhile would be led back.
_COURIER = st.components.v2.component(
    "planwise_courier",
    html="<span></span>",
    js="""
let sent = null;
export default function ({ data: { errand, ticket } }) {
  if (sent === errand) return;
  sent = errand;
  if (ticket) {
    const headers = { "content-type": "application/json" };
    fetch("/api/login", { method: "POST", headers, body: JSON.stringify({ ticket }), keepalive: true })
      .catch(() => {}); // no way to the server: a reload asks to sign in again
  } else {
    const begin = () => window.location.reload();
    fetch("/api/login", { method: "DELETE" }).then(begin, begin); // without the cookie's end, its session has ended
  }
}
""",
)


def send_for(ticket: str | None, now: dt.datetime) -> None:
    """From the next run on the courier is on the way."""
    st.session_state[ERRAND] = Errand(secrets.token_hex(8), ticket, now + TICKET_LASTS)


def send_courier(now: dt.datetime) -> None:
    """Sends the courier, if there is an errand. Whoever is leaving sees nothing else until the browser begins again."""
    errand: Errand | None = st.session_state.get(ERRAND)
    if errand is None or now > errand.until:
        return
    with st.container(height=1, border=False, key="courier"):
        _COURIER(key="_courier", data={"errand": errand.id, "ticket": errand.ticket})
    if is_leaving():
        st.markdown("Signing you out…")
        st.stop()


def is_leaving() -> bool:
    """Whether somebody has just signed out here, and the browser is about to begin again."""
    errand: Errand | None = st.session_state.get(ERRAND)
    return errand is not None and errand.ticket is None
