"""Whose word a clause is: what is told of others, of the past, by others or only in thought is no wish of the runner's.

Such an aside is taken out before anything is read from a message. What is left is answered; where nothing is left, the
plan stays as it is, and the answer says so.
"""

from __future__ import annotations

import re

from planwise_core.coach.offline import knowledge
from planwise_core.coach.offline.parting import clauses
from planwise_core.coach.offline.vocabulary import PART, PEOPLE

_LEAD = (
    r"^(?:(?:and|but|so|oh|btw|by the way|also|hey|hi|well|lol|haha|because|ok|plus|anyway|guess what|coach)\b[ ,]*)*"
)
_PERSON = (
    rf"(?:(?:(?:my|his|her|our|their|the|a|this|some|1 of my|one of my|all my|another) (?!own )(?:[\w-]+ ){{0,2}}?"
    rf"(?:{PEOPLE})s?(?!'s knee))|(?:an? )?(?:mate|friend|colleague|buddy) of mine|(?:dad|mum|mom|nan|gran|grandad|"
    rf"grandma|hubby|kids?|baby)(?!'s))"
    r"(?: (?:at|in|from|of) (?:my |the |our )?[\w-]+(?: club)?)?"
)
_PRONOUN = r"(?:he|she|they|everyone|everybody|someone|somebody|nobody|people|most people|others)"
_ACTS = (
    r"(?!(?:'s|,)? (?:and i|wedding|birthday|funeral|party|place|house))(?: who [^,]*,)? "
    r"?(?:just |also |always |never |still )?"
)
_OTHERS = re.compile(rf"{_LEAD}(?:{_PERSON}|{_PRONOUN})\b{_ACTS}[a-z]")
_ANYBODY = re.compile(  # "my clubmates do 5 sessions", "the plan you gave my friend says 5 runs"
    rf"{_LEAD}(?:my|our|his|her|their|the|a|some|most|other|all) "
    rf"(?!(?:own|new|old|long|longest|usual|average|easy|plan|runs?|week\w*|schedule|rota|shifts?|"
    rf"work|job|race|days?|body|legs?|limit|max\w*|goal|volume|mileage|normal|current|{PART})\b)[\w'-]+(?: "
    rf"[\w'-]+){{0,2}}? "
    r"(?:do|does|runs?|trains?|manages?|get|gets|has|have|did|ran|trained|says?)\b(?! to\b)"
)
_NOT_TOGETHER = re.compile(
    r"\b(?:can not|will not|not) (?:run|train|come|make it)\b[a-z ]{0,12}\b(?:together|with "
    r"(?:him|her|them|me|us))\b"
)
_RUNS_THIRD = re.compile(  # "I saw that Kipchoge runs 200 km a week"
    r"\b(?!(?:my|the|long|easy|hard|these|those|all|of|more|fewer|and|no|any|few|some|your|next|last|\d+|week|weekly|"
    r"other|"
    r"short|shorter|longer|which|that|training|recovery)\b)[a-z]+ (?:runs|does|trains|averages) (?:about |around |"
    r"like |up to )?\d"
)
_SELF = re.compile(  # "would love to do a 10k when she turns one" is the runner's own wish
    rf"\b(?:i|me|we|us|myself|my (?:own|left|right|{PART}|legs?|run|long|week|plan))\b|"
    r"^(?:and |but |so )?(?:would (?:love|like)|want(?:ing)?|hoping|looking|planning|aiming|trying) to\b"
)
_ASKS_SHOULD = re.compile(r"\b(?:should|shall|can|could|may) (?:i|we)\b")
_DID_TO_ME = re.compile(r"\b(?:gave|let|made|had|used to|took|wrote|always) (?:\w+ )?(?:me|us)\b")
_OF_OTHERS = re.compile(  # "my wife's marathon is on 11 April"
    rf"{_LEAD}(?:my|his|her|our|their) (?:{PEOPLE})'?s? ?'s? (?:first |next |own )?(?:race|marathon|half|\d+ "
    rf"?k\w*|plan|goal|"
    r"training|long run|run|pb|schedule|taper)\b"
)
_IN_CASE_OF = re.compile(
    rf"{_LEAD}(?:in case|in the event|assuming|whenever|should(?= (?:i|we) (?:\w+ )?(?:get|fall|be|become|feel|miss|"
    rf"catch)\b)) (?:i|we) (?:\w+ "
    rf")?(?:am|get|are|fall|feel|become|miss|have|be)?\b"
    r"[^.]*\b(?:sick|ill|hurt|injured|miss|tired|cold|flu)\b"
)
_IF_IT_TURNS = re.compile(
    r"\bif (?:my|the|this|it|that)\b[\w ]{0,12} (?:gets?|got|turns?|becomes?|comes? back|"
    r"returns?|flares?)\b"
)
_COUNTED = re.compile(r"\b\d+ ?(?:days|runs|times|sessions|km|k|miles|workouts)\b")
_THIRD = re.compile(r"\b(?:she|he|her|him|his|their)\b")
_BINDS_ME = re.compile(  # what somebody else does, and I am there
    r"\b(?:marr\w+|wedding|birthday|visit\w*|staying|graduat\w*|funeral|coming|comes|over|needs|christening|turns \d+|"
    r"(?:in|to) (?:town|hospital)|of honou?r|postponed|moved|pushed|brought|resched\w+|cancel\w*|shift\w*|baptism|"
    r"reunion|stag|hen|leaving do)\b"
)
_REPORTED = re.compile(
    r"\b(?:says?|said|thinks?|reckons?|suggest\w*|recommend\w*|tells? me|told me|wants? me to|advis\w+|swears?|claims?|"
    r"is saying|keeps saying|read|heard|according to)\b(?: \w+){0,3}? "
    r"(?:i|you|we|one|runners|people|everybody|everyone|to) ?(?:am|are|should|must|need|ought|have to|could|run|do|"
    r"train|skip|rest|cut|add|take|eat|go|drop|double)\b"
)
_TOLD_TO = re.compile(  # "says: skip it", "told me 'move it'"
    r"\b(?:says?|said|tells? me|told me|wrote|writes|wants? me|asked me|begged me)\b[ :,'\"]*(?:i |you )?(?:should |"
    r"must |have to )?"
    r"(?:just |to |simply )*"
    r"(?:move|skip|drop|cancel|run|rest|stop|add|double|swap|take|cut|make|do|train|quit)\b"
)
_BY_OTHERS = re.compile(
    rf"(?:{_PERSON}|{_PRONOUN}|\b(?:garmin|strava|watch|app|chatgpt|internet|article|book|podcast|reddit|youtube|"
    r"runna|coros|polar|whoop)\b|\bcoach (?:at|from|says|said|thinks|reckons|told)\b|^(?:apparently )?i (?:read|"
    r"heard|saw))"
)
_BOUND = re.compile(r"\b(?:have to|need me|sending|send me|boss|work)\b")
_OF_DOCTOR = re.compile(r"\b(?:doctor|dr|gp|physio\w*|midwife|surgeon|cardiologist|therapist|osteo\w*)\b")
_PAST = re.compile(
    r"\b(?:weeks? ago i (?:had|was)|i (?:had|was) [^.]{0,30}weeks? ago|last (?:year|christmas|xmas|easter|month|"
    r"season|spring|summer|autumn|fall|winter|january|february|march|"
    r"april|may|june|july|august|"
    r"september|october|november|december)|(?:years?|months?) ago|i used to|back (?:when|then|in)|"
    r"when i was|i was (?:younger|at school)|in my (?:last|previous)|for my (?:last|previous)|years back|"
    r"once upon|in (?:19|20)[012]\d(?! ?(?:i will|i want|we))|at university|in (?:the )?(?:army|school|college))\b"
)
_IN_A_SEASON = re.compile(
    r"\b(?:in|over|during) (?:the )?(?:spring|summer|autumn|winter|january|february|march|april|may|june|july|august|"
    r"september|october|november|december)\b[^.]*\bi (?:was|had|got|did|ran|took)\b"
)
_NOW = re.compile(
    r"\b(?:now|nowadays|these days|want|would like|please|can (?:you|we|i)|could (?:you|we|i)|this (?:week|year|"
    r"time)|next|tomorrow|today|"
    r"currently|at the moment|so far|again|until|goal|target|sub|break|aim\w*|still|since(?! then| that|[ ,.]*$)|"
    r"hurts?|sore|pain\w*|"
    r"same as|like last)\b"
)
_A_RESULT = re.compile(r"\d:\d\d|\d+ ?(?:min|minutes|hours?)\b")
_WOULD_IF = re.compile(
    r"\bif (?:i|we|my|the|it|they)\b[^.?]*\b(?:i|we) (?:would|could|might)\b|\b(?:would|could)\b[^.?]*\bif (?:i|we) "
    r"(?:\w+ )?"
    r"(?:wanted|had|were|was|got|could|did|tried)\b"
)
_ASKS_FOR = re.compile(
    r"\b(?:can|could|would|will) you\b|\bplease\b|\b(?:can|could|may|should) (?:i|we)\b|\bi would (?:rather|like|"
    r"prefer|love)\b|"
    r"\bi (?:want|need)\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:going to(?! die)|about to|planning to|thinking (?:of|about|to)|thinking i might|"
    r"tempted to|"
    r"gonna)\b|\b(?:was|were) (?:supposed|meant|due|scheduled) to (?:be|go|travel|fly|work|have)\b|"
    r"\bwhen i (?:tried|wanted|attempted) to\b|"
    r"\b(?:almost|nearly) (?:skipped|moved|cancell?ed|quit|stopped|swapped|gave|dropped|asked|missed|bailed)\b|"
    r"\b(?:thought about|tempted to|was considering|felt like (?:skipping|quitting|stopping)|did think about)\b"
)
_REQUEST_AFTER = re.compile(
    r"\b(?:can|could|would|please|so|shall|let us|make|move|skip|swap|cut|drop|change)\b(?! (?:it )?say)"
)
_STILL_WANTED = re.compile(r"\b(?:can (?:you|we|i)|could (?:you|we|i)|please|so (?:skip|move|cut))\b")
_GENERAL = re.compile(
    r"^(?:(?:so|and|but|hey|just) )*(?:(?:would|do|does|did|can|could|is|are|should|have|how do|why do) "
    r"(?:you (?:ever|recommend|tell|think(?! (?:i|my|we|it)\b))|people|runners|elites?|pros?|anyone|beginners|other|"
    r"most|marathoners|women|"
    r"men|kenyans)\b|(?:would|do|does) (?:an?|any|another|most|other|real) [\w ]{0,14}(?:coach\w*|runners?|person|"
    r"doctor|pro)\b|is it (?:true|normal|bad|ok for|common)\b)"
)
_IN_CASE = re.compile(
    r"\bif (?:i|we) (?:ever |were to |was to |had to |happen to |should |would |do |did |get |got |fall |fell |catch |"
    r"caught |miss |missed |skip |skipped |ran |run |stop |stopped |lose |lost |have |had |went |go |take |took |"
    r"need |feel )"
)
_TROUBLE = re.compile(
    r"\b(?:ill|sick|hurt|injur\w*|cold|flu|covid|miss\w*|skip\w*|behind|fall|tired|late|dns|dnf|not (?:run|train|"
    r"finish)|"
    r"a niggle|snow\w*|cramps?|burn ?out|lose fitness)\b"
)
_ILL = re.compile(r"\b(?:norovirus|virus|flu|cold|covid|fever|bug|threw up|throwing up|vomit\w*)\b")
_ASKS_OUTCOME = re.compile(
    r"\b(?:what (?:happens|would happen|should|do|would|then|if)|what's|would (?:it|that|i|you|the)|does (?:it|that|"
    r"the)|do i|"
    r"is (?:it|that)|how (?:much|bad|do|does|would)|will (?:i|it|that)|matter|am i|be (?:ok|fine|bad)|ruin\w*|"
    r"should i|can (?:you )?(?:deal|cope|handle|adapt))\b"
)

_DEVICE = re.compile(
    r"\b(?:garmin|strava|watch|coros|polar|suunto|whoop|fitbit|oura|app|runna|chatgpt|algorithm)\b(?:'s)?[\w' ]{0,20}?"
    r"\b(?:says?|said|thinks?|reckons?|shows?|tells?|claims?|gives?|gave|wants?|suggests?|predicts?|recommends?)\b"
)
_OTHER_SPORT = re.compile(
    rf"{_LEAD}(?:i |we )?(?:have )?(?:just )?(?:swam|cycled|biked|hiked|rowed|rode (?:my |the )?(?:bike|bicycle)|"
    r"(?:went|been) (?:swimming|cycling|biking|hiking|climbing|skating|rowing|skiing|for a (?:swim|ride|hike|bike "
    r"ride))|"
    r"(?:did|had|played) (?:an? |some |my )?(?:\w+ )?(?:yoga|pilates|spin\w*|crossfit|football|soccer|tennis|padel|"
    r"squash|"
    r"basketball|hockey|rugby|golf|climbing|gym|swim|bike ride))\b"
)

ANSWERS = {
    "device": "A watch or an app sees one number and guesses; how you feel and sleep says more. Your plan stays as it "
    "is. If you do feel worn out, tell me, and I make the week easier.",
    "other sport": "Good, that counts as easy training. Your plan stays as it is; if it left you tired, tell me "
    "which run "
    "to make easier.",
    "others": "Thank you for telling me. As I read it, that is not about your own running, so your plan stays as it "
    "is. "
    "Does it change the days you can run? Then tell me which.",
    "reported": "Advice is cheap, and I would not change your plan on it unasked. Shall I change something, or "
    "leave it "
    "as it is? Tell me in your own words what you would like.",
    "past": "Good to know where you come from. I take it as history, so your plan stays as it is.",
    "taken back": "Then the plan stays as it is. Tell me if you want it otherwise after all.",
    "supposed": "We would take that as it comes: one run less costs next to nothing, and after a longer break I build "
    "the way back step by step. Nothing changes now; tell me if it happens.",
    "general": "That depends on the runner, so I would not answer it by rule. For your own plan: tell me what you "
    "would "
    "like, and I show it before anything changes.",
}


_ABOUT_ME = re.compile(
    r",? (?:(?:but|and|while) )?(?=(?:i (?:say|think|would say|prefer|reckon)|me(?:,| more| about| it| only| i|$)|"
    r"i am more|mine (?:is|are|more))\b)"
)


_A_PULSE = re.compile(r"\b(?:vo2\w*|bpm|heart|pulse|hr)\b")
_FELL_THROUGH = re.compile(  # "that trip got cancelled, so all good"
    r"\b(?:trip|travel|holiday|vacation|meeting|visit|wedding|conference|course|shift|party|plans?|it|"
    r"that)\b[^.,;]{0,15}? "
    r"(?:got|was|is|has been|have been|were) (?:now )?(?:cancell?ed|called off|scrapped)\b|"
    r"\b(?:trip|holiday|plans?|it all) fell through\b"
)


def aside(clause: str) -> str | None:
    """What kind of aside a normalised clause is, a key of `ANSWERS`; None where it is the runner's own word."""
    if knowledge.known(clause):
        return None
    if _DEVICE.search(clause) and not _REQUEST_AFTER.search(clause) and not _A_PULSE.search(clause):
        return "device"
    if _OTHER_SPORT.search(clause) and not _REQUEST_AFTER.search(clause):
        return "other sport"
    if _RUNS_THIRD.search(clause) or _NOT_TOGETHER.search(clause):
        return "others"
    if _WOULD_IF.search(clause) and not _ASKS_FOR.search(clause):
        return "supposed"
    if _GENERAL.search(clause):
        return "general"
    if _TAKEN_BACK.search(clause) and not _STILL_WANTED.search(clause):
        return "taken back"
    if _IN_CASE.search(clause) and _TROUBLE.search(clause) and _ASKS_OUTCOME.search(clause):
        return "supposed"
    if (
        (_REPORTED.search(clause) or _TOLD_TO.search(clause))
        and _BY_OTHERS.search(clause)
        and not _BOUND.search(clause)
    ):
        return None if _OF_DOCTOR.search(clause) else "reported"
    if (
        _OTHERS.search(clause)
        and _DID_TO_ME.search(clause)
        and not (_ASKS_SHOULD.search(clause) or _BOUND.search(clause) or _ILL.search(clause))
    ):
        return "past"
    if _THIRD.search(clause) and not _SELF.search(clause) and not _BINDS_ME.search(clause):
        return "others"
    if _OTHERS.search(clause) and not _SELF.search(clause) and not _BINDS_ME.search(clause):
        return "others"
    if (
        _ANYBODY.search(clause)
        and not _SELF.search(clause)
        and not _BINDS_ME.search(clause)
        and _COUNTED.search(clause)
    ):
        return "others"
    if _OF_OTHERS.search(clause) and not _BINDS_ME.search(clause):
        return "others"
    if (_IN_CASE_OF.search(clause) or _IF_IT_TURNS.search(clause)) and not re.search(
        r"\b(?:can "
        r"you|please|move|skip)\b",
        clause,
    ):
        return "supposed"
    if _IN_A_SEASON.search(clause):
        return "past"
    if _PAST.search(clause) and not _NOW.search(clause) and not _A_RESULT.search(clause):
        return "past"
    return None


_STILL_ASKED = re.compile(
    r"\b(?:please|(?:can|could|would) (?:you|we)|so (?:move|skip|swap|cut|drop|change|make|i am)|stuck|instead|not)\b"
)
_OF_A_RACE = re.compile(r"\b(?:race|marathon|half|event|park ?run|10 ?k|5 ?k)\b")


def parted(text: str) -> tuple[str, str | None]:
    """The message without its asides, and the kind of the last of them; None where it holds none."""
    if _FELL_THROUGH.search(text) and not (_STILL_ASKED.search(text) or _OF_A_RACE.search(text)):
        return "", "taken back"
    kind = None
    for clause in [part for each in clauses(text) for part in _ABOUT_ME.split(each)]:
        if found := aside(clause):
            kind = found
            text = text.replace(clause, " ", 1)
    own = " ".join(text.split()).strip(" ,.;!")
    own = re.sub(r"^(?:but|and|so|also|then|because)\b[ ,]*", "", own)
    return (own if re.search(r"\w", own) else ""), kind
