"""How SQLite goes about the store's statements: none reads a whole table, and lists read no plans."""

from __future__ import annotations

from typing import Any

from sqlalchemy import event

from planwise_core.store.records import Ending, Usage
from planwise_core.store.store import Store
from planwise_core.training.journal import Run
from tests.builders import MONDAY
from tests.databases import Fresh
from tests.test_store import NOW, saved
from tests.test_store_turns import asked

LEASE_S = 30.0


def live(store: Store) -> None:
    """A bit of everything."""
    asked(store)
    store.claim(None, "runner", NOW, LEASE_S)
    store.renew("runner", {"t1": "Half"}, NOW, LEASE_S)
    saved(store)
    store.finish("t1", "runner", Ending(outcome="proposed", parent=1), NOW)
    saved(store, parent=1, turn_id="t1", decision="accepted")
    store.current("anna"), store.heads("anna", 5), store.versions("anna", [1, 2])
    store.turns("anna", before="t1"), store.open_turn("anna"), store.interrupt_orphans(NOW)
    store.delete_run("anna", store.add_run("anna", Run(date=MONDAY, km=8), NOW))
    store.forget("anna", store.remember("anna", "Likes hills", kind="preference", confirmed=True, now=NOW).id)
    store.tokens.owner(store.tokens.add("anna", "My watch", NOW))
    store.ledger.add(Usage(client_id="anna", at=NOW, model="gpt-4o", endpoint="api.openai.com"))
    store.ledger.since("anna", NOW), store.ledger.since(None, NOW)
    store.delete_client("anna")


def test_no_statement_reads_a_whole_table() -> None:
    with Fresh("sqlite").store() as store:
        done: dict[str, Any] = {}
        event.listen(
            store._database.engine,
            "before_cursor_execute",
            lambda _, __, statement, parameters, *___: done.setdefault(statement, parameters),
        )
        live(store)

        plans = {}
        with store._database.reading() as db:
            for statement, parameters in list(done.items()):
                if statement.startswith(("SELECT", "UPDATE", "DELETE")):
                    steps = db.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
                    plans[statement] = " ".join(step[3] for step in steps)
        assert len(plans) > 20
        for statement, plan in plans.items():
            assert "SCAN" not in plan.replace("SCAN turn USING INDEX ix_turn_open", ""), statement
            if "is_current" in statement.partition("WHERE")[2]:
                assert "uq_version_current" in plan, statement


def test_a_list_of_versions_loads_no_plans() -> None:
    with Fresh("sqlite").store() as store:
        store.ensure_client("anna", NOW)
        saved(store)
        done: list[str] = []
        event.listen(
            store._database.engine, "before_cursor_execute", lambda _, __, statement, *___: done.append(statement)
        )

        store.heads("anna")

        assert "FROM version" in "".join(done)
        assert "_json" not in "".join(done)
