"""Sessions: a row is the right to be somebody, and a row that is gone ends it at once.

A session is born with a ticket, good once and for a minute, that a browser exchanges for the secret in its cookie. Of
both only a hash is kept.
"""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Any

from sqlalchemy import and_, delete, insert, select, update

from planwise_core.store.accounts import SHOWN, account_of
from planwise_core.store.database import Database
from planwise_core.store.records import Session
from planwise_core.store.tables import ACCOUNT, COACHING, SESSION
from planwise_core.store.tokens import hashed

_ATHLETE = ACCOUNT.alias("athlete")
# The athlete counts only while the coaching lasts.
_SESSION = (
    select(*SHOWN, _ATHLETE.c.id, _ATHLETE.c.name, _ATHLETE.c.role, _ATHLETE.c.client_id, SESSION.c.id)
    .join(ACCOUNT, ACCOUNT.c.id == SESSION.c.account_id)
    .outerjoin(
        COACHING, and_(COACHING.c.coach_id == SESSION.c.account_id, COACHING.c.athlete_id == SESSION.c.athlete_id)
    )
    .outerjoin(_ATHLETE, _ATHLETE.c.id == COACHING.c.athlete_id)
)


class Sessions:
    """The sessions of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, account_id: int, ticket: str, now: dt.datetime, until: dt.datetime) -> str:
        """Begins a session; its id. Sessions that are over are cleared away by the way."""
        session_id = secrets.token_urlsafe(32)
        with self._database.writing() as db:
            db.execute(delete(SESSION).where(SESSION.c.expires_at <= now))
            row = {
                "id": session_id, "account_id": account_id, "ticket_hash": hashed(ticket), "created_at": now,
                "expires_at": until,
            }  # fmt: skip
            db.execute(insert(SESSION).values(row))
        return session_id

    def exchange(self, ticket: str, secret: str, born_after: dt.datetime) -> bool:
        """Gives the session of a ticket its secret, once; False: there is no such ticket (any more)."""
        one = (SESSION.c.ticket_hash == hashed(ticket), SESSION.c.created_at > born_after)
        with self._database.writing() as db:
            changed = db.execute(update(SESSION).where(*one).values(ticket_hash=None, secret_hash=hashed(secret)))
            return changed.rowcount == 1

    def numbered(self, session_id: str, now: dt.datetime) -> Session | None:
        """The session of an id, if it is not over."""
        return self._live(SESSION.c.id == session_id, now)

    def of_secret(self, secret: str, now: dt.datetime) -> Session | None:
        """The session of a cookie, if it is not over."""
        return self._live(SESSION.c.secret_hash == hashed(secret), now)

    def _live(self, which: Any, now: dt.datetime) -> Session | None:
        with self._database.reading() as db:
            row = db.execute(_SESSION.where(which, SESSION.c.expires_at > now)).first()
        if row is None:
            return None
        return Session(id=row[8], account=account_of(row), athlete=account_of(row[4:8]) if row[4] else None)

    def close(self, session_id: str) -> None:
        """Ends a session, if it has not ended."""
        with self._database.writing() as db:
            db.execute(delete(SESSION).where(SESSION.c.id == session_id))

    def look_after(self, session_id: str, athlete_id: int | None) -> None:
        """Which athlete a coach is looking after in this session; None: nobody."""
        with self._database.writing() as db:
            db.execute(update(SESSION).where(SESSION.c.id == session_id).values(athlete_id=athlete_id))
