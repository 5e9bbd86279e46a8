"""What a careful coach objects to, in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import streamlit as st

from planwise_core.training.checks import Finding, Severity
from planwise_core.ui.style import shown_plain

FEW = 3  # as many as are read
_SIGNS: dict[Severity, str] = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "info": ":blue[:material/info:]",
}


def findings(found: Sequence[Finding], *, nothing: str = "Nothing to object to.", lead: str = "") -> None:
    """A line per finding, worst first; `nothing` when there is none. `lead` is Markdown that stands before them."""
    first = f"{lead}\n\n" if lead else ""
    if not found:
        st.markdown(f"{first}:green[:material/check_circle:] {nothing}")
        return
    st.markdown(first + _list(found[:FEW]))
    if len(found) > FEW:
        with st.expander(f"{len(found) - FEW} more", type="compact"):
            st.markdown(_list(found[FEW:]))


def findings_folded(found: Sequence[Finding], *, key: str) -> None:
    """How many there are; all of them when it is opened."""
    box = st.expander(
        f"What the safety checks say: {tally(found)}",
        icon=":material/health_and_safety:",
        key=key,
        on_change="rerun",
    )
    if box.open and found:
        box.markdown(_list(found, sourced=True))


def findings_changed(before: Sequence[Finding], after: Sequence[Finding], *, lead: str = "") -> None:
    """What a change brings, worst first, after `lead`; what it cures and what stays is there to be opened."""
    new, gone, both = sorted_out(before, after)
    findings(new, nothing="Nothing new to object to.", lead=lead)
    if gone:
        with st.expander(f"Put right: {tally(gone)}", type="compact"):
            st.markdown(_list(gone))
    if both:
        with st.expander(f"Still there: {tally(both)}", type="compact"):
            st.markdown(_list(both))


def told_later(name: str, count: int) -> str:
    """That today's days off speak against an older version too; nothing where they do not."""
    if count <= 0:
        return ""
    objections = f"{count} more objection{'s' * (count > 1)}"
    return f"{name} was made before you told of days off that it runs on: they would add {objections}."


def sorted_out(
    before: Sequence[Finding], after: Sequence[Finding]
) -> tuple[list[Finding], list[Finding], list[Finding]]:
    """What is new, what is gone and what is still there: with the first, all that is found after the change."""
    was, now = ({_place(each) for each in found} for found in (before, after))
    new = [each for each in after if _place(each) not in was]
    gone = [each for each in before if _place(each) not in now]
    return new, gone, [each for each in after if _place(each) in was]


def _place(finding: Finding) -> tuple[str, int | None]:
    """What makes it the same objection: its words change with the kilometres."""
    return finding.rule, finding.week


def _list(found: Sequence[Finding], *, sourced: bool = False) -> str:
    return "\n\n".join(line(each, sourced=sourced) for each in found)


@lru_cache(maxsize=1024)  # a page draws the same findings at every rerun
def line(finding: Finding, *, sourced: bool = True) -> str:
    """One finding as Markdown: where, what and what to do; with `sourced`, the rule it comes from."""
    week = f"**Week {finding.week}** " if finding.week and not finding.names_its_week else ""
    advice = f" *{shown_plain(finding.advice)}*" if finding.advice else ""
    source = f" ({shown_plain(finding.source)})" if finding.source else ""
    rule = f" :small[:gray[{shown_plain(finding.rule)}{source}]]" if sourced else ""
    return f"{_SIGNS[finding.severity]} {week}{shown_plain(finding.message)}{advice}{rule}"


def tally(found: Sequence[Finding]) -> str:
    """``2 warnings, 1 note``, or ``no objections``."""
    words = {"error": "serious objection", "warning": "warning", "info": "note"}
    counts = [(sum(each.severity == severity for each in found), word) for severity, word in words.items()]
    return ", ".join(f"{count} {word}{'s' * (count > 1)}" for count, word in counts if count) or "no objections"
