"""PlanWise as it is, with two more pages: one that draws nothing (what a page costs before it draws anything), and one
with nothing but a button (what a click costs at least)."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from planwise_core.ui import server

    app = st.App(__file__, **server.parts())
else:
    from planwise_core.ui import shell

    def empty() -> None:
        """Nothing."""

    def button() -> None:
        """How often it was pressed."""
        pressed = st.session_state.get("pressed", 0) + st.button("Press")
        st.session_state["pressed"] = pressed
        st.text(f"pressed {pressed}")

    shell.main(st.Page(empty, title="Empty", url_path="empty"), st.Page(button, title="Button", url_path="button"))
