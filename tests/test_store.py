"""Clients and versions in the store, on both databases."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from planwise_core.errors import BadInput, BadSettings, NotFound, StaleVersion
from planwise_core.store.store import Store
from planwise_core.training.athlete import Athlete
from planwise_core.training.edits import diff
from planwise_core.training.plan import Plan
from planwise_core.training.versions import Version
from tests.builders import easy, plan
from tests.databases import Fresh, on_both
from tests.strategies import plans

NOW = dt.datetime(2026, 11, 23, 7, 30, tzinfo=dt.UTC)
# a test that waits for a database says nothing by its time
PATIENT = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
LATER = NOW + dt.timedelta(hours=1)


def saved(store: Store, client_id: str = "anna", parent: int | None = None, **more: Any) -> Version:
    given = {"plan": plan(easy()), "edits": (), "author": "coach", "cause": "A plan, please", "now": NOW, **more}
    return store.save_version(client_id, parent=parent, **given)


@on_both
def test_a_client_is_made_once_and_comes_back_as_saved(fresh: Fresh) -> None:
    with fresh.store() as store:
        made = store.ensure_client("anna@example.org", NOW)
        told = made.but(
            athlete=Athlete(weekly_km=30, free_days=("tue", "sun")),
            known=frozenset({"weekly_km", "free_days"}),
            pending="race",
            timezone="Europe/Vienna",
            apply_at_once=True,
        )
        store.save_client(told)

        assert store.ensure_client("anna@example.org", LATER) == told
        assert store.client("anna@example.org") == told


@on_both
def test_times_come_out_in_utc_whatever_zone_they_went_in(fresh: Fresh) -> None:
    vienna = dt.datetime(2026, 11, 23, 8, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))

    with fresh.store() as store:
        store.ensure_client("anna", vienna)

        assert store.client("anna").created_at.isoformat() == "2026-11-23T07:30:00+00:00"


@pytest.mark.parametrize("wrong", ["", " ", "-a", "a b", "a/b", "ä", "a\0", "a\n", "'; drop table client", "x" * 65])
@on_both
def test_a_malformed_client_id_is_refused_everywhere(fresh: Fresh, wrong: str) -> None:
    with fresh.store() as store:
        for method in (store.client, store.current, store.heads, store.turns, store.delete_client, store.facts):
            with pytest.raises(BadInput, match="is not a client_id"):
                method(wrong)
        with pytest.raises(BadInput, match="is not a client_id"):
            store.ensure_client(wrong, NOW)


@on_both
def test_an_unknown_client_has_nothing_and_can_save_nothing(fresh: Fresh) -> None:
    with fresh.store() as store:
        assert store.current("nobody") is None
        assert store.heads("nobody") == ()
        for attempt in (lambda: saved(store, "nobody"), lambda: store.client("nobody")):
            with pytest.raises(NotFound):
                attempt()
        with pytest.raises(NotFound):
            store.delete_client("nobody")


@on_both
def test_versions_count_from_one_and_the_last_is_current(fresh: Fresh) -> None:
    easier = plan(easy(km=5))

    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        first = saved(store)
        second = saved(store, parent=1, plan=easier, edits=diff(first.plan, easier), cause="Easier, please", now=LATER)

        assert (first.number, second.number) == (1, 2)
        assert store.current("anna") == second
        assert store.versions("anna", [2, 1]) == (second, first.but(is_current=False))
        assert [(head.number, head.parent, head.is_current) for head in store.heads("anna")] == [
            (2, 1, True),
            (1, None, False),
        ]
        assert len(store.heads("anna", limit=1)) == 1


@on_both
def test_a_version_based_on_an_old_one_is_stale_and_changes_nothing(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        saved(store)
        saved(store, parent=1)

        for parent in (None, 1, 3):
            with pytest.raises(StaleVersion) as stale:
                saved(store, parent=parent)
            assert (stale.value.parent, stale.value.current) == (parent, 2)
        assert [head.number for head in store.heads("anna")] == [2, 1]


@pytest.mark.parametrize("number", [0, -1, 2, 2**31, 10**30])
@on_both
def test_a_version_that_is_not_there_is_not_found(fresh: Fresh, number: int) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        saved(store)

        with pytest.raises(NotFound, match=f"no version {number}"):
            store.version("anna", number)


@on_both
def test_clients_do_not_see_each_other(fresh: Fresh) -> None:
    with fresh.store() as store:
        for name in ("anna", "ben"):
            store.ensure_client(name, NOW)
        saved(store)

        assert store.current("ben") is None
        with pytest.raises(NotFound):
            store.version("ben", 1)
        assert saved(store, "ben").number == 1


@on_both
def test_a_turn_leads_to_one_version_at_most(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)
        saved(store, turn_id="t1")

        with pytest.raises(BadInput, match="led to version 1 already"):
            saved(store, parent=1, turn_id="t1")


@on_both
def test_any_plan_and_its_edits_come_back_as_they_were(fresh: Fresh) -> None:
    with fresh.store() as store:
        store.ensure_client("anna", NOW)

        @settings(PATIENT, max_examples=30)
        @given(plans(max_weeks=3), plans(max_weeks=3))
        def comes_back(old: Plan, new: Plan) -> None:
            newest = store.current("anna")
            parent = newest.number if newest else None
            made = saved(store, parent=parent, plan=new, edits=diff(old, new), cause="any\0 wörds \ud800")

            assert store.current("anna") == made.but(cause="any wörds ")

        comes_back()


@pytest.mark.parametrize("url", ["", "planwise.db", "mysql://host/db", "sqlite+aiosqlite:///a.db", "http://x"])
def test_an_address_that_is_none_is_a_bad_setting(url: str) -> None:
    with pytest.raises(BadSettings, match="DB_URL"):
        Store(url)


def test_a_password_is_not_told() -> None:
    with pytest.raises(BadSettings) as refused:
        Store("mysql://user:hunter2@host/db")

    assert "hunter2" not in str(refused.value)
