"""Sloppy English made regular: case, quotes, short forms, number words, spelling; and which language it is.

Everything behind this door may rely on lower-case words, digits for numbers, `not` as a word of its own, and weekday
and running words spelled right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from planwise_core.coach.offline.vocabulary import PART, PEOPLE

LONGEST = 4000  # characters of a message that are read; what follows is not

_PLAIN = {"doing": "do", "running": "run", "moving": "move", "skipping": "skip", "swapping": "swap", "taking": "take"}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHARES = {"tenth": 10, "fifth": 20, "quarter": 25, "third": 33, "half": 50}
_SHORT_FORMS: dict[str, str | Callable[[re.Match[str]], str]] = {
    r"(?<=\d) ?(km|k|mi|miles|minutes)? ?(?:->|=>|→|>) ?(?=\d)": r"\1 becomes ",
        r"\b(?:can |could |should |must )?never (?:run|go|do|train)(?: out)?(?: for)? (?=(?:more|longer) than \d|"
    r"(?:more|longer) "
    r"than (?:an|two|three))": "never ",
    r"\bcan(?:'?t|[ry56])\b": "can not", r"\bcannot\b": "can not",
    r"\b(?:i )?(?:can|could|should|must|may|would|will|to) not (?:do |run |go |manage |be )?(?:any )?(?:more|longer|"
    r"farther|further) than (?=\d|two|three|an? )": "max ",
    r"\bwon'?t\b": "will not", r"\bshan't\b": "shall not",
    r"\b(do|does|did|is|are|was|were|have|has|had|could|would|should|must|need)n'?t\b": r"\1 not",
    r"\b(i)'?m\b": "i am", r"\bive\b": "i have", r"\b(\w+)'ve\b": r"\1 have", r"\b(\w+)'ll\b": r"\1 will",
    r"\b(\w+)'re\b": r"\1 are", r"\b(i|he|she|we|they|you|it|that|there)'d\b": r"\1 would",
    r"\b(what|that|it|there|he|she|where|who|how|when|here)'?s\b(?! own)": r"\1 is", r"\blet'?s\b(?! (?:me|you|us|"
    r"him|her|them)\b)": "let us",
    r"\b(wanna)\b": "want to", r"\b(gonna)\b": "going to", r"\bgotta\b": "have to", r"\bgot to\b": "have to",
    r"^hm(?=[,. !]+(?:not|no|ok|okay|i|that|what|maybe|well|so|but|can|could|actually)\b)": "hmm",
    r"\bhm\b": "half marathon", r"\b(\d)x\b": r"\1 times", r"\b(?:1|one) hour\b": "60 minutes",
    r"\b(this|next) weekends\b": r"\1 weekend's",
    r"\b(\d+) ?mins?\b": r"\1 minutes", r"\b(\d+) ?ks\b": r"\1 km", r"\btmrws\b": "tomorrow's",
    r"\b(\d+) ?(?:yo|y/o|yrs? old|years? young)\b": r"\1 years old", r"\b(\d+) ?hrs?\b": r"\1 hours",
    r"\b(?:an?|1) hour and a (?:quarter|1/4)\b": "75 minutes", r"\bquarter of an hour\b": "15 minutes",
    r"\b(?:2|two) hours\b": "120 minutes", r"\bid\b": "i would", r" ?(?:->|=>|→) ?": " to ",
    r"(?<=[a-z]) \+ (?=[a-z])": " and ",
    r"\bgood (?=friday)": "holy",
    r"\b(?:black|cyber) (?:friday|monday)\b": "sale", r"\beaster (?=monday|sunday)": "easter",
    r"\b(\d+ ?(?:km|k|miles?|mi)?)[ -]?ish\b": r"\1", r"(?<!\ba )\bfortnight\b": "2 weeks", r"\b13\.1(?:ers?)?\b(?! "
    r"?(?:km|k|"
    r"mi|x))": "half marathon", r"\btil\b": "till",
    r"\b26\.2(?:ers?)?\b(?! ?(?:km|k|mi|x))": "marathon", r"\bhalf[ -]iron\w*": "triathlon",
    r"\bill (?=(?:be|do|take|run|have|need|go|try|get|skip|move|just|probably|not|still|also|see|let|only|"
    r"miss)\b)": "i will ",
    r"\b(he|she)s\b": r"\1 is", r"\b(they|you)re\b": r"\1 are", r"\bnite\b": "night", r"\bhav\b": "have",
    r"\br\b": "are", r"\bur\b": "your", r"\by'?day\b": "yesterday", r"\byest\b": "yesterday", r"\bppl\b": "people",
    r"\b(?:idk)\b": "i do not know", r"\b(?:cba)\b": "can not be bothered", r"\bschool run\b": "schoolrun",
    r"\bw/e\b": "weekend", r"\bp/w\b": "a week",
    r"\bkeep (it|things|(?:that|this|next|the) week) (?:small|tiny|little|minimal)\b": r"keep \1 light",
    r"\b(\d) days? (?:in|for) (?:a )?week\b": r"\1 days a week", r"\b(?:plod|trot|shuffle|amble|bimble|"
    r"trundle)\b": "run",
    r"\bw/o\b": "without", r"\b(?:um+|uhm?|erm)\b,? ?": "",
    r"\b(?:bday)\b": "birthday", r"\bhols\b": "holiday", r"\bparents?'? evening\b": "appointment",
    r"\bntn\b": "nothing", r"\bsmth\b": "something", r"\bbtwn\b": "between", r"\b(?:gna|gunna)\b": "going to",
    r"\bthur\b": "thu", r"\bmara\b": "marathon", r"\bteh\b": "the", r"\bnxt\b": "next",
    r"\bby (?:a|1|one) quarter\b": "by 25%", r"\bby (?:a|1|one) third\b": "by 33%", r"\bby (?:a )?half\b": "by 50%",
    r"\btoo (?=(?:the |next )?\w+day\b)": "to ",
    r"\bweds\b": "wed", r"\b(tomorrow|tmrw|\w+day) of(?= (?:pls|please|plz)|[.!]?$)": r"\1 off",
    r"\b2 (?=(?:long|hard|much|easy|far|fast|short|tired|late|old|slow)\b(?! runs?\b))": "too ",
    r",? (?:so |but |and |please )?(?:do not|no need to) (?:bother|worry about) "
    r"(?:rescheduling|moving|replacing|making) (?:it|that)?(?: up)?": "",
    r"\b(?:not|no) can\b(?! do)": "can not", r"\bam want\b": "want", r"(?<!one )(?<!1 )(?<!two )(?<!2 )(?<!some "
    r")(?<!any )\bmore easy\b": "easier",
    r"\bmore light\b": "lighter", r"\bmore short\b": "shorter", r"\bmore hard\b": "harder",
    r"\b(?:\d+ ?(?:h|hours?)|late|early|double|split|long|work(?:ing)?) shift(s?)\b": r"nightshift\1",
    r"\b(my|the|a) shift(?= (?:starts|ends|begins|is|runs|changes|got)\b)": r"\1 nightshift",
    r"\b(?:fancy|feel like|(?:would )?(?:love|prefer)|rather be) "
    r"(doing|running|moving|skipping|swapping|taking)\b": (
        lambda found: f"want to {_PLAIN[found[1]]}"
    ),
    r"\bbetween now and\b|\bfrom (?:now|here) (?:to|until|till)\b": "until", r"\bfrom here on(?: in)?\b": "from now on",
    rf"^(?:and |not |nor )*(?:on )?({'|'.join(_WEEKDAYS)}|tomorrow) n?either\b": r"can not run on \1",
    rf"\b({'|'.join(_WEEKDAYS)})-(?={'|'.join(_WEEKDAYS)})": r"\1 to ",
    r"\b(?:right |all the way )?(?:through|"
    r"thru) to\b": "to", r"\b(\d+) ?k'?s\b": r"\1 km", r"\bkms\b": "km", r"\bkindly\b": "please",
    r"\bprepone\b": "move", r"\b(to (?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day) only\b": r"\1",
    r"^sub (?=the|my|out)": "swap ", r"\b4 me\b": "for me",
    r"\b(what|how|why|when|where) exactly\b": r"\1", r"\bthe month of (?=[a-z]{3})": "",
    r"\b(?:put|got|have|stuck|has) me (?:down )?(?=on (?:nights|earlies|lates|shift|call)\b)": "i am ",
    rf"\btake ({'|'.join(_WEEKDAYS)})s? off (?:the|my|your) (?:no-go|off|banned|blocked|"
    rf"rest)(?: days?)?(?: list)?": r"\1s are fine again",
    rf"\bcan (do|manage|run|fit in) (\d+ ?(?:minutes|mins?|km|k|miles)) "
    rf"((?:on |this |next )*(?:{'|'.join(_WEEKDAYS)}|tomorrow)) (?:tops|max|at most)\b": r"can only \1 \2 \3",
    r"^(?:morning|afternoon|evening|hiya|heya|yo|howdy)[ !.]*$": "hello",
    r"\bleave (it|everything|things|the plan|all) as (?:it|they) (?:was|were)\b": r"leave \1 as it is",
    r"\bw/c\b": "week of", r"(?<=[a-z]) n (?=[a-z])": " and ", r"(?<=[a-z]) ?= ?(?=[a-z])": " is ",
    r"\b(far|long|much|big|hard|motivation)'s\b": r"\1 is",
    r"\b(?:knock|take|cut|shave|trim|lop|drop|chop) (?:about |around |roughly )?a (third|quarter|half|fifth|"
    r"tenth) (?:off|from|of) "
    r"([\w' ]+)": lambda found: f"cut {found[2]} by {_SHARES[found[1]]}%",
    r",? ?(?:there is |and )?no need to (?:squeeze|make|fit|do|move|put|reschedule|catch|run) (?:it|that|"
    r"them)(?: back)?(?: in| up)*"
    r"(?: anywhere| somewhere| another day| on another day| later)*(?: else)?(?=[.,!;]|"
    r"$)": "", r"\bthr\b": "thu", r"\bresting on\b": "rest on",
    r"\b(?:approx|approximately|circa)\b\.?": "about",
    r"\b(per|each|every) weak\b": r"\1 week", r"/ ?weak\b": "/week", r"\bwkends?\b": "weekend",
    r"\b(cos|cuz|coz)\b": "because",
    r"\bsesh(es)?\b": r"session\1", r"\b(today|tomorrow|yesterday)s\b": r"\1's", r"\bthis weeks\b": "this week's",
    r"\bnext weeks\b": "next week's", r"\balot\b": "a lot", r"\bkinda\b": "kind of",
    r"\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)s (?=(?:run|session|workout|long|tempo|easy|interval|intervals|"
    r"reps|hills?|speed|quality|race|hard|fartlek|recovery|shakeout|1|one|plan)\b)": r"\1's ",
    r"\b(pls|plz)\b": "please", r"\bu\b": "you", r"\bdunno\b": "do not know", r"\bpian\b": "pain", r"\bthx\b": "thanks",
    r"\b(tmrw|tmr|tmw|tomoz|tomoro|tomorow|tmrow|2moro|2morrow)\b": "tomorrow", r"\bwknd\b": "weekend", r"\b(wks|"
    r"wk)\b": "week",
    r"\b(\d+)\s*x\s*(?=(a|per|/)\s*week|weekly|week)": r"\1 times ", r"\btwice\b": "2 times", r"\bonce\b": "1 time",
    r"\bhalf an hour\b": "30 minutes", r"\b(?:an|1) hour and a half\b": "90 minutes",
    r"\bthree quarters of an hour\b": "45 minutes", r"\ba couple(?: of)?\b": "2", r"\ban hour\b": "60 minutes",
    r"\ba fortnight\b": "2 weeks", r"\ba weak\b": "a week", r"\bhalf[- ]?mara(?:thon)?\b": "half marathon",
    r"\b(i|he|she|we|they|you|it) (?:am|is|are) (not )?going to (?=(?:be|do|make|manage|run|get|have|miss|skip|take|"
    r"die|cry|puke|quit|collapse|faint|give|fail|try|need|work|move|struggle|train|happen|stop|start|change|cut)"
    r"\b)": r"\1 will \2",
    r"\b(is|are) (not )?going to (?=(?:be|do|work|happen|make|run)\b)": r"will \2",
    r"\bdays? after tomorrow\b": "overmorrow", r"\b(\d+)\s*(?:-|–)\s*weeks?\b": r"\1 weeks",
}  # fmt: skip
_SHORT_FORMS[
    rf"\b({PEOPLE})'?s (?=(?:in|at|ill|sick|been|not|coming|getting|having|gone|got|very|really|dying|dead|"
    r"poorly|visiting|pregnant|away|on|just|back|working|birthday is)\b)"
] = r"\1 is "
_SHORT_FORMS[
    rf"\b({PART})'s (?=(?:all|fine|better|good|ok|okay|killing|sore|hurting|still|not|been|feeling|much|gone|"
    rf"back|"
    r"really|so|a bit|playing|acting|tight|stiff|swollen|healed)\b)"
] = r"\1 is "
_SHORT_FORMS[
    r"\b([a-z]+)'s (?=(?:gone|over|back|better|worse|not|no good|no use|out\b(?! of)|impossible|been|still|really|"
    r"cancell?ed)\b)"
] = r"\1 is "
_SHORT_FORMS[r"\b(?:straight|right) away\b"] = "immediately"
_SHORT_FORMS[r"\b(?:goes|going|went|gone) away(?= (?:when|after|if|as|now|again|by|once)\b|[.,!]|$)"] = "stopped"
_LABEL = r"\b(goal|race|date|current(?:ly)?|volume|days?|max(?:imum)?|distance|target|time|pb|pr|level|age)"
_SHORT_FORMS[_LABEL + r" ?[-–—] (?=\w)"] = r"\1: "  # a form filled in: "Goal - marathon; Days - Mon, Wed"
_SHORT_FORMS[r"\bmax(?:imum)?: "] = "max "
_SHORT_FORMS[r"\b(?:it|iliotibial)[- ]band\b"] = "itb"
_NUMBERS = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}  # fmt: skip
_POLITE = re.compile(  # what only leads up to a request
    r"\b(?:i (?:was|am) (?:just |only )?wondering (?:if|whether)|(?:do|did) you (?:think|reckon)|i do not suppose|"
    r"(?:is|would) (?:it|there)(?: be)?(?= (?:possible|any (?:chance|way))))"
    r" ?(?:it (?:might|would|may|could|is|will) (?:be )?possible (?:to|for (?:me|you|us) to)|possible (?:to|"
    r"for (?:me|you|us) to|"
    r"(?:if |that )?(?:i|you|we)(?: can| could)?)|(?:there is )?any (?:chance|way) (?:of|to|that (?:i|you|"
    r"we) (?:can|could)|"
    r"(?:i|you|we) (?:can|could))|(?:i|you|we) (?:could|might|can))\b"
)
_ONE_OF = r"days?|weeks?|runs?|hours?|miles?|km|kilomet\w+|months?|times?|minutes?|sessions?"

# Words a misspelled word may become. Common words that stand near one of them are here too, so that they stay.
VOCABULARY = frozenset(
    """monday mondays tuesday tuesdays wednesday wednesdays thursday thursdays friday fridays saturday saturdays sunday
    sundays january february march april august september october november december today tomorrow yesterday weekend
    weekends weekday weekdays weekly marathon marathons half running runner runners training trained trainer workout
    workouts interval intervals tempo threshold recovery schedule scheduled session sessions kilometer kilometers
    kilometre kilometres minutes minute currently current distance previous version versions easier harder lighter
    shorter longer shorten lengthen increase reduce reduced decrease holiday holidays vacation travelling traveling
    travel injured injury injuries achilles hamstring plantar shoulder ankle illness fever headache tired exhausted
    because before between really wedding Christmas christmas easter another please thanks morning evening afternoon
    beginner postponed cancelled canceled cancel moved month mouth months through though thought should would could
    always never mostly change changed changes chance charge quality strength cross swapped switch exchange instead
    nothing something anything everything someone everyone outside inside spring summer autumn winter second seconds
    secondly ultra finish finished predict prediction heart pressure dizzy dizziness fainted fainting faint painted
    palpitations breathless breathing collapsed swollen swelling pregnant bleeding period periods chest stomach
    stress fracture explain explained different difficult around about after again almost already also
    halfmarathon
    plan plans planned plane place places please pleased long lone longest start started state stage easy early
    easily daily dairy extra exact expect except accept excerpt hurts hurting heavy heaven hours house horse miles
    smiles week weeks weak weather whether which where there their these those three throat thirty
    thirteen""".lower().split()
)
_NAMES_OF_TIME = ("april", "march", "monday", "friday", "sunday", "tuesday")  # what four letters may be short of
_LONG_WORDS = sorted(word for word in VOCABULARY if len(word) >= 5)


# Short words whose two neighbouring letters are often swapped; none of the swapped forms is a word.
_SHORT_WORDS = frozenset(
    """can run day days week weeks swap move skip long easy rest make need want away change race half knee
    sick work next plan this that with have from just and not the sunday monday friday""".lower().split()
)
_SWAPPED = {
    word[:at] + word[at + 1] + word[at] + word[at + 2 :]: word
    for word in sorted(_SHORT_WORDS) + [word for word in sorted(VOCABULARY) if len(word) > 5]
    for at in range(len(word) > 5, len(word) - 1)
    if word[at] != word[at + 1]
}
_SWAPPED = {
    wrong: word for wrong, word in _SWAPPED.items() if wrong not in VOCABULARY | {"form", "hits", "tish", "whit", "urn"}
}
_SWAPPED |= {"skp": "skip", "cancle": "cancel", "dys": "days", "hav": "have", "wat": "what", "kne": "knee"}
_SWAPPED |= {"tmes": "times", "mve": "move", "abel": "able", "esy": "easy", "esier": "easier", "shoud": "should"}
_SWAPPED |= {
    "lon": "long",
    "tims": "times",
    "mke": "make",
    "easyer": "easier",
    "eesier": "easier",
    "eazier": "easier",
    "delte": "delete",
    "haf": "half",
    "mak": "make",
    "hwo": "how",
    "waht": "what",
    "nevr": "never",
    "cna": "can",
    "lng": "long",
    "rn": "run",
    "weks": "weeks",
    "wek": "week",
    "dayz": "days",
    "cnat": "can not",
    "cnt": "can not",
}


_SAID_SHORT = (
    "make",
    "half",
    "swap",
    "cancel",
    "rest",
    "move",
    "skip",
    "short",
    "shorter",
    "longer",
    "lighter",
    "easier",
    "easy",
    "drop",
    "next",
    "long",
    "run",
    "runs",
    "marathon",
    "tempo",
    "interval",
    "intervals",
    "please",
    "push",
    "shift",
)
_WITHOUT_VOWELS = {re.sub("[aeiou]", "", word): word for word in _SAID_SHORT if len(re.sub("[aeiou]", "", word)) > 2}
_WITHOUT_VOWELS |= {re.sub("(?<!^)[aeiou]", "", word): word for word in ("easier", "interval", "intervals")}


@lru_cache(maxsize=4096)
def spelled(word: str) -> str:
    """`word`, or the running word it nearly is: at least five letters, the same two first ones, 86 % alike."""
    if word in _SWAPPED:
        return _SWAPPED[word]
    if word in VOCABULARY or not word.isalpha():
        return word
    if word in _WITHOUT_VOWELS:
        return _WITHOUT_VOWELS[word]
    if len(word) < 5:
        near = process.extractOne(word, _NAMES_OF_TIME, scorer=fuzz.ratio, score_cutoff=88)
        return near[0] if near and len(word) == 4 and near[0][0] == word[0] else word
    near = process.extractOne(word, _LONG_WORDS, scorer=fuzz.ratio, score_cutoff=86)
    if near is None:
        near = process.extractOne(word, _LONG_WORDS, scorer=_swapped_letters, score_cutoff=100)
    is_day = (
        near is not None
        and near[0].rstrip("s").endswith("day")
        and word.rstrip("s").endswith("day")
        and near[0][0] == word[0]
    )
    if near is None or (near[0][:2] != word[:2] and not is_day) or near[0].startswith(word) or word.startswith(near[0]):
        return word  # "postpone" is no misspelled "postponed"
    return near[0]


def _swapped_letters(one: str, other: str, **_: object) -> float:
    """100 where the words hold the same letters and begin and end alike: ``thrusday``, ``marahton``."""
    alike = one[0] == other[0] and sorted(one) == sorted(other)
    return 100.0 if alike and (one[-1] == other[-1] or OSA.distance(one, other) == 1) else 0.0


_DAYS_BESIDE = re.compile(r"\((?:mon|tue|wed|thu|fri|sat|sun)\w* ?(?:to|-|until) ?(?:mon|tue|wed|thu|fri|sat|sun)\w*\)")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?\d[.)] (?!jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")


def _without_numbering(text: str) -> str:
    """ "1. skip tomorrow 2. how long is Sunday": the points of a list as sentences."""
    points = _NUMBERED.findall(text)
    return _NUMBERED.sub(". ", text).lstrip(". ") if len(points) > 1 else text


@lru_cache(maxsize=1024)  # a turn asks for it several times
def normalise(text: str) -> str:
    """The message in regular words; the same when done twice."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    plain = re.sub(r"[‘’´`]", "'", re.sub(r"[‐‑‒–—−]", "-", plain))
    plain = re.sub(r"[()\[\]]", " ", _DAYS_BESIDE.sub(" ", _without_numbering(plain)))
    plain = re.sub(r"([a-z])\1{2,}", r"\1\1", plain)
    plain = "".join(letter if letter.isprintable() else " " for letter in plain)
    for short, whole in _SHORT_FORMS.items():
        plain = re.sub(short, whole, plain)
    plain = re.sub(r"[a-z']+", lambda word: spelled(word[0]), plain)
    plain = _DAYS_BY_TWO_LETTERS.sub(_days_in_full, plain)
    plain = _POLITE.sub("can you", re.sub(r"\bhalfmarathon", "half marathon", plain))
    plain = _IN_A_DAY.sub("on ", _DAY_IN_SHORT.sub(lambda found: _DAYS_IN_FULL[found[1][:3]] + found[2], plain))
    return re.sub(r"\s+", " ", _digits(plain)).strip()


_DAYS_IN_FULL = {day[:3]: day for day in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")}
_DAYS_IN_FULL_BY_TWO = {name[:2]: day for name, day in _DAYS_IN_FULL.items()}
_TWO = r"(?:mo|tu|we|th|fr|sa|su)"
_DAYS_BY_TWO_LETTERS = re.compile(rf"\b{_TWO}(?:[ ,/&+]+{_TWO}){{2,}}\b")  # "tu th sa su"


def _days_in_full(found: re.Match[str]) -> str:
    return ", ".join(_DAYS_IN_FULL_BY_TWO[day] for day in re.findall(r"[a-z]{2}", found[0]))


_DAY_IN_SHORT = re.compile(  # but "I sat down", "in the sun"
    r"\b(mon|tues?|weds?|thur?s?|fri|(?<!\bi )(?<!\bwe )(?<!\bjust )(?<!\bbeen )sat(?! (?:down|in|at|on the|here|"
    r"there))|"
    r"(?<!the )(?<!in )(?<!\bhot )sun(?! (?:cream|is|was|burn|came|and))|"
    r"(?<=\band )sun(?= and\b))(s?(?:'s)?)(?!\w)(?!-(?!(?:mon|tue|wed|thu|fri|sat|sun)))"
)
_IN_A_DAY = re.compile(r"\bin (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b(?! (?:week|morning)))")


_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
_ORDINAL = re.compile(
    rf"\b(?:(twenty|thirty)[ -])?(?:({'|'.join(_ORDINALS)}))\b"
    r"(?! (?:\w+day|week|half|race|marathon|time|run|one|trimester|1|10|5|weekend|session|month|thing|of all|plan|day|"
    r"version|interval|rep|km|mile|part|ever))"
)


_FIRST_OF = re.compile(
    r"\b(first|second|third)(?= (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b)"
)


def _ordinal(tens: str | None, ones: str) -> str:
    """ "Twenty first" as 21st; up to the third only with tens, or where a month may follow."""
    number = {"twenty": 20, "thirty": 30}.get(tens or "", 0) + _ORDINALS[ones]
    return (
        f"{number}{'st' if number % 10 == 1 else 'nd' if number % 10 == 2 else 'rd' if number % 10 == 3 else 'th'}"
        if (number > 3)
        else ones
    )


def _digits(text: str) -> str:
    """Number words as digits: ``twenty five`` 25; ``one`` only where it counts something."""
    text = _FIRST_OF.sub(lambda found: {"first": "1st", "second": "2nd", "third": "3rd"}[found[1]], text)
    text = _ORDINAL.sub(lambda found: _ordinal(found[1], found[2] or ""), text)
    text = re.sub(
        r"\b(add|cut|take|knock|drop|shave) (?:an?|another|an extra) (?=(?:extra )?(?:mile|km|kilomet))", r"\1 1 ", text
    )
    text = re.sub(rf"\b(?:one|a single|single)\s+(?=(?:{_ONE_OF})\b)", "1 ", text)
    tens = "|".join(word for word, value in _NUMBERS.items() if 20 <= value <= 90)
    ones = "|".join([*(word for word, value in _NUMBERS.items() if 2 <= value <= 9), "one"])
    values = _NUMBERS | {"one": 1}
    text = re.sub(rf"\b({tens})[- ]({ones})\b", lambda found: str(values[found[1]] + values[found[2]]), text)
    return re.sub(rf"\b({'|'.join(_NUMBERS)})\b", lambda found: str(_NUMBERS[found[1]]), text)


@lru_cache(maxsize=1024)
def phrases(written: str) -> re.Pattern[str]:
    """A list of phrases as a pattern over normalised text, so that tables of words stay readable.

    ``|`` parts phrases; ``*`` ends a word any way; ``[a/b c]`` is one of these; ``word?`` may be missing; ``...`` is
    up to five words in between. ``"chest | pass* out | can not [run/train]"``.
    """
    return re.compile("|".join(_phrase(part.split()) for part in _brackets_closed(written).split("|") if part.strip()))


def _brackets_closed(written: str) -> str:
    """The same with the spaces inside brackets as ``_``, so that a bracket is one word."""
    return re.sub(r"\[[^\]]*\]", lambda found: re.sub(r"\s+", "_", found[0]), written)


def _phrase(words: list[str]) -> str:
    pattern = ""
    for word in words:
        if word == "...":
            pattern += r"(?: \S+){0,5}?"
            continue
        needed = word.rstrip("?")
        ends = needed.strip("[]").split("/") if needed.startswith("[") else [needed]
        one = f"(?:{'|'.join(map(_word, ends))})"
        if not pattern:
            pattern = one if needed == word else f"(?:{one}(?: |$))?"
        else:
            space = "" if pattern.endswith("(?: |$))?") else " ?" if pattern.endswith(r"\d+)") else " "
            pattern += f"{space}{one}" if needed == word else f"(?:{space}{one})?"
    return rf"(?<![\w-]){pattern}(?!\w)"


def _word(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace("_", " ").replace(r"\#", r"\d+")


_COMMON: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "en": "the a an i my me you is are was it to of and or in on for with what when how why not do can want run "
        "week day days plan make move next this that have be am at but no yes please would should will get from",
        "de": "ich der die das ein eine einen und oder nicht ist bin möchte will kann mein meine meinen für mit auf am "
        "im laufen lauf woche heute morgen wie was warum halbmarathon nächste bitte habe zu von den dem wir schmerzen",
        "fr": "je le la les un une des du et ou pas est suis voudrais veux peux mon ma mes pour avec sur en dans "
        "courir semaine aujourd'hui demain comment quoi pourquoi semi prochaine j'ai au aux ce cette mal que qui",
        "es": "yo el la los las un una y o no es soy quiero puedo mi mis para con en correr carrera semana hoy mañana "
        "cómo qué por próxima tengo al del cambiar larga sábado domingo lunes maratón me duele que",
        "it": "io il lo la gli un una e o non è sono vorrei voglio posso mio mia per con su in correre corsa settimana "
        "oggi domani come cosa perché prossima ho al del spostare lungo sabato domenica maratona mi fa che",
        "pt": "eu o a os as um uma e ou não é sou quero posso meu minha para com em correr corrida semana hoje amanhã "
        "como que por próxima tenho ao do da mudar longo sábado domingo maratona gostaria dói",
        "nl": "ik de het een en of niet is ben wil kan mijn voor met op in lopen rennen week vandaag morgen hoe wat "
        "waarom volgende heb naar van te graag halve duurloop dit weekend lang zaterdag zondag pijn",
    }.items()
}


def language_of(text: str) -> str:
    """The language a message is most likely in: ``en``, ``de``, ``fr``, ``es``, ``it``, ``pt``, ``nl``, or ``other``.

    In doubt English: another language must have at least two words of its own that English has not, and more of them.
    ``other`` is a message in another script.
    """
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.lower())
    if not words:
        return "en"
    if sum(not word.isascii() and ord(max(word)) > 0x24F for word in words) * 2 > len(words):
        return "other"
    counts = {name: sum(word in common for word in words) for name, common in _COMMON.items()}
    best = max(counts, key=lambda name: (counts[name], name == "en"))
    own = {word for word in words if word in _COMMON[best]} - _COMMON["en"]
    return best if best != "en" and len(own) >= 2 and counts[best] > counts["en"] else "en"
