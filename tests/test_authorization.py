"""Who gets what over HTTP: every operation of the API against everybody who should get nothing from it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from planwise_core.accounts import GUEST_COOKIE, SESSION_COOKIE, new_guest_key
from planwise_core.api.routes import create_api
from planwise_core.service import PlanWise
from planwise_core.training.document import render
from tests.builders import easy, plan
from tests.houses import HALF, house
from tests.test_members import PASSWORD, Quick

CANARY = "canary in a cage of reeds"
DOCUMENT = render(plan(easy("tue", 5)))
GIVEN: dict[str, Any] = {  # what every parameter of the API is given; a new one has to be added here
    "a": 1, "b": 1, "days": 7, "detail": 1, "fact_id": 1, "message": "hello", "mode": "apply", "parent": 1,
    "plan": DOCUMENT, "text": "likes hills", "ticket": "no-such-ticket", "turn_id": "anna-turn-1", "version": 1,
    "workout": "w1-tue",
}  # fmt: skip


class Club:
    """Anna, whose plan is to be seen by nobody; and everybody else who might try."""

    def __init__(self, planwise: PlanWise, client: TestClient) -> None:
        self.planwise, self.client, self.passwords = planwise, client, Quick()
        self.anna, session = self.joins("anna")
        planwise.members.join(session, planwise.members.invite(self.joins("her-own-coach", coach=True)[1]))
        planwise.talk(self.anna, HALF, turn_id=GIVEN["turn_id"])
        planwise.talk(self.anna, f"remember the {CANARY}")
        self.planwise.bring(self.anna, render(plan(easy("tue", 5, title=CANARY))), parent=1)

    def joins(self, name: str, coach: bool = False) -> tuple[str, str]:
        """A new member: their client, and their session."""
        members = self.planwise.members
        entered = members.sign_up(name, PASSWORD, self.passwords, role="coach" if coach else "runner")
        return members.session(entered.session_id).client_id, entered.session_id

    def cookie(self, name: str) -> str:
        members = self.planwise.members
        return members.exchange(members.sign_in(name, PASSWORD, self.passwords).ticket)

    def operations(self) -> list[tuple[str, str, dict[str, Any]]]:
        """Method, path and description of every operation."""
        paths = self.client.get("/openapi.json").json()["paths"]
        return [(method, path, told) for path, methods in paths.items() for method, told in methods.items()]

    def ask(self, method: str, path: str, told: dict[str, Any], client_id: str | None, **proof: Any) -> httpx.Response:
        """One valid request for `client_id`, which is put wherever one could be looked for."""
        query = {each["name"]: GIVEN[each["name"]] for each in told.get("parameters", ()) if wanted(each)}
        body = {name: GIVEN[name] for name in self._fields(told) if name != "client_id"}
        headers = dict(proof.get("headers", {}))
        if client_id is not None:
            query["client_id"] = client_id
            headers["x-client-id"] = client_id
            if "client_id" in self._fields(told):
                body["client_id"] = client_id
        self.client.cookies.clear()
        for name, value in proof.get("cookies", {}).items():
            self.client.cookies.set(name, value)
        return self.client.request(
            method.upper(),
            path.format(**GIVEN | {"client_id": client_id or "nobody"}),
            params=query,
            json=body or None,
            headers=headers,
        )

    def _fields(self, told: dict[str, Any]) -> list[str]:
        if "requestBody" not in told:
            return []
        name = told["requestBody"]["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]
        return list(self.client.get("/openapi.json").json()["components"]["schemas"][name]["properties"])


def wanted(parameter: dict[str, Any]) -> bool:
    return parameter["in"] == "query" and parameter["name"] != "client_id"


@contextlib.contextmanager
def club(folder: Path, access: str = "login") -> Iterator[Club]:
    with house(folder, PLANWISE_ACCESS=access) as planwise, TestClient(create_api(lambda: planwise)) as client:
        yield Club(planwise, client)


def nobody(_: Club) -> dict[str, Any]:
    return {}


def another_member(here: Club) -> dict[str, Any]:
    here.joins("ben")
    return {"cookies": {SESSION_COOKIE: here.cookie("ben")}}


def anothers_token(here: Club) -> dict[str, Any]:
    client_id, _ = here.joins("ben")
    here.planwise.client(client_id)
    return {"headers": {"authorization": f"Bearer {here.planwise.new_token(client_id, 'watch')}"}}


def signed_out(here: Club) -> dict[str, Any]:
    secret = here.cookie("anna")
    session = here.planwise.members.of_cookie(secret)
    assert session is not None
    here.planwise.members.sign_out(session.id)
    return {"cookies": {SESSION_COOKIE: secret}}


def revoked_token(here: Club) -> dict[str, Any]:
    secret = here.planwise.new_token(here.anna, "lost")
    here.planwise.revoke_token(here.anna, here.planwise.tokens(here.anna)[0].id)
    return {"headers": {"authorization": f"Bearer {secret}"}}


def revoked_token_of_somebody_signed_in(here: Club) -> dict[str, Any]:
    return revoked_token(here) | {"cookies": {SESSION_COOKIE: here.cookie("anna")}}


def a_guest(_: Club) -> dict[str, Any]:
    return {"cookies": {GUEST_COOKIE: new_guest_key()}}


def her_id_as_a_key(here: Club) -> dict[str, Any]:
    return {
        "cookies": {GUEST_COOKIE: here.anna, SESSION_COOKIE: here.anna},
        "headers": {"authorization": f"Bearer {here.anna}"},
    }


def a_coach_of_others(here: Club) -> dict[str, Any]:
    here.joins("cleo", coach=True)
    return {"cookies": {SESSION_COOKIE: here.cookie("cleo")}}


STRANGERS = (
    nobody, another_member, anothers_token, signed_out, revoked_token, revoked_token_of_somebody_signed_in, a_guest,
    her_id_as_a_key, a_coach_of_others,
)  # fmt: skip


@pytest.mark.parametrize("access", ["guest", "login"])
@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda stranger: stranger.__name__)
def test_who_is_not_anna_learns_nothing_of_her_not_even_that_she_is_there(
    tmp_path: Path, access: str, stranger: Callable[[Club], dict[str, Any]]
) -> None:
    with club(tmp_path, access) as here:
        before = here.planwise.heads(here.anna)
        proof = stranger(here)
        for method, path, told in here.operations():
            hers, nobodys = (here.ask(method, path, told, who, **proof) for who in (here.anna, "nobody"))

            assert hers.status_code == nobodys.status_code, (method, path)
            assert hers.text.replace(here.anna, "nobody") == nobodys.text, (method, path)
            assert CANARY not in hers.text
            if told["x-may"] != "anybody":
                assert hers.status_code == 404, (method, path)
        assert here.planwise.heads(here.anna) == before


@pytest.mark.parametrize("stranger", STRANGERS, ids=lambda stranger: stranger.__name__)
def test_without_a_client_id_everybody_gets_their_own_or_nothing(
    tmp_path: Path, stranger: Callable[[Club], dict[str, Any]]
) -> None:
    with club(tmp_path) as here:
        proof = stranger(here)
        for method, path, told in here.operations():
            assert CANARY not in here.ask(method, path, told, None, **proof).text, (method, path)


def test_anna_gets_her_own_by_cookie_and_by_token(tmp_path: Path) -> None:
    with club(tmp_path) as here:
        token = here.planwise.new_token(here.anna, "watch")
        for proof in (
            {"cookies": {SESSION_COOKIE: here.cookie("anna")}},
            {"headers": {"authorization": f"Bearer {token}"}},
        ):
            for who in (here.anna, None):
                assert CANARY in here.ask("get", "/plan", {}, who, **proof).text


def test_her_coach_may_what_she_may_but_deleting(tmp_path: Path) -> None:
    with club(tmp_path) as here:
        members = here.planwise.members
        secret = here.cookie("her-own-coach")
        session = members.of_cookie(secret)
        assert session is not None
        proof = {"cookies": {SESSION_COOKIE: secret}}
        not_yet = here.ask("get", "/plan", {}, here.anna, **proof)
        members.look_after(session.id, members.athletes(session.id)[0].id)

        assert not_yet.status_code == 404
        assert CANARY in here.ask("get", "/plan", {}, here.anna, **proof).text
        assert here.ask("delete", "/session/{client_id}", {}, here.anna, **proof).status_code == 404
        assert here.planwise.current(here.anna) is not None


# --- other sites


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        {"sec-fetch-site": "same-site", "origin": "http://other.testserver"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
    ],
)
def test_a_page_of_another_site_changes_nothing(tmp_path: Path, headers: dict[str, str]) -> None:
    with club(tmp_path) as here:
        before = here.planwise.heads(here.anna)
        cookies = {SESSION_COOKIE: here.cookie("anna")}
        for method, path, told in here.operations():
            if method != "get":
                answer = here.ask(method, path, told, here.anna, cookies=cookies, headers=headers)
                assert answer.status_code == 403, (method, path)
        assert here.planwise.heads(here.anna) == before


@pytest.mark.parametrize(
    "headers",
    [{}, {"sec-fetch-site": "same-origin", "origin": "http://testserver"}, {"origin": "http://testserver"}],
)
def test_our_own_pages_and_programs_may(tmp_path: Path, headers: dict[str, str]) -> None:
    with club(tmp_path) as here:
        here.client.cookies.set(SESSION_COOKIE, here.cookie("anna"))

        assert here.client.post("/chat", json={"message": "hello"}, headers=headers).status_code == 200


# --- policies


def test_every_route_says_who_may_use_it() -> None:
    for route in create_api(lambda: None).routes:  # type: ignore[arg-type, return-value]
        if isinstance(route, APIRoute):
            assert (route.openapi_extra or {}).get("x-may") in {"anybody", "client", "oneself"}, route.path


def test_a_route_that_does_not_is_answered_to_nobody(tmp_path: Path) -> None:
    with house(tmp_path) as planwise:
        api: FastAPI = create_api(lambda: planwise)

        @api.get("/forgotten")
        def forgotten() -> str:
            return CANARY

        with TestClient(api) as client:
            assert client.get("/forgotten").status_code == 403
            assert client.get("/docs").status_code == 200


# --- cookies


def test_a_ticket_is_exchanged_for_a_cookie_that_no_script_reads(tmp_path: Path) -> None:
    with club(tmp_path) as here:
        key = new_guest_key()
        guest = here.planwise.members.guest(key)
        entered = here.planwise.members.sign_up("dora", PASSWORD, here.passwords, guest=guest)
        here.client.cookies.clear()
        here.client.cookies.set(GUEST_COOKIE, key)
        answer = here.client.post("/login", json={"ticket": entered.ticket}, headers={"x-forwarded-proto": "https"})
        again = here.client.post("/login", json={"ticket": entered.ticket})

        session, new_guest = answer.headers.get_list("set-cookie")
        assert answer.status_code == 204
        assert session.startswith(f"{SESSION_COOKIE}=")
        assert new_guest.startswith(f"{GUEST_COOKIE}=")
        assert key not in new_guest
        for each in (session, new_guest):
            assert each.endswith("; HttpOnly; SameSite=Lax; Secure")
        assert again.status_code == 404
        assert SESSION_COOKIE not in again.headers.get("set-cookie", "")


def test_leaving_ends_the_session_and_takes_the_cookie_back(tmp_path: Path) -> None:
    with club(tmp_path) as here:
        secret = here.cookie("anna")
        here.client.cookies.set(SESSION_COOKIE, secret)
        answer = here.client.delete("/login")

        assert "Max-Age=0" in answer.headers["set-cookie"]
        assert here.planwise.members.of_cookie(secret) is None
