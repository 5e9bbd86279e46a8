"""Endpoints to ask in tests: llmock, a peer written by others, and `Raw`, which answers whatever bytes it is given.

With RECORD_REQUESTS=file every request that either of them gets is added to that file, a line each, so that all of
them can be held against OpenAI's published schema.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

Pieces = Iterator[bytes]
KEY = "sk-test-0000"


def answer(says: str = "Rest well tonight, you have earned it.", do: str = "talk", **more: Any) -> str:
    """What a model in strict mode writes."""
    return json.dumps({"says": says, "do": do, "facts": more.get("facts", []), "edits": more.get("edits", [])})


def chunk(content: str | None = None, finish: str | None = None, **delta: Any) -> bytes:
    """One event of a streamed completion."""
    body = {"content": content} if content is not None else {}
    choice = {"index": 0, "delta": body | delta, "finish_reason": finish}
    data = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(data)}\n\n".encode()


def streamed(text: str, *, every: int = 7, finish: str | None = "stop") -> list[bytes]:
    """A whole answer in pieces of `every` characters, with the usage at its end."""
    pieces = [chunk(text[at : at + every]) for at in range(0, len(text), every)]
    usage = {"prompt_tokens": 900, "completion_tokens": 40, "prompt_tokens_details": {"cached_tokens": 600}}
    end = [chunk(finish=finish)] if finish else []
    counted = [f"data: {json.dumps({'choices': [], 'usage': usage})}\n\n".encode()]
    return [*pieces, *end, *counted, b"data: [DONE]\n\n"]


def completion(text: str) -> bytes:
    """An answer that is not streamed."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    return json.dumps({"id": "c1", "object": "chat.completion", "choices": [choice]}).encode()


def refused(message: str, *, param: str | None = None, code: str | None = None) -> bytes:
    return json.dumps(
        {"error": {"message": message, "type": "invalid_request_error", "param": param, "code": code}}
    ).encode()


def recorded(body: Any) -> Any:
    """`body`, written down if that is wanted."""
    if path := os.environ.get("RECORD_REQUESTS"):
        with Path(path).open("a") as record:
            record.write(json.dumps(body) + "\n")
    return body


class Raw:
    """A server that answers each request with the next of `answers`; the last one stands for all that follow.

    An answer is ``(status, headers, pieces)``; a piece may be a function, which is called before it is sent.
    """

    def __init__(self, *answers: tuple[int, dict[str, str], list[bytes | Callable[[], bytes]]]) -> None:
        self.answers, self.requests = list(answers), list[dict[str, Any]]()
        self.keys: list[str] = []
        self.base_url = ""


SSE = {"content-type": "text/event-stream", "x-request-id": "req-1"}
JSON = {"content-type": "application/json"}


def ok(text: str, **more: Any) -> tuple[int, dict[str, str], list[Any]]:
    """A streamed answer as every endpoint gives it."""
    return 200, SSE, list(streamed(text, **more))


@contextmanager
def serving(*answers: tuple[int, dict[str, str], list[Any]]) -> Iterator[Raw]:
    """A `Raw` that listens on a free port of this machine."""
    raw = Raw(*answers)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            size = int(self.headers.get("content-length", 0))
            raw.requests.append(recorded(json.loads(self.rfile.read(size) or b"{}")))
            self.answer()

        def do_GET(self) -> None:
            self.answer()

        def answer(self) -> None:
            raw.keys.append(self.headers.get("authorization", "").removeprefix("Bearer "))
            status, headers, pieces = raw.answers.pop(0) if len(raw.answers) > 1 else raw.answers[0]
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                for piece in pieces:
                    self.wfile.write(piece() if callable(piece) else piece)
                    self.wfile.flush()
            except OSError:  # the client has hung up, which is what some tests are about
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    raw.base_url = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield raw
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
