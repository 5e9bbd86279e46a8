"""What the coach remembers, to be seen, corrected, confirmed and deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from planwise_core.rooms.desk import date_where
from planwise_core.store.records import Fact
from planwise_core.ui.style import shown_day, shown_plain


def memory(
    facts: Sequence[Fact],
    *,
    on_confirm: Callable[[int], None],
    on_correct: Callable[[int, str], None],
    on_forget: Callable[[int], None],
    on_remember: Callable[[str], None],
    timezone: str,
    locale: str | None = None,
) -> None:
    """Each fact with what can be done to it, and a line for another."""
    for fact in facts:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"fact_{fact.id}"):
            day = shown_day(date_where(timezone, fact.created_at), locale, weekday=False, year=True)
            mark = "" if fact.confirmed else " :orange-badge[please confirm]"
            st.markdown(f"{shown_plain(fact.text)}{mark} :small[:gray[{day}]]", width="stretch")
            if not fact.confirmed:
                st.button(
                    "That is right",
                    icon=":material/check:",
                    key=f"confirm_{fact.id}",
                    on_click=on_confirm,
                    args=(fact.id,),
                )
            with st.popover("Correct", icon=":material/edit:", key=f"correct_{fact.id}"):
                _words(f"correct_{fact.id}", fact.text, "Save", partial(on_correct, fact.id))
            st.button("Delete", icon=":material/delete:", key=f"forget_{fact.id}", on_click=on_forget, args=(fact.id,))
    if not facts:
        st.markdown("Nothing yet beyond what stands in your profile.")
    _words("remember", "", "Remember", on_remember, placeholder="I run before work and like soft paths")


def _words(key: str, text: str, label: str, on_save: Callable[[str], None], placeholder: str = "") -> None:
    with st.form(f"{key}_form", border=False, clear_on_submit=not text):
        said = st.text_input(
            "Something your coach should know", text, max_chars=300, placeholder=placeholder, key=f"{key}_text"
        )
        if st.form_submit_button(label, key=f"{key}_save"):
            on_save(said)
            st.rerun()
