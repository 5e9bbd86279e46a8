"""Coach: the conversation. A turn is made in the background; this page asks and watches."""

from __future__ import annotations

from functools import partial

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.store.records import StoredTurn
from planwise_core.ui import charts
from planwise_core.ui.changes import accept, discard, tell, told
from planwise_core.ui.conversation import COACH, asked_bubble, by_line, turn_bubbles
from planwise_core.ui.guard import planwise
from planwise_core.ui.landing import landing
from planwise_core.ui.remembered import remembered
from planwise_core.ui.session import enter_demo, gate
from planwise_core.ui.style import shown_text
from planwise_core.ui.suggestions import suggestions

me = gate()
service = planwise()
PAGE, MOST = 20, 60  # turns drawn at first and with every look back; never more than so many at once


def ask(message: str) -> str | None:
    """Ask the coach; the id of the turn, None when it could not be asked."""
    st.session_state.pop("turns_before", None)  # the answer comes at the end of the conversation
    try:
        return service.ask(me.client_id, message).id
    except PlanWiseError as error:
        tell(str(error))
        return None


def typed() -> None:
    if message := st.session_state["message"]:
        st.session_state["typed"] = ask(message)


def picked() -> None:
    if (label := st.session_state["suggestion"]) in ideas_now:
        ask(ideas_now[label])
    st.session_state["suggestion"] = None


def remember(fact_id: int, keeps: bool) -> None:
    try:
        if keeps:
            service.confirm_fact(me.client_id, fact_id)
        else:
            service.forget(me.client_id, fact_id)
    except PlanWiseError as error:
        tell(str(error))


def correct(fact_id: int, text: str) -> None:
    try:
        service.correct_fact(me.client_id, fact_id, text)
    except PlanWiseError as error:
        tell(str(error))


def stop(turn_id: str) -> None:
    try:
        service.stop(me.client_id, turn_id)
    except PlanWiseError as error:
        tell(str(error))


def earlier() -> None:
    """More of the conversation; once that is as much as a page holds, the window moves instead of growing."""
    if shown < MOST:
        st.session_state["turns_shown"] = shown + PAGE
    else:
        st.session_state["turns_before"] = (*before, turns[-PAGE].id)


def later() -> None:
    st.session_state["turns_before"] = before[:-1]


def being_answered(turn: StoredTurn) -> StoredTurn:
    """Watch the answer grow to its end. Whoever leaves this page loses nothing: the runner goes on, and so does the
    next look.
    """
    asked_bubble(turn)
    with st.chat_message("assistant", avatar=COACH):
        words = st.empty()
        words.markdown(":shimmer[Thinking…]")
        drawn = ""
        way_out = st.empty()
        way_out.button("Stop answering", icon=":material/stop_circle:", key="stop", on_click=stop, args=(turn.id,))
        for text in service.watch(me.client_id, turn.id):
            if text != drawn:
                words.markdown(shown_text(text) or ":shimmer[Thinking…]")
                drawn = text
            st.session_state.get("stop")  # here Streamlit can end a run that nobody looks at any more
        way_out.empty()
    return service.turn(me.client_id, turn.id)


def finished(turn: StoredTurn, *, signed: bool, newest: bool) -> None:
    turn_bubbles(
        turn,
        service.proposal(me.client_id, turn.id) if turn.id == undecided else None,
        on_part=partial(service.proposal, me.client_id),
        on_accept=partial(accept, service, me.client_id),
        on_discard=partial(discard, service, me.client_id, locale=me.locale),
        on_ask_again=ask,
        unsure=[fact for fact in unsure if fact.turn_id == turn.id],
        on_fact=remember,
        units=me.units,
        locale=me.locale,
        starts=me.week_starts,
        signed=signed,
        newest=newest,
        picture=first if newest and turn.version == 1 else None,
    )


shown = st.session_state.get("turns_shown", PAGE)
before: tuple[str, ...] = st.session_state.get("turns_before", ())  # how the window was moved: it ends before the last
running = service.open_turn(me.client_id)
found = service.turns(me.client_id, limit=shown + 1, before=before[-1] if before else None)
turns = [turn for turn in found if running is None or turn.id != running.id]
now = service.moment(me.client_id)
plan, facts = now.version.plan if now.version else None, now.facts
begun = bool(turns or running or plan or facts)
if begun:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Coach", anchor=False, width="content")
        remembered(facts, on_correct=correct, on_forget=lambda fact_id: remember(fact_id, False))
else:
    begun = landing(None if me.looking_after else enter_demo, me.units)
if len(turns) > shown:
    st.button("Earlier messages", icon=":material/expand_less:", key="earlier", on_click=earlier)
told(service, me.client_id)

undecided = next((turn.id for turn in reversed(turns) if turn.decision == "open" and not before), None)
unsure = [fact for fact in facts if not fact.confirmed]
signature = ""
first = partial(charts.weekly, plan, today=me.today, units=me.units, locale=me.locale) if plan else None
for turn in turns[-shown:]:
    finished(
        turn,
        signed=by_line(turn) != signature,
        newest=turn is turns[-1] and running is None and not before,
    )
    signature = by_line(turn)

if before:
    st.button("Later messages", icon=":material/expand_more:", key="later", on_click=later)
growing, ideas = st.empty(), st.empty()
was_typed = running is not None and st.session_state.pop("typed", None) == running.id
closed = running is not None and not was_typed  # what was typed here closes the box by itself until the run has ended
st.chat_input("Ask your coach", key="message", on_submit=typed, disabled=closed, submit_mode="disable", max_chars=4000)
if running is not None:
    with growing.container():
        answered = being_answered(running)
    now = service.moment(me.client_id)
    only_words = (answered.status, answered.decision, answered.version, now.facts) == ("done", None, None, facts)
    if not was_typed or not only_words or undecided:
        st.rerun()
    with growing.container():
        finished(answered, signed=by_line(answered) != signature, newest=True)
    turns.append(answered)
last = turns[-1].says if turns else ""
ideas_now = suggestions(plan, now.runs, me.today, pending=now.client.pending, last=last, units=me.units)
if begun and ideas_now:
    ideas.pills("Ideas", list(ideas_now), key="suggestion", on_change=picked, label_visibility="collapsed")
