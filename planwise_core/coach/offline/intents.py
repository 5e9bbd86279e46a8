"""What a clause wants: a message is parted into clauses, each clause is weighed against a table of phrases.

A phrase table, not a model: every entry is a few words a runner says and how strongly they point somewhere (3: clear,
2: likely, 1: a hint). The heaviest intent wins; where nothing weighs 2 the coach does not act but asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planwise_core.coach.offline.language import phrases
from planwise_core.coach.offline.persons import of_others
from planwise_core.coach.offline.phrasebook import PHRASEBOOK
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
    ]
)
_ACTS = frozenset({"undo", "swap", "move", "drop", "rest", "easier", "harder", "size", "retype", "add", "away", "busy"})
_IS_OVER = re.compile(
    r"^(?!.*\b(?:can|could|please|make|next|ease|easier|less|shorten|"
    r"cut)\b)(?!.*\btoo\b(?!.*\b(?:yesterday|last)\b)).*\b(?:was|were|felt)\b"
)
# "Make Sunday 12", "this week's long run 12 instead of 14": a size without its unit.
_TO_A_NUMBER = re.compile(
    r"\b(?:make|cut|shorten|reduce|trim|keep|do|cap|drop|bring|lower|take|bump|set|change|limit|turn|knock|up|increase|"
    r"extend|lengthen)\b (?!week|(?:this|next|the) week\b(?!')|me\b|us\b|the half|the marathon|"
    r"a half)(?:[\w'-]+ ){0,6}?(?:to |at )?\d+(?:\.\d)?"
    r" ?(?:km|k|mi|miles|minutes)?(?: (?:perhaps|maybe|instead(?: of \d+\w*)?|please|then|not \d+\w*|easy|only|max|"
    r"tops|total|"
    r"if possible))*[ ?!.]*$"
)
_ONE_RUN = (
    rf"(?:the |my |\w+day's )?(?:long run|tempo|intervals|easy run|run|today|tonight|tomorrow|{WEEKDAY})"
    r"(?:'s)?(?: long)?(?: run)?"
)
_ONLY_SO_LONG = re.compile(  # "long run 12 only", "only 5k tomorrow"
    rf"^{_ONE_RUN} (?:to |at |is )?\d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)? (?:only|max|instead|tops|at most|please)+$|"
    rf"^{_ONE_RUN} (?:only|just|max) \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)? (?:on )?(?:this |next "
    rf")?(?:\w+day|weekend|tomorrow)$|"
    rf"^{_ONE_RUN} (?:only|just|max) \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)?$|"
    r"^(?:(?:i )?(?:only|just)(?: (?:have|got|have got))?(?: time| room| energy)?(?: for)?|max(?:imum)?|"
    r"no more than) \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)(?: easy)? (?:on |"
    r"for )?(?:this |next )?"
    r"(?:today|tonight|tomorrow|\w+day|weekend)(?: please)?$|"
    r"^(?:let us|i want to|i would like to|i will|make it|can (?:we|you)) (?:do |run |make it )?\d+(?:\.\d)? ?(?:km|"
    r"k|mi|miles|minutes) "
    r"(?:on |for )?(?:this |next )?(?:today|tonight|tomorrow|\w+day)(?: instead| please| then)*$"
)
_INTO = re.compile(  # "switch out the tempo in week 7 for an easy run"
    r"\b(?:switch|swap|change|turn|replace|make)\b.*\b(?:for|into|to|with) (?:an?|some|something) (?:easy|recovery|"
    r"steady|"
    r"tempo|fartlek|"
    r"hills?|bike|swim)\b|\binstead of\b.*\b(?:do|have|run) (?:an? |some )?(?:easy|recovery|steady|tempo|fartlek|"
    r"hills?)\b"
)
_OF_THE_BODY = frozenset({"ill", "hurt", "tired"})  # what somebody else has is no reason to rest
_GOES = re.compile(
    r"away|holiday|vacation|travel|trip|abroad|out of|on leave|off to|heading|leaving|flying|going|back|ski"
)
_FROM_TO = re.compile(rf"^{_ONE_RUN} (?:on |from )?(?:\w+day )?to (?:the )?{WEEKDAY}\b")  # "thurs run -> fri"
_PLACED = re.compile(  # "next week the intervals on Wednesday please"
    rf"^(?:(?:this|next) week,? )?(?:the |my )?(?:long run|tempo|intervals|easy run|long one|long 1|hard session) "
    rf"on {WEEKDAY}"
    r"(?: (?:this|next) week)?(?: (?:please|instead|then))+$"
)
_ONCE_NEGATED = frozenset({"easier", "harder", "away", "ill", "hurt", "add", "race_off", "race_moved"})
_NEGATED = phrases(
    "not ... [move/swap/change/cancel/skip/drop/delete/touch/shift/scrap/remove/undo/switch] | "
    "[no need/not want] to [move/swap/change/cancel/skip/drop/rest] | without changing"
)
# "do not make it harder", "I will not be away": a "not" a few words before takes a wish back; "can not run" is one.
_TAKEN_BACK = re.compile(
    r"\b(?:(?:do|does|did|should|would|will|shall|please|must|am|is|are|was|were|rather|better|prefer) not|not going|"
    r"never|no need to|(?:never|not) (?:said?|ask(?:ed)?|mean|meant)(?: \w+){0,3}|without|no longer|not (?:on|in|at))"
    r"(?: (?!but\b|only\b|sure\b|able\b|run|train|feel|want|good|do)"
    r"[\w']+){0,3}? $"
)
_NEVER = re.compile(
    r"\bnever (?:again )?(?:ever )?(?:move|swap|change|cancel|skip|drop|miss|shift|cut)\b|\bwould "
    r"never\b"
)
_THANKS_FOR = re.compile(
    r"\b(?:thanks|thank you|cheers|appreciate|grateful|love (?:that|how) you)\b[^.,;]*\b(?:for|"
    r"you) (?:\w+ing|\w+ed|made)\b"
)
_SORE_MUSCLES = re.compile(  # sore after a hard run is no injury
    r"\b(?:quads|calves|glutes|legs|thighs|muscles|hamstrings|hips|doms)\b(?=.*\b(?:after|from|since|thanks to)\b "
    r"(?:the |that |my |"
    r"all |those |yesterday|sunday|saturday|tuesday|thursday|last |downhill|hills?|squats|leg day|running|a ))"
)
_REALLY_HURT = re.compile(
    r"\b(?:sharp|stabb\w+|pulled|popp\w+|torn|tore|limp\w*|swollen|swelling|strain\w*|injur\w*|bruis\w*|weeks?|"
    r"getting worse|"
    r"not (?:walk|run)|1 side|left|right|months?|keeps?|always|still)\b"
)
_DONE = re.compile(  # "last Sunday I swapped the long run for a hike"
    r"^(?=.*\b(?:yesterday|last (?:night|week|weekend|time|\w+day)|this morning|earlier today)\b).*\b(?:i|we|had to) "
    r"(?:have |had |had to |just |also )*(?:swapped|cut|moved|shortened|switched|changed|replaced|shifted|extended|"
    r"dropped|pushed|added)\b|"
    r"^(?:had to|i had to) (?:cut|swap|move|shorten|stop)\b.*\b(?:yesterday|last|this morning)\b"
)
_STILL_ASKS = re.compile(r"\b(?:can|could|please|should|so|shall|next|tomorrow)\b")
_OBJECT = re.compile(  # "skip the small talk"
    r"\b(?:skip|drop|cancel|cut|move|shift|swap|switch|remove|shorten|reduce|push|postpone|delay|delete|ditch|scrap|"
    r"extend|lengthen|clear|bin) (?:out )?(?:the|my|this|that|our|your|some|these|those|an?)\b(?P<what>(?:(?! (?:to|"
    r"from|on|for|with|"
    r"in|at|by|and|of|if|so|because|until|till|then|this|next|please)\b)[ ,][\w'-]+){1,4})"
)
_RUN_WORDS = re.compile(
    rf"\b(?:{WEEKDAY}|runs?|running|jogs?|session\w*|workouts?|week\w*|weekend\w*|days?|long|longer|easy|tempo\w*|interval\w*|"
    r"intensity|mileage|distance|volume|km|k|kms|kilomet\w+|miles?|1|one|ones|it|rest|last|first|second|third|next|training\w*|plan|schedule|"
    r"races?|marathon|half|goal|date|target|paces?|speed\w*|hills?|strides|reps|today\w*|tomorrow\w*|load|amount|number|"
    r"gym|strength|bike|swim\w*|shakeout|recovery|hard|fartlek|threshold|quality|length|duration|minutes|stuff|"
    r"\d+\w*|cruise|progression|block|build\w*|taper\w*|bit|lot|few|whole|other|thing|cross\w*|yoga|event|morning|evening|"
    r"christmas|xmas|new|hours?|20\d\d-\d\d-\d\d)\b"
)
_NOT_HURT = phrases(
    "not [injured/hurt/sick/ill/sore] | no ... [pain/injury/injuries/fever/cold] | nothing hurts | pain free | "
    "pain-free"
)
_DO = re.compile(
    r"^(?:and |so |please )?(?:can i |could i |may i |let us |i will |i want to |i would like to )?(?:do|run) "
    r"(?:(?:the|my) (?:long|tempo|interval|easy|hard)|(?:today|tomorrow|\w+day)'s|(?:long|tempo|easy))"
)
_NOT_ILL = phrases(
    "hay fever | sick [tempo/session/run/pace/race/view/workout/beat/day] | race fever | cabin fever | sick of | "
    "cold [weather/outside/morning/out/and] | it is cold | too "
    "cold | so cold | was ill last | ill at ease"
)
_TROUBLE = phrases(
    "pulled | something in | twang* | popp* | tight* | killing me | twinge* | flar* | off | weird | funny | wrong | "
    "bad | issue* | trouble | problem* | "
    "complain*"
)
_PART = re.compile(rf"\b(?:{'|'.join(PARTS)})\b")
_ASKS_WHY = re.compile(
    r"^(?:and |but |so |ok |hm+ )?(?:why|how come|do i (?:really|actually|even) (?:need|have)|what is the (?:point|"
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
_BACK_TO_RUNNING = phrases("back to [running/training/it/normal]")
_JOIN = re.compile(
    r"(?:(?<!\d)|(?<=\d)(?=\. (?:i|and|my|but|also|last|can|the|no)\b))[.!?;]+(?:\s|$)|\s+(?:and then|then|also|but|"
    r"and "
    r"also|otherwise|anyway)\s+|,\s+(?:and|but|so|please|also|can you|could you)\s+"
    r"|\s+so\s+(?=(?:i would (?:rather|prefer|like)|i want|can (?:you|we|i)|could|please|let us|maybe|perhaps|"
    r"no (?:run|long)|move|"
    r"skip|swap|drop|shift|push|cancel|make)\b)"
    r"|,\s+(?=(?:\w+day|tomorrow) (?:off|as planned|stays|free|\d+ ?km?)\b)"
    r"|,\s+(?=(?:just|instead|rather) (?:make|move|shorten|swap|skip|push|cut|ease|turn|do)\b)"
    r"|(?:,|\s+and)\s+(?=(?:please |could you |can you |i would like to |i want to |let us "
    r")?(?:move|swap|skip|make|shift|drop|cancel|put|add|show|tell|shorten|lengthen|change|what|why|how|when|give|"
    r"turn|switch|explain|push|take|remove|undo|reduce|ease|bump|scrap|rest)\b)"
)


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


def clauses(text: str) -> list[str]:
    """The parts of a message that may each want something; lists of days stay together."""
    return [part.strip(" ,") for part in _JOIN.split(text) if part and part.strip(" ,.!?")]


def heard(clause: str) -> Heard:
    """The intents of one normalised clause by weight."""
    weights: dict[str, float] = {}
    for intent, weight, words in PHRASEBOOK:
        said = {match[0]: match.start() for match in phrases(words).finditer(clause)}
        if intent in _OF_THE_BODY:
            said = {match: at for match, at in said.items() if not of_others(clause, at)}
        if intent == "away":
            said = {match: at for match, at in said.items() if not (_GOES.match(match) and of_others(clause, at))}
        if intent in _ONCE_NEGATED and any(_TAKEN_BACK.search(clause[:at]) for at in said.values()):
            weights["keep"] = 4.5
        elif said:
            weights[intent] = max(weights.get(intent, 0), weight) + 0.5 * (len(said) - 1)
    if _IS_OVER.search(clause):  # "that last rep was brutal": it is over, and no wish
        felt = {"tired": 2.5} if "easier" in weights else {}
        weights = felt | {name: weight for name, weight in weights.items() if name not in {"easier", "harder", "size"}}
    if _TO_A_NUMBER.search(clause) or _ONLY_SO_LONG.search(clause):
        weights["size"] = max(weights.get("size", 0), 5.0)
    if _NOT_HURT.search(clause):
        weights.pop("hurt", None)
        weights.pop("ill", None)
    if re.search(r"\bno longer\b", clause):
        weights.pop("size", None)
    if re.search(r"\bno more\b", clause):
        weights.pop("harder", None)
    if len(clause.split()) > 3:
        weights.pop("ok", None)
    if _DO.search(clause):
        weights["move"] = max(weights.get("move", 0), 3.5)
    if _INTO.search(clause):
        weights["retype"] = max(weights.get("retype", 0), 5.0)
    if _FROM_TO.search(clause) or _PLACED.search(clause):
        weights["move"] = max(weights.get("move", 0), 4.0)
    if re.search(r"\bskip (?:to|ahead)\b", clause):
        weights.pop("drop", None)
    if _NOT_ILL.search(clause):
        weights.pop("ill", None)
    if _WAS_ILL.search(clause) and "ill" in weights:
        weights["missed"] = max(weights.pop("ill"), weights.get("missed", 0))
    if _BACK_TO_RUNNING.search(clause):
        weights.pop("undo", None)
    if _PART.search(clause) and _TROUBLE.search(clause) and not _NOT_HURT.search(clause):
        weights["hurt"] = max(weights.get("hurt", 0), 4.0)
    if "hurt" in weights and _SORE_MUSCLES.search(clause) and not _REALLY_HURT.search(clause):
        weights["tired"] = weights.pop("hurt")
    if "well" in weights:
        weights.pop("ill", None)
        weights.pop("hurt", None)
    if _DONE.search(clause) and not _STILL_ASKS.search(clause):
        weights = {name: weight for name, weight in weights.items() if name not in _ACTS} | {"did": 2.5}
    if _THANKS_FOR.search(clause) or ((what := _OBJECT.search(clause)) and not _RUN_WORDS.search(what["what"])):
        weights = {name: weight for name, weight in weights.items() if name not in _ACTS}
    if _NEVER.search(clause):
        weights = {name: weight for name, weight in weights.items() if name not in _ACTS} | {"keep": 5.0}
    if _ASKS_WHY.search(clause):
        weights["why"] = 8.0
    elif _ASKS_WHAT.search(clause):
        weights = {name: weight for name, weight in weights.items() if name not in _ACTS} or {"show": 3.0}
    if _NEGATED.search(clause) and not _ASKS_WHY.search(clause):
        weights = {intent: weight for intent, weight in weights.items() if intent not in _ACTS} | {"keep": 6.0}
    return Heard(clause, tuple(sorted(weights.items(), key=lambda pair: -pair[1])))
