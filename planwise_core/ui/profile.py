"""Who the runner is, as forms: goal races, hard limits, legs and history. Each gives the changed `Athlete`, or None.

A form is known by what it shows: where the athlete has changed meanwhile, it begins anew with what is true now. A
button says what to do to whoever the athlete is when it is pressed, and is known by what it is about, not by its place:
pressed twice in a hurry, it does not do to the next in the row what it did to the first.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

import streamlit as st
from pydantic import ValidationError

from planwise_core.errors import BadInput
from planwise_core.training.athlete import (
    RACES,
    Athlete,
    DayLimit,
    Injury,
    Level,
    Performance,
    Priority,
    Race,
    race_name,
)
from planwise_core.training.methods import METHODS, method_of
from planwise_core.training.values import (
    WEEKDAY_NAMES,
    FirstDay,
    Value,
    Weekday,
    distance_km,
    duration_s,
    shown_clock,
    shown_distance,
    shown_span,
    weekdays_from,
)
from planwise_core.ui.style import date_format, from_units, in_units, shown_day, shown_plain

T = TypeVar("T", bound=Value)
OnSave = Callable[[Callable[[Athlete], Athlete]], None]  # gets what is to change
OTHER = "Another distance"
LEVELS: dict[Level | None, str] = {
    None: "Not said",
    "novice": "New to running, or coming back",
    "intermediate": "Running for a year or more",
    "advanced": "Years of training and racing",
}
PRIORITIES: dict[Priority, str] = {
    "A": "A, the plan is for this one",
    "B": "B, run well on the way",
    "C": "C, run as training",
}


def key_of(athlete: Athlete) -> str:
    """Another one whenever the athlete is."""
    return hashlib.sha256(athlete.model_dump_json().encode()).hexdigest()[:8]


def _named(there: Sequence[T]) -> Iterator[tuple[str, T]]:
    """Each after a name that is its own, wherever it stands."""
    seen = Counter[str]()
    for one in there:
        name = hashlib.sha256(one.model_dump_json().encode()).hexdigest()[:8]
        seen[name] += 1
        yield f"{name}_{seen[name]}", one


def _instead(there: tuple[T, ...], old: T, *new: T) -> tuple[T, ...]:
    """With `new` in the place of `old`; as they are, if `old` is there no more."""
    if old not in there:
        return there
    at = there.index(old)
    return (*there[:at], *new, *there[at + 1 :])


def changed(athlete: Athlete, **changes: Any) -> Athlete | None:
    """The athlete with these changes; None where they cannot be, and the page says why."""
    try:
        return athlete.but(**changes)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        name = str(first["loc"][0]).replace("_", " ") if first["loc"] else "this"
        st.error(f"{name.capitalize()}: {first['msg']}.", icon=":material/error:")
        return None


# --- races -------------------------------------------------------------------------------------------------------


def races(athlete: Athlete, *, today: dt.date, on_save: OnSave, locale: str | None = None) -> None:
    """The races, each with a way to change and remove it, and a form for another."""

    def instead(race: Race, *new: Race) -> None:
        on_save(lambda now: now.but(races=_instead(now.races, race, *new)))

    for name, race in sorted(_named(athlete.races), key=lambda named: named[1].date or dt.date.max):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(race_line(race, locale))
            with st.popover("Change", icon=":material/edit:", key=f"change_race_{name}"):
                new = _race_form(athlete, race, today, f"race_{name}_{key_of(athlete)}", locale)
            if new is not None:
                instead(race, new)
                st.rerun()
            st.button(
                "Remove", icon=":material/delete:", key=f"remove_race_{name}", on_click=instead, args=(race,)
            )  # fmt: skip
    if not athlete.races:
        st.markdown("No race yet: the plan is for getting fitter.")
    if len(athlete.races) < 12:
        with st.popover("Add a race", icon=":material/flag:", key="add_race"):
            new = _race_form(athlete, None, today, f"new_race_{key_of(athlete)}", locale)
        if (another := new) is not None:
            on_save(lambda now: now.but(races=(*now.races, another)))
            st.rerun()


def race_line(race: Race, locale: str | None) -> str:
    """A race as a line of Markdown."""
    what = f" · {race_name(race.distance_km)}" if race.name else ""
    day = shown_day(race.date, locale, year=True) if race.date else "no date yet"
    target = f" · target {shown_clock(race.target_s)}" if race.target_s else ""
    name = shown_plain(race.name or race_name(race.distance_km))
    return f":gray-badge[{race.priority}] **{name}**{what} · {day}{target}"


def _race_form(athlete: Athlete, race: Race | None, today: dt.date, key: str, locale: str | None) -> Race | None:
    with st.form(key, border=False):
        km = _distance("Distance", race.distance_km if race else 21.0975, key)
        day = st.date_input(
            "Date", race.date if race else None, min_value=min(today, race.date or today) if race else today,
            max_value=today + dt.timedelta(days=800), format=date_format(locale), key=f"{key}_date",
        )  # fmt: skip
        target = st.text_input(
            "Target time", shown_clock(race.target_s) if race and race.target_s else "",
            placeholder="1:45:00, if you have one", key=f"{key}_target",
        )  # fmt: skip
        usual: Priority = race.priority if race else ("B" if athlete.races else "A")
        priority = st.selectbox(
            "How important is it?", list(PRIORITIES), list(PRIORITIES).index(usual), format_func=PRIORITIES.__getitem__,
            key=f"{key}_priority",
        )  # fmt: skip
        name = st.text_input("Name", race.name if race else "", max_chars=80, key=f"{key}_name")
        if not st.form_submit_button("Save race", type="primary", key=f"{key}_save"):
            return None
    try:
        return Race(
            distance_km=_km_of(*km),
            date=day if isinstance(day, dt.date) else None,
            target_s=duration_s(target) if target.strip() else None,
            priority=priority,
            name=" ".join(name.split()),
        )
    except (BadInput, ValidationError) as error:
        st.error(_sentence(error), icon=":material/error:")
        return None


def _distance(label: str, km: float, key: str) -> tuple[str, str]:
    """The choice of a distance: a name, and what was typed for another one."""
    names = [*RACES, OTHER]
    known = race_name(km) in RACES
    name = st.selectbox(label, names, names.index(race_name(km)) if known else len(RACES), key=f"{key}_distance")
    other = st.text_input(OTHER, "" if known else f"{km:g} km", placeholder="12 km or 7.5 mi", key=f"{key}_other")
    return name, other


def _km_of(name: str, other: str) -> float:
    return distance_km(other) if name == OTHER or other.strip() else RACES[name]


def _sentence(error: BadInput | ValidationError) -> str:
    if isinstance(error, BadInput):
        return str(error)
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    return f"{str(first['loc'][0]).replace('_', ' ').capitalize()}: {first['msg']}."


# --- limits ------------------------------------------------------------------------------------------------------


def limits_form(athlete: Athlete, *, starts: FirstDay = "mon") -> Athlete | None:
    """Days, minutes and everything else a plan must keep to; `starts`: the day that is named first."""
    key, week = f"limits_{key_of(athlete)}", weekdays_from(starts)
    with st.form(key, border=False):
        free = st.pills(
            "Days you can run", week, selection_mode="multi", default=athlete.free_days, key=f"{key}_free",
            format_func=_day_name,
        )  # fmt: skip
        left, middle, right = st.columns(3)
        days = left.selectbox(
            "Running days a week", [None, *range(2, 8)], format_func=lambda days: str(days or "As it fits"),
            index=0 if athlete.days_per_week is None else athlete.days_per_week - 1, key=f"{key}_days",
        )  # fmt: skip
        long_days: list[Weekday | None] = [None, *week]
        long_day = middle.selectbox(
            "Long run on", long_days, long_days.index(athlete.long_run_day), key=f"{key}_long",
            format_func=lambda day: "As it fits" if day is None else WEEKDAY_NAMES[day],
        )  # fmt: skip
        strength = right.selectbox(
            "Strength sessions a week", range(5), athlete.strength_per_week, key=f"{key}_strength"
        )
        with st.expander("At most so many minutes on a day"):
            minutes = _minutes(athlete, week, key)
        cross = st.pills(
            "Days with other sports", week, selection_mode="multi", default=athlete.cross_days,
            format_func=_day_name, key=f"{key}_cross",
        )  # fmt: skip
        hills = st.toggle("There are hills where I run", athlete.hills, key=f"{key}_hills")
        doubles = st.toggle("Two runs a day are fine where volume asks for it", athlete.doubles, key=f"{key}_doubles")
        methods = list(METHODS.values())
        method = st.radio(
            "Methodology", methods, methods.index(method_of(athlete.method)), format_func=lambda each: each.name,
            captions=[each.says for each in methods], key=f"{key}_method",
        )  # fmt: skip
        saved = st.form_submit_button("Save limits", type="primary", key=f"{key}_save")
    if not saved:
        return None
    if len(free) < 2:
        st.error("A plan needs two days to run on at least.", icon=":material/error:")
        return None
    return changed(
        athlete, free_days=tuple(free), days_per_week=days, long_run_day=long_day, minutes=minutes,
        strength_per_week=strength, cross_days=tuple(cross), hills=hills, doubles=doubles, method=method.id,
    )  # fmt: skip


def _day_name(day: Weekday) -> str:
    return WEEKDAY_NAMES[day][:3]


def _minutes(athlete: Athlete, week: Sequence[Weekday], key: str) -> tuple[DayLimit, ...]:
    now = {limit.day: limit.minutes for limit in athlete.minutes}
    st.caption("Leave a day empty where there is no limit.")
    limits = []
    with st.container(horizontal=True):
        for day in week:
            most = st.number_input(
                WEEKDAY_NAMES[day],
                10,
                600,
                now.get(day),
                step=5,
                placeholder="–",
                key=f"{key}_minutes_{day}",
                width=120,
            )
            if most is not None:
                limits.append(DayLimit(day=day, minutes=most))
    return tuple(limits)


# --- legs and history --------------------------------------------------------------------------------------------


def about_form(athlete: Athlete, *, today: dt.date, locale: str | None = None) -> Athlete | None:
    """What the legs are used to, and what fitness is read from."""
    key, units = f"about_{key_of(athlete)}", athlete.units
    with st.form(key, border=False):
        left, right = st.columns(2)
        level = left.selectbox(
            "Experience", list(LEVELS), list(LEVELS).index(athlete.level), format_func=LEVELS.__getitem__,
            key=f"{key}_level",
        )  # fmt: skip
        weekly = right.number_input(
            f"A normal week now, {units}", 0.0, 250.0, in_units(athlete.weekly_km, units), step=1.0, format="%.1f",
            key=f"{key}_weekly",
        )  # fmt: skip
        longest = left.number_input(
            f"Longest run of the last 30 days, {units}", 0.0, 120.0, step=0.5, format="%.1f", key=f"{key}_longest",
            value=None if athlete.longest_run_km is None else in_units(athlete.longest_run_km, units),
        )  # fmt: skip
        age = right.number_input("Age", 8, 100, athlete.age, key=f"{key}_age")
        max_hr = left.number_input("Maximum heart rate, if measured", 120, 230, athlete.max_hr, key=f"{key}_hr")
        st.markdown("**A recent race or time trial**, which your paces are read from")
        recent = _recent_fields(athlete.recent, today, key, locale)
        saved = st.form_submit_button("Save", type="primary", key=f"{key}_save")
    if not saved:
        return None
    try:
        performance = _performance(*recent)
    except (BadInput, ValidationError) as error:
        st.error(_sentence(error), icon=":material/error:")
        return None
    return changed(
        athlete, level=level, age=age, max_hr=max_hr, recent=performance,
        weekly_km=_km_kept(weekly, athlete.weekly_km, athlete),
        longest_run_km=None if longest is None else _km_kept(longest, athlete.longest_run_km, athlete),
    )  # fmt: skip


def _km_kept(number: float, was: float | None, athlete: Athlete) -> float:
    """Kilometres of what was typed; a number nobody has touched keeps its decimals."""
    same = was is not None and in_units(was, athlete.units) == number
    return was if same and was is not None else round(from_units(number, athlete.units), 2)


def _recent_fields(
    recent: Performance | None, today: dt.date, key: str, locale: str | None
) -> tuple[str, str, str, dt.date | None]:
    left, right = st.columns(2)
    with left:
        name, other = _distance("Distance", recent.distance_km if recent else 10.0, key)
    time = right.text_input(
        "Time", shown_clock(recent.duration_s) if recent else "", placeholder="52:40 or 1:45:00", key=f"{key}_time"
    )
    day = right.date_input(
        "When", recent.date if recent else None, min_value=today - dt.timedelta(days=1500), max_value=today,
        format=date_format(locale), key=f"{key}_when",
    )  # fmt: skip
    return name, other, time, day if isinstance(day, dt.date) else None


def _performance(name: str, other: str, time: str, day: dt.date | None) -> Performance | None:
    if not time.strip():
        return None
    return Performance(distance_km=_km_of(name, other), duration_s=duration_s(time), date=day)


def injuries(athlete: Athlete, *, today: dt.date, on_save: OnSave, locale: str | None = None) -> None:
    """What hurts or has hurt."""

    def instead(injury: Injury, *new: Injury) -> None:
        on_save(lambda now: now.but(injuries=_instead(now.injuries, injury, *new)))

    for name, injury in _named(athlete.injuries):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            begun = f" · since {shown_day(injury.since, locale, weekday=False, year=True)}" if injury.since else ""
            level = f" · {injury.pain} of 10" if injury.pain is not None else ""
            now = ":orange-badge[hurts]" if injury.current else ":gray-badge[healed]"
            st.markdown(f"**{shown_plain(injury.name[:1].upper() + injury.name[1:])}** {now}{level}{begun}")
            st.button(
                "It is fine again" if injury.current else "It hurts again", key=f"healed_{name}", on_click=instead,
                args=(injury, injury.but(current=not injury.current)),
            )  # fmt: skip
            st.button(
                "Remove", icon=":material/delete:", key=f"remove_injury_{name}", on_click=instead, args=(injury,)
            )  # fmt: skip
    key = f"injury_{key_of(athlete)}"
    with st.popover("Add an injury", icon=":material/healing:", key="add_injury"), st.form(key, border=False):
        part = st.text_input("What hurts?", placeholder="left knee", max_chars=40, key=f"{key}_part")
        pain = st.slider("How much, 0 to 10", 0, 10, 3, key=f"{key}_pain")
        day = st.date_input("Since", today, max_value=today, format=date_format(locale), key=f"{key}_since")
        saved = st.form_submit_button("Save injury", type="primary", key=f"{key}_save")
    if saved:
        try:
            since = day if isinstance(day, dt.date) else None
            hurt = Injury(part=" ".join(part.split()).lower(), pain=pain, since=since)
        except ValidationError:
            st.error("Name the body part, such as left knee.", icon=":material/error:")
        else:
            on_save(lambda now: now.but(injuries=(*now.injuries, hurt)))
            st.rerun()


def away(athlete: Athlete, *, today: dt.date, on_save: OnSave, locale: str | None = None) -> None:
    """The times without running that are still to come, as they were told; each can be taken back."""
    coming = tuple(each for each in athlete.away if each.last >= today)
    if not coming:
        st.markdown("None. Tell your coach when you cannot run.")
    for name, each in _named(coming):
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            days = shown_span(each.first, each.last, locale)
            st.markdown(f"**{days}**" + (f" · {each.reason}" if each.reason != "other" else ""))
            st.button(
                "Remove", icon=":material/delete:", key=f"remove_away_{name}",
                on_click=lambda each=each: on_save(lambda now: now.but(away=_instead(now.away, each))),
            )  # fmt: skip


# --- what has changed --------------------------------------------------------------------------------------------


def changes_in_words(old: Athlete, new: Athlete) -> str:
    """What a runner would say of a change of their settings: the cause of the plan that follows from it."""
    said = []
    if old.races != new.races:
        goal = new.goal
        day = f" on {goal.date.day} {goal.date:%B %Y}" if goal and goal.date else ""
        said.append(f"my races: {race_name(goal.distance_km)}{day} first" if goal else "no race any more")
    if old.free_days != new.free_days:
        said.append("running days " + ", ".join(map(_day_name, new.free_days)))
    if old.days_per_week != new.days_per_week:
        said.append(f"{new.days_per_week} days a week" if new.days_per_week else "as many days a week as it fits")
    if old.long_run_day != new.long_run_day:
        said.append(f"long run on {WEEKDAY_NAMES[new.long_run_day]}" if new.long_run_day else "long run on any day")
    if old.method != new.method:
        said.append(f"methodology {method_of(new.method).name}")
    if old.weekly_km != new.weekly_km:
        said.append(f"{shown_distance(new.weekly_km, new.units)} a week now")
    if old.recent != new.recent and new.recent:
        said.append(f"{race_name(new.recent.distance_km)} in {shown_clock(new.recent.duration_s)}")
    words: dict[str, str] = {
        "minutes": "time limits", "strength_per_week": "strength", "cross_days": "other sports", "hills": "hills",
        "doubles": "two runs a day", "level": "experience", "longest_run_km": "longest run", "age": "age",
        "max_hr": "heart rate", "injuries": "injuries", "away": "days away",
    }  # fmt: skip
    said += [word for name, word in words.items() if getattr(old, name) != getattr(new, name)]
    return ("My settings have changed: " + "; ".join(said) + ".")[:200] if said else ""
