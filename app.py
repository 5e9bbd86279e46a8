"""PlanWise. `streamlit run app.py`, or `uvicorn app:app`.

One file in two roles: started, it is the server (pages, HTTP API and the background runner in one process); run by
Streamlit for a visitor, it is the script that draws the page. `streamlit run` looks for the words `st.App(` here.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    from planwise_core.ui import server

    app = st.App(__file__, **server.parts())
else:
    from planwise_core.ui import shell

    shell.main()
