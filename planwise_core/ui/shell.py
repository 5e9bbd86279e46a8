"""The frame around every page: title, navigation."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st

PAGES = Path(__file__).parents[2] / "pages"


def pages() -> list[st.Page]:
    """Every page, in the order of the menu."""
    return [
        st.Page(PAGES / "chat.py", title="Coach", icon=":material/chat:", default=True),
        st.Page(PAGES / "plan.py", title="Plan", icon=":material/calendar_month:"),
        st.Page(PAGES / "history.py", title="History", icon=":material/history:"),
    ]


def main() -> None:
    """Run the page the URL asks for."""
    st.set_page_config(page_title="PlanWise", page_icon="🏃")  # first: a page's own icon would be fetched from afar
    page = st.navigation(pages(), position="top")
    layout: Literal["centered", "wide"] = "centered" if page.title == "Coach" else "wide"  # lines that can be read
    st.set_page_config(page_title=f"{page.title} · PlanWise", layout=layout)
    page.run()
