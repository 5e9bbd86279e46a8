"""Accounts: names, password hashes, roles, and how often somebody has guessed.

Like the other rooms behind the door: a method is one transaction, values go in and come out.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, literal, select, text, update
from sqlalchemy.exc import IntegrityError

from planwise_core.errors import BadInput, NotFound
from planwise_core.store import clients
from planwise_core.store.database import Database
from planwise_core.store.records import Account, Arrival, Role
from planwise_core.store.tables import ACCOUNT, CLIENT, COACHING, GUESS, INVITATION, SESSION, TOKEN, Moment
from planwise_core.store.tokens import hashed

SHOWN = (ACCOUNT.c.id, ACCOUNT.c.name, ACCOUNT.c.role, ACCOUNT.c.client_id)
# One statement counts, so two guesses at the same moment are two.
_IS_OWNED = select(exists().where(ACCOUNT.c.client_id == bindparam("of")))
# All that is asked at the door of a page, in one read: it is asked at every rerun.
_ARRIVAL = select(_IS_OWNED.scalar_subquery().label("is_owned"), CLIENT).select_from(
    select(literal(1)).subquery("door").outerjoin(CLIENT, CLIENT.c.id.in_([bindparam("of"), bindparam("demo")]))
)
_GUESS = text(
    "INSERT INTO guess (name_hash, tries, since) VALUES (:name_hash, 1, :now) "
    "ON CONFLICT (name_hash) DO UPDATE SET tries = guess.tries + 1 RETURNING tries"
).bindparams(bindparam("now", type_=Moment))


class Accounts:
    """The accounts of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, name: str, password_hash: str, role: Role, client_id: str, now: dt.datetime) -> Account:
        """Raises `BadInput` when the name is taken, or the client is somebody's already."""
        row = {
            "name": name, "password_hash": password_hash, "role": role, "client_id": client_id, "created_at": now,
        }  # fmt: skip
        with self._database.writing() as db:
            try:
                with db.begin_nested():
                    return account_of(db.execute(insert(ACCOUNT).values(row).returning(*SHOWN)).one())
            except IntegrityError:
                raise BadInput(f"The name '{name}' is taken: choose another.") from None

    def named(self, name: str) -> tuple[Account, str] | None:
        """An account and its password hash."""
        return self._with_hash(ACCOUNT.c.name == name)

    def numbered(self, account_id: int) -> tuple[Account, str] | None:
        """An account and its password hash."""
        return self._with_hash(ACCOUNT.c.id == account_id)

    def _with_hash(self, which: Any) -> tuple[Account, str] | None:
        with self._database.reading() as db:
            row = db.execute(select(*SHOWN, ACCOUNT.c.password_hash).where(which)).first()
        return (account_of(row), row.password_hash) if row else None

    def is_owned(self, client_id: str) -> bool:
        """Whether a client is somebody's account: then no guest's key opens it any more."""
        with self._database.reading() as db:
            return bool(db.scalar(_IS_OWNED, {"of": client_id}))

    def arrival(self, client_id: str, demo_id: str) -> Arrival:
        """Who a client and their demo are, and whether the client is somebody's account."""
        with self._database.reading(client_id) as db:
            rows = db.execute(_ARRIVAL, {"of": client_id, "demo": demo_id}).all()
        there = {row.id: clients.client_of(row) for row in rows if row.id is not None}
        return Arrival(bool(rows[0].is_owned), there.get(client_id), there.get(demo_id))

    def set_password(self, account_id: int, password_hash: str) -> None:
        """Writes the new hash, ends every session of the account and revokes every token of its client."""
        with self._database.writing() as db:
            db.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(password_hash=password_hash))
            mine = select(ACCOUNT.c.client_id).where(ACCOUNT.c.id == account_id)
            db.execute(delete(TOKEN).where(TOKEN.c.client_id.in_(mine)))
            db.execute(delete(SESSION).where(SESSION.c.account_id == account_id))

    def set_role(self, account_id: int, role: Role) -> None:
        """Who is no coach any more has no athletes and no open invitations."""
        with self._database.writing() as db:
            db.execute(update(ACCOUNT).where(ACCOUNT.c.id == account_id).values(role=role))
            if role != "coach":
                db.execute(delete(COACHING).where(COACHING.c.coach_id == account_id))
                db.execute(delete(INVITATION).where(INVITATION.c.coach_id == account_id))

    def erase(self, account_id: int) -> None:
        """Deletes an account and everything of its client. Raises `NotFound`."""
        with self._database.writing() as db:
            gone = delete(ACCOUNT).where(ACCOUNT.c.id == account_id).returning(ACCOUNT.c.client_id)
            client_id = db.scalar(gone)
            if client_id is None:
                raise NotFound("There is no such account.")
            if clients.is_there(db, client_id):
                clients.erase(db, client_id)

    def count_guess(self, name: str, now: dt.datetime, window: dt.timedelta) -> int:
        """Counts one more try to sign in as `name`; how many that makes since the window began."""
        with self._database.writing() as db:
            db.execute(delete(GUESS).where(GUESS.c.since <= now - window))
            tries: int = db.execute(_GUESS, {"name_hash": hashed(name), "now": now}).scalar_one()
            return tries

    def forget_guesses(self, name: str) -> None:
        with self._database.writing() as db:
            db.execute(delete(GUESS).where(GUESS.c.name_hash == hashed(name)))


def account_of(row: Sequence[Any]) -> Account:
    """The account in the first four columns of a row that begins with `SHOWN`."""
    account_id, name, role, client_id = row[:4]
    return Account(id=account_id, name=name, role=role, client_id=client_id)


def locked(db: Connection, account_id: int) -> bool:
    """Whether there is such an account; if so it stays until the transaction is over."""
    return db.execute(select(ACCOUNT.c.id).where(ACCOUNT.c.id == account_id).with_for_update()).first() is not None
