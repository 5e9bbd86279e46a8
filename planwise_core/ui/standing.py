"""Where a plan stands among published plans: each main figure in words and as a place on a bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.training.envelope import Percentile
from planwise_core.ui.style import LONG


def standing_folded(standing: Callable[[], Sequence[Percentile]]) -> None:
    """Folded; worked out when it is opened."""
    box = st.expander(
        "Where this plan stands among published plans", icon=":material/leaderboard:", key="standing", on_change="rerun"
    )
    if not box.open:
        return
    with box:
        found = standing()
        if not found:
            st.markdown("Published plans are for races: this one has none to be compared with.")
            return
        st.caption(
            f"Measured on {found[0].plans} published plans for about this distance; percentiles are estimates. "
            "They say what is usual, not what is safe: that is for the safety checks."
        )
        for each in found:
            with st.container(gap="small"):
                st.markdown(each.words)
                if each.percentile is not None:
                    st.html(bar(each.percentile))


def bar(percentile: int) -> str:
    """Nought to a hundred, with the middle four fifths shaded and this plan's place. HTML with only numbers in it."""
    return (
        f'<div role="img" aria-label="Percentile {percentile}" style="position:relative;height:.6rem;max-width:30rem;'
        'border-radius:.3rem;background:color-mix(in srgb,currentColor 12%,transparent)">'
        '<i style="position:absolute;left:10%;width:80%;height:100%;'
        'background:color-mix(in srgb,currentColor 14%,transparent)"></i>'
        f'<i style="position:absolute;left:calc({percentile}% - .3rem);top:-.15rem;width:.6rem;height:.9rem;'
        f'border-radius:.2rem;background:{LONG.colour}"></i></div>'
    )
