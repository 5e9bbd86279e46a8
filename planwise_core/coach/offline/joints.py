"""What the clauses of one message share: a day told once, a reason and its wish, a verb said once for two runs."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from planwise_core.coach.offline.dates import length_days
from planwise_core.coach.offline.intents import CHANGING, Heard, heard
from planwise_core.coach.offline.moves import both_ends
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.refs import kind_of, named, whens_of
from planwise_core.coach.offline.scene import Scene
from planwise_core.coach.offline.vocabulary import PART, SESSION
from planwise_core.coach.offline.when import WEEKDAY
from planwise_core.training.plan import Plan

_REASONS = frozenset({"busy", "tired", "low"})
_WISHES = frozenset({"move", "swap", "drop", "size", "retype", "easier"})
_TAKES_A_DAY = frozenset({"away", "busy", "rest", "drop", "easier"})
_LEAVES_A_DAY = frozenset({"rest", "away", "busy"})
_BECAUSE = re.compile(r",? (?:because|as (?:i|we) (?:am|are|have|will)|since (?:i|we) (?:am|are|have))\b(?P<why>.*)$")
_RUN = rf"(?:the |my |next |this )*(?:{WEEKDAY}|tomorrow)?(?:'s)? ?(?:{SESSION})?"
_TWICE = re.compile(  # "shorten Saturday to 4 km and Thursday to 5"
    rf"\b(?P<verb>move|shorten|cut|make|change|put|shift|push|bring|extend|lengthen|reduce)\b (?P<one>{_RUN}) "
    rf"(?P<way>to|on) "
    rf"(?P<this>[\w ]{{1,24}}?),? and (?P<other>{_RUN}) (?:to|on) (?P<that>[\w ]+?)(?= please|[,.?!]|$)"
)


_RUN_AND_SIZE = re.compile(
    rf"{_RUN} \d+(?:\.\d)?(?: ?(?:km|k|mi|miles|minutes))?(?: easy)?"
)  # "Thursday off, Saturday 8 km"
_SIZED_TWICE = re.compile(  # "make Thursday 10 km and Sunday 12 km"
    rf"\b(make|do) ({_RUN} (?:to )?\d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)),? and (?={_RUN} (?:to )?\d+(?:\.\d)? "
    rf"?(?:km|k|mi|miles|minutes))"
)
_A_SIZE = r"\d+(?:\.\d)?(?: ?(?:km|k|mi|miles|minutes))?"
_NUMBER_ON_DAY = re.compile(  # "can I do 12 on Sunday and 8 on Saturday"
    rf"\b(?:can i |could i |may i |i will |i want to |let us )?(?:do|run) ({_A_SIZE}) on ({WEEKDAY}|tomorrow),? and "
    rf"({_A_SIZE}) on ({WEEKDAY}|tomorrow)\b"
)
_ANY_OTHER_DAY = re.compile(  # "I can't on the 6th. Any other day that week is ok"
    r"[.,;!]* (?:but |and |so )?"
    r"any (?:other )?day\b[^.!]{0,30}? (?:is|would be|works|suits|will do)"
    r"(?: (?:ok|fine|good|okay|possible|better))?(?=[.!]|$)"
)
_THERE_TOO = re.compile(  # "off to Tenerife from the 9th to the 16th, I'd like to run there but nothing hard"
    r"\b(?:would like|want|can|could|will|plan|hope|might|may|intend|am able)(?: to)? (?:still |also |probably )*"
    r"(?:run|jog|train)(?: \w+){0,2}? (?:there|then|in between|a bit|a little|easy|easily|gently)\b|"
    r"\b(?:has|have|with|there is|got) (?:an? )?(?:\w+ )?(?:gym|treadmill)\b(?!.*\bnot use\b)"
)
_UNUSED = re.compile(r"\b(?:will|would|can|do) not (?:be )?(?:use|using|bother|touch|feel like)\b")
_BECOMES = re.compile(rf"({_RUN}),? (?:{_A_SIZE}) becomes ({_A_SIZE})")  # "Sunday 14 -> 12"
_EXTRA_ON = re.compile(  # "put 3 extra km on Sunday"
    rf"\b(?:put|add|give|stick|throw)(?: me)? (?:an? )?(?:extra )?(\d+(?:\.\d)?) (?:extra |more |additional )?"
    rf"(km|k|miles?|mi|minutes) (?:extra |more )?(?:on|onto|to) ((?:the |my |next |this )*(?:long run|{WEEKDAY}|"
    rf"tomorrow)(?:'s run)?)"
)
_INSTEAD_OF_SIZE = re.compile(  # "run 8 on Saturday instead of 6"
    rf"\b(?:run|do|make it) ({_A_SIZE}) (?:on |this |next |for )*({WEEKDAY}|tomorrow) (?:instead of|rather than|not) "
    rf"{_A_SIZE}"
)
_MADE_INSTEAD = re.compile(  # "make Saturday 4 km instead of 6"
    rf"(\bmake (?:{WEEKDAY}|tomorrow)(?:'s run)? {_A_SIZE}) (?:instead of|rather than|not) {_A_SIZE}"
)
_EASY_FOR_IT = re.compile(  # "swap next Tuesday's intervals for 5 easy miles"
    r"\b(?:swap|switch|change|replace|exchange|turn|trade) ([\w' ]{3,30}?) (?:for|with|to|into|by) (?:an? )?"
    r"(\d+(?:\.\d)?) (?:(km|k|miles|mi|minutes) (?:of )?easy|easy (km|k|miles|mi|minutes))(?: run(?:ning)?| jog)?\b"
)
_DAY_OF_RUN = re.compile(rf"\b(?:next |this )?(?:{WEEKDAY}|tomorrow)(?: (?:this|next) week)?")
_EASY_IN_PLACE = re.compile(  # "no intervals next Tuesday please, just an easy jog of the same length"
    r"\bno ((?:tempo|intervals?|hills?|speed(?:work)?|hard session|fartlek|threshold)"
    rf"(?: (?:run|session|work))?) ((?:on |this |next )*(?:{WEEKDAY}|tomorrow))(?: please)?,? (?:but |just |only |"
    r"rather |make it |do |give me |i will do )+an? easy (?:run|jog|1)(?: of the same (?:length|distance)| instead)*"
)
_OUT_AND_IN = re.compile(  # "take the intervals out next Tuesday and make it an easy run"
    r"\btake (?:out )?((?:the |my )?[\w' ]+?) out( (?:this|next|on|of|in) [\w ]+?)?,? and (?:make (?:it|that)|put in|"
    r"have|give me|"
    r"do|run) ((?:an? )?(?:easy|recovery|tempo|fartlek|steady|progression)(?: run)?)(?: instead| there| then)?(?=$|"
    r"[.,])"
)
_NOT_THE_OLD = re.compile(rf"({_A_SIZE}(?: please)?), not {_A_SIZE}(?=[.!]|$)")  # "only 10k please, not 14"
_DAY_INSTEAD = re.compile(  # "and Sunday 12 instead of 14"
    rf"(?<!make )\b({WEEKDAY}|tomorrow) ({_A_SIZE}) (?:instead of|rather than|not) {_A_SIZE}"
)
_INSTEAD_ON = re.compile(  # "16 instead of 14 on Sunday"
    rf"\b({_A_SIZE}) (?:instead of|rather than|not) (?:the )?{_A_SIZE} (?:on |for |this |next )*({WEEKDAY}|tomorrow)\b"
)
_CAN_BE = re.compile(  # "can tomorrow's 5 be a 3?"
    rf"\b(?:can|could|may|should) ((?:the |my |this |next )*(?:{WEEKDAY}|tomorrow|today))(?:'s)?"
    rf"(?: \d+(?:\.\d)? ?(?:km|k|mi|miles)?)? be (?:an? |just |only )*({_A_SIZE})\b"
    rf"(?: (?:rather than|instead of|not) (?:{_A_SIZE}|an? distance|the distance))?"
)
_A_DAY = rf"(?:(?:on |the |this |next )*(?:{WEEKDAY}|tomorrow)(?: next week| this week)?|(?:on )?20\d\d-\d\d-\d\d)"
_STRIDES_ON = re.compile(  # "can we add strides on Thursday"
    rf"\b(?:can (?:we|you|i) |could (?:we|you|i) )?(?:add|put|do|include) (?:some )?strides (?:in )?(?:on|to|"
    rf"after) (?:the |my )?"
    rf"((?:next |this )?(?:{WEEKDAY}|tomorrow))(?:'s)?(?: run| easy run)?\b"
)
_NOT_THAT_DAY = re.compile(  # "can the long run go on Saturday 19 December instead of the Sunday?"
    rf"(\b(?:go|be|move|do|run|have)\b[^,.;]{{0,30}}? (?:on|to) [^,.;]{{3,30}}?)(?: that week)? (?:instead of|"
    rf"rather than) (?:on )?"
    rf"the {WEEKDAY}\b"
)
_NEVER_THERE = re.compile(  # "the gym class on Monday evening stays, so please never put a run there"
    rf"\b({WEEKDAY})\b[^.;]*?[,.;] (?:so |and )?(?:please )?(?:never|do not ever) (?:put|plan|schedule|"
    rf"give me) (?:a |any |me )*"
    r"(?:runs?|anything|sessions?|training) (?:there|then|on it|that day)\b"
)
_EASY_WEEKS = re.compile(  # "two easy weeks please"
    r"^(?:can i have |i need |give me |i want |let us do |i would like )?(?:the next )?(\d) (?:easy|easier|light|"
    r"lighter|quiet|recovery) "
    r"weeks\b(?! (?:over|at|in|around|before|after|from))"
)
_PLAIN = {"shortened": "shorten", "cut": "cut", "reduced": "reduce", "extended": "extend", "lengthened": "lengthen",
          "moved": "move", "shifted": "move", "pushed": "move"}  # fmt: skip
_WANTED_SO = re.compile(  # "I just wanted Sunday shortened to 10"
    rf"\b(?:i )?(?:just |only )?want(?:ed)? (?:to have )?({_RUN}) ({'|'.join(_PLAIN)}) to\b"
)
_BETTER_ON = re.compile(  # "next Tuesday is no good, Wednesday would be better"
    rf"(?:\b(?:i|we) can not (?:do|make|run|manage) (?:on )?(?P<one>{_A_DAY})|(?P<other>{_A_DAY}) (?:is|will be) "
    r"(?:no good|no use|out|impossible|bad|not possible|tricky|off))[,.;:!]+ (?:but |and |so |maybe |could we do |"
    r"can we do )*"
    rf"(?P<there>(?:the )?{WEEKDAY}) (?:(?:is|would be|will be|works|suits|looks)(?: \w+){{0,2}}? )?(?:better|fine|ok|"
    r"good|possible|instead)\b"
)
_RUN_CAN_BE = re.compile(  # "could the intervals on 1 Dec be 7k only"
    r"\b(?:can|could|may|should) ((?:the |my )?(?:long run|tempo|intervals|easy run|run|session)(?: (?:on|"
    r"of) [^,.;?]{3,24}?)?) be "
    rf"(?:just |only )*({_A_SIZE})(?: only)?\b"
)
_ONLY_ON = re.compile(  # "this Sunday only 10 km please, I'm knackered"
    rf"^(?:this |next |on )*(?!\w+days\b)({WEEKDAY}|tomorrow) (?:only|just|max) ({_A_SIZE})\b(?! (?:on|for|"
    rf"from)\b)(?: please)?"
    r"(?P<why>,? (?=i am\b|my\b))?"
)
_PLENTY = re.compile(  # "10 miles is plenty for the long one on 24 January"
    rf"\b({_A_SIZE}) (?:is|would be|will be) (?:plenty|enough|fine) (?:for|on) ((?:the |my )?(?:long run|long one|"
    rf"long 1|run|tempo)"
    rf"(?: (?:on|of) [^,.;?]{{3,24}})?|(?:this |next )?(?:{WEEKDAY}|tomorrow))[^.!?]*"
)
_MAY_BE = re.compile(  # "Saturday's can be 8 km instead"
    rf"\b((?:the |my |this |next )*(?:{WEEKDAY}|tomorrow))(?:'s)?(?: run)? (?:can|could|should|may) (?:just |"
    rf"only )?be ({_A_SIZE})"
    r"(?: instead)?\b"
)
_HAPPENS_INSTEAD = re.compile(  # "Sunday's long run will not happen. Saturday morning instead?"
    rf"\b((?:the |my )?(?:{WEEKDAY}'s )?(?:long run|run|session|tempo|intervals|easy run)) (?:will not happen|is off|"
    rf"can not happen|"
    rf"is out|is not happening)[.,;!]+ (?:can (?:i|we) do (?:it )?|maybe |how about |what about )?(?:on )?({WEEKDAY}|"
    rf"tomorrow)"
    r"(?: morning| evening| night| afternoon)? (?:instead|then|maybe|perhaps)\b"
)
_TOO_FAR = re.compile(  # "14 feels like a stretch this Sunday. 12 and I'd be happy"
    rf"\b(?:nearly |about |around )?{_A_SIZE} (?:is|feels|seems|sounds|looks)(?: like)?(?: a bit| rather| quite| way| "
    rf"probably)? "
    rf"(?:too (?:far|much|long)|a (?:stretch|lot|big ask)|far|long|much)(?: (?:on|for|this|next))* ({WEEKDAY}|tomorrow)"
    rf"[.,;!]+ (?:can (?:we|you|i) |could (?:we|you|i) |maybe |let us |how about |what about |make it |perhaps |say |"
    rf"do |but )*"
    rf"({_A_SIZE})\b[^.!?]*"
)
_TOO_LONG = re.compile(  # "the long run on the 20th is too long for me, 14 would be plenty"
    rf"\b((?:the |my )?(?:long run|run|session|tempo|{WEEKDAY})[^,.;]{{0,40}}?) (?:is|feels|seems|looks)(?: a bit| "
    rf"way| far)? too "
    rf"(?:long|far|much)(?: for me)?[,.;]+ (?:maybe |perhaps |say |let us do |make it )*({_A_SIZE}) "
    r"(?:(?:would be|is|will be) (?:plenty|enough|fine|better|ok|good|grand)|would do|will do|instead|please|"
    r"max)\b[^.!?]*"
)
_MADE_IT = re.compile(  # "Sundays 14k - make it 11"
    rf"\b(?:the |my |this |next )*({WEEKDAY}|tomorrow)(?:'?s)?(?: run| "
    rf"long run)?(?: is)? {_A_SIZE}[ ,;:-]+(?:can you |could you "
    rf"|please |just )*(?:make|cut|drop|take|bring) (?:it|that) (?:down |up )?(?:to )?({_A_SIZE})\b"
)
_ONLY_SIZES = re.compile(rf"({_RUN}) ({_A_SIZE})(?:,| and|, and) ({_RUN}) ({_A_SIZE})[.!]?")  # "tomorrow 5, Saturday 7"
_OFF_TWICE = re.compile(  # "take 3 km off Sunday and 1 km off Thursday"
    rf"\b(take|knock|cut|trim|shave) (\d+ ?\w+) off ({_RUN}),? and (\d+ ?\w+) off ({_RUN})(?=$|[,.])"
)


def said_whole(text: str) -> str:
    """A message in which a verb said once for two runs is said for both: "shorten Saturday …, shorten Thursday …"."""
    text = _NUMBER_ON_DAY.sub(lambda found: f"make {found[2]} {found[1]}, make {found[4]} {found[3]}", text)
    text = _ANY_OTHER_DAY.sub(" any other day", text)
    text = _BECOMES.sub(r"make \1 \2", text)
    text = _STRIDES_ON.sub(r"turn \1's run into an easy run with strides", text)
    text = _NOT_THAT_DAY.sub(r"\1", text)
    text = _NEVER_THERE.sub(lambda found: f"never on {found[1].rstrip('s')}s from now on", text)
    text = _EASY_WEEKS.sub(r"make the next \1 weeks easier", text)
    text = _WANTED_SO.sub(lambda found: f"{_PLAIN[found[2]]} {found[1]} to", text)
    text = _BETTER_ON.sub(_moved_over, text)
    text = _HAPPENS_INSTEAD.sub(r"move \1 to \2", text)
    text = _PLENTY.sub(r"make \2 \1", _ONLY_ON.sub(_only_on, text))
    for size in (_CAN_BE, _RUN_CAN_BE, _MAY_BE, _TOO_FAR, _TOO_LONG, _MADE_IT):
        text = size.sub(r"make \1 \2", text)
    text = _EXTRA_ON.sub(r"make \3 \1 \2 longer", text)
    text = _INSTEAD_OF_SIZE.sub(r"make \2 \1", text)
    text = _MADE_INSTEAD.sub(r"\1", text)
    text = _EASY_FOR_IT.sub(_easy_of_a_size, text)
    text = _EASY_IN_PLACE.sub(r"turn the \1 \2 into an easy run", text)
    text = _OUT_AND_IN.sub(r"turn \1\2 into \3", text)
    text = _NOT_THE_OLD.sub(r"\1", text)
    text = _DAY_INSTEAD.sub(r"make \1 \2", text)
    text = _INSTEAD_ON.sub(r"make \2 \1", text)
    if pair := _ONLY_SIZES.fullmatch(text):
        text = f"make {pair[1]} {pair[2]}, make {pair[3]} {pair[4]}"
    text = _SIZED_TWICE.sub(r"\1 \2, \1 ", text)
    text = _OFF_TWICE.sub(r"\1 \2 off \3, \1 \4 off \5", text)
    found = _TWICE.search(text)
    if found is None or found["one"] in found["that"] or found["this"].strip() in found["other"]:
        return text  # "Saturday to Sunday and Sunday to Saturday" is a swap
    verb, way, that = found["verb"], found["way"], found["that"]
    unit = re.search(r"\d+ ?(km|k|mi|miles?|minutes)\b", found["this"])
    if unit and re.fullmatch(r"\d+(?:\.\d+)?", that):
        that = f"{that} {unit[1]}"
    both = f"{verb} {found['one']} {way} {found['this']}, {verb} {found['other']} {way} {that}"
    return text[: found.start()] + both + text[found.end() :]


def _only_on(found: re.Match[str]) -> str:
    return f"make {found[1]} {found[2]}{', because ' if found['why'] else ''}"


def _moved_over(found: re.Match[str]) -> str:
    day = re.sub(r"^(?:on |the )+", "", found["one"] or found["other"])
    return f"move {day}'s run to {found['there']}"


def _easy_of_a_size(found: re.Match[str]) -> str:
    run, day = found[1], _DAY_OF_RUN.search(found[1])
    return f"turn {run} into an easy run, make {day[0] if day else 'it'} {found[2]} {found[3] or found[4]}"


def without_because(text: str, scene: Scene) -> str:
    """A message without the reason behind its wish; illness and pain are more than reasons and stay."""
    found = _BECAUSE.search(text)
    if found is None:
        return text
    wish = text[: found.start()]
    wishes = [part for part in map(heard, clauses(wish)) if part.intent in CHANGING]
    is_told = wishes and (whens_of(wish, scene) or kind_of(wish))
    more = {part.intent for part in map(heard, clauses(found["why"]))} & {"ill", "hurt"}
    return wish if is_told and not more else text


def joined_up(parts: list[Heard], scene: Scene) -> list[Heard]:
    """The clauses in the order to answer them: a reason gives way to its wish, a day told once counts for both."""
    parts = _running_there(parts, scene)
    intents = {part.intent for part in parts}
    if intents & _WISHES:
        parts = [part for part in parts if part.intent not in _REASONS or _is_own(part, parts, scene)]
        parts = [part for part in parts if not _only_tells_why(part, parts, scene)]
    parts = [part for at, part in enumerate(parts) if not _says_again(part, parts[:at])]
    parts = [part for at, part in enumerate(parts) if not _complains_first(part, parts[at + 1 :])]
    if intents & {"move", "swap"}:
        moved = " ".join(part.text for part in parts if part.intent in {"move", "swap"})
        there = {when.first for when in whens_of(moved, scene)} | {
            each.date for each in named(moved, scene, whens_of(moved, scene)[:1])[:1] if kind_of(moved)
        }
        parts = [part for part in parts if part.intent != "rest" or not _days(part, scene) <= there]
        parts = sorted(
            parts,
            key=lambda part: (part.intent != "drop" or not _days(part, scene) <= there, part.intent in _LEAVES_A_DAY),
        )
    parts = sorted(parts, key=lambda part: part.intent == "add")  # there is room after what is taken out
    if intents & CHANGING:
        parts = [heard(f"make {part.text}") if _RUN_AND_SIZE.fullmatch(part.text) else part for part in parts]
    return [_with_day(part, parts, scene) for part in _with_verb(parts, scene)]


def is_done(part: Heard, scene: Scene) -> bool:
    """Whether a day is free already that a clause says there is no time on: what stood there has been moved."""
    days = _days(part, scene)
    return part.intent in _LEAVES_A_DAY and bool(days) and not any(each.date in days for each in scene.open)


def _running_there(parts: list[Heard], scene: Scene) -> list[Heard]:
    """Away with the running shoes: the runs of those days become easy ones instead of being taken out."""
    away = next((part for part in parts if part.intent == "away" and whens_of(part.text, scene)), None)
    if away is None or not any(_THERE_TOO.search(part.text) for part in parts) or _UNUSED.search(parts[-1].text):
        return parts
    whens = whens_of(away.text, scene)
    span = f"from {whens[0].first.isoformat()} to {whens[-1].last.isoformat()}"
    said = {"away", "busy"}  # by the wish that takes their place, as is "nothing hard"
    others = [part for part in parts if part.intent not in said and not _THERE_TOO.search(part.text)]
    others = [part for part in others if part.intent != "easier" or whens_of(part.text, scene)]
    return [heard(f"make the runs {span} easier"), *others]


def _only_tells_why(part: Heard, parts: list[Heard], scene: Scene) -> bool:
    """ "Make week 6 lighter, I'm moving house": away at no time of its own, beside a wish that names one."""
    if part.intent != "away" or whens_of(part.text, scene) or length_days(part.text):
        return False
    return any(each.intent in _WISHES and whens_of(each.text, scene) for each in parts)


def _complains_first(part: Heard, after: list[Heard]) -> bool:
    """ "It is too much. Can you cut the next three weeks?": the first sentence is the reason of the second."""
    complains = (
        part.intent in {"easier", "harder", "size"}
        and not (
            part.intent == "size" and re.search(r"\d", part.text) and not re.search(r"\btoo (?:far|long)\b", part.text)
        )
        and re.search(r"\b(?:too|overwhelm\w*|dread\w*|keep up|in the tank)\b", part.text)
    )
    return bool(complains and any(each.intent in {part.intent, "size"} for each in after))


def _says_again(part: Heard, before: list[Heard]) -> bool:
    """ "The Tuesday sessions are too hard, can you make them easier": one wish, said with its reason first."""
    if part.intent == "size" and _CUTS.match(part.text):  # "only 40 minutes tomorrow, can you cut the run down?"
        return any(each.intent == "size" and re.search(r"\d", each.text) for each in before)
    is_it = re.search(r"\b(?:it|them|these|those)\b", part.text) and not kind_of(part.text)
    return bool(is_it and part.intent in {"easier", "drop"} and any(part.intent == each.intent for each in before))


_CUTS = re.compile(
    r"(?:can you |could you |please |so )*(?:cut|shorten|trim) (?:the run|it|that|20\S+ [a-z ]+?)(?: down| "
    r"short)?\b(?! (?:to|by) \d)"
)
_VERBS = {"away": "i am away", "busy": "i am away", "rest": "no run", "drop": "skip"}
_ONLY_WORDS_OF_TIME = re.compile(
    r"(?:\b(?:and|also|again|then|from|on|the|to|till?|until|as well|too|plus|"
    r"in|over|for|maybe|of|please|later)\b|[\s,&_-])*"
)


def _with_verb(parts: list[Heard], scene: Scene) -> list[Heard]:
    """ "Away from the 3rd to the 9th and then from the 20th to the 27th": bare dates take the verb before them."""
    whole: list[Heard] = []
    verb = ""
    for part in parts:
        whens = whens_of(part.text, scene)
        bare = part.text
        for when in whens:
            bare = bare.replace(when.words, "_")
        if verb and whens and part.intent is None and _ONLY_WORDS_OF_TIME.fullmatch(bare):
            part = replace(heard(f"{verb} {part.text}"), text=f"{verb} {part.text}")
        verb = _VERBS.get(part.intent or "", "")
        whole.append(part)
    return whole


def _days(part: Heard, scene: Scene) -> set[dt.date]:
    return {day for when in whens_of(part.text, scene) for day in (when.first, when.last)}


def _is_own(part: Heard, parts: list[Heard], scene: Scene) -> bool:
    """Whether a reason is a wish as well: its day is none of those that wishes beside it name with their runs."""
    wishes = [each for each in parts if each.intent in _WISHES]
    if not wishes:
        return True
    busy = _days(part, scene)
    if part.intent != "busy" or not busy:
        return False
    return not any(busy & _touched(wish, scene) or not _names_its_run(wish, scene) for wish in wishes)


def _touched(wish: Heard, scene: Scene) -> set[dt.date]:
    whens = whens_of(wish.text, scene)
    return _days(wish, scene) | {
        each.date for each in named(wish.text, scene, whens[:1]) or named(wish.text, scene, ())
    }


def _names_its_run(wish: Heard, scene: Scene) -> bool:
    days = len(both_ends(whens_of(wish.text, scene), scene))
    return kind_of(wish.text) is not None or days > (1 if wish.intent in {"move", "swap"} else 0)


def _with_day(part: Heard, parts: list[Heard], scene: Scene) -> Heard:
    """ "School is closed on Thursday. No run.": the day of the first clause is meant by the second."""
    if part.intent not in _TAKES_A_DAY or whens_of(part.text, scene):
        return part
    for other in parts:
        days = [when for when in whens_of(other.text, scene) if when.first >= scene.today]
        if part.intent in {"drop", "easier"}:  # a week is made easier, a day's run is dropped
            days = [when for when in days if when.kind == ("day" if part.intent == "drop" else "span")]
        if kind_of(part.text) and not named(part.text, scene, days):
            continue
        if other is not part and days and other.intent not in CHANGING - _TAKES_A_DAY:
            first, last = days[0].first.isoformat(), days[-1].last.isoformat()
            return replace(part, text=f"{part.text} {f'on {first}' if first == last else f'from {first} to {last}'}")
    return part


def followed(text: str, was: Plan | None, now: Plan | None) -> str:
    """A clause that names a run by the day it stood on, after an earlier clause has moved it: by its new day."""
    for each in was.workouts if was and now else ():
        moved = now.by_id.get(each.id) if now else None
        if moved and moved.date != each.date:
            name = each.title.lower()
            text = text.replace(f"{each.date.isoformat()}'s {name}", f"{moved.date.isoformat()}'s {name}")
    return text


_BODY = re.compile(rf"\b(?:{PART})\b")


def of_one_pain(parts: list[Heard]) -> list[Heard]:
    """The clauses, with those that tell more of the same pain in one: "rolled my ankle this morning, it's swollen"."""
    pains = [part for part in parts if part.intent == "hurt"]
    named_ = [part for part in pains if _BODY.search(part.text)]
    if len(pains) < 2 or len(named_) != 1:
        return parts
    whole = replace(named_[0], text=", ".join(part.text for part in pains))
    return [whole if part is named_[0] else part for part in parts if part is named_[0] or part not in pains]
