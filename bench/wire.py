"""A visitor without a browser: Streamlit's own websocket protocol, so that server time is all that is timed."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

FINISHED_EARLY = ForwardMsg.ScriptFinishedStatus.Value("FINISHED_EARLY_FOR_RERUN")


@dataclass
class Rerun:
    """One script run as the visitor saw it: seconds from the request to its end, bytes, the texts drawn and when."""

    seconds: float
    bytes: int
    texts: list[str] = field(default_factory=list)
    drawn_s: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Visitor:
    """One browser session on one page. Like a browser it caches large messages and sends their hashes along."""

    def __init__(self, port: int, page: str = "", query: str = "", cookie: str = "") -> None:
        self._page, self._query = page, query
        self._page_hash = ""
        self._cached: set[str] = set()
        self._widgets: dict[str, tuple[str, str]] = {}  # key → (widget id, fragment id)
        headers = {"Cookie": cookie} if cookie else None
        self._socket = connect(
            f"ws://127.0.0.1:{port}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]  # plain text is what the header takes
            additional_headers=headers,
            max_size=None,
            compression=None,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def rerun(self, state: WidgetState | None = None, fragment: str = "") -> Rerun:
        """Ask for one run of the page and wait for its end."""
        request = BackMsg()
        script = request.rerun_script
        script.query_string, script.fragment_id = self._query, fragment
        script.context_info.timezone = "Europe/Berlin"
        script.context_info.locale = "en-GB"
        if self._page_hash:
            script.page_script_hash = self._page_hash
        else:
            script.page_name = self._page
        if state is not None:
            script.widget_states.widgets.add().CopyFrom(state)
        script.cached_message_hashes.extend(self._cached)
        start = time.perf_counter()
        self._socket.send(request.SerializeToString())
        run = Rerun(0.0, 0)
        while True:
            raw = self._socket.recv(timeout=120)
            assert isinstance(raw, bytes)
            run.bytes += len(raw)
            message = ForwardMsg.FromString(raw)
            self._note(message, run)
            run.drawn_s += [time.perf_counter() - start] * (len(run.texts) - len(run.drawn_s))
            if message.WhichOneof("type") == "script_finished" and message.script_finished != FINISHED_EARLY:
                run.seconds = time.perf_counter() - start
                return run

    def click(self, key: str) -> Rerun:
        """Press the button with this key."""
        widget, fragment = self._widgets[key]
        return self.rerun(WidgetState(id=widget, trigger_value=True), fragment)

    def chat(self, key: str, text: str) -> Rerun:
        """Send a line in the chat input with this key."""
        widget, fragment = self._widgets[key]
        state = WidgetState(id=widget)
        state.chat_input_value.data = text
        return self.rerun(state, fragment)

    def _note(self, message: ForwardMsg, run: Rerun) -> None:
        kind = message.WhichOneof("type")
        if message.metadata.cacheable and message.hash:
            self._cached.add(message.hash)
        if kind == "new_session":
            self._page_hash = message.new_session.page_script_hash
        elif kind == "navigation":
            self._page_hash = message.navigation.page_script_hash or self._page_hash
        elif kind == "delta" and message.delta.HasField("new_element"):
            element = message.delta.new_element
            name = element.WhichOneof("type") or ""
            drawn = getattr(element, name) if name else None
            if name == "exception":
                run.failures.append(f"{element.exception.type}: {element.exception.message}")
            elif name in {"markdown", "text", "heading", "alert"}:
                run.texts.append(str(getattr(drawn, "body", "")))
            widget = getattr(drawn, "id", "")
            if isinstance(widget, str) and widget.startswith("$$ID-"):
                self._widgets[widget.split("-", 2)[-1]] = (widget, message.delta.fragment_id)
