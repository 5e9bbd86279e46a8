"""The one service of this process, and its configuration."""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from planwise_core import open_planwise
from planwise_core.settings import Settings

if TYPE_CHECKING:
    from planwise_core.service import PlanWise

_opening = threading.Lock()


def house() -> PlanWise:
    """The one service of this process, opened at the first call."""
    with _opening:
        return _opened()


@functools.cache
def _opened() -> PlanWise:
    return open_planwise(settings())


def is_open() -> bool:
    """Whether the service has been opened in this process."""
    return _opened.cache_info().currsize > 0


@functools.cache
def settings() -> Settings:
    """The configuration of this process: the environment, and Streamlit's secrets where it is silent."""
    return Settings.from_env({**_secrets(), **os.environ})


def _secrets() -> Mapping[str, str]:
    """The top-level texts of Streamlit's secrets, where there are any (Community Cloud has no environment)."""
    try:
        return {key: value for key, value in st.secrets.items() if isinstance(value, str)}
    except FileNotFoundError:
        return {}
