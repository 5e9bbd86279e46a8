"""Talking with the coach: questions, answers as they come, and the proposals they end in."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from planwise_core.errors import BadInput
from planwise_core.rooms.desk import BUILDER, Desk, compared, present
from planwise_core.store.records import Mode, StoredTurn
from planwise_core.training.athlete import Away
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit, apply
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value
from planwise_core.training.versions import Comparison, Version
from planwise_core.turns import TurnRunner

MAX_MESSAGE = 4000  # characters; about two pages


class Proposal(Value):
    """A change that is waiting for the runner: the plan before and after, edit by edit."""

    turn_id: str
    base_version: int
    before: Plan
    after: Plan
    edits: tuple[Edit, ...]
    findings: tuple[Finding, ...]
    findings_before: tuple[Finding, ...] = ()
    comparison: Comparison
    outdated: bool = False


class Talks(Desk):
    """The methods of `PlanWise` that are about the conversation. Answers are made by `runner`, whoever watches."""

    runner: TurnRunner

    def ask(self, client_id: str, message: str, *, turn_id: str | None = None, mode: Mode = "propose") -> StoredTurn:
        """Store the question and start its turn; returns at once. The same `turn_id` again is the same turn."""
        asked = _readable(message)
        self.store.ensure_client(client_id, self.now())
        return self.runner.ask(client_id, asked, mode, turn_id)

    def watch(self, client_id: str, turn_id: str) -> Iterator[str]:
        """The answer so far, again and again, until it has ended."""
        self.store.turn(client_id, turn_id)  # not yours: not there
        return self.runner.watch(client_id, turn_id)

    def talk(self, client_id: str, message: str, *, turn_id: str | None = None, mode: Mode = "propose") -> StoredTurn:
        """Ask, and wait for the end of the answer."""
        return self.wait(client_id, self.ask(client_id, message, turn_id=turn_id, mode=mode).id)

    def wait(self, client_id: str, turn_id: str) -> StoredTurn:
        """The turn when its answer has ended."""
        self.store.turn(client_id, turn_id)  # not yours: not there
        return self.runner.wait(client_id, turn_id)

    def stop(self, client_id: str, turn_id: str) -> None:
        self.store.turn(client_id, turn_id)  # not yours: not there
        self.runner.stop(turn_id)
        self.store.stop(client_id, turn_id, self.now())

    def turn(self, client_id: str, turn_id: str) -> StoredTurn:
        return self.store.turn(client_id, turn_id)

    def turns(self, client_id: str, limit: int = 20, before: str | None = None) -> tuple[StoredTurn, ...]:
        """The last turns, oldest first."""
        return self.store.turns(client_id, limit=limit, before=before)

    def open_turn(self, client_id: str) -> StoredTurn | None:
        """The turn that is being answered, if one is."""
        return self.store.open_turn(client_id)

    # --- proposals -------------------------------------------------------------------------------------------

    def proposal(self, client_id: str, turn_id: str, only: Collection[int] | None = None) -> Proposal | None:
        """What a turn proposes, or None when it proposes nothing (any more).

        `only` leaves out the edits whose indexes are not in it, to see what is left. Raises `InvalidEdit` when they
        do not fit the plan without the others.
        """
        turn = self.store.turn(client_id, turn_id)
        if turn.decision != "open" or turn.base_version is None:
            return None
        now = self.moment(client_id)
        outdated = now.needed().number != turn.base_version
        before = self.store.version(client_id, turn.base_version).plan if outdated else now.needed().plan
        after = apply(before, _chosen(turn.edits, only))
        return Proposal(
            turn_id=turn_id,
            base_version=turn.base_version,
            before=before,
            after=after,
            edits=turn.edits,
            findings=turn.findings if only is None else now.findings(after),
            findings_before=now.findings(before),
            comparison=compared(before, after),
            outdated=outdated,
        )

    def accept(self, client_id: str, turn_id: str, *, only: Collection[int] | None = None) -> Version:
        """Make a proposal the plan: all of it, or the edits whose indexes are in `only`.

        Whoever keeps a run on a day away so says that they run on it.

        Raises:
            StaleVersion: the plan has changed since it was proposed.
            InvalidEdit: a day it would change has passed meanwhile.
        """
        turn = self.store.turn(client_id, turn_id)
        if turn.decision != "open":
            raise BadInput("This proposal is no longer open.")
        now = self.moment(client_id)
        current = now.based_on(turn.base_version)
        edits = _chosen(turn.edits, only)
        if not edits:
            raise BadInput("Nothing is ticked: choose at least one change, or discard the proposal.")
        plan = apply(current.plan, edits, today=now.today, done=now.done)
        kept = (
            {each.date for each in plan.workouts if each.date >= now.today} if len(edits) < len(turn.edits) else set()
        )
        return self.store.save_version(
            client_id,
            parent=current.number,
            plan=plan,
            edits=edits,
            author="coach",
            cause=turn.asked,
            now=self.now(),
            turn_id=turn_id,
            decision="accepted",
            client=now.client.but(athlete=now.client.athlete.runs_on(kept)) if kept else None,
        )

    def discard(self, client_id: str, turn_id: str) -> tuple[Away, ...]:
        """Refuse a proposal. The times away that it would have kept free are forgotten, for the runner runs on them:
        these are given back. What was said in the settings, from where a rebuild is proposed, stays.
        """
        turn = self.store.turn(client_id, turn_id)
        client = here = self.store.client(client_id)
        if turn.decision == "open" and turn.base_version is not None and turn.answered_by != BUILDER:
            before = self.store.version(client_id, turn.base_version).plan
            here = present(client, before, apply(before, turn.edits), self.today(client_id))
        self.store.decide(client_id, turn_id, "discarded", client=here if here != client else None)
        return tuple(each for each in client.athlete.away if each not in here.athlete.away)


def _chosen(edits: tuple[Edit, ...], only: Collection[int] | None) -> tuple[Edit, ...]:
    return tuple(edit for at, edit in enumerate(edits) if only is None or at in only)


def _readable(message: str) -> str:
    """The message without control characters; those that join letters and emoji are none.

    Raises:
        BadInput: nothing is left of it, or it is too long.
    """
    kept = "".join(letter for letter in message if letter in "\n\t\u200c\u200d" or letter.isprintable()).strip()
    if not kept:
        raise BadInput("The message is empty: write what your coach should know.")
    if len(kept) > MAX_MESSAGE:
        raise BadInput(
            f"The message has {len(kept)} characters; {MAX_MESSAGE} is the most a coach can take in. Shorten it."
        )
    return kept
