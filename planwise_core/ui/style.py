"""The one small place of style: colour and glyph per intensity, and how numbers and dates are shown.

The colours are the Okabe-Ito set (2008, Color Universal Design), darkened until each stands at 3:1 or more against
both the light and the dark background of `.streamlit/config.toml` (WCAG 2.2, 1.4.11). Colour never speaks alone:
every intensity has a glyph too, and the four of running rise like a bar.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from planwise_core.training.plan import Phase, Workout, WorkoutType
from planwise_core.training.values import KM_PER_MILE, MONTH_FIRST, Units, shown_distance, shown_duration
from planwise_core.training.values import shown_day as shown_day  # pages take it from here


class Intensity(NamedTuple):
    """How hard a workout is, as people see it. `name` is also its CSS class."""

    name: str
    label: str
    glyph: str
    colour: str


EASY = Intensity("easy", "Easy", "▂", "#3E90BA")
LONG = Intensity("long", "Long", "━", "#2A6FB5")
STEADY = Intensity("steady", "Steady", "▄", "#BD8200")
THRESHOLD = Intensity("threshold", "Threshold", "▆", "#D9591C")
FAST = Intensity("fast", "Fast", "█", "#B13A86")
RACE = Intensity("race", "Race", "⚑", "#0A8660")
OTHER = Intensity("other", "Not running", "+", "#7C8783")
INTENSITIES = (EASY, LONG, STEADY, THRESHOLD, FAST, RACE, OTHER)

_OF_TYPE: dict[WorkoutType, tuple[Intensity, str]] = {  # and what the type is called where room is short
    "easy": (EASY, "Easy"), "recovery": (EASY, "Recover"), "easy_strides": (EASY, "Strides"),
    "run_walk": (EASY, "Run/walk"), "walk": (EASY, "Walk"), "shakeout": (EASY, "Shake"),
    "medium_long": (LONG, "Mid-long"), "long": (LONG, "Long"), "long_progression": (LONG, "Long +"),
    "long_mp": (LONG, "Long MP"), "fast_finish": (LONG, "Long +"), "back_to_back": (LONG, "Long"),
    "progression": (STEADY, "Prog."), "steady": (STEADY, "Steady"), "marathon_pace": (STEADY, "M pace"),
    "tempo": (THRESHOLD, "Tempo"), "cruise_intervals": (THRESHOLD, "Cruise"),
    "sub_threshold": (THRESHOLD, "Sub-T"), "race_pace": (THRESHOLD, "R pace"),
    "vo2_long": (FAST, "VO₂"), "vo2_short": (FAST, "VO₂"), "thirty_thirty": (FAST, "30/30"),
    "reps": (FAST, "Reps"), "hills_short": (FAST, "Hills"), "hills_long": (FAST, "Hills"),
    "fartlek": (FAST, "Fartlek"), "time_trial": (FAST, "Trial"),
    "tune_up_race": (RACE, "Race"), "race": (RACE, "Race"),
    "cross_train": (OTHER, "Cross"), "strength": (OTHER, "Gym"), "mobility": (OTHER, "Mobility"),
}  # fmt: skip

PHASE_COLOURS: dict[Phase, str] = {
    "Base": "#3E90BA", "Build": "#BD8200", "Peak": "#D9591C", "Taper": "#0A8660",
    "Race": "#0A8660", "Recovery": "#7C8783", "Maintenance": "#7C8783",
}  # fmt: skip
BEFORE, MORE, LESS = "#9AA39F", "#0A8660", "#D9591C"  # a comparison: what was, what grew, what shrank


@cache
def sheet() -> str:
    """The style sheet of every page, as HTML; each intensity's colour is a variable of its name."""
    colours = "".join(f"--{each.name}: {each.colour}; " for each in INTENSITIES)
    return f"<style>:root {{ {colours}}}\n{Path(__file__).with_name('look.css').read_text('utf-8')}</style>"


def intensity_of(kind: WorkoutType) -> Intensity:
    return _OF_TYPE[kind][0]


def short_name(kind: WorkoutType) -> str:
    """At most eight letters, for a calendar cell of a phone: ``Tempo``, ``VO₂``."""
    return _OF_TYPE[kind][1]


def in_units(km: float, units: Units) -> float:
    """The number alone, in the runner's units, to one decimal."""
    return round(km if units == "km" else km / KM_PER_MILE, 1)


def from_units(number: float, units: Units) -> float:
    """Kilometres of a number that was typed in the runner's units."""
    return number if units == "km" else number * KM_PER_MILE


def shown_size(workout: Workout, units: Units) -> str:
    """``8 km``, or ``40 min`` where it goes by time."""
    return shown_distance(workout.km, units) if workout.km is not None else shown_duration(60 * (workout.minutes or 0))


def shown_delta(km: float, units: Units) -> str:
    """``+3 km``, ``−2.5 km``, ``±0 km``: with a real minus."""
    sign = "+" if km > 0 else "−" if km < 0 else "±"
    return sign + shown_distance(abs(km), units)


def date_format(locale: str | None) -> str:
    """How a date is typed, in the words of `st.date_input`."""
    return "MM/DD/YYYY" if locale in MONTH_FIRST else "DD/MM/YYYY"


def day_format(locale: str | None) -> str:
    """How a day stands on an axis, in the words of d3: ``24 Nov``, ``Nov 24``."""
    return "%b %-d" if locale in MONTH_FIRST else "%-d %b"


def shown_text(text: str) -> str:
    """A runner's or a model's words, safe for `st.markdown`: no image is fetched, no dollar becomes a formula.

    Raw HTML is left to Streamlit, which shows it as text.
    """
    without_images = re.sub(r"!\[([^\]]*)\]\([^)]*\)", r"\1", text)
    return without_images.replace("![", "!\\[").replace("$", "\\$")


_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~:$])")


def shown_plain(text: str) -> str:
    """Words of a title or a cause as they are: no mark-up in them counts, and they stay on one line."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
