"""The runner's paces and race times, and what heat, height and a break would make of them."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from planwise_core.errors import PlanWiseError
from planwise_core.training.athlete import race_name
from planwise_core.training.conditions import Weather
from planwise_core.training.outlook import FOOT_M, Conditions, Outlook
from planwise_core.training.paces import Zone
from planwise_core.training.values import Units
from planwise_core.ui.style import shown_plain
from planwise_core.ui.vega import Rows, table

FOR: dict[Zone, str] = {
    "E": "Easy and long runs",
    "M": "Marathon pace",
    "T": "Threshold, tempo",
    "I": "Intervals of 3 to 5 minutes",
    "R": "Short repetitions",
}


def outlook_folded(ask: Callable[[Conditions], Outlook], units: Units) -> None:
    """Folded; worked out when it is opened, by `ask`."""
    box = st.expander("Your paces and race times", icon=":material/speed:", key="outlook", on_change="rerun")
    if not box.open:
        return
    with box:
        given = _conditions(units)
        try:
            found = ask(given)
        except PlanWiseError as error:
            st.info(shown_plain(str(error)), icon=":material/info:")
            return
        left, right = st.columns(2, gap="medium")
        left.markdown(table(pace_rows(found, units)))
        right.markdown(table(race_rows(found)))
        ranges = ["A range where one time would be a promise."] if any(each.is_range for each in found.races) else []
        st.caption(" ".join([*found.notes, *ranges]))


def pace_rows(found: Outlook, units: Units) -> Rows:
    """One row per training zone."""
    return [{"For": FOR[zone], "Pace": pace} for zone, pace in found.paces.shown(units).items()]


def race_rows(found: Outlook) -> Rows:
    """One row per distance."""
    return [{"Race": race_name(each.distance_m / 1000), "Time": each.shown()} for each in found.races]


def weather(units: Units, key: str) -> Weather | None:
    """Asks for the weather, in °F where distances are miles; None while it is not told."""
    unit, low, high = ("°F", -40.0, 130.0) if units == "mi" else ("°C", -40.0, 54.0)
    with st.container(horizontal=True):
        temperature = st.number_input(
            f"Temperature ({unit})", low, high, None, 1.0, format="%.0f", key=f"{key}_temperature", width=145
        )
        dew_point = st.number_input(
            f"Dew point ({unit})",
            low,
            high,
            None,
            1.0,
            format="%.0f",
            key=f"{key}_dew_point",
            width=145,
            help="In any weather report; it says how humid the air is.",
        )
    if temperature is None:
        return None
    dew_point = temperature - _DRY[units] if dew_point is None else dew_point
    if units == "mi":
        temperature, dew_point = (temperature - 32) / 1.8, (dew_point - 32) / 1.8
    return Weather(temperature_c=temperature, dew_point_c=min(dew_point, 40))


_DRY: dict[Units, float] = {"km": 10.0, "mi": 18.0}  # a dew point that is not told lies so far below: half humid


def _conditions(units: Units) -> Conditions:
    with st.popover("Hot, high, or after a break?", icon=":material/tune:"):
        given = weather(units, "outlook")
        unit, most, step = ("feet", 16_000, 500) if units == "mi" else ("metres", 5000, 100)
        height = st.number_input(f"Height above the sea ({unit})", 0, most, 0, step, key="outlook_height")
        days_off = st.number_input("Days without a run", 0, 365, 0, 1, key="outlook_days_off")
        crossed = days_off > 0 and st.checkbox("Trained otherwise meanwhile", key="outlook_crossed")
    altitude_m = min(height * FOOT_M, 5000) if units == "mi" else height
    return Conditions(weather=given, altitude_m=altitude_m, days_off=days_off, is_cross_trained=crossed)
