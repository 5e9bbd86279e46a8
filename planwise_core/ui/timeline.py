"""The versions of a plan as a timeline, each with its cause in the runner's own words.

`timeline.js` draws it; what it asks for is only a wish, which whoever receives it checks like any other.
"""

from __future__ import annotations

import json
import zoneinfo
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from planwise_core.training.versions import Author, VersionHead
from planwise_core.ui.session import Me
from planwise_core.ui.style import shown_day, shown_plain

A_PAGE = 8
_WHO: dict[Author, str] = {"coach": "the coach", "runner": "you", "house": "PlanWise"}
_ICONS: dict[Author, str] = {
    "coach": ":material/directions_run:",
    "runner": ":material/person:",
    "house": ":material/home:",
}


def version_line(head: VersionHead, me: Me, locale: str | None) -> str:
    """One version as a line of Markdown: number, when, who, why."""
    cause = f" · “{shown_plain(head.cause)}”" if head.cause else ""
    now = " :green-badge[current]" if head.is_current else ""
    who = f"{_ICONS[head.author]} {_WHO[head.author]}"
    return f"**Version {head.number}**{now} · {_when(head, me, locale)} · {who}{cause}"


def timeline(
    heads: Sequence[VersionHead],
    me: Me,
    *,
    on_compare: Callable[[int, int], None],
    on_restore: Callable[[int], None],
    locale: str | None = None,
    key: str = "timeline",
) -> None:
    """Draws versions, newest first. `on_compare` gets a version's parent and the version, `on_restore` a version."""

    def compared() -> None:
        if pair := compared_in(st.session_state[key]):
            on_compare(*pair)

    def restored() -> None:
        if number := restored_in(st.session_state[key]):
            on_restore(number)

    data = json.dumps([entry_of(head, me, locale) for head in heads])
    _component()(key=key, data=data.encode(), on_compare_change=compared, on_restore_change=restored)


def entry_of(head: VersionHead, me: Me, locale: str | None) -> dict[str, Any]:
    """What one entry shows, as plain values."""
    return {
        "n": head.number,
        "name": f"Version {head.number}",
        "parent": head.parent,
        "by": head.author,
        "now": head.is_current,
        "said": f"{_when(head, me, locale)} · {_WHO[head.author]}",
        "cause": head.cause,
    }


def compared_in(state: Any) -> tuple[int, int] | None:
    """The comparison that a browser asks for, if it has the shape of one."""
    match state.get("compare"):
        case {"a": int(a), "b": int(b)}:
            return a, b
    return None


def restored_in(state: Any) -> int | None:
    """The version that a browser asks to have back."""
    match state.get("restore"):
        case int(number):
            return number
    return None


def _when(head: VersionHead, me: Me, locale: str | None) -> str:
    at = head.created_at.astimezone(zoneinfo.ZoneInfo(me.timezone))
    return f"{shown_day(at.date(), locale)}, {at:%H:%M}"


@cache
def _component() -> Any:
    here = Path(__file__)
    return st.components.v2.component(
        "planwise_timeline",
        html='<ol class="timeline"></ol>',
        css=here.with_suffix(".css").read_text("utf-8"),
        js=here.with_suffix(".js").read_text("utf-8"),
    )
