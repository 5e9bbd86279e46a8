"""An OpenAI-compatible endpoint that says 200 tokens, 50 a second, 300 ms after it was asked.

The words hold what was asked, in the first and in the last token, so that a listener can time both. Whoever sends
PlanWise's instructions gets them as PlanWise's answer: the same number of tokens at the same pace.

    python -m bench.apps.paced_model PORT
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Iterator
from typing import Any

TOKENS, FIRST_S, BETWEEN_S = 200, 0.3, 0.02


def first_word(asked: str) -> str:
    return f"first-{asked}"


def last_word(asked: str) -> str:
    return f"last-{asked}"


def tokens(request: dict[str, Any]) -> Iterator[str]:
    """The pieces of the answer to a request."""
    *_, last = (message["content"] for message in request["messages"] if message["role"] == "user")
    in_planwise = re.search(r'<message>"(.*?)"</message>', last)
    asked = in_planwise[1] if in_planwise else last
    before, after = ('{"says":"', '","do":"talk","facts":[],"edits":[]}') if in_planwise else ("", "")
    yield f"{before} {first_word(asked)}"
    yield from (f" tok{number}" for number in range(1, TOKENS - 1))
    yield f" {last_word(asked)}{after}"


def event(request: dict[str, Any], delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    chunk = {"id": "c1", "object": "chat.completion.chunk", "created": 1, "model": request["model"]}
    data = b"data: " + json.dumps({**chunk, "choices": [choice]}).encode() + b"\n\n"
    return b"%x\r\n%s\r\n" % (len(data), data)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request of a connection: its answer as chunks, each token on its own."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = re.search(rb"content-length:\s*(\d+)", head, re.IGNORECASE)
    body = await reader.readexactly(int(length[1])) if length else b""
    if b"/chat/completions" not in head.split(b"\r\n", 1)[0]:
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n" + b'{"data":[]}'
        )
        return
    request = json.loads(body)
    await asyncio.sleep(FIRST_S)
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n")
    for token in tokens(request):
        writer.write(event(request, {"role": "assistant", "content": token}))
        await writer.drain()
        await asyncio.sleep(BETWEEN_S)
    writer.write(event(request, {}, "stop") + b"e\r\ndata: [DONE]\n\n\r\n0\r\n\r\n")
    await writer.drain()


async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while True:
            await answer(reader, writer)
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the peer has gone
    finally:
        writer.close()


async def main(port: int) -> None:
    async with await asyncio.start_server(serve, "127.0.0.1", port) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1])))
