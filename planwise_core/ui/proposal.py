"""A proposed change as a card: what it does, what speaks against it, and the runner's decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.rooms.talks import Proposal
from planwise_core.training.edits import Add, Drop, Edit, Frame, Move, Replace
from planwise_core.training.values import Units, monday_of
from planwise_core.training.versions import Difference
from planwise_core.ui import charts
from planwise_core.ui.diff import changed_weeks, sentence, summary
from planwise_core.ui.findings import findings_changed

FEW_WEEKS = 3  # as many as are looked at without asking for more


@st.fragment
def proposal_card(
    proposal: Proposal,
    *,
    on_accept: Callable[[str, frozenset[int] | None], None],
    on_discard: Callable[[str], None],
    units: Units = "km",
    locale: str | None = None,
) -> None:
    """Draws the card. `on_accept` gets the turn and the indexes of the edits that were ticked (None: all)."""
    compared, turn = proposal.comparison, proposal.turn_id
    with st.container(border=True, key=f"proposal_{turn}"):
        st.markdown(f"**Proposed change** · {summary(compared, units)}")
        if proposal.outdated:
            st.warning("The plan has changed since this was proposed. Ask again, or discard it.")
        charts.comparison(compared, units=units, locale=locale, small=True, key=f"chart_{turn}")
        weeks = _weeks_touched(compared.differences)
        every = weeks > FEW_WEEKS and st.toggle(f"Show all {weeks} changed weeks", key=f"every_{turn}")
        most = None if every else FEW_WEEKS
        changed_weeks(proposal.after, compared, units=units, locale=locale, key=f"weeks_{turn}", most=most)
        st.markdown("**What the safety checks say**")
        findings_changed(proposal.findings_before, proposal.findings)
        only = _chosen(proposal, units, locale)
        with st.container(horizontal=True):
            label = "Accept" if only is None else f"Accept {len(only)} of {len(proposal.edits)}"
            blocked = proposal.outdated or only == frozenset()
            if st.button(label, type="primary", icon=":material/check:", key=f"accept_{turn}", disabled=blocked):
                on_accept(turn, only)
                st.rerun()
            if st.button("Discard", icon=":material/close:", key=f"discard_{turn}"):
                on_discard(turn)
                st.rerun()


def _weeks_touched(found: Sequence[Difference]) -> int:
    return len({monday_of(end.date) for each in found for end in (each.before, each.after) if end is not None})


def _chosen(proposal: Proposal, units: Units, locale: str | None) -> frozenset[int] | None:
    """The edits behind the changes that are ticked; None until the runner wants to choose."""
    turn = proposal.turn_id
    choices = choices_of(proposal.edits, proposal.comparison.differences)
    if len(choices) < 2 or not st.toggle("Choose changes", key=f"choose_{turn}"):
        return None
    ticked: set[int] = set()
    for at, (change, indexes) in enumerate(choices):
        said = "Goal, dates and phases of the plan" if change is None else sentence(change, units, locale)
        if st.checkbox(said, value=True, key=f"tick_{turn}_{at}"):
            ticked |= indexes
    return frozenset(ticked)


def choices_of(edits: Sequence[Edit], found: Sequence[Difference]) -> list[tuple[Difference | None, frozenset[int]]]:
    """Each difference with the indexes of the edits that make it; None stands for the plan's frame."""
    by_workout: dict[str, set[int]] = {}
    frame = set()
    for at, edit in enumerate(edits):
        match edit:
            case Frame():
                frame.add(at)
            case Add(id=name) | Move(workout=name) | Drop(workout=name) | Replace(workout=name) if name:
                by_workout.setdefault(name, set()).add(at)
    choices: list[tuple[Difference | None, frozenset[int]]] = [(None, frozenset(frame))] if frame else []
    for each in found:
        names = {end.id for end in (each.before, each.after) if end is not None}
        choices.append((each, frozenset().union(*(by_workout.get(name, set()) for name in names))))
    return choices
