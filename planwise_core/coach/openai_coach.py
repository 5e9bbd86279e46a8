"""A coach that is a language model behind any endpoint that speaks OpenAI's Chat Completions.

The only file that imports `openai`, and not before a question is asked: the import takes a second and a half. The SDK
makes the request; retries, the deadline and the stream are ours, because the SDK's timeout counts per read, its
retries know no quota, and to it a stream that just ends is a success. The stream is read as raw events, which also
costs a fifth of the CPU time of the SDK's typed chunks.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from planwise_core.coach import answer_schema, answers
from planwise_core.coach.capabilities import MODES, Learned, Mode, parameters
from planwise_core.coach.listening import Listening, estimated_tokens, fixed_tokens
from planwise_core.coach.prices import cost_usd
from planwise_core.coach.reply import Bottomless, Prompt, Purse, Reply, Say, Usage
from planwise_core.coach.retries import LONGEST_WAIT_S, Breaker, backoff_s, retry_after_s, wait
from planwise_core.coach.words import safe
from planwise_core.errors import BadSettings, CoachUnavailable

if TYPE_CHECKING:
    import openai

OPENAI = "https://api.openai.com/v1"
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
IDLE_S, IDLE_HERE_S = 30.0, 85.0
LEAST_S = 2.0  # less time than this is not worth another request
LISTING_S = 5.0  # for the list of models, which nobody waits for
RETIRING_DAYS = 90

# Worth the same request again; anything else will fail in the same way.
PASSING = frozenset(
    {"rate_limit", "server_error", "connection", "timeout", "cut_stream", "bad_chunk", "empty", "not_an_answer"}
)
# True of every model of the endpoint: the next one need not be asked.
OF_THE_ENDPOINT = frozenset({"no_key", "bad_key", "auth", "quota", "connection", "not_an_endpoint"})
_OPTIONAL = ("temperature", "reasoning_effort", "stream_options", "max_completion_tokens", "max_tokens")

_FREE = Bottomless()

_SHAPE = """
# The shape of your answer
Answer with one JSON object and nothing else, no Markdown fence. `says` comes first.
"""


@dataclass
class _Ask:
    """One question to one model. `until` is when it must have been answered, in seconds of `time.monotonic`."""

    prompt: Prompt
    say: Say
    model: str
    until: float
    purse: Purse
    mode: Mode = "strict"


@dataclass(frozen=True)
class _Charged:
    """A coach that asks at somebody's expense."""

    coach: OpenAICoach
    purse: Purse

    @property
    def name(self) -> str:
        return self.coach.name

    def reply(self, prompt: Prompt, say: Say) -> Reply:
        return self.coach.reply(prompt, say, self.purse)


class OpenAICoach:
    """Asks `models` in turn, each up to `attempts` times, until one gives a whole answer or the time is up.

    Args:
        key: the API key, or a function that returns it: asked before every request, so that a key can be replaced
            while the process runs.
        mode: how the answer's shape is asked for: ``strict`` (a JSON schema), ``json`` (JSON mode, the shape in the
            instructions), ``plain`` (the shape in the instructions only), or ``auto``: the strictest that works.
        timeout_s: for one `reply`, all requests and pauses together.
        idle_s: the longest silence, before the first token as between two; None: 30 s, and 85 s where the endpoint
            is this machine, whose model may read for a minute before it says a word.

    Raises:
        BadSettings: `base_url` is no address.
    """

    def __init__(
        self,
        key: str | Callable[[], str],
        models: Sequence[str] = ("gpt-4o",),
        base_url: str | None = None,
        *,
        mode: Mode | Literal["auto"] = "auto",
        temperature: float = 0.3,
        max_output_tokens: int = 4000,
        timeout_s: float = 90.0,
        idle_s: float | None = None,
        attempts: int = 3,
    ) -> None:
        self._key = key if callable(key) else lambda: key
        self.models, self.base_url = tuple(models), base_url or OPENAI
        self.endpoint = _host(self.base_url)
        own = IDLE_HERE_S if self.endpoint in HERE else IDLE_S
        self._mode, self._timeout_s, self._attempts = mode, timeout_s, attempts
        self._idle_s = own if idle_s is None else idle_s
        self._temperature, self._max_output_tokens = temperature, max_output_tokens
        self._learned: dict[str, Learned] = defaultdict(Learned)
        self._breakers: dict[str, Breaker] = defaultdict(Breaker)
        self._client: tuple[str, openai.OpenAI] | None = None
        self._lock = threading.Lock()
        self.retiring: dict[str, dt.date] = {}

    @property
    def name(self) -> str:
        return self.models[0]

    @property
    def chain(self) -> tuple[str, ...]:
        """Every model that may answer, in order, with where it is asked."""
        return tuple(f"{model} at {self.endpoint}" for model in self.models)

    def charged(self, purse: Purse) -> _Charged:
        """This coach at the expense of `purse`."""
        return _Charged(self, purse)

    def reply(self, prompt: Prompt, say: Say, purse: Purse = _FREE) -> Reply:
        """The answer of the first model that gives a whole one.

        Raises:
            CoachUnavailable: none did; `usage` holds what was tried.
        """
        until = min(prompt.deadline or float("inf"), time.monotonic() + self._timeout_s)
        ledger: list[Usage] = []
        failure = CoachUnavailable("No model is set up.", "no_model")
        for at, model in enumerate(self.models):
            share_s = (until - time.monotonic()) / (len(self.models) - at)
            try:
                reply = self._asked(_Ask(prompt, say, model, time.monotonic() + share_s, purse), ledger)
                return _with_bill(reply, ledger, self._notice(model, prompt.situation.today))
            except CoachUnavailable as error:
                failure = error
                if error.reason in OF_THE_ENDPOINT:
                    break
        failure.usage = tuple(ledger)
        raise failure

    def close(self) -> None:
        """Let go of the connections."""
        with self._lock:
            if self._client:
                self._client[1].close()
            self._client = None

    # --- one model ---------------------------------------------------------------------------------------------

    def _asked(self, ask: _Ask, ledger: list[Usage]) -> Reply:
        """The reply of one model, asked again where that may help."""
        breaker, learned = self._breakers[ask.model], self._learned[ask.model]
        if rest_s := breaker.rests_for_s():
            raise CoachUnavailable(f"The model {ask.model} has failed too often just now.", "circuit_open", rest_s)
        if time.monotonic() >= ask.until:
            raise CoachUnavailable(f"There was no time left to ask the model {ask.model}.", "timeout")
        ask.mode = learned.mode if self._mode == "auto" else self._mode
        for attempt in range(self._attempts):
            try:
                reply = self._attempt(ask, ledger)
                breaker.worked()
                learned.mode = ask.mode
                return reply
            except CoachUnavailable as error:
                ask.say.restart()
                pause_s = backoff_s(attempt, error.retry_after_s)
                late = pause_s > LONGEST_WAIT_S or time.monotonic() + pause_s + LEAST_S > ask.until
                if error.reason == "budget":  # nobody was asked
                    raise
                if error.reason not in PASSING:
                    breaker.worked()  # it has answered, if not as we wish
                    raise
                if attempt + 1 == self._attempts or late:
                    breaker.failed()
                    raise
                if error.reason == "not_an_answer" and self._mode == "auto":
                    ask.mode = _simpler(ask.mode) or ask.mode
                wait(pause_s, ask.say)
        raise AssertionError("the last attempt returns or raises")

    def _attempt(self, ask: _Ask, ledger: list[Usage]) -> Reply:
        """One whole answer, or the reason why there is none; a line in the ledger either way."""
        fixed, *rest = (message["content"] for message in self._messages(ask))
        asked = fixed_tokens(fixed) + sum(map(estimated_tokens, rest))
        asked += _schema_tokens() if ask.mode == "strict" else 0
        most = self._max_output_tokens
        ask.purse.reserve(asked + most, cost_usd(ask.model, asked, 0, most))
        listening, outcome = Listening(ask.say, ask.model), "stopped"
        try:
            self._listen(listening, ask)
            reply = _understood(listening, ask)
            outcome = "refusal" if listening.refusal else "ok"
            return reply
        except CoachUnavailable as error:
            outcome = error.reason
            raise
        finally:
            ledger.append(listening.bill(self.endpoint, asked, outcome))
            ask.purse.settle(ledger[-1])

    def _listen(self, listening: Listening, ask: _Ask) -> None:
        """Send the request and hear it out; what this model does not take is left out and the request sent anew."""
        import httpx2
        import openai

        from planwise_core.coach.watched import watching

        while True:
            left_s = max(ask.until - time.monotonic(), 0.1)
            timeout = httpx2.Timeout(min(self._idle_s, left_s), connect=min(10.0, left_s))
            try:
                completions = self._connected().chat.completions.with_streaming_response
                named = {"X-Client-Request-Id": listening.request_id}  # found again in OpenAI's own logs
                with (
                    watching(lambda: ask.say(""), ask.until),
                    completions.create(
                        **self._request(ask), stream=True, timeout=timeout, extra_headers=named
                    ) as response,
                ):
                    listening.hear(response.headers, response.iter_bytes(), ask.until)
                return
            except openai.APIStatusError as error:
                if not self._adapts(error, ask):
                    raise _named(error, ask.model) from None
            except (openai.APITimeoutError, httpx2.TimeoutException):
                raise CoachUnavailable(f"The model {ask.model} took too long to answer.", "timeout") from None
            except (openai.APIConnectionError, httpx2.HTTPError, httpx2.InvalidURL) as error:
                ask.say("")  # the SDK takes whatever ends a wait for a broken connection, also who stopped it
                began = listening.text or isinstance(error, httpx2.RemoteProtocolError)
                reason = "cut_stream" if began else "connection"
                raise CoachUnavailable(f"The connection to {self.endpoint} failed.", reason) from None

    def _adapts(self, error: openai.APIStatusError, ask: _Ask) -> bool:
        """Whether the endpoint refused something that can be left out or asked for in another way."""
        if error.status_code not in {400, 422}:
            return False
        said = f"{error.param or ''} {error}"
        if "response_format" in said or "json_schema" in said:
            simpler = _simpler(ask.mode) if self._mode == "auto" else None
            ask.mode = simpler or ask.mode
            return simpler is not None
        learned = self._learned[ask.model]
        sent = [name for name in self._request(ask) if name in _OPTIONAL]
        refused = next((name for name in sent if name == error.param or name in said), None)
        return refused is not None and learned.refuse(refused)

    # --- what is sent ------------------------------------------------------------------------------------------

    def _request(self, ask: _Ask) -> dict[str, Any]:
        request = parameters(
            ask.model,
            self._learned[ask.model],
            temperature=self._temperature,
            max_output_tokens=self._max_output_tokens,
        )
        if ask.mode == "strict":
            schema = {"name": "coach_answer", "strict": True, "schema": answer_schema.schema()}
            request["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif ask.mode == "json":
            request["response_format"] = {"type": "json_object"}
        return {"model": ask.model, "messages": self._messages(ask), **request}

    def _messages(self, ask: _Ask) -> list[dict[str, str]]:
        """The prompt's messages; where the model does not see the schema, its instructions tell the shape."""
        first, *rest = (dict(message) for message in ask.prompt.messages)
        if ask.mode != "strict" or self.base_url != OPENAI:
            first["content"] += _SHAPE + answer_schema.sketch()
        return [first, *rest]

    def _connected(self) -> openai.OpenAI:
        """The SDK's client for the key of this moment.

        Raises:
            CoachUnavailable: there is no key, or it cannot be one.
        """
        try:
            key = self._key().strip()
        except OSError:  # a key in a file that is not there just now
            key = ""
        if not key:
            raise CoachUnavailable("There is no API key, so no model can be asked.", "no_key")
        if not (key.isascii() and key.isprintable()) or " " in key:
            raise CoachUnavailable("The API key holds letters that no key has.", "bad_key")
        with self._lock:
            if self._client is None or self._client[0] != key:
                self._client = (key, _client(key, self.base_url))
            return self._client[1]

    # --- models that retire ------------------------------------------------------------------------------------

    def read_shutdown_dates(self) -> dict[str, dt.date]:
        """When the endpoint will switch off which of our models, as far as it says; kept for later notices.

        Raises:
            CoachUnavailable: it could not be asked.
        """
        import httpx2
        import openai

        from planwise_core.coach.watched import watching

        try:
            with watching(lambda: None, time.monotonic() + LISTING_S):
                listed = self._connected().models.list(timeout=LISTING_S).data
        except openai.APIStatusError as error:
            raise _named(error, self.name) from None
        except (openai.OpenAIError, httpx2.HTTPError, ValueError, AttributeError, TypeError):
            raise CoachUnavailable(f"{self.endpoint} does not list its models.", "not_an_endpoint") from None
        found = {}
        for model in listed or ():
            with contextlib.suppress(TypeError, ValueError, AttributeError):  # no date, or none that can be read
                if model.id in self.models:
                    found[model.id] = dt.date.fromisoformat(str(model.shutdown_date)[:10])
        self.retiring = found
        return found

    def warm_up(self) -> None:
        """Import the SDK, make the client and read the shutdown dates; that an endpoint is down shows in a turn."""
        with contextlib.suppress(CoachUnavailable):
            self.read_shutdown_dates()

    def notices(self, today: dt.date) -> tuple[str, ...]:
        """A sentence for each of our models whose end is near."""
        return tuple(notice for model in self.models if (notice := self._notice(model, today)))

    def _notice(self, model: str, today: dt.date) -> str:
        end = self.retiring.get(model)
        if end is None or (end - today).days > RETIRING_DAYS:
            return ""
        return f"The model {model} will be switched off on {end:%d %B %Y}."


def _host(base_url: str) -> str:
    """The host, for the ledger and for people."""
    try:
        return urlsplit(base_url).hostname or base_url
    except ValueError:
        raise BadSettings(f"OPENAI_BASE_URL is '{base_url}', which is not an address.") from None


@cache
def _schema_tokens() -> int:
    return estimated_tokens(json.dumps(answer_schema.schema(), separators=(",", ":")))


def _simpler(mode: Mode) -> Mode | None:
    return None if mode == MODES[-1] else MODES[MODES.index(mode) + 1]


def _client(key: str, base_url: str) -> openai.OpenAI:
    import openai

    from planwise_core.coach import watched

    return openai.OpenAI(api_key=key, base_url=base_url, max_retries=0, http_client=watched.client())


def _understood(listening: Listening, ask: _Ask) -> Reply:
    """The reply in what was heard; what was not said while it came is said now."""
    text = listening.whole()
    if not text.strip():
        reply = Reply(says=safe(listening.refusal)[:8000], by_model=True, answered_by=ask.model)
    else:
        try:
            reply = answers.reply_of(answers.read(text), ask.prompt.situation, answered_by=ask.model)
        except answers.NotAnAnswer as problem:
            if ask.mode != "plain" or "{" in text:
                what = f"The model {ask.model} answered in another shape: {problem}."
                raise CoachUnavailable(what, "not_an_answer") from None
            reply = Reply(says=safe(text)[:8000], by_model=True, answered_by=ask.model)
    if not reply.says.strip():
        raise CoachUnavailable(f"The model {ask.model} gave an answer without words.", "empty")
    listening.say_the_rest(reply.says)
    return reply


def _with_bill(reply: Reply, ledger: Sequence[Usage], notice: str) -> Reply:
    return reply.but(
        notice=notice or reply.notice,
        usage=tuple(ledger),
        input_tokens=sum(line.input_tokens for line in ledger),
        output_tokens=sum(line.output_tokens for line in ledger),
    )


def _named(error: openai.APIStatusError, model: str) -> CoachUnavailable:
    """The error by our name for it. The SDK's own text stays out: it may quote the request."""
    status, code = error.status_code, str(error.code or "")
    pause_s = retry_after_s(error.response.headers, dt.datetime.now(dt.UTC))
    if status in {401, 403}:
        return CoachUnavailable("The endpoint does not accept the API key.", "auth")
    if status == 404 and (code == "model_not_found" or "model" in str(error.message).lower()):
        return CoachUnavailable(f"There is no model {model} at this endpoint.", "model_not_found")
    if status in {404, 405}:
        return CoachUnavailable("The address of the model answers, but not to chat requests.", "not_an_endpoint")
    if status == 402 or code in {"insufficient_quota", "billing_hard_limit_reached"}:
        return CoachUnavailable("The account of the API key has no credit left.", "quota")
    if status == 429:
        return CoachUnavailable(f"The model {model} has too many requests just now.", "rate_limit", pause_s)
    if status in {408, 409} or status >= 500:
        return CoachUnavailable(f"The model {model} had an error of its own.", "server_error", pause_s)
    if code in {"context_length_exceeded", "string_above_max_length"}:
        return CoachUnavailable(f"The conversation is too long for the model {model}.", "context_too_long")
    if code in {"content_filter", "content_policy_violation"}:
        return CoachUnavailable(f"A content filter stopped the request to {model}.", "content_filter")
    return CoachUnavailable(f"The model {model} did not take the request.", "bad_request")
