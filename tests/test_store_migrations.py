"""Migrations: the same tables as the code knows, whatever happens while they run."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, insert, inspect, text
from sqlalchemy.exc import IntegrityError

from planwise_core.errors import StoreUnavailable
from planwise_core.store.database import Database
from planwise_core.store.migrate import FOLDER
from planwise_core.store.tables import CLIENT, REVISION, TURN, VERSION, metadata
from tests.databases import Fresh, on_both, opened
from tests.test_store import NOW, saved


def in_processes(name: str, *arguments: object) -> dict[str, Any]:
    """Runs one of `tests.store_processes`."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.store_processes", name, *map(str, arguments)], capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)  # type: ignore[no-any-return]


@contextlib.contextmanager
def connected(url: str) -> Iterator[Connection]:
    database = Database(url)
    with database.writing() as connection:
        yield connection
    database.engine.dispose()


def alembic_to(connection: Connection, revision: str) -> None:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def test_the_tables_are_at_the_newest_migration() -> None:
    assert ScriptDirectory(str(FOLDER)).get_heads() == [REVISION]


@on_both
def test_a_migrated_database_has_the_tables_of_the_code(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, connected(url) as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@on_both
def test_migrations_and_the_code_write_the_same_tables_to_the_letter(fresh: Fresh) -> None:
    with fresh.migrated_url() as migrated, fresh.url() as made:
        with connected(made) as connection:
            metadata.create_all(connection)
            wanted = schema(connection)
        with connected(migrated) as connection:
            assert schema(connection) == wanted


def schema(connection: Connection) -> list[str]:
    """Tables, constraints and indexes as the database itself tells them, in order."""
    told = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL",
        "postgresql": (
            "SELECT table_name || '.' || column_name || ' ' || data_type || coalesce(character_maximum_length, 0) "
            "|| is_nullable || coalesce(column_default, '') FROM information_schema.columns "
            "WHERE table_schema = 'public' UNION ALL "
            "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE connamespace = 'public'::regnamespace UNION ALL "
            "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'"
        ),
    }[connection.dialect.name]
    lines = (re.sub(r"\s+", " ", row[0]).strip() for row in connection.execute(text(told)))
    return sorted(_in_order(line) for line in lines if "alembic_version" not in line)


def _in_order(line: str) -> str:
    """A CREATE TABLE may name its constraints in any order."""
    head, _, body = line.partition("(")
    return head + ", ".join(sorted(part.strip(" )") for part in re.split(r", (?![^(]*\))", body)))


@on_both
def test_a_database_is_migrated_once_and_then_only_looked_at(fresh: Fresh) -> None:
    with fresh.url() as url, opened(url) as store:
        assert store.health()["revision"] is None
        store.migrate()
        store.ensure_client("anna", NOW)
        store.migrate()

        assert store.health() | {"driver": ""} == {
            "ok": True, "dialect": fresh.kind, "driver": "", "revision": REVISION,
        }  # fmt: skip
        assert store.client("anna").id == "anna"


@on_both
def test_a_database_of_a_newer_program_is_left_alone(fresh: Fresh) -> None:
    with fresh.migrated_url() as url, opened(url) as store:
        with connected(url) as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

        with pytest.raises(StoreUnavailable, match="newer PlanWise"):
            store.migrate()
        assert store.health()["revision"] == "9999"


@on_both
def test_rows_of_the_first_tables_are_kept(fresh: Fresh) -> None:
    with fresh.url() as url, opened(url) as store:
        with connected(url) as connection:
            alembic_to(connection, "0001")
            connection.execute(insert(CLIENT).values(_client("anna")))
        store.migrate()

        assert store.client("anna").athlete.weekly_km == 30
        assert saved(store).number == 1


def _client(name: str) -> dict[str, Any]:
    return {
        "id": name, "athlete_json": '{"schema": 1, "value": {"weekly_km": 30}}', "known_json": "[]",
        "apply_at_once": False, "created_at": NOW,
    }  # fmt: skip


@on_both
def test_a_migration_killed_after_any_statement_is_not_stuck(fresh: Fresh) -> None:
    with fresh.url() as url:
        with connected(url) as connection:
            alembic_to(connection, "0001")
            connection.execute(insert(CLIENT).values([_client(f"client-{number}") for number in range(50)]))

        outcome = in_processes("kill_migrations", url)

        assert outcome["last"] == 0
        assert outcome["kills"] >= 10
        with opened(url) as store, connected(url) as connection:
            assert store.health()["revision"] == REVISION
            assert connection.scalar(text("SELECT count(*) FROM client")) == 50
            assert compare_metadata(MigrationContext.configure(connection), metadata) == []


@on_both
def test_processes_that_start_at_once_migrate_once(fresh: Fresh) -> None:
    with contextlib.ExitStack() as rounds:
        urls = [rounds.enter_context(fresh.url()) for _ in range(20)]

        assert in_processes("start_together", *urls) == {"codes": [0, 0] * 20}
        for url in urls:
            with connected(url) as connection:
                assert connection.scalar(text("SELECT count(*) FROM alembic_version")) == 1
                assert sorted(inspect(connection).get_table_names()) == sorted([*metadata.tables, "alembic_version"])


@on_both
@pytest.mark.parametrize("column", ["plan_json", "edits_json", "cause", "number", "author", "turn_id"])
def test_a_saved_version_never_changes(fresh: Fresh, column: str) -> None:
    with fresh.migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        version = saved(store)

        engine = Database(url).engine
        with pytest.raises(IntegrityError, match="a saved version never changes"), engine.begin() as connection:
            connection.execute(VERSION.update().values({column: "2"}))
        engine.dispose()
        assert store.current("anna") == version


@on_both
def test_the_database_itself_refuses_a_second_current_version_and_a_second_open_turn(fresh: Fresh) -> None:
    version: dict[str, Any] = {
        "client_id": "anna", "is_current": True, "author": "coach", "cause": "", "created_at": NOW, "edits_json": "[]",
        "plan_json": "{}",
    }  # fmt: skip
    turn: dict[str, Any] = {
        "client_id": "anna", "asked": "", "mode": "apply", "status": "queued", "attempt": 0, "says": "",
        "edits_json": "[]", "findings_json": "[]", "refusal": "", "answered_by": "", "created_at": NOW,
    }  # fmt: skip
    with fresh.migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        engine = Database(url).engine
        for pair in (
            [insert(VERSION).values(version | {"number": number}) for number in (1, 2)],
            [insert(VERSION).values(version | {"number": 1, "is_current": current}) for current in (True, False)],
            [insert(TURN).values(turn | {"id": name}) for name in ("t1", "t2")],
            [insert(TURN).values(turn | {"id": "t1", "status": "done"}) for _ in range(2)],
            [insert(VERSION).values(version | {"number": 1, "client_id": "nobody"})],
        ):
            with pytest.raises(IntegrityError), engine.begin() as connection:
                _ = [connection.execute(statement) for statement in pair]
        engine.dispose()


def test_a_table_that_is_made_anew_keeps_what_points_at_it() -> None:
    """SQLite's way to change a table, a copy and a drop, would by foreign key delete every version."""
    with Fresh("sqlite").migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        saved(store)
        database = Database(url)

        with database.migrating() as connection:
            connection.exec_driver_sql("CREATE TABLE copied AS SELECT * FROM client")
            connection.exec_driver_sql("DROP TABLE client")
            CLIENT.create(connection)
            connection.exec_driver_sql("INSERT INTO client SELECT * FROM copied")
        database.engine.dispose()

        assert store.current("anna") is not None


def test_a_migration_that_leaves_rows_without_their_client_is_undone() -> None:
    with Fresh("sqlite").migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        saved(store)
        database = Database(url)

        with pytest.raises(StoreUnavailable, match="as it was"), database.migrating() as connection:
            connection.exec_driver_sql("DELETE FROM client")
        database.engine.dispose()

        assert store.client("anna").id == "anna"


def test_a_folder_for_the_database_is_made() -> None:
    with Fresh("sqlite").url() as url, opened(url.replace("planwise.db", "new folder/100%/p.db")) as store:
        store.migrate()

        assert store.health()["ok"]


def test_a_database_in_memory_is_one_for_all_its_users() -> None:
    with opened("sqlite://") as store:
        store.migrate()
        store.ensure_client("anna", NOW)

        assert saved(store) == store.current("anna")


def test_the_address_of_a_hosted_postgresql_works_as_given() -> None:
    assert {str(Database(f"{scheme}://host/db").engine.url) for scheme in ("postgres", "postgresql")} == {
        "postgresql+psycopg://host/db"
    }
