"""Many writers at once: numbers without gaps or doubles, one current version, one turn for one question."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from planwise_core.errors import BadInput, StaleVersion
from planwise_core.store.records import Ending
from planwise_core.store.store import Store
from tests.builders import plan
from tests.databases import Fresh, on_both, opened
from tests.store_processes import save_on_top
from tests.test_store import NOW, saved
from tests.test_store_migrations import in_processes
from tests.test_store_turns import asked

WRITERS = 8


def together(work: Callable[[], Any], many: int = WRITERS) -> list[Any]:
    """What `many` threads get that do `work` at the same moment; a `StaleVersion` or `BadInput` is a result too."""
    gate = threading.Barrier(many)

    def one() -> Any:
        gate.wait()
        try:
            return work()
        except (StaleVersion, BadInput) as error:
            return error

    with ThreadPoolExecutor(many) as pool:
        return [each.result() for each in [pool.submit(one) for _ in range(many)]]


def assert_sound(store: Store, count: int) -> None:
    heads = store.heads("anna")
    assert [head.number for head in heads] == list(range(count, 0, -1))
    assert [head.number for head in heads if head.is_current] == [count]
    assert [head.parent or 0 for head in heads] == list(range(count - 1, -1, -1))


@on_both
def test_of_writers_with_one_parent_one_wins_and_the_others_are_told(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)

        for number in range(12):
            results = together(lambda parent=number or None: saved(store, parent=parent).number)

            assert [each for each in results if isinstance(each, int)] == [number + 1]
            assert sum(isinstance(each, StaleVersion) for each in results) == WRITERS - 1
            assert_sound(store, number + 1)


@on_both
def test_eight_threads_save_without_gaps_or_doubles(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)

        for round_number in range(1, 5):
            together(lambda: save_on_top(store))

            assert_sound(store, round_number * WRITERS)


@on_both
def test_eight_processes_save_without_gaps_or_doubles(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)

        told = in_processes("save_together", url, 4, WRITERS)

        for round_number, after in enumerate(told["rounds"], 1):
            count = round_number * WRITERS
            assert after == {"codes": [0], "numbers": list(range(count, 0, -1)), "current": [count]}
        assert_sound(store, 4 * WRITERS)


@on_both
def test_a_question_sent_twenty_times_at_once_is_one_turn(fresh: Fresh) -> None:
    with fresh.store() as store:
        turns = together(lambda: asked(store, "t1"), many=20)

        assert turns == [store.turn("anna", "t1")] * 20
        assert len(store.turns("anna")) == 1


@on_both
def test_of_questions_asked_at_once_one_is_taken(fresh: Fresh) -> None:
    names = iter(range(WRITERS))
    lock = threading.Lock()

    def ask() -> Any:
        with lock:
            name = f"t{next(names)}"
        return asked(store, name)

    with fresh.store() as store:
        results = together(ask)

        assert sum(isinstance(each, BadInput) for each in results) == WRITERS - 1
        assert len(store.turns("anna")) == 1


@on_both
def test_each_turn_is_claimed_by_one_of_many_runners(fresh: Fresh) -> None:
    with fresh.store() as store:
        for number in range(6):
            asked(store, f"t{number}", client_id=f"client-{number}")

        claimed = together(lambda: store.claim(None, threading.current_thread().name, NOW, 30))

        names = [turn.id for turn in claimed if turn]
        assert len(names) == len(set(names))
        while left := store.claim(None, "last", NOW, 30):  # on PostgreSQL a claim passes over what others look at
            names.append(left.id)
        assert sorted(names) == [f"t{number}" for number in range(6)]


@on_both
def test_of_two_owners_who_finish_at_once_one_writes(fresh: Fresh) -> None:
    with fresh.store() as store:
        asked(store)
        store.claim("t1", "runner", NOW, 30)

        turns = together(lambda: store.finish("t1", "runner", Ending(says="Done.", outcome="saved", plan=plan()), NOW))

        assert {turn.version for turn in turns} == {1}
        assert_sound(store, 1)


@on_both
def test_what_was_said_to_be_saved_survives_a_killed_process(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)

        for lines in (1, 4, 9):
            command = [sys.executable, "-m", "tests.store_processes", "save_forever", url]
            with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
                assert writer.stdout is not None
                told = [int(writer.stdout.readline()) for _ in range(lines)]
                writer.kill()

            save_on_top(store)  # waits for the last statement of the dead, if a server is still at it
            count = len(store.heads("anna"))
            assert count > told[-1]
            assert_sound(store, count)


def test_a_backup_made_among_writers_is_whole(tmp_path: Path) -> None:
    with Fresh("sqlite").store() as store:
        store.ensure_client("anna", NOW)
        saved(store)
        over = threading.Event()

        def write() -> None:
            while not over.is_set():
                save_on_top(store)

        with ThreadPoolExecutor(4) as pool:
            writers = [pool.submit(write) for _ in range(4)]
            try:
                for number in range(5):
                    before = len(store.heads("anna"))
                    copy = tmp_path / f"copy-{number}.db"
                    store.backup(copy)
                    with opened(f"sqlite:///{copy}") as restored:
                        restored.migrate()
                        count = len(restored.heads("anna"))
                        assert count >= before
                        assert_sound(restored, count)
            finally:
                over.set()
            for writer in writers:
                writer.result()
        assert sorted(path.name for path in tmp_path.glob("*.partial*")) == []


def test_postgresql_is_backed_up_by_its_own_tool(tmp_path: Path) -> None:
    with Fresh("postgresql").store() as store, pytest.raises(BadInput, match="pg_dump"):
        store.backup(tmp_path / "copy")
