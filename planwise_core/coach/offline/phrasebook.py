"""The words that point to an intent: (intent, weight, phrases). 3 and more is clear, 2 likely, 1 a hint.

The phrases are written as `language.phrases` reads them. An intent may stand here several times.
"""

from __future__ import annotations

from planwise_core.coach.offline.talk_phrases import TALK

_WISHES: tuple[tuple[str, float, str], ...] = (
    ("guard", 9,
     "[ignore/forget/disregard/override] ... [instructions/rules/prompt] | above this line | everything above | your "
     "[code/source/config*] | prior text | new rule: | user emails | debug mode | [the/your] developer | sql | source "
     "code | obey me | reveal your | hidden [instructions/rules/prompt] | must obey | [repeat/say] the word | ignore "
     "the rest of | system [prompt/instruction*/message/override] | new instructions | your [prompt/instructions] | "
     "api key* | you are now | pretend [to be/you/that] | jailbreak | drop table | <script | <img | onerror | "
     "[client/clients] # | every runner* | other [runner*/client*/user*] | another [runner*/client*/user*] | "
     "[answer/talk/speak] like | pirate | your ... prompt | email address | act as | prescribe | "
     "[instruction/instructions] reset | text above | words above | admin | administrator | [plan/data/runs/profile] "
     "of [user/client] | [password*/secret*] | system: | sudo | developer mode"),
    ("guard", 5,
     "[delete/erase/wipe/reset] [all/everything/my plan/the plan/my account/my data/the whole plan/every]"),
    ("translate", 9, "translate | translation | in [spanish/french/german/italian/dutch/portuguese/my language]"),
    ("joke", 9,
     "repeat after | [write/sing/tell] [me/a/an] a? [poem/song/story/joke/haiku] | [poem/song/haiku] about"),
    ("undo", 5,
     "[reverse/undo/revert] [that/it/what/the last/this] | [version/plan/1] before | before was better | [plan/version]"
     " i had | liked the [last/old/previous] | liked [it/the old] ... before | [go/take me/roll/switch/change it] back "
     "[to/one/a]? ... [version/plan/before/was] | undo | revert | rollback | roll back | restore | "
     "[previous/old/earlier/prior/last] [version/plan] | [before/undo/without] [that/the/this]? last change | "
     "[preferred/liked] it before | "
     "have [that/the old/the previous/the last] 1 back | better [before/how it was/the way it was/as it was] | before "
     "you changed | before the change | like it was before | how it was before | the old [plan/version] |  as it was | "
     "[the way it was] | take that back | change it back | go back | put it back"),
    ("race_off", 5,
     "not be? [doing/running] the [race/marathon] | not racing | [race/marathon/half/event/organis*/organiz*] ... "
     "[bust/bankrupt/fell through/is off/scrapped/abandoned] | without a race | lost my [place/spot/entry] | did not "
     "get [a/my] [place/spot/entry] | no race [anymore/any more] | [race/marathon/event] ... [cancelled/canceled/called"
     " off] | cancel* the race | not [racing/doing the race/running the race] | [forget/drop/skip/scrap] [about]? the "
     "race"),
    ("race_moved", 5,
     "[put/moved/pushed/brought] [our/my/the] [race/event/marathon/half] | defer | deferring | deferred | "
     "[race/race day/date] is now | "
     "[brought/moved/put/pushed/bring] the? [race/event/marathon/half] [forward/back] | "
     "[race/event/marathon/half/big day/date] ... [moved/postponed/rescheduled/delayed/shifted/pushed/brought "
     "forward/changed] | [postponed/rescheduled/moved/delayed/shifted] ... [race/event/marathon/half] | "
     "[race/event/marathon/half] is [not on/now/actually/really] | [race/event/marathon/half] is on | date wrong | "
     "wrong date | new [race date/date for] | it is [a/#] [week/weeks/days/day/month/months] [later/earlier/sooner] | "
     "race ... [a/#] [week/weeks/days/day] [later/earlier] | [postpone/delay/reschedule] [the/my] "
     "[race/event/marathon/half] | push [the/my] [race/event/marathon/half] back"),
    ("ill", 4,
     "fluey | flu-like | coming down with | feverish | chills | flu | fever | influenza | covid | corona | sick | ill "
     "| sore throat | runny nose | stuffy nose | "
     "[a/the/my/bad/head/nasty/caught/have/slight/little/light/small/minor/proper] cold | stomach bug | virus | under "
     "the weather | [come/came/coming/going] down with | temperature of | bronchitis | cough* | sinus* | tonsil* | "
     "food poisoning | norovirus | migraine | antibiotics | throwing up | threw up | vomit* | puking | diarrh*"),
    ("hurt", 4,
     "rock hard | plantar | hamstring is back | injur* | hurt* | pain* | sore | ache* | aching | grumbl* | niggl* | "
     "tweak* | twisted | rolled my | sprain* | strain* | pulled my | inflam* | swollen | tender | "
     "[playing/acting] up | bothering me | giving me trouble | stiff* | dodgy | shin splints | "
     "tendinitis | tendonitis | itb | limp* | cramp*"),
    ("away", 4,
     "on a [course/seminar/training course/school trip/work trip] | pause [everything/the plan/training/running/my "
     "plan/it all] | no [training/running/runs/run/sport/sports/exercise] | "
     "[nowhere/no place/no where] to [run/jog/train] | so nothing [until/till] | no chance of [a/any]? "
     "[run/running/training] | taking the [family/kids/wife] | out of [office/running/action] | without a chance | "
     "needs me | stuck at home | snowed in | leaving [on/the/at] | back [on/home] [the/on]? #* | for [work/business] "
     "all | be in ... for [work/business] | without [running/my/any]? [gear/shoes/kit/trainers] | away | holiday* | "
     "vacation | travel* | trip | abroad | ski week | conference | out of town | honeymoon | on leave | "
     "[flying/fly/going] to | no chance to run | not get out | [zero/no] running | no "
     "[shoes/gear/kit/trainers/running shoes] | quarantine* | [isolating/isolation] | lockdown | family is visiting | "
     "moving house | camping | [on/on a/a] cruise | [sent/sends/sending] me to | off to | heading to | leaving for | "
     "[out/gone] [from/until/for/all] | [a/#] [week/weeks/days] off | skiing | retreat | festival | on a "
     "[boat/ship/plane]"),
    ("away", 5.5,
     "[stag/hen] [do/weekend/party] | bachelor party weekend | city break | weekend away | "
     "[runners/shoes/trainers/kit/running shoes] ... [stay/stays/staying/remain/left/leaving] ... "
     "[home/cupboard/wardrobe/behind] | [runners/shoes/trainers/kit] ... not [making/coming/going/packed] | "
     "[stay/keep/be/keeping/staying] off [my/your]? feet"),
    ("busy", 3,
     "i will be ... all day | double booked | double-booked | father's day | mother's day | brunch | wedding | "
     "birthday | concert | party | "
     "christening | funeral | visiting "
     "| visitors | in-laws | exam* | deadline | busy | no time | clear [that/the] day | will not [run/be "
     "running/train] | not be able to [run/train/do/make/get/manage] | unable to [run/train/do/make/manage] | not "
     "going to [manage/make it/make/be able/get/happen] | not manage | can not run | can not train | can not make it "
     "| [have/got] plans | something on | [does/do/will/would] not work | not [make/do/manage] "
     "[monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow/tonight] |  appointment | not available | "
     "unavailable | not free | working late | have to work | working [this/all/over/both/on/that] | on shift | on "
     "nights | night shift* | nightshift* | works do | late shift | on call | babysitting | packed | rammed | swamped "
     "| snowed under | manic | double shift | school play | moving day"),
    ("busy", 6.5,
     "nothing at all? [between/from] | "
     "[babysitter/sitter/nanny/childcare] ... [cancel*/ill/sick/fell through/let me down] | "
     "[nobody/no 1/no one] [to/who can/can] [watch/mind/look after/babysit/have/take] | "
     "no [babysitter/childcare/sitter] | "
     "[nobody/no 1/no one/not] [will]? let me [out/run/step out/go out/escape]"),
    ("busy", 6,
     "no [jog/jogging/run/running] for me | no way ... [getting out/get out] | "
     "nothing [possible/doable/works] | not [leave*/leaving] the [house/flat/building/home/hospital/office] | "
     "be [useless/no use/good for nothing/out of action] [all/on/for/both/from/until/that/the/this/next/those]"),
    ("busy", 5,
     "[calendar/schedule/diary/agenda] ... [full/crazy/mad/nightmare/chaos]"),
    ("missed", 4,
     "never [got/made it] [out/round to it/to it/going] | missed | did not [run/go/make/get/do/manage/train] | "
     "did nothing | have not [run/trained/been running] | "
     "no runs since | fell behind | behind schedule | [skipped] ... [run*/workout*/session*/week/yesterday] | "
     "life got in the way | fell off"),
    ("swap", 4,
     "swap* | switch | exchange | trade | flip | other way round | other way around | change places | reverse | swop"),
    ("move", 4,
     "[do/run/have/be] ... on ... instead | "
     "[monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow] better | move | moving | shift | "
     "[not/no] ... can [we/i/you] [do/run/make it/have it] on? "
     "[monday/tuesday/wednesday/thursday/friday/saturday/sunday/"
     "tomorrow/today] | reschedule | put ... on | push ... [to/back/by] | bring ... forward | postpone | would be "
     "better | better on | "
     "[rather/prefer*] ... on | earlier | [has to go elsewhere] | instead of | another day | "
     "delay | [do/run] ... run on | run ... on ... instead | can [i/we] [do/run] ... on | [run/1] [be/go] on | "
     "[do/run] ... [today/tomorrow] instead | do ... run [today/tomorrow] | could i [do/run] ... on | different day | "
     "swap ... to | fit ... in on | carry ... over"),
    ("slide", 8,
     "[push/move/shift/delay/slide/bump] [everything/the whole plan/the plan/the whole thing/all my runs/it all/my "
     "plan] ... "
     "[by/back/forward/forwards]"),
    ("move", 5,
     "[slide/slip/hop/nudge/roll] ... [to/onto/into] the? [monday/tuesday/wednesday/thursday/friday/saturday/sunday/"
     "tomorrow] | "
     "[bump/push/shift/shuffle] ... [to/on/onto/until/till] the? "
     "[monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow] | wait [till/until]"),
    ("move", 3.5,
     "[monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow/weekend/day] [instead/rather]"),
    ("drop", 4,
     "[run/runs/session/1/it/that/workout/intervals/tempo] [has/have/needs/is/are] to? [go/gone/off/out/cancelled] | "
     "not happening | will not happen | not going to happen | "
     "kill [the/my/thursday's/saturday's/sunday's/tuesday's/tomorrow's/that/it] | decline | "
     "a no [from/for] | a [write-off/washout/no-go] | "
     "no [monday/tuesday/wednesday/thursday/friday/saturday/sunday] [this/next/please/for] | non [starter/starters] | "
     "no go | not on the cards | forget about | write off | "
     "give ... a miss | pass on | sit out | miss out | bail* | lose the | axe | "
     "clear [#/from/next/the/my/this/monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow] |  chuck | "
     "nix | "
     "no can do | no [long run/tempo/intervals] [on/this/next/tomorrow] | "
     "skip | drop | cancel | remove | delete | scrap | ditch | "
     "leave out | take out | get rid of | bin | not want to do"),
    ("rest", 5,
     "nothing [that day/then/on that day/those days] | feet up | rather not [go/run] | rather [stay/stay in/sleep]"),
    ("rest", 4,
     "[monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow] off | [this/next] week off | "
     "[want/need/make/keep/have/give/free/get/take/leave] ... [off/free] | "
     "free [the/my/monday/tuesday/wednesday/thursday/friday/saturday/sunday] | free up | nothing on | off day | "
     "not plan [anything/any] | plan nothing | take ... out | be [rest/a rest/off] | [as/just/complete/total/full] "
     "rest | rest week | rest up | "
     "not running [today/tomorrow/tonight/this/on] | rest day | day off | [extra/more] rest | "
     "[need/want/take/have/give me] a? [break/rest] | recovery day | free day | rather not run | "
     "not [run/train/running/training/going to run/going to train] [on/that day] | "
     "no [run/running/training] [on/that day]"),
    ("easier", 4,
     "down a [notch/peg/gear/level] | #% [less/easier/lighter] | cut ... week | "
     "keep it [minimal/light/short/easy/low/chill] | keep ... week [short/light/easy/low] | nothing "
     "[stressful/hard/too/intense/fast/crazy] | [cut/reduce/lower/drop] the [volume/mileage/distance/load/km] | make "
     "easy | make ... easy | "
     "not [face/fancy/bear/stomach] [today's/tomorrow's/monday's/tuesday's/wednesday's/thursday's/friday's/saturday's/"
     "sunday's/the next] [run/session/workout/1] | "
     "make [monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow/it/that/today] "
     "easy | [make/have] ... week easy | easy [this/next] week | not [face/fancy/up for/feel like/in the mood for] "
     "the? "
     "[interval*/tempo/hill*/long/speed*/hard/session/reps] | too ambitious | lighten | [week/bit/much/lot] less | "
     "less "
     "please | no speed [this/next/on/please/for] | no [hard/speed/quality/fast] [stuff/work/runs/sessions/running] | "
     "no [speedwork/intervals/tempo/tempos] "
     "| [super/really/very/extra/a/be/keep/make] ... light | light week | chill* | quiet week | low-key | mellow | "
     "[turn/knock/bring/wind] ... down | gentle | easier | lighter | ease | tone ... down | reduce* | back off | cut "
     "... back | cut back | dial ... [back/down] | recovery week | easy week | [take/taking] it [easy/easier] | down "
     "week | too [hard/much/tough/intense/heavy] | go easy | fewer [km/miles/kilometres/kilometers/runs] | less "
     "[running/km/miles/volume/mileage] | breather | slow it down | brutal | deload | gentler | scale ... [down/back] |"
     " "
     "overwhelm* | do less | run less | less this week | less next week | [cutback/down/deload] week | cut back | cut "
     "... [week/volume/mileage] by | cut [this/next] week | can not keep up | overdoing | overtrain* | lower ... "
     "[week/volume/mileage] | softer | relax* week | calmer week | make ... calmer | step back"),
    ("easier", 5,
     "[only/nothing but/just] easy [run*/running/jogging/stuff]? ... [until/till/for/this/next] | easy "
     "[run/runs/running/jogging/stuff]? only | [cut/reduce/shorten] [all/every/my] ... by #%"),
    ("easier", 5,
     "[everything/all of it/all my runs] ... [shorter/easier/lighter/gentler]"),
    ("easier", 6,
     "go easy on me | be [gentle/kind/nice/merciful] [with/to/on] me | [have/take] [mercy/pity] on me"),
    ("easier", 4.5,
     "rather not [do/run]"),
    ("well", 6,
     "thought [it was/i had/i was] ... [cold/flu/covid/bug/ill/sick/virus] | right as rain | false alarm | "
     "turned out to be nothing | woke up [fine/better/great/healthy/normal] | "
     "[gone/fine/better] [this morning/by morning/overnight]"),
    ("harder", 4,
     "beef up | beef ... up | beefier | add #% | add # percent | up ... by # | [bump/crank/build/turn/push] up | "
     "bump ... up | crank ... up | boost | "
     "up the [mileage/km/volume/distance] | harder | tougher | "
     "more [km/miles/mileage/volume/kilometres/kilometers/running/work/challenging] | [bit/little] more | "
     "step ... up | push me | too easy | ramp ... up | heavier | more intens* | challenge me | ramp up | do more | "
     "run more | want more | not [hard/challenging] enough | increase ... [week/volume/mileage] | "
     "raise ... [week/volume/mileage] | add more"),
    ("size", 4,
     "# minutes [max/tops/at most] | # [km/k/mi/mile/miles/minutes] off | stick to # | "
     "keep ... [to/at/under] # [km/k/mi/miles/minutes] | in half | halve* | half of | half the [distance/length/run] | "
     "cut ... short | # [km/k/mi/mile/miles/minutes] [longer/shorter/more/less] | "
     "shorten | shorter | lengthen | longer | extend | [bump/cut/trim/reduce/increase/limit/cap] ... [run/to] | "
     "make ... [#] [km/k/mi/miles/minutes] | only [have/got] # minutes | short on time | up to # | down to # | "
     "too long | too short | just # minutes | only # minutes | cap ... at | limit ... to | make ... to # | "
     "instead of # [km/miles]"),
    ("size", 6,
     "too far"),
    ("size", 5.5,
     "add # [km/k/mi/mile/miles/minutes] to | double the [length/distance]"),
    ("size", 5,
     "[knock/shave/take/lop/chop/trim/cut] # [km/k/mi/mile/miles/minutes]"),
    ("retype", 5,
     "[turn/change/make/convert/replace/swap/switch] ... [into/to/with/for/an/a] [an/a]? "
     "[easy/recovery/tempo/hills/hill/long/fartlek/steady/cross/bike/cycling/swim/swimming/strength] "
     "[run/session/workout/training/ride/intervals]? | "
     "[session/run/workout/1/intervals/tempo] to be [a/an/hills/easy/tempo/fartlek/steady] | "
     "instead of ... do [an/a] [easy/fartlek/recovery/tempo/steady] | "
     "give me [an/a] [easy/fartlek/recovery/tempo/steady] | easy run instead | easy instead | "
     "[replace/swap/change] ... with ... [bike/cycling/swim/swimming/strength/easy/yoga] | "
     "[bike/cycle/swim/cycling/swimming/biking] instead | [bike/cycle/swim] ... instead of | instead of running | "
     "to something easy | into something easy"),
    ("add", 4,
     "[stick/throw/pop/squeeze/slot/put] ... in | add [a/an/another/1/some/strength] | "
     "[extra/additional/another] [run/session/workout] | put in a"),
    ("missed", 6,
     "skipped [everything/all] | [ran/did/trained] nothing"),
    ("missed", 1,
     "what now"),
)  # fmt: skip

PHRASEBOOK = (*_WISHES, *TALK)
