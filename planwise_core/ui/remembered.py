"""What the coach remembers of a runner: to be seen, put into other words, and forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.store.records import Fact
from planwise_core.training.journal import MAX_FACT


def remembered(
    facts: Sequence[Fact], *, on_correct: Callable[[int, str], None], on_forget: Callable[[int], None]
) -> None:
    """A button that opens the facts the runner has said yes to; nothing where there are none."""
    kept = [fact for fact in facts if fact.confirmed]
    if not kept:
        return
    with st.popover(f"What I remember ({len(kept)})", icon=":material/bookmark:", key="remembered"):
        for fact in kept:
            _fact(fact, on_correct, on_forget)


def _fact(fact: Fact, on_correct: Callable[[int, str], None], on_forget: Callable[[int], None]) -> None:
    key = f"remembered_{fact.id}"

    def corrected() -> None:
        on_correct(fact.id, st.session_state[key])

    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.text_input("Fact", fact.text, key=key, max_chars=MAX_FACT, on_change=corrected, label_visibility="collapsed")
        st.button("Forget", icon=":material/delete:", key=f"forget_{fact.id}", on_click=on_forget, args=(fact.id,))
