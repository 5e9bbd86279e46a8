"""A conversation as bubbles: what was asked, what the coach said, what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.rooms.talks import Proposal
from planwise_core.store.records import Fact, StoredTurn
from planwise_core.training.values import FirstDay, Units
from planwise_core.ui.findings import findings, tally
from planwise_core.ui.proposal import OnPart, proposal_card
from planwise_core.ui.shell import PAGES, comparing
from planwise_core.ui.style import shown_plain, shown_text

RUNNER, COACH = ":material/person:", ":material/directions_run:"


def asked_bubble(turn: StoredTurn) -> None:
    """The runner's words, as they were typed."""
    with st.chat_message("user", avatar=RUNNER):
        st.markdown("  \n".join(shown_plain(line) for line in turn.asked.splitlines()))


def turn_bubbles(
    turn: StoredTurn,
    proposal: Proposal | None,
    *,
    on_part: OnPart,
    on_accept: Callable[[str, frozenset[int] | None], None],
    on_discard: Callable[[str], None],
    on_ask_again: Callable[[str], None],
    unsure: Sequence[Fact] = (),
    on_fact: Callable[[int, bool], None] | None = None,
    units: Units = "km",
    locale: str | None = None,
    starts: FirstDay = "mon",
    signed: bool = True,
    newest: bool = True,
    picture: Callable[[], None] | None = None,
) -> None:
    """One finished turn; with a `proposal`, its card to decide on; with `unsure`, what may be remembered of it.

    `signed` says who answered, and why not somebody else; the `newest` says what the checks found in the version it
    led to. `picture` draws the plan, under an answer that has just made one.
    """
    asked_bubble(turn)
    with st.chat_message("assistant", avatar=COACH):
        if turn.says:
            st.markdown(shown_text(turn.says))
        if signed and (said := by_line(turn)):
            st.caption(shown_plain(said))
        if turn.refusal:
            st.info(f"**Nothing is changed.** {shown_plain(turn.refusal)}", icon=":material/shield:")
        if turn.status in {"failed", "stopped", "interrupted"}:
            _unfinished(turn, on_ask_again)
        if picture:
            picture()
        if proposal is None:
            _outcome(turn, newest)
        for fact in unsure:
            _question(fact, on_fact)
    if proposal is not None:  # under the bubble, not in it: a phone needs the width
        proposal_card(
            proposal, on_part=on_part, on_accept=on_accept, on_discard=on_discard, units=units, locale=locale,
            starts=starts,
        )  # fmt: skip


def by_line(turn: StoredTurn) -> str:
    """Who answered: ``Offline coach``, a model by its name as it is written, or the notice that names them."""
    who = turn.answered_by
    if who in turn.notice:
        return turn.notice
    return " · ".join(filter(None, (who[:1].upper() + who[1:] if " " in who else who, turn.notice)))


def _question(fact: Fact, on_fact: Callable[[int, bool], None] | None) -> None:
    """Whether a fact may be remembered."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"fact_{fact.id}"):
        st.markdown(f"Shall I remember: *{shown_plain(fact.text)}*?", width="content")
        for label, keeps in (("Yes", True), ("No", False)):
            st.button(label, key=f"fact_{label}_{fact.id}", type="tertiary", on_click=on_fact, args=(fact.id, keeps))


def _unfinished(turn: StoredTurn, on_ask_again: Callable[[str], None]) -> None:
    words = {"stopped": "You stopped this answer.", "interrupted": "This answer was cut off."}
    if turn.status == "failed":
        st.error(shown_plain(turn.error or "No answer could be had."), icon=":material/error:")
    else:
        st.caption(words[turn.status])
    st.button("Ask again", icon=":material/refresh:", key=f"again_{turn.id}", on_click=on_ask_again, args=(turn.asked,))


def _outcome(turn: StoredTurn, newest: bool) -> None:
    """What came of a turn, with the way there."""
    if turn.version is not None:
        if turn.findings and newest:
            with st.expander(f"The safety checks: {tally(turn.findings)}", type="compact"):
                findings(turn.findings)
        with st.container(horizontal=True):
            st.page_link(
                PAGES / "plan.py", label=f"Version {turn.version}: see the plan", icon=":material/calendar_month:"
            )
            if turn.base_version is not None:
                link = comparing(turn.base_version, turn.version)
                st.page_link(PAGES / "history.py", label="What changed", icon=":material/compare:", query_params=link)
    elif turn.decision == "discarded":
        st.caption("Discarded; the plan stayed as it was.")
    elif turn.decision == "open":
        st.caption("A later proposal took this one's place.")
