"""An HTTP client whose every wait can be ended: by the deadline of the whole answer, or by who listens to it.

A timeout per read knows no end: a peer that sends a byte now and then, in headers as in a body, is never late. And a
read that waits for the first token hears nobody press stop. So the connection reads in slices, and between two of
them asks whether to go on. Nothing spins: a slice is a wait in the kernel, and data that comes ends it at once.

Once words are shown, a read also waits a moment for more of them. To wake up for every token costs ten times as much
as to read it, and nobody reads that fast: what has come meanwhile is taken at once.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import httpcore2
import httpx2

SLICE_S = 0.25
PAUSE_S = 0.05  # between two reads of an answer that is being shown: twenty a second look fluent …
READS_PER_S = 500  # … and all answers of a process share so many, or fifty at once would take turns to stand still
ERROR_BYTES, ERROR_S = 64_000, 5.0  # of the body of an error
LIMITS = httpx2.Limits(max_connections=1000, max_keepalive_connections=100)  # the SDK's own
_watch = threading.local()
_watched: set[object] = set()  # one for each answer that is being read in this process


@contextmanager
def watching(go_on: Callable[[], None], until: float, tell: Callable[[], float] = lambda: 0.0) -> Iterator[None]:
    """In this thread, every wait for a peer ends at `until` (`time.monotonic`), and when `go_on` raises.

    Before each wait `tell` passes on what has come, and says for how many seconds words have been shown: from then on
    the peer is listened to in pauses, never longer than that, so that the first words come one by one.
    """
    _watch.now = (go_on, until, tell)
    _watched.add(token := object())
    try:
        yield
    finally:
        _watched.discard(token)
        del _watch.now


def pause_s() -> float:
    """How long to let words gather now, in seconds: the longer, the more answers are being read."""
    return max(PAUSE_S, len(_watched) / READS_PER_S)


class _Stream(httpcore2.NetworkStream):
    """A connection that is read in slices."""

    def __init__(self, stream: httpcore2.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        now = getattr(_watch, "now", None)
        if now is None:
            return self._stream.read(max_bytes, timeout)
        go_on, until, tell = now
        if (pause := min(pause_s(), tell(), until - time.monotonic())) > 0:
            time.sleep(pause)
        late = min(until, time.monotonic() + (timeout if timeout is not None else float("inf")))
        while True:
            left_s = late - time.monotonic()
            try:
                if left_s <= 0:
                    raise httpcore2.ReadTimeout("the answer is late")
                return self._stream.read(max_bytes, min(SLICE_S, left_s))
            except httpcore2.ReadTimeout:
                if time.monotonic() >= late:
                    raise
                go_on()

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, *args: Any, **kwargs: Any) -> httpcore2.NetworkStream:
        return _Stream(self._stream.start_tls(*args, **kwargs))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore2.NetworkBackend):
    """Connects as ever; what it connects can be watched."""

    def __init__(self, backend: httpcore2.NetworkBackend) -> None:
        self._backend = backend

    def connect_tcp(self, *args: Any, **kwargs: Any) -> httpcore2.NetworkStream:
        return _Stream(self._backend.connect_tcp(*args, **kwargs))

    def connect_unix_socket(self, *args: Any, **kwargs: Any) -> httpcore2.NetworkStream:
        return _Stream(self._backend.connect_unix_socket(*args, **kwargs))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Transport(httpx2.HTTPTransport):
    """Talks to peers without a proxy between; one that the environment names is spoken to in httpx's own way."""

    def __init__(self) -> None:
        super().__init__(limits=LIMITS)
        self._pool._network_backend = _Backend(self._pool._network_backend)


class _Bounded(httpx2.SyncByteStream):
    """The body of an error, which the SDK reads whole: made to end in bytes and in time."""

    def __init__(self, stream: httpx2.SyncByteStream) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        size, until = 0, time.monotonic() + ERROR_S
        for piece in self._stream:
            size += len(piece)
            if size > ERROR_BYTES or time.monotonic() > until:
                return
            yield piece

    def close(self) -> None:
        self._stream.close()


def _bounded(response: httpx2.Response) -> None:
    if response.status_code >= 400 and isinstance(response.stream, httpx2.SyncByteStream):
        response.stream = _Bounded(response.stream)


def client() -> httpx2.Client:
    """A client for the SDK, with the SDK's own manners but for its waits, and for following no redirect."""
    return httpx2.Client(
        limits=LIMITS,
        mounts={"all://": _Transport()},
        event_hooks={"response": [_bounded]},
    )
