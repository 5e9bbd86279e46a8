"""What a clause wants: a message is parted into clauses, each clause is weighed against a table of phrases.

A phrase table, not a model: every entry is a few words a runner says and how strongly they point somewhere (3: clear,
2: likely, 1: a hint). The heaviest intent wins; where nothing weighs 2 the coach does not act but asks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from planwise_core.coach.offline.language import phrases

CLEAR = 2.0

_TABLE: tuple[tuple[str, float, str], ...] = (
    ("guard", 9, "[ignore/forget/disregard/override] ... [instructions/rules/prompt] | system prompt | your "
                 "[prompt/instructions] | api key* | you are now | pretend to be | jailbreak | drop table | <script "
                 "| <img | onerror | [client/clients] # | every runner* | other [runner*/client*/user*] | another "
                 "[runner*/client*/user*] | [password*/secret*] | system: | sudo | developer mode"),
    ("guard", 5, "[delete/erase/wipe/remove/reset] [all/everything/my plan/the plan/my account/my data/the whole "
                 "plan/every]"),
    ("undo", 5, "[go/take me/roll/switch/change it] back [to/one/a]? ... [version/plan/before/was] | undo | revert "
                "| rollback | roll back | restore | [previous/old/earlier/prior/last] [version/plan] | better "
                "before | as it was | [the way it was] | take that back | change it back | go back | put it back"),
    ("race_off", 5, "[race/marathon/event] ... [cancelled/canceled/called off] | cancel* the race | not "
                    "[racing/doing the race/running the race]"),
    ("race_moved", 5, "[race/event/marathon/big day/date] ... "
                      "[moved/postponed/rescheduled/delayed/shifted/pushed/brought forward/changed] | "
                      "[postponed/rescheduled/moved/delayed/shifted] ... [race/event/marathon] | "
                      "[race/event/marathon] is now | new [race date/date for] | race ... [a/#] "
                      "[week/weeks/days/day] [later/earlier]"),
    ("ill", 4, "flu | fever | influenza | covid | corona | sick | ill | sore throat | runny nose | stuffy nose | "
               "[a/the/my/bad/head/nasty/caught/have] cold | stomach bug | virus | under the weather | temperature "
               "of | bronchitis | cough* | sinus* | tonsil* | food poisoning | norovirus | migraine | antibiotics | "
               "throwing up"),
    ("hurt", 4, "injur* | hurt* | pain* | sore | ache* | aching | grumbl* | niggl* | tweak* | twisted | rolled my | "
                "sprain* | strain* | pulled my | inflam* | swollen | tender | [playing/acting] up | bothering me | "
                "giving me trouble | stiff* | dodgy | shin splints | plantar fasciitis | tendinitis | tendonitis | "
                "itb | limp* | cramp*"),
    ("away", 4, "away | holiday* | vacation | travel* | trip | abroad | skiing | ski week | conference | out of "
                "town | honeymoon | on leave | sending me to | [flying/fly/going] to | no chance to run | not get "
                "out | [zero/no] running | family is visiting | moving house | camping | cruise"),
    ("busy", 3, "wedding | birthday | concert | party | christening | funeral | visiting | visitors | in-laws | "
                "exam* | deadline | busy | no time | clear [that/the] day | not be able to run | can not run | can "
                "not train | can not make it | [have/got] plans | something on | does not work"),
    ("missed", 4, "missed | did not [run/go/make/get/do/manage/train] | did nothing | have not [run/trained/been "
                  "running] | no runs since | fell behind | behind schedule | [skipped] ... "
                  "[run*/workout*/session*/week/yesterday] | life got in the way | fell off"),
    ("swap", 4, "swap* | switch | exchange | trade | flip | other way round | other way around | change places | "
                "reverse | swop"),
    ("move", 4, "move | moving | shift | reschedule | put ... on | push ... [to/back/by] | bring ... forward | "
                "postpone | would be better | better on | [rather/prefer*] ... on | earlier | [has to go elsewhere] "
                "| instead of | on a different day | another day | delay"),
    ("drop", 4, "skip | drop | cancel | remove | delete | scrap | ditch | leave out | take out | get rid of | bin | "
                "not want to do"),
    ("rest", 4, "rest day | day off | [extra/more] rest | [need/want/take/have/give me] a? [break/rest] | recovery "
                "day | free day | rather not run | not [run/train] on"),
    ("easier", 4, "easier | lighter | ease | tone ... down | reduce* | back off | cut ... back | cut back | dial "
                  "... [back/down] | recovery week | easy week | [take/taking] it [easy/easier] | down week | too "
                  "[hard/much/tough/intense/heavy] | go easy | fewer [km/miles/kilometres/kilometers/runs] | less "
                  "[running/km/miles/volume/mileage] | breather | slow it down | brutal | deload | gentler | scale "
                  "... [down/back] | overwhelm*"),
    ("harder", 4, "harder | tougher | more [km/miles/mileage/volume/kilometres/kilometers/running/work/challenging] "
                  "| [bit/little] more | step ... up | push me | too easy | ramp ... up | heavier | more intens* | "
                  "challenge me | ramp up"),
    ("size", 4, "shorten | shorter | lengthen | longer | extend | [bump/cut/trim/reduce/increase/limit/cap] ... "
                "[run/to] | make ... [#] [km/k/mi/miles/minutes] | only [have/got] # minutes | short on time | up "
                "to # | down to #"),
    ("retype", 5, "[turn/change/make/convert/replace/swap] ... [into/to/with/for/an/a] [an/a]? "
                  "[easy/recovery/tempo/hills/hill/long/fartlek/steady/cross/bike/strength] "
                  "[run/session/workout/training/ride/intervals]? | easy run instead | easy instead"),
    ("add", 4, "add [a/an/another/1/some/strength] | [extra/additional/another] [run/session/workout] | put in a"),
    ("missed", 1, "what now"),
    ("show", 3, "what is [on/my/up/the/planned/in/coming/next/for] | what do i [have/run/do/need] | what am i "
                "[doing/running] | what [have/has] ... [got/in store] | what are my | show | do i "
                "[run/have/get/need] | how [far/long/many km/many miles/much] [is/are/do/will/should/am]? | when is "
                "| tell me | [today/tomorrow/week] [run/workout/session/plan] | next [run/workout/session] | my "
                "[schedule/week/runs] | [the/my] plan for | what workout | which [run/workout] | overview | what "
                "about | in store | what run | anything [on/planned] | my training"),
    ("why", 4, "why | what is the point | reason | purpose | necessary | explain | what [is/are] [a/an/the]? "
               "[tempo/interval*/cruise/fartlek/threshold/long run/taper/strides/recovery run/vo2*/progression/easy "
               "run/shakeout/base/hills] | what does ... mean | benefit* | good for | what for | how come"),
    ("pace", 4, "pace | paces | how [fast/slow] | speed should | min per km | target speed | what speed | too "
                "[fast/slow]"),
    ("heart", 5, "heart rate | hr | zone* | bpm"),
    ("predict", 4, "predict* | what time [can/should/will/could/do] | finish* time | goal time | aim for | "
                   "realistic | on track | how fast can i | estimate*"),
    ("countdown", 5, "how many [days/weeks] ... [race/day/until/till/left/to go/marathon] | how long until | how "
                     "long till | when is [my/the] [race/marathon/half marathon/big day] | [days/weeks] to go | "
                     "countdown"),
    ("ready", 3, "nervous | anxious | scared | worried | am i ready | panic* | doubt* | afraid | stress* about"),
    ("low", 3, "feeling down | unmotivated | no motivation | motivation | give* up | bored | boring | hate | "
               "depressed | sad | sick of | fed up | discourag* | not sure i want | what is the point of | lonely | "
               "want to quit | frustrat*"),
    ("tired", 3, "tired | exhausted | knackered | toast | wiped | drained | dead legs | heavy legs | legs "
                 "[are/feel] [dead/heavy/toast/shot/gone/tired] | fatigue* | worn out | burnt out | burned out | "
                 "shattered | no energy | [terrible/bad/awful] night | slept [badly/poorly/terribly/little] | no "
                 "sleep | sluggish | run down | cooked | spent | wrecked | stressed | a mess"),
    ("great", 2, "[feel/felt/feeling] [great/amazing/good/strong/awesome/fantastic] | nailed | crushed | smashed | "
                 "so happy | personal best | new pb | went well | loved it | killer session"),
    ("did", 2, "did my | finished my | completed | just ran | i ran | done with | ran the"),
    ("help", 4, "what can you do | help | how does this work | options | commands | what can i [ask/say] | how do i "
                "use"),
    ("who", 4, "who are you | are you [a/an/real/human/chatgpt/ai] | real person | what are you | your name | which "
               "model | are you there | a bot"),
    ("limits", 4, "never [mondays/tuesdays/wednesdays/thursdays/fridays/saturdays/sundays] right | my limits | what "
                  "do you know about me | [which/what] days are free | what do you remember | remember about me"),
    ("food", 4, "eat | eating | food | diet | gel | gels | fuel* | drink* | hydrat* | breakfast | caffeine | "
                "protein | lose weight | weight loss | carbs | nutrition | beer | alcohol | supplement*"),
    ("gear", 4, "shoe* | treadmill | watch | strava | garmin | headphones | clothes | wear | weather | rain* | snow "
                "| heat | export | calendar | ics | print"),
    ("second_race", 4, "another [race/marathon] | weeks after this | after this one | second [race/marathon] | two "
                       "races | 2 races | b race | tune-up race"),
    ("thanks", 3, "thanks | thank you | cheers | great job | perfect | awesome | love it | sounds good | cool | "
                  "brilliant | ta"),
    ("hello", 2, "hello | hi | hey | good [morning/evening/afternoon] | hiya | yo | howdy"),
    ("keep", 3, "leave it | keep it | keep ... [as it is/as is] | never mind | nevermind | forget it | just kidding "
                "| only joking | just joking | stays as it is"),
    ("bye", 2, "bye | good night | see you | later coach"),
)  # fmt: skip

_ACTS = frozenset({"undo", "swap", "move", "drop", "rest", "easier", "harder", "size", "retype", "add", "away", "busy"})
_NEGATED = phrases(
    "not ... [move/swap/change/cancel/skip/drop/delete/touch/shift/scrap/remove/make/undo/switch] | "
    "[no need/not want] to [move/swap/change/cancel/skip/drop/rest] | without changing"
)
_NOT_HURT = phrases(
    "not [injured/hurt/sick/ill/sore] | no [pain/injury/injuries/fever/cold] | nothing hurts | pain free | pain-free"
)
_NOT_ILL = phrases(
    "sick of | cold [weather/outside/morning/out/and] | it is cold | too cold | so cold | was ill last | ill at ease"
)
_BACK_TO_RUNNING = phrases("back to [running/training/it/normal]")
_JOIN = re.compile(
    r"(?<!\d)[.!?;:]+(?:\s|$)|\s+(?:and then|then|also|but|and "
    r"also|otherwise|anyway)\s+|,\s+(?:and|but|so|please|also|can you|could you)\s+"
    r"|(?:,|\s+and)\s+(?=(?:please |could you |can you |i would like to |i want to |let us "
    r")?(?:move|swap|skip|make|shift|drop|cancel|put|add|show|tell|shorten|lengthen|change|what|why|how|when|give|turn|switch|explain|push|take|remove|undo|reduce|ease|bump|scrap)\b)"
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
    for intent, weight, words in _TABLE:
        found = len({match[0] for match in phrases(words).finditer(clause)})
        if found:
            weights[intent] = max(weights.get(intent, 0), weight) + 0.5 * (found - 1)
    if _NOT_HURT.search(clause):
        weights.pop("hurt", None)
        weights.pop("ill", None)
    if _NOT_ILL.search(clause):
        weights.pop("ill", None)
    if _BACK_TO_RUNNING.search(clause):
        weights.pop("undo", None)
    if _NEGATED.search(clause):
        weights = {intent: weight for intent, weight in weights.items() if intent not in _ACTS} | {"keep": 6.0}
    return Heard(clause, tuple(sorted(weights.items(), key=lambda pair: -pair[1])))
