"""API tokens: only a hash is kept, so nobody who reads the database can use one.

The secret is 256 random bits: nothing a dictionary holds, so a plain SHA-256 is as good as a slow password hash.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from sqlalchemy import delete, insert, select

from planwise_core.errors import NotFound
from planwise_core.store import clients
from planwise_core.store.database import Database
from planwise_core.store.records import Token
from planwise_core.store.tables import TOKEN

PREFIX = "pw_"  # so that a leaked one is recognised by people and by secret scanners


class Tokens:
    """The API tokens of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, client_id: str, name: str, now: dt.datetime) -> str:
        """A new token's secret, told this once. Raises `NotFound` for an unknown client."""
        secret = PREFIX + secrets.token_urlsafe(32)
        row = {"client_id": client_id, "name": name, "secret_hash": hashed(secret), "created_at": now}
        with self._database.writing(client_id) as db:
            clients.lock(db, client_id)
            db.execute(insert(TOKEN).values(row))
        return secret

    def owner(self, secret: str) -> str | None:
        """Whose token this is; None: nobody's, or it was revoked."""
        with self._database.reading() as db:
            return db.scalar(select(TOKEN.c.client_id).where(TOKEN.c.secret_hash == hashed(secret)))

    def all_of(self, client_id: str) -> tuple[Token, ...]:
        """The client's tokens by name, oldest first."""
        shown = select(TOKEN.c.id, TOKEN.c.name, TOKEN.c.created_at).where(TOKEN.c.client_id == client_id)
        with self._database.reading(client_id) as db:
            return tuple(Token(**row._mapping) for row in db.execute(shown.order_by(TOKEN.c.id)))

    def revoke(self, client_id: str, token_id: int) -> None:
        """The token opens nothing from now on. Raises `NotFound`."""
        with self._database.writing(client_id) as db:
            if db.execute(delete(TOKEN).where(TOKEN.c.client_id == client_id, TOKEN.c.id == token_id)).rowcount == 0:
                raise NotFound(f"There is no token {token_id}.")


def hashed(secret: str) -> str:
    """What is kept of a random secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
