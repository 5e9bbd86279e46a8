"""Servers to measure, started and stopped by the measurement itself."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Server:
    port: int
    pid: int
    seconds_to_answer: float

    @property
    def cpu_s(self) -> float:
        """CPU time the server has taken so far (Linux)."""
        user, system = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    @property
    def memory_mb(self) -> float:
        """What the server holds in memory (Linux)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def started(
    script: str,
    *,
    ready: str = "/_stcore/health",
    tuned: bool = True,
    wait_s: float = 60,
    log: Path | None = None,
    **environ: str,
) -> Iterator[Server]:
    """`streamlit run script` on a free loopback port until the block ends; `ready` is polled for JSON or "ok".

    `tuned` runs it with the project's .streamlit/config.toml, else in an empty folder with Streamlit's own settings.
    What it says goes to `log`.
    """
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script), "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    environ |= {"PYTHONPATH": str(ROOT), "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false"} | environ
    with (
        tempfile.TemporaryDirectory() as elsewhere,
        running(command, port, ready, ROOT if tuned else Path(elsewhere), wait_s, log, **environ) as server,
    ):
        yield server


@contextlib.contextmanager
def running(
    command: Sequence[str],
    port: int,
    ready: str,
    folder: Path,
    wait_s: float = 60,
    log: Path | None = None,
    **environ: str,
) -> Iterator[Server]:
    """A server in a process of its own, from when `ready` answers until the block ends."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"} | environ
    with open(log or os.devnull, "ab") as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=said, stderr=said)
        try:
            seconds = _seconds_until(f"http://127.0.0.1:{port}{ready}", process, start, wait_s)
            yield Server(port, process.pid, seconds)
        finally:
            process.terminate()
            process.wait(timeout=30)


def _seconds_until(url: str, process: subprocess.Popen[bytes], start: float, wait_s: float) -> float:
    while time.perf_counter() - start < wait_s:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with code {process.returncode}")
        with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            with urllib.request.urlopen(url, timeout=5) as answer:
                body = answer.read()
            if url.endswith("/") or body.startswith(b"{") or body == b"ok":
                return time.perf_counter() - start
        time.sleep(0.01)
    raise RuntimeError(f"{url} did not answer in {wait_s:g} s")
