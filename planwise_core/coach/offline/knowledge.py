"""Questions about running in general, answered in a sentence or two of common ground; no answer touches the plan.

A topic is read only from a question: "how do I warm up?" is one, "I was warming up when my calf went" is news.
Numbers are those of the rules the plans are made by; where there is no such rule, no number is told.
"""

from __future__ import annotations

import re

from planwise_core.coach.offline.language import phrases

_ASKS = re.compile(
    r"^(?:(?:and|so|but|ok|hey|hi|also|quick question|silly question|stupid question|question|btw|1 more thing|well|"
    r"coach|hmm|just curious|sorry)\b[ ,:-]*)*"
    r"(?:what|how|which|why|when|where|who|should|shall|do (?:i|you|we|people)|does|did|is|are|am i|can i|could i|may "
    r"i|"
    r"must i|will (?:i|it)|would (?:it|you|i)|have i|has|need i|any (?:tips|advice|idea\w*|suggestions|"
    r"recommendations)|"
    r"tips|explain|tell me|(?:can|could) you (?:tell|explain|give|recommend|suggest|help)|whats|hows)\b|"
    r"\b(?:any (?:tips|advice|idea\w*)|wonder\w*|curious|what is better|which is better|not sure (?:how|what|when|if|"
    r"whether)|do not (?:know|understand|get) (?:how|what|when|why|if|whether)|(?:what|how) about my|"
    r"is that (?:normal|ok|okay|bad|good|enough|fine)|does (?:it|that) matter|or not|do i (?:need|have) to|"
    r"should i|what should|is it (?:ok|bad|true|better))\b|\?$"
)

# (words, what is said); the first topic whose words are asked about is answered.
TOPICS: tuple[tuple[str, str], ...] = (
    ("lose [any/my/all/much/some]? [fitness/form/endurance/shape] | losing [fitness/form] | detrain* | out of shape if",
     "Hardly: a week without running costs less than a hundredth of your fitness, two weeks about three hundredths, "
     "and "
     "it comes back quickly. Nothing changes now; tell me the days, and I plan around them."),
    ("tell me off | [angry/mad/cross/disappointed] [with/at] me | judge me | punish*",
     "No: what was missed is let go and not made up for, and the next run counts. Tell me when life gets in the way, "
     "and "
     "I fit the plan to it."),
    ("[eat/eats/food/meal/dinner/supper] ... [evening/night/day] before | [evening/night] before ... "
     "[eat/food/meal/dinner/supper]",
     "The evening before, eat a normal meal that you know and digest well, with plenty of carbohydrate (pasta, rice, "
     "potatoes, bread), not too late and nothing new; drink as usual. Nothing changes in the plan."),
    ("day before [the/my/a]? [race/half/marathon] | evening before | eve of | race week",
     "The day before the race rest, or run a short easy shakeout as the plan has it: nothing new, nothing long, an "
     "early "
     "evening with things laid out, and no worry if you sleep badly."),
    ("[important/key/main/essential/matter] [runs/1/ones/sessions/workouts] | [runs/sessions] ... "
     "[important/matter/most/key] | "
     "which [run/runs/session/1] ... [skip/drop/miss/leave out/keep/important/priorit*]",
     "The long run comes first, then the one hard session of the week; easy runs are what may fall out when time is "
     "short. Nothing changes now: tell me a run you cannot do, and I take it out."),
    ("good time for | decent time | average time for | respectable time",
     "There is no good or bad time for a first race: finishing with a smile is one. Ask me 'what time can I run?' and "
     "I "
     "tell you what your last race makes likely."),
    ("[walk/walking] the dog | [walk/walks/walking/hiking/steps] count",
     "Walking is fine recovery and good for you, but it takes no run's place. Nothing changes in the plan."),
    ("polari* | 80/20 | 80 20 | pyramid* | which method | what method | [training/which] philosophy",
     "Most of your kilometres are easy and one or two sessions a week are hard: that is what nearly all methods share. "
     "Which method your plan follows stands under Settings, and can be changed there."),
    ("[race/course/route] is [hilly/flat/mountainous/trail/off road] | hilly [race/course/marathon/half] | elevation",
     "For a hilly race run some of your easy and long runs on hills, up at even effort and down with short steps, and "
     "let "
     "the pace go. The plan need not change for it."),
    ("[heart rate/hr/pulse] ... ... [dangerous/too high/normal/worry/bad/ok/max] | max heart rate | maximum heart rate",
     "A high pulse at the end of a hard interval is what it is for, and everybody's maximum differs, so a number alone "
     "says little. With pain in the chest, dizziness or a beat that stumbles, stop and see a doctor before you go on."),
    ("toenail* | black toe* | [nail/nails] ... [black/purple/blue/fall*]",
     "Black toenails mostly come from shoes that are too short or tied too loose: leave a thumb's width in front, and "
     "keep "
     "the nails short. If it throbs or gets infected, let somebody look at it. Nothing changes in the plan."),
    ("hay fever | hayfever | pollen | allerg*",
     "With hay fever run when pollen is low, after rain or late in the day, and easier when it is bad. If your chest "
     "gets "
     "tight or wheezy, stop, and see a doctor. Tell me if I shall make the week easier."),
    ("minimum ... [run/train/need/marathon/half] | [need/have] to run ... for a [marathon/half marathon/half]",
     "Plans for a first marathon begin at some 20 to 40 km a week on three or four days, those for shorter races at "
     "less: "
     "what you do regularly counts for more. Tell me your race and its date, and what you run now."),
    ("why ... [long run/tempo/intervals/easy run] on [a]? [monday/tuesday/wednesday/thursday/friday/saturday/sunday]",
     "The hard days and the long run stand so that an easy or free day lies between them, and the long run where most "
     "people have time. If another day suits you better, tell me, and I move it."),
    ("fasted | empty stomach | before breakfast",
     "An easy run before breakfast is fine if you feel well on it; before hard or long runs eat something light, for "
     "they "
     "need it and so do you. Nothing changes in the plan."),
    ("[point/use/sense/worth] ... [easy/short/slow/recovery] [run/runs/running/jog] | [short/easy/slow] runs? ... "
     "[useless/waste/pointless]",
     "Yes: easy running builds the heart, the small blood vessels and the tendons at little cost, also on short runs; "
     "it "
     "is what lets you bear the hard ones."),
    ("[how important is/importance of/enough/more] sleep",
     "Very: sleep is when the body turns training into fitness. A bad night now and then does no harm; after several, "
     "tell me, and I make the week easier."),
    ("routes | where ... [run/go running] | trail* near",
     "I do not know places or routes: a map of other people's runs, or a club nearby, does. Flat and soft ground is "
     "good "
     "for easy runs. Nothing changes in the plan."),
    ("ibuprofen | painkiller* | pain killer* | paracetamol | aspirin | nsaid* | medication",
     "Painkillers before or during a run hide pain that should stop you, and some strain stomach and kidneys: run "
     "without "
     "them, or not at all. Ask your doctor or pharmacist about what you have to take."),
    ("iron | ferritin | anaemi* | anemi*",
     "Low iron makes runners tired, and is a matter for your doctor: take what they advise, and run easily until the "
     "values are up. Tell me if I shall make the coming weeks easier."),
    ("[not/never/can not/could not] [hit/hold/keep/manage/reach/make] [the/my/those/these]? pace* | paces are too "
     "[fast/hard]",
     "The paces come from the race you told me, on a good day on flat ground; heat, hills, wind and tired legs make "
     "them "
     "slower. Go by effort. If they stay too fast for weeks, tell me a newer time and they follow it."),
    ("suitable for | plan ... [right/good] for [me/someone] | my [height/weight/bmi]",
     "The plan follows from what you run now, your days and your race, and not from height or weight. If weeks feel "
     "too "
     "hard or too easy, say so, and I change them."),
    ("what is the weather | weather forecast",
     "I have no forecast. In heat, wind and on ice go by effort; if a day gets impossible, tell me, and I move the "
     "run."),
    ("tell* ... with [the/my] bib | his bib | her bib | someone else's bib",
     "A bib belongs to the name on it, and many races forbid to pass it on: ask the organisers first. Run hard, a race "
     "that close takes the place of a hard session. Tell me, and I fit the week to it."),
    ("[what/which] ... colou*",
     "Each colour stands for a kind of session: open one on the Plan page and its kind is named."),
    ("how many [rest/free] days | how many days off",
     "Every weekday without a run in your plan is a rest day, at least one a week. Ask 'what is on this week?' and I "
     "list "
     "the runs; if you need another free day, tell me which."),
    ("allowed to [switch/move/swap/change] | can i [change/move/swap/edit] [things/days/runs/it/the plan] myself",
     "Yes: drag a run to another day on the Plan page, or tell me what to move. Keep an easy or free day between the "
     "hard "
     "ones, and I tell you if a rule speaks against it."),
    ("most important thing | 1 thing | biggest mistake | best advice | any [tips/advice]",
     "Run regularly and mostly easily, do the long run each week, sleep well, and go back a step when something hurts: "
     "that does more than any single hard session."),
    ("slower ... race pace | slower should ... long run | long run pace",
     "The long run is easy running: clearly slower than race pace, and always slow enough to talk."
     " Ask 'what is my easy pace?' and I tell you yours."),
    ("[enough/far enough/long enough] for [a/the/my] [half/marathon/10k/10 k/race]",
     "The plan builds the long run up step by step, so today's need not be enough for the race; ask 'when is my "
     "longest "
     "run?' and I tell you where it leads."),
    ("trying for a baby | trying to conceive | want to get pregnant",
     "Moderate running and trying for a baby go well together; talk to your doctor about how much is right for you, "
     "and "
     "tell me at once when you are pregnant. Nothing changes now."),
    ("[my/the] data | privacy | who can see",
     "Your data stays with your account: under Settings you can export, reset or delete it."),
    ("time of day | [morning/evening/lunchtime] ... [better/best]",
     "Whatever time you can keep to is the best one; before a race at nine in the morning, run some of your long runs "
     "in the "
     "morning too. Nothing changes in the plan."),
    ("stay motivated | get motivated | keep motivated | motivation tips | motivate myself",
     "Fix the days and lay out your things, meet somebody, and begin with ten minutes only: most runs are won at the "
     "door. "
     "When it stays heavy, tell me, and I make the week easier."),
    ("buggy | baby jogger | stroller | pram | pushchair",
     "Easy runs with a buggy are fine once the baby is old enough for it, by the maker's word, mostly from six months "
     "on; "
     "run hard and long ones without it. Go by effort, for pushing slows you."),
    ("rest day before ... [long run/race/intervals/tempo]",
     "An easy run the day before is fine; what should not stand next to the long run is another hard session. If you "
     "feel "
     "better with a free day there, tell me, and I move a run."),
    ("altitude",
     "At altitude go by effort: the same effort is slower by some seconds a kilometre, and the first two weeks should "
     "be "
     "easy."),
    ("warm up | warm-up | warmup | warming up",
     "Before a hard session run 10 to 15 minutes easily, then 4 to 6 short strides; before an easy or long run there "
     "is "
     "no need, just start slowly."),
    ("cool down | cool-down | cooldown | cooling down | warm down",
     "After a hard session run easily for another 10 to 15 minutes; after an easy run you may simply stop, or walk a "
     "few minutes."),
    ("[how/should/do/to/need/when] ... stretch | stretching | stretches | foam roll* | mobility",
     "Stretching and rolling are optional: do them gently after the run if they feel good, and no long holds before "
     "fast running. The strength to hold your form does more."),
    ("cadence | steps per minute | spm | step rate",
     "There is no one right cadence: it rises with pace and falls with height, and 180 is no law. If you feel your "
     "feet "
     "land far in front of you, slightly shorter and quicker steps can help; change it in small doses."),
    ("running form | technique | posture | heel strik* | forefoot | midfoot | run properly | run correctly | "
     "my [form/style/stride]",
     "Run tall and relaxed, with short steps that land under you and loose shoulders; beyond that your own stride is "
     "mostly the right one. I cannot see you run, so a coach at a club can tell you more."),
    ("[breathe/breathing] | out of breath on easy",
     "Breathe as it comes, through mouth and nose, deep into the belly. If you cannot speak in whole sentences on an "
     "easy run, slow down: that is the best gauge there is."),
    ("side stitch | stitch | stitches",
     "Slow down or walk, breathe out deeply and press a hand on the spot; it passes. A light meal, longer before the "
     "run, and a slower start make it rarer."),
    ("[walk/walking] [breaks/break] | run walk | run-walk | walk a bit | [have to/can i/ok to/should i/allowed to] "
     "walk "
     "| walking [uphill/the hills]",
     "Walking breaks are fine and no failure, above all on long runs and hills: they let you go further with less "
     "strain. Make them short and regular, before you need them."),
    ("[shoe/shoes/trainers/sneakers] ... [change/replace/km/miles/old/last/new/worn] | "
     "[change/replace/new/which/what/best/buy/rotate/carbon] ... [shoe/shoes/trainers/sneakers] | super shoes | "
     "carbon plate*",
     "Replace shoes when the cushioning feels dead or the sole is worn through, for most pairs after some hundreds of "
     "kilometres. The best shoe is the one that feels good at once; race in none you have not run long in."),
    ("music | podcast* | headphones | earphones | earbuds",
     "Music is fine if you still hear the traffic; on easy runs it helps many to stay relaxed. Some races forbid "
     "headphones, so read their rules."),
    ("run ... [in the dark/at night] | dark [mornings/evenings] | safe* ... [alone/dark/night]",
     "Run where it is lit and where others are, wear something bright and a light, and tell somebody your route. If "
     "that leaves a day without time, tell me, and I move the run."),
    ("treadmill",
     "Yes, the treadmill is fine for any of these runs: same effort, same time. Outside is closer to your race, so do "
     "some of them there. Nothing changes in the plan."),
    ("[hot/heat/humid*/warm weather/sunny]",
     "In heat go by effort and forget the pace: run early or late, drink, and cut a hard session short. Feel dizzy or "
     "confused, and you stop at once. Nothing changes in the plan."),
    ("[icy/ice/snow*/slippery/freezing/minus #/wind*/storm*/rain*/cold outside/cold weather/weather]",
     "Go by effort, not by pace, in wind, rain and snow, and shorten your steps. On ice or in a storm take the "
     "treadmill, or leave the run: one run less costs next to nothing. Nothing changes in the plan."),
    ("[hill/hills/uphill/downhill] ... [pace/fast/slow/run/how] | how ... [hill/hills/uphill/downhill] | "
     "only flat | flat here",
     "Uphill keep the effort and let the pace drop, downhill let it roll with short steps. Where all is flat, a bridge "
     "or a treadmill does for hill sessions, or the same effort on the flat."),
    ("[yoga/pilates/stretching/swimming/cycling/tennis/football/dancing] ... [on/ok/fine/days/too/as well] | "
     "[ok/fine/can i/should i] ... [yoga/pilates/stretch*/swim/cycle/tennis/football/dance]",
     "Yes, that is fine beside the running, best on easy or free days: keep it light before a hard session or the long "
     "run. Nothing changes in the plan."),
    ("[swim*/cycl*/bike/biking/row*/elliptical/cross train*/cross-train*/yoga/pilates] ... "
     "[instead/replace/count/good/help/ok/same/better/enough]",
     "Easy cycling, swimming or rowing can take the place of an easy run now and then: it trains the heart and spares "
     "the legs. Hard sessions and long runs are best run. Tell me which run, and I put it in."),
    ("[strength/weights/gym/squats/lifting/plank*/core] ... [need/should/how/help/good/before/after/often/important] | "
     "[need/should/how/help/good/often] ... [strength/weights/gym/squats/lifting/core]",
     "Yes, strength work makes runners more robust: one or two short sessions a week, on a hard day or after an easy "
     "run "
     "rather than before a hard one. Say 'add strength on Monday' and I put it in."),
    ("sleep ... [much/many/need/enough/before/night/race] | how much sleep | nap | naps",
     "As much as lets you wake without feeling tired; sleep is the best recovery there is. One short night, even the "
     "one before the race, does no harm."),
    ("[sore/stiff] [legs/muscles/quads/calves] | [legs/muscles/quads/calves] ... [sore/stiff/ache] | doms | muscle "
     "soreness | sore from | sore after",
     "Sore muscles for a day or two after hard running are normal: run easily or rest, and leave hard sessions until "
     "it "
     "is gone. Pain at one spot, or one that rises as you run, is something else: then stop and tell me."),
    ("[run/train/go] ... [every day/daily/7 days] | days in a row | back to back | back-to-back | consecutive days | "
     "rest days? ... [need/necessary/important/really]",
     "Two easy days in a row are fine, two hard ones are not: rest is when the training sinks in, and at least one day "
     "a week without running is wise. The plan stays as it is."),
    ("[really/actually/honestly/even]? [have to/need to/must i] ... # [times/days/runs] | # [times/days/runs] ... "
     "[enough/too many/too few/necessary/needed] | how many [times/days] ... [should/need]",
     "No, fewer or more days can work: what counts is that you keep them up, with one long run and most of it easy. "
     "More "
     "days spread the same kilometres over smaller portions. Say for instance 'three days a week from now on' and I "
     "show you that plan."),
    ("parkrun ... [instead/count/ok/bad/good/race/hard] | [do/run/race] ... parkrun",
     "Yes, a parkrun is fine: run easily it is an easy run, run flat out it is a hard session, so keep an easy day on "
     "either side of it. If you want to race it, tell me, and I move the next hard session."),
    ("[skip*/miss*] ... [all/every/most] ... long runs? | without [the/any]? long runs? | [need/important] ... long "
     "runs?",
     "The long run is the backbone of a longer race: leaving one out costs next to nothing, leaving all of them out "
     "makes the last part of the race very hard."),
    ("make up ... [missed/skipped] | catch up | [missed/skipped] ... [make up/catch up/do it later/double]",
     "No, leave what was missed: making up for it piles hard days on each other. Carry on with the next run as "
     "planned."),
    ("my period | [on/during/heavy] [my/the]? [period/periods] | menstrua* | my cycle | hormon*",
     "Running during a period is fine when you feel like it, and easier when you do not: energy differs from day to "
     "day "
     "and from person to person. Tell me the days, and I make the runs in them easier. Missed periods are a reason to "
     "see a doctor."),
    ("alcohol | drank | beer | beers | wine | drinking | hungover | pint",
     "A glass now and then does no harm; a lot of it costs sleep and recovery, so not on the evening before a hard or "
     "long run. After a heavy night run easily, or not at all."),
    ("coffee | caffeine",
     "Coffee before a run is fine if your stomach is used to it. Try it in training, never for the first time on race "
     "day."),
    ("gel | gels | fuel* [for/on/during/in] | [need/take/how many/when/what] ... [fuel/carbs]",
     "Up to about 75 minutes you need nothing. For one to two and a half hours 30 to 60 g of carbohydrate an hour "
     "help, "
     "which is one or two gels; beyond that 60 to 90 g. Practise it on at least four long runs, and take nothing new "
     "in "
     "the race. The plan stays as it is."),
    ("[breakfast/eat/meal] ... [before/hours/start] | [how long/when/what/how much] ... ... [eat/breakfast] | "
     "race breakfast",
     "Eat one to four hours before the start, something with carbohydrate that you know and digest well; the closer to "
     "the start, the less. Try it before a long run first. The plan stays as it is."),
    ("carb* load* | carbo load* | [gel/gels] | night before | morning of | race [morning/breakfast] | "
     "[eat/breakfast/food/meal/drink/fuel*/banana] | hydrat* | electrolyte*",
     "Offline I know training, not nutrition in detail: eat something light that you know, well before you run, drink "
     "to thirst, practise on long runs what you want to take in the race, and try nothing new on the day. A dietitian "
     "can say more. The plan stays as it is."),
    ("[what to/should i/what should i/what do i] wear | clothes | layers | gloves | shorts",
     "Dress as if it were some degrees warmer than it is, for you warm up; wear nothing new on race day."),
    ("[pace/start/begin/run/approach] [the/my] race | race [strategy/tactic*/day plan] | pacing | negative split* | "
     "start too fast | go out too fast",
     "Run evenly: the first part should feel almost too easy, the middle steady, and what is left you spend in the "
     "last "
     "quarter. Most races are lost by starting too fast."),
    ("easy [run*/pace/day*]? ... [feel/too slow/too fast/slow enough/that slow] | talk test | conversational | "
     "how easy is easy",
     "Easy means that you can talk in whole sentences, however slow that is, and even walk uphill. Nobody has ever run "
     "an easy run too slowly."),
    ("[hit/hitting/avoid] the wall | bonk*",
     "The wall comes from starting too fast and from empty stores: run the first half easily, take in on the way what "
     "you practised on long runs, and do your long runs."),
    ("[too old/my age/at # years/am #/over #/older] ... [run*/start*/train*/marathon/half/improve/faster] | "
     "[run*/start*/marathon/half] ... [too old/my age/at my age]",
     "No, bodies get fitter at every age: it takes more patience, more easy running and more rest between hard days. "
     "With a heart condition, high blood pressure or long years without sport, ask your doctor first."),
    ("[overweight/obese/heavy/fat/unfit/out of shape] ... [run*/start*/safe/ok/knees] | "
     "is running [ok/safe/good/bad/healthy] | bad for [my/your/the]? knees",
     "For most people running is fine and good for heart and knees alike, if it begins small: short runs with walking "
     "breaks, three days a week, with rest between. With a heart condition, high blood pressure, pain or other "
     "trouble, ask your doctor first."),
    ("[how long/how many weeks/how much time] ... [to train/to prepare/training/prepare/get ready/need*/take/takes] "
     "... "
     "[half/marathon/5 k/5k/10k/10 k/race]",
     "From a base of regular running 8 to 12 weeks do for 5 or 10 km, 12 or more for a half marathon and 16 to 20 for "
     "a "
     "marathon, up to 24 for a first one; from nothing it takes longer."),
    ("[need/have to have/must have] a race | without a race | no race",
     "No race is needed: say 'no race', how much you run now and on how many days, and I plan for fitness alone."),
    ("plateau* | not getting faster | why am i not | stopped improving",
     "Plateaus are part of it, and usually mean that the easy runs are too fast or the rest too short. Keep easy days "
     "easy, stay with it, and the next time trial will tell."),
    ("[garmin/strava/watch/coros/apple watch] ... [sync/connect/upload/import/link]",
     "The Plan page exports your plan for calendars, spreadsheets and watches, and the History page takes in the runs "
     "your watch has recorded."),
    ("[start/begin] [jogging/running] | get off the [sofa/couch]",
     "Begin with three short outings a week, running and walking by turns, slowly enough to talk; the walks get "
     "shorter "
     "from week to week. Say 'no race' and how many days, and I plan it."),
)  # fmt: skip


_NOT_ASKED = frozenset({"swap", "ill", "hurt", "undo"})
_OF_A_WISH = frozenset({"easier", "harder", "size", "rest", "retype", "add", "move", "drop", "away", "busy", "missed"})
_ABOUT_IT = re.compile(
    r"^(?:(?:and|so|but|ok|hey|hi|also)\b[ ,]*)*(?:what(?! about| do (?:i|we) do)|how(?! about)|which|why|when|will i|"
    r"is|are|does|do (?:i|you|people)|"
    r"any)\b"
)


def known(clause: str, intent: str | None = None) -> str | None:
    """What is said to a normalised clause that asks about running in general; None where it does not.

    `intent` is what the clause may wish besides: a wish for the plan is none of this room's matters.
    """
    if intent in _NOT_ASKED or (intent in _OF_A_WISH and not _ABOUT_IT.search(clause)) or not _ASKS.search(clause):
        return None
    return about(clause)


def about(clause: str) -> str | None:
    """What is known of the first topic a normalised clause names, asked about or not."""
    return next((says for words, says in TOPICS if phrases(words).search(clause)), None)
