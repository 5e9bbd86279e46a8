"""What lasts about a runner beyond a plan: facts, told by them and kept once they have said yes.

An injury among the facts shapes plans: it goes into the athlete a coach and the checks look at, and never into the
athlete that is stored, so that a fact which is corrected or deleted is gone everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from planwise_core.coach.offline.language import normalise
from planwise_core.coach.offline.vocabulary import PARTS
from planwise_core.coach.words import safe
from planwise_core.training.athlete import Athlete, Injury
from planwise_core.training.journal import MAX_FACT, Fact

PER_TURN = 3  # questions at once; more would be a form

_PART = re.compile(rf"\b(?:(?:left|right) )?(?:{'|'.join(sorted(PARTS, key=len, reverse=True))})\b")
_TROUBLE = re.compile(
    r"\b(?:bad|weak|dodgy|sensitive|chronic|trouble\w*|problem\w*|issue\w*|injur\w*|pain\w*|hurt\w*|sore|surgery|"
    r"operat\w*|fractur\w*|broke\w*|torn|tore|tear|sprain\w*|tend[io]n\w*|strain\w*|fasciitis|splints|syndrome)\b"
)
_REMEMBER = re.compile(
    r"^\s*(?:please |could you |can you |and |also )*(?:remember|keep in mind|note|(?:don't|do not|never) forget)"
    r"(?: please)?(?::| that\b|,)?\s+(?=(?:i|i'm|i've|my|we|our|there|it|the)\b)",
    re.IGNORECASE,
)
_OLD_TROUBLE = (
    re.compile(
        r"^(?:i am|i have(?: got| always had)?|there is|with) (?:a |an |my )?(?:history of )?(?:very |rather )?"
        r"(?:bad|weak|dodgy|sensitive|chronic|old|troublesome) "
    ),
    re.compile(
        r"\b(?:had|was|were|got|broke|tore|history of)\b.*\b(?:in (?:19|20)\d\d|last (?:year|season)|years? ago|"
        r"in the past|before|as a (?:child|teenager|student))\b"
    ),
    re.compile(r"\b(?:trouble|problems?|injury|surgery|fracture)\b.*\bin (?:19|20)\d\d\b"),
)
_ACUTE = re.compile(
    r"\b(?:now|today|tonight|yesterday|currently|this (?:week|morning)|since|again|still|tomorrow|run)\b"
)


def fact(text: str) -> Fact | None:
    """A fact of these words, its kind read from them; None: there are none."""
    kept = " ".join(safe(text).split()).strip(" .,;:!")[:MAX_FACT]
    if len(kept) < 3:
        return None
    return Fact(kind="injury" if _is_injury(kept) else "note", text=kept[0].upper() + kept[1:])


def _is_injury(text: str) -> bool:
    plain = normalise(text)
    return bool(_PART.search(plain) and _TROUBLE.search(plain))


def parted(asked: str) -> tuple[tuple[Fact, ...], str]:
    """What a message asks to be remembered, or tells of an old injury, sentence by sentence; and the rest of it."""
    facts, rest = [], []
    for sentence in re.split(r"(?<=[.!?;\n])\s+", asked):
        words = _REMEMBER.sub("", sentence) if _REMEMBER.match(sentence) else sentence
        told = fact(words) if words != sentence or _is_old_injury(sentence) else None
        if told:
            facts.append(told)
        else:
            rest.append(sentence)
    return tuple(facts[:PER_TURN]), " ".join(rest)


def _is_old_injury(sentence: str) -> bool:
    plain = normalise(sentence)
    about = len(plain.split()) <= 14 and _is_injury(plain) and not _ACUTE.search(plain)
    return about and any(pattern.search(plain) for pattern in _OLD_TROUBLE)


def injuries(facts: Sequence[Fact]) -> tuple[Injury, ...]:
    """The injuries among the facts: something to be careful with, not something that hurts today."""
    return tuple(Injury(part=_part(each.text), current=False) for each in facts if each.kind == "injury")


@lru_cache(maxsize=1024)  # who somebody is is asked at every rerun
def _part(text: str) -> str:
    found = _PART.search(normalise(text))
    return found[0] if found else text.removesuffix(" hurt in the past")[:40]


def knowing(athlete: Athlete, facts: Sequence[Fact]) -> Athlete:
    """The athlete with the injuries that are remembered; one that is known to hurt now stays as it is."""
    own = {injury.part for injury in athlete.injuries}
    more = tuple(injury for injury in injuries(facts) if injury.part not in own)
    return athlete.but(injuries=(*athlete.injuries, *more)) if more else athlete


def without(athlete: Athlete, facts: Sequence[Fact]) -> Athlete:
    """`athlete` as it is stored: what `knowing` has added is taken out again."""
    added = injuries(facts)
    return athlete.but(injuries=tuple(injury for injury in athlete.injuries if injury not in added))


_YES = re.compile(
    r"(?:yes|yeah|yep|sure|ok|okay|please do|do it|do|go ahead|right|correct|remember (?:it|that))(?: please)?"
)
_NO = re.compile(r"(?:no|nope|nah|don't|do not|rather not|no thanks|no thank you|forget it)(?: please)?")


def decided(asked: str) -> bool | None:
    """Whether a bare answer says yes or no to being remembered; None: it is no such answer."""
    plain = re.sub(r"[^\w' ]", "", asked).strip().lower()
    return True if _YES.fullmatch(plain) else False if _NO.fullmatch(plain) else None
