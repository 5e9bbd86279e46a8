"""A row of figures: each with its name over it and what it stands beside under it. One element for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st


class Figure(NamedTuple):
    """``Week``, ``9 of 24``, ``Base``."""

    name: str
    value: str
    under: str = ""


def figures(row: Sequence[Figure]) -> None:
    """Draws them; nothing where there are none."""
    if row:
        st.html(figures_html(row))


def figures_html(row: Sequence[Figure]) -> str:
    """A list of terms, as `look.css` lays it out."""
    cells = (
        f'<div><dt>{name}</dt><dd class="figure">{value}</dd><dd>{under}</dd></div>'
        for name, value, under in (map(escape, each) for each in row)
    )
    return f'<dl class="figures">{"".join(cells)}</dl>'
