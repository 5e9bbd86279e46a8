"""Where a workout comes from: the version that made it what it is, and why, in the runner's own words."""

from __future__ import annotations

import streamlit as st

from planwise_core.training.blame import Blame
from planwise_core.training.values import Units
from planwise_core.ui.diff import sentence
from planwise_core.ui.session import Me
from planwise_core.ui.shell import PAGES, comparing
from planwise_core.ui.timeline import version_line


def origin(blame: Blame, me: Me, locale: str | None) -> None:
    """What was done to the workout, by which version and for what cause, with the way to the whole change."""
    st.markdown(f"**How it came here** {did(blame, me.units, locale)}  \n{version_line(blame.version, me, locale)}")
    if blame.version.parent is not None:
        link = comparing(blame.version.parent, blame.version.number)
        st.page_link(PAGES / "history.py", label="See that change", icon=":material/compare:", query_params=link)


def did(blame: Blame, units: Units, locale: str | None) -> str:
    """What the version did to it: ``→ moved **Long run** Sun 6 Dec → Fri 4 Dec``; of the first, that it began so."""
    if blame.version.parent is None:
        return "It has been like this since the first plan."
    return sentence(blame.difference, units, locale)
