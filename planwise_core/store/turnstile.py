"""One at a time, in the order of coming; who is waited for by a person before who is not."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager


class Turnstile:
    """A lock that is handed on. A plain one is taken by whoever happens to be awake, and some wait for long."""

    def __init__(self) -> None:
        self._mutex = threading.Lock()
        self._is_taken = False
        self._hurried, self._patient = deque[threading.Lock](), deque[threading.Lock]()

    @property
    def waiting(self) -> int:
        """How many wait for their turn."""
        return len(self._hurried) + len(self._patient)

    def enter(self, timeout_s: float = -1, *, is_patient: bool = False) -> bool:
        """Wait for one's turn, at most so long (-1: as long as it takes); whether it has come."""
        queue = self._patient if is_patient else self._hurried
        with self._mutex:
            if not self._is_taken:
                self._is_taken = True
                return True
            called = threading.Lock()
            called.acquire()
            queue.append(called)
        if called.acquire(timeout=timeout_s):
            return True
        with self._mutex:
            if called in queue:
                queue.remove(called)
                return False
        return True  # it has come in this very moment

    def leave(self) -> None:
        with self._mutex:
            if queue := self._hurried or self._patient:
                queue.popleft().release()
            else:
                self._is_taken = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Within, it is one's turn."""
        self.enter()
        try:
            yield
        finally:
            self.leave()
