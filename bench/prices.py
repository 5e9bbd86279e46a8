"""Write planwise_core/coach/prices.json anew from the genai-prices package (MIT): list prices in US dollars.

    pip install genai-prices && python -m bench.prices

Only the base tier is taken: a turn is some thousand tokens, and tiers begin at hundreds of thousands.
"""

from __future__ import annotations

import datetime as dt
import json
from importlib.metadata import version
from pathlib import Path
from typing import Any

from genai_prices.data import providers

MODELS = """\
gpt-4o gpt-4o-mini gpt-4.1 gpt-4.1-mini gpt-4.1-nano gpt-5 gpt-5-mini gpt-5-nano gpt-5.1 gpt-5.2 gpt-5.4
gpt-5.4-mini gpt-5.4-nano gpt-5.5 gpt-5.6-sol gpt-5.6-terra gpt-5.6-luna gpt-6-sol gpt-6-luna gpt-6-astra gpt-6.1-sol
gpt-6.1-terra o1 o3 o3-mini o4-mini
""".split()  # noqa: SIM905 - a list of names reads better as text
TARGET = Path(__file__).parent.parent / "planwise_core" / "coach" / "prices.json"


def base(price: Any) -> float:
    """The number of a price that may have tiers; 0 where there is none (then nothing is charged for it)."""
    return float(getattr(price, "base", price) or 0)


def row(name: str) -> list[float]:
    """Input, cached input and output, dollars per million tokens; of dated prices the latest."""
    model = next(each for each in OPENAI.models if each.match.is_match(name))
    prices = model.prices[-1].prices if isinstance(model.prices, list) else model.prices
    cached = prices.cache_read_mtok if prices.cache_read_mtok is not None else prices.input_mtok
    return [base(prices.input_mtok), base(cached), base(prices.output_mtok)]


OPENAI = next(provider for provider in providers if provider.id == "openai")

if __name__ == "__main__":
    document = {
        "as_of": dt.date.today().isoformat(),
        "source": f"genai-prices {version('genai-prices')}, written by bench/prices.py",
        "unit": "US dollars per million tokens: input, cached input, output",
        "models": {name: row(name) for name in MODELS},
    }
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(prices)}" for name, prices in document.pop("models").items())
    TARGET.write_text(json.dumps(document, indent=1).removesuffix("\n}") + f',\n "models": {{\n{rows}\n }}\n}}\n')
    print(f"{TARGET}: {len(MODELS)} models")
