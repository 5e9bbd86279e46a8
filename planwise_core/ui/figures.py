"""A row of figures: what it is, how much, and a word under it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

import streamlit as st


class Figure(NamedTuple):
    """`note` stands under the value in small letters."""

    label: str
    value: str
    note: str = ""


def figures(row: Sequence[Figure]) -> None:
    """Draws the row; on a phone the figures stay side by side. One element, where a metric each would be one each."""
    st.html('<dl class="figures">' + "".join(map(_cell, row)) + "</dl>")


def _cell(figure: Figure) -> str:
    note = f"<dd>{escape(figure.note)}</dd>" if figure.note else ""
    return f"<div><dt>{escape(figure.label)}</dt><dd><b>{escape(figure.value)}</b></dd>{note}</div>"
