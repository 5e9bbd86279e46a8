"""Runs that are read from files in the background: the page stays alive, and may be left meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache

import streamlit as st

from planwise_core.rooms.belongings import Imported

File = tuple[str, bytes]
AT_ONCE_S = 1.0  # what is read by then needs no progress
LOOK_EVERY_S = 0.5
NO_FILE = "Choose a file first."
_READING = "reading"  # in st.session_state: another page, and back, still finds it


@cache
def _readers() -> ThreadPoolExecutor:
    """Few, for reading files holds the interpreter; who comes later waits for their turn."""
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="import")


class Reading:
    """Files that are being read, one after the other; `at` is the one it is at, counted from 1."""

    def __init__(self, read: Callable[[Iterable[File]], Imported], files: Sequence[File]) -> None:
        self.count, self.at = len(files), 0
        self._answer = _readers().submit(read, self._one_by_one(files))

    def _one_by_one(self, files: Sequence[File]) -> Iterator[File]:
        for self.at, each in enumerate(files, 1):
            yield each

    def is_done(self, patience_s: float = 0) -> bool:
        """Whether all are read, after waiting so long for it."""
        return bool(wait([self._answer], timeout=patience_s).done)

    def answer(self) -> Imported:
        """What came of it. Raises what reading raised."""
        return self._answer.result()


def read_files(read: Callable[[Iterable[File]], Imported], files: Sequence[File]) -> None:
    """Begin to read. `read` is run by another thread, where no page is known: it must not ask who is looking."""
    reading = st.session_state[_READING] = Reading(read, files)
    reading.is_done(AT_ONCE_S)


def imported() -> Imported | None:
    """What came of the files that were given; while they are being read, a word on how far it is.

    Raises:
        PlanWiseError: they could not be kept.
    """
    reading: Reading | None = st.session_state.get(_READING)
    if reading is None:
        return None
    if not reading.is_done():
        _watch(reading)
        return None
    del st.session_state[_READING]
    return reading.answer()


@st.fragment(run_every=LOOK_EVERY_S)
def _watch(reading: Reading) -> None:
    """Looks again and again, alone; the page follows when it is done."""
    said = f"Reading file {reading.at} of {reading.count}" if reading.count > 1 else "Reading your file"
    st.progress(
        (reading.at - 0.5) / reading.count if reading.at else 0.0, f"{said}. You may leave this page meanwhile."
    )
    if reading.is_done():
        st.rerun()
