"""The HTTP face: the contract of the original backend, mounted at ``/api`` beside the pages.

Routes are sync; FastAPI runs them in threads. A route reads its request, asks the service, shapes the answer. Each
declares who may use it; one that does not is answered to nobody.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from fastapi import Depends, FastAPI, HTTPException, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response, StreamingResponse
from fastapi.routing import APIRoute
from fastapi_offline import FastAPIOffline

from planwise_core.accounts import (
    GUEST_COOKIE,
    SESSION_COOKIE,
    cookie,
    is_from_another_site,
    is_this_machine,
    new_guest_key,
    permitted,
)
from planwise_core.api.shapes import (
    ChatIn,
    ChatOut,
    ClientId,
    FactId,
    FactIn,
    PlanIn,
    PlanOut,
    ResetOut,
    TicketIn,
    VersionNumber,
)
from planwise_core.errors import BadInput, CoachUnavailable, NotFound, PlanWiseError, StaleVersion, StoreUnavailable
from planwise_core.files.markup import POLICY
from planwise_core.training.blame import Blame
from planwise_core.training.document import render
from planwise_core.training.edits import EDITS
from planwise_core.training.versions import Version, VersionHead

if TYPE_CHECKING:  # the database and all it needs are imported when the house is opened, behind the first answer
    from planwise_core.rooms.lookback import Compared
    from planwise_core.service import PlanWise
    from planwise_core.store.records import Fact, StoredTurn

Open: TypeAlias = "Callable[[], PlanWise]"
At: TypeAlias = "Callable[[Request, str | None], tuple[PlanWise, str]]"  # the service, and whom a request is for
# Who may use a route: anybody; who may act for a client; only who is that client (not a coach looking after them).
ANYBODY, CLIENT, ONESELF = ({"x-may": who} for who in ("anybody", "client", "oneself"))


STATUS: dict[type[PlanWiseError], int] = {
    NotFound: 404,
    StaleVersion: 409,
    BadInput: 422,
    CoachUnavailable: 503,
    StoreUnavailable: 503,
}


def create_api(planwise: Open) -> FastAPI:
    """The API over a service that `planwise` opens at the first request."""
    api = FastAPIOffline(
        title="PlanWise", version="1.0.0", docs_url="/docs", redoc_url=None, dependencies=[Depends(_admitted)]
    )
    for described in api.routes:  # the pages of the documentation
        if isinstance(described, APIRoute):
            described.openapi_extra = ANYBODY
    api.add_exception_handler(PlanWiseError, _sentence)
    api.add_exception_handler(RequestValidationError, _first_problem)

    def at(request: Request, client_id: str | None) -> tuple[PlanWise, str]:
        """The service, and the client this request may act for."""
        service = planwise()
        return service, _client(service, request, client_id)

    @api.get("/health", openapi_extra=ANYBODY)
    def health(request: Request, detail: bool = False) -> dict[str, Any]:
        """Whether it is up; with `detail`, what it stands on, and to this machine's operator what it is doing."""
        if not detail:
            return {"status": "healthy"}
        told, host = planwise().health(), request.client.host if request.client else None
        return told | planwise().operations() if is_this_machine(host, request.headers) else told

    @api.get("/spending", openapi_extra=ANYBODY)
    def spending(request: Request, days: Annotated[int, Query(ge=1, le=31)] = 7) -> list[dict[str, Any]]:
        """What each client has cost on each of the last days; to this machine's operator only."""
        if not is_this_machine(request.client.host if request.client else None, request.headers):
            raise NotFound("There is nothing here.")
        return planwise().spending(days)

    _talk_routes(api, at)
    _plan_routes(api, at)
    _paper_routes(api, at)
    _memory_routes(api, at)
    _session_routes(api, planwise, at)
    return api


def _talk_routes(api: FastAPI, at: At) -> None:
    """Talking with the coach."""

    @api.post("/chat", openapi_extra=CLIENT, responses={200: {"model": ChatOut}})
    def chat(said: ChatIn, request: Request) -> Response:
        """Say something to the coach. What it proposes is applied, unless `mode` is "propose".

        With `Accept: text/event-stream` the words come as they are said: events `delta` {"text"}, `restart` {} when
        another coach begins anew, and `done` with the whole answer.
        """
        service, who = at(request, said.client_id)
        turn = service.ask(who, said.message, turn_id=said.turn_id, mode=said.mode)
        if "text/event-stream" in request.headers.get("accept", ""):
            return StreamingResponse(_events(service, who, turn.id), media_type="text/event-stream")
        return JSONResponse(_chat_answer(service, who, service.wait(who, turn.id)))


def _plan_routes(api: FastAPI, at: At) -> None:
    """The plan, its versions, and how they differ."""

    @api.get("/plan", openapi_extra=CLIENT, responses={200: {"model": PlanOut}})
    def plan(
        request: Request,
        client_id: ClientId = None,
        version: VersionNumber | None = None,
    ) -> Response:
        """The current plan, or one version of it."""
        service, who = at(request, client_id)
        found = service.version(who, version) if version else service.current(who)
        if found is None:
            raise NotFound("There is no plan yet: tell the coach what you train for.")
        return JSONResponse(_plan_answer(found))

    @api.put("/plan", openapi_extra=CLIENT, responses={200: {"model": PlanOut}})
    def put_plan(given: PlanIn, request: Request) -> Response:
        """Bring a plan of your own: it is checked and becomes the next version."""
        service, who = at(request, given.client_id)
        return JSONResponse(_plan_answer(service.bring(who, given.plan, parent=given.parent)))

    @api.get("/plan/versions", openapi_extra=CLIENT)
    def versions(request: Request, client_id: ClientId = None) -> list[VersionHead]:
        """All versions, newest first, each with its cause."""
        service, who = at(request, client_id)
        return list(service.heads(who))

    @api.get("/plan/diff", openapi_extra=CLIENT)
    def difference(
        request: Request,
        a: VersionNumber,
        b: VersionNumber,
        client_id: ClientId = None,
    ) -> dict[str, Any]:
        """How version `b` differs from version `a`: workouts moved, changed, added and dropped; weeks side by side."""
        service, who = at(request, client_id)
        return {"a": a, "b": b, **_difference_answer(service.compare(who, a, b))}

    @api.get("/plan/blame", openapi_extra=CLIENT)
    def blame(
        request: Request,
        workout: Annotated[str, Query(max_length=40, description="the id of a workout of the current plan")],
        client_id: ClientId = None,
    ) -> Blame:
        """Which version made a workout what it is: its number, date, author and cause, and what it changed."""
        service, who = at(request, client_id)
        return service.blame(who, workout)


def _locale(request: Request) -> str | None:
    """The first language a browser asks for: ``en-US,en;q=0.9`` is ``en-US``."""
    return request.headers.get("accept-language", "").split(",")[0].split(";")[0].strip() or None


def _paper_routes(api: FastAPI, at: At) -> None:
    """The plan as files."""

    @api.get("/plan/report", openapi_extra=CLIENT)
    def comparison_report(
        request: Request,
        a: VersionNumber,
        b: VersionNumber,
        client_id: ClientId = None,
    ) -> Response:
        """Versions `a` and `b` side by side as an HTML page that stands alone, to mail or print."""
        service, who = at(request, client_id)
        return _page(service.comparison_report(who, a, b, _locale(request)))

    @api.get("/plan.html", openapi_extra=CLIENT)
    def plan_report(request: Request, client_id: ClientId = None) -> Response:
        """The current plan as an HTML page that stands alone, to print."""
        service, who = at(request, client_id)
        return _page(service.plan_report(who, _locale(request)))

    @api.get("/plan.ics", openapi_extra=CLIENT)
    def calendar_file(request: Request, client_id: ClientId = None) -> Response:
        """The current plan as a calendar; a later import updates the same events."""
        service, who = at(request, client_id)
        return Response(service.calendar_file(who), media_type="text/calendar")

    @api.get("/plan.csv", openapi_extra=CLIENT)
    def sheet_file(request: Request, client_id: ClientId = None) -> Response:
        """The current plan as a table."""
        service, who = at(request, client_id)
        return Response(service.sheet_file(who), media_type="text/csv")


def _memory_routes(api: FastAPI, at: At) -> None:
    """What is remembered of a client."""

    @api.get("/facts", openapi_extra=CLIENT)
    def facts(request: Request, client_id: ClientId = None) -> list[dict[str, Any]]:
        """What is remembered of a client; what is not `confirmed` is still a question to them."""
        service, who = at(request, client_id)
        return [_shown(fact) for fact in service.facts(who)]

    @api.post("/facts", openapi_extra=CLIENT)
    def remember(given: FactIn, request: Request) -> dict[str, Any]:
        """Have something remembered."""
        service, who = at(request, given.client_id)
        return _shown(service.remember(who, given.text or ""))

    @api.put("/facts/{fact_id}", openapi_extra=CLIENT)
    def keep_fact(fact_id: FactId, given: FactIn, request: Request) -> dict[str, Any]:
        """Say yes to a fact; with `text`, in these words."""
        service, who = at(request, given.client_id)
        if given.text is None:
            return _shown(service.confirm_fact(who, fact_id))
        return _shown(service.correct_fact(who, fact_id, given.text))

    @api.delete("/facts/{fact_id}", openapi_extra=CLIENT)
    def forget_fact(fact_id: FactId, request: Request, client_id: ClientId = None) -> dict[str, bool]:
        """Say no to a fact, or have it forgotten."""
        service, who = at(request, client_id)
        service.forget(who, fact_id)
        return {"success": True}


def _session_routes(api: FastAPI, planwise: Open, at: At) -> None:
    """Coming in, going out, and leaving for good."""

    @api.delete("/session/{client_id}", openapi_extra=ONESELF, responses={200: {"model": ResetOut}})
    def reset(client_id: str, request: Request) -> ResetOut:
        """Delete everything of a client: conversation, plans, runs, what is remembered."""
        service, who = at(request, client_id)
        deleted = service.reset(who)
        return ResetOut(
            success=True,
            message=f"Session {client_id} was reset.",
            conversations_deleted=deleted.conversations,
            plans_deleted=deleted.plans,
        )

    @api.post("/login", openapi_extra=ANYBODY, status_code=204)
    def login(given: TicketIn, request: Request) -> Response:
        """The session cookie for a ticket; tickets are made by the sign-in page, are good once and for a minute."""
        members = planwise().members
        secret = members.exchange(given.ticket)
        answer = Response(status_code=204)
        _set_cookie(answer, request, SESSION_COOKIE, secret)
        if members.guest(request.cookies.get(GUEST_COOKIE)) is None:  # its client is the member's now
            _set_cookie(answer, request, GUEST_COOKIE, new_guest_key())
        return answer

    @api.delete("/login", openapi_extra=ANYBODY, status_code=204)
    def logout(request: Request) -> Response:
        """Ends the session of the cookie, if there is one, and takes the cookie back."""
        members = planwise().members
        if session := members.of_cookie(request.cookies.get(SESSION_COOKIE)):
            members.sign_out(session.id)
        answer = Response(status_code=204)
        _set_cookie(answer, request, SESSION_COOKIE, "")
        return answer


def _admitted(request: Request) -> None:
    """Before any route: it says who may use it, and no page of another site changes things by this browser's rights."""
    _may(request)
    if request.method not in {"GET", "HEAD"} and is_from_another_site(request.headers):
        raise HTTPException(403, "This request comes from a page of another site.")


def _may(request: Request) -> str:
    declared = (request.scope["route"].openapi_extra or {}).get("x-may")
    if declared is None:
        raise HTTPException(403, "Nobody may use this route.")
    return str(declared)


def _set_cookie(answer: Response, request: Request, name: str, value: str) -> None:
    secure = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
    answer.headers.append("set-cookie", cookie(name, value, secure=secure))


def _client(service: PlanWise, request: Request, client_id: str | None) -> str:
    """The client a request may act for. Raises `NotFound`."""
    host = request.client.host if request.client else None
    return permitted(
        service.settings.access,
        asked_for=client_id,
        own=_own(service, request),
        this_machine=is_this_machine(host, request.headers),
    )


def _own(service: PlanWise, request: Request) -> str | None:
    """The client that a token, a session or a guest's key proves; whatever is given first is all that counts."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return service.client_of_token(token.strip())
    if session := service.members.of_cookie(request.cookies.get(SESSION_COOKIE)):
        looks_after = session.athlete is not None
        return None if looks_after and _may(request) == "oneself" else session.client_id
    if service.settings.access == "login":
        return None
    return service.members.guest(request.cookies.get(GUEST_COOKIE))


def _page(html: bytes) -> Response:
    """A page of ours made of a runner's words: it may do nothing here but be read."""
    return Response(html, media_type="text/html", headers={"content-security-policy": f"{POLICY}; sandbox"})


def _plan_answer(version: Version) -> dict[str, Any]:
    return {
        "plan": render(version.plan),
        "version": version.number,
        "created_at": version.created_at.isoformat(),
    }


def _difference_answer(compared: Compared) -> dict[str, Any]:
    differences = [
        each.model_dump(mode="json", exclude_none=True) | {"km_delta": each.km_delta}
        for each in compared.comparison.differences
    ]
    return {
        "km_delta": compared.comparison.km_delta,
        "differences": differences,
        "weeks": [week.model_dump(mode="json") for week in compared.comparison.weeks],
        "findings_a": [finding.model_dump(mode="json") for finding in compared.findings_a],
        "findings_b": [finding.model_dump(mode="json") for finding in compared.findings_b],
    }


def _chat_answer(service: PlanWise, client_id: str, turn: StoredTurn) -> dict[str, Any]:
    current = service.current(client_id)
    proposal = None
    if turn.decision == "open":
        proposal = {"base_version": turn.base_version, "edits": EDITS.dump_python(turn.edits, mode="json")}
    return {
        "reply": turn.error or turn.says,  # an answer that could not be kept promises nothing
        "plan": render(current.plan) if current else None,
        "plan_updated": turn.version is not None,
        "turn_id": turn.id,
        "version": current.number if current else None,
        "findings": [finding.model_dump(mode="json") for finding in turn.findings],
        "proposal": proposal,
        "status": turn.status,
        "answered_by": turn.answered_by,
        "notice": turn.notice,
        "remember": [_shown(fact) for fact in service.facts(client_id) if fact.turn_id == turn.id],
    }


def _shown(fact: Fact) -> dict[str, Any]:
    return fact.model_dump(mode="json", include={"id", "text", "kind", "confirmed"})


def _events(service: PlanWise, client_id: str, turn_id: str) -> Iterator[str]:
    sent = ""
    for text in service.watch(client_id, turn_id):
        if not text.startswith(sent):
            sent = ""
            yield _event("restart", {})
        if text != sent:
            yield _event("delta", {"text": text[len(sent) :]})
            sent = text
    yield _event("done", _chat_answer(service, client_id, service.turn(client_id, turn_id)))


def _event(name: str, data: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"


def _sentence(_: Request, error: Exception) -> Response:
    kind = next((known for known in type(error).__mro__ if known in STATUS), None)
    return JSONResponse({"detail": str(error)}, status_code=STATUS[kind] if kind else 500)


def _first_problem(_: Request, error: Exception) -> Response:
    """FastAPI's list of complaints as one sentence that names the field."""
    assert isinstance(error, RequestValidationError)  # noqa: S101 - the handler is registered for nothing else
    first = error.errors()[0]
    if first["type"] == "json_invalid":
        return JSONResponse({"detail": f"The request body is not JSON: {first['ctx']['error']}."}, status_code=422)
    where = ".".join(str(part) for part in first["loc"] if part not in {"body", "query", "path"})
    return JSONResponse({"detail": f"{where or 'The request body'}: {first['msg']}."}, status_code=422)
