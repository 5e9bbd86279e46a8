"""A page that failed: the log gets the whole story, the person one sentence and a way on."""

from __future__ import annotations

import logging

import streamlit as st

from planwise_core.errors import PlanWiseError, traced

log = logging.getLogger("planwise")


def broken(error: Exception) -> None:
    """Says so in place of the rest of the page."""
    log.error("page failed: %s", traced(error))
    is_told = isinstance(error, PlanWiseError)  # whose words are for people: the database is locked, full or away
    st.error(str(error) if is_told else "Something went wrong on this page. Nothing was changed.")
    st.button("Try again", icon=":material/refresh:", key="try_again")
