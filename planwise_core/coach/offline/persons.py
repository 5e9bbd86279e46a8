"""Of whom something is told: the runner, or somebody else."""

from __future__ import annotations

import re

from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.vocabulary import PEOPLE

_OTHERS = re.compile(
    rf"\b(?:(?:my|his|her|our|a|the|some|another|this) (?:\w+ )?)?(?:{PEOPLE})s?\b|"
    r"\b(?:he|she|they|someone|somebody|everyone|everybody|people|others|"
    r"(?:office|class|team|crew|household|kids|lads|girls|boys)(?= (?:is|are|has|have|all)))\b"
)
_MYSELF = phrases("i | me | myself | we | us")
_AND_ME = re.compile(
    rf"\b(?:me (?:included|too|as well)|including me|and (?:so )?(?:am|do|have) i|(?:{PEOPLE})s? and (?:me|i)\b(?! am)|"
    r"(?:i|me|we) and (?:my|the)|all of us|we all|both of us)"
)


_THEIR_SIGN = re.compile(rf"[\w-]+ (?:little |old |own )?(?:{PEOPLE})s?\b")  # "a vomiting kid"


def of_others(sentence: str, at: int) -> bool:
    """Whether what stands at `at` is told of somebody else: the nearest person named is not the runner."""
    before = sentence[:at]
    if _THEIR_SIGN.match(sentence, at) and not re.search(r"\b(?:my|i|me)\b(?! (?:\w+ )?$)", before):
        return True
    if re.search(r"\bmy (?:left |right |own )?$", before):
        return False
    if _AND_ME.search(sentence):
        return False
    others = [found.start() for found in _OTHERS.finditer(before)]
    selves = [found.start() for found in _MYSELF.finditer(before)]
    return bool(others) and others[-1] > max(selves, default=-1)
