"""One workout, opened: how long, how hard, step by step."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from planwise_core.training.plan import Repeat, Step, StepKind, Workout
from planwise_core.training.values import Units, shown_distance, shown_duration, shown_pace
from planwise_core.ui.style import EASY, Intensity, intensity_of, shown_day, shown_plain, shown_size, shown_text

_NAMES: dict[StepKind, str] = {
    "warmup": "Warm up", "active": "Run", "interval": "Run", "recovery": "Recover", "rest": "Rest",
    "cooldown": "Cool down",
}  # fmt: skip
_HEIGHT: dict[StepKind, int] = {  # per cent of the bar: effort, so that the shape can be read at a glance
    "warmup": 45, "active": 65, "interval": 100, "recovery": 28, "rest": 12, "cooldown": 40,
}  # fmt: skip
EASY_S_PER_M = 0.36  # 6:00 /km: only to give a step by distance a width beside one by time


def workout(
    shown: Workout,
    *,
    units: Units = "km",
    locale: str | None = None,
    why: str = "",
    titled: bool = True,
    over: str = "",
    under: str = "",
) -> None:
    """The whole of one workout; not `titled` where its title stands over it already.

    `over` and `under` are Markdown to stand around it.
    """
    title = f"#### {shown_plain(shown.title)}" if titled else ""
    st.markdown(_paragraphs(over, title, summary(shown, units, locale)))
    if len(shown.steps) > 1:  # one step has no shape
        st.html(profile(shown))
    reason = f"**Why** {shown_text(why)}" if why else ""
    if words := _paragraphs(steps_text(shown, units), shown_text(shown.notes), reason, under):
        st.markdown(words)


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(filter(None, parts))


def summary(shown: Workout, units: Units, locale: str | None) -> str:
    """When, how long and how hard, on one line."""
    time = f" · about {shown_duration(60 * shown.minutes)}" if shown.minutes and shown.km is not None else ""
    label = intensity_of(shown.type).label.lower()
    return f"{shown_day(shown.date, locale)} · **{shown_size(shown, units)}**{time} · {label}"


def steps_text(shown: Workout, units: Units) -> str:
    """The steps as a Markdown list."""
    return "\n".join(f"- {_item(item, units)}" for item in shown.steps)


def _item(item: Step | Repeat, units: Units) -> str:
    if isinstance(item, Repeat):
        return f"**{item.count} ×** " + ", then ".join(step_text(step, units) for step in item.steps)
    return step_text(item, units)


def step_text(step: Step, units: Units) -> str:
    """``Run 1600 m at 4:45–4:52 /km``: repetitions are counted in metres, as on a track."""
    words = [f"**{_NAMES[step.kind]}**"]
    if step.metres:
        is_lap = units == "km" and step.metres % 1000 and step.metres <= 2000 and step.kind == "interval"
        short = step.metres < 1000 or is_lap
        words.append(f"{step.metres} m" if short else shown_distance(step.metres / 1000, units))
    if step.seconds:
        words.append(f"{step.seconds} s" if step.seconds < 100 else shown_duration(step.seconds))
    if step.pace:
        fast, slow = (shown_pace(pace, units) for pace in step.pace)
        words.append(f"at {fast}" if fast == slow else f"at {fast.split(' ')[0]}–{slow}")
    elif step.hr:
        words.append(f"at {step.hr[0]}–{step.hr[1]} % of maximum heart rate")
    effort = ", effort\u00a0" + "–\u2060".join(str(end) for end in dict.fromkeys(step.rpe)) if step.rpe else ""
    note = f" ({shown_plain(step.note)})" if step.note else ""
    return " ".join(words) + effort + note


def profile(shown: Workout) -> str:
    """The steps as a strip of bars: width is time, height effort. HTML with nothing in it but numbers and colours."""
    bars = "".join(
        f'<i style="flex:{seconds:.0f};height:{_HEIGHT[kind]}%;background:{_colour(kind, shown).colour};'
        'border-radius:3px 3px 0 0"></i>'
        for kind, seconds in _stretches(shown)
    )
    return (
        '<div role="img" aria-label="The steps as bars: width is time, height is effort" '
        f'style="display:flex;align-items:flex-end;gap:2px;height:3.5rem;overflow:hidden">{bars}</div>'
    )


def _colour(kind: StepKind, shown: Workout) -> Intensity:
    return intensity_of(shown.type) if kind in {"active", "interval"} else EASY


def _stretches(shown: Workout) -> Iterator[tuple[StepKind, float]]:
    for item in shown.steps:
        steps, count = (item.steps, item.count) if isinstance(item, Repeat) else ((item,), 1)
        for step in steps * count:
            yield step.kind, _seconds(step)


def _seconds(step: Step) -> float:
    if step.seconds:
        return step.seconds
    if step.metres:
        return step.metres * (sum(step.pace) / 2000 if step.pace else EASY_S_PER_M)
    return 300  # until the runner says so
