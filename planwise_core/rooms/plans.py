"""The plan and its versions: what is there, the runner's own changes, and the plan as a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from planwise_core.coach.turn import keeping_the_past
from planwise_core.errors import BadInput, InvalidEdit, NotFound
from planwise_core.files import ics, sheet
from planwise_core.rooms.desk import Desk, Moment, present
from planwise_core.store.records import Client, Lesson
from planwise_core.training.checks import Finding
from planwise_core.training.document import parse
from planwise_core.training.edits import Edit, apply, diff
from planwise_core.training.plan import Plan
from planwise_core.training.versions import Version, VersionHead
from planwise_core.training.why import why


class Objection(BadInput):
    """The runner's own edit would break something; `findings` say what. It can be made all the same."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(finding.message for finding in findings))
        self.findings = tuple(findings)


class Plans(Desk):
    """The methods of `PlanWise` that are about the current plan and its versions."""

    def current(self, client_id: str) -> Version | None:
        return self.store.current(client_id)

    def heads(self, client_id: str, limit: int | None = None, before: int | None = None) -> tuple[VersionHead, ...]:
        """The versions without their plans, newest first: at most `limit`, and only those before number `before`."""
        return self.store.heads(client_id, limit=limit, before=before)

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

    def restore(self, client_id: str, number: int, *, parent: int) -> Version:
        """A new version equal to an old one, but for days that have passed. What is known of the runner stays."""
        now = self.moment(client_id)
        return self._back(now, self.store.version(client_id, number), now.based_on(parent))

    def undo(self, client_id: str, number: int, *, lesson: Lesson | None = None) -> Version:
        """`restore` what version `number`, the current one, replaced; what it has taught of the runner goes with it:
        its `lesson`, and the time away that a coach's version kept free.
        """
        now = self.moment(client_id)
        current = now.based_on(number)
        if current.parent is None:
            raise BadInput("There was no plan before this one.")
        old = self.store.version(client_id, current.parent)
        client = now.client if lesson is None else lesson.unlearned(now.client)
        if current.author == "coach":
            client = present(client, old.plan, current.plan, now.today)
        return self._back(now, old, current, client if client != now.client else None)

    def _back(self, now: Moment, old: Version, current: Version, client: Client | None = None) -> Version:
        plan = keeping_the_past(current.plan, old.plan, now.today, now.done)
        if plan == current.plan:
            raise BadInput(f"Version {old.number} is the same as the plan you have.")
        return self._save_edit(now.client.id, current, plan, f"Back to version {old.number}", client)

    def edit(self, client_id: str, edits: Sequence[Edit], *, parent: int, cause: str, anyway: bool = False) -> Version:
        """The runner's own change, through the same edits and checks as the coach's.

        Raises:
            StaleVersion, InvalidEdit
            Objection: it would break a hard limit or a rule of severity error, and `anyway` was not said.
        """
        now = self.moment(client_id)
        current = now.based_on(parent)
        plan = apply(current.plan, edits, today=now.today, done=now.done)
        if plan == current.plan:
            raise InvalidEdit("That changes nothing.")
        if not anyway and (broken := _newly_broken(now, current.plan, plan)):
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

    def calendar_file(self, client_id: str) -> bytes:
        """The current plan as an .ics calendar; importing a later one updates the same events."""
        now = self.moment(client_id)
        current, units = now.needed(), now.athlete.units
        return ics.calendar(
            current.plan, client_id=client_id, version=current.number, stamp=current.created_at, units=units
        )

    def sheet_file(self, client_id: str) -> bytes:
        """The current plan as a .csv table."""
        now = self.moment(client_id)
        return sheet.sheet(now.needed().plan, now.athlete.units)

    def review(self, client_id: str) -> tuple[Finding, ...]:
        """What a careful coach objects to in the current plan."""
        now = self.moment(client_id)
        return now.findings(now.version.plan) if now.version else ()

    def why(self, client_id: str, workout_id: str) -> str:
        """Why a workout of the current plan is there."""
        now = self.moment(client_id)
        plan = now.needed().plan
        if workout_id not in plan.by_id:
            raise NotFound(f"The plan has no workout '{workout_id[:40]}'.")
        return why(plan, workout_id, now.athlete)


def _newly_broken(now: Moment, old: Plan, new: Plan) -> list[Finding]:
    """The errors in `new` that `old` did not have."""
    before = {(finding.rule, finding.week) for finding in now.findings(old)}
    return [
        finding
        for finding in now.findings(new)
        if finding.severity == "error" and (finding.rule, finding.week) not in before
    ]
