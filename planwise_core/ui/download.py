"""Buttons behind which files are made."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx


class Download(NamedTuple):
    """A file to take along: what the button says, the file's name and media type, and what makes it."""

    label: str
    name: str
    kind: str
    make: Callable[[], bytes]


def downloads_folded(*files: Download, label: str) -> None:
    """A button for each, where it is opened: Streamlit prepares every button at every rerun."""
    box = st.expander(label, icon=":material/download:", key="downloads", on_change="rerun")
    if box.open:
        with box, st.container(horizontal=True):
            for name, file, kind, make in files:
                download(name, make, file, kind, key=file)


def download(label: str, make: Callable[[], bytes], name: str, kind: str, *, key: str) -> None:
    """Saves what `make` gives as a file of this name and media type. It is made when it is asked for."""
    st.download_button(label, _for_this_page(make), name, kind, icon=":material/download:", key=key, on_click="ignore")


def _for_this_page(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """`make` in a thread that knows who is in front of this page; the server's own, which asks for it, knows nobody."""
    page = get_script_run_ctx()

    def made() -> bytes:
        with ThreadPoolExecutor(1, initializer=lambda: add_script_run_ctx(threading.current_thread(), page)) as thread:
            return thread.submit(make).result()

    return made
