"""Members: signing up, in and out; passwords; coaches and their athletes."""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from planwise_core.accounts import guest_id, new_guest_key
from planwise_core.errors import BadInput, NotFound, SignedOut
from planwise_core.members import (
    GUESSES,
    MAX_PASSWORD_BYTES,
    SESSION_LASTS,
    SIGN_UPS,
    TICKET_LASTS,
    WINDOW,
    Entered,
    Members,
    checked_name,
    checked_password,
)
from planwise_core.store.store import Store
from tests.databases import Fresh, on_both
from tests.houses import MONDAY_MORNING

PASSWORD = "a long walk in the rain"
SQLITE = Fresh("sqlite")
NEW = "another walk in the sun"


class Quick:
    """`Passwords` that are hashed at once, and counted."""

    def __init__(self) -> None:
        self.compared = 0
        self._lock = threading.Lock()

    def hash(self, name: str, password: str) -> str:
        return hashlib.sha256(password.encode()).hexdigest()

    def fits(self, name: str, password: str, password_hash: str) -> bool:
        with self._lock:
            self.compared += 1
        return self.hash(name, password) == password_hash


class Clock:
    def __init__(self) -> None:
        self.now = MONDAY_MORNING

    def __call__(self) -> dt.datetime:
        return self.now

    def passes(self, by: dt.timedelta) -> None:
        self.now += by


class Club:
    """Members of a fresh database, with a clock that is moved by hand."""

    def __init__(self, store: Store) -> None:
        self.store, self.clock, self.passwords = store, Clock(), Quick()
        self.members = Members(store, self.clock)

    def joins(self, name: str, coach: bool = False, guest: str | None = None) -> Entered:
        role = "coach" if coach else "runner"
        return self.members.sign_up(name, PASSWORD, self.passwords, role=role, guest=guest)  # type: ignore[arg-type]

    def enters(self, name: str, password: str = PASSWORD) -> Entered:
        return self.members.sign_in(name, password, self.passwords)

    def coached(self, coach: str = "carla", athlete: str = "anna") -> tuple[str, str]:
        """The sessions of a coach and an athlete who has joined her."""
        of_coach, of_athlete = self.joins(coach, coach=True).session_id, self.joins(athlete).session_id
        self.members.join(of_athlete, self.members.invite(of_coach))
        return of_coach, of_athlete


@contextlib.contextmanager
def club(fresh: Fresh = SQLITE) -> Iterator[Club]:
    with fresh.store() as store:
        yield Club(store)


# --- in and out


@on_both
def test_who_signs_up_can_sign_in(fresh: Fresh) -> None:
    with club(fresh) as here:
        first = here.joins("Anna ")
        again = here.enters(" ANNA")

        assert here.members.session(first.session_id).account == here.members.session(again.session_id).account
        assert here.members.session(again.session_id).account.name == "anna"
        assert first.session_id != again.session_id


@on_both
def test_a_name_is_given_once(fresh: Fresh) -> None:
    with club(fresh) as here:
        here.joins("anna")

        with pytest.raises(BadInput, match="taken"):
            here.joins("ANNA")


@on_both
def test_of_many_who_want_a_name_at_once_one_gets_it(fresh: Fresh) -> None:
    with club(fresh) as here, ThreadPoolExecutor(8) as crowd:

        def outcome(_: int) -> str:
            try:
                return here.joins("anna").session_id
            except BadInput as refused:
                return str(refused)

        outcomes = list(crowd.map(outcome, range(8)))

    assert sum("taken" not in each for each in outcomes) == 1


@on_both
def test_what_a_guest_made_is_theirs_after_signing_up_and_no_guests_any_more(fresh: Fresh) -> None:
    key = new_guest_key()
    with club(fresh) as here:
        guest = here.members.guest(key)
        anna = here.joins("anna", guest=guest)

        assert guest == guest_id(key)
        assert here.members.session(anna.session_id).client_id == guest
        assert here.members.guest(key) is None
        ben = here.joins("ben", guest=guest)
        assert here.members.session(ben.session_id).client_id != guest


@on_both
def test_one_read_says_who_is_at_the_door(fresh: Fresh) -> None:
    with club(fresh) as here:
        arrival, ensure = here.store.accounts.arrival, here.store.ensure_client
        assert arrival("anna", "annas-demo") == (False, None, None)

        anna, theirs = ensure("anna", MONDAY_MORNING), ensure("annas-demo", MONDAY_MORNING)
        assert arrival("anna", "annas-demo") == (False, anna, theirs)
        assert arrival("nobody", "annas-demo") == (False, None, theirs)
        here.joins("anna", guest="anna")
        assert arrival("anna", "bens-demo") == (True, anna, None)


def test_a_password_is_not_in_the_database() -> None:
    with Fresh("sqlite").migrated_url() as url:
        store = Store(url)
        here = Club(store)
        entered = here.joins("anna")
        secret = here.members.exchange(entered.ticket)
        code = here.members.invite(here.joins("carla", coach=True).session_id)
        store.close()
        with open(url.removeprefix("sqlite:///"), "rb") as file:
            kept = file.read()

    for kept_by_nobody in (PASSWORD, entered.ticket, secret, code.replace("-", "")):
        assert kept_by_nobody.encode() not in kept


@on_both
def test_a_wrong_password_and_an_unknown_name_are_told_alike(fresh: Fresh) -> None:
    with club(fresh) as here:
        here.joins("anna")
        with pytest.raises(BadInput) as wrong:
            here.enters("anna", "not this one, no")
        with pytest.raises(BadInput) as unknown:
            here.enters("nobody", "not this one, no")

        assert str(wrong.value) == str(unknown.value)
        assert here.passwords.compared == 2  # and take as long


@on_both
def test_of_a_thousand_guesses_a_handful_is_looked_at(fresh: Fresh) -> None:
    with club(fresh) as here, ThreadPoolExecutor(8) as crowd:
        here.joins("anna")

        def guess(number: int) -> str:
            try:
                return here.enters("anna", f"guess number {number}").session_id
            except BadInput as refused:
                return str(refused)

        refusals = list(crowd.map(guess, range(1000 if fresh.kind == "sqlite" else 100)))

        assert here.passwords.compared == GUESSES <= 20
        assert sum("wait" in refusal for refusal in refusals) == len(refusals) - GUESSES
        with pytest.raises(BadInput, match="wait 15 minutes"):
            here.enters("anna")
        assert here.joins("ben")  # and nobody else is kept out
        here.clock.passes(WINDOW)
        assert here.enters("anna")


def test_signing_in_clears_the_count() -> None:
    with club() as here:
        here.joins("anna")
        for _ in range(3):
            for _ in range(GUESSES - 1):
                with pytest.raises(BadInput, match="belong together"):
                    here.enters("anna", "a slip of the finger")
            here.enters("anna")


def test_one_browser_asks_for_a_handful_of_new_accounts() -> None:
    with club() as here:
        mine, another = (guest_id(new_guest_key()) for _ in range(2))
        here.joins("anna")
        for _ in range(GUESSES):
            with pytest.raises(BadInput, match="taken"):
                here.joins("anna", guest=mine)

        with pytest.raises(BadInput, match="tried 10 times: wait 15 minutes"):
            here.joins("ben", guest=mine)
        assert here.joins("ben", guest=another)  # and nobody else is kept out
        here.clock.passes(WINDOW)
        assert here.joins("carla", guest=mine)


def test_all_browsers_together_ask_for_no_more_than_can_be_hashed() -> None:
    with club() as here:
        for number in range(SIGN_UPS):
            here.joins(f"runner{number}")

        with pytest.raises(BadInput, match="wait 15 minutes"):
            here.joins("one-too-many")
        here.clock.passes(WINDOW)
        assert here.joins("one-too-many")


@on_both
def test_a_ticket_buys_one_cookie_and_only_soon(fresh: Fresh) -> None:
    with club(fresh) as here:
        anna, late = here.joins("anna"), here.joins("ben")
        secret = here.members.exchange(anna.ticket)

        found = here.members.of_cookie(secret)
        assert found is not None
        assert found.id == anna.session_id
        with pytest.raises(NotFound):
            here.members.exchange(anna.ticket)
        here.clock.passes(TICKET_LASTS)
        with pytest.raises(NotFound):
            here.members.exchange(late.ticket)


@on_both
def test_signing_out_ends_the_session_for_every_copy_of_its_cookie(fresh: Fresh) -> None:
    with club(fresh) as here:
        anna = here.joins("anna")
        elsewhere = here.enters("anna")
        secret = here.members.exchange(anna.ticket)
        here.members.sign_out(anna.session_id)

        assert here.members.of_cookie(secret) is None
        with pytest.raises(SignedOut):
            here.members.session(anna.session_id)
        assert here.members.session(elsewhere.session_id)


def test_a_session_does_not_last_for_ever() -> None:
    with club() as here:
        anna = here.joins("anna")
        secret = here.members.exchange(anna.ticket)
        here.clock.passes(SESSION_LASTS)

        assert here.members.of_cookie(secret) is None
        with pytest.raises(SignedOut):
            here.members.session(anna.session_id)


@on_both
def test_a_new_password_ends_every_session_but_its_own(fresh: Fresh) -> None:
    with club(fresh) as here:
        anna, phone = here.joins("anna"), here.enters("anna")
        renewed = here.members.change_password(anna.session_id, PASSWORD, NEW, here.passwords)

        for ended in (anna, phone):
            with pytest.raises(SignedOut):
                here.members.session(ended.session_id)
        assert here.members.session(renewed.session_id).account.name == "anna"
        with pytest.raises(BadInput):
            here.enters("anna", PASSWORD)
        assert here.enters("anna", NEW)


@on_both
def test_a_new_password_revokes_the_tokens_of_its_own_account_only(fresh: Fresh) -> None:
    with club(fresh) as here:
        sessions = {name: here.joins(name).session_id for name in ("anna", "ben")}
        clients = {name: here.members.session(session).client_id for name, session in sessions.items()}
        for client_id in clients.values():
            here.store.ensure_client(client_id, here.clock())
        tokens = {name: here.store.tokens.add(clients[name], "watch", here.clock()) for name in clients}

        here.members.change_password(sessions["anna"], PASSWORD, NEW, here.passwords)

        assert here.store.tokens.owner(tokens["anna"]) is None
        assert here.store.tokens.owner(tokens["ben"]) == clients["ben"]


def test_a_password_is_changed_by_who_knows_it() -> None:
    with club() as here:
        anna = here.joins("anna")

        with pytest.raises(BadInput, match="belong together"):
            here.members.change_password(anna.session_id, "somebody at her desk", NEW, here.passwords)
        assert here.enters("anna", PASSWORD)


@on_both
def test_a_closed_account_leaves_nothing_behind(fresh: Fresh) -> None:
    with club(fresh) as here:
        carla, anna = here.coached()
        client_id = here.members.session(anna).client_id
        here.store.ensure_client(client_id, here.clock())
        with pytest.raises(BadInput):
            here.members.close_account(anna, "not her password", here.passwords)
        here.members.close_account(anna, PASSWORD, here.passwords)

        with pytest.raises(SignedOut):
            here.members.session(anna)
        with pytest.raises(NotFound):
            here.store.client(client_id)
        assert here.members.athletes(carla) == ()
        assert here.joins("anna")


@pytest.mark.parametrize("name", ["", "ab", "a b c", "x" * 41, "-anna", "änna", "' or 1=1", "a/../b"])
def test_what_cannot_be_a_name_is_refused(name: str) -> None:
    with pytest.raises(BadInput, match="A name has"):
        checked_name(name)


@pytest.mark.parametrize("password", ["", "short", "aaaaaaaaaaaa", "  padded    ", "anna anna anna", "ü" * 40])
def test_a_bad_password_is_refused(password: str) -> None:
    with pytest.raises(BadInput, match="password"):
        checked_password(password, "anna")


def test_a_password_may_be_as_long_as_bcrypt_can_see() -> None:
    assert checked_password("0123456789" * 7 + "ab", "anna")
    with pytest.raises(BadInput, match=str(MAX_PASSWORD_BYTES)):
        checked_password("0123456789" * 7 + "abc", "anna")


# --- coaches and athletes


@on_both
def test_an_athlete_joins_a_coach_by_a_code_that_works_once(fresh: Fresh) -> None:
    with club(fresh) as here:
        carla, anna, ben = here.joins("carla", coach=True), here.joins("anna"), here.joins("ben")
        code = here.members.invite(carla.session_id)

        assert here.members.inviting(anna.session_id, code.lower().replace("-", " ")) == "carla"
        here.members.join(anna.session_id, code)
        assert [each.name for each in here.members.athletes(carla.session_id)] == ["anna"]
        assert [each.name for each in here.members.coaches(anna.session_id)] == ["carla"]
        with pytest.raises(NotFound):
            here.members.join(ben.session_id, code)
        here.members.join(anna.session_id, here.members.invite(carla.session_id))  # once more changes nothing
        assert len(here.members.athletes(carla.session_id)) == 1


def test_an_invitation_is_a_coachs_and_does_not_last_for_ever() -> None:
    with club() as here:
        carla, anna = here.joins("carla", coach=True), here.joins("anna")
        with pytest.raises(BadInput, match="Only a coach"):
            here.members.invite(anna.session_id)
        code = here.members.invite(carla.session_id)
        with pytest.raises(BadInput, match="your own"):
            here.members.join(carla.session_id, code)
        here.clock.passes(dt.timedelta(days=7))
        with pytest.raises(NotFound):
            here.members.join(anna.session_id, code)


@on_both
def test_a_coach_looks_after_an_athlete_in_her_session_only(fresh: Fresh) -> None:
    with club(fresh) as here:
        carla, anna = here.coached()
        elsewhere = here.enters("carla").session_id
        (athlete,) = here.members.athletes(carla)
        own = here.members.session(carla).client_id
        here.members.look_after(carla, athlete.id)

        assert here.members.session(carla).client_id == athlete.client_id == here.members.session(anna).client_id
        assert here.members.session(elsewhere).client_id == own
        here.members.look_after(carla, None)
        assert here.members.session(carla).client_id == own


@on_both
@pytest.mark.parametrize("ends", ["the athlete", "the coach", "coaching at all"])
def test_when_coaching_ends_the_coach_is_herself_again_at_once(fresh: Fresh, ends: str) -> None:
    with club(fresh) as here:
        carla, anna = here.coached()
        own = here.members.session(carla).client_id
        (athlete,) = here.members.athletes(carla)
        here.members.look_after(carla, athlete.id)
        if ends == "the athlete":
            (coach,) = here.members.coaches(anna)
            here.members.dismiss_coach(anna, coach.id)
        elif ends == "the coach":
            here.members.dismiss_athlete(carla, athlete.id)
        else:
            here.members.set_role(carla, "runner")

        assert here.members.session(carla).client_id == own
        assert here.members.athletes(carla) == ()
        with pytest.raises(NotFound):
            here.members.look_after(carla, athlete.id)


def test_nobody_looks_after_somebody_elses_athlete() -> None:
    with club() as here:
        carla, _ = here.coached()
        (athlete,) = here.members.athletes(carla)
        other = here.joins("cleo", coach=True)

        with pytest.raises(NotFound):
            here.members.look_after(other.session_id, athlete.id)
