"""All that is kept of a client, in their hands: take it along, bring it, delete it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import streamlit as st

from planwise_core.ui.download import download
from planwise_core.ui.importing import NO_FILE

MOST_MB = 20


def export(content: Callable[[], bytes], today: dt.date) -> None:
    """One file with everything; it is made when it is asked for."""
    download("Export everything", content, f"planwise-{today.isoformat()}.json", "application/json", key="export")


def bring(on_file: Callable[[bytes], None]) -> None:
    """A way in for an exported file."""
    with st.form("bring", border=False):
        given = st.file_uploader(
            "A file that PlanWise exported", type="json", max_upload_size=MOST_MB, key="import_file"
        )
        wanted = st.form_submit_button("Import it", icon=":material/upload:", key="import")
    if wanted and given is None:
        st.caption(NO_FILE)
    elif wanted and given is not None:
        on_file(given.getvalue())
        st.rerun()


@st.dialog("Are you sure?")
def confirm(question: str, label: str, on_yes: Callable[[], None]) -> None:
    """Asks once more before something that cannot be undone."""
    st.markdown(question)
    with st.container(horizontal=True):
        if st.button(label, type="primary", icon=":material/delete_forever:", key="confirm_yes", on_click=on_yes):
            st.rerun()
        if st.button("Keep it", key="confirm_no"):
            st.rerun()
