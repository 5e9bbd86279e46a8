"""Why a model did not answer, by our names, and what each name means for who is asked next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Set

from planwise_core.coach.retries import retry_after_s
from planwise_core.errors import CoachUnavailable

# Worth the same request again; anything else will fail in the same way.
PASSING = frozenset(
    {"rate_limit", "server_error", "connection", "timeout", "cut_stream", "bad_chunk", "empty", "not_an_answer"}
)
# True of every model of the endpoint: the next one need not be asked.
OF_THE_ENDPOINT = frozenset({"no_key", "bad_key", "auth", "quota", "connection", "not_an_endpoint"})


def named(status: int, codes: Set[str], message: str, headers: Mapping[str, str], model: str) -> CoachUnavailable:
    """An endpoint's error (HTTP status, its `code` and `type`, its `message`) as ours.

    Its own text stays out of ours: it may quote the request.
    """
    pause_s = retry_after_s(headers, dt.datetime.now(dt.UTC))
    if 300 <= status < 400:  # not followed: neither a key nor a runner's words go where nobody sent them
        return CoachUnavailable("The address of the model leads to another address.", "not_an_endpoint")
    if status in {401, 403}:
        return CoachUnavailable("The endpoint does not accept the API key.", "auth")
    if status == 404 and ("model_not_found" in codes or "model" in message.lower()):
        return CoachUnavailable(f"There is no model {model} at this endpoint.", "model_not_found")
    if status in {404, 405}:
        return CoachUnavailable("The address of the model answers, but not to chat requests.", "not_an_endpoint")
    if status == 402 or codes & {"insufficient_quota", "billing_hard_limit_reached"}:
        return CoachUnavailable("The account of the API key has no credit left.", "quota")
    if codes & {"context_length_exceeded", "string_above_max_length", "exceed_context_size_error"}:
        return CoachUnavailable(f"The conversation is too long for the model {model}.", "context_too_long")
    if codes & {"content_filter", "content_policy_violation"}:
        return CoachUnavailable(f"A content filter stopped the request to {model}.", "content_filter")
    if status == 429:
        return CoachUnavailable(f"The model {model} has too many requests just now.", "rate_limit", pause_s)
    if status in {408, 409} or status >= 500:
        return CoachUnavailable(f"The model {model} had an error of its own.", "server_error", pause_s)
    return CoachUnavailable(f"The model {model} did not take the request.", "bad_request")
