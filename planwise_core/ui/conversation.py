"""A conversation as bubbles: what was asked, what the coach said, what came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

import streamlit as st

from planwise_core.rooms.talks import Proposal
from planwise_core.store.records import Fact, StoredTurn
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.values import Units
from planwise_core.ui.findings import findings, tally
from planwise_core.ui.proposal import proposal_card
from planwise_core.ui.shell import PAGES, comparing
from planwise_core.ui.style import shown_plain, shown_text

RUNNER, COACH = ":material/person:", ":material/directions_run:"

STARTERS = {
    "Half marathon": "I want to run a half marathon in 16 weeks. I run 30 km a week on 4 days.",
    "First 5 km": "I am new to running and want to run 5 km in 10 weeks. I run 8 km a week on 3 days.",
    "Marathon": "Marathon in 20 weeks, I run 45 km a week on 4 days, never on Mondays.",
    "Just get fitter": "I have no race. I run 20 km a week on 3 days and want to get fitter.",
}
ANY_DAY = {
    "What is on this week?": "What is on this week?",
    "Easier next week": "Make next week easier.",
    "Move my long run": "Move this week's long run to Saturday.",
    "I am ill": "I am ill, I need a few days off.",
}
AFTERWARDS = {
    "What comes after the race?": "My race is over. What comes next?",
    "A next goal": "I want to run a 10 km race in 12 weeks.",
    "A half marathon next": "I want to run a half marathon in 16 weeks.",
    "What pace is easy?": "What pace should my easy runs be?",
}
AT_MOST = 5
MISSED = "I missed my runs of the last week. What now?"
FIRST_DAYS = 3  # of a plan
RACE_IS_NEAR = 14  # days
MISSED_DAYS, MISSED_RUNS = 7, 3


def suggestions(plan: Plan | None, runs: Sequence[Run] = (), today: dt.date | None = None) -> dict[str, str]:
    """Labels of what one might say now, and what it says; what fits the moment first."""
    if plan is None or today is None:
        return STARTERS if plan is None else ANY_DAY
    if plan.race and plan.race.date < today:
        return AFTERWARDS
    fitting = dict(_moments(plan, runs, today)) | ANY_DAY
    return dict(list(fitting.items())[:AT_MOST])


def _moments(plan: Plan, runs: Sequence[Run], today: dt.date) -> Iterator[tuple[str, str]]:
    to_race = (plan.race.date - today).days if plan.race else None
    if to_race == 0:
        yield "It is race day", "My race is today. What should I do before the start?"
    elif to_race is not None and to_race <= RACE_IS_NEAR:
        yield "How do I run the race?", "How should I pace my race?"
        yield "Is the taper right?", "Why am I running less before the race?"
    if missed(plan, runs, today):
        yield "I missed last week", MISSED
    if today - plan.start_date < dt.timedelta(days=FIRST_DAYS):
        yield "Why this plan?", "Why does my plan look like this?"
        yield "I cannot run on a day", "I cannot run on Wednesdays."
    if plan.start_date <= today <= plan.end_date and not plan.on(today):
        yield "Nothing today?", "Why is there nothing planned today?"


def missed(plan: Plan, runs: Sequence[Run], today: dt.date) -> bool:
    """Three runs or more were planned in the last seven days, and none was done."""
    since = today - dt.timedelta(days=MISSED_DAYS)
    planned = [each for each in plan.workouts if each.is_run and since <= each.date < today]
    return len(planned) >= MISSED_RUNS and not any(since <= run.date <= today for run in runs)


def asked_bubble(turn: StoredTurn) -> None:
    """The runner's words, as they were typed."""
    with st.chat_message("user", avatar=RUNNER):
        st.markdown("  \n".join(shown_plain(line) for line in turn.asked.splitlines()))


def turn_bubbles(
    turn: StoredTurn,
    proposal: Proposal | None,
    *,
    on_accept: Callable[[str, frozenset[int] | None], None],
    on_discard: Callable[[str], None],
    on_ask_again: Callable[[str], None],
    unsure: Sequence[Fact] = (),
    on_fact: Callable[[int, bool], None] | None = None,
    units: Units = "km",
    locale: str | None = None,
    signed: bool = True,
    newest: bool = True,
) -> None:
    """One finished turn; with a `proposal`, its card to decide on; with `unsure`, what may be remembered of it.

    `signed` says who answered; the `newest` says what the checks found in the version it led to.
    """
    asked_bubble(turn)
    with st.chat_message("assistant", avatar=COACH):
        if turn.says:
            st.markdown(shown_text(turn.says))
        who = turn.answered_by[:1].upper() + turn.answered_by[1:] if signed else ""
        if who or turn.notice:
            st.caption(shown_plain(" · ".join(filter(None, (who, turn.notice)))))
        if turn.refusal:
            st.info(f"**Nothing is changed.** {shown_plain(turn.refusal)}", icon=":material/shield:")
        if turn.status in {"failed", "stopped", "interrupted"}:
            _unfinished(turn, on_ask_again)
        if proposal is None:
            _outcome(turn, newest)
        for fact in unsure:
            _question(fact, on_fact)
    if proposal is not None:  # under the bubble, not in it: a phone needs the width
        proposal_card(proposal, on_accept=on_accept, on_discard=on_discard, units=units, locale=locale)


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
