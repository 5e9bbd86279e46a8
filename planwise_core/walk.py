"""The walk of one turn: load the situation, let the coach answer, save what came of it, tell the log."""

from __future__ import annotations

import datetime as dt
import logging
import time
from collections.abc import Callable, Sequence

from planwise_core.coach import memory
from planwise_core.coach.reply import Charging, Coach, LastChange, Situation, Turn, Usage
from planwise_core.coach.turn import answer
from planwise_core.errors import CoachUnavailable
from planwise_core.purse import TurnPurse
from planwise_core.rooms.desk import Moment, confirmed
from planwise_core.settings import Settings
from planwise_core.store.records import Ending, StoredTurn
from planwise_core.store.store import Store
from planwise_core.training.journal import Said
from planwise_core.training.versions import Version, VersionHead
from planwise_core.turns import Live

HISTORY_TURNS = 30
MILESTONES = 8  # versions whose causes are told, however long ago they were made


class Walker:
    """Walks the turns of one process. `owner` is the name under which the runner has claimed them."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        coach: Coach,
        now: Callable[[], dt.datetime],
        moment: Callable[[str], Moment],
        log: logging.Logger,
    ) -> None:
        self.owner = ""
        self._settings, self._store, self._coach, self._now, self._moment = settings, store, coach, now, moment
        self._log = log

    def walk(self, stored: StoredTurn, live: Live) -> None:
        """Load the situation, let the coach answer, save what came of it in one transaction."""
        began = time.monotonic()
        turns = self._store.turns(stored.client_id, limit=HISTORY_TURNS, before=stored.id)
        situation = self._situation(stored.client_id, turns)
        purse = TurnPurse(self._settings, self._store, stored, self._now)
        coach = self._coach.charged(purse) if isinstance(self._coach, Charging) else self._coach
        try:
            turn = answer(situation, stored.asked, coach, live)
        except CoachUnavailable as error:
            self._tell(stored, error.reason, time.monotonic() - began, error.usage)
            raise
        live.pause()
        at_once = stored.mode == "apply" or self._store.client(stored.client_id).apply_at_once
        plan = turn.proposed if turn.outcome == "saved" or (turn.outcome == "proposed" and at_once) else None
        saved = self._store.finish(
            stored.id,
            self.owner,
            Ending(
                status="done",
                says=turn.says,
                outcome="saved" if plan else turn.outcome,
                edits=turn.edits,
                findings=turn.findings,
                refusal=turn.refusal,
                notice=turn.notice,
                answered_by=turn.answered_by,
                input_tokens=turn.input_tokens,
                output_tokens=turn.output_tokens,
                athlete=turn.athlete and memory.without(turn.athlete, situation.facts),
                known=turn.known,
                pending=turn.pending,
                remember=turn.remember,
                keeps=(turns[-1].id, turn.keeps) if turns and turn.keeps is not None else None,
                withdraws=turns[-1].id if turns and turn.corrects else None,
                parent=situation.version,
                plan=plan,
            ),
            self._now(),
        )
        self._tell(stored, saved.outcome or saved.status, time.monotonic() - began, turn.usage, turn)

    def _tell(
        self, stored: StoredTurn, outcome: str, took_s: float, usage: Sequence[Usage], turn: Turn | None = None
    ) -> None:
        """One line a turn, for the operator: never words, never keys."""
        told = {
            "client": stored.client_id,
            "turn": stored.id,
            "outcome": outcome,
            "by": (turn.answered_by if turn else "").replace(" ", "_") or "-",
            "models": ",".join(f"{line.model}:{line.outcome}" for line in usage) or "-",
            "tokens_in": sum(line.input_tokens for line in usage),
            "tokens_out": sum(line.output_tokens for line in usage),
            "ms": round(took_s * 1000),
            "edits": len(turn.edits) if turn else 0,
            "findings": len(turn.findings) if turn else 0,
            "requests": ",".join(line.correlation_id for line in usage) or "-",
        }
        self._log.info("turn %s", " ".join(f"{name}={value}" for name, value in told.items()))

    def _situation(self, client_id: str, turns: Sequence[StoredTurn]) -> Situation:
        """All a coach may know of a client now; `turns` are the last ones, oldest first."""
        now = self._moment(client_id)
        asked_in = turns[-1].id if turns and turns[-1].decision != "open" else None
        current = now.version
        parent = current.parent if current else None
        return Situation(
            today=now.today,
            athlete=now.athlete,
            known=now.client.known,
            pending=now.client.pending,
            plan=current.plan if current else None,
            version=current.number if current else None,
            previous_plan=self._store.version(client_id, parent).plan if parent else None,
            runs=now.runs,
            history=_said(turns),
            last_change=_last_change(turns, current),
            milestones=_milestones(self._store.heads(client_id, limit=MILESTONES)),
            facts=confirmed(now.facts),
            unsure=tuple(fact for fact in now.facts if not fact.confirmed and asked_in and fact.turn_id == asked_in),
            findings=now.findings(current.plan) if current else (),
        )


def _last_change(turns: Sequence[StoredTurn], current: Version | None) -> LastChange:
    """What has become of the change the last turn led to."""
    if not turns or current is None:
        return "none"
    if turns[-1].decision == "open":
        return "open" if turns[-1].base_version == current.number else "none"
    return "made" if turns[-1].version == current.number and current.number > 1 else "none"


def _said(turns: Sequence[StoredTurn]) -> tuple[Said, ...]:
    said: list[Said] = []
    for turn in turns:
        said.append(Said(role="runner", text=turn.asked))
        if turn.says and turn.status == "done":
            said.append(Said(role="coach", text=turn.says))
    return tuple(said)


def _milestones(heads: Sequence[VersionHead]) -> tuple[str, ...]:
    """What each of the last versions was made for, oldest first."""
    return tuple(f"{head.created_at:%d %b}: version {head.number}, {head.cause[:80]}" for head in reversed(heads))
