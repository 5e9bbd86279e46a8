"""The words that point to an intent: (intent, weight, phrases). 3 and more is clear, 2 likely, 1 a hint.

The phrases are written as `language.phrases` reads them. An intent may stand here several times.
"""

from __future__ import annotations

_KIN = (
    "dad/mum/mom/father/mother/nan/gran/grandma/grandad/grandpa"
    "/husband/wife/partner/brother/sister/son/daughter/friend/uncle/aunt"
)

PHRASEBOOK: tuple[tuple[str, float, str], ...] = (
    ("guard", 9,
     "[ignore/forget/disregard/override] ... [instructions/rules/prompt] | above this line | everything above | your "
     "[code/source/config*] | prior text | new rule: | user emails | debug mode | [the/your] developer | sql | source "
     "code | obey me | must obey | [repeat/say] the word | ignore the rest of | system "
     "[prompt/instruction*/message/override] | new instructions | your [prompt/instructions] | api key* | "
     "you are now | "
     "pretend [to be/you/that] | jailbreak | drop table | <script | <img | onerror | [client/clients] # | "
     "every runner* "
     "| other [runner*/client*/user*] | another [runner*/client*/user*] | [answer/talk/speak] like | pirate | your ... "
     "prompt | email address | act as | prescribe | [instruction/instructions] reset | text above | words above | "
     "admin "
     "| administrator | [plan/data/runs/profile] of [user/client] | [password*/secret*] | system: | sudo | developer "
     "mode"),
    ("guard", 5,
     "[delete/erase/wipe/reset] [all/everything/my plan/the plan/my account/my data/the whole plan/every]"),
    ("translate", 9, "translate | translation | in [spanish/french/german/italian/dutch/portuguese/my language]"),
    ("joke", 9,
     "repeat after | [write/sing/tell] [me/a/an] a? [poem/song/story/joke/haiku] | [poem/song/haiku] about"),
    ("undo", 5,
     "[reverse/undo/revert] [that/it/what/the last/this] | [version/plan/1] before | before was better | "
     "[plan/version] "
     "i had | liked the [last/old/previous] | liked [it/the old] ... before | [go/take me/roll/switch/change it] back "
     "[to/one/a]? ... [version/plan/before/was] | undo | revert | rollback | roll back | restore | "
     "[previous/old/earlier/prior/last] [version/plan] | better [before/how it was/the way it was/as it was] | before "
     "you changed | before the change | like it was before | how it was before | the old [plan/version] |  as it was | "
     "[the way it was] | take that back | change it back | go back | put it back"),
    ("race_off", 5,
     "not be? [doing/running] the [race/marathon] | not racing | [race/marathon/half/event/organis*/organiz*] ... "
     "[bust/bankrupt/fell through/is off/scrapped/abandoned] | without a race | lost my [place/spot/entry] | did not "
     "get [a/my] [place/spot/entry] | no race [anymore/any more] | "
     "[race/marathon/event] ... [cancelled/canceled/called "
     "off] | cancel* the race | not [racing/doing the race/running the race] | [forget/drop/skip/scrap] [about]? the "
     "race"),
    ("race_moved", 5,
     "[race/race day/date] is now | [brought/moved/put/pushed/bring] the? [race/event/marathon/half] [forward/back] | "
     "[race/event/marathon/half/big day/date] ... [moved/postponed/rescheduled/delayed/shifted/pushed/brought "
     "forward/changed] | [postponed/rescheduled/moved/delayed/shifted] ... [race/event/marathon/half] | "
     "[race/event/marathon/half] is [not on/now/actually/really] | [race/event/marathon/half] is on | date wrong | "
     "wrong date | new [race date/date for] | it is [a/#] [week/weeks/days/day/month/months] [later/earlier/sooner] | "
     "race ... [a/#] [week/weeks/days/day] [later/earlier] | [postpone/delay/reschedule] [the/my] "
     "[race/event/marathon/half] | push [the/my] [race/event/marathon/half] back"),
    ("ill", 4,
     "fluey | flu-like | coming down with | feverish | chills | flu | fever | influenza | covid | corona | sick | ill |"
     " sore throat | runny nose | "
     "stuffy nose | [a/the/my/bad/head/nasty/caught/have/slight/little/light/small/minor/proper] cold | stomach bug "
     "| virus | under the weather | [come/came/coming/going] down with | "
     "temperature of | bronchitis | cough* | sinus* | tonsil* | food poisoning | norovirus | migraine | antibiotics | "
     "throwing up | threw up | vomit* | puking | diarrh*"),
    ("hurt", 4,
     "rock hard | plantar | hamstring is back | injur* | hurt* | pain* | sore | ache* | aching | grumbl* | niggl* | "
     "tweak* | twisted | rolled my | sprain* | strain* | pulled my | inflam* | swollen | tender | "
     "[playing/acting] up | bothering me | giving me trouble | stiff* | dodgy | shin splints | "
     "tendinitis | tendonitis | itb | limp* | cramp*"),
    ("away", 4,
     "on a [course/seminar/training course/school trip/work trip] | "
     "pause [everything/the plan/training/running/my plan/it all] | "
     "no [training/running/runs/run/sport/sports/exercise] | no chance of [a/any]? [run/running/training] | "
     "taking the [family/kids/wife] | out of [office/running/action] | "
     "without a chance | needs me | stuck at home | snowed in | leaving [on/the/at] | back [on/home] [the/on]? #* | "
     "for [work/business] all | be in ... for [work/business] | without [running/my/any]? [gear/shoes/kit/trainers] | "
     "away | holiday* | vacation | travel* | trip | abroad | ski week | conference | out of town | "
     "honeymoon | on leave | [flying/fly/going] to | no chance to run | not get out | [zero/no] running | "
     "no [shoes/gear/kit/trainers/running shoes] | quarantine* | [isolating/isolation] | lockdown | "
     "family is visiting | moving house | camping | [on/on a/a] cruise | "
     "[sent/sends/sending] me to | off to | heading to | leaving for | [out/gone] [from/until/for/all] | "
     "[a/#] [week/weeks/days] off | skiing | retreat | festival | on a [boat/ship/plane]"),
    ("busy", 3,
     "father's day | mother's day | brunch | wedding | birthday | concert | party | christening | funeral | "
     "visiting | visitors | in-laws | exam* | deadline | busy | no time | clear [that/the] day | "
     "will not [run/be running/train] | "
     "not be able to [run/train/do/make/get/manage] | unable to [run/train/do/make/manage] | "
     "not going to [manage/make it/make/be able/get/happen] | not manage | can not run | can not train | "
     "can not make it | [have/got] plans | something on | [does/do/will/would] not work | "
     "not [make/do/manage] [monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow/tonight] | "
     " appointment | not available | unavailable | not free | working late | have to work | "
     "working [this/all/over/both/on/that] | on shift | on nights | night shift* | nightshift* | works do | "
     "late shift | on call | babysitting | packed | rammed | swamped | snowed under | manic | double shift | "
     "school play | moving day"),
    ("busy", 5,
     "[calendar/schedule/diary/agenda] ... [full/crazy/mad/nightmare/chaos]"),
    ("missed", 4,
     "missed | did not [run/go/make/get/do/manage/train] | did nothing | have not [run/trained/been running] | "
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
    ("move", 5,
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
     "feet up | rather not [go/run] | rather [stay/stay in/sleep]"),
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
     "down a notch | #% [less/easier/lighter] | cut ... week | keep it [minimal/light/short/easy/low/chill] | nothing "
     "[stressful/hard/too/intense/fast/crazy] | [cut/reduce/lower/drop] the [volume/mileage/distance/load/km] | make "
     "easy | make ... easy | make [monday/tuesday/wednesday/thursday/friday/saturday/sunday/tomorrow/it/that/today] "
     "easy | [make/have] ... week easy | easy [this/next] week | not [face/fancy/up for/feel like/in the mood for] "
     "the? "
     "[interval*/tempo/hill*/long/speed*/hard/session/reps] | too ambitious | lighten | [week/bit/much/lot] less | "
     "less "
     "please | no [hard/speed/quality/fast] [stuff/work/runs/sessions/running] | no [speedwork/intervals/tempo/tempos] "
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
    ("easier", 4.5,
     "rather not [do/run]"),
    ("harder", 4,
     "add #% | add # percent | up ... by # | [bump/crank/build/turn/push] up | bump ... up | crank ... up | boost | "
     "up the [mileage/km/volume/distance] | harder | tougher | "
     "more [km/miles/mileage/volume/kilometres/kilometers/running/work/challenging] | [bit/little] more | "
     "step ... up | push me | too easy | ramp ... up | heavier | more intens* | challenge me | ramp up | do more | "
     "run more | want more | not [hard/challenging] enough | increase ... [week/volume/mileage] | "
     "raise ... [week/volume/mileage] | add more"),
    ("size", 4,
     "# [km/k/mi/mile/miles/minutes] off | stick to # | "
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
    ("taper", 7,
     "[longer/shorter/earlier/later] taper* | taper* ... [earlier/later/longer/shorter/sooner]"),
    ("procedure", 6,
     "[blood/plasma] donation | [donate/donating/give/giving] [blood/plasma] | wisdom [tooth/teeth] | "
     "[tooth/teeth/mole] [out/pulled/removed] | root canal | surgery | anaesthetic | anesthetic | "
     "[an/my/the/minor/small] operation | colonoscopy | biopsy"),
    ("slower", 6,
     "[make/run/keep/do] ... [easy/long/recovery] runs ... slower | [easy/long/recovery] [run/runs] slower | "
     "[run/go] slower | slower [pace/paces]"),
    ("style", 6,
     "[no/without/skip/drop/remove/scrap/rid] ... [intervals/interval/speed/speedwork/tempo/tempos] ... "
     "[completely/altogether/entirely/for good/forever/at all/from now on]"),
    ("show", 3,
     "total [distance/km/kilometres/mileage/volume] | "
     "[summary/overview] [of/for] | [biggest/hardest/peak/longest/heaviest] [week/run] | "
     "[longest/biggest] run ... [before/in/of/until/ever] | [what/which] phase | "
     "[base/build/peak/next] phase | phases | where am i | what did i | "
     "[today's/tomorrow's] [run/workout/session/training] | what is next | what is left | what is still | "
     "left [before/this week/to do] | remaining | "
     "what is [on/my/up/the/planned/in/coming/next/for] | what do i [have/run/do/need] | what am i [doing/running] | "
     "what [have/has] ... [got/in store] | what are my | show | do i [run/have/get] | "
     "how [far/long/many km/many miles/much] [is/are/do/will/should/am]? | when is | "
     "[today/tomorrow/week] [run/workout/session/plan] | next [run/workout/session] | my [schedule/week/runs] | "
     "[the/my] plan for | what workout | which [run/workout] | overview | what about | in store | what run | "
     "anything [on/planned] | my training | tell me about [today/tomorrow/this/next/my/the] | what week | "
     "which week | when do i | whats planned | what have i got | is there a [run/workout/session] | "
     "what comes [next/up] | what about [today/tomorrow]"),
    ("predict", 5,
     "what time [can/could/should/will/might] i [run/do/finish/get/manage]"),
    ("changed", 6,
     "did you [move/change/cut/drop/skip/swap/shorten/add/remove] | what you [changed/did] | what did you "
     "[change/do] | what has changed | what changed | what is different"),
    ("changed", 9,
     "why did you [change/move/cut/drop/skip/swap/shorten/add/remove/take/put]"),
    ("compare", 6,
     "compare ... [plan/version/versions/1] | "
     "[harder/easier/lighter/heavier/more/less/longer/shorter/bigger/tougher] ... than ... week | "
     "[compare*/comparison/versus/vs] ... week | week ... [compare*/versus/vs]"),
    ("why", 4,
     "not understand | confus* | how does ... work | taper* | why | what is the point | reason | purpose | "
     "necessary | explain | "
     "what [is/are] [a/an/the]? [tempo/interval*/cruise/fartlek/threshold/long run/taper/strides/recovery "
     "run/vo2*/progression/easy run/shakeout/base/hills] | what does ... mean | benefit* | good for | what for | "
     "how come"),
    ("pace", 4,
     "pace | paces | how [fast/slow] | speed should | easy enough | how [hard/easy] [should/do/is] | talk test | "
     " min per km | target speed | what speed | too [fast/slow]"),
    ("heart", 5,
     "heart rate | hr | zone* | bpm"),
    ("predict", 4,
     "predict* | what time [can/should/will/could/do] | finish* time | goal time | aim for | realistic | on track | "
     "how fast can i | estimate*"),
    ("countdown", 5,
     "how [long/much time] [have/do] [i/we] [got/have]? left? ... [until/till/to/before/left/to go] | "
     "until the big day | "
          "[days/weeks] [til/till/until/to] [race/the/my] | "
     "how many [days/weeks] ... [race/day/until/till/left/to go/marathon] | how long until | how long till | "
     "when is [my/the] [race/marathon/half marathon/big day] | [days/weeks] to go | "
     "[what/which] [date/day] is [the/my] [race/marathon/half/big day] | date of [the/my] | countdown"),
    ("ready", 3,
     "dread* | survive | ready for | nervous | anxious | [scare/scares] me | "
     "scared | worried | am i ready | panic* | doubt* | afraid | "
     "stress* about"),
    ("grief", 7,
     f"passed away | [{_KIN}/dog/cat/he/she] [died/has died/just died] |  [lost/losing] my "
     "[mum/mom/dad/father/mother/wife/husband/partner/friend/brother/sister/dog] | "
     f"[{_KIN}/he/she/baby/kid/child/parents] [is/was/are/has/had/got/went/been/ended/rushed/taken]? ... "
     "[hospital/hospice/icu/intensive care/cancer/dementia/dying/stroke/diagnosed/emergency surgery/car accident] | "
     "miscarr* | bereave* | griev* | put down my dog"),
    ("low", 5,
     "compar* [myself/me] | hate everything | bit off more | in over my head | too much for me | burnt out | burned "
     "out "
     "| [husband/wife/partner/girlfriend/boyfriend/family] ... ... [fight*/fighting/argue/annoyed/complain*/too much "
     "time/resent*/jealous] | [feel/feeling/been] [pretty/really/so/very/quite/a bit]? low | winter blues | disgust* | "
     "hate myself | [feel/so] fat | panic attack* | why [do/should/would] i even? bother | why bother | not sure i "
     "want "
     "to [do/run] [this/the] | second thoughts about | [think*/thought] [of/about] [quitting/stopping/giving up/giving "
     "it up/packing it in/dropping out/jacking it in] | [not/never/no longer/stopped/hardly] [really/even]? enjoy* "
     "[it/this/running/the/my/any/a]? | joy* is gone | [lost/losing] [the/my/all] [joy/fun/love/will/confidence/faith] "
     "| too old for [this/it/running] | [overtake*/overtook/overtaken/lapped] [me/by]? | [broke/break/breaking/split*] "
     "up with | breakup | break-up | divorce* | heartbroken | lost my job | got [fired/sacked/dumped] | made redundant "
     "| laid off | hopeless | rock bottom | what is the point [anymore/any more/really/of it all]? | do not see the "
     "point | imposter | impostor | feel like a [failure/fraud/loser] | let* [myself/everyone/everybody/you/the plan] "
     "down | failing | failed | hard on myself | anxiety | depression | burnt? out on running | not myself | fallen "
     "out "
     "of love"),
    ("low", 4.5,
     "too slow for | so slow | feel slow | passes me | not good enough | not cut out | useless at running | cried | "
     "crying | in tears | not a real runner | struggl* ... [out/motivat*/door/going] | giving up | guilty | lost my "
     "[mojo/motivation/drive] | can not be bothered | no fun | not enjoying | [hard/difficult] to get out | motivate "
     "me "
     "| pointless | need a hug | angry with myself | [head/heart] is not in it | feeling [flat/low/off] | not feel "
     "like "
     "[running/it/going/training] | gets me down | [down/sad] about | meh | ashamed | embarrass* | what is wrong with "
     "me | not getting [any]? [faster/better/fitter]"),
    ("low", 5,
     "everything is too much | it is all too much | too much [right now/at the moment/on my plate]"),
    ("low", 3,
     "not think i can | gutted | disappointed | [bad/awful/terrible] race | feeling down | unmotivated | motivation | "
     "give* up | bored | boring | hate | depressed | sad | sick of | fed up | discourag* | not sure i want | what is "
     "the point of | lonely | want to quit | frustrat*"),
    ("tired", 3,
     "# hours of sleep | # hours sleep | slept # hours | [bad/rubbish/awful/terrible/horrible/crap] run | legs "
     "[would/did] not | [completely/totally/so] dead | "
     "[legs/body] ... dead | legs heavy | destroyed me | disaster | bonked | not "
     "finish | only managed | fell apart | hit the wall | "
     "[running/run] on fumes | on my last legs | sleep for a week | smashed me | ruined me | in bits | "
     "[walking/walk] like a | concrete | barely sleep* | newborn | jelly | legs feel | tired | exhausted | "
     "knackered | toast | wiped | "
     "drained | dead legs | heavy legs | legs [are/feel] [dead/heavy/toast/shot/gone/tired] | fatigue* | "
     "burnt out | burned out | shattered | no energy | [terrible/bad/awful] night | "
     "slept [badly/poorly/terribly/little] | no sleep | sluggish | run down | cooked | spent | wrecked | stressed | "
     "a mess | legs are done | beat up | running on empty | need sleep | jet lag* | hungover | hangover | "
     "out of gas | worn | so sore"),
    ("cheers", 5,
     "is my birthday | [going to/will] be a [dad/mum/mom/father/mother/grandad/grandma/parent] | got "
     "[engaged/married/promoted] | "
     "getting married | so exciting | got the [job/promotion] | passed my [exam*/driving test]"),
    ("trust", 5, "[not/never] [trust/believe in] [this/the/your] plan | is this plan any good | does this plan "
     "[even/really]? work"),
    ("free", 5, "is [it/this/the app] free | [what/how much] does [it/this] cost | do i have to pay"),
    ("great", 5, "saved my life | changed my life | happy tears | obsessed with | in love with running | addicted to "
     "running | not get enough of "
     "[it/running]"),
    ("great", 2,
     "in the tank | break a sweat | broke a sweat | piece of cake | a breeze | walk in the park | on forever | not get "
     "enough | dying to | can not wait | excited | pumped | stoked | buzzing | looking forward | going "
     "[really/very/so]? [well/great] | loving [it/the/this/every] | # kilos down | slept great | keeping me sane | "
     "love "
     "running | my therapy | best run | best [long run/week/race/tempo] | felt ... easy | [feel/felt/feeling] "
     "[great/amazing/good/strong/awesome/fantastic] | nailed | crushed | smashed | so happy | did it | [my/the] first "
     "ever | first time ever | without [walking/stopping] | proud | over the moon | longest ever | personal best | new "
     "pb | went [really/so/very]? [well/great/amazing/perfectly/smoothly/brilliantly] | loved it | killer session | on "
     "fire | felt easy | ran well | so good"),
    ("did", 2,
     "did my | finished my | completed | just ran | i ran | done with | ran the"),
    ("help", 5,
     "[make/makes] no sense | not make [any]? sense | gibberish"),
    ("help", 4,
     "what [is/does] this [app/thing/site/page] | what this [app/thing/site] [do/does] | [what/anything] ... you need "
     "[to know/from me] | where do i [start/begin] | how do i [start/begin] | what should "
     "i "
     "tell you | how do you work | what do you do | what can you do | help | how does this work | options | commands | "
     "what can i [ask/say] | how do i use"),
    ("who", 5, "[what/which] [ai/model/llm] | who [made/built/created] you | chatgpt | difference* between you | "
     "different from"),
    ("who", 4,
     "trust you | who are you | are you [a/an/real/human/chatgpt/ai] | real person | what are you | your name | "
     "which model | are you there | a bot"),
    ("limits", 5, "[we/i] agreed | did i tell you about"),
    ("limits", 4,
     "never [mondays/tuesdays/wednesdays/thursdays/fridays/saturdays/sundays] right | my limits | "
     "what do you know about me | [which/what] days are free | what do you remember | remember about me"),
    ("food", 4,
     "water | electrolyte* | salt | eat | eating | food | diet | gel | gels | fuel* | drink* | hydrat* | breakfast | "
     "caffeine | protein | lose weight | weight loss | carbs | nutrition | beer | alcohol | supplement*"),
    ("gear", 6,
     "treadmill"),
    ("days in a row", 6,
     "back to back | back-to-back | days in a row | consecutive days"),
    ("gear", 4,
     "icy | ice | storm | windy | degrees | shoe* | watch | strava | garmin | headphones | clothes | "
     "wear | weather | rain* | snow | heat | export | calendar | ics | print"),
    ("second_race", 4,
     "after [this/the/my] [half/race/marathon] | another [race/marathon] | weeks after this | after this one | "
     "second [race/marathon] | two races | 2 races | "
     "b race | tune-up race"),
    ("thanks", 3,
     "thanks | thank you | cheers | great job | perfect | awesome | love it | sounds good | cool | brilliant | ta"),
    ("hello", 2,
     "hello | hi | hey | good [morning/evening/afternoon] | hiya | yo | howdy | how are you"),
    ("keep", 3,
     "leave [everything/all/the plan/my plan/things] | leave it | keep it | keep ... [as it is/as is] | never mind |"
     " nevermind | forget it | just kidding | "
     "only joking | just joking | stays as it is"),
    ("bye", 2,
     "bye | good night | see you | later coach"),
    ("well", 5,
     "all clear | all-clear | green light | signed me? off as fit | given the ok | "
     "[fine/ok/okay/good/great/normal/well/perfect/pain-free/pain free] again | stopped hurting | not hurt* "
     "[anymore/any more/now/at all] | no longer [hurt*/sore/ill/sick/injured/painful] | [has/have/is/are/all] [cleared "
     "up/settled down/calmed down/healed up] | back from [being/a/my/the]? ... [sick/ill/flu/cold] | [feel/feeling/am] "
     "[ok/fine/good] [now/again] | [cleared/allowed] [me]? to [run/train/start/return] | "
     "[cold/flu/fever/pain/cough/niggle/bug/soreness/headache] [is/has] [gone/over/went/finally gone] | better now | "
     "over it now | shook it off | feeling better | feel better | much better | recovered | healthy again | no more "
     "[pain/fever] | pain is gone | is gone now | back to normal | fit again | all good again | symptom free | healed |"
     " "
     "over the [flu/cold]"),
    ("ok", 2,
     "yes | yeah | yep | no | nope | ok | okay | alright | lol | haha | hmm | fine | sure | stop | right | whatever | "
     "nice | #"),
    ("joke", 4,
     "[write/give/make] [me/us]? [a/an/some] ... [script/code/program/essay/email/letter/homework/tweet] | python | "
     "javascript | president | prime minister | capital of | bitcoin | crypto* | who won | joke* | love you | sing | "
     "story | meaning of life | politic* | stock* | movie | football | recipe"),
    ("rude", 4,
     "[not/never] understand me | garbage | crap [app/coach/plan/answer] | piece of | [hate/loathe] [you/this app/this "
     "coach] | worst [app/coach] |"
     " "
     "screw you | shut up | go to hell | wtf | f* off | you never listen | not listening to me | useless | stupid | "
     "idiot | dumb | terrible coach | bad coach | suck | sucks | you are rubbish | "
     "rubbish [coach/plan/app/answer]"),
    ("style", 5,
     "[add/include/some/put in] ... [hills/hill/intervals/speed/speedwork/tempo/fartlek/strides] | more "
     "[speed/hills/intervals/variety] | no intervals | [hate/love/prefer] [intervals/hills/tempos/tempo/speed] | "
     "spice | mix it up | fewer hard | same runs | more speedwork"),
    ("did", 5,
     "[finished/done] [my/the/today's/this/with] | ran #* | ran extra | ran more than"),
    ("double", 6,
     "[run/train/go] 2 times [on/today/tomorrow] | 2 times [a/in a/per/in 1/the same] day | "
     "2 runs [a/in a/per/in 1/on the same/the same] day | doubles | double [day*/run/runs/session*/training*] | run "
     "double"),
    ("faster", 5,
     "[get/become/be/getting/becoming] [faster/quicker/fitter] | "
     "[improve/increase] my [speed/pace/time/times/fitness]"),
    ("convert", 7,
     "# [km/k/kilometers/kilometres/miles/mi] in [miles/mi/km/kilometers/kilometres/k]"),
    ("history", 6,
     "history page | [the/my/plan/version] history | show ... history | [old/all/earlier] [versions/plans] | "
     "list of versions"),
    ("vo2max", 6,
     "vo2max ... # | vo2 max ... # | my vo2*"),
    ("shot", 6,
     "booster | vaccin* | flu shot | jab"),
    ("blister", 4,
     "blister* | black toenail* | chafing"),
    ("progress", 4,
     "how am i doing | how is [my/the] [plan/training] | how is it going | my progress | am i improving | did i "
     "improve | am i getting [fitter/faster/better]"),
    ("rest", 4.5,
     "rest [today/tomorrow/on/this/that/monday/tuesday/wednesday/thursday/friday/saturday/sunday]"),
    ("rest", 5.5,
     "rest day ... [on/to]"),
    ("technique", 4,
     "[should/do/how/to] ... stretch | stretching | stretches | foam roll* | calorie* | how do i breathe | cadence | "
     "running form | technique | posture | warm up | "
     "cool down"),
    ("strength", 4,
     "should i [do/add/lift] ... [strength/weights/gym] | do i need strength | strength training"),
    ("hours", 6,
     "[after/before] [#pm/#am/# pm/# am/# o'clock]"),
    ("food", 6,
     "skip* [breakfast/lunch/dinner]"),
    ("keep", 5,
     "not need any change* | no changes"),
    ("why", 6,
     "difference between"),
    ("hours", 3.5,
     "mornings | evenings | in the [morning/evening] | after work | before work | lunch break"),
)  # fmt: skip
