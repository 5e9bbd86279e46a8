"""Listening to one streamed completion: the words go on as they come, and what came is judged at the end."""

from __future__ import annotations

import json
import math
import re
import time
import uuid
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from planwise_core.coach import failures
from planwise_core.coach.prices import cost_usd
from planwise_core.coach.reply import Say, Usage
from planwise_core.coach.stream import Words, events, opened
from planwise_core.coach.words import SafeStream
from planwise_core.errors import CoachUnavailable

BYTES_PER_TOKEN = 3.6  # UTF-8, o200k, English prose; the low end of what was measured
MARGIN = 1.15
LATEST_S = 0.05  # a proxy's connection knows no waits of ours: so long words are held back at most
MAX_BYTES = 4_000_000  # of a whole stream; 4000 tokens in one-token chunks are about 1 MB
LINGER_S = 2.0  # how long an answer that has ended is waited for to be counted and closed
MOST_TOKENS = 10_000_000  # of one request; a count beyond it is none
_NO_ID = re.compile(r"[^A-Za-z0-9_.:-]")  # what an id that is logged and stored does not hold
_PIECES = re.compile(r"[^\W\d_]+|\d{1,3}|[^\w\s]")  # the smallest parts a tokenizer cuts tables and JSON into


def estimated_tokens(text: str) -> int:
    """About how many tokens a text is, rather too many than too few; 0 for none."""
    return max(math.ceil(len(text.encode()) / BYTES_PER_TOKEN * MARGIN), len(_PIECES.findall(text)))


@lru_cache(maxsize=16)
def fixed_tokens(text: str) -> int:
    """`estimated_tokens` of what is sent every time, such as the instructions: counted once."""
    return estimated_tokens(text)


class Whole(Exception):
    """Raised out of a wait for more of an answer that has ended, though its connection has not."""


class Listening:
    """What one request has brought so far."""

    def __init__(self, say: Say, model: str) -> None:
        self.model = model
        self.request_id = uuid.uuid4().hex  # ours, until the endpoint gives one of its own
        self.text = ""
        self.refusal = ""
        self.finish: str | None = None
        self.usage: dict[str, Any] = {}
        self.first_token_s: float | None = None
        self._began = time.monotonic()
        self._say, self._shown_at, self._ended_at = say, math.inf, math.inf
        self._words, self._shown = Words(), SafeStream()
        self._untold, self._told_at, self._is_waited_for = list[str](), -math.inf, False

    def hear(self, headers: Mapping[str, str], pieces: Iterable[bytes], until: float) -> None:
        """Take in the body of a response until its end, which must come before `until` (`time.monotonic`).

        Raises:
            CoachUnavailable: it is no answer, it is broken, or it does not end.
        """
        self.request_id = _NO_ID.sub("", headers.get("x-request-id", ""))[:64] or self.request_id
        first, body = opened(self._bounded(pieces, until))
        if first == b"<":
            raise CoachUnavailable("The address of the model answers with a web page.", "not_an_endpoint")
        if first in {b"{", b"["}:  # an endpoint that does not stream, whatever it calls the type
            self._take(b"".join(body).decode("utf-8", "replace"))
            if self.finish is None:
                raise self._unavailable("sent something that is not an answer", "bad_chunk")
            return
        for data in events(body):
            if data.strip() == "[DONE]":
                return  # some servers keep the connection open after it
            self._take(data)

    def _bounded(self, pieces: Iterable[bytes], until: float) -> Iterator[bytes]:
        """The pieces, as long as there is time and room: a byte a second keeps every timeout per read from firing."""
        size = 0
        for piece in pieces:
            size += len(piece)
            if time.monotonic() > until:
                raise self._unavailable("took too long to answer", "timeout")
            if size > MAX_BYTES:
                raise self._unavailable("does not come to an end", "length")
            self.go_on()
            yield piece

    def go_on(self) -> None:
        """Asked in every wait. Whoever wants to stop can do so here, also while there are no words.

        Raises:
            Whole: the answer has ended a while ago.
        """
        self._say("")
        if time.monotonic() > self._ended_at + LINGER_S:
            raise Whole

    @property
    def elapsed_s(self) -> float:
        return time.monotonic() - self._began

    def tell(self) -> float:
        """Say the words that have come: in every wait for more, and not for each token by itself.

        Returns:
            For how long words have been shown, in seconds; 0 before the first.
        """
        self._is_waited_for = True
        self._say_untold()
        return max(time.monotonic() - self._shown_at, 0.0)

    def _say_untold(self) -> None:
        if not self._untold:
            return
        self._told_at = time.monotonic()
        words = self._shown.feed(self._words.feed("".join(self._untold)))
        self._untold.clear()
        if self._words.ended:
            words += self._shown.rest()
        if words:
            self._shown_at = min(self._shown_at, self._told_at)
            self._say(words)
        if self._words.ended:
            self._say.pause()

    def _take(self, data: str) -> None:
        """One event of the stream, or the body of an answer that was not streamed."""
        try:
            chunk = json.loads(data)
        except (ValueError, RecursionError):
            raise self._unavailable("sent something unreadable", "bad_chunk") from None
        if not isinstance(chunk, dict):
            raise self._unavailable("sent something that is not an answer", "bad_chunk")
        if chunk.get("error"):
            raise self._named(chunk["error"])
        if isinstance(chunk.get("usage"), dict):
            self.usage = chunk["usage"]
        choices = chunk.get("choices")
        for choice in choices if isinstance(choices, list) else ():
            if isinstance(choice, dict) and not choice.get("index"):  # one answer was asked for
                self._take_choice(choice)

    def _take_choice(self, choice: dict[str, Any]) -> None:
        delta = choice.get("delta") or choice.get("message")
        if isinstance(delta, dict):
            self._hear(_text(delta.get("content")) + _arguments(delta.get("tool_calls")))
            self.refusal += _text(delta.get("refusal"))
        if isinstance(choice.get("finish_reason"), str):
            self.finish, self._ended_at = choice["finish_reason"], min(self._ended_at, time.monotonic())

    def _named(self, error: Any) -> CoachUnavailable:
        """What went wrong after the endpoint had begun to answer, by the names errors have elsewhere."""
        told = error if isinstance(error, dict) else {}
        codes = {str(told.get("code")), str(told.get("type"))}
        status = next((int(code) for code in codes if re.fullmatch(r"[45][0-9]{2}", code)), 500)
        return failures.named(status, codes, str(told.get("message")), {}, self.model)

    def _hear(self, content: str) -> None:
        if not content:
            return
        if self.first_token_s is None:
            self.first_token_s = self.elapsed_s
        self.text += content
        self._untold.append(content)
        if not self._is_waited_for and time.monotonic() - self._told_at > LATEST_S:
            self._say_untold()

    def say_the_rest(self, whole: str) -> None:
        """Say what was held back; all of `whole` if nothing could be said while it came."""
        self._say_untold()
        if rest := self._shown.rest() if self._shown_at < math.inf else whole:
            self._say(rest)

    def whole(self) -> str:
        """The text, now that no more comes.

        Raises:
            CoachUnavailable: it was cut, filtered, too long or empty; `reason` says which.
        """
        if self.finish is None:
            raise self._unavailable("broke off in the middle of its answer", "cut_stream")
        if self.finish == "content_filter":
            raise self._unavailable("had its answer withheld by a content filter", "content_filter")
        if self.finish == "length":
            raise self._unavailable("ran out of room in the middle of its answer", "length")
        if not self.text.strip() and not self.refusal.strip():
            raise self._unavailable("gave an empty answer", "empty")
        return self.text

    def _unavailable(self, what: str, reason: str) -> CoachUnavailable:
        return CoachUnavailable(f"The model {self.model} {what}.", reason)

    def bill(self, endpoint: str, prompt_tokens: int, outcome: str) -> Usage:
        """The line of the ledger; where the endpoint answered but counted no tokens, they are estimated."""
        counted, heard = self._counted(), self.text + self.refusal
        spent = counted or ((prompt_tokens, 0, estimated_tokens(heard)) if heard else (0, 0, 0))
        return Usage(
            model=self.model,
            endpoint=endpoint,
            correlation_id=self.request_id,
            outcome=outcome,
            input_tokens=spent[0],
            cached_tokens=spent[1],
            output_tokens=spent[2],
            estimated=counted is None and bool(heard),
            cost_usd=cost_usd(self.model, *spent),
            first_token_s=self.first_token_s,
            total_s=self.elapsed_s,
        )

    def _counted(self) -> tuple[int, int, int] | None:
        """Input, cached input and output tokens as the endpoint counted them; None: it did not."""
        asked, answered = _count(self.usage, "prompt_tokens"), _count(self.usage, "completion_tokens")
        if asked is None or answered is None:
            return None
        details = self.usage.get("prompt_tokens_details")
        cached = _count(details, "cached_tokens") if isinstance(details, dict) else None
        return asked, min(cached or 0, asked), answered


def _count(usage: dict[str, Any], name: str) -> int | None:
    """A count that can be one."""
    count = usage.get(name)
    return count if type(count) is int and 0 <= count <= MOST_TOKENS else None


def _text(content: Any) -> str:
    """The text of a message: a string, or the parts that are text (others hold thoughts). No half letters."""
    parts = content if isinstance(content, list) else [{"type": "text", "text": content}]
    told = (part.get("text") for part in parts if isinstance(part, dict) and part.get("type") == "text")
    return "".join(text.encode("utf-8", "ignore").decode() for text in told if isinstance(text, str))


def _arguments(calls: Any) -> str:
    """What has come of the first tool call's arguments: there the answer is where a schema is had by tools only."""
    first = calls[0] if isinstance(calls, list) and calls else None
    if not isinstance(first, dict) or first.get("index") or not isinstance(first.get("function"), dict):
        return ""
    return _text(first["function"].get("arguments"))
