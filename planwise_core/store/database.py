"""One database, SQLite or PostgreSQL: how it is opened, and how its failures are told.

`reading` and `writing` are the two ways in. Each is one transaction; a writing one holds the only write lock of a
SQLite file from its first statement on, so what it has read is still true when it writes.
"""

from __future__ import annotations

import contextlib
import importlib
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, StaticPool, create_engine, event, exc
from sqlalchemy.engine import make_url

from planwise_core.errors import BadInput, BadSettings, StoreBusy, StoreUnavailable
from planwise_core.store.records import checked_id
from planwise_core.store.turnstile import Turnstile

T = TypeVar("T")

# https://sqlite.org/wal.html#walresetbug: two connections writing and checkpointing at once may corrupt a WAL file.
WAL_RESET_FIXED = (3, 51, 3)
BUSY_S = 5.0  # what a person waits for a page before it says why; Python's sqlite3 waits as long by itself
WORTH_COUNTING_S = 0.05
MIGRATING_S = 60.0  # of two processes that start at once the second waits until the first has changed the tables
TRIES = 6  # of what must not be lost to a lock, each of `BUSY_S`
SWITCH_S = 2.0  # more than another process needs to switch a new file to WAL
BUSY = "The database is busy: nothing was saved, please try again in a moment."
READ_ONLY = "The database cannot be written to: nothing was saved."
FULL = "There is no space left for the database: nothing was saved."
AWAY = "The database cannot be reached: nothing was saved."

# SQLite's messages and PostgreSQL's SQLSTATE classes: 53100 disk_full, 25006 read_only, 55P03 and 40P01 locks.
_SIGNS = {
    FULL: ("disk is full", "53100"),
    READ_ONLY: ("readonly database", "25006"),
    BUSY: ("is locked", "55P03", "40P01", "40001"),
}


class Database:
    """An engine and its manners.

    Args:
        url: ``sqlite:///file.db``, ``sqlite://`` (in memory, for tests), ``postgresql://…`` or ``postgres://…``.
        busy_s: how long a transaction waits for somebody else's lock before it raises `StoreBusy`.

    Raises:
        BadSettings: the address is none of these.
    """

    def __init__(self, url: str, busy_s: float = BUSY_S) -> None:
        self.url = _parsed(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.is_memory = self.is_sqlite and self.url.database in {None, "", ":memory:"}
        self.busy_s = busy_s
        # SQLite's busy handler sleeps and polls; threads of one process queue here instead, and fairly.
        self._turnstile = Turnstile()
        self.engine = self._sqlite() if self.is_sqlite else self._postgresql()
        self._reader = self.engine if self.is_sqlite else self.engine.execution_options(isolation_level="AUTOCOMMIT")
        self._writer = self.engine.execution_options(writes=True)

    def _sqlite(self) -> Engine:
        pool: dict[str, Any] = {"pool_size": 8, "max_overflow": -1}
        if self.is_memory:
            pool = {"poolclass": StaticPool}
        engine = create_engine(
            self.url,
            module=sqlite_driver(),
            connect_args={"timeout": self.busy_s, "isolation_level": None, "check_same_thread": False},
            **pool,
        )
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine

    def _postgresql(self) -> Engine:
        engine = create_engine(
            self.url, pool_pre_ping=True, pool_size=5, max_overflow=10, pool_timeout=self.busy_s, pool_recycle=1800
        )

        def set_up(connection: Any, _: Any) -> None:
            connection.execute(f"SET lock_timeout = {_ms(self.busy_s)}")
            connection.commit()

        event.listen(engine, "connect", set_up)
        return engine

    def described(self) -> dict[str, str]:
        """Which database this is, without its address."""
        if not self.is_sqlite:
            return {"dialect": "postgresql", "driver": "psycopg"}
        driver = sqlite_driver()
        return {"dialect": "sqlite", "driver": f"{driver.__name__} (SQLite {driver.sqlite_version})"}

    @contextmanager
    def reading(self, client_id: str | None = None) -> Iterator[Connection]:
        """A connection that only reads; on SQLite all its statements see one moment.

        Raises:
            BadInput: `client_id`, of whom something is to be read, cannot be an id.
        """
        if client_id is not None:
            checked_id(client_id)
        with told_clearly():
            if self.is_memory:  # one connection for all
                with self._turnstile.turn(), self._reader.connect() as connection:
                    yield connection
            else:
                with self._reader.connect() as connection:
                    yield connection

    @contextmanager
    def writing(self, client_id: str | None = None, *, is_patient: bool = False) -> Iterator[Connection]:
        """A transaction that is committed at the end, or leaves nothing behind. Raises `BadInput` as `reading` does.

        `is_patient` lets those go first whom a person waits for.
        """
        if client_id is not None:
            checked_id(client_id)
        with (
            told_clearly(),
            self._in_turn(is_patient) as waited_s,
            self._writer.connect() as connection,
            self._for_the_rest(connection, waited_s),
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """`writing` for a change of tables.

        SQLite changes a table by making a new one and dropping the old, which must not delete what points at it: its
        foreign keys rest meanwhile (the switch works outside a transaction only) and are checked at the end.
        """
        if not self.is_sqlite:
            with self.writing() as connection:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {_ms(MIGRATING_S)}")
                yield connection
            return
        with told_clearly(), self._in_turn(), self._writer.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute(f"PRAGMA busy_timeout = {_ms(MIGRATING_S)}")
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise StoreUnavailable("The database could not be brought up to date: it is as it was.")
            finally:
                raw.execute("PRAGMA foreign_keys = ON")
                raw.execute(f"PRAGMA busy_timeout = {_ms(self.busy_s)}")

    def back_up(self, path: Path) -> None:
        """See `Store.backup`. It appears at `path` when it is whole, not before."""
        if not self.is_sqlite:
            raise BadInput("A PostgreSQL database is backed up with pg_dump.")
        driver, partial = sqlite_driver(), path.with_name(path.name + ".partial")
        try:
            with self.reading() as connection, closing(driver.connect(partial)) as copy:
                raw: Any = connection.connection.dbapi_connection
                raw.backup(copy)
                sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if sound:
                partial.replace(path)
        except (OSError, driver.Error) as error:
            raise StoreUnavailable("The backup cannot be written.") from error
        finally:
            partial.unlink(missing_ok=True)
        if not sound:
            raise StoreUnavailable("The backup is not sound: the database is damaged.")

    @contextmanager
    def _in_turn(self, is_patient: bool = False) -> Iterator[float]:
        """A place in the queue of this process's writers; how long it was waited for, in s."""
        began = time.monotonic()
        if not self.is_sqlite:
            yield 0.0
        elif not self._turnstile.enter(self.busy_s, is_patient=is_patient):
            raise StoreBusy(BUSY)
        else:
            try:
                yield time.monotonic() - began
            finally:
                self._turnstile.leave()

    @contextmanager
    def _for_the_rest(self, connection: Connection, waited_s: float) -> Iterator[None]:
        """Within, SQLite waits for a lock no longer than is left of `busy_s`: a writer who has queued here is not to
        wait twice.
        """
        if waited_s < WORTH_COUNTING_S:
            yield
            return
        raw: Any = connection.connection.dbapi_connection
        raw.execute(f"PRAGMA busy_timeout = {_ms(max(self.busy_s - waited_s, WORTH_COUNTING_S))}")
        try:
            yield
        finally:
            raw.execute(f"PRAGMA busy_timeout = {_ms(self.busy_s)}")


def _parsed(url: str) -> URL:
    try:
        read = make_url(url)
    except exc.ArgumentError:
        raise BadSettings("DB_URL is not a database address: write sqlite:///planwise.db or postgresql://…") from None
    name = read.drivername
    if name == "sqlite":
        return read
    if name in {"postgres", "postgresql", "postgresql+psycopg"}:
        return read.set(drivername="postgresql+psycopg")
    raise BadSettings(f"DB_URL names '{name}': PlanWise keeps its plans in sqlite or postgresql.")


def sqlite_driver() -> ModuleType:
    """Python's own sqlite3, or pysqlite3 where Python's is older than the fix of the WAL-reset bug."""
    if sqlite3.sqlite_version_info < WAL_RESET_FIXED:
        try:
            return importlib.import_module("pysqlite3")
        except ImportError:  # an optional package: the bug is rare, a missing wheel is no reason not to start
            return sqlite3
    return sqlite3


def _set_up_sqlite(connection: Any, _: Any) -> None:
    _switch_to_wal(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")  # with WAL: a power cut may lose the last commits, never the file


def _switch_to_wal(connection: Any) -> None:
    """Readers and the one writer do not wait for each other. Of a new file only the first opener switches, and SQLite
    tells the second at once that it is locked, whatever its timeout: so it is asked again.
    """
    until = time.monotonic() + SWITCH_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite_driver().OperationalError as error:
            if "is locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def told_clearly() -> Iterator[None]:
    """Turns the database's own errors into sentences for people."""
    try:
        yield
    except (exc.DataError, UnicodeEncodeError) as error:
        raise BadInput("That holds a character or a number which cannot be stored.") from error
    except (exc.IntegrityError, exc.ProgrammingError):
        raise  # ours, not the database's: a programming error must be seen
    except exc.DBAPIError as error:
        sentence = _sentence(error.orig)
        raise (StoreBusy if sentence == BUSY else StoreUnavailable)(sentence) from error
    except exc.TimeoutError as error:  # every pooled connection is in use
        raise StoreBusy(BUSY) from error


def patiently(act: Callable[[], T]) -> T:
    """What `act` gives, a transaction of its own that is begun again while somebody else holds the lock.

    For what nobody waits for and nobody can say again: an answer that is made, what it has cost.
    """
    for _ in range(TRIES - 1):
        with contextlib.suppress(StoreBusy):
            return act()
    return act()


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _sentence(error: BaseException | None) -> str:
    signs = f"{error} {getattr(error, 'sqlstate', '')}".lower()
    for sentence, marks in _SIGNS.items():
        if any(mark.lower() in signs for mark in marks):
            return sentence
    return AWAY


def make_folder(url: URL) -> None:
    """The folder a SQLite file is to lie in."""
    if url.database and url.database != ":memory:" and "uri" not in url.query:
        try:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreUnavailable(READ_ONLY) from error
