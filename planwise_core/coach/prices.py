"""What a request costs, from a dated price list; a model that is not on it is unpriced, never guessed."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files


@cache
def _models() -> dict[str, tuple[float, float, float]]:
    """Dollars per million tokens by model: input, cached input, output."""
    document = json.loads(files("planwise_core.coach").joinpath("prices.json").read_text("utf-8"))
    return {name: tuple(row) for name, row in document["models"].items()}


def cost_usd(model: str, input_tokens: int, cached_tokens: int, output_tokens: int) -> float | None:
    """Dollars for these tokens (`cached_tokens` are part of `input_tokens`); None: no price is known."""
    name = re.sub(r"-\d{4}-\d{2}-\d{2}$", "", model.removeprefix("openai/"))
    row = _models().get(name)
    if row is None:
        return None
    fresh = input_tokens - cached_tokens
    return round((fresh * row[0] + cached_tokens * row[1] + output_tokens * row[2]) / 1_000_000, 8)
