"""Who coaches whom, and the invitations by which that begins."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Select, delete, insert, select
from sqlalchemy.exc import IntegrityError

from planwise_core.errors import NotFound
from planwise_core.store.accounts import SHOWN, account_of, locked
from planwise_core.store.database import Database
from planwise_core.store.records import Account
from planwise_core.store.tables import ACCOUNT, COACHING, INVITATION
from planwise_core.store.tokens import hashed


class Coaching:
    """Coaches and their athletes, in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def invite(self, coach_id: int, code: str, now: dt.datetime, until: dt.datetime) -> None:
        """Keeps the hash of a code by which one athlete may join a coach."""
        with self._database.writing() as db:
            db.execute(delete(INVITATION).where(INVITATION.c.expires_at <= now))
            db.execute(insert(INVITATION).values(code_hash=hashed(code), coach_id=coach_id, expires_at=until))

    def inviting(self, code: str, now: dt.datetime) -> Account | None:
        """The coach behind a code, if it is still good."""
        asked = select(*SHOWN).join(INVITATION, INVITATION.c.coach_id == ACCOUNT.c.id)
        with self._database.reading() as db:
            row = db.execute(asked.where(INVITATION.c.code_hash == hashed(code), INVITATION.c.expires_at > now)).first()
        return account_of(row) if row else None

    def join(self, code: str, athlete_id: int, now: dt.datetime) -> None:
        """Uses a code up: its coach looks after this athlete from now on. Raises `NotFound` for a code that is not."""
        used = delete(INVITATION).where(INVITATION.c.code_hash == hashed(code), INVITATION.c.expires_at > now)
        with self._database.writing() as db:
            coach_id = db.scalar(used.returning(INVITATION.c.coach_id))
            if coach_id is None or not locked(db, athlete_id):
                raise NotFound("This code is not, or no longer, an invitation.")
            try:
                with db.begin_nested():
                    db.execute(insert(COACHING).values(coach_id=coach_id, athlete_id=athlete_id, created_at=now))
            except IntegrityError:  # they had joined this coach before: so it stays
                return

    def end(self, coach_id: int, athlete_id: int) -> None:
        """The coach sees nothing of this athlete any more, at once."""
        mine = (COACHING.c.coach_id == coach_id, COACHING.c.athlete_id == athlete_id)
        with self._database.writing() as db:
            db.execute(delete(COACHING).where(*mine))

    def athletes(self, coach_id: int) -> tuple[Account, ...]:
        """The athletes of a coach, by name."""
        asked = select(*SHOWN).join(COACHING, COACHING.c.athlete_id == ACCOUNT.c.id)
        return self._all(asked.where(COACHING.c.coach_id == coach_id))

    def coaches(self, athlete_id: int) -> tuple[Account, ...]:
        """The coaches of an athlete, by name."""
        asked = select(*SHOWN).join(COACHING, COACHING.c.coach_id == ACCOUNT.c.id)
        return self._all(asked.where(COACHING.c.athlete_id == athlete_id))

    def _all(self, asked: Select[int, str, str, str]) -> tuple[Account, ...]:
        with self._database.reading() as db:
            return tuple(account_of(row) for row in db.execute(asked.order_by(ACCOUNT.c.name)))
