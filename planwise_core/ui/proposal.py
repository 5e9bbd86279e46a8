"""A proposed change as a card: what it does, what speaks against it, and the runner's decision."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.rooms.talks import Proposal
from planwise_core.training.edits import Add, Drop, Edit, Frame, Move, Replace
from planwise_core.training.values import FirstDay, Units
from planwise_core.training.versions import Difference
from planwise_core.ui import overlay
from planwise_core.ui.diff import changed_rows, changed_weeks, sentence, summary
from planwise_core.ui.findings import findings_changed
from planwise_core.ui.style import shown_plain

FEW_WEEKS = 3  # as many as are looked at without asking for more


OnPart = Callable[[str, frozenset[int]], Proposal | None]
Choice = tuple[Difference | None, frozenset[int]]


def proposal_card(
    proposal: Proposal,
    *,
    on_part: OnPart,
    on_accept: Callable[[str, frozenset[int] | None], None],
    on_discard: Callable[[str], None],
    units: Units = "km",
    locale: str | None = None,
    starts: FirstDay = "mon",
) -> None:
    """Draws the card. `on_accept` gets the turn and the indexes of the edits that were ticked (None: all); `on_part`
    gives the proposal with only these edits, and its words where they cannot be had alone.

    Ticking redraws what the card says, alone. A decision is the page's, and made before anything is drawn: a run of
    the card that something else touched meanwhile cuts short would lose the button that was pressed.
    """
    turn = proposal.turn_id
    choices = choices_of(proposal.edits, proposal.comparison.differences)
    with st.container(border=True, key=f"proposal_{turn}"):
        _says(proposal, choices, on_part, units, locale, starts)
        with st.container(horizontal=True):
            st.button(
                "Accept", type="primary", icon=":material/check:", key=f"accept_{turn}", disabled=proposal.outdated,
                on_click=lambda: on_accept(turn, _ticked(choices, turn)),
            )  # fmt: skip
            st.button("Discard", icon=":material/close:", key=f"discard_{turn}", on_click=on_discard, args=(turn,))


@st.fragment
def _says(
    proposal: Proposal,
    choices: Sequence[Choice],
    on_part: OnPart,
    units: Units,
    locale: str | None,
    starts: FirstDay,
) -> None:
    """What there is to know before the decision, of the part of the proposal that is ticked."""
    turn = proposal.turn_id
    only = _ticked(choices, turn)
    shown, problem = _part(proposal, only, on_part)
    compared = shown.comparison
    legend = ":small[:gray[Wide bars: the weeks as they are. Narrow: as they would be.]]"
    st.markdown(f"**Proposed change** · {summary(compared, units)}  \n{legend}")
    if proposal.outdated:
        st.warning("The plan has changed since this was proposed. Ask again, or discard it.")
    overlay.comparison(compared, units=units, locale=locale, small=True, key=f"chart_{turn}")
    if len(choices) > 1 and st.toggle("Choose changes", key=f"choose_{turn}"):
        _boxes(choices, turn, units, locale)  # here, for what is above keeps its height and what is below may not
    if problem:
        st.error(problem, icon=":material/error:")
    weeks = len(changed_rows(compared.differences, starts))
    every = weeks > FEW_WEEKS and st.toggle(f"Show all {weeks} changed weeks", key=f"every_{turn}")
    most = weeks if every else min(weeks, FEW_WEEKS)
    if compared.differences:
        changed_weeks(
            shown.after, compared, units=units, locale=locale, starts=starts, most=most,
            key=f"weeks_{most}_{turn}",  # by which look.css keeps room for them
        )  # fmt: skip
    st.markdown("**What the safety checks say**")
    findings_changed(shown.findings_before, shown.findings)
    if only is not None:
        count = sum(indexes <= only for _, indexes in choices)
        st.markdown(f"**{count} of {len(choices)}** changes are ticked.")


def _part(proposal: Proposal, only: frozenset[int] | None, on_part: OnPart) -> tuple[Proposal, str]:
    """The proposal with what is ticked, and what is wrong with ticking just that."""
    if only is None or len(only) == len(proposal.edits):
        return proposal, ""
    try:
        return on_part(proposal.turn_id, only) or proposal, ""
    except PlanWiseError as error:
        return proposal, shown_plain(str(error))


def _tick(turn: str, at: int) -> str:
    return f"tick_{turn}_{at}"


def _ticked(choices: Sequence[Choice], turn: str) -> frozenset[int] | None:
    """The edits behind the changes that are ticked; None until the runner wants to choose.

    Read before the boxes are drawn, for what they change stands above them.
    """
    if not st.session_state.get(f"choose_{turn}"):
        return None
    ticked = (indexes for at, (_, indexes) in enumerate(choices) if st.session_state.get(_tick(turn, at), True))
    return frozenset[int]().union(*ticked)


def _boxes(choices: Sequence[Choice], turn: str, units: Units, locale: str | None) -> None:
    for at, (change, _) in enumerate(choices):
        said = "Goal, dates and phases of the plan" if change is None else sentence(change, units, locale)
        st.checkbox(said, value=True, key=_tick(turn, at))


def choices_of(edits: Sequence[Edit], found: Sequence[Difference]) -> list[Choice]:
    """Each difference with the indexes of the edits that make it; None stands for the plan's frame."""
    by_workout: dict[str, set[int]] = {}
    frame = set()
    for at, edit in enumerate(edits):
        match edit:
            case Frame():
                frame.add(at)
            case Add(id=name) | Move(workout=name) | Drop(workout=name) | Replace(workout=name) if name:
                by_workout.setdefault(name, set()).add(at)
    choices: list[Choice] = [(None, frozenset(frame))] if frame else []
    for each in found:
        names = {end.id for end in (each.before, each.after) if end is not None}
        choices.append((each, frozenset().union(*(by_workout.get(name, set()) for name in names))))
    return choices
