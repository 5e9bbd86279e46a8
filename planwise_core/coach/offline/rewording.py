"""What is said in a roundabout way, in plain words: "14 is too far on Sunday, 12 is fine" is "make Sunday 12".

Each rewording is a pattern and what takes its place; they are tried in order, on a normalised message.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from planwise_core.coach.offline.vocabulary import SESSION
from planwise_core.coach.offline.when import MONTHS, WEEKDAY

RUN = rf"(?:the |my |next |this )*(?:{WEEKDAY}|tomorrow)?(?:'s)? ?(?:{SESSION})?"
SIZE = r"\d+(?:\.\d)?(?: ?(?:km|k|mi|miles|minutes))?"
_HARD = r"(?:tempo|intervals?|hills?|speed(?:work)?|hard session|fartlek|threshold|quality)"
_A_DAY = rf"(?:(?:on |the |this |next )*(?:{WEEKDAY}|tomorrow)(?: next week| this week)?|(?:on )?20\d\d-\d\d-\d\d)"
_DAY_OF_RUN = re.compile(rf"\b(?:next |this )?(?:{WEEKDAY}|tomorrow)(?: (?:this|next) week)?")
_PLAIN = {"shortened": "shorten", "cut": "cut", "reduced": "reduce", "extended": "extend", "lengthened": "lengthen",
          "moved": "move", "shifted": "move", "pushed": "move"}  # fmt: skip


def _only_on(found: re.Match[str]) -> str:
    return f"make {found[1]} {found[2]}{', because ' if found['why'] else ''}"


def _moved_over(found: re.Match[str]) -> str:
    day = re.sub(r"^(?:on |the )+", "", found["one"] or found["other"])
    return f"move {day}'s run to {found['there']}"


def _easy_of_a_size(found: re.Match[str]) -> str:
    run, day = found[1], _DAY_OF_RUN.search(found[1])
    return f"turn {run} into an easy run, make {day[0] if day else 'it'} {found[2]} {found[3] or found[4]}"


_REWORDINGS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    # "can I do 12 on Sunday and 8 on Saturday"
    (
        rf"\b(?:can i |could i |may i |i will |i want to |let us )?(?:do|run) ({SIZE}) on ({WEEKDAY}|tomorrow),? and "
        rf"({SIZE}) on ({WEEKDAY}|tomorrow)\b",
        lambda found: f"make {found[2]} {found[1]}, make {found[4]} {found[3]}",
    ),
    # "I can't on the 6th. Any other day that week is ok"
    (
        r"[.,;!]* (?:but |and |so )?"
        r"any (?:other )?day\b[^.!]{0,30}? (?:is|would be|works|suits|will do)"
        r"(?: (?:ok|fine|good|okay|possible|better))?(?=[.!]|$)",
        " any other day",
    ),
    # "Sunday 14 -> 12"
    (rf"({RUN}),? (?:{SIZE}) becomes ({SIZE})", r"make \1 \2"),
    # "can we add strides on Thursday"
    (
        rf"\b(?:can (?:we|you|i) |could (?:we|you|i) )?(?:add|put|do|include) (?:some )?strides (?:in )?(?:on|to|"
        rf"after) (?:the |my )?"
        rf"((?:next |this )?(?:{WEEKDAY}|tomorrow))(?:'s)?(?: run| easy run)?\b",
        r"turn \1's run into an easy run with strides",
    ),
    # "can the long run go on Saturday 19 December instead of the Sunday?"
    (
        rf"(\b(?:go|be|move|do|run|have)\b[^,.;]{{0,30}}? (?:on|to) [^,.;]{{3,30}}?)(?: that week)? (?:instead of|"
        rf"rather than) (?:on )?"
        rf"the {WEEKDAY}\b",
        r"\1",
    ),
    # "the gym class on Monday evening stays, so please never put a run there"
    (
        rf"\b({WEEKDAY})\b[^.;]*?[,.;] (?:so |and )?(?:please )?(?:never|do not ever) (?:put|plan|schedule|"
        rf"give me) (?:a |any |me )*"
        r"(?:runs?|anything|sessions?|training) (?:there|then|on it|that day)\b",
        lambda found: f"never on {found[1].rstrip('s')}s from now on",
    ),
    # "two easy weeks please"
    (
        r"^(?:can i have |i need |give me |i want |let us do |i would like )?(?:the next )?(\d) (?:easy|easier|light|"
        r"lighter|quiet|recovery) "
        r"weeks\b(?! (?:over|at|in|around|before|after|from))",
        r"make the next \1 weeks easier",
    ),
    # "I just wanted Sunday shortened to 10"
    (
        rf"\b(?:i )?(?:just |only )?want(?:ed)? (?:to have )?({RUN}) ({'|'.join(_PLAIN)}) to\b",
        lambda found: f"{_PLAIN[found[2]]} {found[1]} to",
    ),
    # "next Tuesday is no good, Wednesday would be better"
    (
        rf"(?:\b(?:i|we) can not (?:do|make|run|manage) (?:on )?(?P<one>{_A_DAY})|(?P<other>{_A_DAY}) (?:is|will be) "
        r"(?:no good|no use|out|impossible|bad|not possible|tricky|off))[,.;:!]+ (?:but |and |so |maybe |could we do |"
        r"can we do )*"
        rf"(?P<there>(?:the )?{WEEKDAY}) (?:(?:is|would be|will be|works|suits|looks)(?: \w+){{0,2}}? )?(?:better|"
        rf"fine|ok|"
        r"good|possible|instead)\b",
        _moved_over,
    ),
    # "dentist tomorrow evening so I can't run. Today is wide open though"
    (
        rf"\b(?P<one>{_A_DAY})(?P<other>)[^.;!?]{{0,40}}?\b(?:can not|will not)(?: (?:run|train|make it|do it|go))?"
        rf"[.,;!]+ (?:but )?(?P<there>{WEEKDAY}|today)(?:'s| is) (?:wide |totally |completely )?(?:open|free|clear)"
        r"(?: though| instead| however)?(?=$|[.,!])",
        _moved_over,
    ),
    # "Sunday's long run will not happen. Saturday morning instead?"
    (
        rf"\b((?:the |my )?(?:{WEEKDAY}'s )?(?:long run|run|session|tempo|intervals|easy run)) (?:will not happen|"
        rf"is off|"
        rf"can not happen|"
        rf"is out|is not happening)[.,;!]+ (?:can (?:i|we) do (?:it )?|maybe |how about |"
        rf"what about )?(?:on )?({WEEKDAY}|"
        rf"tomorrow)"
        r"(?: morning| evening| night| afternoon)? (?:instead|then|maybe|perhaps)\b",
        r"move \1 to \2",
    ),
    # "this Sunday only 10 km please, I'm knackered"
    (
        rf"^(?:this |next |on )*(?!\w+days\b)({WEEKDAY}|tomorrow) (?:only|just|max) ({SIZE})\b(?! (?:on|for|"
        rf"from)\b)(?: please)?"
        r"(?P<why>,? (?=i am\b|my\b))?",
        _only_on,
    ),
    # "10 miles is plenty for the long one on 24 January"
    (
        rf"\b({SIZE}) (?:is|would be|will be) (?:plenty|enough|fine) (?:for|on) ((?:the |my )?(?:long run|long one|"
        rf"long 1|run|tempo)"
        rf"(?: (?:on|of) [^,.;?]{{3,24}})?|(?:this |next )?(?:{WEEKDAY}|tomorrow))[^.!?]*",
        r"make \2 \1",
    ),
    # "can tomorrow's 5 be a 3?"
    (
        rf"\b(?:can|could|may|should) ((?:the |my |this |next )*(?:{WEEKDAY}|tomorrow|today))(?:'s)?"
        rf"(?: \d+(?:\.\d)? ?(?:km|k|mi|miles)?)? be (?:an? |just |only )*({SIZE})\b"
        rf"(?: (?:rather than|instead of|not) (?:{SIZE}|an? distance|the distance))?",
        r"make \1 \2",
    ),
    # "could the intervals on 1 Dec be 7k only"
    (
        r"\b(?:can|could|may|should) ((?:the |my )?(?:long run|tempo|intervals|easy run|run|session)(?: (?:on|"
        r"of) [^,.;?]{3,24}?)?) be "
        rf"(?:just |only )*({SIZE})(?: only)?\b",
        r"make \1 \2",
    ),
    # "Saturday's can be 8 km instead"
    (
        rf"\b((?:the |my |this |next )*(?:{WEEKDAY}|tomorrow))(?:'s)?(?: run)? (?:can|could|should|may) (?:just |"
        rf"only )?be ({SIZE})"
        r"(?: instead)?\b",
        r"make \1 \2",
    ),
    # "14 feels like a stretch this Sunday. 12 and I'd be happy"
    (
        rf"\b(?:nearly |about |around )?{SIZE} (?:is|feels|seems|sounds|looks)(?: like)?(?: a bit| rather| quite| way| "
        rf"probably)? "
        rf"(?:too (?:far|much|long)|a (?:stretch|lot|big ask)|far|long|much)(?: (?:on|for|this|next))* ({WEEKDAY}|"
        rf"tomorrow)"
        rf"[.,;!]+ (?:can (?:we|you|i) |could (?:we|you|i) |maybe |let us |how about |what about |make it |perhaps |"
        rf"say |"
        rf"do |but )*"
        rf"({SIZE})\b[^.!?]*",
        r"make \1 \2",
    ),
    # "the long run on the 20th is too long for me, 14 would be plenty"
    (
        rf"\b((?:the |my )?(?:long run|run|session|tempo|{WEEKDAY})[^,.;]{{0,40}}?) (?:is|feels|seems|looks)(?: a bit| "
        rf"way| far)? too "
        rf"(?:long|far|much)(?: for me)?[,.;]+ (?:maybe |perhaps |say |let us do |make it )*({SIZE}) "
        r"(?:(?:would be|is|will be) (?:plenty|enough|fine|better|ok|good|grand)|would do|will do|instead|please|"
        r"max)\b[^.!?]*",
        r"make \1 \2",
    ),
    # "Sundays 14k - make it 11"
    (
        rf"\b(?:the |my |this |next )*({WEEKDAY}|tomorrow)(?:'?s)?(?: run| "
        rf"long run)?(?: is)? {SIZE}[ ,;:-]+(?:can you |could you "
        rf"|please |just )*(?:make|cut|drop|take|bring) (?:it|that) (?:down |up )?(?:to )?({SIZE})\b",
        r"make \1 \2",
    ),
    # "put 3 extra km on Sunday"
    (
        rf"\b(?:put|add|give|stick|throw)(?: me)? (?:an? )?(?:extra )?(\d+(?:\.\d)?) (?:extra |more |additional )?"
        rf"(km|k|miles?|mi|minutes) (?:extra |more )?(?:on|onto|to) ((?:the |my |next |this )*(?:long run|{WEEKDAY}|"
        rf"tomorrow)(?:'s run)?)",
        r"make \3 \1 \2 longer",
    ),
    # "run 8 on Saturday instead of 6"
    (
        rf"\b(?:run|do|make it) ({SIZE}) (?:on |this |next |for )*({WEEKDAY}|tomorrow) (?:instead of|rather than|not) "
        rf"{SIZE}",
        r"make \2 \1",
    ),
    # "make Saturday 4 km instead of 6"
    (rf"(\bmake (?:{WEEKDAY}|tomorrow)(?:'s run)? {SIZE}) (?:instead of|rather than|not) {SIZE}", r"\1"),
    # "swap next Tuesday's intervals for 5 easy miles"
    (
        r"\b(?:swap|switch|change|replace|exchange|turn|trade) ([\w' ]{3,30}?) (?:for|with|to|into|by) (?:an? )?"
        r"(\d+(?:\.\d)?) (?:(km|k|miles|mi|minutes) (?:of )?easy|easy (km|k|miles|mi|minutes))(?: run(?:ning)?| "
        r"jog)?\b",
        _easy_of_a_size,
    ),
    # "no intervals next Tuesday please, just an easy jog of the same length"
    (
        rf"\bno ({_HARD}(?: (?:run|session|work))?) ((?:on |this |next )*(?:{WEEKDAY}|tomorrow))(?: please)?,? "
        rf"(?:but |just |only |"
        r"rather |make it |do |give me |i will do )+an? easy (?:run|jog|1)(?: of the same (?:length|distance)| "
        r"instead)*",
        r"turn the \1 \2 into an easy run",
    ),
    # "next Tuesday no intervals please, just an easy jog"
    (
        rf"^((?:on |next |this )*(?:{WEEKDAY}|tomorrow)),? no ({_HARD})(?: please)?,? (?:but |just |only |rather |"
        r"make it |do |give me )+an? (?:nice |gentle |slow )?easy (?:run|jog|1)\b",
        r"turn the \2 \1 into an easy run",
    ),
    # "take the intervals out next Tuesday and make it an easy run"
    (
        r"\btake (?:out )?((?:the |my )?[\w' ]+?) out( (?:this|next|on|of|in) [\w ]+?)?,? and (?:make (?:it|that)|"
        r"put in|"
        r"have|give me|"
        r"do|run) ((?:an? )?(?:easy|recovery|tempo|fartlek|steady|progression)(?: run)?)(?: instead| there| then)?(?=$|"
        r"[.,])",
        r"turn \1\2 into \3",
    ),
    # "I'm going to drop down to the 10k"
    (
        r"\b(?:i (?:am|will) )?(?:going to |want to |would like to )?(?:drop|step|move|switch|go) (?:down|up|back) to "
        r"(?:the |an? )?(5 ?km?|10 ?km?|half marathon|half|marathon)\b",
        r"change my goal to the \1",
    ),
    # "can I do tomorrow's 5k today", "can Thursday's run happen today"
    (
        rf"\b(?:can|could|may) (?:(?:i|we) (?:do|run) )?(?:the |my )?((?:{WEEKDAY}|tomorrow)'s)"
        rf"(?: (?:{SESSION}|\d+(?:\.\d)? ?(?:km|k|miles?)))?(?: (?:happen|be|be done|go|take place))?(?: already)?"
        rf"(?: on)? (today|tomorrow|{WEEKDAY})(?: instead| already)?(?=$|[,.?!])",
        r"move \1 run to \2",
    ),
    # "next week looks like a lot, can you trim it a bit"
    (
        r"\b((?:this|next) week|week \d+)(?:'s plan)? (?:looks|is|seems|feels)(?: like)?(?: a bit| quite| "
        r"rather)? (?:a lot|"
        r"much|too much|heavy|big|brutal|hard|tough)[,.;]+ (?:so )?(?:can|could) (?:you|we) (?:trim|cut|ease|"
        r"lighten|tone|"
        r"dial|reduce|shorten|bring) (?:it|that)(?: down| back)?(?: a bit| a little| somewhat)?",
        r"make \1 easier",
    ),
    # "no more speedwork until the new year, I just want to plod"
    (
        rf"\bno (?:more )?{_HARD}(?: work| sessions?| runs?)? (?=(?:until|till|before)\b(?! (?:i|further|we|my|it)\b))",
        "only easy runs ",
    ),
    # "15 Dec please an easy run, not tempo"
    (
        rf"(?:^|(?<=[,.;] )|(?<=and ))(?:on |for )?((?:next |this )?{WEEKDAY}|tomorrow|(?:the )?\d{{1,2}}(?:st|nd|"
        rf"rd|th)?(?: of)? (?:{'|'.join(MONTHS)})|"
        rf"20\d\d-\d\d-\d\d)[,:]? (?:please )?(?:can i have |give me |make it |do )?(?:an? )?(easy|recovery|steady)"
        rf"(?: run| jog)?,? (?:please )?(?:not|instead of|rather than|no) (?:the |an? )?{_HARD}\b",
        r"turn the run on \1 into an \2 run",
    ),
    # "take out Thursday the 10th and put it on Wednesday the 9th"
    (
        r"\b(?:take|lift|pull) (?:out )?((?:the |my )?[^,.;]{3,40}?)(?: out)?,? (?:and|then) (?:put|stick|drop|"
        r"slot|pop) "
        r"(?:it|that) (?:back )?(?:in )?(?:on|to) ",
        r"move \1 to ",
    ),
    # "the only days I have next week are Tuesday and Sunday"
    (
        rf"\b(?:the|my) only (?:\w+ )?days(?: (?:i (?:have|can run|can do|am free|get)|that work|free|available|left))*"
        rf"( (?:this|next) week)?(?: to run)? are ((?:{WEEKDAY}(?:,? and |, | & )?)+)",
        r"i can only run on \2\1",
    ),
    # "Tue, Wed, Sat and Sun are my running days now"
    (
        rf"\b((?:{WEEKDAY}s?(?:,? and |, | & | )?){{2,6}}) (?:are|is) (?:now )?(?:my|the) (?:new )?(?:running |run |"
        r"training )?days(?: (?:now|from now on))?\b",
        r"i can only run on \1 from now on",
    ),
    # "only 10k please, not 14"
    (rf"({SIZE}(?: please)?), not {SIZE}(?=[.!]|$)", r"\1"),
    # "and Sunday 12 instead of 14"
    (rf"(?<!make )\b({WEEKDAY}|tomorrow) ({SIZE}) (?:instead of|rather than|not) {SIZE}", r"make \1 \2"),
    # "16 instead of 14 on Sunday"
    (
        rf"\b({SIZE}) (?:instead of|rather than|not) (?:the )?{SIZE} (?:on |for |this |next )*({WEEKDAY}|tomorrow)\b",
        r"make \2 \1",
    ),
    # "tomorrow 5, Saturday 7"
    (rf"^({RUN}) ({SIZE})(?:,| and|, and) ({RUN}) ({SIZE})[.!]?$", r"make \1 \2, make \3 \4"),
    # "make Thursday 10 km and Sunday 12 km"
    (
        rf"\b(make|do) ({RUN} (?:to )?\d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)),? and (?={RUN} (?:to )?\d+(?:\.\d)? "
        rf"?(?:km|k|mi|miles|minutes))",
        r"\1 \2, \1 ",
    ),
    # "take 3 km off Sunday and 1 km off Thursday"
    (
        rf"\b(take|knock|cut|trim|shave) (\d+ ?\w+) off ({RUN}),? and (\d+ ?\w+) off ({RUN})(?=$|[,.])",
        r"\1 \2 off \3, \1 \4 off \5",
    ),
)
_COMPILED = tuple((re.compile(pattern), instead) for pattern, instead in _REWORDINGS)
_TWICE = re.compile(  # "shorten Saturday to 4 km and Thursday to 5"
    rf"\b(?P<verb>move|shorten|cut|make|change|put|shift|push|bring|extend|lengthen|reduce)\b (?P<one>{RUN}) "
    rf"(?P<way>to|on) "
    rf"(?P<this>[\w ]{{1,24}}?),? and (?P<other>{RUN}) (?:to|on) (?P<that>[\w ]+?)(?= please|[,.?!]|$)"
)


def plainly(text: str) -> str:
    """A message in plain words; a verb said once for two runs is said for both."""
    for pattern, instead in _COMPILED:
        text = pattern.sub(instead, text)
    found = _TWICE.search(text)
    if found is None or found["one"] in found["that"] or found["this"].strip() in found["other"]:
        return text  # "Saturday to Sunday and Sunday to Saturday" is a swap
    verb, way, that = found["verb"], found["way"], found["that"]
    unit = re.search(r"\d+ ?(km|k|mi|miles?|minutes)\b", found["this"])
    if unit and re.fullmatch(r"\d+(?:\.\d+)?", that):
        that = f"{that} {unit[1]}"
    both = f"{verb} {found['one']} {way} {found['this']}, {verb} {found['other']} {way} {that}"
    return text[: found.start()] + both + text[found.end() :]
