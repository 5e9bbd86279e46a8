"""Everything there is of a client as one value, which can be written to a file and taken in again.

`Whole` has no ids of this database: a turn is known by its place in the conversation. So what is taken in by another
client, here or elsewhere, gives the same `Whole` when it is asked for again. Secrets (tokens) and the ledger of what
models cost stay behind, and so does a question that is still being answered.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self

from pydantic import AwareDatetime, BeforeValidator, Field, PlainSerializer, model_validator
from sqlalchemy import Connection, delete, func, insert, select

from planwise_core.errors import BadInput
from planwise_core.store import clients, facts, versions
from planwise_core.store import turns as conversation
from planwise_core.store.documents import EDITS, FINDINGS, PLAN_LIFTS, RUN, lifted, plan_json
from planwise_core.store.records import Answered, Client, Decision, Mode
from planwise_core.store.tables import FACT, TURN, VERSION
from planwise_core.store.tables import RUN as RUNS
from planwise_core.training import document
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import Edit
from planwise_core.training.journal import MAX_FACT, Run
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value
from planwise_core.training.versions import Author

MOST = 20_000  # of each kind: twenty years of training
Words = Annotated[str, Field(max_length=20_000)]


def _plan(given: Any) -> Any:
    """The plan of a published document; a plan is let through."""
    if not isinstance(given, Mapping):
        return given
    found = given.get("schema", 0)
    return document.parse(lifted(given, PLAN_LIFTS, found if isinstance(found, int) else -1, document.SCHEMA))


PlanDocument = Annotated[Plan, BeforeValidator(_plan), PlainSerializer(document.render)]


class WholeTurn(Answered):
    """One question and its answer; `version` is the one it led to, `base_version` the one `edits` fit on."""

    asked: Words
    mode: Mode
    status: Literal["done", "failed", "stopped", "interrupted"]
    says: Words = ""
    decision: Decision | None = None
    base_version: int | None = None
    version: int | None = None
    refusal: Words = ""
    answered_by: Words = ""
    notice: Words = ""
    error: Words | None = None
    created_at: AwareDatetime
    finished_at: AwareDatetime | None = None


class WholeVersion(Value):
    """One version; `turn` is the place (from 1) of the turn that led to it."""

    author: Author
    cause: Words = ""
    turn: int | None = None
    created_at: AwareDatetime
    edits: tuple[Edit, ...] = ()
    plan: PlanDocument


class WholeRun(Value):
    run: Run
    created_at: AwareDatetime


class WholeFact(Value):
    """`turn` is the place of the turn it was told in."""

    text: str = Field(min_length=1, max_length=MAX_FACT)
    kind: str = Field(max_length=40)
    confirmed: bool
    turn: int | None = None
    created_at: AwareDatetime


class Whole(Value):
    """One client from the first word to the last; `versions[0]` is version 1, the last one is current."""

    planwise: Literal[1] = 1
    athlete: Athlete = Athlete()
    known: Annotated[frozenset[str], PlainSerializer(sorted)] = frozenset()
    pending: Words | None = None
    timezone: str | None = Field(default=None, max_length=64)
    apply_at_once: bool = False
    created_at: AwareDatetime
    turns: tuple[WholeTurn, ...] = Field(default=(), max_length=MOST)
    versions: tuple[WholeVersion, ...] = Field(default=(), max_length=MOST)
    runs: tuple[WholeRun, ...] = Field(default=(), max_length=MOST)
    facts: tuple[WholeFact, ...] = Field(default=(), max_length=facts.MOST)

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        places = [each.turn for each in self.versions if each.turn is not None]
        if len(set(places)) < len(places) or not all(1 <= place <= len(self.turns) for place in places):
            raise ValueError("a version names a turn that is not there, or is another version's")
        if not all(1 <= fact.turn <= len(self.turns) for fact in self.facts if fact.turn is not None):
            raise ValueError("a fact names a turn that is not there")
        numbers = [number for each in self.turns for number in (each.version, each.base_version) if number is not None]
        if not all(1 <= number <= len(self.versions) for number in numbers):
            raise ValueError("a turn names a version that is not there")
        return self


def of(db: Connection, client_id: str) -> Whole:
    """All of a client. Raises `NotFound`."""
    client = clients.load(db, client_id)
    said = [turn for turn in conversation.latest(db, client_id, MOST, None) if not turn.is_open]
    place = {turn.id: at for at, turn in enumerate(said, 1)}
    heads = versions.heads(db, client_id)
    saved = versions.numbered(db, client_id, [head.number for head in reversed(heads)])
    runs = select(RUNS.c.run_json, RUNS.c.created_at).where(RUNS.c.client_id == client_id)
    kept = {name: getattr(client, name) for name in Client.model_fields if name != "id"}
    return Whole(
        **kept,
        turns=tuple(WholeTurn(**{name: getattr(turn, name) for name in WholeTurn.model_fields}) for turn in said),
        versions=tuple(
            WholeVersion(
                author=each.author, cause=each.cause, turn=place.get(each.turn_id or ""), created_at=each.created_at,
                edits=each.edits, plan=each.plan,
            )
            for each in saved
        ),
        runs=tuple(
            WholeRun(run=RUN.value(row.run_json), created_at=row.created_at)
            for row in db.execute(runs.order_by(RUNS.c.date, RUNS.c.id))
        ),
        facts=tuple(
            WholeFact(
                text=fact.text, kind=fact.kind, confirmed=fact.confirmed, turn=place.get(fact.turn_id or ""),
                created_at=fact.created_at,
            )
            for fact in facts.all_of(db, client_id)
        ),
    )  # fmt: skip


def take_in(db: Connection, client_id: str, whole: Whole, *, replace: bool) -> None:
    """Makes `whole` all there is of a client, who is made if they are new.

    Raises:
        BadInput: there is something of this client already, and it is not to be replaced.
    """
    kept = {name: getattr(whole, name) for name in Client.model_fields if name != "id"}
    client = Client(id=client_id, **kept)
    clients.create(db, client)
    clients.lock(db, client_id)
    belongings = (VERSION, TURN, RUNS, FACT)
    if replace:
        for table in belongings:
            db.execute(delete(table).where(table.c.client_id == client_id))
    elif any(db.scalar(select(func.count()).where(table.c.client_id == client_id)) for table in belongings):
        raise BadInput("There is a plan or a conversation here already: export it and delete everything first.")
    clients.replace(db, client)
    ids = [uuid.uuid4().hex for _ in whole.turns]
    rows = {
        TURN: [_turn_row(turn, name) for turn, name in zip(whole.turns, ids, strict=True)],
        VERSION: [
            _version_row(each, number, ids, is_current=number == len(whole.versions))
            for number, each in enumerate(whole.versions, 1)
        ],
        RUNS: [{"date": each.run.date, "run_json": RUN.text(each.run), "created_at": each.created_at}
               for each in whole.runs],
        FACT: [{"turn_id": ids[each.turn - 1] if each.turn else None, **each.model_dump(exclude={"turn"})}
               for each in whole.facts],
    }  # fmt: skip
    for into, made in rows.items():
        if made:
            db.execute(insert(into), [{"client_id": client_id, **row} for row in made])


def _turn_row(turn: WholeTurn, name: str) -> dict[str, Any]:
    row = {field: getattr(turn, field) for field in WholeTurn.model_fields if field not in {"edits", "findings"}}
    documents = {"edits_json": EDITS.text(turn.edits), "findings_json": FINDINGS.text(turn.findings)}
    return {"id": name, "attempt": 1, **row, **documents}


def _version_row(each: WholeVersion, number: int, ids: list[str], *, is_current: bool) -> dict[str, Any]:
    return {
        "number": number,
        "parent": number - 1 or None,
        "author": each.author,
        "cause": each.cause,
        "turn_id": ids[each.turn - 1] if each.turn else None,
        "created_at": each.created_at,
        "is_current": is_current,
        "edits_json": EDITS.text(each.edits),
        "plan_json": plan_json(each.plan),
    }
