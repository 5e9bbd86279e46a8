"""Files that are read in the background: how far it is, and what came of it."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from pathlib import Path

import pytest

from planwise_core.errors import BadInput
from planwise_core.rooms.belongings import Imported
from planwise_core.ui.importing import File, Reading
from tests.houses import house
from tests.test_activities import CSV, tcx

PATIENCE_S = 30


def test_files_are_read_while_the_page_goes_on(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        planwise.client("anna")

        def read(files: Iterable[File]) -> Imported:
            return planwise.import_runs("anna", files)

        reading = Reading(read, [("a.csv", CSV), ("b.tcx", tcx())])

        assert reading.is_done(PATIENCE_S)
        assert reading.at == reading.count == 2
        assert len(reading.answer().added) == len(planwise.runs("anna")) == 3


def test_it_says_at_which_file_it_is() -> None:
    go_on, at_second = threading.Event(), threading.Event()

    def read(files: Iterable[File]) -> Imported:
        for number, _ in enumerate(files, 1):
            if number == 2:
                at_second.set()
                go_on.wait(PATIENCE_S)
        return Imported(added=(), known=0, problems=())

    reading = Reading(read, [("a", b""), ("b", b""), ("c", b"")])

    assert at_second.wait(PATIENCE_S)
    assert (reading.at, reading.count) == (2, 3)
    assert not reading.is_done()
    go_on.set()
    assert reading.is_done(PATIENCE_S)


def test_what_went_wrong_is_told_when_it_is_asked_for() -> None:
    def read(files: Iterable[File]) -> Imported:
        raise BadInput(f"None of these {len(list(files))} can be kept.")

    reading = Reading(read, [("a", b"")])

    with pytest.raises(BadInput, match="None of these 1"):
        reading.answer()
