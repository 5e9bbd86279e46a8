"""What a red flag is. The flags stand in `emergencies` and `conditions`, and are read by `safety.referral`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Flag:
    """One sign: all of `signs` (phrases, see `language.phrases`) in one sentence, and nothing of `unless`.

    `negatable`: a "no" before it takes it back (false where the missing thing is the sign, as with periods).
    `clearable`: a doctor's go-ahead in the same message takes it back.
    """

    name: str
    says: str
    signs: tuple[str, ...]
    unless: str = ""
    negatable: bool = True
    clearable: bool = False
