"""What charts are made of: documents of Vega-Lite, written here as they are sent, and how they are drawn.

Altair would take three hundred times as long to build one, and a hundred megabytes with the pandas it brings, so
Altair judges the documents in the tests. Rows stay inside their layer, as text: at the top of a document Streamlit
would put them through a data frame, and as values copy and parse them, at every rerun. Each chart comes with its words
(`alt`) and a table. https://vega.github.io/vega-lite/docs/
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

import streamlit as st

from planwise_core.ui.style import INTENSITIES

Spec = dict[str, Any]
Rows = list[dict[str, Any]]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
INK = "currentColor"  # the page's own text colour, by day and by night
RUNNING = [each for each in INTENSITIES if each.name != "other"]
FRAME: Spec = {  # of every document: its words close to it, no line around it, no empty band below
    "padding": {"bottom": 2},
    "config": {"view": {"strokeWidth": 0}, "axisX": {"labelPadding": 6}, "legend": {"offset": 8, "labelPadding": 5}},
}
SPARSE: Spec = {"labelAngle": 0, "labelOverlap": "parity", "ticks": False, "domain": False}  # an axis

remembered = lru_cache(maxsize=256)  # by value: what is remembered is drawn, never changed


class Drawn(NamedTuple):
    """A chart that is ready to be sent: its document, what it shows in words, and the same as an HTML table."""

    spec: Spec
    alt: str
    table: str


def drawn(spec: Spec, alt: str, rows: Rows) -> Drawn:
    """A chart of its document, and the rows that a reader of the table sees."""
    return Drawn(spec, alt, html_table(rows))


def draw(chart: Drawn, *, caption: str = "", key: str | None = None, below: str = "") -> None:
    """The chart, and under it the same as a table for whoever wants numbers; `below` is HTML to follow."""
    show(chart.spec, chart.alt, key)
    said = f"<p>{escape(caption)}</p>" if caption else ""
    st.html(f'<div class="beneath">{said}{folded(chart.table)}</div>{below}')


def titled(words: str) -> str:
    """The head of a section, as HTML; as `st.subheader` draws it."""
    return f'<h3 class="section">{escape(words)}</h3>'


def show(spec: Spec, alt: str, key: str | None) -> None:
    """A document alone. Its room is kept from the start: charts come later than the words around them."""
    st.vega_lite_chart(spec, alt=alt, key=key, width="stretch", height=spec["height"])


def folded(table: str) -> str:
    """An HTML table that is there for whoever opens it."""
    return f"<details><summary>The same as a table</summary><div>{table}</div></details>" if table else ""


def inline(rows: Sequence[Mapping[str, Any]]) -> Spec:
    """Rows inside a document, as text: Streamlit copies, writes and reads a document at every rerun, text as one."""
    return {"values": json.dumps(rows, separators=(",", ":")), "format": {"type": "json"}}


def html_table(rows: Rows) -> str:
    """The keys of the first row are the head; empty without rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{_shown(row.get(name))}</td>" for name in rows[0]) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _shown(value: Any) -> str:
    return "" if value is None else escape(str(value))


def table(rows: Rows) -> str:
    """Rows as a Markdown table; the keys of the first are the head."""
    if not rows:
        return ""
    head = list(rows[0])
    lines = [head, ["---"] * len(head), *([_cell(row.get(name)) for name in head] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return "" if value is None else str(value).replace("|", "\\|")


def amount(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "quantitative", **more}


def name_of(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "nominal", **more}


def place(field: str, **more: Any) -> Spec:
    return {"field": field, "type": "ordinal", **more}


WEEK, ORDER = place("Week"), place("order")


def bar(share: float, **more: Any) -> Spec:
    """A bar over this share of the room it has."""
    return {"type": "bar", "width": {"band": share}, **more}


def words(**more: Any) -> Spec:
    return {"type": "text", "fontSize": 12, "fontWeight": 600, "color": INK, **more}


def line(rows: Rows, x: Spec, name: str, dash: list[int], **more: Any) -> Spec:
    mark = {"type": "line", "color": INK, "strokeWidth": 1.5, "strokeDash": dash, "interpolate": "monotone", **more}
    return layer(only(rows, x["field"], name), mark, x=x, y=amount(name))


def only(rows: Rows, *fields: str) -> Rows:
    """What a layer shows of the rows: a document is written, read and weighed again at every rerun."""
    return [{field: row[field] for field in fields} for row in rows]


def layer(rows: Rows, mark: Spec, **encoding: Any) -> Spec:
    """One layer with rows of its own."""
    return {"data": inline(rows), "mark": mark, "encoding": encoding}


def finished(layers: list[Spec], height: int) -> Spec:
    """The layers as a document."""
    return {"$schema": SCHEMA, "height": height, "layer": layers, **FRAME}


def intensities(rows: Rows) -> Spec:
    """A colour for each intensity that occurs in `rows`, and what it means."""
    shown = [each for each in RUNNING if any(row["Kind"] == each.label for row in rows)]
    return name_of(
        "Kind",
        scale={"domain": [each.label for each in shown], "range": [each.colour for each in shown]},
        legend={"title": None, "orient": "bottom", "symbolType": "square", "columns": {"expr": "width > 420 ? 7 : 3"}},
    )
