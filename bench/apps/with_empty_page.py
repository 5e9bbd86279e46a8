"""PlanWise as it is, with one more page that draws nothing: what a page costs before it draws anything."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from planwise_core.ui import server

    app = st.App(__file__, **server.parts())
else:
    from planwise_core.ui import shell

    def empty() -> None:
        """Nothing."""

    shell.main(st.Page(empty, title="Empty", url_path="empty"))
