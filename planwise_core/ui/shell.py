"""The frame around every page: title, navigation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.ui.broken import broken
from planwise_core.ui.courier import is_leaving
from planwise_core.ui.house import settings
from planwise_core.ui.identity import asked_once, signed_in
from planwise_core.ui.style import sheet

if TYPE_CHECKING:
    from planwise_core.store.records import Session

PAGES = Path(__file__).parents[2] / "pages"
NARROW = {"", "settings", "account"}  # the URL paths of pages that are read line by line; the first is the coach's


def comparing(a: int, b: int) -> dict[str, str]:
    """What a link to the history says, so that it compares version `a` with version `b`."""
    return {"a": str(a), "b": str(b), "view": "Compare"}


def pages(session: Session | None) -> list[st.Page]:
    """Every page, in the order of the menu. All are there for everybody: a deep link keeps its URL while its gate asks
    who somebody is.
    """
    is_coach = session is not None and session.account.role == "coach"
    return [
        st.Page(PAGES / "chat.py", title="Coach", icon=":material/chat:", default=True),
        st.Page(PAGES / "plan.py", title="Plan", icon=":material/calendar_month:"),
        st.Page(PAGES / "history.py", title="History", icon=":material/history:"),
        st.Page(PAGES / "progress.py", title="Progress", icon=":material/trending_up:"),
        st.Page(PAGES / "settings.py", title="Settings", icon=":material/settings:"),
        st.Page(
            PAGES / "athletes.py",
            title="Athletes",
            icon=":material/groups:",
            visibility="visible" if is_coach else "hidden",
        ),
        st.Page(
            PAGES / "account.py", title=session.account.name if session else "Sign in", icon=":material/account_circle:"
        ),
    ]


def main(*more: st.Page) -> None:
    """Run the page the URL asks for; who has to sign in first or is leaving sees no menu. `more` follow in the menu."""
    with asked_once():
        try:
            _run_page(more)
        except PlanWiseError as error:  # told here: Streamlit would first spend a second on its picture of the stack
            broken(error)


def _run_page(more: Sequence[st.Page]) -> None:
    st.set_page_config(page_title="PlanWise", page_icon="🏃")  # first: a page's own icon would be fetched from afar
    session = signed_in()
    is_shut = is_leaving() or (session is None and settings().access == "login")
    page = st.navigation([*pages(session), *more], position="hidden" if is_shut else "top")
    layout: Literal["centered", "wide"] = "centered" if page.url_path in NARROW else "wide"
    st.set_page_config(page_title=f"{page.title} · PlanWise", layout=layout)
    st.html(sheet())
    with st.container(key="focus"):
        st.html(_focus(), unsafe_allow_javascript=True)
    page.run()


@cache
def _focus() -> str:
    return f"<script>{Path(__file__).with_name('focus.js').read_text('utf-8')}</script>"
