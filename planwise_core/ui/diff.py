"""How two plans differ, on one screen: figures, chart, a calendar with the changes in place, and a list.

The calendar shows only weeks in which something changes. A move is drawn as a move: a ghost where the workout was,
the workout where it is, an arrow between them.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from planwise_core.training.plan import Plan, Workout, long_run_km, week_km, weekly_km
from planwise_core.training.values import FirstDay, Units, monday_of, row_of, shown_distance
from planwise_core.training.versions import Comparison, Difference, DifferenceKind
from planwise_core.ui import overlay
from planwise_core.ui.calendar import by_row, chip_of, day_of, draw, frame_of, heading
from planwise_core.ui.figures import Figure, figures
from planwise_core.ui.style import (
    LESS,
    MORE,
    PHASE_COLOURS,
    short_name,
    shown_day,
    shown_delta,
    shown_plain,
    shown_size,
)
from planwise_core.ui.vega import remembered, titled

A_SCREEN = 7  # weeks: more are scrolled on their own
FEW = 12  # changes that are read without asking for more
SIGNS: dict[DifferenceKind, str] = {"moved": "→", "changed": "~", "added": "+", "dropped": "×"}


def diff(
    before: Plan,
    after: Plan,
    compared: Comparison,
    *,
    names: tuple[str, str],
    units: Units = "km",
    locale: str | None = None,
    starts: FirstDay = "mon",
    key: str = "diff",
) -> None:
    """The whole comparison of two plans; `names` are what they are called."""
    if not compared.differences and before == after:
        st.info(f"{names[0]} and {names[1]} are the same plan.")
        return
    figures(in_figures(before, after, compared, units))
    mix = titled("How hard the running is") + overlay.mix({names[0]: before, names[1]: after})
    changes = titled("What changes, week by week") if compared.differences else ""
    overlay.comparison(compared, units=units, locale=locale, below=mix + changes)
    if compared.differences:
        changed_weeks(after, compared, units=units, locale=locale, starts=starts, key=f"{key}_weeks")
        change_list(compared, units=units, locale=locale, key=f"{key}_list")


@remembered
def in_figures(before: Plan, after: Plan, compared: Comparison, units: Units) -> tuple[Figure, ...]:
    """The row of figures. More is neither good nor bad, so no delta has a colour."""
    longest = [long_run_km(plan.workouts) for plan in (before, after)]
    peaks = [max(weekly_km(plan)) for plan in (before, after)]
    total, found = sum(weekly_km(after)), []
    for label, km, delta in (
        ("Whole plan", total, compared.km_delta),
        ("Peak week", peaks[1], peaks[1] - peaks[0]),
        ("Longest run", longest[1], longest[1] - longest[0]),
    ):
        more = "the same" if abs(delta) < 0.05 else shown_delta(delta, units)
        found.append(Figure(label, shown_distance(km if km < 100 else round(km), units), more))
    weeks = len({monday_of(each.date) for each in compared.differences})
    return (*found, Figure("Changes", str(len(compared.differences)), f"in {weeks} week{'s' * (weeks != 1)}"))


def summary(compared: Comparison, units: Units) -> str:
    """``2 moved, 1 added, −3.5 km``."""
    parts = [f"{compared.count(kind)} {kind}" for kind in SIGNS if compared.count(kind)]
    return ", ".join([*parts, shown_delta(compared.km_delta, units)])


def changed_weeks(
    after: Plan,
    compared: Comparison,
    *,
    units: Units = "km",
    locale: str | None = None,
    starts: FirstDay = "mon",
    key: str,
    most: int | None = None,
) -> None:
    """The calendar of changed weeks, the first `most` of them."""
    draw(_drawn(after, compared, units, locale, most, starts), key)


@lru_cache(maxsize=256)
def _drawn(
    after: Plan, compared: Comparison, units: Units, locale: str | None, most: int | None, starts: FirstDay
) -> str:
    return json.dumps(weeks_of(after, compared, units, locale, most, starts), separators=(",", ":"))


def weeks_of(
    after: Plan,
    compared: Comparison,
    units: Units,
    locale: str | None,
    most: int | None = None,
    starts: FirstDay = "mon",
) -> dict[str, Any]:
    """What the calendar of changes shows, as plain values."""
    marked: dict[dt.date, list[dict[str, Any]]] = defaultdict(list)
    links = []
    for each in compared.differences:
        for day, chip in _chips(each, units, locale):
            marked[day].append(chip)
        if each.kind == "moved" and each.before and each.after:
            links.append((f"{each.before.id}:from", f"{each.after.id}:to"))
    touched = {each.after.id for each in compared.differences if each.after}
    for workout in after.workouts:
        if workout.id not in touched:
            marked[workout.date].append(chip_of(workout, units, locale, mark="same"))
    rows = by_row(after, starts)
    deltas = changed_rows(compared.differences, starts)
    now = {first: week_km(rows.get(first, ())) for first in {*rows, *deltas}}
    peak = max(max(km, km - deltas.get(first, 0)) for first, km in now.items()) or 1
    weeks = [
        {
            **heading(after, first, locale),
            "colour": MORE if delta > 0.05 else LESS if delta < -0.05 else PHASE_COLOURS["Base"],
            "km": shown_distance(now[first], units),
            "note": shown_delta(delta, units) if abs(delta) >= 0.05 else "",
            "share": round(now[first] / peak, 3),
            "now": False,
            "days": [
                day_of(day, None, locale, marked[day], starts)
                for day in (first + dt.timedelta(days=offset) for offset in range(7))
            ],
        }
        for first, delta in list(deltas.items())[:most]
    ]
    return frame_of("Changed weeks", weeks, starts, links=links, tall=len(weeks) > A_SCREEN)


def changed_rows(found: Sequence[Difference], starts: FirstDay) -> dict[dt.date, float]:
    """The rows of a calendar in which something changes, each by its first day and with its change in km."""
    deltas: dict[dt.date, float] = defaultdict(float)
    for each in found:
        for end, sign in ((each.before, -1), (each.after, 1)):
            if end is not None:
                deltas[row_of(end.date, starts)] += sign * end.run_km
    return dict(sorted(deltas.items()))


def _chips(each: Difference, units: Units, locale: str | None) -> list[tuple[dt.date, dict[str, Any]]]:
    """The cells of one difference: one, or two for a move."""
    was, now = each.before, each.after
    if each.kind == "moved" and was and now:
        ghost = _marked(was, "left", SIGNS["moved"], units, locale, key=f"{was.id}:from")
        ghost["aria"] = f"{was.title} moves from {shown_day(was.date, locale)} to {shown_day(now.date, locale)}"
        came = _marked(now, "moved", SIGNS["moved"], units, locale, key=f"{now.id}:to", **_was(was, now, units))
        return [(was.date, ghost), (now.date, came)]
    if each.kind == "changed" and was and now:
        return [(now.date, _marked(now, "changed", SIGNS["changed"], units, locale, **_was(was, now, units)))]
    workout = now or was
    assert workout is not None  # noqa: S101 - a difference has a before or an after
    return [(workout.date, _marked(workout, each.kind, SIGNS[each.kind], units, locale))]


def _marked(workout: Workout, mark: str, glyph: str, units: Units, locale: str | None, **more: Any) -> dict[str, Any]:
    chip = chip_of(workout, units, locale, mark=mark, **more)
    return chip | {"glyph": glyph, "aria": f"{mark}: {chip['aria']}"}


def _was(was: Workout, now: Workout, units: Units) -> dict[str, str]:
    """What is struck through: the old size, or the old name where that is what changed; and where room is short."""
    size = shown_size(was, units) if shown_size(was, units) != shown_size(now, units) else ""
    short = short_name(was.type) if short_name(was.type) != short_name(now.type) else size
    return {"was": was.title if was.title != now.title else size, "was_short": short}


def change_list(compared: Comparison, *, units: Units = "km", locale: str | None = None, key: str) -> None:
    """The changes as sentences, by date or by size."""
    order = st.segmented_control(
        "Sort the changes", ["By date", "By distance"], default="By date", key=key, label_visibility="collapsed"
    )
    lines = _listed(compared, order == "By distance", units, locale)
    st.markdown("\n".join(lines[:FEW]))
    if len(lines) > FEW:
        with st.expander(f"{len(lines) - FEW} more changes", type="compact"):
            st.markdown("\n".join(lines[FEW:]))


@lru_cache(maxsize=256)
def _listed(compared: Comparison, by_distance: bool, units: Units, locale: str | None) -> list[str]:
    found: Sequence[Difference] = compared.differences
    if by_distance:
        found = sorted(found, key=lambda each: -abs(each.km_delta))
    return [f"- {sentence(each, units, locale)}" for each in found]


def sentence(each: Difference, units: Units, locale: str | None) -> str:
    """One difference as Markdown: ``→ moved **Long run** Sun 6 Dec → Fri 4 Dec``, ``× dropped **Tempo** … (−8 km)``."""
    was, now = each.before, each.after
    workout = now or was
    assert workout is not None  # noqa: S101 - a difference has a before or an after
    start = f"{shown_plain(SIGNS[each.kind])} {each.kind} **{shown_plain(workout.title)}**"
    km = shown_delta(each.km_delta, units).replace(" ", "\u00a0")  # or a phone breaks it before the unit
    delta = f" ({km})" if abs(each.km_delta) >= 0.05 else ""
    if each.kind == "moved" and was and now:
        changed = f", {_from_to(was, now, units)}" if each.altered else ""
        return f"{start} {shown_day(was.date, locale)} → {shown_day(now.date, locale)}{changed}{delta}"
    if was and now:
        return f"{start} on {shown_day(now.date, locale)}, {_from_to(was, now, units)}{delta}"
    return f"{start} on {shown_day(workout.date, locale)}{delta or f', {shown_size(workout, units)}'}"


def _from_to(was: Workout, now: Workout, units: Units) -> str:
    """What is different inside one workout, in words."""
    parts = []
    if was.title != now.title:
        parts.append(f"was {shown_plain(was.title)}")
    if shown_size(was, units) != shown_size(now, units):
        sizes = (shown_size(each, units).replace(" ", "\u00a0") for each in (was, now))  # kept from breaking, as above
        parts.append(" → ".join(sizes))
    if not parts:
        parts.append("other steps" if was.steps != now.steps else "other notes")
    return ", ".join(parts)
