"""The runner's own changes to the plan, and how the page tells what came of the last one.

A change is made in a callback or a fragment and told on the next run: what was saved (with a way back), what went
wrong, or what the checks object to (with a way to do it all the same).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.rooms.plans import Objection
from planwise_core.service import PlanWise
from planwise_core.store.records import Lesson
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit
from planwise_core.training.values import shown_span
from planwise_core.training.versions import Version
from planwise_core.ui.findings import findings
from planwise_core.ui.shell import PAGES, comparing


class Saved(NamedTuple):
    """A version was saved in place of `parent`; `lesson` is what it taught of the runner."""

    number: int
    parent: int | None
    lesson: Lesson | None = None


class Noted(NamedTuple):
    """Something else is so from now on, in words."""

    words: str


class Refused(NamedTuple):
    """The checks object to a change that is not saved yet."""

    edits: tuple[Edit, ...]
    parent: int
    cause: str
    findings: tuple[Finding, ...]


_KEY = "_last_change"
OUTCOME = "outcome"  # where the keyboard goes when its button is drawn no more (focus.js)
Change = Saved | Refused | Noted | str


def change(
    planwise: PlanWise, client_id: str, edits: Sequence[Edit], *, parent: int, cause: str, anyway: bool = False
) -> Version | None:
    """Make the runner's edits to version `parent`; None: it is not saved, and `told` says why."""
    try:
        version = planwise.edit(client_id, edits, parent=parent, cause=cause, anyway=anyway)
    except Objection as objection:
        tell(Refused(tuple(edits), parent, cause, objection.findings))
    except PlanWiseError as error:
        tell(str(error))
    else:
        tell(Saved(version.number, parent))
        return version
    return None


def accept(planwise: PlanWise, client_id: str, turn_id: str, only: frozenset[int] | None) -> None:
    """Make a proposal the plan: all of it, or the edits whose indexes are in `only`."""
    try:
        version = planwise.accept(client_id, turn_id, only=only)
    except PlanWiseError as error:
        tell(str(error))
    else:
        tell(Saved(version.number, version.parent))


def discard(planwise: PlanWise, client_id: str, turn_id: str, locale: str | None) -> None:
    """Refuse a proposal, and say what is forgotten with it."""
    try:
        forgotten = planwise.discard(client_id, turn_id)
    except PlanWiseError as error:
        tell(str(error))
    else:
        days = ", ".join(shown_span(away.first, away.last, locale) for away in forgotten)
        tell(Noted(f"The plan stays as it was. Forgotten as days away: {days}.") if days else None)


def restore(planwise: PlanWise, client_id: str, number: int, *, parent: int) -> None:
    """Make an old version the plan again."""
    try:
        version = planwise.restore(client_id, number, parent=parent)
    except PlanWiseError as error:
        tell(str(error))
    else:
        tell(Saved(version.number, parent))


def undo(planwise: PlanWise, client_id: str, saved: Saved) -> None:
    """Make the plan what it was before a version, and take back what that version taught."""
    try:
        version = planwise.undo(client_id, saved.number, lesson=saved.lesson)
    except PlanWiseError as error:
        tell(str(error))
    else:
        tell(Saved(version.number, saved.number))


def tell(outcome: Change | None) -> None:
    """Keep what happened for the next run; a `str` is what went wrong."""
    st.session_state[_KEY] = outcome


def told(planwise: PlanWise, client_id: str) -> None:
    """Draw what came of the last change, once; an objection stays until it is answered.

    It stands at the bottom of the window: in sight wherever the page is scrolled, and nothing above it shifts.
    """
    outcome: Change | None = st.session_state.get(_KEY)
    match outcome:
        case Saved():
            tell(None)
            with st.bottom:
                _saved(planwise, client_id, outcome)
        case Refused():
            with st.bottom:
                _refused(planwise, client_id, outcome)
        case Noted(words):
            tell(None)
            with st.bottom, st.container(key=OUTCOME):
                st.markdown(f":green[:material/check_circle:] {words}")
        case str(problem):
            tell(None)
            with st.bottom, st.container(key=OUTCOME):
                st.error(problem, icon=":material/error:")


def _saved(planwise: PlanWise, client_id: str, saved: Saved) -> None:
    number, parent = saved.number, saved.parent
    with st.container(horizontal=True, vertical_alignment="center", key=OUTCOME):
        st.markdown(f":green[:material/check_circle:] **Saved as version {number}**", width="content")
        if parent is not None:
            st.button(
                "Undo",
                icon=":material/undo:",
                key="undo",
                on_click=undo,
                args=(planwise, client_id, saved),
            )
            link = comparing(parent, number)
            st.page_link(PAGES / "history.py", label="See the difference", icon=":material/compare:", query_params=link)


def _refused(planwise: PlanWise, client_id: str, refused: Refused) -> None:
    def all_the_same() -> None:
        change(planwise, client_id, refused.edits, parent=refused.parent, cause=refused.cause, anyway=True)

    with st.container(border=True, key=OUTCOME):
        st.markdown("**Nothing is saved yet.** A careful coach objects:")
        findings(refused.findings)
        with st.container(horizontal=True):
            st.button("Leave it", type="primary", key="leave", on_click=tell, args=(None,))
            st.button("Do it all the same", key="anyway", on_click=all_the_same)
