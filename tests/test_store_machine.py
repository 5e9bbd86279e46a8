"""The machine of versions and turns: whatever is done in whatever order, what must hold holds.

Hypothesis plays a runner, a coach and a second tab; a plain list of plans is the model the store is held against.
"""

from __future__ import annotations

import datetime as dt
from contextlib import ExitStack
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from planwise_core.errors import BadInput, StaleVersion
from planwise_core.store.records import Deleted, Ending
from planwise_core.training.edits import apply, diff
from planwise_core.training.plan import Plan
from tests.databases import Fresh
from tests.strategies import plans
from tests.test_store import NOW, PATIENT


class Machine(RuleBasedStateMachine):
    kind = "sqlite"

    def __init__(self) -> None:
        super().__init__()
        self.held = ExitStack()
        self.store = self.held.enter_context(Fresh(self.kind).store())
        self.saved: list[Plan] = []
        self.turns: dict[str, str] = {}  # by id: open, proposed, over
        self.proposals: dict[str, tuple[int | None, Plan]] = {}
        self.now = NOW

    def teardown(self) -> None:
        self.held.close()

    @initialize()
    def a_client_comes(self) -> None:
        self.store.ensure_client("anna", self.now)

    @property
    def newest(self) -> int | None:
        return len(self.saved) or None

    def tick(self, seconds: float = 1) -> dt.datetime:
        self.now += dt.timedelta(seconds=seconds)
        return self.now

    def save(self, new: Plan, parent: int | None, **more: Any) -> None:
        edits = diff(self.saved[-1], new) if self.saved else ()
        given = {"edits": edits, "author": "runner", "cause": "", "now": self.tick(), **more}
        self.store.save_version("anna", parent=parent, plan=new, **given)
        self.saved.append(new)

    @rule(new=plans(max_weeks=2))
    def save_on_top(self, new: Plan) -> None:
        self.save(new, self.newest)

    @rule(new=plans(max_weeks=1), parent=st.one_of(st.none(), st.integers(0, 12)))
    def save_on_any(self, new: Plan, parent: int | None) -> None:
        if parent == self.newest:
            return
        with pytest.raises(StaleVersion):
            self.save(new, parent)

    @precondition(lambda self: self.saved)
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        number = data.draw(st.integers(1, len(self.saved)))
        self.save(self.store.version("anna", number).plan, self.newest, author="house")

    @rule()
    def ask(self) -> None:
        name = f"t{len(self.turns)}"
        if "open" in self.turns.values():
            with pytest.raises(BadInput, match="still answering"):
                self.store.add_turn("anna", turn_id=name, asked="Hi", mode="propose", now=self.tick())
        else:
            self.store.add_turn("anna", turn_id=name, asked="Hi", mode="propose", now=self.tick())
            self.turns[name] = "open"

    @precondition(lambda self: "open" in self.turns.values())
    @rule(new=plans(max_weeks=2), kind=st.sampled_from(["saved", "proposed", "answered"]))
    def answer(self, new: Plan, kind: Any) -> None:
        turn = self.store.claim(None, "runner", self.tick(), 30)
        assert turn is not None
        edits = diff(self.saved[-1], new) if self.saved and kind != "answered" else ()
        plan = new if kind == "saved" else None
        self.store.finish(
            turn.id, "runner", Ending(outcome=kind, edits=edits, plan=plan, parent=self.newest), self.tick()
        )
        if kind == "saved":
            self.saved.append(new)
        if kind == "proposed":
            self.proposals[turn.id] = (self.newest, new)
        self.turns[turn.id] = "over"

    @precondition(lambda self: "open" in self.turns.values())
    @rule()
    def stop(self) -> None:
        turn = self.store.open_turn("anna")
        assert turn is not None
        self.store.stop("anna", turn.id, self.tick())
        self.turns[turn.id] = "over"

    @precondition(lambda self: self.proposals)
    @rule(data=st.data(), accept=st.booleans())
    def decide(self, data: st.DataObject, accept: bool) -> None:
        name = data.draw(st.sampled_from(sorted(self.proposals)))
        base, new = self.proposals[name]
        if not accept:
            assert self.store.decide("anna", name, "discarded").decision == "discarded"
        elif base != self.newest:
            with pytest.raises(StaleVersion):
                self.save(new, base, turn_id=name, decision="accepted")
            assert self.store.turn("anna", name).decision == "open"
            return
        else:
            self.save(new, base, turn_id=name, decision="accepted")
            assert self.store.turn("anna", name).version == self.newest
        del self.proposals[name]

    @rule()
    def leave_and_come_back(self) -> None:
        gone = self.store.delete_client("anna")
        assert gone == Deleted(conversations=len(self.turns), plans=len(self.saved))
        self.saved, self.proposals, self.turns = [], {}, {}
        self.store.ensure_client("anna", self.tick())

    @invariant()
    def numbers_have_no_gap_and_the_last_is_current(self) -> None:
        heads = self.store.heads("anna")
        assert [head.number for head in heads] == list(range(len(self.saved), 0, -1))
        assert [head.number for head in heads if head.is_current] == ([self.newest] if self.saved else [])

    @invariant()
    def nothing_that_was_saved_has_changed(self) -> None:
        versions = self.store.versions("anna", range(1, len(self.saved) + 1))
        assert [version.plan for version in versions] == self.saved
        for before, after in pairwise(versions):
            assert after.parent == before.number
            assert apply(before.plan, after.edits) == after.plan


class PostgreSQLMachine(Machine):
    kind = "postgresql"


TestOnSQLite = Machine.TestCase
TestOnSQLite.settings = settings(PATIENT, max_examples=10, stateful_step_count=25)
TestOnPostgreSQL = PostgreSQLMachine.TestCase
TestOnPostgreSQL.settings = settings(PATIENT, max_examples=4, stateful_step_count=20)
