"""What-ifs side by side: other race days, other days a week, other methods, each beside the plan there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.rooms.lookback import WhatIf
from planwise_core.training.plan import Plan, long_run_km, weekly_km
from planwise_core.training.values import Units, shown_distance
from planwise_core.training.wishes import Wish
from planwise_core.ui import overlay
from planwise_core.ui.findings import findings, tally
from planwise_core.ui.style import shown_day, shown_delta, shown_plain

SIDE_BY_SIDE = 3


@st.fragment
def what_ifs(
    wishes: Callable[[], Sequence[Wish]],
    what_if: Callable[[Sequence[str]], Sequence[WhatIf]],
    now: Callable[[], Plan],
    *,
    parent: int,
    on_take: Callable[[str], None],
    units: Units,
    locale: str | None,
) -> None:
    """A choice of wishes and what each comes to, instead of version `parent`; `on_take` gets a wish."""
    st.markdown("Try another way. Nothing is saved until you take one.")
    labels = {wish.id: wish.label for wish in wishes()}
    picked = st.pills(
        f"Look at up to {SIDE_BY_SIDE}",
        list(labels),
        format_func=labels.__getitem__,
        selection_mode="multi",
        default=list(labels)[:1],
        key="wishes",
    )
    if len(picked) > SIDE_BY_SIDE:
        st.caption(f"The first {SIDE_BY_SIDE} are shown.")
    if not picked:
        return
    with st.spinner("Building plans…", show_time=True):
        found = what_if(picked[:SIDE_BY_SIDE])
    for column, each in zip(st.columns(len(found)), found, strict=True):
        with column, st.container(border=True):
            _column(each, now(), parent, on_take, units, locale, is_alone=len(found) == 1)


def _column(
    each: WhatIf,
    now: Plan,
    parent: int,
    on_take: Callable[[str], None],
    units: Units,
    locale: str | None,
    *,
    is_alone: bool,
) -> None:
    wish, plan = each.candidate.wish, each.candidate.plan
    st.markdown(f"**{shown_plain(wish.label)}**")
    if plan is None or each.comparison is None:
        st.info(shown_plain(each.candidate.problem), icon=":material/block:")
        return
    if plan == now:
        st.markdown("That is the plan you have.")
        return
    chart, table = st.columns([3, 2]) if is_alone else (st.container(), st.container())
    with chart:
        overlay.comparison(each.comparison, units=units, locale=locale, small=True, key=f"what_if_{wish.id}")
    table.markdown(figures(now, plan, units, locale))
    st.markdown(f"Safety checks: {tally(each.findings)}.")
    if serious := [finding for finding in each.findings if finding.severity == "error"]:
        findings(serious)
    # Known by what it would replace: pressed twice in a hurry, "three weeks later" is not taken twice.
    if st.button("Take this one", icon=":material/check:", key=f"take_{wish.id}_{parent}", width="stretch"):
        on_take(wish.id)
        st.rerun()


def figures(now: Plan, then: Plan, units: Units, locale: str | None) -> str:
    """The key figures of a candidate and how they differ from the plan there is, as a Markdown table."""
    rows = [("Weeks", str(len(then.weeks)), _more(len(then.weeks) - len(now.weeks)))]
    for name, was, will in (
        ("In all", sum(weekly_km(now)), sum(weekly_km(then))),
        ("Peak week", max(weekly_km(now)), max(weekly_km(then))),
        ("Longest run", long_run_km(now.workouts), long_run_km(then.workouts)),
    ):
        delta = "the same" if abs(will - was) < 0.05 else shown_delta(will - was, units)
        rows.append((name, shown_distance(will, units), delta))
    runs, before = (sum(each.is_run for each in plan.workouts) for plan in (then, now))
    rows.append(("Runs", str(runs), _more(runs - before)))
    if then.race:
        rows.append(("Race", shown_day(then.race.date, locale), ""))
    return "\n".join(["| | would be | against now |", "|---|---:|---:|", *(f"| {' | '.join(row)} |" for row in rows)])


def _more(delta: int) -> str:
    return "the same" if not delta else f"{'+' if delta > 0 else '−'}{abs(delta)}"
