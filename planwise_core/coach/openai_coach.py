"""A coach that is a language model behind any endpoint that speaks OpenAI's Chat Completions.

The only file that imports `openai`, and not before a question is asked: the import takes a second and a half. The SDK
makes the request; retries, the deadline and the stream are ours, because the SDK's timeout counts per read, its
retries know no quota, and to it a stream that just ends is a success. The stream is read as raw events, which also
costs a fifth of the CPU time of the SDK's typed chunks.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from planwise_core.coach import answers, failures
from planwise_core.coach.capabilities import Learned, Mode
from planwise_core.coach.failures import OF_THE_ENDPOINT, PASSING
from planwise_core.coach.listening import Listening, Whole
from planwise_core.coach.prices import cost_usd
from planwise_core.coach.reply import Bottomless, Prompt, Purse, Reply, Say, Usage
from planwise_core.coach.request import Ask
from planwise_core.coach.retries import LONGEST_WAIT_S, Breaker, backoff_s, wait
from planwise_core.errors import BadSettings, CoachUnavailable

if TYPE_CHECKING:
    import openai

OPENAI = "https://api.openai.com/v1"
HERE = frozenset({"localhost", "127.0.0.1", "::1"})
IDLE_S, IDLE_HERE_S = 30.0, 85.0
LEAST_S = 2.0  # less time than this is not worth another request
LISTING_S = 5.0  # for the list of models, which nobody waits for
RETIRING_DAYS = 90

_FREE = Bottomless()


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
            instructions), ``tools`` (a tool call whose arguments are the answer), ``plain`` (the shape in the
            instructions only), or ``auto``: the first of these that works, remembered for each model.
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
                reply = self._asked(self._ask(prompt, say, purse, model, time.monotonic() + share_s), ledger)
                notice = self._notice(model, prompt.situation.today) or reply.notice
                return reply.but(notice=notice, usage=tuple(ledger))
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

    def _ask(self, prompt: Prompt, say: Say, purse: Purse, model: str, until: float) -> Ask:
        learned = self._learned[model]
        mode = learned.mode if self._mode == "auto" else self._mode
        return Ask(
            prompt, say, model, until, purse, learned, self.base_url == OPENAI,
            temperature=self._temperature, max_output_tokens=self._max_output_tokens, mode=mode,
        )  # fmt: skip

    def _asked(self, ask: Ask, ledger: list[Usage]) -> Reply:
        """The reply of one model, asked again where that may help."""
        breaker = self._breakers[ask.model]
        if rest_s := breaker.rests_for_s():
            raise CoachUnavailable(f"The model {ask.model} has failed too often just now.", "circuit_open", rest_s)
        if time.monotonic() >= ask.until:
            raise CoachUnavailable(f"There was no time left to ask the model {ask.model}.", "timeout")
        for attempt in range(self._attempts):
            try:
                reply = self._attempt(ask, ledger)
                breaker.worked()
                ask.learned.understood(ask.mode)
                return reply
            except CoachUnavailable as error:
                ask.say.restart()
                pause_s = backoff_s(attempt, error.retry_after_s)
                late = pause_s > LONGEST_WAIT_S or time.monotonic() + pause_s + LEAST_S > ask.until
                if error.reason == "budget":  # nobody was asked
                    raise
                if error.reason == "context_too_long" and attempt + 1 < self._attempts and ask.forget_history():
                    continue
                if error.reason not in PASSING:
                    breaker.worked()  # it has answered, if not as we wish
                    raise
                if attempt + 1 == self._attempts or late:
                    breaker.failed()
                    raise
                if error.reason == "not_an_answer" and self._mode == "auto":
                    ask.simplify()
                wait(pause_s, ask.say)
        raise AssertionError("the last attempt returns or raises")

    def _attempt(self, ask: Ask, ledger: list[Usage]) -> Reply:
        """One whole answer, or the reason why there is none; a line in the ledger either way."""
        asked, most = ask.tokens, ask.max_output_tokens
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

    def _listen(self, listening: Listening, ask: Ask) -> None:
        """Send the request and hear it out; what this model does not take is left out and the request sent anew."""
        import httpx2
        import openai

        from planwise_core.coach.watched import watching

        while True:
            ask.say("")  # the last moment to stop before it costs something
            left_s = max(ask.until - time.monotonic(), 0.1)
            timeout = httpx2.Timeout(min(self._idle_s, left_s), connect=min(10.0, left_s))
            try:
                completions = self._connected().chat.completions.with_streaming_response
                named = {"X-Client-Request-Id": listening.request_id}  # found again in OpenAI's own logs
                with (
                    watching(listening.go_on, ask.until, listening.tell),
                    completions.create(
                        model=ask.model,
                        messages=(),
                        stream=True,
                        extra_body=ask.body,
                        timeout=timeout,
                        extra_headers=named,
                    ) as response,
                ):
                    listening.hear(response.headers, response.iter_bytes(), ask.until)
                return
            except Whole:
                return
            except openai.APIStatusError as error:
                may_simplify = self._mode == "auto"
                refused = error.status_code in {400, 422}
                if not (refused and ask.adapt(error.param, str(error), may_simplify=may_simplify)):
                    raise _named(error, ask.model) from None
            except (openai.APITimeoutError, httpx2.TimeoutException):
                raise CoachUnavailable(f"The model {ask.model} took too long to answer.", "timeout") from None
            except (openai.APIConnectionError, httpx2.HTTPError, httpx2.InvalidURL) as error:
                ask.say("")  # the SDK takes whatever ends a wait for a broken connection, also who stopped it
                began = listening.text or isinstance(error, httpx2.RemoteProtocolError)
                reason = "cut_stream" if began else "connection"
                raise CoachUnavailable(f"The connection to {self.endpoint} failed.", reason) from None

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


def _client(key: str, base_url: str) -> openai.OpenAI:
    import openai

    from planwise_core.coach import watched

    return openai.OpenAI(api_key=key, base_url=base_url, max_retries=0, http_client=watched.client())


def _understood(listening: Listening, ask: Ask) -> Reply:
    """The reply in what was heard; what was not said while it came is said now."""
    text = answers.spoken(listening.whole())
    plain = text if text.strip() else listening.refusal
    reply = Reply(says=answers.shown(plain), by_model=True, answered_by=ask.model)
    if text.strip():
        try:
            reply = answers.reply_of(answers.read(text), ask.prompt.situation, answered_by=ask.model)
        except answers.NotAnAnswer as problem:
            if ask.mode != "plain" or "{" in text:
                what = f"The model {ask.model} answered in another shape than it was asked for."
                raise CoachUnavailable(what, "not_an_answer") from problem
    if not reply.says.strip():
        raise CoachUnavailable(f"The model {ask.model} gave an answer without words.", "empty")
    listening.say_the_rest(reply.says)
    return reply


def _named(error: openai.APIStatusError, model: str) -> CoachUnavailable:
    codes = {str(error.code), str(error.type)}
    return failures.named(error.status_code, codes, str(error.message), error.response.headers, model)
