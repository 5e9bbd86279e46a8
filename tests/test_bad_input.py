"""What cannot be, through the door that a program uses: one clear sentence, and what was saved is untouched."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from planwise_core import open_planwise
from planwise_core.api.routes import create_api
from planwise_core.service import PlanWise
from planwise_core.settings import Settings
from planwise_core.store.database import BUSY, FULL, READ_ONLY, sqlite_driver
from planwise_core.store.store import Store
from planwise_core.training.document import render
from planwise_core.training.values import WEEKDAYS
from tests.builders import begun, easy, plan, workout
from tests.houses import HALF, house
from tests.openai_peer import SSE, answer, serving, streamed

REST = "I run 20 km a week on 3 days"


class Door:
    """The HTTP API, as one runner, Anna, goes through it."""

    def __init__(self, planwise: PlanWise) -> None:
        self.client = TestClient(create_api(lambda: planwise))

    def says(self, message: str, client_id: str = "anna") -> tuple[int, dict[str, Any]]:
        answered = self.client.post("/chat", json={"client_id": client_id, "message": message})
        return answered.status_code, answered.json()

    def brings(self, document: dict[str, Any], parent: int | None = None) -> tuple[int, dict[str, Any]]:
        answered = self.client.put("/plan", json={"client_id": "anna", "plan": document, "parent": parent})
        return answered.status_code, answered.json()

    def saved(self, client_id: str = "anna") -> Any:
        """Everything that is kept of the plan."""
        paths = (f"/plan?client_id={client_id}", f"/plan/versions?client_id={client_id}")
        return [self.client.get(path).json() for path in paths]


@contextlib.contextmanager
def door(folder: Path) -> Iterator[Door]:
    with house(folder) as planwise:
        yield Door(planwise)


# --- what a runner says


WISHES = {
    "a race in the past": (f"Half marathon on 1 March 2024, {REST}", "1 March 2024"),
    "a race tomorrow": (f"Half marathon tomorrow, {REST}", "too close"),
    "a race in three years": (f"Half marathon on 18 April 2029, {REST}", "2029"),
    "-5 km a week": ("Half marathon in 16 weeks, I run -5 km a week on 4 days", "-5 km"),
    "900 km a week": ("Half marathon in 16 weeks, I run 900 km a week on 4 days", "900 km"),
    "0 days": ("10k in 10 weeks, I run 20 km a week, 0 days a week", "0 days"),
    "9 days": ("10k in 10 weeks, I run 20 km a week, 9 days a week", "9 days"),
    "no day left": (
        f"10k in 10 weeks, {REST}, never on monday, tuesday, wednesday, thursday, friday, saturday or sunday",
        "no day",
    ),
    "no time left": (f"Marathon in 18 weeks, {REST}, at most 10 minutes a day", "longest day has 10"),
}


@pytest.mark.parametrize(("message", "named"), WISHES.values(), ids=list(WISHES))
def test_a_wish_that_cannot_be_gets_a_sentence_and_no_plan(tmp_path: Path, message: str, named: str) -> None:
    with door(tmp_path) as anna:
        status, told = anna.says(message)

        assert (status, told["plan"]) == (200, None)
        assert named in told["reply"]


@pytest.mark.parametrize(("message", "named"), WISHES.values(), ids=list(WISHES))
def test_a_wish_that_cannot_be_leaves_the_plan_there_is(tmp_path: Path, message: str, named: str) -> None:
    with door(tmp_path) as anna:
        anna.says(HALF)
        before = anna.saved()

        status, told = anna.says(message)

        assert (status, told["plan_updated"]) == (200, False)
        assert named in told["reply"]
        assert anna.saved() == before


@pytest.mark.parametrize("message", ["", "   ", "\x00\x01\x02", "x" * 20_000], ids=["0", "blank", "control", "20,000"])
def test_a_message_that_is_empty_or_too_long_leaves_no_trace(tmp_path: Path, message: str) -> None:
    with house(tmp_path) as planwise:
        anna = Door(planwise)
        anna.says(HALF)

        status, told = anna.says(message)

        assert status == 422
        assert ("20000 characters" if message[:1] == "x" else "empty") in told["detail"]
        assert [turn.asked for turn in planwise.turns("anna")] == [HALF]


def test_control_characters_and_html_are_only_text(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        status, _ = Door(planwise).says("hello\x00 <script>alert(1)</script>\x1b[31m")

        assert status == 200
        assert [turn.asked for turn in planwise.turns("anna")] == ["hello <script>alert(1)</script>[31m"]


def test_letters_that_join_others_are_kept(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        Door(planwise).says("🏃\u200d♀️ می\u200cدوم")

        assert [turn.asked for turn in planwise.turns("anna")] == ["🏃\u200d♀️ می\u200cدوم"]


@pytest.mark.parametrize("client_id", ["a" * 65, "../etc", "a b", "né", "'; drop table"])
def test_a_malformed_client_id_is_refused(tmp_path: Path, client_id: str) -> None:
    with door(tmp_path) as anna:
        status, told = anna.says("hello", client_id)

        assert status == 422
        assert "client" in told["detail"]


def test_an_unknown_client_has_nothing_to_show(tmp_path: Path) -> None:
    with door(tmp_path) as anna:
        anna.says(HALF)
        answers = [
            anna.client.get("/plan?client_id=nobody"),
            anna.client.get("/plan/diff?client_id=nobody&a=1&b=2"),
            anna.client.delete("/session/nobody"),
        ]

        assert [answered.status_code for answered in answers] == [404, 404, 404]
        assert anna.client.get("/plan/versions?client_id=nobody").json() == []


# --- a plan document


def a_document(**weeks: Any) -> dict[str, Any]:
    document = render(plan(easy("tue", 8), workout("sun", 12, type="long"), weeks=3))
    document["weeks"] = {number: weeks.get(f"w{number}", week) for number, week in document["weeks"].items()}
    return document


FIVE_A_DAY = {"workouts": [{"day": day, "type": "easy", "km": at} for day in WEEKDAYS for at in range(1, 6)]}
DOCUMENTS = {
    "an unknown key": ({**a_document(), "colour": "red"}, "colour"),
    "a missing week": ({**a_document(), "weeks": {"1": {}, "3": {}}}, "weeks"),
    "a day twice": (a_document(w1={"workouts": [{"day": "tue", "type": "easy", "km": 5}] * 2, "km": 10}), "weeks.1"),
    "2,000 workouts": ({**a_document(), "weeks": {str(week): FIVE_A_DAY for week in range(1, 59)}}, "2030 workouts"),
    "no weeks": ({**a_document(), "weeks": []}, "weeks"),
}


@pytest.mark.parametrize(("document", "named"), DOCUMENTS.values(), ids=list(DOCUMENTS))
def test_a_plan_document_that_is_none_is_refused_by_name(tmp_path: Path, document: dict[str, Any], named: str) -> None:
    with door(tmp_path) as anna:
        anna.brings(a_document())
        before = anna.saved()

        status, told = anna.brings(document, parent=1)

        assert status == 422
        assert named in told["detail"]
        assert anna.saved() == before


# --- a model's answer

PAST = {"op": "drop", "week": 1, "day": "tue"}
ANSWERS = {
    "empty": "",
    "not JSON": "Sure! I moved your long run to Friday.",
    "for another client": json.dumps({**json.loads(answer(do="edit", edits=[PAST])), "client_id": "ben"}),
    "edits the past": answer("I took last week's run out.", do="edit", edits=[PAST]),
}


@pytest.mark.parametrize("text", ANSWERS.values(), ids=list(ANSWERS))
def test_an_answer_of_a_model_that_cannot_be_used_changes_nothing(tmp_path: Path, text: str) -> None:
    lived = render(begun(2, plan(easy("tue"), easy("sat"), easy("tue", week=4), weeks=5)))
    with serving((200, SSE, list(streamed(text)))) as peer:
        settings = {"DB_URL": f"sqlite:///{tmp_path / 'model.db'}", "OPENAI_BASE_URL": peer.base_url}
        planwise = open_planwise(Settings.from_env({**settings, "OPENAI_MODE": "strict"}))
        with contextlib.closing(planwise):
            anna = Door(planwise)
            anna.brings(lived)
            anna.says(HALF, "ben")
            before = anna.saved(), anna.saved("ben")

            status, told = anna.says("What about last Tuesday?")

            assert (status, told["plan_updated"]) == (200, False)
            assert told["reply"]
            assert (anna.saved(), anna.saved("ben")) == before


# --- a database


@contextlib.contextmanager
def locked(file: Path, store: Store) -> Iterator[None]:
    with closing(sqlite_driver().connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextlib.contextmanager
def read_only(file: Path, store: Store) -> Iterator[None]:
    yield from _each_connection(store, "PRAGMA query_only = on", "PRAGMA query_only = off")


@contextlib.contextmanager
def full(file: Path, store: Store) -> Iterator[None]:
    yield from _each_connection(store, "PRAGMA max_page_count = 1", f"PRAGMA max_page_count = {2**30}")


def _each_connection(store: Store, during: str, after: str) -> Iterator[None]:
    rule = [during]
    event.listen(store._database.engine, "checkout", lambda connection, *_: connection.execute(rule[0]))
    yield
    rule[0] = after


TROUBLES = {"locked": (locked, BUSY), "read-only": (read_only, READ_ONLY), "full": (full, FULL)}


@pytest.mark.parametrize(("trouble", "sentence"), TROUBLES.values(), ids=list(TROUBLES))
def test_a_plan_is_not_lost_to_a_database_in_trouble(tmp_path: Path, trouble: Any, sentence: str) -> None:
    another = render(plan(*(easy("wed", 6, week=week, notes="Easily. " * 50) for week in range(1, 51)), weeks=50))
    with house(tmp_path, busy_s=0.2) as planwise:
        anna = Door(planwise)
        anna.brings(a_document())
        before = anna.saved()

        with trouble(tmp_path / "house.db", planwise.store):
            status, told = anna.brings(another, parent=1)

        assert (status, told["detail"]) == (503, sentence)
        assert anna.saved() == before
        assert anna.brings(another, parent=1)[0] == 200


@pytest.mark.parametrize(("trouble", "sentence"), [(locked, BUSY), (read_only, READ_ONLY)])
def test_a_message_that_cannot_be_kept_is_told(tmp_path: Path, trouble: Any, sentence: str) -> None:
    with house(tmp_path, busy_s=0.2) as planwise:
        anna = Door(planwise)
        anna.says(HALF)
        before = anna.saved()

        with trouble(tmp_path / "house.db", planwise.store):
            status, told = anna.says("make week 3 easier")

        assert (status, told["detail"]) == (503, sentence)
        assert anna.saved() == before
        assert anna.says("make week 3 easier")[1]["version"] == 2
