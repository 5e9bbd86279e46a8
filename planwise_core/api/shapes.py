"""What requests and answers look like; the documentation of the API is made of this."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from fastapi import Path, Query
from pydantic import BaseModel, ConfigDict, Field

from planwise_core.training.checks import Finding
from planwise_core.training.document import PlanDoc

FactId = Annotated[int, Path(ge=1, lt=2**63)]  # what a database can hold
ClientId = Annotated[str | None, Query(max_length=64, description="needed where access is open")]
VersionNumber = Annotated[int, Query(ge=1)]


class ChatIn(BaseModel):
    """One message of a runner."""

    model_config = ConfigDict(extra="forbid")
    client_id: str | None = Field(default=None, max_length=64)
    message: str = Field(max_length=100_000)
    mode: Literal["apply", "propose"] = "apply"
    turn_id: str | None = Field(
        default=None, pattern=r"^[A-Za-z0-9_-]{8,64}$", description="your own key: the same one is answered once"
    )


class TicketIn(BaseModel):
    """What a page hands to its browser when somebody has signed in there."""

    model_config = ConfigDict(extra="forbid")
    ticket: str = Field(max_length=64)


class PlanIn(BaseModel):
    """A plan document from outside, to become the next version."""

    model_config = ConfigDict(extra="forbid")
    client_id: str | None = Field(default=None, max_length=64)
    plan: dict[str, Any]
    parent: int | None = Field(default=None, description="the version it is based on; null for the first")


class ChatOut(BaseModel):
    reply: str
    plan: PlanDoc | None
    plan_updated: bool
    turn_id: str
    version: int | None
    findings: list[Finding]
    proposal: dict[str, Any] | None


class PlanOut(BaseModel):
    plan: PlanDoc
    version: int
    created_at: dt.datetime


class FactIn(BaseModel):
    """A fact in the runner's words. Without words, a fact that is there is confirmed as it stands."""

    model_config = ConfigDict(extra="forbid")
    client_id: str | None = Field(default=None, max_length=64)
    text: str | None = Field(default=None, max_length=1000)


class ResetOut(BaseModel):
    success: bool
    message: str
    conversations_deleted: int
    plans_deleted: int
