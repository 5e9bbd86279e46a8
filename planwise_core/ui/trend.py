"""Safety over the versions: the largest steps and what the checks object to, in words and as charts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from planwise_core.training.risk import ALLOWED, Risk, turning_points
from planwise_core.training.values import Units
from planwise_core.training.versions import VersionHead
from planwise_core.ui.style import FAST, LESS, LONG
from planwise_core.ui.vega import FRAME, INK, Rows, Spec, folded, html_table, inline, show

FIRST_LOOK = 30  # versions: more are worked out only when they are asked for
Trend = Sequence[tuple[VersionHead, Risk]]
_STEPS = (("Longest run", LESS), ("Week", LONG.colour))
_COUNTS = (("Serious", FAST.colour), ("Warnings", "#BD8200"), ("Notes", "#7C8783"))


@st.fragment
def safety_trend(trend: Callable[[int | None], Trend], count: int, units: Units) -> None:
    """What the newest of `count` versions did to the risk: in words, as charts and as a table; all of them on demand.

    `trend` gives so many of the newest versions (None: all), oldest first.
    """
    st.subheader("Is it getting safer?", anchor=False)
    every = count > FIRST_LOOK and st.toggle(f"All {count} versions", key="whole_trend")
    with st.spinner("Looking through the versions…", show_time=True):
        risks = _risks(trend, None if every else FIRST_LOOK)
        steps, counts, rows = _drawn(risks)
    st.markdown(said(risks, units))
    left, right = st.columns(2)
    with left:
        st.caption(f"Largest step of a run and of a week, in %. Dashed: {ALLOWED} %, from where the checks warn.")
        show(steps, f"Largest steps by version. {said(risks, units)}", "steps")
    with right:
        st.caption("What the safety checks object to, all weeks of each version.")
        show(counts, "Findings by version and severity.", "counts")
    note = (
        "Every version is judged as a whole and by what is known of you today; one that has been replaced, "
        "without the days off you told of after it was made."
    )
    st.html(f'<div class="beneath"><p>{note}</p>{folded(html_table(rows))}</div>')


def _risks(trend: Callable[[int | None], Trend], limit: int | None) -> tuple[tuple[int, Risk], ...]:
    return tuple((head.number, risk) for head, risk in trend(limit))


@lru_cache(maxsize=64)
def said(risks: tuple[tuple[int, Risk], ...], units: Units) -> str:
    """What changed the risk, in at most three sentences."""
    return " ".join(turning_points(risks, units)) or calm(risks[-1][1])


@lru_cache(maxsize=64)
def _drawn(risks: tuple[tuple[int, Risk], ...]) -> tuple[Spec, Spec, Rows]:
    rows = [row_of(number, risk) for number, risk in risks]
    steps = [
        {"Version": row["Version"], "Of": name, "value": row[f"{name}, %"]}
        for row in rows
        for name, _ in _STEPS
        if row[f"{name}, %"] is not None
    ]
    counts = [{"Version": row["Version"], "Of": name, "value": row[name]} for row in rows for name, _ in _COUNTS]
    return _lines(steps), _bars(counts), rows


def row_of(number: int, risk: Risk) -> dict[str, Any]:
    """One version as the table shows it."""
    return {
        "Version": number,
        "Longest run, %": risk.run_step.percent if risk.run_step else None,
        "Week, %": risk.week_step.percent if risk.week_step else None,
        "Serious": risk.errors,
        "Warnings": risk.warnings,
        "Notes": risk.notes,
    }


def calm(risk: Risk) -> str:
    """What is said where no version changed much."""
    steps = [
        f"the largest {name} is {step.percent} %"
        for name, step in (("single-run step", risk.run_step), ("weekly step", risk.week_step))
        if step
    ]
    return "No version changed the risk by much" + (": " + ", ".join(steps) if steps else "") + "."


def _lines(rows: Rows) -> Spec:
    line = {
        "mark": {"type": "line", "point": {"size": 28}, "strokeWidth": 2.5, "interpolate": "step-after"},
        "encoding": {
            "x": _version(),
            "y": _value("%"),
            "color": _colours(_STEPS, "stroke"),
            "strokeDash": {  # where both are the same, one is seen through the other
                "field": "Of",
                "type": "nominal",
                "legend": None,
                "scale": {"domain": [name for name, _ in _STEPS], "range": [[1, 0], [4, 6]]},
            },
            "tooltip": [{"field": name} for name in ("Version", "Of", "value")],
        },
    }
    warning = {
        "mark": {"type": "rule", "strokeDash": [4, 4], "color": INK, "opacity": 0.6},
        "encoding": {"y": {"datum": ALLOWED, "type": "quantitative"}},
    }
    return _spec(rows, line, warning)


def _bars(rows: Rows) -> Spec:
    bar = {
        "mark": {"type": "bar", "width": {"band": 0.8}},
        "encoding": {
            "x": _version(),
            "y": _value("findings"),
            "color": _colours(_COUNTS),
            "tooltip": [{"field": name} for name in ("Version", "Of", "value")],
        },
    }
    return _spec(rows, bar)


def _spec(rows: Rows, *layers: Spec) -> Spec:
    first, *others = layers
    first["data"] = inline(rows)
    for other in others:
        other["data"] = {"values": [{}]}
    return {"layer": [first, *others], "height": 240, **FRAME}


def _version() -> Spec:
    axis = {"labelAngle": 0, "labelOverlap": "parity", "ticks": False, "domain": False}
    return {"field": "Version", "type": "ordinal", "title": "version", "axis": axis}


def _value(title: str) -> Spec:
    return {
        "field": "value",
        "type": "quantitative",
        "title": title,
        "axis": {"tickCount": 4, "tickMinStep": 1, "domain": False, "ticks": False},
    }


def _colours(kinds: Sequence[tuple[str, str]], symbol: str = "square") -> Spec:
    return {
        "field": "Of",
        "type": "nominal",
        "scale": {"domain": [name for name, _ in kinds], "range": [colour for _, colour in kinds]},
        "legend": {"title": None, "orient": "bottom", "columns": 3, "symbolType": symbol},
    }
