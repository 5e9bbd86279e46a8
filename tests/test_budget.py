"""What models may cost in a day: reserved before, settled after, and the offline coach when it is used up."""

from __future__ import annotations

import datetime as dt
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from planwise_core.api.routes import create_api
from planwise_core.coach.chain import coaches
from planwise_core.coach.fallback import FallbackCoach
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.openai_coach import OpenAICoach
from planwise_core.errors import traced
from planwise_core.purse import USED_UP, day_began
from planwise_core.settings import Settings
from planwise_core.store.records import Limits, Spent, Usage
from planwise_core.store.store import Store
from tests.databases import Fresh, on_both, opened
from tests.houses import HALF, MONDAY_MORNING, house
from tests.openai_peer import JSON, KEY, Raw, answer, ok, serving

DAY = MONDAY_MORNING.replace(hour=0)
ONE = Spent(1000, 0.10)


def reserve(store: Store, limits: Limits, client: str = "anna", now: dt.datetime = MONDAY_MORNING) -> int | None:
    return store.ledger.reserve(client, ONE, limits, day_began=DAY, now=now)


def used(client: str = "anna", tokens: int = 1000, cost: float = 0.10, at: dt.datetime = MONDAY_MORNING) -> Usage:
    return Usage(client_id=client, at=at, model="m", endpoint="e", input_tokens=tokens, cost_usd=cost)


@on_both
@pytest.mark.parametrize("limits", [Limits(tokens_per_client=3500), Limits(usd=0.35), Limits(3500, 0.35)])
def test_many_who_ask_at_once_get_no_more_than_there_is(fresh: Fresh, limits: Limits) -> None:
    with fresh.migrated_url() as url, opened(url) as one, opened(url) as other:
        one.ensure_client("anna", MONDAY_MORNING)
        with ThreadPoolExecutor(8) as pool:
            held = list(pool.map(lambda at: reserve((one, other)[at % 2], limits), range(12)))

    assert sum(each is not None for each in held) == 3


@on_both
def test_what_was_held_back_is_given_back_when_it_is_known(fresh: Fresh) -> None:
    limits = Limits(tokens_per_client=1500)
    with fresh.store() as store:
        store.ensure_client("anna", MONDAY_MORNING)
        held = reserve(store, limits)
        assert reserve(store, limits) is None

        store.ledger.add(used(tokens=400), held)

        assert reserve(store, limits) is not None
        assert store.ledger.since("anna", DAY).tokens == 400


@on_both
def test_tokens_are_counted_for_each_client_and_dollars_for_all(fresh: Fresh) -> None:
    with fresh.store() as store:
        for name in ("anna", "ben"):
            store.ensure_client(name, MONDAY_MORNING)
        store.ledger.add(used())

        assert reserve(store, Limits(tokens_per_client=1500), "anna") is None
        assert reserve(store, Limits(tokens_per_client=1500), "ben") is not None
        assert reserve(store, Limits(usd=0.25), "ben") is None
        assert reserve(store, Limits(), "ben") is not None


@on_both
def test_yesterday_and_requests_of_the_dead_are_not_held_against_anyone(fresh: Fresh) -> None:
    limits = Limits(tokens_per_client=1500, usd=0.15)
    with fresh.store() as store:
        store.ensure_client("anna", MONDAY_MORNING)
        store.ledger.add(used(at=DAY - dt.timedelta(seconds=1)))
        assert reserve(store, limits) is not None
        assert reserve(store, limits) is None

        assert reserve(store, limits, now=MONDAY_MORNING + dt.timedelta(minutes=11)) is not None


@on_both
def test_what_is_held_for_a_client_that_goes_still_counts_and_names_nobody(fresh: Fresh) -> None:
    limits = Limits(usd=0.15)
    with fresh.store() as store:
        for name in ("anna", "ben"):
            store.ensure_client(name, MONDAY_MORNING)
        held = reserve(store, limits)
        store.delete_client("anna")

        assert reserve(store, limits, "ben") is None
        store.ledger.add(used(), held)
        assert store.ledger.since(None, DAY).cost_usd == 0.10


def test_a_day_begins_where_the_operator_is() -> None:
    settings = Settings.from_env({"PLANWISE_TIMEZONE": "Pacific/Auckland"})

    assert day_began(settings, dt.datetime(2026, 11, 23, 10, 59, tzinfo=dt.UTC)).date() == dt.date(2026, 11, 23)
    assert day_began(settings, dt.datetime(2026, 11, 23, 11, 1, tzinfo=dt.UTC)).date() == dt.date(2026, 11, 24)


def chain(peer: Raw, *models: str, **more: Any) -> FallbackCoach:
    model = OpenAICoach(KEY, models or ("gpt-4o",), peer.base_url, **{"attempts": 1, **more})
    return FallbackCoach([model, OfflineCoach()])


def test_a_used_up_budget_is_said_in_one_sentence_and_the_offline_coach_answers(tmp_path: Path) -> None:
    limit = {"PLANWISE_DAILY_TOKENS_PER_CLIENT": "9000"}
    with serving(ok(answer())) as peer, house(tmp_path, chain(peer), **limit) as planwise:
        first = planwise.talk("anna", "hello")
        more = [planwise.talk("anna", "hello") for _ in range(3)]
        other = planwise.talk("ben", "hello")

    assert (first.answered_by, first.notice) == ("gpt-4o", "")
    assert more[-1].answered_by == "offline coach"
    assert more[-1].notice == f"{USED_UP.rstrip('.')}, so the offline coach has answered."
    assert more[-1].status == "done"
    assert other.answered_by == "gpt-4o"  # each has a share of their own
    assert len(peer.requests) < 5


def test_dollars_leave_a_cheaper_model_to_be_asked(tmp_path: Path) -> None:
    both = ("gpt-4o", "gpt-6-luna")
    with serving(ok(answer())) as peer, house(tmp_path, chain(peer, *both), PLANWISE_DAILY_USD="0.02") as planwise:
        assert planwise.talk("anna", "hello").answered_by == "gpt-6-luna"


def test_without_a_limit_nothing_is_held_back_and_all_is_booked(tmp_path: Path) -> None:
    broken = (500, JSON, [b"{}"])
    with serving(broken, ok(answer())) as peer, house(tmp_path, chain(peer, attempts=3)) as planwise:
        turn = planwise.talk("anna", "hello")
        tallies = planwise.store.ledger.tallies(DAY)

    assert turn.answered_by == "gpt-4o"
    assert [(each.model, each.outcome, each.requests, each.tokens) for each in tallies] == [
        ("gpt-4o", "ok", 1, 940), ("gpt-4o", "server_error", 1, 0),
    ]  # fmt: skip


def test_a_turn_that_ends_without_an_answer_is_booked_too(tmp_path: Path) -> None:
    with serving((401, JSON, [b"{}"])) as peer:
        alone = FallbackCoach([OpenAICoach(KEY, base_url=peer.base_url)])
        with house(tmp_path, alone) as planwise:
            assert planwise.talk("anna", "hello").status == "failed"
            assert [each.outcome for each in planwise.store.ledger.tallies(DAY)] == ["auth"]


def test_an_operator_sees_coaches_costs_and_queue_and_no_client(tmp_path: Path) -> None:
    with serving(ok(answer())) as peer:
        coach = chain(peer, "gpt-4o", "gpt-6-luna")
        model = coach.coaches[0]
        assert isinstance(model, OpenAICoach)
        model.retiring = {"gpt-4o": dt.date(2027, 1, 14)}
        with house(tmp_path, coach, PLANWISE_DAILY_USD="5") as planwise:
            planwise.talk("anna-is-secret", "hello")
            with TestClient(create_api(lambda: planwise)) as api:
                told = api.get("/health?detail=1").json()
                proxied = api.get("/health?detail=1", headers={"x-forwarded-for": "10.0.0.7"}).json()

    assert told["coaches"] == ["gpt-4o at 127.0.0.1", "gpt-6-luna at 127.0.0.1", "offline coach"]
    assert told["retiring"] == ["The model gpt-4o will be switched off on 14 January 2027."]
    assert (told["today"]["tokens"], told["today"]["limit_usd"]) == (940, 5)
    assert told["today"]["cost_usd"] > 0
    assert told["today"]["requests"][0]["model"] == "gpt-4o"
    assert told["queue"] == {"queued": 0, "running": 0}
    assert "anna" not in str(told)
    assert "today" not in proxied  # the world is told that it is up, not what it costs


def test_an_operator_sees_who_spends_what_on_which_day_and_nobody_else_does(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        for client, ago, cost in (("anna", 0, 0.10), ("ben", 0, 0.30), ("anna", 1, 0.20), ("anna", 9, 5.0)):
            planwise.client(client)
            planwise.store.ledger.add(used(client, cost=cost, at=MONDAY_MORNING - dt.timedelta(days=ago)))
        planwise.reset("ben")
        with TestClient(create_api(lambda: planwise)) as api:
            told = api.get("/spending").json()
            proxied = api.get("/spending", headers={"x-forwarded-for": "10.0.0.7"})

    assert [(each["day"], each["client_id"], each["tokens"], each["cost_usd"]) for each in told] == [
        ("2026-11-23", None, 1000, 0.30), ("2026-11-23", "anna", 1000, 0.10), ("2026-11-22", "anna", 1000, 0.20),
    ]  # fmt: skip
    assert proxied.status_code == 404


WORDS = "my secret is seventeen"


class Clumsy(OfflineCoach):
    """A coach whose errors quote what it was told."""

    def reply(self, prompt: Any, say: Any) -> Any:
        try:
            raise ValueError(f"cannot read {prompt.asked} with {KEY}")
        except ValueError as error:
            raise RuntimeError(prompt.asked) from error


def test_the_log_has_a_line_a_turn_and_never_words_or_keys(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    odd = {"content-type": "text/event-stream", "x-request-id": "req 1 outcome=faked"}
    caplog.set_level(logging.DEBUG, logger="planwise")
    with serving((200, odd, ok(answer(WORDS))[2])) as peer, house(tmp_path, chain(peer)) as planwise:
        planwise.talk("anna", WORDS)
    with serving((401, JSON, [WORDS.encode()])) as peer, house(tmp_path, chain(peer)) as planwise:
        planwise.talk("anna", f"{WORDS} again")
    with house(tmp_path, Clumsy()) as planwise:
        planwise.talk("anna", f"{WORDS} and again")
        planwise.remember("anna", WORDS)

    lines = [record.getMessage() for record in caplog.records]
    turns = [line for line in lines if line.startswith("turn client=")]
    assert len(turns) == 2
    assert "client=anna" in turns[0]
    assert all(f" {name}=" in turns[0] for name in ("models", "tokens_in", "ms", "edits", "findings", "requests"))
    assert "tokens_in=900 tokens_out=40" in turns[0]
    assert turns[0].endswith("requests=req1outcomefaked")
    assert "models=gpt-4o:auth" in turns[1]
    assert any("RuntimeError" in line and "caused by ValueError" in line for line in lines)
    assert "\n" not in turns[0]
    for secret in (WORDS, KEY, "seventeen"):
        assert secret not in caplog.text


def test_an_error_is_traced_to_its_line_without_its_words() -> None:
    try:
        int(WORDS)
    except ValueError as error:
        told = traced(error)

    assert "ValueError" in told
    assert "test_budget.py" in told
    assert WORDS not in told


@pytest.mark.parametrize("environ", [{}, {"PLANWISE_DAILY_USD": "1"}])
def test_the_offline_coach_costs_nothing(tmp_path: Path, environ: dict[str, str]) -> None:
    with house(tmp_path, coaches(Settings.from_env(environ)), **environ) as planwise:
        planwise.talk("anna", HALF)

        assert planwise.store.ledger.since(None, DAY) == (0, 0.0)
