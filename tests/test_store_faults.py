"""A database that is locked, read-only, full, gone or damaged: one clear sentence, and nothing is changed."""

from __future__ import annotations

import itertools
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from pydantic import TypeAdapter
from sqlalchemy import event

from planwise_core.errors import StoreUnavailable
from planwise_core.store.database import AWAY, BUSY, BUSY_S, FULL, READ_ONLY, TRIES, sqlite_driver
from planwise_core.store.documents import ATHLETE, PLAN_LIFTS, Form, plan_json, plan_of
from planwise_core.store.records import Ending
from planwise_core.store.store import Store
from tests.builders import easy, plan
from tests.databases import Fresh, on_both, opened
from tests.test_store import NOW, saved
from tests.test_store_migrations import in_processes
from tests.test_store_turns import asked
from tests.test_store_writers import assert_sound


@contextmanager
def locked(url: str) -> Iterator[None]:
    """Another process (SQLite) or connection (PostgreSQL) holds the lock that a writer of this client needs."""
    if url.startswith("sqlite"):
        command = [sys.executable, "-m", "tests.store_processes", "hold", url]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            yield
            holder.communicate()
    else:
        with psycopg.connect(url) as connection:
            connection.execute("SELECT * FROM client FOR UPDATE")
            yield


@on_both
def test_a_locked_database_is_given_up_on_in_the_time_that_was_set(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, opened(url, busy_s=0.5) as store:
        store.ensure_client("anna", NOW)
        version = saved(store)

        with locked(url):
            began = time.perf_counter()
            with pytest.raises(StoreUnavailable) as refused:
                saved(store, parent=1)
            waited_s = time.perf_counter() - began
            assert store.current("anna") == version  # who only reads does not wait
            assert store.health()["ok"]

        assert str(refused.value) == BUSY
        assert 0.4 < waited_s < 5
        assert saved(store, parent=1).number == 2


def test_by_itself_a_page_tells_of_a_lock_within_seconds() -> None:
    assert 2 <= BUSY_S <= 5


@on_both
def test_an_answer_that_is_made_is_brought_again_until_the_lock_is_given_back(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, opened(url, busy_s=0.1) as store, ExitStack() as lock:
        asked(store, "t1")
        store.claim("t1", "worker", NOW, 30)
        lock.enter_context(locked(url))
        begun = itertools.count(1)

        def give_back_in_time(_: object) -> None:
            if next(begun) == TRIES:
                lock.close()

        event.listen(store._database._writer, "begin", give_back_in_time, insert=True)

        done = store.finish("t1", "worker", Ending(status="done", says="Run easily."), NOW)

        assert (done.status, done.says) == ("done", "Run easily.")


@on_both
def test_a_lock_that_is_given_back_in_time_is_waited_for(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, opened(url) as store, ThreadPoolExecutor(1) as pool:
        store.ensure_client("anna", NOW)
        with locked(url):
            saving = pool.submit(saved, store)
            assert store.heads("anna") == ()

        assert saving.result(timeout=25).number == 1


def test_threads_of_one_process_do_not_wait_longer_than_was_set() -> None:
    with Fresh("sqlite").store(busy_s=0.2) as store:
        store.ensure_client("anna", NOW)

        with store._database.writing(), pytest.raises(StoreUnavailable, match="busy"):
            saved(store)


def test_who_has_queued_does_not_wait_for_the_lock_all_over_again() -> None:
    with Fresh("sqlite").store(busy_s=20) as store, store._database._writer.connect() as connection:
        raw: Any = connection.connection.dbapi_connection

        with store._database._for_the_rest(connection, waited_s=15):
            left_ms = raw.execute("PRAGMA busy_timeout").fetchone()[0]

        assert left_ms == 5000
        assert raw.execute("PRAGMA busy_timeout").fetchone()[0] == 20_000


def test_a_file_that_may_not_be_written_can_be_read() -> None:
    with Fresh("sqlite").migrated_url() as url:
        file = Path(url.removeprefix("sqlite:///"))
        with opened(url) as store:
            store.ensure_client("anna", NOW)
        file.parent.chmod(0o777)
        file.chmod(0o444)

        assert in_processes("save_without_rights", url) == {"ok": True, "sentence": READ_ONLY}


def test_a_folder_that_may_not_be_written_is_told() -> None:
    with Fresh("sqlite").migrated_url() as url:
        file = Path(url.removeprefix("sqlite:///"))
        with opened(url) as store:
            store.ensure_client("anna", NOW)
        file.chmod(0o444)
        file.parent.chmod(0o555)

        told = in_processes("save_without_rights", url)
        file.parent.chmod(0o755)

        assert told["sentence"] in {READ_ONLY, AWAY}


def test_a_read_only_postgresql_can_be_read() -> None:
    with Fresh("postgresql").migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        with psycopg.connect(url, autocommit=True) as connection:
            name = connection.info.dbname
            connection.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on')  # type: ignore[call-overload]
        store.close()

        assert store.client("anna").id == "anna"
        with pytest.raises(StoreUnavailable, match=READ_ONLY):
            saved(store)


def test_a_full_disk_changes_nothing_and_more_space_is_enough() -> None:
    with Fresh("sqlite").migrated_url() as url, opened(url) as store:
        room = Room(store)
        store.ensure_client("anna", NOW)
        saved(store)
        asked(store)
        store.claim("t1", "runner", NOW, 30)

        for more in range(20):
            room.pages = room.used + more // 2
            with pytest.raises(StoreUnavailable, match=FULL):
                _save_until_full(store)
            whole = store.heads("anna"), store.turns("anna")
            end: dict[str, Any] = {"says": "Here " * 20_000, "plan": LONG, "parent": whole[0][0].number}
            with pytest.raises(StoreUnavailable, match=FULL):
                store.finish("t1", "runner", Ending(**end), NOW)
            assert (store.heads("anna"), store.turns("anna")) == whole
            assert_sound(store, len(whole[0]))

            room.pages = None
            saved(store, parent=whole[0][0].number)

        with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as file:
            assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def _save_until_full(store: Store) -> None:
    while True:
        saved(store, parent=store.heads("anna", limit=1)[0].number, plan=LONG)


LONG = plan(*(easy(day, week=week, notes="Run easily. " * 40) for week in range(1, 5) for day in ("tue", "thu", "sun")))


class Room:
    """How many pages a SQLite database may have, for every connection of a store; None: as many as it likes."""

    def __init__(self, store: Store) -> None:
        self.pages: int | None = None
        self.used = 0
        event.listen(store._database.engine, "checkout", self._limit)

    def _limit(self, connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {self.pages or 2**30}")
        self.used = connection.execute("PRAGMA page_count").fetchone()[0]


def test_a_full_postgresql_is_told() -> None:
    with Fresh("postgresql").migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(
                "CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$"
            )
            connection.execute("CREATE TRIGGER full_up BEFORE INSERT ON version EXECUTE FUNCTION full_up()")

        with pytest.raises(StoreUnavailable, match=FULL):
            saved(store)
        assert store.heads("anna") == ()


def test_a_server_that_was_restarted_is_found_again() -> None:
    with Fresh("postgresql").migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        with psycopg.connect(url, autocommit=True) as connection:
            others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
            connection.execute(others + "AND pid <> pg_backend_pid()")

        assert saved(store).number == 1


def test_a_server_that_is_not_there_is_told() -> None:
    with opened("postgresql://nobody@127.0.0.1:1/nothing?connect_timeout=2") as store:
        assert store.health() == {
            "ok": False, "dialect": "postgresql", "driver": "psycopg", "revision": None, "problem": AWAY,
        }  # fmt: skip
        for attempt in (store.migrate, lambda: store.client("anna"), lambda: saved(store)):
            with pytest.raises(StoreUnavailable, match=AWAY):
                attempt()


def test_a_file_that_is_no_database_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "planwise.db"
    file.write_bytes(b"my diary, not a database " * 100)

    with opened(f"sqlite:///{file}") as store, pytest.raises(StoreUnavailable, match=AWAY):
        store.migrate()
    assert file.read_bytes().startswith(b"my diary")


def test_a_backup_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with Fresh("sqlite").store() as store, pytest.raises(StoreUnavailable, match="backup cannot be written"):
        store.backup(tmp_path / "no folder" / "copy.db")


def test_what_cannot_be_read_back_is_told_as_damage() -> None:
    for text in ("", "[]", "{}", '{"schema": 1, "weeks": {}}', '{"schema": "1"}'):
        with pytest.raises(StoreUnavailable, match="plan cannot be read"):
            plan_of(text)
    for text in ("", "[]", "{}", '{"schema": 1}', '{"schema": "1", "value": {}}', '{"schema":1,"value":{"age":-5}}'):
        with pytest.raises(StoreUnavailable, match="profile cannot be read"):
            ATHLETE.value(text)


def test_a_document_of_a_newer_program_is_told() -> None:
    newer = plan_json(plan(easy())).replace('"schema":1', '"schema":2')

    with pytest.raises(StoreUnavailable, match="newer PlanWise"):
        plan_of(newer)
    with pytest.raises(StoreUnavailable, match="newer PlanWise"):
        ATHLETE.value('{"schema": 2, "value": {}}')


def test_old_texts_are_lifted_one_schema_at_a_time() -> None:
    lifts = {1: lambda old: {"km": old["distance"]}, 2: lambda old: {"metres": old["km"] * 1000}}
    today: Form[dict[str, int]] = Form("distance", TypeAdapter(dict[str, int]), schema=3, lifts=lifts)

    assert today.value('{"schema": 1, "value": {"distance": 30}}') == {"metres": 30_000}
    assert today.value('{"schema": 2, "value": {"km": 30}}') == {"metres": 30_000}
    assert today.value(today.text({"metres": 30_000})) == {"metres": 30_000}


def test_a_plan_from_before_documents_were_numbered_is_read() -> None:
    before = plan_json(plan(easy())).replace('"schema":1,', "")

    assert PLAN_LIFTS.keys() == {0}
    assert plan_of(before) == plan(easy())


def test_the_driver_is_one_without_the_wal_reset_bug() -> None:
    driver = sqlite_driver()

    assert tuple(map(int, driver.sqlite_version.split("."))) >= (3, 51, 3)
    with Fresh("sqlite").store() as store:
        assert driver.sqlite_version in store.health()["driver"]
