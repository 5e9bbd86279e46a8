"""Settings: who the runner is, how things are shown, what the coach remembers, and everything in their own hands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.training.athlete import Athlete
from planwise_core.ui import data
from planwise_core.ui.account import account_section, tokens_section
from planwise_core.ui.changes import accept, discard, tell, told
from planwise_core.ui.guard import planwise
from planwise_core.ui.landing import forget_page
from planwise_core.ui.memory import memory
from planwise_core.ui.profile import about_form, away, changes_in_words, injuries, limits_form, races
from planwise_core.ui.proposal import proposal_card
from planwise_core.ui.session import gate

me = gate()
service = planwise()
client = service.client(me.client_id)
athlete = client.athlete
current = service.current(me.client_id)


def attempt(act: Callable[[], object], done: str = "") -> None:
    """Do it; what went wrong is told on the page, what went well in passing."""
    try:
        act()
    except PlanWiseError as error:
        tell(str(error))
    else:
        if done:
            st.toast(done, icon=":material/check:")


def runner() -> Athlete:
    """Who they are now: what is pressed in a hurry may be pressed before the page shows what was saved just before."""
    return service.client(me.client_id).athlete


def save(change: Callable[[Athlete], Athlete]) -> None:
    now = runner()
    new = change(now)
    st.session_state["rebuild_cause"] = changes_in_words(now, new) or st.session_state.get("rebuild_cause")
    attempt(lambda: service.save_athlete(me.client_id, new), "Saved.")


def save_and_show(new: Athlete | None) -> None:
    if new is not None:
        save(lambda _: new)
        st.rerun()


def rebuild() -> None:
    if current is None:
        return
    cause = st.session_state.get("rebuild_cause") or "Rebuild my plan from today."
    try:
        turn = service.rebuild(me.client_id, runner(), current.number, cause)
    except PlanWiseError as error:
        tell(str(error))
    else:
        st.session_state["rebuild_turn"] = turn.id


def offer() -> None:
    """The plan as it would be with these settings: never made without a yes."""
    if current is None:
        return
    with st.container(border=True):
        st.markdown(
            "**Your plan stays as it is** when settings change. See what it would be from today on, and decide."
        )
        st.button("Rebuild my plan", icon=":material/construction:", key="rebuild", on_click=rebuild)
        turn_id = st.session_state.get("rebuild_turn")
        try:
            proposal = service.proposal(me.client_id, turn_id) if turn_id else None
        except PlanWiseError:  # it went with the conversation it stood in; the next rebuild tells the rest
            proposal = None
        if proposal is not None:
            proposal_card(
                proposal,
                on_part=partial(service.proposal, me.client_id),
                on_accept=partial(accept, service, me.client_id),
                on_discard=partial(discard, service, me.client_id, locale=me.locale),
                units=me.units,
                locale=me.locale,
                starts=me.week_starts,
            )


def shown() -> None:
    """Units, dates, and whether changes wait for a yes. Each is saved as it is chosen, and shown as it is saved."""
    st.session_state.update(
        units=athlete.units, dates=athlete.dates, week_starts=athlete.week_starts, apply_at_once=client.apply_at_once
    )
    units = {"km": "Kilometres", "mi": "Miles"}
    dates = {"browser": "As my browser says", "day_first": "24 Nov 2026", "month_first": "Nov 24, 2026"}
    starts = {"browser": "As my browser says", "mon": "Monday", "sun": "Sunday"}
    st.segmented_control(
        "Distances", list(units), format_func=units.__getitem__, required=True, key="units",
        on_change=lambda: save(lambda now: now.but(units=st.session_state["units"])),
    )  # fmt: skip
    st.segmented_control(
        "Dates", list(dates), format_func=dates.__getitem__, required=True, key="dates",
        on_change=lambda: save(lambda now: now.but(dates=st.session_state["dates"])),
    )  # fmt: skip
    st.segmented_control(
        "Calendars start on", list(starts), format_func=starts.__getitem__, required=True, key="week_starts",
        on_change=lambda: save(lambda now: now.but(week_starts=st.session_state["week_starts"])),
    )  # fmt: skip
    st.caption(
        "Training weeks run from Monday to Sunday: the long run closes them, and charts, checks and your coach count "
        "them so. In a calendar that starts on Sunday, each row counts its own days."
    )
    st.toggle(
        "Apply the coach's changes at once, without asking me", key="apply_at_once",
        help="Every change is a version all the same, and can be undone.",
        on_change=lambda: service.apply_at_once(me.client_id, st.session_state["apply_at_once"]),
    )  # fmt: skip


def start_over() -> None:
    attempt(lambda: service.start_over(me.client_id))
    forget_page()


def delete_everything() -> None:
    attempt(lambda: service.reset(me.client_id))
    forget_page()


def own_data() -> None:
    st.markdown(
        "One file with the conversation, every version of the plan, your runs, your settings and what is remembered. "
        "Accounts and API tokens stay behind."
    )
    data.export(lambda: service.export_file(me.client_id), me.today)
    st.subheader("Import", anchor=False)
    if current is None and not service.turns(me.client_id, limit=1) and not service.runs(me.client_id):
        data.bring(lambda content: attempt(lambda: service.import_file(me.client_id, content), "Imported."))
    else:
        st.markdown("An exported file can be taken in where nothing is yet: export this, then delete everything first.")
    st.subheader("Start again", anchor=False)
    with st.container(horizontal=True):
        if st.button("New plan, same me", icon=":material/restart_alt:", key="start_over"):
            data.confirm(
                "The plan with all its versions and the conversation are deleted. Your profile, your runs and what is "
                "remembered stay.",
                "Delete plan and conversation",
                start_over,
            )
        if st.button("Delete everything", icon=":material/delete_forever:", key="delete_everything"):
            data.confirm(
                "The plan, the conversation, your runs, your profile and what is remembered are deleted for good.",
                "Delete everything",
                delete_everything,
            )


st.title("Settings", anchor=False)
told(service, me.client_id)
limits_tab, about_tab, coach_tab, account_tab, data_tab = st.tabs(
    ["Goal and limits", "About me", "Coach and display", "Account", "My data"]
)
with limits_tab:
    st.subheader("Races", anchor=False)
    races(athlete, today=me.today, on_save=save, locale=me.locale)
    st.subheader("Limits", anchor=False)
    save_and_show(limits_form(athlete, starts=me.week_starts))
    st.subheader("Days away", anchor=False)
    away(athlete, today=me.today, on_save=save, locale=me.locale)
    offer()
with about_tab:
    save_and_show(about_form(athlete, today=me.today, locale=me.locale))
    st.subheader("Injuries", anchor=False)
    injuries(athlete, today=me.today, on_save=save, locale=me.locale)
with coach_tab:
    shown()
    st.subheader("What your coach remembers", anchor=False)
    memory(
        service.facts(me.client_id),
        on_confirm=lambda fact: attempt(lambda: service.confirm_fact(me.client_id, fact)),
        on_correct=lambda fact, text: attempt(lambda: service.correct_fact(me.client_id, fact, text)),
        on_forget=lambda fact: attempt(lambda: service.forget(me.client_id, fact)),
        on_remember=lambda text: attempt(lambda: service.remember(me.client_id, text)),
        timezone=me.timezone,
        locale=me.locale,
    )
with account_tab:
    if me.is_demo:
        st.markdown("Leave the demo to see your own account.")
    else:
        account_section(me)
        st.subheader("For programs", anchor=False)
        tokens_section(me)
with data_tab:
    own_data()
