"""What the store gives and takes: the values of a client and of what happened with them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Literal, NamedTuple

from pydantic import Field

from planwise_core.errors import BadInput
from planwise_core.training import journal
from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit
from planwise_core.training.journal import Run
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value
from planwise_core.training.versions import Version

Mode = Literal["propose", "apply"]
Status = Literal["queued", "running", "done", "failed", "stopped", "interrupted"]
Outcome = Literal["answered", "proposed", "saved", "referred", "refused"]
Decision = Literal["open", "accepted", "discarded"]
Role = Literal["runner", "coach"]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:@-]{0,63}")


def checked_id(given: str, what: str = "client_id") -> str:
    """`given`, if it can be an id: 1 to 64 letters, digits and ``_.:@-``, a letter or digit first.

    Raises:
        BadInput: it cannot.
    """
    if not _ID.fullmatch(given):
        shown = given[:40].encode("ascii", "backslashreplace").decode()
        raise BadInput(f"'{shown}' is not a {what}: use 1 to 64 letters, digits, dots, dashes or underscores.")
    return given


class Client(Value):
    """A person being coached: the athlete as far as known, what was told (`known`) and how they want it.

    `pending` is the coach's own open question. `timezone` is an IANA name; None: not known yet. With `apply_at_once`
    a change to the plan is saved without asking.
    """

    id: str
    athlete: Athlete = Athlete()
    known: frozenset[str] = frozenset()
    pending: str | None = None
    timezone: str | None = Field(default=None, max_length=64)
    apply_at_once: bool = False
    created_at: dt.datetime


class Lesson(NamedTuple):
    """What a version taught of a client along with its plan: one field of the athlete, before and after."""

    field: str
    before: Any
    after: Any
    was_known: bool

    def unlearned(self, client: Client) -> Client:
        """`client` without it. What has been changed since stays; of races, each by itself."""
        now, added = getattr(client.athlete, self.field), self.after
        if now == added:
            kept = self.before
        elif isinstance(now, tuple) and all(each in now for each in added if each not in self.before):
            gone = (each for each in self.before if each not in added)
            kept = (*gone, *(each for each in now if each in self.before or each not in added))
        else:
            return client
        known = client.known if self.was_known else client.known - {self.field}
        return client.but(athlete=client.athlete.but(**{self.field: kept}), known=known)


class Arrival(NamedTuple):
    """Who a browser is found to be: whether its client is somebody's account, who they are, and who their demo is.

    None: there is no such client (yet).
    """

    is_owned: bool
    client: Client | None
    demo: Client | None


class Answered(Value):
    """What came of a question, besides words: whose answer it is, and what it would change."""

    outcome: Outcome | None = None
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: str = ""
    notice: str = ""
    answered_by: str = ""
    error: str | None = None
    input_tokens: int | None = None
    output_tokens: int | None = None


class StoredTurn(Answered):
    """One question and what has become of it so far. `says` is partial while the turn is running.

    `base_version` is the version `edits` fit on, `version` the one the turn led to. `decision` is None unless the
    turn proposed something.
    """

    id: str
    client_id: str
    asked: str
    mode: Mode
    status: Status
    says: str = ""
    decision: Decision | None = None
    base_version: int | None = None
    version: int | None = None
    created_at: dt.datetime
    finished_at: dt.datetime | None = None

    @property
    def is_open(self) -> bool:
        """Still to be answered."""
        return self.status in {"queued", "running"}


class Ending(Answered):
    """The end of a turn: the answer, what was learned of the client, the plan it led to.

    `says` None keeps what has been said so far. `parent` is the version `edits` fit on; `plan` is to be the next one.
    `athlete` None: nothing new was learned, and `known` is not looked at. `pending` is what the coach has asked.
    `remember` is kept as questions to the runner; `keeps` answers those of another turn: its id, and yes or no.
    `withdraws` is a turn whose proposal, if it is still open, is discarded.
    """

    status: Literal["done", "failed", "stopped"] = "done"
    says: str | None = None
    plan: Plan | None = None
    parent: int | None = None
    athlete: Athlete | None = None
    known: frozenset[str] = frozenset()
    pending: str | None = None
    remember: tuple[journal.Fact, ...] = ()
    keeps: tuple[str, bool] | None = None
    withdraws: str | None = None


class Deleted(Value):
    """How much of a client is gone."""

    conversations: int
    plans: int


class StoredRun(Run):
    """A run that was done, and the id it is deleted by."""

    id: int


class Fact(journal.Fact):
    """Something the coach remembers of a client; `confirmed` when the runner has seen and kept it.

    `turn_id` is the turn it was told in, None if it was written down by hand.
    """

    id: int
    confirmed: bool
    created_at: dt.datetime
    turn_id: str | None = None


class Snapshot(NamedTuple):
    """A client at one moment: who they are, what is remembered of them, their plan, and their runs, oldest first."""

    client: Client
    facts: tuple[Fact, ...]
    version: Version | None
    runs: tuple[StoredRun, ...]


class Token(Value):
    """An API token as it can be shown: the secret itself is told once and not kept."""

    id: int
    name: str
    created_at: dt.datetime


class Account(Value):
    """Somebody who can sign in. Their name is in small letters; `client_id` is the client they are as a runner."""

    id: int
    name: str
    role: Role
    client_id: str


class Session(Value):
    """A browser that is signed in: whose it is, and which athlete a coach is looking after in it now."""

    id: str
    account: Account
    athlete: Account | None = None

    @property
    def client_id(self) -> str:
        """The client whose plan is seen and changed."""
        return (self.athlete or self.account).client_id


class Usage(Value):
    """What one request to a model took. `endpoint` is a host name; times in seconds; `cost_usd` None: not known."""

    client_id: str | None
    turn_id: str | None = None
    at: dt.datetime
    model: str
    endpoint: str
    input_tokens: int = Field(default=0, ge=0)
    output_tokens: int = Field(default=0, ge=0)
    cached_tokens: int = Field(default=0, ge=0)
    cost_usd: float | None = Field(default=None, ge=0)
    first_token_s: float | None = Field(default=None, ge=0)
    total_s: float = Field(default=0, ge=0)
    outcome: str = Field(default="answered", max_length=40)
    correlation_id: str | None = Field(default=None, max_length=64)


class Spender(Value):
    """What one client has spent between two moments; `client_id` None: clients that are gone."""

    client_id: str | None
    requests: int
    tokens: int
    cost_usd: float


class Spent(NamedTuple):
    """Tokens in and out together, and US dollars as far as prices are known."""

    tokens: int
    cost_usd: float


class Limits(NamedTuple):
    """What may be spent in a day: tokens by one client, US dollars by all together. None: as much as there is."""

    tokens_per_client: int | None = None
    usd: float | None = None


class Tally(Value):
    """Requests to one model that ended in the same way; times are means, in seconds."""

    model: str
    endpoint: str
    outcome: str
    requests: int
    tokens: int
    cost_usd: float
    first_token_s: float | None
    total_s: float
