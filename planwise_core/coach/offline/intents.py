"""What a clause wants: it is weighed against a table of phrases.

A phrase table, not a model: every entry is a few words a runner says and how strongly they point somewhere (3: clear,
2: likely, 1: a hint). The heaviest intent wins; where nothing weighs 2 the coach does not act but asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from planwise_core.coach.offline import shapes
from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.persons import of_others
from planwise_core.coach.offline.phrasebook import PHRASEBOOK
from planwise_core.coach.offline.refs import kind_of
from planwise_core.coach.offline.remarks import ACTS, without_remarks
from planwise_core.coach.offline.vocabulary import PARTS
from planwise_core.coach.offline.when import WEEKDAY

CLEAR = 2.0

# The intents whose answer may change days of the plan.
CHANGING = frozenset(
    [
        "swap",
        "move",
        "drop",
        "rest",
        "easier",
        "harder",
        "size",
        "retype",
        "add",
        "away",
        "busy",
        "ill",
        "hurt",
        "missed",
        "tired",
        "well",
        "only",
    ]
)
_IS_OVER = re.compile(
    r"^(?!.*\b(?:can|could|please|make|next|ease|easier|less|shorten|"
    r"cut)\b)(?!.*\btoo\b(?!.*\b(?:yesterday|last)\b)).*\b(?:was|were|felt)\b"
)
# "Make Sunday 12", "this week's long run 12 instead of 14": a size without its unit.
_OF_THE_BODY = frozenset({"ill", "hurt", "tired"})  # what somebody else has is no reason to rest
_MORE = re.compile(r"\b(?:up|more|add|increase|raise|bump|boost|harder|longer|heavier)\b")
_GOES = re.compile(
    r"away|holiday|vacation|travel|trip|abroad|out of|on leave|off to|heading|leaving|flying|going|back|ski"
)
_ONCE_NEGATED = frozenset({"easier", "harder", "away", "ill", "hurt", "add", "race_off", "race_moved"})
_NOT_WELL = re.compile(
    r"\b(?:not|until|till|before|once|when|if|as soon as)\b(?: \w+){0,4}? "
    r"(?:feel\w*|am|are|is|recovered|healed|better|well|fit|back|gone)\b"
)
_NEGATED = re.compile(
    r"\bnot(?: [^\s,.;]+){0,5}? (?:move|swap|change|cancel|skip|drop|delete|touch|shift|scrap|remove|undo|switch)\b|"
    r"\b(?:no need|not want) to (?:move|swap|change|cancel|skip|drop|rest)\b|\bwithout changing\b"
)
# "do not make it harder", "I will not be away": a "not" a few words before takes a wish back; "can not run" is one.
_TAKEN_BACK = re.compile(
    r"\b(?:(?:do|does|did|should|would|will|shall|please|must|am|is|are|was|were|rather|better|prefer) not|not going|"
    r"never|no need to|(?:never|not) (?:said?|ask(?:ed)?|mean|meant)(?: \w+){0,3}|without|no longer|not (?:on|in|at))"
    r"(?: (?!but\b|only\b|sure\b|able\b|run|train|feel|want|good|do)"
    r"[\w']+){0,3}? $"
)
_NOT_HURT = phrases(
    "not [injured/hurt/sick/ill/sore] | used to hurt | no longer hurts | no ... [pain/injury/injuries/fever/cold] | "
    "nothing hurts | pain free | "
    "pain-free"
)
_NOT_ILL = phrases(
    "sick [kid/kids/child/children/son/daughter/baby/toddler/wife/husband/partner/dog/cat] | "
    "sick [after/from] ... gel* | "
    "[covid/flu/corona] [jab/jabs/vaccin*/booster/shot/vax] | hay fever | sick "
    "[tempo/session/run/pace/race/view/workout/beat/day] | race fever | cabin fever | sick of | "
    "cold [weather/outside/morning/out/and] | it is cold | too "
    "cold | so cold | was ill last | ill at ease"
)
_TROUBLE = phrases(
    "pulled | something in | twang* | popp* | tight* | killing me | twinge* | flar* | off | weird | funny | wrong | "
    "bad | issue* | trouble | problem* | "
    "talking to me | bark* | scream* | moan* | grumpy | angry | unhappy | not happy | complain* | spasm* | seized up | "
    "locked up | bashed | banged | "
    "stubbed | bruis* | kicked"
)
_FINE_AGAIN = re.compile(  # said of a body part: "my knee's all good now"
    r"(?<!not )\b(?:all |much |totally |completely |finally )?(?:good|fine|ok|okay|better|healed|great|normal|sorted|"
    r"recovered|"
    r"settled|pain[- ]free) (?:now|again|today|btw|by the way|lately)\b|\ball (?:good|clear|fine|better|healed)\b|"
    r"\b(?:on the mend|recover(?:ing|ed) (?:well|nicely)|(?:getting|much|a lot|way) better|(?:nearly|almost) (?:gone|"
    r"healed))\b|\bis (?:totally |perfectly |absolutely )?fine\b(?! (?:but|if|when|until))|\bjust a scare\b|"
    r"\bfeels? (?:100|9\d) ?(?:%|percent)|\b(?:ran|run|jogged|raced|trained|"
    r"tested it)\b[^.]*\b(?:without (?:any )?(?:trouble|"
    r"problems?|pain|issues?)|pain[- ]free|no (?:trouble|problems?|pain|issues?))\b"
)
_ABOUT_TO = re.compile(r"\bgoing to (?:die|cry|puke|faint|collapse|explode|quit|win|fail)\b|\bburn(?:t|ed|ing)? out\b")
_HURTS_ALL_OVER = re.compile(
    r"\beverything (?:hurts|aches)\b|\b(?:hurts?|aches?|aching|sore) (?:all over|"
    r"everywhere)\b"
)
_NAMES_A_TIME = re.compile(rf"\b(?:{WEEKDAY}|week\w*|today|tonight|tomorrow|month|\d)\b")
_PART = re.compile(rf"\b(?:{'|'.join(PARTS)})\b")
_ASKS_WHY = re.compile(
    r"^(?:and |but |so |ok |hm+ )?(?:why(?! (?:do |should |would )?(?:i )?(?:even )?bother| am i (?:even )?doing "
    r"(?:this|it))|how come|do i (?:really|"
    r"actually|even) (?:need|have)|what is the (?:point "
    r"(?:of|in|to)|"
    r"reason))\b|, (?:and |but |"
    r"so )?why(?: is that| so)?[ ?]*$"
)
_ASKS_WHAT = re.compile(
    r"^(?:and |so |ok |hey |hi |please |can you |could you )*(?:remind me|tell me (?:again )?(?:what|when|how|about)|"
    r"what (?:does|do|will|would) (?!happen)[\w' ]+ (?:look|be|have|hold)|do i (?:have|need) to|do i run|have i got|"
    r"is there|is (?:\w+day|today|tomorrow|(?:this|next) week(?:end)?) (?:an?|my|the|off|rest|easy|hard)\b(?! (?:ok|"
    r"fine))|what is (?!the point|a |an )|"
    r"what are|when is|when do|how far|how many "
    r"(?:km|kilomet\w+|miles|runs|days|weeks|sessions)|how long "
    r"(?!until)|which)\b"
)
_WAS_ILL = re.compile(
    r"^(?!.*\b(?:still|since|now|today|tonight|morning|yesterday|last night|am)\b).*\b(?:i|we) (?:was|were) (?:\w+ )?"
    r"(?:ill|sick|unwell|poorly|down with)\b"
)
_CAN_ONLY = re.compile(r"\bcan only (?:do|run|manage|fit in) \d+ ?(?:km|k|mi|miles|minutes)\b")
_TWO_RUNS = re.compile(r"\bwith (?:(?:the|my|next|this|\w+day's) )+\w+")
_CAN_NOT_DO = re.compile(  # "can't do the long run on 13 December"
    r"^(?:i |we )?(?:can|could) not (?:do|run|make|manage) (?:the|my) "
    r"(?!.*\b(?:instead|but|can|could|move|swap|rather|put|to \w+day|day|works?|better|fine)\b(?! not))"
)
_TIME_FOR = re.compile(r"(?<!no )(?<!not )\bhave time for (?:an?|another|1 more) (?:\w+ )?run\b")
_NOTHING = re.compile(r"\b(?:ran|did|trained) nothing\b")
_REPEATS = re.compile(r"\b\d+ ?(?:x|times) ?\d+")  # "6 x 800": no size of a run
_MINUTES_FOR_ELSE = re.compile(
    r"\d minutes to (?:eat|warm|drive|get|walk|shower|stretch|sleep|commute|cook|digest|change|pack|wait)\b"
)
_KEPT_SMALL = re.compile(
    r"\bkeep (?:it|them|that|things|this)(?: week)? (?:to|at|under|below|down|minimal|light|short|easy|low|chill|"
    r"tiny)\b"
)
_IN_A_PLACE = re.compile(  # "I'm in Lisbon from the 16th to the 20th"
    r"\b(?:i|we) (?:am|are|will be) in (?!(?:a|an|the|my|our|bed|pain|week|base|shape|january|february|march|april|"
    r"may|june|july|"
    r"august|september|october|november|december)\b)[a-z]+(?: [a-z]+)? (?:from|until|till|between) "
)
_LIKE_A = re.compile(r"\b(?:like|as good as|feels like|almost|practically)(?: an?| the| my)? $")
_BACK_AFTER_ILLNESS = re.compile(  # "been ill for ten days, starting again tomorrow"
    r"\b(?:been|was) (?:\w+ )?(?:ill|sick|unwell|out|down|off|in bed)\b.*\b(?:start\w*|begin\w*|resum\w*|return\w*|"
    r"back|"
    r"running) "
    r"(?:again|running|training|tomorrow|today|slowly|to (?:running|training))\b"
)
_BACK_TO_RUNNING = phrases("back to [running/training/it/normal]")


@dataclass(frozen=True)
class Heard:
    """One clause and what it may want, heaviest first."""

    text: str
    weights: tuple[tuple[str, float], ...]

    @property
    def intent(self) -> str | None:
        return self.weights[0][0] if self.weights and self.weights[0][1] >= CLEAR else None

    def weight(self, intent: str) -> float:
        return dict(self.weights).get(intent, 0.0)


_WEEK_FIRST = re.compile(  # "next week do the intervals on Wednesday"
    r"^((?:this|next) week|in week \d+),? ((?:please )?(?:do|run|move|put|make|cut|skip|drop|shift|swap|shorten|"
    r"can you|could you|can i|could i|i would like to|i want to|let us)\b.*)$"
)


DAY_FIRST = re.compile(  # "Sunday make it 12 and slow"
    rf"^(?:on )?({WEEKDAY}|tomorrow)(?:'s run)?,? ((?:please )?(?:make|cut|shorten|move|keep|put|push|shift)) "
    r"(?:it|that) (.*?)(?:,? and (?:slow|easy|gentle))?$"
)


@lru_cache(maxsize=4096)
def heard(clause: str) -> Heard:
    """The intents of one normalised clause by weight; a week told before its verb is put behind it."""
    clause = DAY_FIRST.sub(r"\2 \1 \3", _WEEK_FIRST.sub(r"\2 \1", clause))
    weights = _weighed(clause)
    for step in (_by_its_shape, _beside_other_words, _by_its_place):
        weights = step(clause, weights)
    weights = without_remarks(clause, weights)
    if "well" in weights or "shot" in weights:
        weights.pop("ill", None)
        weights.pop("hurt", None)
    if _ASKS_WHY.search(clause):
        weights["why"] = 8.0
    elif _ASKS_WHAT.search(clause):
        weights = {name: weight for name, weight in weights.items() if name not in ACTS} or {"show": 3.0}
    if _NEGATED.search(clause) and not _ASKS_WHY.search(clause):
        weights = {intent: weight for intent, weight in weights.items() if intent not in ACTS} | {"keep": 6.0}
    return Heard(clause, tuple(sorted(weights.items(), key=lambda pair: -pair[1])))


def _weighed(clause: str) -> dict[str, float]:
    """The weights of the phrasebook alone."""
    weights: dict[str, float] = {}
    for intent, weight, words in PHRASEBOOK:
        said = {match[0]: match.start() for match in phrases(words).finditer(clause)}
        if intent in _OF_THE_BODY or intent == "low":
            said = {match: at for match, at in said.items() if not of_others(clause, at)}
        if intent in {"away", "ill", "race_off"}:
            said = {match: at for match, at in said.items() if not _LIKE_A.search(clause[:at])}
        if intent == "away":
            said = {match: at for match, at in said.items() if not (_GOES.match(match) and of_others(clause, at))}
        if intent in _ONCE_NEGATED and any(_TAKEN_BACK.search(clause[:at]) for at in said.values()):
            weights["keep"] = 4.5
        elif said:
            weights[intent] = max(weights.get(intent, 0), weight) + 0.5 * (len(said) - 1)
    return weights


def _by_its_shape(clause: str, weights: dict[str, float]) -> dict[str, float]:
    """The weights where the shape of the whole clause says more than its phrases."""
    if _IS_OVER.search(clause):  # "that last rep was brutal": it is over, and no wish
        felt = {"tired": 2.5} if "easier" in weights else {}
        weights = felt | {name: weight for name, weight in weights.items() if name not in {"easier", "harder", "size"}}
    if re.search(r"\bevery \d+ (?:minutes|hours)\b", clause):
        weights.pop("size", None)
        return weights
    if shapes.TO_A_NUMBER.search(clause) or shapes.ONLY_SO_LONG.search(clause):
        weights["size"] = max(weights.get("size", 0), 5.0)
    if shapes.BY_PERCENT.search(clause) and not (_MORE.search(clause) or kind_of(clause)):
        weights["easier"] = max(weights.get("easier", 0), 6.0)
    if shapes.DAY_IS_EASY.search(clause):
        weights["easier"] = max(weights.get("easier", 0), 4.0)
    if shapes.DAY_IS_OUT.search(clause):
        weights["busy"] = max(weights.get("busy", 0), 4.0)
    if shapes.EASY_WEEK.search(clause):
        weights = {name: weight for name, weight in weights.items() if name != "retype"} | {"easier": 5.0}
    if shapes.STAYS_NORMAL.search(clause):
        weights = {"keep": 4.0}
    return weights


def _beside_other_words(clause: str, weights: dict[str, float]) -> dict[str, float]:
    """The weights where a word takes the meaning of another away: "keep it short" keeps nothing."""
    if "harder" in weights and re.search(r"\b(?:not|no|never|max)\b[^,.;]*\b(?:more|harder|longer)\b", clause):
        weights.pop("harder")
    if "well" in weights and _NOT_WELL.search(clause):
        weights.pop("well")
    if re.search(r"\brace[- ]pace\b", clause):
        weights.pop("race_off", None)
    if _IN_A_PLACE.search(clause):
        weights["away"] = max(weights.get("away", 0), 5.0)
    if "hurt" in weights and _PART.search(clause):
        weights["hurt"] += 0.5
    if _NOT_HURT.search(clause):
        weights.pop("hurt", None)
        weights.pop("ill", None)
    if re.search(r"\bno longer\b", clause):
        weights.pop("size", None)
    if shapes.A_SIZE_INSTEAD.search(clause):
        weights["size"] = max(weights.get("size", 0), 5.5)
    if "missed" in weights:
        weights = {name: weight for name, weight in weights.items() if name not in {"did", "great"}}
        if _NOTHING.search(clause):
            weights.pop("away", None)
    if "hours" in weights:
        weights.pop("away", None)
    if _ABOUT_TO.search(clause):
        weights.pop("away", None)
    if _HURTS_ALL_OVER.search(clause):
        weights = {name: weight for name, weight in weights.items() if name != "hurt"} | {"tired": 3.0}
    if {"busy", "tired"} <= weights.keys() and not _NAMES_A_TIME.search(clause):
        weights.pop("busy")  # "so stressed with exams that I do not sleep" frees no day
    if shapes.AT_ANOTHER_HOUR.search(clause):
        weights["hours"] = 6.0
    if _TIME_FOR.search(clause):
        weights["add"] = max(weights.get("add", 0), 4.0)
    if "strength" in weights and re.search(WEEKDAY, clause):
        weights["add"] = max(weights.get("add", 0), 4.5)
    if _REPEATS.search(clause) or _MINUTES_FOR_ELSE.search(clause):
        weights.pop("size", None)
    if "busy" in weights and re.match(r"put a rest day between\b", clause):
        weights.pop("busy")
    if _CAN_ONLY.search(clause):
        weights = {"size": 6.5}
    if "harder" in weights and re.match(r"(?:i |we )?(?:did|ran) ", clause):
        weights.pop("move", None)
    if _KEPT_SMALL.search(clause):
        weights.pop("keep", None)
    if re.search(r"\bno more\b", clause):
        weights.pop("harder", None)
    if _CAN_NOT_DO.search(clause):
        weights.pop("move", None)
    if len(clause.split()) > 3:
        weights.pop("ok", None)
    return weights


def _by_its_place(clause: str, weights: dict[str, float]) -> dict[str, float]:
    """The weights where a run is given another day or kind, and of the body."""
    if shapes.DO.search(clause):
        weights["move"] = max(weights.get("move", 0), 3.5)
    if shapes.INTO.search(clause) or shapes.KIND_INSTEAD.search(clause):
        weights["retype"] = max(weights.get("retype", 0), 5.0)
    if any(placed.search(clause) for placed in (shapes.FROM_TO, shapes.PLACED, shapes.HAS_ITS_DAY)):
        weights["move"] = max(weights.get("move", 0), 4.0)
    if _TWO_RUNS.search(clause) and "swap" in weights:
        weights.pop("retype", None)
    if re.search(r"\bskip (?:to|ahead)\b", clause):
        weights.pop("drop", None)
    if _NOT_ILL.search(clause):
        weights.pop("ill", None)
    if _WAS_ILL.search(clause) and weights.keys() & {"ill", "did"}:
        weights["missed"] = max(weights.pop("ill", 0), weights.pop("did", 0), weights.get("missed", 0))
    if _BACK_AFTER_ILLNESS.search(clause):
        weights = {"missed": 6.0}
    if _BACK_TO_RUNNING.search(clause):
        weights.pop("undo", None)
    if (
        _PART.search(clause)
        and _FINE_AGAIN.search(clause)
        and not weights.keys() & (CHANGING - {"hurt", "ill", "tired"})
    ):
        weights = {"well": 5.0}
    elif _PART.search(clause) and _TROUBLE.search(clause) and not _NOT_HURT.search(clause):
        weights["hurt"] = max(weights.get("hurt", 0), 4.0)
    return weights
