"""The HTTP contract."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from planwise_core.accounts import GUEST_COOKIE, guest_id, new_guest_key
from planwise_core.api.routes import create_api
from planwise_core.coach.offline_coach import OfflineCoach
from planwise_core.coach.reply import Prompt, Reply, Say
from planwise_core.service import PlanWise
from planwise_core.training.document import parse, render
from tests.builders import easy, plan
from tests.houses import HALF, house


@contextlib.contextmanager
def api(folder: Path, **environ: str) -> Iterator[tuple[TestClient, PlanWise]]:
    with house(folder, **environ) as planwise, TestClient(create_api(lambda: planwise)) as client:
        yield client, planwise


def say(client: TestClient, message: str, client_id: str = "anna", **more: Any) -> dict[str, Any]:
    answer = client.post("/chat", json={"client_id": client_id, "message": message, **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_health_is_short_and_tells_more_when_asked(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        assert client.get("/health").json() == {"status": "healthy"}
        assert client.get("/health?detail=1").json()["database"]["ok"] is True


def test_a_body_that_is_not_json_is_told_so(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        bad = client.post("/chat", content="hello", headers={"content-type": "application/json"})

        assert (bad.status_code, bad.json()["detail"]) == (422, "The request body is not JSON: Expecting value.")


def test_a_chat_makes_a_plan(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        answer = say(client, HALF)

        assert answer["plan_updated"] is True
        assert answer["version"] == 1
        assert answer["reply"]
        assert parse(answer["plan"]).race_date is not None
        assert client.get("/plan", params={"client_id": "anna"}).json()["plan"] == answer["plan"]


def test_a_chat_applies_changes_unless_it_asks_to_propose(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        say(client, HALF)

        proposed = say(client, "make week 3 easier", mode="propose")
        applied = say(client, "make week 4 easier")

        assert (proposed["plan_updated"], proposed["version"]) == (False, 1)
        assert proposed["proposal"]["edits"]
        assert (applied["plan_updated"], applied["version"], applied["proposal"]) == (True, 2, None)


def test_a_chat_streams_its_words(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        headers = {"accept": "text/event-stream"}
        body = client.post("/chat", json={"client_id": "anna", "message": HALF}, headers=headers).text

        events = [
            (part.split("\n")[0].removeprefix("event: "), json.loads(part.split("\n")[1].removeprefix("data: ")))
            for part in body.strip().split("\n\n")
        ]
        said = "".join(data["text"] for name, data in events if name == "delta")
        assert events[-1][0] == "done"
        assert said == events[-1][1]["reply"]
        assert events[-1][1]["version"] == 1


class Overtaken(OfflineCoach):
    """While it thinks about an easier week, somebody else saves another plan."""

    planwise: PlanWise

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        answered = super().reply(prompt, say)
        if answered.edits:
            other = render(plan(easy("wed"), weeks=1))
            self.planwise.bring("anna", other, parent=1)
        return answered


def test_an_answer_that_could_not_be_kept_says_so_and_promises_nothing(tmp_path: Path) -> None:
    coach = Overtaken()
    with house(tmp_path, coach) as coach.planwise, TestClient(create_api(lambda: coach.planwise)) as client:
        say(client, HALF)

        answer = say(client, "make week 3 easier")

        assert (answer["status"], answer["plan_updated"], answer["version"]) == ("failed", False, 2)
        assert answer["reply"].startswith("This was based on version 1, but the plan is at version 2 now")


def test_a_plan_that_follows_none_or_a_lost_one_is_told_in_words(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        document = render(plan(easy("tue"), weeks=1))
        first, second, lost = (
            client.put("/plan", json={"client_id": who, "plan": document, "parent": parent})
            for who, parent in (("anna", None), ("anna", None), ("ben", 5))
        )

        assert [each.status_code for each in (first, second, lost)] == [200, 409, 409]
        assert second.json()["detail"].startswith("This was meant as the first version, but the plan is at version 1")
        assert "there is no plan" in lost.json()["detail"]


@pytest.mark.parametrize("number", [0, 2**63, 10**30])
def test_a_number_no_fact_can_have_is_refused(tmp_path: Path, number: int) -> None:
    with api(tmp_path) as (client, _):
        answer = client.put(f"/facts/{number}", json={"client_id": "anna"})

        assert answer.status_code == 422
        assert "fact_id" in answer.json()["detail"]


def test_versions_can_be_listed_and_compared(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        say(client, HALF)
        say(client, "make week 3 easier")

        versions = client.get("/plan/versions?client_id=anna").json()
        diff = client.get("/plan/diff?client_id=anna&a=1&b=2").json()

        assert [version["number"] for version in versions] == [2, 1]
        assert diff["km_delta"] < 0
        assert {each["kind"] for each in diff["differences"]} == {"changed"}


def test_a_workout_is_put_down_to_the_words_that_changed_it(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        say(client, HALF)
        say(client, "make week 3 easier")
        changed = client.get("/plan/diff?client_id=anna&a=1&b=2").json()["differences"][0]["after"]["id"]

        blame = client.get(f"/plan/blame?client_id=anna&workout={changed}").json()
        unknown = client.get("/plan/blame?client_id=anna&workout=w99-tue")

        assert (blame["version"]["number"], blame["version"]["cause"]) == (2, "make week 3 easier")
        assert blame["difference"]["kind"] == "changed"
        assert (unknown.status_code, unknown.json()["detail"]) == (404, "The plan has no workout 'w99-tue'.")


def test_a_session_is_deleted_with_counts(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        say(client, HALF)

        answer = client.delete("/session/anna").json()

        assert answer == {
            "success": True,
            "message": "Session anna was reset.",
            "conversations_deleted": 1,
            "plans_deleted": 1,
        }
        assert client.get("/plan?client_id=anna").status_code == 404
        assert client.delete("/session/anna").status_code == 404


def test_a_plan_can_be_brought(tmp_path: Path) -> None:
    document = render(plan(easy("tue", 5), easy("sat", 8)))
    with api(tmp_path) as (client, _):
        made = client.put("/plan", json={"client_id": "anna", "plan": document})
        stale = client.put("/plan", json={"client_id": "anna", "plan": document, "parent": None})
        bad = client.put("/plan", json={"client_id": "anna", "plan": {**document, "colour": 1}, "parent": 1})

        assert (made.status_code, made.json()["plan"]) == (200, document)
        assert stale.status_code == 409
        assert (bad.status_code, bad.json()["detail"]) == (422, "colour is not a field of a plan document")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ({"client_id": "anna", "message": ""}, "empty"),
        ({"client_id": "anna", "message": "x" * 20_000}, "20000 characters"),
        ({"client_id": "anna"}, "message"),
        ({"client_id": "anna", "message": "hi", "colour": 1}, "colour"),
        ({"client_id": "not an id!", "message": "hi"}, "client"),
    ],
)
def test_bad_input_gets_one_sentence(tmp_path: Path, body: dict[str, Any], named: str) -> None:
    with api(tmp_path) as (client, _):
        answer = client.post("/chat", json=body)

        assert answer.status_code == 422
        assert named in answer.json()["detail"]


def test_a_guest_is_known_by_the_cookie_alone(tmp_path: Path) -> None:
    key = new_guest_key()
    with api(tmp_path, PLANWISE_ACCESS="guest") as (client, planwise):
        planwise.talk("anna", HALF)
        stranger = client.get("/plan?client_id=anna")
        nobody = client.get("/plan?client_id=nobody")
        client.cookies.set(GUEST_COOKIE, key)
        mine = client.post("/chat", json={"message": HALF})

        assert (stranger.status_code, nobody.status_code) == (404, 404)
        assert stranger.json()["detail"].replace("anna", "nobody") == nobody.json()["detail"]
        assert mine.status_code == 200
        assert planwise.current(guest_id(key) or "") is not None
        assert client.get("/plan?client_id=anna").json() == stranger.json()


def test_a_token_opens_its_own_client_only(tmp_path: Path) -> None:
    with api(tmp_path, PLANWISE_ACCESS="login") as (client, planwise):
        planwise.talk("anna", HALF)
        planwise.talk("ben", HALF)
        secret = planwise.new_token("anna", "my watch")
        headers = {"authorization": f"Bearer {secret}"}

        assert client.get("/plan", headers=headers).status_code == 200
        assert client.get("/plan?client_id=ben", headers=headers).status_code == 404
        assert client.get("/plan", headers={"authorization": "Bearer wrong"}).status_code == 404


def test_a_plan_can_be_taken_along(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        say(client, HALF)

        calendar = client.get("/plan.ics?client_id=anna")
        sheet = client.get("/plan.csv?client_id=anna")

        printed = client.get("/plan.html?client_id=anna")
        compared = client.get("/plan/report?client_id=anna&a=1&b=1")

        for page in (printed, compared):
            assert page.headers["content-type"].startswith("text/html")
            assert page.headers["content-security-policy"].endswith("sandbox")
            assert page.content.startswith(b"<!doctype html>")
        assert calendar.headers["content-type"].startswith("text/calendar")
        assert b"BEGIN:VEVENT" in calendar.content
        assert b"Saturday" in sheet.content


def test_every_route_is_described(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        paths = client.get("/openapi.json").json()["paths"]

        assert {"/health", "/chat", "/plan", "/session/{client_id}"} <= paths.keys()
        assert client.get("/docs").status_code == 200


def test_facts_are_asked_about_kept_corrected_and_deleted(tmp_path: Path) -> None:
    with api(tmp_path) as (client, _):
        (asked,) = say(client, "Remember that I work nights.")["remember"]
        assert asked == {"id": asked["id"], "text": "I work nights", "kind": "note", "confirmed": False}

        mine = {"client_id": "anna"}
        assert client.put(f"/facts/{asked['id']}", json=mine).json()["confirmed"] is True
        corrected = client.put(f"/facts/{asked['id']}", json=mine | {"text": "Bad left knee"}).json()
        assert (corrected["text"], corrected["kind"]) == ("Bad left knee", "injury")
        added = client.post("/facts", json=mine | {"text": "Likes hills"}).json()
        assert [fact["text"] for fact in client.get("/facts", params=mine).json()] == ["Bad left knee", "Likes hills"]
        assert client.delete(f"/facts/{added['id']}", params=mine).json() == {"success": True}
        assert client.delete(f"/facts/{added['id']}", params=mine).status_code == 404
        assert client.delete(f"/facts/{asked['id']}", params={"client_id": "ben"}).status_code == 404
        assert client.post("/facts", json=mine | {"text": " "}).status_code == 422
