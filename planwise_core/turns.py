"""The background runner: it owns every answer while it is being made.

The question is stored before a coach is asked; a worker claims the stored turn, walks it and stores what came of it,
whether or not a browser is still there. Pages only watch. A process that dies leaves a turn whose lease runs out: the
next process takes it over.
"""

from __future__ import annotations

import datetime as dt
import itertools
import logging
import math
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Literal

from planwise_core.errors import PlanWiseError, traced
from planwise_core.store.records import Ending, Mode, StoredTurn
from planwise_core.store.store import Store

log = logging.getLogger("planwise.turns")

HEAD_START_S = 0.05  # what an answer may have the interpreter to itself before its page is drawn
LEASE_S = 10  # how long a silent worker keeps its turn
HEARTBEAT_S = 1.0  # how often a running answer is written down
LOOK_AROUND = 5  # beats between two looks for turns that nobody walks any more
LOOKS_PER_S = 100  # of all pages together: fifty at once look twice a second
STILL_THERE_S = 0.5  # how often a page that watches is asked whether it is still looked at


class Stopped(Exception):
    """Raised out of `say` so that a coach in the middle of a sentence lets go."""


@dataclass
class Live:
    """One answer that is being made in this process."""

    turn_id: str
    text: str = ""
    claimed: bool = False
    stopped: bool = False
    changed: threading.Condition = field(default_factory=threading.Condition)
    begun: threading.Event = field(default_factory=threading.Event)  # a coach is being asked, or has answered
    said: threading.Event = field(default_factory=threading.Event)  # these are all the words so far, or it is over
    over: threading.Event = field(default_factory=threading.Event)

    def __call__(self, piece: str) -> None:
        self.begun.set()
        if self.stopped:
            raise Stopped
        if piece:
            with self.changed:
                self.text += piece
                self.said.clear()
                self.changed.notify_all()

    def restart(self) -> None:
        """Take back what was said: another coach begins anew."""
        with self.changed:
            self.text = ""
            self.said.clear()
            self.changed.notify_all()

    def pause(self) -> None:
        self.said.set()

    def end(self) -> None:
        with self.changed:
            self.begun.set()
            self.said.set()
            self.over.set()
            self.changed.notify_all()


Walk = Callable[[StoredTurn, Live], None]
"""Walks a claimed turn and stores its end; what it raises is stored as a failure here."""


class TurnRunner:
    """Walks stored turns in background threads. One per process."""

    def __init__(self, store: Store, walk: Walk, now: Callable[[], dt.datetime], workers: int = 64) -> None:
        self.owner = uuid.uuid4().hex
        self._store, self._walk, self._now = store, walk, now
        self._live: dict[str, Live] = {}
        self._lock = threading.Lock()
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="turn")
        self._closing = threading.Event()
        self._heart: threading.Thread | None = None

    def ask(self, client_id: str, asked: str, mode: Mode, turn_id: str | None = None) -> StoredTurn:
        """Store the question and begin to walk its turn; returns when a coach is asked, at the latest after
        `HEAD_START_S`. The same `turn_id` again is the same turn, and one that already runs here is left alone.

        The turn is this process's from its first moment: a second write, to claim it, would have to wait for everybody
        else's.
        """
        turn, is_new = self._store.begin_turn(
            client_id, self.owner, LEASE_S, turn_id=turn_id or uuid.uuid4().hex, asked=asked, mode=mode, now=self._now()
        )
        with self._lock:
            if not turn.is_open or turn.id in self._live:
                return turn
            live = self._live[turn.id] = Live(turn.id, claimed=is_new)
        self.stay()
        if is_new:
            self._pool.submit(self._finish, live, turn)
            live.begun.wait(HEAD_START_S)
        else:
            self._pool.submit(self._run, live)
        return turn

    def stay(self) -> None:
        """Beat from now on: keep running turns ours, and take over those that a dead process left behind."""
        with self._lock:
            if self._heart is None:
                self._heart = threading.Thread(target=self._beat, name="turn-heartbeat", daemon=True)
                self._heart.start()

    def recover(self) -> int:
        """Take over turns that a dead process left behind; returns how many."""
        self._store.interrupt_orphans(self._now())
        count = 0
        while (turn := self._store.claim(None, self.owner, self._now(), LEASE_S)) is not None:
            live = Live(turn.id)
            with self._lock:
                self._live[turn.id] = live
            self._pool.submit(self._finish, live, turn)
            count += 1
        return count

    def watch(self, client_id: str, turn_id: str, every_s: float = 0.05) -> Iterator[str]:
        """The whole text so far, again and again until the answer has ended; at most twenty times a second.

        It also yields when nothing is new, so that a page that is no longer looked at can be ended there. The first
        words come at once, and so do the last, before they are stored; the last text is the stored one. What another
        process answers is read from the database.
        """
        seen, began, soonest = "", math.inf, 0.0
        while True:
            live = self._live.get(turn_id)
            if live is None:
                turn = self._store.turn(client_id, turn_id)
                yield turn.says
                if not turn.is_open:
                    return
                self._closing.wait(max(every_s, 0.5))
                continue
            with live.changed:
                live.changed.wait_for(lambda: live.over.is_set() or live.text != seen, timeout=STILL_THERE_S)  # noqa: B023
            live.said.wait(max(soonest - time.monotonic(), 0.0))
            if live.text:
                now = time.monotonic()
                began = min(began, now)
                soonest = now + min(max(every_s, len(self._live) / LOOKS_PER_S), now - began)  # often at the beginning
            seen = live.text
            if not live.over.is_set():
                yield seen

    def wait(self, client_id: str, turn_id: str) -> StoredTurn:
        """The turn when it has ended."""
        if (live := self._live.get(turn_id)) is not None:
            live.over.wait()
        for _ in self.watch(client_id, turn_id):  # answered by another process, or already over
            pass
        return self._store.turn(client_id, turn_id)

    def stop(self, turn_id: str) -> None:
        """Let a coach in the middle of a sentence stop; what was said so far is written down."""
        if (live := self._live.get(turn_id)) is not None:
            live.stopped = True
            self._store.renew(self.owner, {turn_id: live.text}, self._now(), LEASE_S)

    def close(self) -> None:
        """Let running answers end, then stop."""
        self._pool.shutdown(wait=True, cancel_futures=False)
        self._closing.set()
        if self._heart is not None:
            self._heart.join()  # it may be in the middle of a write

    def _run(self, live: Live) -> None:
        try:
            turn = self._store.claim(live.turn_id, self.owner, self._now(), LEASE_S)
        except PlanWiseError as error:
            log.warning("turn %s not claimed: %s", live.turn_id, type(error).__name__)
            turn = None
        if turn is None:
            self._forget(live)
        else:
            self._finish(live, turn)

    def _finish(self, live: Live, turn: StoredTurn) -> None:
        live.claimed = True
        try:
            self._walk(turn, live)
        except Stopped:
            self._end(live, turn, "stopped", "")
        except PlanWiseError as error:
            self._end(live, turn, "failed", str(error))
        except Exception as error:  # noqa: BLE001 - the runner is told by the stored turn, the operator by the log
            log.error("turn %s failed: %s", turn.id, traced(error))
            self._end(live, turn, "failed", "Something went wrong on our side, and nothing was changed. Ask again.")
        self._forget(live)

    def _end(self, live: Live, turn: StoredTurn, status: Literal["failed", "stopped"], error: str) -> None:
        try:
            self._store.finish(turn.id, self.owner, Ending(status=status, says=live.text, error=error), self._now())
        except PlanWiseError as problem:
            log.warning("turn %s not finished: %s", turn.id, type(problem).__name__)

    def _forget(self, live: Live) -> None:
        with self._lock:
            if self._live.get(live.turn_id) is live:
                del self._live[live.turn_id]
        live.end()

    def _beat(self) -> None:
        for beat in itertools.count():
            if self._closing.wait(HEARTBEAT_S):
                return
            if beat % LOOK_AROUND == 0:
                self._look_around()
            if claimed := {live.turn_id: live for live in list(self._live.values()) if live.claimed}:
                self._renew(claimed)

    def _renew(self, claimed: Mapping[str, Live]) -> None:
        says = {turn_id: live.text for turn_id, live in claimed.items()}
        try:
            mine = self._store.renew(self.owner, says, self._now(), LEASE_S)
        except PlanWiseError as error:
            log.warning("%d turns not renewed: %s", len(says), type(error).__name__)
            return
        for turn_id in says.keys() - mine:  # stopped by the runner elsewhere, or taken over
            claimed[turn_id].stopped = True

    def _look_around(self) -> None:
        try:
            self.recover()
        except PlanWiseError as error:  # the next look may find the database again
            log.warning("no look at unfinished turns: %s", type(error).__name__)
