"""A correction takes the place of what it corrects: "no, I meant Thursday", "not that one, the long run".

What is corrected stands earlier in the same message or in the one before. The words that were wrong are replaced by
those of the same kind (a day, a length, a size, a session, a body part), and the request is read anew.
"""

from __future__ import annotations

import re
from dataclasses import replace

from planwise_core.coach.offline.dates import read
from planwise_core.coach.offline.intents import CHANGING, heard
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.refs import KIND_WORDS, kind_of
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.vocabulary import PART
from planwise_core.coach.offline.when import When

_SORRY = (
    r"(?:no(?! \w+day| (?:more|longer|runs?|running|training|sessions?|workouts?|long|race|tempo|intervals?|hard)\b)|"
    r"nope|nah|sorry|oops|whoops|wait|hang on|hold on|actually|hmm+|oh|ah|ok|okay|"
    r"well|my bad|"
    r"my mistake|"
    r"that is wrong|i (?:typed|got|wrote|said) (?:that|it) wrong|i mean|i meant to say|i meant|i said|make that|"
    r"make it|change (?:it|that) to|rather|then|please|"
    r"better|only|"
    r"just|typo|"
    r"scratch that|"
    r"correction|(?:what|how) about(?= \d)|"
    r"should be|should have (?:said|been)|it is|it was|that is|that was|or rather|for)"
)
_SAYS_OTHERWISE = re.compile(rf"^(?:{_SORRY}\b[ ,.!:-]*)+")
STRONG = re.compile(
    r"^(?:ah |oh |hmm |um |er )*(?:no(?! (?:more|longer|run|training|long|race))|nope|nah|sorry|oops|whoops|wait|"
    r"hang on|hold on|actually|my bad|my mistake|"
    r"i meant|i mean|make that|make it|scratch that|correction|typo|not (?!feel|sure|going|well|good|been|really)|"
    r"wrong|that is wrong|i (?:typed|got|wrote|said)|rather|should be)\b|"
    r"\b(?:i meant|i mean|instead|not the \w+)[ .!]*$"
)
_AFTERTHOUGHT = re.compile(
    r"[ ,.]*\b(?:i mean|i meant|then|instead|please|rather|sorry|would be better|is better|of course|duh|"
    r"(?:is|will be|would be) (?:enough|plenty|fine|ok)|"
    r"not (?:all of them|every week|the whole week)|(?<!but )not (?:the )?[\w']+(?: \w+)?)[ ,.!]*$"
)
_NOT_THIS = re.compile(
    r"^(?:(?:not|it is not|wrong)\b (?:that (?:1|one|run|day|week|far|long|much|many|short)|this (?:1|one)|on |the )?"
    r"(?:an? (?:\d+ ?(?:km|k|miles?)|half marathon|half|marathon)|[\w']*(?: (?:run|1|one)\b)?)|wrong (?:day|run|1|"
    r"one|week))"
    r"[ ,.:-]*(?:but |it is |rather )?(?=\w)"
)
_RETRACTS = re.compile(
    r"[ ,.;!-]*\b(?:no,? wait|wait,? no|no,? (?=forget (?:it|that)|scrap|never ?mind|leave)|actually(?=,? (?:leave|"
    r"keep|forget|"
    r"scrap|never ?mind|it is|that is|do not|no need|i can|all good))|hm+,? (?=no\b|leave|forget)|on reflection,?|"
    r"no,? hang on|hang on|hold on|no,? hold on|actually,? no|no,? actually|"
    r"scratch that|"
    r"no,? sorry|sorry,? no|sorry,? (?:i )?mean\w*|i meant|i mean|make that|or rather|correction|oops|wait|"
    r"on second thoughts?|sorry(?=,? (?:the|on|\w+day|\d))|no(?= (?:the \d|make|not|i meant|"
    r"\w+day\b)))\b[ ,.:!-]*"
)
TAKES_BACK = re.compile(
    r"^(?:(?:no|oh|ah|wait|actually|sorry|hmm|ok|please)\b[ ,]*)*(?:(?:scrap|forget|cancel|drop|undo|ignore|scratch|"
    r"revert|"
    r"take back) (?:that|it|this|the last (?:one|1|thing|change))(?: back)?|never ?mind|leave it (?:as|how) it was|"
    r"do not do (?:that|it)|i changed my mind|i have changed my mind)(?: (?:please|then|after all|again|"
    r"leave it as it (?:was|is)))*"
    r"[ .!,]*(?:leave it as it (?:was|is))?$"
)
AGREES = re.compile(
    r"(?:(?:yes|yep|yeah|sure|ok|okay|alright|please|great|perfect|fine|do (?:it|that)|go (?:ahead|for it)|"
    r"accept(?:ed)?|agreed|apply|(?:sounds|looks) (?:good|great|fine)|it|that|then)\b[ ,.!]*)+"
)
_SIZE = re.compile(r"\b(\d+(?:\.\d+)?) ?(km|k|miles?|mi|minutes|%)(?!\w)")
_LENGTH = re.compile(r"\b(?:\d+|an?) (?:days?|weeks?|months?)(?! a(?:go)? )\b")
_DEGREE = re.compile(r"\b(?:easier|lighter|harder|heavier|tougher|shorter|longer|earlier|later)\b")
_TIMES = re.compile(r"\b\d (?:days|runs|times|sessions)\b")
_CLOCK = re.compile(r"\b\d{1,2}:\d\d(?::\d\d)?\b")
_BARE_NUMBER = re.compile(r"(?:about |around )?(\d+(?:\.\d+)?)")
_ANY_NUMBER = re.compile(r"(?<![\d.:/-])(?:\d+(?:\.\d+)?)(?![\d.:/-]|st|nd|rd|th)")
_PLEASE = re.compile(r"[ ,]*\bplease\b[ ,]*")
_SHORT = 7  # words that a correction may have; more of them stand for themselves


def within(text: str, scene: Scene) -> str:
    """A message that corrects itself half-way, as it was meant: "move it to Saturday, no wait, Friday"."""
    found = list(_RETRACTS.finditer(text))
    if not found or not found[-1].start() or found[-1].end() == len(text):
        return text
    before, after = text[: found[-1].start()].strip(" ,."), text[found[-1].end() :].strip(" ,.")
    if after.startswith("not ") or STRONG.match(before):
        return text
    before = within(before, scene)
    after, _, rest = after.partition(". ")
    if len(after.split()) <= _SHORT and not is_request(after) and (mended := replaced(before, after, scene)):
        return f"{mended}. {rest}" if rest else mended
    return text


_STAYS = re.compile(
    r"(?:(?:hm+|um+|er+|lol|haha|nah|no|oh|ah|ok|please|actually|sorry|wait|just|but|then|and|so)\b[ ,]*)*(?:(?:scrap|"
    r"forget|cancel|ignore|"
    r"scratch|"
    r"drop|skip|undo) (?:that|it|this|what i said)(?! \w+day| run)|(?:just )?(?:leave|keep) (?:it|that|everything|"
    r"the plan|things)"
    r"(?: (?:as (?:it is|is|they are|planned)|alone|there|then|where it is|how it is))?|no way|not a chance|as if|"
    r"(?:just |only )?(?:kidding|"
    r"joking)|jk|do not(?= *[.!]*$)|no(?= *[.!]*$)|never ?mind|"
    r"(?:do not|no need to|not) (?:bother|change (?:it|anything|that)|worry|do (?:it|that))|no need|it stays|all good|"
    r"(?:i|we) (?:can|will) (?:just )?(?:(?:make|do|manage|run) (?:it|that|both)|go|run|be there|"
    r"try)(?: after all)?|(?:it|that) (?:is|will be) (?:ok|okay|fine|"
    r"good|all right)"
    r"(?: (?:as it is|after all|where it is|like that))?|i (?:will|am) (?:be )?(?:fine|ok|able to make it|"
    r"free)(?: after all)?|"
    r"i changed my mind)(?: (?:please|then|after all|thanks|for now|now|again))*[ ,.!]*"
)


_KIDDING = re.compile(
    r"[ ,.;!?-]*\b(?=nah\b|(?:no way|not a chance|no chance|hell no|as if|you wish)\b(?! of)|(?:just |"
    r"only )(?:kidding|joking)\b|kidding\b|joking\b|jk\b|(?:lol|haha) no\b|(?:hm+|um+|"
    r"er+|"
    r"actually),? ?(?:no\b|do not\b)|"
    r"no,? do not\b|do not[ .!]*$|forget it\b|never ?mind\b|scratch that[ .!]*$)"
)


def withdrawn(text: str) -> str | None:
    """What is left of a message that takes its wish back ("…, no wait, leave it"); None where it does not."""
    for found in (*_RETRACTS.finditer(text), *_KIDDING.finditer(text)):
        rest = text[found.end() :] if found.start() else ""
        stays = _STAYS.match(rest)
        while stays and (more := _STAYS.match(rest, stays.end())) and more.end() > stays.end():
            stays = more
        if stays and is_request(text[: found.start()]):
            return rest[stays.end() :].strip(" ,.!?")
    return None


def retracted(text: str) -> tuple[str, str] | None:
    """What was wished first and what was wished instead, where a message says both as whole wishes."""
    found = list(_RETRACTS.finditer(text))
    if not found or not found[-1].start():
        return None
    before, after = text[: found[-1].start()].strip(" ,."), text[found[-1].end() :].strip(" ,.")
    return (before, after) if is_request(before) and is_request(after) else None


def of_before(text: str, before: str, scene: Scene) -> str | None:
    """The request `before` as it was meant, where `text` corrects it; None where it does not."""
    core = _SAYS_OTHERWISE.sub("", text)
    core = _NOT_THIS.sub("", core) or core
    core = _SAME_DAY.sub("", core)
    core = _AFTERTHOUGHT.sub("", _SAYS_OTHERWISE.sub("", core)).strip(" ,.!?")
    if core in {"", text.strip(" ,.!?")} or len(core.split()) > _SHORT or is_request(_without_whens(core, scene)):
        return None
    whole = core == _PLEASE.sub("", text).strip(" ,.!?") and is_request(core)
    if whole and (_LENGTH.search(core) or _whens(core, scene)):
        return None  # "the next two weeks easier, please": a wish of its own, and polite
    return replaced(before, core, scene, wrong=_named_wrong(text))


_SAME_DAY = re.compile(r"[ ,.]*\b(?:(?:on |at )?the )?same (?:day|date|place|weekend|time)\b[ .!]*$")


def is_request(text: str) -> bool:
    return any(heard(part).intent in CHANGING for part in clauses(text))


def _without_whens(text: str, scene: Scene) -> str:
    for when in _whens(text, scene):
        text = text.replace(when.words, " ")
    return _DEGREE.sub(" ", text).strip()


def _named_wrong(text: str) -> str:
    found = re.search(r"\bnot (?:on )?(?:the )?([\w']+)", text)
    return found[1] if found else ""


def replaced(before: str, core: str, scene: Scene, wrong: str = "") -> str | None:
    """`before` with what `core` names in place of what it said of the same kind; None where nothing is of that kind."""
    made = before
    if wrong in {"half", "marathon", "full"} and (new := _SIZE.search(core)):
        return re.sub(r"\b(?:half )?marathon\b|\bhalf\b", f"{new[0]} race", before, count=1)
    for change in (_race, _part, _degree, _clock, _unit, _size, _length, _times, _kind):
        made = change(made, core) or made
    made = _days(made, core, scene, wrong) or made
    if made == before:
        made = _number(before, core) or before
    return made if made != before else None


def _same(pattern: re.Pattern[str], before: str, core: str) -> str | None:
    new, old = pattern.search(core), list(pattern.finditer(before))
    return before[: old[-1].start()] + new[0] + before[old[-1].end() :] if new and old else None


def _part(before: str, core: str) -> str | None:
    return _same(re.compile(rf"\b(?:(?:left|right) )?(?:{PART})\b"), before, core)


def _race(before: str, core: str) -> str | None:
    """ "Not a 10k, a half marathon": another race over a distance that has a name."""
    new, old = _RACE_NAME.search(core), _RACE.search(before)
    return f"{before[: old.start()]}{new[0]}{before[old.end() :]}" if new and old else None


_RACE_NAME = re.compile(r"\b(?:half marathon|marathon|half)\b")
_RACE = re.compile(
    r"\b(?:half marathon|marathon|half|(?:5|10|15) ?(?:km|k)|10 miles?)\b(?! (?:a|per|each|every) (?:week|day)|/)"
)


def _degree(before: str, core: str) -> str | None:
    """ "Harder, not easier"."""
    return _same(_DEGREE, before, core)


def _clock(before: str, core: str) -> str | None:
    return _same(_CLOCK, before, core)


def _unit(before: str, core: str) -> str | None:
    """ "I meant miles": another unit for the same number."""
    if not re.fullmatch(r"(?:in )?(?:miles?|kms?|k|kilomet\w+|mi)", core):
        return None
    return re.sub(
        r"(\d) ?(?:km|k|mi|miles?)\b(?!.*\d ?(?:km|k|mi|miles?)\b)", rf"\1 {core.removeprefix('in ')}", before
    )


def _size(before: str, core: str) -> str | None:
    return _same(_SIZE, before, core)


def _length(before: str, core: str) -> str | None:
    new = _LENGTH.search(core)
    if new is None or _TIMES.search(core):
        return None
    return _same(_LENGTH, before, core) or (f"{before} for {new[0]}" if is_request(before) else None)


def _times(before: str, core: str) -> str | None:
    return _same(_TIMES, before, core)


def _kind(before: str, core: str) -> str | None:
    if kind_of(core) is None:
        return None
    new = KIND_WORDS.search(core)
    return _same(KIND_WORDS, before, core) or (new and _DAY_ALONE.sub(rf"\1the {new[0]}", before, count=1)) or None


_DAY_ALONE = re.compile(
    r"\b((?:skip|drop|cancel|move|bin|scrap|delete|remove|ditch) )(?:(?:on )?\w+day(?:'s)?(?: run)?|"
    r"tomorrow(?:'s)?(?: run)?)\b"
)


def _number(before: str, core: str) -> str | None:
    """A bare number takes the place of the last one that can be its like: "make that 25" is no number of days."""
    new = _BARE_NUMBER.fullmatch(core)
    if new is None:
        return None
    old = [each for each in _ANY_NUMBER.finditer(before) if (float(each[0]) > 7) == (float(new[1]) > 7)]
    old = [
        each
        for each in old
        if not re.match(
            r" ?(?:january|february|march|april|may|june|july|august|september|"
            r"october|november|december|20\d\d)",
            before[each.end() :],
        )
    ]
    return before[: old[-1].start()] + new[1] + before[old[-1].end() :] if old else None


def _whens(text: str, scene: Scene) -> list[When]:
    return [when for when in read(text, scene.calendar) if when.kind != "vague"]


def _days(before: str, core: str, scene: Scene, wrong: str) -> str | None:
    core = re.sub(r"^(?=\d+(?:st|nd|rd|th)$)", "the ", core)
    new, were = _whens(core, scene), _whens(before, scene)
    if not new or not were:
        return None
    if new[0].kind == "span" and were[-1].kind == "day" and "week" in new[0].words:
        return f"{before} {new[0].words}"
    if until := re.match(
        r"(?:until|till?|to|(?:(?:i|we) )?(?:am |are |will be |come |get |"
        r"fly )*back(?: home)?) (?:on )?",
        core,
    ):
        first = were[0].first
        last = next((each.last for each in read(core[until.end() :], replace(scene.calendar, today=first))), first)
        return put(before, were[0], f"from {first.isoformat()} to {last.isoformat()}")
    old = next((each for each in were if wrong and _is_named(wrong, each)), were[-1])
    words = new[0].words
    if old.kind == "span" and new[0].kind == "day" and core.startswith("from "):
        words = f"from {words.removeprefix('on ')} to {old.last.isoformat()}"
    elif old.kind == "span" and " to " in old.words and new[0].kind == "day":
        words = f"{old.words.split(' to ')[0]} to {words.removeprefix('on ')}"
    if re.fullmatch(r"(?:on )?(?:\w+day,? )?the \d+(?:st|nd|rd|th)?", words) and not re.search(r"\d{4}-", old.words):
        words = _in_month_of(words, old)
    made = put(before, old, words)
    if old is were[0] and len(were) == 2 and len(now := _whens(made, scene)) == 2 and now[0].first > now[1].first:
        last = now[0].first + (were[1].first - were[0].first)  # as long as it was to be
        made = put(made, now[1], last.isoformat())
    return made


def _is_named(wrong: str, when: When) -> bool:
    number = re.match(r"\d+", wrong)
    return number[0] in re.findall(r"\d+", when.words) if number else wrong[:3] in when.words


def _in_month_of(words: str, old: When) -> str:
    """ "The 25th, not the 18th": of the month that was spoken of."""
    try:
        day = old.first.replace(day=int(re.sub(r"\D", "", words)))
    except ValueError:
        return words
    if old.kind == "span" and old.last > old.first:
        return words
    return f"on {day.isoformat()}"


def put(text: str, when: When, words: str) -> str:
    lead = re.match(r"(?:on|over|at|for|in|from) ", when.words)
    keeps = lead and not re.match(r"(?:on|over|at|for|in|from|until|next|this) ", words)
    return f"{text[: when.at[0]]}{lead[0] if lead and keeps else ''}{words}{text[when.at[1] :]}"
