"""The versions of a plan as a timeline, each with its cause in the runner's own words."""

from __future__ import annotations

import zoneinfo
from collections.abc import Callable, Sequence

import streamlit as st

from planwise_core.training.versions import Author, VersionHead
from planwise_core.ui.session import Me
from planwise_core.ui.style import shown_day, shown_plain

A_PAGE = 6
_WHO: dict[Author, str] = {
    "coach": ":material/directions_run: the coach",
    "runner": ":material/person: you",
    "house": ":material/home: PlanWise",
}


def version_line(head: VersionHead, me: Me, locale: str | None) -> str:
    """One version as a line of Markdown: number, when, who, why."""
    at = head.created_at.astimezone(zoneinfo.ZoneInfo(me.timezone or "UTC"))
    cause = f" · “{shown_plain(head.cause)}”" if head.cause else ""
    now = " :green-badge[current]" if head.is_current else ""
    return f"**Version {head.number}**{now} · {shown_day(at.date(), locale)}, {at:%H:%M} · {_WHO[head.author]}{cause}"


def timeline(
    heads_to: Callable[[int], Sequence[VersionHead]],
    newest: int,
    me: Me,
    *,
    on_compare: Callable[[int, int], None],
    on_restore: Callable[[int], None],
    locale: str | None = None,
) -> None:
    """Newest first, a page at a time: `heads_to` gives that many of the newest, of which there are `newest`.

    `on_compare` gets a version's parent and the version, `on_restore` a version.
    """
    pages = -(-newest // A_PAGE)
    page = st.pagination(pages, key="versions_page") if pages > 1 else 1
    for head in heads_to(page * A_PAGE)[(page - 1) * A_PAGE :]:
        with st.container(border=True, horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(version_line(head, me, locale))
            if head.parent is not None:
                st.button(
                    f"Compare with {head.parent}",
                    icon=":material/compare:",
                    key=f"compare_{head.number}",
                    on_click=on_compare,
                    args=(head.parent, head.number),
                )
            if not head.is_current:
                st.button(
                    "Restore",
                    icon=":material/restore:",
                    key=f"restore_{head.number}",
                    on_click=on_restore,
                    args=(head.number,),
                )
