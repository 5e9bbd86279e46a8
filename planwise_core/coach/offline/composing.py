"""One answer of several: what was understood is done in order, what was not is named, and nothing is dropped."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from planwise_core.coach.offline import smalltalk
from planwise_core.coach.offline.intents import CHANGING, Heard
from planwise_core.coach.offline.refs import days_of, kind_of, whens_of
from planwise_core.coach.offline.scene import Answer, Scene, span_words, spoken
from planwise_core.training.edits import Edit

_LEFT = {smalltalk.SENTENCES[name] for name in ("keep", "ok", "joke")}
_REQUEST = re.compile(
    r"\b(?:(?:can|could|would|will) you|please|i (?:need|want|would like)|let us|instead|from now on)\b|"
    r"^(?:and |also |then )*(?:[a-z]+ (?:my|me)\b|add|book|call|change|find|give|make|order|plan|put|remind|send|"
    r"set|tell|use|write)\b"
)
_ISO = re.compile(r"\b(?:on )?(20\d\d-\d\d-\d\d)\b")

Found = tuple[Heard, Answer]


def together(found: Sequence[Found]) -> Answer:
    """Words in order, edits one after the other; remaking or going back stands alone, and names what it leaves."""
    alone = next((answer for _, answer in found if answer.build or answer.go_back), None)
    if alone:
        return alone
    found = _worth_saying(found)
    answers = [answer for _, answer in found]
    athlete = next((answer.athlete for answer in reversed(answers) if answer.athlete), None)
    says = list(dict.fromkeys(answer.says for answer in answers))
    return Answer(
        " ".join(says),
        edits=tuple(edit for answer in answers for edit in answer.edits),
        athlete=athlete,
        known=frozenset().union(*(answer.known for answer in answers)),
        pending=next((answer.pending for answer in answers if answer.pending), None),
    )


def _worth_saying(found: Sequence[Found]) -> list[Found]:
    """Without talk that a change beside it would contradict, and with one question at a time."""
    if len(found) > 1:
        found = [pair for pair in found if pair[1].says not in _LEFT] or found[:1]
    if any(answer.edits for _, answer in found):
        found = [pair for pair in found if pair[1].edits or _is_own(*pair)]
    asks = next((answer for _, answer in found if answer.pending), None)
    return [pair for pair in found if asks is None or pair[1].pending in {None, asks.pending}]


def _is_own(part: Heard, answer: Answer) -> bool:
    """Whether an answer without a change belongs beside one with a change."""
    if answer.pending is None:
        return answer.says not in _LEFT
    return part.intent is None or part.intent in CHANGING - {"tired"}


_TELLS_WHY = re.compile(  # "legs should be fresh for Sunday"
    r"\b(?:fresh\w*|rested|recovered|ready|(?:save|spare) (?:my |some )?(?:legs|energy))\b(?: \w+){0,3}? (?:for|on|"
    r"before|by)\b"
)


def left_over(part: Heard, scene: Scene, treated: Sequence[Heard]) -> Answer | None:
    """The word about a clause that was not understood beside others that were; None where it only tells."""
    told = [when for each in treated for when in whens_of(each.text, scene)]
    whens = [when for when in whens_of(part.text, scene) if when.first >= scene.today]
    whens = [when for when in whens if not any(each.first <= when.first <= each.last for each in told)]
    words = _ISO.sub(lambda found: f"{spoken(dt.date.fromisoformat(found[1]))}", part.text)
    span = days_of(whens)
    if _TELLS_WHY.search(part.text):
        return None
    if span and not _REQUEST.search(part.text) and not any(each.is_run for each in scene.between(*span)):
        return None
    if span:
        days = f"from {span[0].isoformat()} to {span[1].isoformat()}"
        return Answer(
            f'I am not sure what "{words}" means for your plan. Shall I clear the runs {span_words(*span)}, or leave '
            "them?",
            pending=f"choice:i am away {days}|leave it",
        )
    if (len(part.text.split()) > 2 and _REQUEST.search(part.text)) or (
        kind_of(part.text) and not whens_of(part.text, scene)
    ):
        return Answer(f'I did not understand "{words}": tell me in other words if that should change something.')
    return None


def touches(edits: Sequence[Edit], names: frozenset[str]) -> bool:
    """Whether a change is one of a workout with one of these ids."""
    fields = ("workout", "one", "other")
    return any(getattr(edit, field, None) in names for edit in edits for field in fields)
