"""Shapes of whole clauses that say more than their words: a run with another size, another day, another kind."""

from __future__ import annotations

import re

from planwise_core.coach.offline.when import WEEKDAY

TO_A_NUMBER = re.compile(
    r"\b(?:make|cut|shorten|reduce|trim|keep|do|cap|drop|bring|lower|take|bump|set|change|limit|turn|knock|up|increase|"
    r"extend|lengthen)\b (?!week|(?:this|next|the) week\b(?!')|me\b|us\b|the half|the marathon|"
    r"a half)(?:[\w'-]+ ){0,9}?(?:to |at )?(?<!week )\d+(?:\.\d)?"
    r" ?(?:km|k|mi|miles|minutes)?(?: (?:perhaps|maybe|(?:instead(?: of)?|rather than) \d+\w*|instead|please|then|"
    r"not \d+\w*|easy|only|max|"
    r"tops|total|"
    r"if possible|for 20[-\d]+'s [a-z -]+))*[ ?!.]*$"
)
ONE_RUN = (
    rf"(?:the |my |that |this |\w+day's )?(?:long run|long one|long 1|tempo|intervals|easy run|run|today|tonight|"
    rf"tomorrow|"
    rf"{WEEKDAY}|20\d\d-\d\d-\d\d)"
    r"(?:'s)?(?: long)?(?: run| session)?"
)
ONLY_SO_LONG = re.compile(  # "long run 12 only", "only 5k tomorrow"
    rf"^(?:and |also )?{ONE_RUN} (?:should|must|has to|have to|needs to) (?:only |just )?be (?:only |just "
    rf")?\d+(?:\.\d)? "
    rf"?(?:km|k|mi|miles|minutes)(?: (?:long|only|max|this|next|on|{WEEKDAY}|tomorrow))*[ .!]*$|"
    rf"^{ONE_RUN} (?:to |at |is )?\d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)? (?:only|max|instead|tops|at most|please)+$|"
    rf"^{ONE_RUN}(?: on [\w ]+)?:? \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes) (?:tops|max|at most|only)\b|"
    rf"^{ONE_RUN} (?:only|just|max) \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)? (?:on )?(?:this |next "
    rf")?(?:\w+day|weekend|tomorrow)$|"
    rf"^(?:(?:this|next) week[,:]* )?{ONE_RUN}:? (?:only |just |max )?\d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)"
    rf"(?: (?:this|next) week)?(?: please| instead)?$|"
    rf"^{ONE_RUN} (?:only|just|max) \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)?(?: (?:this|next) week)?$|"
    r"^(?:(?:i )?(?:only|just|maybe|perhaps|rather|more like)(?: (?:have|got|have got))?(?: time| room| energy)?(?: "
    r"for)?|max(?:imum)?|"
    r"(?:only |just )?(?:have |got |have got )?time for|no more than) \d+(?:\.\d)? ?(?:km|k|mi|miles|minutes)(?: "
    r"easy)? (?:on |"
    r"for )?(?:this |next )?"
    r"(?:today|tonight|tomorrow|\w+day|weekend)(?: please)?$|"
    r"^\d+(?:\.\d)?(?: ?(?:km|k|miles|mi|minutes))? (?:instead of|rather than) \d|"
    rf"\b(?:can|could|may) (?:{ONE_RUN}|it|that|20[-\d]+'s [a-z -]+) be (?:only |just )?"
    r"\d+(?:\.\d+)?(?: ?(?:km|k|miles|mi|minutes))?"
    r"(?: instead(?: of [a-z ]+)?| please)?[ ?]*$|"
    r"^(?:like|say|maybe|about|around|perhaps|to) \d+(?:\.\d)?(?: ?(?:km|k|miles|mi|minutes))?(?: for 20.*)?$|"
    r"^\d+(?:\.\d)?(?: ?(?:km|k|miles|mi|minutes))? on (?:this )?\w+day (?:is|will be|would be) (?:plenty|enough)\b|"
    r"\b(?:be|run|do|make it|just|only) \d+(?:\.\d)?(?: ?(?:km|k|miles|mi|minutes))? instead of \d|"
    r"^(?:let us|i want to|i would like to|i will|make it|can (?:we|you)) (?:do |run |make it )?\d+(?:\.\d)? ?(?:km|"
    r"k|mi|miles|minutes) "
    r"(?:on |for )?(?:this |next )?(?:today|tonight|tomorrow|\w+day)(?: instead| please| then)*$"
)
INTO = re.compile(  # "switch out the tempo in week 7 for an easy run"
    r"\b(?:switch|swap|change|turn|replace|make|trade|exchange)\b.*\b(?:for|into|to|with) (?:an?|some|something) "
    r"(?:easy|easier|lighter|gentler|gentle|shorter|less \w+|recovery|steady|tempo|fartlek|hills?|bike|swim)\b|"
    r"\b(?:can|could|may|should|let) (?:it|that|this|them|we have it)(?: just| only| simply)? be (?:just |"
    r"only )?an? (?:easy|recovery|"
    r"steady|gentle) (?:run|jog|1)\b|"
    r"\b20[-\d]+'s [a-z ]+ be (?:just |only )?an? (?:easy|recovery|steady)\b|"
    r"\bshould (?:just |only |really )?be an? (?:easy|recovery|steady) (?:run|jog|1)\b|"
    r"\bas an? (?:easy|recovery|progression|tempo|fartlek|steady)\b|"
    r"\brather (?:go )?(?:cycl\w+|bike|biking|swim\w*)\b|\binstead of\b.*\b(?:do|have|run) "
    r"(?:an? |some )?(?:easy|recovery|steady|tempo|fartlek|"
    r"hills?)\b"
)
KIND_INSTEAD = re.compile(  # "hills instead of intervals on Tuesday"
    r"\b(?:hills?|fartlek|easy|recovery|tempo|steady|progression|bik\w+|cycl\w+|swim\w*|strength)(?: runs?| session)? "
    r"instead of (?:the |my |any |a )?(?:runs?|running|intervals?|tempo|long run|hills?|hard|speed|quality|easy)\b|"
    r"\b(?:hills?|fartlek|bik\w+|cycl\w+|swim\w*)\b.*\b(?:them|it|that|this) instead of (?:the |my )?"
    r"(?:intervals?|tempo|long run|easy run|run|session)\b"
)
BY_PERCENT = re.compile(
    r"\bweek\b.*\bby \d+ ?(?:%|percent)|\b(?:take|knock|cut|shave|trim) \d+ ?(?:%|percent) (?:off|from|of)\b"
)
DAY_IS_EASY = re.compile(  # "next Tuesday easy", "Thursday light please"
    rf"^(?:and )?(?:on |next |this )?(?:{WEEKDAY}|tomorrow)(?: next week| (?:in )?week \d+)?"
    r"(?: an?)? (?:easy|light|easier)(?: please)?$"
)
DAY_IS_OUT = re.compile(  # "Saturday and Sunday are both out"
    rf"\b(?:{WEEKDAY}|tomorrow|today|weekend|20\d\d-\d\d-\d\d)(?: (?:this|next) week)? (?:is|are) "
    r"(?:both |all |completely |totally )?"
    r"(?:out|gone|impossible|blocked|taken|full|a no|no good|not possible)\b(?! of)|"
    rf"^(?:and )?(?:{WEEKDAY}|tomorrow|today)(?: is)? (?:rest|a rest)$|"
    rf"\b(?:{WEEKDAY}|tomorrow) (?:has to|must|should|needs to|can only) be (?:nothing|off|rest|a rest|empty|free)\b|"
    rf"\b(?:{WEEKDAY}|tomorrow) (?:has|have|needs?) to go\b|"
    rf"\b(?:can not|could not|no good|(?:can|will|would|could|do) not (?:do|make|make it|manage|run|"
    rf"be there))(?: do)? (?:on )?(?:this |next )?(?:{WEEKDAY}|tomorrow|today|tonight|weekend)"
    rf"(?:,? (?:nor|or|and|&) (?:on |this )?(?:{WEEKDAY}|tomorrow|today|20\d\d-\d\d-\d\d))*$"
)
EASY_WEEK = re.compile(r"\b(?:an?|the|make|have|give me)(?: \w+)? (?:easy|easier|light|lighter|recovery|quiet) week\b")
STAYS_NORMAL = re.compile(  # "week 6 normal", "the week after back to normal"
    r"^(?:and )?(?:[\w-]+ ){1,6}?(?:(?:is |stays |back to |as )?(?:normal|usual)|as (?:planned|it is|is)|unchanged)$"
)
FROM_TO = re.compile(rf"^{ONE_RUN} (?:on |from |next |this )?(?:\w+day )?to (?:the )?{WEEKDAY}\b")  # "thurs run -> fri"
HAS_ITS_DAY = re.compile(  # "Sunday has to be on Saturday", "Thursday's run on Wednesday please"
    rf"\b(?:can|could|may|should|might) (?:the |my )?{ONE_RUN} (?:be|go|happen|come|slide|slip|wait|move) "
    rf"(?:(?:moved|shifted|put|pushed) )?(?:on|to|onto|till|until|for) (?:the )?{WEEKDAY}\b|"
    rf"^(?:and |also )?{ONE_RUN} (?:has to|have to|must|needs? to|should|will(?: have to)?)"
    rf"(?: (?:be|go|happen|move))? (?:on|to) (?:the )?(?:{WEEKDAY}|20\d\d-\d\d-\d\d)\b|"
    rf"^(?:and |also )?(?:the |my )?(?:{WEEKDAY}|tomorrow)'s (?:long |easy )?(?:run|tempo|intervals|session|1) on "
    rf"{WEEKDAY}"
    r"(?: (?:please|instead|then))*$"
)
PLACED = re.compile(  # "next week the intervals on Wednesday please"
    rf"^(?:the |my )?(?:long run|long 1|tempo|intervals|easy run) (?:on )?{WEEKDAY},? (?:not|instead of|"
    rf"rather than) (?:on )?{WEEKDAY}\b|"
    rf"^(?:(?:this|next) week,? )?(?:so )?(?:the |my )?(?:long run|tempo|intervals|easy run|long one|long 1|"
    rf"hard session) (?:(?:this|next) week )?"
    rf"(?:on )?{WEEKDAY}"
    r"(?: (?:this|next) week)?(?: (?:please|instead|then))+$|"
    rf"^(?:(?:this|next) week[,:]* )?(?:the |my )?(?:long run|long one|tempo|intervals|easy run) to {WEEKDAY}$"
)
DO = re.compile(
    r"^(?:and |so |please )?(?:can i |could i |may i |let us |i will |i want to |i would like to )?(?:do|run|"
    r"have(?= the)|put(?= the)) "
    r"(?:it (?=on\b)|(?:that|this) (?:run|session|workout) |(?:the|my) (?:long|tempo|interval|easy|hard)|20[-\d]+'s|"
    r"(?:today|"
    r"tomorrow|"
    r"\w+day)'s|(?:long|tempo|easy))"
)
A_SIZE_INSTEAD = re.compile(  # "12k instead of 14 on Sunday", "can I run 20k on Sunday?"
    rf"^\d+ ?(?:km|k|mi|miles|minutes) (?:max|at most|only|tops)(?: on| for)? (?:today|tonight|tomorrow|{WEEKDAY})$|"
    rf"^\d+ ?(?:km|k|mi|miles|minutes)? instead of \d|"
    rf"\b(?:run|do) \d+ ?(?:km|k|mi|miles|minutes) (?:on |this |next |coming )*(?:{WEEKDAY}(?<!s)|today|tonight|"
    rf"tomorrow)"
    rf"(?: instead| please| then)*$|"
    r"^\d+ ?(?:km|k|mi|miles|minutes) tomorrow$|"
    rf"^\d+ ?(?:km|k|mi|miles|minutes) (?:on |this |next |coming )*(?:{WEEKDAY}|today|tonight|tomorrow)"
    rf"(?: instead| please| then)+$"
)
AT_ANOTHER_HOUR = re.compile(
    r"\b(?:evening|morning|afternoon|lunchtime|lunch|night)s? (?:instead of|rather than|not) "
    r"(?:in |on |at )?(?:the )?(?:early )?"
    r"(?:evening|morning|afternoon|lunchtime|lunch|night)\b|\bto (?:lunchtime|the (?:morning|evening|afternoon))\b"
)
