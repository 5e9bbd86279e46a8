"""A plan as a calendar: colour and glyph by intensity, today marked, workouts that can be moved.

A row is a training week, from Monday. Where the runner's calendars start on Sunday it is not: a row is then called by
its dates, has the kilometres of its own days, and says which training week begins in it.

What is drawn is decided here, as values (`calendar_of`); `calendar.js` draws it and reports what was done to it.
A move that comes back is only a wish: whoever receives it checks it like any other edit.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Collection
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal

import streamlit as st

from planwise_core.training.plan import Plan, Workout, week_km
from planwise_core.training.values import (
    WEEKDAY_NAMES,
    WEEKDAYS,
    FirstDay,
    Units,
    Weekday,
    row_of,
    shown_distance,
    shown_span,
    weekday_of,
    weekdays_from,
)
from planwise_core.training.workouts import HARD
from planwise_core.ui.style import INTENSITIES, LONG, PHASE_COLOURS, intensity_of, short_name, shown_day, shown_size

Moved = Callable[[str, int, Weekday], None]
Only = Literal["hard", "long", "open"]
WORDS = {
    "carrying": "Picked up. Choose a day with the arrow keys, Enter puts it down, Escape leaves it.",
    "closed": "Nothing can be planned on this day.",
    "moved": "Put down.",
    "stayed": "Left where it was.",
}


@cache
def _component() -> Any:
    here = Path(__file__)
    colours = "".join(f".{each.name} {{ --c: {each.colour}; }}\n" for each in INTENSITIES)
    return st.components.v2.component(
        "planwise_calendar",
        html='<div class="calendar">\n<div class="live" aria-live="assertive"></div>\n</div>',
        css=colours + here.with_suffix(".css").read_text("utf-8"),
        js=here.with_suffix(".js").read_text("utf-8"),
    )


def calendar(
    plan: Plan,
    *,
    today: dt.date,
    units: Units = "km",
    locale: str | None = None,
    done: Collection[str] = (),
    only: Only | None = None,
    starts: FirstDay = "mon",
    on_open: Callable[[str], None] | None = None,
    on_move: Moved | None = None,
    key: str = "calendar",
) -> None:
    """Draws `plan`. `on_open` gets the id of a workout, `on_move` an id, a week number and a weekday."""
    draw(_drawn(plan, today, units, locale, frozenset(done), on_move is not None, only, starts), key, on_open, on_move)


@lru_cache(maxsize=256)
def _drawn(
    plan: Plan,
    today: dt.date,
    units: Units,
    locale: str | None,
    done: frozenset[str],
    movable: bool,
    only: Only | None,
    starts: FirstDay,
) -> str:
    how: dict[str, Any] = {"units": units, "locale": locale, "only": only, "starts": starts}
    return json.dumps(calendar_of(plan, today, done=done, movable=movable, **how), separators=(",", ":"))


def draw(data: str, key: str, on_open: Callable[[str], None] | None = None, on_move: Moved | None = None) -> None:
    """Draws weeks that were made by `calendar_of` or by a comparison, as JSON: made once, sent often.

    What is moved stands in the browser where it was put before it is asked for. Every answer is therefore new data,
    also the answer that nothing has changed: it is numbered.
    """
    answers = f"{key}_answers"

    def opened() -> None:
        name = opened_in(st.session_state[key])
        if on_open and name:
            on_open(name)

    def moved() -> None:
        wish = moved_in(st.session_state[key])
        if on_move and wish:
            on_move(*wish)
        st.session_state[answers] = st.session_state.get(answers, 0) + 1

    # As bytes: of anything else Streamlit asks whether it is a data frame, and loads eighty megabytes to find out.
    numbered = f'{{"answer": {st.session_state.get(answers, 0)}, {data[1:]}'.encode()
    _component()(key=key, data=numbered, on_selected_change=opened, on_moved_change=moved)


def opened_in(state: Any) -> str | None:
    """The workout that a browser says was opened: ``w3-tue#2``, the second opening, is ``w3-tue``."""
    selected = state.get("selected")
    return selected.split("#")[0][:40] if isinstance(selected, str) else None


def moved_in(state: Any) -> tuple[str, int, Weekday] | None:
    """The move that a browser asks for, if it has the shape of one."""
    match state.get("moved"):
        case {"id": str(name), "week": int(week), "day": str(day)} if day in WEEKDAYS:
            return name[:40], week, day
    return None


def calendar_of(
    plan: Plan,
    today: dt.date,
    *,
    units: Units = "km",
    locale: str | None = None,
    done: Collection[str] = (),
    movable: bool = True,
    only: Only | None = None,
    starts: FirstDay = "mon",
) -> dict[str, Any]:
    """What the calendar shows, as plain values; weeks keep their totals where `only` leaves workouts out."""

    def chip(workout: Workout) -> dict[str, Any]:
        past = workout.date < today
        may_move = movable and not past and workout.id not in done and workout.type != "race"
        return chip_of(workout, units, locale, done=workout.id in done, past=past, movable=may_move)

    rows = by_row(plan, starts)
    peak = max(map(week_km, rows.values())) or 1.0
    weeks = []
    for first, workouts in rows.items():
        head, km = heading(plan, first, locale), week_km(workouts)
        days = []
        for day in (first + dt.timedelta(days=offset) for offset in range(7)):
            items = [chip(each) for each in workouts if each.date == day and is_shown(each, only, today, done)]
            may_come = max(today, plan.start_date) <= day <= plan.end_date
            cell = day_of(day, today, locale, items, starts, open_=may_come)
            days.append(cell if plan.week_of(day) == head["n"] else {**cell, "week": plan.week_of(day)})
        weeks.append(
            {
                **head,
                "colour": PHASE_COLOURS[plan.weeks[min(head["n"], len(plan.weeks)) - 1].phase],
                "km": shown_distance(km, units),
                "share": round(km / peak, 3),
                "now": first == row_of(today, starts),
                "days": days,
            }
        )
    return frame_of(f"Training plan: {plan.goal}", weeks, starts, tall=True)


def by_row(plan: Plan, starts: FirstDay) -> dict[dt.date, tuple[Workout, ...]]:
    """The workouts in each row of a plan's calendar, by the row's first day."""
    begin = row_of(plan.start_date, starts)
    rows: dict[dt.date, list[Workout]] = {
        begin + dt.timedelta(days=days): [] for days in range(0, (plan.end_date - begin).days + 1, 7)
    }
    for workout in plan.workouts:
        rows[row_of(workout.date, starts)].append(workout)
    return {first: tuple(workouts) for first, workouts in rows.items()}


def heading(plan: Plan, first: dt.date, locale: str | None) -> dict[str, Any]:
    """What stands beside the row from `first` on; `n` is the training week whose Monday is in it."""
    number = plan.week_of(first + dt.timedelta(days=-first.weekday() % 7))
    inside = 1 <= number <= len(plan.weeks)
    phase: str = plan.weeks[number - 1].phase if inside else ""
    if first.weekday() == 0:
        name = f"Week {number}" if inside else "Before" if number < 1 else "After"
    else:
        name = shown_span(first, first + dt.timedelta(days=6), locale)
        if inside:
            phase += f" · week {number} from Mon"
        elif number == len(plan.weeks) + 1:
            phase = f"{plan.weeks[-1].phase} · week {number - 1} to Sun"
    return {"n": number, "name": name, "phase": phase}


def is_shown(workout: Workout, only: Only | None, today: dt.date, done: Collection[str]) -> bool:
    """Whether a workout is of the kind looked for; open is what is still to be run, today's included."""
    match only:
        case "hard":
            return workout.type in HARD
        case "long":
            return intensity_of(workout.type) is LONG
        case "open":
            return workout.date >= today and workout.id not in done
    return True


def frame_of(label: str, weeks: list[dict[str, Any]], starts: FirstDay, **more: Any) -> dict[str, Any]:
    """Weeks with everything around them."""
    names = [WEEKDAY_NAMES[day][:3] for day in weekdays_from(starts)]
    return {"label": label, "corner": "Week", "names": names, "weeks": weeks, "words": WORDS, **more}


def day_of(
    day: dt.date,
    today: dt.date | None,
    locale: str | None,
    items: list[dict[str, Any]],
    starts: FirstDay,
    open_: bool = False,
) -> dict[str, Any]:
    """One cell; `open_`: a workout may be put here."""
    first = day.day == 1 or weekday_of(day) == starts
    return {
        "day": weekday_of(day),
        "label": shown_day(day, locale, weekday=False) if first else str(day.day),
        "aria": shown_day(day, locale) + (", today" if day == today else ""),
        "today": day == today,
        "past": today is not None and day < today,
        "open": open_,
        "items": items,
    }


def chip_of(workout: Workout, units: Units, locale: str | None, **more: Any) -> dict[str, Any]:
    """One workout in a cell."""
    intensity, size = intensity_of(workout.type), shown_size(workout, units)
    said = [workout.title, size, intensity.label.lower(), shown_day(workout.date, locale)]
    if more.get("done"):
        said.append("done")
    if more.get("movable"):
        said.append("press m to move")
    return {
        "id": workout.id,
        "kind": intensity.name,
        "glyph": intensity.glyph,
        "title": workout.title,
        "short": short_name(workout.type),
        "size": size,
        "aria": ", ".join(said),
        **more,
    }
