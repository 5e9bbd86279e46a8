"""English words that stand in a foreign order, set right where the order carries the sense.

`in_order` applies rules one after the other to what `tongues` has put into English word for word. A rule is there for
a way of building sentences (the verb at the end, the adjective after its noun), not for a sentence.
"""

from __future__ import annotations

import re

from planwise_core.coach.offline.glossary import DAYS, MONTHS

_DAY = rf"(?:(?:next |this )?(?:{'|'.join(DAYS)}|tomorrow|today|overmorrow|weekend))"
_MONTH = rf"(?:{'|'.join(MONTHS)})"
_PART = r"(?:knee|foot|ankle|calf|hip|leg|shin|heel|thigh|achilles|hamstring|shoulder|arm|toe|back|groin)"
_RUN = r"(?:(?:the |my )?(?:long |easy |tempo )?run|\w+day's run)"
_REQUEST = r"(?:move|swap|replace|skip|cancel|shorten|reduce|add|put)"
_VERB = rf"(?:{_REQUEST}|run|do|cycle|swim|hike|rest|train|be|eat|finish|make)"
_MODAL = (
    r"(?:(?:can|could|should|must|may|will|would) (?:i|you|we)|(?:i |we )(?:can|could|should|will|would|have to"
    r"|want to)|do i have to|(?:i )?want to|have to)"
)
_LONGEST = 1000  # characters; some rules take time by the square of them
_ORDER: tuple[tuple[str, str], ...] = (
    (r"\s+([.,!?:;])", r"\1"),
    (r"^[,.;:! ]+", ""),
    (r"(\d+) ?\. (?=[a-z])", r"\1 "),  # "25. april"
    (rf"(\d) (?:from|of the) (?={_MONTH})", r"\1 of "),
    (rf"(\d|{_MONTH}) (?:from|of) (?=20\d\d)", r"\1 "),
    (r"\b(\d) ?x\b", r"\1 times"),
    (r"(?<!\d )(?<!many )\btimes\b ?", ""),  # "mach mal leichter"
    (r"(\d ?(?:km|days?|times|runs|hours)) (?:(?:on |in |of )?the|/|in|every) week\b", r"\1 a week"),
    (r"\bof (\d\d?) (to|until) (?=\d)", r"from \1 \2 "),
    (rf"^((?:(?!\bfrom\b).)*?)\bto (?={_MONTH}\b)", r"\1in "),
    (rf"^((?:(?!\bfrom\b).)*?)\bto (?=\d\d? of {_MONTH}\b)", r"\1on "),
    (r"(^|[.,!?] )to (?=(?:race|run|plan|week)\b)", r"\1the "),
    (r"\b(do|run|skip|move|cancel|make) to (?=marathon|half|race|run|long|intervals)", r"\1 the "),
    (r"(\w+day,? (?:and )?)so(?=[,.!]|$)", r"\1sunday"),  # "Di, Do und So"
    (r"(a week,?) (?:in|on) (\d (?:days|runs))", r"\1 over \2"),
    (r"\b(?:i|my|the|on) (?=(?:i|my)\b)", ""),
    (r"\b(?!run\b)(\w+) \1\b", r"\1"),
    # what stands before a day
    (r"\b(to|until|from|of|on|for|by|between|and|at|about) (?:on )?the (?=\w+day\b|\d)", r"\1 "),
    (rf"\bthe (?={_DAY}s?\b(?!')|\d\d? (?:of )?{_MONTH}|\d\d?[./]\d)", "on "),
    (r"\bthe (?=next\b|this\b|\d|\w+day's)", ""),
    (r"\b(until|for|from) on\b", r"\1"),
    (rf"\bon day (?=\d)|(?<=,) day (?=\d)|\bday (?=\d\d? (?:of )?{_MONTH})", " on "),
    (rf"(?<=[\w,] )of (?={_DAY}s\b)", "on "),
    (rf"(?:on )?\b({_DAY}) (?:i )?(?:have )?no time\b", r"i can not run \1"),
    (r"(?<=\w )am i\b", "i am"),
    # "not": where it stands, and what it takes with it
    (r"\b(?:more never|never more|not never|never not)\b", "never"),
    (r"\b(can )?not more\b", r"\1not"),
    (r"\bno (\w+) more\b", r"no \1"),
    (r"\b(?:not i have|i have not|i not have|not have)\b(?! (?:to|run|ran|slept|been|missed))", "i have no"),
    (r"\bno no\b", "no"),
    (r"\b(can|could) (i )?((?:(?!not)[^\s,]+ ){1,4}?)not run\b", r"\2\1 not run \3"),
    (rf"\bcan (?:on )?({_DAY}) not\b(?! run)", r"can not run on \1"),
    (r"\b(can|could|will) not i\b", r"i \1 not"),
    (rf"\b(?:can do|can make|make) (?:it )?(?:on )?({_DAY}) not\b", r"can not run on \1"),
    (r"^(.*\bfrom \d[^,.]*?),? (?:nothing|(?<!can )not run)\b", r"\1 no running"),
    (rf"\b(?:on )?({_DAY})s (?:is |are )?(?:impossible|not possible)\b", r"never on \1s"),
    (rf"\bon ({_DAY}) i have only (?=\d+ min)", r"on \1s i have only "),
    (r"\bgo back to (?:run|train)\b", "start again"),
    (rf"^(?=.*\b(?:go|fly|leave|travel)\b)(?=.*\bback\b)[^.;!?]*?\b({_DAY})\b[^.;!?]*?\b({_DAY})\b[^.;!?]*",
     r"i am away from \1 to \2"),
    (r"\bgo back (?=from\b)", "back "),
    (rf"\bon ({_DAY}) from (?={_MONTH}|now|next)", r"on \1s from "),
    (r"\bdied (my \w+)\b", r"\1 died"),
    (r"^because\b(?=[^.!]*\?)", "why"),
    (r"\bthey (cancelled|postponed) ((?:my|the) \w+)", r"\2 was \1"),
    (rf"\b(?:move|swap) (?:on )?({_DAY}) (?:by|for|with) ({_DAY})", r"swap \1 and \2"),
    # the verb at the end
    (rf"\b({_MODAL} )(?!not\b|{_VERB}\b)([^,.;!?]+?) (?:to )?(?<!of )(?<!easy )(?<!long )(?<!the )(?<!a )(?<!my )"
     rf"({_VERB})"
     r"(?= ?(?:[,.;!?]|$|please|because|instead|and |(?:for|by|with) an? |on \d|in \w+ \d))", r"\1\3 \2"),
    (r"^(please )?([^,.;!?]*?\b(?:run|week)\b[^,.;!?]*?) (move|swap|skip|cancel|shorten)(?=[,.;!? ]*$|, | please)",
     r"\1\3 \2"),
    (r"\bskip ((?:[\w']+ )+)skip\b", r"skip \1"),
    # a day is asked for
    (r"\b(?:move|swap) ((?:the |my )?[\w ]+?) (?:by|for|with) (?=an? )", r"replace \1 by "),
    (rf"\breplace (the \w+(?: (?:of|on|from) {_DAY})?) (?:at|with|for|by) ", r"replace \1 by "),
    (r"^(?:i have )?no fever\b(?=.*\bagain\b)", "i have no more fever"),
    (rf"\bcan ((?:the |my )(?:long |easy |tempo )?run|\w+day's run|it) (?:to|on) ({_DAY})", r"can i move \1 to \2"),
    (rf"^({_RUN}(?: (?:of|from|on) {_DAY})?) (?:it )?i (?:want to|would like to) (?:do|run|move|make)? ?(?:rather )?"
     rf"(?:on )?({_DAY})", r"move \1 to \2"),
    (rf"\bput (?={_RUN} (?:of|from|on) {_DAY})", "move "),
    (rf"\b(?:put|move) ({_RUN}) (?:on )?({_DAY})", r"move \1 to \2"),
    (rf"\b((?:the |my )?long run) (?:rather|better) (?:on )?({_DAY})", r"move \1 to \2"),
    (rf"\b(?:it )?(?:works|ok|can|possible|can you be|can be)(?: it| also| that)* (?:on )?({_DAY})(?: also| instead)?"
     r"(?= ?\?)", r"can i do it on \1 instead"),
    (r"\b(run|do) ((?:next|this) week) more\b", r"\1 more \2"),
    (r"\bunder (\d+(?: min\w*)?) (?:in|on|over) (?:the )?(\d+ ?km?\b|half marathon|marathon)", r"\2 under \1"),
    (rf"^(?:on )?({_DAY})\b[^.;!?]*\bfree\b[^;!?]*?[,. ](?:can (?:i|we)? ?|i |us )?(?:do|put|move|run)? ?"
     r"((?:the )?long run)(?: there| then)?(?=[?.!]|$)", r"can i move \2 to \1"),
    # how long a run shall be
    (rf"^(?:on )?({_DAY}) (?:make|put|do)? ?(?:me )?(?:(?:only|rather) )?(\d+ km(?: easy)?)"
     r"(?=[.!]*$|,| please| instead)", r"make \1 \2"),
    (rf"\bput (?:on )?({_DAY}) (?:only )?(?=\d+ km)", r"make \1 "),
    # by half
    (r"\b(?:can you )?(?:me )?(?:reduce|cancel|cut|shorten|make)(?: all| everything| it)* by half"
     r"(?: all| everything| it)?\b", "cut everything by half"),
    (r"\bcut by half (the [\w ]*?run)\b", r"cut \1 by half"),
    (r"\bonly half(?=[.!]*$)", "cut everything by half"),
    # i can ... ? asks
    (rf"(^|[,.!] )can (?!i\b|you\b|we\b|the\b|it\b|not\b|\d|{_DAY})(?=[^.?!]*\?)", r"\1can i "),
    (r"\bwith (?:the )?cold\b", "with a cold"),
    (r"\b(i|we|you) (can|could) (?!not)([^.?!,]*\?)", r"\2 \1 \3"),
    # the adjective after its noun
    (r"\brun long\b", "long run"),
    (r"\brun (?:the )?(?:more long|longer)\b", "longest run"),
    (r"\b(?:more long|longer) run\b", "longest run"),
    (rf"\b({_PART}) (left|right)\b", r"\2 \1"),
    (rf"\bhave (?:on )?(?:the|my) ((?:left |right )?{_PART}) (?:all |very |a bit )?(swollen|stiff|broken)",
     r"my \1 is \2"),
    (r"\bi (?=my \w+(?: \w+)? is\b)", ""),
    (r"\bme hurts\b", "hurts"),
    (r"\bhurts ((?:[\w']+ )+?)hurts\b", r"hurts \1"),
    (r"\b(\w+day)s? off (\d+)", r"\1 \2"),
    (r"\bto (?=(?:hard|much|long|far|fast|early|late)\b(?! run))", "too "),
    (r"\b(\w+) \1\b", r"\1"),
    (r" +", " "),
    (r" (?=[,.!?;])", ""),
    (r"^works(?=[.!]*$)", "ok"),
    (r"^it(?=[.!]*$)", "yes"),
)  # fmt: skip
_RULES = tuple((re.compile(pattern), made) for pattern, made in _ORDER)
_NEVER = re.compile(
    rf"(?=[^,.;!?]*\bnever\b)(?=[^,.;!?]*{_DAY})(?:(?:{_DAY}s?|i|we|can|could|not|never|on|run|running|time|have|the|at|in"
    r"|of|please|and|or|works|from now|will|want to|train|go|again|also|then|do|am)(?![\w']) ?)+"
)


def in_order(text: str) -> str:
    """The words in English order, as far as a rule knows it; a text that is no plain message any more stays."""
    if len(text) > _LONGEST:
        return text
    for pattern, made in _RULES:
        text = pattern.sub(made, text)
    return _NEVER.sub(_never_on, text).strip()


def _never_on(found: re.Match[str]) -> str:
    """ "Tuesdays can I never run": the days on which never is run."""
    days = re.findall(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day", found[0])
    if not days:
        return found[0]
    now = "from now on " if "from now" in found[0] else ""
    return f"{now}never on {' and '.join(f'{day}s' for day in dict.fromkeys(days))}"
