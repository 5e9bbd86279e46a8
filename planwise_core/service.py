"""The one room that knows all wings. Every method is: load, decide, save.

`PlanWise` is what pages and the HTTP API talk to. It decides what day it is for a client; below it, `today` is a
parameter everywhere.
"""

from __future__ import annotations

import datetime as dt
import logging
import uuid
import zoneinfo
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from planwise_core.belongings import Belongings
from planwise_core.coach import memory
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.reply import Coach
from planwise_core.coach.turn import keeping_the_past
from planwise_core.errors import BadInput, InvalidEdit, NotFound, StaleVersion
from planwise_core.files import ics, sheet
from planwise_core.lookback import Lookback, compared, reviewed
from planwise_core.members import Members
from planwise_core.purse import day_began
from planwise_core.settings import Settings
from planwise_core.store.records import Client, Deleted, Mode, StoredTurn, Token
from planwise_core.store.store import Store
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding, review
from planwise_core.training.document import parse
from planwise_core.training.edits import Edit, apply, diff
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value
from planwise_core.training.versions import Comparison, Version, VersionHead
from planwise_core.training.why import why
from planwise_core.turns import TurnRunner
from planwise_core.walk import Walker, kept_facts

log = logging.getLogger("planwise")

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


class Objection(BadInput):
    """The runner's own edit would break something; `findings` say what. It can be made all the same."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = tuple(findings)


class PlanWise(Belongings, Lookback):
    """Everything a face can ask for. Methods raise `PlanWiseError`s whose text can be shown as it is."""

    def __init__(
        self, settings: Settings, store: Store, coach: Coach, now: Callable[[], dt.datetime] | None = None
    ) -> None:
        super().__init__()
        self.settings, self.store, self.coach = settings, store, coach
        self.now = now or (lambda: dt.datetime.now(dt.UTC))
        self.members = Members(store, self.now)
        walker = Walker(settings, store, coach, self.now, self.today)
        self.runner = TurnRunner(store, walker.walk, self.now, settings.turn_workers)
        walker.owner = self.runner.owner

    def close(self) -> None:
        self.runner.close()
        self.store.close()

    # --- who -------------------------------------------------------------------------------------------------

    def client(self, client_id: str, timezone: str | None = None) -> Client:
        """The client, made now if it is new; `timezone` is where their browser says it is."""
        client = self.store.ensure_client(client_id, self.now())
        if timezone and timezone != client.timezone and timezone in zoneinfo.available_timezones():
            client = client.but(timezone=timezone)
            self.store.save_client(client)
        return client

    def today(self, client_id: str) -> dt.date:
        """The date it is where the runner is."""
        try:
            timezone = self.store.client(client_id).timezone
        except NotFound:
            timezone = None
        return self.now().astimezone(zoneinfo.ZoneInfo(timezone or self.settings.timezone)).date()

    def athlete(self, client_id: str) -> Athlete:
        """Who runs as far as known, the injuries they want remembered included."""
        try:
            return memory.knowing(self.store.client(client_id).athlete, kept_facts(self.store, client_id))
        except NotFound:
            return Athlete()

    def save_client(self, client: Client) -> None:
        self.store.save_client(client)

    def reset(self, client_id: str) -> Deleted:
        """Delete everything of one client; the counts of what went."""
        deleted = self.store.delete_client(client_id)
        log.info("session reset", extra={"client_id": client_id})
        return deleted

    # --- talking ---------------------------------------------------------------------------------------------

    def ask(self, client_id: str, message: str, *, turn_id: str | None = None, mode: Mode = "propose") -> StoredTurn:
        """Store the question and start its turn; returns at once. The same `turn_id` again is the same turn."""
        asked = _readable(message)
        self.store.ensure_client(client_id, self.now())
        turn = self.store.add_turn(
            client_id, turn_id=turn_id or uuid.uuid4().hex, asked=asked, mode=mode, now=self.now()
        )
        if turn.is_open:
            self.runner.start(turn.id)
        return turn

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
        self.store.stop(client_id, turn_id, self.now())
        self.runner.stop(turn_id)

    def turn(self, client_id: str, turn_id: str) -> StoredTurn:
        return self.store.turn(client_id, turn_id)

    def turns(self, client_id: str, limit: int = 20, before: str | None = None) -> tuple[StoredTurn, ...]:
        """The last turns, oldest first."""
        return self.store.turns(client_id, limit=limit, before=before)

    def open_turn(self, client_id: str) -> StoredTurn | None:
        """The turn that is being answered, if one is."""
        return self.store.open_turn(client_id)

    # --- proposals -------------------------------------------------------------------------------------------

    def proposal(self, client_id: str, turn_id: str) -> Proposal | None:
        """What a turn proposes, or None when it proposes nothing (any more)."""
        turn = self.store.turn(client_id, turn_id)
        if turn.decision != "open" or turn.base_version is None:
            return None
        before = self.store.version(client_id, turn.base_version).plan
        after = apply(before, turn.edits)
        heads = self.store.heads(client_id, limit=1)
        return Proposal(
            turn_id=turn_id,
            base_version=turn.base_version,
            before=before,
            after=after,
            edits=turn.edits,
            findings=turn.findings,
            findings_before=reviewed(
                before, self.athlete(client_id), self.store.runs(client_id), self.today(client_id)
            ),
            comparison=compared(before, after),
            outdated=heads[0].number != turn.base_version,
        )

    def accept(self, client_id: str, turn_id: str, *, only: Collection[int] | None = None) -> Version:
        """Make a proposal the plan: all of it, or the edits whose indexes are in `only`.

        Raises:
            StaleVersion: the plan has changed since it was proposed.
            InvalidEdit: a day it would change has passed meanwhile.
        """
        turn = self.store.turn(client_id, turn_id)
        if turn.decision != "open":
            raise BadInput("This proposal is no longer open.")
        current = self.store.current(client_id)
        if current is None or current.number != turn.base_version:
            raise StaleVersion(turn.base_version, current.number if current else None)
        edits = [edit for at, edit in enumerate(turn.edits) if only is None or at in only]
        if not edits:
            raise BadInput("Nothing is ticked: choose at least one change, or discard the proposal.")
        plan = apply(current.plan, edits, today=self.today(client_id), done=self.done(client_id))
        return self.store.save_version(
            client_id,
            parent=current.number,
            plan=plan,
            edits=tuple(edits),
            author="coach",
            cause=turn.asked,
            now=self.now(),
            turn_id=turn_id,
            decision="accepted",
        )

    def discard(self, client_id: str, turn_id: str) -> None:
        self.store.decide(client_id, turn_id, "discarded")

    # --- tokens ----------------------------------------------------------------------------------------------

    def new_token(self, client_id: str, name: str) -> str:
        """A secret for programs that act for this client; it is shown once and only its hash is kept."""
        if not name.strip():
            raise BadInput("The token needs a name by which you will know it.")
        return self.store.add_token(client_id, name.strip()[:60], self.now())

    def tokens(self, client_id: str) -> tuple[Token, ...]:
        """The client's tokens as they can be shown, oldest first."""
        return self.store.tokens(client_id)

    def revoke_token(self, client_id: str, token_id: int) -> None:
        """The token opens nothing from now on."""
        self.store.revoke_token(client_id, token_id)

    def client_of_token(self, secret: str) -> str | None:
        return self.store.client_of_token(secret)

    # --- the plan and its versions ---------------------------------------------------------------------------

    def current(self, client_id: str) -> Version | None:
        return self.store.current(client_id)

    def heads(self, client_id: str, limit: int | None = None) -> tuple[VersionHead, ...]:
        """All versions without their plans, newest first."""
        return self.store.heads(client_id, limit=limit)

    def version(self, client_id: str, number: int) -> Version:
        return self.store.version(client_id, number)

    def bring(self, client_id: str, document: Mapping[str, Any], *, parent: int | None) -> Version:
        """Save a plan document from outside as the next version.

        Raises:
            InvalidPlan: it is not one; the message names the path.
            StaleVersion: `parent` is not the current version.
        """
        plan = parse(document)
        self.store.ensure_client(client_id, self.now())
        current = self.store.current(client_id)
        return self.store.save_version(
            client_id,
            parent=parent,
            plan=plan,
            edits=diff(current.plan, plan) if current else (),
            author="runner",
            cause="A plan brought along",
            now=self.now(),
        )

    def restore(self, client_id: str, number: int, *, parent: int, runner: Client | None = None) -> Version:
        """A new version equal to an old one, but for days that have passed.

        With `runner`, what was known of them then is known again: a what-if that is undone has changed more than
        the plan.
        """
        old, current = self.store.version(client_id, number), self.store.current(client_id)
        if current is None or current.number != parent:
            raise StaleVersion(parent, current.number if current else None)
        plan = keeping_the_past(current.plan, old.plan, self.today(client_id), self.done(client_id))
        if plan == current.plan:
            raise BadInput(f"Version {number} is the same as the plan you have.")
        if runner is not None:
            runner = self.store.client(client_id).but(athlete=runner.athlete, known=runner.known)
        return self._save_edit(client_id, current, plan, f"Back to version {number}", runner)

    def edit(self, client_id: str, edits: Sequence[Edit], *, parent: int, cause: str, anyway: bool = False) -> Version:
        """The runner's own change, through the same edits and checks as the coach's.

        Raises:
            StaleVersion, InvalidEdit
            Objection: it would break a hard limit or a rule of severity error, and `anyway` was not said.
        """
        current = self.store.current(client_id)
        if current is None or current.number != parent:
            raise StaleVersion(parent, current.number if current else None)
        today = self.today(client_id)
        plan = apply(current.plan, edits, today=today, done=self.done(client_id))
        if plan == current.plan:
            raise InvalidEdit("That changes nothing.")
        if not anyway and (broken := self._newly_broken(client_id, current.plan, plan, today)):
            raise Objection(broken)
        return self._save_edit(client_id, current, plan, cause)

    def _save_edit(
        self, client_id: str, current: Version, plan: Plan, cause: str, client: Client | None = None
    ) -> Version:
        return self.store.save_version(
            client_id,
            parent=current.number,
            plan=plan,
            edits=diff(current.plan, plan),
            author="runner",
            cause=cause[:200],
            now=self.now(),
            client=client,
        )

    def _newly_broken(self, client_id: str, old: Plan, new: Plan, today: dt.date) -> list[Finding]:
        athlete, runs = self.athlete(client_id), self.store.runs(client_id)
        before = {(finding.rule, finding.week) for finding in review(old, athlete, runs, today)}
        return [
            finding
            for finding in review(new, athlete, runs, today)
            if finding.severity == "error" and (finding.rule, finding.week) not in before
        ]

    def calendar_file(self, client_id: str) -> bytes:
        """The current plan as an .ics calendar; importing a later one updates the same events."""
        current = self.needed(client_id)
        units = self.athlete(client_id).units
        return ics.calendar(
            current.plan, client_id=client_id, version=current.number, stamp=current.created_at, units=units
        )

    def sheet_file(self, client_id: str) -> bytes:
        """The current plan as a .csv table."""
        return sheet.sheet(self.needed(client_id).plan, self.athlete(client_id).units)

    def needed(self, client_id: str) -> Version:
        """The current version. Raises `NotFound` before the first."""
        current = self.store.current(client_id)
        if current is None:
            raise NotFound("There is no plan yet: tell the coach what you train for.")
        return current

    def review(self, client_id: str) -> tuple[Finding, ...]:
        """What a careful coach objects to in the current plan."""
        current = self.store.current(client_id)
        if current is None:
            return ()
        today = self.today(client_id)
        return reviewed(current.plan, self.athlete(client_id), self.store.runs(client_id), today)

    def why(self, client_id: str, workout_id: str) -> str:
        """Why a workout of the current plan is there."""
        current = self.store.current(client_id)
        if current is None or workout_id not in current.plan.by_id:
            raise NotFound(f"The plan has no workout '{workout_id[:40]}'.")
        return why(current.plan, workout_id, self.athlete(client_id))

    # --- the house -------------------------------------------------------------------------------------------

    def warm_up(self) -> None:
        """Import what the first question to a model needs, so that nobody waits for it."""
        if isinstance(self.coach, FallbackCoach):
            self.coach.warm_up()

    def health(self) -> dict[str, Any]:
        """What an operator wants to know; no secret, no name of a person."""
        return {"status": "healthy", "database": self.store.health(), "coach": self.coach.name}

    def operations(self) -> dict[str, Any]:
        """What only the operator wants to know: who answers, what retires, what today has cost, what is waiting."""
        now = self.now()
        began = day_began(self.settings, now)
        spent = self.store.usage_since(None, began)
        chain = self.coach.chain if isinstance(self.coach, FallbackCoach) else (self.coach.name,)
        return {
            "coaches": list(chain),
            "retiring": list(self.coach.notices(now.date())) if isinstance(self.coach, FallbackCoach) else [],
            "today": {
                "since": began.isoformat(),
                "tokens": spent.tokens,
                "cost_usd": round(spent.cost_usd, 6),
                "limit_usd": self.settings.daily_usd,
                "limit_tokens_per_client": self.settings.daily_tokens_per_client,
                "requests": [tally.model_dump() for tally in self.store.tallies(began)],
            },
            "queue": self.store.queue(),
        }


def _readable(message: str) -> str:
    """The message without control characters.

    Raises:
        BadInput: nothing is left of it, or it is too long.
    """
    kept = "".join(letter for letter in message if letter in "\n\t" or letter.isprintable()).strip()
    if not kept:
        raise BadInput("The message is empty: write what your coach should know.")
    if len(kept) > MAX_MESSAGE:
        raise BadInput(
            f"The message has {len(kept)} characters; {MAX_MESSAGE} is the most a coach can take in. Shorten it."
        )
    return kept
