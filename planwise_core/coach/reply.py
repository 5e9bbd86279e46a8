"""What a coach is given, what it may answer, and who counts as a coach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal, Protocol, Self, runtime_checkable

from pydantic import Field

from planwise_core.training.athlete import Athlete
from planwise_core.training.checks import Finding
from planwise_core.training.edits import Edit
from planwise_core.training.journal import Fact, Run, Said
from planwise_core.training.plan import Plan
from planwise_core.training.values import Value


class Say(Protocol):
    """Takes the words of an answer as they come, piece by piece.

    Whatever it raises goes through the coach untouched and ends the answer: that is how one is stopped.
    """

    def __call__(self, words: str, /) -> None: ...

    def restart(self) -> None:
        """What was said so far does not count: another answer begins."""
        ...

    def pause(self) -> None:
        """These are all the words, as far as is known: whoever shows them need not wait for more."""
        ...


class Heard:
    """The plainest `Say`: it keeps the words that count in `text`."""

    def __init__(self) -> None:
        self.text = ""

    def __call__(self, words: str, /) -> None:
        self.text += words

    def restart(self) -> None:
        self.text = ""

    def pause(self) -> None:
        pass


# What has become of the change the last turn led to: none, waiting for a yes, or the plan as it is now.
LastChange = Literal["none", "open", "made"]


class Situation(Value):
    """All a coach may know of one client at one moment. `asked` is not in it: it is the request.

    `athlete` is what is known so far, which may be nothing (a fresh `Athlete()`); `known` names the fields the runner
    has told (``weekly_km``, ``free_days``, …), so that a default is never taken for an answer. `pending` is the
    coach's own open question, if the last answer was one (an opaque name that coach chose). `facts` are what the runner
    wants to be remembered, and `unsure` what the last turn asked whether to remember.
    """

    today: dt.date
    athlete: Athlete = Athlete()
    known: frozenset[str] = frozenset()
    pending: str | None = None
    plan: Plan | None = None
    version: int | None = None
    previous_plan: Plan | None = None  # what "go back" leads to
    last_change: LastChange = "none"
    runs: tuple[Run, ...] = ()
    history: tuple[Said, ...] = ()  # oldest first
    milestones: tuple[str, ...] = ()  # what has changed the plan before that, oldest first
    facts: tuple[Fact, ...] = ()
    unsure: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()


class Prompt(Value):
    """What is sent to a coach: the situation for a coach that reads values, messages for one that reads text."""

    situation: Situation
    asked: str
    messages: tuple[dict[str, str], ...] = ()  # [{"role": "system" | "user" | "assistant", "content": …}]
    objection: str = ""  # why the last answer was refused, on the one repair
    deadline: float | None = None  # of the whole turn, in seconds of `time.monotonic`


class Usage(Value):
    """One request to a model, for the ledger: never the words, never the key.

    `outcome` is ``ok`` or the reason of a `CoachUnavailable`; `cost_usd` is None where no price is known;
    `correlation_id` is the endpoint's, or the one we sent it. `estimated` says that the endpoint counted no tokens.
    """

    model: str
    endpoint: str
    correlation_id: str = ""
    outcome: str = "ok"
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    estimated: bool = False
    cost_usd: float | None = None
    first_token_s: float | None = None
    total_s: float = 0.0


class Billed(Value):
    """What requests were made for: `usage` has a line for each of them, in order."""

    usage: tuple[Usage, ...] = ()

    @property
    def input_tokens(self) -> int | None:
        """Tokens of all requests; None where no model was asked."""
        return sum(line.input_tokens for line in self.usage) if self.usage else None

    @property
    def output_tokens(self) -> int | None:
        return sum(line.output_tokens for line in self.usage) if self.usage else None

    def billed(self, before: tuple[Usage, ...] = (), after: tuple[Usage, ...] = ()) -> Self:
        """The same with what was asked before it, and after it, on its bill."""
        return self.but(usage=(*before, *self.usage, *after))


class Purse(Protocol):
    """Who pays for the requests of one turn, and writes them down."""

    def reserve(self, tokens: int, cost_usd: float | None) -> None:
        """Hold back what the next request may cost at most (`cost_usd` None: no price is known).

        Raises:
            CoachUnavailable: that is more than there is; the request must not be made.
        """
        ...

    def settle(self, usage: Usage) -> None:
        """The request that was reserved is over, and this is what it took."""
        ...


class Bottomless:
    """A purse that pays for everything and writes nothing down."""

    def reserve(self, tokens: int, cost_usd: float | None) -> None: ...

    def settle(self, usage: Usage) -> None: ...


class Reply(Billed):
    """What a coach answers: words, and at most one kind of action.

    - `edits`: a change to the current plan, to be proposed.
    - `athlete` (with `known`): the runner as the coach now knows them; None: nothing new was learned.
    - `build`: make (or remake) the plan for `athlete` from today on. Days that have passed are kept. `edits` then are
      weeks the coach has written itself: they are made on the plan that was built.
    - `go_back`: propose the previous version.
    - `remember`: what might be worth keeping about the runner; each is asked about first.
    - `pending`: what the coach has just asked, to understand a bare answer such as "four".
    - `by_model`: a language model wrote this: its words are checked against the plan, and it may be asked once more.
    - `corrects`: this takes the place of what the last turn proposed, which is withdrawn.
    - `problem`: the change asked for makes no sense as it was written (a slot without a workout); none is made.
    - `notice`: what the runner should know about who answered ("gpt-4o did not answer, so …").
    """

    says: str = Field(max_length=8000)
    edits: tuple[Edit, ...] = ()
    athlete: Athlete | None = None
    known: frozenset[str] = frozenset()
    build: bool = False
    go_back: bool = False
    remember: tuple[Fact, ...] = ()
    pending: str | None = None
    answered_by: str = ""
    by_model: bool = False
    corrects: bool = False
    problem: str = ""
    notice: str = ""


class Coach(Protocol):
    """Anyone who answers a runner."""

    @property
    def name(self) -> str:
        """Who this is, as the page shows it: ``gpt-4o``, ``offline coach``."""
        ...

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        """The answer to `prompt`; its words also go to `say` as they come.

        Raises:
            CoachUnavailable: no usable answer could be had.
        """
        ...


@runtime_checkable
class Charging(Protocol):
    """A coach whose requests cost something."""

    def charged(self, purse: Purse) -> Coach:
        """The same coach, paid for by `purse`."""
        ...


Outcome = Literal["answered", "proposed", "saved", "referred", "refused"]


class Turn(Billed):
    """One question and what came of it: the result of the walk, before anything is saved.

    `proposed` is the plan as it would be, and `edits` are ``diff(plan, proposed)``. `outcome` is `refused` when the
    coach's change could not be made (`refusal` says why) and `referred` when a red flag stopped coaching. `remember` is
    to be asked about; `keeps` says what the runner has decided about what was asked last (None: nothing).
    `corrects`: what the last turn proposed is withdrawn.
    """

    asked: str
    says: str
    outcome: Outcome = "answered"
    proposed: Plan | None = None
    edits: tuple[Edit, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: str = ""
    athlete: Athlete | None = None
    known: frozenset[str] = frozenset()
    remember: tuple[Fact, ...] = ()
    keeps: bool | None = None
    pending: str | None = None
    answered_by: str = ""
    notice: str = ""
    corrects: bool = False


History = Sequence[Said]
