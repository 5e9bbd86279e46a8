"""Brings a database to the tables of this program, whoever else starts at the same moment.

Alembic runs inside one transaction that holds the write lock (SQLite) or an advisory lock (PostgreSQL) from before it
looks at the revision: of two that start at once one migrates and the other finds it done, and one that is killed in
the middle leaves the database as it was.
"""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from planwise_core.errors import StoreUnavailable
from planwise_core.store.database import Database, make_folder
from planwise_core.store.tables import REVISION

FOLDER = Path(__file__).with_name("migrations")
_ADVISORY_LOCK = 7_305_419  # any number, the same in every process


def revision(db: Connection) -> str | None:
    """The migration the database is at; None: it is empty."""
    if not inspect(db).has_table("alembic_version"):
        return None
    found: str | None = db.scalar(text("SELECT version_num FROM alembic_version"))
    return found


def migrate(database: Database) -> None:
    """Runs what is missing. A database that is up to date is only looked at, and Alembic is not even imported.

    Raises:
        StoreUnavailable: it cannot be written, or was made by a newer program.
    """
    if database.is_sqlite:
        make_folder(database.url)
    with database.reading() as db:
        if revision(db) == REVISION:
            return
    with database.migrating() as db:
        if not database.is_sqlite:
            db.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
        if revision(db) != REVISION:
            _upgrade(db)


def _upgrade(db: Connection) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = db
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise StoreUnavailable("The database was made by a newer PlanWise: update this one to use it.") from error
