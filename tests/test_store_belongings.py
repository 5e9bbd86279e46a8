"""What else is kept of a client: runs, facts, tokens, usage; and that all of it can go."""

from __future__ import annotations

import datetime as dt

import pytest
from sqlalchemy import select

from planwise_core.errors import NotFound
from planwise_core.store.records import Deleted, Usage
from planwise_core.store.store import Store
from planwise_core.store.tables import USAGE
from planwise_core.training.journal import Run
from tests.builders import MONDAY
from tests.databases import Fresh, on_both, opened
from tests.test_store import LATER, NOW, saved

RUN = Run(date=MONDAY, km=8.2, minutes=51, effort=4, workout="w1-mon", name="Morning run")


def spent(client_id: str | None = "anna", tokens: int = 100, cost: float | None = 0.01) -> Usage:
    return Usage(
        client_id=client_id, turn_id="t1", at=NOW, model="gpt-4o", endpoint="api.openai.com", input_tokens=tokens,
        output_tokens=tokens // 10, cost_usd=cost, total_s=1.5, correlation_id="c1",
    )  # fmt: skip


@on_both
def test_runs_come_back_by_date_and_can_be_deleted(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        late = store.add_run("anna", RUN.but(date=MONDAY + dt.timedelta(days=2)), NOW)
        early = store.add_run("anna", RUN, LATER)

        assert [run.id for run in store.runs("anna")] == [early, late]
        assert Run(**store.runs("anna")[0].model_dump(exclude={"id"})) == RUN
        store.delete_run("anna", late)
        assert [run.id for run in store.runs("anna")] == [early]
        with pytest.raises(NotFound):
            store.delete_run("anna", late)


@on_both
def test_a_fact_is_remembered_corrected_and_forgotten(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        fact = store.remember("anna", "Left knee hurts downhill", kind="injury", confirmed=False, now=NOW)

        assert store.facts("anna") == (fact,)
        right = store.correct_fact("anna", fact.id, "Right knee hurts downhill")
        assert (right.text, right.confirmed, right.created_at) == ("Right knee hurts downhill", True, NOW)
        store.forget("anna", fact.id)
        assert store.facts("anna") == ()


@on_both
def test_a_token_opens_one_client_until_it_is_revoked(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        secret = store.tokens.add("anna", "My watch", NOW)
        (token,) = store.tokens.all_of("anna")

        assert store.tokens.owner(secret) == "anna"
        assert store.tokens.owner(secret[:-1]) is None
        assert secret not in token.model_dump_json()
        store.tokens.revoke("anna", token.id)
        assert store.tokens.owner(secret) is None


def test_the_secret_of_a_token_is_not_in_the_database() -> None:
    with Fresh("sqlite").migrated_url() as url, opened(url) as store:
        store.ensure_client("anna", NOW)
        secret = store.tokens.add("anna", "My watch", NOW)
        store.close()

        with open(url.removeprefix("sqlite:///"), "rb") as file:
            assert secret.encode() not in file.read()


@on_both
def test_what_belongs_to_somebody_else_is_not_there(fresh: Fresh) -> None:
    with fresh.store() as store:
        for name in ("anna", "ben"):
            store.ensure_client(name, NOW)
        run = store.add_run("anna", RUN, NOW)
        fact = store.remember("anna", "Likes hills", kind="preference", confirmed=True, now=NOW)
        store.tokens.add("anna", "My watch", NOW)
        (token,) = store.tokens.all_of("anna")

        for attempt in (
            lambda: store.delete_run("ben", run),
            lambda: store.forget("ben", fact.id),
            lambda: store.correct_fact("ben", fact.id, "No"),
            lambda: store.tokens.revoke("ben", token.id),
        ):
            with pytest.raises(NotFound):
                attempt()
        assert (len(store.runs("anna")), store.facts("anna")) == (1, (fact,))


@on_both
def test_usage_adds_up_per_client_and_over_all(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        for usage in (spent(), spent(cost=None), spent(client_id=None, tokens=1000)):
            store.ledger.add(usage)

        assert store.ledger.since("anna", NOW) == (220, 0.01)
        assert store.ledger.since(None, NOW) == (1320, 0.02)
        assert store.ledger.since("anna", LATER) == (0, 0.0)


@on_both
def test_usage_of_a_client_that_is_gone_still_counts(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        store.ledger.add(spent())
        store.delete_client("anna")
        store.ledger.add(spent())

        assert store.ledger.since(None, NOW).tokens == 220
        store.ensure_client("anna", NOW)
        assert store.ledger.since("anna", NOW).tokens == 0
        with store._database.reading() as db:
            traces = db.execute(select(USAGE.c.client_id, USAGE.c.turn_id, USAGE.c.correlation_id)).all()
        assert traces == [(None, None, None)] * 2


@on_both
def test_deleting_a_client_deletes_everything_of_theirs_and_nothing_else(fresh: Fresh) -> None:
    with fresh.store() as store:
        for name in ("anna", "ben"):
            _fill(store, name)
        bens = _everything(store, "ben")

        assert store.delete_client("anna") == Deleted(conversations=3, plans=2)

        with pytest.raises(NotFound):
            store.client("anna")
        store.ensure_client("anna", NOW)
        assert [len(each) for each in _everything(store, "anna")[1:]] == [0, 0, 0, 0, 0]
        assert _everything(store, "ben") == bens


def _fill(store: Store, name: str) -> None:
    store.ensure_client(name, NOW)
    for number in range(3):
        store.add_turn(name, turn_id=f"{name}-{number}", asked="Hi", mode="propose", now=NOW)
        store.stop(name, f"{name}-{number}", NOW)
    saved(store, name)
    saved(store, name, parent=1)
    store.add_run(name, RUN, NOW)
    store.remember(name, "Likes hills", kind="preference", confirmed=True, now=NOW)
    store.tokens.add(name, "My watch", NOW)


def _everything(store: Store, name: str) -> tuple[object, tuple[object, ...], ...]:
    rest = (store.turns(name), store.heads(name), store.runs(name), store.facts(name), store.tokens.all_of(name))
    return (store.client(name), *rest)
