"""The frame around every page: title, navigation."""

from __future__ import annotations

import streamlit as st


def main() -> None:
    """Run the page the URL asks for."""
    st.set_page_config(page_title="PlanWise", page_icon="🏃", layout="wide")
    pages = [
        st.Page("pages/chat.py", title="Coach", icon=":material/chat:", default=True),
        st.Page("pages/plan.py", title="Plan", icon=":material/calendar_month:"),
        st.Page("pages/history.py", title="History", icon=":material/history:"),
    ]
    st.navigation(pages, position="top").run()
