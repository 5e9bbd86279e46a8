"""The words symptoms are told in, shared by the red flags, and the figures of speech that only sound like one."""

from __future__ import annotations

PAIN = "pain* | pressing | hurt* | tight* | pressure | ache* | aching | stabb* | squeez* | discomfort | heav* | burn*"
CRUSHED = (
    f"{PAIN} | crush* | elephant | brick* | [sitting/standing/kneeling/weight] on | [band/belt] around | vice | "
    f"clamp* | parked | truck | kick* | punch* | sore | sting* | knot | grip* | fist | sharp | "
    "shooting | hurts"
)
EFFORT = (
    "run* | ran | jog* | exercis* | train* | session* | interval* | tempo | race* | racing | hill* | workout* | "
    "track | effort | sprint* | finish | reps | had to [sit/lie/stop/hold/lean] | kerb | curb | floor | 5k | 10k | "
    "km | mile"
)
OUT_OF_PLACE = (
    "doing nothing | rest | resting | sitting | sit | lying | bed | night | awake | couch | sofa | stairs | "
    "walk* | talk* | suddenly | sat | desk | kitchen | climb* | woke | flat | slow | normally | gentle | "
    "never had | # minutes | out of nowhere | no reason | easy | unusual* | proportion | even"
)
BONES = (
    "shin* | tibia* | foot | feet | metatars* | heel | navicular | hip | groin | sacr* | femur | femoral | thigh | "
    "pelvi* | fibula | ankle bone | bone"
)
BONE_SIGNS = (
    "also night | all night | nights | at night | in bed | [stops/stop/stopping] me ... sleep* | agony | wakes me | "
    "keeps? me [up/awake] | at rest | "
    "when resting | even ... "
    "[sitting/resting/walking/standing] | when i just? stand* | [1/a/that/this/exact/same/single/small/certain] "
    "[exact/tiny/small/sore/tender/single/specific]? spot | pinpoint* | press* | to the? touch | when i touch | hop "
    "| hopping | not warm up | worse [each/every] [day/run/step/time] | worse the [longer/more/further] | "
    "every step | gets worse [as/while/during/the]"
)

LONG_AGO = (
    "as a [kid/child/teenager/teen/student/boy/girl/junior] | when i was | years ago | decades ago | used to | "
    "in [19##/200#/201#] | in my [teens/twenties/youth/childhood] | at [school/university/uni] | in [school/college]"
)
PULSE = "ticker | heart | hearts | heartbeat | heartbeats | heart beat | pulse | hr"

# What only sounds like a sign is taken out of a message first, and hides no real one beside it.
FIGURES_OF_SPEECH = (
    "[motivation/mood/morale/confidence] is [on/through] the floor | "
    "if i was not here [on/next/this] [monday/tuesday/wednesday/thursday/friday/saturday/sunday/weekend/week] | "
    "dying [to/for] | suicide [pace/split/splits/start/drill/drills/sprint/sprints/mission] | "
    "[could/would/might] have [fainted/died/collapsed/cried] | "
    "blacked out [the/monday/tuesday/wednesday/thursday/friday/saturday/sunday/my/a/that/this/those/every] | "
    "cut myself [some/a bit] | chest day | leg day | "
    "live [in/with/near/off/on/for] | sick and tired | matter of life and death | death of me | gasping for a | "
    "die hard | died [at/on/in/a] | nearly died | hurt my [pride/feelings/ego/wallet] | "
    "dying to | dizzy heights | to die for | killer | heart [sank/sinks/set/and soul/broke] | heartbreak* | by heart | "
    "lost heart | take heart | heart into | breathtaking | breath-taking | took my breath away | "
    "chest [strap/press/freezer/fly/day/workout/infection/cold/muscles] | off my chest | bench press | "
    "chest and back | "
    "heart rate? [monitor/strap/zone/zones] | hr [monitor/strap/zone/zones] | "
    "[pass*/collaps*] [out/down]? [asleep/early/happily/mentally] | "
    "[pass*/collaps*/black*] out? [on/in/onto/into] [the/my/a]? [couch/sofa/bed/chair/armchair] | "
    "[pass*] out [the/some]? [leaflets/flyers/bibs/water/medals/race leaflets] | blackout [curtain*/blind*] | "
    "faint* [hope/idea/memory/line/smell/chance/of/sick/hearts] | dizzy with [joy/excitement/happiness] | "
    "[without/not/never] [skip*/miss*] a beat | [skip*/miss*] a beat [when/for] | skipping a beat | "
    "[gave/give/giving] me a heart attack | [nearly/almost] had a heart attack [when/seeing/at] | "
    "what a heart attack | fit of | "
    "[watch/phone/plan/training/tent/app/garmin/battery] collapsed | at the price"
)
