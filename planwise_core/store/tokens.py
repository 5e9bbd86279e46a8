"""API tokens: only a hash is kept, so nobody who reads the database can use one.

The secret is 256 random bits: nothing a dictionary holds, so a plain SHA-256 is as good as a slow password hash.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets

from sqlalchemy import Connection, delete, insert, select

from planwise_core.errors import NotFound
from planwise_core.store import clients
from planwise_core.store.records import Token
from planwise_core.store.tables import TOKEN

PREFIX = "pw_"  # so that a leaked one is recognised by people and by secret scanners


def add(db: Connection, client_id: str, name: str, now: dt.datetime) -> str:
    clients.lock(db, client_id)
    secret = PREFIX + secrets.token_urlsafe(32)
    row = {"client_id": client_id, "name": name, "secret_hash": hashed(secret), "created_at": now}
    db.execute(insert(TOKEN).values(row))
    return secret


def owner(db: Connection, secret: str) -> str | None:
    return db.scalar(select(TOKEN.c.client_id).where(TOKEN.c.secret_hash == hashed(secret)))


def all_of(db: Connection, client_id: str) -> tuple[Token, ...]:
    """Oldest first."""
    shown = select(TOKEN.c.id, TOKEN.c.name, TOKEN.c.created_at).where(TOKEN.c.client_id == client_id)
    return tuple(Token(**row._mapping) for row in db.execute(shown.order_by(TOKEN.c.id)))


def remove(db: Connection, client_id: str, token_id: int) -> None:
    if db.execute(delete(TOKEN).where(TOKEN.c.client_id == client_id, TOKEN.c.id == token_id)).rowcount == 0:
        raise NotFound(f"There is no token {token_id}.")


def hashed(secret: str) -> str:
    """What is kept of a random secret."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()
