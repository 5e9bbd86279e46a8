"""HTML and SVG by construction: text is escaped unless it is already `Html`, and only `tag` and `page` make that.

A page stands alone: no script, no outside reference, and a policy in its head that forbids both.
"""

from __future__ import annotations

import html
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
ROOM_ON_A_PHONE = 5  # columns
_EMPTY = frozenset({"meta", "rect", "line", "path", "circle"})

STYLE = """
:root{color-scheme:light dark;--ink:#0c1514;--soft:#55605d;--paper:#fbfaf6;--line:#dad4c6;--was:#9aa39f;--now:#66736f;
--more:#0b8a63;--less:#d9591c;--easy:#3e90ba;--long:#2a6fb5;--hard:#b13a86}
@media(prefers-color-scheme:dark){:root{--ink:#e8ece6;--soft:#a9b5b0;--paper:#0f1716;--line:#2e3b38;--now:#a9b5b0;
--was:#55605d}}
@media print{:root{--ink:#000;--soft:#444;--paper:#fff;--line:#bbb;--was:#9aa39f;--now:#66736f}
section,tr,svg{break-inside:avoid}h2,h3{break-after:avoid}main{max-width:none!important;padding:0!important}}
@page{margin:14mm}
*{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}h1,h2,h3{line-height:1.15;margin:1.6em 0 .5em}
h1{font-size:1.9rem;margin-top:0}h2{font-size:1.35rem}h3{font-size:1.05rem}p{margin:.4em 0}.soft{color:var(--soft)}
table{border-collapse:collapse;width:100%}th,td{padding:.3em .5em;border-bottom:1px solid var(--line);text-align:left;
vertical-align:top;overflow-wrap:break-word}th{color:var(--soft);font-weight:600}.n{text-align:right;white-space:nowrap}
.d{white-space:nowrap}.figures{display:flex;flex-wrap:wrap;gap:.6rem;padding:0;list-style:none}
.figures li{border:1px solid var(--line);border-radius:.5rem;padding:.5rem .8rem;min-width:8rem}
.figures b{display:block;font-size:1.35rem}svg{width:100%;height:auto;display:block;font:11px system-ui,sans-serif}
.wide{overflow-x:auto}
@media(max-width:40rem){td,th{padding:.3em .25em}.d{white-space:normal}section td:last-child{min-width:45%}
.wide svg,.wide table{min-width:35rem}}
svg text{fill:currentColor}ul{padding-left:1.2em}
"""


class Html(str):
    """Markup that is safe as it is."""

    __slots__ = ()


def tag(kind: str, /, *children: str, **attributes: object) -> Html:
    """An element; an attribute's trailing underscore is dropped (``class_``), others become dashes."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{html.escape(str(value))}"' for key, value in attributes.items()
    )
    inner = "".join(child if isinstance(child, Html) else html.escape(child) for child in children)
    return Html(f"<{kind}{said}/>" if kind in _EMPTY else f"<{kind}{said}>{inner}</{kind}>")


def together(parts: Iterable[str]) -> Html:
    """Parts after one another, each escaped unless it is markup."""
    return Html("".join(part if isinstance(part, Html) else html.escape(part) for part in parts))


def table(head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[int] = ()) -> Html:
    """A table; columns in `numbers` stand right."""

    def cells(name: str, row: Sequence[str]) -> Html:
        kinds = ({"class_": "n"} if at in numbers else {} for at in range(len(row)))
        return together(tag(name, cell, **kind) for cell, kind in zip(row, kinds, strict=True))

    body = together(tag("tr", cells("td", row)) for row in rows)
    made = tag("table", tag("thead", tag("tr", cells("th", head))), tag("tbody", body))
    return _wide(made, "Table") if len(head) > ROOM_ON_A_PHONE else made


def _wide(inside: Html, name: str) -> Html:
    """What is moved aside with a finger, or with the arrow keys, where the page is narrower than it."""
    return tag("div", inside, class_="wide", tabindex="0", role="region", aria_label=name)


def listed(items: Iterable[str], **attributes: object) -> Html:
    return tag("ul", together(tag("li", item) for item in items), **attributes)


def figures(pairs: Iterable[tuple[str, str, str]]) -> Html:
    """A row of (name, number, what to say of it)."""
    items = (together((name, tag("b", number), tag("span", said, class_="soft"))) for name, number, said in pairs)
    return listed(items, class_="figures")


def page(title: str, *body: str) -> bytes:
    """A whole document, UTF-8."""
    head = (
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name="viewport", content="width=device-width,initial-scale=1"),
        tag("title", title),
        tag("style", Html(STYLE)),
    )
    return f"<!doctype html>{tag('html', tag('head', *head), tag('body', tag('main', *body)), lang='en')}\n".encode()


class Bar(NamedTuple):
    """One place of a chart: stacked (value, CSS colour) parts, what stands behind them, and what a hover says."""

    label: str
    parts: tuple[tuple[float, str], ...]
    said: str
    behind: float | None = None


def bars(
    places: Sequence[Bar],
    alt: str,
    *,
    lines: Sequence[tuple[Sequence[float | None], str]] = (),
    height: int = 190,
) -> Html:
    """An SVG chart of bars, with `lines` over them ((values, dash) each)."""
    width, left, bottom = 760.0, 34.0, 18.0
    stacks = (max(sum(value for value, _ in each.parts), each.behind or 0) for each in places)
    ticks = _ticks(max([*stacks, *(value or 0 for line, _ in lines for value in line)], default=0.0))
    highest = ticks[-1]
    step = (width - left) / max(len(places), 1)
    room = height - bottom - 8

    def y(value: float) -> float:
        return round(8 + room * (1 - value / highest), 1)

    drawn: list[Html] = []
    for tick in ticks:
        drawn.append(tag("line", x1=left, x2=width, y1=y(tick), y2=y(tick), stroke="currentColor", stroke_opacity=0.15))
        drawn.append(tag("text", f"{tick:g}", x=left - 6, y=y(tick) + 4, text_anchor="end"))
    every = max(1, -(-len(places) * 44 // round(width)))
    for at, each in enumerate(places):
        x, top, inside = left + at * step, 0.0, [tag("title", each.said)]
        if each.behind is not None:
            inside.append(_rect(x + step * 0.08, step * 0.84, y(each.behind), y(0), "var(--was)", 0.55))
        narrow = 0.24 if each.behind is not None else 0.1
        for value, colour in each.parts:
            inside.append(_rect(x + step * narrow, step * (1 - 2 * narrow), y(top + value), y(top), colour))
            top += value
        drawn.append(tag("g", *inside))
        if at % every == 0:
            drawn.append(tag("text", each.label, x=round(x + step / 2, 1), y=height - 4, text_anchor="middle"))
    for values, dash in lines:
        points = " ".join(
            f"{left + (at + 0.5) * step:.1f},{y(value)}" for at, value in enumerate(values) if value is not None
        )
        drawn.append(
            tag("polyline", points=points, fill="none", stroke="currentColor", stroke_width=1.6, stroke_dasharray=dash)
        )
    return _wide(tag("svg", *drawn, viewBox=f"0 0 {width:g} {height}", role="img", aria_label=alt), alt)


def _ticks(highest: float) -> list[float]:
    """Round numbers from 0 to at least `highest`, three to six of them."""
    steps = (digit * 10**power for power in range(5) for digit in (1, 2, 5))
    step = next((each for each in steps if each * 5 >= highest), 1e5)
    return [float(each * step) for each in range(max(2, math.ceil(highest / step)) + 1)]


def _rect(x: float, width: float, top: float, bottom: float, colour: str, opacity: float = 1) -> Html:
    place = {"x": round(x, 1), "y": top, "width": round(width, 1), "height": round(max(bottom - top, 0), 1)}
    return tag("rect", **place, fill=colour, fill_opacity=opacity, rx=1.5)
