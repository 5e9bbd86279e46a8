"""A coach made of coaches: when one is not available the next one answers, and the reply says who did."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from planwise_core.coach.reply import Coach, Prompt, Reply, Say, Usage
from planwise_core.errors import CoachUnavailable


@runtime_checkable
class Endpoint(Protocol):
    """A coach with something behind it that can be prepared, and that may have news."""

    def warm_up(self) -> None: ...

    def notices(self, today: dt.date) -> tuple[str, ...]: ...


class FallbackCoach:
    """Asks its coaches in order. Words of a coach that then failed are withdrawn with ``say.restart()``."""

    def __init__(self, coaches: Sequence[Coach]) -> None:
        self.coaches = tuple(coaches)

    @property
    def name(self) -> str:
        return self.coaches[0].name

    def warm_up(self) -> None:
        """Let the coaches load what they will need, so that the first runner does not wait for it; never fails."""
        for coach in self.coaches:
            if isinstance(coach, Endpoint):
                coach.warm_up()

    def notices(self, today: dt.date) -> tuple[str, ...]:
        """What the operator should know about the models, a sentence each."""
        return tuple(notice for coach in self.coaches if isinstance(coach, Endpoint) for notice in coach.notices(today))

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        """The first answer that can be had; `usage` holds what the others cost.

        Raises:
            CoachUnavailable: the last coach is not available either.
        """
        usage: tuple[Usage, ...] = ()
        first: CoachUnavailable | None = None
        for coach in self.coaches:
            try:
                reply = coach.reply(prompt, say)
            except CoachUnavailable as error:
                usage += error.usage
                first = first or error
                say.restart()
                continue
            notice = f"{first} This is the answer of {reply.answered_by or coach.name}." if first else ""
            return reply.but(
                answered_by=reply.answered_by or coach.name,
                notice=" ".join(part for part in (notice, reply.notice) if part),
                usage=(*usage, *reply.usage),
                input_tokens=_total(usage, reply.input_tokens, "input_tokens"),
                output_tokens=_total(usage, reply.output_tokens, "output_tokens"),
            )
        failure = first or CoachUnavailable("There is no coach to ask.", "no_coach")
        failure.usage = usage
        raise failure


def _total(usage: Sequence[Usage], own: int | None, field: str) -> int | None:
    """Tokens of the failed requests and the reply together; None where no model was asked."""
    return sum(getattr(line, field) for line in usage) + (own or 0) if usage or own is not None else None
