"""What belongs to a client beside plan and talk: who they are, their runs, and all of it as a file."""

from __future__ import annotations

import datetime as dt
import functools
import logging
import uuid
import zoneinfo
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from planwise_core.coach import memory
from planwise_core.errors import BadInput, NotFound, PlanWiseError
from planwise_core.files import activities
from planwise_core.rooms.desk import BUILDER, Desk, confirmed, reviewed
from planwise_core.store.records import Client, Deleted, Ending, Fact, StoredRun, StoredTurn, Token
from planwise_core.store.whole import Whole
from planwise_core.training import adapt, journal, progress
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import apply
from planwise_core.training.journal import Run
from planwise_core.training.load import LoadDay, WeekLoad
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value
from planwise_core.turns import LEASE_S, TurnRunner

log = logging.getLogger("planwise")

MAX_FILE = 20_000_000  # bytes of a file with everything: some ten years


class Imported(Value):
    """What came of some files: the runs that are new, how many were there already, and a sentence per bad file."""

    added: tuple[Run, ...]
    known: int
    problems: tuple[str, ...]


class Progress(Value):
    """Planned against done, fitness and load up to today. `load` is of each week that has begun."""

    weeks: tuple[progress.WeekProgress, ...]
    matches: tuple[progress.Match, ...]
    fitness: tuple[progress.FitnessPoint, ...]
    days: tuple[LoadDay, ...]
    load: tuple[WeekLoad, ...]


class Belongings(Desk):
    """The methods of `PlanWise` that are about a client's own things."""

    runner: TurnRunner

    # --- who they are ----------------------------------------------------------------------------------------

    def save_athlete(self, client_id: str, athlete: Athlete) -> Client:
        """Keep what the runner says of themselves. The plan stays as it is; `rebuild` offers one that fits."""
        client = self.store.ensure_client(client_id, self.now())
        told = {name for name in Athlete.model_fields if getattr(athlete, name) != getattr(client.athlete, name)}
        if athlete.goal and athlete.goal.date:
            told.add("date")  # the coach asks for it by this name
        changed = client.but(athlete=athlete, known=client.known | told)
        self.store.save_client(changed)
        return changed

    def rebuild(self, client_id: str, athlete: Athlete, parent: int, cause: str) -> StoredTurn:
        """Propose a plan for `athlete` from today on; a turn of the conversation, to be accepted like any other.

        Raises:
            StaleVersion: `parent` is not the current version.
            CannotPlan: the wishes contradict each other.
            BadInput: it would be the plan that is there, or an answer is still being made.
        """
        now = self.moment(client_id)
        current = now.based_on(parent)
        athlete = memory.knowing(athlete, confirmed(now.facts))
        adapted = adapt.wishes_changed(current.plan, athlete, now.today, now.done)
        if not adapted.edits:
            raise BadInput("The plan you have is the one I would make for this: nothing needs to change.")
        changed = apply(current.plan, adapted.edits, today=now.today, done=now.done)
        turn = self.store.add_turn(client_id, turn_id=uuid.uuid4().hex, asked=cause, mode="propose", now=self.now())
        self.store.claim(turn.id, self.runner.owner, self.now(), LEASE_S)
        return self.store.finish(
            turn.id,
            self.runner.owner,
            Ending(
                says=f"{adapted.says} What has passed stays as it is.",
                outcome="proposed",
                edits=adapted.edits,
                findings=reviewed(changed, athlete, now.runs, now.today),
                answered_by=BUILDER,
                parent=parent,
            ),
            self.now(),
        )

    def apply_at_once(self, client_id: str, at_once: bool) -> None:
        """Whether the coach's changes are saved without asking."""
        self.store.save_client(self.client(client_id).but(apply_at_once=at_once))

    def reset(self, client_id: str) -> Deleted:
        """Delete everything of one client; the counts of what went."""
        deleted = self.store.delete_client(client_id)
        log.info("session reset", extra={"client_id": client_id})
        return deleted

    # --- what is remembered ----------------------------------------------------------------------------------

    def facts(self, client_id: str) -> tuple[Fact, ...]:
        """What is remembered of a client, oldest first; what is not `confirmed` is still a question to them."""
        return self.store.facts(client_id)

    def remember(self, client_id: str, text: str) -> Fact:
        """Keep a fact the runner wrote down. Raises `BadInput` for an empty one, or when there are too many."""
        told = _fact(text)
        return self.store.remember(client_id, told.text, kind=told.kind, confirmed=True, now=self.now())

    def confirm_fact(self, client_id: str, fact_id: int) -> Fact:
        """The runner says yes to a fact. Raises `NotFound`."""
        return self.store.confirm_fact(client_id, fact_id)

    def correct_fact(self, client_id: str, fact_id: int, text: str) -> Fact:
        """A fact in the runner's own words, which also confirms it. Raises `NotFound`, `BadInput`."""
        told = _fact(text)
        return self.store.correct_fact(client_id, fact_id, told.text, told.kind)

    def forget(self, client_id: str, fact_id: int) -> None:
        """The runner says no to a fact, or wants it gone. Raises `NotFound`."""
        self.store.forget(client_id, fact_id)

    # --- runs ------------------------------------------------------------------------------------------------

    def runs(self, client_id: str) -> tuple[StoredRun, ...]:
        return self.store.runs(client_id)

    def add_run(self, client_id: str, run: Run) -> None:
        """Keep a run; one that names no workout answers the one of the plan that it matches."""
        now = self.moment(client_id)
        if run.date > now.today:
            raise BadInput(f"{run.date:%A %d %B} is still to come: a run can be noted from that day on.")
        if run.workout is None and now.version is not None:
            (run,) = _answering(now.version.plan, (run,), now.runs, now.today)
        self.store.add_run(client_id, run, self.now())

    def import_runs(self, client_id: str, files: Iterable[tuple[str, bytes]]) -> Imported:
        """Keep the runs in these files (name and content) that are new, all at once; each answers its workout."""
        client = self.client(client_id)
        timezone = zoneinfo.ZoneInfo(client.timezone or self.settings.timezone)
        found, problems = activities.gathered(files, timezone=timezone)
        now = self.moment(client_id)
        coming = [run for run in found if run.date > now.today]
        new, known = activities.new_runs((run for run in found if run.date <= now.today), now.runs)
        if now.version is not None:
            new = _answering(now.version.plan, new, now.runs, now.today)
        self.store.add_runs(client_id, new, self.now())
        if coming:
            problems = (*problems, f"{len(coming)} of the runs lie in the future, the first on {coming[0].date}.")
        return Imported(added=new, known=known, problems=problems)

    def progress(self, client_id: str) -> Progress | None:
        """How it goes with the current plan; None without one."""
        now = self.moment(client_id)
        return _progressed(now.version.plan, now.runs, now.athlete, now.today) if now.version else None

    def delete_run(self, client_id: str, run_id: int) -> None:
        self.store.delete_run(client_id, run_id)

    # --- tokens ---------------------------------------------------------------------------------------------------

    def new_token(self, client_id: str, name: str) -> str:
        """A secret for programs that act for this client; it is shown once and only its hash is kept."""
        if not name.strip():
            raise BadInput("The token needs a name by which you will know it.")
        return self.store.tokens.add(client_id, name.strip()[:60], self.now())

    def tokens(self, client_id: str) -> tuple[Token, ...]:
        """The client's tokens as they can be shown, oldest first."""
        return self.store.tokens.all_of(client_id)

    def revoke_token(self, client_id: str, token_id: int) -> None:
        """The token opens nothing from now on."""
        self.store.tokens.revoke(client_id, token_id)

    # --- everything as a file --------------------------------------------------------------------------------

    def export_file(self, client_id: str) -> bytes:
        """Everything of the client as one JSON file, which `import_file` takes in here or elsewhere."""
        try:
            return self.store.whole(client_id).model_dump_json(indent=1, exclude_none=True).encode()
        except NotFound:
            raise NotFound("There is nothing to export yet.") from None

    def import_file(self, client_id: str, content: bytes) -> Whole:
        """Take in a file of `export_file`; the client must be empty.

        Raises:
            BadInput: it is no such file, or there is a plan or a conversation already.
        """
        everything = whole_of(content)
        self.store.take_in(client_id, everything)
        return everything

    def start_over(self, client_id: str) -> None:
        """Delete the plan and the conversation; who the runner is, their runs and what is remembered stay."""
        whole = self.store.whole(client_id)
        facts = tuple(fact.but(turn=None) for fact in whole.facts)
        runs = tuple(each.but(run=each.run.but(workout=None)) for each in whole.runs)  # another plan has the same ids
        self.store.take_in(
            client_id, whole.but(turns=(), versions=(), pending=None, runs=runs, facts=facts), replace=True
        )


def whole_of(content: bytes) -> Whole:
    """What a file of `export_file` holds.

    Raises:
        BadInput: it is too big, or not such a file; the message says where it is wrong.
    """
    if len(content) > MAX_FILE:
        raise BadInput(f"This file has {len(content) // 1_000_000} MB; {MAX_FILE // 1_000_000} MB is the most.")
    try:
        return Whole.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(f"This is not a file that PlanWise exported: {where or 'it'}: {first['msg']}.") from None
    except PlanWiseError as error:  # a plan in it
        raise BadInput(f"This is not a file that PlanWise exported: a plan in it is wrong: {error}") from None


def _answering(plan: Plan, new: Sequence[Run], there: Sequence[Run], today: dt.date) -> tuple[Run, ...]:
    """The new runs, each with the workout of the plan it answers, if there is one."""
    names = {id(each.run): each.workout.id for each in progress.match(plan, (*there, *new), today)
             if each.run is not None and each.workout is not None}  # fmt: skip
    return tuple(run.but(workout=names.get(id(run))) for run in new)


@functools.lru_cache(maxsize=128)
def _progressed(plan: Plan, runs: tuple[StoredRun, ...], athlete: Athlete, today: dt.date) -> Progress:
    begun = range(1, max(min(plan.week_of(today), len(plan.weeks)), 0) + 1)
    return Progress(
        weeks=progress.weekly_progress(plan, runs, today),
        matches=progress.match(plan, runs, today),
        fitness=progress.fitness_trend(plan, runs, athlete, today),
        days=progress.load_trend(plan, runs, today),
        load=tuple(progress.load_of_week(plan, runs, number, today) for number in begun),
    )


def _fact(text: str) -> journal.Fact:
    told = memory.fact(text)
    if told is None:
        raise BadInput("There is nothing in it to remember: write a short sentence.")
    return told
