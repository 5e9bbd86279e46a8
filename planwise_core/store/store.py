"""What PlanWise remembers: the one door to the database.

Values go in and values come out; a connection lives inside one method, and a method is one transaction. What a moment
is, the caller says: `now` is an aware time wherever one is stored.

Every method may raise `StoreUnavailable` (locked, read-only, full, gone; nothing was changed then), and every method
that takes a `client_id` raises `BadInput` for one that cannot be an id.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from planwise_core.errors import StoreUnavailable
from planwise_core.store import clients, facts, runs, turns, versions, whole
from planwise_core.store.accounts import Accounts
from planwise_core.store.coaching import Coaching
from planwise_core.store.database import BUSY_S, Database, patiently
from planwise_core.store.ledger import Ledger
from planwise_core.store.migrate import migrate, revision
from planwise_core.store.records import (
    Client,
    Decision,
    Deleted,
    Ending,
    Fact,
    Mode,
    Snapshot,
    StoredRun,
    StoredTurn,
    checked_id,
)
from planwise_core.store.sessions import Sessions
from planwise_core.store.tokens import Tokens
from planwise_core.store.whole import Whole
from planwise_core.training import journal
from planwise_core.training.edits import Edit
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.versions import Author, Version, VersionHead

_CHANGES_A_PAGE = 20


class Store:
    """The memory of PlanWise in one database; safe to share between threads.

    What is not of a plan has rooms of its own: people who sign in (`accounts`, `sessions`, `coaching`), the keys of
    programs (`tokens`) and what models cost (`ledger`).

    Args:
        url: ``sqlite:///planwise.db`` or ``postgresql://user:password@host/name``.
        busy_s: how long a method waits for somebody else's lock.

    Raises:
        BadSettings: `url` is no such address.
    """

    def __init__(self, url: str, busy_s: float = BUSY_S) -> None:
        self._database = Database(url, busy_s)
        self.accounts = Accounts(self._database)
        self.sessions = Sessions(self._database)
        self.coaching = Coaching(self._database)
        self.tokens = Tokens(self._database)
        self.ledger = Ledger(self._database)

    # -- the database itself

    def migrate(self) -> None:
        """Makes or updates the tables. Run at every start; two processes may start at once."""
        migrate(self._database)

    def close(self) -> None:
        """Gives every connection back. The store opens new ones if it is used again."""
        self._database.engine.dispose()

    def backup(self, path: Path) -> None:
        """Writes a whole, consistent copy of a SQLite database to `path`, while others go on writing.

        A plain copy of the file would miss what still stands in its log.

        Raises:
            BadInput: the database is PostgreSQL, which has pg_dump for this.
            StoreUnavailable: the copy cannot be written, or is not sound.
        """
        self._database.back_up(path)

    def health(self) -> dict[str, Any]:
        """``{"ok", "dialect", "driver", "revision"}``, and ``"problem"`` when not ok; raises nothing."""
        told: dict[str, Any] = {"ok": True, **self._database.described()}
        try:
            with self._database.reading() as db:
                return {**told, "revision": revision(db)}
        except StoreUnavailable as error:
            return {**told, "ok": False, "revision": None, "problem": str(error)}

    # -- clients

    def ensure_client(self, client_id: str, now: dt.datetime) -> Client:
        """The client, made if there is none of this id."""
        with self._database.reading(client_id) as db:
            if found := clients.find(db, client_id):
                return found
        with self._database.writing() as db:
            clients.create(db, Client(id=client_id, created_at=now))
            return clients.load(db, client_id)

    def client(self, client_id: str) -> Client:
        """Raises `NotFound` when there is none."""
        with self._database.reading(client_id) as db:
            return clients.load(db, client_id)

    def known(self, client_id: str) -> tuple[Client, tuple[Fact, ...]]:
        """A client with what is remembered of them, oldest first. Raises `NotFound` when there is none."""
        return self.known_with(client_id, ())[:2]

    def known_with(
        self, client_id: str, numbers: Iterable[int]
    ) -> tuple[Client, tuple[Fact, ...], tuple[Version, ...]]:
        """`known`, and these versions in the order of `numbers`. Raises `NotFound` when one is missing."""
        with self._database.reading(client_id) as db:
            client, remembered = clients.load(db, client_id), facts.all_of(db, client_id)
            return client, remembered, versions.numbered(db, client_id, numbers)

    def snapshot(self, client_id: str) -> Snapshot | None:
        """A client with their plan, runs and facts, all of one moment; None when there is no such client."""
        with self._database.reading(client_id) as db:
            client = clients.find(db, client_id)
            if client is None:
                return None
            return Snapshot(
                client=client,
                facts=facts.all_of(db, client_id),
                version=versions.current(db, client_id),
                runs=runs.all_of(db, client_id),
            )

    def save_client(self, client: Client) -> None:
        """Writes all of a client but the id and the day they came. Raises `NotFound`."""
        with self._database.writing(client.id) as db:
            clients.save(db, client)

    def delete_client(self, client_id: str) -> Deleted:
        """Deletes everything there is of a client. Raises `NotFound`."""
        with self._database.writing(client_id) as db:
            return clients.erase(db, client_id)

    def untouched(self, prefix: str, since: dt.datetime) -> list[str]:
        """The ids that begin with `prefix` of clients who have asked, changed and run nothing since a time."""
        with self._database.reading() as db:
            return clients.untouched(db, prefix, since)

    def whole(self, client_id: str) -> Whole:
        """Everything of a client at one moment, as it can be taken in elsewhere. Raises `NotFound`."""
        with self._database.reading(client_id) as db:
            return whole.of(db, client_id)

    def take_in(self, client_id: str, everything: Whole, *, replace: bool = False) -> None:
        """Makes `everything` all there is of a client; `replace` deletes what was there.

        Raises:
            BadInput: there is something already, and `replace` was not said.
        """
        with self._database.writing(client_id) as db:
            whole.take_in(db, client_id, everything, replace=replace)

    # -- versions

    def current(self, client_id: str) -> Version | None:
        """The plan as it is now; None before the first."""
        with self._database.reading(client_id) as db:
            return versions.current(db, client_id)

    def version(self, client_id: str, number: int) -> Version:
        """Raises `NotFound` when there is none."""
        with self._database.reading(client_id) as db:
            return versions.numbered(db, client_id, (number,))[0]

    def versions(self, client_id: str, numbers: Iterable[int]) -> tuple[Version, ...]:
        """These versions, in the order of `numbers`. Raises `NotFound` when one is missing."""
        with self._database.reading(client_id) as db:
            return versions.numbered(db, client_id, numbers)

    def heads(self, client_id: str, limit: int | None = None, before: int | None = None) -> tuple[VersionHead, ...]:
        """The versions without their plans, newest first; only those before number `before`."""
        with self._database.reading(client_id) as db:
            return versions.heads(db, client_id, limit or versions.ABOVE_ALL, before or versions.ABOVE_ALL)

    def changes(self, client_id: str) -> Iterator[tuple[VersionHead, tuple[Edit, ...]]]:
        """Every version, newest first, with the edits that led to it and without its plan; read as far as it is asked
        for."""
        before = versions.ABOVE_ALL
        while before > 1:
            with self._database.reading(client_id) as db:
                page = versions.changes(db, client_id, before, _CHANGES_A_PAGE)
            yield from page
            before = page[-1][0].number if page else 0

    def save_version(
        self,
        client_id: str,
        *,
        parent: int | None,
        plan: Plan,
        edits: Sequence[Edit],
        author: Author,
        cause: str,
        now: dt.datetime,
        turn_id: str | None = None,
        decision: Decision | None = None,
        client: Client | None = None,
    ) -> Version:
        """Saves `plan` as the new current version. With `decision`, the turn's proposal is decided along with it, with
        `client`, who they are is saved along with it.

        Raises:
            StaleVersion: `parent` is not the current version any more (None: there is none).
            NotFound: no such client or turn.
            BadInput: the turn has been decided before, or has led to a version.
        """
        with self._database.writing(client_id) as db:
            if turn_id is not None and decision is not None:
                number = (parent or 0) + 1
                turns.decide(db, client_id, turn_id, decision, number)
            version = versions.save(
                db, client_id, parent=parent, plan=plan, edits=tuple(edits), author=author, cause=cause, now=now,
                turn_id=turn_id,
            )  # fmt: skip
            if client is not None:
                clients.save(db, client)
            return version

    # -- turns

    def add_turn(self, client_id: str, *, turn_id: str, asked: str, mode: Mode, now: dt.datetime) -> StoredTurn:
        """Queues a question; sent again with the same id, it gives the turn as it stands.

        Raises:
            NotFound: no such client.
            BadInput: an earlier question is still being answered, or the id is somebody else's.
        """
        checked_id(turn_id, "turn id")
        with self._database.writing(client_id) as db:
            return turns.add(db, client_id, turn_id, asked, mode, now)[0]

    def begin_turn(
        self, client_id: str, owner: str, lease_s: float, *, turn_id: str, asked: str, mode: Mode, now: dt.datetime
    ) -> tuple[StoredTurn, bool]:
        """`add_turn` and `claim` in one: the turn, and whether it is `owner`'s; False: it was there before."""
        checked_id(turn_id, "turn id")
        with self._database.writing(client_id) as db:
            return turns.add(db, client_id, turn_id, asked, mode, now, owner, lease_s)

    def claim(self, turn_id: str | None, owner: str, now: dt.datetime, lease_s: float) -> StoredTurn | None:
        """Takes this turn (None: the next one) for `lease_s` seconds, to be renewed; None: there is nothing to do.

        A running turn whose lease has run out is taken over, once.
        """
        with self._database.writing(is_patient=True) as db:
            return turns.claim(db, turn_id, owner, now, lease_s)

    def renew(self, owner: str, says: Mapping[str, str], now: dt.datetime, lease_s: float) -> frozenset[str]:
        """Keeps turns, by id, and what each says so far. Those that are not given back were stopped, taken over or
        deleted."""
        with self._database.writing(is_patient=True) as db:
            return turns.renew(db, owner, says, now, lease_s)

    def finish(self, turn_id: str, owner: str, ending: Ending, now: dt.datetime) -> StoredTurn:
        """The end of a turn in one transaction; what was learned is kept when it is done.

        A turn that is not `owner`'s any more (stopped, taken over) is given back as it stands, and nothing is written.
        It waits for a lock longer than others do.

        Raises:
            StaleVersion: somebody saved a plan meanwhile; the turn is still running and nothing was written.
            NotFound: the turn was deleted with its client.
        """
        return patiently(lambda: self._finish(turn_id, owner, ending, now))

    def _finish(self, turn_id: str, owner: str, ending: Ending, now: dt.datetime) -> StoredTurn:
        with self._database.writing(is_patient=True) as db:
            turn, is_mine = turns.taken(db, turn_id, owner)
            if not is_mine:
                return turn
            if ending.status == "done":
                clients.learn(db, turn.client_id, ending.athlete, ending.known, ending.pending)
                facts.propose(db, turn.client_id, ending.remember, turn_id, now)
            if ending.keeps is not None:
                facts.decide(db, turn.client_id, *ending.keeps)
            if ending.withdraws is not None:
                turns.withdraw(db, turn.client_id, ending.withdraws)
            number = None
            if ending.plan is not None:
                number = versions.save(
                    db, turn.client_id, parent=ending.parent, plan=ending.plan, edits=ending.edits, author="coach",
                    cause=turn.asked, now=now, turn_id=turn_id,
                ).number  # fmt: skip
            return turns.finish(db, turn, ending, now, number)

    def stop(self, client_id: str, turn_id: str, now: dt.datetime) -> StoredTurn:
        """Ends an open turn, keeping what it has said; one that is finished stays as it is. Raises `NotFound`."""
        with self._database.writing(client_id) as db:
            return turns.stop(db, client_id, turn_id, now)

    def interrupt_orphans(self, now: dt.datetime) -> int:
        """Ends running turns that nobody renews and that were taken over once already; how many."""
        with self._database.writing(is_patient=True) as db:
            return turns.interrupt_orphans(db, now)

    def turn(self, client_id: str, turn_id: str) -> StoredTurn:
        """Raises `NotFound` when there is none, or it is somebody else's."""
        with self._database.reading(client_id) as db:
            return turns.load(db, client_id, checked_id(turn_id, "turn id"))

    def turns(self, client_id: str, limit: int = 20, before: str | None = None) -> tuple[StoredTurn, ...]:
        """The last turns, or the last before a turn; oldest first."""
        with self._database.reading(client_id) as db:
            return turns.latest(db, client_id, limit, before)

    def open_turn(self, client_id: str) -> StoredTurn | None:
        """The turn that is queued or running."""
        with self._database.reading(client_id) as db:
            return turns.open_one(db, client_id)

    def decide(self, client_id: str, turn_id: str, decision: Decision, *, client: Client | None = None) -> StoredTurn:
        """Closes a proposal that leads to no version; with `client`, who they are is saved along with it.

        Raises `NotFound`, or `BadInput` when it was decided before.
        """
        with self._database.writing(client_id) as db:
            turn = turns.decide(db, client_id, turn_id, decision)
            if client is not None:
                clients.save(db, client)
            return turn

    def queue(self) -> dict[str, int]:
        """How many turns are ``queued`` and ``running``."""
        with self._database.reading() as db:
            return turns.queue(db)

    # -- runs and facts

    def add_run(self, client_id: str, run: Run, now: dt.datetime) -> int:
        """Keeps a run and gives its id. Raises `NotFound` for an unknown client."""
        with self._database.writing(client_id) as db:
            return runs.add(db, client_id, run, now)

    def add_runs(self, client_id: str, given: Sequence[Run], now: dt.datetime) -> None:
        """Keeps all of these runs, or none. Raises `NotFound` for an unknown client."""
        with self._database.writing(client_id) as db:
            runs.add_all(db, client_id, given, now)

    def runs(self, client_id: str) -> tuple[StoredRun, ...]:
        """Every run, oldest first."""
        with self._database.reading(client_id) as db:
            return runs.all_of(db, client_id)

    def delete_run(self, client_id: str, run_id: int) -> None:
        """Raises `NotFound` when there is none, or it is somebody else's."""
        with self._database.writing(client_id) as db:
            runs.remove(db, client_id, run_id)

    def remember(self, client_id: str, text: str, *, kind: str, confirmed: bool, now: dt.datetime) -> Fact:
        """Keeps a fact about a client. Raises `NotFound` for an unknown client."""
        with self._database.writing(client_id) as db:
            return facts.add(db, client_id, journal.Fact(kind=kind, text=text), confirmed, now)

    def facts(self, client_id: str) -> tuple[Fact, ...]:
        """All that is remembered of a client, oldest first."""
        with self._database.reading(client_id) as db:
            return facts.all_of(db, client_id)

    def correct_fact(self, client_id: str, fact_id: int, text: str, kind: str = "note") -> Fact:
        """The fact in the runner's own words; it is confirmed then. Raises `NotFound`."""
        with self._database.writing(client_id) as db:
            return facts.correct(db, client_id, fact_id, journal.Fact(kind=kind, text=text))

    def confirm_fact(self, client_id: str, fact_id: int) -> Fact:
        """The fact as it stands, confirmed. Raises `NotFound`."""
        with self._database.writing(client_id) as db:
            return facts.correct(db, client_id, fact_id, None)

    def forget(self, client_id: str, fact_id: int) -> None:
        """Raises `NotFound` when there is no such fact, or it is somebody else's."""
        with self._database.writing(client_id) as db:
            facts.remove(db, client_id, fact_id)
