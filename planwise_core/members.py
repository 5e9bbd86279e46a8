"""Members: people who sign in, and coaches with their athletes. Every method is load, decide, save.

Who signs in is asked for a name and a password once; from then on a session is what counts, and it is looked up again
at every call. Passwords are hashed and compared by whoever implements `Passwords` (the pages do, with
streamlit-authenticator); how often one may guess is decided here, from the database.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Callable
from typing import NamedTuple, Protocol

from planwise_core.accounts import guest_id
from planwise_core.errors import BadInput, NotFound, SignedOut
from planwise_core.store.records import Account, Role, Session
from planwise_core.store.store import Store

GUESSES = 10  # a name may be tried so often …
WINDOW = dt.timedelta(minutes=15)  # … in this time, right or wrong; and a guest may ask for a new one as often
SIGN_UPS = 200  # new accounts that all together may ask for in that time: each costs a hash, and tells taken names
SESSION_LASTS = dt.timedelta(days=30)
TICKET_LASTS = dt.timedelta(minutes=1)
CODE_LASTS = dt.timedelta(days=7)
CODE_LETTERS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # none that look alike
CODE_LENGTH = 10  # 49 bits, good once
MIN_PASSWORD = 10  # NIST SP 800-63B-4 asks for length and a list of bad ones, not for kinds of characters
MAX_PASSWORD_BYTES = 72  # bcrypt looks at no more

# bcrypt of a password that nobody has, at the cost of every other: an unknown name takes as long as a known one.
NOBODYS_HASH = "$2b$12$Tc5/X1aDF65GnB5WNS116OA50VjfCHkaJRpEtyPOvft8l7UiaprbC"
_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{2,39}")
_WRONG = "This name and password do not belong together."


class Passwords(Protocol):
    """Who hashes passwords and compares them; both are slow on purpose."""

    def hash(self, name: str, password: str) -> str: ...

    def fits(self, name: str, password: str, password_hash: str) -> bool: ...


class Entered(NamedTuple):
    """A session that has begun, and the ticket its browser gets a cookie for (`Members.exchange`)."""

    session_id: str
    ticket: str


class Members:
    """Accounts, sessions, and who coaches whom.

    Methods that take a `session_id` raise `SignedOut` when that session is over.
    """

    def __init__(self, store: Store, now: Callable[[], dt.datetime]) -> None:
        self._store, self._now = store, now

    # --- in and out ------------------------------------------------------------------------------------------

    def sign_up(
        self, name: str, password: str, passwords: Passwords, *, role: Role = "runner", guest: str | None = None
    ) -> Entered:
        """A new account. What the client `guest` has made is theirs from now on, and no guest's any more.

        Raises:
            BadInput: the name is taken or cannot be one, the password is too short, too long or too easy; or it was
                tried too often.
        """
        name = checked_name(name)
        password = checked_password(password, name)
        if guest is not None:
            self._counted(f"new account of {guest}", GUESSES)
        self._counted("new account", SIGN_UPS)
        if self._store.accounts.named(name) is not None:
            raise BadInput(f"The name '{name}' is taken: choose another.")
        if guest is None or self._store.accounts.is_owned(guest):
            guest = "user-" + secrets.token_hex(16)
        account = self._store.accounts.add(name, passwords.hash(name, password), role, guest, self._now())
        return self._enter(account)

    def sign_in(self, name: str, password: str, passwords: Passwords) -> Entered:
        """A session for a name and its password.

        Raises:
            BadInput: they do not belong together, which of the two is not told; or it was tried too often.
        """
        account = self._checked(name, password, passwords)
        return self._enter(account)

    def _checked(self, name: str, password: str, passwords: Passwords) -> Account:
        name = name.strip().lower()
        self._counted(name, GUESSES)
        account, password_hash = self._store.accounts.named(name) or (None, NOBODYS_HASH)
        fits = passwords.fits(name, password[: 2 * MAX_PASSWORD_BYTES], password_hash)
        if account is None or not fits:
            raise BadInput(_WRONG)
        self._store.accounts.forget_guesses(name)
        return account

    def _counted(self, tried: str, most: int) -> None:
        """One more try of something; nobody's name has a blank in it. Raises `BadInput` when there were too many."""
        if self._store.accounts.count_guess(tried, self._now(), WINDOW) > most:
            minutes = WINDOW.seconds // 60
            raise BadInput(f"That was tried {most} times: wait {minutes} minutes before you try again.")

    def _enter(self, account: Account) -> Entered:
        ticket, now = secrets.token_urlsafe(32), self._now()
        return Entered(self._store.sessions.open(account.id, ticket, now, now + SESSION_LASTS), ticket)

    def exchange(self, ticket: str) -> str:
        """The secret for the cookie of a session that has just begun; a ticket works once, and for a minute.

        Raises:
            NotFound: it is no such ticket.
        """
        secret = secrets.token_urlsafe(32)
        if not self._store.sessions.exchange(ticket, secret, self._now() - TICKET_LASTS):
            raise NotFound("There is no such ticket.")
        return secret

    def session(self, session_id: str) -> Session:
        """Whose session it is, and for whom, at this moment."""
        found = self._store.sessions.numbered(session_id, self._now())
        if found is None:
            raise SignedOut
        return found

    def of_cookie(self, secret: str | None) -> Session | None:
        """The session that a cookie proves."""
        return self._store.sessions.of_secret(secret, self._now()) if secret else None

    def guest(self, key: object) -> str | None:
        """The client a guest's key opens; None when it is no key, or its client has become a member's."""
        client_id = guest_id(key)
        return None if client_id is None or self._store.accounts.is_owned(client_id) else client_id

    def sign_out(self, session_id: str) -> None:
        """Ends a session, in every tab of its browser at once."""
        self._store.sessions.close(session_id)

    def change_password(self, session_id: str, current: str, new: str, passwords: Passwords) -> Entered:
        """The new password; every session and every API token of the account ends, and this browser gets a new session.

        Raises:
            BadInput: `current` is wrong, was tried too often, or `new` cannot be a password.
        """
        name = self.session(session_id).account.name
        new = checked_password(new, name)
        account = self._checked(name, current, passwords)
        self._store.accounts.set_password(account.id, passwords.hash(name, new))
        return self._enter(account)

    def close_account(self, session_id: str, password: str, passwords: Passwords) -> None:
        """Deletes the account and everything of its client, for good. Raises `BadInput` for a wrong password."""
        account = self._checked(self.session(session_id).account.name, password, passwords)
        self._store.accounts.erase(account.id)

    # --- coaches and athletes --------------------------------------------------------------------------------

    def set_role(self, session_id: str, role: Role) -> None:
        """Being a coach opens nothing by itself: an athlete has to join. Who stops being one loses their athletes."""
        self._store.accounts.set_role(self.session(session_id).account.id, role)

    def invite(self, session_id: str) -> str:
        """A code by which one athlete can join this coach, within a week.

        Raises:
            BadInput: this account is not a coach.
        """
        coach = self.session(session_id).account
        if coach.role != "coach":
            raise BadInput("Only a coach can invite athletes.")
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
        self._store.coaching.invite(coach.id, code, self._now(), self._now() + CODE_LASTS)
        return f"{code[:5]}-{code[5:]}"

    def inviting(self, session_id: str, code: str) -> str:
        """The name of the coach behind a code, to be shown before anybody joins.

        Raises:
            NotFound: it is no invitation, or an old one.
        """
        athlete = self.session(session_id).account
        coach = self._store.coaching.inviting(_plain(code), self._now())
        if coach is None:
            raise NotFound("This code is not, or no longer, an invitation.")
        if coach.id == athlete.id:
            raise BadInput("This is your own invitation: give it to an athlete.")
        return coach.name

    def join(self, session_id: str, code: str) -> None:
        """Lets the coach behind a code see and change this athlete's plan. Raises as `inviting` does."""
        self.inviting(session_id, code)
        self._store.coaching.join(_plain(code), self.session(session_id).account.id, self._now())

    def coaches(self, session_id: str) -> tuple[Account, ...]:
        """Who may see and change this member's plan."""
        return self._store.coaching.coaches(self.session(session_id).account.id)

    def athletes(self, session_id: str) -> tuple[Account, ...]:
        """The athletes of this coach, by name."""
        return self._store.coaching.athletes(self.session(session_id).account.id)

    def dismiss_coach(self, session_id: str, coach_id: int) -> None:
        """This coach sees nothing any more, at once."""
        self._store.coaching.end(coach_id, self.session(session_id).account.id)

    def dismiss_athlete(self, session_id: str, athlete_id: int) -> None:
        """This coach looks after the athlete no more."""
        self._store.coaching.end(self.session(session_id).account.id, athlete_id)

    def look_after(self, session_id: str, athlete_id: int | None) -> None:
        """From now on every page in this browser is the athlete's; None: one's own again.

        Raises:
            NotFound: not an athlete of this coach.
        """
        if athlete_id is not None and athlete_id not in {each.id for each in self.athletes(session_id)}:
            raise NotFound("There is no such athlete.")
        self._store.sessions.look_after(session_id, athlete_id)


def checked_name(name: str) -> str:
    """A name to sign in with, in small letters. Raises `BadInput`."""
    name = name.strip().lower()
    if not _NAME.fullmatch(name):
        raise BadInput("A name has 3 to 40 letters without accents, digits, dots, dashes or an @: choose another.")
    return name


def checked_password(password: str, name: str) -> str:
    """A password as it is kept, without blanks around it. Raises `BadInput`."""
    password = password.strip()
    if len(password) < MIN_PASSWORD:
        raise BadInput(f"The password has {len(password)} characters: use at least {MIN_PASSWORD}.")
    if len(password.encode()) > MAX_PASSWORD_BYTES:
        raise BadInput(f"The password is too long: use at most {MAX_PASSWORD_BYTES} letters.")
    if len(set(password)) < 4 or name in password.lower():
        raise BadInput("This password is easy to guess: use one that is not your name and not one letter repeated.")
    return password


def _plain(code: str) -> str:
    return re.sub(r"[\s-]", "", code).upper()
