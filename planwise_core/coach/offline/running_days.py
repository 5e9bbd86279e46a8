"""On which weekdays, how many of them, and for how long there is time to run."""

from __future__ import annotations

import re

from planwise_core.coach.offline.told import Told
from planwise_core.coach.offline.vocabulary import PER_WEEK
from planwise_core.coach.offline.when import WEEKDAY, weekday_index
from planwise_core.training.values import WEEKDAYS, Weekday

_COUNT = r"(\d+) ?(?:x|times|days?|runs?|sessions?|workouts?|trainings?|outings?|evenings?|mornings?)"
_LONG_DAY = re.compile(
    rf"\blong (?:runs (?:is |are |always |should be |to be |best |to |on |be )*|run (?:is |always |should be "
    rf"|best )+)"
    rf"(?:on )?({WEEKDAY})|\blong run (?:be |is )?(?:on )?({WEEKDAY}s)\b|"
    rf"\blong (?:run|one|1) (?:on|to) ({WEEKDAY})\b(?=.*\b(?:from now on|every week|each week|always|for good|"
    rf"permanently)\b)"
)


_LONG_ON = re.compile(rf"\blong run\b[a-z ]{{0,25}}?\b{WEEKDAY}\b")  # says when the long run is, not when all are
_PERHAPS = re.compile(
    rf"(?:,|\band|\bor)? ?\b(?:sometimes|occasionally|possibly|at a push|at a pinch) (?:on )?{WEEKDAY}\b"
)
_ONE_OF_THEM = re.compile(
    r"\b(?:one of (?:them|which|those)|1 of (?:them|which|those)|including|has to be|must be|"
    r"ideally|preferably)\b"
)
_INSTEAD = re.compile(  # "3 days instead of 4", "3 instead of 4 days"
    r"\b([2-7])(?= (?:days|runs|times)| (?:instead of|rather than|not) [2-7] (?:days|runs|times))(?: (?:days|runs|"
    r"times))?(?: a week)? (?:instead of|rather than|not) [2-7]\b"
)
_MAKE_IT = re.compile(  # "4 days is too much, make it 3"
    r"\b\d (?:days|runs|times)\b(?: a week)?[a-z ,]{0,30}\b(?:make it|make that|(?:can|could) (?:we|i|you) (?:do|"
    r"make it|have)|let us do|down to|up to|to|only|just|"
    r"rather) ([2-7])"
    r"(?! ?(?:km|k|mi|miles|minutes|%|:|\d|weeks?|hours?))\b"
)


_UP_TO = re.compile(  # "bump me up to 5 days"
    r"\b(?:bump|drop|put|take|bring|cut|move|get|switch|reduce|go|set)\b (?:me |us |it |back |down |up |things )*to "
    r"[2-7] (?:days|runs|times|sessions)\b(?! (?:next|this) week)|\bfrom [2-7](?: \w+)? to [2-7] (?:days|runs|times|"
    r"sessions)\b"
)


def is_new_count(text: str) -> bool:
    """ "4 days is too much, make it 3", "3 days instead of 4": the number of days shall be another."""
    return bool(_MAKE_IT.search(text) or _INSTEAD.search(text) or _UP_TO.search(text))


_AND_A_LONG_ONE = re.compile(  # one more than was counted; "the long run on Sundays" only says when
    r"\b(?:and|plus|\+) (?:a |1 |one |the (?!(?:\w+ )?long (?:runs? |ones? )?on\b))(?:\w+ )?long\b"
)


_OTHER_SPORTS = re.compile(
    r"\b(?:football|soccer|tennis|padel|yoga|pilates|gym|crossfit|strength|swim\w*|cycl\w*|bike|hockey|basketball|"
    r"climbing|rowing|dance|volleyball|rugby)(?: training)? \d (?:times|days|x)(?: (?:a|per))? week\b"
)
_MY_LONG_DAY = re.compile(
    rf"\bmake (?:({WEEKDAY})s? (?:my|the) long(?: run)? day|(?:my|"
    rf"the) long(?: run)? day (?:be )?(?:an? )?({WEEKDAY})s?)\b"
)
_REST_MOVES = re.compile(rf"\brest days? (?:from )?({WEEKDAY})s? (?:to|for|with) ({WEEKDAY})s?\b")


_A_DAY_OF_RUNNING = r"(?:(?:running|training) day|day of (?:running|training)|day (?:a|per|each) week)"
_ONE_DAY_MORE = re.compile(
    rf"\b(?:another|(?:an?|1|one) (?:more|extra|additional)) {_A_DAY_OF_RUNNING}\b|"
    r"\b(?:an?|1|one) (?:running |training )?day (?:of running )?more\b(?! off)|"
    r"\b(?:another|(?:an?|1|one) (?:more|extra|additional)) (?:\w+ )?(?:run|session) (?:a|per|each|every) week\b"
)
_ONE_DAY_LESS = re.compile(
    rf"\b(?:an?|1|one) (?:fewer|less) {_A_DAY_OF_RUNNING}\b|"
    r"\b(?:an?|1|one) (?:running |training )?day (?:of running )?(?:less|fewer)\b"
)


def counted(text: str, days: int | None) -> str:
    """A message in which one running day more, or less, than `days` a week is said as their number."""
    if days is None:
        return text
    text = _ONE_DAY_MORE.sub(f"{days + 1} days a week", text)
    return _ONE_DAY_LESS.sub(f"{days - 1} days a week", text)


_WEEKENDS_ONLY = re.compile(
    r"\bweekends only\b|\bonly (?:(?:ever|really|got|have|free|run|can|able|available|at|on|the|my|at the) "
    r"?)*weekends\b(?!,? (?:and|or|plus|maybe|also|&)\b)"
)
_WEEKDAYS_ONLY = re.compile(r"\b(?:weekdays only|only (?:on )?weekdays|monday to friday only)\b")


def read_days(text: str, what: Told, asked: str) -> None:
    if mine := _MY_LONG_DAY.search(text):
        what.long_day = WEEKDAYS[weekday_index(mine[1] or mine[2])]
        return
    if moves := _REST_MOVES.search(text):
        what.also, what.off = (WEEKDAYS[weekday_index(moves[1])],), (WEEKDAYS[weekday_index(moves[2])],)
        return
    text = re.sub(r"\b\d (?:week ?day|weekend|morning|evening) (?:runs?|sessions?)\b", " ", text)
    text = _OTHER_SPORTS.sub(" ", _PERHAPS.sub(" ", text.replace("holyfriday", "_")))
    text = re.sub(
        r"\bfrom [2-7](?: (?:days|runs|times|sessions))? to (?=[2-7] (?:days|runs|times|sessions)\b)", " ", text
    )
    text = re.sub(r"\b([2-7]) ?(?:-|to|or) ?[2-7](?= ?(?:times|days|runs|x|sessions)\b)", r"\1", text)
    count = re.search(rf"{_COUNT} ?(?:of running |running )?(?:{PER_WEEK})", text)
    count = count or re.search(r"(?<![\d.:])\b([2-7]) (?:a|per|each) week\b", text)
    count = count or re.search(
        r"\b(?:over|on|with|of|run|only|just|do|train|maximum|max|to|from)? ?(\d+) (?:days|runs|sessions|times|"
        r"trainings|outings)\b(?! "
        r"a day)(?! "
        r"(?:off|away|ago|until|before|after|later|earlier|apart|between|in a row|from now))",
        text,
    )
    if fewer := _MAKE_IT.search(text) or _INSTEAD.search(text):
        count = fewer
    if count is None and asked == "days":
        count = re.search(r"\b(\d+)\b", text)
    if count is None and re.search(r"\b(?:every ?day|each day|daily|7 days)\b(?! (?:except|but|apart))", text):
        what.days = 7
    if count:
        number = int(count[1]) + bool(_AND_A_LONG_ONE.search(text, count.end()))
        if 2 <= number <= 7:
            what.days = number
        else:
            limit = "a week has seven" if number > 7 else "a plan needs at least two runs a week"
            what.problems.append(f"{number} day{'' if number == 1 else 's'} a week will not work: {limit}.")
    what.on, what.off = weekdays(_LONG_ON.sub(" ", text), asked)
    if _WEEKDAYS_ONLY.search(text):
        what.on, what.off = WEEKDAYS[:5], ()
    if _WEEKENDS_ONLY.search(text):
        what.on, what.off = WEEKDAYS[5:], ()
    if what.days and len(what.on) < what.days and (_ONE_OF_THEM.search(text) or not re.search(r"\bonly\b", text)):
        what.on = ()  # "5 days, one of them Saturday": the others are open
    also = re.search(
        rf"\b{WEEKDAY}s?\b[^.,;?]{{0,30}}\bagain\b|"
        r"\b(?:also|as well|too|free now|are free|is free|works?|(?:are|is) (?:ok|fine|possible|available)|"
        r"free up|opened up|days? now$|(?:on |run )\w+days? now$|use (?:it|them)|now free)\b",
        text,
    )
    if also and what.off:  # "Fridays are fine now, Saturdays never again"
        lists = [found for found in _DAY_LIST.finditer(text) if found.end() <= also.start()]
        free = days_named(lists[-1][0]) if lists and text[lists[-1].end() : also.start()] == " " else []
        what.also = tuple(day for day in free if day not in what.off)
    is_more = also and not what.off and not (asked == "days" or re.search(r"\bonly\b", text))
    if is_more and (days := _DAY_LIST.search(text)) and (not what.on or "free up" in text or "use them" in text):
        what.also, what.on = tuple(days_named(days[0])), ()
    found = _LONG_DAY.search(text)
    if found:
        what.long_day = WEEKDAYS[weekday_index(found[1] or found[2] or found[3])]


_GROUPS = {"weekends": ("sat", "sun"), "weekend": ("sat", "sun"), "weekdays": WEEKDAYS[:5], "weekday": WEEKDAYS[:5]}
_LIST = rf"(?:{WEEKDAY}|weekends?|weekdays?)"
_DAY_LIST = re.compile(
    rf"\b{_LIST}(?:(?: ?, ?| and | ?\+ ?| or | & | ?/ ?| to | through | ?- ?|, and | )(?:the |on |also |"
    rf"an? )?{_LIST})*\b"
)
_OFF_BEFORE = re.compile(
    r"\b(?:never|(?:rest(?:ing)?(?: days?)?|days? off)(?: (?:is|are|to be|have to be|must be|need to be|should be|"
    r"will be|on|=))?|no|not|"
    r"can not(?: run| train| do|"
    r" (?:leave|get out|get away|go out|make it)[a-z' ]{0,20}? on(?: the)?)?|can never(?: run| do)?|"
    r"hate|dislike|avoid|stop|quit|except|but|remove|drop|lose|scrap|"
    r"apart from|other than|without|off|besides|excluding|not on|no running|no more|never again)"
    r"(?: (?:putting|planning|scheduling|giving|want|to|me|run|runs|running|train|training|schedule|plan|put|for|on|"
    r"any|anything|do|free|available|possible|a|the))*(?: on)? ?$"
)
_OFF_AFTER = re.compile(
    r"^(?:'s)?(?: mornings?| evenings?| nights?)?,? ?(?:never again|[a-z', ]{0,30},? so (?:that is|i am) me out\b|"
    r"[a-z', ]{0,30},? so i am out (?:on|of) (?:those|them|that)\b|no longer (?:possible|work|free|an option)|"
    r"(?:so )?(?:that|"
    r"those|they|it|which)? ?(?:is|are) "
    r"(?:out\b|off\b|impossible|taken|blocked|busy|not|a no)|(?:(?:compulsory|mandatory|strictly|always|"
    r"weekly) )?off\b|out\b|(?:(?:do|does|will|would) not|no longer) "
    r"work|do not|"
    r"not "
    r"possible|[a-z' ]{0,30},? ?so no (?:runs?|running|training)\b|"
    r"[a-z', ]{0,40}\bno (?:way|chance|time) (?:to|of|for) (?:run|running|training|train)\b|"
    r",? ?(?:and |but |as )?i (?:told|said) [a-z ]{0,20}i can not|"
    r"(?:are|is) (?:always|usually|strictly|completely|totally) (?:off|out|taken|busy|blocked|full)\b|"
    r"(?:belongs?|is dedicated|are dedicated) to\b|(?:are|is) (?:over|history|done|dead|finished|lost|gone|"
    r"not possible)\b|"
    r"[a-z', ]{0,40},? (?:so|and) (?:that|this|the|those)(?: 2| \d| both)? days? (?:is|are) (?:dead|out|gone|off|"
    r"lost|no good|blocked|"
    r"taken|useless)\b|are no\b|is no\b|(?:are|is) (?:for|reserved|"
    r"family)\b|[a-z' ]{0,30},? ?so i can not|"
    r"[a-z ]{0,20} too busy|"
    r"(?:are|is) (?:\w+ )?(?:bad|difficult|impossible|full|busy|hard|tricky|blocked|terrible))"
)


_LIMITED = re.compile(r",? (?:max(?:imum)?|at most|only|up to|no more than|under) (?:_|\d+ (?:minutes|hours))")


_LIMIT_ON = re.compile(r"(?:_|\d minutes)(?: (?:max|at most|tops))? (?:on|for|during) (?:the )?$")


_KEPT_FREE = re.compile(r"\b(?:keep|have|leave|get|want|need)(?:ing)? (?:my |the |all |our |both )*$")


def weekdays(text: str, asked: str = "") -> tuple[tuple[Weekday, ...], tuple[Weekday, ...]]:
    """The weekdays a message frees for running, and those it rules out."""
    on: list[Weekday] = []
    off: list[Weekday] = []
    single: list[Weekday] = []
    cue = re.search(
        r"\b(?:(?<!if )only|can run|i run|suit|suits|free|available|prefer|works?|run on|train on|days?|running on|"
        r"train)\b",
        text,
    )
    for found in _DAY_LIST.finditer(text):
        days = days_named(found[0])
        if found[0] in _GROUPS and (_LIMITED.match(text, found.end()) or _LIMIT_ON.search(text[: found.start()])):
            continue
        if (
            _OFF_BEFORE.search(text[: found.start()])
            or _OFF_AFTER.search(text[found.end() :])
            or re.search(
                r"\bso (?:that|those|it)(?: two| 2| days?)* (?:is|are) out\b", text[found.end() : found.end() + 60]
            )
            or (
                _KEPT_FREE.search(text[: found.start()])
                and re.match(r" (?:free|clear|off|run-free)\b", text[found.end() :])
            )
        ):
            off += days
        elif asked == "days" or len(days) > 2 or (cue and (len(days) > 1 or re.search(r"\bonly\b", text))):
            on += days
        elif cue:
            single += days
    on += single if on else []
    return tuple(day for day in WEEKDAYS if day in on and day not in off), tuple(day for day in WEEKDAYS if day in off)


def days_named(words: str) -> list[Weekday]:
    if span := re.fullmatch(rf"({WEEKDAY})(?: to | through | ?- ?)({WEEKDAY})", words):
        first, last = weekday_index(span[1]), weekday_index(span[2])
        return [WEEKDAYS[index % 7] for index in range(first, first + (last - first) % 7 + 1)]
    days: list[Weekday] = []
    for word in re.findall(rf"\b{_LIST}\b", words):
        days += _GROUPS.get(word) or (WEEKDAYS[weekday_index(word)],)
    return days


_AND_SO_MANY_HOURS = re.compile(  # "Saturdays an hour at most, Sundays two"
    rf"(\d minutes(?: at most| max| tops| only)?),? (?:and )?(?:on )?({WEEKDAY}s?) ([1-4])(?: hours)?(?=$|[,.])"
)


def read_minutes(text: str, what: Told) -> str:
    """ "max 45 minutes on Tuesdays", "on weekdays at most an hour"; the text without the numbers that were read."""
    text = re.sub(r"(?<=day):|(?<=days):", "", text)
    text = _AND_SO_MANY_HOURS.sub(lambda found: f"{found[1]}. {found[2]} at most {60 * int(found[3])} minutes", text)
    limit = r"(\d{2,3}) ?(?:minutes?|mins?|min)\b"
    tops = (
        r"(?:max(?:imum)?|at most|only|(?:no|not|never|nothing) (?:any |have |got )*(?:more|longer|over|"
        r"above)(?: than)?|up to|all i|"
        r"the most i can|and not a minute (?:longer|more)|"
        r"tops|"
        r"limit\w*|just|have|under|below|cap\w*|keep|stay)"
    )
    each_run = re.search(
        rf"\b(?:every|each|all|any|no)(?: my| the| of my| single)? (?:runs?|sessions?|days?)\b[a-z ]*? "
        rf"{tops}[a-z ]* {limit}|"
        rf"\b{tops} {limit} each\b",
        text,
    )
    if each_run:
        minutes = int(each_run[1] or each_run[2])
        what.minutes = dict.fromkeys(WEEKDAYS, minutes)
        return text.replace(str(minutes), "_", 1)
    every_day = re.search(rf"\b{tops}[a-z ]* {limit} (?:a|per|each|every|any) (?:day|run|session)\b", text)
    if every_day and 10 <= int(every_day[1]) <= 600:
        what.minutes = dict.fromkeys(WEEKDAYS, int(every_day[1]))
        return text.replace(every_day[1], "_", 1)
    for pattern in (
        rf"{tops}[a-z ]* {limit}[a-z ]*? (?P<days>{_DAY_LIST.pattern[2:-2]})",
        rf"(?P<days>{_DAY_LIST.pattern[2:-2]})(?: [^.;]*?)?{tops} (?:about |of |got |exactly |only |just )*{limit}",
        rf"(?P<days>{_DAY_LIST.pattern[2:-2]})(?: [^.;]*?)? {limit} {tops}",
        rf"{limit}(?: (?:is|are|as|my|the|absolute|very|all i have|"
        rf"at))* {tops}[a-z ]*? (?P<days>{_DAY_LIST.pattern[2:-2]})",
        rf"{tops} (?:my |the |all |every |each )*(?P<days>{_DAY_LIST.pattern[2:-2]})(?:'s)?(?: runs?)?"
        rf"(?: (?:at|to|under|below|max))* {limit}",
    ):
        for found in re.finditer(pattern, text):
            minutes = int(next(each for each in found.groups() if each and each.isdigit()))
            if 10 <= minutes <= 600:
                what.minutes |= dict.fromkeys(days_named(found["days"]), minutes)
        if what.minutes:
            return re.sub(rf"\b(?:{'|'.join(map(str, set(what.minutes.values())))}) minutes\b", "_", text)
    return text
