"""A coach made of coaches: when one is not available the next one answers, and the reply says who did."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from planwise_core.coach.reply import Charging, Coach, Prompt, Purse, Reply, Say, Usage
from planwise_core.errors import CoachUnavailable


@runtime_checkable
class Endpoint(Protocol):
    """A coach with something behind it that can be prepared, and that may have news."""

    @property
    def chain(self) -> tuple[str, ...]: ...

    def warm_up(self) -> None: ...

    def notices(self, today: dt.date) -> tuple[str, ...]: ...


class FallbackCoach:
    """Asks its coaches in order. Words of a coach that then failed are withdrawn with ``say.restart()``."""

    def __init__(self, coaches: Sequence[Coach]) -> None:
        self.coaches = tuple(coaches)

    @property
    def name(self) -> str:
        return self.coaches[0].name

    @property
    def chain(self) -> tuple[str, ...]:
        """Everyone who may answer, in order."""
        return tuple(
            name for coach in self.coaches for name in (coach.chain if isinstance(coach, Endpoint) else (coach.name,))
        )

    def charged(self, purse: Purse) -> FallbackCoach:
        """The same coaches at the expense of `purse`."""
        return FallbackCoach([each.charged(purse) if isinstance(each, Charging) else each for each in self.coaches])

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
        for at, coach in enumerate(self.coaches):
            try:
                reply = coach.reply(_with_its_share(prompt, len(self.coaches) - 1 - at), say)
            except CoachUnavailable as error:
                usage += error.usage
                first = first or error
                say.restart()
                continue
            who = reply.answered_by or coach.name
            notice = f"{str(first).rstrip('.')}, so {'the ' if ' ' in who else ''}{who} has answered." if first else ""
            return reply.billed(before=usage).but(
                answered_by=who,
                notice=" ".join(part for part in (notice, reply.notice) if part),
            )
        failure = first or CoachUnavailable("There is no coach to ask.", "no_coach")
        failure.usage = usage
        raise failure


def _with_its_share(prompt: Prompt, behind: int) -> Prompt:
    """The prompt with a part of the time that is left, where more than the last coach stand behind this one."""
    if prompt.deadline is None or behind < 2:
        return prompt
    now = time.monotonic()
    return prompt.but(deadline=now + (prompt.deadline - now) / behind)
