"""The red flags themselves: signs, and what to say instead of coaching (SCIENCE 2.7). Read by `safety.referral`."""

from __future__ import annotations

from dataclasses import dataclass

NUMBER = "your local emergency number (112 in Europe, 911 in the US and Canada, 999 in the UK)"
_PAUSED = "I am pausing the coaching here, and your plan stays as it is."
_CLEARED_FIRST = "Once a doctor has cleared you, tell me what they said and we go on from there, gently."


@dataclass(frozen=True)
class Flag:
    """One sign: all of `signs` (phrases, see `language.phrases`) in one sentence, and nothing of `unless`.

    `negatable`: a "no" before it takes it back (false where the missing thing is the sign, as with periods).
    `clearable`: a doctor's go-ahead in the same message takes it back.
    """

    name: str
    says: str
    signs: tuple[str, ...]
    unless: str = ""
    negatable: bool = True
    clearable: bool = False


def _emergency(what: str, first: str = "Stop running now, do not drive yourself, and") -> str:
    return f"{what} {first} call {NUMBER}, or let somebody near you call. {_PAUSED} See a doctor before you run again."


def _doctor(what: str) -> str:
    return f"{what} {_PAUSED} {_CLEARED_FIRST}"


CHEST = _emergency("Pain or pressure in the chest has to be looked at straight away.")
FAINT = _emergency("Fainting, or nearly fainting, has to be looked at before you run another step.")
HEART = _emergency("A heart that races, flutters or skips for no reason has to be checked before you run again.")
BLOOD = _emergency("Coughing up or vomiting blood has to be looked at straight away.")
BREATH = _emergency("Being that short of breath is out of proportion and has to be checked right away.")
HEAT = _emergency(
    "That sounds like heat illness, and minutes count.",
    "Cool down first (shade, cold water over the whole body, ice), and at the same time",
)
CLOT = _emergency("A swollen calf on one side can be a blood clot, and that cannot wait.")
BRAIN = _emergency("That can be a sign of something in the brain, and minutes count.")
MATERNITY = _emergency(
    "In pregnancy that is a sign to stop at once.", "Ring your maternity unit now; if you cannot reach them,"
)
CRISIS = (
    "I am really glad you said that, and you do not have to carry it alone. Please call a crisis line (988 in the US "
    f"and Canada, 116 123 in the UK and much of Europe) or {NUMBER} now, or go to somebody you trust. The plan can "
    "wait."
)
BONE = _doctor(
    "Pain like that can be a stress injury of the bone, and running on it can turn it into a fracture. Please do not "
    "run on it, and see a sports doctor this week; ask about imaging."
)
REDS = _doctor(
    "That can mean that the body gets too little energy for its training (REDs), which harms bones and heart. Please "
    "see a doctor, best a sports physician, before you train on."
)
OVERTRAINED = _doctor(
    "A raised pulse at rest with bad sleep, tiredness or slower runs can mean that your body no longer recovers "
    "(overtraining). Please leave all hard running for now, and let a doctor have a look."
)
PARQ = _doctor("With that history a doctor should say what is safe before I plan any running.")
PREGNANT = _doctor(
    "Running can go well around a pregnancy, but only with the go-ahead of your doctor or midwife; after a birth "
    "usually from about twelve weeks, with a check of the pelvic floor first."
)
TOLD = _doctor("Your doctor's word stands above any plan of mine.")
BROKEN = _doctor("A doctor has to look at that today: please do not run on it, and do not test it.")
URINE = _doctor("Dark or bloody urine after running needs a doctor today; drink, and do not run.")

_PAIN = "pain* | hurt* | tight* | pressure | ache* | aching | stabb* | squeez* | discomfort | heav* | burn*"
_CRUSHED = (
    f"{_PAIN} | crush* | elephant | brick* | [sitting/standing/kneeling/weight] on | [band/belt] around | vice | "
    f"clamp* | parked | truck"
)
_EFFORT = (
    "run* | ran | jog* | exercis* | train* | session* | interval* | tempo | race* | racing | hill* | workout* | "
    "track | effort | sprint* | finish | reps"
)
_OUT_OF_PLACE = (
    "doing nothing | rest | resting | sitting | sit | lying | bed | night | awake | couch | sofa | stairs | "
    "walk* | talk* | suddenly | "
    "out of nowhere | no reason | easy | unusual* | proportion | even"
)
_BONES = (
    "shin* | tibia* | foot | feet | metatars* | heel | navicular | hip | groin | sacr* | femur | femoral | thigh | "
    "pelvi* | fibula | ankle bone | bone"
)
_BONE_SIGNS = (
    "at night | in bed | wakes me | keeps? me [up/awake] | at rest | when resting | even ... "
    "[sitting/resting/walking] | [1/a/that/this/exact/same/single/small/certain] "
    "[exact/tiny/small/sore/tender/single/specific]? spot | pinpoint* | press* | to the? touch | when i touch | hop "
    "| hopping | not warm up | worse the [longer/more/further] | every step | gets worse [as/while/during/the]"
)

_HEART = "ticker | heart | hearts | heartbeat | heartbeats | heart beat | pulse | hr"

# What only sounds like a sign is taken out of a message first, and hides no real one beside it.
FIGURES_OF_SPEECH = (
    "dying [to/for] | to die for | killer | heart [sank/sinks/set/and soul/broke] | heartbreak* | by heart | "
    "lost heart | take heart | heart into | breathtaking | breath-taking | took my breath away | "
    "chest [strap/press/freezer/fly/day/workout/infection/cold/muscles] | off my chest | bench press | "
    "chest and back | "
    "heart rate? [monitor/strap/zone/zones] | hr [monitor/strap/zone/zones] | "
    "[pass*/collaps*] [out/down]? [asleep/early/happily/mentally] | "
    "[pass*/collaps*/black*] out? [on/in/onto/into] [the/my/a]? [couch/sofa/bed/chair/armchair] | "
    "[pass*] out [the/some]? [leaflets/flyers/bibs/water/medals/race leaflets] | blackout [curtain*/blind*] | "
    "faint* [hope/idea/memory/line/smell/chance/of/sick/hearts] | dizzy with [joy/excitement/happiness] | "
    "[without/not/never] [skip*/miss*] a beat | [skip*/miss*] a beat [when/for] | skipping a beat | "
    "[gave/give/giving] me a heart attack | what a heart attack | fit of | "
    "[watch/phone/plan/training/tent/app/garmin/battery] collapsed | at the price"
)

FLAGS: tuple[Flag, ...] = (  # the worst first: the first that shows is the one that is answered
    Flag(
        "crisis",
        CRISIS,
        (
            "suicid* | kill* myself | end my own? life | end it all | self harm* | self-harm* | hurt myself on "
            "purpose | do not want to [live/be here/be alive] | "
            "[no/what is the] [point/reason] [in/to/of/for] [live/living/life/going on]",
        ),
        negatable=False,
    ),
    Flag(
        "pregnancy stop sign",
        MATERNITY,
        (
            "pregnan* | trimester | weeks along",
            "bleed* | blood | leak* | fluid | contraction* | dizz* | faint* | light-headed | lightheaded | "
            "headache* | "
            "chest | breathless | short of breath | weakness | calf | less movement | not mov* | moving less | cramps",
        ),
        unless="blood pressure is [fine/ok/good]",
    ),
    Flag(
        "chest pain",
        CHEST,
        ("chest | chests | sternum | breastbone | breast bone", _CRUSHED),
        unless="push-ups | [bra/shirt/vest/top/jacket/pack/strap/belt] is? too? [tight/rub*] | chafe* | chafing",
    ),
    Flag(
        "heart attack",
        CHEST,
        (
            "heart attack | angina | ribs ... left ... arm | pain* ... ribs on the left | "
            "heart [hurt/hurts/pain/pains/aches] | pain* ... [left arm/jaw]",
        ),
    ),
    Flag(
        "heat illness",
        HEAT,
        (
            "heat | hot | sun | humid* | # degrees",
            "talk* [nonsense/rubbish/gibberish] | not walk straight | stagger* | confus* | collaps* | disorient* | "
            "delirious | [stopped/not] sweating | stumbl* | slurr* | incoherent | vomit* | threw up | throwing up | "
            "puk* | faint* | passed out",
        ),
    ),
    Flag(
        "heat stroke",
        HEAT,
        ("heatstroke | heat stroke | sunstroke | heat exhaustion",),
        unless="avoid | prevent | risk of | how do i",
    ),
    Flag(
        "fainting",
        FAINT,
        (
            "[everything/all/it/vision] [went/goes/going] [black/dark] | [saw/see/seeing] black | "
            "[woke/came] [up/to/round] on the [ground/floor/pavement/grass/road/track/trail/path] | faint | fainted | "
            "fainting | [pass/passed/passing/black/blacked/blacking] out | blackout | "
            "[lost/lose/losing] consciousness "
            "| unconscious | syncope | collapsed | collapsing | keeled over | "
            "not remember [it/falling/the finish/what happened]",
        ),
        unless="could have collapsed | used to | as a [kid/child]",
    ),
    Flag(
        "dizzy with exercise",
        FAINT,
        (
            "dizz* | light-headed* | lightheaded* | woozy | see* stars | head [spin*/spun] | "
            "lost [my/all]? vision | tunnel vision | vision ... [black/dark]",
            _EFFORT,
        ),
        unless="dizzying",
    ),
    Flag(
        "palpitations",
        HEART,
        (
            "palpitat* | arrhythmi* | afib | a-fib | atrial fibrillation | [skip*/miss*/extra/dropped] some? "
            "[beats/heartbeat/heartbeats]",
        ),
    ),
    Flag(
        "irregular heart",
        HEART,
        (
            _HEART,
            "irregular* | erratic* | uneven | out of rhythm | flutter* | flip* | "
            "[goes/feels/felt/went] all? [funny/weird/strange/odd] | skips | skipping beats | misses | "
            "missing beats | all over the [place/shop] | [stop/stopped/stops] and [start/started/starts]",
        ),
        unless="flip flops",
    ),
    Flag(
        "racing heart",
        HEART,
        (
            f"[{_HEART.replace(' | ', '/')}] ... [races/raced/racing/pound*/hammer*/thump*/crazy/mental/nuts/wild/"
            "haywire/jumped/shot/spiked/spikes]",
            "suddenly | out of nowhere | no reason | resting | at rest | sitting | lying | in bed | at night | easy | "
            "not [stop/slow/calm] | [after/when] i [stop/stopped/finished/got home] | for [#/2] [minutes/hours]",
        ),
        unless="nervous | excit* | before the [race/start] | start line",
    ),
    Flag(
        "short of breath",
        BREATH,
        (
            "breathless* | short of breath | shortness of breath | out of breath | gasping | [can/could] not [breath/"
            "breathe/catch my breath] | [struggl*/trouble/difficult*/hard/hardly/barely] to? [breath*/catch*]",
            _OUT_OF_PLACE,
        ),
        unless="through my nose | as it should | [after/during] the? [interval*/rep*/sprint*]",
    ),
    Flag(
        "cannot breathe",
        BREATH,
        ("[can/could] not [breathe/get any air/get enough air] | stopped breathing",),
        unless="laugh* | nose | mask | pollen | interval* | sprint* | hill* | reps",
    ),
    Flag("blood", BLOOD, ("blood", "cough* | spit* | spat | saliva | phlegm | vomit* | threw up | throwing up | puk*")),
    Flag(
        "swollen calf",
        CLOT,
        (
            "calf | calves | lower leg | [1/one/left/right] leg",
            "swollen | swell* | swole* | red | hot | massive | huge | ballooned | [twice/2 times] the size",
        ),
        unless="both | sunburn* | tattoo | hot [bath/shower/tub]",
    ),
    Flag("clot", CLOT, ("blood clot* | dvt | thrombosis | pulmonary embolism",), clearable=True),
    Flag(
        "stroke",
        BRAIN,
        (
            "face is? droop* | slurr* [speech/words/my words/her words] | [speech/words] ... slurr* | "
            "worst headache | "
            "seizure* | convuls* | had a fit | words came out wrong | not lift my [arm/left arm/right arm] | "
            "[numb*/not feel/droop*/weak*] ... [side/face/half] | "
            "[arm/face/speech] ... numb*",
        ),
        unless="year* ago | as a [kid/child] | cold | freez* | glove*",
    ),
    Flag(
        "head injury",
        BRAIN,
        (
            "[hit/banged/knocked/bumped] my head | concuss*",
            "dizz* | confus* | vomit* | sick | nausea* | blurr* | memory | remember | headache* | concuss*",
        ),
        unless="year* ago",
    ),
    Flag(
        "dark urine",
        URINE,
        ("urine | pee | peed | peeing | wee", "blood* | brown* | dark* | cola* | red | black"),
    ),
    Flag("bone stress", BONE, (_BONES, f"{_PAIN} | sore | tender* | throb*", _BONE_SIGNS), negatable=False),
    Flag(
        "stress fracture",
        BONE,
        ("stress [fracture*/reaction/injury]",),
        unless="avoid | prevent | risk of | year* ago | used to | how do i",
        clearable=True,
    ),
    Flag(
        "femoral neck or sacrum",
        BONE,
        ("groin | hip flexor* | sacr* | tailbone", "pain* | hurt* | ache* | aching | stabb*"),
        clearable=True,
    ),
    Flag(
        "missed periods",
        REDS,
        (
            "[my/a/any/no/missed/#/last/had] [next/last/monthly/whole]? [period/periods] | menstrua* | amenorrh* | "
            "my cycle",
            "missed | missing | not had | have not | has not | no period* | stopped | gone | lost | absent | late | "
            "since | month* | amenorrh* | disappeared",
        ),
        unless="[training/base/taper/rest/recovery/busy/grace/trial] period | [period/periods] [of/pain/cramps] | "
        "on my period | not missed",
        negatable=False,
    ),
    Flag(
        "eating",
        REDS,
        (
            "eating disorder | anorexi* | bulimi* | purg* | binge* | [make/making] myself [sick/throw up/vomit] | "
            "starv* myself | not eating [enough/anything/much] | [barely/hardly] eat* | stopped eating | laxative*",
        ),
        unless="binge [watch*] | binge-watch* | used to | eating [enough/much] [carbs/before/during]",
        clearable=True,
    ),
    Flag(
        "pregnant",
        PREGNANT,
        ("pregnan* | [first/second/third] trimester | expecting a [baby/child]",),
        unless="trying to get | not pregnant | year* ago",
        clearable=True,
    ),
    Flag(
        "after a birth",
        PREGNANT,
        (
            "postpartum | post-partum | postnatal | c-section | caesarean | cesarean | gave birth | had [a/my/our] "
            "baby",
            "days | [1/2/3/4/5/6/7/8/9/10/11] week* | [1/2/a/last/this] month* | last week | just | recently",
        ),
        clearable=True,
    ),
    Flag(
        "overtraining",
        OVERTRAINED,
        (
            "resting [hr/heart rate/pulse/heartrate] | morning [pulse/heart rate/hr]",
            "higher | up | raised | elevated | above | over",
            "sleep* | slept | tired* | exhaust* | slower | fatigue* | knackered | drained",
        ),
    ),
    Flag(
        "PAR-Q: heart",
        PARQ,
        (
            "heart [condition/disease/problem/problems/failure/murmur/defect/trouble/surgery/operation] | cardiac | "
            "cardiomyopathy | myocarditis | high blood pressure | hypertension | pacemaker | stent | bypass "
            "[surgery/operation]",
        ),
        unless="no history | cardiac drift",
        clearable=True,
    ),
    Flag(
        "PAR-Q: condition",
        PARQ,
        (
            "insulin | type 1 diabet* | blood thinner* | anticoagula* | warfarin | chemo* | kidney [disease/failure] "
            "| epilep*",
        ),
        clearable=True,
    ),
    Flag(
        "PAR-Q: dizziness",
        PARQ,
        ("dizzy spell* | dizziness | [keep/often/always/been] [getting/feeling]? [dizzy/light-headed/lightheaded]",),
        clearable=True,
    ),
    Flag(
        "doctor's word",
        TOLD,
        (
            "[doctor/dr/physio*/cardiologist/gp/midwife/surgeon] ... "
            "[said/says/told/tells/advised/wants/warned/forbade/forbids/ordered/banned] ... [not to/no running/no "
            "training/no sport/no exercise/stop running/stop training/supervis*/until]",
        ),
        negatable=False,
    ),
    Flag(
        "broken or torn",
        BROKEN,
        (
            "[can/could] not [put any? weight/bear/weight-bear/walk on] | "
            "unable to [walk on/put weight/bear weight] | "
            "[heard/felt] a loud? [pop/snap/crack] | broke my [ankle/leg/foot/toe/hip/arm/wrist]",
        ),
        unless="year* ago | last year | as a [kid/child]",
        negatable=False,
    ),
    Flag(
        "other languages",
        CHEST.replace("Pain or pressure in the chest has", "Chest pain or fainting has"),
        (
            "brustschmerz* | schmerzen in der brust | douleur* [à/dans/au] la? poitrine | mal à la poitrine | "
            "dolor [en/de] el? pecho | me duele el pecho | dor no peito | dolore al petto | male al petto | "
            "pijn op [de/mijn] borst | ohnmächtig | bewusstlos | évanoui | évanouie | desmayé | desmaiei | svenuto | "
            "svenuta | flauwgevallen",
        ),
        unless="keine | kein | pas de | sin | sem | senza | geen",
    ),
)
