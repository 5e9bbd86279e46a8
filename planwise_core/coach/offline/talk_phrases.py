"""The words that point to questions, feelings and talk; `phrasebook` puts them behind those of wishes."""

from __future__ import annotations

_KIN = (
    "dad/mum/mom/father/mother/nan/gran/grandma/grandad/grandpa"
    "/husband/wife/partner/brother/sister/son/daughter/friend/uncle/aunt"
)
TALK: tuple[tuple[str, float, str], ...] = (
    ("taper", 7,
     "[longer/shorter/earlier/later] taper* | taper* ... [earlier/later/longer/shorter/sooner]"),
    ("procedure", 6,
     "[blood/plasma] donation | [donate/donating/donated/give/giving/gave] [blood/plasma] | wisdom [tooth/teeth] | "
     "[tooth/teeth/mole/appendix/gallbladder/tonsils/stitches] [out/pulled/removed] | root canal | surgery | "
     "anaesthetic | anesthetic | "
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
    ("predict", 6,
     "what [would/could/might] i run"),
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
     "when ... [race day/big day] | "
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
    ("low", 4,
     "not feel* it | so [far]? behind | behind on [everything/the plan/my training]"),
    ("low", 5,
     "not feel like a [real/proper]? runner | compar* [myself/me] | hate everything | bit off more | in over my head | "
     "too much for me | burnt out | burned "
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
    ("tired", 4,
     "flattened me | wading through | can not keep [going/this up] | not [sustain/keep up] this [rate/pace]"),
    ("tired", 3,
     "# hours of sleep | # hours sleep | slept # hours | [bad/rubbish/awful/terrible/horrible/crap] run | legs "
     "[would/did] not | [completely/totally/so] dead | "
     "[legs/body] ... dead | legs heavy | destroyed me | disaster | bonked | not "
     "finish | only managed | fell apart | hit the wall | "
     "overdid | overdone | out of bed | [running/run] on fumes | on my last legs | sleep for a week | smashed me | "
     "ruined me | in bits | "
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
    ("trust", 5, "can i trust | who made [this/the] plan | "
     "[not/never] [trust/believe in] [this/the/your] plan | is this plan any good | does this plan "
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
     "you are [the best/great/awesome/amazing/a star/a legend] | thanks | thank you | cheers | great job | perfect | "
     "awesome | love it | sounds good | cool | brilliant | ta"),
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
    ("convert", 8,
     "#:# [mile/miles/per mile/a mile/min mile/minute mile/min/km/per km/a km] ... [in/to/as] ... "
     "[km/kilometre/kilometer/mile/miles/mi]"),
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
