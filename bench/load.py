"""Fifty chats at once on one process, against Chainlit's: `python -m bench.load [PYTHON]`.

Both stream the same 200 tokens at 50 a second from the same endpoint on this machine. They are asked in rounds, turn
about, so that a busy machine is busy for both; the sessions stay open all the while. Memory is taken at the end, where
PlanWise has as many Plan pages with their charts open besides. Chainlit lives in an environment of its own: that of
PYTHON, or one that is made for this run and thrown away.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.chatters import Chatter, OnChainlit, OnPlanWise, Timed, opened, talked
from bench.servers import ROOT, Server, free_port, running, started
from bench.table import HEADER, Row

CHAINLIT = ("chainlit==2.12.0", "openai==3.54.0")
CHATS, ROUNDS, TURNS = 50, 3, 2
SPREAD_S = 4.3  # an answer's length: questions do not come all at the same moment


@dataclass
class Side:
    """One of the two, and what was measured of it."""

    server: Server
    chatters: Sequence[Chatter]
    timed: list[Timed] = field(default_factory=list)
    cpu_s: float = 0.0

    async def round(self, name: str) -> None:
        before = self.server.cpu_s
        self.timed += await talked(self.chatters, TURNS, SPREAD_S, name)
        self.cpu_s += self.server.cpu_s - before

    @property
    def cpu_ms_per_turn(self) -> float:
        return self.cpu_s / len(self.timed) * 1000

    def first_ms(self, share: float) -> float:
        return _quantile([each.first_s for each in self.timed], share) * 1000

    def last_ms(self, share: float) -> float:
        return _quantile([each.last_s for each in self.timed], share) * 1000


def _quantile(values: Sequence[float], share: float) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[round(share * 100) - 1]


@contextmanager
def chainlit_python(given: str | None) -> Iterator[str]:
    """A Python that has Chainlit."""
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = str(Path(folder) / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "--quiet", *CHAINLIT], check=True)
        yield python


@contextmanager
def both(python: str) -> Iterator[tuple[Server, Server]]:
    """PlanWise and Chainlit, with the same endpoint behind them."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        port = free_port()
        model = [sys.executable, "-m", "bench.apps.paced_model", str(port)]
        stack.enter_context(running(model, port, "/", ROOT))
        asked = {"OPENAI_BASE_URL": f"http://127.0.0.1:{port}/v1", "OPENAI_API_KEY": "none"}
        database = f"sqlite:///{folder / 'load.db'}"
        ours = stack.enter_context(
            started("app.py", ready="/api/health", DB_URL=database, OPENAI_MODEL="paced", **asked)
        )
        port = free_port()
        command = [python, "-m", "chainlit", "run", str(ROOT / "bench/apps/chainlit_chat.py"), "--headless"]
        command += ["--host", "127.0.0.1", "--port", str(port)]
        theirs = stack.enter_context(running(command, port, "/", folder, **asked))
        yield ours, theirs


async def measured(ours: Server, theirs: Server) -> tuple[Side, Side, float, float]:
    """Both sides after all rounds, and what each holds in memory then (MB)."""
    sides = (
        Side(ours, [OnPlanWise(ours.port) for _ in range(CHATS)]),
        Side(theirs, [OnChainlit(theirs.port) for _ in range(CHATS)]),
    )
    for side in sides:
        await opened(side.chatters)
        await side.chatters[0].turn("warm")  # the first question imports what it needs
    for number in range(ROUNDS):
        for side in sides:
            await side.round(f"r{number}")
    plans = [OnPlanWise(ours.port, "plan", "demo=1") for _ in range(CHATS)]
    await opened(plans)
    memory_mb = ours.memory_mb, theirs.memory_mb
    for chatter in [*sides[0].chatters, *sides[1].chatters, *plans]:
        await chatter.close()
    return (*sides, *memory_mb)


def rows(python: str | None = None) -> Iterator[Row]:
    with chainlit_python(python) as found, both(found) as (one, other):
        ours, theirs, our_mb, their_mb = asyncio.run(measured(one, other))
    chats, against = f"{CHATS} chats at once", "Chainlit"
    yield Row(f"{chats}, first word, median", ours.first_ms(0.5), theirs.first_ms(0.5), against, 1.0)
    yield Row(f"{chats}, first word, 95 %", ours.first_ms(0.95), theirs.first_ms(0.95), against, 2.0)
    yield Row(f"{chats}, last word, 95 %", ours.last_ms(0.95), theirs.last_ms(0.95), against, 1.0)
    yield Row(f"{chats}, CPU time a turn", ours.cpu_ms_per_turn, theirs.cpu_ms_per_turn, against, 1.2)
    yield Row(f"{CHATS} sessions, memory, charts open", our_mb, their_mb, against, 1.4, unit="MB")


if __name__ == "__main__":
    print(HEADER, *rows(*sys.argv[1:2]), sep="\n")
    print(f"load average {os.getloadavg()[0]:.1f}")
