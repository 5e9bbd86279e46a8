"""Chats without a browser, in the wire protocols of Streamlit and Chainlit: many at once, each timed by its words."""

from __future__ import annotations

import asyncio
import json
import time
import uuid
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, NamedTuple, Protocol

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from bench.apps.paced_model import first_word, last_word
from bench.wire import FINISHED_EARLY

PATIENCE_S = 120.0


class Timed(NamedTuple):
    """Seconds from the question to the first and to the last word of its answer."""

    first_s: float
    last_s: float


class _Watch:
    """Looks for the first and the last word of an answer in what comes in."""

    def __init__(self, asked: str) -> None:
        self._wanted = [first_word(asked), last_word(asked)]
        self._began = time.perf_counter()
        self._seen: list[float] = []

    def see(self, text: str) -> None:
        while len(self._seen) < 2 and self._wanted[len(self._seen)] in text:
            self._seen.append(time.perf_counter() - self._began)

    @property
    def is_over(self) -> bool:
        return len(self._seen) == 2

    def timed(self) -> Timed:
        return Timed(*self._seen)


class Chatter(Protocol):
    """One session on a chat page."""

    async def open(self) -> None: ...

    async def turn(self, asked: str) -> Timed: ...

    async def close(self) -> None: ...


class OnPlanWise:
    """A session on a page of PlanWise; `query` is what follows the question mark."""

    def __init__(self, port: int, page: str = "", query: str = "") -> None:
        self._url, self._page, self._query = f"ws://127.0.0.1:{port}/_stcore/stream", page, query
        self._socket: ClientConnection
        self._page_hash = self._input = ""
        self._fragment = ""

    async def open(self) -> None:
        subprotocols: Any = ["streamlit"]
        self._socket = await connect(
            self._url, subprotocols=subprotocols, max_size=None, ping_interval=None, open_timeout=PATIENCE_S
        )
        await self._run(None, lambda _: None)

    async def turn(self, asked: str) -> Timed:
        state = WidgetState(id=self._input)
        state.chat_input_value.data = asked
        watch = _Watch(asked)
        await self._run(state, watch.see)
        return watch.timed()

    async def close(self) -> None:
        await self._socket.close()

    async def _run(self, state: WidgetState | None, see: Callable[[str], None]) -> None:
        """One run of the page to its end, and the one it may ask for itself."""
        request = BackMsg()
        script = request.rerun_script
        script.query_string = self._query
        if self._page_hash:
            script.page_script_hash = self._page_hash
        else:
            script.page_name = self._page
        if state is not None:
            script.fragment_id = self._fragment
            script.widget_states.widgets.add().CopyFrom(state)
        await self._socket.send(request.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self._socket.recv(), PATIENCE_S)
            message = ForwardMsg.FromString(raw)
            kind = message.WhichOneof("type")
            if kind == "script_finished" and message.script_finished != FINISHED_EARLY:
                return
            if kind == "new_session":
                self._page_hash = message.new_session.page_script_hash
            elif kind == "delta" and message.delta.HasField("new_element"):
                element = message.delta.new_element
                if element.HasField("markdown"):
                    see(element.markdown.body)
                elif element.HasField("chat_input"):
                    self._input, self._fragment = element.chat_input.id, message.delta.fragment_id


class OnChainlit:
    """A session of Chainlit: its events, over Socket.IO 5 (https://socket.io/docs/v4/socket-io-protocol/)."""

    def __init__(self, port: int) -> None:
        self._url = f"ws://127.0.0.1:{port}/ws/socket.io/?EIO=4&transport=websocket"
        self._socket: ClientConnection

    async def open(self) -> None:
        self._socket = await connect(self._url, max_size=None, ping_interval=None, open_timeout=PATIENCE_S)
        who = {
            "clientType": "webapp",
            "sessionId": str(uuid.uuid4()),
            "threadId": "",
            "userEnv": "{}",
            "chatProfile": "",
        }
        await self._socket.recv()  # the handshake
        await self._socket.send("40" + json.dumps(who))
        while not str(await self._socket.recv()).startswith("40"):
            pass
        await self._emit("connection_successful")

    async def turn(self, asked: str) -> Timed:
        watch, said = _Watch(asked), ""
        message = {
            "id": str(uuid.uuid4()), "threadId": "", "name": "user", "type": "user_message", "output": asked,
            "createdAt": "2026-11-23T08:00:00Z",
        }  # fmt: skip
        await self._emit("client_message", {"message": message, "fileReferences": []})
        while True:
            name, data = await self._event()
            if name == "stream_token":
                said += data["token"]
                watch.see(said)
            elif name in {"stream_start", "new_message", "update_message"}:
                watch.see(data.get("output") or "")
            elif name == "task_end" and watch.is_over:
                return watch.timed()

    async def close(self) -> None:
        await self._socket.close()

    async def _emit(self, name: str, *data: Any) -> None:
        await self._socket.send("42" + json.dumps([name, *data]))

    async def _event(self) -> tuple[str, Any]:
        while True:
            packet = str(await asyncio.wait_for(self._socket.recv(), PATIENCE_S))
            if packet == "2":  # a ping
                await self._socket.send("3")
            elif packet.startswith("42"):
                name, *data = json.loads(packet[2:])
                return name, data[0] if data else None


async def opened(chatters: Sequence[Chatter], at_once: int = 10) -> None:
    """Opens sessions, some at a time."""
    for at in range(0, len(chatters), at_once):
        await asyncio.gather(*(each.open() for each in chatters[at : at + at_once]))


async def talked(chatters: Sequence[Chatter], turns: int, spread_s: float, name: str) -> list[Timed]:
    """All of them talk, each `turns` times, the first questions spread over `spread_s`."""

    async def talk(number: int, chatter: Chatter) -> list[Timed]:
        await asyncio.sleep(spread_s * number / len(chatters))
        return [await chatter.turn(f"{name}x{number}x{turn}z") for turn in range(turns)]

    each: list[Awaitable[list[Timed]]] = [talk(number, chatter) for number, chatter in enumerate(chatters)]
    return [timed for all_of_one in await asyncio.gather(*each) for timed in all_of_one]
