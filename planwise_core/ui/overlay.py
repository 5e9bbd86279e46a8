"""Two versions over one another, week by week, and how hard the running of each is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from planwise_core.training.plan import Plan, Workout
from planwise_core.training.values import Units
from planwise_core.training.versions import Comparison
from planwise_core.ui.charts import mix_of
from planwise_core.ui.style import BEFORE, LESS, MORE, in_units, shown_day
from planwise_core.ui.vega import (
    RUNNING,
    SPARSE,
    Drawn,
    Rows,
    Spec,
    amount,
    bar,
    draw,
    drawn,
    finished,
    layer,
    line,
    name_of,
    only,
    place,
    remembered,
    show,
    words,
)

ROOM_FOR_LABELS, ROOM_IN_A_CARD = 12, 8  # more than this many numbers over bars run into one another


def comparison(
    compared: Comparison,
    *,
    units: Units = "km",
    locale: str | None = None,
    small: bool = False,
    key: str | None = None,
    below: str = "",
) -> None:
    """Weekly distance and long run of two plans over one another; `small` for a card, else with HTML `below` it."""
    chart = _comparison(compared, units, locale, small)
    if small:
        show(chart.spec, chart.alt, key)
    else:
        lines = "Wide: before. Narrow: after. Lines: longest run, dotted before."
        draw(chart, caption=lines, key=key, below=below)


@remembered
def _comparison(compared: Comparison, units: Units, locale: str | None, small: bool) -> Drawn:
    rows = pair_rows(compared, units, locale)
    changed = [row for row in rows if row["Change"]]
    words = f"{units} per week before and after: {len(changed)} of {len(rows)} weeks change" + (
        "; " + ", ".join(f"{row['Week of']} {row['Change']:+g}" for row in changed[:6]) + "." if changed else "."
    )
    return drawn(comparison_spec(_near_changes(rows) if small else rows, units, small), words, rows)


def pair_rows(compared: Comparison, units: Units, locale: str | None) -> Rows:
    """One row per calendar week of either plan."""

    def shown(km: float | None) -> float | None:
        return None if km is None else in_units(km, units)

    return [
        {
            "Week of": shown_day(pair.monday, locale, weekday=False),
            "Before": shown(pair.km_before),
            "After": shown(pair.km_after),
            "Change": round((shown(pair.km_after) or 0) - (shown(pair.km_before) or 0), 1),
            "Long run before": shown(pair.long_before),
            "Long run after": shown(pair.long_after),
        }
        for pair in compared.weeks
    ]


def _near_changes(rows: Rows, room: int = 2) -> Rows:
    """The weeks from just before the first change to just after the last."""
    at = [index for index, row in enumerate(rows) if row["Change"] or row["Long run before"] != row["Long run after"]]
    return rows[max(0, at[0] - room) : at[-1] + room + 1] if at else rows[:8]


def comparison_spec(rows: Rows, units: Units, small: bool) -> Spec:
    """The Vega-Lite document of `comparison`."""
    x = place("Week of", sort=[row["Week of"] for row in rows], title=None, axis=SPARSE)
    axis = {"tickCount": 3 if small else 5, "domain": False, "ticks": False}
    more_or_less = [{"test": "datum.Change > 0", "value": MORE}, {"test": "datum.Change < 0", "value": LESS}]
    changed = [_label(row, small) for row in rows if row["Change"]]
    lines = [
        line(rows, x, "Long run before", [2, 3], opacity=0.6),
        line(rows, x, "Long run after", [1, 0], strokeWidth=2),
    ]
    layers = [
        layer(
            only(rows, "Week of", "Before"),
            bar(0.84, color=BEFORE, opacity=0.55, cornerRadius=2),
            x=x,
            y=amount("Before", title=f"{units} a week", axis=axis),
        ),
        layer(
            only(rows, "Week of", "After", "Change"),
            bar(0.42, cornerRadius=2),
            x=x,
            y=amount("After"),
            color={"condition": more_or_less, "value": "#66736F"},
        ),
        *([] if small else lines),
        layer(
            changed if len(changed) <= (ROOM_IN_A_CARD if small else ROOM_FOR_LABELS) else [],
            words(dy=-8),
            x=x,
            y=amount("top"),
            text=name_of("label"),
        ),
        layer(
            [row | {"top": max(row["Before"] or 0, row["After"] or 0)} for row in rows],
            bar(1, opacity=0),
            x=x,
            y=amount("top"),
            tooltip=[name_of("Week of"), *(amount(name, format="~r") for name in list(rows[0])[1:])],
        ),
    ]
    return finished(layers, height=150 if small else 280)


def _label(row: dict[str, Any], small: bool) -> dict[str, Any]:
    """``−17.4`` over the higher bar; ``−17`` where bars stand close."""
    change = abs(row["Change"])
    shown = f"{change:.0f}" if small and change >= 1 else f"{change:g}"
    return row | {
        "top": max(row["Before"] or 0, row["After"] or 0),
        "label": ("+" if row["Change"] > 0 else "−") + shown,
    }


def mix(plans: Mapping[str, Plan]) -> str:
    """How hard the running is: one bar of shares per plan, named by the key, and the shares in words beneath; HTML."""
    return _mix(tuple(plans.items()))


@remembered
def _mix(plans: tuple[tuple[str, Plan], ...]) -> str:
    return f'<dl class="mix">{"".join(mix_html(label, shares(plan.workouts)) for label, plan in plans)}</dl>'


def mix_html(label: str, of: Mapping[str, int]) -> str:
    """A term and its two descriptions: the bar, which words repeat, and the words."""
    there = [(each, of[each.label]) for each in RUNNING if of[each.label]]
    bar = "".join(f'<i style="flex-grow:{share};background:{each.colour}"></i>' for each, share in there)
    said = "".join(
        f'<span><i style="background:{each.colour}"></i>{each.label} {share} %</span>' for each, share in there
    )
    return f'<dt>{escape(label)}</dt><dd class="bar" aria-hidden="true">{bar}</dd><dd>{said or "Nothing to run."}</dd>'


def shares(workouts: Iterable[Workout]) -> dict[str, int]:
    """Per cent of the kilometres in each intensity."""
    sums = mix_of(workouts)
    total = sum(km for _, km in sums) or 1.0
    return {each.label: round(100 * km / total) for each, km in sums}
