"""Red flags that stop coaching and refer to a doctor, before any coach is asked (SCIENCE 2.7, rule MED-1).

Read by rules, not by a model, and no model may overrule them. A sign counts when the runner says it of themselves, now:
what is negated ("no chest pain"), told of others ("my dad fainted") or a figure of speech ("my heart sank") does not.
In doubt it counts: a needless referral costs a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from planwise_core.coach.conditions import CONDITIONS
from planwise_core.coach.emergencies import EMERGENCIES
from planwise_core.coach.offline import tongues
from planwise_core.coach.offline.language import normalise, phrases
from planwise_core.coach.offline.persons import of_others
from planwise_core.coach.red_flags import Flag
from planwise_core.coach.symptoms import FIGURES_OF_SPEECH

FLAGS = (*EMERGENCIES, *CONDITIONS)
_NO = phrases("no | not | never | without | nor | neither | free of")
_STILL_YES = phrases(
    "not ... without | not [sure/certain/know/only/just/sleep*/stop/help] | not feel* [well/good/great/right/fine] | "
    "no "
    "[idea/doubt/energy/appetite]"
)
_NO_ENDS = phrases("but | and | though | however | yet | i | my | now | just | because | since | so")
_FIRST_TIME = phrases("before [today/now/this] | until | like [this/that] | anymore")
_CLEARED = phrases(
    "cleared | all clear | all-clear | green light | go-ahead | [doctor/dr/midwife/cardiologist/gp/physio] ... "
    "[ok/okay/fine/happy/approved/approves/allowed/agrees/agreed]"
)
_NOT_CLEARED = phrases("not been? cleared | not ... [cleared/ok/okay/fine/happy/allowed] | until ... cleared")


_ASKS_IN_GENERAL = re.compile(
    r"^(?:(?:and|so|but|ok|hey|also|just curious)\b[ ,:]*)*(?:what (?:are|is|does|do|causes?)|how (?:do|does|can|"
    r"should|would|to|"
    r"common|likely|bad|dangerous)|is (?:it|running|there)|are|can(?! not)|do(?! not)|does|why (?:do|does|is|are)|"
    r"when (?:is|should|"
    r"do))\b"
)
_OF_ONESELF = re.compile(
    r"\b(?:my|i am|i have|i had|i was|i feel|i felt|i got|i get|i just|me|myself|i still|i keep|this|that|since)\b|"
    r"\bi (?:should|can|do) (?!avoid|prevent|spot|recogni[sz]e|know|notice|tell)"
)


def referral(asked: str) -> str | None:
    """What to say instead of coaching when `asked` holds a red flag; None when it holds none.

    When it is not None no coach is asked and no plan is changed.
    """
    other = tongues.read(asked)
    said = phrases(FIGURES_OF_SPEECH).sub(
        " ", normalise(f"{asked} . {other.english}" if other and other.english else asked)
    )
    cleared = _CLEARED.search(said) is not None and _NOT_CLEARED.search(said) is None
    sentences = [part for part in re.split(r"[.!?;]+\s", said + " ") if part.strip()]
    for flag in FLAGS:
        if flag.clearable and cleared:
            continue
        if any(_shows(flag, sentence) for sentence in (*sentences, *_joined(sentences))):
            return flag.says
    return None


def _joined(sentences: list[str]) -> Iterator[str]:
    """Neighbouring short sentences as one: "I ran in the heat. Then I collapsed." is one sign."""
    for one, other in pairwise(sentences):
        if len(one) + len(other) < 160:
            yield f"{one}, now {other}"


def _shows(flag: Flag, sentence: str) -> bool:
    if flag.negatable and _ASKS_IN_GENERAL.match(sentence) and not _OF_ONESELF.search(sentence):
        return False
    if flag.unless and phrases(flag.unless).search(sentence):
        return False
    found = [list(phrases(sign).finditer(sentence)) for sign in flag.signs]
    if not all(found):
        return False
    named, told = found[0], [matches[0].start() for matches in found[1:]]
    return any(
        ((not flag.negatable and _I.search(each[0])) or not of_others(sentence, each.start()))
        and not (flag.negatable and _negated(sentence, min([each.start(), *told])))
        for each in named
    )


_I = re.compile(r"\b(?:i|me|myself)\b")  # it says itself whom it is about


def _negated(sentence: str, at: int) -> bool:
    """Whether a "no" within five words before `at` takes it back; "never … before" and "not sure" do not."""
    before = _STILL_YES.sub(" ", " ".join(sentence[:at].split()[-5:]))
    noes = list(_NO.finditer(before))
    return bool(noes) and not _NO_ENDS.search(before[noes[-1].end() :]) and not _FIRST_TIME.search(sentence[at:])
